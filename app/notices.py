"""Notices that follow from the plans themselves, whatever the writer said."""

from collections.abc import Iterator, Sequence

from app.answer import Citation, Notice, NoticeKind
from app.contradictions import contradictions
from app.question import Question
from app.writers.declining import missing_sentence
from ingest.plan import Chunk, GapKind, Plan
from prompts import text as say


def notices(
    question: Question, plans: Sequence[Plan], citations: Sequence[Citation]
) -> tuple[Notice, ...]:
    """What a reader of this answer must know, each notice once."""
    by_id = {plan.plan_id: plan for plan in plans}
    cited = [(by_id[citation.plan_id], citation) for citation in citations]
    assumed = say("notices.period_assumed", said=question.assumed) if question.assumed else ""
    found = [
        *([Notice(NoticeKind.PERIOD_ASSUMED, assumed)] if assumed else []),
        *(Notice(NoticeKind.PROVINCE_MERGED, missing_sentence(name)) for name in question.missing),
        *(notice for plan, citation in cited for notice in _of_passage(plan, citation)),
    ]
    return tuple(dict.fromkeys(found))


def _of_passage(plan: Plan, citation: Citation) -> Iterator[Notice]:
    """Contradictions inside what is quoted, and a section in which the file breaks off."""
    chunk = next(chunk for chunk in plan.chunks if chunk.chunk_id == citation.chunk_id)
    for offset, text in contradictions(plan, chunk.start, chunk.end):
        if citation.start <= offset < citation.end:
            yield Notice(NoticeKind.SOURCE_CONTRADICTS, text)
    if _breaks_off_in(plan, chunk):
        text = say("notices.text_cut", province=plan.province, number=plan.number)
        yield Notice(NoticeKind.TEXT_CUT, text)


def _breaks_off_in(plan: Plan, chunk: Chunk) -> bool:
    """Whether the chunk's section is the one in which the file's text breaks off."""
    section_ids = {gap.section_id for gap in plan.gaps if gap.kind is GapKind.TEXT_CUT}
    return chunk.section_id is not None and chunk.section_id in section_ids
