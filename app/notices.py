"""Notices that follow from the plans themselves, whatever the writer said."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from app.answer import Citation, Notice, NoticeKind
from app.reading.contradictions import contradictions, numbering, totals
from app.understanding import part_words
from app.understanding.question import Question
from app.words import wording
from app.writers.declining import missing_sentence
from ingest.checks.numbering import numbering_faults
from ingest.plan import Chunk, ChunkKind, GapKind, Plan
from prompts import text as say

MAX_EACH = 3
"""Notices of one kind in an answer; more would bury it."""
DISTRICTS_ABOLISHED = date(2025, 7, 1)
"""Law on the organisation of local government 2025: no district level from this day on."""
_MAX_NOTE_CHARS = 300
_DISTRICT = re.compile(
    r"(?<!\w)(?:cấp huyện|(?:UBND|Ủy ban nhân dân|uỷ ban nhân dân) (?:các )?(?:cấp )?(?:huyện|quận|thị xã)"
    r"|tuyến huyện|các huyện|huyện [A-ZĐÀ-Ỹ])"
)
_ANNEX = re.compile(r"phụ lục", re.IGNORECASE)


def notices(
    question: Question, plans: Sequence[Plan], citations: Sequence[Citation]
) -> tuple[Notice, ...]:
    """What a reader of this answer must know, each notice once, at most three of a kind."""
    by_id = {plan.plan_id: plan for plan in plans}
    cited = [(by_id[citation.plan_id], citation) for citation in citations]
    assumed = say("notices.period_assumed", said=question.assumed) if question.assumed else ""
    found = [
        *([Notice(NoticeKind.PERIOD_ASSUMED, assumed)] if assumed else []),
        *(Notice(NoticeKind.PROVINCE_MERGED, missing_sentence(name)) for name in question.missing),
        *(notice for plan, citation in cited for notice in _of_passage(plan, citation)),
        *islice((n for plan, citation in cited for n in _districts(question, plan, citation)), 1),
    ]
    once = dict.fromkeys(found)
    return tuple(
        n for kind in NoticeKind for n in islice((n for n in once if n.kind is kind), MAX_EACH)
    )


def _of_passage(plan: Plan, citation: Citation) -> Iterator[Notice]:
    """What is wrong with what is quoted, and what of it the file lacks."""
    chunk = next(chunk for chunk in plan.chunks if chunk.chunk_id == citation.chunk_id)
    for offset, text in contradictions(plan, chunk.start, chunk.end):
        if citation.start <= offset < citation.end:
            yield Notice(NoticeKind.SOURCE_CONTRADICTS, text)
    yield from (Notice(NoticeKind.SOURCE_CONTRADICTS, text) for text in _faults(plan, chunk))
    yield from _footnotes(plan, citation)
    yield from _absent_annexes(plan, chunk, citation)
    if _breaks_off_in(plan, chunk):
        text = say("notices.text_cut", province=plan.province, number=plan.number)
        yield Notice(NoticeKind.TEXT_CUT, text)


def _faults(plan: Plan, chunk: Chunk) -> Iterator[str]:
    """A total that does not add up, or a heading whose number another one carries."""
    if chunk.table_id is not None and chunk.row_index is not None:
        yield from totals(plan, chunk.table_id, chunk.row_index)
    if chunk.kind is ChunkKind.HEADING:
        for fault in numbering_faults(plan.sections):
            if fault.repeats and chunk.section_id in (
                fault.before.section_id,
                fault.after.section_id,
            ):
                yield numbering(fault)


def _footnotes(plan: Plan, citation: Citation) -> Iterator[Notice]:
    """The footnotes that the quoted words carry, or that their text is not in the file."""
    for mark in plan.notes:
        if not (citation.start <= mark.start and mark.end <= citation.end):
            continue
        if mark.note is None:
            yield Notice(NoticeKind.FOOTNOTE, say("notices.footnote_absent", label=mark.label))
        else:
            note = _with_members(plan, mark.note).rstrip(".: ")
            if len(note) <= _MAX_NOTE_CHARS:
                text = say("notices.footnote", label=mark.label, note=note)
                yield Notice(NoticeKind.FOOTNOTE, text)


def _with_members(plan: Plan, note: str) -> str:
    """A footnote with what it introduces ("…:"), as far as there is room."""
    if not note.rstrip().endswith(":"):
        return note
    lead = next((chunk for chunk in plan.chunks if note in chunk.text), None)
    for chunk in plan.chunks:
        if lead is not None and chunk.lead_id == lead.chunk_id:
            member = " ".join(chunk.text.split()).strip("-–+•;. ")
            if len(note) + len(member) + 2 > _MAX_NOTE_CHARS:
                break
            note = f"{note} {member};"
    return note.rstrip(";")


def _absent_annexes(plan: Plan, chunk: Chunk, citation: Citation) -> Iterator[Notice]:
    """The annexes that the quoted words refer to and the file does not hold."""
    if not _ANNEX.search(citation.quote):
        return
    names = [
        gap.detail
        for gap in plan.gaps
        if gap.kind is GapKind.ANNEX_ABSENT and gap.section_id == chunk.section_id
    ]
    if names:
        text = say("notices.annex_absent", detail=", ".join(names), number=plan.number)
        yield Notice(NoticeKind.ANNEX_ABSENT, text)


def _districts(question: Question, plan: Plan, citation: Citation) -> Iterator[Notice]:
    """That the district level is no more, where question and passage both speak of it."""
    asked = part_words.DISTRICT.search(wording.folded(question.standalone))
    if asked and plan.issued < DISTRICTS_ABOLISHED and _DISTRICT.search(citation.quote):
        yield Notice(NoticeKind.DISTRICT_ABOLISHED, say("notices.districts"))


def _breaks_off_in(plan: Plan, chunk: Chunk) -> bool:
    """Whether the chunk's section is the one in which the file's text breaks off."""
    section_ids = {gap.section_id for gap in plan.gaps if gap.kind is GapKind.TEXT_CUT}
    return chunk.section_id is not None and chunk.section_id in section_ids
