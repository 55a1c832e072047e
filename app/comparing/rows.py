"""What a row of a table says to an aspect of a comparison: the money of the project that is meant."""

from decimal import Decimal

from app.reading.counted import MONEY_UNIT, asked
from app.reading.figures import Picked
from app.reading.finding import MAX_CHUNKS, Finding
from app.reading.material import Material
from app.reading.sentences import Span
from app.tabular.columns import columns_of, name_of, unit_of
from app.words import wording
from ingest.plan import Chunk, ChunkKind, Plan, Quantity, Row, RowKind, Table
from ingest.quantities import canonical, format_number

_MIN_NAMED = 0.6
"""Coverage of the aspect by a row's name from which the row is the one that is meant."""


def row_amount(material: Material, plan: Plan) -> Finding | None:
    """The money of the row that the aspect names as a project, a task or an item; else None."""
    question = material.question
    folded = wording.folded(question.standalone)
    if asked(question.standalone).unit != MONEY_UNIT or not wording.TABLE.search(folded):
        return None
    topic = wording.without(wording.TABLE, wording.without(wording.MONEY, question.topic))
    best: Finding | None = None
    for hit in material.of(plan)[:MAX_CHUNKS]:
        found = _of_row(plan, hit.chunk, question.years)
        if found is None:
            continue
        fit = material.coverage(topic, found[0])
        if fit >= _MIN_NAMED and (best is None or fit > best.score):
            best = _finding(plan, hit.chunk, found[1], fit)
    return best


def _of_row(plan: Plan, chunk: Chunk, years: tuple[int, ...]) -> tuple[str, Quantity] | None:
    """The name of a row and its money: of the year asked for, else its total."""
    table = next((t for t in plan.tables if t.table_id == chunk.table_id), None)
    if chunk.kind is not ChunkKind.ROW or table is None or chunk.row_index is None:
        return None
    row = table.rows[chunk.row_index]
    column = _column(table, years)
    if row.kind is not RowKind.DATA or column is None:
        return None
    quantity = _money(chunk, table, row, column)
    return (name_of(table, row), quantity) if quantity is not None else None


def _column(table: Table, years: tuple[int, ...]) -> int | None:
    found = columns_of(table)
    return found.of_year(years[0]) if len(years) == 1 else found.total


def _money(chunk: Chunk, table: Table, row: Row, column: int) -> Quantity | None:
    value, unit = row.cells[column], unit_of(table, column).lower()
    if not isinstance(value, Decimal):
        return None
    quantity = Quantity(value, unit, f"{format_number(value)} {unit}", chunk.start, chunk.end)
    return quantity if canonical(quantity)[1] == MONEY_UNIT else None


def _finding(plan: Plan, chunk: Chunk, quantity: Quantity, fit: float) -> Finding:
    span = Span(chunk.start, chunk.end)
    picked = Picked(quantity, 1.0, 0.0, quantity.raw)
    return Finding(plan, chunk, span, span, quantity.raw, picked, fit, fit)
