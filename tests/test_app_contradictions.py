"""Contradictions a passage carries in itself: only the certain ones are reported."""

from dataclasses import replace
from decimal import Decimal

import pytest
from fakes import make_plan

from app.reading.contradictions import contradictions, totals
from ingest.plan import NoteMark, Row, RowKind, Table


def told(text: str) -> list[str]:
    return [sentence for _, sentence in contradictions(make_plan("p", [text]), 0, len(text))]


def test_where_the_parts_are_is_no_part() -> None:
    assert told("Có 9 trạm (4 trạm tại tỉnh; 5 trạm tại 2 xã) hoạt động.") == []


def test_parts_that_exceed_their_whole() -> None:
    (sentence,) = told(
        "Đã ban hành 10 văn bản, trong đó có 7 Quyết định, 5 Kế hoạch và 01 Chỉ thị."
    )
    assert "10 văn bản" in sentence
    assert "13 (7 + 5 + 1)" in sentence


@pytest.mark.parametrize("opening", [", gồm", ", bao gồm:", " (gồm"])
def test_a_closed_list_that_falls_short(opening: str) -> None:
    (sentence,) = told(f"Có 58 máy{opening} 21 máy cấp tỉnh, 17 máy cấp huyện và 12 máy cấp xã")
    assert "58 máy" in sentence
    assert "50 (21 + 17 + 12)" in sentence


def test_parts_in_brackets_within_brackets() -> None:
    (sentence,) = told("Có 10 văn bản (gồm 7 Quyết định (của tỉnh), 5 Kế hoạch), trong 9 tháng.")
    assert "12 (7 + 5)" in sentence


@pytest.mark.parametrize(
    "text",
    [
        "Đã ban hành 13 văn bản, trong đó có 7 Quyết định, 5 Kế hoạch và 01 Chỉ thị.",
        "Có 355 cuộc họp (trong đó có 04 cuộc họp 4 cấp, 25 cuộc họp 3 cấp).",
        "Đạt 90% hồ sơ, trong đó 95% cấp tỉnh và 80% cấp xã.",
        "Có 10 xã. Cụ thể: 7 máy, 8 bàn.",
        "Có 20 điểm cầu. Trong đó: cấp tỉnh 12 điểm cầu, cấp xã 8 điểm cầu.",
        "Có 20 dịch vụ (trong đó có 7 dịch vụ mức 3, 12 dịch vụ mức 4), trong 9 tháng tiếp nhận 40 hồ sơ.",
        "Có 20 lớp (gồm 7 lớp cơ bản, 12 lớp nâng cao trong 9 tháng), đào tạo 900 học viên.",
        "Có 58 máy, gồm 21 máy cấp tỉnh, 17 máy cấp huyện và 12 máy khác.",
        "Có 58 máy, trong đó 21 máy cấp tỉnh và 17 máy cấp xã.",
        "Có 58 máy, gồm 21 máy cấp tỉnh, 17 máy cấp huyện.",
        "Đã thay 23/74 máy, gồm 2 máy cấp tỉnh và 21 máy cấp xã.",
        "Trong 9 tháng (gồm 7 lớp cơ bản, 12 lớp nâng cao) đã xong.",
    ],
)
def test_what_may_be_right_is_not_reported(text: str) -> None:
    assert told(text) == []


def test_a_number_grouped_wrongly() -> None:
    (sentence,) = told("Đã nhập 123.4560 mũi tiêm.")
    assert "123.4560" in sentence
    assert told("Đã nhập 123.456 mũi tiêm, phiên bản 2.0, đạt 95.63%, https://a.vn/1.2345") == []


def test_an_amount_whose_unit_stands_only_in_words() -> None:
    (sentence,) = told("Kinh phí: 42,895 (Bốn mươi hai tỷ, tám trăm chín mươi lăm triệu).")
    assert "42,895" in sentence
    assert "không ghi đơn vị" in sentence
    assert told("Kinh phí: 42,895 tỷ đồng (Bốn mươi hai tỷ đồng).") == []
    assert told("Có 12 (Mười hai người dự họp) người.") == []


def test_a_document_with_two_dates() -> None:
    sentences = told(
        "Nghị định số 47/2020/NĐ-CP ngày 29/4/2020; Nghị định số 47/2020/NĐ-CP ngày 9/4/2020."
    )
    assert len(sentences) == 2
    assert "ở đây là 29/4/2020" in sentences[0]
    assert "là 9/4/2020" in sentences[0]


def test_numbers_that_count_anew_each_year_are_different_documents() -> None:
    assert told("Chỉ thị số 14/CT-TTg ngày 25/5/2018; Chỉ thị số 14/CT-TTg ngày 07/6/2019.") == []
    assert (
        told("Quyết định số 5/QĐ-UBND ngày 05/2/2021; Quyết định số 5/QĐ-UBND ngày 5/02/2021.")
        == []
    )


def test_a_date_against_the_year_in_the_number() -> None:
    (sentence,) = told("Quyết định số 05/2016/QĐ-TTg ngày 16/3/2017 của Thủ tướng Chính phủ.")
    assert "không khớp với năm trong số hiệu" in sentence


def test_a_footnote_whose_parts_exceed_the_figure() -> None:
    text = "Dịch vụ mức 32: 39/2.065 thủ tục."
    mark = NoteMark("2", 13, 14, "Sở A 30 thủ tục; Sở B 24 thủ tục.")
    plan = replace(make_plan("p", [text]), notes=(mark,))
    (found,) = contradictions(plan, 0, len(text))
    assert "54 (30 + 24)" in found[1]


def test_a_total_that_is_not_the_sum_of_its_rows() -> None:
    rows = tuple(
        Row(kind, label, None, (label, Decimal(value)), 0, 1)
        for kind, label, value in (
            (RowKind.DATA, "1", 10),
            (RowKind.DATA, "2", 20),
            (RowKind.TOTAL, "Tổng", 40),
        )
    )
    table = Table(0, None, "Bảng", "triệu đồng", ("TT", "Kinh phí"), rows, 0, 1)
    plan = replace(make_plan("p", ["x"]), tables=(table,))
    (sentence,) = totals(plan, 0, 2)
    assert "ghi 40, nhưng các dòng cộng lại là 30" in sentence
    assert list(totals(plan, 0, 0)) == []
