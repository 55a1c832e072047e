"""Contradictions a passage carries in itself: only the certain ones are reported."""

import pytest
from fakes import make_plan

from app.contradictions import contradictions


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
        "Có 20 dịch vụ (trong đó có 7 dịch vụ mức 3, 12 dịch vụ mức 4), trong 9 tháng tiếp nhận 40 hồ sơ.",
        "Có 20 lớp (gồm 7 lớp cơ bản, 12 lớp nâng cao trong 9 tháng), đào tạo 900 học viên.",
        "Trong 9 tháng (gồm 7 lớp cơ bản, 12 lớp nâng cao) đã xong.",
    ],
)
def test_what_may_be_right_is_not_reported(text: str) -> None:
    assert told(text) == []


def test_a_number_grouped_wrongly() -> None:
    (sentence,) = told("Đã nhập 123.4560 mũi tiêm.")
    assert "123.4560" in sentence
    assert told("Đã nhập 123.456 mũi tiêm, phiên bản 2.0, đạt 95.63%, https://a.vn/1.2345") == []
