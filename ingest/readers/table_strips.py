"""The strips between the columns of a table without ruling lines, whatever its header crosses."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.readers.row_cells import NUMBER
from ingest.readers.strips import STRIP, Strips, column_at, pieces, strips_of
from ingest.readers.table_lines import TOTAL, Region
from ingest.readers.text_lines import TextLine

MAX_HEADER = 8
"""How many lines at a table's top may be its header."""


def table_strips(lines: Sequence[TextLine], region: Region, size: float) -> Strips:
    """The most strips that the lines leave free without those of a header at the top."""
    plain = [
        lines[index]
        for index in range(region.start, region.end)
        if index not in region.across and not TOTAL.match(lines[index].text)
    ]
    if not plain:  # every line runs across all columns
        return Strips(0.0, (), 0.0)
    found = [
        strips_of(plain[first:], size) for first in range(max(1, min(MAX_HEADER, len(plain) - 2)))
    ]
    whole = (_whole(plain, _with_last(strips, plain[:first])) for first, strips in enumerate(found))
    return _with_names(plain, max(whole, key=lambda strips: len(strips.free)))


def _whole(lines: Sequence[TextLine], strips: Strips) -> Strips:
    """The strips without those within a column."""
    free = tuple(gap for gap in strips.free if not _is_inside(lines, gap, strips))
    return replace(strips, free=free)


def _with_names(lines: Sequence[TextLine], strips: Strips) -> Strips:
    """The strips without those between a name at the left of its column and numbers at the right.

    The lines at the top alone have text on one side of it, the ones below, numbers, on the other.
    """
    xs = strips.bounds
    filled: list[dict[int, bool]] = [{} for _ in xs[1:]]
    for index, line in enumerate(lines):
        for word in line.words:
            own = filled[column_at((word.x0 + word.x1) / 2, xs)]
            own[index] = own.get(index, True) and bool(NUMBER.fullmatch(word.text))
    gone: set[int] = set()
    for column, (names, figures) in enumerate(pairwise(filled)):
        apart = names and figures and max(names) < min(min(figures), MAX_HEADER)
        if apart and all(figures.values()) and column - 1 not in gone:
            gone.add(column)
    return replace(strips, free=tuple(gap for i, gap in enumerate(strips.free) if i not in gone))


def _with_last(strips: Strips, header: Sequence[TextLine]) -> Strips:
    """The strips with the one before a last column of which the header alone has text."""
    behind = [
        piece
        for line in header
        for piece in pieces(line)
        if piece.x0 > strips.right + STRIP * line.size
    ]
    if not behind:
        return strips
    gap = (strips.right, min(piece.x0 for piece in behind))
    return Strips(strips.left, (*strips.free, gap), max(piece.x1 for piece in behind))


def _is_inside(lines: Sequence[TextLine], gap: tuple[float, float], strips: Strips) -> bool:
    """Whether a strip lies within a column: a name stands over it, and no line has text beside it."""
    at = strips.free.index(gap)
    left = strips.free[at - 1][1] if at else strips.left - 1
    right = strips.free[at + 1][0] if at + 1 < len(strips.free) else strips.right + 1
    crossed = False
    for line in lines:
        crossed = crossed or any(p.x0 < gap[0] and p.x1 > gap[1] for p in pieces(line))
        beside = [
            any(a - 1 <= word.x0 and word.x1 <= b + 1 for word in line.words)
            for a, b in ((left, gap[0]), (gap[1], right))
        ]
        if all(beside):
            return False
    return crossed
