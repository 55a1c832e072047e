"""A document as metadata and parts; what a reader must find in it is derived from these."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

NOTE = re.compile(r"\[\^(.+?)\]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `number` as printed ("II.", "Phần I", "a)"; "" for none), `text` as printed.

    `rest` is prose on the same line after a run-in head. A number without closing
    punctuation stands on a line of its own above `text`. The label of "PHẦN I" is "Phần I",
    that of "(1)" is "1".
    """

    level: int
    number: str
    text: str
    rest: str = ""

    @property
    def label(self) -> str:
        bare = self.number.rstrip(".):/-– ").removeprefix("(")
        if len(bare) > 4 and bare.isupper():
            word, _, number = bare.partition(" ")
            if word in {"PHẦN", "CHƯƠNG", "ĐIỀU"}:
                return f"{word.capitalize()} {number}"
        return bare or self.heading

    @property
    def heading(self) -> str:
        return plain(self.text).rstrip(":. ")

    @property
    def two_lines(self) -> bool:
        return bool(self.text) and self.number[-1:].isalnum()

    @property
    def lines(self) -> tuple[str, ...]:
        if self.two_lines:
            return (self.number, self.text)
        return (" ".join(part for part in (self.number, self.text, self.rest) if part),)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose; `closing` prose ends the whole document and belongs to no section for sure."""

    text: str
    closing: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Bullet:
    """An item of a list; `mark` is "-", "+", "*" or "•"."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed: "^" continues the cell above, "<" the cell to the left.

    `numbered` adds the row "(1) (2) (3)…" below the header. `text_columns` hold no numbers.
    """

    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    unit: str = ""
    unit_line: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Annex:
    """What follows stands after the signature, on a new page."""

    landscape: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page in paged formats."""


Part: TypeAlias = Heading | Paragraph | Bullet | Table | Annex | PageBreak


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision that issues the plan as its attachment."""

    number: str
    about: str
    bases: tuple[str, ...]
    articles: tuple[Heading, ...]
    attached: str


@dataclass(frozen=True, slots=True)
class Meta:
    """The metadata and how it is printed. Fields that the document does not say are None."""

    number: str | None
    title_lines: tuple[str, ...]
    province: str
    issuer: str
    issued: date
    period: tuple[int, int] | None
    signer: str
    signer_title: str
    letterhead: tuple[str, ...]
    place: str
    sign: tuple[str, ...]
    doc_type: str = "Kế hoạch"
    recipients: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    date_line: str = ""
    printed_number: str = ""

    @property
    def title(self) -> str:
        return " ".join(self.title_lines)

    @property
    def dateline(self) -> str:
        if self.date_line:
            return self.date_line
        month = f"{self.issued.month:02}" if self.issued.month < 3 else str(self.issued.month)
        return f"{self.place}, ngày {self.issued.day:02} tháng {month} năm {self.issued.year}"


@dataclass(frozen=True, slots=True)
class Document:
    """A document, the format it is written in and how: `variant` holds words a writer knows."""

    key: str
    kind: str
    variant: str
    kept_aside: bool
    meta: Meta
    parts: tuple[Part, ...]
    decision: Decision | None = None
    lost: frozenset[str] = field(default_factory=frozenset)

    @property
    def own_head(self) -> bool:
        """Whether the plan has a letterhead: all do but those numbered by their decision."""
        return self.decision is None or self.decision.number != self.meta.number

    def has(self, word: str) -> bool:
        return word in self.variant.split()


def plain(text: str) -> str:
    """The text without footnotes and page cuts."""
    return NOTE.sub("", text).replace("⟂", "")


class NoteCounter:
    """Numbers the footnotes of one document as it is written."""

    def __init__(self, before: str = "[", after: str = "]") -> None:
        self.count = 0
        self._around = (before, after)

    def mark(self, text: str) -> str:
        """The text with a mark for each footnote."""

        def one(_: object) -> str:
            self.count += 1
            return f"{self._around[0]}{self.count}{self._around[1]}"

        return NOTE.sub(one, text).replace("⟂", "")


def notes(parts: tuple[Part, ...]) -> list[str]:
    """The footnotes in order."""
    return [note for part in parts for text in _texts(part) for note in NOTE.findall(text)]


def _texts(part: Part) -> tuple[str, ...]:
    if isinstance(part, Heading):
        return (part.text, part.rest)
    return (part.text,) if isinstance(part, Paragraph | Bullet) else ()
