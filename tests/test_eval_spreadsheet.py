"""The question sheet: what an official fills in is what is asked; every slip is named by place."""

import csv
import io
import struct
import tracemalloc
import zipfile
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from fakes import make_plan
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from eval.errors import EvalInputError, SpreadsheetError
from eval.questions.dataset import SHIPPED, Evidence, QAItem, QASet, read_records
from eval.questions.spreadsheet import read_spreadsheet
from eval.questions.template import CATEGORIES, COLUMNS, groups, parts, write_template
from eval.questions.validate import check_sets
from prompts import keys, text

HEADERS = [column.header for column in COLUMNS]
GOOD = {
    "Mã": "a1",
    "Loại": "con số",
    "Lượt 1": "Lạng Sơn có bao nhiêu trạm?",
    "Tỉnh": "Lạng Sơn",
    "Phải nêu": "120 | một trăm hai mươi",
    "Không được nêu": "168",
    "Số hiệu 1": "206/KH-UBND",
    "Trích dẫn 1": "có 120 trạm",
    "Trả lời được": "có",
}
ITEM = QAItem(
    id="a1",
    category="figure",
    turns=("Lạng Sơn có bao nhiêu trạm?",),
    province=("Lạng Sơn",),
    must=(("120", "một trăm hai mươi"),),
    must_not=("168",),
    evidence=(Evidence(doc="206/KH-UBND", quote="có 120 trạm"),),
    answerable=True,
)
NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_xlsx(path, rows, headers=HEADERS):
    """A workbook with these headers and rows (dicts), every text cell as text."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Câu hỏi"
    sheet.append(headers)
    for number, row in enumerate(rows, start=2):
        for header, value in row.items():
            cell = sheet.cell(number, headers.index(header) + 1, value)
            if isinstance(value, str):
                cell.data_type = "s"
    workbook.save(path)
    return path


def write_csv(path, rows, headers=HEADERS, *, delimiter=",", encoding="utf-8-sig"):
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow(headers)
    writer.writerows([row.get(header, "") for header in headers] for row in rows)
    path.write_bytes(buffer.getvalue().encode(encoding))
    return path


WRITERS = {"xlsx": write_xlsx, "csv": write_csv}
both = pytest.mark.parametrize("form", WRITERS)


def write(folder, rows, form="xlsx", headers=HEADERS):
    return WRITERS[form](folder / f"bộ câu hỏi.{form}", rows, headers)


def problems(path):
    with pytest.raises(SpreadsheetError) as caught:
        read_spreadsheet(path)
    return caught.value.problems


def message(path):
    with pytest.raises(SpreadsheetError) as caught:
        read_spreadsheet(path)
    return caught.value.user_message


def raw_xlsx(path, sheet, *, shared=None, extra=(), compression=zipfile.ZIP_DEFLATED):
    """A workbook as Excel writes it, from the XML of its rows and of its shared strings."""
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    overrides = {"xl/workbook.xml": "sheet.main", "xl/worksheets/sheet1.xml": "worksheet"}
    files = {
        "xl/workbook.xml": f'<workbook xmlns="{NS}" xmlns:r="{REL}"><sheets>'
        '<sheet name="Câu hỏi" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/'
        f'package/2006/relationships"><Relationship Id="rId1" Type="{REL}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{NS}"/>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{NS}">{sheet}</worksheet>',
    }
    if shared is not None:
        overrides["xl/sharedStrings.xml"] = "sharedStrings"
        files["xl/sharedStrings.xml"] = f'<sst xmlns="{NS}">{shared}</sst>'
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        + "".join(
            f'<Override PartName="/{name}" ContentType="{kinds}{kind}+xml"/>'
            for name, kind in overrides.items()
        )
        + "</Types>"
    )
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in [*files.items(), *extra]:
            archive.writestr(name, content)
    return path


def raw_row(number, **cells):
    """`C="<v>…</v>"`: a row of cells given as inner XML, a plain text where there is no "<"."""
    inner = "".join(
        f'<c r="{letter}{number}" t="inlineStr"><is><t>{content}</t></is></c>'
        if "<" not in content
        else content.replace("<c", f'<c r="{letter}{number}"', 1)
        for letter, content in cells.items()
    )
    return f'<row r="{number}">{inner}</row>'


RAW_HEADER = raw_row(1, A="Mã", B="Lượt 1", C="Phải nêu", D="Số hiệu 1", E="Trích dẫn 1")


def raw_question(number, **cells):
    good = {"A": f"m{number}", "B": "Hỏi gì?", "C": "120", "D": "1/KH-UBND", "E": "có 120"}
    return raw_row(number, **good | cells)


def raw_sheet(*rows, after=""):
    return f"<sheetData>{RAW_HEADER}{''.join(rows)}</sheetData>{after}"


# The template


def cells_of(item):
    """The item as an official would write it."""
    names = {
        category: text(f"spreadsheet.category_{category.replace('-', '_')}")
        for category in CATEGORIES
    }
    row = {
        "Mã": item.id,
        "Loại": names[item.category],
        "Tỉnh": "; ".join(item.province),
        "Phải nêu": "\n".join(" | ".join(group) for group in item.must),
        "Không được nêu": "; ".join(item.must_not),
        "Trả lời được": "có" if item.answerable else "không",
        "Ghi chú": item.note,
    }
    row |= {f"Lượt {n}": turn for n, turn in enumerate(item.turns, start=1)}
    for n, evidence in enumerate(item.evidence, start=1):
        row |= {f"Số hiệu {n}": evidence.doc, f"Trích dẫn {n}": evidence.quote}
    return row


def filled_template(path, rows):
    """The template as it was written, filled in below its headings."""
    write_template(path)
    if path.suffix == ".csv":
        with path.open("a", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([row.get(header, "") for header in HEADERS] for row in rows)
        return path
    workbook = load_workbook(path)
    for number, row in enumerate(rows, start=2):
        for header, value in row.items():
            workbook["Câu hỏi"].cell(number, HEADERS.index(header) + 1, value)
    workbook.save(path)
    return path


@both
def test_the_shipped_questions_survive_the_template(tmp_path, form):
    shipped = [item for path in SHIPPED.glob("*.jsonl") for _, item in read_records(path, QAItem)]
    assert len(shipped) > 400
    path = filled_template(tmp_path / f"bo.{form}", map(cells_of, shipped))
    plain = [item.model_copy(update={"standalone": (), "okay": ()}) for item in shipped]
    assert read_spreadsheet(path) == tuple(plain)


@both
def test_an_empty_template_holds_no_question(tmp_path, form):
    path = filled_template(tmp_path / f"bo.{form}", [])
    assert "chưa có câu hỏi nào" in message(path)


@both
def test_two_templates_are_equal_byte_for_byte(tmp_path, form):
    paths = [tmp_path / name / f"bo.{form}" for name in ("a", "b")]
    for path in paths:
        write_template(path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_csv_template_is_one_line_that_excel_takes_for_utf_8(tmp_path):
    write_template(tmp_path / "bo.csv")
    content = (tmp_path / "bo.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == ",".join(HEADERS) + "\r\n"


def test_the_sheet_keeps_what_is_typed_and_offers_lists(tmp_path):
    write_template(tmp_path / "bo.xlsx")
    workbook = load_workbook(tmp_path / "bo.xlsx")
    assert workbook.sheetnames == ["Câu hỏi", "Hướng dẫn"]
    sheet, guide = workbook.worksheets
    assert [cell.value for cell in sheet[1]] == HEADERS
    assert sheet.max_row == 1
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert {sheet.column_dimensions[letter].number_format for letter in "ACIKLX"} == {"@"}
    assert sheet.column_dimensions["L"].alignment.wrap_text
    offered = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert offered["W2:W20001"] == '"có,không"'
    place = offered["B2:B20001"].removeprefix("'Hướng dẫn'!").replace("$", "")
    names = [cell.value for (cell,) in guide[place]]
    assert (names[0], names[-1], len(names)) == ("con số", "số hiệu văn bản", 11)
    explained = [cell.value for cell in guide["A"]]
    assert set(HEADERS) <= set(explained)


def guide_examples(path):
    """The examples of the guide, as rows of the sheet."""
    guide = load_workbook(path)["Hướng dẫn"]
    rows = [row for row in guide.iter_rows(values_only=True) if row[0] in HEADERS]
    return [{row[0]: row[n] for row in rows if row[n]} for n in (3, 4, 5)]


def test_the_examples_of_the_guide_can_be_imported_and_are_fair(tmp_path):
    write_template(tmp_path / "bo.xlsx")
    examples = guide_examples(tmp_path / "bo.xlsx")
    n_example_keys = sum(key.startswith("example_") for key in keys("spreadsheet"))
    assert sum(map(len, examples)) == n_example_keys
    items = read_spreadsheet(write(tmp_path, examples))
    assert [item.id for item in items] == ["ví dụ-1", "ví dụ-2", "bo-cau-hoi-4"]
    assert [item.category for item in items] == ["figure", "followup", "unanswerable"]
    assert items[1].must == (
        ("24 ki-ốt", "hai mươi bốn ki-ốt"),
        ("31 ki-ốt", "ba mươi mốt ki-ốt"),
    )
    quotes = {(one.doc, one.quote) for item in items for one in item.evidence}
    plans = [
        replace(
            make_plan(doc, [quote for number, quote in sorted(quotes) if number == doc]), number=doc
        )
        for doc in sorted({doc for doc, _ in quotes})
    ]
    assert check_sets([QASet("ví dụ", items)], plans) == ()


def test_a_template_never_replaces_a_file(tmp_path):
    path = tmp_path / "bo.xlsx"
    path.write_bytes(b"x")
    with pytest.raises(EvalInputError, match="Đã có tệp"):
        write_template(path)
    assert path.read_bytes() == b"x"


def test_a_template_that_cannot_be_made_is_told(tmp_path):
    with pytest.raises(EvalInputError, match=r"đuôi \.xlsx hoặc \.csv"):
        write_template(tmp_path / "bo.xls")
    (tmp_path / "tep").write_bytes(b"")
    with pytest.raises(EvalInputError, match="Đã có tệp"):
        write_template(tmp_path / "tep" / "bo.csv")
    with pytest.raises(EvalInputError, match="Không ghi được"):
        write_template(tmp_path / ("x" * 300 + ".csv"))


# What a good sheet says


@both
def test_every_column_is_read(tmp_path, form):
    assert read_spreadsheet(write(tmp_path, [GOOD], form)) == (ITEM,)


@both
def test_columns_may_change_places_names_their_look_and_optional_ones_may_lack(tmp_path, form):
    headers = ["TRÍCH DẪN 1", " so hieu  1", "Phải nêu:", "lượt1", "GHI CHÚ"]
    row = dict(zip(headers, ["có 120", "1/KH-UBND", "120", "Hỏi gì?", "x"], strict=True))
    (item,) = read_spreadsheet(write(tmp_path, [row], form, headers))
    assert item.evidence == (Evidence(doc="1/KH-UBND", quote="có 120"),)
    assert (item.turns, item.must, item.note) == (("Hỏi gì?",), (("120",),), "x")
    assert item.answerable


@both
def test_blank_rows_are_skipped_and_missing_ids_take_the_row_number(tmp_path, form):
    rows = [GOOD | {"Mã": ""}, {"Mã": " \u200b"}, GOOD, GOOD | {"Mã": "  "}]
    items = read_spreadsheet(write(tmp_path, rows, form))
    assert [item.id for item in items] == ["bo-cau-hoi-2", "a1", "bo-cau-hoi-5"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("120|một trăm hai mươi", (("120", "một trăm hai mươi"),)),
        ("120 ;; 5 tỷ\n\n34,05 tỷ;", (("120",), ("5 tỷ",), ("34,05 tỷ",))),
        ("120\uff5c121 \uff1b 5 tỷ||5.000", (("120", "121"), ("5 tỷ", "5.000"))),
        ("|120|\r\n|;", (("120",),)),
        ("hai   từ\u00a0nữa\u2028120", (("hai từ nữa",), ("120",))),
        (" ; | ", ()),
    ],
)
def test_groups_and_alternatives_survive_repeated_and_full_width_separators(cell, expected):
    assert groups(cell) == expected


@settings(max_examples=200)
@given(
    st.lists(
        st.lists(
            st.text(
                st.characters(exclude_categories=["C", "Z"], exclude_characters=";；|｜¦")
            ).filter(bool),
            min_size=1,
        ),
    )
)
def test_groups_undo_their_writing(written):
    cell = "\n".join(" | ".join(group) for group in written)
    assert groups(cell) == tuple(map(tuple, written))
    assert parts(cell) == tuple(" | ".join(group) for group in written)


@both
def test_text_is_trimmed_composed_and_freed_of_invisible_marks(tmp_path, form):
    row = GOOD | {
        "Lượt 1": "  Lạng Sơn\nco\u0301 gì?\u200b ",
        "Trích dẫn 1": "có\u00a0120\u00ad\r\n trạm",
        "Ghi chú": " một\nhai ",
    }
    (item,) = read_spreadsheet(write(tmp_path, [row], form))
    assert item.turns == ("Lạng Sơn có gì?",)
    assert item.evidence[0].quote == "có 120 trạm"
    assert item.note == "một\nhai"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Thanh Hóa; Lâm Đồng", ("Thanh Hóa", "Lâm Đồng")),
        ("TP.HCM\ntỉnh thanh hoá, BRVT", ("Hồ Chí Minh", "Thanh Hóa", "Bà Rịa - Vũng Tàu")),
        ("lang son;Lạng Sơn；hòa bình", ("Lạng Sơn", "Hòa Bình")),
        ("", ()),
    ],
)
def test_provinces_are_known_by_any_of_their_names(tmp_path, cell, names):
    (item,) = read_spreadsheet(write(tmp_path, [GOOD | {"Tỉnh": cell}]))
    assert item.province == names


@pytest.mark.parametrize(
    ("changes", "category"),
    [
        ({"Loại": "CON SO"}, "figure"),
        ({"Loại": "gõ tắt,không dấu"}, "noisy"),
        ({"Loại": "source-fault"}, "source-fault"),
        ({"Loại": "Số hiệu văn bản"}, "document-number"),
        ({"Loại": ""}, "fact"),
        ({"Loại": "", "Tỉnh": "Lạng Sơn; Thanh Hóa"}, "compare"),
        ({"Loại": "", "Tỉnh": "Lạng Sơn; Thanh Hóa", "Lượt 2": "Còn gì?"}, "followup"),
        ({"Loại": "", "Trả lời được": "không", "Phải nêu": ""}, "unanswerable"),
    ],
)
def test_a_category_is_named_in_either_language_or_derived(tmp_path, changes, category):
    (item,) = read_spreadsheet(write(tmp_path, [GOOD | changes]))
    assert item.category == category


@pytest.mark.parametrize(
    ("cell", "answerable"),
    [("Có", True), ("co", True), ("", True), (True, True), ("KHÔNG", False), (False, False)],
)
def test_answerable_is_yes_unless_no_is_said(tmp_path, cell, answerable):
    changes = {"Trả lời được": cell} | ({} if answerable else {"Phải nêu": ""})
    (item,) = read_spreadsheet(write(tmp_path, [GOOD | changes]))
    assert item.answerable is answerable


def test_hidden_rows_are_read_and_other_sheets_are_not(tmp_path):
    path = write(tmp_path, [GOOD])
    workbook = load_workbook(path)
    workbook["Câu hỏi"].row_dimensions[2].hidden = True
    workbook.create_sheet("Nháp", 0).append(["linh tinh"])
    workbook.save(path)
    assert read_spreadsheet(path) == (ITEM,)


def test_without_a_sheet_of_that_name_the_first_is_read(tmp_path):
    path = write(tmp_path, [GOOD])
    workbook = load_workbook(path)
    workbook["Câu hỏi"].title = "Sheet1"
    workbook.save(path)
    assert read_spreadsheet(path) == (ITEM,)


# Numbers, dates and formulas


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        ("1.234", "@", "1.234"),
        (5000, "General", "5000"),
        (5000.0, "General", "5000"),
        (1353, "#,##0", "1.353"),
        (1353, "_(* #,##0_);_(* (#,##0)", "1.353"),
        (0.97, "0%", "97%"),
        (0.975, "0.0%", "97,5%"),
        (34.05, "0.00", "34,05"),
        (1501.713, "#,##0.000", "1.501,713"),
        (date(2021, 10, 20), "dd/mm/yyyy", "20/10/2021"),
        (date(2021, 10, 20), "mm-dd-yy", "20/10/2021"),
        (date(2021, 9, 1), "mmm-yy", "09/2021"),
        (date(2021, 7, 1), '[$-409]d"-"mmm', "01/07"),
        (datetime(2021, 10, 20, 8, 30), "d/m/yy h:mm", "20/10/2021 08:30"),
        (time(8, 30), "h:mm", "08:30"),
        (True, "General", "TRUE"),
    ],
)
def test_a_number_is_read_as_its_reader_sees_it(tmp_path, value, number_format, shown):
    path = write(tmp_path, [GOOD | {"Phải nêu": value}])
    workbook = load_workbook(path)
    workbook["Câu hỏi"]["I2"].number_format = number_format
    workbook.save(path)
    assert read_spreadsheet(path)[0].must == ((shown,),)


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        (1.353, "General"),
        (1.5, "0"),
        (0.975, "0%"),
        (5000, "0.00E+00"),
        (timedelta(hours=30), "[h]:mm"),
        (datetime(2021, 10, 20, 8, 30), "h:mm"),
    ],
)
def test_a_number_that_may_be_read_in_two_ways_is_not_guessed_at(tmp_path, value, number_format):
    path = write(tmp_path, [GOOD | {"Phải nêu": value}])
    workbook = load_workbook(path)
    workbook["Câu hỏi"]["I2"].number_format = number_format
    workbook.save(path)
    (problem,) = problems(path)
    assert problem.startswith("Dòng 2, cột “Phải nêu” (I2): không rõ số")


@both
def test_what_looks_like_a_formula_stays_text(tmp_path, form):
    hostile = ["=1+1", "+84", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0"]
    rows = [GOOD | {"Mã": f"m{n}", "Trích dẫn 1": cell} for n, cell in enumerate(hostile)]
    items = read_spreadsheet(write(tmp_path, rows, form))
    assert [item.evidence[0].quote for item in items] == hostile


def test_a_formula_counts_by_its_stored_result(tmp_path):
    path = raw_xlsx(
        tmp_path / "bo.xlsx",
        raw_sheet(
            raw_question(
                2,
                B='<c t="str"><f>"Hỏi "&amp;"gì"</f><v>Hỏi gì?</v></c>',
                C="<c><f>WEBSERVICE(A1)</f><v>120</v></c>",
                A='<c t="str"><f>""</f><v></v></c>',
            )
        ),
    )
    (item,) = read_spreadsheet(path)
    assert (item.id, item.turns, item.must) == ("bo-2", ("Hỏi gì?",), (("120",),))


def test_a_formula_without_a_result_and_a_wrong_one_are_named(tmp_path):
    path = raw_xlsx(
        tmp_path / "bo.xlsx",
        raw_sheet(
            raw_question(2, B="<c><f>A1</f></c>", C='<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
            raw_question(3, E='<c t="str"><f>1</f></c>', D="<c><f>1</f><v></v></c>"),
        ),
    )
    first, second, third, fourth = problems(path)
    assert first.startswith("Dòng 2, cột “Lượt 1” (B2): công thức chưa có kết quả")
    assert second.startswith("Dòng 2, cột “Phải nêu” (C2): ô đang báo lỗi #DIV/0!")
    assert third.startswith("Dòng 3, cột “Số hiệu 1” (D3): công thức chưa có kết quả")
    assert fourth.startswith("Dòng 3, cột “Trích dẫn 1” (E3): công thức chưa có kết quả")


def test_merged_cells_are_named(tmp_path):
    path = write(tmp_path, [GOOD, GOOD | {"Mã": "a2"}])
    workbook = load_workbook(path)
    workbook["Câu hỏi"].merge_cells("H2:H3")
    workbook.save(path)
    (problem,) = problems(path)
    assert problem.startswith("Dòng 2, cột “Tỉnh” (H2): các ô H2:H3 đang bị gộp")


def test_shared_strings_are_read_as_excel_writes_them(tmp_path):
    shared = (
        "<si><t>Hỏi gì?</t></si>"
        "<si><r><t>12</t></r><r><rPr><b/></rPr><t>0_x000D_\n5 tỷ</t></r></si>"
        '<si><t xml:space="preserve"> dòng một_x000D_\ndòng hai </t></si>'
    )
    cells = {letter: f'<c t="s"><v>{n}</v></c>' for n, letter in enumerate("BCE")}
    path = raw_xlsx(tmp_path / "bo.xlsx", raw_sheet(raw_question(2, **cells)), shared=shared)
    (item,) = read_spreadsheet(path)
    assert item.turns == ("Hỏi gì?",)
    assert item.must == (("120",), ("5 tỷ",))
    assert item.evidence[0].quote == "dòng một dòng hai"


def test_a_half_character_in_the_notation_of_excel_is_rejected(tmp_path):
    path = raw_xlsx(tmp_path / "bo.xlsx", raw_sheet(raw_question(2, B="Hỏi_xD83D_ gì?")))
    (problem,) = problems(path)
    assert problem.startswith("Dòng 2, cột “Lượt 1” (B2): có ký tự điều khiển")


def test_a_wrong_declared_size_loses_no_rows(tmp_path):
    sheet = '<dimension ref="A1:B2"/>' + raw_sheet(raw_question(2), raw_question(40))
    items = read_spreadsheet(raw_xlsx(tmp_path / "bo.xlsx", sheet))
    assert [item.id for item in items] == ["m2", "m40"]


def test_remarks_of_the_library_are_no_warnings(tmp_path):
    after = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst>'
        "<conditionalFormatting><cfRule/></conditionalFormatting>"
    )
    path = raw_xlsx(tmp_path / "bo.xlsx", raw_sheet(raw_question(2), after=after))
    assert len(read_spreadsheet(path)) == 1


# CSV


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_in_every_form_that_excel_saves(tmp_path, delimiter, encoding):
    row = GOOD | {"Phải nêu": '120 | một, hai; ba\n“bốn” "năm"\tsáu'}
    path = write_csv(tmp_path / "x", [row, {}, row | {"Mã": "a2"}], encoding=encoding)
    path = write_csv(path, [row, {}, row | {"Mã": "a2"}], delimiter=delimiter, encoding=encoding)
    items = read_spreadsheet(path)
    assert [item.id for item in items] == ["a1", "a2"]
    assert items[0].must == (("120", "một, hai"), ("ba",), ('“bốn” "năm" sáu',))


def test_big_endian_utf_16_is_read(tmp_path):
    path = write_csv(tmp_path / "bo.txt", [GOOD], encoding="utf-16-be", delimiter="\t")
    path.write_bytes(b"\xfe\xff" + path.read_bytes())
    assert read_spreadsheet(path) == (ITEM,)


def test_rows_of_a_csv_are_counted_as_in_a_spreadsheet(tmp_path):
    rows = [GOOD | {"Ghi chú": "một\nhai\nba"}, GOOD | {"Mã": "a2", "Lượt 1": ""}]
    (problem,) = problems(write(tmp_path, rows, "csv"))
    assert problem == "Dòng 3, cột “Lượt 1” (C3): chưa có câu hỏi"


def test_a_quote_that_does_not_close_is_told_with_its_row(tmp_path):
    path = write(tmp_path, [GOOD], "csv")
    path.write_bytes(path.read_bytes() + 'a2,"con số,Câu?\r\n'.encode())
    assert "dòng 3: dấu ngoặc kép đặt không đúng" in message(path)


def test_content_decides_what_a_file_is(tmp_path):
    assert read_spreadsheet(write_xlsx(tmp_path / "bo.csv", [GOOD])) == (ITEM,)
    assert read_spreadsheet(write_csv(tmp_path / "bo2.xlsx", [GOOD])) == (ITEM,)


# What is wrong with a row


@pytest.mark.parametrize(
    ("changes", "place", "problem"),
    [
        ({"Tỉnh": "Xứ\tA " * 30}, "“Tỉnh” (H3)", "“" + "Xứ A " * 15 + "Xứ A…”"),
        ({"Lượt 1": " "}, "“Lượt 1” (C3)", "chưa có câu hỏi"),
        ({"Lượt 3": "Còn gì?"}, "“Lượt 2” (D3)", "lượt này để trống"),
        ({"Tỉnh": "Thành Hóa"}, "“Tỉnh” (H3)", "có phải ý anh/chị là “Thanh Hóa”?"),
        ({"Tỉnh": "Lang Sonn"}, "“Tỉnh” (H3)", "“Lang Sonn”; có phải ý anh/chị là “Lạng Sơn”?"),
        ({"Tỉnh": "Trung ương"}, "“Tỉnh” (H3)", "không có tỉnh, thành phố nào tên là “Trung ương”"),
        ({"Số hiệu 2": "1/KH-UBND"}, "“Trích dẫn 2” (N3)", "thiếu đoạn trích"),
        ({"Trích dẫn 6": "abc"}, "“Số hiệu 6” (U3)", "thiếu số hiệu"),
        ({"Số hiệu 1": ""}, "“Số hiệu 1” (K3)", "thiếu số hiệu"),
        ({"Trả lời được": "chắc có"}, "“Trả lời được” (W3)", "không nhận “chắc có”"),
        ({"Phải nêu": ";"}, "“Phải nêu” (I3)", "ít nhất một nội dung"),
        ({"Số hiệu 1": "", "Trích dẫn 1": ""}, "“Trích dẫn 1” (L3)", "ít nhất một đoạn trích"),
        ({"Trả lời được": "không"}, "“Phải nêu” (I3)", "để trống cột này"),
        ({"Loại": "con sô liệu"}, "“Loại” (B3)", "có phải ý anh/chị là “con số”?"),
        ({"Loại": "tán gẫu"}, "“Loại” (B3)", "không có loại câu hỏi nào tên là “tán gẫu”"),
        ({"Mã": "a1"}, "“Mã” (A3)", "mã “a1” đã dùng ở dòng 2"),
        ({"Không được nêu": "2"}, "“Không được nêu” (J3)", "“2” nằm trong nội dung phải nêu “120”"),
        ({"Ghi chú": "x" * 5001}, "“Ghi chú” (X3)", "dài 5001 ký tự, vượt mức 5000"),
        ({"Ghi chú": "a\x7fb"}, "“Ghi chú” (X3)", "(mã U+007F)"),
        ({"Ghi chú": "a\ufffdb"}, "“Ghi chú” (X3)", "(mã U+FFFD)"),
    ],
)
@both
def test_a_problem_is_named_with_its_row_and_column(tmp_path, form, changes, place, problem):
    path = write(tmp_path, [GOOD, GOOD | {"Mã": "a2", "Phải nêu": "120"} | changes], form)
    (found,) = problems(path)
    assert found.startswith(f"Dòng 3, cột {place}: ")
    assert problem in found


def test_an_expression_that_one_wording_avoids_may_be_forbidden(tmp_path):
    (item,) = read_spreadsheet(write(tmp_path, [GOOD | {"Không được nêu": "120"}]))
    assert item.must_not == ("120",)


def test_every_problem_is_collected_in_the_order_of_the_sheet(tmp_path):
    bad = {"Lượt 2": "Sao?", "Tỉnh": "Xứ A; Xứ B", "Trả lời được": "?", "Trích dẫn 3": "x"}
    found = problems(write(tmp_path, [GOOD, bad, GOOD | {"Loại": "?"}]))
    places = [line.partition(":")[0] for line in found]
    assert places == [
        "Dòng 3, cột “Lượt 1” (C3)",
        "Dòng 3, cột “Tỉnh” (H3)",
        "Dòng 3, cột “Tỉnh” (H3)",
        "Dòng 3, cột “Số hiệu 3” (O3)",
        "Dòng 3, cột “Trả lời được” (W3)",
        "Dòng 4, cột “Mã” (A4)",
        "Dòng 4, cột “Loại” (B4)",
    ]


@pytest.mark.parametrize(("n_rows", "n_more"), [(50, 0), (53, 3)])
def test_at_most_fifty_problems_are_shown(tmp_path, n_rows, n_more):
    path = write(
        tmp_path, [{"Mã": f"m{n}"} | {"Lượt 1": "Gì?", "Phải nêu": "x"} for n in range(n_rows)]
    )
    with pytest.raises(SpreadsheetError) as caught:
        read_spreadsheet(path)
    first, *lines = caught.value.user_message.splitlines()
    assert f"có {n_rows} chỗ cần sửa" in first
    assert str(path) in first
    assert len(caught.value.problems) == n_rows
    assert lines[:50] == list(caught.value.problems[:50])
    assert lines[50:] == ([f"… và {n_more} lỗi khác"] if n_more else [])


def test_an_id_that_was_given_to_a_row_without_one_is_a_duplicate_too(tmp_path):
    headers = [header for header in HEADERS if header != "Mã"]
    assert len(read_spreadsheet(write(tmp_path, [GOOD], headers=[*headers, "Mã"]))) == 1
    rows = [GOOD | {"Mã": "bo-cau-hoi-3"}, GOOD | {"Mã": ""}]
    (problem,) = problems(write(tmp_path, rows))
    assert problem == "Dòng 3, cột “Mã” (A3): mã “bo-cau-hoi-3” đã dùng ở dòng 2"


# The heading


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (
            [*HEADERS, "Lượt 6"],
            "Dòng 1, ô Y1: không có cột nào tên là “Lượt 6” trong bảng mẫu",
        ),
        (
            [*HEADERS[:-1], "Gi chú"],
            "Dòng 1, ô X1: không có cột nào tên là “Gi chú” trong bảng mẫu; có phải ý anh/chị là “Ghi chú”?",
        ),
        ([*HEADERS, "mã"], "Dòng 1, cột “Mã” (Y1): cột này đã có ở A1"),
        (
            [header for header in HEADERS if header != "Phải nêu"],
            "Dòng 1, cột “Phải nêu”: thiếu cột này trong dòng tiêu đề",
        ),
        (
            [header for header in HEADERS if header != "Trích dẫn 4"],
            "Dòng 1, cột “Trích dẫn 4”: thiếu cột này trong dòng tiêu đề",
        ),
    ],
)
@both
def test_a_heading_that_is_not_the_template_s_is_named(tmp_path, form, headers, expected):
    row = {header: value for header, value in GOOD.items() if header in headers}
    assert problems(write(tmp_path, [row], form, headers)) == (expected,)


@both
def test_content_under_no_heading_is_named(tmp_path, form):
    (found,) = problems(write(tmp_path, [GOOD | {"": "lạc"}], form, [*HEADERS, ""]))
    assert found == "Dòng 1, ô Y1: cột có nội dung nhưng không có tên"


def test_a_file_of_something_else_is_told_by_its_heading(tmp_path):
    path = tmp_path / "thu.csv"
    path.write_text("Kính gửi,anh chị\n", encoding="utf-8")
    assert "cột “Lượt 1”: thiếu cột này" in message(path)


# Files that cannot be read


def test_an_empty_and_a_missing_file_are_told(tmp_path):
    (tmp_path / "bo.csv").write_bytes(b"\xef\xbb\xbf\r\n")
    assert "chưa có câu hỏi nào" in message(tmp_path / "bo.csv")
    for path in (tmp_path / "khong-co.csv", tmp_path):
        assert "Không đọc được" in message(path)


@pytest.mark.parametrize(
    "content", ["Mã".encode("latin-1"), "Mã".encode("utf-16-le"), b"\xff\xfeM"]
)
def test_bytes_that_are_no_text_are_told(tmp_path, content):
    (tmp_path / "bo.csv").write_bytes(content)
    assert "không phải bảng tính .xlsx, cũng không phải văn bản" in message(tmp_path / "bo.csv")


def test_a_protected_or_old_workbook_is_told(tmp_path):
    (tmp_path / "bo.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "có mật khẩu hoặc ở dạng Excel cũ" in message(tmp_path / "bo.xlsx")
    path = write(tmp_path, [GOOD])
    content = bytearray(path.read_bytes())
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1  # the flag of an encrypted entry
    path.write_bytes(content)
    assert "có mật khẩu" in message(path)


def damaged_files(folder):
    whole = write(folder, [GOOD]).read_bytes()
    yield "cut", whole[: len(whole) // 2]
    yield "no directory", whole[:-22]
    middle = bytearray(whole)
    for place in range(60, 400):
        middle[place] ^= 0xFF
    yield "flipped", bytes(middle)
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    yield "a document", other.getvalue()
    path = folder / "raw.xlsx"
    yield "broken xml", raw_xlsx(path, "<sheetData><row>").read_bytes()
    yield (
        "bad string",
        raw_xlsx(
            path, raw_sheet(raw_question(2, B='<c t="s"><v>9</v></c>')), shared=""
        ).read_bytes(),
    )
    sheet = raw_sheet(raw_question(2))
    yield "method", raw_xlsx(path, sheet, compression=zipfile.ZIP_BZIP2).read_bytes()
    lol = '<!DOCTYPE lolz [<!ENTITY a "aaaa">]><x>&a;</x>'
    yield "entities", raw_xlsx(path, sheet, extra=[("xl/a.xml", lol)]).read_bytes()
    yield "far column", raw_xlsx(path, raw_sheet('<row r="2"><c r="ZZZZ2"/></row>')).read_bytes()
    rows = raw_sheet(raw_question(3), raw_question(2))
    yield "rows out of order", raw_xlsx(path, rows).read_bytes()
    yield "far row", raw_xlsx(path, raw_sheet(raw_question(3_000_000_000))).read_bytes()


def test_a_damaged_file_is_told(tmp_path):
    seen = set()
    for name, content in damaged_files(tmp_path):
        (tmp_path / "bo.xlsx").write_bytes(content)
        assert "bị hỏng hoặc không phải bảng tính" in message(tmp_path / "bo.xlsx"), name
        seen.add(name)
    assert len(seen) == 11


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_escapes_as_a_foreign_error(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("hong")
    content = bytearray(raw_xlsx(folder / "bo.xlsx", raw_sheet(raw_question(2))).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (folder / "bo.xlsx").write_bytes(content)
    try:
        items = read_spreadsheet(folder / "bo.xlsx")
    except SpreadsheetError as error:
        assert error.user_message
    else:
        assert len(items) == 1


def test_macros_are_not_unpacked_and_links_not_followed(tmp_path):
    path = raw_xlsx(
        tmp_path / "bo.xlsx",
        raw_sheet(raw_question(2)),
        extra=[("xl/externalLinks/externalLink1.xml", "<no xml")],
    )
    with zipfile.ZipFile(path, "a") as archive:
        # A compression that is refused in every part that is unpacked.
        archive.writestr("xl/vbaProject.bin", b"macro", zipfile.ZIP_LZMA)
    assert len(read_spreadsheet(path)) == 1


# Limits


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "bo.csv"
    with path.open("wb") as file:
        file.truncate(16 * 2**20 + 1)
    assert "lớn hơn 16 MB" in message(path)


def test_a_bomb_is_told_by_the_directory_of_the_zip(tmp_path):
    bomb = [("xl/media/a.bin", b"\0" * (2**20 * 257))]
    path = raw_xlsx(tmp_path / "bo.xlsx", raw_sheet(raw_question(2)), extra=bomb)
    assert path.stat().st_size < 2**20
    assert "lớn hơn 256 MB" in message(path)


def test_a_bomb_with_a_lying_directory_is_not_inflated(tmp_path):
    bomb = b"<x>" + b"\0" * (64 * 2**20)
    path = raw_xlsx(tmp_path / "bo.xlsx", raw_sheet(raw_question(2)), extra=[("a.xml", bomb)])
    content = path.read_bytes()
    entry = content.rindex(b"PK\x01\x02", 0, content.rindex(b"a.xml"))
    lying = content[: entry + 24] + struct.pack("<L", 3) + content[entry + 28 :]
    path.write_bytes(lying)
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo("a.xml").file_size == 3
    tracemalloc.start()
    try:
        assert "bị hỏng" in message(path)
        assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("n_rows", "fits"), [(20_000, True), (20_001, False)])
def test_rows_are_limited(tmp_path, n_rows, fits):
    path = write(tmp_path, [GOOD | {"Mã": f"m{n}"} for n in range(n_rows)], "csv")
    if fits:
        assert len(read_spreadsheet(path)) == n_rows
    else:
        assert "có hơn 20.000 dòng" in message(path)


def test_blank_rows_do_not_count_however_many(tmp_path):
    sheet = raw_sheet(raw_question(2), '<row r="1048576"><c r="A1048576" s="0"/></row>')
    assert len(read_spreadsheet(raw_xlsx(tmp_path / "bo.xlsx", sheet))) == 1


def test_one_long_text_in_every_cell_is_a_bomb_too(tmp_path):
    cells = "".join('<c t="s"><v>0</v></c>' for _ in range(99))
    rows = (f'<row r="{number}">{cells}</row>' for number in range(2, 700))
    shared = f"<si><t>{'x' * 4900}</t></si>"
    path = raw_xlsx(tmp_path / "bo.xlsx", raw_sheet(*rows), shared=shared)
    assert "lớn hơn 256 MB" in message(path)


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes_give_items_or_a_sentence(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "bat-ky"
    path.write_bytes(content)
    with pytest.raises(SpreadsheetError):
        read_spreadsheet(path)
