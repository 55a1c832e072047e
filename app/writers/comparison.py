"""Comparisons: one row a province, each cell with its own proof or "Kế hoạch không nêu"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from app.answer import Notice, NoticeKind
from app.citing import period_text
from app.comparing.aspects import Aspect, asks_times, aspects
from app.comparing.cells import held, lacks_figure, quote_cell, sureness, told_beside, value_cell
from app.comparing.differences import differences, only_one, units_differ, who_states
from app.comparing.moments import same_words, times_differ
from app.comparing.passages import Cell, asked_of, found_in, tense_of
from app.comparing.wanted import asks_time, says_time
from app.draft import Draft, DraftCell, DraftStatement, DraftTable
from app.reading.material import Material
from app.reading.tense import Tense
from app.words import wording
from index.search.retriever import ScoredChunk
from ingest.plan import Plan
from ingest.quantities import canonical
from prompts import text as say

WRITER = "comparison"
RELATIVE_FLOOR = 0.7
ALIKE_FLOOR = 0.45
"""The same where the figure is of the same unit or noun: the words around it may be others."""
NEAR_FLOOR = 0.55
"""The same for words, where the passage would surely answer by itself."""
SURE = 0.5
SAME_THING = 0.5
"""Coverage of the aspect by both passages from which their figures are of the same thing."""

SAME_CLAUSE = 0.35
"""The same by the clauses of the figures alone, without headings."""


def write(material: Material) -> Draft:
    """A table over the asked provinces (and those without a plan), then what differs."""
    material = _searching_once(material)
    asked = aspects(material.question.standalone, material.plans)
    n_aspects = max(map(len, asked.values()), default=0)
    columns = [_column(material, asked, at) for at in range(n_aspects)]
    stated = [
        not lacks_figure(material, cell, asked[plan.plan_id][at])
        for at, column in enumerate(columns)
        for plan, cell in zip(material.plans, column, strict=True)
    ]
    if not any(stated):
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


def _column(material: Material, asked: Mapping[str, Sequence[Aspect]], at: int) -> tuple[Cell, ...]:
    """Each plan's cell for one aspect, without those far weaker than the best one.

    What is compared is how much of its aspect the quoted words with their headings hold: a plan
    far below the best does not state it.
    """
    cells = _of_one_time(
        material,
        asked,
        at,
        [found_in(material, plan, asked[plan.plan_id][at]) for plan in material.plans],
    )
    shares = [
        held(material, cell, asked[plan.plan_id][at])
        for plan, cell in zip(material.plans, cells, strict=True)
    ]
    best = max(shares, default=0.0)
    strongest = cells[shares.index(best)]
    kept: list[Cell] = []
    for plan, cell, share in zip(material.plans, cells, shares, strict=True):
        aspect = asked[plan.plan_id][at]
        holds = share >= RELATIVE_FLOOR * best or (
            cell.finding is not None
            and _states_as_well(material, plan, aspect, (cell, share), (strongest, best))
        )
        kept.append(cell if holds else replace(cell, finding=None))
    return tuple(kept)


def _states_as_well(
    material: Material,
    plan: Plan,
    aspect: Aspect,
    weaker: tuple[Cell, float],
    best: tuple[Cell, float],
) -> bool:
    """Whether a cell that holds less of the aspect than the best one states it in other words.

    Its figure counts the same, it names the time that is asked for, or its passage would surely
    answer the question of its plan alone.
    """
    (cell, share), (strongest, most) = weaker, best
    if _alike(cell, strongest):
        beside = told_beside(material, cell, aspect)
        if beside >= ALIKE_FLOOR * share and max(share, beside) >= ALIKE_FLOOR * most:
            return True
    elif cell.figures or share < NEAR_FLOOR * most:
        return False
    dated = cell.finding is not None and cell.finding.lead and asks_time(aspect)
    return bool(dated) or sureness(asked_of(material, plan, aspect), cell) >= SURE


def _alike(cell: Cell, other: Cell) -> bool:
    """Whether two cells state figures that count or measure the same."""
    units = [
        wording.folded(canonical(finding.figure.quantity)[1])
        for finding in (cell.finding, other.finding)
        if finding is not None and finding.figure is not None
    ]
    return len(units) == 2 and units[0] == units[1]


def _of_one_time(
    material: Material, asked: Mapping[str, Sequence[Aspect]], at: int, cells: Sequence[Cell]
) -> Sequence[Cell]:
    """The cells, what is planned beside what there is elsewhere made what there is there too.

    Only where the question leaves the time open and the other passage holds as much.
    """
    question = material.question.standalone
    pairs = list(zip(material.plans, cells, strict=True))
    tenses = [tense_of(cell, plan.period[0]) for plan, cell in pairs]
    if Tense.STATE not in tenses or any(says_time(question, plan) for plan in material.plans):
        return cells
    alike: list[Cell] = []
    for (plan, cell), tense in zip(pairs, tenses, strict=True):
        aspect = asked[plan.plan_id][at]
        if tense is Tense.PLANNED:
            other = found_in(material, plan, aspect, now=True)
            same = tense_of(other, plan.period[0]) is Tense.STATE
            near = held(material, other, aspect) >= RELATIVE_FLOOR * held(material, cell, aspect)
            cell = other if same and near else cell
        alike.append(cell)
    return alike


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
