"""Whether a table's totals are the sums of its rows: a check on the source and on its reading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.plan import Row, RowKind, Table
from ingest.vietnamese import fold

_RATES = ("ty le", "ti le", "don gia", "he so")
_MAIN = re.compile(r"[0-9]{1,3}[.)]?|[IVXL]{1,6}[.)]?|[A-ZĐ][.)]?")  # "1", "II.", "B"; no "1.1"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A total that is not the sum of its rows; `row` and `column` are 0-based in the table."""

    row: int
    column: int
    stated: Decimal
    computed: Decimal


@dataclass(frozen=True, slots=True)
class TotalsCheck:
    """How many totals could be checked, and those that do not add up."""

    n_checked: int
    mismatches: tuple[Mismatch, ...]


def examine_totals(table: Table) -> TotalsCheck:
    """Every number of a TOTAL row against the rows above it that it may sum up.

    These are the DATA rows since the last total, all DATA rows, the GROUP rows that state sums
    themselves, or the totals above. One of them has to fit: a table does not say which it means.
    `computed` of a mismatch is the sum over the rows of the total's own group, else over all.
    """
    checked, mismatches = 0, []
    for place, row in enumerate(table.rows):
        if row.kind is not RowKind.TOTAL:
            continue
        for column in _summable(table):
            stated = _number(row, column)
            sums = list(_sums(table.rows, place, column))
            if stated is None or not sums:
                continue
            checked += 1
            if not any(_fits(stated, numbers) for numbers in sums):
                mismatches.append(Mismatch(place, column, stated, sum(sums[0], Decimal(0))))
    return TotalsCheck(checked, tuple(mismatches))


def _summable(table: Table) -> Iterator[int]:
    """The columns whose numbers may be added: shares and rates may not."""
    for column, name in enumerate(table.columns):
        if "%" not in name and not fold(name).startswith(_RATES):
            yield column


def _number(row: Row, column: int) -> Decimal | None:
    cell = row.cells[column] if column < len(row.cells) else None
    return cell if isinstance(cell, Decimal) else None


def _numbers(rows: Sequence[Row], column: int, kind: RowKind) -> list[Decimal]:
    found = [_number(row, column) for row in rows if row.kind is kind]
    return [number for number in found if number is not None]


def _sums(rows: Sequence[Row], place: int, column: int) -> Iterator[list[Decimal]]:
    """The lists of numbers that the total in `place` may be the sum of; none without numbers.

    A total that stands above its rows ("Tổng số" as the first row) sums up what is below it.
    """
    around = rows[:place]
    if not _numbers(around, column, RowKind.DATA):
        around = rows[place + 1 :]
    own = [row for row in around if row.group == rows[place].group]
    candidates = [
        _numbers(_since_last_total(around), column, RowKind.DATA),
        _numbers(own, column, RowKind.DATA),
        _numbers(around, column, RowKind.DATA),
        _numbers(around, column, RowKind.GROUP),
        _numbers(around, column, RowKind.TOTAL),
    ]
    # "Tổng cộng (I+II)" may join group rows with rows outside of any group; rows "1.1" and "-"
    # are parts of a row "1" above them.
    loose = [row for row in around if row.group is None]
    main = [row for row in around if _MAIN.fullmatch(row.label.strip())]
    candidates += [
        _numbers(around, column, RowKind.GROUP) + _numbers(loose, column, RowKind.DATA),
        _numbers(main, column, RowKind.DATA),
    ]
    if any(candidates[:3]):
        yield from (numbers for numbers in candidates if numbers)


def _since_last_total(rows: Sequence[Row]) -> Sequence[Row]:
    places = [place for place, row in enumerate(rows) if row.kind is RowKind.TOTAL]
    return rows[places[-1] + 1 :] if places else rows


def _fits(stated: Decimal, numbers: Sequence[Decimal]) -> bool:
    """Equal within rounding: for each number half a unit in the last place that is written."""
    places = [number.as_tuple().exponent for number in (*numbers, stated)]
    finest = min(place for place in (*places, 0) if isinstance(place, int))
    slack = Decimal(1).scaleb(finest) / 2 * len(numbers)
    return abs(sum(numbers, Decimal(0)) - stated) <= slack
