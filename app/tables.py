"""What a question asks of a table: which rows, which columns, which operation.

Works on any typed Table: column roles come from the column's own name and cells.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from app import wording
from app.writers.material import Coverage, held_in
from ingest.plan import Cell, Plan, Quantity, Row, RowKind, Table
from ingest.quantities import canonical, parse_quantities

_NAMED_COLUMN = 0.3
_WHOLE_NAME = 0.97
_YEAR = re.compile(r"20\d\d")
_OWNER = re.compile(r"chu dau tu|chu tri|don vi thuc hien|co quan thuc hien|don vi chu|phu trach")
_TOTAL = re.compile(r"tong|tmdt|cong")
_NOUN = r"(?:du an|nhiem vu|hang muc|chi tieu|don vi|co quan|so nganh|so|nganh|chu dau tu)"
_COUNT = re.compile(
    rf"(?<!\w)(?:bao nhieu|may|so luong|bn|bnhieu|tong so) (?:cac |nhung )?{_NOUN}(?!\w)"
)
_SUM = re.compile(r"(?<!\w)(?:tong(?! muc dau tu)|cong lai|cong don|tat ca|toan bo|het thay)(?!\w)")
_ALL_OF = re.compile(rf"(?<!\w)(?:cac|nhung|tat ca|toan bo|nhom) (?:cac )?(?:{_NOUN}|\w+)(?!\w)")
_MOST = r"(?:von |tien |kinh phi |kem |cong chuc |can bo |nguoi )?nhat(?!\w)"
_MAX = re.compile(rf"(?<!\w)(?:lon|cao|nhieu|ton|dat|khung) {_MOST}")
_MIN = re.compile(rf"(?<!\w)(?:nho|thap|it|re) {_MOST}")
_WHICH = re.compile(
    rf"(?<!\w)(?:nhung|cac|may) {_NOUN}(?:(?! nam)[\w\s])*? (?:nao|gi)(?!\w)|(?<!\w){_NOUN} (?:nao|gi)(?!\w)|"
    rf"(?:liet ke|ke ten|ke ra|danh sach|danh muc) (?:cac |nhung )?{_NOUN}"
)
_AT_LEAST = re.compile(r"tro len|(?<!\w)(?:tren|hon|tu|it nhat|toi thieu|qua|vuot)(?!\w)")
_AT_MOST = re.compile(r"tro xuong|(?<!\w)(?:duoi|khong qua|toi da|nho hon|thap hon|it hon)(?!\w)")
_BETWEEN_YEARS = re.compile(
    r"(?<!\w)(?:lech|chenh|hon kem|tang|giam|nhieu hon|it hon|so voi|so (?=tong)|so (?=von))(?!\w)|^so "
)
_WHICH_YEAR = re.compile(r"(?<!\w)nam nao(?!\w)")
_ONLY = re.compile(r"(?<!\w)(?:chi|duy nhat|dung mot)(?= .*nam)")
_YEAR_RANGE = re.compile(r"20\d\d\s?(?:-|–|den)\s?20\d\d")


class Wanted(StrEnum):
    """What is to be done with the rows."""

    LOOKUP = "lookup"
    LIST = "list"
    COUNT = "count"
    SUM = "sum"
    MAX = "max"
    MIN = "min"
    MAX_YEAR = "max_year"
    MIN_YEAR = "min_year"
    YEAR_GAP = "year_gap"


@dataclass(frozen=True, slots=True)
class Roles:
    """Column numbers by role: `name` of the row, `owner`, `total`, `years` (year → column), numbers."""

    name: int
    owner: int | None
    total: int | None
    years: dict[int, int]
    numeric: tuple[int, ...]


@lru_cache(maxsize=64)
def roles(table: Table) -> Roles:
    """The roles of `table`'s columns."""
    data = [row for row in table.rows if row.kind is RowKind.DATA]
    width = len(table.columns)
    numeric = tuple(i for i in range(width) if i and _is_numeric(data, i))
    texts = [i for i in range(1, width) if i not in numeric] or [0]
    named = [wording.folded(column) for column in table.columns]
    owner = next((i for i in texts if i != texts[0] and _OWNER.search(named[i])), None)
    years = {
        int(found[-1]): i
        for i in numeric
        if (found := _YEAR.findall(_leaf(table.columns[i]))) and len(found) == 1
    }
    rest = [i for i in numeric if i not in years.values()]
    total = next(
        (i for i in rest if _TOTAL.search(named[i])), rest[-1] if len(rest) == 1 and years else None
    )
    return Roles(texts[0], owner, total, years, numeric)


def _leaf(column: str) -> str:
    """The column's own head, without the head that spans it."""
    return column.rpartition(": ")[2]


def _is_numeric(rows: Sequence[Row], column: int) -> bool:
    cells = [row.cells[column] for row in rows if row.cells[column] is not None]
    return bool(cells) and sum(isinstance(cell, Decimal) for cell in cells) >= 0.8 * len(cells)


def wanted(question: str) -> Wanted:
    """The operation a question asks for."""
    folded = wording.folded(question)
    if len(set(_YEAR.findall(_YEAR_RANGE.sub(" ", folded)))) == 2 and _BETWEEN_YEARS.search(folded):
        return Wanted.YEAR_GAP
    by_year = _WHICH_YEAR.search(folded)
    if _MAX.search(folded):
        return Wanted.MAX_YEAR if by_year else Wanted.MAX
    if _MIN.search(folded):
        return Wanted.MIN_YEAR if by_year else Wanted.MIN
    for pattern, operation in ((_COUNT, Wanted.COUNT), (_WHICH, Wanted.LIST), (_SUM, Wanted.SUM)):
        if pattern.search(folded):
            return operation
    return Wanted.LOOKUP


def wants_sum(question: str) -> bool:
    """Whether the amounts of all rows that pass the filter are to be added up."""
    folded = wording.folded(question)
    return bool(_SUM.search(folded) or (_ALL_OF.search(folded) and wording.MONEY.search(folded)))


@dataclass(frozen=True, slots=True)
class Filter:
    """The rows a question restricts itself to; empty strings and None mean no restriction.

    `only` keeps rows whose amounts are all in `year`; `at_least` and `at_most` bound the amount,
    in the table's unit.
    """

    owner: str = ""
    group: str = ""
    year: int | None = None
    only: bool = False
    at_least: Decimal | None = None
    at_most: Decimal | None = None

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
    single = set(years) - {int(y) for m in _YEAR_RANGE.findall(question) for y in _YEAR.findall(m)}
    year = next((y for y in sorted(single) if y in column.years), None)
    owners: list[str] = []
    if column.owner is not None:
        owners = list(
            {str(row.cells[column.owner]) for row in _data(table) if row.cells[column.owner]}
        )
    groups = list(dict.fromkeys(row.group for row in _data(table) if row.group))
    bare = {_unlabelled(group): group for group in groups}
    group = bare.get(_named(list(bare), topic, coverage), "")
    only = year is not None and bool(_ONLY.search(wording.folded(question)))
    low, high = _bounds(table, question)
    return Filter(_named(owners, question, coverage), group, year, only, low, high)


def _bounds(table: Table, question: str) -> tuple[Decimal | None, Decimal | None]:
    """The least and greatest amount asked for ("từ 150 tỷ trở lên"), in the table's unit."""
    money = [q for q in parse_quantities(question) if canonical(q)[1] == "đồng"]
    unit = canonical(Quantity(Decimal(1), table.unit, "", 0, 0))
    if len(money) != 1 or unit[1] != "đồng":
        return None, None
    value = canonical(money[0])[0] / unit[0]
    folded = wording.folded(question)
    if _AT_LEAST.search(folded):
        return value, None
    return (None, value) if _AT_MOST.search(folded) else (None, None)


def _unlabelled(group: str) -> str:
    """A group's name without its number ("III. CƠ SỞ DỮ LIỆU")."""
    return re.sub(r"^[IVXLC\d]+[.)]?\s+", "", group)


def _named(names: Sequence[str], question: str, coverage: Coverage) -> str:
    """The longest of `names` whose words all stand in `question`, or ""."""
    held = [name for name in names if held_in(name, question, coverage) >= _WHOLE_NAME]
    return max(held, key=len, default="")


def _data(table: Table) -> list[Row]:
    return [row for row in table.rows if row.kind is RowKind.DATA]


def rows_of(table: Table, chosen: Filter) -> list[Row]:
    """The data rows that pass `chosen`; a year keeps the rows with an amount in it."""
    column = roles(table)
    kept = []
    for row in _data(table):
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
    low = chosen.at_least is None or cell >= chosen.at_least
    return low and (chosen.at_most is None or cell <= chosen.at_most)


def _same(cell: Cell, name: str) -> bool:
    return " ".join(wording.folded(str(cell)).split()) == " ".join(wording.folded(name).split())


def amount_column(table: Table, chosen: Filter, topic: str, coverage: Coverage) -> int | None:
    """The column whose numbers are meant: the year's, the one the topic names, else the total."""
    column = roles(table)
    if chosen.year is not None:
        return column.years[chosen.year]
    others = [i for i in column.numeric if i not in column.years.values() and i != column.total]
    named = [i for i in others if coverage(_leaf(table.columns[i]), topic) >= _NAMED_COLUMN]
    return named[0] if named else column.total


@dataclass(frozen=True, slots=True)
class Match:
    """A row that a question may mean and how well its name fits (0 to 1)."""

    plan: Plan
    table: Table
    row: Row
    fit: float


def matches(plan: Plan, question: str, topic: str, coverage: Coverage) -> list[Match]:
    """The named rows of all tables of `plan`, best fit first.

    The fit is the harmonic mean of how much of the topic the row holds and how much of the
    row's name the question holds, so that a long name is not chosen for one shared word.
    """
    found = []
    for table in plan.tables:
        column = roles(table)
        for row in _data(table):
            name = str(row.cells[column.name] or "")
            owner = str(row.cells[column.owner] or "") if column.owner is not None else ""
            said = coverage(topic, " ".join((name, owner, *(_leaf(c) for c in table.columns))))
            held = held_in(name, question, coverage)
            fit = 2 * said * held / (said + held) if said + held else 0.0
            found.append(Match(plan, table, row, fit))
    return sorted(found, key=lambda match: -match.fit)


def leaf(table: Table, column: int) -> str:
    """The name of a column as a sentence uses it."""
    return _leaf(table.columns[column])


def row_noun(table: Table) -> str:
    """What a row of `table` is, from its name column ("Danh mục dự án": "dự án")."""
    head = _leaf(table.columns[roles(table).name])
    return re.sub(r"(?i)^(?:danh mục|tên|các|nội dung)\s+(?:các\s+)?", "", head).lower()
