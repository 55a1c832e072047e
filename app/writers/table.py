"""Table answers: a row looked up, or rows filtered, counted, summed and ranked.

The rows used are shown and cited, the arithmetic is spelled out and repeated by verification;
a blank cell is said to be blank, never zero.
"""

from collections.abc import Sequence

from app import wording
from app.draft import Draft, DraftStatement
from app.table_filter import names_amount
from app.tables import Match, Wanted, is_numbered, matches, wanted, wants_sum
from app.writers.material import Material
from app.writers.table_row import lookup
from app.writers.table_rows import over_rows, year_gap
from ingest.plan import ChunkKind, Plan

WRITER = "table"
ROW_FLOOR = 0.55
"""Fit of a row's name from which it is the row that is meant, wherever retrieval ranks it."""
HIT_FLOOR = 0.3
"""Fit from which a row that retrieval ranks first is the row that is meant, when the question
uses a table's words; without them it takes HIT_FLOOR_UNSAID."""
HIT_FLOOR_UNSAID = 0.42
MAX_ROW_HITS = 3


def write(material: Material) -> Draft:
    """The table answer of the first concerned plan that has one."""
    for plan in material.plans:
        statements = _told(material, plan)
        if statements:
            return Draft(WRITER, tuple(statements))
    return Draft(WRITER)


def _told(material: Material, plan: Plan) -> Sequence[DraftStatement]:
    question = material.question
    if not plan.tables or len(question.provinces) > 1 or not _speaks_of_a_table(material, plan):
        return ()
    if any(not _has_year(plan, year) for year in question.years):
        return ()
    operation = wanted(question.standalone)
    if operation is Wanted.LOOKUP and wants_sum(question.standalone):
        operation = Wanted.SUM
    row = _meant_row(material, plan)
    if operation is not Wanted.LOOKUP:
        told = over_rows(material, plan, operation, row_is_meant=row is not None)
        if told:
            return told
    if row is None:
        money = wording.MONEY.search(wording.folded(question.standalone))
        return over_rows(material, plan, Wanted.SUM, row_is_meant=True) if money else ()
    if operation is Wanted.YEAR_GAP and (
        told := year_gap(plan, row.table, row.row, question.years)
    ):
        return told
    return lookup(material, row)


def _has_year(plan: Plan, year: int) -> bool:
    first, last = plan.period
    return first <= year <= last or any(
        str(year) in plan.text[table.start : table.end] for table in plan.tables
    )


def _speaks_of_a_table(material: Material, plan: Plan) -> bool:
    """Whether the question uses a table's words or retrieval puts a table's part first.

    For a question of money a part among the first few is enough.
    """
    folded = wording.folded(material.question.standalone)
    if wording.TABLE.search(folded):
        return True
    if names_amount(material.question.standalone):
        return wanted(material.question.standalone) in (Wanted.LIST, Wanted.COUNT)
    near = MAX_ROW_HITS if wording.MONEY.search(folded) else 1
    return any(hit.chunk.table_id is not None for hit in material.of(plan)[:near])


def _meant_row(material: Material, plan: Plan) -> Match | None:
    """The row whose name the question holds, or the row that retrieval ranks first."""
    question = material.question
    ranked = matches(plan, question.standalone, question.topic, material.coverage)
    numbered = [match for match in ranked if is_numbered(match, question.standalone)]
    if len(numbered) == 1:
        return numbered[0]
    if ranked and ranked[0].fit >= ROW_FLOOR:
        return ranked[0]
    folded = wording.folded(question.standalone)
    said = wording.TABLE.search(folded) or wording.MONEY.search(folded)
    floor = HIT_FLOOR if said else HIT_FLOOR_UNSAID
    first = {
        (hit.chunk.table_id, hit.chunk.start)
        for hit in material.of(plan)[:MAX_ROW_HITS]
        if hit.chunk.kind is ChunkKind.ROW
    }
    near = [match for match in ranked if (match.table.table_id, match.row.start) in first]
    return near[0] if near and near[0].fit >= floor else None
