"""A question in English read in Vietnamese words, so that it is asked of Vietnamese plans.

Phrase by phrase, by the list words/english.tsv; names, numbers and unknown words stay as they
are, english_order.py gives the phrases their order. The reading is shown and can be corrected
like any standalone question.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from app.understanding.english_order import Part, Piece, sentence
from app.words.word_lists import english_phrases
from index.terms.analyzer import has_diacritics
from index.terms.telex import is_syllable
from ingest.places.provinces import find_provinces

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'.][^\W\d_]+)*|\d+(?:[./-][\w-]+|,\d+)*%?|[?!.;,\n]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROMAN = re.compile(r"[IVX]{1,5}")
_ENDS = frozenset("?!.;\n")
_MAX_PHRASE = 6
_MIN_WORDS = 2
"""English words, no syllables of Vietnamese, that a longer message must hold."""
_MAX_CHARS = 2000
_BORROWED = frozenset({"vs"})
"""English words that Vietnamese messages use as their own."""
_GRAMMAR = (Part.QUESTION, Part.OPENING, Part.WHICH, Part.THINGS, Part.WHETHER, Part.JOINT)


def in_vietnamese(message: str) -> str | None:
    """The Vietnamese reading of an English message; None when it is not in English."""
    if len(message) > _MAX_CHARS or not is_english(message):
        return None
    sentences, current = [], list[Piece]()
    for piece in (*_pieces(message), Piece("", Part.END)):
        if piece.part != Part.END:
            current.append(piece)
        elif told := sentence(current):
            sentences.append(told)
            current = []
    return " ".join(sentences) or None


def is_english(message: str) -> bool:
    """Whether English words that are no syllables of Vietnamese carry the message."""
    places = find_provinces(message)
    words = [
        match.group().lower()
        for match in _WORD.finditer(message)
        if not any(start <= match.start() < end for _, start, end in places)
    ]
    english = [
        word
        for word in words
        if word in _words() and word not in _BORROWED and not is_syllable(word)
    ]
    if not english or (any(map(has_diacritics, words)) and words[0] not in english):
        return False
    whole = all(word in _words() for word in words)
    if any(word in _grammar() for word in english):
        return whole or len(english) >= _MIN_WORDS
    return whole and len(english) >= _MIN_WORDS


@cache
def _words() -> frozenset[str]:
    return frozenset(word for phrase in english_phrases() for word in _WORD.findall(phrase))


@cache
def _grammar() -> frozenset[str]:
    """The words that make a sentence English: question words, auxiliaries, prepositions."""
    phrases = (phrase for phrase, (_, part) in english_phrases().items() if part in _GRAMMAR)
    return frozenset(word for phrase in phrases for word in _WORD.findall(phrase))


def _pieces(message: str) -> Iterator[Piece]:
    """The message's phrases in order, the longest that the list knows first."""
    places = {start: (place.name, end) for place, start, end in find_provinces(message)}
    tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(message)]
    texts = [text for text, _ in tokens]
    piece, at = Piece("", Part.END), 0
    while at < len(tokens):
        text, start = tokens[at]
        if start in places:
            name, end = places[start]
            piece = Piece(name, Part.NOUN)
            length = sum(start <= other < end for _, other in tokens)
        elif _goes_on_in_vietnamese(piece, text):
            piece, length = Piece(text, Part.UNKNOWN), 1
        else:
            known, length = _longest(texts[at : at + _MAX_PHRASE])
            piece = known or _single(text)
        yield piece
        at += length


def _goes_on_in_vietnamese(before: Piece, text: str) -> bool:
    """Whether a word belongs to a Vietnamese phrase of the question ("an" of "bảo đảm an toàn")."""
    return before.part == Part.UNKNOWN and has_diacritics(before.vietnamese) and is_syllable(text)


def _longest(texts: Sequence[str]) -> tuple[Piece | None, int]:
    """The longest phrase of the list that `texts` begin with, and its length in tokens."""
    for length in range(len(texts), 0, -1):
        phrase = " ".join(texts[:length]).lower().replace("’", "'")
        for form in (phrase, phrase.removesuffix("'s")):
            if form in english_phrases():
                vietnamese, part = english_phrases()[form]
                return Piece(vietnamese, Part(part)), length
    return None, 1


def _single(text: str) -> Piece:
    """A word or number that the list does not hold."""
    if text in _ENDS:
        return Piece("", Part.END)
    if text == ",":
        return Piece(text, Part.JOINT)
    if _YEAR.fullmatch(text):
        return Piece(f"năm {text}", Part.YEAR)
    if text[0].isdigit() or _ROMAN.fullmatch(text):
        return Piece(text, Part.NUMBER)
    bare = re.sub(r"[’']s$", "", text)
    return Piece(bare, Part.NOUN if bare.isupper() else Part.UNKNOWN)
