"""Which lines of a page may be a table without ruling lines.

Somewhere a line has three pieces or more; around it lie lines that leave at least two of the same
strips free. A group's name or a total may run over strips, where the table goes on behind it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from ingest.readers.strips import narrowed, parted, pieces, span_at
from ingest.readers.text_lines import TextLine
from ingest.vietnamese import fold

# "STT", "TT": where the first column counts.
COUNTED = re.compile(r"s?tt\.?")
# "1", "02.", "IV", "A": what the first column of a row holds.
ORDINAL = re.compile(r"(\d{1,3})[.)]?")
GROUP = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")
# "Tổng cộng", "TỔNG SỐ", "Tổng: 12", "Cộng I"
TOTAL = re.compile(
    r"(?:Tổng|TỔNG)(?=\s*(?:$|[:\d(]|[IVX]+\b|(?i:cộng|số|kinh phí)\b))|(?:Cộng|CỘNG)\b"
)
# "IV.", "1.", "2.1.", "a)": what opens a heading behind the table.
_NUMBERED = re.compile(r"(?:[IVX]{1,5}|[A-HĐa-zđ]|\d{1,2}(?:\.\d{1,2})*)[.)]")
# What stands above a header and is no part of it: "(Đơn vị: triệu đồng)", "ĐVT: tỷ đồng"
_ABOVE = re.compile(
    r"\(|don vi(?! (?:chu tri|phoi hop|thuc hien|theo doi|tinh$))|dvt|bang |bieu |phu luc"
)
_LETTERHEAD = re.compile(r"cong hoa xa hoi|doc lap\W*tu do|noi nhan\s*:|(?:tm|kt|tl)\. ")
# Each strip as what is left of it: a word within it leaves two parts.
Spaces: TypeAlias = "list[list[tuple[float, float]]]"
_MIN_PIECES = 3
_MAX_WORDS = 200
_MAX_LINES = 400
_MAX_HEADER = 8
_FAR = 3.0
_CLOSE = 1.1
_SPACED = 1.6
_TIGHT = 0.5
_INTO = 0.3
_BEHIND = 2
_OTHER_SIZE = 0.1


@dataclass(frozen=True, slots=True)
class Region:
    """Lines `[start, end)` of a page; those `across` run over strips, as groups' names do."""

    start: int
    end: int
    across: frozenset[int] = frozenset()


def region_at(lines: Sequence[TextLine], start: int, floor: int) -> Region:
    """The lines around the one at `start` if it has many pieces; an empty region otherwise.

    None above the line `floor`.
    """
    seed = pieces(lines[start])
    if len(seed) < _MIN_PIECES or len(lines[start].words) > _MAX_WORDS:
        return Region(start, start)
    free: Spaces = [[(a.x1, b.x0)] for a, b in pairwise(seed)]
    across: set[int] = set()
    end = start + 1
    while end < min(len(lines), start + _MAX_LINES):
        line = lines[end]
        if line.top - lines[end - 1].bottom > _FAR * line.size or _is_foreign(line):
            break
        left = _left_by(line, free)
        if len(left) < len(free) and _may_cross(lines, end, free):
            across.add(end)
        elif _fits(line, free, left):
            free = left
        else:
            break
        end += 1
    end = _trimmed(lines, start, end)
    while start > floor and _is_beside(lines[start - 1], lines[start]):
        left = _left_by(lines[start - 1], free)
        if len(left) < 2:
            break
        free, start = left, start - 1
    return Region(start, end, frozenset(index for index in across if index < end))


def region_within(lines: Sequence[TextLine], xs: Sequence[float]) -> Region | None:
    """The lines from the first one that stand in the columns between `xs`; None without figures."""
    end = 0
    while end < min(len(lines), _MAX_LINES):
        line = lines[end]
        far = end and line.top - lines[end - 1].bottom > _FAR * line.size
        if far or _is_foreign(line) or not (is_within(line, xs) or TOTAL.match(line.text)):
            break
        other_size = abs(line.size - lines[0].size) > _OTHER_SIZE * line.size
        if len(pieces(line)) == 1 and (other_size or _is_heading(line)):
            break
        end += 1
    end = _trimmed(lines, 0, end)
    figures = any(
        len(pieces(line)) > 1 and any(word.text[0].isdigit() for word in line.words)
        for line in lines[:end]
    )
    return Region(0, end) if figures else None


def _left_by(line: TextLine, free: Spaces) -> Spaces:
    """The strips of which the line leaves something, and what."""
    return list(filter(None, (narrowed(strip, line) for strip in free)))


def _is_beside(one: TextLine, other: TextLine) -> bool:
    """Whether two lines overlap in height: they stand in one row."""
    return min(one.bottom, other.bottom) - max(one.top, other.top) > _INTO * other.size


def _fits(line: TextLine, free: Spaces, left: Spaces) -> bool:
    """Whether a line is one of the table's; `left` is what it leaves of the `free` strips."""
    if len(pieces(line)) > 1:
        return len(left) >= min(2, len(free))
    return len(left) >= len(free) and not _is_heading(line)


def _is_heading(line: TextLine) -> bool:
    return len(line.words) > 1 and bool(_NUMBERED.fullmatch(line.words[0].text))


def _may_cross(lines: Sequence[TextLine], at: int, free: Spaces) -> bool:
    """Whether a line that runs over strips is a group's name or a total of the table."""
    line = lines[at]
    n_pieces = len(pieces(line))
    if TOTAL.match(line.text) and n_pieces > 1:
        return True
    return n_pieces <= 2 and _is_label(line) and _goes_on(lines, at, free)


def _is_label(line: TextLine) -> bool:
    """Whether a line that runs over strips may be a group's name or a total."""
    first = line.words[0].text
    return bool(
        line.bold or line.text.isupper() or GROUP.fullmatch(first) or TOTAL.match(line.text)
    )


def _goes_on(lines: Sequence[TextLine], at: int, free: Spaces) -> bool:
    """Whether one of the next lines is one of the table's, of several pieces."""
    for line in lines[at + 1 : at + 2 + _BEHIND]:
        if COUNTED.fullmatch(fold(line.words[0].text)) or _is_foreign(line):
            return False
        several = len(pieces(line)) > 1
        if several:
            return len(_left_by(line, free)) >= max(2, len(free) - 1)
    return False


def _is_foreign(line: TextLine) -> bool:
    text = fold(line.text)
    return bool(_LETTERHEAD.search(text)) or (
        bool(_ABOVE.match(text)) and len(pieces(line)) == 1 and ":" in text
    )


def header_above(lines: Sequence[TextLine], start: int, most: int, xs: Sequence[float]) -> int:
    """How many lines above the one at `start` belong to the header; `most` may be taken.

    They stand beside the first of the columns `xs`, or right above and within columns.
    """
    taken = 0
    while taken < min(most, _MAX_HEADER):
        line, below = lines[start - taken - 1], lines[start - taken]
        gap = (below.top - line.bottom) / line.size
        several = len(pieces(line)) > 1 or len(pieces(below)) > 1
        caption = line.text.isupper() or _ABOVE.match(fold(line.text))
        alone = len(pieces(line)) == 1 and (caption or line.differs(below) or _is_heading(line))
        if alone or gap > (_SPACED if several else _CLOSE):
            break
        if line.x0 < xs[1] and (gap > _TIGHT or not is_within(line, xs)):
            break
        taken += 1
    return taken


def is_within(line: TextLine, xs: Sequence[float]) -> bool:
    """Whether each piece of a line stands within one of the columns between `xs`."""
    spans = [span_at(piece, xs) for piece in parted(line, xs)]
    return all(right - left == 1 for left, right in spans)


def _trimmed(lines: Sequence[TextLine], start: int, end: int) -> int:
    """`end` without lines at the foot that go on no column: a heading or a paragraph behind."""
    while end - 1 > start and len(pieces(lines[end - 1])) == 1:
        line = lines[end - 1]
        above = [
            other
            for row in lines[max(start, end - 4) : end - 1]
            for other in pieces(row)
            if min(other.x1, line.x1) > max(other.x0, line.x0)
        ]
        last = above[-1] if above else None
        goes_on = (
            last is not None
            and line.top - last.bottom < 0.5 * line.size
            and (abs(last.x0 - line.x0) < 0.3 * line.size or _is_centred(last, line))
            and not last.differs(line)
            and not _NUMBERED.fullmatch(line.words[0].text)
        )
        if goes_on or TOTAL.match(line.text):
            break
        end -= 1
    return end


def _is_centred(one: TextLine, other: TextLine) -> bool:
    return abs(one.centre - other.centre) < 0.2 * one.size or abs(one.x1 - other.x1) < 1
