"""Names that stand over several columns of a table without ruling lines."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.text_lines import TextLine, make_line
from ingest.readers.words import Word

# A gap wider than a space, in shares of the font's size.
_SPACE = 0.4


def column_at(x: float, xs: Sequence[float]) -> int:
    """The column between the bounds `xs` that holds `x`; the nearest one outside of them."""
    return max(0, min(sum(edge <= x for edge in xs) - 1, len(xs) - 2))


def spans_of(
    header: Sequence[TextLine], row: Sequence[TextLine], xs: Sequence[float]
) -> list[tuple[int, int, tuple[Word, ...]]]:
    """The names above the header's own line: (first column, behind the last, words).

    A name spans the columns around its middle that have no name on the height of "STT".
    """
    named = {column_at((word.x0 + word.x1) / 2, xs) for word in row[0].words}
    found: dict[tuple[int, int], list[Word]] = {}
    for line in header:
        for piece in _parted(line, xs):
            left, right = column_at(piece.x0 + 1, xs), column_at(piece.x1 - 1, xs) + 1
            if not named & set(range(left, right)):
                left, right = _widened(left, right, piece.centre, named, xs)
            found.setdefault((left, right), []).extend(piece.words)
    ordered = sorted(found.items())
    if any(left < before for ((_, before), _), ((left, _), _) in pairwise(ordered)):
        return []
    return [(left, right, tuple(words)) for (left, right), words in ordered]


def _parted(line: TextLine, xs: Sequence[float]) -> list[TextLine]:
    """The line cut at gaps that hold a column's bound and are wider than a space."""
    pieces: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        wide = word.x0 - before.x1 > _SPACE * line.size
        if wide and any(before.x1 < edge < word.x0 for edge in xs):
            pieces.append([])
        pieces[-1].append(word)
    return [make_line(words, line.page) for words in pieces]


def _widened(
    left: int, right: int, centre: float, named: set[int], xs: Sequence[float]
) -> tuple[int, int]:
    """The columns around `[left, right)` without a name whose middle is nearest to `centre`."""
    lefts = [left]
    while lefts[-1] and lefts[-1] - 1 not in named:
        lefts.append(lefts[-1] - 1)
    rights = [right]
    while rights[-1] < len(xs) - 1 and rights[-1] not in named:
        rights.append(rights[-1] + 1)
    off = {(a, b): abs((xs[a] + xs[b]) / 2 - centre) for a in lefts for b in rights}
    return min(off, key=lambda span: off[span])
