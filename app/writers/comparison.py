"""Comparisons: one row a province, each cell with its own proof or "Kế hoạch không nêu"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from app.answer import Notice, NoticeKind
from app.citing import period_text
from app.comparing.aspects import Aspect, asks_times, aspects
from app.comparing.cells import (
    held,
    lacks_figure,
    quote_cell,
    sureness,
    told_beside,
    value_cell,
)
from app.comparing.differences import differences, only_one, units_differ, who_states
from app.comparing.moments import same_words, times_differ
from app.comparing.passages import Cell, asked_of
from app.comparing.side_by_side import SURE
from app.comparing.side_by_side import column as column_of
from app.draft import Draft, DraftCell, DraftStatement, DraftTable
from app.reading.material import Material
from app.words import wording
from app.words.entities import asks_kind, has_asked_kind
from index.search.retriever import ScoredChunk
from ingest.plan import Plan
from ingest.quantities import canonical
from prompts import text as say

WRITER = "comparison"
SAME_THING = 0.5
"""Coverage of the aspect by both passages from which their figures are of the same thing."""
_GUESSED = 0.55
"""A passage's probability and share of the aspect together, below which it is a guess."""
SAME_CLAUSE = 0.35
"""The same by the clauses of the figures alone, without headings."""


def write(material: Material) -> Draft:
    """A table over the asked provinces (and those without a plan), then what differs."""
    material = _searching_once(material)
    asked = aspects(material.question.standalone, material.plans)
    n_aspects = max(map(len, asked.values()), default=0)
    columns = [column_of(material, asked, at) for at in range(n_aspects)]
    stated = [
        not lacks_figure(material, cell, asked[plan.plan_id][at])
        for at, column in enumerate(columns)
        for plan, cell in zip(material.plans, column, strict=True)
    ]
    if not any(stated) or _is_guess(material, asked, columns):
        return Draft(WRITER)
    statements: list[DraftStatement] = []
    for at, column in enumerate(columns):
        statements += _told(material, asked, column, at)
    found = [cell for column in columns for cell in column if cell.finding is not None]
    rows = len(material.plans) + len(material.question.missing)
    n_stating = sum(any(c[at].finding for c in columns) for at in range(len(material.plans)))
    return Draft(
        WRITER,
        tuple(statements),
        _table(material, asked, columns),
        _notices(found, columns),
        partial=n_stating < 2 and n_stating < rows,
    )


def _is_guess(
    material: Material, asked: Mapping[str, Sequence[Aspect]], columns: Sequence[Sequence[Cell]]
) -> bool:
    """Whether no cell has a figure, a time or an office, nor a passage that hardly errs.

    A name of the asked kind ("công ty nào") stands in many passages: only a sure one answers.
    Nor is a name enough where a single plan is held to compare.
    """
    by_kind = asks_kind(material.question.standalone)
    names_enough = not by_kind and len(material.plans) > 1
    for at, column in enumerate(columns):
        for plan, cell in zip(material.plans, column, strict=True):
            finding, aspect = cell.finding, asked[plan.plan_id][at]
            if finding is None:
                continue
            if cell.whole or finding.figure or (finding.lead and names_enough):
                return False
            sure = sureness(asked_of(material, plan, aspect), cell)
            value = value_cell(material, cell, aspect).text if by_kind else ""
            if by_kind and (sure < SURE or not has_asked_kind(aspect.text, value)):
                continue
            if sure + held(material, cell, aspect) >= _GUESSED:
                return False
    return True


def _searching_once(material: Material) -> Material:
    """The material with a search that ranks all plans at a time and remembers each query."""
    search = material.search
    if search is None:
        return material
    plan_ids = [plan.plan_id for plan in material.plans]

    @cache
    def ranked(query: str) -> Mapping[str, Sequence[ScoredChunk]]:
        return search(query, plan_ids)

    return replace(material, search=lambda query, _plan_ids: ranked(query))


def _table(
    material: Material,
    asked: Mapping[str, Sequence[Aspect]],
    columns: Sequence[Sequence[Cell]],
) -> DraftTable:
    """One aspect with its quotation, or a column an aspect."""
    single = len(columns) == 1
    rows: list[tuple[str, tuple[DraftCell, ...]]] = []
    for row, plan in enumerate(material.plans):
        own = asked[plan.plan_id]
        cells = [value_cell(material, column[row], own[at]) for at, column in enumerate(columns)]
        if single:
            cells.append(quote_cell(columns[0][row]))
        rows.append((plan.province, tuple(cells)))
    width = 2 if single else len(columns)
    absent = DraftCell(say("comparison.no_plan"))
    rows += [(name, (absent,) * width) for name in material.question.missing]
    names = [aspect.topic for aspect in asked[material.plans[0].plan_id]]
    heads = (say("comparison.value"), say("comparison.quote")) if single else _titles(names)
    return DraftTable(heads, tuple(rows))


def _titles(names: Sequence[str]) -> tuple[str, ...]:
    """The aspects as column titles."""
    bare = [name.strip(" ,.?:;") for name in names]
    return tuple(name[:1].upper() + name[1:] for name in bare)


def _told(
    material: Material, asked: Mapping[str, Sequence[Aspect]], column: Sequence[Cell], at: int
) -> Sequence[DraftStatement]:
    """What differs in one aspect, in a sentence or two."""
    alike = [
        cell
        for plan, cell in zip(material.plans, column, strict=True)
        if held(material, cell, asked[plan.plan_id][at]) >= SAME_THING
        or _of_one_noun(cell, column)
        or told_beside(material, cell, asked[plan.plan_id][at]) >= SAME_CLAUSE
    ]
    same_aspect = len({asked[plan.plan_id][at].topic for plan in material.plans}) == 1
    times = asks_times(material.question.standalone)
    differing = differences(alike, times=times) if same_aspect or _measures(material) else ()
    stating = [
        replace(cell, finding=None)
        if lacks_figure(material, cell, asked[plan.plan_id][at])
        else cell
        for plan, cell in zip(material.plans, column, strict=True)
    ]
    states = [cell.finding is not None for cell in stating]
    which = wording.WHICH_PROVINCE.search(wording.folded(material.question.standalone))
    timed = all(states) and times_differ(stating)
    if which and any(states) and not timed and not (differing and all(states)):
        return (*differing, *who_states(material.plans, stating))
    if differing:
        return differing
    kept = [cell for cell in stating if cell.finding]
    return (
        times_differ(kept)
        or (same_words(kept) if len(kept) == len(stating) and same_aspect else ())
        or only_one(material.plans, stating)
    )


def _of_one_noun(cell: Cell, column: Sequence[Cell]) -> bool:
    """Whether a cell's figure counts what every other figure of the column counts ("trạm …")."""
    nouns = {
        " ".join(wording.folded(canonical(other.finding.figure.quantity)[1]).split()[:1])
        for other in column
        if other.finding is not None and other.finding.figure is not None
    }
    counts = nouns.isdisjoint({"", "%", "dong"})
    return cell.finding is not None and len(nouns) == 1 and counts


def _measures(material: Material) -> bool:
    """Whether the question itself sets two figures of different things against each other."""
    return bool(wording.COMPARE_WORDS.search(wording.folded(material.question.standalone)))


def _notices(found: Sequence[Cell], columns: Sequence[Sequence[Cell]]) -> tuple[Notice, ...]:
    """That the compared plans are of different periods, or the figures of different kinds."""
    plans = {cell.finding.plan.plan_id: cell.finding.plan for cell in found if cell.finding}
    told: list[Notice] = []
    if len({(plan.period, plan.issued) for plan in plans.values()}) > 1:
        parts = "; ".join(_period(plan) for plan in plans.values())
        text = say("comparison.periods_differ", plans=parts)
        told.append(Notice(NoticeKind.PERIODS_DIFFER, text))
    if any(units_differ(column) for column in columns):
        told.append(Notice(NoticeKind.PERIODS_DIFFER, say("comparison.units_differ")))
    return tuple(told)


def _period(plan: Plan) -> str:
    return say(
        "comparison.plan_period",
        province=plan.province,
        period=period_text(plan),
        issued=plan.issued.strftime("%d/%m/%Y"),
    )
