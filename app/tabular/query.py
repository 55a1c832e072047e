"""A question of a plan's tables, parsed: the table, the operation, the rows and the columns.

Parsing is a step of retrieval too: the rows it selects are what the answer will be read from.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.reading.material import Material
from app.tabular.about import asks_of_listing, is_about
from app.tabular.asking import Ask, Operation, ask_of
from app.tabular.columns import (
    bare_group,
    columns_of,
    data_rows,
    name_of,
    rows_are_years,
    total_row,
)
from app.tabular.leftover import leftover
from app.tabular.naming import ROW_FLOOR, Match, columns_named, told_apart
from app.tabular.narrowing import Filter, filter_of, rows_of
from app.tabular.parsed import Scope, TableQuery
from app.tabular.rows_meant import (
    OF_ROWS,
    named_by_rest,
    narrows,
    rows_meant,
    stranger_named,
)
from app.tabular.tables_meant import speaks_of_a_table, table_meant, tables_meant
from app.tabular.years_said import years_of
from app.words import wording
from app.words.years import SPAN
from ingest.plan import Plan, Row, RowKind, Table


def table_query(material: Material, plan: Plan) -> TableQuery | None:
    """The query that the question puts to a table of `plan`; None when it asks none."""
    question = material.question
    if not plan.tables or len(question.provinces) > 1 or not speaks_of_a_table(material, plan):
        return None
    ask = ask_of(question.standalone)
    meant = table_meant(material, plan)
    named = rows_meant(material, plan, ask, meant)
    table = named[0].table if named else meant
    query = _over(material, plan, table, ask, [match for match in named if match.table is table])
    if is_about(material, query) or query.stranger:
        return query
    return replace(query, unknown=True) if asks_of_listing(material, query) else None


def _over(
    material: Material, plan: Plan, table: Table, ask: Ask, named: Sequence[Match]
) -> TableQuery:
    question, column = material.question, columns_of(table)
    chosen = filter_of(table, question.standalone, question.topic, material.coverage)
    years = tuple(y for y in years_of(question.standalone, column) if column.of_year(y) is not None)
    absent = _absent_years(material, plan, table)
    columns = _asked_columns(material, table, years)
    if ask.operation in {Operation.MAX, Operation.MIN} and not years:
        columns = told_apart(table, columns, question.standalone)
    if rows_are_years(table):
        by_year = {name_of(table, row): row for row in data_rows(table)}
        picked = [by_year[str(year)] for year in question.years if str(year) in by_year]
        named = [Match(plan, table, row, 1.0, 1.0) for row in picked]
        chosen, years = replace(chosen, filled=(), blank=(), only=False), ()
        ask = _over_year_rows(ask)
    rest = leftover(question.topic, plan, table, _said_names(chosen), material.coverage)
    if narrows(material, ask, chosen, named, rest):
        named = []
    if not named and rest and ask.operation not in OF_ROWS:
        named = named_by_rest(material, plan, tables_meant(material, plan), rest)
        if named and named[0].table is not table:
            return _over(material, plan, named[0].table, ask, [replace(named[0], fit=1.0)])
    if named:
        scopes = tuple(Scope(name_of(table, m.row), (m.row,), m.row) for m in named)
    else:
        scopes = _scopes(table, ask, chosen)
        if not _MANY.search(wording.folded(question.standalone)):
            scopes = tuple(_closer(material, table, scope, rest) for scope in scopes)
    is_named = all(scope.rows == (scope.whole,) for scope in scopes)
    stranger = "" if chosen.owners else stranger_named(material, table, column.owners, named)
    return TableQuery(
        plan, table, ask, scopes, columns, chosen, years, is_named, absent, rest, stranger
    )


_MANY = re.compile(r"(?<!\w)(?:cac|nhung|tat ca|toan bo|ca nhom|tong cong)(?!\w)")


def _said_names(chosen: Filter) -> tuple[str, ...]:
    return (*chosen.owners, *chosen.groups, *(text for _, text in chosen.cells))


def _closer(material: Material, table: Table, scope: Scope, rest: str) -> Scope:
    """Of an office's rows set beside another's, the one that the rest of the question names."""
    if not rest or not scope.label or len(scope.rows) < 2:
        return scope
    fits = {i: material.coverage(rest, name_of(table, row)) for i, row in enumerate(scope.rows)}
    best = max(fits, key=lambda i: fits[i])
    alone = sum(fit >= fits[best] for fit in fits.values()) == 1
    if fits[best] < ROW_FLOOR or not alone:
        return scope
    row = scope.rows[best]
    return Scope(name_of(table, row), (row,), row)


def _over_year_rows(ask: Ask) -> Ask:
    """Where each row is a year, the largest year is the largest row."""
    instead = {Operation.MAX_YEAR: Operation.MAX, Operation.MIN_YEAR: Operation.MIN}
    return replace(ask, operation=instead.get(ask.operation, ask.operation))


def _scopes(table: Table, ask: Ask, chosen: Filter) -> tuple[Scope, ...]:
    """One scope for each owner or group that is named, else one for all that pass."""
    by_years = chosen.only or chosen.blank or chosen.low is not None or chosen.high is not None
    if ask.operation not in {Operation.LIST, Operation.COUNT} and not by_years:
        chosen = replace(chosen, filled=())
    if len(chosen.groups) > 1:
        parts = [replace(chosen, groups=(group,)) for group in chosen.groups]
    elif len(chosen.owners) > 1:
        parts = [replace(chosen, owners=(owner,)) for owner in chosen.owners]
    else:
        parts = [chosen]
    return tuple(
        Scope(_label(part), tuple(rows_of(table, part)), _whole(table, part)) for part in parts
    )


def _label(chosen: Filter) -> str:
    return ", ".join((*(bare_group(group) for group in chosen.groups), *chosen.owners))


def _whole(table: Table, chosen: Filter) -> Row | None:
    """The table's own row of sums for what is chosen: its total, or a group's head with numbers."""
    if not chosen.restricts:
        return total_row(table)
    only_group = len(chosen.groups) == 1 and not replace(chosen, groups=()).restricts
    if not only_group:
        return None
    heads = [row for row in table.rows if row.kind is RowKind.GROUP]
    named = [
        row for row in heads if any(row.cells[i] is not None for i in columns_of(table).numeric)
    ]
    return next((row for row in named if bare_group(chosen.groups[0]) in map(str, row.cells)), None)


def _absent_years(material: Material, plan: Plan, table: Table) -> tuple[int, ...]:
    """The years that the question names and neither the table nor the plan's period has."""
    column = columns_of(table)
    first, last = plan.period
    held = plan.text[table.start : table.end] + " ".join(table.columns)
    return tuple(
        year
        for year in material.question.years
        if column.of_year(year) is None
        and str(year) not in held
        and str(year) not in plan.text
        and (column.by_year or not first <= year <= last)
    )


def _asked_columns(material: Material, table: Table, years: Sequence[int]) -> tuple[int, ...]:
    column = columns_of(table)
    by_year = [column.of_year(year) for year in years]
    if by_year:
        return tuple(dict.fromkeys(i for i in by_year if i is not None))
    spans = SPAN.findall(material.question.standalone)
    for first, last, i in column.spans:
        if (str(first), str(last)) in spans:
            return (i,)
    named = columns_named(table, material.question.standalone, material.coverage)
    return tuple(named) or column.amounts
