"""Sentences and clauses by their spans."""

import pytest

from app.reading.sentences import Span, clauses, sentences, within


def pieces(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một câu. Hai câu.", ["Một câu.", "Hai câu."]),
        ("Hoàn thành. Đồng thời mở rộng.", ["Hoàn thành.", "Đồng thời mở rộng."]),
        (
            "Hoàn thành. Ứng dụng rộng. Ưu tiên xã.",
            ["Hoàn thành.", "Ứng dụng rộng.", "Ưu tiên xã."],
        ),
        ("phần mềm.Đến nay xong", ["phần mềm.", "Đến nay xong"]),
        ("tên miền. ước tính vậy", ["tên miền. ước tính vậy"]),
        ("TP. Cần Thơ và ThS. Lê A. Ông B ký.", ["TP. Cần Thơ và ThS. Lê A.", "Ông B ký."]),
        ("đạt 1.234 hồ sơ. 5 xã", ["đạt 1.234 hồ sơ. 5 xã"]),
        ("a; b;\nc", ["a;", "b;", "c"]),
        ("  lề  ", ["lề"]),
        ("Hết rồi...", ["Hết rồi..."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_spans_count_from_the_offset() -> None:
    assert sentences("Một. Hai.", 100) == [Span(100, 104), Span(105, 109)]


def test_clauses_end_at_commas_and_around_brackets() -> None:
    text = "đã cấp 5 máy (3 mới), còn 1,5 tỷ; hết"
    assert [span.of(text) for span in clauses(text)] == [
        "đã cấp 5 máy", "(3 mới),", "còn 1,5 tỷ;", "hết",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("max_chars", "expected"),
    [(1, "cc,"), (8, "bb, cc,"), (11, "aa, bb, cc,"), (15, "aa, bb, cc, dd,"), (99, "aa, bb, cc, dd, ee")],
)  # fmt: skip
def test_within_grows_to_the_left_first_as_far_as_fits(max_chars: int, expected: str) -> None:
    text = "aa, bb, cc, dd, ee"
    assert within(text, Span(8, 9), max_chars).of(text) == expected


def test_within_keeps_all_clauses_of_its_focus() -> None:
    text = "aa, bb, cc, dd"
    assert within(text, Span(5, 9), 1).of(text) == "bb, cc,"


def test_hostile_punctuation_is_split_in_time() -> None:
    assert len(sentences("." * 5_000 + "x")) == 1
    assert len(sentences("TP. " * 2_000)) == 1
