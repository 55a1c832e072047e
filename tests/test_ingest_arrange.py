"""Words with places → paragraphs and tables in reading order, by made-up pages."""

import math
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import Sheet

from ingest.lines import Grid, Line, Part
from ingest.readers.arrange import arrange
from ingest.readers.words import PageWords, Rule, Word

LONG = (
    "Đẩy mạnh ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước trên địa bàn tỉnh,"
    " nâng cao chất lượng phục vụ người dân và doanh nghiệp, bảo đảm an toàn thông tin mạng."
)
OTHER = (
    "Kinh phí thực hiện dự kiến là 12.450 triệu đồng, trong đó ngân sách địa phương là 9.800 triệu"
    " đồng; phần còn lại từ các nguồn vốn hợp pháp khác theo quy định của pháp luật."
)
PROSE = (LONG, OTHER, "Rà soát. " + LONG, "Tổ chức tập huấn. " + OTHER)


def lines(parts: Sequence[Part]) -> list[str]:
    return [part.text for part in parts if isinstance(part, Line)]


def arranged(*sheets: Sheet) -> list[str]:
    return lines(arrange([sheet.words(n) for n, sheet in enumerate(sheets, start=1)]))


def grids(*sheets: Sheet) -> list[Grid]:
    parts = arrange([sheet.words(n) for n, sheet in enumerate(sheets, start=1)])
    return [part for part in parts if isinstance(part, Grid)]


def rows(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in grid.cells if cell.row == row] for row in range(grid.n_rows)]


def letterhead(sheet: Sheet) -> None:
    sheet.centre(170, 70, "ỦY BAN NHÂN DÂN")
    sheet.centre(170, 86, "TỈNH AN GIANG", bold=True)
    sheet.centre(170, 112, "Số: 12/KH-UBND")
    sheet.centre(415, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11, bold=True)
    sheet.centre(415, 86, "Độc lập - Tự do - Hạnh phúc", bold=True)
    sheet.centre(415, 114, "An Giang, ngày 15 tháng 01 năm 2024")
    sheet.centre(315, 150, "KẾ HOẠCH", bold=True)
    sheet.centre(315, 166, "Ứng dụng công nghệ thông tin trong hoạt động của cơ quan", bold=True)
    sheet.centre(315, 182, "nhà nước tỉnh An Giang năm 2024", bold=True)


LETTERHEAD = [
    *("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "Số: 12/KH-UBND"),
    *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    *("An Giang, ngày 15 tháng 01 năm 2024", "KẾ HOẠCH"),
    "Ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước tỉnh An Giang năm 2024",
]


def test_no_pages_give_nothing():
    assert arrange([]) == ()
    assert arrange([PageWords(1, 595, 842, ())]) == ()


def test_letterhead_is_read_left_then_right():
    sheet = Sheet()
    letterhead(sheet)
    sheet.prose(220, LONG)
    assert arranged(sheet) == [*LETTERHEAD, LONG]


def test_motto_close_to_the_issuer_is_parted():
    sheet = Sheet()
    sheet.put(60, 70, "ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", 11)
    sheet.put(290, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11)
    sheet.centre(170, 86, "Số: 12/KH-UBND")
    sheet.centre(400, 86, "Độc lập - Tự do - Hạnh phúc")
    sheet.prose(140, LONG)
    assert arranged(sheet)[:4] == [
        *("ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", "Số: 12/KH-UBND"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    ]


@pytest.mark.parametrize("shift", [0.0, 5.0, 9.0])
def test_sign_off_is_read_left_then_right(shift: float):
    sheet = Sheet()
    y = sheet.prose(70, LONG) + 20
    sheet.put(85, y, "Nơi nhận:", bold=True)
    for number, text in enumerate(("- Bộ Thông tin và Truyền thông;", "- Như trên;", "- Lưu: VT.")):
        sheet.put(85, y + 15 + 12 * number, text, 10)
    sheet.centre(430, y + shift, "TM. ỦY BAN NHÂN DÂN", bold=True)
    sheet.centre(430, y + shift + 16, "KT. CHỦ TỊCH", bold=True)
    sheet.centre(430, y + shift + 32, "PHÓ CHỦ TỊCH", bold=True)
    sheet.centre(430, y + shift + 110, "Nguyễn Văn An", bold=True)
    assert arranged(sheet) == [
        *(LONG, "Nơi nhận:", "- Bộ Thông tin và Truyền thông;", "- Như trên;", "- Lưu: VT."),
        *("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An"),
    ]


def test_a_sign_off_of_which_a_page_break_left_recipients_and_a_name():
    sheet = Sheet()
    sheet.put(85, 70, "- UBND các huyện;", 10)
    sheet.put(85, 82, "- Lưu: VT.", 10)
    sheet.centre(430, 82, "Nguyễn Văn An", bold=True)
    assert arranged(sheet) == ["- UBND các huyện;", "- Lưu: VT.", "Nguyễn Văn An"]


def test_a_row_of_a_sign_off_whose_sides_stand_close_is_cut_at_the_gutter():
    sheet = Sheet()
    sheet.put(85, 70, "Nơi nhận:", 10)
    sheet.put(380, 70, "TUQ. CHỦ TỊCH", bold=True)
    sheet.put(85, 86, "- Bộ Thông tin và Truyền thông, các sở, ban, ngành tỉnh;", 10)
    sheet.put(365, 86, "GIÁM ĐỐC SỞ NỘI VỤ", bold=True)
    assert arranged(sheet) == [
        *("Nơi nhận:", "- Bộ Thông tin và Truyền thông, các sở, ban, ngành tỉnh;"),
        *("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"),
    ]


def test_a_bold_title_as_wide_as_the_page_is_no_part_of_the_plain_text_below():
    sheet = Sheet()
    title = "Phổ cập trí tuệ nhân tạo cho cán bộ, công chức, viên chức năm nay"
    sheet.put(85, 100, title, 13, bold=True)
    end = sheet.prose(116, LONG)
    sheet.prose(end + 20, OTHER)
    assert arranged(sheet)[:2] == [title, LONG]


def test_a_letter_that_a_browser_drew_of_the_next_page_is_left_out():
    one, two = Sheet(), Sheet()
    one.prose(70, LONG)
    one.put(250, 800, "Ổ", 13)
    two.centre(300, 70, "TỔ CHỨC THỰC HIỆN", 13, bold=True)
    two.prose(100, OTHER)
    assert arranged(one, two) == [LONG, "TỔ CHỨC THỰC HIỆN", OTHER]


def test_the_last_line_above_a_sign_off_stays_with_its_paragraph():
    sheet = Sheet()
    sheet.put(113, 70, "Cân đối ngân sách, hướng dẫn lập dự toán và thanh quyết toán theo đúng")
    sheet.put(85, 86, "quy định hiện hành.")
    sheet.put(85, 110, "Nơi nhận:")
    sheet.put(85, 124, "- Lưu: VT.", 10)
    sheet.centre(430, 110, "TM. ỦY BAN NHÂN DÂN")
    sheet.centre(430, 126, "CHỦ TỊCH")
    assert arranged(sheet)[0].endswith("theo đúng quy định hiện hành.")


def test_a_cell_over_rows_goes_on_over_the_page():
    first, second = Sheet(), Sheet()
    first.table(COLUMNS, 700, [HEADER, ("1", "Thuê", "Sở A", "10"), ("2", "Mua", "", "20")])
    first.rules = [rule for rule in first.rules if not rule.top == rule.bottom == 732]
    first.rules += [Rule(60, 732, 330, 732), Rule(440, 732, 540, 732)]
    second.table(COLUMNS, 60, [HEADER, ("3", "Bán", "", "30"), ("4", "Cho", "Sở B", "40")])
    (grid,) = grids(first, second)
    assert [(c.text, c.row, c.row_span) for c in grid.cells if c.column == 2] == [
        ("Chủ trì", 0, 1),
        ("Sở A", 1, 3),
        ("Sở B", 4, 1),
    ]


def test_pages_in_two_columns_are_read_column_by_column():
    sheet = Sheet()
    sheet.centre(315, 70, "BẢN TIN", bold=True)
    left = sheet.prose(100, LONG, 85, 300)
    sheet.prose(left, OTHER, 85, 300)
    right = sheet.prose(105, OTHER, 330, 545)
    sheet.prose(right, LONG, 330, 545)
    assert arranged(sheet) == ["BẢN TIN", LONG, OTHER, OTHER, LONG]


def test_rows_with_tab_stops_stay_rows():
    sheet = Sheet()
    for number, (name, office) in enumerate(
        [("Ông Lê A", "Trưởng ban;"), ("Bà Trần B", "Phó ban;"), ("Ông Võ C", "Ủy viên;")]
    ):
        sheet.put(85, 70 + 16 * number, f"{number + 1}. {name}")
        sheet.put(300, 70 + 16 * number, office)
    sheet.prose(140, LONG)
    assert arranged(sheet) == [
        *("1. Ông Lê A Trưởng ban;", "2. Bà Trần B Phó ban;", "3. Ông Võ C Ủy viên;"),
        LONG,
    ]


@pytest.mark.parametrize("indent", [0.0, 28.0])
def test_wrapped_lines_become_paragraphs(indent: float):
    sheet = Sheet()
    gap = 0 if indent else 8
    y = 70.0
    for text in (LONG, OTHER, "a) " + LONG, "- " + OTHER, "Ngắn."):
        y = sheet.prose(y, text, indent=indent) + gap
    assert arranged(sheet) == [LONG, OTHER, "a) " + LONG, "- " + OTHER, "Ngắn."]


def test_a_paragraph_goes_on_over_the_page():
    first, second = Sheet(), Sheet()
    y = first.prose(70, OTHER)
    first.prose(y, LONG)
    *_, last = first.texts
    first.texts.remove(last)
    second.put(85, 70, last.text)
    second.prose(86, OTHER)
    found = arrange([first.words(1), second.words(2)])
    assert [(part.text, part.page) for part in found if isinstance(part, Line)] == [
        (OTHER, 1),
        (LONG, 1),
        (OTHER, 2),
    ]


def test_letters_set_apart_are_words_again():
    sheet = Sheet()
    x = 240.0
    for word in ("KẾ", "HOẠCH"):
        for letter in word:
            sheet.put(x, 70, letter)
            x += 9
        x += 8
    sheet.prose(120, LONG)
    assert arranged(sheet) == ["KẾ HOẠCH", LONG]


def test_bold_is_that_of_whole_paragraphs():
    sheet = Sheet()
    sheet.put(113, 70, "I. MỤC TIÊU", bold=True)
    sheet.prose(86, LONG)
    found = [part for part in arrange([sheet.words()]) if isinstance(part, Line)]
    assert [(part.text, part.bold) for part in found] == [("I. MỤC TIÊU", True), (LONG, False)]


def test_a_broken_range_of_years_is_whole_again():
    sheet = Sheet()
    sheet.put(85, 70, "Kế hoạch phát triển chính quyền số và bảo đảm an toàn giai đoạn 2021-")
    sheet.put(85, 86, "2025 của tỉnh.")
    sheet.prose(120, LONG, indent=0)
    assert "giai đoạn 2021-2025 của tỉnh." in arranged(sheet)[0]


def heads(n_pages: int) -> list[Sheet]:
    sheets = []
    for number in range(1, n_pages + 1):
        sheet = Sheet()
        sheet.put(85, 40, f"{number}", 10)
        sheet.put(200, 40, f"CÔNG BÁO/Số {11 + number}/Ngày 05-3-2024", 10)
        sheet.prose(80, PROSE[number % 4])
        sheet.centre(297, 815, f"Bản in lần {number}", 9)
        sheets.append(sheet)
    return sheets


def test_running_heads_and_feet_are_dropped():
    assert arranged(*heads(4)) == [PROSE[number % 4] for number in range(1, 5)]


def test_a_gazettes_head_runs_on_a_lone_page_too():
    sheet = Sheet()
    sheet.put(100, 40, "CÔNG BÁO AN GIANG/Số 12+13/Ngày 05-3-2024", 10)
    sheet.put(500, 40, "7", 10)
    sheet.prose(80, PROSE[1])
    assert arranged(sheet) == [PROSE[1]]


def test_the_documents_number_with_the_pages_runs_on_one_page_too():
    first, second = Sheet(), Sheet()
    first.prose(80, PROSE[1])
    second.put(85, 40, "1175/KH-UBND 2", 10)
    second.prose(80, PROSE[2])
    assert arranged(first, second) == [PROSE[1], PROSE[2]]


def test_numbered_headings_at_the_top_of_pages_stay():
    sheets = [Sheet() for _ in range(4)]
    for number, sheet in enumerate(sheets):
        sheet.centre(315, 60, f"Phụ lục {number}")
        sheet.prose(100, PROSE[number])
    assert arranged(*sheets)[::2] == [f"Phụ lục {number}" for number in range(4)]


@pytest.mark.parametrize("shown", ["{}", "- {} -", "Trang {}/3", "{}/3"])
def test_page_numbers_are_dropped(shown: str):
    sheets = [Sheet() for _ in range(3)]
    for number, sheet in enumerate(sheets, start=1):
        sheet.prose(80, PROSE[number])
        sheet.centre(297, 40, shown.format(number))
    assert arranged(*sheets) == list(PROSE[1:])


def test_of_a_signature_stamp_only_the_time_is_kept_at_the_end():
    sheet = Sheet()
    letterhead(sheet)
    sheet.prose(220, LONG)
    for number, text in enumerate(
        [
            "Người ký: Ủy ban nhân dân tỉnh An Giang",
            "Email: ubnd@angiang.example",
            "Cơ quan: Tỉnh An Giang",
            "Thời gian ký: 15.01.2024 09:12:33 +07:00",
        ]
    ):
        sheet.put(430, 60 + 9 * number, text, 7)
    assert arranged(sheet) == [*LETTERHEAD, LONG, "Thời gian ký: 15.01.2024 09:12:33 +07:00"]


def noted(label: str, note: str) -> Sheet:
    sheet = Sheet()
    sheet.put(85, 70, "Toàn tỉnh có 350 hồ sơ")
    sheet.put(85 + 11.5 * 10.6, 65.5, label, 7)
    sheet.put(85 + 11.5 * 10.6 + 4, 70, ", được số hóa.")
    sheet.prose(100, LONG)
    sheet.rules.append(Rule(85, 760, 230, 760.5))
    sheet.put(85, 770, label, 6)
    sheet.put(92, 773, note, 9)
    sheet.put(85, 785, "của tỉnh.", 9)
    return sheet


def test_footnotes_stand_at_the_end_and_count_on():
    found = arranged(noted("1", "Theo báo cáo năm 2023"), noted("1", "Theo báo cáo năm 2024"))
    assert found == [
        *("Toàn tỉnh có 350 hồ sơ[1], được số hóa.", LONG),
        *("Toàn tỉnh có 350 hồ sơ[2], được số hóa.", LONG),
        *("[1] Theo báo cáo năm 2023 của tỉnh.", "[2] Theo báo cáo năm 2024 của tỉnh."),
    ]


COLUMNS = (60.0, 100.0, 330.0, 440.0, 540.0)
HEADER = ("TT", "Nội dung", "Chủ trì", "Kinh phí")


def test_a_ruled_table_is_a_grid_between_its_lines():
    sheet = Sheet()
    sheet.prose(70, LONG)
    end = sheet.table(COLUMNS, 130, [HEADER, ("1", "Thuê dịch vụ\nmáy chủ", "Sở Nội vụ", "1.250")])
    sheet.prose(end + 30, OTHER)
    found = arrange([sheet.words()])
    assert [type(part) for part in found] == [Line, Grid, Line]
    assert isinstance(found[1], Grid)
    assert rows(found[1]) == [list(HEADER), ["1", "Thuê dịch vụ máy chủ", "Sở Nội vụ", "1.250"]]
    assert found[1].row_pages == (1, 1)


def test_missing_lines_make_spans():
    sheet = Sheet()
    sheet.table((60, 100, 330, 440, 540), 100, [("TT", "Tên", "Vốn", ""), ("", "", "2024", "2025")])
    sheet.rules = [
        rule
        for rule in sheet.rules
        if not (rule.x0 == 440 and rule.x1 == 440) and not (rule.top == rule.bottom == 116)
    ]
    sheet.rules += [Rule(330, 116, 540, 116), Rule(440, 116, 440, 132)]
    (grid,) = grids(sheet)
    assert [(c.text, c.row_span, c.column_span) for c in grid.cells] == [
        *(("TT", 2, 1), ("Tên", 2, 1), ("Vốn", 1, 2), ("2024", 1, 1), ("2025", 1, 1)),
    ]


def test_items_in_a_cell_stay_lines():
    sheet = Sheet()
    cell = "- Văn phòng UBND tỉnh;\n- Các sở, ban,\nngành."
    sheet.table(COLUMNS, 100, [HEADER, ("1", cell, "", "")])
    assert rows(grids(sheet)[0])[1][1] == "- Văn phòng UBND tỉnh;\n- Các sở, ban, ngành."


def paged(repeat: bool) -> tuple[Sheet, Sheet]:
    first, second = Sheet(), Sheet()
    first.prose(70, LONG)
    first.table(
        COLUMNS, 700, [HEADER, ("1", "Thuê", "Sở A", "10"), ("2", "Nâng cấp cổng", "Sở B", "20")]
    )
    rest = [("", "dịch vụ công", "", ""), ("3", "Đào tạo", "Sở C", "30")]
    second.table(COLUMNS, 60, [HEADER, *rest] if repeat else rest)
    return first, second


@pytest.mark.parametrize("repeat", [True, False])
def test_a_table_over_two_pages_is_one(repeat: bool):
    (grid,) = grids(*paged(repeat))
    assert rows(grid) == [
        list(HEADER),
        ["1", "Thuê", "Sở A", "10"],
        ["2", "Nâng cấp cổng dịch vụ công", "Sở B", "20"],
        ["3", "Đào tạo", "Sở C", "30"],
    ]
    assert grid.row_pages == (1, 1, 1, 2)


def test_a_repeated_header_of_which_one_name_was_misread():
    first, second = Sheet(), Sheet()
    first.prose(70, LONG)
    first.table(COLUMNS, 700, [("STTL", *HEADER[1:]), ("1", "Thuê", "Sở A", "10")])
    second.table(COLUMNS, 60, [HEADER, ("2", "Đào tạo", "Sở C", "30")])
    (grid,) = grids(first, second)
    assert [row[0] for row in rows(grid)] == ["STTL", "1", "2"]


def test_another_header_begins_another_table():
    first, second = Sheet(), Sheet()
    first.table(COLUMNS, 700, [HEADER, ("1", "Thuê", "Sở A", "10")])
    second.table(COLUMNS, 60, [("TT", "Chỉ tiêu", "Đơn vị", "2024"), ("1", "Hồ sơ", "%", "90")])
    assert [grid.n_rows for grid in grids(first, second)] == [2, 2]


def test_page_numbers_between_do_not_part_a_table():
    first, second = paged(True)
    first.centre(297, 820, "1")
    second.centre(297, 40, "2")
    assert len(grids(first, second)) == 1


def test_a_table_without_outer_lines_is_closed():
    sheet = Sheet()
    sheet.table(COLUMNS, 100, [HEADER, ("1", "Thuê", "Sở A", "10")])
    sheet.rules = [r for r in sheet.rules if not (r.x0 == r.x1 and r.x0 in (60.0, 540.0))]
    assert rows(grids(sheet)[0]) == [list(HEADER), ["1", "Thuê", "Sở A", "10"]]


def test_underlines_and_a_box_around_text_are_no_tables():
    sheet = Sheet()
    sheet.prose(80, LONG)
    sheet.grid((70, 560), (60, 130))
    sheet.rules.append(Rule(200, 200, 300, 200))
    assert arranged(sheet) == [LONG]
    assert grids(sheet) == []


def test_a_letterhead_in_a_ruled_frame_is_no_table():
    sheet = Sheet()
    sheet.centre(170, 70, "UBND TỈNH AN GIANG")
    sheet.centre(415, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11)
    sheet.grid((60, 280, 550), (55, 80))
    sheet.prose(120, LONG)
    assert arranged(sheet) == ["UBND TỈNH AN GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", LONG]
    assert grids(sheet) == []


def laid_out(table: Sequence[Sequence[str]], xs: Sequence[float], step: float = 18) -> Sheet:
    """A page with the rows' cells at their places, a line of text in a cell for each "/"."""
    sheet = Sheet()
    top = 100.0
    for row in table:
        for x, cell in zip(xs, row, strict=True):
            for number, text in enumerate(cell.split("/")):
                if text:
                    sheet.put(x, top + 14 * number, text)
        top += step + 14 * max(cell.count("/") for cell in row)
    return sheet


def told(table: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[cell.replace("/", " ") for cell in row] for row in table]


NUMBERED = [("STT", "Nội dung", "Chủ trì", "Kinh phí")]
NUMBERED += [(str(n), f"Nhiệm vụ số {n}", "Sở Nội vụ", f"{n}00") for n in range(1, 5)]


def test_a_table_without_ruling_lines():
    (grid,) = grids(laid_out(NUMBERED, (60, 110, 300, 450)))
    assert rows(grid) == told(NUMBERED)


def test_two_columns_or_rows_without_names_are_no_borderless_table():
    assert grids(laid_out([row[:2] for row in NUMBERED], (60, 110))) == []
    assert grids(laid_out(NUMBERED[1:], (60, 110, 300, 450))) == []


def test_a_borderless_table_without_ordinals_has_wrapped_and_blank_cells():
    table = [
        ("Nguồn vốn", "Năm 2026", "Năm 2027"),
        ("Ngân sách tỉnh, trong đó có/nguồn sự nghiệp", "12,5", "8"),
        ("Xã hội hóa", "", "1,5"),
        ("Hỗ trợ có mục tiêu của/ngân sách trung ương", "3", ""),
    ]
    (grid,) = grids(laid_out(table, (60, 300, 420)))
    assert rows(grid) == told(table)


@pytest.mark.parametrize("step", [14, 22])
def test_rows_that_begin_at_their_ordinals(step: int):
    table = [
        ("TT", "Nhiệm vụ", "Chủ trì"),
        ("1", "Thuê dịch vụ giám sát/an toàn thông tin", "Sở Nội vụ"),
        ("2", "Đào tạo", "Ban Quản lý/các khu công nghiệp"),
        ("3", "Số hóa hồ sơ, kết quả/giải quyết thủ tục/hành chính", "Văn phòng"),
    ]
    (grid,) = grids(laid_out(table, (60, 110, 330), step))
    assert rows(grid) == told(table)


def test_a_group_between_the_rows_of_a_borderless_table():
    table = [NUMBERED[0], ("I", "HẠ TẦNG SỐ CỦA TỈNH, CÁC XÃ VÀ PHƯỜNG", "", ""), *NUMBERED[1:]]
    (grid,) = grids(laid_out(table, (60, 110, 300, 450)))
    assert rows(grid) == told(table)


def test_a_header_of_three_rows_without_ruling_lines():
    sheet = Sheet()
    sheet.centre(70, 118, "TT")
    sheet.centre(160, 118, "Nhiệm vụ")
    sheet.centre(385, 100, "Kinh phí")
    sheet.centre(300, 127, "Tổng")
    sheet.centre(430, 118, "Trong đó")
    sheet.centre(380, 136, "Trung ương")
    sheet.centre(480, 136, "Địa phương")
    for number in range(1, 4):
        top = 140 + 20 * number
        sheet.put(68, top, str(number))
        sheet.put(110, top, f"Nâng cấp hệ thống {number}")
        for x in (290, 370, 470):
            sheet.put(x, top, f"{number}50")
    (grid,) = grids(sheet)
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in grid.cells if cell.row < 3}
    assert spans == {
        "TT": (3, 1), "Nhiệm vụ": (3, 1), "Kinh phí": (1, 3), "Tổng": (2, 1), "Trong đó": (1, 2),
        "Trung ương": (1, 1), "Địa phương": (1, 1),
    }  # fmt: skip
    assert rows(grid)[3] == ["1", "Nâng cấp hệ thống 1", "150", "150", "150"]


@pytest.mark.parametrize("again", [True, False])
def test_a_borderless_table_goes_on_over_a_page_break(again: bool):
    more = [(str(n), f"Nhiệm vụ rất dài số {n}", "Sở Y tế", f"{n}.000") for n in range(5, 8)]
    first = laid_out(NUMBERED, (60, 110, 300, 450))
    second = laid_out([NUMBERED[0], *more] if again else more, (60, 110, 300, 450))
    (grid,) = grids(first, second)
    assert rows(grid) == told([*NUMBERED, *more])
    assert grid.row_pages == (1,) * 5 + (2,) * 3


def test_cells_centred_in_the_rows_of_a_borderless_table():
    sheet = Sheet()
    sheet.put(60, 100, "STT")
    sheet.put(110, 100, "Nội dung")
    sheet.put(425, 91, "Kinh phí")
    sheet.put(400, 109, "2026")
    sheet.put(480, 109, "2027")
    for number in range(1, 4):
        top = 100 + 44 * number
        sheet.put(110, top - 8, f"Nâng cấp hệ thống {number}")
        sheet.put(60, top, str(number))
        sheet.put(400, top, f"{number}00")
        sheet.put(480, top, f"{number}50")
        sheet.put(110, top + 8, "của các sở, ngành")
    sheet.put(110, 280, "Tổng cộng")
    sheet.put(400, 280, "600")
    sheet.put(480, 280, "750")
    sheet.put(80, 320, "IV. TỔ CHỨC THỰC HIỆN")
    (grid,) = grids(sheet)
    assert rows(grid)[-5:] == [
        ["2026", "2027"],
        ["1", "Nâng cấp hệ thống 1 của các sở, ngành", "100", "150"],
        ["2", "Nâng cấp hệ thống 2 của các sở, ngành", "200", "250"],
        ["3", "Nâng cấp hệ thống 3 của các sở, ngành", "300", "350"],
        ["", "Tổng cộng", "600", "750"],
    ]
    assert arranged(sheet)[-1] == "IV. TỔ CHỨC THỰC HIỆN"


def skewed(page: PageWords, degrees: float) -> PageWords:
    """The page as scanned askew, with boxes of ink instead of fonts."""
    slope = math.tan(math.radians(degrees))

    def moved(word: Word) -> Word:
        dy = word.x0 * slope
        return replace(word, top=word.top + dy, bottom=word.bottom + dy - 2, size=0)

    return replace(page, words=tuple(map(moved, page.words)), confidence=0.9)


@pytest.mark.parametrize("degrees", [-1.0, -0.5, 0.5, 1.0])
def test_skewed_scans_keep_their_lines(degrees: float):
    sheet = Sheet()
    letterhead(sheet)
    y = sheet.prose(220, LONG)
    sheet.prose(y, OTHER)
    assert lines(arrange([skewed(sheet.words(), degrees)])) == [*LETTERHEAD, LONG, OTHER]


PLACE = st.floats(-50, 900)
WORDS = st.builds(
    lambda text, x, y, width, size: Word(text, x, y, x + width, y + size, size=size),
    st.sampled_from(
        ["Sở", "TT", "1", "[1]", "CỘNG", "Độc", "Nơi", "-", "2021-", "Người", "ký:", "()"]
    ),
    PLACE,
    PLACE,
    st.floats(0, 300),
    st.floats(0, 60),
)
RULES = st.builds(
    lambda x, y, length, flat: Rule(x, y, x + length, y) if flat else Rule(x, y, x, y + length),
    *(st.integers(0, 10).map(lambda n: 50.0 * n), st.integers(0, 10).map(lambda n: 50.0 * n)),
    *(st.integers(1, 8).map(lambda n: 50.0 * n), st.booleans()),
)


def test_lines_that_all_run_across_are_no_table():
    same = [Word("Sở", 0.0, 0.0, 0.0, 0.0) for _ in range(3)]
    sized = [Word("Sở", x, 0.0, x, 1.0, size=1.0) for x in (2.0, 4.0)]
    more = [Word("CỘNG", 0.0, 0.0, 0.0, 1.0, size=1.0), Word("CỘNG", 0.0, 1.0, 0.0, 1.0)]
    page = PageWords(1, 595.0, 842.0, (*same, *sized, *more))
    assert not any(isinstance(part, Grid) for part in arrange([page]))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(WORDS, max_size=40), st.lists(RULES, max_size=20)),
        min_size=1,
        max_size=4,
    )
)
def test_any_pages_give_lines_and_sound_grids(drawn: list[tuple[list[Word], list[Rule]]]):
    pages = [
        PageWords(number, 595, 842, tuple(words), tuple(rules))
        for number, (words, rules) in enumerate(drawn, start=1)
    ]
    for part in arrange(pages):
        if isinstance(part, Line):
            assert part.text.strip()
            continue
        covered = [
            (row, column)
            for cell in part.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(covered) == len(set(covered))
        assert all(row < part.n_rows and column < part.n_columns for row, column in covered)
        assert len(part.row_pages) == part.n_rows


def test_crowded_pages_take_bounded_time():
    words = tuple(Word("x", i % 600, 100 + i % 7, i % 600 + 5, 110 + i % 7) for i in range(20_000))
    rules = tuple(Rule(10 + i % 50, i % 800, 500, i % 800 + 0.5) for i in range(3_000))
    started = time.monotonic()
    arrange([PageWords(1, 595, 842, words, rules)])
    assert time.monotonic() - started < 10
