"""What readers yield (lines and real tables), and the blocks (paragraphs, cells) made of them."""

from dataclasses import dataclass
from typing import TypeAlias

from ingest.plan import OcrPage


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, or a whole paragraph where the source knows them; may be blank.

    `page` is 1-based or None. `bold`: every letter is bold. `level` is the outline level that
    the source's own style gives ("Heading 2" → 2), None when it gives none.
    """

    text: str
    page: int | None = None
    bold: bool = False
    level: int | None = None


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a real table. `text` holds its paragraphs, one a line; "" is a blank cell.

    `row` and `column` are 0-based, of the top left corner; spans are at least 1.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A real table as the source has it, before anything is known of headers, units or totals.

    `cells` are in reading order (by row, then column) and do not overlap; a position that no
    cell covers is blank. `n_header` is how many rows the source marks as header, None when it
    marks none. `row_pages` has the 1-based page of each row, or is empty.
    """

    n_rows: int
    n_columns: int
    cells: tuple[GridCell, ...]
    n_header: int | None = None
    row_pages: tuple[int, ...] = ()


Part: TypeAlias = Line | Grid


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader yields: lines and tables in reading order.

    `pages` is None for formats without pages. `paragraphs`: each line is a whole paragraph or
    heading, so nothing is to be unwrapped. Footnotes stand as "[1]" at their mark and as lines
    "[1] …" at the very end. `kind` names the format ("text", "html", "docx", "pdf", "scan", …).
    `warnings` are Vietnamese sentences.
    """

    parts: tuple[Part, ...]
    kind: str
    pages: int | None = None
    paragraphs: bool = False
    ocr: tuple[OcrPage, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table cell: one line of the canonical text.

    A blank cell has text "" and an empty span. `[start, end)` is its place in `Plan.text`.
    `bold` and `level` are those of the line it comes from.
    """

    text: str
    page: int | None = None
    start: int = 0
    end: int = 0
    bold: bool = False
    level: int | None = None

    @property
    def is_blank(self) -> bool:
        """Whether this is a blank table cell (or decoration outside of tables)."""
        return not self.text


def place(blocks: list[Block]) -> tuple[tuple[Block, ...], str]:
    """The blocks with their offsets, and the canonical text they make: one line each."""
    placed: list[Block] = []
    parts: list[str] = []
    position = 0
    for block in blocks:
        if block.is_blank:
            start = position
        else:
            start = position + (1 if parts else 0)
            position = start + len(block.text)
            parts.append(block.text)
        placed.append(Block(block.text, block.page, start, position, block.bold, block.level))
    return tuple(placed), "\n".join(parts)
