"""A page as words and ruling lines with their places: what a text layer and OCR both give.

Coordinates are points (1/72 inch) from the top left corner of the upright page.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its box; `size` is the font's size in points, 0 when unknown."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, or one edge of a drawn box: horizontal when wider than high."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageWords:
    """One page; `number` is 1-based. `confidence` (0 to 1) is None for a text layer."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    confidence: float | None = None
