"""summary.json: the means of a run, overall, per split and per category, and every item's scores.

Carries what a later comparison needs to be fair: the revision, the snapshot, the sets' sizes.
"""

import math
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from app.answer import Status
from eval.case import Case
from eval.configuration import Configuration
from eval.errors import EvalInputError
from eval.measures.definitions import Judged, all_measures, mean
from eval.measures.evidence import quote_ranks, recall
from eval.predictions import FAILED
from eval.twinning import TwinSummary
from prompts import text

FORMAT_VERSION = 2
SUMMARY_FILE = "summary.json"
RECALL_AT = (1, 2, 3, 5, 10, 20)
GAP_POINTS = 5.0
"""A larger gap between two splits, in points, is a finding: rules know one of them too well."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Score(_Part):
    """The mean of a measure over the `n` items to which it applies; None when n is 0."""

    value: float | None
    n: int


class Latency(_Part):
    """Milliseconds of the judged turns; None without items."""

    p50: float | None
    p95: float | None


class Declining(_Part):
    """How many items were answered or declined, by whether they can be answered."""

    answerable_answered: int = 0
    answerable_declined: int = 0
    answerable_failed: int = 0
    unanswerable_answered: int = 0
    unanswerable_declined: int = 0
    unanswerable_failed: int = 0


class Group(_Part):
    """The figures of a group of items."""

    n: int
    scores: dict[str, Score]
    latency_ms: Latency
    first_word_ms: Latency


class Split(Group):
    """The figures of one QA file, of each of its categories and of each plan asked about.

    An item of several plans counts under each; one of no plan under none. `recall_at` is the
    mean share of evidence quotes in the first k passages of their plan, by k.
    """

    categories: dict[str, Group]
    plans: dict[str, Group]
    recall_at: dict[int, float]
    declining: Declining


class ItemScores(_Part):
    """One item's scores by measure; `problem` and `detail` say why it could not be judged."""

    id: str
    split: str
    category: str
    scores: dict[str, float]
    latency_ms: float
    first_word_ms: float | None
    problem: str | None = None
    detail: str | None = None


class Summary(_Part):
    """A run in figures; `made_with` is None for predictions that came from elsewhere."""

    format: int = FORMAT_VERSION
    created: datetime
    made_with: Configuration | None
    overall: Split
    splits: dict[str, Split]
    items: tuple[ItemScores, ...]
    twins: TwinSummary | None = None


def percentile(values: Sequence[float], percent: float) -> float | None:
    """The nearest-rank percentile: the smallest value with `percent` % at or below it."""
    if not values:
        return None
    rank = max(1, math.ceil(percent / 100 * len(values)))
    return sorted(values)[rank - 1]


def latency(values: Sequence[float]) -> Latency:
    """The median and the 95th percentile of milliseconds."""
    return Latency(p50=percentile(values, 50), p95=percentile(values, 95))


def _scores(judged: Sequence[Judged]) -> dict[str, Score]:
    scores = {}
    for measure in all_measures():
        value, n = mean(judged, measure.name)
        scores[measure.name] = Score(value=value, n=n)
    return scores


def _group(judged: Sequence[Judged]) -> Group:
    times = [one.case.prediction.latency_ms for one in judged]
    firsts = [one.case.trace.first_word_ms for one in judged]
    return Group(
        n=len(judged),
        scores=_scores(judged),
        latency_ms=latency(times),
        first_word_ms=latency([first for first in firsts if first is not None]),
    )


def _split(judged: Sequence[Judged]) -> Split:
    categories = _grouped(judged, lambda one: [one.case.item.category])
    plans = _grouped(judged, lambda one: _plans_asked(one.case))
    return Split(
        **dict(_group(judged)),
        categories={name: _group(members) for name, members in categories.items()},
        plans={name: _group(plans[name]) for name in sorted(plans)},
        recall_at=_recall_at([one.case for one in judged]),
        declining=_declining([one.case for one in judged]),
    )


def _plans_asked(case: Case) -> list[str]:
    """The provinces of the item that have a plan in the index."""
    held = {plan.province for plan in case.shelf.values()}
    return [name for name in dict.fromkeys(case.item.province) if name in held]


def _recall_at(cases: Sequence[Case]) -> dict[int, float]:
    ranks = [quote_ranks(case) for case in cases if case.item.evidence]
    if not ranks:
        return {}
    return {k: sum(recall(one, k) for one in ranks) / len(ranks) for k in RECALL_AT}


def _declining(cases: Sequence[Case]) -> Declining:
    counts: dict[str, int] = {}
    ends = {Status.DECLINED: "declined", FAILED: "failed"}
    for case in cases:
        could = "answerable" if case.item.answerable else "unanswerable"
        name = f"{could}_{ends.get(case.prediction.status, 'answered')}"
        counts[name] = counts.get(name, 0) + 1
    return Declining(**counts)


def _grouped(
    judged: Sequence[Judged], keys: Callable[[Judged], Sequence[str]]
) -> dict[str, list[Judged]]:
    """The items by each of their keys, keys and items in order of first appearance."""
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        for key in keys(one):
            groups.setdefault(key, []).append(one)
    return groups


def item_scores(one: Judged) -> ItemScores:
    """What the summary keeps of a judged item."""
    case = one.case
    return ItemScores(
        id=case.item.id,
        split=case.split,
        category=case.item.category,
        scores=dict(one.scores),
        latency_ms=case.prediction.latency_ms,
        first_word_ms=case.trace.first_word_ms,
        problem=case.problem.kind.value if case.problem else None,
        detail=case.problem.detail if case.problem else None,
    )


def summarise(
    judged: Sequence[Judged],
    *,
    created: datetime,
    made_with: Configuration | None = None,
    twins: TwinSummary | None = None,
) -> Summary:
    """The summary of a run; splits in the order in which they were run."""
    splits = _grouped(judged, lambda one: [one.case.split])
    return Summary(
        created=created,
        made_with=made_with,
        overall=_split(judged),
        splits={name: _split(members) for name, members in splits.items()},
        items=tuple(item_scores(one) for one in judged),
        twins=twins,
    )


def read_summary(folder: Path) -> Summary:
    """The summary of a finished run. Raises: EvalInputError when the folder holds none."""
    path = folder / SUMMARY_FILE
    try:
        return Summary.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as exc:
        raise EvalInputError(text("eval.no_summary", path=path), detail=str(exc)) from exc


class SplitGap(_Part):
    """Two splits whose share of answers that pass is more than GAP_POINTS apart."""

    better: str
    worse: str
    points: float


def split_gaps(summary: Summary) -> tuple[SplitGap, ...]:
    """Every pair of splits that is too far apart, the largest gap first."""
    rates = {name: split.scores["passed"].value or 0.0 for name, split in summary.splits.items()}
    gaps = [
        SplitGap(better=one, worse=other, points=100 * (rates[one] - rates[other]))
        for one in rates
        for other in rates
        if 100 * (rates[one] - rates[other]) > GAP_POINTS
    ]
    return tuple(sorted(gaps, key=lambda gap: -gap.points))
