"""The gate: a run against the committed baseline; a fall beyond noise shuts it.

A group of items has fallen when the difference of a measure's means is below zero in 95 % of
paired bootstrap samples (one-sided). What is promised of every answer (verbatim quotes, grounded
figures) may not fall at all.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict

from eval.compare import Scored, group_title, paired, resampled_means
from eval.console import points
from eval.measures.definitions import all_measures
from eval.questions.dataset import read_records
from eval.record import write_lines
from prompts import text

BASELINE = Path(__file__).parent / "baseline" / "scores.jsonl"
GATED = (
    "passed",
    "evidence",
    "citation_recall",
    "cell_value",
    "understood",
    "right_decline",
    "wrong_decline",
)
PROMISED = ("quotes", "figures")
_ONE_SIDED = 95.0


class BaselineItem(BaseModel):
    """A line of the baseline: the gated scores of one item."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    split: str
    category: str
    scores: dict[str, float]


def read_baseline(path: Path | None = None) -> tuple[BaselineItem, ...]:
    """The committed scores. Raises: EvalInputError when there are none or they are malformed."""
    return tuple(item for _, item in read_records(path or BASELINE, BaselineItem))


def write_baseline(items: Sequence[Scored], path: Path | None = None) -> None:
    """Make the scores of a run the committed ones."""
    kept = (*GATED, *PROMISED)
    write_lines(
        path or BASELINE,
        (
            BaselineItem(
                id=item.id,
                split=item.split,
                category=item.category,
                scores={name: round(item.scores[name], 6) for name in kept if name in item.scores},
            )
            for item in items
        ),
    )


def has_fallen(gains: Sequence[float]) -> bool:
    """Whether the mean of paired gains (negative: worse) is below zero beyond noise."""
    return bool(np.percentile(resampled_means(gains), _ONE_SIDED) < 0)


def objections(baseline: Sequence[Scored], items: Sequence[Scored]) -> tuple[str, ...]:
    """What shuts the gate, a sentence each; empty when it stays open.

    Items without a baseline, or of the baseline and not in the run, shut it too: a baseline is
    only replaced on purpose.
    """
    found: list[str] = []
    known, run = {item.id for item in baseline}, {item.id for item in items}
    for key, ids in (("gate_new", run - known), ("gate_missing", known - run)):
        if ids:
            found.append(text(f"eval.{key}", n=len(ids), ids=", ".join(sorted(ids)[:10])))
    measures = {measure.name: measure for measure in all_measures()}
    for group, pairs in paired(baseline, items).items():
        for name in (*GATED, *PROMISED):
            sign = 1.0 if measures[name].higher_is_better else -1.0
            gains = _gains(pairs, name)
            worse = [sign * gain for gain in gains.values()]
            fell = sum(worse) < 0 if name in PROMISED else bool(worse) and has_fallen(worse)
            if fell:
                mean = sum(gains.values()) / len(gains)
                turned = [one for one, gain in gains.items() if sign * gain < 0]
                found.append(
                    text(
                        "eval.gate_fallen",
                        group=group_title(group),
                        measure=measures[name].title,
                        points=points(mean),
                        ids=", ".join(turned),
                    )
                )
    return tuple(found)


def _gains(pairs: Sequence[tuple[Scored, Scored]], measure: str) -> Mapping[str, float]:
    """After less before, by item id, where both runs have the measure; a score lost counts 0."""
    return {
        new.id: new.scores.get(measure, 0.0) - old.scores[measure]
        for old, new in pairs
        if measure in old.scores
    }
