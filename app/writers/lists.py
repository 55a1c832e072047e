"""List answers: the members of the list a question means, from bullets or from one sentence.

A group is what a reader sees as one list: the chunks that one lead-in introduces, or those that
stand directly under one heading. The group whose heading and lead cover the question best wins;
a sentence that enumerates ("gồm: …; …") may win over every group.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.draft import Draft, DraftStatement
from app.finding import Finding, candidates_of, evidence, in_period
from app.sentences import Span, sentences
from app.writers.material import Material, proof, quoted, reading, trimmed
from app.writers.quoting import told
from index.retriever import ScoredChunk
from ingest.plan import Chunk, ChunkKind, Plan
from prompts import text as say

WRITER = "lists"
MAX_ITEMS = 14
MAX_ITEM_CHARS = 300
MIN_ITEMS = 2
LIST_FLOOR = 0.5
"""Score of a group or sentence below which it is not the list that is meant (0 to about 1.5)."""
_HIT_WEIGHT = 0.35
_HEADING_WEIGHT = 0.9


@dataclass(frozen=True, slots=True)
class Group:
    """One list of a plan: its members in order, under `title` (heading or lead-in)."""

    plan: Plan
    title: str
    head: Chunk | None
    members: tuple[Chunk, ...]


def write(material: Material) -> Draft:
    """The best list of each concerned plan (the best plan's only, when none is named)."""
    found = [best for plan in material.plans if (best := _best(material, plan))]
    if not found:
        return Draft(WRITER)
    found.sort(key=lambda scored: -scored[0])
    kept = found if material.question.names_place else found[:1]
    several = len(kept) > 1
    statements = tuple(s for _, choice in kept for s in _told(material, choice, several=several))
    return Draft(WRITER, statements)


def _best(material: Material, plan: Plan) -> tuple[float, Group | Finding] | None:
    """The best group or enumerating sentence of `plan` with its score, if it covers enough."""
    scored: list[tuple[float, Group | Finding]] = [
        (_group_score(material, group), group) for group in groups(plan, material.of(plan))
    ]
    for finding in candidates_of(material, plan, figure=False):
        if _enumerates(plan, finding.sentence) and in_period(material.question, finding):
            own = material.coverage(material.question.topic, finding.sentence.of(plan.text))
            scored.append((own + _HIT_WEIGHT * finding.evidence, finding))
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best if best is not None and best[0] >= LIST_FLOOR else None


def groups(plan: Plan, hits: Sequence[ScoredChunk]) -> Iterator[Group]:
    """The lists that the hits belong to: by lead-in, by section, by the section above."""
    seen: set[tuple[str, object]] = set()
    for hit in hits:
        for key in _keys(plan, hit.chunk):
            if key in seen:
                continue
            seen.add(key)
            group = _group(plan, key)
            if group is not None and len(group.members) >= MIN_ITEMS:
                yield group


def _keys(plan: Plan, chunk: Chunk) -> list[tuple[str, object]]:
    keys: list[tuple[str, object]] = [("lead", chunk.chunk_id)]
    if chunk.lead_id is not None:
        keys.append(("lead", chunk.lead_id))
    section_id = chunk.section_id
    while section_id is not None:
        keys.append(("section", section_id))
        section_id = plan.sections[section_id].parent_id
    return keys


def _group(plan: Plan, key: tuple[str, object]) -> Group | None:
    kind, value = key
    if kind == "lead":
        lead = next(chunk for chunk in plan.chunks if chunk.chunk_id == value)
        members = tuple(chunk for chunk in plan.chunks if chunk.lead_id == value)
        title = " ".join((*lead.headings, reading(plan, Span(lead.start, lead.end))))
        return Group(plan, title, lead, members)
    section = plan.sections[int(str(value))]
    inside = [c for c in plan.chunks if section.start <= c.start and c.end <= section.end]
    members = tuple(
        c for c in inside if c.kind in (ChunkKind.BULLET, ChunkKind.PARAGRAPH) and c.lead_id is None
    )
    head = next((c for c in inside if c.kind is ChunkKind.HEADING), None)
    chain = [plan.sections[i].heading for i in _ancestry(plan, section.section_id)]
    return Group(plan, " ".join(chain), head, members)


def _ancestry(plan: Plan, section_id: int) -> list[int]:
    parent = plan.sections[section_id].parent_id
    return [*(_ancestry(plan, parent) if parent is not None else []), section_id]


def _group_score(material: Material, group: Group) -> float:
    """How well title and members cover the question; many unasked members count against it."""
    topic = material.question.topic
    by_title = material.coverage(topic, group.title)
    scores = {hit.chunk.chunk_id: hit for hit in material.of(group.plan)}
    found = [scores[c.chunk_id] for c in group.members if c.chunk_id in scores]
    share = len(found) / len(group.members)
    best = max((evidence(hit) for hit in found), default=0.0)
    crowd = 0.02 * max(0, len(group.members) - MAX_ITEMS)
    return _HEADING_WEIGHT * by_title + _HIT_WEIGHT * best * (0.5 + 0.5 * share) - crowd


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
    group = choice
    members = group.members[:MAX_ITEMS]
    title = _short_title(group)
    yield DraftStatement(
        say("lists.title", province=group.plan.province, title=title),
        (proof(group.head),) if group.head is not None else (),
        lead=group.plan.province,
    )
    for chunk in members:
        whole = Span(chunk.start, chunk.end)
        piece = trimmed(group.plan, whole, _focus(material, group.plan, chunk), MAX_ITEM_CHARS)
        text = reading(group.plan, piece).rstrip(";.") + (" …" if piece.end < whole.end else "")
        yield DraftStatement(text, (proof(chunk, piece),), bullet=True)
    if len(group.members) > MAX_ITEMS:
        yield DraftStatement(say("lists.more", province=group.plan.province))


def _enumeration(finding: Finding, *, several: bool) -> Iterator[DraftStatement]:
    """A sentence that lists: quoted with what follows its colon over semicolons."""
    chunk, plan = finding.chunk, finding.plan
    end = finding.sentence.end
    for sentence in sentences(chunk.text, chunk.start):
        if sentence.start >= end and plan.text[end - 1] == ";":
            end = sentence.end
    whole = Span(finding.sentence.start, end)
    piece = trimmed(plan, whole, finding.sentence, MAX_ITEM_CHARS * 3)
    if end == finding.sentence.end:
        yield from told(finding, several=several)
        return
    text = say("quoting.plain", province=plan.province, quote=quoted(plan, piece, whole))
    yield DraftStatement(text, (proof(chunk, piece),), bullet=several)


def _focus(material: Material, plan: Plan, chunk: Chunk) -> Span:
    """The sentence of a long member that covers the question best."""
    pieces = sentences(chunk.text, chunk.start) or [Span(chunk.start, chunk.end)]
    topic = material.question.topic
    return max(
        pieces, key=lambda piece: (material.coverage(topic, piece.of(plan.text)), -piece.start)
    )


def _short_title(group: Group) -> str:
    if group.head is None:
        return group.title
    return reading(group.plan, Span(group.head.start, group.head.end)).rstrip(":. ")
