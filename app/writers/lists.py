"""List answers: the members of the list a question means, from bullets or from one sentence.

A group is what a reader sees as one list: the chunks that one lead-in introduces, or what stands
under one heading. The group whose title covers the question best wins; a sentence that
enumerates ("gồm: …; …") may win over every group.
"""

import re
from collections.abc import Iterator, Sequence

from app import wording
from app.draft import Draft, DraftStatement
from app.entities import DEPARTMENT
from app.finding import Finding, candidates_of, evidence, in_period, speaks_of_department, years_fit
from app.groups import Group, Item, department_group, groups, outline_of
from app.sentences import Span, sentences
from app.writers.material import Material, proof, quoted, reading, trimmed
from ingest.plan import Plan
from prompts import text as say

WRITER = "lists"
MAX_ITEMS = 14
MAX_ITEM_CHARS = 300
MAX_ENUMERATION_CHARS = 900
LIST_FLOOR = 0.5
"""Score of a group or sentence below which it is not the list that is meant (0 to about 1.5)."""
SECTION_COVERAGE, SECTION_PRECISION = 0.8, 0.5
"""From these on a question asks for the section itself, whatever its form."""
_YEARS = re.compile(r"(?i)(?:trong |giai đoạn |giai doan |năm |nam )*20\d\d(?:\s?[-–]\s?20\d\d)?")
_FIRST_HIT_BONUS = 0.3
_TITLE_WEIGHT, _PRECISION_WEIGHT, _HIT_WEIGHT = 0.7, 0.25, 0.35


def write(material: Material) -> Draft:
    """The best list of each concerned plan (the best plan's only, when none is named)."""
    if not material.question.topic or _asks_summary(material):
        return _outlines(material)
    return _draft(material, [best for plan in material.plans if (best := _best(material, plan))])


def write_section(material: Material) -> Draft:
    """The section that the question names by its heading, for questions that ask no list."""
    found: list[tuple[float, Group | Finding]] = [
        best for plan in material.plans if (best := named_section(material, plan))
    ]
    return _draft(material, found)


def _draft(material: Material, found: list[tuple[float, Group | Finding]]) -> Draft:
    if not found:
        return Draft(WRITER)
    found.sort(key=lambda scored: -scored[0])
    kept = found if material.question.names_place else found[:1]
    several = len(kept) > 1
    statements = tuple(s for _, choice in kept for s in _told(material, choice, several=several))
    return Draft(WRITER, statements)


def _asks_summary(material: Material) -> bool:
    rest = wording.SUMMARY.sub(" ", wording.folded(material.question.topic))
    return not rest.strip()


def _outlines(material: Material) -> Draft:
    """What each concerned plan consists of: its main headings, cited."""
    if not material.question.names_place:
        return Draft(WRITER)
    statements: list[DraftStatement] = []
    for plan in material.plans:
        heads = outline_of(plan)
        title = say("lists.outline", province=plan.province)
        statements.append(DraftStatement(title, lead=plan.province))
        for chunk in heads[:MAX_ITEMS]:
            text = reading(plan, Span(chunk.start, chunk.end))
            statements.append(DraftStatement(text, (proof(chunk),), bullet=True))
    return Draft(WRITER, tuple(statements))


def _best(material: Material, plan: Plan) -> tuple[float, Group | Finding] | None:
    """The best group or enumerating sentence of `plan` with its score, if it covers enough.

    A department's own section is what it was given, whatever other passages mention it.
    """
    if (named := DEPARTMENT.search(material.question.topic)) is not None and (
        assigned := department_group(plan, named.group())
    ):
        return 1.0, assigned
    scored: list[tuple[float, Group | Finding]] = [
        (_score(material, group), group)
        for group in groups(plan, material.of(plan))
        if _in_period(material, group)
    ]
    for finding in candidates_of(material, plan, figure=False):
        about = speaks_of_department(material.question.standalone, finding.chunk)
        fits = about and in_period(material.question, finding)
        if fits and _enumerates(plan, finding.sentence):
            own = material.coverage(material.question.topic, finding.sentence.of(plan.text))
            scored.append((own + _HIT_WEIGHT * finding.evidence, finding))
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best if best is not None and best[0] >= LIST_FLOOR else None


def named_section(material: Material, plan: Plan) -> tuple[float, Group] | None:
    """The section whose heading the question names, with its score."""
    topic = _sought(material)
    named: list[tuple[float, Group]] = [
        (_score(material, group), group)
        for group in groups(plan, material.of(plan))
        if _in_period(material, group)
        and material.coverage(topic, group.title) >= SECTION_COVERAGE
        and material.coverage(group.own_title, topic) >= SECTION_PRECISION
    ]
    return max(named, key=lambda pair: pair[0], default=None)


def _sought(material: Material) -> str:
    """The topic without the years it names: they pick the plan, not the heading."""
    return _YEARS.sub(" ", material.question.topic)


def _in_period(material: Material, group: Group) -> bool:
    text = " ".join((group.title, *(item.span.of(group.plan.text) for item in group.items)))
    return years_fit(material.question, group.plan, text)


def _score(material: Material, group: Group) -> float:
    """How well title and members cover the question; a crowd of members counts against it."""
    topic = _sought(material)
    hits = {hit.chunk.chunk_id: hit for hit in material.of(group.plan)}
    found = [hits[item.chunk.chunk_id] for item in group.items if item.chunk.chunk_id in hits]
    share = len(found) / len(group.items)
    best = max((evidence(hit) for hit in found), default=0.0)
    crowd = 0.02 * max(0, len(group.items) - MAX_ITEMS)
    by_title = _TITLE_WEIGHT * material.coverage(topic, group.title)
    precision = _PRECISION_WEIGHT * material.coverage(group.own_title, topic)
    first = material.of(group.plan)[:1]
    if first and group.head is not None and first[0].chunk.chunk_id == group.head.chunk_id:
        by_title += _FIRST_HIT_BONUS
    return by_title + precision + _HIT_WEIGHT * best * (0.5 + 0.5 * share) - crowd


def _enumerates(plan: Plan, sentence: Span) -> bool:
    """Whether a sentence lists things: after a colon, or with many commas."""
    text = sentence.of(plan.text)
    _, colon, after = text.partition(":")
    return (bool(colon) and after.count(",") + after.count(";") >= 1) or text.count(",") >= 3


def _told(
    material: Material, choice: Group | Finding, *, several: bool
) -> Iterator[DraftStatement]:
    if isinstance(choice, Finding):
        yield from _enumeration(choice, several=several)
        return
    plan = choice.plan
    yield DraftStatement(
        say("lists.title", province=plan.province, title=choice.shown_title),
        (proof(choice.head),) if choice.head is not None else (),
        lead=plan.province,
    )
    for item in choice.items[:MAX_ITEMS]:
        piece = trimmed(plan, item.span, _focus(material, plan, item), MAX_ITEM_CHARS)
        text = reading(plan, piece).rstrip(";.") + (" …" if piece.end < item.span.end else "")
        yield DraftStatement(text, (proof(item.chunk, piece),), bullet=True)
    if len(choice.items) > MAX_ITEMS:
        yield DraftStatement(say("lists.more", province=plan.province))


def _enumeration(finding: Finding, *, several: bool) -> Sequence[DraftStatement]:
    """A passage that lists: its sentences from the best one on, as many as fit, else before it."""
    chunk, plan = finding.chunk, finding.plan
    whole = Span(chunk.start, chunk.end)
    piece = finding.sentence
    for sentence in sentences(chunk.text, chunk.start):
        wider = Span(min(piece.start, sentence.start), max(piece.end, sentence.end))
        if sentence.start >= piece.end and wider.end - wider.start <= MAX_ENUMERATION_CHARS:
            piece = wider
    for sentence in reversed(sentences(chunk.text, chunk.start)):
        wider = Span(min(piece.start, sentence.start), max(piece.end, sentence.end))
        if sentence.end <= piece.start and wider.end - wider.start <= MAX_ENUMERATION_CHARS:
            piece = wider
    piece = trimmed(plan, piece, Span(piece.start, piece.start + 1), MAX_ENUMERATION_CHARS)
    text = say("quoting.plain", province=plan.province, quote=quoted(plan, piece, whole))
    return (DraftStatement(text, (proof(chunk, piece),), bullet=several),)


def _focus(material: Material, plan: Plan, item: Item) -> Span:
    """The sentence of a long member that covers the question best."""
    pieces = sentences(item.span.of(plan.text), item.span.start) or [item.span]
    topic = material.question.topic
    return max(
        pieces, key=lambda piece: (material.coverage(topic, piece.of(plan.text)), -piece.start)
    )
