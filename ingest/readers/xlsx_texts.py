"""A sheet's cells as texts at visible places: hidden ones dropped, merged ranges as spans."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from ingest.lines import GridCell
from ingest.readers.framing import is_heading_row
from ingest.readers.office_xml import too_large
from ingest.readers.xlsx_book import Cell, Range, Sheet
from ingest.readers.xlsx_format import format_date, format_number, is_year
from ingest.vietnamese import fold

# "Kinh phí (triệu đồng)", "Số lượng", "Nhu cầu vốn": four digits are an amount there, no year
_AMOUNTS = re.compile(r"\b(?:kinh phi|dong|von|so luong|gia|tien|chi phi|du toan|tong|ngan sach)\b")
# "STT", "Mã nhiệm vụ", "Số hiệu văn bản", "Số điện thoại": numbers that name and do not count
_NAMES = re.compile(r"\b(?:s?tt|so tt|ma|ma so|so hieu|so van ban|dien thoai|so thu tu)\b")
_MAX_VISITS = 5_000_000


def _hidden_columns(sheet: Sheet, columns: set[int]) -> set[int]:
    return {c for c in columns for first, end in sheet.hidden_columns if first <= c < end}


class _Merges:
    """Where merged ranges put their text, and which cells they cover."""

    def __init__(self, sheet: Sheet, hidden_columns: set[int]) -> None:
        self.spans: dict[tuple[int, int], Range] = {}
        self.moved: dict[tuple[int, int], tuple[int, int]] = {}
        self.covered: set[tuple[int, int]] = set()
        by_row: defaultdict[int, list[int]] = defaultdict(list)
        for cell in sheet.cells:
            by_row[cell.row].append(cell.column)
        rows = sorted(by_row)
        visits = 0
        for merge in sheet.merges:
            anchor = (merge.top, merge.left)
            for row in rows[bisect_left(rows, merge.top) : bisect_left(rows, merge.bottom)]:
                visits += len(by_row[row])
                inside = (c for c in by_row[row] if merge.left <= c < merge.right)
                self.covered.update((row, c) for c in inside if (row, c) != anchor)
            if visits > _MAX_VISITS:
                raise too_large("merged ranges that overlap")
            self.spans[anchor] = merge
            shown = self._first_shown(merge, sheet.hidden_rows, hidden_columns)
            if shown:
                self.moved[anchor] = shown

    @staticmethod
    def _first_shown(
        merge: Range, hidden_rows: set[int], hidden_columns: set[int]
    ) -> tuple[int, int] | None:
        row, column = merge.top, merge.left
        while row in hidden_rows and row < merge.bottom:
            row += 1
        while column in hidden_columns and column < merge.right:
            column += 1
        return (row, column) if row < merge.bottom and column < merge.right else None


def visible_cells(sheet: Sheet, from_1904: bool) -> tuple[list[GridCell], int]:
    """The visible cells with text in reading order, and how many filled ones are hidden.

    Blank rows are kept out of the row numbers except that one stays where some were; spans
    count the rows that are left. Columns are those of the sheet.
    """
    columns = {cell.column for cell in sheet.cells} | {merge.left for merge in sheet.merges}
    hidden_columns = _hidden_columns(sheet, columns)
    merges = _Merges(sheet, hidden_columns)
    shown: dict[tuple[int, int], Cell] = {}
    n_hidden = 0
    for cell in sheet.cells:
        place = (cell.row, cell.column)
        if place in merges.covered:
            continue
        row, column = merges.moved.get(place, place)
        if row in sheet.hidden_rows or column in hidden_columns:
            n_hidden += 1
        else:
            shown[row, column] = cell
    texts = _texts(shown, from_1904)
    return _placed(shown, texts, merges), n_hidden


def _placed(
    shown: dict[tuple[int, int], Cell], texts: dict[tuple[int, int], str], merges: _Merges
) -> list[GridCell]:
    rows = sorted({row for row, _ in shown})
    places: dict[int, int] = {}
    for index, row in enumerate(rows):
        gap = bool(index) and row > rows[index - 1] + 1
        places[row] = places[rows[index - 1]] + 1 + gap if index else 0
    found = []
    for (row, column), cell in sorted(shown.items()):
        merge = merges.spans.get((cell.row, cell.column))
        n_rows = n_columns = 1
        if merge:
            last = bisect_left(rows, merge.bottom) - 1
            n_rows, n_columns = places[rows[last]] - places[row] + 1, merge.right - column
        found.append(
            GridCell(places[row], column, texts[row, column], n_rows, n_columns, cell.bold)
        )
    return _apart(found)


def _apart(cells: list[GridCell]) -> list[GridCell]:
    """The cells with spans cut back where they would overlap: ranges of a broken file."""
    columns = sorted({cell.column for cell in cells})
    own = {(cell.row, cell.column) for cell in cells}
    taken: set[tuple[int, int]] = set()
    found = []
    visits = 0
    for cell in cells:
        first = bisect_left(columns, cell.column)
        wide = columns[first : bisect_left(columns, cell.column + cell.column_span)]
        visits += cell.row_span * len(wide)
        if visits > _MAX_VISITS:
            raise too_large("merged ranges beyond the sheet")
        area = {(row, c) for row in range(cell.row, cell.row + cell.row_span) for c in wide}
        area.discard((cell.row, cell.column))
        if area & taken or area & own:
            cell = GridCell(cell.row, cell.column, cell.text, bold=cell.bold)
        else:
            taken |= area
        found.append(cell)
    return found


def _texts(shown: dict[tuple[int, int], Cell], from_1904: bool) -> dict[tuple[int, int], str]:
    """Each cell's text; numbers written as their column and their format want."""
    by_column: defaultdict[int, list[tuple[int, Cell]]] = defaultdict(list)
    for (row, column), cell in sorted(shown.items()):
        by_column[column].append((row, cell))
    headings = _heading_rows(shown)
    found = {}
    for column, cells in by_column.items():
        bare = _bare_kinds(cells)
        for row, cell in cells:
            found[row, column] = _text(cell, from_1904, bare, row in headings)
    return found


def _heading_rows(shown: dict[tuple[int, int], Cell]) -> set[int]:
    """The rows whose only numbers are years among titles ("Nguồn vốn | 2025 | 2026")."""
    by_row: defaultdict[int, list[Cell]] = defaultdict(list)
    for (row, _), cell in shown.items():
        by_row[row].append(cell)
    return {
        row
        for row, cells in by_row.items()
        if is_heading_row([cell.raw or cell.text for cell in cells])
        and all(is_year(cell.raw, cell.code) for cell in cells if cell.raw)
    }


def _bare_kinds(cells: Iterable[tuple[int, Cell]]) -> tuple[bool, bool]:
    """Whether a column's numbers are names, and whether its four digits are years."""
    texts = [fold(cell.text[:200]) for _, cell in cells if cell.text]
    numbers = [cell for _, cell in cells if cell.raw and not cell.is_date]
    years = [cell for cell in numbers if is_year(cell.raw, cell.code)]
    names = any(_NAMES.search(text) for text in texts[:5])
    amounts = any(_AMOUNTS.search(text) for text in texts[:5])
    return names, bool(years) and len(years) == len(numbers) and not amounts


def _text(cell: Cell, from_1904: bool, bare: tuple[bool, bool], in_heading: bool) -> str:
    if not cell.raw:
        return cell.text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if cell.is_date:
        return format_date(cell.raw, cell.code, from_1904)
    names, years = bare
    is_bare = names or ((years or in_heading) and is_year(cell.raw, cell.code))
    return format_number(cell.raw, cell.code, is_bare)
