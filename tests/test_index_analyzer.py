"""Terms: one spelling for all ways of typing, numbers kept whole, folding apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.terms.analyzer import Analyzer, fold, has_diacritics, spelling

ANALYZER = Analyzer()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("hoá", "hóa"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("huỷ", "hủy"), ("uỷ", "ủy"),
        ("tòan", "toàn"), ("qúy", "quý"), ("quí", "quý"), ("gìa", "già"), ("ngươì", "người"),
        ("kĩ", "kỹ"), ("tỉ", "tỷ"), ("sĩ", "sỹ"),
        # already right, or only looks like one of the above
        ("hóa", "hóa"), ("hoàn", "hoàn"), ("giếng", "giếng"), ("gì", "gì"), ("tỉnh", "tỉnh"),
        ("thị", "thị"), ("quyết", "quyết"), ("thuở", "thuở"), ("ngoài", "ngoài"), ("của", "của"),
    ],
)  # fmt: skip
def test_a_syllable_has_one_spelling(typed: str, expected: str) -> None:
    assert spelling(typed) == expected


def test_composed_and_decomposed_text_give_equal_terms() -> None:
    text = "Kế hoạch chuyển đổi số tỉnh Thanh Hoá"
    assert ANALYZER.terms(unicodedata.normalize("NFD", text)) == ANALYZER.terms(text)
    assert ANALYZER.syllables(text)[-2:] == ["thanh", "hóa"]


def test_terms_are_syllables_pairs_and_their_folded_forms() -> None:
    assert ANALYZER.terms("Kế hoạch") == [
        "kế", "hoạch", "kế hoạch", "~ke", "~hoach", "~ke hoach",
    ]  # fmt: skip


def test_no_pair_crosses_punctuation() -> None:
    assert "liệu chia" not in ANALYZER.exact("dữ liệu, chia sẻ")
    assert "dữ liệu" in ANALYZER.exact("dữ liệu, chia sẻ")


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        ("Quyết định 749/QĐ-TTg", "749/qđ-ttg", "749"),
        ("1.501,713 tỷ đồng", "1.501,713", "501"),
        ("ngày 20/10/2021", "20/10/2021", "2021"),
        ("giai đoạn 2021-2025", "2021-2025", "2025"),
    ],
)
def test_numbers_are_kept_whole_beside_their_parts(text: str, whole: str, part: str) -> None:
    syllables = ANALYZER.syllables(text)
    assert whole in syllables
    assert part in syllables


def test_joined_words_without_a_digit_are_only_split() -> None:
    assert ANALYZER.syllables("KH-UBND") == ["kh", "ubnd"]


def test_folding_drops_marks_and_the_bar_of_d() -> None:
    assert fold("Đà Nẵng, Kế hoạch") == "Da Nang, Ke hoach"
    assert ANALYZER.fold("ướt") == "uot"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ke hoach", False), ("kế", True), ("đ", True), ("Đ", True), ("", False), ("ke\u0301", True)],
)
def test_diacritics_are_seen_composed_or_not(text: str, expected: bool) -> None:
    assert has_diacritics(text) is expected
    assert ANALYZER.has_diacritics(text) is expected


@given(st.text(max_size=200))
def test_any_text_gives_terms_without_error(text: str) -> None:
    for term in ANALYZER.terms(text):
        assert term
        assert term == term.strip()


@given(st.text(alphabet="aàáăâeèéêiìíoòóôơuùúưyýđbcghknmtq ", max_size=40))
def test_spelling_is_settled_after_one_pass(text: str) -> None:
    once = ANALYZER.syllables(text)
    assert ANALYZER.syllables(" ".join(once)) == once
