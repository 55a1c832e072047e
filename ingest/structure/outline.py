"""Blocks → the section tree, with every label as the source has it.

Duplicate labels ("II" twice) and gaps (no "IV") are kept; the identity of a section is its
`section_id`. A numbering's rank decides its depth, unless the document nests it otherwise
("I." that holds "A."); a heading without a number takes its depth from what it holds.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ingest.lines import Block
from ingest.plan import Section
from ingest.structure.grammar import (
    FORM_NUMBER,
    TABLE_START,
    Label,
    Rank,
    bullet,
    heading_of,
    match_label,
)
from ingest.structure.headings import PlainHeadings
from ingest.structure.labels import is_first
from ingest.structure.layout import Layout
from ingest.structure.sequences import find_labels
from ingest.vietnamese import is_all_caps

_MAX_HEADING_LINE = 300
# Numberings that documents nest either way; the others ("Phần", "1.1") keep their order.
_FLOATING = frozenset({Rank.CAPITAL, Rank.ROMAN, Rank.NUMBER, Rank.LETTER})
# Where a heading without a number lies beside the ranks of numberings.
_BETWEEN = 0.5


@dataclass(slots=True)
class _Open:
    """A section while its end is not yet known.

    `kind` is its numbering's rank or the style of a heading without a number; `depth` orders
    it among the open ones; `capitals`: no heading in capitals lies beneath one that is not.
    """

    section_id: int
    parent_id: int | None
    kind: Rank | str
    depth: float
    label: str
    heading: str
    path: tuple[str, ...]
    start: int
    end: int
    capitals: bool = False


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
    stack: list[_Open] = field(default_factory=list)
    closed: list[_Open] = field(default_factory=list)
    count: int = 0

    def close(self, depth: float) -> None:
        """Close all sections of this depth and deeper."""
        while self.stack and self.stack[-1].depth >= depth:
            self.closed.append(self.stack.pop())

    def open(self, kind: Rank | str, depth: float, label: str, heading: str, block: Block) -> None:
        """Open a section under the ones that stay open."""
        self.close(depth)
        parent = self.stack[-1] if self.stack else None
        path = (*(parent.path if parent else ()), label)
        parent_id = parent.section_id if parent else None
        self.stack.append(
            _Open(
                self.count, parent_id, kind, depth, label, heading, path,
                block.start, block.end, is_all_caps(heading),
            )
        )  # fmt: skip
        self.count += 1

    def reach(self, end: int) -> None:
        """Let the open sections take in text up to `end`."""
        for section in self.stack:
            section.end = max(section.end, end)

    def depth_of(self, label: Label) -> float:
        """The depth at which a numbered section opens: its rank's, or the one it has here."""
        for section in self.stack:
            if section.kind == label.kind:
                return section.depth
        innermost = self.stack[-1] if self.stack else None
        if label.rank is Rank.LOCAL:
            return innermost.depth + _BETWEEN / 10 if innermost else Rank.CHAPTER + _BETWEEN
        floats = label.rank in _FLOATING and is_first(label.label)
        if innermost and floats and innermost.depth > label.rank and innermost.kind in _FLOATING:
            return innermost.depth + _BETWEEN / 10
        return float(label.rank)

    def depth_of_plain(self, style: str, first_below: Label | None) -> float:
        """The depth of a heading without a number: that of its like, else by what it holds."""
        for section in self.stack:
            if section.kind == style:
                return section.depth
        # No such heading holds parts, chapters or annexes.
        holds = first_below is not None and first_below.rank > Rank.CHAPTER
        if first_below and holds and is_first(first_below.label):
            return self.depth_of(first_below) - _BETWEEN
        if style.startswith("caps"):
            while self.stack and not self.stack[-1].capitals:
                self.closed.append(self.stack.pop())
        innermost = self.stack[-1] if self.stack else None
        # A heading in capitals beside those of a numbering of the document's own is their sister.
        if innermost and style == "caps" and isinstance(innermost.kind, str):
            return innermost.depth
        return max(innermost.depth if innermost else -math.inf, Rank.CHAPTER) + _BETWEEN


def _settle(label: Label, stack: list[_Open]) -> Label:
    """The label with "C." and "I." read as letters after "B." and "H.", else as numerals."""
    if label.rank is not Rank.ROMAN or len(label.label) != 1:
        return label
    letters = [section.label for section in stack if section.kind is Rank.CAPITAL]
    if letters and ord(letters[-1]) + 1 == ord(label.label):
        return Label(Rank.CAPITAL, label.label, label.rest)
    return label


def _caption(blocks: Sequence[Block], index: int, skip: Collection[int]) -> tuple[str, int]:
    """The heading in the blocks after a bare "Phần I", and how many blocks it takes; ("", 0)."""
    lines: list[str] = []
    while index < len(blocks) and index not in skip:
        block = blocks[index]
        if not _may_caption(block.text) or (lines and not _same_form(blocks[index - 1], block)):
            break
        lines.append(block.text)
        index += 1
    return " ".join(lines), len(lines)


def _may_caption(text: str) -> bool:
    if not text or match_label(text) or bullet(text) or len(text) > _MAX_HEADING_LINE:
        return False
    if text.startswith("(") or TABLE_START.fullmatch(text):
        return False
    return is_all_caps(text) or not text.endswith((".", ";", ":", ","))


def _same_form(before: Block, block: Block) -> bool:
    """Whether the caption goes on: capitals after capitals."""
    return is_all_caps(before.text) and is_all_caps(block.text)


def _normal_label(label: str) -> str:
    """The label as citations write it: "PHỤ LỤC SỐ I" → "Phụ lục I", "PHẦN II" → "Phần II"."""
    words = label.split()
    if len(words) < 2 or (not words[0].isupper() and words[0] not in {"Phụ", "Mục"}):
        return label.capitalize() if label.isupper() and len(words) > 1 else label
    if words[0].upper() == "PHỤ":
        rest = [word for word in words[2:] if word.lower() != "số"]
        return " ".join(["Phụ lục", *rest])
    return " ".join([words[0].capitalize(), *words[1:]])


def build_outline(blocks: Sequence[Block], layout: Layout, tables: Collection[int]) -> Outline:
    """The outline of the blocks; `tables` are the blocks that belong to tables."""
    builder = _Builder()
    section_of: list[int | None] = [None] * len(blocks)
    headings: dict[int, int] = {}
    outside = {*layout.recipients, *layout.signature, *layout.notes.values()}
    labels = find_labels(blocks, range(layout.header_end, len(blocks)), {*tables, *outside})
    plain = PlainHeadings(blocks, layout, {*tables, *outside}, labels)
    captions: set[int] = set()
    for index in range(layout.header_end, len(blocks)):
        block = blocks[index]
        if block.is_blank:
            continue
        if index in outside:
            builder.close(Rank.ANNEX)
            continue
        numbered = index not in tables and index not in captions
        label = labels.get(index) if numbered else None
        if label:
            label = _settle(label, builder.stack)
            heading, has_body = heading_of(label.rest)
            following, n_blocks = _caption(blocks, index + 1, tables) if not label.rest else ("", 0)
            captions.update(range(index + 1, index + 1 + n_blocks))
            name = label.label if label.form else _normal_label(label.label)
            builder.open(label.kind, builder.depth_of(label), name, following or heading, block)
            if not has_body:
                headings[index] = 1 + n_blocks
        elif numbered and (found := plain.at(index)):
            depth = builder.depth_of_plain(found.style, found.first_below)
            depth = Rank.ANNEX if found.is_annex else depth
            name, n_blocks = ("", 0)
            if FORM_NUMBER.fullmatch(found.text):  # "Biểu 01", and below it what it is called
                name, n_blocks = _caption(blocks, index + 1, tables)
            captions.update(range(index + 1, index + 1 + n_blocks))
            builder.open(found.style, depth, found.text, name or found.text, block)
            headings[index] = 1 + n_blocks
        elif block.text.endswith("./."):
            # The closing sentence belongs to the document, not to its last numbered item.
            builder.close(Rank.NUMBER)
        builder.reach(block.end)
        section_of[index] = builder.stack[-1].section_id if builder.stack else None
    builder.close(-math.inf)
    return Outline(_sections(builder.closed), tuple(section_of), headings)


def _sections(closed: list[_Open]) -> tuple[Section, ...]:
    return tuple(
        Section(s.section_id, s.parent_id, s.label, s.heading, len(s.path), s.path, s.start, s.end)
        for s in sorted(closed, key=lambda section: section.section_id)
    )
