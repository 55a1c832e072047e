"""A question against indexed texts: BM25, cosine, their weighted sum, and coverage.

Knows rows only; retriever.py knows which rows are which plan's chunks.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import Embedder
from index.queries.query import ABBREVIATION_WEIGHT, QueryReader, QueryTerms, query_reader
from index.search.covering import Covering, terms_held, weighed
from index.search.parts import ALL_PARTS, Parts
from index.search.reading import QuestionReading
from index.stores.bm25_store import LONG, SHORT, Bm25Store, TermScores
from index.stores.counting import TermCounter
from index.stores.faiss_store import DenseStore, FaissStore, VectorScores
from index.stores.passages import Passage
from index.terms.analyzer import fold, fold_term, has_diacritics

Floats = NDArray[np.float32]
Rows = NDArray[np.integer[Any]]

# On the two public benchmarks of the model card and on the development questions 0.6 to 0.8 for
# the lexical half makes no difference beyond chance.
LEXICAL_WEIGHT, DENSE_WEIGHT = 0.75, 0.25
# Letters with other marks: enough to find "hoach" for "hoạch", too little to outweigh the word.
LOOSE_WEIGHT = 0.1
_REMEMBERED = 512
"""Questions, and phrases of questions, whose weighed content is kept."""
# Coverage: a pair of syllables is nearer to a word than one, but may be an accident of order.
PAIR_SHARE = 0.25
LEXICAL_CANDIDATES, DENSE_CANDIDATES = 1000, 200
"""Rows of a large corpus that a question's words, and its vector, bring up for scoring."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of some rows, (r,) float32 each: fused, BM25, cosine, coverage (0..1)."""

    fused: Floats
    lexical: Floats
    dense: Floats
    coverage: Floats


def _opened_text(read: QueryTerms) -> str:
    """The question followed by the full forms of its abbreviations, marked only if it is."""
    full_forms = [e.target for e in read.expansions if e.weight == ABBREVIATION_WEIGHT]
    text = " ".join([read.text, *full_forms])
    return fold(text) if read.folded else text


def _highest(lexical: Floats, groups: NDArray[np.uint8]) -> Floats:
    """(r,) the best score of each row's group, 1 where nothing of it scores."""
    best = np.zeros(2, dtype=np.float32)
    for group in (SHORT, LONG):
        best[group] = lexical.max(initial=0.0, where=groups == group) or 1.0
    return np.asarray(best[groups])


def _single(terms: Iterable[str]) -> tuple[str, ...]:
    """The terms that are one syllable."""
    return tuple(term for term in terms if " " not in term)


@dataclass(frozen=True, slots=True)
class HybridScorer:
    """Scores rows; row i of both stores is the same text."""

    lexical: Bm25Store
    dense: DenseStore
    embedder: Embedder
    parts: Parts = ALL_PARTS
    words: QueryReader = field(default_factory=query_reader)
    _questions: QuestionReading = field(init=False, repr=False, compare=False)
    _covering: Callable[[str], Covering] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_questions", QuestionReading(self.lexical, self.words))
        object.__setattr__(self, "_covering", lru_cache(_REMEMBERED)(self._weighed))
        if len(self.lexical) != len(self.dense):
            raise ValueError(
                f"{len(self.lexical)} BM25 rows, {len(self.dense)} vectors: must agree"
            )

    @classmethod
    def over(cls, texts: Sequence[str], embedder: Embedder) -> "HybridScorer":
        """A scorer over plain texts, in memory: what benchmarks use."""
        counter = TermCounter(own_repeat=1)
        counter.add(Passage(text, "") for text in texts)
        vectors = embedder.encode(list(texts))
        return cls(Bm25Store([counter.take()]), DenseStore([FaissStore(vectors)]), embedder)

    def __len__(self) -> int:
        return len(self.lexical)

    def score(self, query: str) -> Scores | None:
        """Every row's scores; None when the question has no word to search."""
        return self.score_at([query], None)[query]

    def score_at(self, queries: Iterable[str], rows: Rows | None) -> dict[str, Scores | None]:
        """The scores of these rows, ascending, or of all; None for a question without a word.

        BM25 is weighed against the best of these rows: they should hold the best of all.
        """
        at, near = self.lexical.at(rows), self.dense.at(rows)
        return {query: self._scored(query, at, near) for query in queries}

    def leading(self, queries: Iterable[str]) -> Rows:
        """The rows, ascending, that are worth scoring: the best by rare words and by vector."""
        everywhere = self.lexical.at()
        found: list[Rows] = [np.zeros(0, dtype=np.int64)]
        for read in filter(lambda read: read.content, map(self.reading, queries)):
            found.append(everywhere.leading(self._boosts(read), LEXICAL_CANDIDATES))
            if self.parts.dense:
                found.append(self.dense.nearest(self._vector(read), DENSE_CANDIDATES))
        return np.unique(np.concatenate(found))

    def _scored(self, query: str, at: TermScores, near: VectorScores) -> Scores | None:
        read = self.reading(query)
        if not read.content or not len(self):
            return None
        lexical = self._lexical_scores(read, at)
        dense = near.scores(self._vector(read)) if self.parts.dense else np.zeros_like(lexical)
        highest = _highest(lexical, at.groups)
        fused = LEXICAL_WEIGHT * lexical / highest + DENSE_WEIGHT * dense
        coverage = self._covering(query).of_rows(at.holds)
        return Scores(np.asarray(fused, dtype=np.float32), lexical, dense, coverage)

    def coverage(self, query: str, text: str) -> float:
        """Share (0..1) of the question's idf mass that the text holds; 0.0 without content."""
        return self._covering(query).of(terms_held(text))

    def reading(self, query: str) -> QueryTerms:
        """The question's terms, without those of parts that are switched off."""
        read = self._questions(query)
        if not self.parts.glossary:
            read = replace(read, expansions=())
        if not self.parts.bigrams:
            read = replace(
                read,
                terms=_single(read.terms),
                loose=_single(read.loose),
                content=_single(read.content),
            )
        return read

    def _vector(self, read: QueryTerms) -> Floats:
        return np.asarray(self.embedder.encode_queries([_opened_text(read)])[0])

    def _boosts(self, read: QueryTerms) -> dict[str, float]:
        """The terms that may bring a row up, typed or opened, by what they count."""
        boosts = {
            term: expansion.weight
            for expansion in read.expansions
            for term in self.words.matched(expansion.target, read.folded)
        }
        return boosts | dict.fromkeys(self._known(read.terms), 1.0)

    def _known(self, terms: Iterable[str]) -> Iterator[str]:
        """The terms; one typed without marks that the corpus only has with marks, folded."""
        for term in terms:
            unknown = not has_diacritics(term) and not self.lexical.frequency(term)
            known_folded = unknown and self.lexical.frequency(fold_term(term))
            yield fold_term(term) if known_folded else term

    def _lexical_scores(self, read: QueryTerms, at: TermScores) -> Floats:
        scores = at.scores([*self._known(read.terms)])
        scores += LOOSE_WEIGHT * at.scores(read.loose)
        for source, expansions in groupby(read.expansions, key=lambda e: e.source):
            own_terms = self.words.matched(source, read.folded)
            own = at.scores(own_terms)
            best = own
            for expansion in expansions:
                terms = self.words.matched(expansion.target, read.folded)
                # An alternative counts as much as what was typed, however long it is.
                share = min(1.0, self._mass(own_terms) / max(self._mass(terms), 1e-6))
                best = np.maximum(best, expansion.weight * share * at.scores(terms))
            scores += best - own
        return scores

    def _mass(self, terms: Iterable[str]) -> float:
        return sum(self.lexical.idf(term) for term in terms)

    def _weighed(self, query: str) -> Covering:
        """The question's content, each term with its weight in this corpus."""
        read = self.reading(query)
        opened: dict[str, list[tuple[str, ...]]] = {}
        for expansion in read.expansions:
            target = tuple(self.words.matched(expansion.target, read.folded))
            for term in self.words.matched(expansion.source, read.folded):
                opened.setdefault(term, []).append(target)
        forms = zip(read.content, self._known(read.content), strict=True)
        return weighed(
            (
                (term, form, self.lexical.idf(form) * (PAIR_SHARE if " " in term else 1.0))
                for term, form in forms
            ),
            opened,
        )
