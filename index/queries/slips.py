"""Slips of typing: "khinh phí", "trưc tuyến", "phis" are read as the corpus writes the word.

Only a syllable the corpus does not hold is doubted, and only a neighbour proves the repair: the
repaired pair must stand in the corpus, and the neighbour be no function word. A syllable of the
language that is simply not there ("lúa" where no plan speaks of it) stays what it is unless its
neighbour hardly ever stands without the repair ("khinh phí"), so that a question the plans do not
answer is still declined.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Protocol

from index.embedding.term_vectors import VOCABULARY_FILE, Vocabulary
from index.queries.query import Expansion
from index.settings import SHIPPED_MODEL
from index.terms.analyzer import FOLDED, fold, fold_term, has_diacritics, spelling
from index.terms.telex import decode, is_syllable

MAX_SLIPS = 4
"""So many unknown words of a question are looked at."""
SLIP_WEIGHT = 0.8
_MAX_SPELLINGS, _LONG, _MIN_LETTERS = 40, 6, 3
_BOUND, _MIN_ROWS = 0.5, 5
"""A real word yields to a pair that is this share of the neighbour's rows, and in so many rows."""
_COMMON = 30
"""A syllable in this many of the model's training texts is one of the language."""
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _language() -> frozenset[str]:
    """The syllables of the language, with their marks and without, from the shipped vocabulary."""
    vocabulary = Vocabulary.read(SHIPPED_MODEL / VOCABULARY_FILE)
    common = {
        term
        for term, count in zip(vocabulary.terms, vocabulary.counts, strict=True)
        if count >= _COMMON and " " not in term and is_syllable(term)
    }
    return frozenset(common | {fold(term) for term in common})


class Corpus(Protocol):
    """What is needed of the lexical index."""

    def frequency(self, term: str) -> int:
        """How many rows hold the term."""
        ...

    def syllables(self) -> Iterable[str]:
        """Every word of letters alone; some may come twice."""
        ...


class SlipReader:
    """Repairs questions with one corpus's words.

    `known` are words of the lists beside it, `stop` those that prove nothing as neighbours.
    """

    def __init__(self, corpus: Corpus, known: frozenset[str], stop: frozenset[str]) -> None:
        self._corpus = corpus
        self._known = known
        self._stop = stop

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        """The corpus's syllables by their bare letters."""
        found: dict[str, list[str]] = {}
        for word in sorted(set(self._corpus.syllables())):
            found.setdefault(fold(word), []).append(word)
        return found

    @cached_property
    def _bare(self) -> list[str]:
        return list(self._spellings)

    def corrected(self, question: str) -> tuple[str, tuple[Expansion, ...]]:
        """The question with its slips repaired, and each repair."""
        words = list(_WORD.finditer(question))
        marked = has_diacritics(question)
        syllables = [spelling(word.group()) for word in words]
        doubted = [
            i for i, one in enumerate(syllables) if not self._is_known(words[i].group(), one)
        ]
        repairs: dict[int, str] = {}
        # Twice: a repaired word may prove its neighbour ("khinh phis").
        for place in doubted[:MAX_SLIPS] * 2:
            repair = None if place in repairs else self._repair(syllables, place, marked)
            if repair is not None:
                syllables[place] = repairs[place] = repair
        return _with(question, words, repairs), tuple(
            Expansion(words[place].group(), repair, SLIP_WEIGHT)
            for place, repair in repairs.items()
        )

    def _is_known(self, typed: str, syllable: str) -> bool:
        """Whether the corpus or a word list has the word, or it is no word to repair."""
        if len(syllable) < _MIN_LETTERS or typed.isupper() or syllable in self._known:
            return True
        if self._corpus.frequency(syllable):
            return True
        return not has_diacritics(syllable) and self._corpus.frequency(fold_term(syllable)) > 0

    def _repair(self, syllables: Sequence[str], place: int, marked: bool) -> str | None:
        """What Telex keys mean, or the candidate whose pairs the corpus holds most often."""
        typed = syllables[place]
        decoded = decode(typed)
        if decoded is not None and not is_syllable(typed) and self._corpus.frequency(decoded):
            return spelling(decoded) if marked else fold(decoded)
        candidates = dict.fromkeys(self._candidates(typed))
        if not marked:
            candidates = dict.fromkeys(fold(one) for one in candidates)
        real = typed in _language()
        proved = [(self._proof(syllables, place, one, real=real), one) for one in candidates]
        support, best = max(proved, default=(0, None), key=lambda pair: pair[0])
        return best if support else None

    def _candidates(self, syllable: str) -> Iterator[str]:
        """The corpus's syllables one or two slips away."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        slips = 2 if len(syllable) >= _LONG else 1
        near = extract(
            fold(syllable),
            self._bare,
            scorer=OSA.distance,
            score_cutoff=slips,
            limit=_MAX_SPELLINGS,
        )
        for bare, _distance, _place in near:
            yield from self._spellings[bare]

    def _proof(self, syllables: Sequence[str], place: int, candidate: str, *, real: bool) -> int:
        """How many rows hold the candidate beside a neighbour, 0 where they prove nothing."""
        proof = 0
        for at, pair in (
            (place - 1, "{other} {candidate}"),
            (place + 1, "{candidate} {other}"),
        ):
            if not 0 <= at < len(syllables) or syllables[at] in self._stop:
                continue
            rows = self._held(pair.format(other=syllables[at], candidate=candidate))
            bound = rows >= max(_MIN_ROWS, _BOUND * self._held(syllables[at]))
            proof += rows if bound or not real else 0
        return proof

    def _held(self, term: str) -> int:
        """The rows that hold a term; one typed without marks counts by bare letters."""
        return self._corpus.frequency(term if has_diacritics(term) else FOLDED + fold(term))


def _with(question: str, words: Sequence[re.Match[str]], repairs: dict[int, str]) -> str:
    """The question with the words at the repaired places replaced."""
    kept, position = [], 0
    for place, repair in sorted(repairs.items()):
        kept += [question[position : words[place].start()], repair]
        position = words[place].end()
    return "".join([*kept, question[position:]])
