"""Answers about named documents that plans cite: which plan cites them, where, and what they are."""

import re
from collections.abc import Sequence

from app.citing import short_document
from app.draft import Draft, DraftStatement
from app.reading.document_records import records, shown
from app.reading.material import Material, proof, quoted, trimmed
from app.reading.sentences import Span, sentences
from app.understanding.laws import laws_named
from app.words import wording
from ingest.plan import Chunk, Plan
from prompts import text as say

WRITER = "references"
MAX_PLACES = 2
"""Places quoted for each plan and document."""
Place = tuple[Chunk, Span, Span]
"""A chunk, the span of the number or name, and its sentence."""


def write(material: Material) -> Draft:
    """One bullet a plan and place; plans that do not cite the document are named last.

    Several documents are answered one after the other.
    """
    named = [(number, _of_number(number)) for number in material.question.references]
    named += [(law, _of_name(law)) for law in laws_named(material.question.standalone)]
    statements: list[DraftStatement] = []
    for name, pattern in named:
        statements += _cited(material, name, pattern, several=len(named) > 1)
    return Draft(WRITER, tuple(statements) if any(s.proofs for s in statements) else ())


def _cited(
    material: Material, name: str, pattern: re.Pattern[str], *, several: bool
) -> Sequence[DraftStatement]:
    found = {plan.plan_id: _places(plan, pattern) for plan in material.plans}
    citing = [plan for plan in material.plans if found[plan.plan_id]]
    if not citing:
        if several:
            return (DraftStatement(say("references.nowhere")),)
        return ()
    names = ", ".join(short_document(plan) for plan in citing)
    first = tuple(
        proof(chunk, trimmed(plan, sentence, focus))
        for plan in citing
        for chunk, focus, sentence in found[plan.plan_id][:1]
    )
    key = "found_named" if several else "found"
    document = _as_cited(citing[0], pattern) or name
    text = say(f"references.{key}", plans=names, document=document)
    told = [DraftStatement(text, first, lead=names)]
    for plan in citing:
        for chunk, focus, sentence in found[plan.plan_id][:MAX_PLACES]:
            piece = trimmed(plan, sentence, focus)
            line = f"{plan.province}: {quoted(plan, piece, sentence)}"
            told.append(DraftStatement(line, (proof(chunk, piece),), bullet=True))
    silent = [plan.province for plan in material.plans if not found[plan.plan_id]]
    if silent:
        told.append(DraftStatement(say("references.silent", provinces=", ".join(silent))))
    return told


def _as_cited(plan: Plan, pattern: re.Pattern[str]) -> str:
    """The document as the plan names it ("Quyết định số 12/QĐ-TTg"), if it is on record."""
    named = (shown(basis) for basis, _ in records(plan))
    return next((name for name in named if pattern.search(name)), "")


def _of_number(number: str) -> re.Pattern[str]:
    """A bare "12" matches "12/…", and white space after "-" is allowed."""
    if number.isdigit():
        form = rf"{number}(?:/\d{{4}})?(?:/|-)(?=[A-ZĐ])"
    else:
        form = re.escape(number).replace(r"\-", r"\s?-\s?")
    return re.compile(rf"(?<![\w/])(?:{form})(?!\d)", re.IGNORECASE)


def _of_name(law: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, law.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _places(plan: Plan, pattern: re.Pattern[str]) -> list[Place]:
    """Where the document is named: first with its title, then where it is cited in full.

    Each sentence once.
    """
    full = {basis.start for basis, _ in records(plan) if basis.issued or basis.title}
    titles = tuple(basis.title for basis, _ in records(plan) if pattern.search(basis.number))
    places: dict[tuple[int, int], tuple[int, Place]] = {}
    for chunk in plan.chunks:
        for match in pattern.finditer(chunk.text):
            focus = Span(chunk.start + match.start(), chunk.start + match.end())
            whole = next(s for s in sentences(chunk.text, chunk.start) if s.end >= focus.end)
            said = " ".join(whole.of(plan.text).split())
            worth = int(any(whole.start <= start <= focus.start for start in full))
            worth += 2 * any(title in said for title in titles if title)
            places.setdefault((whole.start, whole.end), (worth, (chunk, focus, whole)))
    ordered = sorted(places.values(), key=lambda found: -found[0])
    return _distinct([place for _, place in ordered], plan)


def _distinct(places: Sequence[Place], plan: Plan) -> list[Place]:
    """Places without those that say no more than an earlier one."""
    kept: list[Place] = []
    said: list[str] = []
    for place in places:
        text = wording.folded(" ".join(place[2].of(plan.text).split()).strip(" -;.,"))
        if not any(text in other for other in said):
            kept.append(place)
            said.append(text)
    return kept
