"""What differs between the cells of an aspect, computed from their values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.comparing.cells import quoted_span
from app.comparing.passages import Cell
from app.draft import Derived, DraftStatement, Operation, Proof
from app.proving.verify import recomputed
from app.reading.finding import Finding
from app.reading.material import proof
from ingest.plan import Plan
from ingest.quantities import canonical, format_number
from prompts import text as say

_SHARES = "%"
_PARTS = re.compile(r"(\d+)\s?/\s?(\d+)(?!\d)")


@dataclass(frozen=True, slots=True)
class _Measured:
    """A figure in its canonical unit (đồng, %, or what it counts)."""

    finding: Finding
    value: Decimal
    unit: str

    @property
    def province(self) -> str:
        return self.finding.plan.province

    @property
    def shown(self) -> str:
        quantity = self.finding.figure.quantity if self.finding.figure else None
        if quantity is None:
            return ""
        space = "" if self.unit == _SHARES else " "
        return f"{format_number(quantity.value)}{space}{quantity.unit}".strip()

    @property
    def steps(self) -> tuple[Derived, ...]:
        """How the share follows from a figure in two parts ("44/63 hệ thống"), if it does."""
        parts = _PARTS.match(self.finding.lead) if self.unit == _SHARES else None
        if parts is None:
            return ()
        operands = (Decimal(parts[1]), Decimal(parts[2]))
        return (Derived(self.value, Operation.SHARE, operands),)


def differences(cells: Sequence[Cell], *, times: bool = False) -> Sequence[DraftStatement]:
    """Which figure is higher and by how much; of more than two their whole order.

    With `times`, of two counts also how many times the one is the other.
    """
    measured = [
        _Measured(cell.finding, *canonical(cell.finding.figure.quantity))
        for cell in cells
        if cell.finding is not None and cell.finding.figure is not None
    ]
    kinds = {item.unit if item.unit in ("đồng", _SHARES) else "" for item in measured}
    if len(measured) < 2 or len(kinds) > 1:
        return ()
    ordered = sorted(measured, key=lambda item: -item.value)
    if len(ordered) > 2:
        return (_order(ordered),)
    multiple = _multiple(*ordered) if times else None
    return (*((multiple,) if multiple else ()), _pair(*ordered))


def units_differ(cells: Sequence[Cell]) -> bool:
    """Whether the figures measure different things (a count beside a share)."""
    kinds = {
        unit if unit in ("đồng", _SHARES) else ""
        for cell in cells
        if cell.finding is not None and cell.finding.figure is not None
        for unit in (canonical(cell.finding.figure.quantity)[1],)
    }
    return len(kinds) > 1


def only_one(plans: Sequence[Plan], cells: Sequence[Cell]) -> Sequence[DraftStatement]:
    """That a single plan states it, the others being silent."""
    stating = [(p, c.finding) for p, c in zip(plans, cells, strict=True) if c.finding is not None]
    if len(stating) != 1 or len(plans) < 2:
        return ()
    plan, finding = stating[0]
    text = say("comparison.only_one", province=plan.province)
    return (DraftStatement(text, (_proof(finding),), lead=plan.province),)


def who_states(plans: Sequence[Plan], cells: Sequence[Cell]) -> Sequence[DraftStatement]:
    """For "tỉnh nào …": the provinces whose plan states it, and those whose plan does not."""
    stating = [(p, c.finding) for p, c in zip(plans, cells, strict=True) if c.finding is not None]
    silent = [p.province for p, c in zip(plans, cells, strict=True) if c.finding is None]
    names = ", ".join(plan.province for plan, _ in stating)
    evidence = tuple(_proof(finding) for _, finding in stating)
    told = [DraftStatement(say("comparison.stating", provinces=names), evidence, lead=names)]
    if silent:
        told.append(DraftStatement(say("comparison.not_stating", provinces=", ".join(silent))))
    return told


def _proof(finding: Finding) -> Proof:
    return proof(finding.chunk, quoted_span(finding))


def _order(ordered: Sequence[_Measured]) -> DraftStatement:
    """All figures from the highest to the lowest, equal ones named together."""
    ranks: list[list[_Measured]] = []
    for item in ordered:
        if ranks and ranks[-1][0].value == item.value:
            ranks[-1].append(item)
        else:
            ranks.append([item])
    shown = [
        say(
            "comparison.ranked",
            provinces=", ".join(item.province for item in rank),
            value=rank[0].shown,
        )
        for rank in ranks
    ]
    evidence = tuple(_proof(item.finding) for item in ordered)
    steps = tuple(step for item in ordered for step in item.steps)
    if len(shown) == 1:
        text = say("comparison.all_same", provinces=shown[0])
        return DraftStatement(text, evidence, derived=steps)
    first, *middle, last = shown
    between = say("comparison.between", provinces="; ".join(middle)) if middle else ""
    text = say("comparison.order", highest=first, between=between, lowest=last)
    lead = ", ".join(item.province for item in ranks[0])
    return DraftStatement(text, evidence, lead=lead, derived=steps)


def _pair(high: _Measured, low: _Measured) -> DraftStatement:
    evidence = (_proof(high.finding), _proof(low.finding))
    if high.value == low.value:
        text = say("comparison.same", first=high.province, second=low.province)
        return DraftStatement(text, evidence)
    assert high.finding.figure and low.finding.figure  # noqa: S101  narrowed by the caller
    one, other = high.finding.figure.quantity, low.finding.figure.quantity
    if high.unit == _SHARES or (high.unit == "đồng" and one.unit != other.unit):
        text = say(
            "comparison.higher",
            high=high.province,
            low=low.province,
            left=high.shown,
            right=low.shown,
        )
        steps = (*high.steps, *low.steps)
        return DraftStatement(text, evidence, lead=high.province, derived=steps)
    gap = one.value - other.value
    unit = one.unit if high.unit == "đồng" else ""
    text = say(
        "comparison.difference",
        high=high.province,
        low=low.province,
        gap=f"{format_number(gap)} {one.unit}".strip(),
        left=f"{format_number(one.value)} {unit}".strip(),
        right=f"{format_number(other.value)} {unit}".strip(),
    )
    derived = (Derived(gap, Operation.DIFFERENCE, (one.value, other.value)),)
    return DraftStatement(text, evidence, lead=high.province, derived=derived)


def _multiple(high: _Measured, low: _Measured) -> DraftStatement | None:
    """How many times the lower figure the higher one is; None for shares and unlike units."""
    assert high.finding.figure and low.finding.figure  # noqa: S101  narrowed by the caller
    one, other = high.finding.figure.quantity, low.finding.figure.quantity
    unlike = high.unit == "đồng" and one.unit != other.unit
    if high.unit == _SHARES or unlike or not other.value or one.value == other.value:
        return None
    operands = (one.value, other.value)
    ratio = recomputed(Derived(Decimal(0), Operation.RATIO, operands))
    text = say(
        "comparison.times",
        high=high.province,
        low=low.province,
        times=format_number(ratio),
        left=format_number(one.value),
        right=format_number(other.value),
    )
    evidence = (_proof(high.finding), _proof(low.finding))
    return DraftStatement(
        text, evidence, lead=high.province, derived=(Derived(ratio, Operation.RATIO, operands),)
    )
