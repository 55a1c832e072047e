"""Blocks → chunks: every word of the canonical text in exactly one citable unit.

A paragraph, a bullet, a bare heading (with the title below it) and a table row are a chunk
each; long paragraphs stay whole. The id is the plan's id and the place, "…#1204", so the same
file gives the same ids. `lead_id` names the chunk that introduces a list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.lines import Block
from ingest.plan import Chunk, ChunkKind, Section
from ingest.structure.grammar import bullet, introduces
from ingest.structure.layout import Layout
from ingest.structure.outline import Outline
from ingest.tables.flattened import RawTable

# "*" heads "-", which heads "+".
_DEPTHS = {"*": 0, "+": 2}
_USUAL_DEPTH = 1


@dataclass(frozen=True, slots=True)
class _Unit:
    """A chunk before it is placed: its blocks, what it is, its table row."""

    first: int
    last: int
    kind: ChunkKind
    table_id: int | None = None
    row_index: int | None = None


def _table_units(raw: RawTable, blocks: Sequence[Block], table_id: int) -> Iterator[_Unit]:
    """The header and the rows; each reaches up to the next, so that no block is lost."""
    firsts = [min(row.own) for row in raw.rows]
    starts = [raw.start, *firsts, raw.end]
    for number, (first, stop) in enumerate(pairwise(starts)):
        last = max((index for index in range(first, stop) if blocks[index].text), default=None)
        if last is None:
            continue  # a table without a header
        if number:
            yield _Unit(first, last, ChunkKind.ROW, table_id, number - 1)
        else:
            yield _Unit(first, last, ChunkKind.PARAGRAPH, table_id)


def _units(
    blocks: Sequence[Block], layout: Layout, outline: Outline, raws: Sequence[RawTable]
) -> Iterator[_Unit]:
    at_table = {raw.start: (table_id, raw) for table_id, raw in enumerate(raws)}
    title = range(layout.title_start, layout.header_end)
    whole = {r.start: r for r in (layout.recipients, layout.signature, title) if r}
    index = 0
    while index < len(blocks):
        if index in at_table:
            table_id, raw = at_table[index]
            yield from _table_units(raw, blocks, table_id)
            index = raw.end
        elif index in whole:
            span = whole[index]
            written = [i for i in span if blocks[i].text]
            kind = ChunkKind.HEADING if span is title else ChunkKind.PARAGRAPH
            yield _Unit(written[0], written[-1], kind)
            index = span.stop
        else:
            size = outline.heading_blocks.get(index, 1)
            if blocks[index].text:
                yield _Unit(index, index + size - 1, _kind(blocks[index].text, index, outline))
            index += size


def _kind(text: str, index: int, outline: Outline) -> ChunkKind:
    if index in outline.heading_blocks:
        return ChunkKind.HEADING
    return ChunkKind.BULLET if bullet(text) else ChunkKind.PARAGRAPH


@dataclass(slots=True)
class _Leads:
    """Which chunk introduces the next one, within a section.

    `paragraph` is the plain "…:" in force; `bullets` are the bullets a deeper one may belong to,
    by depth; `listing` is a bullet that plain paragraphs follow ("- Đến hết năm 2025:").
    """

    section_id: int | None = None
    paragraph: Chunk | None = None
    bullets: dict[int, Chunk] = field(default_factory=dict)
    listing: Chunk | None = None
    listing_left: int = 0
    before: str = ""
    plain_run: int = 0
    opening: dict[int, Chunk] = field(default_factory=dict)

    def lead(self, chunk: Chunk, parent_id: int | None) -> str | None:
        """The id of the chunk that introduces this one; moves on past it."""
        if chunk.section_id != self.section_id:
            lead = self._enter(chunk, parent_id)
        elif chunk.table_id is not None:
            lead = self.paragraph
        elif chunk.kind is ChunkKind.BULLET:
            lead = self._of_bullet(chunk)
        else:
            lead = self._of_plain(chunk)
        self.before = chunk.text
        return lead.chunk_id if lead else None

    def _enter(self, chunk: Chunk, parent_id: int | None) -> Chunk | None:
        """Start a section; its first chunk may be introduced by its parent's ("trong đó:")."""
        self.section_id = chunk.section_id
        self.bullets, self.listing, self.plain_run = {}, None, 0
        self.paragraph = chunk if introduces(chunk.text) else None
        if chunk.section_id is not None:
            self.opening.setdefault(chunk.section_id, chunk)
        parent = self.opening.get(parent_id) if parent_id is not None else None
        return parent if parent and introduces(parent.text) else None

    def _of_bullet(self, chunk: Chunk) -> Chunk | None:
        if self.plain_run > 1:
            self.paragraph = None
        self.plain_run = 0
        depth = _DEPTHS.get(bullet(chunk.text), _USUAL_DEPTH)
        above = [self.bullets[d] for d in sorted(self.bullets) if d < depth]
        lead = above[-1] if above and (depth > 1 or introduces(above[-1].text)) else self.paragraph
        self.bullets = {d: held for d, held in self.bullets.items() if d < depth} | {depth: chunk}
        self.listing_left = 1
        unfinished = introduces(chunk.text) or not chunk.text.endswith((".", ";", "!", "…"))
        self.listing = chunk if unfinished else None
        return lead

    def _of_plain(self, chunk: Chunk) -> Chunk | None:
        if self.listing is not None and self.listing_left:
            # A bullet that ends in ":" heads all that follow it, a bare title only the next.
            self.listing_left -= not introduces(self.listing.text)
            return self.listing
        self.listing = None
        goes_on = self.before.endswith(";")
        fresh = self.paragraph is not None and self.before == self.paragraph.text
        lead = self.paragraph if goes_on or fresh else None
        self.plain_run = 0 if lead else self.plain_run + 1
        if introduces(chunk.text):
            self.paragraph, self.bullets, self.plain_run = chunk, {}, 0
        return lead


def _heading_texts(sections: Sequence[Section]) -> dict[int | None, tuple[str, ...]]:
    texts: dict[int | None, tuple[str, ...]] = {None: ()}
    for section in sections:
        texts[section.section_id] = (*texts[section.parent_id], section.heading)
    return texts


def build_chunks(
    plan_id: str,
    text: str,
    blocks: Sequence[Block],
    layout: Layout,
    outline: Outline,
    tables: Sequence[RawTable],
) -> tuple[Chunk, ...]:
    """The chunks in text order; a table's `table_id` is its position in `tables`."""
    headings = _heading_texts(outline.sections)
    leads = _Leads()
    chunks: list[Chunk] = []
    for unit in _units(blocks, layout, outline, tables):
        section_id = outline.section_of[unit.first]
        section = outline.sections[section_id] if section_id is not None else None
        start, end = blocks[unit.first].start, blocks[unit.last].end
        chunk = Chunk(
            chunk_id=f"{plan_id}#{start}",
            plan_id=plan_id,
            kind=unit.kind,
            section_id=section_id,
            path=section.path if section else (),
            headings=headings[section_id],
            start=start,
            end=end,
            text=text[start:end],
            table_id=unit.table_id,
            row_index=unit.row_index,
            page=blocks[unit.first].page,
        )
        lead_id = leads.lead(chunk, section.parent_id if section else None)
        chunks.append(replace(chunk, lead_id=lead_id) if lead_id else chunk)
    return tuple(chunks)
