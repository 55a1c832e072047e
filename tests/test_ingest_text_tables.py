"""Tables that plain text holds by tabs or bars."""

from ingest.lines import Grid, Line
from ingest.readers.text_tables import with_tables


def rows(grid: Grid) -> list[list[str]]:
    table = [[""] * grid.n_columns for _ in range(grid.n_rows)]
    for cell in grid.cells:
        table[cell.row][cell.column] = cell.text
    return table


def test_rows_with_tabs():
    found = with_tables(["Trước", "STT\tViệc\tVốn", "1\tMua máy\t5", "2\tThuê\t", "Sau"])
    assert [type(part) for part in found] == [Line, Grid, Line]
    assert rows(found[1]) == [["STT", "Việc", "Vốn"], ["1", "Mua máy", "5"], ["2", "Thuê", ""]]


def test_rows_with_bars_and_a_rule():
    [grid] = with_tables(["| STT | Việc |", "|-----|:----:|", "| 1 | Mua |", "| 2 | Bán |"])
    assert isinstance(grid, Grid) and grid.n_header == 1
    assert rows(grid) == [["STT", "Việc"], ["1", "Mua"], ["2", "Bán"]]


def test_a_letterhead_with_tabs_is_read_column_by_column():
    found = with_tables(
        [
            "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "TỈNH AN GIANG\tĐộc lập - Tự do - Hạnh phúc",
            "Số: 12/KH-UBND\tAn Giang, ngày 05 tháng 3 năm 2026",
            "KẾ HOẠCH",
        ]
    )
    assert [part.text for part in found if isinstance(part, Line)] == [
        *("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "Số: 12/KH-UBND"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *("An Giang, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH"),
    ]


def test_indented_prose_and_a_single_row_stay_lines():
    lines = ["\tThực hiện kế hoạch, các sở báo cáo.", "\tUBND tỉnh giao:", "1.\tMua máy", "a | b"]
    assert with_tables(lines) == [Line(text) for text in lines]


def test_a_numbered_list_with_tabs_is_no_table():
    lines = ["1.\tMua máy chủ", "2.\tThuê đường truyền", "a)\tĐào tạo"]
    assert with_tables(lines) == [Line(text) for text in lines]


def test_an_empty_text_has_no_parts():
    assert with_tables([]) == []


def test_numbers_of_any_mark_before_tabs_are_no_table():
    found = with_tables(["I-\tMỤC TIÊU", "1/-\tMục tiêu chung", "(1)\tDữ liệu nền", "•\tMột việc"])
    assert all(isinstance(part, Line) for part in found)
