"""Comparisons: one row a province, each cell with its own proof or "Kế hoạch không nêu"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from app import wording
from app.answer import Notice, NoticeKind
from app.citing import period_text
from app.draft import Derived, Draft, DraftCell, DraftStatement, DraftTable, Operation
from app.finding import Finding, find, years_fit
from app.grounds import numbers
from app.groups import Group
from app.writers.lists import named_section
from app.writers.material import Material, proof, quoted, trimmed
from ingest.plan import Plan
from ingest.quantities import canonical, format_number
from prompts import text as say

WRITER = "comparison"
MAX_CELL_CHARS = 260
RELATIVE_FLOOR = 0.7
SAME_THING = 0.5
"""Coverage of the topic by both sentences from which their figures are of the same thing."""
SECTION_SCORE = 2.0
"""The score of a passage under the very heading that is asked for."""


def write(material: Material) -> Draft:
    """A table over the asked provinces (and those without a plan), then what differs."""
    material = _in_any_period(material)
    findings = {plan.plan_id: _finding(material, plan) for plan in material.plans}
    findings = _strong(material, findings)
    if not any(findings.values()):
        return Draft(WRITER)
    figures = _wants_figures(material)
    rows = [(plan.province, _cells(findings[plan.plan_id], figures)) for plan in material.plans]
    rows += [
        (name, (DraftCell(say("comparison.no_plan")),) * 2) for name in material.question.missing
    ]
    table = DraftTable((say("comparison.value"), say("comparison.quote")), tuple(rows))
    found = [finding for finding in findings.values() if finding is not None]
    alike = [
        f
        for f in found
        if material.coverage(material.question.topic, f.sentence.of(f.plan.text)) >= SAME_THING
    ]
    statements = (*_who_states(material, findings), *_difference(alike))
    silent = len(found) < len(rows)
    return Draft(WRITER, statements, table, _notices(found), partial=silent and len(found) < 2)


def _strong(material: Material, findings: dict[str, Finding | None]) -> dict[str, Finding | None]:
    """The findings without those far weaker than the best: such a plan does not state it.

    What is compared is how much of the topic the quoted words with their headings hold.
    """
    held = {plan_id: _held(material, f) for plan_id, f in findings.items() if f is not None}
    floor = RELATIVE_FLOOR * max(held.values(), default=0.0)
    return {
        plan_id: finding if held.get(plan_id, -1.0) >= floor else None
        for plan_id, finding in findings.items()
    }


def _held(material: Material, finding: Finding) -> float:
    heading = finding.chunk.headings[-1] if finding.chunk.headings else ""
    quoted_words = finding.sentence.of(finding.plan.text)
    return material.coverage(material.question.topic, f"{heading} {quoted_words}")


def _finding(material: Material, plan: Plan) -> Finding | None:
    """The plan's figure when the question wants figures, else its best passage."""
    if _wants_figures(material) and (finding := find(material, plan, figure=True)):
        return finding
    plain = find(material, plan, figure=False)
    section = named_section(material, plan)
    if section is None or (plain is not None and _inside(plain, section[1])):
        return plain
    item = section[1].items[0]
    score = max(plain.score if plain else 0.0, SECTION_SCORE)
    return Finding(plan, item.chunk, item.span, item.span, "", None, score, score)


def _inside(finding: Finding, group: Group) -> bool:
    return any(item.chunk.chunk_id == finding.chunk.chunk_id for item in group.items)


def _in_any_period(material: Material) -> Material:
    """The material without its years when they fit one of the plans: they are meant for that one."""
    question = material.question
    fits = any(years_fit(question, plan, "") for plan in material.plans)
    return replace(material, question=replace(question, years=())) if fits else material


def _wants_figures(material: Material) -> bool:
    folded = wording.folded(material.question.standalone)
    return bool(wording.asks_how_many(folded) or wording.MONEY.search(folded))


def _cells(finding: Finding | None, wants_figures: bool) -> tuple[DraftCell, DraftCell]:
    if finding is None:
        silent = DraftCell(say("comparison.silent"))
        return silent, silent
    piece = trimmed(finding.plan, finding.sentence, finding.focus, MAX_CELL_CHARS)
    evidence = (proof(finding.chunk, piece),)
    value = DraftCell(finding.lead or say("comparison.stated"), evidence)
    if wants_figures and finding.figure is None and not numbers(piece.of(finding.plan.text)):
        value = DraftCell(say("comparison.no_figure"))
    return value, DraftCell(quoted(finding.plan, piece, finding.sentence), evidence)


def _who_states(
    material: Material, findings: dict[str, Finding | None]
) -> Sequence[DraftStatement]:
    """For "tỉnh nào …": the provinces whose plan states it, and those whose plan does not."""
    if not wording.WHICH_PROVINCE.search(wording.folded(material.question.standalone)):
        return ()
    stating = [plan for plan in material.plans if findings[plan.plan_id] is not None]
    silent = [plan.province for plan in material.plans if findings[plan.plan_id] is None]
    evidence = tuple(
        proof(finding.chunk, trimmed(finding.plan, finding.sentence, finding.focus, MAX_CELL_CHARS))
        for finding in findings.values()
        if finding is not None
    )
    names = ", ".join(plan.province for plan in stating)
    told = [DraftStatement(say("comparison.stating", provinces=names), evidence, lead=names)]
    if silent:
        told.append(DraftStatement(say("comparison.not_stating", provinces=", ".join(silent))))
    return told


def _difference(found: Sequence[Finding]) -> Sequence[DraftStatement]:
    """Which figure is higher and by how much, for each pair of figures in the same unit."""
    measured = [(f, *canonical(f.figure.quantity)) for f in found if f.figure is not None]
    told: list[DraftStatement] = []
    for (first, a, unit), (second, b, other) in combinations(measured, 2):
        if unit != other or len(told) >= 3:
            continue
        told.append(_ordered(first, a, second, b, unit))
    return told


def _ordered(first: Finding, a: Decimal, second: Finding, b: Decimal, unit: str) -> DraftStatement:
    proofs = tuple(
        proof(f.chunk, trimmed(f.plan, f.sentence, f.focus, MAX_CELL_CHARS))
        for f in (first, second)
    )
    if a == b:
        text = say("comparison.same", first=first.plan.province, second=second.plan.province)
        return DraftStatement(text, proofs)
    high, low = (first, second) if a > b else (second, first)
    assert high.figure and low.figure  # noqa: S101  narrowed by the caller
    left, right = high.figure.quantity.value, low.figure.quantity.value
    comparable = high.figure.quantity.unit == low.figure.quantity.unit and unit != "%"
    if not comparable:
        text = say("comparison.higher", high=high.plan.province, low=low.plan.province)
        return DraftStatement(text, proofs)
    gap = left - right
    text = say(
        "comparison.difference",
        high=high.plan.province,
        low=low.plan.province,
        gap=f"{format_number(gap)} {high.figure.quantity.unit}".strip(),
        left=format_number(left),
        right=format_number(right),
    )
    return DraftStatement(
        text, proofs, derived=(Derived(gap, Operation.DIFFERENCE, (left, right)),)
    )


def _notices(found: Sequence[Finding]) -> tuple[Notice, ...]:
    """A notice when the compared plans are of different periods."""
    plans = list({finding.plan.plan_id: finding.plan for finding in found}.values())
    if len({(plan.period, plan.issued) for plan in plans}) < 2:
        return ()
    parts = "; ".join(
        say(
            "comparison.plan_period",
            province=plan.province,
            period=period_text(plan),
            issued=plan.issued.strftime("%d/%m/%Y"),
        )
        for plan in plans
    )
    return (Notice(NoticeKind.PERIODS_DIFFER, say("comparison.periods_differ", plans=parts)),)
