"""Words with places → lines of text: one baseline, tolerant of skew, mixed sizes, raised marks.

Knows no columns; a line is split where its words stand far apart (`split_wide`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.readers.words import Word

# Words belong to one line when they overlap by this share of the lower one's height.
_OVERLAP = 0.5
# A hostile page has thousands of words on one line: how many neighbours, and lines, are looked at.
_NEAR_WORDS = 40
_NEAR_ROWS = 120
# Lines this far above (in heights) take no more words: bounds the search.
_PAST = 3.0
# A gap of this many sizes is no space between words, even in a justified line.
WIDE_GAP = 1.9
# Sizes this share apart are different ones; OCR's guesses less far from the usual size are not.
_OTHER_SIZE = 0.12
_GUESS = 0.28
# A line is set letter by letter when it has so many lone letters, and this share of all.
_MIN_LETTERS = 4
_LETTERS_SHARE = 0.6
_DEFAULT_SIZE = 12.0
_BOLD_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words of one line from left to right, in their common box; `page` is 1-based."""

    words: tuple[Word, ...]
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether the line is bold: a letter that the bold font lacks is set in another font."""
        lettered = [word for word in self.words if any(map(str.isalpha, word.text))]
        letters = sum(len(word.text) for word in lettered)
        in_bold = sum(len(word.text) for word in lettered if word.bold)
        return bool(letters) and in_bold >= _BOLD_SHARE * letters

    def differs(self, other: "TextLine") -> bool:
        """Whether the two are set in different sizes."""
        return abs(self.size - other.size) > _OTHER_SIZE * max(self.size, other.size)

    @property
    def middle(self) -> float:
        """The height of the line's middle."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """The middle between left and right."""
        return (self.x0 + self.x1) / 2


def size_of(word: Word) -> float:
    """The word's font size in points, or what its height suggests (a box of OCR)."""
    return word.size or max(word.bottom - word.top, 1.0)


def make_line(words: Iterable[Word], page: int) -> TextLine:
    """The line of at least one word; its box is that of the words of usual size."""
    ordered = tuple(sorted(words, key=lambda word: (word.x0, word.x1)))
    size = median(size_of(word) for word in ordered for _ in range(min(len(word.text), 20) or 1))
    usual = [word for word in ordered if size_of(word) > 0.8 * size] or list(ordered)
    return TextLine(
        ordered,
        page,
        ordered[0].x0,
        median(word.top for word in usual),
        max(word.x1 for word in ordered),
        _foot(usual),
        size,
    )


def _foot(words: Sequence[Word]) -> float:
    """The foot of a line: where boxes hold ink alone (OCR), that of words without descenders."""
    return sorted(word.bottom for word in words)[len(words) // 4]


def with_steady_sizes(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a scan, where a size is a guess: those near the page's usual one have it."""
    guesses = sorted(size_of(word) for word in words for _ in range(min(len(word.text), 20)))
    if not guesses:
        return tuple(words)
    usual = guesses[len(guesses) // 2]
    return tuple(
        replace(word, size=usual if abs(size_of(word) - usual) < _GUESS * usual else size_of(word))
        for word in words
    )


def text_lines(words: Sequence[Word], page: int) -> list[TextLine]:
    """The lines from top to bottom, each as wide as its baseline goes."""
    rows: list[list[Word]] = []
    open_rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.top + w.bottom, w.x0)):
        height = word.bottom - word.top
        open_rows = [
            row for row in open_rows[-_NEAR_ROWS:] if row[-1].bottom + _PAST * height > word.top
        ]
        row = _best_row(open_rows, word)
        if row is None:
            rows.append([word])
            open_rows.append(rows[-1])
        else:
            row.append(word)
    return sorted(
        (make_line(_unspaced(row), page) for row in rows), key=lambda line: (line.middle, line.x0)
    )


def _unspaced(row: list[Word]) -> list[Word]:
    """The words of a line; letters set apart ("K Ế  H O Ạ C H") are words again."""
    single = sum(1 for word in row if len(word.text) == 1 and word.text.isalpha())
    if single < _MIN_LETTERS or single < _LETTERS_SHARE * len(row):
        return row
    ordered = sorted(row, key=lambda word: word.x0)
    gaps = [right.x0 - left.x1 for left, right in pairwise(ordered)]
    usual, widest = sorted(gaps)[len(gaps) // 3], max(gaps)
    # Without wider gaps between words nothing tells them apart: all is one word.
    limit = (usual + widest) / 2 if widest > 1.6 * max(usual, 0.1) else widest
    words = [ordered[0]]
    for gap, word in zip(gaps, ordered[1:], strict=True):
        last = words[-1]
        if gap > limit:
            words.append(word)
        else:
            top, bottom = min(last.top, word.top), max(last.bottom, word.bottom)
            words[-1] = replace(
                last, text=last.text + word.text, x1=word.x1, top=top, bottom=bottom
            )
    return words


def _best_row(rows: Sequence[list[Word]], word: Word) -> list[Word] | None:
    """The row whose word nearest in x overlaps the word most; skew moves far words apart."""
    best, best_share = None, _OVERLAP
    for row in reversed(rows):
        near = row[-1]
        if near.x0 > word.x0:
            near = min(row[-_NEAR_WORDS:], key=lambda w: _distance(w, word))
        height = min(near.bottom - near.top, word.bottom - word.top) or 1.0
        share = (min(near.bottom, word.bottom) - max(near.top, word.top)) / height
        if share > best_share:
            best, best_share = row, share
            if share > 0.9:
                break
    return best


def _distance(one: Word, other: Word) -> float:
    return max(one.x0 - other.x1, other.x0 - one.x1)


def split_wide(line: TextLine, gap: float = WIDE_GAP) -> list[TextLine]:
    """The line cut where neighbours stand `gap` sizes or more apart, from left to right."""
    pieces: list[list[Word]] = [[line.words[0]]]
    right = line.words[0].x1
    for before, word in pairwise(line.words):
        size = max(size_of(before), size_of(word))
        if word.x0 - right > gap * size:
            pieces.append([])
        pieces[-1].append(word)
        right = max(right, word.x1)
    return [line] if len(pieces) == 1 else [make_line(piece, line.page) for piece in pieces]


def usual_size(lines: Iterable[TextLine]) -> float:
    """The size that most letters have, in points."""
    weights: dict[float, int] = {}
    for line in lines:
        rounded = round(line.size * 2) / 2
        weights[rounded] = weights.get(rounded, 0) + sum(len(w.text) for w in line.words)
    return max(weights, key=lambda size: weights[size], default=_DEFAULT_SIZE) or _DEFAULT_SIZE


def usual_step(lines: Sequence[TextLine]) -> float:
    """The usual distance of baselines in points, from neighbours that share their width."""
    steps = [
        below.bottom - above.bottom
        for above, below in pairwise(lines)
        if above.page == below.page
        and 0.6 * above.size < below.bottom - above.bottom < 3 * above.size
        and min(above.x1, below.x1) > max(above.x0, below.x0)
    ]
    if not steps:
        return 1.25 * usual_size(lines)
    # Spaces between paragraphs only lengthen steps: the lower part is the leading.
    return sorted(steps)[len(steps) // 3]
