"""Tables without ruling lines, from the strips that their columns leave free.

The body's lines say where the columns are; header and group names are laid over them. A table
on the next page with the same strips has the same columns, so that both become one. Anything
that is no clear table stays lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.readers.header_spans import header_fields
from ingest.readers.row_cells import NUMBER, row_cells
from ingest.readers.row_groups import rows_of_lines
from ingest.readers.row_marks import Marks, marks_of
from ingest.readers.ruled import Field, Frame
from ingest.readers.strips import STRIP, Strips, column_at, levels, pieces, strips_of
from ingest.readers.table_checks import are_names, is_counted, is_table
from ingest.readers.table_lines import (
    TOTAL,
    Region,
    header_above,
    is_within,
    region_at,
    region_within,
)
from ingest.readers.text_lines import TextLine, make_line
from ingest.readers.words import Word

_MIN_COLUMNS = 3
_MAX_HEADER = 8
_AT_TOP = 3
_MAX_PAGE_LINES = 3000


@dataclass(frozen=True, slots=True)
class _Found:
    """A table: its lines `[start, end)` on the page and the strips between its columns.

    `names` are the lines of its header; `is_open` when it ends where its page ends.
    """

    frame: Frame
    start: int
    end: int
    strips: Strips
    names: tuple[str, ...]
    is_open: bool


class Borderless:
    """Finds the tables page by page; remembers the columns of the last one."""

    def __init__(self) -> None:
        self._last: _Found | None = None

    def find(self, lines: Sequence[TextLine]) -> tuple[list[Frame], list[TextLine]]:
        """The tables of the next page, and the lines outside of them in their order."""
        if len(lines) > _MAX_PAGE_LINES:
            return [], list(lines)
        parts = [(part, number) for number, line in enumerate(lines) for part in levels(line)]
        parts.sort(key=lambda part: (part[0].middle, part[0].x0))
        level = [part for part, _ in parts]
        frames: list[Frame] = []
        taken: set[int] = set()
        index = free = 0
        while index < len(level):
            region = (not index and self._continued(level)) or region_at(level, index, free)
            found = self._table(level, region, region.start - free)
            index = found.end if found else index + 1
            if found:
                frames.append(found.frame)
                taken.update(range(found.start, found.end))
                self._last, free = found, index
        if not frames:
            return [], list(lines)
        left: dict[int, list[Word]] = {}
        for index, (part, number) in enumerate(parts):
            if index not in taken:
                left.setdefault(number, []).extend(part.words)
        return frames, [make_line(left[number], lines[number].page) for number in sorted(left)]

    def _continued(self, lines: Sequence[TextLine]) -> Region | None:
        """The lines at the top of a page that stand in the last table's columns, though few have
        texts enough to tell a table by; None where they can be told, or do not go it on.
        """
        last = self._last
        if last is None or not last.is_open:
            return None
        if any(len(pieces(line)) >= _MIN_COLUMNS for line in lines[:_AT_TOP]):
            return None
        return region_within(lines, last.frame.xs)

    def _table(self, lines: Sequence[TextLine], region: Region, n_above: int) -> _Found | None:
        """The table of a region; `n_above` lines above it are in no other one."""
        if region.end - region.start < 2:
            return None
        strips = _strips(lines, region, lines[region.start].size)
        xs = self._bounds(strips, lines, region)
        if len(xs) - 1 < _MIN_COLUMNS:
            return None
        start = region.start - header_above(lines, region.start, n_above, xs)
        inside = lines[start : region.end]
        across = {index - start for index in region.across}
        known = None if start else self._known_header(inside, xs)
        marks = marks_of(inside, xs, across, known)
        if not marks.n_header and known is None:
            return None
        rows = _rows(inside, marks, across, xs)
        is_open = region.end == len(lines)
        counted = any(is_counted(line) for line in inside[: marks.n_header])
        cut = (is_open and counted) or known is not None
        if not is_table(inside, rows, across, xs, cut) or not are_names(
            inside[: marks.n_header], xs
        ):
            return None
        frame = _frame(inside, marks.n_header, rows, across, xs)
        names = tuple(line.text for line in inside[: marks.n_header])
        if self._last and not names:
            names = self._last.names
        return _Found(frame, start, region.end, strips, names, is_open)

    def _known_header(self, inside: Sequence[TextLine], xs: Sequence[float]) -> int | None:
        """How many lines at the top of a page repeat the last table's header; None for a new table.

        0 where lines go on the table without its header.
        """
        last = self._last
        if last is None or xs != last.frame.xs:
            return None
        texts = [line.text for line in inside]
        if last.names and tuple(texts[: len(last.names)]) == last.names:
            return len(last.names)
        counted = any(map(is_counted, inside[:_MAX_HEADER]))
        return 0 if last.is_open and not counted and texts[0] not in last.names else None

    def _bounds(
        self, strips: Strips, lines: Sequence[TextLine], region: Region
    ) -> tuple[float, ...]:
        """The columns' bounds: those of the last table where it goes on."""
        last = self._last
        if last is None:
            return strips.bounds
        if strips.meets(last.strips):
            return last.frame.xs
        plain = [
            lines[index]
            for index in range(region.end)
            if index not in region.across and lines[index].text not in last.names
        ]
        at_top = last.is_open and region.start <= _MAX_HEADER
        within = all(is_within(line, last.frame.xs) or TOTAL.match(line.text) for line in plain)
        return last.frame.xs if at_top and within else strips.bounds


def _strips(lines: Sequence[TextLine], region: Region, size: float) -> Strips:
    """The most strips that the lines leave free without those of a header at the top."""
    plain = [
        lines[index]
        for index in range(region.start, region.end)
        if index not in region.across and not TOTAL.match(lines[index].text)
    ]
    found = [
        strips_of(plain[first:], size) for first in range(max(1, min(_MAX_HEADER, len(plain) - 2)))
    ]
    most = max(
        (_with_last(strips, plain[:first]) for first, strips in enumerate(found)),
        key=lambda strips: len(strips.free),
    )
    whole = replace(most, free=tuple(gap for gap in most.free if not _is_inside(plain, gap, most)))
    return _with_names(plain, whole)


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
        apart = names and figures and max(names) < min(min(figures), _MAX_HEADER)
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


def _rows(
    lines: Sequence[TextLine], marks: Marks, across: set[int], xs: Sequence[float]
) -> list[list[int]]:
    """The rows below the header, as indexes of the lines."""
    body = lines[marks.n_header :]
    shift = marks.n_header
    anchors = {index - shift for index in marks.anchors}
    alone = {index - shift for index in across if index >= shift}
    return [[i + shift for i in row] for row in rows_of_lines(body, anchors, alone, xs)]


def _frame(
    lines: Sequence[TextLine],
    n_header: int,
    rows: Sequence[Sequence[int]],
    across: set[int],
    xs: tuple[float, ...],
) -> Frame:
    fields, n_names = header_fields(lines[:n_header], xs) if n_header else ([], 0)
    for number, row in enumerate(rows, start=n_names):
        inside = [lines[index] for index in row]
        laid = bool(across & set(row)) or any(TOTAL.match(line.text) for line in inside)
        for column, words in enumerate(row_cells(inside, laid, xs)):
            fields.append(Field(number, column, number + 1, column + 1, tuple(words)))
    fields.sort(key=lambda cell: (cell.top, cell.left))
    head = [lines[0].top] * n_names
    tops = [min(lines[index].top for index in row) for row in rows]
    return Frame(lines[0].page, xs, (*head, *tops, lines[-1].bottom), tuple(fields))
