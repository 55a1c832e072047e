"""What a question says beyond what any question of a table says: the words that name a row.

A question of a table is made of words for the operation ("lớn nhất", "cộng lại"), for the table
and its columns, for offices, groups and years, and of what is left: the name of a row. Nothing
left means that the question is about the rows together.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources

from app.tabular.columns import columns_of, row_noun
from app.tabular.offices import syllables
from ingest.plan import Plan, Table


@cache
def asking_words() -> frozenset[str]:
    """Folded syllables that ask and say nothing of what is asked about, from table_words.txt."""
    content = resources.files("app").joinpath("table_words.txt").read_text(encoding="utf-8")
    lines = (line for line in content.splitlines() if line and not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def leftover(topic: str, plan: Plan, table: Table, named: Sequence[str]) -> str:
    """The words of `topic` that neither ask nor stand in the table's heads nor in `named`.

    `named` are the offices and groups that the question was found to name.
    """
    section = plan.sections[table.section_id].heading if table.section_id is not None else ""
    heads = (table.caption, section, *table.columns, row_noun(table), *named)
    known = asking_words() | {word for head in heads for word in syllables(head)}
    known |= {word for i in columns_of(table).numeric for word in syllables(table.columns[i])}
    kept = []
    for word in topic.split():
        parts = syllables(word)
        if any(part not in known and not part.isdigit() for part in parts):
            kept.append(word)
    return " ".join(kept)
