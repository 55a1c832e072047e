"""A scanned page's defects undone: dark borders, shadows, skew, specks."""

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ingest.readers.raster import INK, PAPER, Grey, Raster

MAX_SKEW = 6.0  # degrees
_PALER = 45  # levels between black print and a seal's grey
_EDGE = 5  # pixels: print with the grey of its edges
_PALEST = 205  # a paler seal disturbs no reading
_SEAL = 2.4  # inches; a seal of state is 36 to 42 mm wide
_MARGIN = 0.06  # how deep a dark scan border may reach into the page
# Paper's grain becomes plain paper: tesseract 5.3 takes minutes over a page of faint grain.
_LEVELS = np.interp(np.arange(256), (40, 215), (0, PAPER)).astype(np.uint8)


def cleaned(raster: Raster) -> Raster:
    """The page without dark borders, shadows, skew and specks."""
    grey = straightened(flattened(without_borders(raster.grey)))
    return replace(raster, grey=without_specks(grey))


def _reduced(grey: Grey, factor: int) -> Grey:
    from PIL import Image

    return np.asarray(Image.fromarray(grey).reduce(factor))


def without_borders(grey: Grey) -> Grey:
    """The page with dark bands along its edges (lid, shadow, book fold) as paper."""
    small = _reduced(grey, 4) < 110
    rows, columns = small.shape
    deep_y, deep_x = max(1, int(rows * _MARGIN)), max(1, int(columns * _MARGIN))
    border = np.zeros_like(small)
    every = np.logical_and.accumulate
    border[:deep_y] |= every(small[:deep_y], axis=0)
    border[-deep_y:] |= every(small[-deep_y:][::-1], axis=0)[::-1]
    border[:, :deep_x] |= every(small[:, :deep_x], axis=1)
    border[:, -deep_x:] |= every(small[:, -deep_x:][:, ::-1], axis=1)[:, ::-1]
    if not border.any():
        return grey
    border = _spread(border)
    large = border.repeat(4, axis=0).repeat(4, axis=1)[: grey.shape[0], : grey.shape[1]]
    return np.where(large, np.uint8(PAPER), grey)


def _spread(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    wide[:, 1:] |= wide[:, :-1].copy()
    wide[:, :-1] |= wide[:, 1:].copy()
    return wide


def flattened(grey: Grey) -> Grey:
    """The page with its paper's brightness evened out to white: shadows, tints, yellowing."""
    from PIL import Image, ImageFilter

    small = Image.fromarray(grey).reduce(8)
    paper = small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(6))
    wide = paper.resize((grey.shape[1], grey.shape[0]), Image.Resampling.BILINEAR)
    level = np.maximum(np.asarray(wide), 60).astype(np.uint16)
    even = np.minimum(grey.astype(np.uint16) * 257 // level, PAPER).astype(np.uint8)
    levelled: Grey = _LEVELS[even]
    return levelled


def straightened(grey: Grey) -> Grey:
    """The page turned so that its lines of text run level; its size stays."""
    from PIL import Image

    angle = skew_of(grey)
    if abs(angle) < 0.04:
        return grey
    turned = Image.fromarray(grey).rotate(angle, Image.Resampling.BICUBIC, fillcolor=PAPER)
    return np.asarray(turned)


def without_grey_seal(
    grey: Grey, dpi: float
) -> tuple[Grey, tuple[float, float, float, float] | None]:
    """A page without rules, and without a seal that a greyscale scan left as grey ink, paler than the print.

    Grey ink away from any black ink is lifted off, only where most of it lies in one patch of a
    seal's size: pale print elsewhere on a page is print. With the page comes the patch in points
    (x0, top, x1, bottom), None where there is no such seal.
    """
    from PIL import Image, ImageFilter

    smooth = _reduced(grey, 2)
    ink = smooth < INK
    if np.count_nonzero(ink) < 2000:
        return grey, None
    black = float(np.percentile(smooth[ink], 15)) + _PALER
    core = smooth < black

    def around(mask: NDArray[np.bool_], pixels: int) -> NDArray[np.bool_]:
        grown = Image.fromarray(mask.astype(np.uint8)).filter(ImageFilter.MaxFilter(pixels))
        return np.asarray(grown) > 0

    pale = (smooth < _PALEST) & ~around(core, 7)
    side = round(_SEAL * dpi / 2)
    n_pale, top, left = _densest(pale, side)
    if n_pale < max(0.004 * dpi * dpi, 0.7 * np.count_nonzero(pale)):
        return grey, None
    rows, columns = np.nonzero(pale[top : top + side, left : left + side])
    reach = round(0.2 * dpi)
    bottom, right = top + int(rows.max()) + reach, left + int(columns.max()) + reach
    top, left = max(0, top + int(rows.min()) - reach), max(0, left + int(columns.min()) - reach)
    page = grey.copy()
    patch = page[2 * top : 2 * bottom, 2 * left : 2 * right]
    patch[~around(patch < black, _EDGE)] = PAPER
    point = 144 / dpi
    n_rows, n_columns = core[top:bottom, left:right].shape
    return page, (left * point, top * point, (left + n_columns) * point, (top + n_rows) * point)


def _densest(mask: NDArray[np.bool_], side: int) -> tuple[int, int, int]:
    """(marked pixels, top, left) of the square of this side that holds the most of them."""
    side = min(side, *mask.shape)
    sums = np.pad(mask.astype(np.int32).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    within = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    best = int(within.argmax())
    top, left = divmod(best, within.shape[1])
    return int(within.flat[best]), top, left


def skew_of(grey: Grey) -> float:
    """By how many degrees the lines of text fall to the right (negative: rise), within 6."""
    factor = max(1, round(max(grey.shape) / 1750))
    rows, columns = np.nonzero(_reduced(grey, factor) < 160)
    if rows.size < 200:
        return 0.0
    if rows.size > 400_000:  # a picture, or print on black: a sample gives the same profile
        rows, columns = rows[:: rows.size // 200_000], columns[:: rows.size // 200_000]
    best = _steepest(rows, columns, np.arange(-MAX_SKEW, MAX_SKEW + 0.01, 0.4))
    best = _steepest(rows, columns, best + np.arange(-0.4, 0.41, 0.1))
    return _steepest(rows, columns, best + np.arange(-0.08, 0.081, 0.02))


def _steepest(
    rows: NDArray[np.intp], columns: NDArray[np.intp], angles: NDArray[np.float64]
) -> float:
    """The angle whose profile of ink over rows changes most: lines and gaps stand apart."""
    scores = []
    for angle in angles:
        level = rows - columns * math.tan(math.radians(angle))
        profile = np.bincount((level - level.min()).astype(np.int32)).astype(np.float64)
        scores.append(float(np.square(np.diff(profile)).sum()))
    return float(angles[int(np.argmax(scores))])


def without_specks(grey: Grey) -> Grey:
    """The page without dots far smaller than those over an i at 200 dpi."""
    ink = (grey < INK + 40).astype(np.int16)
    near = np.pad(ink, 2)
    near = near[:-4] + near[1:-3] + near[2:-2] + near[3:-1] + near[4:]
    near = near[:, :-4] + near[:, 1:-3] + near[:, 2:-2] + near[:, 3:-1] + near[:, 4:]
    return np.where((ink > 0) & (near <= 6), np.uint8(PAPER), grey)
