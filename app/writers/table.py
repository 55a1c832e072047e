"""Table answers: a row looked up, or rows filtered, counted, summed, ranked and set side by side.

The rows used are shown and cited, the arithmetic is spelled out and repeated by verification;
a blank cell is said to be blank, never zero. A year, an office or a row that the table does
not have is said to be missing, never answered with its neighbour.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.draft import Draft, DraftStatement
from app.reading.material import Material
from app.tabular.asking import Operation
from app.tabular.columns import columns_of, leaf, measures_several_things, row_noun
from app.tabular.parsed import TableQuery
from app.tabular.query import table_query
from app.writers import declining
from app.writers.table_order import extreme, extreme_year, most_rows
from app.writers.table_pairs import average, gap, ratio, share
from app.writers.table_row import lookup
from app.writers.table_rows import groups, listed, summed, unit
from app.writers.table_same import same
from prompts import text as say

WRITER = "table"

_Tell = Callable[[Material, TableQuery], Sequence[DraftStatement]]
_BY_OPERATION: dict[Operation, _Tell] = {
    Operation.LIST: listed,
    Operation.COUNT: listed,
    Operation.SUM: summed,
    Operation.MAX: extreme,
    Operation.MIN: extreme,
    Operation.MAX_YEAR: extreme_year,
    Operation.MIN_YEAR: extreme_year,
    Operation.GAP: gap,
    Operation.RATIO: ratio,
    Operation.SHARE: share,
    Operation.AVERAGE: average,
    Operation.SAME: same,
    Operation.GROUPS: groups,
    Operation.OWNERS: most_rows,
    Operation.UNIT: unit,
}

_ENDS = (Operation.MAX, Operation.MIN)
_ACROSS_ROWS = frozenset(
    {
        Operation.SUM,
        Operation.SHARE,
        Operation.AVERAGE,
        Operation.RATIO,
        Operation.MAX,
        Operation.MIN,
        Operation.MAX_YEAR,
        Operation.MIN_YEAR,
    }
)
"""What takes the numbers of several rows together; without sense where their units differ."""


def write(material: Material) -> Draft:
    """The table answer of the first concerned plan that has one."""
    for plan in material.plans:
        query = table_query(material, plan)
        if query is None:
            continue
        if reason := _missing(query):
            return Draft(
                declining.WRITER,
                (DraftStatement(reason),),
                own_words=True,
                tentative=query.unknown and not (query.absent or query.stranger),
            )
        statements = _told(material, query)
        if statements:
            return Draft(WRITER, tuple(statements))
    return Draft(WRITER)


def _missing(query: TableQuery) -> str:
    """Why the table cannot answer: the year, office or row that it does not have; or ""."""
    table, plan = query.table, query.plan
    place = {"table": table.caption, "number": plan.number, "province": plan.province}
    if query.absent:
        years = ", ".join(map(str, query.absent))
        held = ", ".join(map(str, sorted(columns_of(table).years)))
        if not held:
            return say("table.no_years", years=years, **place)
        return say("table.no_year", years=years, held=held, **place)
    if query.stranger:
        head = leaf(table, query.chosen.owner_column or 0)
        noun = row_noun(table)
        return say("table.no_owner", noun=noun, office=query.stranger, head=head, **place)
    return say("table.no_row", noun=row_noun(table), **place) if query.unknown else ""


def _told(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """What the operation yields, else what the next that the question may want yields.

    Beside what is computed of one named row, the row is shown as it stands.
    """
    mixed = measures_several_things(query.table)
    if {*_ENDS} <= {query.ask.operation, *query.ask.others} and not mixed:
        ends = (replace(query, ask=replace(query.ask, operation=end)) for end in _ENDS)
        return [statement for end in ends for statement in extreme(material, end)]
    for operation in (query.ask.operation, *query.ask.others):
        tell = None if mixed and operation in _ACROSS_ROWS else _BY_OPERATION.get(operation)
        told = (
            tell(material, replace(query, ask=replace(query.ask, operation=operation)))
            if tell
            else ()
        )
        if told:
            one = query.named and len(query.scopes) == 1
            return (*told, *lookup(material, query)) if one else told
    if query.named:
        return lookup(material, query)
    return () if mixed or (query.rest and not query.chosen.restricts) else summed(material, query)
