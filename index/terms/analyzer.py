"""Vietnamese text as terms: what the lexical index, the embedding model and the queries count.

A Vietnamese word is one to three syllables written apart, so terms are syllables and pairs of
neighbouring syllables; no word segmenter is needed. The same text typed differently gives the
same terms: NFC or NFD, "hoá" or "hóa", "kĩ" or "kỹ". Leaves out weights, synonyms and stop
words: those belong to the query (expansion.py).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

FOLDED = "~"
"""Prefix of a folded term, so that "~tinh" (any tone) never meets "tinh" (no tone)."""

Runs: TypeAlias = tuple[tuple[str, ...], ...]
_VERSION = "2"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHAPES = "\u0302\u0306\u031b"
# "749/QĐ-TTg", "1.234,567", "20/10/2021", "2021-2025": kept whole beside their parts.
_PART = re.compile(r"[^\W_]+")
# Tokens parted by one white space each: what stands between two runs breaks a pair of syllables.
_RUN = re.compile(r"[^\W_]+(?:[./,\-–][^\W_]+)*(?:\s[^\W_]+(?:[./,\-–][^\W_]+)*)*")
_JOINT = re.compile(r"[./,\-–]")
_DIGIT = re.compile(r"\d")
# "749/qđ-ttg", "05/2017/qđ-ttg": a document's number, by whose digits alone it is often named.
_NUMBERED = re.compile(r"0*(\d{1,5})/(?:\d{4}/)?[^\W\d_]")
_MARKS = dict.fromkeys(range(0x0300, 0x0370))
# Onsets after which a lone final i and y are the same sound: "kĩ"/"kỹ", "tỉ"/"tỷ", "quí"/"quý".
_SAME_I_Y = frozenset(("h", "k", "l", "m", "s", "t", "qu"))
_LONE_I = {"i" + tone: "y" + tone for tone in ("", *_TONES)}
_VOWELS = frozenset("aeiouy")


def fold(text: str) -> str:
    """The text without diacritics, "đ" as "d", case kept: "Kế hoạch" is "Ke hoach"."""
    bare = unicodedata.normalize("NFD", text).translate(_MARKS)
    return bare.replace("đ", "d").replace("Đ", "D")


def has_diacritics(text: str) -> bool:
    """Whether any letter carries a Vietnamese mark or is "đ"."""
    if text.isascii():
        return False
    decomposed = unicodedata.normalize("NFD", text)
    return any(mark in decomposed for mark in (*_TONES, *_SHAPES, "đ", "Đ"))


def _tone_position(letters: list[str]) -> int:
    """The index of the letter that bears the tone in the traditional spelling; -1 without vowel."""
    bases = [letter[0] for letter in letters]
    start = next((i for i, base in enumerate(bases) if base in _VOWELS), -1)
    if start < 0:
        return -1
    head = "".join(bases[: start + 1])
    if head.endswith(("qu", "gi")) and start + 1 < len(bases) and bases[start + 1] in _VOWELS:
        start += 1
    end = start
    while end < len(bases) and bases[end] in _VOWELS:
        end += 1
    shaped = [i for i in range(start, end) if len(letters[i]) > 1]
    if shaped:
        return shaped[-1]
    if end < len(bases):
        return end - 1
    return start if end - start < 3 else start + 1


def _letters(decomposed: str) -> tuple[list[str], str]:
    """The letters with their shape marks, and the tone marks that were on any of them."""
    letters: list[str] = []
    tones = ""
    for character in decomposed:
        if character in _TONES:
            tones += character
        elif letters and unicodedata.combining(character):
            letters[-1] += character
        else:
            letters.append(character)
    return letters, tones


@lru_cache(maxsize=100_000)
def _canonical(syllable: str) -> str:
    """One spelling of a casefolded syllable: tone in its traditional place, y for a lone i."""
    if syllable.isascii() and not syllable.endswith("i"):
        return syllable
    letters, tones = _letters(unicodedata.normalize("NFD", syllable))
    position = _tone_position(letters)
    if len(tones) > 1 or position < 0:
        return syllable  # no Vietnamese syllable
    letters[position] += tones
    if "".join(letters[:-1]) in _SAME_I_Y and letters[-1] in _LONE_I:
        letters[-1] = _LONE_I[letters[-1]]
    return unicodedata.normalize("NFC", "".join(letters))


def spelling(word: str) -> str:
    """The one spelling of a single syllable under which all ways of typing it meet."""
    return _canonical(unicodedata.normalize("NFC", word).casefold())


def number_key(digits: str) -> str:
    """The term of a document's number without its type: "№749" for "749/QĐ-TTg"."""
    return f"№{digits.lstrip('0')}"


def terms_of(runs: Iterable[Sequence[str]]) -> list[str]:
    """The syllables of all runs, then the pairs of neighbours within each."""
    kept = tuple(runs)
    terms = [syllable for run in kept for syllable in run]
    for run in kept:
        terms.extend(f"{left} {right}" for left, right in pairwise(run))
    return terms


@lru_cache(maxsize=2048)  # a passage is counted for BM25 and then encoded
def _runs(text: str) -> Runs:
    prepared = unicodedata.normalize("NFC", text).casefold()
    runs: list[tuple[str, ...]] = []
    wholes: list[tuple[str, ...]] = []
    for run in _RUN.findall(prepared):
        tokens = run.split()
        if _JOINT.search(run) is None:
            runs.append(tuple(map(_canonical, tokens)))
            continue
        parts = (part for token in tokens for part in _PART.findall(token))
        runs.append(tuple(map(_canonical, parts)))
        wholes.extend((whole,) for token in tokens for whole in _kept_whole(token))
    return (*runs, *wholes)


def _kept_whole(token: str) -> Iterator[str]:
    """A token that is found as it stands ("1.234,5"), and a document's number without its type."""
    if not token.isalnum() and _DIGIT.search(token):
        yield token
    numbered = _NUMBERED.match(token)
    if numbered:
        yield number_key(numbered[1])


class Analyzer:
    """Text → terms. Stateless; `identity` changes whenever the same text gives other terms."""

    identity = f"syllables-bigrams-folded/{_VERSION}"

    def runs(self, text: str) -> Runs:
        """Syllables in runs that no punctuation breaks; what is kept whole is a run of its own."""
        return _runs(text)

    def syllables(self, text: str) -> list[str]:
        """Casefolded, canonically spelt syllables; numbers and document numbers also whole, last."""
        return [syllable for run in self.runs(text) for syllable in run]

    def exact(self, text: str) -> list[str]:
        """Syllables, then pairs of neighbours ("kế hoạch") that no punctuation parts."""
        return terms_of(self.runs(text))

    def folded(self, text: str) -> list[str]:
        """The exact terms without diacritics, prefixed: "~ke", "~hoach", "~ke hoach"."""
        return [fold_term(term) for term in self.exact(text)]

    def terms(self, text: str) -> list[str]:
        """Exact terms, then folded ones: what a document is indexed by."""
        exact = self.exact(text)
        return exact + [fold_term(term) for term in exact]

    def fold(self, text: str) -> str:
        """See `fold`."""
        return fold(text)

    def has_diacritics(self, text: str) -> bool:
        """See `has_diacritics`."""
        return has_diacritics(text)


@lru_cache(maxsize=200_000)
def fold_term(term: str) -> str:
    """The folded form of an exact term, prefixed; a lone i and y meet as in `spelling`."""
    return FOLDED + fold(term)
