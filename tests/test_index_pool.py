"""Which rows of a large corpus are scored."""

import numpy as np
import pytest

from index.stores.pool import pooled


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.stores.pool.WHOLE_ROWS", 10)


def test_asked_plans_are_scored_whole_beside_the_leading_rows() -> None:
    found = pooled([(0, 4), (20, 23)], np.array([2, 50, 90]))
    assert found.tolist() == [0, 1, 2, 3, 20, 21, 22, 50, 90]


def test_a_very_long_document_keeps_no_plan_out() -> None:
    found = pooled([(0, 4), (4, 900)], np.array([500, 600]))
    assert found.tolist() == [0, 1, 2, 3, 500, 600]


def test_of_too_many_plans_those_with_leading_rows_are_scored_whole() -> None:
    spans = [(0, 6), (6, 11), (11, 16), (16, 22)]
    assert pooled(spans, np.array([7, 12, 13, 17])).tolist() == [*range(6, 16), 17]
    assert pooled(spans, np.array([17])).tolist() == list(range(16, 22))


def test_nothing_asked_and_nothing_leading() -> None:
    assert pooled([], np.array([], dtype=np.int64)).tolist() == []
