"""Day, month and number that a pen wrote into a letterhead, read again as figures alone.

"An Giang, ngày 2 Ï tháng .3 năm 2024", "Số:    /KH-UBND": where the first reading found no number
between the printed words, that strip is read once more for nothing but digits, on a picture that
keeps a pen's blue ink.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from ingest.readers.raster import INK, PAPER, Grey
from ingest.readers.tesseract import LINE, Program, Seen, seen_words
from ingest.vietnamese import fold

# The printed words around what is written, and the greatest number between two of them.
_PRINTED = ("ngay", "thang", "nam")
_LARGEST = (31, 12)
_MOST_BETWEEN = 4
_HEAD = 0.4  # of the page's height: letterheads stand above
_PAD, _RISE, _LEAST_INK = 24, 0.6, 30
# In pixels; a number is believed when it is read alike at both.
_HEIGHTS = (28, 36)
_SURE = 70.0


def with_written(
    program: Program, picture: Callable[[], Grey], dpi: float, seen: list[Seen], until: float
) -> list[Seen]:
    """The words of a page with what a pen wrote into its date and number, where it can be read.

    `picture` gives the page with all of its ink; it is asked only where something is missing.
    Raises TimeoutExpired.
    """
    gaps = list(_gaps(seen))
    if not gaps:
        return seen
    grey = picture()
    found = list(seen)
    for before, after, largest in gaps:
        if before.box[3] > _HEAD * grey.shape[0]:
            continue
        number = _number(program, grey, dpi, (before, after), until)
        if number is None or (largest and not 0 < int(number.text) <= largest):
            continue
        start, stop = found.index(before) + 1, found.index(after)
        found[start:stop] = [number]
    return found


def _gaps(seen: Sequence[Seen]) -> Iterator[tuple[Seen, Seen, int]]:
    """(word before, word after, greatest number or 0) where a number should stand and none does."""
    for index, word in enumerate(seen):
        line = [item for item in seen[index : index + 12] if item.line == word.line]
        if fold(word.text) == "ngay":
            printed = [_first(line, name) for name in _PRINTED]
            for (start, stop), largest in zip(pairwise(printed), _LARGEST, strict=True):
                if start is None or stop is None or not 0 < stop - start <= _MOST_BETWEEN:
                    break
                between = "".join(item.text for item in line[start + 1 : stop]).strip(".,…")
                if not (between.isdigit() and 0 < int(between) <= largest):
                    yield line[start], line[stop], largest
        elif fold(word.text).rstrip(":") == "so" and len(line) > 1 and line[1].text[:1] == "/":
            yield word, line[1], 0


def _number(
    program: Program, grey: Grey, dpi: float, around: tuple[Seen, Seen], until: float
) -> Seen | None:
    """The figures between two words of a line; None when none are read twice alike."""
    before, after = around
    left, right = before.box[2] + 2, after.box[0] - 2
    top, bottom = (before.box[1] + after.box[1]) // 2, (before.box[3] + after.box[3]) // 2
    rise = round(_RISE * (bottom - top))
    top, bottom = max(0, top - rise), bottom + rise
    ink = np.argwhere(grey[top:bottom, left:right] < INK) if right > left else np.empty((0, 2))
    if len(ink) < _LEAST_INK:
        return None
    (first, leftmost), (last, rightmost) = ink.min(axis=0), ink.max(axis=0) + 1
    written = grey[top + first : top + last, left + leftmost : left + rightmost]
    readings = {_read(program, _as_high(written, height), dpi, until) for height in _HEIGHTS}
    number = readings.pop() if len(readings) == 1 else ""
    if not number:
        return None
    return Seen(number, (left, top + rise, right, bottom - rise), before.line, _SURE)


def _as_high(picture: Grey, height: int) -> Grey:
    """The picture at a height in pixels that tesseract reads well, with paper around it."""
    from PIL import Image

    width = max(1, round(picture.shape[1] * height / picture.shape[0]))
    sized = Image.fromarray(picture).resize((width, height), Image.Resampling.LANCZOS)
    return np.pad(np.asarray(sized), _PAD, constant_values=PAPER)


def _read(program: Program, strip: Grey, dpi: float, until: float) -> str:
    """The one number that is surely read in a strip, or ""."""
    read = seen_words(program, strip, dpi, LINE, until, digits=True)
    sure = len(read) == 1 and read[0].confidence >= _SURE and read[0].text.isdigit()
    return read[0].text if sure else ""


def _first(line: Sequence[Seen], name: str) -> int | None:
    return next((i for i, item in enumerate(line) if fold(item.text).strip(".,") == name), None)
