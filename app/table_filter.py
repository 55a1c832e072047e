"""Which rows of a table a question restricts itself to, and which column it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app import wording
from app.tables import YEAR, YEAR_RANGE, data_rows, leaf_of, roles
from app.writers.material import Coverage, held_in
from ingest.plan import Cell, Quantity, Row, Table
from ingest.quantities import canonical, parse_quantities

_NAMED_COLUMN = 0.3
_WHOLE_NAME = 0.97
_AT_MOST = re.compile(r"tro xuong|(?<!\w)(?:khong qua|khong vuot|toi da|nhieu nhat)(?!\w)")
_BELOW = re.compile(r"(?<!\w)(?:duoi|nho hon|thap hon|it hon|(?:chua|khong) (?:toi|den|day))(?!\w)")
_AT_LEAST = re.compile(r"tro len|(?<!\w)(?:tu|it nhat|toi thieu|khong duoi)(?!\w)")
_EXACTLY = re.compile(r"(?<!\w)(?:dung|tron|vua)(?: tron| bang| vua)?(?= [\d(])")
_ABOVE = re.compile(r"(?<!\w)(?:tren|hon|qua|vuot)(?!\w)")
_ONLY = re.compile(r"(?<!\w)(?:chi|duy nhat|dung mot)(?= .*nam)")


@dataclass(frozen=True, slots=True)
class Filter:
    """The rows a question restricts itself to; empty strings and None mean no restriction.

    `only` keeps rows whose amounts are all in `year`; `at_least` and `at_most` bound the amount,
    in the table's unit; `strict` leaves an amount equal to the bound out.
    """

    owner: str = ""
    group: str = ""
    year: int | None = None
    only: bool = False
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    strict: bool = False

    @property
    def restricts(self) -> bool:
        """Whether anything but the year is restricted."""
        bounded = self.at_least is not None or self.at_most is not None
        return bool(self.owner or self.group or bounded)


def filter_of(
    table: Table, question: str, topic: str, years: Sequence[int], coverage: Coverage
) -> Filter:
    """The owner and group named in `question` and the year whose column it means."""
    column = roles(table)
    single = set(years) - {int(y) for m in YEAR_RANGE.findall(question) for y in YEAR.findall(m)}
    year = next((y for y in sorted(single) if y in column.years), None)
    owners: list[str] = []
    if column.owner is not None:
        cells = (row.cells[column.owner] for row in data_rows(table))
        owners = list(dict.fromkeys(str(cell) for cell in cells if cell))
    groups = list(dict.fromkeys(row.group for row in data_rows(table) if row.group))
    bare = {_unlabelled(group): group for group in groups}
    group = bare.get(_named(list(bare), topic, coverage), "")
    only = year is not None and bool(_ONLY.search(wording.folded(question)))
    owner = _named(owners, question, coverage)
    return Filter(owner, group, year, only, *_bounds(table, question))


def names_amount(question: str) -> bool:
    """Whether a question names a sum of money, as a bound on the rows it asks for."""
    return any(canonical(quantity)[1] == "đồng" for quantity in parse_quantities(question))


def _bounds(table: Table, question: str) -> tuple[Decimal | None, Decimal | None, bool]:
    """The least and greatest amount asked for ("từ 150 tỷ trở lên"), and whether it is strict."""
    money = [q for q in parse_quantities(question) if canonical(q)[1] == "đồng"]
    unit = canonical(Quantity(Decimal(1), table.unit, "", 0, 0))
    if len(money) != 1 or unit[1] != "đồng":
        return None, None, False
    value = canonical(money[0])[0] / unit[0]
    folded = wording.folded(question)
    if _EXACTLY.search(folded):
        return value, value, False
    if _AT_MOST.search(folded):
        return None, value, False
    if _AT_LEAST.search(folded):
        return value, None, False
    if _BELOW.search(folded):
        return None, value, True
    return (value, None, True) if _ABOVE.search(folded) else (None, None, False)


def _unlabelled(group: str) -> str:
    """A group's name without its number ("III. CƠ SỞ DỮ LIỆU")."""
    return re.sub(r"^[IVXLC\d]+[.)]?\s+", "", group)


def _named(names: Sequence[str], question: str, coverage: Coverage) -> str:
    """The longest of `names` whose words all stand in `question`, or ""."""
    held = [name for name in names if held_in(name, question, coverage) >= _WHOLE_NAME]
    return max(held, key=len, default="")


def rows_of(table: Table, chosen: Filter) -> list[Row]:
    """The data rows that pass `chosen`; a year keeps the rows with an amount in it."""
    column = roles(table)
    kept = []
    for row in data_rows(table):
        if chosen.owner and (
            column.owner is None or not _same(row.cells[column.owner], chosen.owner)
        ):
            continue
        if chosen.group and row.group != chosen.group:
            continue
        if chosen.year is not None and not row.cells[column.years[chosen.year]]:
            continue
        if chosen.only and sum(row.cells[i] is not None for i in column.years.values()) > 1:
            continue
        kept.append(row)
    return [row for row in kept if _within(table, row, chosen)]


def _within(table: Table, row: Row, chosen: Filter) -> bool:
    """Whether the row's amount lies in the bounds asked for."""
    if chosen.at_least is None and chosen.at_most is None:
        return True
    column = roles(table)
    index = column.years[chosen.year] if chosen.year is not None else column.total
    cell = row.cells[index] if index is not None else None
    if not isinstance(cell, Decimal):
        return False
    if chosen.strict and cell in (chosen.at_least, chosen.at_most):
        return False
    low = chosen.at_least is None or cell >= chosen.at_least
    return low and (chosen.at_most is None or cell <= chosen.at_most)


def _same(cell: Cell, name: str) -> bool:
    return " ".join(wording.folded(str(cell)).split()) == " ".join(wording.folded(name).split())


def both_people(column: str, question: str) -> bool:
    """Whether a column and a question both count people ("CBCC", "công chức", "biên chế")."""
    return all(wording.PEOPLE.search(wording.folded(text)) for text in (column, question))


def amount_column(table: Table, chosen: Filter, topic: str, coverage: Coverage) -> int | None:
    """The column whose numbers are meant: the year's, the one the topic names, else the total."""
    column = roles(table)
    if chosen.year is not None:
        return column.years[chosen.year]
    others = [i for i in column.numeric if i not in column.years.values() and i != column.total]
    named = [
        i
        for i in others
        if coverage(leaf_of(table.columns[i]), topic) >= _NAMED_COLUMN
        or both_people(leaf_of(table.columns[i]), topic)
    ]
    return named[0] if named else column.total
