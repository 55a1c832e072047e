"""The foot of a document on a scanned page, its two columns read one by one.

An OCR program that reads a whole page takes recipients and signature for one line now and then,
and loses what stands between. Where that foot is, the words "Nơi nhận" tell.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ingest.readers.raster import INK, Grey
from ingest.readers.tesseract import BLOCK, Program, Seen, seen_words
from ingest.vietnamese import fold

_HEIGHT_INCHES = 4.0
_GUTTER_INCHES = 0.2
_PAD = 24
Area = tuple[int, int, int, int]


def with_sign_off(
    program: Program, grey: Grey, dpi: float, seen: list[Seen], until: float
) -> list[Seen]:
    """The words of a page with those of its foot read column by column, where that reads better.

    Raises TimeoutExpired.
    """
    areas = _columns(grey, dpi, seen)
    if not areas:
        return seen
    top, bottom = areas[0][1], areas[0][3]
    inside = [item for item in seen if top <= (item.box[1] + item.box[3]) // 2 < bottom]
    again = [
        word
        for number, area in enumerate(areas)
        for word in _read(program, grey, dpi, area, f"foot{number}", until)
    ]
    if _sureness(again) <= _sureness(inside):
        return seen
    gone = set(map(id, inside))
    return [*(item for item in seen if id(item) not in gone), *again]


def _columns(grey: Grey, dpi: float, seen: Sequence[Seen]) -> tuple[Area, ...]:
    """The two columns (left, top, right, bottom) from "Nơi nhận" down; none without a gutter."""
    opening = next(
        (
            (before, word)
            for before, word in zip(seen[-2::-1], seen[:0:-1], strict=True)
            if fold(word.text).startswith("nhan") and fold(before.text) == "noi"
        ),
        None,
    )
    if opening is None:
        return ()
    first = opening[0].box
    above = [item.box[3] for item in seen if item.box[3] <= first[1]]
    top = (max(above) + first[1]) // 2 if above else max(0, first[1] - _PAD)
    bottom = min(grey.shape[0], top + round(_HEIGHT_INCHES * dpi))
    inked = np.nonzero((grey[top:bottom] < INK).sum(axis=0) > 1)[0]
    behind = inked[inked > opening[1].box[2]]
    if behind.size < 2:
        return ()
    gaps = np.diff(behind)
    widest = int(gaps.argmax())
    if gaps[widest] < _GUTTER_INCHES * dpi:
        return ()
    gutter = int(behind[widest] + gaps[widest] // 2)
    return (0, top, gutter, bottom), (gutter, top, grey.shape[1], bottom)


def _read(
    program: Program, grey: Grey, dpi: float, area: Area, name: str, until: float
) -> list[Seen]:
    left, top, right, bottom = area
    picture = np.pad(grey[top:bottom, left:right], _PAD, constant_values=255)
    across, down = left - _PAD, top - _PAD
    return [
        replace(
            word,
            box=(
                word.box[0] + across,
                word.box[1] + down,
                word.box[2] + across,
                word.box[3] + down,
            ),
            line=f"{name}.{word.line}",
        )
        for word in seen_words(program, picture, dpi, BLOCK, until)
    ]


def _sureness(seen: Sequence[Seen]) -> float:
    """The mean confidence of the letters read; 0 for none."""
    letters = sum(len(item.text) for item in seen)
    return sum(item.confidence * len(item.text) for item in seen) / letters if letters else 0.0
