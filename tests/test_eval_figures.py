from decimal import Decimal

import fakes_eval as fakes
import pytest

from app.answer import Answer, ComparisonCell, ComparisonRow, ComparisonTable, Statement, Status
from eval.measures.figures import count_figures, ungrounded
from eval.measures.notation import Figure, read_figures, scale

ROW_A = "1 Số hóa hồ sơ Sở A 5.000 3.000"
ROW_B = "2 Xây cổng dữ liệu Sở B 1.000 500"


@pytest.mark.parametrize(
    ("text", "amount", "is_percent"),
    [
        ("34,05 tỷ đồng", "34050000000", False),
        ("34.050 triệu đồng", "34050000000", False),
        ("1.501,713 tỷ", "1501713000000", False),
        ("1.501.713 triệu", "1501713000000", False),
        ("1,5 nghìn tỷ", "1500000000000", False),
        ("02", "2", False),
        ("95.63 %", "95.63", True),
        ("17,39%", "17.39", True),
        ("1,234,567", "1234567", False),
    ],
)
def test_amounts_are_equal_whatever_their_notation(text, amount, is_percent):
    assert [figure for _, figure in read_figures(text)] == [Figure(Decimal(amount), is_percent)]


def test_every_number_of_a_text_is_read_once():
    assert [raw for raw, _ in read_figures("2016-2020:100 tỷ, xã 39/2.065; DVC1, IPv6.")] == [
        "2016", "2020", "100 tỷ", "39", "2.065",
    ]  # fmt: skip


def test_scale_of_a_table_unit():
    assert [scale(unit) for unit in ("triệu đồng", "nghìn tỷ", "%", "")] == [10**6, 10**12, 1, 1]


def written(given):
    return [one.written for one in ungrounded(fakes.case(given))]


@pytest.mark.parametrize(
    ("text", "cited", "expected"),
    [
        ("Có 120 trạm.", ("Toàn tỉnh có 120 trạm phát sóng.",), []),
        ("Có 121 trạm.", ("Toàn tỉnh có 120 trạm phát sóng.",), ["121"]),
        ("Cần 34.050 triệu đồng.", ("Kinh phí 34,05 tỷ đồng.",), []),
        ("Cần 34,05 triệu đồng.", ("Kinh phí 34,05 tỷ đồng.",), ["34,05 triệu"]),
        ("Đạt 120%.", ("Toàn tỉnh có 120 trạm phát sóng.",), ["120%"]),
        ("Cung cấp 333 DVC.", ("Cung cấp 333 DVC1 mức độ 3.",), []),
        # A document's name is no claim, but its parts prove nothing else.
        ("Kế hoạch 12/KH-UBND ngày 20/10/2021: 120 trạm.", ("Toàn tỉnh có 120 trạm",), []),
        ("Kế hoạch 12/KH-UBND không nêu.", (), []),
        ("Có 12 trạm năm 2021.", ("Toàn tỉnh có 120 trạm",), ["12", "2021"]),
        # The row's cells carry the unit of their table; its columns name the years.
        ("Năm 2023 cần 5 tỷ đồng, năm 2024 cần 3.000 triệu đồng.", (ROW_A,), []),
        ("Tổng của hàng là 8.000: 5.000 và 3.000.", (ROW_A,), []),
        ("Năm 2025 cần 5 tỷ đồng.", (ROW_A,), ["2025"]),
        # Sums of a column over the rows cited, and their number.
        ("Hai năm của 2 dự án: 6 tỷ đồng và 3.500 triệu đồng.", (ROW_A, ROW_B), []),
        ("Tổng 6 tỷ đồng.", (ROW_A,), ["6 tỷ"]),
    ],
)
def test_a_figure_stands_in_its_own_citations(text, cited, expected):
    citations = [fakes.cite(part, i) for i, part in enumerate(cited, start=1)]
    assert written(fakes.answer(text, *citations)) == expected


def test_another_statement_s_citation_proves_nothing():
    stations, money = fakes.cite("Toàn tỉnh có 120 trạm", 1), fakes.cite("Kinh phí 34,05 tỷ", 2)
    given = Answer(
        Status.ANSWERED,
        (Statement("Có 120 trạm.", (2,)), Statement("Cần 34,05 tỷ.", (2,)), Statement("Có 120.")),
        (stations, money),
    )
    found = ungrounded(fakes.case(given))
    assert [(one.written, one.claim) for one in found] == [
        ("120", "Có 120 trạm."),
        ("120", "Có 120."),
    ]
    assert count_figures(fakes.case(given)) == 3


def test_a_bullet_without_markers_is_proved_by_its_lead():
    given = Answer(
        Status.ANSWERED,
        (
            Statement("Có 2 ý:", (1,)),
            Statement("120 trạm", bullet=True),
            Statement("7 trạm", bullet=True),
        ),
        (fakes.cite("Toàn tỉnh có 120 trạm"),),
    )
    assert [one.written for one in ungrounded(fakes.case(given))] == ["7"]


def test_a_cell_is_judged_by_its_own_markers_and_a_difference_follows():
    stations, money = fakes.cite("Toàn tỉnh có 120 trạm", 1), fakes.cite("Cung cấp 333 DVC1", 2)
    rows = (
        ComparisonRow("Tỉnh A", (ComparisonCell("120", (1,)),)),
        ComparisonRow("Tỉnh B", (ComparisonCell("333", (1,)),)),
    )
    given = Answer(
        Status.ANSWERED,
        (Statement("Hơn 213 (333 − 120).", (1, 2)), Statement("Hơn 214 (333 − 120).", (1, 2))),
        (stations, money),
        ComparisonTable(("Số trạm",), rows),
    )
    assert [one.written for one in ungrounded(fakes.case(given))] == ["333", "214"]


def test_a_share_of_two_shown_figures_follows_at_any_usual_rounding():
    rows = [fakes.cite(ROW_A, 1), fakes.cite(ROW_B, 2)]
    text = "Sở B cần 500 trên 3.000, bằng 16,67% (khoảng 17%)."
    assert written(fakes.answer(text, *rows)) == []
    assert written(fakes.answer(text.replace("16,67", "16,76"), *rows)) == ["16,76%"]


def test_a_mean_is_taken_over_years_or_rows_that_there_are():
    text = "Cần 5.000, bình quân mỗi năm {} ({} : {})."
    row = fakes.cite(ROW_A)
    assert written(fakes.answer(text.format("2.500", "5.000", 2), row)) == []
    assert written(fakes.answer(text.format("1.250", "5.000", 4), row)) == ["1.250", "4"]


def test_huge_figures_do_not_overflow():
    assert written(fakes.answer(f"{'9' * 60} và 120", fakes.cite("Toàn tỉnh có 120 trạm"))) == [
        "9" * 60
    ]
