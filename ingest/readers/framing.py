"""Which tables only lay text out side by side, and their text in reading order.

Officials' documents put the letterhead (issuer | national motto) and the sign-off (recipients |
signature) into borderless tables, and boxes around text into tables of one cell. Every reader of
real tables asks here. Leaves out what data tables mean: that is grids.py's work.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.lines import Grid, GridCell, Line
from ingest.structure.grammar import TABLE_START
from ingest.vietnamese import UPPER, collapse, fold

# "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM"
_MOTTO = re.compile(
    r"cong\s?hoa\s?xa\s?hoi\s?chu\s?nghia\s?viet\s?nam|dang cong san viet nam$"
    r"|doc lap\s?[-–—]\s?tu do\s?[-–—]\s?hanh phuc"
)
# "Nơi nhận:", "Nơi nhận: (bản điện tử)"
_RECIPIENTS = re.compile(r"noi nhan\s*(?::|\(|$)")
# "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "TL.GIÁM ĐỐC", "TUQ. BỘ TRƯỞNG", "Q. GIÁM ĐỐC"
_BEHALF = re.compile(rf"(?:T/?M|K/?T|T/?L|TUQ|Q)\s?\.\s?[{UPPER}]{{2}}")
# "CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "KẾ TOÁN TRƯỞNG", "NGƯỜI LẬP BIỂU", "ĐẠI DIỆN BÊN A"
_OFFICE = re.compile(
    r"(?:pho |tong )?(?:chu tich|giam doc|bo truong|thu truong|cuc truong|chanh van phong"
    r"|truong phong|truong ban|hieu truong)\b|ke toan truong|nguoi lap|dai dien\b"
)
# "1", "02.", "IV.", "a)", "3.1"
_ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Za-zĐđ])[.)]?")
_NUMBER = re.compile(r"[-+(]?\d[\d.,\s]*[%)]?")
# A letterhead or a sign-off has few rows and columns; a table that only quotes the motto has more.
_MAX_ROWS = 12
_MAX_COLUMNS = 4
_MAX_HEAD = 120


def is_layout(grid: Grid) -> bool:
    """Whether the grid is no table: letterhead, sign-off, one cell, one column, a row of boxes.

    A grid without any text is layout too (`unfold` then gives nothing).
    """
    cells = [cell for cell in grid.cells if cell.text.strip()]
    if len({cell.column for cell in cells}) < 2:
        return True
    if grid.n_header or any(TABLE_START.fullmatch(collapse(cell.text)) for cell in cells):
        return False
    if len({cell.row for cell in cells}) > _MAX_ROWS or _n_columns(cells) > _MAX_COLUMNS:
        return False
    return is_letterhead(cells) or is_sign_off(cells) or _is_boxes(cells)


def reading_order(grid: Grid) -> list[GridCell]:
    """The cells with text of a layout grid: columns from left to right, each from the top down.

    A cell over the whole width parts what stands above it from what stands below.
    """
    found: list[GridCell] = []
    band: list[GridCell] = []
    filled = [cell for cell in grid.cells if cell.text.strip()]
    first = min((cell.column for cell in filled), default=0)
    last = max((cell.column for cell in filled), default=0)
    for cell in filled:
        whole = cell.column <= first and cell.column + cell.column_span > last
        if whole:
            found.extend([*_columnwise(band), cell])
            band = []
        else:
            band.append(cell)
    return [*found, *_columnwise(band)]


def unfold(grid: Grid) -> list[Line]:
    """The paragraphs of a layout grid in reading order; pages are the rows', bold the cells'."""
    return [line for cell in reading_order(grid) for line in _paragraphs(cell, grid)]


def _columnwise(band: list[GridCell]) -> list[GridCell]:
    return sorted(band, key=lambda cell: (cell.column, cell.row))


def _paragraphs(cell: GridCell, grid: Grid) -> Iterator[Line]:
    page = grid.row_pages[cell.row] if cell.row < len(grid.row_pages) else None
    for text in cell.text.split("\n"):
        if text.strip():
            yield Line(text, page, cell.bold)


def _n_columns(cells: list[GridCell]) -> int:
    return len({cell.column for cell in cells})


def _heads(cell: GridCell) -> Iterator[str]:
    """The beginnings of a cell's paragraphs."""
    for text in cell.text.split("\n"):
        if text.strip():
            yield collapse(text[: 4 * _MAX_HEAD])[:_MAX_HEAD]


def is_letterhead(cells: list[GridCell]) -> bool:
    """Whether a paragraph of the cells begins with the national motto or the Party's name."""
    return any(_MOTTO.match(fold(head)) for cell in cells for head in _heads(cell))


def is_sign_off(cells: list[GridCell]) -> bool:
    """Recipients or "TM. …" at the head of a paragraph; or nothing but offices in the first row."""
    for cell in cells:
        if any(_RECIPIENTS.match(fold(head)) or _BEHALF.match(head) for head in _heads(cell)):
            return True
    top = min(cell.row for cell in cells)
    firsts = [next(_heads(cell)) for cell in cells if cell.row == top]
    return len(cells) <= 2 * _MAX_COLUMNS and all(
        head.isupper() and _OFFICE.match(fold(head)) for head in firsts
    )


def is_heading_row(texts: Sequence[str]) -> bool:
    """Whether a row's texts are titles: more words than numbers, the first one no ordinal."""
    filled = [collapse(text) for text in texts if text.strip()]
    words = [text for text in filled if not _NUMBER.fullmatch(text)]
    return len(filled) > 1 and bool(words) and not _ORDINAL.fullmatch(filled[0])


def _is_boxes(cells: list[GridCell]) -> bool:
    """Two boxes of text side by side; no row of a table that lost its header."""
    if len({cell.row for cell in cells}) > 1 or len(cells) > 2:
        return False
    texts = [collapse(cell.text) for cell in cells]
    return not any(_ORDINAL.fullmatch(text) or _NUMBER.fullmatch(text) for text in texts)
