"""The rows whose amount is that of a row that the question names."""

from collections.abc import Sequence

from app.draft import DraftStatement
from app.reading.material import Material
from app.tabular.columns import (
    columns_of,
    data_rows,
    name_of,
    row_noun,
)
from app.tabular.narrowing import amount_of
from app.tabular.parsed import TableQuery
from app.writers.amounts import (
    conversion,
    heading,
    measured,
    row_proof,
    said,
    said_cell,
)
from app.writers.table_row import amount_of_head, lookup
from ingest.plan import Row
from prompts import text as say


def same(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """The rows whose amount is that of the row that the question names."""
    if not query.named or len(query.scopes) != 1 or not query.columns:
        return ()
    named = query.scopes[0].rows[0]
    value = amount_of(named, query.columns)
    if value is None:
        return ()
    rows = [
        r for r in data_rows(query.table) if r is not named and amount_of(r, query.columns) == value
    ]
    unit = measured(query.plan, query.table, query.scopes[0], query.columns)
    amount = said(value, unit.unit if unit else "")
    own = row_proof(query.plan, named)
    steps = conversion(value, unit.unit if unit else "")
    if not rows:
        text = say(
            "table.same_none",
            noun=row_noun(query.table),
            column=heading(query.table, query.columns),
            other=name_of(query.table, named),
            amount=amount,
        )
        return (DraftStatement(text, (own,), derived=steps), *lookup(material, query))
    name = "; ".join(name_of(query.table, row) for row in rows)
    text = say(
        "table.same",
        name=name,
        column=heading(query.table, query.columns),
        other=name_of(query.table, named),
        amount=amount,
    )
    proofs = (own, *(row_proof(query.plan, row) for row in rows))
    lines = [_row_statement(query, row) for row in (named, *rows)]
    return (DraftStatement(text, proofs, lead=name, derived=steps), *lines)


def _row_statement(query: TableQuery, row: Row) -> DraftStatement:
    """A row with all its numbers but those by year, as a line."""
    column = columns_of(query.table)
    parts = [
        amount_of_head(heading(query.table, (i,)), said_cell(query.table, row, i))
        for i in column.numeric
        if i not in column.by_year and row.cells[i] is not None
    ]
    text = f"{name_of(query.table, row)}: {'; '.join(parts)}"
    return DraftStatement(text, (row_proof(query.plan, row),), bullet=True)
