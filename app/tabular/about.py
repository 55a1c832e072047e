"""Whether a parsed question is a question of the table at all."""

import re

from app.reading.counted import prices
from app.reading.material import Material
from app.tabular.asking import Operation
from app.tabular.columns import columns_of
from app.tabular.naming import columns_named, speaks_of_group
from app.tabular.parsed import TableQuery
from app.tabular.rows_meant import OWNS
from app.tabular.tables_meant import nouns_said
from app.words import wording
from app.words.years import YEAR, years_in

_FOREIGN_WORDS = 2
"""Words that neither ask nor stand in a table's heads, from which a question is of something else."""
_HEADED = 0.5
"""Share of a topic in a table's caption and column names from which the table is spoken of."""
_OF_THE_PLAN = frozenset({Operation.SUM, Operation.LOOKUP})
_LISTING = re.compile(r"(?<!\w)(?:phu luc|danh muc|chu dau tu|tong muc dau tu|trong bang)(?!\w)")


def is_about(material: Material, query: TableQuery) -> bool:
    """Whether the table explains what the question speaks of: a row, a part, or all of it.

    "Tổng kinh phí là bao nhiêu" alone is about the plan, which its text may answer.
    """
    if _asks_a_price(material, query):
        return False
    if _of_other_years(material, query):
        return False
    if query.named:
        return True
    together = query.ask.operation is not Operation.LOOKUP
    if query.chosen.groups and together and speaks_of_group(material.question.standalone):
        return True
    folded = wording.folded(material.question.standalone)
    own = columns_of(query.table).amounts
    words = (wording.TABLE, wording.MONEY, wording.PEOPLE)
    spoken = any(pattern.search(folded) for pattern in words) or nouns_said([query.table], folded)
    if not spoken and query.columns == own and not _by_its_heads(material, query, folded):
        return False
    if query.chosen.restricts:
        return True
    if len(query.rest.split()) >= _FOREIGN_WORDS:
        return False
    if query.years or query.columns != own or query.ask.operation not in _OF_THE_PLAN:
        return True
    return bool(wording.TABLE.search(folded) or nouns_said([query.table], folded))


def _of_other_years(material: Material, query: TableQuery) -> bool:
    """Whether the question is of years that neither the heads nor the row named speak of."""
    asked, table = set(material.question.years), query.table
    told = {year for head in (table.caption, *table.columns) for year in years_in(head)}
    if not asked or not told or query.absent or asked & told:
        return False
    cells = (str(cell) for row in query.rows for cell in row.cells if isinstance(cell, str))
    return not (query.named and asked & set(map(int, YEAR.findall(" ".join(cells)))))


def _by_its_heads(material: Material, query: TableQuery, folded: str) -> bool:
    """Whether the question says the table's caption, a column of its numbers, or whose a row is."""
    question, table = material.question, query.table
    heads = " ".join((table.caption, *table.columns, *query.chosen.groups))
    if any(str(year) not in heads for year in question.years):
        return False
    if query.chosen.owners and OWNS.search(folded):
        return True
    if columns_named(table, question.standalone, material.coverage):
        return True
    known = len(query.rest.split()) < _FOREIGN_WORDS
    return known and material.coverage(question.topic, heads) >= _HEADED


def asks_of_listing(material: Material, query: TableQuery) -> bool:
    """Whether the question places what it names in the table ("trong danh mục", "Phụ lục I")."""
    folded = wording.folded(material.question.standalone)
    return (
        bool(_LISTING.search(folded))
        and bool(nouns_said([query.table], folded))
        and (query.ask.operation is Operation.LOOKUP)
    )


def _asks_a_price(material: Material, query: TableQuery) -> bool:
    """Whether a wage or a price is asked for ("lương") that no head or row meant speaks of."""
    asked = prices(material.question.standalone)
    table = query.table
    cells = (str(cell) for row in query.rows for cell in row.cells if isinstance(cell, str))
    said = " ".join((table.caption, *table.columns, *cells)).lower()
    return bool(asked) and not any(price in said for price in asked)
