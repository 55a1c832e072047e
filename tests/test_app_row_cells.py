"""What is said of a row cell by cell."""

from decimal import Decimal

import pytest

from app.proving.row_cells import misread
from ingest.plan import Row, RowKind, Table

COLUMNS = (
    "Sản phẩm",
    "Tên dự án",
    "Tổng mức đầu tư",
    "Nhu cầu vốn: Năm 2023",
    "Nhu cầu vốn: 2024",
    "2025",
)
CELLS = ("08 phòng họp", "Mạng nội bộ", Decimal(9000), Decimal(5000), Decimal(4000), None)
ROW = Row(RowKind.DATA, "1", None, CELLS, 0, 10)
TABLE = Table(0, None, "Danh mục", "triệu đồng", COLUMNS, (ROW,), 0, 10)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Mạng nội bộ (Tổng mức đầu tư: 9.000 triệu đồng; năm 2023: 5.000)", ""),
        ("năm 2023: 5.000 triệu đồng, năm 2024: 4.000 triệu đồng; để trống: 2025", ""),
        ("năm 2023: 4.000 triệu đồng", "năm 2023"),
        ("năm 2025: 5.000 triệu đồng", "năm 2025"),
        ("Tổng mức đầu tư: 5.000 triệu đồng", "tổng mức đầu tư"),
        ("để trống: 2024, 2025", "năm 2024"),
        ("để trống: 2026", ""),
        ("Sản phẩm: 08 phòng họp", ""),
        ("năm 2023 bố trí 4.000", ""),
    ],
)
def test_numbers_behind_a_head_are_its_cells(text: str, head: str) -> None:
    assert misread(text, TABLE, ROW) == head
