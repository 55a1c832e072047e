"""Tables without ruling lines, found only where the columns cannot be mistaken.

A header that opens with "STT" or "TT" stands above at least three columns that no word crosses,
and at least three rows with an ordinal each. Cells may be centred in their rows, so a row is
parted from the next at the widest gap between their ordinals. Anything less stays lines.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.header_spans import column_at, spans_of
from ingest.readers.ruled import Field, Frame
from ingest.readers.text_lines import TextLine, split_wide
from ingest.readers.words import Word
from ingest.vietnamese import fold

_HEADER = re.compile(r"s?tt\.?")
# "1", "02.", "IV", "A": what the first column of a row holds.
_ORDINAL = re.compile(r"(\d{1,3})[.)]?")
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")
# "IV.", "1.", "2.1.", "a)": what opens a heading behind the table.
_NUMBERED = re.compile(r"(?:[IVX]{1,5}|[A-HĐa-zđ]|\d{1,2}(?:\.\d{1,2})*)[.)]")
# "Tổng cộng", "Cộng"
_TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng)\b", re.IGNORECASE)
# What stands above a header and is no part of it: "(Đơn vị: triệu đồng)", "ĐVT: tỷ đồng"
_ABOVE = re.compile(r"\(|don vi|dvt|bang |bieu |phu luc")
_MIN_COLUMNS = 3
_MIN_ROWS = 3
_MAX_HEADER_LINES = 4
_GAP = 0.9
_FAR = 3.0
_CLOSE = 0.9
_FIRST_LINES = 12
_RUN = 0.5


def find_borderless(lines: Sequence[TextLine]) -> tuple[list[Frame], list[TextLine]]:
    """The tables, and the lines outside of them in their order."""
    frames: list[Frame] = []
    rest: list[TextLine] = []
    index = 0
    while index < len(lines):
        found = _table(lines, index, len(rest))
        if found is None:
            rest.append(lines[index])
            index += 1
            continue
        frame, index, n_above = found
        del rest[len(rest) - n_above :]
        frames.append(frame)
    return frames, rest


def _table(lines: Sequence[TextLine], start: int, n_rest: int) -> tuple[Frame, int, int] | None:
    """The table whose header has "STT" in the line at `start`: (frame, end, lines above taken)."""
    mark = lines[start].words[0]
    if not _HEADER.fullmatch(fold(mark.text)):
        return None
    end = _end(lines, start, _dotted(lines, start))
    anchors = [i for i in range(start + 1, end) if _is_anchor(lines[i], mark)]
    ordinals = [i for i in anchors if _ORDINAL.fullmatch(lines[i].words[0].text)]
    if len(ordinals) < _MIN_ROWS or not _counts_up([lines[i] for i in ordinals]):
        return None
    above = _above(lines, start, min(n_rest, _MAX_HEADER_LINES), mark)
    cuts = _cuts(lines, [start, *anchors], end)
    rows = [list(lines[first:last]) for first, last in pairwise([*cuts, end])]
    if not all(rows):
        return None
    grouped = [False, *(not _ORDINAL.fullmatch(lines[i].words[0].text) for i in anchors)]
    plain = [line for row, group in zip(rows, grouped, strict=True) if not group for line in row]
    xs = _edges(plain)
    if len(xs) - 1 < _MIN_COLUMNS or not _all_filled(rows[1:], grouped[1:], xs):
        return None
    header = list(lines[start - above : start])
    return _frame(header, rows, grouped, xs), end, above


def _is_anchor(line: TextLine, mark: Word) -> bool:
    """Whether a line opens a row: an ordinal or a group's label below "STT", or a total."""
    word = line.words[0]
    below = word.x0 < mark.x1 + 0.5 * line.size
    label = bool(_ORDINAL.fullmatch(word.text) or _GROUP.fullmatch(word.text))
    return (below and label) or bool(_TOTAL.match(line.text))


def _counts_up(lines: Sequence[TextLine]) -> bool:
    """Whether the ordinals count on from the first one, over again from 1 where they like."""
    matches = (_ORDINAL.fullmatch(line.words[0].text) for line in lines)
    numbers = [int(match[1]) for match in matches if match]
    return all(after in (1, before + 1) for before, after in pairwise(numbers))


def _dotted(lines: Sequence[TextLine], start: int) -> bool:
    """Whether the first ordinal below the header has a full stop behind it."""
    mark = lines[start].words[0]
    below = (line.words[0].text for line in lines[start + 1 :] if _is_anchor(line, mark))
    return not next(below, "1")[-1:].isalnum()


def _end(lines: Sequence[TextLine], start: int, dotted: bool) -> int:
    """Where the table ends: at a wide gap, or at a line that runs through its first column.

    `dotted`: the table's ordinals have a full stop; "IV. …" below "1", "2" is a heading.
    """
    mark = lines[start].words[0]
    width = max(line.x1 for line in lines[start : start + _FIRST_LINES]) - mark.x0
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if line.top - lines[index - 1].bottom > _FAR * line.size:
            return index
        above = lines[index - 1]
        if _TOTAL.match(above.text) and line.top > above.bottom and not _is_anchor(line, mark):
            return index
        opening, anchor = line.words[0], _is_anchor(line, mark)
        other = anchor and opening.text[-1:].isalnum() == dotted
        if other or (not anchor and (opening.x0 < mark.x1 or _is_prose(line, width))):
            return index
    return len(lines)


def _is_prose(line: TextLine, width: float) -> bool:
    """Whether the line runs over columns without a gap, or is a numbered heading."""
    wide = line.x1 - line.x0 > 0.85 * width
    numbered = _NUMBERED.fullmatch(line.words[0].text)
    return len(split_wide(line, _RUN)) == 1 and (wide or bool(numbered))


def _above(lines: Sequence[TextLine], start: int, most: int, mark: Word) -> int:
    """How many lines right above the one with "STT" belong to the header beside it."""
    taken = 0
    while taken < most:
        line, below = lines[start - taken - 1], lines[start - taken]
        near = below.top - line.bottom < _CLOSE * line.size
        beside = line.x0 > mark.x1 + 0.5 * line.size
        caption = len(split_wide(line, _GAP)) == 1 and line.text.isupper()
        if not (near and beside) or caption or _ABOVE.match(fold(line.text)):
            break
        taken += 1
    return taken


def _cuts(lines: Sequence[TextLine], anchors: Sequence[int], end: int) -> list[int]:
    """The first line of each row: behind the widest gap between two rows' ordinals."""
    cuts = [anchors[0]]
    for before, after in pairwise(anchors):
        gaps = [(lines[i].top - lines[i - 1].bottom, i) for i in range(before + 1, after + 1)]
        cuts.append(max(gaps)[1])
    return [min(cut, end) for cut in cuts]


def _edges(lines: Sequence[TextLine]) -> list[float]:
    """The columns' bounds: in the middle of strips that no word of the lines enters."""
    boxes = sorted((word.x0, word.x1) for line in lines for word in line.words)
    edges = [boxes[0][0] - 1]
    right = boxes[0][1]
    size = lines[0].size
    for x0, x1 in boxes:
        if x0 - right > 0.4 * size:
            edges.append((x0 + right) / 2)
        right = max(right, x1)
    edges.append(right + 1)
    return edges


def _all_filled(
    rows: Sequence[Sequence[TextLine]], grouped: Sequence[bool], xs: Sequence[float]
) -> bool:
    """Whether each row of data has text in at least three columns (two of a table of three)."""
    least = min(_MIN_COLUMNS, len(xs) - 2)
    for row, group in zip(rows, grouped, strict=True):
        filled = {column_at((w.x0 + w.x1) / 2, xs) for line in row for w in line.words}
        if not group and len(filled) < least:
            return False
    return True


def _cells(row: Sequence[TextLine], whole: bool, xs: Sequence[float]) -> list[list[Word]]:
    """The words of a row by column; `whole`: a piece of words stays together where it begins."""
    cells: list[list[Word]] = [[] for _ in xs[1:]]
    for line in row:
        pieces = split_wide(line, _GAP) if whole else [line]
        for piece in pieces:
            at = column_at((piece.words[0].x0 + piece.words[0].x1) / 2, xs)
            for word in piece.words:
                own = not whole or any(map(str.isdigit, word.text))
                cells[column_at((word.x0 + word.x1) / 2, xs) if own else at].append(word)
    return cells


def _frame(
    header: Sequence[TextLine],
    rows: Sequence[Sequence[TextLine]],
    grouped: Sequence[bool],
    xs: Sequence[float],
) -> Frame:
    spans = spans_of(header, rows[0], xs)
    shift = 1 if spans else 0
    fields = [Field(0, left, 1, right, words) for left, right, words in spans]
    covered = {column for left, right, _ in spans for column in range(left, right)}
    for number, (row, group) in enumerate(zip(rows, grouped, strict=True)):
        for column, words in enumerate(_cells(row, group, xs)):
            top = 0 if not number and column not in covered else number + shift
            fields.append(Field(top, column, number + 1 + shift, column + 1, tuple(words)))
    fields.sort(key=lambda cell: (cell.top, cell.left))
    tops = [row[0].top for row in rows]
    ys = [*([header[0].top] if spans else []), *tops, rows[-1][-1].bottom]
    return Frame(rows[0][0].page, tuple(xs), tuple(ys), tuple(fields))
