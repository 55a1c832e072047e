"""Texts as bags of vocabulary rows, in flat arrays, fast enough for a quarter million pairs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.terms.analyzer import Analyzer

Ints = NDArray[np.int64]
_BREAK = -1


class SyllableIds:
    """Numbers syllables in the order they are first seen."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self.names: dict[str, int] = {}

    def __call__(self, text: str) -> Ints:
        """The text's syllable numbers, with a break (-1) after every run."""
        numbers: list[int] = []
        for run in self._analyzer.runs(text):
            numbers.extend(self.names.setdefault(name, len(self.names)) for name in run)
            numbers.append(_BREAK)
        return np.array(numbers, dtype=np.int64)


def term_codes(syllables: Ints, width: int) -> Ints:
    """Codes of the syllables (their number), then of the neighbouring pairs (left·width + right)."""
    left, right = syllables[:-1], syllables[1:]
    paired = (left >= 0) & (right >= 0)
    pairs = (left[paired] + 1) * width + right[paired]
    return np.concatenate((syllables[syllables >= 0], pairs))


@dataclass(frozen=True, slots=True)
class Bags:
    """Rows of text i: `rows[starts[i]:starts[i + 1]]`."""

    rows: Ints
    starts: Ints

    def __len__(self) -> int:
        return len(self.starts) - 1

    def take(self, numbers: Ints) -> tuple[Ints, Ints]:
        """Concatenated rows of the numbered texts and the offset at which each begins."""
        parts = [self.rows[self.starts[i] : self.starts[i + 1]] for i in numbers]
        lengths = np.array([len(part) for part in parts])
        return np.concatenate(parts), np.concatenate(([0], np.cumsum(lengths)[:-1]))


def flatten(texts: Iterable[Ints]) -> Bags:
    """Bags over arrays of any kind of number."""
    arrays = list(texts)
    starts = np.cumsum([0, *(len(array) for array in arrays)])
    rows = np.concatenate(arrays) if arrays else np.zeros(0, dtype=np.int64)
    return Bags(rows, starts)


@dataclass(frozen=True, slots=True)
class TermTable:
    """The vocabulary: sorted term codes, each one's text count and name."""

    codes: Ints
    counts: Ints
    names: tuple[str, ...]
    width: int

    def rows(self, syllables: Ints) -> Ints:
        """The vocabulary rows of a text's known terms, repeated as they repeat."""
        codes = term_codes(syllables, self.width)
        rows = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        known: Ints = rows[self.codes[rows] == codes]
        return known


def choose_terms(texts: Sequence[Ints], ids: SyllableIds, size: int, min_texts: int) -> TermTable:
    """The `size` terms that occur in most texts, at least `min_texts` of them."""
    width = len(ids.names)
    codes: list[Ints] = [np.unique(term_codes(text, width)) for text in texts]
    values, counts = np.unique(np.concatenate(codes), return_counts=True)
    order = np.argsort(-counts, kind="stable")[:size]
    kept = np.sort(order[counts[order] >= min_texts])
    names = list(ids.names)
    labels = (
        names[code] if code < width else f"{names[code // width - 1]} {names[code % width]}"
        for code in values[kept].tolist()
    )
    return TermTable(values[kept], counts[kept], tuple(labels), width)
