"""A question as terms to score: content told from stop words, abbreviations and synonyms opened.

Stop words are scored all the same, since pairs with them carry meaning ("không được", "phải
có"): leaving them out costs BM25 six points of R@1 on ALQAC. They only do not count as content.

Accented words are matched as typed, with a small score for the same letters with other marks;
a question without any mark is matched by folded terms alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from index.terms.analyzer import FOLDED, Analyzer, fold, fold_term, has_diacritics, number_key
from index.terms.word_files import rows_of

MAX_SYLLABLES = 400
"""A question is read this far; a page of text pasted as a question stays quick."""
MAX_CHARS = 4_000

# An abbreviation says the same as its full form; a synonym only nearly.
ABBREVIATION_WEIGHT, SYNONYM_WEIGHT = 0.9, 0.5
_LONGEST_ENTRY = 8  # syllables
# "quyết định 749", "QĐ số 749", "kế hoạch 45": a document asked for by its bare number.
_NAMED_NUMBER = re.compile(
    r"\b(?:quyet dinh|qd|nghi dinh|nd|nghi quyet|nq|chi thi|ct|thong tu|tt|ke hoach|kh|cong van|cv"
    r"|van ban|thong bao|tb|to trinh|bao cao|huong dan)\s+(?:so\s+)?(\d{1,5})(?![\w/.,%-])"
)


@dataclass(frozen=True, slots=True)
class Expansion:
    """`target` is searched beside the words `source` of the question, at `weight`."""

    source: str
    target: str
    weight: float


@dataclass(frozen=True, slots=True)
class QueryTerms:
    """A question ready to score. `content` are the syllables and pairs without stop words.

    With `folded`, every term is in its folded form and `loose` is empty; otherwise `loose`
    holds the folded forms of `terms`. `text` is the question as read, `slips` what was repaired
    in it first.
    """

    text: str
    folded: bool
    terms: tuple[str, ...]
    loose: tuple[str, ...]
    content: tuple[str, ...]
    expansions: tuple[Expansion, ...]
    slips: tuple[Expansion, ...] = ()


def _unique(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))


class QueryReader:
    """Reads questions with the program's word lists and `extra` groups; stateless once made."""

    def __init__(self, extra: Iterable[Sequence[str]] = ()) -> None:
        self._analyzer = Analyzer()
        self._stop = {word for row in rows_of("stopwords.tsv") for word in self._key(row[0])}
        self._folded_stop = {fold_term(word) for word in self._stop}
        self._entries: dict[tuple[str, ...], list[Expansion]] = {}
        for row in rows_of("abbreviations.tsv"):
            self._add(row, ABBREVIATION_WEIGHT)
        for group in (*rows_of("synonyms.tsv"), *extra):
            self._add(group, SYNONYM_WEIGHT)
        self.stop = frozenset(self._stop | {fold(word) for word in self._stop})
        self.known = self.stop.union(*self._entries)

    def _key(self, phrase: str) -> tuple[str, ...]:
        return tuple(self._analyzer.syllables(phrase))

    def _add(self, phrases: Sequence[str], weight: float) -> None:
        for source in phrases:
            key = self._key(source)
            for target in phrases:
                if target != source:
                    expansion = Expansion(source, target, weight)
                    for form in {key, tuple(fold_term(part) for part in key)}:
                        self._entries.setdefault(form, []).append(expansion)

    def matched(self, phrase: str, folded: bool) -> tuple[str, ...]:
        """The terms under which a phrase of the word lists is scored."""
        return _unique(self._analyzer.folded(phrase) if folded else self._analyzer.exact(phrase))

    def _runs(self, query: str, folded: bool) -> list[list[str]]:
        runs, left = [], MAX_SYLLABLES
        for run in self._analyzer.runs(query):
            kept = list(run[:left])
            left -= len(kept)
            runs.append([fold_term(part) for part in kept] if folded else kept)
        return [run for run in runs if run]

    def _expansions(self, syllables: list[str]) -> Iterator[Expansion]:
        """The longest entry at each place, commas aside; its parts are not looked up again."""
        place = 0
        while place < len(syllables):
            for length in range(min(_LONGEST_ENTRY, len(syllables) - place), 0, -1):
                found = self._entries.get(tuple(syllables[place : place + length]))
                if found:
                    yield from found
                    place += length - 1
                    break
            place += 1

    def shortened(self, query: str) -> str:
        """The part of a question that is read at all."""
        return query[:MAX_CHARS]

    def read(self, query: str) -> QueryTerms:
        """The terms of a question; all empty when it has no word."""
        folded = not has_diacritics(query)
        runs = self._runs(query, folded)
        stop = self._folded_stop if folded else self._stop
        syllables = [part for run in runs for part in run]
        pairs = [pair for run in runs for pair in pairwise(run)]
        content = [part for part in syllables if part not in stop]
        whole = [_joined(pair) for pair in pairs if not stop.intersection(pair)]
        numbers = [number_key(found) for found in _NAMED_NUMBER.findall(fold(query).casefold())]
        keys = [fold_term(key) if folded else key for key in numbers]
        terms = _unique([*syllables, *(_joined(pair) for pair in pairs), *keys])
        return QueryTerms(
            query,
            folded,
            terms,
            () if folded else _unique(fold_term(term) for term in terms),
            _unique([*content, *(whole if content else [])]),
            tuple(dict.fromkeys(self._expansions(syllables))),
        )


def _joined(pair: tuple[str, str]) -> str:
    """A pair as one term, folded pairs with one prefix: "~ke", "~hoach" → "~ke hoach"."""
    left, right = pair
    return f"{left} {right.removeprefix(FOLDED)}"


@cache
def query_reader() -> QueryReader:
    """The one reader of this process."""
    return QueryReader()
