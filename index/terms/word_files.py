"""The word lists beside the code: tab-separated lines, comments begin with #."""

from collections.abc import Iterator
from importlib import resources


def rows_of(name: str) -> Iterator[list[str]]:
    """The columns of every line of a list that stands beside this file."""
    yield from rows(resources.files("index.terms").joinpath(name).read_text(encoding="utf-8"))


def rows(text: str) -> Iterator[list[str]]:
    """The columns of every line of a list; blank lines and comments left out."""
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
