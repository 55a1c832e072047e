"""Figure and fact answers: what was asked first, then the sentence that proves it."""

from collections.abc import Sequence
from dataclasses import replace

from app.draft import Draft, DraftStatement
from app.reading.answer_types import wants_figure
from app.reading.counted import Asked, asked
from app.reading.figures import holds_amount
from app.reading.finding import Finding, find, members
from app.reading.material import MAX_QUOTE_CHARS, Material, proof, quoted, reading, trimmed
from app.reading.sentences import Span, sentences
from index.terms.analyzer import has_diacritics
from prompts import text as say

WRITER = "quoting"
MAX_PLANS = 4
MAX_DETAIL_CHARS = 1_200
MAX_MEMBERS = 10
MAX_MEMBER_CHARS = 160
_COUNTED_COVERAGE = 0.42
"""The share of a question that a passage must hold to answer it without naming what is counted."""
_NAMED = 0.6
"""The share of a counted noun's beginning that a sentence must hold to name the thing."""
_CLOSE = 0.75
"""When no province is named, findings this close to the best one are given too."""


def write(material: Material) -> Draft:
    """The best passage; without a named province, that of every plan that answers as well."""
    return _draft(material, ranked(material, figure=wants_figure(material.question)))


def write_plain(material: Material) -> Draft:
    """The same for a question whose figure no passage holds but that asks for more than it."""
    return _draft(material, ranked(material, figure=False))


def _held(material: Material, finding: Finding) -> float:
    """The share of the topic, or of what a follow-up adds to it, that the finding holds."""
    text = " ".join((*finding.chunk.headings, finding.sentence.of(finding.plan.text)))
    asked = (material.question.topic, material.question.focus)
    return max(material.coverage(words, text) for words in asked if words)


def write_counted(material: Material) -> Draft:
    """The best passages that hold an amount, where none names what is counted as the question does."""
    wanted = asked(material.question.standalone)
    held = [
        finding
        for finding in ranked(material, figure=False)
        if _held(material, finding) >= _COUNTED_COVERAGE
        and holds_amount(
            finding.plan,
            finding.sentence,
            wanted,
            material.coverage,
            " ".join((*finding.chunk.headings, finding.chunk.text)),
        )
    ]
    return _draft(material, held)


def write_holding(material: Material) -> Draft:
    """The best passages with an amount of the asked measure, whatever words tell what is counted.

    One that names what is counted and counts other things tells no number of it.
    """
    wanted = asked(material.question.standalone)
    held = [
        finding
        for finding in ranked(material, figure=False)
        if _holds(material, finding, Asked(wanted.unit, ""))
        and (not _names(material, finding, wanted.noun) or _holds(material, finding, wanted))
    ]
    return _draft(material, held)


def _holds(material: Material, finding: Finding, wanted: Asked) -> bool:
    return holds_amount(
        finding.plan, finding.sentence, wanted, material.coverage, finding.chunk.text
    )


def _names(material: Material, finding: Finding, noun: str) -> bool:
    """Whether the finding's sentence names the counted thing by its first two syllables.

    A noun typed without marks is matched too loosely to tell.
    """
    said = " ".join(noun.split()[:2]) if has_diacritics(material.question.standalone) else ""
    text = finding.sentence.of(finding.plan.text)
    return bool(said) and material.coverage(said, text) >= _NAMED


def _draft(material: Material, findings: list[Finding]) -> Draft:
    if not findings:
        return Draft(WRITER)
    several = len(findings) > 1
    if material.question.detailed:
        findings = [replace(f, sentence=Span(f.chunk.start, f.chunk.end)) for f in findings]
    max_chars = MAX_DETAIL_CHARS if material.question.detailed else MAX_QUOTE_CHARS
    statements = tuple(
        statement
        for finding in findings
        for statement in told(finding, several=several, max_chars=max_chars)
    )
    return Draft(WRITER, statements)


def ranked(material: Material, *, figure: bool) -> list[Finding]:
    """The findings of the concerned plans, best first, those far below the best left out."""
    found = [finding for plan in material.plans if (finding := find(material, plan, figure=figure))]
    found.sort(key=lambda finding: -finding.score)
    return [f for f in found if f.score >= _CLOSE * found[0].score][:MAX_PLANS]


def told(
    finding: Finding, *, several: bool, max_chars: int = MAX_QUOTE_CHARS
) -> Sequence[DraftStatement]:
    """The lead with its scope, and the quotation."""
    plan = finding.plan
    piece = trimmed(plan, finding.sentence, finding.focus, max_chars)
    quotation = quoted(plan, piece, finding.sentence)
    evidence = (proof(finding.chunk, piece),)
    if finding.lead:
        text = say("quoting.led", lead=finding.lead, province=plan.province, quote=quotation)
    else:
        text = say("quoting.plain", province=plan.province, quote=quotation)
    statement = DraftStatement(text, evidence, lead=finding.lead, bullet=several)
    return (statement, *_introduced(finding))


def _introduced(finding: Finding) -> Sequence[DraftStatement]:
    """The beginnings of what the quoted chunk introduces ("…, gồm:")."""
    if not finding.chunk.text.rstrip().endswith(":") or finding.sentence.end < finding.chunk.end:
        return ()
    statements = []
    for chunk in members(finding.plan, finding.chunk)[:MAX_MEMBERS]:
        whole = Span(chunk.start, chunk.end)
        start = sentences(chunk.text, chunk.start)[0]
        piece = trimmed(finding.plan, start, Span(start.start, start.start + 1), MAX_MEMBER_CHARS)
        text = reading(finding.plan, piece).rstrip(";.,") + (" …" if piece.end < whole.end else "")
        statements.append(DraftStatement(text, (proof(chunk, piece),), bullet=True))
    return statements
