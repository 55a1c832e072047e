"""Patterns over text as it is typed: with its marks where it has any, else folded.

Folded, "máy chủ" and "mấy cái" are one word; where a pattern cuts words out of a message that
must not happen, so it is written with its marks and folded only for text without any.
"""

import re
from collections.abc import Iterator

from index.terms.analyzer import fold, has_diacritics


def is_accented(text: str) -> bool:
    """Whether `text` is typed with diacritics; a name of a province alone does not tell.

    "Cao Bằng co may tram" has the marks of its name from the assistant, not from who typed it.
    """
    if text.isascii():
        return False
    said = text.split()
    # The first word has its capital from the sentence, unless a name goes on behind it.
    kept = said[:1] if len(said) > 1 and said[1][:1].islower() else []
    plain = " ".join([*kept, *(word for word in said if not word[:1].isupper())])
    return has_diacritics(plain if re.search(r"[^\W\d_]", plain) else text)


class Typed:
    """A pattern written with diacritics that also serves text typed without them."""

    def __init__(self, pattern: str) -> None:
        self._accented = re.compile(pattern, re.IGNORECASE)
        self._folded = re.compile(fold(pattern), re.IGNORECASE)

    def of(self, text: str) -> re.Pattern[str]:
        """The pattern for `text`; offsets of its matches are offsets in `text`."""
        return self._accented if is_accented(text) else self._folded

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.of(text).search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning."""
        return self.of(text).match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, in order."""
        return self.of(text).finditer(text)


def words(*alternatives: str) -> Typed:
    """A pattern of whole words or phrases, any of `alternatives`, written with diacritics."""
    return Typed(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)")
