"""Columns without ruling lines: the upright strips of a page that no word of some lines enters."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.text_lines import TextLine, make_line, size_of
from ingest.readers.words import Word

# Gaps between words in sizes of the font: one that parts cells for sure; one that may, where it is
# so many times wider than the narrowest of its line (a justified line has wide spaces, all alike).
_SURE = 1.1
_LIKELY = 0.5
_WIDER = 1.7
# Feet of words on one baseline are so near, in sizes; marks so much smaller stand anywhere.
_SAME_LEVEL = 0.25
_SMALL = 0.8
_REACH = 0.5
# How wide a strip is at least, in sizes.
STRIP = 0.4


@dataclass(frozen=True, slots=True)
class Strips:
    """The strips between columns from left to right, and the text's left and right end (points)."""

    left: float
    free: tuple[tuple[float, float], ...]
    right: float

    @property
    def bounds(self) -> tuple[float, ...]:
        """The columns' bounds: in the middle of the strips, and around the text."""
        return (self.left - 1, *((a + b) / 2 for a, b in self.free), self.right + 1)

    def meets(self, other: "Strips") -> bool:
        """Whether both have the same columns: each strip has a part in common with its like."""
        return len(self.free) == len(other.free) and all(
            max(a, c) <= min(b, d) for (a, b), (c, d) in zip(self.free, other.free, strict=True)
        )


def levels(line: TextLine) -> list[TextLine]:
    """The line parted where its words stand at different heights, as cells in a row may."""
    found: list[list[Word]] = []
    near = _SAME_LEVEL * line.size
    for word in sorted(line.words, key=lambda word: word.top + word.bottom):
        small = size_of(word) < _SMALL * line.size
        if found and (small or _shift(found[-1][0], word) < near):
            found[-1].append(word)
        else:
            found.append([word])
    return [line] if len(found) == 1 else [make_line(words, line.page) for words in found]


def _shift(one: Word, other: Word) -> float:
    """How far a word stands below another by its head and its foot: OCR's boxes hold ink alone."""
    return min(other.top - one.top, other.bottom - one.bottom)


def pieces(line: TextLine) -> list[TextLine]:
    """The line cut where the gap between words is no space."""
    gaps = [word.x0 - before.x1 for before, word in pairwise(line.words)]
    least = max(min(gaps, default=0.0), 0.0)
    limit = min(max(_LIKELY * line.size, _WIDER * least), _SURE * line.size)
    found: list[list[Word]] = [[line.words[0]]]
    for gap, word in zip(gaps, line.words[1:], strict=True):
        if gap > limit:
            found.append([])
        found[-1].append(word)
    return [line] if len(found) == 1 else [make_line(words, line.page) for words in found]


def strips_of(lines: Iterable[TextLine], size: float) -> Strips:
    """The strips that no word of the lines (at least one) enters."""
    boxes = sorted((word.x0, word.x1) for line in lines for word in line.words)
    free: list[tuple[float, float]] = []
    right = boxes[0][1]
    for x0, x1 in boxes:
        if x0 - right > STRIP * size:
            free.append((right, x0))
        right = max(right, x1)
    return Strips(boxes[0][0], tuple(free), right)


def narrowed(free: Sequence[tuple[float, float]], line: TextLine) -> list[tuple[float, float]]:
    """What the line leaves of free intervals, where that is wide enough for a strip."""
    left: list[tuple[float, float]] = []
    for start, end in free:
        for word in line.words:
            if word.x1 <= start or word.x0 >= end:
                continue
            if word.x0 - start > STRIP * line.size:
                left.append((start, word.x0))
            start = word.x1
        if end - start > STRIP * line.size:
            left.append((start, end))
    return left


def column_at(x: float, xs: Sequence[float]) -> int:
    """The column between the bounds `xs` that holds `x`; the nearest one outside of them."""
    return max(0, min(bisect_right(xs, x) - 1, len(xs) - 2))


def span_at(piece: TextLine, xs: Sequence[float]) -> tuple[int, int]:
    """The columns `[left, right)` that a piece of a line stands over.

    It may reach a little into a column beside them: a name is wider than ordinals below it.
    """
    margin = min(_REACH * piece.size, (piece.x1 - piece.x0) / 3)
    return column_at(piece.x0 + margin, xs), column_at(piece.x1 - margin, xs) + 1


def parted(line: TextLine, xs: Sequence[float]) -> list[TextLine]:
    """The line cut where gaps are no spaces, or hold a column's bound and may be none."""
    found: list[TextLine] = []
    for piece in pieces(line):
        parts: list[list[Word]] = [[piece.words[0]]]
        for before, word in pairwise(piece.words):
            wide = word.x0 - before.x1 > STRIP * line.size
            if wide and any(before.x1 < edge < word.x0 for edge in xs):
                parts.append([])
            parts[-1].append(word)
        found += [make_line(words, line.page) for words in parts]
    return found


def widened(
    own: tuple[int, int], centre: float, taken: set[int], xs: Sequence[float]
) -> tuple[int, int]:
    """The columns around `own` that are not `taken` and whose middle is nearest to `centre`.

    The narrowest ones, where several are as near.
    """
    lefts, rights = [own[0]], [own[1]]
    while lefts[-1] and lefts[-1] - 1 not in taken:
        lefts.append(lefts[-1] - 1)
    while rights[-1] < len(xs) - 1 and rights[-1] not in taken:
        rights.append(rights[-1] + 1)
    off = {(a, b): abs((xs[a] + xs[b]) / 2 - centre) for a in lefts for b in rights}
    nearest = min(off.values())
    return min((span for span in off if off[span] <= nearest + 1), key=lambda s: s[1] - s[0])
