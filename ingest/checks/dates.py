"""Documents that a text cites with dates that cannot all be right."""

import re
from dataclasses import dataclass

_DATED = re.compile(
    r"(?<![\w/])(?P<number>\d{1,5}(?:/(?P<year>(?:19|20)\d\d))?/(?P<code>[A-ZĐ]{2,6}(?:-[A-ZĐ]{1,8}[a-z]?){1,2}))"
    r"\s*,?\s*ngày\s*(?P<day>\d{1,2})\s?/\s?(?P<month>\d{1,2})\s?/\s?(?P<issued>(?:19|20)\d\d)(?!\d)"
)
_MAX_MENTIONS = 200


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A document number with the date the text gives it; `[start, end)` holds both."""

    number: str
    day: int
    month: int
    year: int
    start: int
    end: int

    @property
    def date(self) -> tuple[int, int, int]:
        """(year, month, day)."""
        return self.year, self.month, self.day


def dated_mentions(text: str, start: int, end: int) -> list[DatedMention]:
    """The document numbers with dates in `[start, end)`."""
    return [
        DatedMention(
            match["number"],
            int(match["day"]),
            int(match["month"]),
            int(match["issued"]),
            *match.span(),
        )
        for match in _DATED.finditer(text, start, end)
    ]


def otherwise_dated(text: str, mention: DatedMention) -> list[DatedMention]:
    """The first other mentions of the same document under each other date.

    A number counts anew each year: only dates of one year, or a number that holds its year, can
    belong to the same document.
    """
    found: dict[tuple[int, int, int], DatedMention] = {}
    position = 0
    for _ in range(_MAX_MENTIONS):
        position = text.find(mention.number, position)
        if position < 0:
            break
        match = _DATED.match(text, position)
        position += len(mention.number)
        if match is None:
            continue
        (other,) = dated_mentions(text, match.start(), match.end()) or (mention,)
        same = other.number == mention.number and (match["year"] or other.year == mention.year)
        if same and other.date != mention.date:
            found.setdefault(other.date, other)
    return list(found.values())
