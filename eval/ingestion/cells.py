"""Tables compared cell by cell: which cells of the truth stand where they should.

Rows are aligned in order so that the most cells agree; columns by position. A lost row costs its
own cells, a lost column shifts and costs every cell after it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from eval.ingestion.truth import FoundTable, TruthTable, Value

_LABEL = re.compile(r"0*(\d{1,4})")


@dataclass(frozen=True, slots=True)
class TableScore:
    """`right` of `total` cells (column names included) of one truth table; `misses` in words."""

    right: int
    total: int
    misses: tuple[str, ...]


def folded(text: str) -> str:
    """The text in NFC with every run of white space made one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _number(value: Value) -> float | None:
    """The number a cell holds; a short whole number may be text, as an STT is ("01")."""
    if isinstance(value, str):
        label = _LABEL.fullmatch(value.strip())
        return float(label.group(1)) if label else None
    return None if value is None else float(value)


def same(truth: Value, found: Value) -> bool:
    """Whether a cell is right: numbers by value, text without regard to white space.

    A blank is None on both sides: "" is a cell that says something wrong.
    """
    if truth is None or found is None:
        return truth is found
    numbers = (_number(truth), _number(found))
    if None not in numbers:
        return numbers[0] == numbers[1]
    return isinstance(truth, str) and isinstance(found, str) and folded(truth) == folded(found)


def _cell_right(table: TruthTable, y: int, x: int, row: Sequence[Value]) -> bool:
    found = row[x] if x < len(row) else ""
    if (y, x) in table.covered and found is None:
        return True
    return same(table.rows[y][x], found)


def _row_right(table: TruthTable, y: int, row: Sequence[Value]) -> int:
    return sum(_cell_right(table, y, x, row) for x in range(len(table.rows[y])))


def align(table: TruthTable, found: FoundTable) -> list[int | None]:
    """For each truth row the found row it is compared with, None for a row that is missing."""
    n_truth, n_found = len(table.rows), len(found.rows)
    right = [[_row_right(table, y, row) for row in found.rows] for y in range(n_truth)]
    best = [[0] * (n_found + 1) for _ in range(n_truth + 1)]
    for y in range(n_truth - 1, -1, -1):
        for z in range(n_found - 1, -1, -1):
            best[y][z] = max(best[y + 1][z], best[y][z + 1], best[y + 1][z + 1] + right[y][z])
    rows: list[int | None] = [None] * n_truth
    y = z = 0
    while y < n_truth and z < n_found:
        if right[y][z] and best[y][z] == best[y + 1][z + 1] + right[y][z]:
            rows[y] = z
            y, z = y + 1, z + 1
        elif best[y][z] == best[y + 1][z]:
            y += 1
        else:
            z += 1
    return rows


def size(table: TruthTable) -> int:
    """How many cells the table has, column names included."""
    return len(table.columns) + sum(map(len, table.rows))


def score_table(table: TruthTable, found: FoundTable | None) -> TableScore:
    """The score of one truth table against the found one (None: not found at all)."""
    total = size(table)
    name = table.caption or " | ".join(table.columns)[:60]
    if found is None:
        return TableScore(0, total, (f"bảng không có: {name}",))
    right = 0
    misses: list[str] = []
    for x, column in enumerate(table.columns):
        name_there = found.columns[x] if x < len(found.columns) else ""
        good = folded(name_there) == folded(column)
        right += good
        if not good:
            misses.append(f"cột {x + 1}: cần {column!r}, có {name_there!r}")
    for y, place in enumerate(align(table, found)):
        if place is None:
            misses.append(f"thiếu dòng {y + 1}: {list(table.rows[y])[:3]!r}")
            continue
        for x, value in enumerate(table.rows[y]):
            row = found.rows[place]
            good = _cell_right(table, y, x, row)
            right += good
            if not good:
                there = row[x] if x < len(row) else "(không có ô)"
                misses.append(f"ô {y + 1},{x + 1}: cần {value!r}, có {there!r}")
    return TableScore(right, total, tuple(misses))


def score_tables(truths: Sequence[TruthTable], found: Sequence[FoundTable]) -> TableScore:
    """The score of all tables of a document: each truth table against the one it fits best."""
    pairs = [
        (score_table(table, there).right, i, j)
        for i, table in enumerate(truths)
        for j, there in enumerate(found)
    ]
    partner: dict[int, int] = {}
    for right, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if right and i not in partner and j not in partner.values():
            partner[i] = j
    scores = [
        score_table(table, found[partner[i]] if i in partner else None)
        for i, table in enumerate(truths)
    ]
    return TableScore(
        sum(score.right for score in scores),
        sum(score.total for score in scores),
        tuple(miss for score in scores for miss in score.misses),
    )
