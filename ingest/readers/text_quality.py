"""Whether a page's text layer can be trusted, and repair of layers in fonts older than Unicode.

A layer is garbage when few of its words could be words: fonts that do not say which letters
their codes are, or the invisible layer of a scanner that knew no Vietnamese.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ingest.cleaning.encodings import convert_legacy, find_legacy
from ingest.cleaning.legacy import is_syllable
from ingest.readers.pdf_words import PageLayer
from ingest.readers.words import PageWords, Word
from ingest.vietnamese import fold, nfc

_MIN_CHARS = 20
_MIN_WORDS = 12
# A page with less text than this under a picture of at least this share is a scanned page.
_FEW_CHARS = 200
_COVERED = 0.5
_SOME_IMAGE = 0.03
# Shares of words that must be possible: of a printed layer, of a scanner's invisible one.
_VALID = 0.6
_VALID_HIDDEN = 0.8
_MARKED_HIDDEN = 0.3
# … and that look usual: initials, codes and foreign words are the lesser part of any page.
_USUAL = 0.4
_EDGES = "“”\"'‘’()[]{}<>.,;:!?…/*«»-–—+•"
_BROKEN = re.compile("[\ue000-\uf8ff\ufffd\u0080-\u009f\x00-\x08\x0b\x0c\x0e-\x1f]|\\(cid:\\d+\\)")
# Private-use signs that Symbol and Wingdings give for bullets are no letters.
_SYMBOL = re.compile("[\uf020-\uf0ff]")
_ASCII_WORD = re.compile(r"[A-Za-z]+(?:[-/.&'][A-Za-z]+)*")
_SMALL = re.compile(r"(?=.*[aeiouy])[A-Z]?[a-z]{2,}(?:[-'][a-z]+)*")
_DIGITS = "0123456789"
_PARTS = re.compile(r"[-–/.,&()_+:;]+")


def needs_ocr(layer: PageLayer) -> bool:
    """Whether the page must be read as an image: no text under a picture, or a garbage layer."""
    words = layer.page.words
    n_chars = sum(len(word.text) for word in words)
    if n_chars < _MIN_CHARS:
        return layer.image_share > _SOME_IMAGE or layer.has_curves
    if layer.image_share >= _COVERED and n_chars < _FEW_CHARS:
        return True
    return is_garbage(layer)


def is_garbage(layer: PageLayer) -> bool:
    """Whether the words of a layer are not the words that the page shows."""
    lettered = [word.text for word in layer.page.words if _is_lettered(word.text)]
    if len(lettered) < _MIN_WORDS:
        return layer.unmapped > 0.5
    valid = sum(map(is_possible, lettered)) / len(lettered)
    if layer.hidden > 0.5 and layer.image_share > _COVERED:
        marked = sum(not nfc(text).isascii() for text in lettered) / len(lettered)
        return valid < _VALID_HIDDEN or marked < _MARKED_HIDDEN
    usual = sum(map(is_usual, lettered)) / len(lettered)
    return valid < _VALID or usual < _USUAL


@lru_cache(maxsize=16384)
def is_usual(text: str) -> bool:
    """Whether a word has the look of language: a syllable, or small letters around a vowel."""
    letters = nfc(text).strip(_EDGES + _DIGITS)
    if not (letters.islower() or letters.istitle() or letters.isupper()):
        return any(map(is_usual, _PARTS.split(letters))) if _PARTS.search(letters) else False
    return is_syllable(letters.lower()) or bool(_SMALL.fullmatch(letters))


def _is_lettered(text: str) -> bool:
    return any(char.isalpha() for char in text) or bool(_BROKEN.search(_SYMBOL.sub("", text)))


@lru_cache(maxsize=16384)
def is_possible(text: str) -> bool:
    """Whether a word could be one: Vietnamese syllables, or Latin letters without marks."""
    whole = nfc(_SYMBOL.sub("", text))
    if _BROKEN.search(whole):
        return False
    bare = whole.strip(_EDGES)
    return all(_is_possible_part(part) for part in _PARTS.split(bare) if part)


def _is_possible_part(part: str) -> bool:
    if not any(char.isalpha() for char in part):
        return part.isdigit() or "%" in part
    letters = part.strip("0123456789²³")
    if letters.isascii():
        mixed = not letters.isupper() and not letters.islower() and not letters.istitle()
        return bool(_ASCII_WORD.fullmatch(letters)) and (not mixed or len(letters) <= 12)
    # "ĐTTM": initials, of Vietnamese letters.
    initials = letters.isupper() and len(letters) <= 8 and fold(letters).isascii()
    return is_syllable(letters.lower()) or initials


def repaired(pages: Sequence[PageWords]) -> tuple[list[PageWords], str | None]:
    """The pages with text of .VnTime or VNI fonts in Unicode, and the old encoding's name."""
    text = "\n".join(" ".join(word.text for word in page.words) for page in pages)
    encoding = find_legacy(text)
    if encoding is None:
        return list(pages), None
    return [
        replace(page, words=tuple(_converted(page.words, encoding))) for page in pages
    ], encoding


def _converted(words: Sequence[Word], encoding: str) -> list[Word]:
    texts = convert_legacy("\n".join(word.text for word in words), encoding).split("\n")
    if len(texts) != len(words):
        return [replace(word, text=convert_legacy(word.text, encoding)) for word in words]
    return [replace(word, text=text) for word, text in zip(words, texts, strict=True)]
