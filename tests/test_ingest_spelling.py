"""The likeliest reading of a scanned line, and what costs how much."""

import pytest

from ingest.cleaning.pairs import load_pairs, read_pairs
from ingest.cleaning.spelling import spelled

SMALL = read_pairs(["phần mềm8 quản5", "phân công9", "mềm quản6", "họp không7", "hợp đồng9"])


def words(line: str, pairs=SMALL) -> list[str]:
    return [spelling for _, spelling in spelled(line, pairs)]


def test_two_misread_neighbours_are_put_right_together():
    assert words("phân mêm") == ["phần", "mềm"]
    assert [word for _, word in spelled("Phòng Nôi vu", load_pairs())] == ["phòng", "nội", "vụ"]


def test_a_word_that_was_seen_with_its_neighbour_stays():
    assert words("phân công") == ["phân", "công"]
    assert words("họp không") == ["họp", "không"]


def test_a_stop_parts_neighbours():
    assert words("phân; mêm") == ["phân", "mêm"]


def test_marks_that_ocr_would_have_invented_cost_more_than_lost_ones():
    pairs = read_pairs(["tổ chức6", "tính toán6"])
    assert words("tô chức", pairs) == ["tổ", "chức"]
    assert words("tỉnh toán", pairs) == ["tỉnh", "toán"]


@pytest.mark.parametrize("line", ["", "12/2024 - 100%", "Lê Thị Mềm", "iOS"])
def test_nothing_else_is_changed(line):
    assert words(line) == [match.group().lower() for match, _ in spelled(line, SMALL)]
