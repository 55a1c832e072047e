"""Which two syllables make one word, told from how often they stand together.

Counts are those of the embedding model's vocabulary (index/model/vocabulary.tsv), learned from
official and encyclopedia texts. The measure is normalised pointwise mutual information
(Bouma 2009, Normalized (pointwise) mutual information in collocation extraction).
"""

import math
from functools import cache

from index.embedding.term_vectors import VOCABULARY_FILE, Vocabulary
from index.settings import SHIPPED_MODEL

MIN_ASSOCIATION = 0.22
"""The association from which a pair is taken for a word ("sao lưu" 0.29, "của tỉnh" 0.15)."""


@cache
def _counts() -> tuple[dict[str, int], int]:
    """Occurrences of each syllable and pair, and of all syllables together."""
    counts = Vocabulary.read(SHIPPED_MODEL / VOCABULARY_FILE).counted
    return counts, sum(count for term, count in counts.items() if " " not in term)


def association(first: str, second: str) -> float:
    """How far two syllables in lower case stand together oftener than by chance: 0 (or less) to 1."""
    counts, total = _counts()
    together = counts.get(f"{first} {second}", 0)
    if not together or first not in counts or second not in counts:
        return 0.0
    gained = math.log(together * total / (counts[first] * counts[second]))
    return gained / -math.log(together / total)


def is_compound(first: str, second: str) -> bool:
    """Whether two syllables in lower case stand together far more often than by chance."""
    return association(first, second) >= MIN_ASSOCIATION
