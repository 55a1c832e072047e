"""Flattened tables of made-up shapes: columns, blanks, totals, cells of several paragraphs."""

from decimal import Decimal

import pytest

from ingest.lines import Block, place
from ingest.plan import RowKind, Table
from ingest.structure.outline import Outline
from ingest.tables.flattened import find_flattened
from ingest.tables.typed import build_table, column_names


def tables(first: str, *others: str) -> list[Table]:
    """The tables of cells, given one by one or as one line with a bar between them."""
    cells = (first, *others) if others else first.split("|")
    blocks, _ = place([Block(cell) for cell in cells])
    outline = Outline((), (None,) * len(blocks), {})
    found = [
        build_table(i, raw, blocks, (), outline) for i, raw in enumerate(find_flattened(blocks, 0))
    ]
    return [table for table in found if table]


def test_a_plain_table_of_texts():
    [table] = tables("TT", "Việc", "Đơn vị", "1", "Làm", "Sở A", "2", "Xem", "", "Hết.")
    assert table.columns == ("TT", "Việc", "Đơn vị")
    assert [row.cells for row in table.rows] == [("1", "Làm", "Sở A"), ("2", "Xem", None)]
    assert table.unit == "" and table.caption == ""


def test_numbers_that_look_like_ordinals():
    [table] = tables("STT|Việc|Số|Năm|1|A|2|3|2|B|3|4|3|C|4|5")
    assert [row.cells for row in table.rows] == [
        ("1", "A", Decimal(2), Decimal(3)),
        ("2", "B", Decimal(3), Decimal(4)),
        ("3", "C", Decimal(4), Decimal(5)),
    ]


def test_groups_restart_the_count_and_name_their_rows():
    [table] = tables(
        *("TT", "Việc", "Tiền", "A", "Nhóm một", "", "1", "a", "5", "2", "b", "6"),
        *("B", "Nhóm hai", "", "1", "c", "7", "Tổng cộng", "18"),
    )
    assert [(row.kind, row.label, row.group) for row in table.rows] == [
        (RowKind.GROUP, "A", None),
        (RowKind.DATA, "1", "A. Nhóm một"),
        (RowKind.DATA, "2", "A. Nhóm một"),
        (RowKind.GROUP, "B", None),
        (RowKind.DATA, "1", "B. Nhóm hai"),
        (RowKind.TOTAL, "Tổng cộng", None),
    ]
    assert table.rows[-1].cells == (None, "Tổng cộng", Decimal(18))


def test_several_paragraphs_go_to_their_cell():
    [table] = tables(
        *(
            "TT",
            "Tên",
            "Nội dung",
            "Vốn",
            "1",
            "Dự án",
            "Gồm:",
            "- Mua máy;",
            "- Thuê đường.",
            "10",
        ),
        *("2", "Đề án", "Một ý.", "Hai ý.", "20", "3", "Khác", "Ý.", "30"),
    )
    assert [row.cells[2] for row in table.rows] == [
        "Gồm:\n- Mua máy;\n- Thuê đường.",
        "Một ý.\nHai ý.",
        "Ý.",
    ]
    assert [row.cells[3] for row in table.rows] == [Decimal(10), Decimal(20), Decimal(30)]


def test_unit_and_caption_stand_above():
    [table] = tables(
        *("Biểu 2: Kinh phí", "Đơn vị tính: nghìn đồng.", "TT", "Việc", "Vốn", "1", "a", "1.000"),
        *("2", "b", "2.500"),
    )
    assert (table.caption, table.unit) == ("Biểu 2: Kinh phí", "nghìn đồng")
    assert table.rows[1].cells[2] == Decimal(2500)


def test_a_line_of_column_numbers_is_no_row():
    [table] = tables("TT|Việc|Vốn|1|2|3|1|a|10|2|b|20")
    assert [row.cells for row in table.rows] == [("1", "a", Decimal(10)), ("2", "b", Decimal(20))]


def test_the_next_part_ends_the_table():
    [table] = tables("TT|Việc|1|a|2|b|Phần II|1|c|2|d")
    assert [row.cells for row in table.rows] == [("1", "a"), ("2", "b")]


@pytest.mark.parametrize(
    "cells", [("TT",), ("TT", "Việc"), ("TT", "Việc", "1"), ("STT", "", "1", "2")]
)
def test_no_table(cells):
    assert tables(*cells) == []


def test_column_names():
    text, number = False, True
    plain = column_names(["TT", "A"], 2, [text, text])
    spanned = column_names(["TT", "Tên", "Vốn", "2021", "2022"], 4, [text, text, number, number])
    two = column_names(
        ["TT", "Giao", "Đạt", "2021", "2022", "2021", "2022"],
        5,
        [text, number, number, number, number],
    )
    assert plain == ["TT", "A"]
    assert spanned == ["TT", "Tên", "Vốn: 2021", "Vốn: 2022"]
    assert two == ["TT", "Giao: 2021", "Giao: 2022", "Đạt: 2021", "Đạt: 2022"]
    assert column_names(["TT", "A", "B"], 5, [text] * 5) is None
    assert column_names(["TT", "A", "B", "C"], 3, [text] * 3) is None


def test_subtotals_do_not_end_the_table():
    [table] = tables(
        "TT|Việc|Vốn|I|Một||1|a|5|2|b|6|Cộng|11|II|Hai||1|c|7|2|d|8|Cộng|15|Tổng số|26"
    )
    assert [row.cells[2] for row in table.rows if row.kind is RowKind.TOTAL] == [
        Decimal(11),
        Decimal(15),
        Decimal(26),
    ]
    assert sum(row.kind is RowKind.DATA for row in table.rows) == 4


def test_a_table_without_ordinals_below_its_unit():
    [table] = tables(
        *("Đơn vị: tỷ đồng", "Nội dung", "Quý I", "Quý II", "Cả năm", "Mua", "1,5", "2", "3,5"),
        *("Thuê", "", "1", "1", "Tổng cộng", "1,5", "3", "4,5", "Đoạn văn sau bảng."),
    )
    assert table.columns == ("Nội dung", "Quý I", "Quý II", "Cả năm")
    assert [(row.kind, row.cells) for row in table.rows] == [
        (RowKind.DATA, ("Mua", Decimal("1.5"), Decimal(2), Decimal("3.5"))),
        (RowKind.DATA, ("Thuê", None, Decimal(1), Decimal(1))),
        (RowKind.TOTAL, ("Tổng cộng", Decimal("1.5"), Decimal(3), Decimal("4.5"))),
    ]
    assert table.unit == "tỷ đồng"


def test_a_group_whose_name_spans_the_row_and_ordinals_with_a_zero():
    [table] = tables(
        *("TT", "Việc", "Tiền", "A", "Nhóm một", "01", "a", "5", "02", "b", "6", "B", "Nhóm hai"),
        *("01", "c", "7", "02", "d", "8", "Tổng cộng", "26"),
    )
    assert [(row.kind, row.label, row.group) for row in table.rows][:3] == [
        (RowKind.GROUP, "A", None),
        (RowKind.DATA, "01", "A. Nhóm một"),
        (RowKind.DATA, "02", "A. Nhóm một"),
    ]
    assert [row.label for row in table.rows][3:] == ["B", "01", "02", "Tổng cộng"]
