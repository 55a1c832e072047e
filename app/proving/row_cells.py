"""Whether what is said of a row, cell by cell, stands in those cells ("năm 2023: 5.000")."""

import re
from collections.abc import Iterator
from decimal import Decimal

from app.words.years import YEAR
from ingest.plan import Cell, Row, Table
from ingest.quantities import parse_number

_SAID = re.compile(r": (\d+(?:[.,]\d+)*)")
_BLANK = re.compile(r"để trống: ([\d, ]+)")


def misread(text: str, table: Table, row: Row) -> str:
    """The head of the first column whose cell is said otherwise, or "".

    A head that several columns share is right when one of their cells is. What a cell of words
    holds ("08 phòng họp") is judged with the other words.
    """
    cells: dict[str, set[Cell]] = {}
    for head, cell in zip(table.columns, row.cells, strict=True):
        for label in _labels(head):
            cells.setdefault(label, set()).add(cell)
    for label, held in cells.items():
        for value in _said(text, label):
            if value not in held and not any(isinstance(cell, str) for cell in held):
                return label
    blank = _BLANK.search(text)
    for year in YEAR.findall(blank.group(1)) if blank else ():
        if None not in cells.get(f"năm {year}", {None}):
            return f"năm {year}"
    return ""


def _labels(head: str) -> Iterator[str]:
    """What a column is called in a sentence: its own head, and its year."""
    leaf = " ".join(head.rpartition(": ")[2].split())
    years = YEAR.findall(leaf)
    if len(years) == 1:
        yield f"năm {years[0]}"
    elif leaf:
        yield leaf.casefold()


def _said(text: str, label: str) -> Iterator[Decimal | None]:
    """The numbers that follow `label` and a colon."""
    lowered = text.casefold()
    for match in re.finditer(rf"(?:^|[(;,–] ?){re.escape(label)}(?=: \d)", lowered):
        number = _SAID.match(lowered, match.end())
        yield parse_number(number.group(1)) if number else None
