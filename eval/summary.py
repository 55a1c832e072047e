"""summary.json: the means of a run, overall, per split and per category, and every item's scores.

Carries what a later comparison needs to be fair: the revision, the snapshot, the sets' sizes.
"""

import math
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from eval.measures import Judged, all_measures, mean

FORMAT_VERSION = 1


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


class Group(_Part):
    """The figures of a group of items."""

    n: int
    scores: dict[str, Score]
    latency_ms: Latency


class Split(Group):
    """The figures of one QA file, and of each of its categories."""

    categories: dict[str, Group]


class ItemScores(_Part):
    """One item's scores by measure; `problem` and `detail` say why it could not be judged."""

    id: str
    split: str
    category: str
    scores: dict[str, float]
    latency_ms: float
    problem: str | None = None
    detail: str | None = None


class Summary(_Part):
    """A run in figures; `snapshot` and `revision` are None when unknown."""

    format: int = FORMAT_VERSION
    created: datetime
    revision: str | None
    snapshot: str | None
    overall: Split
    splits: dict[str, Split]
    items: tuple[ItemScores, ...]


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
    return Group(n=len(judged), scores=_scores(judged), latency_ms=latency(times))


def _split(judged: Sequence[Judged]) -> Split:
    categories = _grouped(judged, lambda one: one.case.item.category)
    return Split(
        **dict(_group(judged)),
        categories={name: _group(members) for name, members in categories.items()},
    )


def _grouped(judged: Sequence[Judged], key: Callable[[Judged], str]) -> dict[str, list[Judged]]:
    """The items by key, keys and items in order of first appearance."""
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        groups.setdefault(key(one), []).append(one)
    return groups


def _item(one: Judged) -> ItemScores:
    case = one.case
    return ItemScores(
        id=case.item.id,
        split=case.split,
        category=case.item.category,
        scores=dict(one.scores),
        latency_ms=case.prediction.latency_ms,
        problem=case.problem.kind.value if case.problem else None,
        detail=case.problem.detail if case.problem else None,
    )


def summarise(
    judged: Sequence[Judged],
    *,
    created: datetime,
    revision: str | None = None,
    snapshot: str | None = None,
) -> Summary:
    """The summary of a run; splits in the order in which they were run."""
    splits = _grouped(judged, lambda one: one.case.split)
    return Summary(
        created=created,
        revision=revision,
        snapshot=snapshot,
        overall=_split(judged),
        splits={name: _split(members) for name, members in splits.items()},
        items=tuple(_item(one) for one in judged),
    )


def git_revision(folder: Path) -> str | None:
    """The commit of the checkout at `folder`, "-dirty" when changed; None outside of one."""
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, "-C", str(folder), "describe", "--always", "--dirty", "--abbrev=12"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=True)  # noqa: S603 - fixed arguments
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None
