"""Where a text contradicts itself: parts that do not make their whole, numbers no notation allows.

Only what is certain is reported. Parts that exceed their whole cannot all be parts of it. Parts
that fall short may simply not all be named, unless a closed list says what the whole consists of.
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
# "58 sự cố, gồm 21 sự cố …, 17 sự cố … và 20 sự cố …": all parts, the last one after "và".
_CONSISTS = re.compile(r"\(?\s*(?:bao )?gồm(?: có)?[\s:]*", re.IGNORECASE)
_LAST = re.compile(r"(?<!\w)và\s+(?:có\s+)?$", re.IGNORECASE)
_OTHERS = re.compile(r"(?<!\w)(?:khác|còn lại|v\.v|vân vân|…|\.\.\.)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;\n](?:\s|$)|[()]")
_SPANS = frozenset(("năm", "tháng", "ngày", "giờ", "lần", "buổi", "đợt", "quý", "tuần", "phút"))
"""Units of time and repetition: they say when and how often, never a part of a whole."""
# "123.4567": grouped like thousands, but the last group has four digits.
# (What may not stand before is asked behind the first digit: a search for a digit is quick.)
_MALFORMED = re.compile(r"\d(?<![\w.,/]\d)\d{0,2}(?:\.\d{3})*\.\d{4,}(?![\w.,/]*[\w/])")
_DIGITS = re.compile(r"\d+")
MIN_PARTS = 2
# How far before its parts a whole may begin: forty characters and a figure with its unit.
_REACH = 120


@dataclass(frozen=True, slots=True)
class StatedSum:
    """A stated whole and the parts said to make it; `closed`: it has no other parts."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    closed: bool = False

    @property
    def total(self) -> Decimal:
        """The sum of the parts, in the unit of the whole."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def contradicts(self) -> bool:
        """Whether the parts cannot make the whole: more than it, or less and no others."""
        return self.total > self.whole.value or (self.closed and self.total < self.whole.value)


def malformed_numbers(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """(offset, number as written) of numbers in `[start, end)` whose digits are misgrouped."""
    return [(match.start(), match.group()) for match in _MALFORMED.finditer(text, start, end)]


def broken_sums(text: str, notes: Sequence[NoteMark], start: int, end: int) -> list[StatedSum]:
    """The wholes in `[start, end)` that what they consist of cannot make."""
    return [found for found in stated_sums(text, notes, start, end) if found.contradicts]


def stated_sums(text: str, notes: Sequence[NoteMark], start: int, end: int) -> list[StatedSum]:
    """The wholes in `[start, end)` with the parts that their sentence says they consist of."""
    passage = text[start:end]
    openings = _openings(passage)
    quantities = parse_quantities(passage, notes, start) if openings else []
    found: list[StatedSum] = []
    for opening, stop_within in openings:
        at, stop = start + opening.start(), start + stop_within
        whole = max((q for q in quantities if q.end <= at), key=lambda q: q.start, default=None)
        named = [q for q in quantities if at < q.start < stop and q.unit.casefold() not in _SPANS]
        parts = _of_one_kind(whole, named) if whole else []
        between = text[whole.end : at] if whole else ""
        if whole is not None and _opens_parts_of(between, opening) and _adds_up(whole, parts):
            closed = _is_closed(text, whole, parts, at, stop)
            found.append(StatedSum(whole, tuple(parts), closed))
    return found


def _openings(passage: str) -> list[tuple[re.Match[str], int]]:
    """What may open parts, with where they end: a number stands near before, enough between."""
    found = []
    for opening in _PARTS.finditer(passage):
        at = opening.start()
        if not _DIGITS.search(passage, max(0, at - _REACH), at):
            continue
        stop = _end_of_parts(passage, opening)
        if len(_DIGITS.findall(passage, opening.end(), stop)) >= MIN_PARTS:
            found.append((opening, stop))
    return found


def listed_sum(whole_text: str, base: int, members: Sequence[tuple[str, int]]) -> StatedSum | None:
    """A whole that a lead-in ends with and the parts that its members begin with, one each.

    `members` are (text, offset); None unless each has exactly one figure in the whole's unit.
    """
    wholes = parse_quantities(whole_text, (), base)
    if not wholes or len(members) < MIN_PARTS:
        return None
    whole = wholes[-1]
    parts: list[Quantity] = []
    for text, offset in members:
        alike = [q for q in parse_quantities(text, (), offset) if _same_unit(q, whole)]
        if len(alike) != 1:
            return None
        parts += alike
    return StatedSum(whole, tuple(parts)) if _adds_up(whole, parts) else None


def _same_unit(part: Quantity, whole: Quantity) -> bool:
    return part.unit.casefold() == whole.unit.casefold()


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


def _is_closed(text: str, whole: Quantity, parts: Sequence[Quantity], at: int, stop: int) -> bool:
    """Whether "gồm" at `at` opens a list of parts in the whole's unit that "và" closes.

    Of "23/74 hệ thống, gồm …" the parts are of the 23.
    """
    first, last = parts[0], parts[-1]
    opening = _CONSISTS.match(text, at)
    return (
        opening is not None
        and opening.end() == first.start
        and not text[: whole.start].endswith("/")
        and all(_same_unit(part, whole) for part in parts)
        and _LAST.search(text, parts[-2].end, last.start) is not None
        and _OTHERS.search(text, first.start, stop) is None
    )


def _opens_parts_of(between: str, opening: re.Match[str]) -> bool:
    """Whether the words between a figure and "trong đó" still speak of it.

    A new sentence may begin with "Trong đó"; nothing else may stand between then.
    """
    if opening.group() == "Trong đó":
        return between.strip() in ("", ".", ",", ";")
    return len(between) <= 40 and not re.search(r"[.;:]", between)


def _of_one_kind(whole: Quantity, named: list[Quantity]) -> list[Quantity]:
    """The parts in the whole's own unit where there are any: "9 trạm (4 trạm; 5 trạm tại 2 xã)"."""
    alike = [part for part in named if part.unit.casefold() == whole.unit.casefold()]
    return alike if len(alike) >= MIN_PARTS else named


def _adds_up(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether whole and parts count things, so that the parts may be added."""
    countable = [part for part in parts if part.unit and part.unit != "%"]
    if whole.unit in ("", "%") or whole.unit.casefold() in _SPANS:
        return False
    return len(countable) == len(parts) >= MIN_PARTS
