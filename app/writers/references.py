"""Answers to "which plan cites document X": every plan that names the number, with the place."""

import re

from app.citing import short_document
from app.draft import Draft, DraftStatement
from app.sentences import Span, sentences
from app.writers.material import Material, proof, quoted, trimmed
from ingest.plan import Chunk, Plan
from prompts import text as say

WRITER = "references"
MAX_PLACES = 2
"""Places quoted for each plan."""


def write(material: Material) -> Draft:
    """One bullet a plan and place; plans that do not cite the document are named last."""
    pattern = _pattern(material.question.references)
    found = {plan.plan_id: _places(plan, pattern) for plan in material.plans}
    citing = [plan for plan in material.plans if found[plan.plan_id]]
    if not citing:
        return Draft(WRITER)
    names = ", ".join(short_document(plan) for plan in citing)
    first = tuple(
        proof(chunk, span) for plan in citing for chunk, span, _ in found[plan.plan_id][:1]
    )
    statements = [DraftStatement(say("references.found", plans=names), first, lead=names)]
    for plan in citing:
        for chunk, focus, sentence in found[plan.plan_id][:MAX_PLACES]:
            piece = trimmed(plan, sentence, focus)
            text = f"{plan.province}: {quoted(plan, piece, sentence)}"
            statements.append(DraftStatement(text, (proof(chunk, piece),), bullet=True))
    silent = [plan for plan in material.plans if not found[plan.plan_id]]
    if silent:
        others = ", ".join(plan.province for plan in silent)
        statements.append(DraftStatement(say("references.silent", provinces=others)))
    return Draft(WRITER, tuple(statements))


def _pattern(numbers: tuple[str, ...]) -> re.Pattern[str]:
    """Any of `numbers`; a bare "12" matches "12/…", and white space after "-" is allowed."""
    alternatives = []
    for number in numbers:
        if number.isdigit():
            alternatives.append(rf"{number}(?:/\d{{4}})?(?:/|-)(?=[A-ZĐ])")
        else:
            alternatives.append(re.escape(number).replace(r"\-", r"\s?-\s?"))
    return re.compile(rf"(?<![\w/])(?:{'|'.join(alternatives)})(?!\d)", re.IGNORECASE)


def _places(plan: Plan, pattern: re.Pattern[str]) -> list[tuple[Chunk, Span, Span]]:
    """(chunk, span of the number, its sentence) for each chunk that names it."""
    places = []
    for chunk in plan.chunks:
        match = pattern.search(chunk.text)
        if match is None:
            continue
        focus = Span(chunk.start + match.start(), chunk.start + match.end())
        whole = next(s for s in sentences(chunk.text, chunk.start) if s.end >= focus.end)
        places.append((chunk, focus, whole))
    return places
