"""The columns of a typed table by the part they play, read from their heads and cells.

Any layout will do: rows may be projects, tasks, targets, offices, sources of money or years.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from app.words import wording
from app.words.years import SPAN, YEAR
from ingest.plan import Row, RowKind, Table

_UNIT_HEAD = re.compile(r"(?<!\w)(?:don vi tinh|don vi do|dvt|dv tinh)(?!\w)")
_OWNER = re.compile(
    r"chu dau tu|chu tri|phoi hop|thuc hien|don vi|co quan|chu quan|phu trach|chiu trach nhiem|dau moi"
)
_NO_OFFICE = re.compile(
    r"noi dung|quy mo|thoi gian|ket qua|san pham|tien do|don vi tinh|dvt|ghi chu"
)
_TOTAL = re.compile(
    r"(?<!\w)(?:tong|tmdt|cong(?! (?:nghe|dong|chuc|chung|an|trinh|viec|tac|thong|khai|vu|suat|nhan))|kinh phi|du toan|muc dau tu|nhu cau von|von|thanh tien)(?!\w)"
)
_COUNTS = re.compile(r"^(?:so(?! tien| von| kinh phi)|so luong|bien che|dien tich)(?!\w)")
_RATE = re.compile(r"%|^ty le|^ti le")
_NOUN_HEAD = re.compile(r"(?i)^(?:danh mục|tên|các|nội dung)\s+(?:các\s+)?")
_NUMBERS_MIN = 0.8
"""Share of a column's filled cells that are numbers, from which it is a column of numbers."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Column numbers by role.

    `name` names the row, `owners` are the offices (the leading one first), `texts` what else is
    said in words, `numeric` all numbers. `total` is the row's own amount, `years` the amounts by
    year, `spans` the amounts of several years together as (first, last, column). `amounts` are
    the columns that add up to the row's amount where the table has no total column.
    """

    name: int
    owners: tuple[int, ...]
    texts: tuple[int, ...]
    numeric: tuple[int, ...]
    total: int | None
    years: dict[int, int]
    spans: tuple[tuple[int, int, int], ...]
    amounts: tuple[int, ...]

    def of_year(self, year: int) -> int | None:
        """The column whose amounts are those of `year`, alone or with its neighbours."""
        if year in self.years:
            return self.years[year]
        return next((column for first, last, column in self.spans if first <= year <= last), None)

    @property
    def by_year(self) -> tuple[int, ...]:
        """The columns of years, as the table has them."""
        return tuple(sorted((*self.years.values(), *(column for _, _, column in self.spans))))


@lru_cache(maxsize=64)
def columns_of(table: Table) -> Columns:
    """The roles of `table`'s columns."""
    data = data_rows(table)
    width = len(table.columns)
    numeric = tuple(i for i in range(width) if i and _is_numeric(data, i))
    texts = [i for i in range(1, width) if i not in numeric]
    if not texts or not data[0].label or data[0].cells[0] != data[0].label:
        texts.insert(0, 0)
    if _is_numbering(table, data):
        texts = [i for i in texts if i != 0] or [0]
    else:
        texts = [0, *(i for i in texts if i != 0)]
    name = texts[0]
    heads = [wording.folded(column) for column in table.columns]
    owners = tuple(
        i for i in texts[1:] if _OWNER.search(heads[i]) and not _NO_OFFICE.search(heads[i])
    )
    years: dict[int, int] = {}
    spans: list[tuple[int, int, int]] = []
    for i in numeric:
        leaf = leaf_of(table.columns[i])
        if span := SPAN.fullmatch(_bare_years(leaf)):
            spans.append((int(span.group(1)), int(span.group(2)), i))
        elif len(found := YEAR.findall(leaf)) == 1:
            years[int(found[0])] = i
    rest = [i for i in numeric if i not in years.values() and i not in {c for _, _, c in spans}]
    money = [i for i in rest if table.unit and unit_of(table, i) == table.unit]
    total = next(
        (i for i in rest if _TOTAL.search(wording.folded(leaf_of(table.columns[i])))), None
    )
    if total is None and len(money) == 1:
        total = money[0]
    by_year = (*years.values(), *(column for _, _, column in spans))
    amounts = (total,) if total is not None else tuple(sorted(by_year)) or tuple(money)
    return Columns(
        name,
        tuple(sorted(owners, key=lambda i: "phoi hop" in heads[i])),
        tuple(i for i in texts[1:] if i not in owners),
        numeric,
        total,
        years,
        tuple(spans),
        amounts,
    )


def _bare_years(leaf: str) -> str:
    return re.sub(r"^(?:giai doan|nam|cac nam)\s+", "", wording.folded(leaf)).strip()


def _is_numbering(table: Table, data: Sequence[Row]) -> bool:
    """Whether the first column only numbers the rows ("TT", "STT")."""
    if re.fullmatch(r"s?tt|stt\.?|so tt|so thu tu|no\.?", wording.folded(table.columns[0]).strip()):
        return True
    first = [str(row.cells[0] or "") for row in data]
    return all(re.fullmatch(r"(?:[A-Z\d]{1,3}|[ivxlcIVXLC]+)(?:\.\d+)*\.?", cell) for cell in first)


def _is_numeric(rows: Sequence[Row], column: int) -> bool:
    cells = [row.cells[column] for row in rows if row.cells[column] is not None]
    numbers = sum(isinstance(cell, Decimal) for cell in cells)
    return bool(cells) and numbers >= _NUMBERS_MIN * len(cells)


def leaf_of(column: str) -> str:
    """The column's own head, without the heads that span it."""
    return column.rpartition(": ")[2]


def leaf(table: Table, column: int) -> str:
    """The name of a column as a sentence uses it."""
    return " ".join(leaf_of(table.columns[column]).split())


def unit_of(table: Table, column: int) -> str:
    """The unit of a column's numbers: its own, else the table's; "" for a count of things."""
    head = wording.folded(leaf_of(table.columns[column]))
    if _RATE.search(head):
        return "%"
    if _COUNTS.search(head):
        return ""
    return table.unit


@lru_cache(maxsize=64)
def measures_several_things(table: Table) -> bool:
    """Whether each row has a unit of its own ("ĐVT: %, điểm cầu"), so that rows never add up."""
    units = [i for i, head in enumerate(table.columns) if _holds_units(table, i, leaf_of(head))]
    return any(
        len({str(row.cells[i]).casefold() for row in data_rows(table) if row.cells[i]}) > 1
        for i in units
    )


def _holds_units(table: Table, column: int, head: str) -> bool:
    """Whether a column says what its rows are counted in; "Đơn vị" may hold offices as well."""
    said = wording.folded(head)
    if said.strip() != "don vi":
        return _UNIT_HEAD.search(said) is not None
    cells = [str(row.cells[column]) for row in data_rows(table) if row.cells[column]]
    return bool(cells) and all(
        (len(cell.split()) <= 2 and cell.islower()) or cell == "%" for cell in cells
    )


def data_rows(table: Table) -> list[Row]:
    """The rows that are neither group heads nor totals."""
    return [row for row in table.rows if row.kind is RowKind.DATA]


def total_row(table: Table) -> Row | None:
    """The table's own row of totals: the last one, which sums up the whole."""
    totals = [row for row in table.rows if row.kind is RowKind.TOTAL]
    return totals[-1] if totals else None


def groups_of(table: Table) -> list[str]:
    """The groups that the rows stand in, in order, as the rows name them."""
    return list(dict.fromkeys(row.group for row in data_rows(table) if row.group))


def bare_group(group: str) -> str:
    """A group's name without its number ("III. CƠ SỞ DỮ LIỆU")."""
    return re.sub(r"^(?:[IVXLC]+|[A-Z]|\d+)[.)]\s+", "", group)


def row_noun(table: Table) -> str:
    """What a row of `table` is, from its name column ("Danh mục dự án": "dự án")."""
    head = leaf_of(table.columns[columns_of(table).name])
    return " ".join(_NOUN_HEAD.sub("", head).lower().split())


def name_of(table: Table, row: Row) -> str:
    """The row's name on one line."""
    return " ".join(str(row.cells[columns_of(table).name] or "").split())


def rows_are_years(table: Table) -> bool:
    """Whether each row is a year."""
    return all(YEAR.fullmatch(re.sub(r"\D", "", name_of(table, row))) for row in data_rows(table))
