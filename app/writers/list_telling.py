"""How a list is told: its count when that is asked, its title, its members, each cited."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.draft import Derived, DraftStatement, Operation
from app.reading.enumerations import opener_of
from app.reading.finding import Finding
from app.reading.groups import MAX_ITEMS, Group, Item
from app.reading.material import Material, proof, quoted, reading, trimmed
from app.reading.sentences import Span, sentences
from app.words import wording
from prompts import text as say

MAX_CHARS = 1_700
"""The members of one list together; the rest is named as left out."""
MAX_ITEM_CHARS, MIN_ITEM_CHARS = 300, 90
MAX_ENUMERATION_CHARS = 900
_STATED_COUNT = re.compile(r"(?<![\w.,/])\d{1,3}(?![\w.,/%])")


def told(material: Material, choice: Group | Finding, *, several: bool) -> Iterator[DraftStatement]:
    """The statements of one list; `several` when other plans' lists stand beside it."""
    if isinstance(choice, Finding):
        yield _enumeration(choice, several=several)
        return
    plan = choice.plan
    shown = choice.items[:MAX_ITEMS]
    if _count_is_asked(material, choice):
        yield _count(choice)
    yield DraftStatement(
        say("lists.title", province=plan.province, title=choice.shown_title),
        (proof(choice.head),) if choice.head is not None else (),
        lead=plan.province,
    )
    room = max(MIN_ITEM_CHARS, min(MAX_ITEM_CHARS, MAX_CHARS // max(1, len(shown))))
    for item in shown:
        yield _member(choice, item, room)
    if len(choice.items) > MAX_ITEMS:
        yield DraftStatement(say("lists.more", province=plan.province))


def _count_is_asked(material: Material, group: Group) -> bool:
    """Whether a count is asked for that the list's own lead does not state."""
    if not wording.COUNTING.search(wording.folded(material.question.standalone)):
        return False
    whole = len(group.items) <= MAX_ITEMS and len({i.chunk.chunk_id for i in group.items}) > 1
    return whole and not _STATED_COUNT.search(group.shown_title)


def _count(group: Group) -> DraftStatement:
    """How many members the list has, proved by each of them."""
    proofs = tuple(dict.fromkeys(proof(item.chunk, item.span) for item in group.items))
    number = f"{len(proofs):02d}"
    key = "lists.count_headings" if group.of_headings else "lists.count"
    text = say(key, n=number, province=group.plan.province)
    derived = (Derived(Decimal(len(proofs)), Operation.COUNT),)
    return DraftStatement(text, proofs, lead=number, derived=derived)


def _member(group: Group, item: Item, room: int) -> DraftStatement:
    """A member from its beginning, which names it, as far as there is room."""
    start = Span(item.span.start, item.span.start + 1)
    piece = trimmed(group.plan, item.span, start, room)
    text = reading(group.plan, piece).rstrip(";.,: ")
    more = " …" if piece.end < item.span.end else ""
    return DraftStatement(text + more, (proof(item.chunk, piece),), bullet=True)


def _enumeration(finding: Finding, *, several: bool) -> DraftStatement:
    """A passage that lists: its sentences from the best one on, as many as fit, else before it."""
    chunk, plan = finding.chunk, finding.plan
    whole = Span(chunk.start, chunk.end)
    piece = finding.sentence
    around = sentences(chunk.text, chunk.start)
    for sentence in (*around, *reversed(around)):
        wider = Span(min(piece.start, sentence.start), max(piece.end, sentence.end))
        if wider.end - wider.start <= MAX_ENUMERATION_CHARS and _adjoins(piece, sentence, around):
            piece = wider
    if piece.end - piece.start > MAX_ENUMERATION_CHARS:
        at = piece.start + (opener_of(piece.of(plan.text)) or 0)
        piece = trimmed(plan, piece, Span(at, at + 1), MAX_ENUMERATION_CHARS)
    text = say("quoting.plain", province=plan.province, quote=quoted(plan, piece, whole))
    return DraftStatement(text, (proof(chunk, piece),), bullet=several)


def _adjoins(piece: Span, sentence: Span, around: Sequence[Span]) -> bool:
    """Whether nothing stands between `piece` and `sentence`."""
    low, high = min(piece.end, sentence.end), max(piece.start, sentence.start)
    return not any(low <= other.start and other.end <= high for other in around)
