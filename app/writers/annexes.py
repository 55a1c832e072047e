"""Which annex a plan refers to, and whether the file holds it."""

from app.draft import Draft, DraftStatement
from app.reading.material import Material, proof, quoted
from app.reading.sentences import Span, sentences
from app.understanding import part_words
from app.words import wording
from ingest.plan import ChunkKind
from prompts import text as say

WRITER = "annexes"
MAX_PASSAGES = 3


def write(material: Material) -> Draft:
    """The passages that name the annex, for questions after its number or whether it is there.

    That the file lacks an annex follows from the passage and is told as a notice.
    """
    question = material.question
    folded = wording.folded(question.standalone)
    if not question.names_place or not part_words.WHICH_ANNEX.search(folded):
        return Draft(WRITER)
    scored: list[tuple[float, DraftStatement]] = []
    for plan in material.plans:
        for chunk in plan.chunks:
            if chunk.kind is ChunkKind.HEADING or chunk.table_id is not None:
                continue
            for span in sentences(chunk.text, chunk.start):
                if part_words.ANNEX_NAMED.search(wording.folded(span.of(plan.text))):
                    whole = Span(chunk.start, chunk.end)
                    context = f"{' '.join(chunk.headings)} {span.of(plan.text)}"
                    score = material.coverage(question.topic, context)
                    quote = quoted(plan, span, whole)
                    text = say("quoting.plain", province=plan.province, quote=quote)
                    scored.append((score, DraftStatement(text, (proof(chunk, span),))))
    if not scored:
        return Draft(WRITER)
    top = max(score for score, _ in scored)
    return Draft(WRITER, tuple(s for score, s in scored if score == top)[:MAX_PASSAGES])
