"""Both stores: exact against an independent computation, saved and read back the same."""

import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from index.stores.bm25_store import K1, B, Bm25Store
from index.stores.faiss_store import DenseStore, FaissStore
from index.stores.postings import Postings, gathered, term_key, write_merged


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
    np.testing.assert_array_equal(np.concatenate(list(again.pieces())), vectors)
    rows = np.array([2, 5, 299])
    np.testing.assert_array_equal(again.vectors(rows), vectors[rows])


@pytest.fixture
def divided(monkeypatch: pytest.MonkeyPatch) -> FaissStore:
    """300 vectors in an inverted file of 17 lists."""
    monkeypatch.setattr("index.stores.faiss_store.IVF_ROWS", 300)
    monkeypatch.setattr("index.stores.faiss_store._TRAINED_PER_LIST", 1000)
    return FaissStore(_vectors(300))


def test_an_inverted_file_holds_every_vector_exactly(divided: FaissStore, tmp_path: Path) -> None:
    vectors, query = _vectors(300), _vectors(301)[-1]
    divided.save(tmp_path / "dense.faiss")
    for store in (divided, FaissStore.read(tmp_path / "dense.faiss")):
        np.testing.assert_allclose(store.scores(query), vectors @ query, rtol=0, atol=1e-5)
        rows = np.array([0, 7, 299])
        np.testing.assert_array_equal(store.vectors(rows), vectors[rows])


def test_the_nearest_rows_of_an_inverted_file(divided: FaissStore) -> None:
    vectors, query = _vectors(300), _vectors(301)[-1]
    # 24 lists are looked through, and there are 17.
    products, rows = divided.nearest(query, 5)
    assert rows.tolist() == np.argsort(-(vectors @ query))[:5].tolist()
    np.testing.assert_allclose(products, (vectors @ query)[rows], atol=1e-5)
    assert len(divided.nearest(query, 1000)[1]) == 300


def test_segments_of_vectors_are_one_store() -> None:
    vectors, query = _vectors(300), _vectors(301)[-1]
    store = DenseStore([FaissStore(vectors[:90]), FaissStore(vectors[90:])])
    np.testing.assert_allclose(store.scores(query), vectors @ query, atol=1e-5)
    rows = np.array([0, 89, 90, 299])
    expected = vectors[rows] @ query
    np.testing.assert_allclose(store.at(rows).scores(query), expected, atol=1e-5)
    np.testing.assert_array_equal(store.at().scores(query), store.scores(query))
    np.testing.assert_array_equal(store.vectors(rows), vectors[rows])
    assert set(store.nearest(query, 7)) == set(np.argsort(-(vectors @ query))[:7])
    with pytest.raises(ValueError, match=r"\[16, 4\]"):
        DenseStore([FaissStore(vectors), FaissStore(_vectors(3, 4))])


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


def _postings(documents: Sequence[list[str]]) -> Postings:
    terms = [(term_key(term), row) for row, one in enumerate(documents) for term in one]
    keys, rows = np.array(terms, dtype=np.uint64).reshape(-1, 2).T
    times = np.ones(len(terms), dtype=np.int64)
    return gathered(keys, rows.astype(np.int64), times, len(documents))


def _store(documents: Sequence[list[str]]) -> Bm25Store:
    return Bm25Store([_postings(documents)])


QUERY = ["vốn", "mạng", "lạ"]


def test_bm25_equals_the_formula() -> None:
    store = _store(DOCUMENTS)
    np.testing.assert_allclose(store.scores(QUERY), _by_hand(DOCUMENTS, QUERY), rtol=1e-5)


@pytest.mark.parametrize("cuts", [(4,), (2,), (1, 2, 3), (0, 3, 3)])
def test_segments_score_as_one_index(cuts: tuple[int, ...], tmp_path: Path) -> None:
    bounds = [0, *cuts, len(DOCUMENTS)]
    parts = [_postings(DOCUMENTS[start:end]) for start, end in pairwise(bounds)]
    expected = _store(DOCUMENTS).scores(QUERY)
    np.testing.assert_array_equal(Bm25Store(parts).scores(QUERY), expected)
    write_merged(parts, tmp_path)
    merged = Postings.read(tmp_path)
    np.testing.assert_array_equal(Bm25Store([merged]).scores(QUERY), expected)
    for part, (start, end) in zip(parts, pairwise(bounds), strict=True):
        again = merged.only((np.arange(len(DOCUMENTS)) >= start) & (np.arange(4) < end))
        for name in ("terms", "starts", "rows", "counts", "lengths"):
            np.testing.assert_array_equal(getattr(again, name), getattr(part, name))


def test_postings_come_back_from_a_folder_mapped_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _postings(DOCUMENTS).save(tmp_path)
    expected = _store(DOCUMENTS).scores(QUERY)
    np.testing.assert_array_equal(Bm25Store([Postings.read(tmp_path)]).scores(QUERY), expected)
    monkeypatch.setattr("index.stores.postings.MAPPED_BYTES", 1)
    mapped = Postings.read(tmp_path)
    assert not mapped.rows.flags.owndata
    np.testing.assert_array_equal(Bm25Store([mapped]).scores(QUERY), expected)


@pytest.mark.parametrize("rows", [[], [2], [0, 3], [0, 1, 2, 3]])
@pytest.mark.parametrize("few", [0, 8])
def test_some_rows_score_as_among_all(
    rows: list[int], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.stores.bm25_store._FEW", few)
    store = Bm25Store([_postings(DOCUMENTS[:2]), _postings(DOCUMENTS[2:])])
    some = store.at(np.array(rows, dtype=np.int64))
    np.testing.assert_array_equal(some.scores(QUERY), store.scores(QUERY)[rows])
    assert some.holds("vốn").tolist() == store.at().holds("vốn")[rows].tolist()


def test_leading_rows_are_the_best_by_the_rarest_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    store = _store(DOCUMENTS).at()
    boosts = {"toàn": 1.0, "an": 1.0, "vốn": 0.1, "lạ": 1.0}
    assert store.leading(boosts, 2).tolist() == [2, 3]
    assert store.leading(boosts, 3).tolist() == [1, 2, 3]  # the shorter of the two with "vốn"
    assert store.leading(boosts, 9).tolist() == [0, 1, 2, 3]
    monkeypatch.setattr("index.stores.bm25_store.MAX_POSTINGS", 1)
    assert store.leading(boosts, 9).tolist() == [2]  # "toàn" alone
    assert store.leading({"lạ": 1.0}, 9).tolist() == []


def test_idf_and_presence() -> None:
    store = _store(DOCUMENTS)
    assert store.at().holds("vốn").tolist() == [True, True, False, False]
    assert store.frequency("an") == 2
    assert store.idf("vốn") == pytest.approx(math.log(1 + 2.5 / 2.5))
    assert store.idf("lạ") == pytest.approx(math.log(1 + 3.5 / 1.5))
    assert store.at().holds("lạ").tolist() == [False] * 4


@pytest.mark.parametrize("documents", [[], [[]], [[], ["vốn"]]])
def test_empty_documents_are_rows_that_score_nothing(documents: list[list[str]]) -> None:
    store = _store(documents)
    assert len(store) == len(documents)
    assert store.scores(["lạ"]).tolist() == [0.0] * len(documents)
    assert (store.scores(["vốn"]) > 0).tolist() == [bool(document) for document in documents]


def test_a_large_file_of_vectors_is_mapped_and_scores_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dense, query = FaissStore(_vectors(50)), _vectors(51)[-1]
    dense.save(tmp_path / "dense.faiss")
    monkeypatch.setattr("index.stores.faiss_store.MAPPED_BYTES", 1)
    mapped = FaissStore.read(tmp_path / "dense.faiss")
    np.testing.assert_array_equal(mapped.scores(query), dense.scores(query))


def test_a_repeated_term_counts_repeatedly() -> None:
    store = _store(DOCUMENTS)
    np.testing.assert_allclose(store.scores(["vốn", "vốn"]), 2 * store.scores(["vốn"]))
