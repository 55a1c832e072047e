"""Which rows of a large corpus are scored for a question.

Asked plans are ranked whole, so that each finds its own best passages however many better ones
other documents hold. A very long document, and the plans beyond what can be ranked in time, are
represented by the rows that the question's rare words and its vector bring up.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.integer[Any]]

WHOLE_ROWS = 20_000
"""So many rows are scored exactly: the whole corpus up to this size, the asked plans in a larger."""

Span = tuple[int, int]


def pooled(spans: Sequence[Span], leading: Rows) -> Rows:
    """The rows to score, ascending: all of the spans (start, end) that fit, and the leading ones.

    When not all spans fit, those that hold most of the leading rows come first, then the shorter.
    """
    within = np.searchsorted(leading, np.array(spans, dtype=np.int64).reshape(-1, 2))
    held = (within[:, 1] - within[:, 0]).tolist()
    left = WHOLE_ROWS
    chosen: list[Rows] = [leading]
    fit = sum(end - start for start, end in spans if end - start <= WHOLE_ROWS) <= WHOLE_ROWS
    order = sorted(range(len(spans)), key=lambda i: (-held[i], spans[i][1] - spans[i][0]))
    for i in order:
        start, end = spans[i]
        if end - start <= left and (fit or held[i]):
            chosen.append(np.arange(start, end))
            left -= end - start
    return np.unique(np.concatenate(chosen))
