"""XLSX annexes → lines around tables, and the tables, sheet by sheet as they are seen.

A sheet has no mark where its table begins: titles and notes are told by their few filled cells.
Hidden rows, columns and sheets are left out with a warning.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import GridCell, Line, Part, Source
from ingest.readers.archive import open_package
from ingest.readers.framing import is_layout, unfold
from ingest.readers.gridding import make_grid
from ingest.readers.xlsx_book import Book, Sheet, read_book
from ingest.readers.xlsx_regions import Region, regions
from ingest.readers.xlsx_texts import visible_cells
from ingest.vietnamese import collapse, fold

# Names that Excel, Calc and WPS give to new sheets, folded.
_DEFAULT_NAMES = ("sheet", "trang tinh", "trangtinh", "bang tinh")


@dataclass(frozen=True, slots=True)
class _Read:
    """What one sheet gives."""

    title: str
    parts: list[Part]
    n_hidden: int


def _moved(cells: Iterable[GridCell], first: int) -> list[GridCell]:
    return [
        GridCell(c.row - first, c.column, c.text, c.row_span, c.column_span, c.bold) for c in cells
    ]


def _lines(cells: list[GridCell]) -> list[Part]:
    """Cells outside of tables as lines: a letterhead by columns, all else by rows."""
    if not cells:
        return []
    first, end = cells[0].row, max(cell.row for cell in cells) + 1
    grid = make_grid(_moved(cells, first), end - first)
    if is_layout(grid):
        return list(unfold(grid))
    return [
        Line(text, bold=cell.bold)
        for cell in cells
        for text in cell.text.split("\n")
        if text.strip()
    ]


def _parts(region: Region) -> list[Part]:
    if not region.is_table:
        return _lines(region.cells)
    first = region.cells[0].row
    return [make_grid(_moved(region.cells, first), region.n_rows)]


def _is_default_name(title: str) -> bool:
    bare = fold(collapse(title)).rstrip("0123456789 ()")
    return not bare or bare in _DEFAULT_NAMES


def _read_sheet(sheet: Sheet, from_1904: bool) -> _Read:
    cells, n_hidden = visible_cells(sheet, from_1904)
    found = regions(cells)
    parts = [part for region in found for part in _parts(region)]
    if found and found[0].is_table and not _is_default_name(sheet.title):
        parts.insert(0, Line(collapse(sheet.title)))
    return _Read(collapse(sheet.title), parts, n_hidden)


def _warnings(book: Book, read: list[_Read]) -> tuple[str, ...]:
    found = []
    hidden = [sheet.title for sheet in book.sheets if sheet.is_hidden and sheet.cells]
    if hidden:
        names = ", ".join(f"“{collapse(name)}”" for name in hidden[:5])
        found.append(
            f"Tệp Excel có {len(hidden)} trang tính bị ẩn không được đọc ({names}). Nếu cần nội"
            " dung này, hãy bỏ ẩn, lưu lại rồi nạp lại."
        )
    for item in read:
        if item.n_hidden:
            found.append(
                f"Trang tính “{item.title}” có {item.n_hidden} ô trong hàng hoặc cột bị ẩn"
                " không được đọc. Nếu cần nội dung này, hãy bỏ ẩn, lưu lại rồi nạp lại."
            )
    n_uncalculated = sum(sheet.n_uncalculated for sheet in book.sheets if not sheet.is_hidden)
    if n_uncalculated:
        found.append(
            f"Tệp Excel có {n_uncalculated} ô công thức chưa có kết quả nên các ô đó để trống."
            " Hãy mở tệp bằng Excel, lưu lại rồi nạp lại."
        )
    return tuple(found)


def read_xlsx(data: bytes, limits: Limits) -> Source:
    """The visible sheets of an XLSX in order: captions and notes as lines, tables as grids.

    Raises RejectedFileError "damaged", "encrypted", "zip_bomb", "external_entity", "too_large"
    or "empty".
    """
    book = read_book(open_package(data, limits))
    read = [_read_sheet(sheet, book.from_1904) for sheet in book.sheets if not sheet.is_hidden]
    parts = tuple(part for item in read for part in item.parts)
    if not parts:
        raise RejectedFileError(
            "empty",
            "Tệp Excel không có nội dung nào đang hiển thị. Hãy chọn tệp có nội dung, hoặc bỏ ẩn"
            " các trang tính cần đọc rồi nạp lại.",
        )
    return Source(parts, "xlsx", paragraphs=True, warnings=_warnings(book, read))
