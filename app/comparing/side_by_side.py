"""The cells of one aspect beside each other: of one time, of one unit, and which plans state it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.comparing.aspects import Aspect
from app.comparing.cells import held, sureness, told_beside
from app.comparing.passages import Cell, asked_of, found_in, kind_of, measured_in, tense_of
from app.comparing.wanted import asks_time, counted_of, names_only, says_time
from app.proving.confidence import says_nothing_of
from app.reading.counted import PERCENT_UNIT
from app.reading.counted import asked as counted
from app.reading.material import Material
from app.reading.tense import Tense
from app.words import wording
from ingest.plan import Plan
from ingest.quantities import canonical

RELATIVE_FLOOR = 0.7
OWN_FLOOR = 0.5
"""Coverage of an aspect of its own from which a plan states it."""
ALIKE_FLOOR = 0.45
"""The same where the figure is of the same unit or noun: the words around it may be others."""
NEAR_FLOOR = 0.55
"""The same for words, where the passage would surely answer by itself."""
SURE = 0.5


def column(material: Material, asked: Mapping[str, Sequence[Aspect]], at: int) -> tuple[Cell, ...]:
    """Each plan's cell for one aspect; figures where one that only names things finds them.

    "Dịch vụ tích hợp lên Cổng quốc gia: An Giang, Cao Bằng" compares how many there are, where
    the plans tell it as well as anything else.
    """
    cells = _column(material, asked, at)
    if any(cell.figures or cell.finding is None for cell in cells) or not all(
        names_only(asked[plan.plan_id][at]) for plan in material.plans
    ):
        return cells
    counting = {plan_id: tuple(map(counted_of, own)) for plan_id, own in asked.items()}
    figures = _column(material, counting, at)
    told = zip(material.plans, figures, cells, strict=True)
    if all(_told_as_well(material, asked[plan.plan_id][at], *pair) for plan, *pair in told):
        return figures
    return cells


def _told_as_well(material: Material, aspect: Aspect, figure: Cell, words: Cell) -> bool:
    """Whether a cell has a figure that counts what the aspect names, in as fitting a passage."""
    if figure.finding is None or figure.finding.figure is None:
        return False
    unit = wording.folded(figure.finding.figure.quantity.unit).split()[:1]
    near = held(material, figure, aspect) >= RELATIVE_FLOOR * held(material, words, aspect)
    return near and set(unit) <= set(wording.folded(aspect.topic).split()) and bool(unit)


def _column(material: Material, asked: Mapping[str, Sequence[Aspect]], at: int) -> tuple[Cell, ...]:
    """Each plan's cell for one aspect, without those far weaker than the best one.

    What is compared is how much of its aspect the quoted words with their headings hold: a plan
    far below the best does not state it.
    """
    found = [_found(material, plan, asked[plan.plan_id][at]) for plan in material.plans]
    cells = _of_one_unit(material, asked, at, _of_one_time(material, asked, at, found))
    shares = [
        held(material, cell, asked[plan.plan_id][at])
        for plan, cell in zip(material.plans, cells, strict=True)
    ]
    best = max(shares, default=0.0)
    strongest = cells[shares.index(best)]
    # How much of different aspects is held does not tell which of them is stated.
    same = len({asked[plan.plan_id][at].topic for plan in material.plans}) == 1
    floor = RELATIVE_FLOOR * best if same else min(RELATIVE_FLOOR * best, OWN_FLOOR)
    kept: list[Cell] = []
    for plan, cell, share in zip(material.plans, cells, shares, strict=True):
        aspect = asked[plan.plan_id][at]
        holds = share >= floor or (
            cell.finding is not None
            and _states_as_well(material, plan, aspect, (cell, share), (strongest, best))
        )
        kept.append(cell if holds else replace(cell, finding=None))
    return tuple(kept)


def _found(material: Material, plan: Plan, aspect: Aspect) -> Cell:
    """The plan's cell, without a passage where the plan says no word of the aspect."""
    cell = found_in(material, plan, aspect)
    silent = not cell.whole and says_nothing_of(plan, aspect.topic)
    return replace(cell, finding=None) if silent else cell


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
    alike = _alike(cell, strongest)
    if alike:
        beside = told_beside(material, cell, aspect)
        if beside >= ALIKE_FLOOR * share and max(share, beside) >= ALIKE_FLOOR * most:
            return True
    dated = cell.finding is not None and cell.finding.lead and asks_time(aspect)
    if dated and share >= ALIKE_FLOOR * most:
        return True
    if not alike and (cell.figures or share < NEAR_FLOOR * most):
        return False
    return sureness(asked_of(material, plan, aspect), cell) >= SURE


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


def _of_one_unit(
    material: Material, asked: Mapping[str, Sequence[Aspect]], at: int, cells: Sequence[Cell]
) -> Sequence[Cell]:
    """The cells, a share beside counts replaced by a count that is told nearly as well.

    Where things are counted ("bao nhiêu hộp thư"), a share of them tells no number of them.
    """
    kinds = [_kind(cell) for cell in cells]
    if "" not in kinds or PERCENT_UNIT not in kinds:
        return cells
    made: list[Cell] = []
    for plan, cell, kind in zip(material.plans, cells, kinds, strict=True):
        other = None
        if kind == PERCENT_UNIT:
            aspect = asked[plan.plan_id][at]
            silent = replace(cell, finding=None) if counted(aspect.text).noun else cell
            other = measured_in(material, plan, aspect, cell, "") or silent
        made.append(other or cell)
    return made


def _kind(cell: Cell) -> str | None:
    """What a cell's figure measures: money, a share, "" for a count; None without a figure."""
    if cell.finding is None or cell.finding.figure is None:
        return None
    return kind_of(cell.finding.figure.quantity)
