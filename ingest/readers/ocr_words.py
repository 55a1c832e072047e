"""What is kept of the words that an OCR program saw, and as what kind of word."""

from collections.abc import Collection, Sequence
from statistics import median

from ingest.cleaning.legacy import is_syllable
from ingest.readers.tesseract import Seen
from ingest.readers.words import Word

_LEAST_CONFIDENCE = 20.0
_SURE, _POINTS, _MIN_WHOLE = 60.0, ".,;:", 3
_MARKS = frozenset("+*%/()&[]")  # signs that stand alone in a plan, if read unsurely
_STROKES = frozenset("^~`´_¬|\\{}¦")  # signs that stand alone in no plan: a pen's, a seal's
_BULLETS = frozenset("—–«»=~_¬")  # what a "- " at a line's start is misread for


def in_print(seen: Sequence[Seen]) -> frozenset[int]:
    """The positions of words that stand in a line of print, whatever OCR is sure of.

    Within two words of sure ones on both sides; at an end of the line only a whole syllable.
    """
    lines = [item.line if item.confidence >= _SURE else "" for item in seen]
    found = []
    for index, item in enumerate(seen):
        before = item.line in lines[max(0, index - 2) : index]
        after = item.line in lines[index + 1 : index + 3]
        text = item.text.strip(_POINTS)
        whole = len(text) >= _MIN_WHOLE and is_syllable(text)
        if text.isalpha() and ((before and after) or (whole and (before or after))):
            found.append(index)
    return frozenset(found)


def is_word(seen: Seen, dpi: float) -> bool:
    """Not a speck, a stroke of a signature or noise."""
    if seen.confidence < _LEAST_CONFIDENCE:
        return False
    if any(letter.isalnum() for letter in seen.text):
        return True
    left, top, right, bottom = seen.box
    if max(right - left, bottom - top) < 1.5 * dpi / 72:
        return False
    if seen.confidence < 50:
        return set(seen.text) <= _MARKS
    return not set(seen.text) & _STROKES


def as_words(seen: Sequence[Seen], dpi: float, bold: Collection[str]) -> tuple[Word, ...]:
    """Words in points; their size is the median height of the boxes of their line.

    `bold` are the lines in bold print.
    """
    heights: dict[str, list[int]] = {}
    for item in seen:
        heights.setdefault(item.line, []).append(item.box[3] - item.box[1])
    point = 72 / dpi
    kept, before = [], ""
    for item in seen:
        text = item.text
        if item.line != before and text in _BULLETS and item.confidence < 80:
            text = "-"
        before = item.line
        size = round(median(heights[item.line]) * point, 1)
        x0, top, x1, bottom = (value * point for value in item.box)
        kept.append(Word(text, x0, top, x1, bottom, item.line in bold, size))
    return tuple(kept)


def confidence(seen: Sequence[Seen]) -> float:
    """Mean over the words by their length, 0 to 1; 0 without words."""
    letters = sum(len(item.text) for item in seen)
    total = sum(item.confidence * len(item.text) for item in seen)
    return round(min(1.0, total / letters / 100), 4) if letters else 0.0
