"""What a reader of a plan sees as one list: the chunks under a lead-in or under a heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app import wording
from app.sentences import Span, sentences
from index.retriever import ScoredChunk
from ingest.plan import Chunk, ChunkKind, Plan, Section

MIN_ITEMS = 2
_OUTLINE_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Item:
    """A member of a list: a chunk, or a sentence of the only chunk under a heading."""

    chunk: Chunk
    span: Span


@dataclass(frozen=True, slots=True)
class Group:
    """One list of a plan, in order.

    `title` is the chain of headings with the lead-in, `own_title` the last of them alone;
    `head` is the chunk that carries it.
    """

    plan: Plan
    title: str
    own_title: str
    head: Chunk | None
    items: tuple[Item, ...]

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
        for section in chain(plan, hit.chunk.section_id):
            section_ids[section.section_id] = None
    for lead in leads:
        yield from _under_lead(plan, lead)
    for section_id in section_ids:
        yield from _under_heading(plan, plan.sections[section_id])


def chain(plan: Plan, section_id: int | None) -> list[Section]:
    """The sections from the root down to `section_id`."""
    sections: list[Section] = []
    while section_id is not None:
        sections.insert(0, plan.sections[section_id])
        section_id = plan.sections[section_id].parent_id
    return sections


def _under_lead(plan: Plan, lead_id: str) -> Iterator[Group]:
    members = [chunk for chunk in plan.chunks if chunk.lead_id == lead_id]
    if len(members) < MIN_ITEMS:
        return
    lead = next(chunk for chunk in plan.chunks if chunk.chunk_id == lead_id)
    own = " ".join(plan.reading(lead.start, lead.end).split())
    yield Group(plan, " ".join((*lead.headings, own)), own, lead, _whole(members))


def department_group(plan: Plan, department: str) -> Group | None:
    """The list under the heading that is `department` alone ("3. Sở Tài chính"), if any."""
    for section in plan.sections:
        name = (
            wording.folded(section.heading)
            .removeprefix(wording.folded(section.label))
            .strip(" .:)-")
        )
        if name == wording.folded(department):
            return next(_under_heading(plan, section), None)
    return None


def _under_heading(plan: Plan, section: Section) -> Iterator[Group]:
    inside = [c for c in plan.chunks if section.start <= c.start and c.end <= section.end]
    head = next((c for c in inside if c.kind is ChunkKind.HEADING), None)
    members = [
        chunk
        for chunk in inside
        if chunk.kind in (ChunkKind.BULLET, ChunkKind.PARAGRAPH) and chunk.lead_id is None
    ]
    items = _pieces(members[0]) if len(members) == 1 else _whole(members)
    if len(items) >= MIN_ITEMS:
        title = " ".join(node.heading for node in chain(plan, section.section_id))
        yield Group(plan, title, section.heading, head, items)


def _whole(chunks: Sequence[Chunk]) -> tuple[Item, ...]:
    return tuple(Item(chunk, Span(chunk.start, chunk.end)) for chunk in chunks)


def _pieces(chunk: Chunk) -> tuple[Item, ...]:
    """The sentences of a lone paragraph, its own number left out."""
    spans = [span for span in sentences(chunk.text, chunk.start) if span.end - span.start > 3]
    return tuple(Item(chunk, span) for span in spans)


def outline_of(plan: Plan) -> list[Chunk]:
    """The heading chunks of the two outermost levels, in order."""
    main = {section.section_id for section in plan.sections if section.level <= _OUTLINE_LEVELS}
    return [
        chunk
        for chunk in plan.chunks
        if chunk.kind is ChunkKind.HEADING and chunk.section_id in main
    ]
