"""Which passages cannot hold the answer to a question."""

import pytest

from app.reading.suitability import concerns_group, suits, tells_founding


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
    ("question", "sentence", "expected"),
    [
        ("Đội ứng cứu lập theo quyết định nào?", "Quyết định số 2/QĐ-TTg về ứng cứu", False),
        ("Đội ứng cứu lập theo quyết định nào?", "Quyết định số 3/QĐ-UBND thành lập Đội", True),
        ("Kế hoạch lập theo công văn nào?", "Theo Công văn số 4/STC-TH, lập kế hoạch.", True),
        ("Đội ứng cứu lập khi nào?", "Đội có từ năm 2020.", True),
    ],
)
def test_tells_founding(question: str, sentence: str, expected: bool) -> None:
    assert tells_founding(question, sentence) is expected


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
