"""List answers: the members of the list a question means, from bullets or from one sentence.

A group is what a reader sees as one list: the chunks that one lead-in introduces, what stands
under one heading, or the headings below it. An office's own section and the section a question
means by its kind go before; else the group whose title covers the question best wins, and a
sentence that enumerates ("gồm: …; …") may win over every group.
"""

import re
from dataclasses import replace

from app.draft import Draft
from app.reading.enumerations import closed, names_things, opener_of, whole_sentences
from app.reading.evidence import may_answer, years_fit
from app.reading.finding import Finding, candidates_of
from app.reading.group_choice import group_score, in_period, named_section
from app.reading.groups import (
    MAX_ITEMS,
    Group,
    groups,
    headings_group,
    holder_groups,
    named_duties,
    section_group,
)
from app.reading.headings import section_meant
from app.reading.material import Material
from app.understanding import part_words
from app.words import wording
from app.words.entities import DEPARTMENT
from app.writers.list_telling import MAX_ENUMERATION_CHARS, told
from ingest.plan import ChunkKind, Plan, Section

WRITER = "lists"
LIST_FLOOR = 0.5
"""Score of a group or sentence below which it is not the list that is meant (0 to about 1.5)."""
_SURE = 1.5
"""The score of a list that the question names outright."""
_ASKED_NOUN = re.compile(
    r"(?i)(?<!\w)(?:những|các|mấy|bao nhiêu|hai|ba|bốn|năm|sáu|bảy|\d+)\s+((?:\w+\s+){1,5}?)(?:nào|gì)(?!\w)"
)
_NOUN_BONUS = 0.08
_WHOLE_WEIGHT = 0.85
_NAMES_BONUS = 0.1
_RANK_BONUS = 0.1
_ROW_COST = 0.1
_LEAD_CHARS = 90
_HIT_WEIGHT = 0.35

Choice = Group | Finding


def write(material: Material) -> Draft:
    """The best list of each concerned plan (the best plan's only, when none is named)."""
    found = [best for plan in material.plans for best in _best(material, plan)]
    return _draft(material, found)


def write_section(material: Material) -> Draft:
    """The office's duties or the section that the question names, for questions of other forms."""
    found: list[tuple[float, Choice]] = []
    for plan in material.plans:
        if duties := _duties(material, plan):
            found += duties
        elif best := named_section(material, plan):
            found.append(best)
    return _draft(material, found)


def write_causes(material: Material) -> Draft:
    """The section on causes, for questions after "nguyên nhân" of what its headings name."""
    if not part_words.CAUSES.search(wording.folded(material.question.standalone)):
        return Draft(WRITER)
    found = [(_SURE, meant) for plan in material.plans if (meant := _meant(material, plan))]
    return _draft(material, [*found])


def _draft(material: Material, found: list[tuple[float, Choice]]) -> Draft:
    if not found:
        return Draft(WRITER)
    if not material.question.names_place:
        found = [max(found, key=lambda scored: scored[0])]
    several = len({choice.plan.plan_id for _, choice in found}) > 1
    return Draft(
        WRITER,
        tuple(s for _, choice in found for s in told(material, choice, several=several)),
    )


def _best(material: Material, plan: Plan) -> list[tuple[float, Choice]]:
    """The list that is meant, with its score; several only where several offices are named."""
    if duties := _duties(material, plan):
        return duties
    if (meant := _meant(material, plan)) is not None:
        return [(_SURE, meant)]
    scored: list[tuple[float, Choice]] = [
        (group_score(material, group), group)
        for group in groups(plan, material.of(plan))
        if in_period(material, group)
    ]
    scored += _enumerations(material, plan)
    best = max(scored, key=lambda pair: pair[0], default=None)
    return [best] if best is not None and best[0] >= LIST_FLOOR else []


def _duties(material: Material, plan: Plan) -> list[tuple[float, Choice]]:
    """What the offices that the question names were given, from their own sections."""
    question = material.question.standalone
    folded = wording.folded(question)
    if not wording.DUTIES.search(folded) or wording.WHEN.search(folded):
        return []
    groups_of_offices = holder_groups(plan, question)
    if not groups_of_offices and (office := DEPARTMENT.search(question)) is not None:
        elsewhere = named_duties(plan, office.group())
        groups_of_offices = [elsewhere] if elsewhere is not None else []
    return [(_SURE, group) for group in groups_of_offices]


def _meant(material: Material, plan: Plan) -> Group | None:
    """The section that the question means by its kind, by its headings where it is long."""
    question = material.question
    if not question.names_place:
        return None
    section = section_meant(plan, question.standalone, question.topic, material.coverage)
    if section is None or not years_fit(question, plan, section.heading):
        return None
    return of_section(material, plan, section)


def of_section(material: Material, plan: Plan, section: Section) -> Group | None:
    """A section as a list: its members, or its headings where they are asked for or are too many."""
    members = section_group(plan, section, 1)
    parts = headings_group(plan, section)
    if parts is None or members is None:
        return parts or members
    folded = wording.folded(material.question.standalone)
    named = part_words.PART_NAMES_ASKED.search(folded)
    asked = part_words.PARTS_ASKED.search(folded) and parts.bare
    return parts if named or asked or len(members.items) > MAX_ITEMS else members


def _enumerations(material: Material, plan: Plan) -> list[tuple[float, Choice]]:
    """The sentences of the best passages that list things, scored."""
    found: list[tuple[float, Choice]] = []
    ranks = {hit.chunk.chunk_id: hit.rank for hit in material.of(plan)}
    for finding in candidates_of(material, plan, figure=False):
        sentence = closed(finding.chunk.text, finding.sentence, finding.chunk.start)
        text = sentence.of(plan.text)
        opener = opener_of(text)
        if opener is None or not may_answer(material, plan, finding.chunk):
            continue
        own = max(
            material.coverage(material.question.topic, text),
            _WHOLE_WEIGHT * _whole_coverage(material, plan, finding),
        )
        score = own + _HIT_WEIGHT * finding.evidence + _noun_bonus(material, text, opener)
        score += _NAMES_BONUS if names_things(text, opener) else 0.0
        score += _RANK_BONUS / ranks[finding.chunk.chunk_id] ** 0.5
        score -= _ROW_COST if finding.chunk.kind is ChunkKind.ROW else 0.0
        found.append((score, replace(finding, sentence=sentence)))
    return found


def _whole_coverage(material: Material, plan: Plan, finding: Finding) -> float:
    """The coverage of the sentence that semicolons join around a finding, when it is not long."""
    whole = next(
        span
        for span in whole_sentences(finding.chunk.text, finding.chunk.start)
        if span.start <= finding.sentence.start and finding.sentence.end <= span.end
    )
    if whole.end - whole.start > MAX_ENUMERATION_CHARS:
        return 0.0
    return material.coverage(material.question.topic, whole.of(plan.text))


def _noun_bonus(material: Material, text: str, opener: int) -> float:
    """What speaks for a list whose lead or members are called what the question asks for."""
    match = _ASKED_NOUN.search(material.question.standalone)
    if match is None:
        return 0.0
    near = text[max(0, opener - _LEAD_CHARS) : opener + _LEAD_CHARS]
    return _NOUN_BONUS * material.coverage(match.group(1).strip(), near)
