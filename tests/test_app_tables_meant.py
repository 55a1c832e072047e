"""Which table, row or cell a question means where several could be meant."""

from dataclasses import replace

import pytest
from fakes import make_plan
from test_app_tables import row
from test_app_tables_answers import coverage, of_holders

from app.reading.material import Material
from app.tabular.asking import Operation, ask_of
from app.tabular.cells_said import cells_named
from app.tabular.naming import columns_named
from app.tabular.rows_meant import rows_meant
from app.tabular.tables_meant import table_meant
from app.understanding.question import understand
from ingest.plan import Plan, Table

TARGETS = Table(
    0, None, "Biểu chỉ tiêu", "", ("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2024"),
    (row("1", "1", "Hồ sơ trực tuyến cấp xã", "%", 45), row("2", "2", "Điểm cầu", "điểm", 12)), 0, 1,
)  # fmt: skip
DISTRICTS = Table(
    1, None, "Chỉ tiêu giao", "",
    ("TT", "Đơn vị cấp huyện", "Tỷ lệ hồ sơ trực tuyến 2023 (%)", "Máy tính thay mới"),
    (row("1", "1", "Thành phố An Giang", 66, 38), row("2", "2", "Huyện Tri Tôn", 42, 86)), 0, 1,
)  # fmt: skip
WORKS = Table(
    2, None, "Danh mục", "triệu đồng", ("TT", "Dự án", "Nguồn vốn", "Kết quả", "Tổng mức"),
    (
        row("1", "1", "Kho dữ liệu", "ĐTPT", "Đạt", 18),
        row("2", "2", "Học bạ số", "SN", "Chưa đạt", 12),
        row("3", "3", "Trạm đo", "NSTW", "Vượt", 9),
    ),
    0, 1,
)  # fmt: skip


def plan() -> Plan:
    made = make_plan("angiang", ["Chỉ tiêu giao cho các huyện."])
    return replace(made, tables=(TARGETS, DISTRICTS))


def material(question: str) -> Material:
    held = plan()
    return Material(understand(f"{question} (An Giang)", [held]), (held,), coverage)


@pytest.mark.parametrize(
    ("question", "caption"),
    [
        ("Chỉ tiêu hồ sơ trực tuyến giao cho Huyện Tri Tôn?", "Chỉ tiêu giao"),
        ("Huyện nào có tỷ lệ hồ sơ trực tuyến thấp nhất?", "Chỉ tiêu giao"),
        ("Chỉ tiêu điểm cầu là bao nhiêu?", "Biểu chỉ tiêu"),
    ],
)
def test_the_table_of_the_places_that_are_meant(question: str, caption: str) -> None:
    asked = material(question)
    assert table_meant(asked, asked.plans[0]).caption == caption


def test_the_province_that_is_asked_about_is_not_its_town() -> None:
    asked = material("Tỷ lệ hồ sơ trực tuyến của An Giang")
    ask = ask_of(asked.question.standalone)
    names = [match.row.cells[1] for match in rows_meant(asked, plan(), ask, DISTRICTS)]
    assert "Thành phố An Giang" not in names


def test_a_column_of_a_year_is_named_by_its_own_words() -> None:
    assert columns_named(DISTRICTS, "tỷ lệ hồ sơ trực tuyến thấp nhất", coverage) == (2,)
    assert columns_named(TARGETS, "năm nào thấp nhất", coverage) == ()


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("dự án dùng vốn đầu tư phát triển", ((2, "ĐTPT"),)),
        ("dự án từ nguồn vốn sự nghiệp", ((2, "SN"),)),
        ("số người dùng sau này", ()),
        ("dự án nào không đạt", ((3, "Chưa đạt"),)),
        ("dự án nào đạt", ((3, "Đạt"),)),
        ("dự án nào chưa vượt", ()),
    ],
)
def test_cells_are_said_in_full_and_denied(
    question: str, cells: tuple[tuple[int, str], ...]
) -> None:
    assert cells_named(WORKS, question, coverage) == cells


def test_both_ends_of_an_order_are_told() -> None:
    told = of_holders("Huyện nào được thay máy tính mới nhiều nhất, ít nhất?")
    assert "Huyện An Phú" in told
    assert "Thị xã Tân Châu" in told


def test_a_number_is_no_comparison() -> None:
    assert ask_of("Số vốn đã bố trí?").operation is Operation.LOOKUP
    assert ask_of("So vốn năm 2022 với năm 2023?").operation is Operation.GAP
