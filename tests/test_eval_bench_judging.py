"""What counts as found, by hand."""

import pytest

from eval.bench.contenders import Found
from eval.bench.judging import (
    document_rank,
    evidence_rank,
    evidence_rank_per_plan,
    share_within,
)
from eval.bench.questions import Question
from eval.questions.dataset import Evidence

FIRST = Evidence(doc="12/KH-UBND", quote="120  trạm phát sóng")
SECOND = Evidence(doc="34/KH-UBND", quote="ba huyện")


def passages(*found: tuple[str, str]) -> list[Found]:
    return [Found(doc=doc, text=text) for doc, text in found]


def asking(*evidence: Evidence) -> Question:
    return Question("dev", "Hỏi?", evidence)


LIST = passages(
    ("34/KH-UBND", "Có 120 trạm phát sóng."),
    ("34/KH-UBND", "gồm ba huyện"),
    ("12/kh-ubnd", "khác"),
    ("12/kh-ubnd", "Có 120 trạm\nphát sóng."),
)


@pytest.mark.parametrize(
    ("evidence", "listed", "per_plan"),
    [
        ((FIRST,), 4, 2),  # white space and letter case of the number do not matter, the plan does
        ((SECOND,), 2, 2),
        ((FIRST, SECOND), 4, 2),  # the last quote that is needed decides
        ((FIRST, Evidence(doc="34/KH-UBND", quote="bốn huyện")), None, None),
    ],
)
def test_a_question_has_the_rank_of_its_last_quote(evidence, listed, per_plan) -> None:
    assert evidence_rank(asking(*evidence), LIST) == listed
    assert evidence_rank_per_plan(asking(*evidence), LIST) == per_plan


def test_a_quote_over_two_passages_is_not_found() -> None:
    cut = passages(("12/KH-UBND", "Có 120 trạm"), ("12/KH-UBND", "phát sóng."))
    assert evidence_rank(asking(FIRST), cut) is None


def test_a_document_has_the_rank_of_its_best_passage_among_documents() -> None:
    found = passages(("a", "1"), ("a", "2"), ("b", "3"), ("c", "4"), ("b", "5"))
    assert [document_rank(doc, found) for doc in "abcd"] == [1, 2, 3, None]


def test_shares_count_what_was_not_found_as_missed() -> None:
    ranks = [1, 5, 6, None]
    assert [share_within(ranks, k) for k in (1, 5, 10)] == [0.25, 0.5, 0.75]
    assert share_within([], 5) == 0.0
