"""Years and periods as plans and questions write them."""

import re

YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
SPAN = re.compile(r"(?<!\d)(20\d\d)\s*[-–]\s*(20\d\d)(?!\d)")
"""A period; its first and its last year are the groups."""
PERIOD = re.compile(r"(?<!\d)(20\d\d)(?:\s*[-–]\s*(20\d\d))?(?!\d)")
"""A year, or a period as in SPAN; the second group is None for a year."""
ASKED_YEAR = re.compile(r"(?<![\d./])(20[0-4]\d)(?![\d/])")
"""A year that a question names: no part of a date, a number or a document number."""


def periods(text: str) -> list[str]:
    """The years and periods of `text` as they are written."""
    return [match.group() for match in PERIOD.finditer(text)]


def years_in(text: str) -> set[int]:
    """The years that `text` names, those within its periods too."""
    found = set(map(int, YEAR.findall(text)))
    for first, last in SPAN.findall(text):
        found.update(range(int(first), int(last) + 1))
    return found
