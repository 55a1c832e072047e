"""One row of a table: what is asked of it first, then its other cells."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app import wording
from app.draft import Derived, DraftStatement, Operation
from app.figures import asked
from app.tables import Match, leaf, roles
from app.verify import recomputed
from app.writers.amounts import amount, conversion, in_millions, row_proof, said_amount
from app.writers.material import Material
from ingest.plan import RowKind
from ingest.quantities import format_number
from prompts import text as say


def lookup(material: Material, match: Match) -> Sequence[DraftStatement]:
    """What is asked of the row first, then the row's other cells."""
    table, row, column = match.table, match.row, roles(match.table)
    folded = wording.folded(material.question.standalone)
    evidence = (row_proof(match.plan, row),)
    name = str(row.cells[column.name])
    lead = _asked_cell(folded, material, match)
    if wording.SHARE.search(folded) and (told := _share(match)):
        return told
    if wording.PERCENT.search(folded) and column.numeric and table.unit != "%":
        return ()
    parts = [part for part in (_owner_part(match), *_amount_parts(match)) if part]
    texts = [
        f"{leaf(table, i)}: {' '.join(str(row.cells[i]).split())}"
        for i in range(1, len(table.columns))
        if i not in column.numeric
        and i not in (column.name, column.owner)
        and row.cells[i] is not None
        and not (column.numeric and len(str(row.cells[i])) > 220)
    ]
    detail = "; ".join((*parts, *texts))
    text = (
        say("table.row", lead=lead, name=name, detail=detail)
        if lead
        else say("table.row_only", name=name, detail=detail)
    )
    return (DraftStatement(text, evidence, lead=lead or name, derived=_conversions(match)),)


def _asked_cell(folded: str, material: Material, match: Match) -> str:
    """The cell that the question asks for, as it is led with."""
    table, row, column = match.table, match.row, roles(match.table)
    year = next((y for y in material.question.years if y in column.years), None)
    if year is not None:
        return said_amount(table, row, column.years[year]) or say("table.blank_year", year=year)
    if column.owner is not None and wording.WHO.search(folded):
        return str(row.cells[column.owner] or "")
    others = [i for i in column.numeric if i not in column.years.values() and i != column.total]
    counts = wording.COUNTING.search(folded) and not wording.MONEY.search(folded)
    if counts and others and asked(material.question.standalone).noun:
        said = said_amount(table, row, others[0])
        return f"{said} ({leaf(table, others[0])})" if said else ""
    if column.total is not None and (
        wording.MONEY.search(folded) or wording.HOW_MANY.search(folded)
    ):
        return said_amount(table, row, column.total)
    if column.owner is not None and "chu dau tu" in folded:
        return str(row.cells[column.owner] or "")
    if not column.numeric:
        return str(row.cells[-1] or "")
    return ""


def _share(match: Match) -> Sequence[DraftStatement]:
    """The row's share of the table's total, by its total column."""
    table, column = match.table, roles(match.table).total
    total = next((row for row in table.rows if row.kind is RowKind.TOTAL), None)
    if column is None or total is None or not isinstance(match.row.cells[column], Decimal):
        return ()
    part, whole = amount(match.row, column), amount(total, column)
    derived = Derived(Decimal(0), Operation.SHARE, (part, whole))
    derived = replace(derived, value=recomputed(derived))
    lead = f"{format_number(derived.value)}%"
    text = say(
        "table.share",
        lead=lead,
        name=match.row.cells[roles(table).name],
        part=said_amount(table, match.row, column),
        whole=said_amount(table, total, column),
    )
    proofs = (row_proof(match.plan, match.row), row_proof(match.plan, total))
    return (DraftStatement(text, proofs, lead=lead, derived=(derived,)),)


def _owner_part(match: Match) -> str:
    column = roles(match.table).owner
    if column is None or match.row.cells[column] is None:
        return ""
    return f"{leaf(match.table, column).lower()}: {match.row.cells[column]}"


def _amount_parts(match: Match) -> list[str]:
    """Total with its conversion, each year with an amount, the blank years."""
    table, row, column = match.table, match.row, roles(match.table)
    parts = []
    others = [i for i in column.numeric if i not in column.years.values()]
    for i in others:
        if said := said_amount(table, row, i, convert=i == column.total):
            parts.append(f"{leaf(table, i)}: {said}")
    filled = [y for y, i in sorted(column.years.items()) if row.cells[i] is not None]
    blank = [y for y, i in sorted(column.years.items()) if row.cells[i] is None]
    if filled:
        parts.append(
            ", ".join(
                say("table.year", year=y, amount=said_amount(table, row, column.years[y]))
                for y in filled
            )
        )
    if blank and filled:
        parts.append(say("table.blank_years", years=", ".join(map(str, blank))))
    return parts


def _conversions(match: Match) -> tuple[Derived, ...]:
    column = roles(match.table)
    cell = match.row.cells[column.total] if column.total is not None else None
    if not isinstance(cell, Decimal) or not in_millions(match.table):
        return ()
    return (conversion(cell),)
