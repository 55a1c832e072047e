"""Where a passage contradicts itself: parts that exceed their whole, numbers no notation allows.

Only what is certain is reported. Parts that fall short of their whole may simply not all be
named; parts that exceed it cannot all be parts.
"""

import re
from decimal import Decimal

from ingest.plan import Plan, Quantity
from ingest.quantities import format_number, parse_quantities
from prompts import text as say

_PARTS = re.compile(
    r"\(\s*(?:trong đó|bao gồm|gồm|cụ thể)?|trong đó|bao gồm|gồm|cụ thể", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.;\n](?:\s|$)|[()]")
_SPANS = frozenset(("năm", "tháng", "ngày", "giờ", "lần", "buổi", "đợt", "quý", "tuần", "phút"))
"""Units of time and repetition: they say when and how often, never a part of a whole."""
# "123.4567": grouped like thousands, but the last group has four digits.
_MALFORMED = re.compile(r"(?<![\w.,/])\d{1,3}(?:\.\d{3})*\.\d{4,}(?![\w.,/]*[\w/])")
MIN_PARTS = 2


def contradictions(plan: Plan, start: int, end: int) -> list[tuple[int, str]]:
    """(offset of the figure concerned, what a reader must be told) within `[start, end)`."""
    return [*_exceeding_parts(plan, start, end), *_malformed(plan.text, start, end)]


def _malformed(text: str, start: int, end: int) -> list[tuple[int, str]]:
    return [
        (match.start(), say("notices.malformed", raw=match.group()))
        for match in _MALFORMED.finditer(text, start, end)
    ]


def _exceeding_parts(plan: Plan, start: int, end: int) -> list[tuple[int, str]]:
    text = plan.text[start:end]
    quantities = parse_quantities(text, plan.notes, start)
    found: list[tuple[int, str]] = []
    for opening in _PARTS.finditer(text):
        at = start + opening.start()
        stop = start + _end_of_parts(text, opening)
        whole = max((q for q in quantities if q.end <= at), key=lambda q: q.start, default=None)
        parts = [q for q in quantities if at < q.start < stop and q.unit.casefold() not in _SPANS]
        if (
            whole is not None
            and _opens_parts_of(plan.text[whole.end : at])
            and _exceed(whole, parts)
        ):
            found.append((whole.start, _told(whole, parts)))
    return found


def _end_of_parts(text: str, opening: re.Match[str]) -> int:
    """Where the parts opened end: at the bracket that closes around them or with the sentence."""
    bracketed = opening.group().startswith("(")
    depth = 1 if bracketed else 0
    for mark in _SENTENCE_END.finditer(text, opening.end()):
        if mark.group() == "(":
            depth += 1
        elif mark.group() == ")":
            depth -= 1
            if depth <= 0 and (bracketed or depth < 0):
                return mark.start()
        elif depth <= 0:
            return mark.start()
    return len(text)


def _opens_parts_of(between: str) -> bool:
    """Whether the words between a figure and "trong đó" still speak of it."""
    return len(between) <= 40 and not re.search(r"[.;:]", between)


def _exceed(whole: Quantity, parts: list[Quantity]) -> bool:
    countable = [part for part in parts if part.unit and part.unit != "%"]
    if whole.unit in ("", "%") or whole.unit.casefold() in _SPANS:
        return False
    if len(countable) != len(parts) or len(parts) < MIN_PARTS:
        return False
    return _sum(parts) > whole.value


def _sum(parts: list[Quantity]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _told(whole: Quantity, parts: list[Quantity]) -> str:
    return say(
        "notices.exceeding_parts",
        whole=" ".join(whole.raw.split()),
        parts=" + ".join(format_number(part.value) for part in parts),
        total=format_number(_sum(parts)),
    )
