"""Coloured ink lifted off a page: seals and signatures, and what a pen wrote into the letterhead."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Grey: TypeAlias = NDArray[np.uint8]

PAPER, INK = 255, 128
_OVER_PAPER = 0.82  # of a seal's usual brightness: darker is print below the seal
# A pen's ink in a letterhead: how deep, how blue, from which share of its dots on.
_LETTERHEAD, _BLUE, _MIN_BLUE = 0.4, 60, 0.0001


def without_colour(pixels: NDArray[np.uint8]) -> Grey:
    """(rows, columns, 3) RGB → grey in which red and blue ink is paper, black print stays black.

    The brightest channel of a red seal is its red, near the paper's; print under the seal is
    dark in every channel. A page whose print itself is coloured keeps it.
    """
    if pixels.ndim == 2:
        return pixels
    brightest: Grey = pixels.max(axis=2)
    darkest: Grey = pixels.min(axis=2)
    coloured = (brightest - darkest > brightest // 5 * 2) & (brightest > 90)
    ink = darkest < 150
    n_ink, n_coloured = np.count_nonzero(ink), np.count_nonzero(ink & coloured)
    # Less than a line of black print, and the rest is coloured: that is the print.
    if n_coloured > 0.6 * n_ink and n_ink - n_coloured < 0.001 * ink.size:
        return darkest
    grey = brightest.copy()
    blue = pixels[..., 2] == brightest
    for ink_of in (coloured & blue, coloured & ~blue):
        if ink_of.any():
            # Ink over print is darker than ink over paper: there the print is kept.
            level = float(np.median(brightest[ink_of]))
            grey[ink_of & (brightest >= _OVER_PAPER * level)] = PAPER
            dark = ink_of & (brightest < _OVER_PAPER * level)
            # A seal's edges are as dark where a scanner keeps colours coarser than brightness,
            # but thinner than any stroke of print.
            thick = _without_thin(dark)
            grey[thick] = darkest[thick]
            grey[dark & ~thick] = PAPER
    # Around coloured ink what is neither that nor black is its blurred edge.
    grey[_near(coloured) & ~coloured & (brightest > INK)] = PAPER
    return grey


def with_pen(pixels: NDArray[np.uint8], grey: Grey) -> Grey | None:
    """`grey` with the blue ink of the page's upper part, which `without_colour` lifted off."""
    if pixels.ndim == 2:
        return None
    head = pixels[: round(_LETTERHEAD * len(pixels))].astype(np.int16)
    blue = head[..., 2] - head[..., 0] > _BLUE
    if np.count_nonzero(blue) < _MIN_BLUE * blue.size:
        return None
    kept = grey.copy()
    kept[: len(head)][blue] = head.min(axis=2)[blue]
    return kept


def _near(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The dots with enough marked ones around them, within a few dots, not to be noise."""
    from PIL import Image, ImageFilter

    patches = Image.fromarray(mask.astype(np.uint8)).filter(ImageFilter.MedianFilter(3))
    return np.asarray(patches.filter(ImageFilter.MaxFilter(7))) > 0


def _without_thin(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The marked dots that most of the dots around them are marked with."""
    from PIL import Image, ImageFilter

    around = Image.fromarray(mask.astype(np.uint8)).filter(ImageFilter.MedianFilter(3))
    return mask & (np.asarray(around) > 0)
