"""Passages → postings: the analyzer's terms, counted a few thousand passages at a time.

A pair of syllables is made from the keys of its parts, never as a word of its own: a corpus has
tens of millions of pairs and only tens of thousands of syllables.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from index.stores.passages import Passage
from index.stores.postings import Keys, Postings, gathered, pair_keys, syllable_key
from index.terms.analyzer import Analyzer, fold, fold_term

OWN_REPEAT = 2
"""Own words count this often against one mention in headings, lead or column names."""
_BREAK = -1


class TermCounter:
    """Counts the terms of passages that are added; remembers the syllables it has seen."""

    def __init__(self, own_repeat: int = OWN_REPEAT) -> None:
        self._own_repeat = own_repeat
        self._analyzer = Analyzer()
        self._number: dict[str, int] = {}
        self._exact: list[int] = []
        self._folded: list[int] = []
        self._bare: list[int] = []
        self._forget()

    def _forget(self) -> None:
        self._flat: list[int] = []
        self._lengths: list[int] = []
        self._contexts: dict[str, list[int]] = {}

    def add(self, passages: Iterable[Passage]) -> None:
        """Count these passages too."""
        known = self._contexts
        for passage in passages:
            if passage.context not in known:
                known[passage.context] = self._syllables(passage.context)
            for part in (self._syllables(passage.own), known[passage.context]):
                self._flat += part
                self._lengths.append(len(part))

    def take(self) -> Postings:
        """The terms of all passages added since the last time, own ones `own_repeat` times."""
        n_rows = len(self._lengths) // 2
        syllables = np.array(self._flat, dtype=np.int64)
        rows = np.repeat(np.repeat(np.arange(n_rows), 2), self._lengths)
        times = np.repeat(np.tile([self._own_repeat, 1], n_rows), self._lengths)
        self._forget()
        return self._gathered(syllables, rows, times, n_rows)

    def _syllables(self, text: str) -> list[int]:
        """The numbers of a text's syllables, with a break after every run."""
        number = self._number
        found: list[int] = []
        for run in self._analyzer.runs(text):
            for syllable in run:
                if syllable not in number:
                    self._learn(syllable)
            found += map(number.__getitem__, run)
            found.append(_BREAK)
        return found

    def _learn(self, syllable: str) -> None:
        self._number[syllable] = len(self._exact)
        self._exact.append(syllable_key(syllable))
        self._folded.append(syllable_key(fold_term(syllable)))
        self._bare.append(syllable_key(fold(syllable)))

    def _gathered(
        self,
        syllables: NDArray[np.int64],
        rows: NDArray[np.int64],
        times: NDArray[np.int64],
        n_rows: int,
    ) -> Postings:
        """The exact and folded keys of single syllables and of neighbours, gathered."""
        exact, folded, bare = (
            np.array(keys, dtype=np.uint64) for keys in (self._exact, self._folded, self._bare)
        )
        single = syllables != _BREAK
        pair = np.flatnonzero(single[:-1] & single[1:])
        left, right = syllables[pair], syllables[pair + 1]
        keys: list[Keys] = [
            exact[syllables[single]],
            folded[syllables[single]],
            pair_keys(exact[left], exact[right]),
            pair_keys(folded[left], bare[right]),
        ]
        places = [np.flatnonzero(single)] * 2 + [pair] * 2
        place = np.concatenate(places)
        present = set(np.unique(syllables[single]).tolist())
        return gathered(
            np.concatenate(keys),
            rows[place],
            times[place],
            n_rows,
            (word for word, i in self._number.items() if i in present and word.isalpha()),
        )
