"""Rows of a table that a question names: what is asked of each first, then its other cells."""

import re
from collections.abc import Sequence
from decimal import Decimal

from app.draft import Derived, DraftStatement
from app.reading.material import Material
from app.tabular.asking import asks_year, says_blank
from app.tabular.columns import columns_of, leaf, name_of, unit_of
from app.tabular.naming import columns_named
from app.tabular.parsed import TableQuery
from app.words import wording
from app.writers.amounts import conversion, heading, row_proof, said_cell
from ingest.plan import Row, Table
from prompts import text as say

_TEXT_CELL_MAX_CHARS = 220
_TOLD_BY_NAME = 0.95
_WITHIN_FLOOR = 0.08
"""Share of the question by which a sentence of a long cell must tell more than the row's name."""
_WHEN = ("thoi gian", "thoi han", "tien do", "hoan thanh", "nam")
_PRODUCT = ("san pham", "ket qua", "dau ra")


def lookup(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """What is asked of each named row first, then the row's other cells."""
    return [
        statement
        for scope in query.scopes
        for row in scope.rows
        for statement in told_row(material, query, row)
    ]


def told_row(material: Material, query: TableQuery, row: Row) -> Sequence[DraftStatement]:
    """A row's cells, the one asked for first; then what a long cell says of what is asked."""
    return (_told(material, query, row), *_said_within(material, query, row))


def _said_within(material: Material, query: TableQuery, row: Row) -> Sequence[DraftStatement]:
    """The sentence of a long cell that tells what the row's name does not, quoted."""
    table, column = query.table, columns_of(query.table)
    name, topic = name_of(table, row), material.question.topic
    beyond = material.coverage(topic, name)
    if beyond >= _TOLD_BY_NAME:
        return ()
    best, share = "", _WITHIN_FLOOR
    for i in column.texts:
        text = str(row.cells[i] or "")
        pieces = re.split(r"(?<=[.;])\s+|\n", text) if len(text) > _TEXT_CELL_MAX_CHARS else [text]
        for piece in pieces if column.numeric else ():
            held = material.coverage(topic, f"{name} {piece}") - beyond
            if held > share:
                best, share = " ".join(piece.split()), held
    if not best:
        return ()
    return (DraftStatement(f"“{best.lstrip('-+• ')}”", (row_proof(query.plan, row),)),)


def _told(material: Material, query: TableQuery, row: Row) -> DraftStatement:
    table = query.table
    lead, name = _asked(material, query, row), name_of(table, row)
    detail = "; ".join(part for part in (*_words(table, row), *_numbers(table, row)) if part)
    if not detail:
        text = say("table.row_bare", name=name)
    elif lead and lead != name:
        text = say("table.row", lead=lead, name=name, detail=detail)
    else:
        text = say("table.row_only", name=name, detail=detail)
    several = len(query.scopes) > 1
    proofs = (row_proof(query.plan, row),)
    return DraftStatement(
        text, proofs, lead=lead or name, bullet=several, derived=_steps(table, row)
    )


def _asked(material: Material, query: TableQuery, row: Row) -> str:
    """The cell that the question asks for, as it is led with."""
    table, column = query.table, columns_of(query.table)
    folded = wording.folded(material.question.standalone)
    if query.years or _names_columns(material, query):
        parts = [_cell_or_blank(table, row, i) for i in query.columns]
        return "; ".join(parts)
    if says_blank(folded) and asks_year(folded):
        blank = [str(year) for year, i in sorted(column.years.items()) if row.cells[i] is None]
        return say("table.year_head", year=", ".join(blank)) if blank else ""
    office = column.owners[0] if column.owners else None
    if office is not None and ("phoi hop" in folded) and len(column.owners) > 1:
        office = column.owners[-1]
    if office is not None and (wording.WHO.search(folded) or _head_said(table, office, folded)):
        return str(row.cells[office] or "")
    for words, asks in ((_WHEN, wording.WHEN), (_PRODUCT, wording.LIST)):
        texts = [i for i in column.texts if any(w in wording.folded(leaf(table, i)) for w in words)]
        if texts and (asks.search(folded) or any(w in folded for w in words)):
            return str(row.cells[texts[0]] or "")
    if column.total is not None and (
        wording.MONEY.search(folded) or wording.HOW_MANY.search(folded)
    ):
        return said_cell(table, row, column.total)
    if not column.numeric and column.texts:
        return " ".join(str(row.cells[column.texts[-1]] or "").split())
    return ""


def _names_columns(material: Material, query: TableQuery) -> bool:
    question = material.question.standalone
    named = columns_named(query.table, question, material.coverage)
    total = columns_of(query.table).total
    return bool(named) and tuple(named) == query.columns and query.columns != (total,)


def _head_said(table: Table, column: int, folded: str) -> bool:
    return wording.folded(leaf(table, column)) in folded


def _cell_or_blank(table: Table, row: Row, column: int) -> str:
    amount = said_cell(table, row, column)
    head = heading(table, (column,))
    return amount_of_head(head, amount) if amount else say("table.blank_cell", head=head)


def amount_of_head(head: str, amount: str) -> str:
    """A cell under its column's head: "Năm 2024: 300 triệu đồng"."""
    return say("table.cell", head=head, amount=amount)


def _words(table: Table, row: Row) -> list[str]:
    """The offices, then the short texts; where a table has numbers a long text is left out."""
    column = columns_of(table)
    said = []
    for i in (*column.owners, *column.texts):
        text = " ".join(str(row.cells[i] or "").split())
        long = column.numeric and len(text) > _TEXT_CELL_MAX_CHARS
        if text and not long:
            head = leaf(table, i)
            said.append(f"{head.lower() if i in column.owners else head}: {text}")
    return said


def _numbers(table: Table, row: Row) -> list[str]:
    """The amounts with the total's conversion, each year with an amount, what is blank."""
    column = columns_of(table)
    by_year = set(column.by_year)
    rest = [i for i in column.numeric if i not in by_year]
    rest.sort(key=lambda i: i != column.total)
    parts = []
    for i in rest:
        amount = said_cell(table, row, i, convert=i == column.total)
        parts.append(amount_of_head(leaf(table, i), amount or say("table.blank")))
    years = {i: str(year) for year, i in column.years.items()}
    years |= {i: f"{first}-{last}" for first, last, i in column.spans}
    filled = [i for i in sorted(by_year) if row.cells[i] is not None]
    blank = [years[i] for i in sorted(by_year) if row.cells[i] is None]
    if filled:
        parts.append(
            ", ".join(
                say("table.year", year=years[i], amount=said_cell(table, row, i)) for i in filled
            )
        )
    if blank:
        parts.append(say("table.blank_years", years=", ".join(blank)))
    return parts


def _steps(table: Table, row: Row) -> tuple[Derived, ...]:
    """The conversion of the row's total."""
    total = columns_of(table).total
    cell = row.cells[total] if total is not None else None
    if total is None or not isinstance(cell, Decimal):
        return ()
    return conversion(cell, unit_of(table, total))
