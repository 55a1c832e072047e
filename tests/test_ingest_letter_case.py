"""Capitals in the middle of sentences: misread ones, and those that belong there."""

import pytest

from ingest.cleaning.letter_case import made_small, partings


def made(line: str) -> str:
    words = [word for _, word in made_small(line)]
    return " ".join(words)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("đội Ứng cứu sự cố", "đội ứng cứu sự cố"),
        ("các cấp Ở địa phương", "các cấp ở địa phương"),
        ("Thường trực Tỉnh Ủy và Huyện Ủy", "Thường trực Tỉnh ủy và Huyện ủy"),
        ("trình đỘ của cơ quan", "trình độ của cơ quan"),
        ("giao chỈtiêu cho xã", "giao chỉtiêu cho xã"),
        ("xây dựng mã SỐ chung", "xây dựng mã số chung"),
    ],
)
def test_what_is_made_small(read, meant):
    assert made(read) == meant


@pytest.mark.parametrize(
    "line",
    [
        "trình Ủy ban nhân dân tỉnh xem xét",
        "phối hợp với Tỉnh đoàn và Ủy viên phụ trách",
        "do Sở Xây dựng quản lý",
        "họp tại xã Cô Ba và xã Xuân Trường",
    ],
)
def test_what_stays(line):
    assert made(line) == line


def test_lines_in_capitals_are_left_alone():
    assert list(made_small("TRÌNH ĐỘ CỦA CƠ QUAN")) == []


def test_two_syllables_in_one_word():
    assert partings("chợtruyền") == [("chợ", "truyền"), ("chợt", "ruyền")]
    assert partings("Internet") == []
