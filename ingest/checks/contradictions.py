"""Where a text contradicts itself: parts that exceed their whole, numbers no notation allows.

Only what is certain is reported. Parts that fall short of their whole may simply not all be
named; parts that exceed it cannot all be parts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.plan import NoteMark, Quantity
from ingest.quantities import parse_quantities

_PARTS = re.compile(
    r"\(\s*(?:trong đó|bao gồm|gồm|cụ thể)?|trong đó|bao gồm|gồm|cụ thể", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.;\n](?:\s|$)|[()]")
_SPANS = frozenset(("năm", "tháng", "ngày", "giờ", "lần", "buổi", "đợt", "quý", "tuần", "phút"))
"""Units of time and repetition: they say when and how often, never a part of a whole."""
# "123.4567": grouped like thousands, but the last group has four digits.
_MALFORMED = re.compile(r"(?<![\w.,/])\d{1,3}(?:\.\d{3})*\.\d{4,}(?![\w.,/]*[\w/])")
MIN_PARTS = 2


@dataclass(frozen=True, slots=True)
class ExceedingParts:
    """A stated whole and the parts said to make it, whose sum is larger."""

    whole: Quantity
    parts: tuple[Quantity, ...]

    @property
    def total(self) -> Decimal:
        """The sum of the parts, in the unit of the whole."""
        return sum((part.value for part in self.parts), Decimal(0))


def malformed_numbers(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """(offset, number as written) of numbers in `[start, end)` whose digits are misgrouped."""
    return [(match.start(), match.group()) for match in _MALFORMED.finditer(text, start, end)]


def exceeding_parts(
    text: str, notes: Sequence[NoteMark], start: int, end: int
) -> list[ExceedingParts]:
    """The wholes in `[start, end)` that are less than the sum of what they consist of."""
    passage = text[start:end]
    quantities = parse_quantities(passage, notes, start)
    found: list[ExceedingParts] = []
    for opening in _PARTS.finditer(passage):
        at = start + opening.start()
        stop = start + _end_of_parts(passage, opening)
        whole = max((q for q in quantities if q.end <= at), key=lambda q: q.start, default=None)
        named = [q for q in quantities if at < q.start < stop and q.unit.casefold() not in _SPANS]
        parts = _of_one_kind(whole, named) if whole else []
        if whole is not None and _opens_parts_of(text[whole.end : at]) and _exceed(whole, parts):
            found.append(ExceedingParts(whole, tuple(parts)))
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


def _of_one_kind(whole: Quantity, named: list[Quantity]) -> list[Quantity]:
    """The parts in the whole's own unit where there are any: "9 trạm (4 trạm; 5 trạm tại 2 xã)"."""
    alike = [part for part in named if part.unit.casefold() == whole.unit.casefold()]
    return alike if len(alike) >= MIN_PARTS else named


def _exceed(whole: Quantity, parts: list[Quantity]) -> bool:
    countable = [part for part in parts if part.unit and part.unit != "%"]
    if whole.unit in ("", "%") or whole.unit.casefold() in _SPANS:
        return False
    if len(countable) != len(parts) or len(parts) < MIN_PARTS:
        return False
    return sum((part.value for part in parts), Decimal(0)) > whole.value
