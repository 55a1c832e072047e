"""Table cells of a scanned page, and the strip of them that an OCR program reads line by line.

An OCR program reads across columns and drops lone figures; stacked in one column, each cell is
a paragraph of its own. Places in the strip lead back to places on the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.readers.raster import INK, PAPER, Grey
from ingest.readers.words import Rule

_SAME_PT = 4.0  # two lines nearer than this are one edge
_COVERED = 0.6  # of an edge, for it to part two cells
_MAX_EDGES = 150
_MAX_STRIP = 12_000  # tesseract 5.3 refuses pictures of more than 32767 rows


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of pixels, half open."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Strip:
    """Cells in one column: `grey`, and for each cell its row in the strip and its page box."""

    grey: Grey
    places: tuple[tuple[int, Box], ...]

    def on_page(self, left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
        """A box of the strip as a box of the page: that of the cell in which its middle lies."""
        rows = [row for row, _ in self.places]
        index = max(0, int(np.searchsorted(rows, (top + bottom) // 2, side="right")) - 1)
        row, box = self.places[index]
        down, across = box.top - row, box.left - _PAD
        return left + across, top + down, right + across, bottom + down


_PAD = 24


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SAME_PT:
            edges.append(value)
    return edges


def _walls(
    rules: Sequence[tuple[float, float, float]], across: list[float], along: list[float]
) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """(len(across), len(along) - 1): whether an edge is ruled between neighbouring stops.

    `rules` are (place across, start along, end along).
    """
    covered = np.zeros((len(across), max(0, len(along) - 1)))
    starts, ends = np.array(along[:-1]), np.array(along[1:])
    for place, start, end in rules:
        row = int(np.argmin(np.abs(np.array(across) - place)))
        covered[row] += np.clip(np.minimum(ends, end) - np.maximum(starts, start), 0, None)
    return np.asarray(covered >= _COVERED * (ends - starts))


def _rooms(level: np.ndarray, upright: np.ndarray) -> list[tuple[int, int, int, int]]:
    """Closed rooms of a grid as (row, column, end row, end column); not those with an L shape.

    `level` (rows + 1, columns) and `upright` (columns + 1, rows) say where walls stand.
    """
    n_rows, n_columns = upright.shape[1], level.shape[1]
    seen = np.zeros((n_rows, n_columns), np.bool_)
    rooms = []
    for start in np.ndindex(n_rows, n_columns):
        if seen[start]:
            continue
        seen[start] = True
        room, todo, closed = [start], [start], True
        while todo:
            row, column = todo.pop()
            for wall, near in (
                (level[row, column], (row - 1, column)),
                (level[row + 1, column], (row + 1, column)),
                (upright[column, row], (row, column - 1)),
                (upright[column + 1, row], (row, column + 1)),
            ):
                if wall:
                    continue
                if not (0 <= near[0] < n_rows and 0 <= near[1] < n_columns):
                    closed = False
                elif not seen[near]:
                    seen[near] = True
                    room.append(near)
                    todo.append(near)
        rows, columns = [spot[0] for spot in room], [spot[1] for spot in room]
        height, width = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
        if closed and height * width == len(room):
            rooms.append((min(rows), min(columns), max(rows) + 1, max(columns) + 1))
    return rooms


def cells_of(rules: Sequence[Rule], dpi: float) -> tuple[Box, ...]:
    """The closed rectangles that the rules make, in pixels, by row and column.

    A page whose rules make fewer than two is no table: a frame or an underline.
    """
    level = [
        ((rule.top + rule.bottom) / 2, rule.x0, rule.x1)
        for rule in rules
        if rule.x1 - rule.x0 >= rule.bottom - rule.top
    ]
    upright = [
        ((rule.x0 + rule.x1) / 2, rule.top, rule.bottom)
        for rule in rules
        if rule.x1 - rule.x0 < rule.bottom - rule.top
    ]
    ys, xs = _edges([spot[0] for spot in level]), _edges([spot[0] for spot in upright])
    if not (2 <= len(ys) <= _MAX_EDGES and 2 <= len(xs) <= _MAX_EDGES):
        return ()
    rooms = _rooms(_walls(level, ys, xs), _walls(upright, xs, ys))
    if len(rooms) < 2:
        return ()
    pixel = dpi / 72
    return tuple(
        Box(
            round(xs[c0] * pixel),
            round(ys[r0] * pixel),
            round(xs[c1] * pixel),
            round(ys[r1] * pixel),
        )
        for r0, c0, r1, c1 in rooms
    )


def _inked(grey: Grey, cell: Box) -> Box | None:
    """The part of the cell that has print, None when it is blank."""
    ink = grey[cell.top : cell.bottom, cell.left : cell.right] < INK
    rows, columns = np.nonzero(ink.any(axis=1))[0], np.nonzero(ink.any(axis=0))[0]
    if np.count_nonzero(ink) < 12:
        return None
    return Box(
        max(cell.left, cell.left + int(columns[0]) - 3),
        max(cell.top, cell.top + int(rows[0]) - 3),
        min(cell.right, cell.left + int(columns[-1]) + 4),
        min(cell.bottom, cell.top + int(rows[-1]) + 4),
    )


def strips_of(grey: Grey, cells: Sequence[Box]) -> tuple[Strip, ...]:
    """The printed cells of a page without rules, stacked; several strips for very long tables."""
    strips: list[Strip] = []
    pile: list[Box] = []
    height = _PAD
    for box in filter(None, (_inked(grey, cell) for cell in cells)):
        step = box.bottom - box.top + _PAD
        if pile and height + step > _MAX_STRIP:
            strips.append(_stacked(grey, pile, height))
            pile, height = [], _PAD
        pile.append(box)
        height += step
    return (*strips, _stacked(grey, pile, height)) if pile else tuple(strips)


def _stacked(grey: Grey, pile: Sequence[Box], height: int) -> Strip:
    width = max(box.right - box.left for box in pile) + 2 * _PAD
    picture = np.full((height, width), PAPER, np.uint8)
    places = []
    row = _PAD
    for box in pile:
        piece = grey[box.top : box.bottom, box.left : box.right]
        picture[row : row + piece.shape[0], _PAD : _PAD + piece.shape[1]] = piece
        places.append((row, box))
        row += piece.shape[0] + _PAD
    return Strip(picture, tuple(places))


def without_cells(grey: Grey, cells: Sequence[Box]) -> Grey:
    """The page with its cells blank."""
    page = grey.copy()
    for cell in cells:
        page[cell.top : cell.bottom, cell.left : cell.right] = PAPER
    return page
