"""The word lists that ship beside this module, read once."""

from collections.abc import Iterator
from functools import cache
from importlib import resources

from index.analyzer import fold


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


def _pairs(file: str) -> Iterator[tuple[str, str]]:
    """The lines of a file as (short, full); "#" begins a comment."""
    content = resources.files("app").joinpath(file).read_text(encoding="utf-8")
    for line in content.splitlines():
        short, tab, full = line.partition("\t")
        if tab and not line.startswith("#"):
            yield short, full
