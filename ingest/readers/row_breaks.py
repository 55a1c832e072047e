"""Rows and cells that the end of a page broke: found, and made whole.

Works on the grid so far and the grid of the next page, whose columns are already the same.
"""

from dataclasses import replace
from itertools import takewhile

from ingest.lines import Grid, GridCell
from ingest.vietnamese import LOWER

# How many cells at either end of a long table are looked at.
_NEAR_CELLS = 600
_CLOSED = (".", ";", ":", "!", "?", ".”", "./.")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz" + LOWER.removeprefix("a-z"))


def row_of(grid: Grid, row: int) -> list[GridCell]:
    """A row near the top; cells are in the order of rows."""
    reached = takewhile(lambda cell: cell.row <= row, grid.cells)
    return [cell for cell in reached if cell.row == row]


def is_broken(first: Grid, rest: Grid) -> bool:
    """Whether the first row of `rest` goes on the last row of `first`.

    It has no ordinal, its texts stand below texts of that row, and either rows without ordinal
    are not the table's custom, or a text goes on in lower case behind one left open.
    """
    top, last = row_of(rest, 0), _ending(first)
    if any(cell.row_span > 1 for cell in top) or not last:
        return False
    filled = [cell for cell in top if cell.text.strip()]
    if not filled or filled[0].column == 0:
        return False
    above = {cell.column: cell for cell in last}
    pairs = [(above.get(cell.column), cell) for cell in filled]
    if any(a is None or not a.text.strip() or a.column_span != c.column_span for a, c in pairs):
        return False
    if any(a and _runs_on(a.text, c.text) for a, c in pairs):
        return True
    near = first.cells[:_NEAR_CELLS]
    ordinals = [bool(cell.text.strip()) for cell in near if cell.column == 0]
    return len(ordinals) > 2 and all(ordinals[1:])


def _runs_on(before: str, text: str) -> bool:
    opening = text.lstrip()[:1]
    return (opening and opening in "0123456789(),;.") or (
        opening in _LETTERS and not before.rstrip().endswith(_CLOSED)
    )


def _ending(grid: Grid) -> list[GridCell]:
    """The cells that reach the last row, of those that come last."""
    near = grid.cells[-_NEAR_CELLS:]
    return [cell for cell in near if cell.row + cell.row_span == grid.n_rows]


def with_joined_row(first: Grid, rest: Grid) -> Grid:
    """`first` with the texts of the first row of `rest` added to its last row."""
    more = {cell.column: cell.text for cell in row_of(rest, 0) if cell.text.strip()}
    reaching = {id(cell) for cell in _ending(first)}
    cells = tuple(
        replace(cell, text=_continued(cell.text, more[cell.column]))
        if id(cell) in reaching and cell.column in more
        else cell
        for cell in first.cells
    )
    return replace(first, cells=cells)


def _continued(before: str, text: str) -> str:
    starts = text[:1] in "-–+•*" or (before.rstrip().endswith(_CLOSED) and text[:1].isupper())
    return f"{before}\n{text}" if starts else f"{before} {text}"


def with_long_cells(first: Grid, rest: Grid) -> tuple[Grid, Grid]:
    """Both grids where a cell over several rows goes on, blank, on the next page: it is one cell."""
    blanks = {
        (cell.column, cell.column_span): cell for cell in row_of(rest, 0) if not cell.text.strip()
    }
    longer: dict[int, GridCell] = {}
    gone: set[int] = set()
    for cell in _ending(first):
        blank = blanks.get((cell.column, cell.column_span))
        if blank and cell.text.strip() and (cell.row_span > 1 or blank.row_span > 1):
            longer[id(cell)] = replace(cell, row_span=cell.row_span + blank.row_span)
            gone.add(id(blank))
    if not gone:
        return first, rest
    return (
        replace(first, cells=tuple(longer.get(id(cell), cell) for cell in first.cells)),
        replace(rest, cells=tuple(cell for cell in rest.cells if id(cell) not in gone)),
    )
