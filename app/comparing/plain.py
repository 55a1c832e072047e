"""The best passage of one plan for an aspect that asks for words: a name, a time, what is said."""

from dataclasses import replace

from app.comparing.times import asks_for_time, led
from app.reading.evidence import may_answer
from app.reading.finding import FLOOR, Finding, candidates_of, find
from app.reading.group_choice import named_section
from app.reading.material import Material
from app.words import wording
from ingest.plan import ChunkKind, Plan

SECTION_SCORE = 2.0
"""The score of a passage under the very heading that is asked for."""
AS_GOOD = 0.7
_TIMED_AS_GOOD = 0.45
"""The same where a time is asked for: a passage without one is no answer."""
_NAMING_FLOOR = 0.5
_MIN_HELD = 0.3
_SINCE = wording.any_of(r"tu (?:bao gio|khi nao|luc nao|ngay nao|nam nao|thang nao)")


def named_or_plain(asked: Material, plan: Plan) -> Finding | None:
    """The best passage; one that names what is asked for by its kind, when it is as much to the point.

    A date or a deadline that is asked for lowers what a passage with one must hold.
    """
    plain = _plain(asked, plan)
    if since := _since(asked, plan):
        return since
    if plain is not None and plain.lead:
        return plain
    topic, text = asked.question.topic, plan.text
    near = _TIMED_AS_GOOD if asks_for_time(asked.question.standalone) else AS_GOOD
    floor = near * asked.coverage(topic, plain.sentence.of(text)) if plain else _MIN_HELD
    naming = [
        finding
        for found in candidates_of(asked, plan, figure=False)
        if found.evidence >= (FLOOR if plain else _NAMING_FLOOR)
        and asked.coverage(topic, found.sentence.of(text)) >= floor
        and (finding := led(asked, found)).lead
    ]
    return max(naming, key=lambda finding: finding.score, default=plain)


def _plain(asked: Material, plan: Plan) -> Finding | None:
    """The best passage without regard to figures, or the section that the aspect names.

    A row of a table tells little by itself: a sentence nearly as good is quoted before it.
    """
    plain = find(asked, plan, figure=False)
    if plain is not None and plain.chunk.kind is ChunkKind.ROW:
        told = find(_without_rows(asked, plan), plan, figure=False)
        plain = told if told and told.score >= AS_GOOD * plain.score else plain
    section = named_section(asked, plan)
    if section is None:
        return plain
    inside = {item.chunk.chunk_id for item in section[1].items}
    if plain is not None and plain.chunk.chunk_id in inside:
        return plain
    item = section[1].items[0]
    score = max(plain.score if plain else 0.0, SECTION_SCORE)
    return Finding(plan, item.chunk, item.span, item.span, "", None, score, score)


def _without_rows(asked: Material, plan: Plan) -> Material:
    hits = [hit for hit in asked.of(plan) if hit.chunk.kind is not ChunkKind.ROW]
    return replace(asked, hits={plan.plan_id: hits})


def _since(asked: Material, plan: Plan) -> Finding | None:
    """The passage that says since when, where that is asked ("hoạt động từ ngày …")."""
    if not _SINCE.search(wording.folded(asked.question.standalone)):
        return None
    told = [
        finding
        for found in candidates_of(asked, plan, figure=False)
        if found.evidence >= FLOOR
        and may_answer(asked, plan, found.chunk)
        and (finding := led(asked, found)).lead
        and f"từ {finding.lead}" in finding.sentence.of(plan.text)
    ]
    return max(told, key=lambda finding: finding.score, default=None)
