"""Which syllables make one word."""

import pytest

from index.embedding.compounds import is_compound


@pytest.mark.parametrize("word", ["giao dịch", "sao lưu", "điều hành", "quy trình", "dùng chung"])
def test_two_syllables_of_a_word_stand_together(word: str) -> None:
    assert is_compound(*word.split())


@pytest.mark.parametrize("pair", ["của tỉnh", "là bao", "khi nào", "đã cấp", "xyz abc"])
def test_neighbours_by_chance_do_not(pair: str) -> None:
    assert not is_compound(*pair.split())
