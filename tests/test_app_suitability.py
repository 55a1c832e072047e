"""Which passages cannot hold the answer to a question."""

import pytest

from app.reading.suitability import concerns_group, suits


@pytest.mark.parametrize(
    ("question", "passage", "expected"),
    [
        ("Số tài khoản tăng hay giảm?", "Có 12 tài khoản.", False),
        ("Số tài khoản tăng hay giảm?", "Có 12 tài khoản, tăng 02 tài khoản.", True),
        ("Ai là giám đốc sở?", "Giám đốc sở chịu trách nhiệm thi hành.", False),
        ("Ai là giám đốc sở?", "Giám đốc sở: ông Nguyễn Văn An.", True),
        ("Ai là trưởng ban?", "Ban chỉ đạo do Chủ tịch làm Trưởng ban.", True),
        ("Giám đốc sở là ai?", "Sở chủ trì thực hiện.", False),
    ],
)
def test_suits(question: str, passage: str, expected: bool) -> None:
    assert suits(question, passage) is expected


@pytest.mark.parametrize(
    ("question", "passage", "expected"),
    [
        ("Cấp bao nhiêu chữ ký số cho người dân?", "Cấp 12 chữ ký số cho lãnh đạo.", False),
        ("Cấp bao nhiêu chữ ký số cho người dân?", "Cấp 12 chữ ký số cho công dân.", True),
        ("Có bao nhiêu điểm cầu của khối trường học?", "Có 20 điểm cầu cấp xã.", False),
        ("Có bao nhiêu điểm cầu?", "Có 20 điểm cầu cấp xã.", True),
    ],
)
def test_concerns_group(question: str, passage: str, expected: bool) -> None:
    assert concerns_group(question, passage) is expected
