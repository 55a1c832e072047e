"""A document's lines and real tables → blocks, with the place of every table among them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.cleaning.clean import clean_line
from ingest.cleaning.unwrap import unwrap
from ingest.cleaning.widths import find_widths
from ingest.lines import Block, Grid, Line, Part
from ingest.tables.flattened import RawTable
from ingest.tables.grids import lay_out, moved


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks in reading order, not placed yet, and the real tables by block positions."""

    blocks: tuple[Block, ...]
    tables: tuple[RawTable, ...]


def clean_parts(parts: Sequence[Part]) -> list[Part]:
    """The parts cleaned, one for one: lines as in clean.py, the paragraphs of cells likewise."""
    return [_clean_grid(part) if isinstance(part, Grid) else _clean(part) for part in parts]


def _clean(line: Line) -> Line:
    text = clean_line(line.text)
    return line if text == line.text else Line(text, line.page, line.bold, line.level)


def _clean_grid(grid: Grid) -> Grid:
    cells = (
        replace(cell, text="\n".join(clean_line(text).strip() for text in cell.text.split("\n")))
        for cell in grid.cells
    )
    return replace(grid, cells=tuple(cells))


def to_blocks(parts: Sequence[Part], paragraphs: bool) -> Blocks:
    """The blocks of cleaned parts; `paragraphs` says that no line has to be unwrapped."""
    lines = [part for part in parts if isinstance(part, Line)]
    widths = None if paragraphs else find_widths(lines)
    blocks: list[Block] = []
    tables: list[RawTable] = []
    run: list[Line] = []
    for part in [*_joined(parts), None]:
        if isinstance(part, Line):
            run.append(part)
            continue
        blocks.extend(unwrap(run, widths))
        run = []
        if part is not None:
            laid = lay_out(part)
            if laid.table:
                tables.append(moved(laid.table, len(blocks)))
            blocks.extend(laid.blocks)
    return Blocks(tuple(blocks), tuple(tables))


def _joined(parts: Sequence[Part]) -> list[Part]:
    """The parts with a table that goes on in the next one (nothing between them) made one."""
    found: list[Part] = []
    blanks: list[Line] = []
    for part in parts:
        if isinstance(part, Line) and not part.text.strip():
            blanks.append(part)
            continue
        before = found[-1] if found else None
        if isinstance(part, Grid) and isinstance(before, Grid) and (rest := _rest(before, part)):
            found[-1] = _appended(before, rest)
        else:
            found.extend([*blanks, part])
        blanks = []
    return [*found, *blanks]


def _row_texts(grid: Grid, row: int) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in grid.cells if cell.row == row]


def _rest(before: Grid, after: Grid) -> Grid | None:
    """What `after` adds to `before`: its rows behind a repeated header, or all when it has none."""
    if before.n_columns != after.n_columns:
        return None
    repeated = 0
    while repeated < min(before.n_rows, after.n_rows) and _row_texts(
        before, repeated
    ) == _row_texts(after, repeated):
        repeated += 1
    first = next((cell.text for cell in after.cells if cell.row == 0 and cell.column == 0), "")
    if not repeated and not (first.strip(" .").isdigit() and int(first.strip(" .")) > 1):
        return None
    return _cut(after, repeated) if repeated < after.n_rows else None


def _cut(grid: Grid, first: int) -> Grid:
    """The grid without its first rows."""
    cells = tuple(replace(c, row=c.row - first) for c in grid.cells if c.row >= first)
    return replace(grid, n_rows=grid.n_rows - first, cells=cells, row_pages=grid.row_pages[first:])


def _appended(before: Grid, rest: Grid) -> Grid:
    cells = (replace(cell, row=cell.row + before.n_rows) for cell in rest.cells)
    return replace(
        before,
        n_rows=before.n_rows + rest.n_rows,
        cells=(*before.cells, *cells),
        row_pages=(*before.row_pages, *rest.row_pages),
    )
