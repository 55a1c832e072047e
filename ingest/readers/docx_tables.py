"""Tables of a DOCX → grids with spans, or what stands in them when they only lay text out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ingest.lines import Grid, GridCell, Line, Part
from ingest.readers.docx_styles import W, child, value, whole
from ingest.readers.framing import is_layout, reading_order
from ingest.readers.gridding import make_grid

_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
# Word itself allows 63 columns.
_MAX_SPAN = 63


@dataclass(slots=True)
class _Cell:
    """A cell at its place in the units of w:gridSpan."""

    row: int
    start: int
    end: int
    parts: list[Part]
    row_span: int = 1


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those inside of content controls."""
    for element in parent:
        if element.tag == W + name:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _inside(element, name)


def _is_on(element: Element | None) -> bool:
    return element is not None and (value(element) or "1").lower() not in {"0", "false", "off"}


def _span(properties: Element | None, name: str) -> int:
    return min(max(whole(value(child(properties, name))) or 0, 0), _MAX_SPAN)


def _merge(properties: Element | None, name: str) -> str:
    """What a w:vMerge or w:hMerge says: "restart" or "continue" (its default); "" without one."""
    element = child(properties, name)
    return "" if element is None else value(element) or "continue"


class _Table:
    """The cells of a table as they are read."""

    def __init__(self, read_cell: Callable[[Element], list[Part]]) -> None:
        self.read_cell = read_cell
        self.cells: list[_Cell] = []
        self.above: dict[int, _Cell] = {}
        self.n_rows = 0
        self.n_header = 0

    def add_row(self, row: Element) -> None:
        """Take in a w:tr; rows deleted by a tracked change and hidden rows are dropped."""
        properties = child(row, "trPr")
        if child(properties, "del") is not None or _is_on(child(properties, "hidden")):
            return
        if _is_on(child(properties, "tblHeader")) and self.n_header == self.n_rows:
            self.n_header += 1
        start = _span(properties, "gridBefore")
        last: _Cell | None = None
        here: dict[int, _Cell] = {}
        for element in _inside(row, "tc"):
            of_cell = child(element, "tcPr")
            end = start + max(_span(of_cell, "gridSpan"), 1)
            if last is not None and _merge(of_cell, "hMerge") == "continue":
                last.end = end
            else:
                last = self._cell(element, of_cell, start, end)
                here[start] = last
            start = end
        self.above = here
        self.n_rows += 1

    def _cell(self, element: Element, properties: Element | None, start: int, end: int) -> _Cell:
        above = self.above.get(start)
        continues = _merge(properties, "vMerge") == "continue"
        if continues and above is not None and above.end == end:
            above.row_span += 1
            return above
        found = _Cell(self.n_rows, start, end, self.read_cell(element))
        self.cells.append(found)
        return found


def _texts(parts: list[Part]) -> Iterator[tuple[str, bool]]:
    """The paragraphs with text, each with whether it is bold; nested tables cell by cell."""
    for part in parts:
        if isinstance(part, Line):
            if part.text.strip():
                yield part.text, part.bold
        else:
            for cell in part.cells:
                yield from ((text, cell.bold) for text in cell.text.split("\n") if text.strip())


def _grid_cell(cell: _Cell) -> GridCell:
    texts = list(_texts(cell.parts))
    lettered = [bold for text, bold in texts if any(map(str.isalpha, text))]
    return GridCell(
        cell.row,
        cell.start,
        "\n".join(text for text, _ in texts),
        cell.row_span,
        cell.end - cell.start,
        bool(lettered) and all(lettered),
    )


def _trimmed(parts: list[Part]) -> list[Part]:
    """The parts without blank lines at both ends."""
    filled = [i for i, p in enumerate(parts) if isinstance(p, Grid) or p.text.strip()]
    return parts[filled[0] : filled[-1] + 1] if filled else []


def read_table(table: Element, read_cell: Callable[[Element], list[Part]]) -> list[Part]:
    """A w:tbl as one grid, or as the parts of its cells in reading order when it is layout.

    `read_cell` gives the parts of a w:tc. Raises RejectedFileError "too_large".
    """
    found = _Table(read_cell)
    for row in _inside(table, "tr"):
        found.add_row(row)
    pairs = [(_grid_cell(cell), cell.parts) for cell in found.cells]
    grid = make_grid([cell for cell, _ in pairs], found.n_rows, found.n_header or None)
    if not is_layout(grid):
        return [grid]
    # The grid has the same cells in the same order, only its columns are counted anew.
    by_place = {
        (placed.row, placed.column): parts
        for placed, (_, parts) in zip(
            grid.cells, sorted(pairs, key=lambda pair: (pair[0].row, pair[0].column)), strict=True
        )
    }
    return [
        part for cell in reading_order(grid) for part in _trimmed(by_place[cell.row, cell.column])
    ]
