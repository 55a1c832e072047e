"""Blocks → the section tree, with every label as the source has it.

Duplicate labels ("II" twice) and gaps (no "IV") are kept; the identity of a section is its
`section_id`. A numbering's rank decides its depth, so a document may use any subset of them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ingest.grammar import Label, Rank, bullet, heading_of, match_label
from ingest.layout import Layout
from ingest.lines import Block
from ingest.plan import Section
from ingest.vietnamese import is_all_caps

_MAX_HEADING_LINE = 300


@dataclass(slots=True)
class _Open:
    """A section while its end is not yet known."""

    section_id: int
    parent_id: int | None
    rank: Rank
    label: str
    heading: str
    path: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections, and for each block its section (None outside) and whether it is a heading.

    `heading_blocks` maps the first block of a bare heading to the number of blocks it spans.
    """

    sections: tuple[Section, ...]
    section_of: tuple[int | None, ...]
    heading_blocks: dict[int, int]


@dataclass(slots=True)
class _Builder:
    blocks: Sequence[Block]
    stack: list[_Open] = field(default_factory=list)
    closed: list[_Open] = field(default_factory=list)
    count: int = 0

    def close(self, rank: int) -> None:
        """Close all sections of this rank and deeper."""
        while self.stack and self.stack[-1].rank >= rank:
            self.closed.append(self.stack.pop())

    def open(self, label: Label, heading: str, block: Block) -> None:
        """Open a section under the ones that stay open."""
        self.close(label.rank)
        parent = self.stack[-1] if self.stack else None
        path = (*(parent.path if parent else ()), label.label)
        self.stack.append(
            _Open(
                self.count,
                parent.section_id if parent else None,
                label.rank,
                label.label,
                heading,
                path,
                block.start,
                block.end,
            )
        )
        self.count += 1

    def reach(self, end: int) -> None:
        """Let the open sections take in text up to `end`."""
        for section in self.stack:
            section.end = max(section.end, end)


def _settle(label: Label, stack: list[_Open]) -> Label:
    """The label with "C." and "I." read as letters after "B." and "H.", else as numerals."""
    if label.rank is not Rank.ROMAN or len(label.label) != 1:
        return label
    letters = [section.label for section in stack if section.rank is Rank.CAPITAL]
    if letters and ord(letters[-1]) + 1 == ord(label.label):
        return Label(Rank.CAPITAL, label.label, label.rest)
    return label


def _caption(blocks: Sequence[Block], index: int, skip: Collection[int]) -> str:
    """The heading that stands in the block after a bare "Phần I", or ""."""
    if index >= len(blocks) or index in skip:
        return ""
    text = blocks[index].text
    if not text or match_label(text) or bullet(text) or len(text) > _MAX_HEADING_LINE:
        return ""
    return text if is_all_caps(text) or not text.endswith((".", ";", ":", ",")) else ""


def _normal_label(label: str) -> str:
    """The label as citations write it: "PHỤ LỤC I" → "Phụ lục I", "PHẦN II" → "Phần II"."""
    word, _, number = label.partition(" ")
    if word in {"PHẦN", "CHƯƠNG", "ĐIỀU"}:
        return f"{word.capitalize()} {number}"
    return f"Phụ lục {label[7:].strip()}".strip() if word == "PHỤ" else label


def build_outline(blocks: Sequence[Block], layout: Layout, tables: Collection[int]) -> Outline:
    """The outline of the blocks; `tables` are the blocks that belong to tables."""
    builder = _Builder(blocks)
    section_of: list[int | None] = [None] * len(blocks)
    headings: dict[int, int] = {}
    outside = {*layout.recipients, *layout.signature, *layout.notes.values()}
    captions: set[int] = set()
    for index in range(layout.header_end, len(blocks)):
        block = blocks[index]
        if block.is_blank:
            continue
        if index in outside:
            builder.close(Rank.ANNEX)
            continue
        label = None if index in tables or index in captions else match_label(block.text)
        if label:
            label = _settle(label, builder.stack)
            heading, has_body = heading_of(label.rest)
            following = _caption(blocks, index + 1, tables) if not label.rest else ""
            if following:
                captions.add(index + 1)
            label = Label(label.rank, _normal_label(label.label), label.rest)
            builder.open(label, following or heading, block)
            if not has_body:
                headings[index] = 2 if following else 1
        elif block.text.endswith("./."):
            # The closing sentence belongs to the document, not to its last numbered item.
            builder.close(Rank.NUMBER)
        builder.reach(block.end)
        section_of[index] = builder.stack[-1].section_id if builder.stack else None
    builder.close(Rank.ANNEX)
    return Outline(_sections(builder.closed), tuple(section_of), headings)


def _sections(closed: list[_Open]) -> tuple[Section, ...]:
    return tuple(
        Section(s.section_id, s.parent_id, s.label, s.heading, len(s.path), s.path, s.start, s.end)
        for s in sorted(closed, key=lambda section: section.section_id)
    )
