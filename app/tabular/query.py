"""A question of a plan's tables, parsed: the table, the operation, the rows and the columns.

Parsing is a step of retrieval too: the rows it selects are what the answer will be read from.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app import wording
from app.tabular import asking
from app.tabular.asking import Ask, Operation, ask_of
from app.tabular.columns import (
    bare_group,
    columns_of,
    data_rows,
    name_of,
    row_noun,
    rows_are_years,
    total_row,
)
from app.tabular.leftover import leftover
from app.tabular.naming import (
    ROW_FLOOR,
    Match,
    columns_named,
    groups_named,
    matches,
    numbered,
    rows_by_office,
    rows_in_pieces,
)
from app.tabular.offices import department_said, syllables
from app.tabular.narrowing import Filter, filter_of, names_amount, rows_of
from app.topic import without_places
from app.writers.material import Material, held_in
from ingest.plan import ChunkKind, Plan, Row, RowKind, Table

HIT_FLOOR = 0.3
"""Fit from which a row that retrieval ranks first is the row that is meant, when the question
uses a table's words; without them it takes HIT_FLOOR_UNSAID."""
HIT_FLOOR_UNSAID = 0.42
MAX_ROW_HITS = 3
_FOREIGN_WORDS = 2
"""Words that neither ask nor stand in a table's heads, from which a question is of something else."""
_NAMES_ROW = 0.4
"""Share of what is left of a question that a row's name must hold to be the row it names."""
_ANNEX = re.compile(r"phu luc (?:[ivxlc]+|\d+)(?!\w)")
# What every table may be asked for; it tells no table from another.
_ANY_OFFICE = ("don vi", "co quan")
_REST_FLOOR = 0.7
_REST_MARGIN = 0.05
_HELD_WEIGHT = 0.3
"""Of two rows that hold what is left of a question, the one of the shorter name is meant."""
_LISTING = re.compile(r"(?<!\w)(?:phu luc|danh muc|chu dau tu|tong muc dau tu|trong bang)(?!\w)")
_OF_ROWS = frozenset({Operation.LIST, Operation.COUNT, Operation.MAX, Operation.MIN})
_PAIRS = frozenset({Operation.GAP, Operation.RATIO, Operation.SHARE, Operation.SUM, Operation.LOOKUP})


@dataclass(frozen=True, slots=True)
class Scope:
    """Rows taken together under the name a sentence gives them; `whole` is the table's own row
    that holds their sums, when it has one."""

    label: str
    rows: tuple[Row, ...]
    whole: Row | None = None


@dataclass(frozen=True, slots=True)
class TableQuery:
    """What a question asks of one table of a plan.

    `scopes` are the rows, in as many parts as the question sets side by side; with `named` each
    is a row that the question names. `columns` are the columns of numbers it asks for, else the
    row's own amount. `absent` are years it names that the table has no column for, `rest` what it says beyond
    what any question of the table says,
    `stranger` an office it names that no row does; `unknown`: it names a row that is not there.
    """

    plan: Plan
    table: Table
    ask: Ask
    scopes: tuple[Scope, ...]
    columns: tuple[int, ...]
    chosen: Filter
    years: tuple[int, ...] = ()
    named: bool = False
    absent: tuple[int, ...] = ()
    rest: str = ""
    stranger: str = ""
    unknown: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all scopes, in order."""
        return tuple(row for scope in self.scopes for row in scope.rows)


def table_query(material: Material, plan: Plan) -> TableQuery | None:
    """The query that the question puts to a table of `plan`; None when it asks none."""
    question = material.question
    if not plan.tables or len(question.provinces) > 1 or not _speaks_of_a_table(material, plan):
        return None
    ask = ask_of(question.standalone)
    meant = _meant_table(material, plan)
    named = _named_rows(material, plan, ask, meant)
    table = named[0].table if named else meant
    query = _over(material, plan, table, ask, named)
    if _is_about(query):
        return query
    return replace(query, unknown=True) if _asks_of_listing(material, query) else None


def _asks_of_listing(material: Material, query: TableQuery) -> bool:
    """Whether the question places what it names in the table ("trong danh mục", "Phụ lục I")."""
    folded = wording.folded(material.question.standalone)
    return bool(_LISTING.search(folded)) and bool(_nouns_said([query.table], folded)) and (
        query.ask.operation is Operation.LOOKUP
    )


def _over(
    material: Material, plan: Plan, table: Table, ask: Ask, named: Sequence[Match]
) -> TableQuery:
    question, column = material.question, columns_of(table)
    chosen = filter_of(table, question.standalone, question.topic, material.coverage)
    years = tuple(y for y in asking.years_of(question.standalone, column) if column.of_year(y) is not None)
    absent = _absent_years(material, plan, table)
    columns = _asked_columns(material, table, years)
    if rows_are_years(table):
        by_year = {name_of(table, row): row for row in data_rows(table)}
        picked = [by_year[str(year)] for year in question.years if str(year) in by_year]
        named = [Match(plan, table, row, 1.0, 1.0) for row in picked]
        chosen, years = replace(chosen, filled=(), blank=(), only=False), ()
        ask = _over_year_rows(ask)
    rest = leftover(question.topic, plan, table, _said_names(chosen), material.coverage)
    if not named and rest:
        named = _named_by_rest(material, plan, table, rest)
    elif _narrows(material, ask, chosen, named, rest):
        named = []
    if named:
        scopes = tuple(Scope(name_of(table, m.row), (m.row,), m.row) for m in named)
    else:
        scopes = _scopes(table, ask, chosen)
        if not _MANY.search(wording.folded(question.standalone)):
            scopes = tuple(_closer(material, table, scope, rest) for scope in scopes)
    is_named = all(scope.rows == (scope.whole,) for scope in scopes)
    stranger = "" if named or chosen.owners else _stranger(material, table, column.owners)
    return TableQuery(
        plan, table, ask, scopes, columns, chosen, years, is_named, absent, rest, stranger
    )


_MANY = re.compile(r"(?<!\w)(?:cac|nhung|tat ca|toan bo|ca nhom|tong cong)(?!\w)")
_OWNS = re.compile(
    r"(?<!\w)(?:chu dau tu|chu tri|dung ten|phu trach|phoi hop|duoc giao|lam chu|dam nhan|"
    r"(?:nhung|cac|may|bao nhieu) (?:du an|nhiem vu)|(?:du an|nhiem vu) (?:nao|gi))(?!\w)"
)


def _stranger(material: Material, table: Table, owners: Sequence[int]) -> str:
    """The department that the question asks about as an owner and that no row has."""
    folded = wording.folded(material.question.standalone)
    if not owners or not _OWNS.search(folded):
        return ""
    said = department_said(_bare(material))
    cells = {" ".join(syllables(str(row.cells[i]))) for row in data_rows(table) for i in owners}
    own = " ".join(syllables(said))
    return said if said and not any(own in cell for cell in cells) else ""


def _named_by_rest(material: Material, plan: Plan, table: Table, rest: str) -> list[Match]:
    """The one row whose name holds what is left of the question, if one does it best."""
    ranked = []
    for row in data_rows(table):
        name = name_of(table, row)
        said = material.coverage(rest, name)
        ranked.append((said + _HELD_WEIGHT * held_in(name, rest, material.coverage), said, row))
    ranked.sort(key=lambda found: -found[0])
    (best, said, row), *others = ranked
    if said < _REST_FLOOR or (others and best - others[0][0] < _REST_MARGIN):
        return []
    return [Match(plan, table, row, best, said)]


def _said_names(chosen: Filter) -> tuple[str, ...]:
    return (*chosen.owners, *chosen.groups, *(text for _, text in chosen.cells))


def _closer(material: Material, table: Table, scope: Scope, rest: str) -> Scope:
    """Of an office's rows set beside another's, the one that the rest of the question names."""
    if not rest or not scope.label or len(scope.rows) < 2:  # noqa: PLR2004 - one row is the one
        return scope
    fits = {i: material.coverage(rest, name_of(table, row)) for i, row in enumerate(scope.rows)}
    best = max(fits, key=lambda i: fits[i])
    alone = sum(fit >= fits[best] for fit in fits.values()) == 1
    if fits[best] < ROW_FLOOR or not alone:
        return scope
    row = scope.rows[best]
    return Scope(name_of(table, row), (row,), row)


def _over_year_rows(ask: Ask) -> Ask:
    """Where each row is a year, the largest year is the largest row."""
    instead = {Operation.MAX_YEAR: Operation.MAX, Operation.MIN_YEAR: Operation.MIN}
    return replace(ask, operation=instead.get(ask.operation, ask.operation))


def _narrows(
    material: Material, ask: Ask, chosen: Filter, named: Sequence[Match], rest: str
) -> bool:
    """Whether the question is about rows that it restricts, though one row fits its words.

    What is left of it when offices, groups, heads and asking words are taken out names the row.
    """
    if len(named) != 1 or named[0].fit >= 1.0:
        return not named
    if ask.operation in {Operation.GROUPS, Operation.OWNERS, Operation.UNIT}:
        return True
    if chosen.low is not None or chosen.high is not None or chosen.even or chosen.only:
        return ask.operation in _OF_ROWS or asking.asks_list(material.question.standalone)
    row, table = named[0].row, named[0].table
    owners = (str(row.cells[i] or "") for i in columns_of(table).owners)
    own = " ".join((name_of(table, row), *owners))
    return not rest or material.coverage(rest, own) < _NAMES_ROW


def _scopes(table: Table, ask: Ask, chosen: Filter) -> tuple[Scope, ...]:
    """One scope for each owner or group that is named, else one for all that pass."""
    if ask.operation not in {Operation.LIST, Operation.COUNT} and not (chosen.only or chosen.blank):
        chosen = replace(chosen, filled=())
    if len(chosen.groups) > 1:
        parts = [replace(chosen, groups=(group,)) for group in chosen.groups]
    elif len(chosen.owners) > 1:
        parts = [replace(chosen, owners=(owner,)) for owner in chosen.owners]
    else:
        parts = [chosen]
    return tuple(Scope(_label(part), tuple(rows_of(table, part)), _whole(table, part)) for part in parts)


def _label(chosen: Filter) -> str:
    return ", ".join((*(bare_group(group) for group in chosen.groups), *chosen.owners))


def _whole(table: Table, chosen: Filter) -> Row | None:
    """The table's own row of sums for what is chosen: its total, or a group's head with numbers."""
    if not chosen.restricts:
        return total_row(table)
    only_group = len(chosen.groups) == 1 and not replace(chosen, groups=()).restricts
    if not only_group:
        return None
    heads = [row for row in table.rows if row.kind is RowKind.GROUP]
    named = [row for row in heads if any(row.cells[i] is not None for i in columns_of(table).numeric)]
    return next((row for row in named if bare_group(chosen.groups[0]) in map(str, row.cells)), None)


def _absent_years(material: Material, plan: Plan, table: Table) -> tuple[int, ...]:
    """The years that the question names and neither the table nor the plan's period has."""
    column = columns_of(table)
    first, last = plan.period
    held = plan.text[table.start : table.end] + " ".join(table.columns)
    return tuple(
        year
        for year in material.question.years
        if column.of_year(year) is None
        and str(year) not in held
        and str(year) not in plan.text
        and (column.by_year or not first <= year <= last)
    )


def _asked_columns(material: Material, table: Table, years: Sequence[int]) -> tuple[int, ...]:
    column = columns_of(table)
    by_year = [column.of_year(year) for year in years]
    if by_year:
        return tuple(dict.fromkeys(i for i in by_year if i is not None))
    spans = re.findall(r"20\d\d\s?[-–]\s?20\d\d", material.question.standalone)
    for first, last, i in column.spans:
        if any(re.findall(r"\d{4}", span) == [str(first), str(last)] for span in spans):
            return (i,)
    named = columns_named(table, material.question.standalone, material.coverage)
    return tuple(named) or column.amounts


def _speaks_of_a_table(material: Material, plan: Plan) -> bool:
    """Whether the question uses a table's words or retrieval puts a table's part first.

    For a question of money a part among the first few is enough.
    """
    standalone = material.question.standalone
    folded = wording.folded(standalone)
    if wording.TABLE.search(folded) or _nouns_said(plan.tables, folded):
        return True
    if names_amount(standalone):
        return ask_of(standalone).operation in {Operation.LIST, Operation.COUNT}
    if any(_years_and_money(table, material, folded) for table in plan.tables):
        return True
    near = MAX_ROW_HITS if wording.MONEY.search(folded) or wording.PEOPLE.search(folded) else 1
    return any(hit.chunk.table_id is not None for hit in material.of(plan)[:near])


def _years_and_money(table: Table, material: Material, folded: str) -> bool:
    """Whether the question asks for money of a year, or names a year, that the table tells."""
    if not wording.MONEY.search(folded) or not table.unit:
        return False
    if rows_are_years(table):
        names = {name_of(table, row) for row in data_rows(table)}
        return asking.asks_year(folded) or any(str(year) in names for year in material.question.years)
    column = columns_of(table)
    return bool(column.by_year) and (
        asking.asks_year(folded) or any(column.of_year(year) is not None for year in material.question.years)
    )


def _nouns_said(tables: Sequence[Table], folded: str) -> list[Table]:
    """The tables whose rows are what the question speaks of ("dự án")."""
    return [
        table
        for table in tables
        if (noun := wording.folded(row_noun(table)).split()[:2])
        and len(noun) > 1
        and " ".join(noun) not in _ANY_OFFICE
        and re.search(rf"(?<!\w){re.escape(' '.join(noun))}(?!\w)", folded)
    ]


def _annex_label(plan: Plan, table: Table) -> str:
    """The annex that `table` stands in, folded ("phu luc ii"), or "" when in none."""
    path = plan.sections[table.section_id].path if table.section_id is not None else ()
    found = _ANNEX.search(wording.folded(" ".join(path)))
    return found.group().replace(" 0", " ") if found else ""


def _tables(material: Material, plan: Plan) -> Sequence[Table]:
    """The tables that the question may mean: those of the annex or of the noun it names."""
    folded = wording.folded(material.question.standalone)
    said = [label.replace(" 0", " ") for label in _ANNEX.findall(folded)]
    annexed = [table for table in plan.tables if _annex_label(plan, table) in said]
    return annexed or _nouns_said(plan.tables, folded) or plan.tables


def _meant_table(material: Material, plan: Plan) -> Table:
    """The table whose heads the question's words fit best and retrieval finds most rows of."""
    tables = _tables(material, plan)
    if len(tables) == 1:
        return tables[0]
    votes = {table.table_id: 0.0 for table in tables}
    for hit in material.of(plan):
        if hit.chunk.table_id in votes:
            votes[hit.chunk.table_id] += 1.0 / hit.rank
    topic, question = material.question.topic, material.question.standalone

    def weight(table: Table) -> float:
        heads = " ".join((table.caption, *table.columns))
        named = filter_of(table, question, topic, material.coverage)
        asked = bool(columns_named(table, question, material.coverage))
        numbers = bool(columns_of(table).numeric)
        said = material.coverage(topic, heads)
        return votes[table.table_id] + 2 * said + asked + numbers + bool(named.owners or named.groups)

    return max(tables, key=weight)


def _named_rows(material: Material, plan: Plan, ask: Ask, meant: Table) -> list[Match]:
    """The rows whose names the question holds, or the row that retrieval ranks first."""
    question = material.question
    tables = _tables(material, plan)
    ranked = matches(plan, tables, question.standalone, question.topic, material.coverage)
    if by_number := numbered(ranked, question.standalone):
        return _of_named_group(material, by_number)
    if not columns_of(meant).owners:
        by_office = rows_by_office(plan, meant, question.standalone)
        if by_office:
            return by_office
    if ask.operation in _PAIRS or ask.operation in {Operation.MAX, Operation.MIN}:
        several = rows_in_pieces(ranked, _bare(material), material.coverage)
        if several:
            return several
    if ranked and ranked[0].fit >= ROW_FLOOR:
        return ranked[:1]
    folded = wording.folded(question.standalone)
    said = wording.TABLE.search(folded) or wording.MONEY.search(folded)
    floor = HIT_FLOOR if said else HIT_FLOOR_UNSAID
    first = {
        (hit.chunk.table_id, hit.chunk.start)
        for hit in material.of(plan)[:MAX_ROW_HITS]
        if hit.chunk.kind is ChunkKind.ROW
    }
    near = [match for match in ranked if (match.table.table_id, match.row.start) in first]
    return near[:1] if near and near[0].fit >= floor else []


def _bare(material: Material) -> str:
    """The question without its provinces."""
    return without_places(material.question.standalone, material.plans)


def _of_named_group(material: Material, found: Sequence[Match]) -> list[Match]:
    """Of rows with one number, those of the group that the question names."""
    question = material.question
    tables = {match.table.table_id: match.table for match in found}
    named = {
        (number, group)
        for number, table in tables.items()
        for group in groups_named(table, question.topic, question.standalone, material.coverage)
    }
    kept = [match for match in found if (match.table.table_id, match.row.group) in named]
    return kept or list(found)


def _is_about(query: TableQuery) -> bool:
    """Whether the table explains what the question speaks of: a row, a part, or all of it."""
    return query.named or query.chosen.restricts or len(query.rest.split()) < _FOREIGN_WORDS
