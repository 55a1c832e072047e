"""The tables of the report's overview, worked out so that the template only writes them down."""

from collections.abc import Mapping
from dataclasses import dataclass

from eval.measures.definitions import Measure, all_measures
from eval.report.plots import FEW
from eval.report.texts import Number, Term, named, percentage
from eval.summary import Declining, Group, Latency, Score, Split

HEADLINE = "passed"
TILES = ("accuracy", "right_decline", "quotes", "evidence")
"""What the summary tells of a question set beside the share that passes."""
HELD_OUT = "test"
"""The split that is not read while rules are tuned."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure; `lack` is what is missing to the best value in 0..1, 0 where nothing is."""

    number: Number
    n: int
    lack: float = 0.0

    @property
    def few(self) -> bool:
        """Whether too few questions stand behind it for the figure to say much."""
        return 0 < self.n < FEW


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure's figures by category, in the table's order of columns."""

    measure: Measure
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A time by category; `key` names it."""

    key: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """All measures of one split; the last column is the whole split."""

    columns: tuple[tuple[Term, int], ...]
    rows: tuple[MeasureRow, ...]
    times: tuple[TimeRow, ...]


@dataclass(frozen=True, slots=True)
class End:
    """How many questions ended in one way, their share of the row, and whether that is wrong."""

    key: str
    count: int
    share: Number
    wrong: bool


def measure_table(split: Split) -> MeasureTable:
    """All measures of the split by category."""
    groups = {named("category", name): group for name, group in split.categories.items()}
    groups[Term("all_categories")] = split
    members = tuple(groups.values())
    return MeasureTable(
        columns=tuple((name, group.n) for name, group in groups.items()),
        rows=tuple(
            MeasureRow(
                measure, tuple(_cell(measure, group.scores[measure.name]) for group in members)
            )
            for measure in all_measures()
        ),
        times=tuple(_time_rows(members)),
    )


def _cell(measure: Measure, score: Score) -> Cell:
    if score.value is None:
        return Cell(Number(None), score.n)
    lack = 1 - score.value if measure.higher_is_better else score.value
    return Cell(percentage(score.value), score.n, lack)


def _time_rows(groups: tuple[Group, ...]) -> list[TimeRow]:
    def row(key: str, times: list[Latency], which: str) -> TimeRow:
        return TimeRow(key, tuple(Number(getattr(time, which)) for time in times))

    full = [group.latency_ms for group in groups]
    first = [group.first_word_ms for group in groups]
    return [
        row("first_p50", first, "p50"),
        row("first_p95", first, "p95"),
        row("latency_p50", full, "p50"),
        row("latency_p95", full, "p95"),
    ]


def declining_rows(counts: Declining) -> Mapping[str, tuple[End, ...]]:
    """How answerable and unanswerable questions ended; failures only where there are some."""
    failed = counts.answerable_failed + counts.unanswerable_failed
    ends = ("answered", "declined", *(("failed",) if failed else ()))
    right = {"answerable": "answered", "unanswerable": "declined"}
    rows = {}
    for kind, wanted in right.items():
        found = {end: int(getattr(counts, f"{kind}_{end}")) for end in ends}
        total = sum(found.values())
        rows[kind] = tuple(
            End(f"end_{end}", n, percentage(n / total if total else None), end != wanted)
            for end, n in found.items()
        )
    return rows
