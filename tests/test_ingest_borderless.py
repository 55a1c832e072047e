"""Tables without ruling lines whose layout tells little: by made-up pages."""

from collections.abc import Sequence

from pdf_files import Sheet

from ingest.lines import Grid
from ingest.readers.arrange import arrange


def grids(*sheets: Sheet) -> list[Grid]:
    parts = arrange([sheet.words(number) for number, sheet in enumerate(sheets, start=1)])
    return [part for part in parts if isinstance(part, Grid)]


def rows(grid: Grid) -> list[list[str]]:
    cells = {(cell.row, cell.column): cell.text for cell in grid.cells}
    return [
        [cells.get((row, column), "") for column in range(grid.n_columns)]
        for row in range(grid.n_rows)
    ]


def put_rows(
    sheet: Sheet, top: float, table: Sequence[Sequence[str]], xs: Sequence[float], step: float = 26
) -> float:
    """Each row's cells at `xs`, a cell's lines below each other; where the next row goes."""
    for row in table:
        height = 13 * max(cell.count("|") for cell in row)
        for x, cell in zip(xs, row, strict=True):
            for number, line in enumerate(cell.split("|") if cell else []):
                sheet.put(x, top + 13 * number, line)
        top += height + step
    return top


TASKS = [
    ("1", "Nâng cấp hệ thống họp", "Sở Nội vụ", "1.250"),
    ("2", "Đào tạo cán bộ cấp xã", "Sở Y tế", "640"),
    ("3", "Thuê đường truyền", "Văn phòng", "980"),
]
HEADER = ("TT", "Nhiệm vụ", "Chủ trì", "Kinh phí")
XS = (60, 100, 300, 430)


def test_a_header_alone_at_a_pages_foot_goes_above_its_rows():
    first, second = Sheet(), Sheet()
    end = first.prose(70, "Ủy ban nhân dân tỉnh An Giang giao nhiệm vụ như sau. " * 30)
    put_rows(first, end + 20, [HEADER], XS)
    put_rows(second, 80, TASKS, XS)
    (grid,) = grids(first, second)
    assert rows(grid) == [list(HEADER), *map(list, TASKS)]


def test_a_header_that_is_repeated_on_the_next_page_stays_where_it_is():
    first, second = Sheet(), Sheet()
    end = first.prose(70, "Ủy ban nhân dân tỉnh An Giang giao nhiệm vụ như sau. " * 30)
    put_rows(first, end + 20, [HEADER], XS)
    put_rows(second, 80, [HEADER, *TASKS], XS)
    assert rows(grids(first, second)[-1]) == [list(HEADER), *map(list, TASKS)]


def test_names_at_the_left_of_columns_of_numbers_at_the_right():
    sheet = Sheet()
    put_rows(sheet, 100, [("Nguồn vốn", "Năm 2025", "Năm 2026", "Cộng")], (60, 200, 320, 430))
    body = [("Ngân sách tỉnh", "20,4", "22,1", "42,5"), ("Ngân sách huyện", "12,5", "14", "26,5"),
            ("Nguồn xã hội hóa", "3", "4", "7")]  # fmt: skip
    put_rows(sheet, 126, body, (60, 285, 400, 490))
    (grid,) = grids(sheet)
    assert rows(grid) == [["Nguồn vốn", "Năm 2025", "Năm 2026", "Cộng"], *map(list, body)]


def test_dates_beside_words_do_not_tell_where_rows_begin():
    table = [
        ("Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
        ("Rà soát quy trình nội bộ|của các sở, ngành", "Văn phòng", "Quý II/2025"),
        ("Tổ chức ngày hội số", "Sở Nội vụ", "Tháng|10/2025"),
        ("Xây dựng kho học liệu|dùng chung", "Sở Y tế", "2025-2026"),
    ]
    sheet = Sheet()
    put_rows(sheet, 100, table, (60, 260, 420), 18)
    (grid,) = grids(sheet)
    assert rows(grid) == [[cell.replace("|", " ") for cell in row] for row in table]


def test_numbers_that_name_parts_of_a_header_are_no_row():
    sheet = Sheet()
    put_rows(sheet, 100, [("Chỉ tiêu", "Đơn vị", "Lộ trình", "")], (60, 260, 340, 460), 20)
    put_rows(sheet, 120, [("", "", "Giai đoạn", "Giai đoạn")], (60, 260, 340, 460), 14)
    put_rows(sheet, 134, [("", "", "1", "2")], (60, 260, 340, 460), 20)
    body = [("Hồ sơ trực tuyến", "%", "75", "95"), ("Trạm quan trắc", "trạm", "20", "40"),
            ("Văn bản ký số", "%", "88", "98")]  # fmt: skip
    put_rows(sheet, 160, body, (60, 260, 350, 470))
    (grid,) = grids(sheet)
    assert rows(grid)[-3:] == [list(row) for row in body]
    assert "1" in " ".join(rows(grid)[-4])


def test_a_row_of_texts_that_goes_on_in_small_letters_is_one_row():
    table = [
        ("Mốc", "Nội dung công việc", "Phụ trách"),
        ("Tháng|3/2026", "Khảo sát hiện trạng thiết bị tại|các xã, phường", "Sở Khoa học và|công nghệ"),
        ("Tháng|6/2026", "Lựa chọn nhà thầu, ký hợp đồng", "Văn phòng"),
        ("Quý|III/2026", "Lắp đặt, đào tạo và|vận hành thử", "Đơn vị trúng thầu"),
    ]  # fmt: skip
    sheet = Sheet()
    put_rows(sheet, 100, table, (60, 130, 400), 17)
    (grid,) = grids(sheet)
    assert len(rows(grid)) == 4
    assert rows(grid)[1][2] == "Sở Khoa học và công nghệ"


def test_a_table_goes_on_over_a_page_of_which_no_line_has_many_cells():
    first, second = Sheet(), Sheet()
    table = [("Nội dung chi", "2024", "2025"), ("Thuê dịch vụ", "3", "4"),
             ("Tập huấn", "1", "2"), ("Sao lưu dữ liệu", "5", "6")]  # fmt: skip
    put_rows(first, 200, table, (60, 330, 450))
    put_rows(second, 80, [("Chi khác", "", "7")], (60, 330, 450))
    second.put(60, 160, "2. Sản phẩm", 14, bold=True)
    second.prose(190, "Hoàn thành trước ngày 30 tháng 11 năm 2025. " * 6)
    (grid,) = grids(first, second)
    assert rows(grid)[-1] == ["Chi khác", "", "7"]
    assert len(rows(grid)) == 5
