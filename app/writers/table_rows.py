"""Rows of a table filtered, counted, summed and ranked, with the rows and the arithmetic shown."""

import re
from collections.abc import Sequence
from decimal import Decimal

from app import wording
from app.draft import Derived, DraftStatement, Operation
from app.table_filter import Filter, amount_column, filter_of, rows_of
from app.tables import Wanted, leaf, meant_by_noun, roles, row_noun
from app.writers.amounts import amount, conversion, converted, in_millions, row_proof, said_amount
from app.writers.material import Material
from ingest.plan import Plan, Row, RowKind, Table
from ingest.quantities import format_number
from prompts import text as say

MAX_ROWS = 12
_GROUP = re.compile(
    r"(?<!\w)(?:nhom|linh vuc|mang|khoi|phan|muc|tong(?: cong)?|tat ca|toan bo|cac|nhung)(?!\w)"
)
_ANNEX = re.compile(r"phu luc (?:[ivxlc]+|\d+)(?!\w)")


def over_rows(
    material: Material, plan: Plan, operation: Wanted, *, row_is_meant: bool
) -> Sequence[DraftStatement]:
    """The operation over the filtered rows of the table that the question means."""
    question = material.question
    table = _meant_table(material, plan)
    if table is None:
        return ()
    chosen = filter_of(
        table, question.standalone, question.topic, question.years, material.coverage
    )
    if operation is Wanted.YEAR_GAP:
        return () if row_is_meant else _year_gap(plan, table, question.years)
    folded = wording.folded(question.standalone)
    money = wording.MONEY.search(folded) or wording.ADD_UP.search(folded)
    of_the_table = wording.TABLE.search(folded) and not row_is_meant
    if operation is Wanted.SUM and not (money and (chosen.restricts or of_the_table)):
        return ()
    if row_is_meant and chosen.group and not (chosen.owner or _GROUP.search(folded)):
        return ()
    rows = rows_of(table, chosen)
    column = amount_column(table, chosen, question.topic, material.coverage)
    if not rows:
        return ()
    if operation in (Wanted.MAX_YEAR, Wanted.MIN_YEAR):
        return _extreme_year(plan, table, operation)
    if operation in (Wanted.MAX, Wanted.MIN):
        return _extreme(plan, table, rows, column, operation)
    if operation is Wanted.SUM:
        return _sum(plan, table, rows, column, chosen)
    if not chosen.restricts and chosen.year is None and operation is Wanted.LIST:
        return ()
    listed = _listed(plan, table, rows, column, chosen)
    added = _sum(plan, table, rows, column, chosen)[:1] if money and len(rows) > 1 else ()
    return (listed[0], *added, *listed[1:])


def _annex_label(plan: Plan, table: Table) -> str:
    """The annex that `table` stands in, folded ("phu luc ii"), or "" when in none."""
    path = plan.sections[table.section_id].path if table.section_id is not None else ()
    found = _ANNEX.search(wording.folded(" ".join(path)))
    return found.group() if found else ""


def _meant_table(material: Material, plan: Plan) -> Table | None:
    """The table that most of the retrieved rows come from; with amounts, if any has."""
    numeric = [table for table in plan.tables if roles(table).numeric]
    tables = meant_by_noun(numeric, material.question.standalone)
    folded = wording.folded(material.question.standalone)
    named = [table for table in numeric if _annex_label(plan, table) in _ANNEX.findall(folded)]
    if named:
        return named[0]
    votes = {table.table_id: 0.0 for table in tables}
    for hit in material.of(plan):
        if hit.chunk.table_id in votes:
            votes[hit.chunk.table_id] += 1.0 / hit.rank
    topic = material.question.topic

    def weight(table: Table) -> float:
        heads = " ".join((table.caption, *table.columns))
        return votes[table.table_id] + 2 * material.coverage(topic, heads)

    return max(tables, key=weight, default=None)


def _row_line(table: Table, row: Row, column: int | None) -> str:
    name = str(row.cells[roles(table).name])
    amount = said_amount(table, row, column) if column is not None else ""
    return f"{name}: {amount}" if amount else name


def _bullets(
    plan: Plan, table: Table, rows: Sequence[Row], column: int | None
) -> list[DraftStatement]:
    return [
        DraftStatement(_row_line(table, row, column), (row_proof(plan, row),), bullet=True)
        for row in rows[:MAX_ROWS]
    ]


def _extreme(
    plan: Plan, table: Table, rows: Sequence[Row], column: int | None, operation: Wanted
) -> Sequence[DraftStatement]:
    if column is None:
        return ()
    valued = [row for row in rows if isinstance(row.cells[column], Decimal)]
    if not valued:
        return ()
    pick = max if operation is Wanted.MAX else min
    best = pick(amount(row, column) for row in valued)
    chosen = [row for row in valued if amount(row, column) == best]
    name = "; ".join(str(row.cells[roles(table).name]) for row in chosen)
    text = say(
        f"table.{operation.value}",
        name=name,
        amount=said_amount(table, chosen[0], column, convert=True),
        column=leaf(table, column),
        owner=_owners(table, chosen),
    )
    proofs = tuple(row_proof(plan, row) for row in chosen)
    derived = (conversion(best),) if in_millions(table) else ()
    return (DraftStatement(text, proofs, lead=name, derived=derived),)


def _extreme_year(plan: Plan, table: Table, operation: Wanted) -> Sequence[DraftStatement]:
    """The year whose total is the largest or smallest, by the table's own total row."""
    total = next((row for row in table.rows if row.kind is RowKind.TOTAL), None)
    years = roles(table).years
    if total is None or len(years) < 2:
        return ()
    pick = max if operation is Wanted.MAX_YEAR else min
    year = pick(years, key=lambda y: amount(total, years[y]))
    said = said_amount(table, total, years[year])
    all_years = ", ".join(
        say("table.year", year=y, amount=said_amount(table, total, i))
        for y, i in sorted(years.items())
    )
    text = say(f"table.{operation.value}", year=year, amount=said, years=all_years)
    return (
        DraftStatement(text, (row_proof(plan, total),), lead=say("table.year_lead", year=year)),
    )


def _year_gap(plan: Plan, table: Table, years: Sequence[int]) -> Sequence[DraftStatement]:
    """How far the totals of two years lie apart, by the table's own total row."""
    total = next((row for row in table.rows if row.kind is RowKind.TOTAL), None)
    return () if total is None else year_gap(plan, table, total, years)


def year_gap(plan: Plan, table: Table, row: Row, years: Sequence[int]) -> Sequence[DraftStatement]:
    """How far the amounts of two years of `row` lie apart; () when one of them is blank."""
    columns = [roles(table).years.get(year) for year in years]
    cells = [row.cells[column] for column in columns if column is not None]
    if len(cells) != 2 or not all(isinstance(cell, Decimal) for cell in cells):
        return ()
    first, second = (amount(row, column) for column in columns if column is not None)
    high, low = max(first, second), min(first, second)
    gap = f"{format_number(high - low)} {table.unit}".strip()
    said = ", ".join(
        say("table.year", year=year, amount=f"{format_number(value)} {table.unit}".strip())
        for year, value in zip(years, (first, second), strict=True)
    )
    text = say(
        "table.year_gap", gap=gap, high=format_number(high), low=format_number(low), years=said
    )
    derived = (Derived(high - low, Operation.DIFFERENCE, (high, low)),)
    return (DraftStatement(text, (row_proof(plan, row),), lead=gap, derived=derived),)


def _owners(table: Table, rows: Sequence[Row]) -> str:
    column = roles(table).owner
    if column is None:
        return ""
    owners = ", ".join(dict.fromkeys(str(row.cells[column]) for row in rows if row.cells[column]))
    return say("table.owner", head=leaf(table, column).lower(), owner=owners) if owners else ""


def _sum(
    plan: Plan, table: Table, rows: Sequence[Row], column: int | None, chosen: Filter
) -> Sequence[DraftStatement]:
    """The sum; the table's own total row proves it when nothing is filtered out."""
    if column is None:
        return ()
    total_row = next((row for row in table.rows if row.kind is RowKind.TOTAL), None)
    if not chosen.restricts and total_row is not None:
        said = said_amount(table, total_row, column, convert=True)
        text = say("table.total_row", amount=said, table=table.caption, scope=_scope(chosen))
        return (
            DraftStatement(
                text,
                (row_proof(plan, total_row),),
                lead=said,
                derived=(conversion(amount(total_row, column)),),
            ),
        )
    operands = tuple(amount(row, column) for row in rows if isinstance(row.cells[column], Decimal))
    value = sum(operands, Decimal(0))
    said = f"{format_number(value)} {table.unit}".strip()
    steps = " + ".join(format_number(operand) for operand in operands)
    proofs = tuple(row_proof(plan, row) for row in rows)
    text = say(
        "table.sum",
        amount=said,
        converted=converted(table, value),
        scope=_scope(chosen),
        count=f"{len(rows)} {row_noun(table)}",
        steps=steps,
    )
    counted = Derived(Decimal(len(rows)), Operation.COUNT)
    derived = (Derived(value, Operation.SUM, operands), conversion(value), counted)
    return (
        DraftStatement(text, proofs, lead=said, derived=derived),
        *_bullets(plan, table, rows, column),
    )


def _scope(chosen: Filter) -> str:
    parts = [say("table.of_owner", owner=chosen.owner)] if chosen.owner else []
    parts += [say("table.of_group", group=chosen.group)] if chosen.group else []
    parts += [say("table.of_year", year=chosen.year)] if chosen.year is not None else []
    return "".join(parts)


def _listed(
    plan: Plan, table: Table, rows: Sequence[Row], column: int | None, chosen: Filter
) -> Sequence[DraftStatement]:
    """The number of rows, then each of them."""
    proofs = tuple(row_proof(plan, row) for row in rows)
    count = Decimal(len(rows))
    lead = f"{len(rows)} {row_noun(table)}"
    text = say("table.count", count=lead, scope=_scope(chosen))
    head = DraftStatement(text, proofs, lead=lead, derived=(Derived(count, Operation.COUNT),))
    return (head, *_bullets(plan, table, rows, column))
