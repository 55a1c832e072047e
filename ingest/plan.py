"""The shared vocabulary of a plan: what ingestion yields and every other room reads.

All offsets are character positions in `Plan.text`, half open, so that
`plan.text[start:end]` is always the passage itself. Nothing here reads files,
knows a model or a screen.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class ChunkKind(StrEnum):
    """What a chunk is in the document's own form."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ROW = "row"
    HEADING = "heading"


class RowKind(StrEnum):
    """The part a row plays in its table."""

    DATA = "data"
    GROUP = "group"
    TOTAL = "total"


class GapKind(StrEnum):
    """Why a part of the document is not in the file we hold."""

    TEXT_CUT = "text_cut"
    ANNEX_ABSENT = "annex_absent"


Cell: TypeAlias = str | Decimal | None
"""A table cell: text, a number in the table's unit, or None for a blank cell."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as it stands in a text; `value` is in `unit`.

    `raw` is the text at `[start, end)`. Two quantities are equal in amount when
    `canonical()` in quantities.py agrees ("1.234,567 tỷ đồng", "1.234.567 triệu đồng").
    """

    value: Decimal
    unit: str
    raw: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the outline; `[start, end)` spans its heading line and all of its body.

    `label` is the bare number ("Phần II", "III", "2", "a", "Phụ lục I"); `path` holds the
    labels from the root to this node; `level` is 1 for the outermost. Labels may repeat or
    skip as they do in the source, so `section_id` (0-based, document order) is the identity.
    """

    section_id: int
    parent_id: int | None
    label: str
    heading: str
    level: int
    path: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """The smallest citable unit: a paragraph, a bullet, a table row or a bare heading.

    `text == plan.text[start:end]`. `section_id` is None before the first heading.
    `headings` are the heading texts from the root down. `lead_id` names the chunk that
    introduces this one ("…, bao gồm:" before its bullets), when there is one.
    `table_id`/`row_index` are set for rows. `page` is 1-based, None when the source has none.
    """

    chunk_id: str
    plan_id: str
    kind: ChunkKind
    section_id: int | None
    path: tuple[str, ...]
    headings: tuple[str, ...]
    start: int
    end: int
    text: str
    lead_id: str | None = None
    table_id: int | None = None
    row_index: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: `cells` align with `Table.columns`; `group` is the group row above."""

    kind: RowKind
    label: str
    group: str | None
    cells: tuple[Cell, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A typed table; a spanning header is merged into its columns ("Nhu cầu vốn: 2021").

    `unit` is the unit of its numbers ("triệu đồng") or "" when the table names none.
    """

    table_id: int
    section_id: int | None
    caption: str
    unit: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote mark glued to the text: `plan.text[start:end] == "1"` in "333 DVC1".

    `note` is the footnote's text when the file holds it.
    """

    label: str
    start: int
    end: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of the document that the file lacks; `detail` names it ("Phụ lục 03").

    `section_id` is where the text mentions the annex, or the section in which it breaks off.
    """

    kind: GapKind
    detail: str
    section_id: int | None


@dataclass(frozen=True, slots=True)
class OcrPage:
    """A page that was read by OCR (1-based); `confidence` is the mean over its words, 0 to 1."""

    page: int
    confidence: float


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A document that the text cites; `[start, end)` is its first mention in `Plan.text`.

    `number` is "" for a law that is cited by name; `issued` is None when no date is named.
    """

    doc_type: str
    number: str
    issued: date | None
    issuer: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a field of the metadata was read; `confidence` (0 to 1) is how sure that place is.

    `field` is a name of Plan ("issued"), `origin` a word such as "header", "site" or "sidecar".
    """

    field: str
    origin: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Plan:
    """One ingested document with its metadata, canonical text and structure.

    `period` is (first, last year) of what the plan plans for. `text` is NFC, cleaned and
    unwrapped. `sha256` is that of the source file's bytes, `kind` its format ("text", "docx",
    "scan", …). `pages` is None for formats without pages. `issued_by` is the number of the
    decision that issues the plan as its attachment, or "".
    """

    plan_id: str
    number: str
    doc_type: str
    title: str
    province: str
    issuer: str
    issued: date
    period: tuple[int, int]
    signer: str
    signer_title: str
    sha256: str
    source: str
    text: str
    sections: tuple[Section, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[NoteMark, ...] = ()
    gaps: tuple[Gap, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    pages: int | None = None
    ocr: tuple[OcrPage, ...] = ()
    kind: str = "text"
    issued_by: str = ""
    legal_bases: tuple[LegalBasis, ...] = ()
    provenance: tuple[Provenance, ...] = ()

    @property
    def ocr_pages(self) -> tuple[int, ...]:
        """The 1-based numbers of the pages that were read by OCR."""
        return tuple(page.page for page in self.ocr)

    def reading(self, start: int, end: int) -> str:
        """The text of `[start, end)` as a person reads it: without footnote marks."""
        kept: list[str] = []
        position = start
        for mark in self.notes:
            if start <= mark.start and mark.end <= end:
                kept.append(self.text[position : mark.start])
                position = mark.end
        kept.append(self.text[position:end])
        return "".join(kept)
