"""Tables in plain text: rows whose cells are parted by tabs or bars, made real tables.

A word processor saves a table as text with a tab between cells; people paste tables with bars.
Leaves out tables with one cell a line (flattened.py finds those) and columns made by spaces.
"""

import re
from collections.abc import Sequence

from ingest.lines import Grid, GridCell, Line, Part
from ingest.readers.framing import is_layout, unfold
from ingest.structure.grammar import BULLETS

# "|---|:---:|", "+-----+-----+": the rule under a header, or between rows.
_RULE = re.compile(r"\s*[|+](?:\s*:?[-=]{2,}:?\s*[|+])+\s*|\s*:?-{2,}:?(?:\s*\|\s*:?-{2,}:?)+\s*")
# "1.", "a)", "-" before a tab: a numbered list, not a table of two columns.
_ENUMERATOR = re.compile(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*|[IVX]+|[A-Za-zĐđ])[.)/:–—-]{{1,2}}|\((?:\d{{1,2}}|\w)\)|[{BULLETS}]"
)
_MIN_ROWS = 2
_MAX_COLUMNS = 60


def _cells(text: str) -> list[str]:
    """The cells of a line; one cell for a line without tabs or bars between its words."""
    stripped = text.strip(" ")
    if "\t" in stripped:
        return [cell.strip() for cell in stripped.split("\t")][:_MAX_COLUMNS]
    if stripped.count("|") >= 2 or (stripped.startswith("|") and stripped.endswith("|")):
        inner = stripped.removeprefix("|").removesuffix("|")
        return [cell.strip() for cell in inner.split("|")][:_MAX_COLUMNS]
    return [stripped]


def _is_table(rows: Sequence[list[str]]) -> bool:
    """Whether enough rows fill enough of the same columns to be a table and no indented prose."""
    width = max(len(row) for row in rows)
    full = [row for row in rows if sum(map(bool, row)) >= 2]
    if width == 2 and all(not row[0] or _ENUMERATOR.fullmatch(row[0]) for row in rows):
        return False
    return width >= 2 and len(rows) >= _MIN_ROWS and len(full) >= max(2, len(rows) / 2)


def _grid(rows: Sequence[list[str]], n_header: int | None) -> Grid:
    cells = tuple(
        GridCell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row) if text
    )
    return Grid(len(rows), max(len(row) for row in rows), cells, n_header)


def _flush(run: list[str]) -> list[Part]:
    """The lines of a run as a table when they make one, else as they are."""
    rows = [_cells(text) for text in run if not _RULE.fullmatch(text)]
    if len(rows) < _MIN_ROWS or not _is_table(rows):
        return [Line(text) for text in run]
    ruled = len(run) > 2 and bool(_RULE.fullmatch(run[1])) and "-" in run[1]
    grid = _grid(rows, 1 if ruled else None)
    return list(unfold(grid)) if is_layout(grid) else [grid]


def with_tables(lines: Sequence[str]) -> list[Part]:
    """The lines with each run of tabbed or barred rows made a Grid (a layout one: its lines)."""
    parts: list[Part] = []
    run: list[str] = []
    for text in lines:
        if "\t" not in text and "|" not in text and not run:
            parts.append(Line(text))
            continue
        if len(_cells(text)) > 1 or (run and _RULE.fullmatch(text)):
            run.append(text)
            continue
        parts.extend(_flush(run))
        run = []
        parts.append(Line(text))
    return [*parts, *_flush(run)]
