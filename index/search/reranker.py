"""A second look at the best chunks: the seam for any sentence-transformers CrossEncoder.

None is shipped. A ranker over fifty features of question and passage was fitted on the development
questions and won nothing on questions it had not seen beyond what the two scores of `retriever.py`
already give; a cross-encoder of an office's own may.
"""

import logging
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from index.errors import RerankerError
from index.stores.ranking import best_rows
from ingest.plan import Chunk

Floats = NDArray[np.float32]
RERANKED = 20
"""Chunks of a plan that are looked at again."""

_LOG = logging.getLogger(__name__)


@runtime_checkable  # pydantic checks the retriever's field
class Reranker(Protocol):
    """Scores passages for a question; higher is better, on any scale."""

    identity: str

    def scores(self, question: str, passages: Sequence[str]) -> Floats:
        """(n,) float32 in the order of the passages."""
        ...


class CrossEncoderReranker:
    """Any sentence-transformers cross-encoder with one output, from a folder or by its hub name."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import CrossEncoder

        self._model = CrossEncoder(name, trust_remote_code=False)
        self.identity = f"cross-encoder/{name}"

    def scores(self, question: str, passages: Sequence[str]) -> Floats:
        """See `Reranker`."""
        if not passages:
            return np.zeros(0, dtype=np.float32)
        pairs = [(question, passage) for passage in passages]
        found = self._model.predict(pairs, show_progress_bar=False)
        return np.asarray(found, dtype=np.float32).reshape(len(passages))


def load_reranker(name: str) -> Reranker | None:
    """The cross-encoder of a folder or hub name; None for an empty name.

    Raises: RerankerError, whatever the reason it cannot be loaded.
    """
    if not name:
        return None
    try:
        _LOG.info("loading the cross-encoder %s", name)
        return CrossEncoderReranker(name)
    except Exception as exc:  # the library raises many kinds; every one means "cannot load"
        raise RerankerError(name, detail=f"{type(exc).__name__}: {exc}") from exc


def reranked(fused: Floats, order: Sequence[int], again: Floats) -> Floats:
    """`fused` with the rows of `order` spread over their own range by their second scores.

    The best of `again` gets the highest fused score of these rows and the worst the lowest, so
    that scores stay comparable; equal second scores keep the first order.
    """
    rows = list(order)
    low, high = float(fused[rows].min()), float(fused[rows].max())
    reach = float(again.max() - again.min())
    if reach <= 0:
        return fused
    changed = fused.copy()
    changed[rows] = low + (high - low) * (again - again.min()) / reach
    return changed


def looked_at_again(
    reranker: Reranker, question: str, chunks: Sequence[Chunk], fused: Floats
) -> Floats:
    """The chunks' scores with those of the best spread anew by the reranker."""
    order = [i for i in best_rows(fused, RERANKED).tolist() if fused[i] > 0]
    if not order:
        return fused
    shown = [_shown(chunks[i]) for i in order]
    return reranked(fused, order, reranker.scores(question, shown))


def _shown(chunk: Chunk) -> str:
    """A passage with the heading it stands under, as a cross-encoder reads it."""
    return "\n".join((*chunk.headings[-1:], chunk.text))
