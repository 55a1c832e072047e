"""Headings that a typist underlined."""

from ingest.readers.underlines import with_underlined
from ingest.readers.words import Rule, Word

HEADING = (
    Word("Khảo", 100, 200, 130, 214, size=14),
    Word("sát", 134, 200, 150, 214, size=14),
    Word("trạng", 154, 200, 190, 214, size=14),
)
BELOW = Word("Kiểm", 100, 220, 130, 234, size=14)


def bold(*rules: Rule) -> list[bool]:
    return [word.bold for word in with_underlined((*HEADING, BELOW), rules)]


def test_a_line_under_all_words_makes_them_bold():
    assert bold(Rule(100, 212, 190, 212.7)) == [True, True, True, False]


def test_a_line_parted_at_a_letter_that_hangs_through_it():
    assert bold(Rule(100, 212, 150, 213), Rule(155, 212, 190, 213)) == [True, True, True, False]


def test_lines_of_tables_and_others_that_do_not_fit_the_words():
    assert not any(bold(Rule(60, 212, 400, 213)))
    assert not any(bold(Rule(100, 217, 190, 218)))
    assert not any(bold(Rule(100, 203, 190, 204)))
    assert not any(bold(Rule(100, 208, 190, 214)))
    assert not any(bold())


def test_crowded_pages_are_left_as_they_are():
    rules = [Rule(100, 212 + 3 * n, 190, 213 + 3 * n) for n in range(500)]
    assert not any(bold(*rules))
