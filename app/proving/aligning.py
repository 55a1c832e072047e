"""A sentence laid against a passage, word by word: what both hold, in which order, beside what.

Words are compared in their one spelling with their marks. Nothing here knows plans or proofs.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from app.proving.grounds import numbers
from app.words.word_lists import lines
from index.queries.query import ABBREVIATION_WEIGHT, query_reader
from index.terms.analyzer import fold, spelling

_TOKEN = re.compile(r"\d+(?:[.,/-]\d+)*|[^\W\d_]+")
_BREAK = re.compile(r"[.,;:()“”\"\n]")
# A syllable that can be Vietnamese, without its marks.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|th|tr|ch|kh|gh|gi|ph|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_YEAR = re.compile(r"20[0-4]\d")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or number of a text; `breaks` when punctuation stands between it and the one before.

    Numbers are written by value ("34,050" is "34.05").
    """

    form: str
    capital: bool
    breaks: bool

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.form[0].isdigit()

    @property
    def is_year(self) -> bool:
        """Whether it is a year of this century."""
        return _YEAR.fullmatch(self.form) is not None

    @property
    def carries(self) -> bool:
        """Whether it carries content, so that it must stand in a passage that proves it."""
        return self.form not in phrases_of("free")


@cache
def phrases_of(kind: str) -> frozenset[str]:
    """The phrases of one kind in support_words.tsv; of free phrases also each of their words."""
    pairs = (line.partition("\t") for line in lines("support_words.tsv"))
    found = {_spelt(phrase) for name, _, phrase in pairs if name == kind}
    if kind == "free":
        found |= {word for phrase in found for word in phrase.split()}
    return frozenset(found)


def _spelt(phrase: str) -> str:
    return " ".join(spelling(word) for word in phrase.split())


def words(text: str) -> list[Word]:
    """The words of `text` in order, abbreviations spelt out."""
    composed = unicodedata.normalize("NFC", text)
    found: list[Word] = []
    end = 0
    for match in _TOKEN.finditer(composed):
        raw = match.group()
        breaks = _BREAK.search(composed, end, match.start()) is not None
        end = match.end()
        if full := _spelt_out(raw):
            found += [Word(form, False, breaks and not i) for i, form in enumerate(full)]
            continue
        form = _value(raw) if raw[0].isdigit() else spelling(raw)
        found.append(Word(form, raw[0].isupper(), breaks))
    return found


@lru_cache(maxsize=4_096)
def _spelt_out(raw: str) -> tuple[str, ...]:
    """The words that an abbreviation in capitals stands for, () for anything else."""
    if len(raw) < 2 or not raw.isupper():
        return ()
    for expansion in query_reader().read(raw).expansions:
        if expansion.weight == ABBREVIATION_WEIGHT and " " in expansion.target:
            return tuple(spelling(word) for word in re.findall(r"\w+", expansion.target))
    return ()


def _value(raw: str) -> str:
    if "/" in raw or "-" in raw:
        return "/".join(part.lstrip("0") or "0" for part in re.split(r"[/-]", raw))
    values = numbers(raw)
    return f"{min(values).normalize():f}" if values else raw


def unframed(found: Sequence[Word], held: Sequence[Word]) -> list[Word]:
    """The words without the phrases that only join a sentence to others and that `held` lacks."""
    frames = {phrase for phrase in phrases_of("frame") if not holds(held, phrase)}
    kept, i = [], 0
    forms = [word.form for word in found]
    while i < len(forms):
        sizes = (n for n in (3, 2) if " ".join(forms[i : i + n]) in frames)
        if size := next(sizes, 0):
            i += size
            continue
        kept.append(found[i])
        i += 1
    return kept


def foreign(found: Iterable[Word]) -> set[str]:
    """The words in small letters that no Vietnamese syllable is written like."""
    return {
        word.form
        for word in found
        if not (word.is_number or word.capital or _SYLLABLE.fullmatch(fold(word.form)))
    }


def holds(found: Sequence[Word], phrase: str) -> bool:
    """Whether the words of `phrase` stand in `found` one after the other."""
    parts = phrase.split()
    n = len(parts)
    forms = [word.form for word in found]
    return any(forms[i : i + n] == parts for i in range(len(forms) - n + 1))


def negations(found: Sequence[Word]) -> Counter[str]:
    """The negations among the words, each as often as it stands there."""
    counted: Counter[str] = Counter()
    forms = [word.form for word in found]
    for i, form in enumerate(forms):
        pairs = {" ".join(forms[i : i + 2]), " ".join(forms[max(i - 1, 0) : i + 1])}
        if pairs & phrases_of("plain"):
            continue
        counted[form] += form in phrases_of("negation")
        counted[" ".join(forms[i : i + 2])] += " ".join(forms[i : i + 2]) in phrases_of("negation")
    return +counted


def common(said: Sequence[Word], held: Sequence[Word]) -> list[tuple[int, int]]:
    """A longest common subsequence of the content words, as pairs of places in order."""
    left = [i for i, word in enumerate(said) if word.carries]
    right = list(range(len(held)))
    table = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        row, below, form = table[i], table[i + 1], said[left[i]].form
        for j in range(len(right) - 1, -1, -1):
            same = held[j].form == form
            row[j] = below[j + 1] + 1 if same else max(below[j], row[j + 1])
    pairs, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if said[left[i]].form == held[j].form and table[i][j] == table[i + 1][j + 1] + 1:
            pairs.append((left[i], j))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def follows_order(said: Sequence[Word], held: Sequence[Word]) -> bool:
    """Whether the content words stand in `held` in their order, one part moved aside.

    What stands behind one of the sentence's punctuation marks may stand before the rest.
    """
    forms = [word.form for word in held]
    cuts = [0, *(i for i, word in enumerate(said) if word.breaks and i)]
    return any(_within((*said[cut:], *said[:cut]), forms) for cut in cuts)


def _within(said: Sequence[Word], forms: Sequence[str]) -> bool:
    rest = iter(forms)
    return all(word.form in rest for word in said if word.carries)


def names(found: Sequence[Word]) -> list[tuple[int, int]]:
    """The runs of capitalised words as [start, end); a lone first word of a sentence is none."""
    runs, start = [], -1
    for i, word in enumerate((*found, Word(".", False, True))):
        if word.capital and (start < 0 or not word.breaks):
            start = i if start < 0 else start
            continue
        if start >= 0 and (i - start > 1 or start > 0):
            runs.append((start, i))
        start = i if word.capital else -1
    return runs


def places_of(held: Sequence[Word], forms: Sequence[str]) -> list[int]:
    """Where the words `forms` begin in `held`."""
    n = len(forms)
    whole = [word.form for word in held]
    return [i for i in range(len(whole) - n + 1) if whole[i : i + n] == list(forms)]


def nearest(found: Iterable[Word], limit: int) -> set[str]:
    """The first `limit` content words of `found`, numbers left out."""
    kept: set[str] = set()
    for word in found:
        if len(kept) == limit:
            break
        if word.carries and not word.is_number:
            kept.add(word.form)
    return kept
