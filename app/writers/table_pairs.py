"""Two amounts of a table set side by side: how far apart, how many times, what share; the mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.draft import Derived, DraftStatement, Operation
from app.reading.material import Material
from app.tabular.columns import (
    bare_group,
    columns_of,
    data_rows,
    row_noun,
    total_row,
)
from app.tabular.narrowing import amount_of
from app.tabular.parsed import Scope, TableQuery
from app.words import wording
from app.writers.amounts import (
    Amount,
    conversion,
    derived,
    heading,
    measured,
    said,
)
from app.writers.table_row import lookup
from app.writers.table_rows import scope_text
from ingest.quantities import format_number
from prompts import text as say

_PAIR = 2
# "Tổng vốn của dự án", not "tổng vốn các dự án".
_OWN_TOTAL = re.compile(
    r"(?<!\w)(?:tong|toan bo) (?:von|kinh phi|muc|so)(?: dau tu| von| tien)* (?:cua )?(?:ca |chinh )?(?:du an|nhiem vu|no)(?! (?:cua|cntt|trong))"
)


@dataclass(frozen=True, slots=True)
class _Operand:
    name: str
    amount: Amount

    @property
    def line(self) -> str:
        """The operand with its amount, its sum spelled out when it is one."""
        amount = said(self.amount.value, self.amount.unit)
        steps = f" = {self.amount.spelled}" if len(self.amount.operands) > 1 else ""
        return say("table.operand", name=self.name, amount=amount + steps)

    def statement(self) -> DraftStatement:
        """The operand as a statement of its own."""
        steps = (*self.amount.steps, *conversion(self.amount.value, self.amount.unit))
        return DraftStatement(self.line, self.amount.proofs, bullet=True, derived=steps)


def _operands(query: TableQuery) -> list[_Operand]:
    """What is set side by side: the scopes in one column, else one scope in several columns."""
    if len(query.scopes) > 1:
        pairs = [
            (scope.label, measured(query.plan, query.table, scope, query.columns))
            for scope in query.scopes
        ]
    elif len(query.columns) > 1 and query.columns != columns_of(query.table).amounts:
        scope = query.scopes[0]
        pairs = [
            (heading(query.table, (i,)), measured(query.plan, query.table, scope, (i,)))
            for i in query.columns
        ]
    else:
        pairs = []
    return [_Operand(name, amount) for name, amount in pairs if amount is not None]


def _pair(query: TableQuery) -> tuple[_Operand, _Operand] | None:
    found = _operands(query)
    return (found[0], found[1]) if len(found) == _PAIR else None


def gap(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """How far two amounts lie apart, and which is larger."""
    pair = _pair(query)
    if pair is None:
        return ()
    first, second = sorted(pair, key=lambda operand: -operand.amount.value)
    step = derived(Operation.DIFFERENCE, first.amount.value, second.amount.value)
    unit = first.amount.unit
    of_years = len(query.years) == _PAIR and len(query.scopes) == 1
    values = {
        "gap": said(step.value, unit),
        "high": said(first.amount.value, unit, convert=False),
        "low": said(second.amount.value, unit, convert=False),
    }
    if not step.value:
        text = say(
            "table.gap_same",
            first=first.name,
            second=second.name,
            amount=said(first.amount.value, unit),
        )
    elif of_years:
        text = _over_years(query, pair, values)
    else:
        text = say("table.gap_more", first=first.name, second=second.name, **values)
    lead = said(step.value, unit, convert=False) if step.value else first.name
    del material
    return _concluded(text, lead, pair, step, conversion(step.value, unit))


def _over_years(query: TableQuery, pair: Sequence[_Operand], values: dict[str, str]) -> str:
    """The later year against the earlier one."""
    earlier, later = sorted(pair, key=lambda operand: operand.name)
    key = "table.gap_up" if later.amount.value > earlier.amount.value else "table.gap_down"
    name = query.scopes[0].label or query.table.caption
    return say(key, name=name, first=later.name, second=earlier.name, **values)


def _concluded(
    text: str, lead: str, pair: Sequence[_Operand], step: Derived, more: Sequence[Derived] = ()
) -> Sequence[DraftStatement]:
    """The conclusion over all rows of both operands, then each operand."""
    proofs = tuple(dict.fromkeys(p for operand in pair for p in operand.amount.proofs))
    steps = tuple(s for operand in pair for s in operand.amount.steps)
    conversions = tuple(
        s for operand in pair for s in conversion(operand.amount.value, operand.amount.unit)
    )
    first = DraftStatement(text, proofs, lead=lead, derived=(*steps, *conversions, step, *more))
    return (first, *(operand.statement() for operand in pair))


def ratio(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """How many times the smaller amount the larger one is."""
    del material
    pair = _pair(query)
    if pair is None:
        return ()
    first, second = sorted(pair, key=lambda operand: -operand.amount.value)
    if not second.amount.value:
        return ()
    step = derived(Operation.RATIO, first.amount.value, second.amount.value)
    times = say("table.times", count=format_number(step.value))
    text = say(
        "table.ratio",
        first=first.name,
        second=second.name,
        times=times,
        high=format_number(first.amount.value),
        low=format_number(second.amount.value),
    )
    return _concluded(text, times, pair, step)


def share(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """The share of a row, a group, an office or a column in the whole it belongs to."""
    found = _of_itself(material, query) or _part_and_whole(query)
    if found is None:
        return ()
    part, whole = found
    if part.amount.unit == "%" or not whole.amount.value:
        return lookup(material, query) if query.named else ()
    step = derived(Operation.SHARE, part.amount.value, whole.amount.value)
    told = f"{format_number(step.value)}%"
    text = say(
        "table.share",
        share=told,
        name=part.name,
        part=said(part.amount.value, part.amount.unit),
        whole=said(whole.amount.value, whole.amount.unit),
        scope=f" ({whole.name})" if whole.name else "",
    )
    return _concluded(text, told, (part, whole), step)


def _of_itself(material: Material, query: TableQuery) -> tuple[_Operand, _Operand] | None:
    """A named row's amount of some years in all that the row gets, where that is the whole."""
    total = columns_of(query.table).total
    folded = wording.folded(material.question.standalone)
    if not (query.named and query.years) or total is None or not _OWN_TOTAL.search(folded):
        return None
    scope = query.scopes[0]
    part = measured(query.plan, query.table, scope, query.columns)
    whole = measured(query.plan, query.table, scope, (total,))
    if part is None or whole is None:
        return None
    names = f"{scope.label}, {heading(query.table, query.columns)}", heading(query.table, (total,))
    return _Operand(names[0], part), _Operand(names[1], whole)


def _part_and_whole(query: TableQuery) -> tuple[_Operand, _Operand] | None:
    """The part that is named, and the group, the row or the table that it is a part of."""
    table, column = query.table, columns_of(query.table)
    asked, own = query.columns, column.amounts
    part_scope = query.scopes[0]
    all_rows = Scope("", tuple(data_rows(table)), total_row(table))
    by_column = asked != own and not query.years and column.total is not None
    if by_column and not (query.named or query.chosen.restricts):
        part = measured(query.plan, table, all_rows, asked)
        whole = measured(query.plan, table, all_rows, own)
        names = heading(table, asked), heading(table, own)
    elif by_column and query.named:
        part = measured(query.plan, table, part_scope, asked)
        whole = measured(query.plan, table, part_scope, own)
        names = f"{part_scope.label}, {heading(table, asked)}", heading(table, own)
    elif query.named or query.chosen.restricts:
        inside = _inside(query)
        part = measured(query.plan, table, part_scope, asked)
        whole = measured(query.plan, table, inside or all_rows, asked)
        names = part_scope.label, inside.label if inside else table.caption
    else:
        return None
    if part is None or whole is None:
        return None
    return _Operand(names[0], part), _Operand(names[1], whole)


def _inside(query: TableQuery) -> Scope | None:
    """The group that a named row or office is a part of, where the question names it."""
    if len(query.chosen.groups) != 1 or not (query.named or query.chosen.owners):
        return None
    group = query.chosen.groups[0]
    rows = tuple(row for row in data_rows(query.table) if row.group == group)
    return Scope(bare_group(group), rows)


def average(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """The mean a year, where the question says so and the table has years, else a row."""
    scope = query.scopes[0]
    total = measured(query.plan, query.table, scope, query.columns)
    column = columns_of(query.table)
    by_year = "nam" in wording.folded(material.question.standalone).split() and column.years
    rows = [row for row in scope.rows if amount_of(row, query.columns) is not None]
    n = len(column.years) if by_year and not query.years else len(rows)
    if total is None or n < _PAIR or total.unit == "%":
        return ()
    step = derived(Operation.AVERAGE, total.value, factor=Decimal(n))
    noun = say("table.average_year") if by_year and not query.years else row_noun(query.table)
    amount = said(step.value, total.unit, convert=False)
    text = say(
        "table.average",
        amount=amount,
        noun=noun,
        scope=scope_text(query.chosen, scope),
        total=format_number(total.value),
        count=n,
    )
    return (DraftStatement(text, total.proofs, lead=amount, derived=(*total.steps, step)),)
