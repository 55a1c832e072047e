"""report.html: one self-contained page on which an official can follow every verdict.

The page is a jinja2 template with autoescape, because everything on it (questions, plans,
answers, tracebacks) comes from files and is hostile until escaped. It loads nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval import citing, figures
from eval.case import Case
from eval.claims import statement_lines
from eval.console import milliseconds, percent
from eval.dataset import Evidence
from eval.evidence import quote_ranks
from eval.figures import Ungrounded
from eval.matching import forbidden_said, missing_groups
from eval.measures import EVIDENCE_K, Judged, Measure, all_measures
from eval.predictions import CitedPassage
from eval.summary import Summary

_SEGMENT = re.compile(r"\*\*(.+?)\*\*|\[(\d+)\]")
# What makes an item worth looking at although it passed.
_CORE = ("passed", "evidence", "quotes", "figures")
_MAX_SHOWN_PASSAGES = 20


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line of an answer: plain text, bold text or the number of a mark."""

    text: str
    bold: bool = False
    marker: bool = False


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
class ItemView:
    """What the page shows of one item; `verdict` is "pass", "weak" or "fail"."""

    case: Case
    verdict: str
    scores: tuple[tuple[Measure, float], ...]
    lines: tuple[tuple[Segment, ...], ...]
    evidence: tuple[EvidenceView, ...]
    missing: tuple[tuple[str, ...], ...]
    forbidden: tuple[str, ...]
    broken: tuple[CitedPassage, ...]
    ungrounded: tuple[Ungrounded, ...]


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


def verdict(judged: Judged) -> str:
    """An item's verdict: "fail" (not passed), "weak" (a core measure fell short) or "pass"."""
    if judged.scores.get("passed", 0.0) < 1:
        return "fail"
    return "weak" if any(judged.scores.get(name, 1.0) < 1 for name in _CORE) else "pass"


def item_view(judged: Judged) -> ItemView:
    """Everything the page shows of an item."""
    case = judged.case
    item, prediction = case.item, case.prediction
    shown = zip(item.evidence, quote_ranks(case), citing.cited_evidence(case), strict=True)
    return ItemView(
        case=case,
        verdict=verdict(judged),
        scores=tuple((m, judged.scores[m.name]) for m in all_measures() if m.name in judged.scores),
        lines=tuple(segments(line) for line in statement_lines(prediction)),
        evidence=tuple(EvidenceView(one, rank, cited) for one, rank, cited in shown),
        missing=missing_groups(prediction.answer, item.must),
        forbidden=forbidden_said(prediction.answer, item.must_not),
        broken=citing.broken_quotes(case),
        ungrounded=figures.ungrounded(case),
    )


def report_html(judged: Sequence[Judged], summary: Summary) -> str:
    """The whole page as HTML."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(percent=percent, milliseconds=milliseconds, segments=segments)
    return environment.get_template("report.html").render(
        summary=summary,
        measures=all_measures(),
        items=[item_view(one) for one in judged],
        max_passages=_MAX_SHOWN_PASSAGES,
    )
