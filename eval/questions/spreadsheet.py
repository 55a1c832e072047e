"""A filled-in question sheet (.xlsx or .csv) → items of the QA format.

Every problem is collected and named with its row and column.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.errors import SpreadsheetError
from eval.questions.cells import MAX_COLUMNS, Rows, read_cells
from eval.questions.dataset import QAItem
from eval.questions.rows import Row, items_of, perhaps, short
from eval.questions.template import COLUMNS, MAX_EVIDENCE, REQUIRED, Column, Kind, name_key
from eval.questions.workbook import Cell, Fault
from ingest.vietnamese import slug
from prompts import text

MAX_SHOWN = 50


def read_spreadsheet(path: Path) -> tuple[QAItem, ...]:
    """The questions of a sheet, in its order; .xlsx or .csv is told by content, not by name.

    Raises SpreadsheetError naming every problem with its row and column.
    """
    rows = read_cells(path)
    if not rows:
        raise _no_questions(path)
    (header_row, headings), *filled = rows
    layout = _layout(path, header_row, headings, filled)
    items, problems, first = [], [], dict[str, int]()
    for number, cells in filled:
        named = {c: cells[i] for c, i in layout.items() if i < len(cells)}
        row = Row(number, named)
        row.problems += [(c, cell.problem) for c, cell in named.items() if isinstance(cell, Fault)]
        identity = row.line(Kind.ID) or f"{slug(path.stem) or 'cau-hoi'}-{number}"
        if first.setdefault(identity, number) != number:
            twice = text("spreadsheet.id_twice", id=short(identity), first=first[identity])
            row.reject(twice, Kind.ID)
        items += items_of(row, identity)
        found = sorted(row.problems, key=lambda found: layout.get(found[0], MAX_COLUMNS))
        problems += [_placed(number, layout.get(c), c, problem) for c, problem in found]
    if problems:
        raise _rejected(path, problems)
    if not items:
        raise _no_questions(path)
    return tuple(items)


def _no_questions(path: Path) -> SpreadsheetError:
    sheet = text("spreadsheet.sheet_questions")
    return SpreadsheetError(text("spreadsheet.no_questions", file=path, sheet=sheet))


def _rejected(path: Path, problems: Sequence[str]) -> SpreadsheetError:
    lines = [text("spreadsheet.rejected", file=path, count=len(problems)), *problems[:MAX_SHOWN]]
    if len(problems) > MAX_SHOWN:
        lines.append(text("spreadsheet.more", count=len(problems) - MAX_SHOWN))
    return SpreadsheetError("\n".join(lines), problems=problems)


def _placed(row: int, index: int | None, column: Column | None, problem: str) -> str:
    """The problem with its place; `index` is None for a column that the sheet lacks."""
    if index is None:
        header = column.header if column else ""
        return text("spreadsheet.at_column", row=row, column=header, problem=problem)
    cell = _cell_name(row, index)
    if column is None:
        return text("spreadsheet.at_untitled", row=row, cell=cell, problem=problem)
    return text("spreadsheet.at_cell", row=row, column=column.header, cell=cell, problem=problem)


def _cell_name(row: int, index: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(index + 1)}{row}"


def _layout(path: Path, row: int, headings: Sequence[Cell], filled: Rows) -> dict[Column, int]:
    """Where each column stands, from 0; SpreadsheetError when the heading cannot be relied on."""
    by_key = {name_key(column.header): column for column in COLUMNS}
    layout: dict[Column, int] = {}
    problems = []
    for index, heading in enumerate(headings):
        if isinstance(heading, Fault):
            problems.append(_placed(row, index, None, heading.problem))
        elif column := by_key.get(name_key(heading)):
            first = layout.setdefault(column, index)
            if first != index:
                twice = text("spreadsheet.header_twice", first=_cell_name(row, first))
                problems.append(_placed(row, index, column, twice))
        elif heading:
            unknown = text("spreadsheet.header_unknown", name=short(heading))
            # "Lượt 6" is no slip of the pen for "Lượt 1".
            same_n = (c.header for c in COLUMNS if _digits(c.header) == _digits(heading))
            unknown = perhaps(unknown, heading, same_n)
            problems.append(_placed(row, index, None, unknown))
    untitled = {i for _, cells in filled for i, cell in enumerate(cells) if cell}
    untitled -= {i for i, heading in enumerate(headings) if heading}
    blank = text("spreadsheet.header_blank")
    problems += [_placed(row, index, None, blank) for index in sorted(untitled)]
    missing = text("spreadsheet.header_missing")
    problems += [_placed(row, None, column, missing) for column in _missing(layout)]
    if problems:
        raise _rejected(path, problems)
    return layout


def _digits(heading: str) -> str:
    return re.sub(r"\D", "", heading)


def _missing(layout: Mapping[Column, int]) -> list[Column]:
    """The columns the sheet must have and lacks: the required ones, and halves of a pair."""
    needed = set(REQUIRED)
    for n in range(1, MAX_EVIDENCE + 1):
        pair = {Column(Kind.NUMBER, n), Column(Kind.QUOTE, n)}
        needed |= pair if pair & layout.keys() else set()
    return [column for column in COLUMNS if column in needed and column not in layout]
