"""The words of a row of a table without ruling lines, by column."""

import re
from collections.abc import Sequence

from ingest.readers.strips import column_at, parted, pieces, span_at, widened
from ingest.readers.text_lines import TextLine
from ingest.readers.words import Word

# "1.250,5", "-3", "12%", "2021-2025", "01/2024"
NUMBER = re.compile(r"[-+(]?\d[\d.,/–-]*\)?%?")


def row_cells(row: Sequence[TextLine], laid: bool, xs: Sequence[float]) -> list[list[Word]]:
    """The words of a row's lines by column.

    `laid`: names in it may lie over several columns; such a name stands in the first of them.
    """
    cells: list[list[Word]] = [[] for _ in xs[1:]]
    for line in row:
        if not laid:
            for word in line.words:
                cells[column_at((word.x0 + word.x1) / 2, xs)].append(word)
            continue
        found = [part for piece in pieces(line) for part in parted(piece, xs)]
        taken = {column_at(piece.centre, xs) for piece in found if _is_number(piece)}
        for piece in found:
            cells[_first_column(piece, taken, xs)].extend(piece.words)
    return cells


def _is_number(piece: TextLine) -> bool:
    return all(NUMBER.fullmatch(word.text) for word in piece.words)


def _first_column(piece: TextLine, taken: set[int], xs: Sequence[float]) -> int:
    """The first column of those that a piece lies over."""
    if _is_number(piece):
        return column_at(piece.centre, xs)
    own = span_at(piece, xs)
    beside = piece.x0 - xs[own[0]] < 2 * piece.size
    return own[0] if beside else widened(own, piece.centre, taken, xs)[0]
