"""A workbook's sheets as filled cells, streamed: cost follows what is written, not what is claimed.

Reads values and formats only; formulas count by their cached value. Leaves out charts, comments
and what hidden rows, columns and sheets hold.
"""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ingest.readers.archive import Package
from ingest.readers.office_xml import RELATIONSHIP_ID, damaged, elements, too_large
from ingest.readers.xlsx_format import BUILT_IN, is_date

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MAX_CELLS = 300_000
_MAX_ROWS = 1_048_576
_MAX_COLUMNS = 16_384
_MAX_MERGES = 100_000
_MAX_TEXT = 32_767
_FORGOTTEN = frozenset({S + "row", S + "mergeCell", S + "col"})
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_TRUE = {"1", "true"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell, 0-based. `raw` is the number as stored, "" for text; `code` its format."""

    row: int
    column: int
    text: str = ""
    raw: str = ""
    code: str = "General"
    bold: bool = False

    @property
    def is_date(self) -> bool:
        """Whether the number is a date."""
        return bool(self.raw) and is_date(self.code)


@dataclass(frozen=True, slots=True)
class Range:
    """A merged range, 0-based; the ends are exclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """A sheet's filled cells and merged ranges; what is hidden is among them, and named."""

    title: str
    is_hidden: bool
    cells: list[Cell] = field(default_factory=list)
    merges: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    n_uncalculated: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets in order, and whether dates are counted from 1904."""

    sheets: tuple[Sheet, ...]
    from_1904: bool


@dataclass(frozen=True, slots=True)
class _Formats:
    """Shared strings, and each cell format's code and weight."""

    strings: list[str]
    codes: list[str]
    bolds: list[bool]


def _place(reference: str) -> tuple[int, int] | None:
    """The 0-based (row, column) of "B3" → (2, 1); None when it is no place of a sheet."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    row = int(match[2])
    return (row - 1, column - 1) if 1 <= row <= _MAX_ROWS and column <= _MAX_COLUMNS else None


def _range(reference: str) -> Range | None:
    first, _, last = reference.partition(":")
    start, end = _place(first), _place(last or first)
    if start is None or end is None or end < start or end[1] < start[1]:
        return None
    return Range(*start, end[0] + 1, end[1] + 1)


def _string(item: Element) -> str:
    """The text of a string item; phonetic hints (rPh) are left out."""
    texts = [*item.findall(S + "t"), *item.findall(f"{S}r/{S}t")]
    return "".join(text.text or "" for text in texts)[:_MAX_TEXT]


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text is not None and re.fullmatch(r"[0-9]{1,7}", text) else default


def _formats(package: Package, main: str) -> _Formats:
    strings: list[str] = []
    for name in package.related(main, "sharedStrings").values():
        root = package.xml(name)
        strings += [] if root is None else map(_string, root.findall(S + "si"))
    names = package.related(main, "styles").values()
    root = next((found for name in names if (found := package.xml(name)) is not None), None)
    if root is None:
        return _Formats(strings, [], [])
    codes = BUILT_IN | {
        _number(item.get("numFmtId")): item.get("formatCode", "General")
        for item in root.iterfind(f"{S}numFmts/{S}numFmt")
    }
    fonts = [
        bold is not None and bold.get("val", "1") in _TRUE
        for font in root.iterfind(f"{S}fonts/{S}font")
        for bold in [font.find(S + "b")]
    ]
    cells = root.findall(f"{S}cellXfs/{S}xf")
    of_cells = [_number(xf.get("fontId")) for xf in cells]
    return _Formats(
        strings,
        [codes.get(_number(xf.get("numFmtId")), "General") for xf in cells],
        [font < len(fonts) and fonts[font] for font in of_cells],
    )


class _SheetReader:
    """Takes in the elements of one sheet as they end."""

    def __init__(self, sheet: Sheet, formats: _Formats, budget: int) -> None:
        self.sheet = sheet
        self.formats = formats
        self.budget = budget
        self.row = -1

    def take(self, element: Element) -> None:
        """Take in a row, a merged range or a run of columns."""
        if element.tag == S + "row":
            self._row(element)
        elif element.tag == S + "mergeCell":
            found = _range(element.get("ref", ""))
            if len(self.sheet.merges) >= _MAX_MERGES:
                raise too_large(f"more than {_MAX_MERGES} merged ranges")
            if found:
                self.sheet.merges.append(found)
        elif element.tag == S + "col" and element.get("hidden", "0") in _TRUE:
            first, last = _number(element.get("min")), _number(element.get("max"))
            self.sheet.hidden_columns.append((first - 1, last))

    def _row(self, element: Element) -> None:
        self.row = min(_number(element.get("r"), self.row + 2) - 1, _MAX_ROWS)
        column = -1
        if element.get("hidden", "0") in _TRUE:
            self.sheet.hidden_rows.add(self.row)
        for item in element.iterfind(S + "c"):
            place = _place(item.get("r", "")) or (self.row, column + 1)
            column = place[1]
            cell = self._cell(item, self.row, column)
            if cell is not None:
                self.sheet.cells.append(cell)
                if len(self.sheet.cells) > self.budget:
                    raise too_large(f"more than {MAX_CELLS} cells")

    def _cell(self, item: Element, row: int, column: int) -> Cell | None:
        """The cell, None when it is blank."""
        style = _number(item.get("s"))
        code = self.formats.codes[style] if style < len(self.formats.codes) else "General"
        bold = style < len(self.formats.bolds) and self.formats.bolds[style]
        kind, value = item.get("t", "n"), item.findtext(S + "v", "").strip()
        inline = item.find(S + "is")
        if item.find(S + "f") is not None and (not value or kind == "e"):
            self.sheet.n_uncalculated += 1
        text = ""
        if kind == "s":
            index = _number(value, -1)
            text = self.formats.strings[index] if 0 <= index < len(self.formats.strings) else ""
        elif inline is not None:
            text = _string(inline)
        elif kind == "b":
            text = "Có" if value in _TRUE else "Không" if value else ""
        elif kind == "d":
            text = re.sub(r"(\d{4})-(\d\d)-(\d\d).*", r"\3/\2/\1", value[:40])
        elif kind == "n" and value:
            return Cell(row, column, raw=value[:40], code=code, bold=bold)
        elif kind == "str":
            text = item.findtext(S + "v", "")[:_MAX_TEXT]
        return Cell(row, column, text, bold=bold) if text.strip() else None


def read_book(package: Package) -> Book:
    """The sheets of a workbook. Raises RejectedFileError "damaged" or "too_large"."""
    main = package.main_part("xl/workbook.xml")
    root = package.xml(main)
    if root is None or root.find(S + "sheets") is None:
        raise damaged(f"{main} has no sheets")
    formats = _formats(package, main)
    names = package.related(main, "worksheet")
    properties = root.find(S + "workbookPr")
    sheets: list[Sheet] = []
    budget = MAX_CELLS
    for entry in root.iterfind(f"{S}sheets/{S}sheet"):
        name = names.get(entry.get(RELATIONSHIP_ID, ""))
        if name is None or name.lower() not in package.names:
            continue
        sheet = Sheet(entry.get("name", ""), entry.get("state", "visible") != "visible")
        reader = _SheetReader(sheet, formats, budget)
        for element in elements(package.stream(name), _FORGOTTEN, name):
            reader.take(element)
        budget -= len(sheet.cells)
        sheets.append(sheet)
    from_1904 = properties is not None and properties.get("date1904", "0") in _TRUE
    return Book(tuple(sheets), from_1904)
