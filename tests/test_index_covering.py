"""The share of a question that a text holds, weighed by hand."""

import numpy as np
import pytest

from index.search.covering import terms_held, weighed

CONTENT = [("mạng", "mạng", 2.0), ("soc", "soc", 3.0), ("5g", "5g", 5.0)]
COVERING = weighed(CONTENT, {"soc": [("trung", "tâm"), ("giám",)]})


@pytest.mark.parametrize(
    ("held", "share"),
    [
        (set(), 0.0),
        ({"mạng"}, 0.2),
        ({"mạng", "soc"}, 0.5),
        ({"trung"}, 0.0),
        ({"trung", "tâm"}, 0.3),
        ({"giám", "5g"}, 0.8),
        ({"mạng", "soc", "5g", "khác"}, 1.0),
    ],
)
def test_a_term_or_all_that_stands_for_it(held: set[str], share: float) -> None:
    assert COVERING.of(frozenset(held)) == pytest.approx(share)


def test_rows_are_covered_as_texts_are() -> None:
    rows = [{"mạng"}, {"trung", "tâm", "5g"}, {"trung"}]
    found = COVERING.of_rows(lambda term: np.array([term in row for row in rows]))
    assert found.tolist() == pytest.approx([COVERING.of(frozenset(row)) for row in rows])


def test_a_question_without_content_is_held_by_nothing() -> None:
    assert weighed([], {}).of(frozenset({"mạng"})) == 0.0


def test_terms_of_a_text_are_read_once() -> None:
    assert terms_held("Mạng 5G") is terms_held("Mạng 5G")
    assert "mạng" in terms_held("Mạng 5G")
