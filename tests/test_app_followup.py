"""A message made standalone from the questions before it."""

from dataclasses import replace

import pytest
from fakes import make_plan

from app.followup import standalone

PLANS = tuple(
    replace(make_plan(name, ["x"], province=name), number=f"{number}/KH-UBND")
    for number, name in ((111, "An Giang"), (222, "Cao Bằng"), (333, "Sơn La"))
)
STATIONS = "An Giang có bao nhiêu trạm phát sóng?"


@pytest.mark.parametrize(
    ("earlier", "message", "expected"),
    [
        (None, "An Giang có gì?", "An Giang có gì?"),
        (STATIONS, "Còn Cao Bằng thì sao?", "Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "thế còn cao bằng?", "Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Không, ý tôi là Sơn La", "Sơn La có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Thêm Cao Bằng", "An Giang và Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "So với Cao Bằng thì sao?", "So sánh: An Giang và Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Hai tỉnh còn lại thì sao?", "Cao Bằng và Sơn La có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Tỉnh đó dành bao nhiêu kinh phí cho đào tạo?", "Tỉnh An Giang dành bao nhiêu kinh phí cho đào tạo?"),
        (STATIONS, "Ai ký kế hoạch đó?", "Ai ký kế hoạch của An Giang?"),
        (STATIONS, "Thế còn Sơn La, tích hợp bao nhiêu dịch vụ lên cổng?", "Sơn La, tích hợp bao nhiêu dịch vụ lên cổng?"),
        (STATIONS, "Xem giúp luôn cả Cao Bằng", "An Giang và Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Đưa thêm Cao Bằng vào nữa cho tiện đối chiếu", "So sánh: An Giang và Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Bên Cao Bằng?", "Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Cơ quan nào được giao phụ trách?", "An Giang có bao nhiêu trạm phát sóng – Cơ quan nào được giao phụ trách?"),
        ("So An Giang với Cao Bằng: số trạm ở An Giang, số trạm ở Cao Bằng?", "Đổi Cao Bằng thành Sơn La", "So An Giang với Sơn La: số trạm ở An Giang, số trạm ở Sơn La?"),
        (STATIONS, "Trong đó cấp xã bao nhiêu?", "An Giang có bao nhiêu trạm phát sóng – Trong đó cấp xã bao nhiêu?"),
        ("An Giang đặt mục tiêu gì năm 2022?", "Còn năm 2025?", "An Giang đặt mục tiêu gì năm 2025?"),
    ],
)  # fmt: skip
def test_standalone(earlier: str | None, message: str, expected: str) -> None:
    history = [earlier] if earlier else []
    assert standalone(message, history, PLANS).text == expected


def test_a_message_that_stands_alone_is_not_touched_by_history() -> None:
    message = "Cao Bằng giao sở nào chủ trì đào tạo cán bộ?"
    assert standalone(message, [STATIONS], PLANS).text == message


def test_a_narrowing_message_keeps_its_own_words_as_focus() -> None:
    assert standalone("Còn cấp xã?", [STATIONS], PLANS).focus == "cấp xã"
