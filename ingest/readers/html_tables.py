"""`<table>` → Grid; a table that only arranges the page is unfolded into what it holds.

Spans are cut to the table, cells never overlap, rows and columns where no cell begins are
left out, so that a hostile span costs nothing.
"""

from dataclasses import dataclass, replace

from ingest.lines import Grid, GridCell
from ingest.readers.framing import is_layout, unfold
from ingest.readers.html_blocks import Context, Item, Writer, inner_context, lines_of, walk
from ingest.readers.html_tree import Node

_MAX_SPAN = 1000
_MAX_COLUMNS = 200
# A cell this long that holds most of its table is a page's column, not a cell.
_PAGE_CELL = 4000
_PAGE_CELLS = 12
_FRAMED = 400


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[Node, ...]
    group: int
    head: bool


@dataclass(frozen=True, slots=True)
class _Placed:
    node: Node
    row: int
    column: int
    row_span: int
    column_span: int


def _rows(table: Node) -> list[_Row]:
    """The table's own rows; `group` numbers thead, tbody and tfoot, foot rows come last."""
    rows: list[_Row] = []
    foot: list[_Row] = []
    for group, child in enumerate(table.elements()):
        if child.tag == "tr":
            rows.append(_Row(_cells(child), -1, head=False))
        elif child.tag in {"thead", "tbody", "tfoot"}:
            target = foot if child.tag == "tfoot" else rows
            target.extend(
                _Row(_cells(row), group, child.tag == "thead")
                for row in child.elements()
                if row.tag == "tr"
            )
    return rows + foot


def _cells(row: Node) -> tuple[Node, ...]:
    return tuple(child for child in row.elements() if child.tag in {"td", "th"})


def _span(node: Node, name: str) -> int:
    """The span of a cell, 0 where it says "to the end"."""
    text = node.attrs.get(name, "").strip()
    return min(int(text[:6]), _MAX_SPAN) if text[:6].isdecimal() and text.isascii() else 1


def _place(rows: list[_Row]) -> list[_Placed]:
    """The cells at their places; a span ends where its row group or another cell begins."""
    placed: list[_Placed] = []
    taken: dict[int, int] = {}  # column → the row in which it is free again
    ends = _group_ends(rows)
    for index, row in enumerate(rows):
        column = 0
        for node in row.cells:
            while taken.get(column, 0) > index:
                column += 1
            if column >= _MAX_COLUMNS:
                break
            down = min(_span(node, "rowspan") or _MAX_SPAN, ends[index] - index)
            wide = max(_span(node, "colspan"), 1)
            across = 1
            while (
                across < wide
                and column + across < _MAX_COLUMNS
                and taken.get(column + across, 0) <= index
            ):
                across += 1
            for covered in range(column, column + across):
                taken[covered] = index + down
            placed.append(_Placed(node, index, column, down, across))
            column += across
    return placed


def _group_ends(rows: list[_Row]) -> list[int]:
    ends = [len(rows)] * len(rows)
    for index in range(len(rows) - 2, -1, -1):
        same = rows[index].group == rows[index + 1].group
        ends[index] = ends[index + 1] if same else index + 1
    return ends


def _squeezed(cells: list[GridCell]) -> list[GridCell]:
    """The cells without the rows and columns in which none begins."""
    rows = {row: index for index, row in enumerate(sorted({cell.row for cell in cells}))}
    columns = {col: index for index, col in enumerate(sorted({cell.column for cell in cells}))}
    whole = all(index == row for row, index in rows.items())
    if whole and all(index == column for column, index in columns.items()):
        reach = max((cell.column + cell.column_span for cell in cells), default=0)
        down = max((cell.row + cell.row_span for cell in cells), default=0)
        if reach == len(columns) and down == len(rows):
            return cells
    return [
        replace(
            cell,
            row=rows[cell.row],
            column=columns[cell.column],
            row_span=sum(r in rows for r in range(cell.row, cell.row + cell.row_span)),
            column_span=sum(
                c in columns for c in range(cell.column, cell.column + cell.column_span)
            ),
        )
        for cell in cells
    ]


def _grid(rows: list[_Row], writer: Writer, context: Context) -> Grid:
    cells: list[GridCell] = []
    for placed in _place(rows):
        lines = lines_of(placed.node, writer, inner_context(placed.node, context))
        text = "\n".join(line.text for line in lines)
        lettered = [line for line in lines if any(map(str.isalpha, line.text))]
        bold = bool(lettered) and all(line.bold for line in lettered)
        cells.append(
            GridCell(placed.row, placed.column, text, placed.row_span, placed.column_span, bold)
        )
    filled = {cell.row for cell in cells if cell.text}
    # A row without any text is no row of the table unless a span needs it.
    kept = [cell for cell in cells if cell.row in filled]
    squeezed = _squeezed(kept)
    n_rows = 1 + max((cell.row for cell in squeezed), default=-1)
    n_columns = max((cell.column + cell.column_span for cell in squeezed), default=0)
    head = _n_header(rows)
    n_header = sum(1 for row in sorted(filled) if row < head) if head else None
    return Grid(n_rows, n_columns, tuple(squeezed), n_header or None)


def _n_header(rows: list[_Row]) -> int:
    """How many rows at the top are marked as header: in thead, or of nothing but `<th>`."""
    count = 0
    for row in rows:
        marked = row.head or (bool(row.cells) and all(cell.tag == "th" for cell in row.cells))
        if not marked:
            break
        count += 1
    return count if count < len(rows) else 0


def _holds_table(node: Node) -> bool:
    return any(child.tag == "table" or _holds_table(child) for child in node.elements())


def _is_frame(rows: list[_Row]) -> bool:
    """Whether the table arranges a page: one cell, or a column that holds most of it and tables."""
    cells = [cell for row in rows for cell in row.cells if cell.end > cell.start]
    if len(cells) < 2:
        return True
    total = sum(cell.end - cell.start for cell in cells)
    largest = max(cells, key=lambda cell: cell.end - cell.start)
    size = largest.end - largest.start
    if size < 0.5 * total:
        return False
    long = size > _PAGE_CELL and len(cells) <= _PAGE_CELLS
    return long or (size > _FRAMED and _holds_table(largest))


def write_table(node: Node, writer: Writer, context: Context) -> None:
    """Write a table: a Grid, or the parts of one that only arranges them."""
    rows = _rows(node)
    for child in node.elements():
        if child.tag == "caption":
            walk(child, writer, context)
            writer.flush()
    if _is_frame(rows):
        for row in rows:
            for cell in row.cells:
                if id(cell) not in writer.skip:
                    walk(cell, writer, context)
                    writer.flush()
        return
    grid = _grid(rows, writer, context)
    if not grid.cells:
        return
    if is_layout(grid):
        writer.items.extend(Item(line) for line in unfold(grid))
    else:
        linked = node.links > 2 and node.linked > 0.7 * (node.end - node.start)
        writer.items.append(Item(grid, linked=linked))
