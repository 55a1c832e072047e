"""An .xlsx file → rows of cells as their reader sees them. The only module that reads with openpyxl.

Nothing is ever evaluated: a formula counts by the result stored with it, macros and links are not
even unpacked. Leaves out what the cells mean.
"""

import io
import math
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from eval.errors import SpreadsheetError
from eval.questions.template import name_key
from prompts import text

if TYPE_CHECKING:
    from openpyxl.cell.read_only import ReadOnlyCell

MAX_UNZIPPED_MB = 256
_EXCEL_ROWS = 1_048_576


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken as text, and why."""

    problem: str


Cell: TypeAlias = str | Fault


@contextmanager
def opened(path: Path, data: bytes) -> Iterator[Iterator[list[Cell]]]:
    """A context that gives the rows of a workbook, in which openpyxl's errors become ours."""
    try:
        with warnings.catch_warnings():
            # It remarks on everything that it leaves out (themes, extensions): of no interest.
            warnings.filterwarnings("ignore", module="openpyxl")
            yield _worksheet_rows(_unpacked(path, data))
    except SpreadsheetError:
        raise
    # openpyxl 3.1 lets a damaged file escape as nearly any exception (KeyError, ParseError, …).
    except Exception as exc:
        damaged = text("spreadsheet.damaged", file=path)
        raise SpreadsheetError(damaged, detail=repr(exc)) from exc


def too_large_inside(path: Path) -> SpreadsheetError:
    """The error of a file whose content is beyond MAX_UNZIPPED_MB."""
    limit = MAX_UNZIPPED_MB
    return SpreadsheetError(text("spreadsheet.too_large_inside", file=path, limit=limit))


def _unpacked(path: Path, data: bytes) -> dict[str, bytes]:
    """The XML parts by name, never more of one than the zip's directory declares."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if any(entry.flag_bits & 1 for entry in entries):
            raise SpreadsheetError(text("spreadsheet.locked", file=path))
        if sum(entry.file_size for entry in entries) > MAX_UNZIPPED_MB * 2**20:
            raise too_large_inside(path)
        wanted = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
        return {entry.filename: _part(archive, entry) for entry in wanted}


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One part, read in pieces: ZipFile.read() would inflate all that the entry hides."""
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise zipfile.BadZipFile(f"{entry.filename}: compression {entry.compress_type}")
    with archive.open(entry) as part:
        content = b"".join(iter(lambda: part.read(2**20), b""))
    if b"<!DOCTYPE" in content:
        raise zipfile.BadZipFile(f"{entry.filename}: has a document type, which no workbook has")
    return content


def _worksheet_rows(unpacked: Mapping[str, bytes]) -> Iterator[list[Cell]]:
    """The rows of the sheet named as in the template, else of the first one."""
    from openpyxl import load_workbook

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in unpacked.items():
            archive.writestr(name, part)
    workbook = load_workbook(packed, read_only=True, data_only=True, keep_links=False)
    wanted = name_key(text("spreadsheet.sheet_questions"))
    sheets = workbook.worksheets
    sheet = next((sheet for sheet in sheets if name_key(sheet.title) == wanted), sheets[0])
    # The size that the file declares for itself may be wrong; rows would be lost.
    sheet.reset_dimensions()
    # openpyxl 3.1 has no public name for the sheet's part, and tells nothing of merged cells when
    # it only reads (https://foss.heptapod.net/openpyxl/openpyxl/-/issues/540).
    faults = _hidden_faults(unpacked[sheet._worksheet_path])
    for number, row in enumerate(sheet.iter_rows(), start=1):
        yield [faults.get((number, i)) or _xlsx_cell(c) for i, c in enumerate(row, start=1)]


def _hidden_faults(part: bytes) -> dict[tuple[int, int], Fault]:
    """Formulas without a stored result, and merged cells by their first, by (row, column).

    Raises ValueError for rows that do not follow each other or lie where Excel has none.
    """
    from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
    from openpyxl.xml.constants import SHEET_MAIN_NS
    from openpyxl.xml.functions import iterparse

    formula, cell, value, merged, row = (
        f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("f", "c", "v", "mergeCell", "row")
    )
    found, last = {}, 0.0
    for _, element in iterparse(io.BytesIO(part)):
        if element.tag == cell and element.find(formula) is not None:
            result = element.findtext(value)
            # A result of type "str" may be the empty text.
            if result is None or (not result and element.get("t") != "str"):
                place = coordinate_to_tuple(element.attrib["r"])
                found[place] = Fault(text("spreadsheet.cell_formula"))
        elif element.tag == merged:
            left, top, _, _ = range_boundaries(element.attrib["ref"])
            shown = text("spreadsheet.cell_merged", range=element.attrib["ref"])
            found[top, left] = Fault(shown)
        elif element.tag == row:
            number = float(element.get("r", last + 1))
            # openpyxl would drop a row that stands too low, and count up to one that is too far.
            if not last < number <= _EXCEL_ROWS:
                raise ValueError(f"row {number} after row {last}")
            last = number
            element.clear()
    return found


def _xlsx_cell(cell: "ReadOnlyCell") -> Cell:
    """The cell as its reader sees it, or a fault when that cannot be told for certain."""
    from openpyxl.utils.escape import unescape

    value = cell.value
    shown: str | None = None
    if value is None:
        return ""
    if cell.data_type == "e":
        return Fault(text("spreadsheet.cell_error", error=value))
    if isinstance(value, str):
        return str(unescape(value))
    if isinstance(value, bool):
        shown = str(value).upper()
    elif isinstance(value, date | time):
        shown = _date_text(value, cell.number_format)
    elif isinstance(value, int | float):
        shown = _number_text(value, cell.number_format)
    return Fault(text("spreadsheet.cell_number", value=value)) if shown is None else shown


def _date_text(value: date | time, number_format: str) -> str | None:
    """The date as 20/10/2021, without a day or year that the cell does not show; else None."""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    letters = re.sub(r'\[[^\]]*\]|"[^"]*"|\\.', "", number_format.split(";")[0]).lower()
    if not set("dy") & set(letters):
        return None
    day = "/".join(code for code in ("%d", "%m", "%Y") if code[1].lower() in letters)
    clock = " %H:%M" if isinstance(value, datetime) and value.time() != time() else ""
    return value.strftime(day + clock)


def _number_text(value: float, number_format: str) -> str | None:
    """The number in Vietnamese notation, when its format shows all of it; else None.

    A fraction in a cell without a format is not guessed at: 1.353 may have been typed for a
    thousand three hundred fifty-three.
    """
    plain = re.sub(r"[_*].|\s", "", number_format.split(";")[0])
    match = re.fullmatch(r"General|@|(0|#|#,##[0#])(?:\.(0+))?(%?)", plain)
    if match is None:
        return None
    scaled = value * 100 if match[3] else value
    places = len(match[2] or "")
    if not math.isclose(round(scaled, places), scaled, rel_tol=1e-14):
        return None
    grouping = "," if "," in (match[1] or "") else ""
    shown = f"{scaled:{grouping}.{places}f}" + (match[3] or "")
    return shown.translate(str.maketrans(",.", ".,"))
