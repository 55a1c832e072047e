"""Which of a plan's tables a question means, and whether it asks for a table at all."""

import re
from collections.abc import Sequence

from app.reading.counted import MONEY_UNIT, asked
from app.reading.material import Coverage, Material, held_in
from app.tabular import asking
from app.tabular.asking import Operation, ask_of
from app.tabular.columns import (
    columns_of,
    data_rows,
    groups_of,
    leaf,
    name_of,
    row_noun,
    rows_are_years,
)
from app.tabular.naming import columns_named, rows_by_office
from app.tabular.narrowing import filter_of, names_amount
from app.tabular.offices import syllables
from app.words import wording
from ingest.plan import Plan, Table

MAX_ROW_HITS = 3
"""Passages of a question of money among which a row makes it one of a table."""
_HEADED_WORDS, _HEADED = 3, 0.75
"""Words of a topic, and the share of it in a table's heads, from which the table is meant."""
_ANNEX = re.compile(r"phu luc (?:[ivxlc]+|\d+)(?!\w)")
# What every table may be asked for; it tells no table from another.
_EXTREMES = frozenset({Operation.MAX, Operation.MIN})
_WHICH_HOLDER = re.compile(
    r"(?<!\w)(?:huyen|xa|phuong|thanh pho|thi xa|dia phuong|noi|so|nganh|so nganh|co quan|don vi|cho) (?:\w+ )?nao(?!\w)"
)
_HOLDER = re.compile(
    r"(?:huyen|thanh pho|thi xa|quan|xa|phuong|thi tran|dac khu|so|ban|van phong|thanh tra|cong an|ubnd|uy ban|chi cuc|trung tam|tinh) "
)
_HOLDER_WEIGHT = 3
"""What speaks for a table of the places that are named, or of the holders set in an order."""
_LONG_HEAD, _WHOLE_HEAD = 3, 0.97
"""Words of a column's head from which it tells its table, and the share that is then said."""
_PLACE = re.compile(r"(?:huyen|thanh pho|thi xa|quan|xa|phuong|thi tran|dac khu) ")
# By which of these a table calls its money tells it from another.
_MONEY_WORD = re.compile(r"(?<!\w)(?:von|kinh phi|du toan|ngan sach|muc dau tu)(?!\w)")
# What an office does or gets done stands in a table of its work, not in one of offices.
_DOES = re.compile(
    r"(?<!\w)(?:xay|lam|trien khai|dau tu|mua|nang cap|thuc hien|chu tri|chu dau tu|phu trach|du an|nhiem vu)(?!\w)[\w\s]* (?:gi|nao)(?!\w)"
)
_ANY_OFFICE = ("don vi", "co quan")


def speaks_of_a_table(material: Material, plan: Plan) -> bool:
    """Whether the question uses a table's words or retrieval puts a table's part first.

    For a question of money a part among the first few is enough.
    """
    standalone = material.question.standalone
    folded = wording.folded(standalone)
    if wording.TABLE.search(folded) or nouns_said(plan.tables, folded):
        return True
    if names_amount(standalone):
        return ask_of(standalone).operation in {Operation.LIST, Operation.COUNT}
    if any(_years_and_money(table, material, folded) for table in plan.tables):
        return True
    if any(ranks_holders(table, material, folded) for table in plan.tables):
        return True
    if any(_headed(table, material) for table in plan.tables):
        return True
    money = wording.MONEY.search(folded) or asked(standalone).unit == MONEY_UNIT
    near = MAX_ROW_HITS if money or wording.PEOPLE.search(folded) else 1
    return any(hit.chunk.table_id is not None for hit in material.of(plan)[:near])


def _headed(table: Table, material: Material) -> bool:
    """Whether the table's caption, column names and group names hold nearly all that is asked."""
    topic = material.question.topic
    heads = " ".join((table.caption, *table.columns, *groups_of(table)))
    return len(topic.split()) >= _HEADED_WORDS and material.coverage(topic, heads) >= _HEADED


def _years_and_money(table: Table, material: Material, folded: str) -> bool:
    """Whether the question asks for money of a year, or names a year, that the table tells."""
    if not wording.MONEY.search(folded) or not table.unit:
        return False
    if rows_are_years(table):
        names = {name_of(table, row) for row in data_rows(table)}
        return asking.asks_year(folded) or any(
            str(year) in names for year in material.question.years
        )
    column = columns_of(table)
    return bool(column.by_year) and (
        asking.asks_year(folded)
        or any(column.of_year(year) is not None for year in material.question.years)
    )


def ranks_holders(table: Table, material: Material, folded: str) -> bool:
    """Whether offices or places are asked for by the size of something that the table counts."""
    asked = _WHICH_HOLDER.search(folded)
    if asked is None or ask_of(material.question.standalone).operation not in _EXTREMES:
        return False
    rows = data_rows(table)
    holders = sum(bool(_HOLDER.match(wording.folded(name_of(table, row)))) for row in rows)
    named = columns_named(table, material.question.standalone, material.coverage)
    return bool(named) and 2 * holders >= len(rows)


def _names_place(table: Table, question: str) -> bool:
    """Whether `question` names a district or commune that a row is about, in the row's own words."""
    said = f" {' '.join(syllables(question))} "
    return any(
        f" {' '.join(syllables(name))} " in said
        for row in data_rows(table)
        if _PLACE.match(wording.folded(name := name_of(table, row)))
    )


def _longest_head_said(table: Table, question: str, coverage: Coverage) -> int:
    """The words of the longest head of a column of numbers that `question` says whole."""
    heads = (leaf(table, i) for i in columns_of(table).numeric)
    said = (head for head in heads if held_in(head, question, coverage) >= _WHOLE_HEAD)
    return max((len(head.split()) for head in said), default=0)


def nouns_said(tables: Sequence[Table], folded: str) -> list[Table]:
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


def tables_meant(material: Material, plan: Plan) -> Sequence[Table]:
    """The tables that the question may mean: those of the annex or of the noun it names."""
    folded = wording.folded(material.question.standalone)
    said = [label.replace(" 0", " ") for label in _ANNEX.findall(folded)]
    annexed = [table for table in plan.tables if _annex_label(plan, table) in said]
    holding = [t for t in plan.tables if _names_place(t, material.question.standalone)]
    return annexed or holding or nouns_said(plan.tables, folded) or plan.tables


def table_meant(material: Material, plan: Plan) -> Table:
    """The table whose heads the question's words fit best and retrieval finds most rows of."""
    tables = tables_meant(material, plan)
    if len(tables) == 1:
        return tables[0]
    votes = {table.table_id: 0.0 for table in tables}
    for hit in material.of(plan):
        if hit.chunk.table_id in votes:
            votes[hit.chunk.table_id] += 1.0 / hit.rank
    topic, question = material.question.topic, material.question.standalone
    folded = wording.folded(question)
    money = set(_MONEY_WORD.findall(folded))

    def weight(table: Table) -> float:
        heads = " ".join((table.caption, *table.columns))
        named = filter_of(table, question, topic, material.coverage)
        asked = bool(columns_named(table, question, material.coverage))
        numbers = bool(columns_of(table).numeric)
        said = material.coverage(topic, heads)
        owns = bool(named.owners and _DOES.search(wording.folded(question)))
        head = _longest_head_said(table, question, material.coverage)
        own_money = money & set(_MONEY_WORD.findall(wording.folded(heads)))
        return (
            votes[table.table_id]
            + 2 * said
            + 2 * (bool(own_money) + owns)
            + asked
            + numbers
            + (head >= _LONG_HEAD)
            + _HOLDER_WEIGHT
            * (_names_place(table, question) or ranks_holders(table, material, folded))
            + bool(
                named.owners or named.groups or (asked and rows_by_office(plan, table, question))
            )
        )

    return max(tables, key=weight)
