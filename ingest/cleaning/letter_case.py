"""Capitals that OCR reads in the middle of sentences, made small where they can be none.

A mark over a small letter makes it as tall as a capital ("sỐ", "các Ứng dụng"), most of all where
capital and small letter have one shape.
"""

import re
from collections.abc import Iterator

from ingest.cleaning.legacy import is_syllable
from ingest.vietnamese import fold

_WORD = re.compile(r"[^\W\d_]+")
# Capitals that are small letters grown, by their bare letter.
_ONE_SHAPE = frozenset("cosuvx")
_MOSTLY_SMALL = 0.6
# "Ủy ban", "Ủy viên" have their capital anywhere; "Tỉnh ủy", "Đảng ủy" have none.
_COMMITTEE = frozenset({"ban", "vien"})
_BEFORE_COMMITTEE = frozenset({"tinh", "thanh", "huyen", "quan", "dang", "thi", "chi"})


def made_small(line: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each word of a line with what it should be; a line not mostly in small letters gives none."""
    letters = [char for char in line if char.isalpha()]
    if sum(map(str.islower, letters)) < _MOSTLY_SMALL * max(1, len(letters)):
        return
    words = list(_WORD.finditer(line))
    for index, match in enumerate(words):
        before = words[index - 1] if index else None
        after = words[index + 1].group() if index + 1 < len(words) else ""
        previous = before.group() if before and line[before.end() : match.start()] == " " else ""
        yield match, _meant(match.group(), previous, after)


def _meant(word: str, previous: str, following: str) -> str:
    small = _lowered(word)
    if small[0].islower() or fold(small[0]) not in _ONE_SHAPE:
        return small
    if fold(word) == "uy":
        ends_name = fold(previous) in _BEFORE_COMMITTEE and fold(following) not in _COMMITTEE
        return small.lower() if ends_name else small
    marked = not small[0].isascii()
    if previous.islower() and (marked or small != word) and small[1:] == small[1:].lower():
        return small.lower()
    return small


def _lowered(word: str) -> str:
    """The word with a capital that bears marks, behind its first letter, made small with all."""
    inner = [char for char in word[1:] if char.isupper()]
    if not any(not char.isascii() and char != "Đ" for char in inner):
        return word
    small = word[0] + word[1:].lower()
    # A letter of another font may be read twice: "củỦa".
    single = "".join(c for i, c in enumerate(small) if not i or c != small[i - 1])
    whole = next((found for found in (small, single) if is_syllable(found)), "")
    return whole or (small if partings(small) else word)


def partings(word: str) -> list[tuple[str, str]]:
    """The ways to part a word into two syllables ("chợtruyền" → "chợ", "truyền")."""
    ways = ((word[:at], word[at:]) for at in range(1, len(word)))
    return [(left, right) for left, right in ways if is_syllable(left) and is_syllable(right)]
