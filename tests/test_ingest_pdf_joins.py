"""Words put together whose letters a PDF holds in another order."""

from ingest.readers.pdf_joins import joined
from ingest.readers.words import Word


def word(text: str, x0: float, x1: float, bottom: float = 100, size: float = 14) -> Word:
    return Word(text, x0, bottom - size, x1, bottom, True, size)


def texts(*words: Word) -> list[str]:
    return [one.text for one in joined(words)]


def test_letters_drawn_behind_the_others_of_their_line():
    found = joined(
        (word("K", 0, 10), word("HO", 23, 43), word("CH", 53, 73), word("Ế", 10, 19.5), word("Ạ", 43, 53))
    )  # fmt: skip
    assert [(one.text, one.x0, one.x1) for one in found] == [("KẾ", 0, 19.5), ("HOẠCH", 23, 73)]


def test_a_letter_that_is_given_too_much_room():
    assert texts(word("Đ", 0, 10), word("n", 17, 24), word("năm", 28, 50), word("ế", 10, 19)) == [
        *("Đến", "năm")
    ]


def test_words_that_follow_one_another_in_the_file_stay_apart():
    assert texts(word("Sổ", 0, 20), word("hư", 20, 33)) == ["Sổ", "hư"]


def test_other_lines_sizes_and_gaps_part_words():
    base = word("K", 0, 10), word("khác", 60, 80)
    assert texts(*base, word("Ế", 10, 19, bottom=104)) == ["K", "khác", "Ế"]
    assert texts(*base, word("1", 10, 14, size=9)) == ["K", "khác", "1"]
    assert texts(*base, word("Ế", 12, 21)) == ["K", "khác", "Ế"]


def test_words_printed_over_one_another_are_all_kept_once():
    twice = [word("K", 0, 10), word("K", 0, 10), word("x", 50, 60), word("Ế", 10, 19)]
    assert sorted(texts(*twice)) == ["K", "KẾ", "x"]
    assert len(texts(*[word("i", 5, 5) for _ in range(3000)])) == 3000
