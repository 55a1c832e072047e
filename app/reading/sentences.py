"""A passage as sentences and clauses, by their spans in it."""

import re
from dataclasses import dataclass

from app.words.wording import LOWER, UPPER

# "TP. Đà Lạt", "TS. Nguyễn": a point that ends an abbreviation, not a sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:TP|Tp|Q|P|H|TX|ThS|TS|GS|PGS|KT|TM|TL|TUQ|St|No|tr|v\.v)$"
)
_END = re.compile(
    rf"[.!?…](?=\s+[^\s\d{LOWER}]|[{UPPER}“][{LOWER}])|[.!?…]+(?=\s*$)|\n+|;(?=\s*\S)"
)
_CLAUSE_END = re.compile(r"[,;](?=\s)|\s(?=\()|(?<=\));?\s")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open piece `[start, end)` of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece itself."""
        return text[self.start : self.end]


def sentences(text: str, offset: int = 0) -> list[Span]:
    """The sentences of `text` in order, trimmed, their spans counted from `offset`.

    A semicolon and a line break end a sentence too: plans chain whole statements with them.
    """
    return _split(text, _END, offset)


def clauses(text: str, offset: int = 0) -> list[Span]:
    """The comma-separated clauses of one sentence, as `sentences` gives its pieces."""
    return _split(text, _CLAUSE_END, offset)


def _split(text: str, end: re.Pattern[str], offset: int) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for match in end.finditer(text):
        if match.group().startswith(".") and _ABBREVIATION.search(text[start : match.start()]):
            continue
        spans.append(Span(start, match.end()))
        start = match.end()
    spans.append(Span(start, len(text)))
    trimmed = (_trimmed(text, span) for span in spans)
    return [
        Span(span.start + offset, span.end + offset) for span in trimmed if span.start < span.end
    ]


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))


def within(text: str, focus: Span, max_chars: int) -> Span:
    """The clauses of `text` around `focus`, as many as fit `max_chars` (at least those of focus)."""
    pieces = clauses(text)
    first = next((i for i, piece in enumerate(pieces) if piece.end > focus.start), 0)
    last = next((i for i, piece in enumerate(pieces) if piece.end >= focus.end), len(pieces) - 1)
    while True:
        grown = _grown(pieces, first, last, max_chars)
        if grown == (first, last):
            return Span(pieces[first].start, pieces[last].end)
        first, last = grown


def _grown(pieces: list[Span], first: int, last: int, max_chars: int) -> tuple[int, int]:
    """One clause more on the left, else on the right, when it fits."""
    if first > 0 and pieces[last].end - pieces[first - 1].start <= max_chars:
        return first - 1, last
    if last + 1 < len(pieces) and pieces[last + 1].end - pieces[first].start <= max_chars:
        return first, last + 1
    return first, last
