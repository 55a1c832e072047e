"""Counted terms are the analyzer's, whether counted by keys or word by word."""

from collections import Counter

import pytest

from index.stores.counting import OWN_REPEAT, TermCounter
from index.stores.passages import Passage
from index.stores.postings import MAX_COUNT, Postings
from index.terms.analyzer import Analyzer

PASSAGES = [
    Passage("Kế hoạch số 749/QĐ-TTg, kế hoạch năm 2025", "Chuyển đổi số\nKế hoạch"),
    Passage("", "Chuyển đổi số"),
    Passage("chuyển đổi số!", ""),
    Passage("", ""),
]


def _counted(passages: list[Passage], own_repeat: int = OWN_REPEAT) -> Postings:
    counter = TermCounter(own_repeat)
    counter.add(passages[:1])
    counter.add(passages[1:])
    return counter.take()


def _terms(passage: Passage, own_repeat: int) -> Counter[str]:
    analyzer = Analyzer()
    return Counter(analyzer.terms(passage.own) * own_repeat + analyzer.terms(passage.context))


@pytest.mark.parametrize("own_repeat", [1, 2])
def test_every_term_stands_with_its_rows_and_counts(own_repeat: int) -> None:
    postings = _counted(PASSAGES, own_repeat)
    expected = [_terms(passage, own_repeat) for passage in PASSAGES]
    for term in {term for one in expected for term in one}:
        held = postings.held(term)
        found = zip(postings.rows[held].tolist(), postings.counts[held].tolist(), strict=True)
        rows = [(row, one[term]) for row, one in enumerate(expected) if term in one]
        assert list(found) == rows, term
    assert len(postings.terms) == len({term for one in expected for term in one})
    assert postings.lengths.tolist() == [one.total() for one in expected]


def test_words_of_letters_are_kept_as_words() -> None:
    assert _counted(PASSAGES[1:]).syllables == ("chuyển", "số", "đổi")
    assert "749" not in _counted(PASSAGES).syllables


def test_what_was_taken_is_not_counted_again() -> None:
    counter = TermCounter()
    counter.add(PASSAGES[:1])
    counter.take()
    counter.add(PASSAGES[2:3])
    second = counter.take()
    assert len(second) == 1
    assert second.held("hoạch") == slice(0, 0)
    assert second.syllables == ("chuyển", "số", "đổi")


def test_a_count_stops_at_its_limit() -> None:
    postings = _counted([Passage("vốn " * 400, "")])
    assert postings.counts[postings.held("vốn")].tolist() == [MAX_COUNT]
    assert postings.lengths.tolist() == [OWN_REPEAT * 2 * (400 + 399)]
