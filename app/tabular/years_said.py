"""The years of a table's columns that a question names."""

import re

from app.tabular.asking import number
from app.tabular.columns import Columns
from app.words import wording
from app.words.years import YEAR

_RANGE = re.compile(r"20\d\d\s?(?:-|–|den(?: nam)?|toi)\s?20\d\d")
_COUNTED = r"(?:(hai|ba|bon|2|3|4) )?"
_FIRST = re.compile(
    rf"(?<!\w){_COUNTED}nam (?:dau|khoi dau|thu nhat|mo dau)(?: (?:tien|ky|giai doan))?(?!\w)"
)
_LAST = re.compile(
    rf"(?<!\w){_COUNTED}nam (?:cuoi|chot|sau cung|ket thuc)(?: (?:cung|ky|giai doan))?(?!\w)"
)


def years_of(question: str, columns: Columns) -> tuple[int, ...]:
    """The years that `question` names one by one, "năm cuối kỳ" as the table's last year.

    A range ("2021-2025") names the period, not its years; one within the period, its years.
    """
    folded = wording.folded(question)
    held = sorted(columns.years)
    bare = _RANGE.sub(lambda match: " " * len(match.group()), folded)
    found = [(m.start(), int(m.group())) for m in YEAR.finditer(bare) if _is_year(bare, m)]
    for match in _RANGE.finditer(folded):
        first, last = (int(year) for year in YEAR.findall(match.group()))
        part = [year for year in held if first <= year <= last]
        if held and held[0] <= first < last <= held[-1] and len(part) < len(held):
            found += [(match.start(), year) for year in part]
    for pattern, pick in ((_FIRST, "first"), (_LAST, "last")):
        for match in pattern.finditer(folded) if held else ():
            n = number(match.group(1)) if match.group(1) else 1
            chosen = held[:n] if pick == "first" else held[-n:]
            found += [(match.start(), year) for year in chosen]
    return tuple(dict.fromkeys(year for _, year in sorted(found)))


def _is_year(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return not re.search(r"[\w/.]", around.strip("."))
