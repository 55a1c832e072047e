"""Amounts of a table as a sentence says them: with the table's unit, converted where it helps."""

from decimal import Decimal

from app.draft import Derived, Operation, Proof
from app.sentences import Span
from app.tables import roles
from app.writers.material import proof
from ingest.plan import ChunkKind, Plan, Row, Table
from ingest.quantities import format_number

_THOUSAND_MILLIONS = Decimal("0.001")


def said_amount(table: Table, row: Row, column: int, *, convert: bool = False) -> str:
    """The cell with its unit, and in tỷ đồng too when `convert`; "" for a blank cell."""
    cell = row.cells[column]
    if not isinstance(cell, Decimal):
        return "" if cell is None else str(cell)
    unit = table.unit if _carries_unit(table, column) else ""
    said = f"{format_number(cell)} {unit}".strip()
    return said + converted(table, cell) if convert and unit else said


def _carries_unit(table: Table, column: int) -> bool:
    """Whether the column is in the table's unit: years and totals are, a head count is not."""
    return column in roles(table).years.values() or column == roles(table).total


def in_millions(table: Table) -> bool:
    """Whether the table counts in triệu đồng."""
    return table.unit.casefold() == "triệu đồng"


def conversion(value: Decimal) -> Derived:
    """The derivation of `value` triệu đồng in tỷ đồng."""
    factor = _THOUSAND_MILLIONS
    return Derived(value * factor, Operation.CONVERSION, (value,), factor)


def converted(table: Table, value: Decimal) -> str:
    """A bracket with `value` in tỷ đồng when the table counts in triệu đồng, else ""."""
    if not in_millions(table) or value < 1000:
        return ""
    return f" ({format_number(value * _THOUSAND_MILLIONS)} tỷ đồng)"


def amount(row: Row, column: int) -> Decimal:
    """The number of the cell; 0 for a cell without one, so ask only where blanks are left out."""
    cell = row.cells[column]
    return cell if isinstance(cell, Decimal) else Decimal(0)


def row_proof(plan: Plan, row: Row) -> Proof:
    """The proof that a row of a table of `plan` gives."""
    chunk = next(
        c
        for c in plan.chunks
        if c.kind is ChunkKind.ROW and c.start <= row.start and row.end <= c.end
    )
    return proof(chunk, Span(row.start, row.end))
