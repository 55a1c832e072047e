"""Where the tables of a sheet begin and end: its rows cut into captions, tables and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.lines import GridCell
from ingest.readers.framing import is_letterhead, is_sign_off
from ingest.structure.grammar import TABLE_START
from ingest.vietnamese import collapse, fold

# "1", "01.", "1.2", "IV", "A.", "a)", "-"
_ORDINAL = re.compile(r"\d{1,4}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}[.)]?|[A-Za-zĐđ][.)]?|[-–+]")
# "Tổng cộng", "TỔNG SỐ:", "Cộng (I+II)"
_TOTAL = re.compile(r"(?:tong|cong)\b.{0,40}")
# "Ghi chú:", "Người lập biểu", "An Giang, ngày 05 tháng 3 năm 2024"
_NOTE = re.compile(
    r"(?:ghi chu|chu thich|luu y|nguoi lap|noi nhan)\b|.{0,40}\bngay\b.{1,12}\bthang\b"
)


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that belong together: a table, or lines outside of one. Cells in reading order."""

    cells: list[GridCell]
    is_table: bool
    n_rows: int


Rows = dict[int, list[GridCell]]


def _typical_width(rows: Rows) -> int:
    """The filled cells of a usual row that has more than one; 1 when there is none."""
    widths = sorted(len(cells) for cells in rows.values() if len(cells) > 1)
    return widths[len(widths) // 2] if widths else 1


def _texts(cells: Sequence[GridCell]) -> list[str]:
    return [collapse(cell.text) for cell in cells]


def _starts_header(cells: Sequence[GridCell]) -> bool:
    """Whether the row names ordinals ("STT") and something else."""
    texts = _texts(cells)
    return len(texts) > 1 and any(TABLE_START.fullmatch(text) for text in texts[:2])


def _is_wide(cells: list[GridCell], width: int) -> bool:
    return len(cells) >= max(2, (width + 1) // 2) and not is_letterhead(cells)


def _is_row(cells: list[GridCell], width: int) -> bool:
    """Whether the row can be the last of a table."""
    texts = _texts(cells)
    if _NOTE.match(fold(texts[0])[:80]) or is_sign_off(cells):
        return False
    if len(cells) > 1 and (_ORDINAL.fullmatch(texts[0]) or _TOTAL.match(fold(texts[0])[:60])):
        return True
    return _is_wide(cells, width)


def _starts(rows: Rows, width: int) -> list[int]:
    """The rows that begin tables."""
    named = [row for row, cells in rows.items() if _starts_header(cells)]
    if named or width < 2:
        return named
    order = list(rows)
    for row, following in pairwise(order):
        both = _is_wide(rows[row], width) and _is_wide(rows[following], width)
        if both and not is_sign_off(rows[row]):
            return [row]
    return []


def _region(rows: list[list[GridCell]], is_table: bool) -> Region:
    cells = [cell for row in rows for cell in row]
    if not is_table:
        return Region(cells, False, len(rows))
    # Blank rows are no rows of the table; they were only kept to part what stands around it.
    places = {row[0].row: index for index, row in enumerate(rows)}
    placed = []
    for cell in cells:
        reached = [places[r] for r in range(cell.row, cell.row + cell.row_span) if r in places]
        top = places[cell.row]
        span = reached[-1] - top + 1
        placed.append(GridCell(top, cell.column, cell.text, span, cell.column_span, cell.bold))
    return Region(placed, True, len(rows))


def regions(cells: Sequence[GridCell]) -> list[Region]:
    """The regions of a sheet from the top down; none is empty."""
    rows: Rows = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    width = _typical_width(rows)
    starts = _starts(rows, width)
    order = list(rows)
    cuts = [order.index(row) for row in starts]
    found = []
    if order and (not cuts or cuts[0]):
        found.append(_region([rows[r] for r in order[: cuts[0] if cuts else None]], False))
    for first, end in pairwise([*cuts, len(order)]):
        last = end
        while last > first + 1 and not _is_row(rows[order[last - 1]], width):
            last -= 1
        found.append(_region([rows[r] for r in order[first:last]], True))
        if last < end:
            found.append(_region([rows[r] for r in order[last:end]], False))
    return found
