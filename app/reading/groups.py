"""What a reader of a plan sees as one list: the chunks under a lead-in or under a heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.reading.enumerations import whole_sentences
from app.reading.headings import bare, children, lineage
from app.reading.sentences import Span
from app.understanding import part_words
from app.words import wording
from app.words.entities import DEPARTMENT
from index.search.retriever import ScoredChunk
from ingest.plan import Chunk, ChunkKind, Plan, Section

MIN_ITEMS = 2
# "(Kèm theo Kế hoạch số …)", "Đơn vị tính: triệu đồng": lines over a table, members of no list.
_ABOVE_TABLE = re.compile(r"(?i)\s*\(?(?:ban hành )?kèm theo\s|\s*\(?(?:ĐVT|đơn vị(?: tính)?)\s*:")
MAX_ITEMS = 14
"""A longer list is shown in part."""
_MIN_HOLDER_WORDS = 2
_OUTLINE_LEVELS = 2
_DUTY = (
    r"(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp|tham mưu|theo dõi|cân đối|thẩm định|hướng dẫn"
    r"|tổng hợp|quản lý|thực hiện|xây dựng|triển khai|tổ chức|bố trí|kiểm tra|đưa vào)"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A member of a list: a chunk, or a sentence of the only chunk under a heading."""

    chunk: Chunk
    span: Span


@dataclass(frozen=True, slots=True)
class Group:
    """One list of a plan, in order.

    `title` is the chain of headings with the lead-in, `own_title` the last of them alone;
    `head` is the chunk that carries it. `of_headings` marks a list of the sections below.
    """

    plan: Plan
    title: str
    own_title: str
    head: Chunk | None
    items: tuple[Item, ...]
    of_headings: bool = False

    @property
    def bare(self) -> bool:
        """Whether every member is a heading on a line of its own."""
        return all(item.chunk.kind is ChunkKind.HEADING for item in self.items)

    @property
    def shown_title(self) -> str:
        """The title as an answer shows it."""
        if self.head is None or self.head.kind is not ChunkKind.HEADING:
            return self.own_title.strip("-–+ :.")
        return " ".join(self.head.text.split()).strip(":. ")


def groups(plan: Plan, hits: Sequence[ScoredChunk]) -> Iterator[Group]:
    """The lists that the hits belong to: by lead-in, by section, by the sections above."""
    leads: dict[str, None] = {}
    section_ids: dict[int, None] = {}
    for hit in hits:
        leads[hit.chunk.chunk_id] = None
        if hit.chunk.lead_id is not None:
            leads[hit.chunk.lead_id] = None
        if hit.chunk.section_id is not None:
            for section in lineage(plan, plan.sections[hit.chunk.section_id]):
                section_ids[section.section_id] = None
    for lead in leads:
        yield from _under_lead(plan, lead)
    for section_id in section_ids:
        if (group := section_group(plan, plan.sections[section_id], MIN_ITEMS)) is not None:
            yield group


def _under_lead(plan: Plan, lead_id: str) -> Iterator[Group]:
    members = [chunk for chunk in plan.chunks if chunk.lead_id == lead_id]
    if len(members) < MIN_ITEMS:
        return
    lead = next(chunk for chunk in plan.chunks if chunk.chunk_id == lead_id)
    own = " ".join(plan.reading(lead.start, lead.end).split())
    yield Group(plan, " ".join((*lead.headings, own)), own, lead, _whole(members))


def holder_groups(plan: Plan, question: str) -> list[Group]:
    """The lists under the headings that are offices the question names, in the plan's order.

    An office is known by its name ("Sở …") or by standing below a heading that hands out work.
    """
    asked = " ".join(wording.folded(question).split())
    found = [
        section
        for section in plan.sections
        if len(name := bare(section).split(":")[0].strip().split()) >= _MIN_HOLDER_WORDS
        and " ".join(name) in asked
        and _is_office(plan, section)
    ]
    made = (section_group(plan, section, 1) for section in found)
    return [group for group in made if group is not None]


def named_duties(plan: Plan, department: str) -> Group | None:
    """The sentences anywhere in the plan that give `department` something to do."""
    name = re.escape(" ".join(department.split()))
    given = re.compile(rf"(?:giao (?:cho )?{name}|{name} {_DUTY})(?!\w)", re.IGNORECASE)
    items = tuple(
        Item(chunk, span)
        for chunk in plan.chunks
        if chunk.kind in (ChunkKind.BULLET, ChunkKind.PARAGRAPH)
        for span in whole_sentences(chunk.text, chunk.start)
        if given.search(span.of(plan.text))
    )
    return Group(plan, department, department, None, items) if items else None


def _is_office(plan: Plan, section: Section) -> bool:
    above = lineage(plan, section)[:-1]
    return DEPARTMENT.match(section.heading.strip()) is not None or any(
        part_words.HANDS_OUT.search(bare(node)) for node in above
    )


def section_group(plan: Plan, section: Section, min_items: int) -> Group | None:
    """The list under a heading: its bullets and paragraphs, or the sentences of its only one."""
    head = heading_chunk(plan, section)
    members = [
        chunk
        for chunk in inside(plan, section)
        if chunk.kind in (ChunkKind.BULLET, ChunkKind.PARAGRAPH)
        and chunk.lead_id is None
        and chunk.table_id is None
        and not _ABOVE_TABLE.match(chunk.text)
    ]
    items = _pieces(members[0]) if len(members) == 1 else _whole(members)
    return _titled(plan, section, head, items) if len(items) >= min_items else None


def headings_group(plan: Plan, section: Section) -> Group | None:
    """The headings of the sections right below `section` as a list, if there are any to list."""
    heads = [heading_chunk(plan, child) for child in children(plan, section)]
    items = tuple(
        Item(chunk, _heading_line(plan, chunk, child))
        for chunk, child in zip(heads, children(plan, section), strict=True)
        if chunk is not None
    )
    if len(items) < MIN_ITEMS:
        return None
    group = _titled(plan, section, heading_chunk(plan, section), items)
    return Group(group.plan, group.title, group.own_title, group.head, items, of_headings=True)


def _heading_line(plan: Plan, chunk: Chunk, section: Section) -> Span:
    """The heading at the start of `chunk`: all of a bare heading, else up to where its text begins."""
    if chunk.kind is ChunkKind.HEADING:
        return Span(chunk.start, chunk.end)
    at = plan.text.find(section.heading, chunk.start, chunk.end)
    return Span(chunk.start, at + len(section.heading) if at >= 0 else chunk.end)


def heading_chunk(plan: Plan, section: Section) -> Chunk | None:
    """The chunk that carries the section's heading: bare, or a passage that begins with it."""
    own = [chunk for chunk in inside(plan, section) if chunk.section_id == section.section_id]
    bare_head = next((chunk for chunk in own if chunk.kind is ChunkKind.HEADING), None)
    if bare_head is not None:
        return bare_head
    first = own[0] if own else None
    if first is None or not section.heading or section.heading not in first.text[:400]:
        return None
    return first


def inside(plan: Plan, section: Section) -> list[Chunk]:
    """The chunks of a section and of those below it, in order."""
    return [c for c in plan.chunks if section.start <= c.start and c.end <= section.end]


def _titled(plan: Plan, section: Section, head: Chunk | None, items: tuple[Item, ...]) -> Group:
    title = " ".join(node.heading for node in lineage(plan, section))
    bare_head = head if head is not None and head.kind is ChunkKind.HEADING else None
    return Group(plan, title, section.heading, bare_head, items)


def _whole(chunks: Sequence[Chunk]) -> tuple[Item, ...]:
    return tuple(Item(chunk, Span(chunk.start, chunk.end)) for chunk in chunks)


def _pieces(chunk: Chunk) -> tuple[Item, ...]:
    """The sentences of a lone paragraph, its own number left out."""
    spans = [span for span in whole_sentences(chunk.text, chunk.start) if span.end - span.start > 3]
    return tuple(Item(chunk, span) for span in spans)


def outline_of(plan: Plan) -> list[Chunk]:
    """The heading chunks of the two outermost levels, in order."""
    main = {section.section_id for section in plan.sections if section.level <= _OUTLINE_LEVELS}
    return [
        chunk
        for chunk in plan.chunks
        if chunk.kind is ChunkKind.HEADING and chunk.section_id in main
    ]
