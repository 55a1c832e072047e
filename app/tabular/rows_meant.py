"""Which rows of a table a question names: by number, by office, by what their names hold."""

import re
from collections.abc import Sequence

from app.reading.material import Material, held_in
from app.tabular import asking
from app.tabular.asking import Ask, Operation
from app.tabular.columns import columns_of, data_rows, name_of
from app.tabular.leftover import leftover
from app.tabular.naming import (
    ROW_FLOOR,
    Match,
    groups_named,
    matches,
    numbered,
    pieces,
    rows_by_office,
)
from app.tabular.narrowing import Filter
from app.tabular.offices import department_said, syllables
from app.tabular.tables_meant import MAX_ROW_HITS, ranks_holders, tables_meant
from app.understanding.topic import without_places
from app.words import wording
from ingest.plan import ChunkKind, Plan, Table

HIT_FLOOR = 0.3
"""Fit from which a row that retrieval ranks first is the row that is meant, when the question
uses a table's words; without them it takes HIT_FLOOR_UNSAID."""
HIT_FLOOR_UNSAID = 0.42
OF_ROWS = frozenset({Operation.LIST, Operation.COUNT, Operation.MAX, Operation.MIN})
_PAIRS = frozenset(
    {Operation.GAP, Operation.RATIO, Operation.SHARE, Operation.SUM, Operation.LOOKUP}
)
OWNS = re.compile(
    r"(?<!\w)(?:chu dau tu|chu tri|dung ten|phu trach|phoi hop|duoc giao|lam chu|dam nhan|"
    r"(?:nhung|cac|may|bao nhieu) (?:du an|nhiem vu)|(?:du an|nhiem vu) (?:nao|gi))(?!\w)"
)
_NAMES_ROW = 0.4
"""Share of what is left of a question that a row's name must hold to be the row it names."""
_REST_FLOOR = 0.7
_REST_MARGIN = 0.05
_HELD_WEIGHT = 0.3
"""Of two rows that hold what is left of a question, the one of the shorter name is meant."""


def rows_meant(material: Material, plan: Plan, ask: Ask, meant: Table) -> list[Match]:
    """The rows whose names the question holds, or the row that retrieval ranks first."""
    question = material.question
    tables = tables_meant(material, plan)
    if ranks_holders(meant, material, wording.folded(question.standalone)):
        return []
    ranked = [
        match
        for match in matches(plan, tables, question.standalone, question.topic, material.coverage)
        if not _of_like_name(plan, name_of(match.table, match.row), question.standalone)
    ]
    if by_number := numbered(ranked, question.standalone):
        return _of_named_group(material, by_number)
    if not columns_of(meant).owners:
        by_office = rows_by_office(plan, meant, question.standalone)
        if by_office:
            return by_office
    if ask.operation in _PAIRS and (several := _in_pieces(material, plan, meant)):
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


def _of_like_name(plan: Plan, name: str, question: str) -> bool:
    """Whether a row is of a town called like its province, which alone `question` names."""
    row, province = wording.folded(name), wording.folded(plan.province)
    return (
        row.endswith(f" {province}")
        and len(row.split()) - len(province.split()) <= 2
        and (row not in wording.folded(question))
    )


def _in_pieces(material: Material, plan: Plan, table: Table) -> list[Match]:
    """The rows named one after another ("A và B"), in the question's order; [] below two."""
    chosen: list[Match] = []
    for piece in pieces(bare_question(material)):
        rest = leftover(piece, plan, table, (), material.coverage)
        for match in named_by_rest(material, plan, (table,), rest) if rest else ():
            if match.row not in [other.row for other in chosen]:
                chosen.append(match)
    return chosen if len(chosen) > 1 else []


def bare_question(material: Material) -> str:
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


def narrows(
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
        return ask.operation in OF_ROWS or asking.asks_list(material.question.standalone)
    row, table = named[0].row, named[0].table
    owners = (str(row.cells[i] or "") for i in columns_of(table).owners)
    own = " ".join((name_of(table, row), *owners))
    return not rest or material.coverage(rest, own) < _NAMES_ROW


def named_by_rest(
    material: Material, plan: Plan, tables: Sequence[Table], rest: str
) -> list[Match]:
    """The one row whose name holds what is left of the question, if one does it best."""
    ranked = []
    for table in tables:
        for row in data_rows(table):
            name = name_of(table, row)
            said = material.coverage(rest, name)
            held = _HELD_WEIGHT * held_in(name, rest, material.coverage)
            ranked.append(Match(plan, table, row, said + held, said))
    ranked.sort(key=lambda match: -match.fit)
    best, *others = ranked
    if best.said < _REST_FLOOR or (others and best.fit - others[0].fit < _REST_MARGIN):
        return []
    return [best]


def stranger_named(
    material: Material, table: Table, owners: Sequence[int], named: Sequence[Match]
) -> str:
    """The department that the question asks about as an owner and that no row has.

    None where the rows that it names speak of that department.
    """
    folded = wording.folded(material.question.standalone)
    if not owners or not OWNS.search(folded):
        return ""
    said = department_said(bare_question(material))
    cells = {" ".join(syllables(str(row.cells[i]))) for row in data_rows(table) for i in owners}
    own = " ".join(syllables(said))
    if any(own in " ".join(syllables(name_of(table, match.row))) for match in named):
        return ""
    if named and not asking.asks_list(material.question.standalone):
        return ""
    return said if said and not any(own in cell for cell in cells) else ""
