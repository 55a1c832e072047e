"""The rows of a flattened table: where each ends, and which cell each of its blocks fills.

A cell may hold several paragraphs: the numeric cells at the end of the rows tell where the
texts stop; sums tell under which columns the numbers of a total row stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ingest.lines import Block
from ingest.plan import RowKind
from ingest.quantities import parse_number
from ingest.structure.grammar import bullet

MAX_ROW_BLOCKS = 120


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as block positions: `cells[i]` are the blocks of column i (none: blank).

    `inherited` are the columns that a cell of a row above fills, reaching down over this row.
    """

    kind: RowKind
    label: str
    cells: tuple[tuple[int, ...], ...]
    inherited: frozenset[int] = frozenset()

    @property
    def own(self) -> list[int]:
        """The positions of the blocks that stand in this row, in order of column."""
        kept = (cell for i, cell in enumerate(self.cells) if i not in self.inherited)
        return [index for cell in kept for index in cell]


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a row starts and what it is."""

    at: int
    kind: RowKind


def is_numeric(block: Block) -> bool:
    """Whether the block is a number or a blank cell."""
    return block.is_blank or parse_number(block.text) is not None


def numeric_tail(blocks: Sequence[Block], cuts: list[Cut], n_columns: int) -> int:
    """How many columns at the end are numeric in every row whose end is known."""
    runs = []
    for cut, following in pairwise(cuts):
        if cut.kind is not RowKind.DATA:
            continue
        run = 0
        while run < n_columns - 2 and is_numeric(blocks[following.at - 1 - run]):
            run += 1
        runs.append(run)
    return min(runs, default=0)


def _row_end(blocks: Sequence[Block], at: int, n_columns: int, tail: int) -> int:
    """Where a row ends that no other follows: at its numeric tail, else after n columns."""
    limit = min(len(blocks), at + MAX_ROW_BLOCKS)
    for end in range(at + n_columns, limit + 1):
        if all(is_numeric(block) for block in blocks[end - tail : end]):
            return end
    return min(at + n_columns, len(blocks))


def _cells(
    blocks: Sequence[Block], first: int, end: int, n_columns: int, tail: int
) -> list[tuple[int, ...]]:
    """The blocks of a row dealt out to its columns; surplus paragraphs join their cell."""
    texts = list(range(first + 1, end - tail))
    n_texts = n_columns - 1 - tail
    groups = [[index] for index in texts]
    if len(texts) > n_texts:
        groups = _glue(blocks, texts)
    if len(groups) < n_texts:
        groups = [[index] for index in texts]
    if len(groups) > n_texts:
        surplus = [index for group in groups[n_texts - 1 :] for index in group]
        groups = [*groups[: n_texts - 1], surplus]
    numbers = [[index] for index in range(end - tail, end)]
    filled = [[first], *groups, *numbers]
    return [tuple(i for i in group if not blocks[i].is_blank) for group in filled]


def _glue(blocks: Sequence[Block], texts: list[int]) -> list[list[int]]:
    """Paragraphs grouped into cells: bullets belong together and to the "…:" before them."""
    groups: list[list[int]] = []
    for index in texts:
        before = blocks[groups[-1][-1]].text if groups else ""
        if groups and bullet(blocks[index].text) and (bullet(before) or before.endswith(":")):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _group_row(blocks: Sequence[Block], cut: Cut, end: int, n_columns: int) -> RawRow:
    indexes = range(cut.at, min(end, cut.at + n_columns))
    cells = [(i,) if not blocks[i].is_blank else () for i in indexes]
    cells += [()] * (n_columns - len(cells))
    return RawRow(cut.kind, blocks[cut.at].text, tuple(cells))


def _column_sums(blocks: Sequence[Block], rows: Sequence[RawRow], n_columns: int) -> list[Decimal]:
    sums = [Decimal(0)] * n_columns
    for row in rows:
        for column, cell in enumerate(row.cells):
            value = parse_number(blocks[cell[0]].text) if len(cell) == 1 else None
            if row.kind is RowKind.DATA and value is not None:
                sums[column] += value
    return sums


def _total_row(
    blocks: Sequence[Block], cut: Cut, end: int, n_columns: int, sums: Sequence[list[Decimal]]
) -> RawRow:
    """A total row, its numbers under the columns whose sums (all rows', its part's) they are."""
    at, run = cut.at, 0
    while run < min(n_columns, end - at) - 1 and is_numeric(blocks[at + 1 + run]):
        run += 1
    values = [parse_number(blocks[at + 1 + i].text) for i in range(run)]

    def matches(width: int) -> tuple[int, bool]:
        agreeing = [
            sum(v == s for v, s in zip(values, column[n_columns - width :], strict=False) if v)
            for column in sums
        ]
        return max(agreeing), width > 0 and values[width - 1] is not None

    width = max(range(run, -1, -1), key=matches)
    label_column = max(0, min(1, n_columns - width - 1))
    cells: list[tuple[int, ...]] = [()] * n_columns
    cells[label_column] = (at,)
    for i in range(width):
        if not blocks[at + 1 + i].is_blank:
            cells[n_columns - width + i] = (at + 1 + i,)
    return RawRow(RowKind.TOTAL, blocks[at].text, tuple(cells))


def _row_of(blocks: Sequence[Block], cut: Cut, end: int, n_columns: int, tail: int) -> RawRow:
    if cut.kind is RowKind.DATA:
        cells = _cells(blocks, cut.at, end, n_columns, tail)
        return RawRow(cut.kind, blocks[cut.at].text, tuple(cells))
    if cut.kind is RowKind.GROUP:
        return _group_row(blocks, cut, end, n_columns)
    return RawRow(cut.kind, blocks[cut.at].text, ())


def build_rows(
    blocks: Sequence[Block], cuts: list[Cut], n_columns: int, tail: int
) -> tuple[RawRow, ...]:
    """The rows that start at the cuts; `tail` columns at their end are numeric."""
    ends = [after.at for after in cuts[1:]]
    last = cuts[-1]
    ends.append(
        len(blocks) if last.kind is RowKind.TOTAL else _row_end(blocks, last.at, n_columns, tail)
    )
    rows = [_row_of(blocks, cut, end, n_columns, tail) for cut, end in zip(cuts, ends, strict=True)]
    whole = _column_sums(blocks, rows, n_columns)
    part_start = 0
    for number, cut in enumerate(cuts):
        if cut.kind is RowKind.TOTAL:
            part = _column_sums(blocks, rows[part_start:number], n_columns)
            rows[number] = _total_row(blocks, cut, ends[number], n_columns, (whole, part))
            part_start = number + 1
    return tuple(rows)
