"""A question sheet's file → its rows of clean cells; .xlsx and .csv are told by content.

Leaves out what the columns mean.
"""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from eval.errors import SpreadsheetError
from eval.questions.template import COLUMNS, MAX_ROWS, name_key
from eval.questions.workbook import MAX_UNZIPPED_MB, Cell, Fault, opened, too_large_inside
from prompts import text

MAX_FILE_MB, MAX_CELL_CHARS = 16, 5_000
# The template has 24 columns; whatever stands right of the hundredth is not looked at.
MAX_COLUMNS = 100
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# Zero-width and bidirectional marks, soft hyphens: pasted along from web pages, seen by nobody.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffd]")

Rows: TypeAlias = list[tuple[int, tuple[Cell, ...]]]


def read_cells(path: Path) -> Rows:
    """The rows that hold something, with their 1-based numbers; the heading is the first."""
    try:
        if path.stat().st_size > MAX_FILE_MB * 2**20:
            raise SpreadsheetError(text("spreadsheet.too_large", file=path, limit=MAX_FILE_MB))
        data = path.read_bytes()
    except OSError as exc:
        problem = exc.strerror or str(exc)
        raise SpreadsheetError(text("eval.unreadable", file=path, problem=problem)) from exc
    if data.startswith(_OLE):
        raise SpreadsheetError(text("spreadsheet.locked", file=path))
    if not data.startswith(_ZIP):
        return _filled(path, _csv_rows(path, data))
    with opened(path, data) as rows:
        return _filled(path, rows)


def _filled(path: Path, rows: Iterable[Sequence[Cell]]) -> Rows:
    found: Rows = []
    n_chars = 0
    for number, row in enumerate(rows, start=1):
        cells = tuple(_cleaned(cell) for cell in row[:MAX_COLUMNS])
        if not any(cells):
            continue
        found.append((number, cells))
        if len(found) > MAX_ROWS + 1:
            limit = f"{MAX_ROWS:,}".replace(",", ".")
            raise SpreadsheetError(text("spreadsheet.too_many_rows", file=path, limit=limit))
        # A small file may name one long text in every cell.
        n_chars += sum(len(cell) for cell in cells if isinstance(cell, str))
        if n_chars > MAX_UNZIPPED_MB * 2**20:
            raise too_large_inside(path)
    return found


def _cleaned(cell: Cell) -> Cell:
    """The text trimmed, in NFC, without invisible marks; a fault where it cannot be trusted."""
    if isinstance(cell, Fault):
        return cell
    clean = _INVISIBLE.sub("", unicodedata.normalize("NFC", cell)).strip()
    if control := _CONTROL.search(clean):
        code = f"U+{ord(control.group()):04X}"
        return Fault(text("spreadsheet.cell_control", code=code))
    if len(clean) > MAX_CELL_CHARS:
        limit = MAX_CELL_CHARS
        return Fault(text("spreadsheet.cell_long", length=len(clean), limit=limit))
    return clean


def _csv_rows(path: Path, data: bytes) -> Iterator[list[str]]:
    content = _decoded(path, data)
    delimiter = max(",;\t", key=lambda char: _n_headings(content, char))
    number = 0
    try:
        for row in csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True):
            number += 1
            yield row
    except csv.Error as exc:
        broken = text("spreadsheet.broken_csv", file=path, row=number + 1)
        raise SpreadsheetError(broken, detail=repr(exc)) from exc


def _decoded(path: Path, data: bytes) -> str:
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        content = data.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError as exc:
        raise SpreadsheetError(text("spreadsheet.not_text", file=path)) from exc
    if "\0" in content:
        raise SpreadsheetError(text("spreadsheet.not_text", file=path))
    return content


def _n_headings(content: str, delimiter: str) -> int:
    """How many of the template's headings the first row holds when it is split at `delimiter`."""
    known = {name_key(column.header) for column in COLUMNS}
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    try:
        first: list[str] = next((row for row in rows if any(map(str.strip, row))), [])
    except csv.Error:
        return 0
    return sum(name_key(cell) in known for cell in first)
