"""What is searched for a chunk: its own words, and the words that give them their meaning.

A bullet "100% cấp huyện" says little without its lead and its headings; a table row nothing
without its caption and column names. The parts stay apart so that own words can weigh more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from index.stores.letterhead import said_of
from ingest.plan import Chunk, Plan, Table


@dataclass(frozen=True, slots=True)
class Passage:
    """`own` is the chunk as read; `context` its headings, lead, caption and column names, or its part
    in the letterhead.
    """

    own: str
    context: str


def _row_context(table: Table, row_index: int | None) -> list[str]:
    """Caption, unit, group and the columns' names, those in which the row has a value twice.

    A blank cell may be asked for too, but less often than a value.
    """
    parts = [table.caption, table.unit]
    if row_index is None or not 0 <= row_index < len(table.rows):
        return [*parts, *table.columns]
    row = table.rows[row_index]
    named = zip(table.columns, row.cells, strict=False)
    filled = (name for name, cell in named if cell is not None)
    return [*parts, row.group or "", *table.columns, *filled]


def passages(plan: Plan) -> Iterator[Passage]:
    """The passage of every chunk, in chunk order."""
    leads = {chunk.lead_id for chunk in plan.chunks if chunk.lead_id}
    by_id = {chunk.chunk_id: chunk for chunk in plan.chunks if chunk.chunk_id in leads}
    tables = {table.table_id: table for table in plan.tables}

    def context(chunk: Chunk) -> str:
        parts = [*chunk.headings, said_of(plan, chunk)]
        lead = by_id.get(chunk.lead_id or "")
        if lead is not None:
            parts.append(plan.reading(lead.start, lead.end))
        if chunk.table_id in tables:
            parts += _row_context(tables[chunk.table_id], chunk.row_index)
        return "\n".join(part for part in parts if part)

    for chunk in plan.chunks:
        yield Passage(plan.reading(chunk.start, chunk.end), context(chunk))
