"""The rows, groups and columns of a table that a question names, roughly or exactly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.reading.material import Coverage, held_in
from app.tabular.asking import number_named
from app.tabular.columns import (
    bare_group,
    columns_of,
    data_rows,
    groups_of,
    leaf,
    leaf_of,
    name_of,
    row_noun,
)
from app.tabular.offices import said_offices, syllables
from app.words import wording
from app.words.years import YEAR
from ingest.plan import Plan, Row, Table

ROW_FLOOR = 0.55
"""Fit of a row's name from which it is the row that is meant, wherever retrieval ranks it."""
_NAMED_COLUMN = 0.6
_WHOLLY_NAMED = 0.9
_WHOLE_NAME = 0.97
_WORD = re.compile(r"[^\W\d_]+")
_OWN_WORDS = 3
"""Words beside its year from which a column's head says of itself what its numbers are."""
_GROUP_SAID = 0.4
# "mảng" with its mark: folded it is also "mạng".
_GROUP_WORD = re.compile(
    r"(?<!\w)(?:nhóm|nhom|lĩnh vực|linh vuc|mảng|khối|khoi|phần|mục)(?!\w)", re.I
)
_BETWEEN = re.compile(
    r"\s*[,;:]\s+|\s+(?:va|so voi|voi|hay|hoac|con|cung|gap (?:may|bao nhieu) lan|"
    r"(?:(?:dat|nhieu|it|cao|thap|lon|to|dong|re|nho) )?(?:hon|kem))\s+"
)
_STRIPPED = (
    wording.TABLE,
    wording.MONEY,
    re.compile(r"(?<!\w)nam (?:nao|may|20\d\d)(?!\w)"),
    re.compile(r"(?<!\w)(?:duoc )?(?:bo tri|phan bo|danh cho|rot|giao cho|chu tri|phu trach|tong muc|phoi hop)(?!\w)"),
    re.compile(r"(?<!\w)(?:(?:bo|de) trong|chua (?:duoc |co )?\w+|khong (?:duoc |co )?\w+)(?!\w)"),
    re.compile(r"(?<!\w)(?:gap (?:may|bao nhieu) lan|(?:dat|re|lon|nho|cao|thap|nhieu|it|to|dong|ton) (?:hon|nhat)|cong lai|tong cong|cong|hon|kem|chenh lech|lech|phan tram|nhom|mang)(?!\w)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """A row that a question may mean: how well its name fits, and the share it explains (0 to 1)."""

    plan: Plan
    table: Table
    row: Row
    fit: float
    said: float


def without_table_words(text: str) -> str:
    """`text` without words such as "chủ đầu tư" or "năm nào", which any row may be asked with."""
    folded, letters = wording.folded(text), list(text)
    for pattern in _STRIPPED:
        for match in pattern.finditer(folded):
            letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return " ".join("".join(letters).split())


def matches(
    plan: Plan, tables: Sequence[Table], question: str, topic: str, coverage: Coverage
) -> list[Match]:
    """The rows of `tables`, best fit first.

    The fit is the harmonic mean of how much of the topic the row holds and how much of the
    row's name the question holds, so that a long name is not chosen for one shared word.
    """
    forms = [(without_table_words(question), without_table_words(topic)), (question, topic)]
    found = []
    for table in tables:
        column = columns_of(table)
        heads = " ".join(leaf_of(head) for head in table.columns)
        for row in data_rows(table):
            name = name_of(table, row)
            owners = " ".join(str(row.cells[i] or "") for i in column.owners)
            shares = [
                (coverage(said, f"{name} {owners} {heads}"), held_in(name, asked, coverage))
                for asked, said in forms
            ]
            fits = [2 * a * b / (a + b) if a + b else 0.0 for a, b in shares]
            best = max(range(len(fits)), key=lambda i: fits[i])
            found.append(Match(plan, table, row, fits[best], shares[best][0]))
    return sorted(found, key=lambda match: -match.fit)


def pieces(question: str) -> list[str]:
    """`question` cut where it goes over from one thing to the next."""
    cut, position = [], 0
    for match in _BETWEEN.finditer(wording.folded(question)):
        cut.append(question[position : match.start()])
        position = match.end()
    return [*cut, question[position:]]


def rows_by_office(plan: Plan, table: Table, question: str) -> list[Match]:
    """The rows of a table of offices that `question` names, in its order."""
    by_name = {name_of(table, row): row for row in data_rows(table)}
    return [Match(plan, table, by_name[n], 1.0, 1.0) for n in said_offices(list(by_name), question)]


def numbered(ranked: Sequence[Match], question: str) -> list[Match]:
    """The rows whose noun and number `question` gives ("chỉ tiêu số 9"), of any group."""
    named = number_named(question)
    if named is None:
        return []
    noun, number = named
    return [
        replace(match, fit=1.0, said=1.0)
        for match in ranked
        if match.row.label.lstrip("0").rstrip(".") == number
        and (noun in {"dong", "muc", "stt", "tt"} or noun in wording.folded(row_noun(match.table)))
    ]


def owners_named(table: Table, question: str) -> tuple[int | None, list[str]]:
    """The column of offices and those of its cells that `question` names."""
    column = columns_of(table)
    joined = "phoi hop" in wording.folded(question)
    for i in sorted(column.owners, key=lambda i: joined != ("phoi hop" in _head(table, i))):
        cells = list(dict.fromkeys(str(row.cells[i]) for row in data_rows(table) if row.cells[i]))
        if named := said_offices(_once(cells), question):
            return i, named
    return (column.owners[0] if column.owners else None), []


def _once(names: Sequence[str]) -> list[str]:
    """One spelling of each name ("Sở Giáo dục và đào tạo", "Sở Giáo dục và Đào tạo")."""
    return list({" ".join(wording.folded(name).split()): name for name in reversed(names)}.values())


def _head(table: Table, column: int) -> str:
    return wording.folded(table.columns[column])


def speaks_of_group(question: str) -> bool:
    """Whether `question` says that it means a group of rows ("nhóm", "lĩnh vực")."""
    return _GROUP_WORD.search(question) is not None


def groups_named(table: Table, topic: str, question: str, coverage: Coverage) -> list[str]:
    """The groups that `question` names: wholly, or best of all where it speaks of a group."""
    bare = {group: bare_group(group) for group in groups_of(table)}
    held = {group: held_in(name, topic, coverage) for group, name in bare.items()}
    whole = [group for group, share in held.items() if share >= _WHOLE_NAME]
    whole = [g for g in whole if not any(g != o and bare[g] in bare[o] for o in whole)]
    if whole or not held or not speaks_of_group(question):
        return sorted(whole, key=lambda group: _place(bare[group], question))
    best = max(held, key=lambda group: held[group])
    alone = sum(share >= held[best] for share in held.values()) == 1
    return [best] if held[best] >= _GROUP_SAID and alone else []


def _place(name: str, text: str) -> int:
    return wording.folded(text).find(wording.folded(name).split()[0])


def columns_named(table: Table, question: str, coverage: Coverage) -> tuple[int, ...]:
    """The columns of numbers, other than years and the total, that `question` names by heads."""
    column = columns_of(table)
    others = [
        i
        for i in column.numeric
        if i != column.total and (i not in column.by_year or _says_more(leaf(table, i)))
    ]
    people = [i for i in others if both_people(leaf(table, i), question)]
    if people:
        return tuple(people[:1])
    shares = {i: held_in(_own_heads(table, i), question, coverage) for i in others}
    named = [i for i, share in shares.items() if share >= _NAMED_COLUMN]
    if any(shares[i] >= _WHOLLY_NAMED for i in named):
        named = [i for i in named if shares[i] >= _WHOLLY_NAMED]
    return tuple(named)


def _says_more(head: str) -> bool:
    """Whether the head of a year's column says what is told of it ("Tỷ lệ nộp trực tuyến 2022")."""
    return len(_WORD.findall(YEAR.sub(" ", head))) >= _OWN_WORDS


def told_apart(table: Table, columns: Sequence[int], question: str) -> tuple[int, ...]:
    """Of several columns the one whose own words `question` says; all when none is said best.

    Own are the words of a head that neither the caption nor another head has.
    """
    heads = {i: set(syllables(leaf(table, i))) for i in range(len(table.columns))}
    caption, asked = set(syllables(table.caption)), set(syllables(question))
    fits = {}
    for i in columns:
        others = caption.union(*(words for j, words in heads.items() if j != i))
        own = heads[i] - others
        fits[i] = len(own & asked) / len(own) if own else 0.0
    best = [i for i in columns if fits[i] == max(fits.values(), default=0.0) > 0]
    return (best[0],) if len(best) == 1 else tuple(columns)


def _own_heads(table: Table, column: int) -> str:
    """The column's head with the one above it, where that tells it from its neighbours."""
    head = leaf(table, column)
    parts = table.columns[column].split(": ")
    return f"{parts[-2]} {head}" if len(parts) > 2 or len(head.split()) == 1 < len(parts) else head


def both_people(column: str, question: str) -> bool:
    """Whether a column and a question both count people ("CBCC", "công chức", "biên chế")."""
    return all(wording.PEOPLE.search(wording.folded(text)) for text in (column, question))
