"""The best of many scores, without sorting all of them."""

import numpy as np
from numpy.typing import NDArray


def best_rows(scores: NDArray[np.float32], k: int) -> NDArray[np.intp]:
    """The positions of the k highest of (n,) scores, highest first; of equal ones the earlier."""
    if k <= 0 or not len(scores):
        return np.zeros(0, dtype=np.intp)
    if k >= len(scores):
        return np.argsort(-scores, kind="stable")
    lowest = np.partition(scores, len(scores) - k)[len(scores) - k]
    candidates = np.flatnonzero(scores >= lowest)
    return candidates[np.argsort(-scores[candidates], kind="stable")][:k]
