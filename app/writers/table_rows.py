"""Rows of a table filtered, counted and summed, with the rows and the arithmetic shown."""

from collections.abc import Sequence
from decimal import Decimal

from app.draft import Derived, DraftStatement, Operation
from app.reading.material import Material
from app.tabular import asking
from app.tabular.columns import (
    bare_group,
    columns_of,
    data_rows,
    groups_of,
    name_of,
    row_noun,
    unit_of,
)
from app.tabular.narrowing import Filter, amount_of
from app.tabular.parsed import Scope, TableQuery
from app.words import wording
from app.writers.amounts import Amount, conversion, heading, measured, row_proof, said
from app.writers.table_row import told_row
from ingest.plan import Row
from prompts import text as say

MAX_CHARS = 1_400
"""Characters of the rows that are shown one by one; the others are counted and cited."""


def listed(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """The number of rows, their sum where money is asked for, then each of them."""
    asked = material.question.standalone
    only_counted = query.ask.operation is asking.Operation.COUNT
    whole_table = not query.chosen.restricts and not query.chosen.filled
    if query.named or (whole_table and not only_counted and not _of_the_table(asked)):
        return ()
    statements: list[DraftStatement] = []
    for scope in query.scopes:
        statements += _count(query, scope)
        if len(scope.rows) == 1:
            statements += told_row(material, query, scope.rows[0])
            continue
        wants_sum = wording.MONEY.search(wording.folded(asked)) or asking.adds_up(asked)
        if wants_sum and len(scope.rows) > 1:
            statements += _sum(query, scope)
        statements += [] if whole_table else bullets(query, scope.rows)
    return statements


def _of_the_table(question: str) -> bool:
    """Whether all rows of a table are asked for by its name ("danh mục dự án gồm những gì")."""
    folded = wording.folded(question)
    return bool(wording.ANNEX.search(folded)) and asking.asks_list(question)


def _count(query: TableQuery, scope: Scope) -> Sequence[DraftStatement]:
    noun, where = row_noun(query.table), scope_text(query.chosen, scope)
    if not scope.rows:
        text = say("table.count_none", table=query.table.caption, noun=noun, scope=where)
        rows = data_rows(query.table)
        return (DraftStatement(text, tuple(row_proof(query.plan, row) for row in rows)),)
    lead = f"{len(scope.rows)} {noun}"
    count = Derived(Decimal(len(scope.rows)), Operation.COUNT)
    proofs = tuple(row_proof(query.plan, row) for row in scope.rows)
    text = say("table.count", count=lead, scope=where)
    return (DraftStatement(text, proofs, lead=lead, derived=(count,)),)


def bullets(query: TableQuery, rows: Sequence[Row]) -> list[DraftStatement]:
    """The rows one by one with their amount, as many as are read at ease."""
    shown: list[DraftStatement] = []
    room = MAX_CHARS
    for row in rows:
        line = row_line(query, row)
        room -= len(line)
        if room < 0 and shown:
            break
        shown.append(DraftStatement(line, (row_proof(query.plan, row),), bullet=True))
    rest = rows[len(shown) :]
    if rest:
        text = say("table.more", count=len(rest), noun=row_noun(query.table))
        proofs = tuple(row_proof(query.plan, row) for row in rest)
        counted = Derived(Decimal(len(rest)), Operation.COUNT)
        shown.append(DraftStatement(text, proofs, bullet=True, derived=(counted,)))
    return shown


def row_line(query: TableQuery, row: Row) -> str:
    """A row as one line: its name and the amount asked for."""
    name = name_of(query.table, row)
    value = amount_of(row, query.columns)
    if value is None or not query.columns:
        return name
    unit = unit_of(query.table, query.columns[0])
    cells = [row.cells[i] for i in query.columns if row.cells[i] is not None]
    if len(cells) > 1:
        parts = (
            say(
                "table.cell",
                head=heading(query.table, (i,)),
                amount=said(cell, unit, convert=False),
            )
            for i in query.columns
            if isinstance(cell := row.cells[i], Decimal)
        )
        return f"{name}: {'; '.join(parts)}"
    return f"{name}: {said(value, unit, convert=False)}"


def summed(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """The sum of each scope; the sum of the rows named, when they are named one by one."""
    asked = material.question.standalone
    folded = wording.folded(asked)
    if not query.columns or not (wording.MONEY.search(folded) or _amount_said(query, asked)):
        return ()
    if query.named:
        if len(query.scopes) == 1:
            return _columns_sum(query, query.scopes[0])
        return _sum(query, Scope("", query.rows), shown=True)
    return [
        statement
        for scope in query.scopes
        for statement in _sum(query, scope, shown=query.chosen.restricts)
    ]


def _amount_said(query: TableQuery, question: str) -> bool:
    """Whether "tổng" can only mean an amount: a column is named, or rows are narrowed."""
    named = query.columns != columns_of(query.table).amounts
    return named or query.chosen.restricts or query.named or asking.adds_up(question)


def _columns_sum(query: TableQuery, scope: Scope) -> Sequence[DraftStatement]:
    """The sum of several columns of one row ("hai năm 2024 và 2025"); () for one column."""
    amount = measured(query.plan, query.table, scope, query.columns)
    if amount is None or len(amount.operands) == 1:
        return ()
    text = say(
        "table.sum_columns",
        amount=said(amount.value, amount.unit),
        name=scope.label,
        steps=amount.spelled,
    )
    return (_statement(text, amount),)


def _statement(text: str, amount: Amount) -> DraftStatement:
    steps = (*amount.steps, *conversion(amount.value, amount.unit))
    return DraftStatement(
        text, amount.proofs, lead=said(amount.value, amount.unit, convert=False), derived=steps
    )


def _sum(query: TableQuery, scope: Scope, *, shown: bool = False) -> list[DraftStatement]:
    amount = measured(query.plan, query.table, scope, query.columns)
    if amount is None:
        return []
    years_told = bool(query.chosen.filled)
    where = scope_text(query.chosen, scope) + ("" if years_told else _columns_text(query))
    value = said(amount.value, amount.unit)
    if len(amount.operands) == 1 and scope.whole is not None:
        key = "table.group_row" if scope.label else "table.total_row"
        text = say(
            key,
            amount=value,
            name=scope.label,
            table=query.table.caption,
            scope=_columns_text(query),
        )
        return [_statement(text, amount)]
    rows = [row for row in scope.rows if amount_of(row, query.columns) is not None]
    n_rows = len(rows) if scope.whole is None else 1
    count = f"{n_rows} {row_noun(query.table)}"
    text = say("table.sum", amount=value, scope=where, count=count, steps=amount.spelled)
    statement = _statement(text, amount)
    counted = Derived(Decimal(len(amount.proofs)), Operation.COUNT)
    statement = DraftStatement(
        statement.text, statement.proofs, statement.lead, derived=(*statement.derived, counted)
    )
    return [statement, *(bullets(query, rows) if shown else [])]


def _columns_text(query: TableQuery) -> str:
    if query.columns == columns_of(query.table).amounts:
        return ""
    years = [str(year) for year in query.years]
    if years:
        return say("table.of_year", year=", ".join(years))
    return say("table.of_column", column=heading(query.table, query.columns))


def scope_text(chosen: Filter, scope: Scope) -> str:
    """What the rows were narrowed to, as it goes on after a count or an amount."""
    del scope
    parts = [say("table.of_owner", owner=", ".join(chosen.owners))] if chosen.owners else []
    groups = ", ".join(chosen.groups)
    parts += [say("table.of_group", group=groups)] if groups else []
    if chosen.filled:
        parts += [say("table.of_year", year=", ".join(map(str, chosen.filled)))]
    return "".join(parts)


def groups(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """The groups of the table with the number of their rows, and their amount when asked for."""
    names = groups_of(query.table)
    if not names:
        return ()
    money = wording.MONEY.search(wording.folded(material.question.standalone))
    statements = []
    for name in names:
        rows = tuple(row for row in data_rows(query.table) if row.group == name)
        amount = (
            measured(query.plan, query.table, Scope(name, rows), query.columns) if money else None
        )
        line = {"group": name, "count": len(rows), "noun": row_noun(query.table)}
        counted = Derived(Decimal(len(rows)), Operation.COUNT)
        proofs = tuple(row_proof(query.plan, row) for row in rows)
        if amount is None:
            statements.append(
                DraftStatement(say("table.group", **line), proofs, bullet=True, derived=(counted,))
            )
            continue
        text = say("table.group_amount", amount=said(amount.value, amount.unit), **line)
        steps = (counted, *amount.steps, *conversion(amount.value, amount.unit))
        statements.append(DraftStatement(text, proofs, bullet=True, derived=steps))
    heads = [row for row in query.table.rows if row.kind.value == "group"]
    proofs = tuple(row_proof(query.plan, row) for row in heads)
    text = say(
        "table.groups",
        count=len(names),
        table=query.table.caption,
        names="; ".join(map(bare_group, names)),
    )
    lead = f"{len(names)} nhóm"
    counted = Derived(Decimal(len(names)), Operation.COUNT)
    return (DraftStatement(text, proofs, lead=lead, derived=(counted,)), *statements)


def unit(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """The unit of the table's numbers."""
    del material
    if not query.table.unit:
        return ()
    rows = data_rows(query.table)[:1]
    text = say("table.unit", table=query.table.caption, unit=query.table.unit.lower())
    return (
        DraftStatement(
            text, tuple(row_proof(query.plan, row) for row in rows), lead=query.table.unit.lower()
        ),
    )
