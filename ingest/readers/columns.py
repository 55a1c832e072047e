"""Reading order on a page: blocks side by side are read one after the other, never line by line.

A gutter is a gap that neighbouring lines share. The letterhead (issuer left, motto right), the
sign-off (recipients left, signature right) and pages set in two columns have one; a list with
tab stops has one too, but its rows belong together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from ingest.readers.text_lines import WIDE_GAP, TextLine, make_line, split_wide
from ingest.structure.grammar import bullet
from ingest.structure.sign_off import is_signers_name
from ingest.vietnamese import fold

# "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM"
_MOTTO = re.compile(r"cong hoa xa hoi|doc lap\W*tu do|dang cong san viet")
# "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH", "GIÁM ĐỐC"
_SIGN_OFF = re.compile(
    r"noi nhan\b|(?:tm|kt|tl|tuq|q)[.,]\s*[a-z]|(?:pho )?(?:chu tich|giam doc|bo truong|thu truong|cuc truong|truong ban)"
)
_MOTTO_WORDS = ("CỘNG", "Độc", "ĐẢNG")
_MIN_GUTTER = 0.5
_FAR = 2.6
_FAR_SIGNED = 9.0


class Kind(StrEnum):
    """How a block's lines belong together: as paragraphs, or each on its own."""

    TEXT = "text"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one column from top to bottom."""

    kind: Kind
    lines: tuple[TextLine, ...]


@dataclass(slots=True)
class _Zone:
    """Lines at both sides of a gutter from `left` to `right` that is being narrowed."""

    left: float
    right: float
    columns: tuple[list[TextLine], list[TextLine]]

    def side(self, line: TextLine) -> int:
        """0 or 1 for a line that stands wholly on one side of the gutter, -1 for one across."""
        need = _MIN_GUTTER * line.size
        at_left, at_right = line.x1 <= self.right - need, line.x0 >= self.left + need
        if at_left and at_right:
            return int(line.x0 - self.left > self.right - line.x1)
        return 0 if at_left else 1 if at_right else -1

    def add(self, line: TextLine, side: int) -> None:
        """Take in a line; the gutter becomes what it leaves free."""
        if side == 0:
            self.left = max(self.left, line.x1)
        else:
            self.right = min(self.right, line.x0)
        self.columns[side].append(line)


def in_order(lines: Sequence[TextLine]) -> list[Block]:
    """The blocks of the lines (whole lines from the top down) in reading order."""
    rows = [_pieces(line) for line in lines]
    blocks: list[Block] = []
    single: list[TextLine] = []
    index = 0
    while index < len(rows):
        zone, end = _zone(rows, index)
        if zone is None:
            single.append(_whole(rows[index]))
            index += 1
            continue
        read = _read(zone, rows[index:end])
        if read[0].kind is Kind.LISTED:
            _take_back(single, zone)
            read = _read(zone, rows[index:end])
        if single:
            blocks.append(Block(Kind.TEXT, tuple(single)))
            single = []
        blocks.extend(read)
        index = end
    if single:
        blocks.append(Block(Kind.TEXT, tuple(single)))
    return blocks


def _pieces(line: TextLine) -> list[TextLine]:
    """The line cut at wide gaps, and before a motto that stands close to the issuer."""
    pieces = split_wide(line)
    if len(pieces) == 1 and any(mark in line.text for mark in _MOTTO_WORDS):
        for index, word in enumerate(line.words):
            rest = line.words[index:]
            if (
                index
                and word.text in _MOTTO_WORDS
                and _MOTTO.match(fold(" ".join(w.text for w in rest)))
            ):
                return [make_line(line.words[:index], line.page), make_line(rest, line.page)]
    return pieces


def _whole(pieces: Sequence[TextLine]) -> TextLine:
    if len(pieces) == 1:
        return pieces[0]
    return make_line([word for piece in pieces for word in piece.words], pieces[0].page)


def _opening(rows: Sequence[list[TextLine]], start: int) -> tuple[list[TextLine], int]:
    """Two pieces side by side at the row `start` and the row behind them; ([], start) for none."""
    pieces = rows[start]
    if len(pieces) == 2:
        return pieces, start + 1
    if len(pieces) == 1 and start + 1 < len(rows) and len(rows[start + 1]) == 1:
        one, other = sorted((pieces[0], rows[start + 1][0]), key=lambda line: line.x0)
        overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
        if overlap > 0.25 * one.size and other.x0 - one.x1 > WIDE_GAP * one.size:
            return [one, other], start + 2
    return [], start


def _zone(rows: Sequence[list[TextLine]], start: int) -> tuple[_Zone | None, int]:
    """The zone that begins with the row at `start`, and the row behind its last one."""
    opening, index = _opening(rows, start)
    if not opening:
        return None, start
    left, right = opening
    zone = _Zone(left.x1, right.x0, ([left], [right]))
    bounds = _bounds(rows)
    signed = any(_SIGN_OFF.match(fold(piece.text)) for piece in opening)
    lowest = max(left.bottom, right.bottom)
    while index < len(rows):
        pieces, sides = _sided(zone, _cut_at(zone, rows[index]) if signed else rows[index])
        far = (_FAR_SIGNED if signed else _FAR) * pieces[0].size
        if pieces[0].top - lowest > far or sides not in ([0], [1], [0, 1]):
            break
        if len(sides) == 1 and not _fits(zone, pieces[0], sides[0], bounds):
            break
        for piece, side in zip(pieces, sides, strict=True):
            zone.add(piece, side)
            lowest = max(lowest, piece.bottom)
        index += 1
    return zone, index


def _cut_at(zone: _Zone, pieces: list[TextLine]) -> list[TextLine]:
    """A row whose two sides stand too close to be told by themselves, cut at the zone's gutter."""
    if len(pieces) != 1 or zone.side(pieces[0]) >= 0:
        return pieces
    line, need = pieces[0], _MIN_GUTTER * pieces[0].size
    for index, (before, word) in enumerate(pairwise(line.words), 1):
        within = before.x1 <= zone.right - need and word.x0 >= zone.left + need
        if within and word.x0 - before.x1 >= need:
            return [make_line(part, line.page) for part in (line.words[:index], line.words[index:])]
    return pieces


def _sided(zone: _Zone, pieces: Sequence[TextLine]) -> tuple[list[TextLine], list[int]]:
    """A row's pieces and their sides; neighbours on one side (a word was lost) are one piece."""
    found: list[TextLine] = []
    sides: list[int] = []
    for piece in pieces:
        side = zone.side(piece)
        if sides and side == sides[-1]:
            found[-1] = _whole([found[-1], piece])
        else:
            found.append(piece)
            sides.append(side)
    return found, sides


def _bounds(rows: Sequence[list[TextLine]]) -> tuple[float, float]:
    pieces = [piece for row in rows for piece in row]
    return min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)


def _fits(zone: _Zone, line: TextLine, side: int, bounds: tuple[float, float]) -> bool:
    """Whether a line alone on its height belongs to one side, and not to the page's middle."""
    column = zone.columns[side]
    x0, x1 = min(other.x0 for other in column), max(other.x1 for other in column)
    aligned = any(abs(line.x0 - other.x0) < 0.6 * line.size for other in column)
    centred = any(abs(line.centre - other.centre) < 1.0 * line.size for other in column)
    in_middle = abs(line.centre - (bounds[0] + bounds[1]) / 2) < 1.0 * line.size
    if in_middle and not aligned:
        return False
    inside = x0 - 1.5 * line.size < line.x0 and line.x1 < x1 + 1.5 * line.size
    return aligned or centred or (inside and (len(column) > 2 or _has_motto(column)))


def _take_back(single: list[TextLine], zone: _Zone) -> None:
    """Move lines right above a letterhead or sign-off, set higher at one side, into it."""
    bounds = (
        min(line.x0 for line in zone.columns[0]),
        max(line.x1 for line in zone.columns[1]),
    )
    headed = _has_motto(zone.columns[1])
    while single:
        line = single[-1]
        side = zone.side(line)
        if side < 0 or zone.columns[side][0].top - line.bottom > 1.5 * line.size:
            return
        opens = (line.text.isupper() and bool(_SIGN_OFF.match(fold(line.text)))) or (
            headed and len(single) < 3 and side == 0
        )
        if not opens or not _fits(zone, line, side, bounds):
            return
        zone.columns[side].insert(0, single.pop())


def _read(zone: _Zone, rows: Sequence[list[TextLine]]) -> list[Block]:
    """The zone's blocks: by column where it is one of the known layouts, else row by row."""
    left, right = zone.columns
    if _is_listed(left, right):
        return [Block(Kind.LISTED, tuple(left)), Block(Kind.LISTED, tuple(right))]
    if _is_set_in_columns(left) and _is_set_in_columns(right):
        return [Block(Kind.TEXT, tuple(left)), Block(Kind.TEXT, tuple(right))]
    return [Block(Kind.TEXT, tuple(_whole(row) for row in rows))]


def _has_motto(lines: Sequence[TextLine]) -> bool:
    return any(_MOTTO.search(fold(line.text)) for line in lines)


def _is_listed(left: Sequence[TextLine], right: Sequence[TextLine]) -> bool:
    """Whether the two sides are a letterhead or a sign-off."""
    if _has_motto(right):
        return True
    opening = any(_SIGN_OFF.match(fold(line.text)) for line in left[:2])
    signing = any(_SIGN_OFF.match(fold(line.text)) and line.text.isupper() for line in right[:3])
    # A page break may leave no more than recipients and a name.
    rest = all(bullet(line.text) for line in left) and is_signers_name(right[0].text)
    return signing or rest or (opening and fold(left[0].text).startswith("noi nhan"))


def _is_set_in_columns(lines: Sequence[TextLine]) -> bool:
    """Whether most lines reach the same right end: text that was set in this width."""
    if len(lines) < 5:
        return False
    right = max(line.x1 for line in lines)
    full = sum(1 for line in lines if right - line.x1 < 2.5 * line.size)
    return full >= 0.5 * len(lines)
