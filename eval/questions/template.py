"""The question sheet: its columns, what their cells mean, and the empty sheet an official fills in.

One definition serves writing and reading (spreadsheet.py), so that the two cannot drift apart.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from eval.errors import EvalInputError
from ingest.vietnamese import fold
from prompts import keys, text

if TYPE_CHECKING:
    from openpyxl.styles import Alignment
    from openpyxl.worksheet.worksheet import Worksheet

MAX_TURNS, MAX_EVIDENCE, MAX_ROWS = 5, 6, 20_000
CATEGORIES = (
    *("figure", "fact", "list", "table", "compare", "followup"),
    *("metadata", "unanswerable", "noisy", "source-fault", "document-number"),
)
_N_HOW, _N_EXAMPLES = 5, 3
# A spreadsheet records when it was made; a fixed day keeps two templates equal byte for byte.
_CREATED = datetime(2025, 1, 1)
_PARTS = re.compile(r"[;；\n\v\f\r\x85\u2028\u2029]+")
_ALTERNATIVES = re.compile(r"[|｜¦]+")


class Kind(StrEnum):
    """What a column holds; its value names the column's sentences."""

    ID = "id"
    CATEGORY = "category"
    TURN = "turn"
    PROVINCE = "province"
    MUST = "must"
    MUST_NOT = "must_not"
    NUMBER = "number"
    QUOTE = "quote"
    ANSWERABLE = "answerable"
    NOTE = "note"


_WIDTHS = dict(zip(Kind, (14, 20, 40, 18, 30, 24, 18, 50, 13, 30), strict=True))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet; `n` counts from 1 the columns of its kind, 0 where there is one."""

    kind: Kind
    n: int = 0

    @property
    def header(self) -> str:
        """The heading as it is written."""
        return text(f"spreadsheet.header_{self.kind}", n=self.n)

    @property
    def guide(self) -> str:
        """How the column is filled in."""
        more = "_more" if self.n > 1 else ""
        return text(f"spreadsheet.guide_{self.kind}{more}")

    @property
    def need(self) -> str:
        """Whether the column must be filled in, in words."""
        if self == FIRST_TURN:
            return text("spreadsheet.required_always")
        answerable = self in REQUIRED
        return text(f"spreadsheet.required_{'answerable' if answerable else 'never'}")


FIRST_TURN = Column(Kind.TURN, 1)
REQUIRED = (FIRST_TURN, Column(Kind.MUST), Column(Kind.NUMBER, 1), Column(Kind.QUOTE, 1))
"""The columns without which a sheet cannot be read."""
COLUMNS = (
    *(Column(Kind.ID), Column(Kind.CATEGORY)),
    *(Column(Kind.TURN, n) for n in range(1, MAX_TURNS + 1)),
    *(Column(Kind.PROVINCE), Column(Kind.MUST), Column(Kind.MUST_NOT)),
    *(Column(k, n) for n in range(1, MAX_EVIDENCE + 1) for k in (Kind.NUMBER, Kind.QUOTE)),
    *(Column(Kind.ANSWERABLE), Column(Kind.NOTE)),
)


def name_key(name: str) -> str:
    """The name without case, diacritics, white space and punctuation: how names are matched."""
    return re.sub(r"[\W_]+", "", fold(name))


def category_name(category: str) -> str:
    """The Vietnamese name of one of CATEGORIES."""
    return text(f"spreadsheet.category_{category.replace('-', '_')}")


def parts(cell: str) -> tuple[str, ...]:
    """The values of a cell, separated by ";" or line breaks however often; blank ones left out."""
    return tuple(part for part in map(_tidy, _PARTS.split(cell)) if part)


def groups(cell: str) -> tuple[tuple[str, ...], ...]:
    """The values of a cell, each as its alternatives, which "|" separates."""
    split = (tuple(filter(None, map(_tidy, _ALTERNATIVES.split(part)))) for part in parts(cell))
    return tuple(group for group in split if group)


def _tidy(part: str) -> str:
    return " ".join(part.split())


def write_template(path: Path) -> None:
    """Write an empty question sheet: .xlsx with a guide beside it, or .csv with the heading only.

    Two sheets of one kind are equal byte for byte. Raises EvalInputError when the name ends
    otherwise, when the file exists (it may hold somebody's questions) or cannot be written.
    """
    if path.suffix.lower() not in {".xlsx", ".csv"}:
        raise EvalInputError(text("spreadsheet.kind_unknown", path=path))
    content = _csv() if path.suffix.lower() == ".csv" else _xlsx()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError as exc:
        raise EvalInputError(text("spreadsheet.exists", path=exc.filename)) from exc
    except OSError as exc:
        problem = exc.strerror or str(exc)
        raise EvalInputError(text("eval.unwritable", path=path, problem=problem)) from exc


def _csv() -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(column.header for column in COLUMNS)
    # With the mark Excel takes the file for UTF-8; without it Vietnamese letters are garbled.
    return buffer.getvalue().encode("utf-8-sig")


def _xlsx() -> bytes:
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    workbook = Workbook()
    workbook.properties.creator = text("screen.name")
    workbook.properties.created = workbook.properties.modified = _CREATED
    questions, guide = workbook.active, workbook.create_sheet(text("spreadsheet.sheet_guide"))
    questions.title = text("spreadsheet.sheet_questions")
    _fill_questions(questions, category_cells=_fill_guide(guide))
    written = io.BytesIO()
    # Not workbook.save(), which puts the present moment into the properties.
    ExcelWriter(workbook, zipfile.ZipFile(written, "w")).save()
    return _without_times(written)


def _without_times(written: io.BytesIO) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _CREATED.timetuple()[:6])
            target.writestr(part, source.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()


def _fill_questions(sheet: "Worksheet", *, category_cells: str) -> None:
    """Headings, and columns formatted as text, so that "1.353" and "5/2021" stay as typed."""
    from openpyxl.utils import get_column_letter

    _write_row(sheet, [column.header for column in COLUMNS], bold=True)
    sheet.freeze_panes = "A2"
    yes_or_no = f'"{text("spreadsheet.yes")},{text("spreadsheet.no")}"'
    choices = {Kind.CATEGORY: category_cells, Kind.ANSWERABLE: yes_or_no}
    for index, column in enumerate(COLUMNS, start=1):
        letter = get_column_letter(index)
        dimension = sheet.column_dimensions[letter]
        dimension.width = _WIDTHS[column.kind]
        dimension.number_format = "@"
        dimension.alignment = _wrapped()
        if column.kind in choices:
            _offer(sheet, f"{letter}2:{letter}{MAX_ROWS + 1}", choices[column.kind])


def _offer(sheet: "Worksheet", cells: str, choices: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    validation = DataValidation(type="list", formula1=choices, sqref=cells, allow_blank=True)
    validation.errorTitle = text("spreadsheet.list_title")
    validation.error = text("spreadsheet.list_rejected")
    validation.showErrorMessage = True
    sheet.add_data_validation(validation)


def _fill_guide(sheet: "Worksheet") -> str:
    """Write how to fill in the sheet; returns where the names of the categories stand."""
    for letter, width in zip("ABCDEF", (20, 60, 16, 40, 40, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    _write_row(sheet, [text("spreadsheet.title")], bold=True, wrap=False)
    for n in range(1, _N_HOW + 1):
        _write_row(sheet, [text(f"spreadsheet.how_{n}")], wrap=False)
    sheet.append([])
    headings = [text(f"spreadsheet.columns_{name}") for name in ("column", "guide", "required")]
    numbers = range(1, _N_EXAMPLES + 1)
    examples = [text("spreadsheet.columns_example", n=n) for n in numbers]
    _write_row(sheet, [*headings, *examples], bold=True)
    for column in COLUMNS:
        cells = (_example(n, column) for n in numbers)
        _write_row(sheet, [column.header, column.guide, column.need, *cells])
    sheet.append([])
    headings = [text("spreadsheet.categories_title"), text("spreadsheet.categories_use")]
    _write_row(sheet, headings, bold=True)
    first = sheet.max_row + 1
    for category in CATEGORIES:
        use = text(f"spreadsheet.use_{category.replace('-', '_')}")
        _write_row(sheet, [category_name(category), use])
    return f"'{sheet.title}'!$A${first}:$A${sheet.max_row}"


def _example(number: int, column: Column) -> str:
    name = f"{number}_{column.kind}" + (f"_{column.n}" if column.n else "")
    if f"example_{name}" not in keys("spreadsheet"):
        return ""
    return text(f"spreadsheet.example_{name}")


def _wrapped() -> "Alignment":
    from openpyxl.styles import Alignment

    return Alignment(wrap_text=True, vertical="top")


def _write_row(
    sheet: "Worksheet", cells: Iterable[str], *, bold: bool = False, wrap: bool = True
) -> None:
    """Append a row of text cells, however much they look like formulas or numbers."""
    from openpyxl.styles import Font

    sheet.append(list(cells))
    for cell in sheet[sheet.max_row]:
        cell.data_type = "s"
        cell.number_format = "@"
        cell.font = Font(bold=bold)
        if wrap:
            cell.alignment = _wrapped()
