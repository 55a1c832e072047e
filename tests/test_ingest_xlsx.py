"""XLSX: sheets as they are seen; numbers as a Vietnamese reader writes them."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import xlsx

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import Grid, GridCell, Line, Source
from ingest.readers.xlsx import read_xlsx
from ingest.readers.xlsx_format import format_date, format_number

LIMITS = Limits()
# Cell formats 0 to 6 of the sheets below.
CODES = ("General", "#,##0", "0%", "dd/mm/yyyy", "#,##0.00", "0", "General")
STYLES = (
    "<numFmts>"
    + "".join(f'<numFmt numFmtId="{200 + i}" formatCode="{c}"/>' for i, c in enumerate(CODES))
    + "</numFmts><fonts><font/><font><b/></font></fonts><cellXfs>"
    + "".join(f'<xf numFmtId="{200 + i}" fontId="{int(i == 6)}"/>' for i in range(len(CODES)))
    + "</cellXfs>"
)
Value = str | int | float | tuple[float, int] | None


def cell(value: Value) -> str:
    """A w/o place; text, number, (number, cell format); "=…" is a formula without a value."""
    if value is None:
        return "<c/>"
    if isinstance(value, tuple):
        return f'<c s="{value[1]}"><v>{value[0]}</v></c>'
    if isinstance(value, str) and value.startswith("="):
        return f"<c><f>{value[1:]}</f></c>"
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    return f"<c><v>{value}</v></c>"


def rows(*values: tuple[Value, ...], hidden: tuple[int, ...] = ()) -> str:
    """The sheetData of rows from 1 on; an empty tuple is a blank row."""
    found = ""
    for number, row in enumerate(values, start=1):
        state = ' hidden="1"' if number in hidden else ""
        found += f'<row r="{number}"{state}>{"".join(map(cell, row))}</row>'
    return f"<sheetData>{found}</sheetData>"


def merges(*references: str) -> str:
    return "<mergeCells>" + "".join(f'<mergeCell ref="{r}"/>' for r in references) + "</mergeCells>"


def read(**sheets: str) -> Source:
    return read_xlsx(xlsx(sheets, STYLES), LIMITS)


def shown(source: Source) -> list[str | list[list[str]]]:
    """Lines as texts, tables as rows of texts."""
    found: list[str | list[list[str]]] = []
    for part in source.parts:
        if isinstance(part, Line):
            found.append(part.text)
        else:
            table = [[""] * part.n_columns for _ in range(part.n_rows)]
            for item in part.cells:
                table[item.row][item.column] = item.text
            found.append(table)
    return found


def column(*values: Value, header: str = "Số lượng") -> list[str]:
    """A column's texts as read behind an "STT" column."""
    data = [(n, value) for n, value in enumerate(values, start=1)]
    (table,) = shown(read(Sheet1=rows(("STT", header), *data)))
    assert isinstance(table, list)
    return [row[1] for row in table[1:]]


ANNEX = rows(
    ("DANH MỤC NHIỆM VỤ",),
    ("(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND tỉnh An Giang)",),
    (),
    (None, None, None, "Đơn vị tính: triệu đồng"),
    ("STT", "Nhiệm vụ", "Chủ trì", "Kinh phí"),
    ("I", "Hạ tầng"),
    (1, "Thuê máy chủ", "Sở Nội vụ", (1250, 1)),
    (2, "Đường truyền", "Công an tỉnh", 1234.5),
    (None, "Tổng cộng", None, (2484.5, 4)),
    (),
    ("Ghi chú: kinh phí dự kiến.",),
    (None, None, "An Giang, ngày 05 tháng 3 năm 2024"),
    (None, "NGƯỜI LẬP BIỂU", None, "GIÁM ĐỐC"),
)


def test_annex_of_captions_table_and_notes() -> None:
    source = read(Sheet1=ANNEX + merges("A1:D1", "A2:D2"))
    assert source.kind == "xlsx" and source.paragraphs and not source.warnings
    assert shown(source) == [
        "DANH MỤC NHIỆM VỤ",
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND tỉnh An Giang)",
        "Đơn vị tính: triệu đồng",
        [
            ["STT", "Nhiệm vụ", "Chủ trì", "Kinh phí"],
            ["I", "Hạ tầng", "", ""],
            ["1", "Thuê máy chủ", "Sở Nội vụ", "1.250"],
            ["2", "Đường truyền", "Công an tỉnh", "1.234,5"],
            ["", "Tổng cộng", "", "2.484,50"],
        ],
        "Ghi chú: kinh phí dự kiến.",
        "An Giang, ngày 05 tháng 3 năm 2024",
        *("NGƯỜI LẬP BIỂU", "GIÁM ĐỐC"),
    ]


def test_letterhead_above_the_table_reads_by_columns() -> None:
    head = (
        ("UBND TỈNH AN GIANG", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("SỞ NỘI VỤ", None, "Độc lập - Tự do - Hạnh phúc"),
        ("PHỤ LỤC",),
    )
    data = rows(*head, ("TT", "Nhiệm vụ", "Chủ trì"), (1, "Thuê máy", "Sở Nội vụ"))
    assert shown(read(Sheet1=data + merges("A3:C3")))[:5] == [
        *("UBND TỈNH AN GIANG", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        *("Độc lập - Tự do - Hạnh phúc", "PHỤ LỤC"),
    ]


def test_merged_ranges_become_spans() -> None:
    data = rows(
        ("STT", "Nhiệm vụ", "Kinh phí"), (None, None, "Tỉnh", "Xã"), (1, "Thuê máy", 5, 6)
    ) + merges("A1:A2", "B1:B2", "C1:D1")
    (table,) = read(Sheet1=data).parts
    assert isinstance(table, Grid)
    assert (table.n_rows, table.n_columns) == (3, 4)
    assert table.cells[:5] == (
        GridCell(0, 0, "STT", row_span=2),
        GridCell(0, 1, "Nhiệm vụ", row_span=2),
        GridCell(0, 2, "Kinh phí", column_span=2),
        *(GridCell(1, 2, "Tỉnh"), GridCell(1, 3, "Xã")),
    )


def test_two_tables_of_a_sheet_keep_their_captions() -> None:
    data = rows(
        *(("Biểu 1",), ("STT", "Tên", "Số"), (1, "Một", 5), (2, "Hai", 6), (), ("Biểu 2",)),
        *(("STT", "Tên", "Số"), (1, "Ba", 7)),
    )
    header = ["STT", "Tên", "Số"]
    assert shown(read(Sheet1=data)) == [
        *("Biểu 1", [header, ["1", "Một", "5"], ["2", "Hai", "6"]]),
        *("Biểu 2", [header, ["1", "Ba", "7"]]),
    ]


def test_table_without_ordinals_is_found_by_its_width() -> None:
    data = rows(("Phụ lục",), ("Nhiệm vụ", "Chủ trì"), ("Thuê máy", "Sở Nội vụ"), ("Hết",))
    assert shown(read(Sheet1=data)) == [
        *("Phụ lục", [["Nhiệm vụ", "Chủ trì"], ["Thuê máy", "Sở Nội vụ"]], "Hết")
    ]


def test_a_sheet_of_prose_is_lines() -> None:
    assert shown(read(Sheet1=rows(("KẾ HOẠCH",), (), ("I. MỤC TIÊU\n1. Chung",)))) == [
        *("KẾ HOẠCH", "I. MỤC TIÊU", "1. Chung")
    ]


def test_sheet_title_captions_only_what_has_no_caption() -> None:
    table = rows(("STT", "Tên"), (1, "Máy"))
    captioned = rows(("Biểu 2",), ("STT", "Tên"), (1, "Máy"))
    found = read_xlsx(xlsx({"Hạ tầng": table, "Nhân lực": captioned, "Sheet3": table}), LIMITS)
    grid = [["STT", "Tên"], ["1", "Máy"]]
    assert shown(found) == ["Hạ tầng", grid, "Biểu 2", grid, grid]


@pytest.mark.parametrize(
    ("raw", "code", "expected"),
    [
        *(("1234.5", "General", "1.234,5"), ("1234567", "General", "1.234.567")),
        *(("999", "General", "999"), ("0.30000000000000004", "General", "0,3")),
        *(("-1234", "General", "-1.234"), ("1234", "0", "1.234"), ("7", "000", "007")),
        *(("0.25", "0%", "25%"), ("0.125", "0.0%", "12,5%"), ("1234.5", "#,##0.00", "1.234,50")),
        *(("1234567", "#,##0,", "1.235"), ("0.5", "0.0#", "0,5"), ("-5", "#,##0;(#,##0)", "(5)")),
        ("0", '_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-', "-"),
        ("-1500", '_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-', "-1.500"),
        ("1500", '#,##0\\ "triệu đồng"', "1.500 triệu đồng"),
        *(("1500", "#,##0 [$₫-42A]", "1.500 ₫"), ("1500", "[Red]#,##0", "1.500")),
        *(("2024", "@", "2024"), ("abc", "0", "abc"), ("1e300", "0", "1e300"), ("NaN", "0", "NaN")),
        *(("1.5E-3", "General", "0,0015"), ("1500", "0.00E+00", "1.500"), ("", "0", "")),
        (
            "123456789012345.123456789012345",
            "0.000000000000000",
            "123.456.789.012.345,123456789012345",
        ),
    ],
)
def test_numbers(raw: str, code: str, expected: str) -> None:
    assert format_number(raw, code) == expected


@pytest.mark.parametrize(
    ("raw", "code", "from_1904", "expected"),
    [
        *(("45356", "dd/mm/yyyy", False, "05/03/2024"), ("43894", "d-mmm-yy", True, "05/03/2024")),
        *(("45356", "mm/yyyy", False, "03/2024"), ("45356", "yyyy", False, "2024")),
        *(("45356.354166667", "d/m/yy h:mm", False, "05/03/2024 08:30"),),
        *(("0.5", "h:mm", False, "12:00"), ("1e99", "d/m/yy", False, "1e99")),
    ],
)
def test_dates(raw: str, code: str, from_1904: bool, expected: str) -> None:
    assert format_date(raw, code, from_1904) == expected


@given(st.decimals(-(10**14), 10**14, places=3))
def test_number_notation_keeps_the_value(number: float) -> None:
    written = format_number(str(number), "#,##0.000")
    assert f"{number:.3f}" == written.replace(".", "").replace(",", ".").replace("-0.000", "0.000")


def test_years_and_ordinals_stay_bare_amounts_do_not() -> None:
    assert column(2025, 2026, header="Năm thực hiện") == ["2025", "2026"]
    assert column(2025, 350, header="Số máy") == ["2.025", "350"]
    assert column(2000, header="Kinh phí (triệu đồng)") == ["2.000"]
    assert column((2000, 1), header="Năm") == ["2.000"]
    assert column(1234, 5678, header="Mã nhiệm vụ") == ["1234", "5678"]
    many = rows(("STT", "Tên"), *[(n, "x") for n in range(999, 1002)])
    (table,) = shown(read(Sheet1=many))
    assert isinstance(table, list) and [row[0] for row in table[1:]] == ["999", "1000", "1001"]


def test_years_in_a_header_row_stay_bare_above_amounts() -> None:
    data = rows(("STT", "Nguồn vốn", 2025, 2026), (1, "Ngân sách tỉnh", 2050, 7), (2, "Khác", 1, 2))
    (table,) = shown(read(Sheet1=data))
    assert isinstance(table, list)
    assert [row[2:] for row in table] == [["2025", "2026"], ["2.050", "7"], ["1", "2"]]


def test_dates_percents_booleans_and_shared_strings() -> None:
    data = (
        '<sheetData><row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row r="2">'
        '<c><v>1</v></c><c t="b"><v>1</v></c><c s="3"><v>45356</v></c><c s="2"><v>0.25</v></c>'
        '<c t="str"><f>A</f><v>chữ</v></c><c t="d"><v>2024-03-05T00:00:00</v></c>'
        '<c t="e"><v>#REF!</v></c><c t="s"><v>99</v></c></row></sheetData>'
    )
    strings = "<si><t>STT</t></si><si><r><t>Kết </t></r><r><t>quả</t></r><rPh><t>x</t></rPh></si>"
    (table,) = shown(read_xlsx(xlsx({"Sheet1": data}, STYLES, strings), LIMITS))
    assert table == [
        ["STT", "Kết quả", "", "", "", ""],
        ["1", "Có", "05/03/2024", "25%", "chữ", "05/03/2024"],
    ]


def test_hidden_parts_are_dropped_with_a_warning() -> None:
    data = '<cols><col min="3" max="9" hidden="1"/></cols>' + rows(
        *(("STT", "Tên", "Giá mật", "x"), (1, "Ẩn"), (2, "Hiện", 5)), hidden=(2,)
    )
    source = read_xlsx(xlsx({"Sheet1": data, "Nháp!": rows(("bí mật",))}), LIMITS)
    assert shown(source) == [[["STT", "Tên"], ["2", "Hiện"]]]
    assert ["“Nháp!”" in w for w in source.warnings] == [True, False]
    assert "5 ô trong hàng hoặc cột bị ẩn" in source.warnings[1]


def test_merged_text_moves_out_of_its_hidden_row() -> None:
    data = rows(("Tên biểu",), (), ("STT", "Tên"), (1, "Máy"), hidden=(1,)) + merges("A1:B2")
    assert shown(read(Sheet1=data)) == ["Tên biểu", [["STT", "Tên"], ["1", "Máy"]]]


def test_formulas_without_a_value_are_named() -> None:
    source = read(Sheet1=rows(("STT", "Tên", "Số"), (1, "Máy", "=SUM(A1)"), (2, "Tủ", 5)))
    assert shown(source) == [[["STT", "Tên", "Số"], ["1", "Máy", ""], ["2", "Tủ", "5"]]]
    assert ["1 ô công thức chưa có kết quả" in warning for warning in source.warnings] == [True]


def test_bold_cells_and_lines() -> None:
    bold = '<sheetData><row r="1"><c s="6" t="inlineStr"><is><t>BIỂU</t></is></c></row></sheetData>'
    assert read(Sheet1=bold).parts == (Line("BIỂU", bold=True),)


def test_claimed_size_costs_nothing() -> None:
    content = (
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c><v>7</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>8</v></c></row></sheetData>'
    )
    start = time.perf_counter()
    merged = read(Sheet1=content + merges("A1:XFD1048576", "B2:XFD1048576"))
    apart = read(Sheet1=content)
    assert time.perf_counter() - start < 2
    assert (shown(merged), shown(apart)) == (["7"], ["7", "8"])


def code(data: bytes) -> str:
    with pytest.raises(RejectedFileError) as caught:
        read_xlsx(data, LIMITS)
    return caught.value.code


def test_errors() -> None:
    assert code(xlsx({"Sheet1": "<sheetData/>"})) == "empty"
    assert code(xlsx({"Ẩn!": rows(("x",))})) == "empty"
    assert code(xlsx({"Sheet1": "<sheetData>"})) == "damaged"
    assert code(b"PK\x03\x04") == "damaged"
    wide = "".join(
        "<row><c/><c><v>1</v></c>" + "<c><v>1</v></c>" * 400 + "</row>" for _ in range(800)
    )
    assert code(xlsx({"Sheet1": f"<sheetData>{wide}</sheetData>"})) == "too_large"
    assert code(xlsx({"Sheet1": "<x/>" * 600_000})) == "too_large"


SAMPLE = xlsx({"Sheet1": ANNEX + merges("A1:D1", "A2:D2", "A7:B9")}, STYLES)
PLACES = st.sampled_from(["A1", "B2", "C3", "D1", "XFD1048576", "ZZZZ1", "A0", "B3", "A4"])
CELLS = st.lists(st.tuples(PLACES, st.sampled_from(["1", "x", "2025", "-1e5", ""])), max_size=8)


def outcome(data: bytes) -> Source | RejectedFileError:
    try:
        return read_xlsx(data, LIMITS)
    except RejectedFileError as exc:
        return exc


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=40), st.integers(0, len(SAMPLE)), st.integers(0, 30))
def test_hostile_bytes_give_a_source_or_a_rejection(junk: bytes, at: int, cut: int) -> None:
    for data in (junk, SAMPLE[:at], SAMPLE[:at] + junk + SAMPLE[at + cut :]):
        assert isinstance(outcome(data), (Source, RejectedFileError))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CELLS, max_size=4), st.lists(st.tuples(PLACES, PLACES), max_size=4))
def test_cells_never_overlap(
    data: list[list[tuple[str, str]]], ranges: list[tuple[str, str]]
) -> None:
    content = "".join(
        "<row>" + "".join(f'<c r="{r}"><v>{v}</v></c>' for r, v in row) + "</row>" for row in data
    )
    merged = merges(*(f"{a}:{b}" for a, b in ranges))
    found = outcome(xlsx({"Sheet1": f"<sheetData>{content}</sheetData>{merged}"}))
    for part in found.parts if isinstance(found, Source) else ():
        if isinstance(part, Grid):
            covered = [
                (row, column)
                for c in part.cells
                for row in range(c.row, c.row + c.row_span)
                for column in range(c.column, c.column + c.column_span)
            ]
            assert len(covered) == len(set(covered))
            assert all(r < part.n_rows and c < part.n_columns for r, c in covered)
