"""What a question says beyond what any question of a table says: the words that name a row.

A question of a table is made of words for the operation ("lớn nhất", "cộng lại"), for the table
and its columns, for offices, groups and years, and of what is left: the name of a row. Nothing
left means that the question is about the rows together.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from app.reading.material import Coverage
from app.tabular.columns import row_noun
from app.words import wording
from app.words.word_lists import lines
from index.terms.analyzer import has_diacritics
from ingest.plan import Plan, Table

_SAID = 0.75
_PEOPLE = "cán bộ công chức viên chức biên chế nhân sự người"
"""What a column that counts people may be asked for by."""
_ROMAN = re.compile(r"[ivxlc]+")
_SYLLABLE = re.compile(r"[^\W_]+")


@cache
def asking_words() -> frozenset[str]:
    """Syllables that ask and say nothing of what is asked about, from table_words.txt."""
    return frozenset(word for line in lines("table_words.txt") for word in line.split())


def leftover(topic: str, plan: Plan, table: Table, named: Sequence[str], coverage: Coverage) -> str:
    """The words of `topic` that neither ask nor stand in the table's heads nor in `named`.

    `named` are the offices and groups that the question was found to name. Marks decide ("du
    lịch" holds no "dự"), except in a question typed without them.
    """
    section = plan.sections[table.section_id].heading if table.section_id is not None else ""
    heads = " ".join((table.caption, section, *table.columns, row_noun(table), *named))
    if wording.PEOPLE.search(wording.folded(heads)):
        heads = f"{heads} {_PEOPLE}"
    read = str.lower if has_diacritics(topic) else wording.folded
    asking = {read(word) for word in asking_words()}
    known = asking | set(_SYLLABLE.findall(read(heads)))
    kept: list[str] = []
    for asks, words in groupby(topic.split(), key=lambda word: _known(read(word), asking)):
        run = list(words)
        if not asks and coverage(" ".join(run), heads) < _SAID:
            kept += [word for word in run if not _known(read(word), known)]
    return " ".join(kept)


def _known(word: str, known: set[str]) -> bool:
    parts = _SYLLABLE.findall(word)
    return all(part in known or part.isdigit() or _ROMAN.fullmatch(part) for part in parts)
