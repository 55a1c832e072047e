"""A document's annexes as an Excel workbook, one sheet per annex, or all in one sheet (`single`).

Numbers are numbers, merged cells merged; a hidden sheet holds what no reader needs.
"""

import io
import re
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from documents.derive import printed_rows, reach, value
from documents.spec import Annex, Document, Heading, Paragraph, Table


def write_xlsx(document: Document) -> bytes:
    """The bytes of the workbook."""
    book = Workbook()
    sheet: Worksheet = book.active
    first = True
    for part in document.parts:
        if isinstance(part, Annex):
            if not first and not document.has("single"):
                sheet = book.create_sheet()
            elif not first:
                sheet.append([])
            first = False
        elif isinstance(part, Heading):
            sheet.title = (
                sheet.title if document.has("single") else re.sub(r"\W+", " ", part.number)
            )
            for line in part.lines:
                _banner(sheet, line, bold=True)
        elif isinstance(part, Paragraph):
            _banner(sheet, part.text)
        elif isinstance(part, Table):
            _table(sheet, part)
    hidden = book.create_sheet("Danh mục ẩn")
    hidden.append(["Mã", "Tên"])
    hidden.append([1, "Chuyển tiếp"])
    hidden.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return _undated(out.getvalue())


def _banner(sheet: Worksheet, text: str, *, bold: bool = False) -> None:
    row = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value else 1
    cell = sheet.cell(row, 1, text)
    cell.font = Font(name="Times New Roman", bold=bold, italic=not bold)
    cell.alignment = Alignment(horizontal="center")
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=5)


def _table(sheet: Worksheet, table: Table) -> None:
    if table.caption:
        _banner(sheet, table.caption, bold=True)
    if table.unit_line:
        _banner(sheet, table.unit_line)
    top = sheet.max_row + 1
    rows = printed_rows(table)
    for y, row in enumerate(rows):
        head = y < len(table.header)
        for x, text in enumerate(row):
            if text in {"^", "<", ""}:
                continue
            cell = sheet.cell(top + y, x + 1)
            made = text.replace(" // ", "\n")
            cell.value = made if head else value(made)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            cell.font = Font(name="Times New Roman", bold=head)
            if isinstance(cell.value, int | float) and x:
                cell.number_format = "#,##0.##" if isinstance(cell.value, float) else "#,##0"
    _merge(sheet, rows, top)
    sheet.column_dimensions[get_column_letter(2)].width = 48


def _merge(sheet: Worksheet, rows: list[tuple[str, ...]], top: int) -> None:
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            across, down = reach(rows, y, x)
            if text not in {"^", "<"} and (across, down) != (1, 1):
                sheet.merge_cells(
                    start_row=top + y,
                    end_row=top + y + down - 1,
                    start_column=x + 1,
                    end_column=x + across,
                )


def _undated(data: bytes) -> bytes:
    """The workbook with fixed times, so that two runs write the same bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb">\d{4}-\d\d-\d\dT[\d:]+Z<", b">2024-01-01T00:00:00Z<", content)
            new.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content)
    return out.getvalue()
