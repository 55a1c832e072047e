"""Lines as a reader yields them, and the blocks (paragraphs, cells) made of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source; `text` may be blank. `page` is 1-based or None."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader yields: the lines in order; `pages` is None for formats without pages."""

    lines: tuple[Line, ...]
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table cell: one line of the canonical text.

    A blank cell has text "" and an empty span. `[start, end)` is its place in `Plan.text`.
    """

    text: str
    page: int | None = None
    start: int = 0
    end: int = 0

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
            placed.append(Block("", block.page, position, position))
            continue
        start = position + (1 if parts else 0)
        position = start + len(block.text)
        parts.append(block.text)
        placed.append(Block(block.text, block.page, start, position))
    return tuple(placed), "\n".join(parts)
