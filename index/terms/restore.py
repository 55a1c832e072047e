"""The likeliest diacritics of a text typed without: what the shipped model reads it as.

A Viterbi search over the spellings the model's vocabulary knows for each bare syllable, scored
by how many training texts hold each pair of neighbours. Only the embedding uses the guess;
lexical matching of such a text compares bare letters and guesses nothing.
"""

import math
from collections.abc import Iterable, Mapping

from index.terms.analyzer import fold

_UNSEEN_PAIR = 0.1
_MAX_SPELLINGS = 12


class Restorer:
    """Restores runs of syllables from the text counts of known terms."""

    def __init__(self, counts: Mapping[str, float]) -> None:
        self._counts = counts
        self._spellings: dict[str, list[str]] = {}
        for term in counts:
            if " " not in term:
                self._spellings.setdefault(fold(term), []).append(term)
        for spellings in self._spellings.values():
            spellings.sort(key=lambda term: -counts[term])
            del spellings[_MAX_SPELLINGS:]

    def _candidates(self, syllable: str) -> list[str]:
        return self._spellings.get(fold(syllable), [syllable])

    def _step(self, left: str, right: str) -> float:
        """Log of the chance that `right` follows `left`, up to a constant per left."""
        together = self._counts.get(f"{left} {right}", 0.0)
        # Unseen pairs fall back on how common the right one is, far below any seen pair.
        alone = self._counts.get(right, 0.5)
        return math.log(together + _UNSEEN_PAIR * alone / (1000.0 + alone))

    def run(self, syllables: Iterable[str]) -> list[str]:
        """The likeliest spelling of each syllable of a run; unknown ones unchanged."""
        # best[spelling] = (score, spellings up to it)
        best: dict[str, tuple[float, list[str]]] = {}
        for syllable in syllables:
            candidates = self._candidates(syllable)
            if not best:
                best = {c: (math.log(self._counts.get(c, 0.5)), [c]) for c in candidates}
                continue
            best = {
                candidate: max(
                    (score + self._step(previous, candidate), [*path, candidate])
                    for previous, (score, path) in best.items()
                )
                for candidate in candidates
            }
        return max(best.values())[1] if best else []
