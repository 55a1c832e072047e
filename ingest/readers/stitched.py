"""Ruled tables → grids: cells' texts, and a table that goes on over pages made one.

A continuation has the same columns at the same places and stands first on its page. Its
repeated header is dropped, and a row that the page broke is joined.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ingest.lines import Grid, GridCell
from ingest.readers.paragraphs import cell_text
from ingest.readers.row_breaks import is_broken, row_of, with_joined_row, with_long_cells
from ingest.readers.ruled import Field, Frame
from ingest.readers.text_lines import text_lines
from ingest.vietnamese import fold

# Places of grid lines that are the same: in shares of the table's width, in points at least.
_SAME_PLACE = 0.012
_SAME_POINTS = 4.0
_SAME_WIDTH = 0.03
_MAX_HEADER = 4
# Cells of a header of which one may differ from its repetition.
_MANY = 4
_SAME_TEXT = 0.86
_HEADED = {"tt", "stt", "sott", "sothutu"}


@dataclass(frozen=True, slots=True)
class Ruled:
    """A grid with the places of its columns' lines (points), for what comes on the next page."""

    xs: tuple[float, ...]
    grid: Grid


def to_ruled(frame: Frame) -> Ruled:
    """The frame's cells with their texts."""
    cells = tuple(_cell(frame, field) for field in frame.fields)
    n_rows = len(frame.ys) - 1
    grid = Grid(n_rows, len(frame.xs) - 1, cells, row_pages=(frame.page,) * n_rows)
    return Ruled(frame.xs, grid)


def _cell(frame: Frame, field: Field) -> GridCell:
    lines = text_lines(field.words, frame.page)
    lettered = [word for word in field.words if any(map(str.isalnum, word.text))]
    return GridCell(
        field.top,
        field.left,
        cell_text(lines, frame.xs[field.left], frame.xs[field.right]),
        field.bottom - field.top,
        field.right - field.left,
        bool(lettered) and all(word.bold for word in lettered),
    )


def stitch(before: Ruled, after: Ruled) -> Ruled | None:
    """Both tables as one, or None when the second is no continuation of the first."""
    xs = _common(before.xs, after.xs)
    if xs is None:
        return None
    shift = before.xs[0] - after.xs[0]
    first = _spread(before.grid, _positions(before.xs, xs, 0.0), len(xs) - 1)
    second = _spread(after.grid, _positions(after.xs, xs, shift), len(xs) - 1)
    repeated = _repeated(first, second)
    if not repeated and _is_headed(second):
        return None
    rest = _from_row(second, repeated)
    if not rest.n_rows:
        return Ruled(xs, first)
    if is_broken(first, rest):
        first, rest = with_joined_row(first, rest), _from_row(rest, 1)
    return Ruled(xs, _below(first, rest))


def _common(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...] | None:
    """The grid lines of both tables, in the places of the first; None when they differ."""
    width = one[-1] - one[0]
    if abs(width - (other[-1] - other[0])) > max(_SAME_WIDTH * width, _SAME_POINTS):
        return None
    near = max(_SAME_PLACE * width, _SAME_POINTS)
    shift = one[0] - other[0]
    more = [x + shift for x in other[1:-1] if all(abs(x + shift - y) > near for y in one)]
    missing = sum(1 for y in one[1:-1] if all(abs(x + shift - y) > near for x in other))
    # One may lack lines that the other has (a page with wide cells only), but not both.
    if more and missing:
        return None
    if min(len(one), len(other)) < 3 and len(one) != len(other):
        return None
    return tuple(sorted([*one, *more]))


def _positions(own: Sequence[float], xs: Sequence[float], shift: float) -> list[int]:
    return [min(range(len(xs)), key=lambda i: abs(xs[i] - x - shift)) for x in own]


def _spread(grid: Grid, positions: Sequence[int], n_columns: int) -> Grid:
    """The grid with its columns at new positions."""
    if list(positions) == list(range(n_columns + 1)):
        return grid
    cells = tuple(
        replace(
            cell,
            column=positions[cell.column],
            column_span=max(1, positions[cell.column + cell.column_span] - positions[cell.column]),
        )
        for cell in grid.cells
    )
    return replace(grid, n_columns=n_columns, cells=cells)


def _same_text(one: str, other: str) -> bool:
    """Whether two cells say the same; OCR may have misread a letter."""
    a, b = "".join(fold(one).split()), "".join(fold(other).split())
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or max(len(a), len(b)) > 200:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() > _SAME_TEXT


def _same_row(one: list[GridCell], other: list[GridCell]) -> bool:
    filled = sum(1 for cell in one if cell.text.strip())
    if len(one) != len(other) or not filled:
        return False
    pairs = list(zip(one, other, strict=True))
    alike = sum(_same_text(a.text, b.text) for a, b in pairs)
    # OCR may read one name otherwise ("STTL").
    return all(a.column == b.column for a, b in pairs) and (
        alike == len(pairs) or (len(pairs) >= _MANY and alike == len(pairs) - 1 and _is_name(one))
    )


def _is_name(row: Sequence[GridCell]) -> bool:
    """Whether no cell of the row holds a figure: it is one of names."""
    return not any(char.isdigit() for cell in row for char in cell.text)


def _repeated(first: Grid, second: Grid) -> int:
    """How many rows at the top of the second table repeat rows of the first one's header."""
    best = 0
    for start in range(min(_MAX_HEADER, first.n_rows)):
        count = 0
        while (
            count < min(_MAX_HEADER, second.n_rows)
            and start + count < first.n_rows
            and _same_row(row_of(first, start + count), row_of(second, count))
        ):
            count += 1
        best = max(best, count)
    # A cell that reaches below the repeated rows belongs to them.
    reach = [c.row + c.row_span for c in second.cells if c.row < best]
    return max(reach, default=best)


def _is_headed(grid: Grid) -> bool:
    """Whether the table opens with a header of its own ("STT")."""
    first = next(iter(row_of(grid, 0)), None)
    return first is not None and "".join(fold(first.text).split()).strip(".") in _HEADED


def _from_row(grid: Grid, first: int) -> Grid:
    cells = tuple(replace(c, row=c.row - first) for c in grid.cells if c.row >= first)
    return replace(grid, n_rows=grid.n_rows - first, cells=cells, row_pages=grid.row_pages[first:])


def _below(first: Grid, rest: Grid) -> Grid:
    first, rest = with_long_cells(first, rest)
    cells = (replace(cell, row=cell.row + first.n_rows) for cell in rest.cells)
    return replace(
        first,
        n_rows=first.n_rows + rest.n_rows,
        cells=(*first.cells, *cells),
        row_pages=(*first.row_pages, *rest.row_pages),
    )
