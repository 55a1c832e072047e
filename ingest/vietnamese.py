"""Letters of Vietnamese: folding, tone placement and case, as every other module needs them.

Leaves out words and meaning: no dictionary lives here.
"""

import re
import unicodedata
from functools import lru_cache

# The capitals and small letters of Vietnamese for use inside of a character class: ranges
# such as "À-Ỹ" mix both cases.
UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x1EFA)) if c.isupper() and c != "×")
LOWER = "a-z" + "".join(c for c in map(chr, range(0xDF, 0x1EFA)) if c.islower() and c != "÷")
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
# Old and new tone placement differ only in open "oa", "oe", "uy" (hoá/hóa, khoẻ/khỏe, thuý/thúy).
_OPEN_PAIR = re.compile(r"(?<!q)(?:oa|oe|uy)$")


def nfc(text: str) -> str:
    """The text in composed form."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
def fold_char(char: str) -> str:
    """The lower-case base letter ("ấ" → "a", "Đ" → "d"); "" for a combining mark."""
    if char in "đĐ":
        return "d"
    base = "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
    return base.lower()


class _Folds(dict[int, str]):
    """What each character folds to, by code point, learnt as it is met."""

    def __missing__(self, code: int) -> str:
        folded = fold_char(chr(code))
        if len(self) < _MAX_FOLDS:
            self[code] = folded
        return folded


_MAX_FOLDS = 4096
_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text in lower case without any diacritics; "đ" becomes "d"."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


@lru_cache(maxsize=16384)
def _canonical_syllable(syllable: str) -> str:
    tone, letters = "", []
    for char in unicodedata.normalize("NFD", syllable.lower()):
        if char in _TONES:
            tone = char
        else:
            letters.append(char)
    bare = unicodedata.normalize("NFC", "".join(letters))
    if not tone or not _OPEN_PAIR.search(bare):
        return unicodedata.normalize("NFC", syllable.lower())
    return unicodedata.normalize("NFC", bare[:-1] + tone + bare[-1])


def canonical_tone(text: str) -> str:
    """The text in lower case with the older tone placement made the newer's twin ("hoá" → "hóa")."""
    return re.sub(r"[^\W\d_]+", lambda match: _canonical_syllable(match.group()), nfc(text))


def is_all_caps(text: str) -> bool:
    """Whether the text has at least two letters and none in lower case."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def collapse(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())


def slug(text: str) -> str:
    """An ASCII identifier: "12/KH-UBND Hà Nam" → "12-kh-ubnd-ha-nam"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
