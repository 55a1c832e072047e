"""Ruling lines → the tables they draw: cells with their spans, and the words inside.

Lines that cross make a frame; the places of its lines are the grid; where a line is missing
between two fields they are one cell. Frames of one cell, underlines and page borders are no
tables. What a table means (layout, header, continued or not) is decided elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.words import Rule, Word

# Points: lines closer than this are one line; ends this near to a line touch it.
_SNAP = 2.5
# What is no table any more: lines on a page before and after joining, fields of a grid.
_MAX_RULES = 1200
_MAX_FIELDS = 20_000
_COVERED = 0.55


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of the frame: rows `[top, bottom)`, columns `[left, right)` of the grid's lines."""

    top: int
    left: int
    bottom: int
    right: int
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A ruled table on a page: the places of its grid lines and its cells in reading order."""

    page: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    fields: tuple[Field, ...]


@dataclass(slots=True)
class _Line:
    """A ruling line at `at`, from `start` to `end` along itself."""

    at: float
    start: float
    end: float


def find_frames(
    rules: Sequence[Rule], words: Sequence[Word], page: int, snap: float = _SNAP
) -> tuple[list[Frame], list[Word]]:
    """The tables from top to bottom, and the words outside of them in their order."""
    flat = _merged((_Line((r.top + r.bottom) / 2, r.x0, r.x1) for r in rules if _is_flat(r)), snap)
    upright = _merged(
        (_Line((r.x0 + r.x1) / 2, r.top, r.bottom) for r in rules if not _is_flat(r)), snap
    )
    if len(flat) > _MAX_RULES or len(upright) > _MAX_RULES:
        return [], list(words)
    frames = []
    left = list(words)
    for group_flat, group_upright in _groups(flat, upright, 2 * snap):
        frame, rest = _frame(group_flat, group_upright, left, page, snap)
        if frame:
            frames.append(frame)
            left = rest
    return sorted(frames, key=lambda frame: frame.ys[0]), left


def _is_flat(rule: Rule) -> bool:
    return rule.x1 - rule.x0 >= rule.bottom - rule.top


def _merged(lines: Iterable[_Line], snap: float) -> list[_Line]:
    """The lines with collinear neighbours that touch made one."""
    rows: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: line.at):
        if rows and line.at - rows[-1][0].at <= snap:
            rows[-1].append(line)
        else:
            rows.append([line])
    merged = []
    for row in rows:
        row.sort(key=lambda line: line.start)
        open_line = _Line(row[0].at, row[0].start, row[0].end)
        merged.append(open_line)
        for line in row[1:]:
            if line.start <= open_line.end + 2 * snap:
                open_line.end = max(open_line.end, line.end)
            else:
                open_line = _Line(line.at, line.start, line.end)
                merged.append(open_line)
    return merged


def _groups(
    flat: Sequence[_Line], upright: Sequence[_Line], reach: float
) -> list[tuple[list[_Line], list[_Line]]]:
    """The lines in groups of those that cross or touch, each group (flat, upright)."""
    parent = list(range(len(flat) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, one in enumerate(flat):
        for j, other in enumerate(upright, start=len(flat)):
            crosses = one.start - reach <= other.at <= one.end + reach
            if crosses and other.start - reach <= one.at <= other.end + reach:
                parent[root(i)] = root(j)
    found: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for i, line in enumerate([*flat, *upright]):
        group = found.setdefault(root(i), ([], []))
        group[i >= len(flat)].append(line)
    return [group for group in found.values() if len(group[0]) > 1 and group[1]]


def _places(values: Iterable[float], snap: float) -> list[float]:
    """The distinct places, those closer than `snap` to the one before taken as one."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= snap:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(group) / len(group) for group in found]


def _frame(
    flat: list[_Line], upright: list[_Line], words: Sequence[Word], page: int, snap: float
) -> tuple[Frame | None, list[Word]]:
    ys = _places((line.at for line in flat), snap)
    xs = _places((line.at for line in upright), snap)
    # Tables without their outer lines at the sides: the level lines' ends close them.
    left, right = min(line.start for line in flat), max(line.end for line in flat)
    for edge in (left, right):
        if all(abs(edge - x) > 4 * snap for x in xs):
            upright = [*upright, _Line(edge, ys[0], ys[-1])]
            xs = sorted([*xs, edge])
    # A page's end cuts a table open: the upright lines' ends close it.
    for edge in (min(line.start for line in upright), max(line.end for line in upright)):
        if all(abs(edge - y) > 4 * snap for y in ys):
            flat = [*flat, _Line(edge, xs[0], xs[-1])]
            ys = sorted([*ys, edge])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MAX_FIELDS:
        return None, list(words)
    fields = _fields(xs, ys, flat, upright, snap)
    if len(fields) < 2:
        return None, list(words)
    return _filled(Frame(page, tuple(xs), tuple(ys), fields), words)


def _walls(places: Sequence[float], lines: Sequence[_Line], snap: float) -> list[list[_Line]]:
    """For each grid line the drawn lines on it."""
    return [[line for line in lines if abs(line.at - place) <= 2 * snap] for place in places]


def _is_drawn(wall: Sequence[_Line], start: float, end: float) -> bool:
    """Whether most of the way from `start` to `end` is drawn."""
    covered = sum(max(0.0, min(line.end, end) - max(line.start, start)) for line in wall)
    return covered >= _COVERED * (end - start)


def _fields(
    xs: Sequence[float],
    ys: Sequence[float],
    flat: Sequence[_Line],
    upright: Sequence[_Line],
    snap: float,
) -> tuple[Field, ...]:
    """The cells: fields of the grid joined where no line parts them, made rectangles."""
    n_rows, n_columns = len(ys) - 1, len(xs) - 1
    across, down = _walls(xs, upright, snap), _walls(ys, flat, snap)
    owner = [[-1] * n_columns for _ in range(n_rows)]
    fields: list[Field] = []
    for row in range(n_rows):
        for column in range(n_columns):
            if owner[row][column] >= 0:
                continue
            right = column + 1
            while (
                right < n_columns
                and owner[row][right] < 0
                and not _is_drawn(across[right], ys[row], ys[row + 1])
            ):
                right += 1
            bottom = row + 1
            while bottom < n_rows and not _is_drawn(down[bottom], xs[column], xs[right]):
                if any(owner[bottom][c] >= 0 for c in range(column, right)) or any(
                    _is_drawn(across[c], ys[bottom], ys[bottom + 1])
                    for c in range(column + 1, right)
                ):
                    break
                bottom += 1
            for r in range(row, bottom):
                for c in range(column, right):
                    owner[r][c] = len(fields)
            fields.append(Field(row, column, bottom, right))
    return tuple(fields)


def _index(places: Sequence[float], value: float) -> int:
    """The field between two places in which a value lies, -1 outside of all."""
    for index, (start, end) in enumerate(pairwise(places)):
        if start <= value < end:
            return index
    return -1


def _filled(frame: Frame, words: Sequence[Word]) -> tuple[Frame | None, list[Word]]:
    """The frame with its words, and the words outside; None when it holds none."""
    at = {
        (row, column): index
        for index, field in enumerate(frame.fields)
        for row in range(field.top, field.bottom)
        for column in range(field.left, field.right)
    }
    inside: list[list[Word]] = [[] for _ in frame.fields]
    outside: list[Word] = []
    for word in words:
        row = _index(frame.ys, (word.top + word.bottom) / 2)
        column = _index(frame.xs, (word.x0 + word.x1) / 2)
        place = at.get((row, column))
        if place is None:
            outside.append(word)
        else:
            inside[place].append(word)
    if sum(1 for cell in inside if cell) < 2:
        return None, list(words)
    fields = tuple(
        Field(f.top, f.left, f.bottom, f.right, tuple(cell))
        for f, cell in zip(frame.fields, inside, strict=True)
    )
    return Frame(frame.page, frame.xs, frame.ys, fields), outside
