"""Numbers as Vietnamese officials write them, read for the checks of this room.

Deliberately independent of the code that writes answers: a slip in one reading must not hide
the same slip in the other. Dates and document numbers simply are several figures.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from math import prod

# "1.234,567 tỷ", "12/3.456", "02"; not the 1 of "DVC1", which is a footnote mark.
_NUMBER = re.compile(r"(?<!\w)\d+(?:[.,]\d+)*")
_UNIT = re.compile(r"\s*(%|(?:tỷ|tỉ|triệu|nghìn|ngàn)(?!\w)(?:\s+(?:tỷ|tỉ)(?!\w))?)", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SCALES = {
    "tỷ": Decimal(10**9),
    "tỉ": Decimal(10**9),
    "triệu": Decimal(10**6),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text; equal figures mean the same amount whatever their notation.

    `amount` is scaled ("12,05 tỷ" and "12.050 triệu" are both 12050000000).
    """

    amount: Decimal
    is_percent: bool = False


def _value(raw: str) -> Decimal:
    """The value in Vietnamese notation; a lone point before other than three digits is decimal."""
    if _GROUPED.fullmatch(raw):
        return Decimal(raw.replace(".", "").replace(",", "."))
    if raw.count(",") + raw.count(".") == 1:
        return Decimal(raw.replace(",", "."))
    # Whatever else is written ("1,234,567", "1.2.3") counts as one run of digits.
    return Decimal(re.sub(r"\D", "", raw))


def scale(unit: str) -> Decimal:
    """The factor of a unit: 10**6 for "triệu đồng", 10**12 for "nghìn tỷ", 1 for any other."""
    return prod(
        (_SCALES.get(word, Decimal(1)) for word in unit.casefold().split()), start=Decimal(1)
    )


def read_figures(text: str) -> tuple[tuple[str, Figure], ...]:
    """Every number of `text` as (as written with its unit, Figure), in order."""
    figures = []
    for match in _NUMBER.finditer(text):
        unit = _UNIT.match(text, match.end())
        word = unit.group(1) if unit else ""
        written = text[match.start() : unit.end() if unit else match.end()]
        amount = _value(match.group()) * scale(word)
        figures.append((written, Figure(amount, is_percent=word == "%")))
    return tuple(figures)
