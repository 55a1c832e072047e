"""Bold print on a scanned page, told by the width of its strokes: OCR knows words, not fonts."""

from collections.abc import Sequence

import numpy as np

from ingest.readers.raster import INK, Grey
from ingest.readers.tesseract import Seen

# Strokes of bold print are 1.5 to 1.8 times as wide as those of plain print of its size.
_BOLD = 1.25
# Letters so much higher than the page's usual ones have wider strokes by their size alone.
_HIGHER = 1.3
_MIN_LETTERS = 3
# The share of a page's letters whose strokes are surely plain ones.
_PLAIN_SHARE = 0.35


def bold_lines(grey: Grey, seen: Sequence[Seen]) -> frozenset[str]:
    """The lines (`Seen.line`) of a page that are printed bold."""
    lines: dict[str, list[Seen]] = {}
    for item in seen:
        lines.setdefault(item.line, []).append(item)
    measured = {
        name: _stroke(grey, items)
        for name, items in lines.items()
        if _letters(items) >= _MIN_LETTERS
    }
    measured = {name: stroke for name, stroke in measured.items() if stroke > 0}
    letters = [(measured[name], _letters(lines[name])) for name in measured]
    heights = [(_height(lines[name]), _letters(lines[name])) for name in measured]
    plain, usual = _quantile(letters, _PLAIN_SHARE), _quantile(heights, 0.5)
    return frozenset(
        name
        for name, stroke in measured.items()
        if stroke >= _BOLD * plain * max(1.0, _height(lines[name]) / (_HIGHER * usual))
    )


def _letters(items: Sequence[Seen]) -> int:
    return sum(char.isalpha() for item in items for char in item.text)


def _height(items: Sequence[Seen]) -> float:
    return float(np.median([item.box[3] - item.box[1] for item in items]))


def _stroke(grey: Grey, items: Sequence[Seen]) -> float:
    """The usual width in pixels of the strokes of words: how far ink goes on to the right."""
    widths = [width for item in items for width in (_width(grey, item),) if width]
    return float(np.median(widths)) if widths else 0.0


def _width(grey: Grey, item: Seen) -> float:
    left, top, right, bottom = item.box
    ink = np.pad(grey[top:bottom, left:right] < INK, ((0, 0), (1, 1)))
    edges = np.diff(ink.astype(np.int8), axis=1)
    runs = int(np.count_nonzero(edges == 1))
    return float(np.count_nonzero(ink)) / runs if runs else 0.0


def _quantile(weighted: Sequence[tuple[float, int]], share: float) -> float:
    """The value below which this share of the weight lies; 0 for none."""
    total = sum(weight for _, weight in weighted)
    passed = 0
    for value, weight in sorted(weighted):
        passed += weight
        if passed >= share * total:
            return value
    return 0.0
