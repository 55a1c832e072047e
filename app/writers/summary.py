"""Summaries: a plan or a section in at most eight sentences of its own, each cited.

Extractive: for each part below what is asked for, its heading and the sentence that says most;
for a part without parts, its weightiest sentences in order.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.draft import Draft, DraftStatement
from app.reading.enumerations import whole_sentences
from app.reading.groups import Item, heading_chunk, headings_group, inside, outline_of
from app.reading.headings import bare, children, lineage, section_meant, subject
from app.reading.material import Material, proof, reading, trimmed
from app.reading.sentences import Span
from app.understanding import part_words
from app.words import wording
from ingest.plan import Chunk, ChunkKind, Plan, Section
from ingest.quantities import canonical, parse_quantities
from prompts import text as say

WRITER = "summary"
MAX_SENTENCES, MAX_LEAF_SENTENCES = 8, 5
MAX_SENTENCE_CHARS, MAX_CHARS = 320, 1_500
MAX_HEADINGS = 14
_HEADING_COVERAGE, _HEADING_PRECISION = 0.7, 0.5
_MIN_CHARS, _FIGURE_BONUS, _MONEY_BONUS, _FIRST_BONUS, _ORDER_COST = 25, 0.25, 1.0, 0.15, 0.01
_INTRODUCING = re.compile(r",?\s*(?:trong đó|bao gồm|gồm|cụ thể|như sau)\s*:$", re.IGNORECASE)
_NUMBERING = re.compile(r"^(?:[IVXL]+|\d+(?:\.\d+)*|[a-zđ])\s?[.)/]\s*")


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a summary: the section it stands for, and what of it is quoted.

    One sentence, or the headings below the section.
    """

    section: Section | None
    items: tuple[Item, ...]


def write(material: Material) -> Draft:
    """The summary or the outline that is asked for; nothing when neither is."""
    question = material.question
    folded = wording.folded(question.standalone)
    summary = wording.SUMMARY.search(folded) is not None
    if not question.names_place or not (summary or not question.topic or _asks_outline(folded)):
        return Draft(WRITER)
    statements: list[DraftStatement] = []
    for plan in material.plans:
        if summary:
            statements += _summary(material, plan)
        elif not subject(wording.without(part_words.OUTLINE, question.topic)):
            statements += _outline(plan)
    return Draft(WRITER, tuple(statements))


def _asks_outline(folded: str) -> bool:
    """Whether the parts of the plan itself are asked for, none of its sections being named."""
    return part_words.OUTLINE.search(folded) is not None


def _outline(plan: Plan) -> Iterator[DraftStatement]:
    yield DraftStatement(say("summary.outline", province=plan.province), lead=plan.province)
    for chunk in outline_of(plan)[:MAX_HEADINGS]:
        text = reading(plan, Span(chunk.start, chunk.end))
        yield DraftStatement(text, (proof(chunk),), bullet=True)


def _summary(material: Material, plan: Plan) -> Iterator[DraftStatement]:
    section = _section(material, plan)
    if section is None and subject(wording.without(wording.SUMMARY, material.question.topic)):
        return
    parts = _of_plan(material, plan) if section is None else _of_section(material, plan, section)
    if not parts:
        return
    head = heading_chunk(plan, section) if section is not None else None
    title = section.heading if section is not None else plan.title
    if head is None or section is None:
        yield DraftStatement(say("summary.plan", province=plan.province), lead=plan.province)
    else:
        line = Span(head.start, head.end) if head.kind is ChunkKind.HEADING else None
        text = say("summary.section", province=plan.province, title=" ".join(title.split()))
        yield DraftStatement(text, (proof(head, line),), lead=plan.province)
    room = min(MAX_SENTENCE_CHARS, MAX_CHARS // len(parts))
    for part in parts:
        yield _told(plan, part, room)


def _section(material: Material, plan: Plan) -> Section | None:
    """The section whose summary is asked for: by its kind, else by its heading's words."""
    question = material.question
    rest = subject(wording.without(wording.SUMMARY, question.topic))
    named = [
        (material.coverage(section.heading, rest), -section.level, section)
        for section in plan.sections
        if rest
        and material.coverage(rest, section.heading) >= _HEADING_COVERAGE
        and material.coverage(section.heading, rest) >= _HEADING_PRECISION
    ]
    meant = section_meant(plan, question.standalone, question.topic, material.coverage)
    if meant is not None:
        return meant
    return max(named, key=lambda scored: scored[:2])[2] if named else None


def _of_plan(material: Material, plan: Plan) -> list[_Part]:
    """The plan's main sections: what each consists of, or the sentence that says most of it."""
    tops = [section for section in plan.sections if section.parent_id is None and section.heading]
    sections = [s for top in tops for s in (children(plan, top) if _is_part(top) else [top])]
    wanted = [s for s in sections or tops if not part_words.FORMALITIES.search(bare(s))]
    wanted = [*(s for s in wanted if not _looks_back(plan, s)), *wanted][:MAX_SENTENCES]
    kept = sorted({section.section_id for section in wanted})
    parts: list[_Part] = []
    for place, section_id in enumerate(kept):
        left = MAX_SENTENCES - len(parts) - (len(kept) - place - 1)
        parts += _told_of(material, plan, plan.sections[section_id], left)
    return parts


def _told_of(material: Material, plan: Plan, section: Section, left: int) -> list[_Part]:
    """A section in a plan's summary: goals one by one where there is room, else as a whole."""
    below = children(plan, section)
    if part_words.GOALS_HEADING.search(bare(section)) and 2 <= len(below) <= left:
        parts = [_part(material, plan, child) for child in below]
        return [part for part in parts if part is not None]
    group = headings_group(plan, section)
    of_money = wording.MONEY.search(bare(section))
    if group is not None and group.bare and not of_money:
        return [_Part(section, group.items)]
    part = _part(material, plan, section)
    return [part] if part is not None else []


def _is_part(section: Section) -> bool:
    """Whether a top section is a "Phần …" that only holds the sections proper."""
    if part_words.HANDS_OUT.search(bare(section)):
        return False
    return section.label.lower().startswith("phần") or section.label in "ABCD"


def _looks_back(plan: Plan, section: Section) -> bool:
    return any(part_words.LOOKS_BACK.search(bare(node)) for node in lineage(plan, section))


def _of_section(material: Material, plan: Plan, section: Section) -> list[_Part]:
    below = children(plan, section)
    if len(below) >= 2:
        parts = [part for child in below if (part := _part(material, plan, child)) is not None]
        return parts[:MAX_SENTENCES]
    best = sorted(_weighed(material, plan, section), key=lambda pair: -pair[0])[:MAX_LEAF_SENTENCES]
    in_order = sorted((item for _, item in best), key=lambda item: item.span.start)
    return [_Part(None, (item,)) for item in in_order]


def _part(material: Material, plan: Plan, section: Section) -> _Part | None:
    """The sentence of a section that says most of what its heading announces."""
    weighed = _weighed(material, plan, section)
    if not weighed:
        return None
    return _Part(section, (max(weighed, key=lambda pair: pair[0])[1],))


def _weighed(material: Material, plan: Plan, section: Section) -> list[tuple[float, Item]]:
    """The sentences of a section with their weight: on its heading, with figures, early."""
    found: list[tuple[float, Item]] = []
    for number, item in enumerate(_sentences(plan, inside(plan, section), section)):
        text = item.span.of(plan.text)
        weight = material.coverage(section.heading, text) - _ORDER_COST * number
        weight += _figure_bonus(section, text)
        weight += _FIRST_BONUS if number == 0 else 0.0
        found.append((weight, item))
    return found


def _figure_bonus(section: Section, text: str) -> float:
    """What a figure adds; below a heading about money only an amount of money does."""
    figures = parse_quantities(text)
    if wording.MONEY.search(bare(section)):
        return _MONEY_BONUS if any(canonical(f)[1] == "đồng" for f in figures) else 0.0
    return _FIGURE_BONUS if figures else 0.0


def _sentences(plan: Plan, chunks: Sequence[Chunk], section: Section) -> Iterator[Item]:
    for chunk in chunks:
        if chunk.kind not in (ChunkKind.BULLET, ChunkKind.PARAGRAPH):
            continue
        for span in whole_sentences(chunk.text, chunk.start):
            text = span.of(plan.text)
            only_heading = text.strip(" .:") in (section.heading, section.label)
            if (
                len(text) >= _MIN_CHARS
                and not only_heading
                and (_ends(text) or parse_quantities(text))
            ):
                yield Item(chunk, span)


def _ends(text: str) -> bool:
    """Whether a sentence says something by itself and does not only introduce."""
    return not text.endswith(":")


def _told(plan: Plan, part: _Part, room: int) -> DraftStatement:
    pieces = [trimmed(plan, i.span, Span(i.span.start, i.span.start + 1), room) for i in part.items]
    if len(pieces) > 1:
        names = (_name(reading(plan, piece)) for piece in pieces)
        text = say("summary.parts", parts="; ".join(names))
    else:
        more = " …" if pieces[0].end < part.items[0].span.end else ""
        text = _INTRODUCING.sub("", reading(plan, pieces[0])).rstrip(";.,: ") + more
    proofs = [proof(item.chunk, piece) for item, piece in zip(part.items, pieces, strict=True)]
    section = part.section
    head = heading_chunk(plan, section) if section is not None else None
    if section is None or head is None or wording.folded(text).startswith(bare(section)):
        return DraftStatement(text, tuple(proofs), bullet=True)
    title = " ".join(section.heading.split())
    at = head.end if head.kind is ChunkKind.HEADING else min(head.end, max(p.end for p in pieces))
    proofs.append(proof(head, Span(head.start, at)))
    text = say("summary.part", title=title, sentence=text)
    return DraftStatement(text, tuple(dict.fromkeys(proofs)), lead=title, bullet=True)


def _name(heading: str) -> str:
    """A heading line without its number."""
    return _NUMBERING.sub("", heading).strip(" .:;")
