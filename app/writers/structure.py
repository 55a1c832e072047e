"""Answers about a plan's own build: what a numbered section is called, holds, is followed by."""

from collections.abc import Iterator, Sequence

from app.draft import Draft, DraftStatement, Proof
from app.reading.contradictions import numbering
from app.reading.groups import Group, heading_chunk, inside, section_group
from app.reading.headings import children
from app.reading.labels import referred_sections, up_to_reference
from app.reading.material import Material, proof, quoted, reading
from app.reading.sentences import Span
from app.understanding import part_words
from app.words import wording
from app.writers.list_telling import told
from app.writers.lists import of_section
from ingest.checks.numbering import numbering_faults
from ingest.plan import ChunkKind, Plan, Section
from prompts import text as say

WRITER = "structure"
MAX_HEADINGS = 20
SHORT_SECTION_CHARS = 350
"""A section this short is quoted whole, whatever is asked of it."""


def write(material: Material) -> Draft:
    """The answer to a question about numbered sections; nothing when it names none."""
    question = material.question
    if not question.names_place or len(material.plans) != 1:
        return Draft(WRITER)
    plan = material.plans[0]
    asked = question.standalone
    if (following := part_words.NEXT_SECTION.search(wording.folded(asked))) is not None:
        asked = up_to_reference(asked, following.start())
    sections = referred_sections(plan, asked)
    if not sections:
        return Draft(WRITER)
    return Draft(WRITER, tuple(_told(material, plan, sections)))


def _told(material: Material, plan: Plan, sections: Sequence[Section]) -> Iterator[DraftStatement]:
    folded = wording.folded(material.question.standalone)
    if part_words.NEXT_SECTION.search(folded):
        yield from _following(plan, sections[-1])
    elif part_words.NUMBERING.search(folded):
        yield from _numbering(plan, sections[0], below=bool(part_words.BELOW.search(folded)))
    elif part_words.ABOUT_SECTION.search(folded):
        yield from (
            _headings(plan, sections)
            if len(sections) > 1
            else _content(material, plan, sections[0])
        )
    elif len(sections) == 1 and not part_words.AGREES.search(folded):
        yield from _short(plan, sections[0])


def _headings(plan: Plan, sections: Sequence[Section]) -> Iterator[DraftStatement]:
    for section in sections[:MAX_HEADINGS]:
        if (statement := _heading(plan, section)) is not None:
            yield statement


def _heading(plan: Plan, section: Section) -> DraftStatement | None:
    head = heading_chunk(plan, section)
    if head is None:
        return None
    span = _line(plan, section)
    return DraftStatement(reading(plan, span), (proof(head, span),), bullet=True)


def _line(plan: Plan, section: Section) -> Span:
    """The heading line of a section with its number."""
    head = heading_chunk(plan, section)
    if head is None or head.kind is not ChunkKind.HEADING:
        at = plan.text.find(section.heading, section.start, section.end)
        return Span(head.start if head else section.start, max(at, 0) + len(section.heading))
    return Span(head.start, head.end)


def _following(plan: Plan, section: Section) -> Iterator[DraftStatement]:
    """The section behind the one that is named, among its sisters."""
    sisters = [s for s in plan.sections if s.parent_id == section.parent_id]
    place = sisters.index(section)
    if place + 1 == len(sisters):
        return
    after = sisters[place + 1]
    proofs = tuple(_proof(plan, node) for node in (section, after))
    if None in proofs:
        return
    kept = tuple(p for p in proofs if p is not None)
    name = reading(plan, _line(plan, after))
    before = reading(plan, _line(plan, section))
    text = say("structure.next", province=plan.province, before=before, after=name)
    yield DraftStatement(text, kept, lead=name)
    yield from _faults(plan, [section, after])


def _proof(plan: Plan, section: Section) -> Proof | None:
    head = heading_chunk(plan, section)
    return None if head is None else proof(head, _line(plan, section))


def _numbering(plan: Plan, section: Section, *, below: bool) -> Iterator[DraftStatement]:
    """The headings in question as they are numbered, and whether the numbers run through."""
    sisters = [s for s in plan.sections if s.parent_id == section.parent_id]
    shown = children(plan, section) if below or len(sisters) < 2 else sisters
    yield DraftStatement(say("structure.numbered", province=plan.province), lead=plan.province)
    yield from _headings(plan, shown)
    faults = list(_faults(plan, shown))
    yield from faults
    if not faults:
        yield DraftStatement(say("structure.runs_through"))


def _faults(plan: Plan, sections: Sequence[Section]) -> Iterator[DraftStatement]:
    """The slips of numbering between the sections, each proved by both headings."""
    ids = {section.section_id for section in sections}
    for fault in numbering_faults(plan.sections):
        if fault.before.section_id in ids and fault.after.section_id in ids:
            proofs = (_proof(plan, fault.before), _proof(plan, fault.after))
            text = numbering(fault)
            yield DraftStatement(
                text[0].upper() + text[1:], tuple(p for p in proofs if p is not None)
            )


def _content(material: Material, plan: Plan, section: Section) -> Iterator[DraftStatement]:
    group: Group | None = of_section(material, plan, section)
    if group is not None:
        yield from told(material, group, several=False)


def _short(plan: Plan, section: Section) -> Iterator[DraftStatement]:
    """The passage of a section that has only one, when it is short."""
    chunks = [c for c in inside(plan, section) if c.kind is not ChunkKind.HEADING]
    if len(chunks) != 1 or section_group(plan, section, 1) is None:
        return
    chunk = chunks[0]
    if chunk.end - chunk.start <= SHORT_SECTION_CHARS:
        span = Span(chunk.start, chunk.end)
        text = say("quoting.plain", province=plan.province, quote=quoted(plan, span, span))
        yield DraftStatement(text, (proof(chunk),))
