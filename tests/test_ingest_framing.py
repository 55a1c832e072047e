"""Layout tables are told from data tables, and read in the order a person reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.lines import Grid, GridCell, Line
from ingest.readers.framing import is_layout, unfold


def grid(*rows: tuple[str, ...], n_header: int | None = None, pages: tuple[int, ...] = ()) -> Grid:
    """A grid of equally wide rows; "<" lets the cell to the left span further."""
    cells = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text != "<":
                rest = texts[column + 1 :]
                span = 1 + next((i for i, t in enumerate(rest) if t != "<"), len(rest))
                cells.append(GridCell(row, column, text, column_span=span))
    return Grid(len(rows), len(rows[0]), tuple(cells), n_header, pages)


MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
LETTERHEAD = grid(
    ("ỦY BAN NHÂN DÂN\nTỈNH AN GIANG", MOTTO),
    ("Số: 12/KH-UBND", "An Giang, ngày 05 tháng 3 năm 2024"),
)
SIGN_OFF = grid(
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A")
)
LAYOUTS = {
    "letterhead": LETTERHEAD,
    "letterhead with a spacer": grid(("UBND TỈNH AN GIANG", "", MOTTO)),
    "letterhead of the Party": grid(("TỈNH ỦY AN GIANG\n*", "ĐẢNG CỘNG SẢN VIỆT NAM")),
    "letterhead and title": grid(("UBND", MOTTO), ("KẾ HOẠCH", "<"), ("Số: 1", "An Giang")),
    "sign-off": SIGN_OFF,
    "sign-off in rows": grid(("", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"), ("Nơi nhận: ", ""), ("", "Lê B")),
    "offices": grid(("NGƯỜI LẬP BIỂU", "GIÁM ĐỐC"), ("Trần Thị B", "Lê Văn C")),
    "one cell": grid(("Kế hoạch gồm 03 phần.\nPhần I",)),
    "one column": grid(("Thực hiện chỉ đạo của Chính phủ, tỉnh đặt ra:",), ("Mục tiêu chung.",)),
    "one column beside a blank one": grid(("", "Căn cứ Luật"), ("", "Theo đề nghị")),
    "two boxes": grid(("UBND TỈNH AN GIANG", "Phụ lục I\nDANH MỤC NHIỆM VỤ")),
    "nothing": grid(("", " "), ("", "")),
}
TABLES = {
    "ordinals": grid(("STT", "Nhiệm vụ", "Chủ trì"), ("1", "Thuê máy chủ", "Sở Nội vụ")),
    "ordinals in two columns": grid(("TT", "Nhiệm vụ"), ("1", "Thuê máy chủ")),
    "no ordinals": grid(("Nhiệm vụ", "Chủ trì"), ("Thuê máy chủ", "Sở Nội vụ")),
    "marked header": grid(("Nơi nhận", "Số bản"), ("Sở Nội vụ", "02"), n_header=1),
    "one row of a table": grid(("3", "Nâng cấp cổng dữ liệu")),
    "one row with an amount": grid(("Tổng cộng", "12.450")),
    "one row of three": grid(("Nhiệm vụ", "Chủ trì", "Phối hợp")),
    "recipients as a column's text": grid(
        *(("Báo cáo", "Nơi nhận văn bản điện tử"), ("Quý", "Văn phòng UBND"))
    ),
    "long with a motto": grid(*[("Khẩu hiệu", MOTTO)] * 20),
    "offices among data": grid(("Chức danh", "Số lượng"), ("CHỦ TỊCH", "1")),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    assert is_layout(LAYOUTS[name])


@pytest.mark.parametrize("name", TABLES)
def test_no_layout(name: str) -> None:
    assert not is_layout(TABLES[name])


def texts(of: Grid) -> list[str]:
    return [line.text for line in unfold(of)]


def test_letterhead_of_two_rows_reads_by_columns() -> None:
    assert texts(LETTERHEAD) == [
        *("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "Số: 12/KH-UBND"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        "An Giang, ngày 05 tháng 3 năm 2024",
    ]


def test_a_cell_over_the_whole_width_parts_the_columns() -> None:
    assert texts(LAYOUTS["letterhead and title"]) == [
        *("UBND", *MOTTO.split("\n"), "KẾ HOẠCH", "Số: 1", "An Giang")
    ]


def test_sign_off_reads_recipients_then_signature() -> None:
    assert texts(SIGN_OFF) == [
        *("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
        *("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"),
    ]
    assert texts(LAYOUTS["sign-off in rows"]) == [
        *("Nơi nhận: ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê B")
    ]


def test_pages_and_bold_are_kept() -> None:
    two = Grid(2, 1, (GridCell(0, 0, "A", bold=True), GridCell(1, 0, "B")), None, (3, 4))
    assert unfold(two) == [Line("A", 3, True), Line("B", 4)]


@given(
    st.lists(
        st.tuples(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20)), min_size=1
    )
)
def test_no_paragraph_is_lost(rows: list[tuple[str, ...]]) -> None:
    cells = tuple(GridCell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    found = texts(Grid(len(rows), 3, cells))
    written = [p for row in rows for text in row for p in text.split("\n") if p.strip()]
    assert sorted(found) == sorted(written)
