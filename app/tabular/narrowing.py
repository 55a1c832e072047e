"""Which rows of a table a question restricts itself to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.reading.material import Coverage
from app.tabular import asking
from app.tabular.cells_said import cells_named
from app.tabular.columns import columns_of, data_rows, unit_of
from app.tabular.naming import columns_named, groups_named, owners_named
from app.tabular.years_said import years_of
from app.words import wording
from ingest.plan import Cell, Quantity, Row, Table
from ingest.quantities import canonical, parse_quantities

_AT_MOST = re.compile(
    r"tro xuong|(?<!\w)(?:khong qua|khong vuot|toi da|nhieu nhat|(?:nho|thap|it) hon hoac bang)(?!\w)"
)
_BELOW = re.compile(r"(?<!\w)(?:duoi|nho hon|thap hon|it hon|(?:chua|khong) (?:toi|den|day))(?!\w)")
# Folded, "từ 50 tỷ" reads like "đầu tư 50 tỷ", and "trên địa bàn" bounds nothing: what bounds
# an amount stands right before it.
_AT_LEAST = re.compile(
    r"tro len|(?<!\w)(?:hon hoac bang|it nhat|toi thieu|khong duoi)(?!\w)"
    r"|(?<!\w)(?<!dau )(?<!vat )(?<!thu )tu (?:muc |khoang |con so )?(?=\d)"
)
_EXACTLY = re.compile(
    r"(?<!\w)(?:dung|tron|vua|cung(?: co)?|deu(?: co)?)(?: tron| bang| vua)?(?= [\d(])"
)
_ABOVE = re.compile(r"(?<!\w)(?:tren|hon|qua|vuot)(?= (?:\w+ ){0,2}\d)")
_VALUED = re.compile(
    r"(?<!\w)(?:muc|dau tu|von|kinh phi|tri gia|gia tri|bang)(?: la| bang)? (?=\d)"
)
_BETWEEN = re.compile(r"(?<!\w)tu (\d[\d.,]*)[\w\s]{0,12}? (?:den|toi) (\d[\d.,]*)")
_PEOPLE_BOUND = re.compile(r"(\d[\d.]*) (?:nguoi|cong chuc|can bo|cbcc|bien che|lop|hoc vien|%)")


@dataclass(frozen=True, slots=True)
class Filter:
    """The rows a question restricts itself to; empty and None mean no restriction.

    `owner_column` is where `owners` stand. `filled` are years that must have an amount, `blank`
    years that must have none; `only` leaves no other year filled, `even` wants the same amount
    every year. `low` and `high` bound the amount of `bound_column` (None: the row's own amount),
    in the table's unit; `strict` leaves an amount equal to a bound out. `cells` are texts that
    a column must hold.
    """

    owner_column: int | None = None
    owners: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    filled: tuple[int, ...] = ()
    blank: tuple[int, ...] = ()
    only: bool = False
    even: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    strict: bool = False
    bound_column: int | None = None
    cells: tuple[tuple[int, str], ...] = ()

    @property
    def restricts(self) -> bool:
        """Whether anything but the years is restricted."""
        bounded = self.low is not None or self.high is not None
        return bool(self.owners or self.groups or self.cells or bounded or self.even or self.blank)


def filter_of(table: Table, question: str, topic: str, coverage: Coverage) -> Filter:
    """The restrictions that `question` puts on the rows of `table`."""
    column = columns_of(table)
    owner_column, owners = owners_named(table, question)
    years = years_of(question, column)
    held = tuple(year for year in years if year in column.years)
    chosen = Filter(
        owner_column=owner_column,
        owners=tuple(owners),
        groups=tuple(groups_named(table, topic, question, coverage)),
        cells=() if owners else cells_named(table, question, coverage),
    )
    chosen = _with_years(chosen, question, held, sorted(column.years))
    return _with_bounds(chosen, table, question, coverage)


def _with_years(chosen: Filter, question: str, years: Sequence[int], held: Sequence[int]) -> Filter:
    if asking.says_even(question) and len(held) > 1:
        return replace(chosen, even=True, filled=tuple(years))
    if asking.says_start(question) and years:
        first = years[-1]
        return replace(chosen, filled=(first,), blank=tuple(y for y in held if y < first))
    if asking.says_blank(question):
        return replace(chosen, blank=tuple(years))
    return replace(chosen, filled=tuple(years), only=bool(years) and asking.says_only(question))


def names_amount(question: str) -> bool:
    """Whether a question names a sum of money, as a bound on the rows it asks for."""
    return any(canonical(quantity)[1] == "đồng" for quantity in parse_quantities(question))


def _with_bounds(chosen: Filter, table: Table, question: str, coverage: Coverage) -> Filter:
    """`chosen` with the least and greatest amount asked for ("từ 150 tỷ trở lên")."""
    money = [q for q in parse_quantities(question) if canonical(q)[1] == "đồng"]
    unit = canonical(Quantity(Decimal(1), table.unit, "", 0, 0))
    if money and unit[1] == "đồng" and len(money) <= 2:
        values = [canonical(quantity)[0] / unit[0] for quantity in money]
        return _bounded(chosen, question, values, None)
    return _with_count_bounds(chosen, table, question, coverage)


def _with_count_bounds(chosen: Filter, table: Table, question: str, coverage: Coverage) -> Filter:
    """Bounds on a column that counts ("từ 75 công chức trở lên", "trên 80%")."""
    counted = [
        i for i in columns_named(table, question, coverage) if unit_of(table, i) in {"", "%"}
    ]
    if not counted:
        return chosen
    folded = wording.folded(question)
    if both := _BETWEEN.search(folded):
        ends = [_value(both.group(1)), _value(both.group(2))]
        return replace(chosen, low=min(ends), high=max(ends), bound_column=counted[0])
    if one := _PEOPLE_BOUND.search(folded):
        return _bounded(chosen, question, [_value(one.group(1))], counted[0])
    return chosen


def _value(raw: str) -> Decimal:
    return Decimal(raw.strip(".,").replace(".", "").replace(",", "."))


def _bounded(
    chosen: Filter, question: str, values: Sequence[Decimal], column: int | None
) -> Filter:
    folded, value = wording.folded(question), values[0]
    if len(values) > 1:
        return replace(chosen, low=min(values), high=max(values), bound_column=column)
    if _EXACTLY.search(folded):
        return replace(chosen, low=value, high=value, bound_column=column)
    if _AT_MOST.search(folded):
        return replace(chosen, high=value, bound_column=column)
    if _BELOW.search(folded) and not re.search(r"khong duoi", folded):
        return replace(chosen, high=value, strict=True, bound_column=column)
    if _AT_LEAST.search(folded):
        return replace(chosen, low=value, bound_column=column)
    if _ABOVE.search(folded):
        return replace(chosen, low=value, strict=True, bound_column=column)
    if _VALUED.search(folded):
        return replace(chosen, low=value, high=value, bound_column=column)
    return chosen


def rows_of(table: Table, chosen: Filter) -> list[Row]:
    """The data rows that pass `chosen`, in the table's order."""
    return [
        row
        for row in data_rows(table)
        if _stands_with(row, chosen)
        and _has_years(table, row, chosen)
        and _within(table, row, chosen)
    ]


def _stands_with(row: Row, chosen: Filter) -> bool:
    if chosen.owners and chosen.owner_column is not None:
        cell = row.cells[chosen.owner_column]
        if not any(_same(cell, owner) for owner in chosen.owners):
            return False
    if chosen.groups and row.group not in chosen.groups:
        return False
    return all(_same(row.cells[i], text) for i, text in chosen.cells)


def _same(cell: Cell, name: str) -> bool:
    return " ".join(wording.folded(str(cell)).split()) == " ".join(wording.folded(name).split())


def _has_years(table: Table, row: Row, chosen: Filter) -> bool:
    years = columns_of(table).years
    amounts = {year: row.cells[i] for year, i in years.items()}
    if any(not amounts.get(year) for year in chosen.filled):
        return False
    if any(amounts.get(year) for year in chosen.blank):
        return False
    if chosen.only and any(amounts[year] for year in years if year not in chosen.filled):
        return False
    return not chosen.even or (None not in amounts.values() and len(set(amounts.values())) == 1)


def _within(table: Table, row: Row, chosen: Filter) -> bool:
    """Whether the row's amount lies in the bounds asked for."""
    if chosen.low is None and chosen.high is None:
        return True
    value = amount_of(row, bound_columns(table, chosen))
    if value is None or (chosen.strict and value in (chosen.low, chosen.high)):
        return False
    return (chosen.low is None or value >= chosen.low) and (
        chosen.high is None or value <= chosen.high
    )


def bound_columns(table: Table, chosen: Filter) -> tuple[int, ...]:
    """The columns whose amount is bounded: those named, the years', else the row's own."""
    column = columns_of(table)
    if chosen.bound_column is not None:
        return (chosen.bound_column,)
    return tuple(column.years[year] for year in chosen.filled) or column.amounts


def amount_of(row: Row, columns: Sequence[int]) -> Decimal | None:
    """The sum of the row's numbers in `columns`; None when all of them are blank."""
    cells = [cell for i in columns if isinstance(cell := row.cells[i], Decimal)]
    return sum(cells, Decimal(0)) if cells else None
