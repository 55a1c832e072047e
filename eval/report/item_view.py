"""What the report shows of one item, worked out so that the template only writes it down."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.answer import Status
from eval.case import Case
from eval.measures import citing, figures
from eval.measures.claims import statement_lines
from eval.measures.definitions import Judged, all_measures
from eval.measures.evidence import quote_ranks
from eval.measures.matching import forbidden_said, missing_groups
from eval.measures.scores import EVIDENCE_K, MAX_CHARS, answer_length
from eval.predictions import FAILED, CitedPassage, RetrievedPassage
from eval.questions.dataset import Evidence, Groups
from eval.trace import TurnTrace
from eval.twinning import TwinPair

MAX_PASSAGES = 10
MAX_PASSAGE_CHARS = 400
_SEGMENT = re.compile(r"\*\*(.+?)\*\*|\[(\d+)\]")
# What makes an item worth looking at although it passed.
_CORE = ("evidence", "quotes", "figures")


class Verdict(StrEnum):
    """Not passed; passed with a core measure below 1; passed."""

    FAIL = "fail"
    WEAK = "weak"
    PASS = "pass"  # noqa: S105 - a verdict


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line of an answer: plain text, bold text or the number of a mark."""

    text: str
    bold: bool = False
    marker: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives of which one is to be said, and whether one was."""

    alternatives: tuple[str, ...]
    said: bool


@dataclass(frozen=True, slots=True)
class Forbidden:
    """An expression that must not be said, and whether it was."""

    expression: str
    said: bool


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """An evidence quote, its rank among its plan's passages and whether the answer cites it."""

    evidence: Evidence
    rank: int | None
    cited: bool

    @property
    def found(self) -> bool:
        """Whether it is among the passages that count."""
        return self.rank is not None and self.rank <= EVIDENCE_K


@dataclass(frozen=True, slots=True)
class CitationView:
    """A citation, and whether its quote is the plan's text."""

    citation: CitedPassage
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an item falls short: the key of a label, and what it is about."""

    key: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """What the page shows of one item; `lines` are the statements of its answer."""

    case: Case
    verdict: Verdict
    reasons: tuple[Reason, ...]
    scores: tuple[tuple[str, float], ...]
    turns: tuple[TurnTrace, ...]
    lines: tuple[tuple[Segment, ...], ...]
    citations: tuple[CitationView, ...]
    must: tuple[Group, ...]
    okay: tuple[Group, ...]
    standalone: tuple[Group, ...]
    forbidden: tuple[Forbidden, ...]
    evidence: tuple[EvidenceView, ...]
    retrieved: tuple[RetrievedPassage, ...]
    plans: tuple[str, ...]
    twins: tuple[TwinPair, ...]


def item_view(judged: Judged, twins: Sequence[TwinPair] = ()) -> ItemView:
    """Everything the page shows of an item; `twins` are those of this item."""
    case = judged.case
    item, prediction = case.item, case.prediction
    quotes = zip(item.evidence, quote_ranks(case), citing.cited_evidence(case), strict=True)
    broken = citing.broken_quotes(case)
    barred = forbidden_said(prediction.answer, item.must_not)
    return ItemView(
        case=case,
        verdict=verdict(judged),
        reasons=tuple(reasons(judged)),
        scores=tuple(
            (m.name, judged.scores[m.name]) for m in all_measures() if m.name in judged.scores
        ),
        turns=case.trace.turns or tuple(map(_unanswered, item.turns[:-1])),
        lines=tuple(segments(line) for line in statement_lines(prediction)),
        citations=tuple(CitationView(one, one not in broken) for one in prediction.citations),
        must=groups(prediction.answer, item.must),
        okay=groups(prediction.answer, item.okay),
        standalone=groups(prediction.understood, item.standalone),
        forbidden=tuple(Forbidden(one, one in barred) for one in item.must_not),
        evidence=tuple(EvidenceView(*quote) for quote in quotes),
        retrieved=tuple(map(cut, prediction.retrieved[:MAX_PASSAGES])),
        plans=tuple(plan_names(case)),
        twins=tuple(twins),
    )


def _unanswered(message: str) -> TurnTrace:
    """An earlier turn of which only the question is known."""
    return TurnTrace(message=message, understood="", status="", answer="")


def verdict(judged: Judged) -> Verdict:
    """An item's verdict; without a score for passing it has not passed."""
    if judged.scores.get("passed", 0.0) < 1:
        return Verdict.FAIL
    short = any(judged.scores.get(name, 1.0) < 1 for name in _CORE)
    return Verdict.WEAK if short else Verdict.PASS


def reasons(judged: Judged) -> Iterator[Reason]:
    """Yield why the item has not passed, then what its core measures lack."""
    case = judged.case
    item, answer = case.item, case.prediction.answer
    yield from _of_kind(case)
    for group in missing_groups(answer, item.must) if item.answerable else ():
        yield Reason("why_missing", " / ".join(group))
    for expression in forbidden_said(answer, item.must_not):
        yield Reason("why_forbidden", expression)
    if answer_length(case) > MAX_CHARS:
        yield Reason("why_long")
    if judged.scores.get("evidence", 1.0) < 1:
        yield Reason("why_evidence")
    if judged.scores.get("quotes", 1.0) < 1 and not case.prediction.citations:
        yield Reason("why_uncited")
    for citation in citing.broken_quotes(case):
        yield Reason("why_broken", f"[{citation.marker}] {citation.plan}")
    for figure in figures.ungrounded(case):
        yield Reason("why_ungrounded", f"{figure.written} – “{figure.claim}”")


def _of_kind(case: Case) -> Iterator[Reason]:
    """Yield what is wrong with having answered, declined or failed."""
    status = case.prediction.status
    if status == FAILED:
        yield Reason("why_failed")
    elif status == Status.DECLINED and case.item.answerable:
        yield Reason("why_declined")
    elif status == Status.DECLINED and not case.prediction.answer.strip():
        yield Reason("why_silent")
    elif status != Status.DECLINED and not case.item.answerable:
        yield Reason("why_answered")


def groups(said: str, wanted: Groups) -> tuple[Group, ...]:
    """Each group of alternatives with whether the text says one of them."""
    missing = missing_groups(said, wanted)
    return tuple(Group(group, group not in missing) for group in wanted)


def segments(line: str) -> tuple[Segment, ...]:
    """The line cut at bold text and [n] marks, in order; plain data, escaped by the template."""
    found, position = [], 0
    for match in _SEGMENT.finditer(line):
        if match.start() > position:
            found.append(Segment(line[position : match.start()]))
        bold, marker = match.groups()
        found.append(Segment(bold, bold=True) if bold else Segment(marker, marker=True))
        position = match.end()
    if position < len(line):
        found.append(Segment(line[position:]))
    return tuple(found)


def cut(passage: RetrievedPassage) -> RetrievedPassage:
    """The passage with at most MAX_PASSAGE_CHARS of its text, an ellipsis where it is cut."""
    if len(passage.text) <= MAX_PASSAGE_CHARS:
        return passage
    shown = passage.text[: MAX_PASSAGE_CHARS - 1].rstrip()
    return passage.model_copy(update={"text": f"{shown}…"})


def plan_names(case: Case) -> Iterator[str]:
    """Yield the number and province of each plan that was searched, its id when unknown."""
    held = {plan.plan_id: f"{plan.number} ({plan.province})" for plan in case.shelf.values()}
    for plan_id in case.trace.plans:
        yield held.get(plan_id, plan_id)


def item_views(judged: Sequence[Judged], twins: Sequence[TwinPair]) -> tuple[ItemView, ...]:
    """The view of every item, in order."""
    by_item: dict[str, list[TwinPair]] = {}
    for pair in twins:
        by_item.setdefault(pair.of, []).append(pair)
    return tuple(item_view(one, by_item.get(one.case.item.id, ())) for one in judged)


def passage_numbers(items: Sequence[ItemView]) -> Mapping[str, int]:
    """A number from 1 for each text that was retrieved, since many items find the same ones."""
    texts = dict.fromkeys(passage.text for item in items for passage in item.retrieved)
    return {text: number for number, text in enumerate(texts, start=1)}


def count_verdicts(items: Sequence[ItemView]) -> Mapping[Verdict, int]:
    """How many items have each verdict."""
    return {kind: sum(item.verdict is kind for item in items) for kind in Verdict}
