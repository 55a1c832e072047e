"""Amounts of a table as a sentence says them, with what proves them and how they were computed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.draft import Derived, Operation, Proof
from app.proving.verify import recomputed
from app.reading.material import proof
from app.reading.sentences import Span
from app.tabular.columns import columns_of, leaf, unit_of
from app.tabular.narrowing import amount_of
from app.tabular.parsed import Scope
from ingest.plan import ChunkKind, Plan, Row, Table
from ingest.quantities import format_number
from prompts import text as say

_THOUSAND_MILLIONS = Decimal("0.001")
_WORTH_CONVERTING = 1000


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with its unit, the rows that prove it and the steps that compute it.

    `operands` are the numbers it was added up from, one when it stands in a cell.
    """

    value: Decimal
    unit: str
    proofs: tuple[Proof, ...]
    operands: tuple[Decimal, ...]

    @property
    def steps(self) -> tuple[Derived, ...]:
        """How the value follows from its rows; nothing for a value that stands in a cell."""
        if len(self.operands) == 1:
            return ()
        return (Derived(self.value, Operation.SUM, self.operands),)

    @property
    def spelled(self) -> str:
        """The sum as it is spelled out: "300 + 400"."""
        return " + ".join(format_number(operand) for operand in self.operands)


def measured(plan: Plan, table: Table, scope: Scope, columns: Sequence[int]) -> Amount | None:
    """The amount of `scope` in `columns`, by the table's own row of sums where it has one."""
    unit = unit_of(table, columns[0]) if columns else ""
    rows = [scope.whole] if _sums(scope.whole, columns) else list(scope.rows)
    used = [row for row in rows if row is not None and amount_of(row, columns) is not None]
    cells = [cell for row in used for i in columns if isinstance(cell := row.cells[i], Decimal)]
    if not cells or (unit == "%" and len(cells) > 1):
        return None
    proofs = tuple(row_proof(plan, row) for row in used)
    return Amount(sum(cells, Decimal(0)), unit, proofs, tuple(cells))


def _sums(row: Row | None, columns: Sequence[int]) -> bool:
    """Whether `row` has a number in each of `columns`."""
    return row is not None and all(isinstance(row.cells[i], Decimal) for i in columns)


def said(value: Decimal, unit: str, *, convert: bool = True) -> str:
    """The value with its unit, and in tỷ đồng too where that is easier to read."""
    if unit == "%":
        return f"{format_number(value)}%"
    text = f"{format_number(value)} {unit.lower()}".strip()
    return text + _converted(value, unit) if convert else text


def said_cell(table: Table, row: Row, column: int, *, convert: bool = False) -> str:
    """The cell with its unit; "" for a blank cell."""
    cell = row.cells[column]
    if not isinstance(cell, Decimal):
        return "" if cell is None else " ".join(str(cell).split())
    return said(cell, unit_of(table, column), convert=convert)


def _in_millions(unit: str) -> bool:
    return unit.casefold() == "triệu đồng"


def _converted(value: Decimal, unit: str) -> str:
    if not _in_millions(unit) or abs(value) < _WORTH_CONVERTING:
        return ""
    return f" ({format_number(value * _THOUSAND_MILLIONS)} tỷ đồng)"


def conversion(value: Decimal, unit: str) -> tuple[Derived, ...]:
    """The derivation of `value` in tỷ đồng, where `said` says it so."""
    if not _converted(value, unit):
        return ()
    factor = _THOUSAND_MILLIONS
    return (Derived(value * factor, Operation.CONVERSION, (value,), factor),)


def derived(operation: Operation, *operands: Decimal, factor: Decimal = Decimal(1)) -> Derived:
    """The step that computes `operation` from `operands`."""
    step = Derived(Decimal(0), operation, operands, factor)
    return replace(step, value=recomputed(step))


def heading(table: Table, columns: Sequence[int]) -> str:
    """What `columns` are called in a sentence: "năm 2024", "Tổng mức đầu tư"."""
    column = columns_of(table)
    years = {i: year for year, i in column.years.items()}
    spans = {i: f"{first}-{last}" for first, last, i in column.spans}
    names = [
        say("table.year_head", year=years[i]) if i in years else spans.get(i, leaf(table, i))
        for i in columns
    ]
    return ", ".join(names)


def row_proof(plan: Plan, row: Row) -> Proof:
    """The proof that a row of a table of `plan` gives."""
    chunk = next(
        c
        for c in plan.chunks
        if c.kind is ChunkKind.ROW and c.start <= row.start and row.end <= c.end
    )
    return proof(chunk, Span(row.start, row.end))
