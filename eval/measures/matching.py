"""The matching rule of the QA format: does an answer say what it must, and nothing it must not.

Both sides are brought to one form (Markdown emphasis and bars stripped, casefold, NFC, white
space collapsed) and compared as substrings. The rule is deliberately literal: alternatives that
should count ("5.000", "5 tỷ") are listed by the author of the item, never guessed here.
"""

import re
import unicodedata
from collections.abc import Sequence

_EMPHASIS = re.compile(r"[*_`]+")
_BARS = re.compile(r"\|")


def collapse(text: str) -> str:
    """The text in NFC with every run of white space as one space: how quotes are compared."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def matching_form(text: str) -> str:
    """The form in which answers and expectations are compared; empty text gives ""."""
    plain = _BARS.sub(" ", _EMPHASIS.sub("", text))
    # casefold may decompose (e.g. "İ"), hence NFC after it and not before.
    return collapse(unicodedata.normalize("NFC", plain).casefold())


def missing_groups(answer: str, must: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The groups of alternatives of which the answer says none, in the item's order."""
    said = matching_form(answer)
    return tuple(
        tuple(group)
        for group in must
        if not any(matching_form(alternative) in said for alternative in group)
    )


def forbidden_said(answer: str, must_not: Sequence[str]) -> tuple[str, ...]:
    """The expressions of `must_not` that the answer says after all."""
    said = matching_form(answer)
    return tuple(expression for expression in must_not if matching_form(expression) in said)
