"""What a question asks of a table: its columns by role, the operation, the row it names.

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
from ingest.plan import Plan, Row, RowKind, Table

YEAR = re.compile(r"20\d\d")
_OWNER = re.compile(r"chu dau tu|chu tri|don vi thuc hien|co quan thuc hien|don vi chu|phu trach")
_TOTAL = re.compile(r"tong|tmdt|cong")
_NOUN = r"(?:du an|nhiem vu|hang muc|chi tieu|don vi|co quan|so nganh|so|nganh|chu dau tu)"
_COUNT = re.compile(
    rf"(?<!\w)(?:bao nhieu|may|so luong|bn|bnhieu|tong so) (?:cac |nhung |dau |khoan )?{_NOUN}(?!\w)"
)
_SUM = re.compile(r"(?<!\w)(?:tong(?! muc dau tu)|cong lai|cong don|tat ca|toan bo|het thay)(?!\w)")
_ALL_OF = re.compile(rf"(?<!\w)(?:cac|nhung|tat ca|toan bo|nhom) (?:cac )?(?:{_NOUN}|\w+)(?!\w)")
_MOST = r"(?:von |tien |kinh phi |kem |cong chuc |can bo |nguoi )?nhat(?!\w)"
_MAX = re.compile(rf"(?<!\w)(?:lon|cao|nhieu|ton|dat|khung) {_MOST}")
_MIN = re.compile(rf"(?<!\w)(?:nho|thap|it|re) {_MOST}")
_WHICH = re.compile(
    rf"(?<!\w)(?:nhung|cac|may) {_NOUN}(?:(?! nam)[\w\s])*? (?:nao|gi)(?!\w)|(?<!\w){_NOUN} (?:nao|gi)(?!\w)|"
    rf"(?:liet ke|ke ten|ke ra|danh sach|danh muc|loc|tim|chi ra|neu ra|thong ke)(?: (?:cho|giup|ho)(?: \w+)?)? (?:cac |nhung )?{_NOUN}"
)
_BETWEEN_YEARS = re.compile(
    r"(?<!\w)(?:lech|chenh|hon kem|tang|giam|nhieu hon|it hon|so voi|so (?=tong)|so (?=von))(?!\w)|^so "
)
_ORDINAL = re.compile(
    r"(?<!\w)(chi tieu|du an|dong|nhiem vu|hang muc)\s+(?:so|thu)\s+(\d{1,3})(?!\w)"
)
_WHICH_YEAR = re.compile(r"(?<!\w)nam nao(?!\w)")
_ALLOTTED = re.compile(r"(?<!\w)(?:duoc )?(?:bo tri|phan bo|danh cho|rot)(?!\w)")
_BLANK = re.compile(
    r"(?<!\w)(?:(?:bo|de) trong|chua (?:duoc |co )?\w+|khong (?:duoc |co )?\w+)(?!\w)"
)
YEAR_RANGE = re.compile(r"20\d\d\s?(?:-|–|den)\s?20\d\d")


# What every table may be asked for; it tells no table from another.
_ANY_OFFICE = ("don vi", "co quan")


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
    data = data_rows(table)
    width = len(table.columns)
    numeric = tuple(i for i in range(width) if i and _is_numeric(data, i))
    texts = [i for i in range(1, width) if i not in numeric] or [0]
    named = [wording.folded(column) for column in table.columns]
    owner = next((i for i in texts if i != texts[0] and _OWNER.search(named[i])), None)
    years = {
        int(found[-1]): i
        for i in numeric
        if (found := YEAR.findall(leaf_of(table.columns[i]))) and len(found) == 1
    }
    rest = [i for i in numeric if i not in years.values()]
    total = next(
        (i for i in rest if _TOTAL.search(named[i])), rest[-1] if len(rest) == 1 and years else None
    )
    return Roles(texts[0], owner, total, years, numeric)


def leaf_of(column: str) -> str:
    """The column's own head, without the head that spans it."""
    return column.rpartition(": ")[2]


def _is_numeric(rows: Sequence[Row], column: int) -> bool:
    cells = [row.cells[column] for row in rows if row.cells[column] is not None]
    return bool(cells) and sum(isinstance(cell, Decimal) for cell in cells) >= 0.8 * len(cells)


def wanted(question: str) -> Wanted:
    """The operation a question asks for."""
    folded = wording.folded(question)
    if len(set(YEAR.findall(YEAR_RANGE.sub(" ", folded)))) == 2 and _BETWEEN_YEARS.search(folded):
        return Wanted.YEAR_GAP
    by_year = _WHICH_YEAR.search(folded)
    if by_year and _BLANK.search(folded):
        return Wanted.LOOKUP
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


def data_rows(table: Table) -> list[Row]:
    """The rows that are neither group heads nor totals."""
    return [row for row in table.rows if row.kind is RowKind.DATA]


@dataclass(frozen=True, slots=True)
class Match:
    """A row that a question may mean and how well its name fits (0 to 1)."""

    plan: Plan
    table: Table
    row: Row
    fit: float


def without_table_words(text: str) -> str:
    """`text` without words such as "chủ đầu tư" or "năm nào", which any row may be asked with."""
    folded, letters = wording.folded(text), list(text)
    for pattern in (wording.TABLE, wording.MONEY, _BLANK, _WHICH_YEAR, _ALLOTTED):
        for match in pattern.finditer(folded):
            letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(letters)


def matches(plan: Plan, question: str, topic: str, coverage: Coverage) -> list[Match]:
    """The named rows of all tables of `plan`, best fit first.

    The fit is the harmonic mean of how much of the topic the row holds and how much of the
    row's name the question holds, so that a long name is not chosen for one shared word.
    """
    tables = meant_by_noun(plan.tables, question)
    question, topic = without_table_words(question), without_table_words(topic)
    found = []
    for table in tables:
        column = roles(table)
        for row in data_rows(table):
            name = str(row.cells[column.name] or "")
            owner = str(row.cells[column.owner] or "") if column.owner is not None else ""
            said = coverage(topic, " ".join((name, owner, *(leaf_of(c) for c in table.columns))))
            held = held_in(name, question, coverage)
            fit = 2 * said * held / (said + held) if said + held else 0.0
            found.append(Match(plan, table, row, fit))
    return sorted(found, key=lambda match: -match.fit)


def meant_by_noun(tables: Sequence[Table], question: str) -> Sequence[Table]:
    """The tables whose rows are what `question` speaks of ("dự án"); all when none is."""
    folded = wording.folded(question)
    named = [
        table
        for table in tables
        if (noun := wording.folded(row_noun(table)).split()[:2])
        and len(noun) == 2
        and " ".join(noun) not in _ANY_OFFICE
        and re.search(rf"(?<!\w){re.escape(' '.join(noun))}(?!\w)", folded)
    ]
    return named or tables


def is_numbered(match: Match, question: str) -> bool:
    """Whether `question` names the row by its table's noun and number ("chỉ tiêu số 9")."""
    named = _ORDINAL.search(wording.folded(question))
    if named is None or match.row.label != named.group(2):
        return False
    head = match.table.columns[roles(match.table).name]
    return named.group(1) == "dong" or named.group(1) in wording.folded(head)


def leaf(table: Table, column: int) -> str:
    """The name of a column as a sentence uses it."""
    return leaf_of(table.columns[column])


def row_noun(table: Table) -> str:
    """What a row of `table` is, from its name column ("Danh mục dự án": "dự án")."""
    head = leaf_of(table.columns[roles(table).name])
    return re.sub(r"(?i)^(?:danh mục|tên|các|nội dung)\s+(?:các\s+)?", "", head).lower()
