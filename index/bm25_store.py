"""The lexical half: BM25 scores per term, kept by bm25s as plain arrays and JSON."""

import logging
import math
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Rows = NDArray[np.integer[Any]]

# The textbook values. On the two benchmarks of the model card and on the development questions
# they are as good as any between 0.9 and 1.5 (K1) and 0.7 and 0.8 (B), and better than B = 0.4.
K1, B = 1.2, 0.75
MAPPED_ROWS = 50_000
"""From here on postings are read from the file as questions need them, not held in memory."""


def _library() -> ModuleType:
    """bm25s, without the debug lines it writes to every handler on its own."""
    import bm25s

    logging.getLogger("bm25s").setLevel(logging.WARNING)
    module: ModuleType = bm25s
    return module


class Bm25Store:
    """BM25 over term lists by row number; unknown terms score nothing."""

    def __init__(self, documents: Sequence[list[str]]) -> None:
        self._bm25 = _library().BM25(k1=K1, b=B, method="lucene", backend="numpy")
        # An empty document or corpus would leave the library without a vocabulary.
        padded = [document or [""] for document in documents] or [[""]]
        self._bm25.index(padded, show_progress=False)
        self._count = len(documents)

    def __len__(self) -> int:
        return self._count

    def scores(self, terms: Sequence[str]) -> Floats:
        """(n,) float32: the BM25 score of every row; a repeated term counts repeatedly."""
        scores = np.zeros(self._count, dtype=np.float32)
        weights = self._bm25.scores["data"]
        for term in terms:
            # A row stands once in a term's postings, so that plain indexing adds all of them.
            held = self._postings(term)
            scores[self._rows(term)] += weights[held]
        return scores

    def _postings(self, term: str) -> slice:
        """Where the term's rows and weights stand in the store's arrays."""
        number = self._bm25.vocab_dict.get(term)
        starts = self._bm25.scores["indptr"]
        if number is None or number + 1 >= len(starts):
            return slice(0, 0)
        return slice(int(starts[number]), int(starts[number + 1]))

    def _rows(self, term: str) -> Rows:
        return np.asarray(self._bm25.scores["indices"][self._postings(term)])

    def holds(self, term: str) -> Bools:
        """(n,) bool: which rows hold the term."""
        held = np.zeros(self._count, dtype=bool)
        held[self._rows(term)] = True
        return held

    def frequency(self, term: str) -> int:
        """How many rows hold the term."""
        held = self._postings(term)
        return int(held.stop - held.start)

    def idf(self, term: str) -> float:
        """ln(1 + (n - df + ½) / (df + ½)), BM25's weight; a term no row holds counts as df = 1."""
        frequency = max(self.frequency(term), 1)
        return math.log(
            1 + max(self._count - frequency, 0) / (frequency + 0.5) + 0.5 / (frequency + 0.5)
        )

    def save(self, folder: Path) -> None:
        """Write arrays (.npy) and vocabulary (.json) into the folder."""
        self._bm25.save(folder, allow_pickle=False, show_progress=False)

    @classmethod
    def read(cls, folder: Path, count: int) -> "Bm25Store":
        """The store of a folder, over `count` rows."""
        store = cls.__new__(cls)
        mapped = count >= MAPPED_ROWS
        store._bm25 = _library().BM25.load(
            folder, mmap=mapped, allow_pickle=False, show_progress=False
        )
        store._count = count
        return store
