"""What stands once in a row of a table without ruling lines, and where its header ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.row_cells import NUMBER
from ingest.readers.row_groups import column_gaps, columns_of, rows_of_lines
from ingest.readers.strips import column_at
from ingest.readers.table_lines import COUNTED, GROUP, ORDINAL, TOTAL
from ingest.readers.text_lines import TextLine
from ingest.vietnamese import fold

_YEAR = re.compile(r"(?:19|20)\d\d")
# "10/2025", "2025-2026", "15/6/2024"
_TIME = re.compile(r"(?:\d{1,2}/){0,2}(?:19|20)\d\d(?:[-–](?:19|20)\d\d)?")
# The share of a column's texts that are numbers, where it is a column of numbers.
_MOSTLY = 0.6
_MAX_HEADER = 14
_LONG_HEADER = 6
_MAX_NAMELESS = 2
_MORE = 4


@dataclass(frozen=True, slots=True)
class Marks:
    """How many lines are the header, and the lines below it with a number or an ordinal."""

    n_header: int
    anchors: frozenset[int]


def marks_of(
    lines: Sequence[TextLine], xs: Sequence[float], across: set[int], known: int | None
) -> Marks:
    """The marks of a table's lines in columns between `xs`; lines `across` have none.

    `known` is the number of the header's lines, None to find it.
    """
    texts = [_texts(line, xs) for line in lines]
    lower = range(min(len(lines) // 2, _LONG_HEADER), len(lines))
    numeric = {
        column
        for column in range(len(xs) - 1)
        if _is_numeric([texts[i][column] for i in lower if i not in across], column)
    }
    found = [
        index
        for index, row in enumerate(texts)
        if index not in across and _is_anchor(lines[index], row, numeric)
    ]
    if known is not None:
        return Marks(known, frozenset(index for index in found if index >= known))
    # Years, and numbers beside words, may be names of columns above the first row.
    first = next((i for i in found if not _is_named(texts[i], numeric)), None)
    if first is None and found:
        first = found[0]
    groups = [index for index in across if GROUP.fullmatch(lines[index].words[0].text)]
    tops = [*([] if first is None else [first]), *groups]
    n_header = _n_header(lines, min(tops, default=None), xs)
    n_header = _with_nameless(lines, n_header, frozenset(found), across, xs)
    return Marks(n_header, frozenset(index for index in found if index >= n_header))


def _with_nameless(
    lines: Sequence[TextLine],
    n_header: int,
    anchors: frozenset[int],
    across: set[int],
    xs: Sequence[float],
) -> int:
    """The header's lines with the rows below it that have no text in the first column.

    Such rows are names of parts ("1 | 2", "2025 | 2026"), where all other rows have a text there.
    """
    if not n_header:
        return 0
    body = {index - n_header for index in anchors if index >= n_header}
    alone = {index - n_header for index in across if index >= n_header}
    rows = rows_of_lines(lines[n_header:], body, alone, xs)
    named = [
        bool(alone & set(row)) or any(0 in columns_of(lines[n_header + i], xs) for i in row)
        for row in rows
    ]
    nameless = named.index(True) if True in named else 0
    if nameless > _MAX_NAMELESS or len(rows) - nameless < 2 or not all(named[nameless:]):
        return n_header
    return n_header + sum(len(row) for row in rows[:nameless])


def _texts(line: TextLine, xs: Sequence[float]) -> list[str]:
    texts: list[list[str]] = [[] for _ in xs[1:]]
    for word in line.words:
        texts[column_at((word.x0 + word.x1) / 2, xs)].append(word.text)
    return [" ".join(words) for words in texts]


def _is_numeric(texts: Sequence[str], column: int) -> bool:
    filled = [text for text in texts if text]
    marks = [text for text in filled if NUMBER.fullmatch(text) or (not column and _is_label(text))]
    if len(marks) < len(filled):  # a column of dates has words too ("Quý II", "Tháng 10/2025")
        marks = [text for text in marks if not _TIME.fullmatch(text)]
    return len(marks) > 0 and len(marks) >= _MOSTLY * len(filled)


def _is_label(text: str) -> bool:
    return bool(ORDINAL.fullmatch(text) or GROUP.fullmatch(text))


def _is_anchor(line: TextLine, row: Sequence[str], numeric: set[int]) -> bool:
    if COUNTED.fullmatch(fold(row[0])):
        return False
    marked = any(
        NUMBER.fullmatch(row[column]) or (not column and _is_label(row[column]))
        for column in numeric
    )
    return marked or bool(TOTAL.match(line.text))


def _is_named(row: Sequence[str], numeric: set[int]) -> bool:
    """Whether a line without ordinal has words, or years alone, in columns of numbers."""
    if 0 in numeric and row[0]:
        return False
    found = [row[column] for column in numeric if row[column]]
    words = any(not NUMBER.fullmatch(text) for text in found)
    return words or all(_YEAR.fullmatch(text) for text in found)


def _n_header(lines: Sequence[TextLine], first: int | None, xs: Sequence[float]) -> int:
    """How many lines stand above the first row, which has its number in the line `first`.

    Bold lines above one that is not; else what the widest gap of columns parts.
    """
    heavy = 0
    while heavy < min(len(lines), _MAX_HEADER) and lines[heavy].bold:
        heavy += 1
    if first is None:
        return heavy if 0 < heavy < len(lines) else _first_row(lines, xs)
    if not first:
        return 0
    gaps = column_gaps(lines[: first + _MORE], xs)
    if 0 < heavy <= first and not lines[first].bold and gaps[heavy - 1] >= 0:
        return heavy
    counted = [i for i in range(first) if COUNTED.fullmatch(fold(lines[i].words[0].text))]
    least = counted[-1] + 1 if counted else 1
    return max(range(least, first + 1), key=lambda index: (round(gaps[index - 1]), index))


def _first_row(lines: Sequence[TextLine], xs: Sequence[float]) -> int:
    """How many lines the first row has where nothing counts rows; 0 where a column has no name."""
    first = rows_of_lines(lines, set(), set(), xs)[0]
    named = {column_at((w.x0 + w.x1) / 2, xs) for i in first for w in lines[i].words}
    return len(first) if len(named) == len(xs) - 1 and len(first) < len(lines) else 0
