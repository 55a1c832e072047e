"""The bare labels of a numbering: which one follows, and how a path of them is said."""

import re
from collections.abc import Sequence
from functools import lru_cache

ROMANS = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"),
)
# The letters that Vietnamese lists count with.
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def roman_value(label: str) -> int | None:
    """The value of a Roman numeral up to XX, or None."""
    return ROMANS.index(label) + 1 if label in ROMANS else None


@lru_cache(maxsize=1024)
def successor(label: str) -> str | None:
    """The label that follows ("III" → "IV", "1.2" → "1.3", "d" → "đ"), or None for other labels."""
    head, _, last = label.rpartition(" ")
    if head:
        following = successor(last)
        return f"{head} {following}" if following else None
    if match := re.fullmatch(r"((?:\d{1,3}\.)*)(\d{1,3})", label):
        width = len(match[2]) if match[2].startswith("0") else 1
        return f"{match[1]}{int(match[2]) + 1:0{width}d}"
    if (value := roman_value(label)) and value < len(ROMANS):
        return ROMANS[value]
    if len(label) == 1 and label.lower() in _LETTERS[:-1]:
        following = _LETTERS[_LETTERS.index(label.lower()) + 1]
        return following.upper() if label.isupper() else following
    return None


def is_first(label: str) -> bool:
    """Whether the label begins a numbering ("1", "I", "A", "a", "2.1", "Điều 1")."""
    return bool(re.fullmatch(r"(?:.* )?(?:1|01|I|A|a|(?:\d{1,2}\.)+1)", label))


def place_of(path: Sequence[str]) -> str:
    """A path as it is said: ("Phần I", "V", "1") → "Phần I, mục V.1"; "" for none."""
    parts = [label for label in path if " " in label]
    items = [label for label in path if " " not in label]
    return ", ".join([*parts, *(["mục " + ".".join(items)] if items else [])])
