"""Real tables → raw tables: which rows are header, groups, data or totals; one block a paragraph.

A reader's Grid says where the cells stand; here it is learnt what they are. What stands around
the table inside of its frame (a caption above the header, a note below the rows) becomes
ordinary lines again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.lines import Block, Grid, GridCell
from ingest.plan import RowKind
from ingest.quantities import parse_number
from ingest.structure.grammar import TABLE_START
from ingest.tables.flattened import RawTable
from ingest.tables.matrix import Matrix
from ingest.tables.rows import RawRow
from ingest.vietnamese import collapse

# "1", "01", "1.", "2.3", "IV", "A.", "a)", "-"
_ORDINAL = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,3}[.)]?|[-–+]")
_GROUP_LABEL = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")
# The line "(1) (2) (3)", "1 2 3 = 1+2", "A B 1 2" that numbers the columns.
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Ha-h])\)?(?:\s*=\s*[\d()+\-\s]+)?")
_YEAR = re.compile(r"(?:Năm\s+)?(?:19|20)\d{2}", re.IGNORECASE)
# "Tổng cộng", "TỔNG SỐ (A+B):", "Cộng nhóm I", "Cộng toàn bộ", "Toàn tỉnh"; not "Tổng đài hỗ trợ", "Cộng đồng".
_TOTAL = re.compile(
    r"(?:(?:tổng(?:\s+(?:cộng|số|kinh phí|mức|vốn|nhu cầu))?|cộng)(?:\s+(?:toàn bộ|toàn tỉnh|chung))?|toàn tỉnh)"
    r"(?:\s*[:(].{0,60}|\s+(?:nhóm|mục|phần|các)\b.{0,40}|\s+[IVX\d+]+)?",
    re.IGNORECASE,
)
_MAX_HEADER_ROWS = 4
_MAX_HEADER_TEXT = 200


@dataclass(frozen=True, slots=True)
class Laid:
    """A grid laid out as blocks: `[0, table.start)` and `[table.end, …)` are lines around it.

    The table's positions count from the first of these blocks; None when no row is left.
    """

    blocks: tuple[Block, ...]
    table: RawTable | None


def _starts_row(text: str) -> bool:
    return bool(_ORDINAL.fullmatch(text) or _GROUP_LABEL.fullmatch(text))


def _is_header_text(texts: Sequence[str]) -> bool:
    """Whether a row may name columns: short texts, no amounts, more words than numbers."""
    filled = [text for text in texts if text]
    numbers = [t for t in filled if parse_number(t) is not None and not _YEAR.fullmatch(t)]
    return bool(filled) and not numbers and all(len(t) <= _MAX_HEADER_TEXT for t in filled)


def _header_rows(matrix: Matrix, first: int, marked: int | None) -> int:
    """How many rows from `first` on name the columns."""
    rows = matrix.rows[first:]
    texts = matrix.texts(first)
    if len(rows) < 2 or _starts_row(texts[0]) or not _is_header_text(texts):
        return 0
    height = _spanned_height(matrix, first)
    if marked is not None and marked < len(rows):
        height = max(height, marked)
    if TABLE_START.fullmatch(texts[0]):
        height = max(height, _rows_above_ordinals(matrix, first))
    return min(height, _MAX_HEADER_ROWS)


def _rows_above_ordinals(matrix: Matrix, first: int) -> int:
    """How many rows of a header lie above the first ordinal, each blank below "STT"; else 0."""
    for row in range(first + 1, min(first + 1 + _MAX_HEADER_ROWS, len(matrix.rows))):
        texts = matrix.texts(row)
        if _starts_row(texts[0]) or _numbers_columns(texts):
            return row - first
        if texts[0] or not _is_header_text(texts):
            return 0
    return 0


def _spanned_height(matrix: Matrix, first: int) -> int:
    """The rows that the first row's cells reach, and one more under a cell of several columns."""
    height = reach = 1
    while reach and height < min(_MAX_HEADER_ROWS, len(matrix.rows) - first):
        row = matrix.rows[first + height - 1]
        crossing = any(
            cell and cell.row + cell.row_span > matrix.numbers[first + height - 1] + 1
            for cell in row
        )
        spanning = any(
            cell and i and row[i - 1] is cell and cell.row == matrix.numbers[first + height - 1]
            for i, cell in enumerate(row)
        )
        below = matrix.texts(first + height)
        reach = int(crossing or (spanning and not _starts_row(below[0]) and _is_header_text(below)))
        height += reach
    return height


def _column_names(matrix: Matrix, first: int, height: int) -> tuple[str, ...]:
    """One name a column: the texts above it from the top down, each once ("Vốn: Năm 2026")."""
    names = []
    for column in range(matrix.n_columns):
        parts: list[str] = []
        for row in range(first, first + height):
            text = _name_at(matrix, row, column, row + 1 < first + height)
            if text and text not in parts:
                parts.append(text)
        names.append(": ".join(parts))
    return tuple(names)


def _name_at(matrix: Matrix, row: int, column: int, has_below: bool) -> str:
    """The text over a column in a header row; a blank one is read as the cell to its left."""
    cell = matrix.rows[row][column]
    text = collapse(cell.text) if cell else ""
    if text or not has_below or not matrix.texts(row + 1)[column]:
        return text
    left = next((c for c in reversed(matrix.rows[row][:column]) if c and c.text.strip()), None)
    reaches = left is not None and left.row_span == 1 and bool(column)
    return collapse(left.text) if left and reaches else ""


def _numbers_columns(texts: Sequence[str]) -> bool:
    """Whether the row only numbers the columns, in order."""
    filled = [text for text in texts if text]
    if len(filled) < max(3, len(texts) - 1) or not all(map(_COLUMN_NUMBER.fullmatch, filled)):
        return False
    digits = [int(m.group()) for text in filled if (m := re.match(r"\d+", text.strip("( ")))]
    return len(digits) >= 2 and digits == list(range(digits[0], digits[0] + len(digits)))


def _kind(matrix: Matrix, row: int, has_ordinals: bool, n_usual: int) -> RowKind:
    texts = matrix.texts(row)
    filled = [text for text in texts if text]
    label = next((t for t in texts[:3] if t and not _starts_row(t)), texts[0])
    if _TOTAL.fullmatch(label):
        return RowKind.TOTAL
    if has_ordinals and _GROUP_LABEL.fullmatch(texts[0]):
        return RowKind.GROUP
    alone = len(filled) == 1 and n_usual > 1 and not _ORDINAL.fullmatch(filled[0])
    return RowKind.GROUP if alone or matrix.is_one_cell(row) else RowKind.DATA


def _kinds(matrix: Matrix, rows: range) -> list[RowKind]:
    texts = [matrix.texts(row) for row in rows]
    has_ordinals = any(_ORDINAL.fullmatch(t[0]) for t in texts)
    counts = sorted(sum(map(bool, t)) for t in texts)
    n_usual = counts[len(counts) // 2] if counts else 0
    return [_kind(matrix, row, has_ordinals, n_usual) for row in rows]


def _paragraphs(cell: GridCell | None, page: int | None) -> list[Block]:
    """A cell as blocks, one a paragraph; one blank block for a blank cell."""
    texts = [text for text in map(collapse, (cell.text if cell else "").split("\n")) if text]
    bold = bool(cell and cell.bold)
    return [Block(text, page, bold=bold) for text in texts] or [Block("", page)]


class _Layer:
    """Lays rows out as blocks and remembers where each cell's blocks stand."""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.blocks: list[Block] = []
        self.places: dict[int, tuple[int, ...]] = {}

    def lines(self, rows: range) -> None:
        """Rows that are no part of the table, as ordinary lines."""
        for row in rows:
            for column in range(self.matrix.n_columns):
                if cell := self.matrix.own(row, column):
                    found = _paragraphs(cell, self.matrix.page(row))
                    self.blocks.extend(block for block in found if block.text)

    def row(self, row: int) -> tuple[tuple[tuple[int, ...], ...], frozenset[int]]:
        """The block positions of each column, and the columns that a row above fills."""
        cells: list[tuple[int, ...]] = []
        inherited = set()
        for column, cell in enumerate(self.matrix.rows[row]):
            if cell is None or self.matrix.own(row, column):
                start = len(self.blocks)
                self.blocks.extend(_paragraphs(cell, self.matrix.page(row)))
                places = tuple(i for i in range(start, len(self.blocks)) if self.blocks[i].text)
                if cell:
                    self.places[id(cell)] = places
                cells.append(places)
            elif cell.row < self.matrix.numbers[row]:
                inherited.add(column)
                first = column == 0 or self.matrix.rows[row][column - 1] is not cell
                cells.append(self.places.get(id(cell), ()) if first else ())
            else:
                cells.append(())
        return tuple(cells), frozenset(inherited)


def lay_out(grid: Grid) -> Laid:
    """The blocks of a grid, and the raw table among them."""
    matrix = Matrix(grid)
    first = 0
    while first + 1 < len(matrix.rows) and matrix.n_columns > 1 and matrix.is_one_cell(first):
        first += 1
    layer = _Layer(matrix)
    layer.lines(range(first))
    if first >= len(matrix.rows):
        return Laid(tuple(layer.blocks), None)
    height = _header_rows(matrix, first, grid.n_header)
    body = first + height
    start = len(layer.blocks)
    header = [i for row in range(first, body) for cell in layer.row(row)[0] for i in cell]
    if height and body < len(matrix.rows) and _numbers_columns(matrix.texts(body)):
        layer.row(body)
        body += 1
    kinds = _kinds(matrix, range(body, len(matrix.rows)))
    last = len(kinds)
    while last and matrix.is_one_cell(body + last - 1):
        last -= 1
    rows = tuple(_rows(layer, body, kinds[:last]))
    end = len(layer.blocks)
    layer.lines(range(body + last, len(matrix.rows)))
    if not rows or matrix.n_columns < 2:
        return Laid(tuple(block for block in layer.blocks if block.text), None)
    names = _column_names(matrix, first, height)
    table = RawTable(start, end, tuple(header), matrix.n_columns, 0, rows, names)
    return Laid(tuple(layer.blocks), table)


def _rows(layer: _Layer, body: int, kinds: Sequence[RowKind]) -> Iterator[RawRow]:
    for offset, kind in enumerate(kinds):
        cells, inherited = layer.row(body + offset)
        texts = layer.matrix.texts(body + offset)
        label = texts[0] if kind is not RowKind.TOTAL else next(filter(None, texts), "")
        yield RawRow(kind, label, cells, inherited)


def moved(table: RawTable, by: int) -> RawTable:
    """The table with all its block positions moved on."""
    rows = tuple(
        replace(row, cells=tuple(tuple(i + by for i in cell) for cell in row.cells))
        for row in table.rows
    )
    header = tuple(index + by for index in table.header)
    return replace(table, start=table.start + by, end=table.end + by, header=header, rows=rows)
