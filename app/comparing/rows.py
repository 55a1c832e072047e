"""What a row of a table says to an aspect of a comparison: its amount, or the office in charge."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.proving.grounds import own_unit
from app.reading.counted import MONEY_UNIT, PERCENT_UNIT, asked
from app.reading.figures import Picked
from app.reading.finding import Finding
from app.reading.material import Material, held_in
from app.reading.sentences import Span
from app.reading.tense import Tense, asked_tense
from app.tabular.columns import columns_of, name_of, unit_of
from app.words import wording
from ingest.plan import Chunk, Plan, Quantity, Row, RowKind, Table
from ingest.quantities import canonical, format_number

_MIN_NAMED = 0.6
"""Coverage of the aspect by a row's name from which the row is the one that is meant."""
_NAME_SHARE = 0.3
"""Of two rows that hold the aspect, the one whose name says less beside it is meant."""
_ASKING = wording.any_of(
    r"du an", r"nhiem vu", r"hang muc", r"goi thau", r"phu luc(?: \w{1,3}(?!\w))?", r"danh muc", r"bang", r"bieu",
    r"nhom", r"muc", r"tong(?: cong| so| muc)?", r"(?:chu|chu dau) tu", r"chu tri", r"co quan", r"don vi", r"trien khai", r"thuc hien", r"so", r"ty le", r"chi tieu",
    r"bo tri", r"phan bo", r"danh", r"lam", r"mua sam", r"dau tu",
)  # fmt: skip
_GROUP = wording.any_of(r"nhom", r"(?:ca )?muc", r"phan", r"linh vuc", r"hang muc", r"tong cua")
_SUMS = wording.any_of(r"tong(?: cong)?", r"phu luc", r"danh muc", r"nhom", r"hang muc", r"du an")
_LEVEL = re.compile(r"(?<!\w)(?<=cap )(?:xa|huyen|tinh|so)(?!\w)")


@dataclass(frozen=True, slots=True)
class _Meant:
    """A row that an aspect names, and how well."""

    table: Table
    row: Row
    chunk: Chunk
    fit: float


def row_amount(material: Material, plan: Plan) -> Finding | None:
    """The amount of the row that the aspect names: its money, its share, its number; else None.

    Of several years the one asked for; of an indicator, else what there was or is aimed at.
    """
    unit = asked(material.question.standalone).unit
    for meant in _rows_meant(material, plan):
        quantity = _amount(material, plan, meant, unit)
        if quantity is not None:
            picked = Picked(quantity, 1.0, 0.0, quantity.raw)
            return _finding(plan, meant, quantity.raw, picked)
    return None


def row_office(material: Material, plan: Plan) -> Finding | None:
    """The office in charge of the row that the aspect names, or None."""
    for meant in _rows_meant(material, plan):
        owners = columns_of(meant.table).owners
        office = str(meant.row.cells[owners[0]] or "") if owners else ""
        if office:
            return _finding(plan, meant, " ".join(office.split()), None)
    return None


def bare_topic(topic: str) -> str:
    """`topic` without what is asked of any row: money, totals, who is in charge."""
    return wording.without(_ASKING, wording.without(wording.MONEY, topic))


def _rows_meant(material: Material, plan: Plan) -> list[_Meant]:
    """The rows whose names hold most of the aspect, best first."""
    question = material.question
    topic = bare_topic(question.topic)
    if not topic.split():
        return []
    groups = bool(_GROUP.search(wording.folded(question.standalone)))
    # A project "cấp tỉnh" is still the project; of an indicator each level has its own value.
    levels = asked(question.standalone).unit != MONEY_UNIT
    meant: list[_Meant] = []
    for table, row, chunk in _rows(plan):
        name = name_of(table, row) if row.kind is RowKind.DATA else _group_name(row)
        said = material.coverage(topic, name)
        if said < _MIN_NAMED or (levels and _of_another_level(name, question.standalone)):
            continue
        share = held_in(name, topic, material.coverage)
        fit = said + _NAME_SHARE * share + (0.2 if groups and row.kind is RowKind.GROUP else 0.0)
        meant.append(_Meant(table, row, chunk, fit))
    return sorted(meant, key=lambda row: -row.fit)


def _of_another_level(name: str, question: str) -> bool:
    """Whether a row is of one level of government ("cấp xã") that the question does not name."""
    told = set(_LEVEL.findall(wording.folded(name)))
    return bool(told) and not told & set(_LEVEL.findall(wording.folded(question)))


def _rows(plan: Plan) -> Iterator[tuple[Table, Row, Chunk]]:
    """The rows with names and, of groups, with sums; each with its chunk."""
    tables = {table.table_id: table for table in plan.tables}
    for chunk in plan.chunks:
        if chunk.table_id in tables and chunk.row_index is not None:
            table = tables[chunk.table_id]
            row = table.rows[chunk.row_index]
            sums = any(isinstance(cell, Decimal) for cell in row.cells)
            if row.kind is RowKind.DATA or (row.kind is RowKind.GROUP and sums):
                yield table, row, chunk


def _group_name(row: Row) -> str:
    """The words of a group's row."""
    return " ".join(str(cell) for cell in row.cells if isinstance(cell, str))


def _amount(material: Material, plan: Plan, meant: _Meant, wanted: str) -> Quantity | None:
    """The row's number in the column that is asked for, when its unit is the asked one."""
    column = _column(material, plan, meant.table, wanted)
    value = meant.row.cells[column] if column is not None else None
    if column is None or not isinstance(value, Decimal):
        return None
    unit = _unit(meant.table, meant.row, column)
    shown = f"{format_number(value)}{unit if unit == PERCENT_UNIT else f' {unit}'.rstrip()}"
    quantity = Quantity(value, unit, shown, meant.chunk.start, meant.chunk.end)
    measured = canonical(quantity)[1]
    sums = measured == MONEY_UNIT and _SUMS.search(wording.folded(material.question.standalone))
    counts = measured not in (MONEY_UNIT, PERCENT_UNIT)
    return quantity if (measured == wanted if wanted else counts or sums) else None


def _unit(table: Table, row: Row, column: int) -> str:
    """The unit of a row's number: the row's own, else the column's or the table's."""
    return (own_unit(table, row) or unit_of(table, column)).lower()


def _column(material: Material, plan: Plan, table: Table, wanted: str) -> int | None:
    """The column of the year asked for; else the total, of an indicator the state or the aim."""
    found, question = columns_of(table), material.question
    if question.years:
        of_years = [found.of_year(year) for year in question.years]
        if len(of_years) == 1 and of_years[0] is not None:
            return of_years[0]
        first, last = plan.period
        single = first == last and question.years == (first,)
        return found.total if single and wanted == MONEY_UNIT else None
    if found.total is not None or not found.years:
        return found.total
    years = sorted(found.years)
    planned = asked_tense(question.standalone, plan.period[0]) is Tense.PLANNED
    return found.years[years[-1] if planned else years[0]]


def _finding(plan: Plan, meant: _Meant, lead: str, picked: Picked | None) -> Finding:
    span = Span(meant.chunk.start, meant.chunk.end)
    return Finding(plan, meant.chunk, span, span, lead, picked, meant.fit, meant.fit)
