"""Tables without ruling lines, found only where the columns cannot be mistaken.

A header that opens with "STT" or "TT" names at least three columns, and at least three numbered
rows below it keep to them. Anything less stays lines.
"""

import re
from collections.abc import Sequence

from ingest.readers.ruled import Field, Frame
from ingest.readers.text_lines import TextLine, split_wide
from ingest.readers.words import Word
from ingest.vietnamese import fold

_HEADER = re.compile(r"s?tt\.?")
_ORDINAL = re.compile(r"(\d{1,3})[.)]?")
_MIN_COLUMNS = 3
_MIN_ROWS = 3
_GAP = 0.9
_FAR = 3.0


def find_borderless(lines: Sequence[TextLine]) -> tuple[list[Frame], list[TextLine]]:
    """The tables, and the lines outside of them in their order."""
    frames: list[Frame] = []
    rest: list[TextLine] = []
    index = 0
    while index < len(lines):
        found = _table(lines, index)
        if found is None:
            rest.append(lines[index])
            index += 1
            continue
        frame, index = found
        frames.append(frame)
    return frames, rest


def _table(lines: Sequence[TextLine], start: int) -> tuple[Frame, int] | None:
    if not _HEADER.fullmatch(fold(lines[start].words[0].text)):
        return None
    header = split_wide(lines[start], _GAP)
    if len(header) < _MIN_COLUMNS:
        return None
    end = _end(lines, start)
    first = next((i for i in range(start + 1, end) if _ordinal(lines[i], 1)), None)
    if first is None or first - start > 4:
        return None
    xs = _edges(lines[start:end], header)
    if xs is None:
        return None
    rows = _rows(lines[first:end])
    if len(rows) < _MIN_ROWS or not all(_is_filled(row, xs) for row in rows):
        return None
    return _frame([list(lines[start:first]), *rows], xs), end


def _ordinal(line: TextLine, number: int) -> bool:
    match = _ORDINAL.fullmatch(line.words[0].text)
    return match is not None and int(match[1]) == number


def _end(lines: Sequence[TextLine], start: int) -> int:
    """Where the table ends: at a wide gap, or at a line that runs through its first column."""
    first = lines[start].words[0]
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if line.top - lines[index - 1].bottom > _FAR * line.size:
            return index
        opening = line.words[0]
        in_first = opening.x0 < first.x1
        if in_first and not _ORDINAL.fullmatch(opening.text):
            return index
    return len(lines)


def _edges(lines: Sequence[TextLine], header: Sequence[TextLine]) -> list[float] | None:
    """The columns' bounds: in the middle of strips that no word enters, one a header's name."""
    boxes = sorted((word.x0, word.x1) for line in lines for word in line.words)
    edges = [boxes[0][0] - 1]
    right = boxes[0][1]
    size = lines[0].size
    for x0, x1 in boxes:
        if x0 - right > 0.4 * size:
            edges.append((x0 + right) / 2)
        right = max(right, x1)
    edges.append(right + 1)
    return edges if len(edges) - 1 == len(header) else None


def _rows(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    rows: list[list[TextLine]] = []
    for line in lines:
        if _ordinal(line, len(rows) + 1):
            rows.append([])
        rows[-1].append(line)
    return rows


def _is_filled(row: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Whether a row has text in at least three columns."""
    filled = {sum(x <= (word.x0 + word.x1) / 2 for x in xs) for line in row for word in line.words}
    return len(filled) >= _MIN_COLUMNS


def _frame(rows: Sequence[Sequence[TextLine]], xs: Sequence[float]) -> Frame:
    fields: list[Field] = []
    for number, row in enumerate(rows):
        cells: list[list[Word]] = [[] for _ in xs[1:]]
        for line in row:
            for word in line.words:
                column = sum(x <= (word.x0 + word.x1) / 2 for x in xs) - 1
                cells[max(0, min(column, len(cells) - 1))].append(word)
        fields.extend(
            Field(number, column, number + 1, column + 1, tuple(cell))
            for column, cell in enumerate(cells)
        )
    ys = [row[0].top for row in rows] + [rows[-1][-1].bottom]
    return Frame(rows[0][0].page, tuple(xs), tuple(ys), tuple(fields))
