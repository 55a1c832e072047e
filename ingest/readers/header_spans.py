"""The header of a table without ruling lines: which name stands over which columns.

A name at the top that reaches over columns whose own names stand lower spans them; what stands
below it is a header of its own. Names are in the middle of the columns they span.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.readers.ruled import Field
from ingest.readers.strips import parted, span_at, widened
from ingest.readers.text_lines import TextLine
from ingest.readers.words import Word

# Heights that are the same, and lines of one name: in sizes of the font.
_SAME_HEIGHT = 0.4
_NEXT_LINE = 0.75
_MAX_LEVELS = 4
# Points.
_SAME_LEFT = 1.5


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a header's line over the columns `[left, right)`."""

    line: TextLine
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name over the columns `[left, right)`; `level` counts the names above it."""

    level: int
    left: int
    right: int
    words: tuple[Word, ...]


def header_fields(lines: Sequence[TextLine], xs: Sequence[float]) -> tuple[list[Field], int]:
    """The cells of a header of at least one line, and its number of rows."""
    names = header_names(lines, xs)
    n_rows = 1 + max((name.level for name in names), default=0)
    fields = []
    for column in range(len(xs) - 1):
        own = [name for name in names if name.left <= column < name.right]
        top = 1 + max((name.level for name in own), default=-1)
        fields += [
            Field(name.level, name.left, n_rows if name.level == top - 1 else name.level + 1,
                  name.right, name.words)
            for name in own if name.left == column
        ]  # fmt: skip
        if not own:
            fields.append(Field(0, column, n_rows, column + 1))
    return _disjoint(fields, names, n_rows), n_rows


def _disjoint(fields: list[Field], names: Sequence[Name], n_rows: int) -> list[Field]:
    """The cells, where a spanning name ends above the names below it."""
    found = []
    for field in fields:
        below = [
            name.level
            for name in names
            if name.level > field.top and field.left <= name.left < field.right
        ]
        bottom = min(below, default=n_rows)
        found.append(Field(field.top, field.left, bottom, field.right, field.words))
        # A column without a name of its own below a spanning one.
        named = {
            column
            for name in names
            if name.level > field.top
            for column in range(name.left, name.right)
        }
        if below:
            free = [c for c in range(field.left, field.right) if c not in named]
            found += [Field(bottom, column, n_rows, column + 1) for column in free]
    return found


def header_names(lines: Sequence[TextLine], xs: Sequence[float]) -> list[Name]:
    """The names of a header of at least one line, none of them beside its own columns' parent."""
    found = [piece for line in lines for piece in _placed(line, xs)]
    return _names(found, 0, len(xs) - 1, 0, xs)


def _placed(line: TextLine, xs: Sequence[float]) -> list[_Piece]:
    """The parts of a line with their columns: where the next part begins the one before ends."""
    parts = parted(line, xs)
    spans = [span_at(part, xs) for part in parts]
    nexts = [left for left, _ in spans[1:]] + [len(xs) - 1]
    return [
        _Piece(part, left, max(left + 1, min(right, following)))
        for part, (left, right), following in zip(parts, spans, nexts, strict=True)
    ]


def _names(
    pieces: Sequence[_Piece], first: int, last: int, level: int, xs: Sequence[float]
) -> list[Name]:
    """The names of the columns `[first, last)`."""
    if not pieces:
        return []
    if last - first == 1 or level >= _MAX_LEVELS:
        return [Name(level, first, last, _words(pieces))]
    whole = _whole_columns(pieces, first, last)
    names: list[Name] = []
    column = first
    while column < last:
        if column in whole:
            own = [piece for piece in pieces if piece.left == column]
            names += [Name(level, column, column + 1, _words(own))] if own else []
            column += 1
            continue
        end = column
        while end < last and end not in whole:
            end += 1
        inside = [piece for piece in pieces if column <= piece.left and piece.right <= end]
        names += _spanned(inside, column, end, level, xs)
        column = end
    return names


def _whole_columns(pieces: Sequence[_Piece], first: int, last: int) -> set[int]:
    """The columns whose name fills the header's height, or stands in the middle of it."""
    top = min(piece.line.top for piece in pieces)
    bottom = max(piece.line.bottom for piece in pieces)
    near = _SAME_HEIGHT * median(piece.line.size for piece in pieces)
    found = set()
    for column in range(first, last):
        over = [piece for piece in pieces if piece.left <= column < piece.right]
        if not over or any(piece.right - piece.left > 1 for piece in over):
            continue
        centre = (over[0].line.top + over[-1].line.bottom) / 2
        apart = any(b.line.top - a.line.bottom > near for a, b in pairwise(over))
        if apart or _spans_more(over, pieces, near):
            continue
        if abs(centre - (top + bottom) / 2) < near:
            found.add(column)
    return found


def _spans_more(own: Sequence[_Piece], pieces: Sequence[_Piece], near: float) -> bool:
    """Whether the first line of a column's name stands over its neighbours' names too.

    These begin lower, and in the middle of what the column has below that line.
    """
    if len(own) < 2:
        return False
    column = own[0].left
    rest = (own[1].line.top + own[-1].line.bottom) / 2
    sides = []
    for other in (column - 1, column + 1):
        over = [piece for piece in pieces if piece.left <= other < piece.right]
        lower = over and over[0].line.top > own[0].line.bottom - near
        centre = (over[0].line.top + over[-1].line.bottom) / 2 if over else 0.0
        sides.append(bool(lower) and abs(centre - rest) < near)
    return all(sides)


def _spanned(
    pieces: Sequence[_Piece], first: int, last: int, level: int, xs: Sequence[float]
) -> list[Name]:
    """The names of columns of which some stand under a name that spans them."""
    if not pieces:
        return []
    if last - first == 1:
        return _names(pieces, first, last, level, xs)
    ordered = sorted(pieces, key=lambda piece: piece.line.top)
    head = ordered[0]
    low = head.line.bottom - _SAME_HEIGHT * head.line.size
    taken = {
        column
        for piece in pieces
        if piece.line.top < low and piece is not head
        for column in range(piece.left, piece.right)
    }
    outside = set(range(first)) | set(range(last, len(xs) - 1))
    own = (head.left, head.right)
    if own[1] - own[0] > 1 or _has_below(head, pieces):
        if _is_aligned(head, ordered):
            own = (own[0], min((c for c in taken if c >= own[1]), default=last))
        else:
            own = widened(own, head.line.centre, taken | outside, xs)
        # Columns at the side that no other name at this height can span belong to this one.
        own = (
            own[0] if any(column < own[0] for column in taken) else first,
            own[1] if any(column >= own[1] for column in taken) else last,
        )
    left, right = own
    inside = [p for p in ordered if left <= p.left and p.right <= right]
    rest = [p for p in ordered if p not in inside]
    name, below = _head_lines(inside, left, right)
    names = [Name(level, left, right, _words(name))]
    names += _names(below, left, right, level + 1, xs)
    names += _spanned([p for p in rest if p.right <= left], first, left, level, xs)
    names += _spanned([p for p in rest if p.left >= right], right, last, level, xs)
    return names


def _is_aligned(head: _Piece, pieces: Sequence[_Piece]) -> bool:
    """Whether a name begins where the one below it does, at the left: it goes as far as it can."""
    return any(
        abs(piece.line.x0 - head.line.x0) < _SAME_LEFT
        for piece in pieces
        if piece is not head and piece.left == head.left
    )


def _has_below(head: _Piece, pieces: Sequence[_Piece]) -> bool:
    return any(p is not head and p.left == head.left and p.right == head.right for p in pieces)


def _head_lines(
    pieces: Sequence[_Piece], left: int, right: int
) -> tuple[list[_Piece], list[_Piece]]:
    """The lines of the name at the top, and the pieces below it."""
    if right - left == 1:
        return list(pieces), []
    name = [pieces[0]]
    for piece in pieces[1:]:
        beside = [p for p in pieces if p is not piece and _is_beside(p, piece)]
        near = piece.line.top - name[-1].line.bottom < _NEXT_LINE * piece.line.size
        same = abs(piece.line.centre - name[0].line.centre) < 1.5 * piece.line.size
        if beside or not near or not same:
            break
        name.append(piece)
    return name, [piece for piece in pieces if piece not in name]


def _is_beside(one: _Piece, other: _Piece) -> bool:
    return min(one.line.bottom, other.line.bottom) - max(one.line.top, other.line.top) > 1


def _words(pieces: Sequence[_Piece]) -> tuple[Word, ...]:
    return tuple(word for piece in pieces for word in piece.line.words)
