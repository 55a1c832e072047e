"""Two runs of the same items, item by item: what changed, and how sure one can be of it.

Differences of means are given with 95 % intervals of the paired bootstrap (Efron and Tibshirani
1993; for system comparison Koehn 2004): items are drawn with replacement, both runs' scores of
an item together, because the same questions are easy or hard for both.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from eval.console import aligned, points
from eval.measures.definitions import all_measures
from prompts import text

RESAMPLES = 10_000
SHOWN_MEASURES = ("passed", "evidence", "citation_recall", "right_decline", "wrong_decline")
_SEED = 20211020

OVERALL, SPLIT = "", "split:"
"""The name of the group of all items; what stands before the name of a QA set."""


class Scored(Protocol):
    """An item's scores in one run."""

    @property
    def id(self) -> str:
        """The item's id."""
        ...

    @property
    def split(self) -> str:
        """The QA set it is from."""
        ...

    @property
    def category(self) -> str:
        """Its kind of question."""
        ...

    @property
    def scores(self) -> Mapping[str, float]:
        """Its scores by measure."""
        ...


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Difference(_Part):
    """A measure's means before and after over the same `n` items, and the 95 % interval of
    their difference.
    """

    n: int
    before: float
    after: float
    low: float
    high: float

    @property
    def gain(self) -> float:
        """After less before."""
        return self.after - self.before


class Comparison(_Part):
    """Two runs: differences by group (category, "split:" and its name, OVERALL) and measure.

    `won` and `lost` are the items that pass only after, or only before; `only_before` and
    `only_after` the items that just one run has, which are left out of all differences.
    """

    groups: dict[str, dict[str, Difference]]
    won: tuple[str, ...]
    lost: tuple[str, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]


@cache
def _resampled_shares(n: int) -> NDArray[np.float64]:
    """(RESAMPLES, n): how often each of n items is drawn, as shares; the same for every call."""
    random = np.random.default_rng(_SEED)
    return random.multinomial(n, np.full(n, 1 / n), size=RESAMPLES) / n


def resampled_means(differences: Sequence[float]) -> NDArray[np.float64]:
    """(RESAMPLES,) means of paired differences over resampled items, in any order."""
    values = np.asarray(differences, dtype=np.float64)
    means: NDArray[np.float64] = _resampled_shares(len(values)) @ values
    return means


def difference(before: Sequence[float], after: Sequence[float]) -> Difference:
    """The difference of two aligned, non-empty sequences of scores."""
    gains = [new - old for old, new in zip(before, after, strict=True)]
    low, high = np.percentile(resampled_means(gains), [2.5, 97.5])
    return Difference(
        n=len(gains),
        before=sum(before) / len(before),
        after=sum(after) / len(after),
        low=float(low),
        high=float(high),
    )


def paired(
    before: Sequence[Scored], after: Sequence[Scored]
) -> dict[str, list[tuple[Scored, Scored]]]:
    """The items of both runs by group: OVERALL, each split, each category."""
    known = {item.id: item for item in before}
    groups: dict[str, list[tuple[Scored, Scored]]] = {OVERALL: []}
    for item in after:
        if item.id in known:
            for group in (OVERALL, f"{SPLIT}{item.split}", item.category):
                groups.setdefault(group, []).append((known[item.id], item))
    return {name: pairs for name, pairs in groups.items() if pairs}


def compare(before: Sequence[Scored], after: Sequence[Scored]) -> Comparison:
    """The comparison of two runs over the items they share."""
    groups = {
        name: {
            measure.name: found
            for measure in all_measures()
            if (found := _measured(pairs, measure.name)) is not None
        }
        for name, pairs in paired(before, after).items()
    }
    old = {item.id: item.scores.get("passed", 0.0) for item in before}
    new = {item.id: item.scores.get("passed", 0.0) for item in after}
    return Comparison(
        groups=groups,
        won=tuple(one for one in new if one in old and new[one] > old[one]),
        lost=tuple(one for one in new if one in old and new[one] < old[one]),
        only_before=tuple(one for one in old if one not in new),
        only_after=tuple(one for one in new if one not in old),
    )


def _measured(pairs: Sequence[tuple[Scored, Scored]], measure: str) -> Difference | None:
    both = [
        (old.scores[measure], new.scores[measure])
        for old, new in pairs
        if measure in old.scores and measure in new.scores
    ]
    return difference([old for old, _ in both], [new for _, new in both]) if both else None


def group_title(name: str) -> str:
    """A group as a reader sees it."""
    if name == OVERALL:
        return text("eval.compare_overall")
    split = name.removeprefix(SPLIT)
    return name if split == name else text("eval.compare_split", split=split)


def comparison_text(found: Comparison) -> str:
    """The comparison for the terminal: differences in points, intervals, and turned items."""
    titles = {measure.name: measure.title for measure in all_measures()}
    shown = [name for name in SHOWN_MEASURES if any(name in row for row in found.groups.values())]
    rows = [[text("eval.compare_group"), *(titles[name] for name in shown)]]
    for name, differences in sorted(found.groups.items(), key=lambda one: _order(one[0])):
        rows.append([group_title(name), *(cell_text(differences.get(name)) for name in shown)])
    lists = (
        ("eval.compare_won", found.won),
        ("eval.compare_lost", found.lost),
        ("eval.compare_only_before", found.only_before),
        ("eval.compare_only_after", found.only_after),
    )
    lines = [text(key, n=len(ids), ids=", ".join(ids)) for key, ids in lists if ids]
    return "\n".join([aligned(rows), text("eval.compare_note"), *lines])


def _order(group: str) -> tuple[bool, bool]:
    """Categories first, then splits, then all items."""
    return group == OVERALL, group.startswith(SPLIT)


def cell_text(one: Difference | None) -> str:
    """A difference in points with its interval; "–" for None."""
    if one is None:
        return "–"
    return f"{points(one.gain)} [{points(one.low)}; {points(one.high)}]"
