"""The passage of one plan that answers a question, if the evidence is good enough.

A candidate is a sentence of a retrieved chunk; it is judged by how much of the question it and
its chunk hold and, for a figure, by the words around the figure. The winner grows by the
neighbouring sentences that hold more of the question ("Trong đó, …").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.reading.answer_types import wants_figure
from app.reading.counted import Asked, asked
from app.reading.counting import measures
from app.reading.evidence import holds_newest, may_answer, names_year
from app.reading.figures import Picked, pick
from app.reading.locality import of_another_locality
from app.reading.material import MAX_QUOTE_CHARS, Material
from app.reading.nearness import near_bonus
from app.reading.scopes import scopes_of, without_own_year
from app.reading.sentences import Span, sentences
from app.reading.suitability import concerns_group, suits, tells_founding
from app.reading.tense import added_fit, asked_tense, horizon_fit, tense_fit
from app.understanding.question import Question
from app.words import wording
from app.words.entities import has_asked_kind, n_named, named
from index.search.retriever import ScoredChunk
from ingest.plan import Chunk, ChunkKind, Plan

# Evidence is the log-odds, up to scale, of a logistic fit of "this plan states it" on the dev
# split: coverage says most, raw BM25 and cosine a little. The floor trades 1 wrong decline for
# about 1 wrong answer there.
_LEXICAL_SHARE, _DENSE_SHARE = 0.035, 0.14
FLOOR = 0.66
WEAK_FLOOR = 0.5
"""Evidence from which a passage is looked at where none reaches FLOOR."""
FIGURE_COVERAGE = 0.25
_SHORT_WORDS, _SHORT_COVERAGE = 3, 0.6
"""Of a share or sum of few words ("hộ nghèo") a passage must tell more than of one of many."""
MAX_CHUNKS = 8
MAX_ROW_RANK = 3
_ELSEWHERE_COST = 0.5
"""What counts against a passage on one district, for a question that does not ask for it."""
_SAYS = re.compile(r"[^\W\d_]{2,}\W+[^\W_]")
"""At least two words: the bare cell "12" of a row says nothing."""
_FOCUS_WEIGHT = 1.6
_NAMED_BONUS = 0.5
_MEASURE_COST = 0.6
"""What counts against a share or a sum where things are counted ("bao nhiêu xã": "85 %")."""
_BESIDE_BONUS = 0.3
"""For a date, place or document that is asked beside a figure."""
_PURPOSE_BONUS = 0.4
_TENSE_WEIGHT = 0.5
_HORIZON_WEIGHT = 0.3
SHORT_PASSAGE_CHARS = 300
_GAIN = 0.08
"""Coverage that a neighbouring sentence must add to be quoted too."""
_RESERVATION = re.compile(r"(?:Tuy nhiên|Tuy vậy|Song|Nhưng|Mặc dù vậy)(?!\w)")
_RESERVATION_REACH = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that answers: what to quote, what to lead with, and how good it is.

    `sentence` is what is quoted; `focus` the part a shortened quote must keep. `score` orders
    findings of one question over plans, `evidence` is compared with FLOOR.
    """

    plan: Plan
    chunk: Chunk
    sentence: Span
    focus: Span
    lead: str
    figure: Picked | None
    score: float
    evidence: float


def evidence(hit: ScoredChunk) -> float:
    """How strongly a retrieved chunk speaks for its plan stating what is asked."""
    return hit.coverage + _LEXICAL_SHARE * hit.lexical + _DENSE_SHARE * hit.dense


def find(material: Material, plan: Plan, *, figure: bool) -> Finding | None:
    """The best passage of `plan`; with `figure`, one that holds a fitting figure."""
    possible = [
        finding
        for finding in candidates_of(material, plan, figure=figure)
        if finding.evidence >= WEAK_FLOOR
        and may_answer(material, plan, finding.chunk)
        and has_asked_kind(material.question.standalone, finding.chunk.text)
        and _suits(material, finding)
    ]
    candidates = [finding for finding in possible if finding.evidence >= FLOOR] or possible
    dated = [f for f in candidates if names_year(material.question, plan, f.chunk)] or candidates
    newest = [finding for finding in dated if _of_the_newest(material, finding.chunk)]
    others = [] if wants_figure(material.question) else dated
    best = max(newest or others, key=lambda finding: finding.score, default=None)
    return None if best is None else _grown(material, best)


def _of_the_newest(material: Material, chunk: Chunk) -> bool:
    passage = " ".join((*chunk.headings, chunk.text))
    return holds_newest(material.question, passage, material.coverage)


def _suits(material: Material, finding: Finding) -> bool:
    passage = " ".join((*finding.chunk.headings, finding.chunk.text))
    question = material.question.standalone
    if wants_figure(material.question) and not concerns_group(question, passage):
        return False
    if not tells_founding(question, finding.sentence.of(finding.plan.text)):
        return False
    return len(material.plans) > 1 or suits(question, passage)


def candidates_of(material: Material, plan: Plan, *, figure: bool) -> list[Finding]:
    """Every sentence of the best chunks as a Finding (only those with figures, if asked)."""
    wanted = asked(material.question.standalone)
    return [
        finding
        for hit in _eligible(material, plan)
        for sentence in sentences(hit.chunk.text, hit.chunk.start)
        if _SAYS.search(sentence.of(plan.text))
        if (finding := _judged(material, plan, hit, sentence, wanted if figure else None))
    ]


def _eligible(material: Material, plan: Plan) -> list[ScoredChunk]:
    """The best chunks that may answer; of table rows only those that retrieval puts first."""
    hits = [
        hit
        for hit in material.of(plan)
        if _may_answer(material.question, plan, hit.chunk)
        and (hit.chunk.kind is not ChunkKind.ROW or hit.rank <= MAX_ROW_RANK)
    ]
    return hits[:MAX_CHUNKS]


def _may_answer(question: Question, plan: Plan, chunk: Chunk) -> bool:
    """Headings name and headers announce; neither answers, unless a cited document is asked for."""
    is_table_head = chunk.table_id is not None and chunk.row_index is None
    if chunk.kind is ChunkKind.HEADING or is_table_head:
        return False
    asks_document = wording.ASKS_DOCUMENT.search(wording.folded(question.standalone))
    in_body = chunk.section_id is not None or not plan.sections
    return in_body or bool(question.references or asks_document)


def _judged(
    material: Material, plan: Plan, hit: ScoredChunk, sentence: Span, wanted: Asked | None
) -> Finding | None:
    question, coverage = material.question, material.coverage
    text = sentence.of(plan.text)
    own = coverage(without_own_year(question.topic, plan), text)
    score = own + hit.coverage + 0.3 * hit.score / hit.rank**0.5
    if question.focus:
        score += _FOCUS_WEIGHT * coverage(question.focus, text)
    score += near_bonus(question, hit.chunk)
    if of_another_locality(question.standalone, plan, hit.chunk):
        score -= _ELSEWHERE_COST
    tense = asked_tense(question.standalone, plan.period[0])
    score += _TENSE_WEIGHT * tense_fit(tense, hit.chunk.headings, text)
    score += _HORIZON_WEIGHT * horizon_fit(question.standalone, hit.chunk.headings, text)
    if wording.PURPOSE.search(wording.folded(question.standalone)):
        score += _PURPOSE_BONUS * bool(wording.SAYS_PURPOSE.search(text))
    if wanted is None:
        lead = named(question.standalone, _heading(hit.chunk), text)
        score += _NAMED_BONUS if lead else 0.0
        return Finding(plan, hit.chunk, sentence, sentence, lead, None, score, evidence(hit))
    topic = without_own_year(f"{question.topic} {question.focus}", plan)
    scopes = scopes_of(without_own_year(question.standalone, plan))
    figure = pick(plan, sentence, wanted, topic, scopes, coverage, question.focus)
    if figure is None or _off_topic(material, hit, text, wanted):
        return None
    focus = Span(figure.quantity.start, figure.quantity.end)
    score += _BESIDE_BONUS * n_named(question.standalone, text)
    score += 0.4 * figure.fit + figure.scope
    if wanted.noun and measures(figure.quantity):
        score -= _MEASURE_COST
    before = plan.text[sentence.start : figure.quantity.start]
    score += added_fit(question.standalone, tense, before)
    return Finding(plan, hit.chunk, sentence, focus, figure.lead, figure, score, evidence(hit))


def _off_topic(material: Material, hit: ScoredChunk, text: str, wanted: Asked) -> bool:
    """Whether neither the sentence nor its chunk holds enough of the topic to trust a figure.

    Of a share or a sum what it is of must be told: "tỷ lệ" alone stands beside any share.
    """
    topic, coverage = material.question.topic, material.coverage
    if max(coverage(topic, text), 0.75 * hit.coverage) < FIGURE_COVERAGE:
        return True
    purpose = wording.without(wording.PERCENT, wording.without(wording.MONEY, topic))
    if not wanted.unit or not purpose:
        return False
    needed = _SHORT_COVERAGE if len(purpose.split()) <= _SHORT_WORDS else FIGURE_COVERAGE
    return coverage(purpose, " ".join((*hit.chunk.headings, hit.chunk.text))) < needed


def _heading(chunk: Chunk) -> str:
    return chunk.headings[-1] if chunk.headings else ""


def _grown(material: Material, finding: Finding) -> Finding:
    """The finding with the neighbouring sentences that hold what its own does not.

    A short passage is quoted whole: what stands beside the figure is often asked for with it.
    """
    if finding.chunk.end - finding.chunk.start <= SHORT_PASSAGE_CHARS:
        return replace(finding, sentence=Span(finding.chunk.start, finding.chunk.end))
    pieces = sentences(finding.chunk.text, finding.chunk.start)
    at = pieces.index(finding.sentence)
    span = finding.sentence
    for neighbours in (pieces[at + 1 :], reversed(pieces[:at])):
        for piece in neighbours:
            wider = Span(min(span.start, piece.start), max(span.end, piece.end))
            if not _worth(material, finding.plan, span, wider):
                break
            span = wider
    return replace(finding, sentence=_with_reservation(finding.plan, pieces, span))


def _with_reservation(plan: Plan, pieces: Sequence[Span], span: Span) -> Span:
    """`span` on to a sentence close behind it that takes back part of it ("Tuy nhiên, …")."""
    behind = [piece for piece in pieces if piece.start >= span.end][:_RESERVATION_REACH]
    for piece in behind:
        if _RESERVATION.match(piece.of(plan.text)) and piece.end - span.start <= MAX_QUOTE_CHARS:
            return Span(span.start, piece.end)
    return span


def _worth(material: Material, plan: Plan, span: Span, wider: Span) -> bool:
    if wider.end - wider.start > MAX_QUOTE_CHARS:
        return False
    topic = material.question.topic
    gain = material.coverage(topic, wider.of(plan.text)) - material.coverage(
        topic, span.of(plan.text)
    )
    return gain >= _GAIN


def members(plan: Plan, chunk: Chunk) -> Sequence[Chunk]:
    """The chunks that `chunk` introduces, in order."""
    return [other for other in plan.chunks if other.lead_id == chunk.chunk_id]
