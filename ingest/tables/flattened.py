"""Tables that a converter flattened to one cell per line, found and cut into rows.

Everything is learnt from the table itself: the header runs from "TT"/"STT" to the first
ordinal; the ordinals 1, 2, 3 … (restarted by group rows I, II …) cut the rows; the number of
columns is the one that fits the most rows (rows.py then fills the cells).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.lines import Block
from ingest.plan import RowKind
from ingest.structure.grammar import TABLE_START, TABLE_UNIT, Rank, match_label
from ingest.structure.labels import ROMANS
from ingest.tables.rows import MAX_ROW_BLOCKS, Cut, RawRow, build_rows, is_numeric, numeric_tail

_ORDINAL = re.compile(r"0?[1-9]\d{0,2}")
_TOTAL = re.compile(r"(?:tổng|tổng cộng|tổng số|cộng)(?:\s*\(.{0,40}\))?\s*:?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_MAX_HEADER = 40
_MIN_PLAIN_COLUMNS, _MAX_PLAIN_COLUMNS, _MAX_PLAIN_NAME = 3, 12, 60
_MAX_SPANNING = 4
_LETTERS = tuple("ABCDEFGH")


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as block positions: `[start, end)`, header cells, rows.

    `tail` is the number of numeric columns at the end of the rows. `columns` are the columns'
    names where the source knows its cells' places; None where the header must be dealt out.
    """

    start: int
    end: int
    header: tuple[int, ...]
    n_columns: int
    tail: int
    rows: tuple[RawRow, ...]
    columns: tuple[str, ...] | None = None


@dataclass(slots=True)
class _Count:
    """The numbering as far as the rows have come."""

    ordinal: int = 0
    group: str = ""
    restarts: bool = False

    def kind(self, text: str) -> RowKind | None:
        """What a row that starts with `text` would be, or None."""
        if _ORDINAL.fullmatch(text):
            fits = int(text) == self.ordinal + 1 or (int(text) == 1 and self.restarts)
            return RowKind.DATA if fits else None
        for series in (ROMANS, _LETTERS):
            if text in series:
                expected = series.index(self.group) + 1 if self.group in series else 0
                if series.index(text) == expected and (self.group in series or not self.group):
                    return RowKind.GROUP
        return RowKind.TOTAL if _TOTAL.fullmatch(text) else None

    def take(self, kind: RowKind, text: str) -> None:
        """Move on past a row."""
        if kind is RowKind.GROUP:
            self.group, self.restarts = text, True
        elif kind is RowKind.DATA:
            self.ordinal, self.restarts = int(text), False


def _header_end(blocks: Sequence[Block], start: int) -> int | None:
    """The position of the first row behind a header that starts at `start`."""
    count = _Count()
    for index in range(start + 1, min(start + _MAX_HEADER, len(blocks))):
        text = blocks[index].text
        if not text or len(text) > 200:
            return None
        kind = count.kind(text)
        if kind and (kind is not RowKind.TOTAL or _starts_total(blocks, index)):
            return index if index - start >= 2 else None
    return None


def _starts_total(blocks: Sequence[Block], index: int) -> bool:
    """Whether "Tổng" starts a row of totals: no year ("2023") or other heading follows."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return following is not None and is_numeric(following) and not _YEAR.fullmatch(following.text)


def _skip_column_numbers(blocks: Sequence[Block], at: int) -> int:
    """Past a line of column numbers "1", "2", "3", … under the header, when there is one."""
    end = at
    while end < len(blocks) and blocks[end].text == str(end - at + 1):
        end += 1
    return end if end - at >= 3 else at


def _cuts(blocks: Sequence[Block], start: int, n_columns: int) -> list[Cut]:
    """The starts of the rows, when a row has at least `n_columns` blocks."""
    cuts: list[Cut] = []
    count = _Count()
    needed = since = 0
    for position in range(start, len(blocks)):
        text = blocks[position].text
        if since > MAX_ROW_BLOCKS:
            break
        if since >= needed and text:
            if kind := count.kind(text):
                if since > n_columns and len(cuts) > 1 and cuts[-1].kind is RowKind.TOTAL:
                    break  # no row follows the total; this is another list
                cuts.append(Cut(position, kind))
                count.take(kind, text)
                needed = _least_blocks(kind, n_columns)
                since = 0
            elif cuts and _is_outside(text):
                break
        since += 1
    return cuts


def _least_blocks(kind: RowKind, n_columns: int) -> int:
    """How many blocks a row has at least: a total's label spans columns, a group's name all."""
    if kind is RowKind.GROUP:
        return 2
    return n_columns - 2 if kind is RowKind.TOTAL else n_columns


def _is_outside(text: str) -> bool:
    """Whether a text cannot stand in a table: another header, a part, an annex, "II. …"."""
    if TABLE_START.fullmatch(text):
        return True
    label = match_label(text)
    return label is not None and label.rank <= Rank.ROMAN


def _best_columns(blocks: Sequence[Block], start: int, n_header: int) -> tuple[int, list[Cut]]:
    """The number of columns that fits the rows best, and its cuts.

    Most rows have one block per column: the number that most rows have exactly wins, then the
    one that finds the most rows, then the largest.
    """
    best: tuple[int, list[Cut]] = (n_header, [])
    best_score = (0, 0)
    for n_columns in range(n_header, max(1, n_header - _MAX_SPANNING - 1), -1):
        cuts = _cuts(blocks, start, n_columns)
        exact = sum(after.at - cut.at == n_columns for cut, after in pairwise(cuts))
        if (exact, len(cuts)) > best_score:
            best, best_score = (n_columns, cuts), (exact, len(cuts))
    return best


def _table_at(blocks: Sequence[Block], start: int) -> RawTable | None:
    first = _header_end(blocks, start)
    if first is None:
        return None
    header = tuple(range(start, first))
    first = _skip_column_numbers(blocks, first)
    n_columns, cuts = _best_columns(blocks, first, len(header))
    if sum(cut.kind is RowKind.DATA for cut in cuts) < 2 or n_columns < 2:
        return None
    tail = numeric_tail(blocks, cuts, n_columns)
    rows = build_rows(blocks, cuts, n_columns, tail)
    end = max(index for row in rows for cell in row.cells for index in cell) + 1
    return RawTable(start, end, header, n_columns, tail, rows)


def _plain_table_at(blocks: Sequence[Block], start: int) -> RawTable | None:
    """A table without ordinals below its unit: names, then rows of a text and numbers each."""
    best: tuple[int, list[int]] = (0, [])
    for n_columns in range(_MIN_PLAIN_COLUMNS, _MAX_PLAIN_COLUMNS + 1):
        header = blocks[start : start + n_columns]
        if len(header) < n_columns or not all(_names_column(block) for block in header):
            break
        firsts = []
        at = start + n_columns
        while _is_plain_row(blocks[at : at + n_columns], n_columns):
            firsts.append(at)
            at += n_columns
        if len(firsts) > max(1, len(best[1])):
            best = (n_columns, firsts)
    n_columns, firsts = best
    if not firsts:
        return None
    rows = tuple(_plain_row(blocks, first, n_columns) for first in firsts)
    header_cells = tuple(range(start, start + n_columns))
    end = firsts[-1] + n_columns
    return RawTable(start, end, header_cells, n_columns, n_columns - 1, rows)


def _names_column(block: Block) -> bool:
    named = bool(block.text) and len(block.text) <= _MAX_PLAIN_NAME
    return named and (not is_numeric(block) or bool(_YEAR.fullmatch(block.text)))


def _is_plain_row(cells: Sequence[Block], n_columns: int) -> bool:
    if len(cells) < n_columns or is_numeric(cells[0]):
        return False
    return all(map(is_numeric, cells[1:])) and any(cell.text for cell in cells[1:])


def _plain_row(blocks: Sequence[Block], first: int, n_columns: int) -> RawRow:
    label = blocks[first].text
    kind = RowKind.TOTAL if _TOTAL.fullmatch(label) else RowKind.DATA
    places = range(first, first + n_columns)
    return RawRow(kind, label, tuple((i,) if blocks[i].text else () for i in places))


def find_flattened(blocks: Sequence[Block], start: int) -> list[RawTable]:
    """The flattened tables from position `start` on, in order; they do not overlap.

    Positions count from the first of the blocks given.
    """
    tables: list[RawTable] = []
    position = start
    while position < len(blocks):
        table = None
        if TABLE_START.fullmatch(blocks[position].text):
            table = _table_at(blocks, position)
        elif position and TABLE_UNIT.fullmatch(blocks[position - 1].text):
            table = _plain_table_at(blocks, position)
        if table:
            tables.append(table)
        position = table.end if table else position + 1
    return tables
