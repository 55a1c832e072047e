"""The quotations of a statement: told from its own words, and whether a passage holds them."""

import re
from collections.abc import Sequence

_OPEN, _CLOSE = "“", "”"
_ELLIPSIS = re.compile(r"^\s*…\s*|\s*…\s*$")


def outside_quotes(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with each quotation put out, and the quotations without their marks."""
    kept: list[str] = []
    quotes: list[str] = []
    depth, start = 0, 0
    for at, char in enumerate(text):
        if char == _OPEN:
            if depth == 0:
                kept.append(text[start:at])
                start = at + 1
            depth += 1
        elif char == _CLOSE and depth:
            depth -= 1
            if depth == 0:
                quotes.append(text[start:at])
                start = at + 1
    kept.append(text[start:])
    return " | ".join(kept), tuple(quotes)


def misquoted(quotes: Sequence[str], passages: Sequence[str]) -> str:
    """The first quotation that stands in no passage, white space aside; "" when all do."""
    held = [" ".join(passage.split()) for passage in passages]
    for quote in quotes:
        bare = _ELLIPSIS.sub("", " ".join(quote.split())).strip()
        if not any(bare in passage for passage in held):
            return quote
    return ""
