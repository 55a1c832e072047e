"""Passages about one district, for questions that ask for it or do not."""

import pytest
from fakes import make_plan

from app.reading.locality import of_another_locality

LINES = (
    "7. Huyện An Phú: 25 xã, bình quân 0,74 máy/người.",
    "Toàn tỉnh có 144 xã, bình quân 0,81 máy/người.",
    "- Thị xã Tân Châu có 12 phường.",
    "Huyện ủy chỉ đạo công an huyện.",
)
PLAN = make_plan("p", LINES)


@pytest.mark.parametrize(
    ("question", "line", "expected"),
    [
        ("An Giang bình quân mấy máy mỗi người?", 0, True),
        ("An Giang bình quân mấy máy mỗi người?", 1, False),
        ("Huyện An Phú bình quân mấy máy mỗi người?", 0, False),
        ("huyen an phu co may xa", 0, False),
        ("Huyện nào ít máy nhất?", 0, False),
        ("Có bao nhiêu phường?", 2, True),
        ("Công an huyện làm gì?", 3, False),
    ],
)
def test_of_another_locality(question: str, line: int, expected: bool) -> None:
    assert of_another_locality(question, PLAN, PLAN.chunks[line]) is expected
