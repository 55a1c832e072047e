"""Which writer answers which kind of question, and what is tried when the first finds nothing."""

import re
from collections.abc import Callable, Sequence

from app.draft import Draft
from app.proving.confidence import confidence, doubtful
from app.proving.grounds import chunk_of
from app.reading.answer_types import says_when
from app.reading.counted import MONEY_UNIT, asked
from app.reading.evidence import holds_newest, names_nowhere
from app.reading.material import Material
from app.reading.suitability import suits
from app.understanding.kinds import Kind
from app.words import wording
from app.words.entities import asks_kind, has_asked_kind
from app.writers import (
    annexes,
    bases,
    checking,
    comparison,
    declining,
    facets,
    lists,
    metadata,
    premise,
    quoting,
    references,
    social,
    structure,
    summary,
    table,
    whole_cost,
)
from ingest.plan import GapKind, Plan

Writer = Callable[[Material], Draft]

_ABOUT_THE_TEXT: tuple[Writer, ...] = (
    structure.write,
    checking.write,
    annexes.write,
    lists.write_causes,
)
"""Writers for questions about the text itself, whatever their form; each declines all others."""

_ORDER: dict[Kind, tuple[Writer, ...]] = {
    Kind.METADATA: (metadata.write,),
    Kind.CITES: (references.write, bases.write),
    Kind.COMPARE: (bases.write, table.write, comparison.write),
    Kind.TABLE: (whole_cost.write, table.write, lists.write, quoting.write),
    Kind.FIGURE: (
        whole_cost.write,
        bases.write,
        bases.write_subject,
        table.write,
        facets.write,
        quoting.write,
    ),
    Kind.LIST: (
        summary.write,
        bases.write,
        bases.write_subject,
        table.write,
        facets.write,
        lists.write,
        quoting.write,
    ),
    Kind.FACT: (
        bases.write,
        bases.write_subject,
        table.write,
        lists.write_section,
        facets.write,
        quoting.write,
    ),
}
_FIRST, _MORE_HELD = 3, 0.3
"""A passage among so many best ones, and how much more of the topic it must hold than a row."""
_MONEY = re.compile(
    r"(?<!\w)(?:tỷ|tỉ|triệu|đồng|kinh phí|vốn|tiền|ngân sách|dự toán|chi phí|mức đầu tư|TMĐT)(?!\w)",
    re.IGNORECASE,
)
_BEYOND_DOUBT = 0.5
"""The confidence that a passage needs whose amount is not counted in the question's words."""
_STATING = (Kind.FACT, Kind.FIGURE, Kind.LIST, Kind.TABLE)
"""Kinds of question that may state a figure and ask whether it is right."""


_OF_ROWS = (Kind.FIGURE, Kind.TABLE)
"""Kinds whose answer may come from a row, which is chosen by what it holds, not by what it lacks."""


def _names_nobody(material: Material) -> bool:
    """Whether a question of named plans names something else that none of them ever speaks of."""
    question = material.question
    return question.names_place and all(names_nowhere(question, p) for p in material.plans)


def _asks_annex(material: Material) -> bool:
    return bool(wording.ANNEX.search(wording.folded(material.question.standalone)))


def _only_in_absent_annex(material: Material) -> bool:
    """Whether the question is about an annex that no asked plan's file holds."""
    if not material.question.names_place or not _asks_annex(material):
        return False
    return all(
        not plan.tables and any(gap.kind is GapKind.ANNEX_ABSENT for gap in plan.gaps)
        for plan in material.plans
    )


def written(material: Material, held: Sequence[Plan]) -> Draft:
    """The draft of the first writer that has something to say, else a refusal.

    What a writer quotes without good grounds is refused too (confidence.py), but the best passage
    may still be quoted where it was only the list, or the figure in it, that was doubtful.
    """
    draft = drafted(material, held)
    if not doubtful(material, draft):
        return draft
    other = Draft(quoting.WRITER)
    if draft.writer == lists.WRITER and not _asks_annex(material):
        other = quoting.write_plain(material)
    elif material.question.kind is Kind.FIGURE and not _asks_annex(material):
        other = quoting.write_counted(material)
    return other if other.answers and not doubtful(material, other) else declining.write(material)


def drafted(material: Material, held: Sequence[Plan]) -> Draft:
    """The draft that the rules alone give, before its confidence is judged."""
    kind = material.question.kind
    if kind in social.SOCIAL:
        return social.write(material.question, held)
    if kind is Kind.OUTSIDE or not material.plans:
        return declining.write(material)
    for write in _ABOUT_THE_TEXT:
        draft = write(material)
        if draft.answers:
            return draft
    if _only_in_absent_annex(material):
        return declining.write(material)
    if kind in _OF_ROWS and _names_nobody(material):
        return declining.write(material)
    verdict = premise.write(material) if kind in _STATING else Draft(premise.WRITER)
    if verdict.answers:
        return verdict
    question = material.question.standalone
    beside = refusal = None
    for write in _writers(question, kind):
        draft = write(material)
        if draft.tentative:
            refusal = draft
            continue
        if draft.answers and not _fits(material, draft):
            continue
        if draft.answers and refusal and not _beyond_doubt(material, draft):
            continue
        if draft.answers and (write is not table.write or _by_the_table(material, draft)):
            return draft
        beside = beside or (draft if draft.answers else None)
    if settled := beside or refusal:
        return settled
    if kind is Kind.FIGURE:
        others = (
            (lists.write, quoting.write_plain) if _asks_more(material) else (quoting.write_counted,)
        )
        drafts = (write(material) for write in others)
        found = next((d for d in drafts if d.answers and suits(question, d.words)), None)
        return found or _holding_an_amount(material)
    return declining.write(material)


def _fits(material: Material, draft: Draft) -> bool:
    """Whether what a draft tells is of the kind and type that is asked for."""
    question, told = material.question.standalone, draft.words
    if not has_asked_kind(question, told):
        return False
    if draft.writer == table.WRITER:
        wants_money = asked(question).unit == MONEY_UNIT and wording.asks_how_many(question)
        return says_when(question, told) and (not wants_money or _of_money(material, draft))
    return len(material.plans) > 1 or suits(question, told)


def _of_money(material: Material, draft: Draft) -> bool:
    """Whether a table's draft, or the table it is from, speaks of money anywhere."""
    by_id = {plan.plan_id: plan for plan in material.plans}
    proofs = {(p.plan_id, p.chunk_id) for s in draft.statements for p in s.proofs}
    chunks = (chunk_of(by_id[plan_id], chunk_id) for plan_id, chunk_id in proofs)
    held = (by_id[c.plan_id].tables[c.table_id] for c in chunks if c.table_id is not None)
    said = [draft.words]
    for one in held:
        said += [one.caption, one.unit, *one.columns]
    return bool(_MONEY.search(" ".join(said)))


def _holding_an_amount(material: Material) -> Draft:
    """A passage that speaks of the matter beyond doubt and holds an amount; else a refusal."""
    draft = quoting.write_holding(material)
    sure = draft.answers and _beyond_doubt(material, draft)
    return draft if sure else declining.write(material)


def _beyond_doubt(material: Material, draft: Draft) -> bool:
    """Whether a draft's passages answer without doubt."""
    sure = confidence(material, draft)
    return sure is not None and sure >= _BEYOND_DOUBT


def _writers(question: str, kind: Kind) -> Sequence[Writer]:
    """Who is asked, in order; a reason is only quoted, one of a kind by name in a row or a quote."""
    if wording.WHY.search(wording.folded(question)):
        return (quoting.write,)
    if kind is Kind.COMPARE and wording.WHICH_PROVINCE.search(wording.folded(question)):
        # A table answers of one plan; which of them states something is asked of all.
        return (bases.write, comparison.write, table.write)
    names_kind = kind is not Kind.COMPARE and asks_kind(question)
    return (table.write, quoting.write) if names_kind else _ORDER[kind]


def _by_the_table(material: Material, draft: Draft) -> bool:
    """Whether a table's answer may stand before a quoted passage has been sought."""
    return _of_the_newest(material, draft) and not _told_in_prose(material, draft)


def _told_in_prose(material: Material, draft: Draft) -> bool:
    """Whether a passage holds far more of a question for one figure than the one row shown."""
    shown = {proof.chunk_id for statement in draft.statements for proof in statement.proofs}
    question = material.question.standalone
    superlative = wording.SUPERLATIVE.search(wording.folded(question))
    if len(shown) != 1 or superlative or not wording.asks_how_many(question):
        return False
    hits = [hit for plan in material.plans for hit in material.of(plan)]
    row = max((hit.coverage for hit in hits if hit.chunk.chunk_id in shown), default=0.0)
    prose = [hit for hit in hits[:_FIRST] if hit.chunk.table_id is None]
    return any(hit.coverage >= row + _MORE_HELD for hit in prose)


def _of_the_newest(material: Material, draft: Draft) -> bool:
    """Whether a draft tells something of what the newest message asks of an earlier subject."""
    return holds_newest(material.question, draft.words, material.coverage)


def _asks_more(material: Material) -> bool:
    """Whether a figure question asks which or what beside it ("mấy kênh, kênh nào?")."""
    return bool(wording.ASKS_WHICH.search(wording.folded(material.question.standalone)))
