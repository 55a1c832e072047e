"""Real tables of made-up shapes: merged headers, groups, totals, notes around the table."""

from decimal import Decimal

import pytest

from ingest.cleaning.blocks import to_blocks
from ingest.lines import Block, Grid, GridCell, Line, place
from ingest.plan import RowKind, Table
from ingest.structure.outline import Outline
from ingest.tables.typed import build_table


def grid(*rows: str, n_header: int | None = None, spans: dict[str, tuple[int, int]] | None = None):
    """A grid of rows with a bar between cells; "^" and "<" are covered from above or the left.

    `spans` gives a cell's (rows, columns) by its text.
    """
    cells = []
    table = [row.split("|") for row in rows]
    for r, texts in enumerate(table):
        for c, text in enumerate(texts):
            if text not in ("^", "<"):
                row_span, column_span = (spans or {}).get(text, (1, 1))
                cells.append(GridCell(r, c, text.replace("/", "\n"), row_span, column_span))
    return Grid(len(table), len(table[0]), tuple(cells), n_header)


def typed(*parts: Line | Grid) -> tuple[list[Table], str]:
    found = to_blocks(parts, paragraphs=True)
    blocks, text = place(list(found.blocks))
    outline = Outline((), (None,) * len(blocks), {})
    tables = [build_table(i, raw, blocks, (), outline) for i, raw in enumerate(found.tables)]
    return [table for table in tables if table], text


def rows_of(table: Table) -> list[tuple[RowKind, tuple[object, ...]]]:
    return [(row.kind, row.cells) for row in table.rows]


def test_a_plain_table():
    [table], text = typed(grid("STT|Nhiệm vụ|Kinh phí", "1|Mua máy|1.250,5", "2|Đào tạo|"))
    assert table.columns == ("STT", "Nhiệm vụ", "Kinh phí")
    assert [row.cells for row in table.rows] == [
        ("1", "Mua máy", Decimal("1250.5")),
        ("2", "Đào tạo", None),
    ]
    assert text == "STT\nNhiệm vụ\nKinh phí\n1\nMua máy\n1.250,5\n2\nĐào tạo"
    assert text[table.rows[1].start : table.rows[1].end] == "2\nĐào tạo"


def test_a_spanning_header_is_merged_into_its_columns():
    spans = {"STT": (2, 1), "Nhiệm vụ": (2, 1), "Nhu cầu vốn": (1, 2)}
    [table], _ = typed(
        grid("STT|Nhiệm vụ|Nhu cầu vốn|<", "^|^|2026|2027", "1|Mua|5|6", "2|Thuê|7|8", spans=spans)
    )
    assert table.columns == ("STT", "Nhiệm vụ", "Nhu cầu vốn: 2026", "Nhu cầu vốn: 2027")
    assert table.rows[0].cells == ("1", "Mua", Decimal(5), Decimal(6))


def test_a_header_of_two_rows_without_merged_cells():
    [table], _ = typed(grid("STT|Việc|Kinh phí|", "||2026|2027", "1|Mua|5|6", "2|Thuê|7|8"))
    assert table.columns == ("STT", "Việc", "Kinh phí: 2026", "Kinh phí: 2027")


def test_a_header_of_three_rows():
    spans = {"TT": (3, 1), "Việc": (3, 1), "Kinh phí": (1, 3), "Tổng": (2, 1), "Trong đó": (1, 2)}
    [table], _ = typed(
        grid(
            "TT|Việc|Kinh phí|<|<",
            "^|^|Tổng|Trong đó|<",
            "^|^|^|Trung ương|Địa phương",
            "1|Mua|9|4|5",
            spans=spans,
        )
    )
    assert table.columns[2:] == (
        "Kinh phí: Tổng",
        "Kinh phí: Trong đó: Trung ương",
        "Kinh phí: Trong đó: Địa phương",
    )


def test_groups_totals_and_column_numbers():
    [table], text = typed(
        grid(
            "STT|Nội dung|Dự toán",
            "(1)|(2)|(3)",
            "I|Hạ tầng|30",
            "1|Máy chủ|10",
            "2|Đường truyền|20",
            "II|Dữ liệu|5",
            "1|Số hóa|5",
            "|Tổng cộng (I+II)|35",
        )
    )
    assert [(row.kind, row.group) for row in table.rows] == [
        (RowKind.GROUP, None),
        (RowKind.DATA, "I. Hạ tầng"),
        (RowKind.DATA, "I. Hạ tầng"),
        (RowKind.GROUP, None),
        (RowKind.DATA, "II. Dữ liệu"),
        (RowKind.TOTAL, None),
    ]
    assert table.rows[-1].cells == (None, "Tổng cộng (I+II)", Decimal(35))
    assert "(1)\n(2)\n(3)" in text


def test_a_group_in_one_cell_over_the_whole_row():
    spans = {"NHÓM HẠ TẦNG": (1, 3)}
    [table], _ = typed(
        grid("Tên|Đơn vị|Vốn", "NHÓM HẠ TẦNG|<|<", "Mạng|Sở A|5", "Điện|Sở B|6", spans=spans)
    )
    assert [(row.kind, row.group, row.cells) for row in table.rows] == [
        (RowKind.GROUP, None, ("NHÓM HẠ TẦNG", None, None)),
        (RowKind.DATA, "NHÓM HẠ TẦNG", ("Mạng", "Sở A", Decimal(5))),
        (RowKind.DATA, "NHÓM HẠ TẦNG", ("Điện", "Sở B", Decimal(6))),
    ]


def test_a_cell_that_reaches_down_fills_each_row_and_stands_in_the_text_once():
    [table], text = typed(
        grid("STT|Việc|Chủ trì", "1|Mua|Sở A", "2|Thuê|^", "3|Bán|Sở B", spans={"Sở A": (2, 1)})
    )
    assert [row.cells[2] for row in table.rows] == ["Sở A", "Sở A", "Sở B"]
    assert text.count("Sở A") == 1
    assert text[table.rows[1].start : table.rows[1].end] == "2\nThuê"


def test_a_cell_of_several_paragraphs():
    [table], _ = typed(grid("STT|Việc|Vốn", "1|Gồm:/- Mua/- Thuê|5", "2|Bán|6"))
    assert table.rows[0].cells[1] == "Gồm:\n- Mua\n- Thuê"


def test_captions_above_and_notes_below_inside_of_the_frame_are_lines():
    spans = {"DANH MỤC DỰ ÁN": (1, 3), "Ghi chú: số làm tròn.": (1, 3)}
    found = to_blocks(
        [
            grid(
                "DANH MỤC DỰ ÁN|<|<",
                "STT|Tên|Vốn",
                "1|A|5",
                "2|B|6",
                "Ghi chú: số làm tròn.|<|<",
                spans=spans,
            )
        ],
        paragraphs=True,
    )
    [table] = found.tables
    assert found.blocks[0].text == "DANH MỤC DỰ ÁN" and table.start == 1
    assert found.blocks[table.end].text == "Ghi chú: số làm tròn."
    assert table.columns == ("STT", "Tên", "Vốn")


def test_a_table_that_goes_on_behind_a_break_is_one():
    first = grid("STT|Tên|Vốn", "1|A|5", "2|B|6")
    repeated = grid("STT|Tên|Vốn", "3|C|7")
    headless = grid("4|D|8", "5|E|9")
    [table], _ = typed(first, Line(""), repeated, headless)
    assert [row.label for row in table.rows] == ["1", "2", "3", "4", "5"]


def test_another_table_behind_it_is_its_own():
    tables, _ = typed(grid("STT|Tên|Vốn", "1|A|5"), grid("STT|Việc|Ngày", "1|B|6"))
    assert [table.columns for table in tables] == [("STT", "Tên", "Vốn"), ("STT", "Việc", "Ngày")]


def test_blank_rows_and_columns_are_left_out():
    [table], _ = typed(grid("STT||Tên|Vốn", "|||", "1||A|5", "2||B|6"))
    assert table.columns == ("STT", "Tên", "Vốn")
    assert len(table.rows) == 2


@pytest.mark.parametrize("rows", [["Một ô"], ["A", "B"], ["|", "|"]])
def test_what_is_no_table_stays_lines(rows):
    tables, text = typed(Line("Trước"), grid(*rows), Line("Sau"))
    assert tables == []
    assert text.split("\n") == ["Trước", *(cell for cell in rows if cell.strip("|")), "Sau"]


def test_an_amount_in_text_columns_stays_text_and_numbers_are_typed():
    [table], _ = typed(
        grid("STT|Chỉ tiêu|Năm 2026", "1|Hồ sơ trực tuyến|80%", "2|Máy chủ|25", "3|Trạm|1.200")
    )
    assert [row.cells[2] for row in table.rows] == ["80%", Decimal(25), Decimal(1200)]


def test_blocks_of_a_grid_carry_their_pages():
    paged = Grid(2, 2, tuple(grid("STT|Tên", "1|A").cells), row_pages=(3, 4))
    blocks = to_blocks([paged], paragraphs=True).blocks
    assert [(block.text, block.page) for block in blocks] == [
        ("STT", 3),
        ("Tên", 3),
        ("1", 4),
        ("A", 4),
    ]
    assert isinstance(blocks[0], Block)
