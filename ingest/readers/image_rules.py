"""Ruling lines of a scanned page: found as Rules, and taken off the picture.

A table's lines ruin the reading of its cells, so the OCR program gets a page without them. A
line is a long thin run of ink, level or upright; the page is straight already (see raster.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.readers.raster import INK, PAPER, Grey
from ingest.readers.words import Rule

Mask = NDArray[np.bool_]

_FAINT = 192  # a hairline at 200 dpi is smeared over two rows by the turning
_LONG_PT = 24.0  # a shorter run is a letter's stroke or a dash, unless it joins other lines
_SHORT_PT = 13.0  # one row of small print
_THICK_PT = 3.0
_TOUCH_PT = 3.0
_JOIN_PT = 6.0  # a gap in a line that the scanner lost
_MAX_RUNS = 40_000  # a photograph or a dark page has more; it has no table to find


@dataclass(slots=True)
class _Bar:
    """A line while it grows: its extent along and across itself in pixels."""

    start: int
    end: int
    first: int
    last: int

    def touches(self, start: int, end: int, gap: int) -> bool:
        return start <= self.end + gap and end >= self.start - gap


def _windowed(ink: Mask, length: int, share: float) -> Mask:
    """Where a level window of `length` pixels that is inked to `share` lies over the pixel."""
    if ink.shape[1] <= length:
        return np.zeros_like(ink)
    sums = np.zeros((ink.shape[0], ink.shape[1] + 1), np.int32)
    np.cumsum(ink, axis=1, out=sums[:, 1:], dtype=np.int32)
    full = (sums[:, length:] - sums[:, :-length]) >= share * length
    starts = np.zeros((ink.shape[0], ink.shape[1] + 1), np.int32)
    starts[:, 1 : full.shape[1] + 1] = np.cumsum(full, axis=1, dtype=np.int32)
    starts[:, full.shape[1] + 1 :] = starts[:, full.shape[1] : full.shape[1] + 1]
    before = np.zeros_like(starts)
    before[:, length:] = starts[:, :-length]
    return (starts[:, 1:] - before[:, 1:]) > 0


def _thick(ink: Mask, depth: int) -> Mask:
    """The ink of areas deeper than `depth` rows: fills, photographs, bold headlines."""
    return _windowed(np.ascontiguousarray(ink.T), depth, 1.0).T


def _runs(mask: Mask) -> Iterator[tuple[int, int, int]]:
    """(row, start, end) of each level run, from the top."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    if rows.size <= _MAX_RUNS:
        yield from zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True)


def _bars(mask: Mask, gap: int) -> list[_Bar]:
    """Runs of neighbouring rows joined to lines; a line may drift a little as it goes."""
    done: list[_Bar] = []
    growing: list[_Bar] = []
    for row, start, end in _runs(mask):
        done += [bar for bar in growing if bar.last < row - 3]
        growing = [bar for bar in growing if bar.last >= row - 3]
        mates = [bar for bar in growing if bar.touches(start, end, gap)]
        bar = mates[0] if mates else _Bar(start, end, row, row)
        for mate in mates[1:]:
            growing.remove(mate)
            bar.start, bar.end = min(bar.start, mate.start), max(bar.end, mate.end)
            bar.first = min(bar.first, mate.first)
        if not mates:
            growing.append(bar)
        bar.start, bar.end, bar.last = min(bar.start, start), max(bar.end, end), row
    return done + growing


def _level_lines(ink: Mask, dpi: float, long: float) -> list[_Bar]:
    """Level lines of at least `long` points."""
    length = round(long * dpi / 72)
    thin = ink & ~_thick(ink, round(_THICK_PT * dpi / 72) + 2)
    near = thin.copy()
    near[1:] |= thin[:-1]
    near[:-1] |= thin[1:]
    mask = _windowed(near, length, 0.94) & near
    most = _THICK_PT * dpi / 72
    return [
        bar
        for bar in _bars(mask, round(_JOIN_PT * dpi / 72))
        if bar.end - bar.start >= length
        and bar.last - bar.first <= most + 0.01 * (bar.end - bar.start)
    ]


def _joined(short: list[_Bar], across: list[_Bar], touch: int) -> list[_Bar]:
    """The short lines whose two ends each meet a line across."""

    def meets(bar: _Bar, end: int) -> bool:
        return any(
            other.first - touch <= end <= other.last + touch
            and other.start - touch <= bar.first
            and bar.last <= other.end + touch
            for other in across
        )

    return [bar for bar in short if meets(bar, bar.start) and meets(bar, bar.end)]


def _erase(grey: Grey, bars: list[_Bar], halo: int) -> None:
    """Whiten level lines in place, except where a letter's stroke crosses from side to side."""
    reach = 2 * halo + 1
    for bar in bars:
        top, bottom = max(0, bar.first - halo), min(grey.shape[0], bar.last + halo + 1)
        ends = halo + 3  # a corner belongs to the line across
        columns = slice(max(0, bar.start - ends), bar.end + ends)
        above = grey[max(0, top - reach) : top, columns] < INK
        below = grey[bottom : bottom + reach, columns] < INK
        crossing = (
            above.all(axis=0) & below.all(axis=0)
            if above.shape[0] and below.shape[0]
            else np.zeros(above.shape[1], np.bool_)
        )
        grey[top:bottom, columns][:, ~crossing] = PAPER


def rules_of(grey: Grey, dpi: float) -> tuple[tuple[Rule, ...], Grey]:
    """The ruling lines of a straight page in points, and the page without them.

    A level rule has its thickness between `top` and `bottom`, an upright one between x0 and x1.
    """
    ink = grey < _FAINT
    turned = np.ascontiguousarray(ink.T)
    touch = round(_TOUCH_PT * dpi / 72)
    level = _level_lines(ink, dpi, _LONG_PT)
    upright = _level_lines(turned, dpi, _SHORT_PT)
    long = _LONG_PT * dpi / 72
    tall = [bar for bar in upright if bar.end - bar.start >= long]
    tall += _joined([bar for bar in upright if bar.end - bar.start < long], level, touch)
    halo = max(1, round(dpi / 150))
    page = grey.copy()
    _erase(page, level, halo)
    _erase(page.T, tall, halo)
    point = 72 / dpi
    rules = [
        Rule(bar.start * point, bar.first * point, bar.end * point, (bar.last + 1) * point)
        for bar in level
    ]
    rules += [
        Rule(bar.first * point, bar.start * point, (bar.last + 1) * point, bar.end * point)
        for bar in tall
    ]
    return tuple(rules), page
