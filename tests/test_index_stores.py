"""Both stores: exact against an independent computation, saved and read back the same."""

import math
from pathlib import Path

import numpy as np
import pytest

from index.bm25_store import K1, B, Bm25Store
from index.faiss_store import FaissStore


def _vectors(count: int, dim: int = 16) -> np.ndarray:
    return np.random.default_rng(3).normal(size=(count, dim)).astype(np.float32)


def test_faiss_scores_equal_numpy_inner_products(tmp_path: Path) -> None:
    vectors = _vectors(300)
    query = _vectors(301)[-1]
    store = FaissStore(vectors)
    np.testing.assert_allclose(store.scores(query), vectors @ query, rtol=0, atol=1e-5)
    store.save(tmp_path / "dense.faiss")
    again = FaissStore.read(tmp_path / "dense.faiss")
    np.testing.assert_array_equal(again.scores(query), store.scores(query))
    np.testing.assert_array_equal(again.vectors(), vectors)


def test_equal_vectors_stay_separate_rows() -> None:
    store = FaissStore(np.ones((3, 4), dtype=np.float32))
    assert len(store) == 3
    np.testing.assert_array_equal(store.scores(np.ones(4, dtype=np.float32)), [4, 4, 4])


def test_an_empty_store_scores_nothing() -> None:
    assert FaissStore(np.zeros((0, 4), dtype=np.float32)).scores(np.ones(4, np.float32)).size == 0


def test_a_vector_of_another_length_is_refused_with_both_numbers() -> None:
    with pytest.raises(ValueError, match=r"\(3,\).*\(4,\)"):
        FaissStore(_vectors(2, 4)).scores(np.ones(3, dtype=np.float32))


def _by_hand(documents: list[list[str]], query: list[str]) -> list[float]:
    """BM25 as Robertson and Zaragoza (2009) give it, with Lucene's never-negative idf."""
    mean = sum(map(len, documents)) / len(documents)
    scores = []
    for document in documents:
        score = 0.0
        for term in query:
            frequency = sum(term in other for other in documents)
            idf = math.log(1 + (len(documents) - frequency + 0.5) / (frequency + 0.5))
            count = document.count(term)
            score += idf * count / (count + K1 * (1 - B + B * len(document) / mean))
        scores.append(score)
    return scores


DOCUMENTS = [["vốn", "đầu", "tư"], ["vốn", "vốn"], ["mạng", "an", "toàn", "mạng"], ["an"]]


def test_bm25_equals_the_formula(tmp_path: Path) -> None:
    store = Bm25Store(DOCUMENTS)
    query = ["vốn", "mạng", "lạ"]
    expected = _by_hand(DOCUMENTS, query)
    np.testing.assert_allclose(store.scores(query), expected, rtol=1e-5)
    store.save(tmp_path / "bm25")
    np.testing.assert_array_equal(
        Bm25Store.read(tmp_path / "bm25", 4).scores(query), store.scores(query)
    )


def test_idf_and_presence() -> None:
    store = Bm25Store(DOCUMENTS)
    assert store.holds("vốn").tolist() == [True, True, False, False]
    assert store.frequency("an") == 2
    assert store.idf("vốn") == pytest.approx(math.log(1 + 2.5 / 2.5))
    assert store.idf("lạ") == pytest.approx(math.log(1 + 3.5 / 1.5))
    assert store.holds("lạ").tolist() == [False] * 4


@pytest.mark.parametrize("documents", [[], [[]], [[], ["vốn"]]])
def test_empty_documents_are_rows_that_score_nothing(documents: list[list[str]]) -> None:
    store = Bm25Store(documents)
    assert len(store) == len(documents)
    assert store.scores(["lạ"]).tolist() == [0.0] * len(documents)
    assert (store.scores(["vốn"]) > 0).tolist() == [bool(document) for document in documents]


def test_large_stores_are_mapped_and_score_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dense, lexical = FaissStore(_vectors(50)), Bm25Store(DOCUMENTS)
    dense.save(tmp_path / "dense.faiss")
    lexical.save(tmp_path / "bm25")
    monkeypatch.setattr("index.faiss_store.MAPPED_BYTES", 1)
    monkeypatch.setattr("index.bm25_store.MAPPED_ROWS", 1)
    query = _vectors(51)[-1]
    mapped = FaissStore.read(tmp_path / "dense.faiss")
    np.testing.assert_array_equal(mapped.scores(query), dense.scores(query))
    again = Bm25Store.read(tmp_path / "bm25", 4)
    assert isinstance(again._bm25.scores["data"], np.memmap)
    np.testing.assert_array_equal(again.scores(["vốn", "an"]), lexical.scores(["vốn", "an"]))


def test_a_repeated_term_counts_repeatedly() -> None:
    store = Bm25Store(DOCUMENTS)
    np.testing.assert_allclose(store.scores(["vốn", "vốn"]), 2 * store.scores(["vốn"]))
