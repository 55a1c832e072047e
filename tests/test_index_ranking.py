"""The best rows, against a full stable sort."""

import numpy as np
import pytest

from index.stores.ranking import best_rows


@pytest.mark.parametrize("k", [0, 1, 3, 7, 99, 100, 200])
def test_the_best_rows_are_those_of_a_stable_sort_with_many_ties(k: int) -> None:
    scores = np.random.default_rng(5).integers(0, 6, size=100).astype(np.float32)
    expected = np.argsort(-scores, kind="stable")[:k]
    np.testing.assert_array_equal(best_rows(scores, k), expected)


def test_nothing_has_no_best_row() -> None:
    assert best_rows(np.zeros(0, dtype=np.float32), 5).tolist() == []
    assert best_rows(np.ones(3, dtype=np.float32), -1).tolist() == []
