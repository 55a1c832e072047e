"""The word lists that ship beside this module."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from index.terms.analyzer import fold


@cache
def chat_shorthand() -> dict[str, str]:
    """What officials type in chat, and its full form."""
    return dict(_pairs("shorthand.tsv"))


@cache
def department_names() -> tuple[str, ...]:
    """The departments of every province, without "Sở", in the order of the file."""
    return tuple(full for _, full in _pairs("departments.tsv"))


@cache
def department_short_forms() -> dict[str, str]:
    """Folded lower-case short names of departments, and the full ones."""
    return {fold(short).lower(): full for short, full in _pairs("departments.tsv") if short}


@cache
def nicknames() -> dict[str, str]:
    """What people call a province beside its name, and its name."""
    return dict(_pairs("nicknames.tsv"))


@cache
def english_phrases() -> dict[str, tuple[str, str]]:
    """English phrases in small letters: the Vietnamese words for each, and its part of speech."""
    rows = (line.split("\t") for line in lines("english.tsv"))
    return {phrase: (vietnamese, part) for phrase, vietnamese, part in rows}


@cache
def attributes(*, folded: bool) -> re.Pattern[str]:
    """What can be asked of anything, as words of accented or of folded text."""
    found: list[str] = []
    for line in lines("attributes.txt"):
        found += line[2:].split() if line.startswith("+ ") else [line]
    forms = sorted({fold(form) if folded else form for form in found}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")


def lines(file: str) -> tuple[str, ...]:
    """The lines of a file beside this module, without blank ones and comments."""
    content = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    return tuple(line for line in content.splitlines() if line and not line.startswith("#"))


def _pairs(file: str) -> Iterator[tuple[str, str]]:
    """The lines of a file as (short, full); "#" begins a comment."""
    for line in lines(file):
        short, tab, full = line.partition("\t")
        if tab:
            yield short, full
