"""The topic of a question and its folded form, whose offsets are the question's own."""

from dataclasses import replace

import pytest
from fakes import make_plan
from hypothesis import given
from hypothesis import strategies as st

from app.understanding.topic import topic_of, without_places
from app.words.wording import folded

PLAN = replace(make_plan("p", ["x"], province="Cao Bằng"), number="12/KH-UBND")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế hoạch số 12 của tỉnh Cao Bằng nói gì?", "của nói gì?"),
        ("12/KH-UBND nói gì?", "nói gì?"),
        ("kế hoạch 12/KH-UBND nói gì?", "nói gì?"),
        ("kh 12 nói gì?", "nói gì?"),
        ("Có 12 trạm và 12% xã?", "Có 12 trạm và 12% xã?"),
        ("Quyết định 12/QĐ-UBND nói gì?", "Quyết định 12/QĐ-UBND nói gì?"),
        ("tháng 12/2023, 5,12 tỷ", "tháng 12/2023, 5,12 tỷ"),
        ("312/KH-UBND", "312/KH-UBND"),
    ],
)
def test_places_and_plan_numbers_are_left_out_but_no_other_number(text, expected) -> None:
    assert without_places(text, [PLAN]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So sánh số trạm của Cao Bằng và Sơn La", "số trạm"),
        ("Em ở phòng văn hóa, xin hỏi Cao Bằng có bao nhiêu trạm phát sóng?", "trạm phát sóng"),
        ("한국 so sánh trạm phát sóng", "한국 trạm phát sóng"),
        ("Tôi đang soạn tờ trình, Cao Bằng có bao nhiêu trạm phát sóng?", "trạm phát sóng"),
        ("Để làm phụ lục: Cao Bằng có mấy trạm phát sóng?", "trạm phát sóng"),
        ("Nhờ tra giúp tôi số trạm phát sóng của Cao Bằng", "số trạm phát sóng"),
        ("Trạm phát sóng, trạm thu phí: Cao Bằng có mấy trạm?", "Trạm phát sóng trạm thu phí trạm"),
        ("Cao Bằng?", ""),
        ("", ""),
    ],
)
def test_topic(text: str, expected: str) -> None:
    assert topic_of(text) == expected


def test_folded() -> None:
    assert folded("Kế HOẠCH Đào tạo") == "ke hoach dao tao"
    assert folded("한국 tỉnh ĐÓ") == "한국 tinh do"
    assert folded("İ\u0301 ạ") == "i\u0301 a"


@given(st.text(max_size=60))
def test_folded_text_has_the_offsets_of_the_text(text: str) -> None:
    assert len(folded(text)) == len(text)
