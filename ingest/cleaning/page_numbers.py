"""Page numbers that a text took along from its pages: lone numbers that count up, far apart.

A page number in the middle of a paragraph parts it; the paragraph is made whole again by
unwrap.py once the number is gone. Texts that hold tables with one cell a line are left alone:
there a lone number is a row's.
"""

import re
from collections.abc import Sequence

from ingest.structure.grammar import TABLE_START

# "3", "- 3 -", "Trang 3", "3/12"
_NUMBER = re.compile(
    r"\s*(?:-\s*)?(?:[Tt]rang\s+)?(?P<number>\d{1,3})(?:\s*/\s*\d{1,3})?(?:\s*-)?\s*"
)
_MIN_APART = 20


def without_page_numbers(lines: Sequence[str]) -> list[str]:
    """The lines without the lone numbers that count 1, 2, 3 … or 2, 3, 4 … through the text."""
    if any(TABLE_START.fullmatch(text.strip()) for text in lines):
        return list(lines)
    gone = set(_counting(lines))
    return [text for index, text in enumerate(lines) if index not in gone]


def _counting(lines: Sequence[str]) -> list[int]:
    """The positions of the numbers; none when there are fewer than two that follow each other."""
    found: list[int] = []
    expected = 0
    for index, text in enumerate(lines):
        match = _NUMBER.fullmatch(text)
        if match is None:
            continue
        number = int(match["number"])
        if not found and number in (1, 2):
            found, expected = [index], number + 1
        elif found and number == expected and index - found[-1] >= _MIN_APART:
            found.append(index)
            expected += 1
    return found if len(found) >= 2 else []
