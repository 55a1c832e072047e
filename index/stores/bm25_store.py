"""The lexical half: BM25 over the postings of one or more segments.

Weights are computed when a question is scored, from counts and lengths, so that adding a document
touches no other document's postings. The formula is Lucene's (Kamphuis and others 2020, Which BM25
do you mean?). Very long documents have statistics of their own: one law book would otherwise
decide which words of a hundred plans are rare.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.stores.pool import WHOLE_ROWS
from index.stores.postings import Postings
from index.stores.ranking import best_rows

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Rows = NDArray[np.integer[Any]]

# The textbook values. On the two benchmarks of the model card and on the development questions
# they are as good as any between 0.9 and 1.5 (K1) and 0.7 and 0.8 (B), and better than B = 0.4.
K1, B = 1.2, 0.75
MAX_POSTINGS = 250_000
"""So many postings are added up to find rows worth scoring; those of the rarest terms come first."""
_REMEMBERED, _KEPT_TERMS = 20_000, 4_000
_FEW = 8
"""Rows are looked up among postings, rather than postings among rows, if these are more by this."""


SHORT, LONG = 0, 1
"""The groups of rows with statistics of their own: of short documents, and of very long ones."""


class Bm25Store:
    """BM25 by row number, over the segments' rows in order; unknown terms score nothing.

    `long` are the rows (start, end) of very long documents.
    """

    def __init__(self, segments: Sequence[Postings], long: Sequence[tuple[int, int]] = ()) -> None:
        self._segments = tuple(segments)
        self._offsets = np.cumsum([0, *map(len, self._segments)])
        self._long = tuple(long)
        self.groups = np.full(len(self), SHORT, dtype=np.uint8)
        for start, end in long:
            self.groups[start:end] = LONG
        n_long = int(np.count_nonzero(self.groups))
        self._sizes = (len(self) - n_long, n_long)
        lengths = np.concatenate([np.zeros(0), *(one.lengths for one in self._segments)])
        total = np.bincount(self.groups, weights=lengths, minlength=2)
        means = np.maximum(total / np.maximum(self._sizes, 1), 1e-6)
        self._norms = K1 * ((1 - B) + B * lengths / means[self.groups])
        self._held = lru_cache(_REMEMBERED)(self._looked_up)
        self._weights = lru_cache(_REMEMBERED)(self._idfs)

    def __len__(self) -> int:
        return int(self._offsets[-1])

    def at(self, rows: Rows | None = None) -> "TermScores":
        """Scores at these rows, ascending; at all when None."""
        if rows is None and len(self) <= WHOLE_ROWS:
            return self._everywhere
        return TermScores(self, rows)

    @cached_property
    def _everywhere(self) -> "TermScores":
        """Scores at all rows of a small corpus, kept from question to question."""
        return TermScores(self, None)

    def scores(self, terms: Sequence[str]) -> Floats:
        """(n,) float32: the BM25 score of every row; a repeated term counts repeatedly."""
        return self.at().scores(terms)

    def syllables(self) -> Iterable[str]:
        """Every indexed word of letters alone, in no order, some more than once."""
        return (word for one in self._segments for word in one.syllables)

    def frequency(self, term: str) -> int:
        """How many rows hold the term."""
        return sum(held.stop - held.start for held in self._held(term))

    def idf(self, term: str) -> float:
        """BM25's weight of the term among short documents, among all when there are none."""
        return self._weights(term)[SHORT if self._sizes[SHORT] else LONG]

    def _looked_up(self, term: str) -> tuple[slice, ...]:
        return tuple(one.held(term) for one in self._segments)

    def _idfs(self, term: str) -> tuple[float, float]:
        """The weights among short documents and among long ones."""
        n_long = 0
        for i, (one, held) in enumerate(zip(self._segments, self._held(term), strict=True)):
            bounds = [bound - int(self._offsets[i]) for span in self._long for bound in span]
            if bounds and held.stop > held.start:
                within = np.clip(bounds, 0, len(one)).astype(np.uint32)
                cuts = np.searchsorted(one.rows[held], within)
                n_long += int((cuts[1::2] - cuts[::2]).sum())
        return (
            _idf(self._sizes[SHORT], self.frequency(term) - n_long),
            _idf(self._sizes[LONG], n_long),
        )

    def _postings(self, term: str) -> list[tuple[int, Postings, slice]]:
        """The segments that hold the term: their number, postings, and the term's part of them."""
        parts = enumerate(zip(self._segments, self._held(term), strict=True))
        return [(i, one, held) for i, (one, held) in parts if held.stop > held.start]


def _idf(n_rows: int, frequency: int) -> float:
    """ln(1 + (n - df + ½) / (df + ½)); a term no row holds counts as df = 1."""
    frequency = max(frequency, 1)
    return math.log(1 + max(n_rows - frequency, 0) / (frequency + 0.5) + 0.5 / (frequency + 0.5))


class TermScores:
    """BM25 at some rows of a store; the scores of the last few thousand terms are kept."""

    def __init__(self, store: Bm25Store, rows: Rows | None) -> None:
        self._store = store
        self._count = len(store) if rows is None else len(rows)
        self._norms = store._norms if rows is None else store._norms[rows]
        self.groups = store.groups if rows is None else store.groups[rows]
        self._bounds = store._offsets if rows is None else np.searchsorted(rows, store._offsets)
        self._own: list[NDArray[np.uint32]] | None = None
        if rows is not None:
            parts = np.split(rows, self._bounds[1:-1])
            offsets = store._offsets[:-1]
            # As wide as the postings are: a search among those would otherwise widen all of them.
            self._own = [(p - o).astype(np.uint32) for p, o in zip(parts, offsets, strict=True)]
        self._known: dict[str, tuple[Rows, Floats]] = {}

    def scores(self, terms: Iterable[str]) -> Floats:
        """(r,) float32: the BM25 score of every row; a repeated term counts repeatedly."""
        scores = np.zeros(self._count, dtype=np.float32)
        for term in terms:
            # A row stands once in a term's postings, so that plain indexing adds all of them.
            places, weights = self.held(term)
            scores[places] += weights
        return scores

    def holds(self, term: str) -> Bools:
        """(r,) bool: which rows hold the term."""
        held = np.zeros(self._count, dtype=bool)
        held[self.held(term)[0]] = True
        return held

    def leading(self, boosts: Mapping[str, float], k: int) -> Rows:
        """The places of the k rows, ascending, that score best by the rarest of these terms.

        A term's score counts `boosts[term]` times. Common terms are left out once MAX_POSTINGS
        is reached: they lift many rows by little.
        """
        partial = np.zeros(self._count, dtype=np.float32)
        read = 0
        for term in sorted(boosts, key=self._store.frequency):
            frequency = self._store.frequency(term)
            if read and read + frequency > MAX_POSTINGS:
                break
            places, weights = self.held(term)
            partial[places] += boosts[term] * weights
            read += frequency
        found = np.flatnonzero(partial > 0)
        return np.sort(found[best_rows(partial[found], k)])

    def held(self, term: str) -> tuple[Rows, Floats]:
        """The places of the rows that hold the term, ascending, and its score there."""
        found = self._known.get(term)
        if found is None:
            if len(self._known) >= _KEPT_TERMS:
                self._known.clear()
            self._known[term] = found = self._weighed(term)
        return found

    def _weighed(self, term: str) -> tuple[Rows, Floats]:
        found = [self._found(*held) for held in self._store._postings(term)]
        if not found:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        if len(found) == 1:
            places, counts = found[0]
        else:
            places = np.concatenate([places for places, _ in found])
            counts = np.concatenate([counts for _, counts in found])
        counts = counts.astype(np.float32)
        idf = np.array(self._store._weights(term), dtype=np.float32).astype(np.float64)
        weights = idf[self.groups[places]] * (counts / (self._norms[places] + counts))
        return places, weights.astype(np.float32)

    def _found(self, segment: int, postings: Postings, held: slice) -> tuple[Rows, Any]:
        """The places of one segment's rows that hold the term, and how often they do."""
        rows, counts, base = postings.rows[held], postings.counts[held], self._bounds[segment]
        if self._own is None:
            return rows.astype(np.int64) + base, counts
        own = self._own[segment]
        if not len(own):
            return np.zeros(0, dtype=np.int64), counts[:0]
        if len(rows) > _FEW * len(own):
            place = np.minimum(np.searchsorted(rows, own), len(rows) - 1)
            hit = rows[place] == own
            return np.flatnonzero(hit) + base, counts[place[hit]]
        place = np.minimum(np.searchsorted(own, rows), len(own) - 1)
        hit = own[place] == rows
        return place[hit] + base, counts[hit]
