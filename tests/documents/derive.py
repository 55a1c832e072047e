"""What a reader must find in a document: its outline, and its tables as data."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from documents.spec import Annex, Document, Heading, Part, Table

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")

Value: TypeAlias = "str | int | float | None"


@dataclass(frozen=True, slots=True)
class Node:
    """A section of the truth."""

    path: tuple[str, ...]
    label: str
    heading: str
    level: int


def walk(document: Document) -> list[tuple[Part, tuple[str, ...]]]:
    """The parts with the path of the section they stand in (their own for headings)."""
    path: tuple[str, ...] = ()
    levels: list[int] = []
    found: list[tuple[Part, tuple[str, ...]]] = []
    for part in document.parts:
        if isinstance(part, Annex):
            path, levels = (), []
        if isinstance(part, Heading):
            while levels and levels[-1] >= part.level:
                levels.pop()
            path = (*path[: len(levels)], part.label)
            levels.append(part.level)
        found.append((part, path))
    return found


def outline(document: Document) -> list[Node]:
    """The sections in order, as a reader must find them."""
    return [
        Node(path, part.label, part.heading, len(path))
        for part, path in walk(document)
        if isinstance(part, Heading)
    ]


def articles(document: Document) -> list[Node]:
    """The articles of the issuing decision: a reader may take them for sections or not."""
    found = document.decision.articles if document.decision else ()
    return [Node((one.label,), one.label, one.heading, 1) for one in found]


def columns(table: Table) -> list[str]:
    """The names of the columns: spanning heads before their own."""
    filled: list[list[str]] = []
    for y, row in enumerate(table.header):
        filled.append([])
        for x, cell in enumerate(row):
            above = filled[y - 1][x] if cell == "^" else ""
            filled[y].append(above or (filled[y][x - 1] if cell == "<" else one_line(cell)))
    names = []
    for x in range(len(table.header[0])):
        heads = [filled[y][x] for y, row in enumerate(table.header) if row[x] != "^"]
        names.append(": ".join(dict.fromkeys(head for head in heads if head)))
    return names


def one_line(cell: str) -> str:
    """The cell's paragraphs joined."""
    return " ".join(cell.replace(" // ", " ").split())


def value(cell: str) -> Value:
    """A printed cell as data: Vietnamese numbers as numbers, "" as None."""
    cell = cell.removeprefix("'").replace(" // ", "\n").strip()
    if not cell or cell in {"^", "<"}:
        return None
    if not _NUMBER.fullmatch(cell) or (cell.startswith("0") and cell.isdigit() and len(cell) > 1):
        return cell
    number = float(cell.replace(".", "").replace(",", "."))
    return int(number) if number.is_integer() else number


def row_values(table: Table) -> tuple[list[list[Value]], list[tuple[int, int]]]:
    """The rows as data, and the places covered by a cell that spans rows (value or blank)."""
    rows: list[list[Value]] = []
    covered: list[tuple[int, int]] = []
    for y, row in enumerate(table.rows):
        rows.append([])
        for x, cell in enumerate(row):
            if cell == "^":
                covered.append((y, x))
                rows[y].append(rows[y - 1][x])
            else:
                rows[y].append(value(cell))
    return rows, covered


def reach(rows: Sequence[Sequence[str]], y: int, x: int) -> tuple[int, int]:
    """How many columns and rows the cell at (y, x) covers."""
    right, down = x + 1, y + 1
    while right < len(rows[y]) and rows[y][right] == "<":
        right += 1
    while down < len(rows) and rows[down][x] == "^":
        down += 1
    return right - x, down - y


def printed_rows(table: Table) -> list[tuple[str, ...]]:
    """Header, the row of column numbers and the body, as they are printed."""
    numbers = tuple(f"({i})" for i in range(1, len(table.header[0]) + 1))
    return [*table.header, *([numbers] if table.numbered else []), *table.rows]
