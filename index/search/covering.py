"""How much of a question a text holds: its content terms by weight, each with what stands for it.

A question is weighed once; then a text costs a few look-ups in the set of its terms.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.terms.analyzer import Analyzer

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ContentTerm:
    """A term of the question; each of `alternatives` stands for it where all its terms stand."""

    form: str
    weight: float
    alternatives: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Covering:
    """The content of a question, weighed; `total` is a little above 0 when there is none."""

    terms: tuple[ContentTerm, ...]
    total: float

    def of(self, held: frozenset[str]) -> float:
        """The share (0..1) of the weight that a text of these terms holds."""
        covered = sum(
            term.weight
            for term in self.terms
            if term.form in held or any(map(held.issuperset, term.alternatives))
        )
        return covered / self.total

    def of_rows(self, holds: Callable[[str], Bools]) -> Floats:
        """The same for all rows at once, (n,): `holds` tells which of them hold a term."""
        covered: Floats = np.zeros(1, dtype=np.float32)
        for term in self.terms:
            present = holds(term.form)
            for alternative in term.alternatives:
                present = present | np.logical_and.reduce([holds(part) for part in alternative])
            covered = np.asarray(covered + term.weight * present, dtype=np.float32)
        return np.asarray(covered / self.total, dtype=np.float32)


@lru_cache(maxsize=1024)
def terms_held(text: str) -> frozenset[str]:
    """The terms of a text; an answer asks for those of a passage for many questions."""
    return frozenset(Analyzer().terms(text))


def weighed(
    content: Iterable[tuple[str, str, float]], alternatives: dict[str, list[tuple[str, ...]]]
) -> Covering:
    """A Covering of (term, form that is looked up, weight) and what stands for each term."""
    terms = tuple(
        ContentTerm(form, weight, tuple(alternatives.get(term, ())))
        for term, form, weight in content
    )
    return Covering(terms, max(sum(term.weight for term in terms), 1e-6))
