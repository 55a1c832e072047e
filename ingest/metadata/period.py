"""The years a document plans for, read from its title."""

import re
from datetime import date

_YEARS = re.compile(r"(?<!\d)(20\d{2}|19\d{2})(?!\d)")
_PERIOD = re.compile(
    r"(?:giai đoạn|các năm|thời kỳ|từ năm)\s+(?P<a>20\d{2})\s*(?:[-–]|đến(?: năm)?)\s*(?P<b>20\d{2})",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"đến (?:hết )?(?:năm )?(?P<b>20\d{2})", re.IGNORECASE)


def find_period(title: str, issued: date) -> tuple[int, int] | None:
    """(first, last year) that the title plans for, or None when it names no year."""
    if match := _PERIOD.search(title):
        first, last = int(match["a"]), int(match["b"])
        return (first, last) if first <= last else (last, first)
    if match := re.search(r"(?<!\d)(20\d{2})\s*[-–]\s*(20\d{2})(?!\d)", title):
        return min(int(match[1]), int(match[2])), max(int(match[1]), int(match[2]))
    if match := re.search(r"(?<!đến )năm\s+(20\d{2})(?!\d)", title, re.IGNORECASE):
        return int(match[1]), int(match[1])
    if match := _UNTIL.search(title):
        return min(issued.year, int(match["b"])), int(match["b"])
    years = [int(year) for year in _YEARS.findall(title)]
    return (min(years), max(years)) if years else None
