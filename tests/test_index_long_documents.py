"""Plans beside a very long document: ranked as without it, and it is found too."""

from pathlib import Path

import numpy as np
import pytest
from fakes import CountingEmbedder, make_plan

from index.builder import build_plans
from index.search.retriever import PlanRetriever
from index.snapshot import current_folder, open_folder
from index.stores.stored_chunks import StoredChunks

PLANS = (
    make_plan("a", ["Vốn đầu tư 10 tỷ đồng", "Đào tạo cán bộ", "An toàn mạng"]),
    make_plan("bb", ["Vốn vay của tỉnh", "Dữ liệu mở"], province="Cao Bằng"),
)
LONG = make_plan(
    "luật",
    [f"Điều {i} về vốn và dữ liệu mạng, đào tạo" for i in range(60)] + ["Nghề cá ven biển"],
    province="",
)


@pytest.fixture
def alone(tmp_path: Path) -> PlanRetriever:
    return build_plans(PLANS, tmp_path / "alone", CountingEmbedder()).retriever


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PlanRetriever:
    stores = ("stores.pool", "stores.segments", "stores.catalogue", "stores.bm25_store")
    for module in (*stores, "search.retriever"):
        monkeypatch.setattr(f"index.{module}.WHOLE_ROWS", 20)
    build_plans([*PLANS, LONG], tmp_path / "beside", CountingEmbedder())
    return open_folder(current_folder(tmp_path / "beside"), CountingEmbedder()).retriever


@pytest.mark.parametrize("question", ["vốn đầu tư", "dữ liệu mạng", "dao tao can bo", "Điều 7"])
def test_plans_rank_as_they_do_alone(
    alone: PlanRetriever, beside: PlanRetriever, question: str
) -> None:
    expected, found = alone.search(question), beside.search(question)
    for plan_id in ("a", "bb"):
        hits = [(hit.chunk, hit.rank) for hit in found[plan_id]]
        assert hits == [(hit.chunk, hit.rank) for hit in expected[plan_id]]
        for one, other in zip(found[plan_id], expected[plan_id], strict=True):
            assert one.score == pytest.approx(other.score, abs=1e-6)
            assert one.coverage == pytest.approx(other.coverage, abs=1e-6)
    assert beside.idf("vốn") == alone.idf("vốn")


def test_the_long_document_is_found_by_its_own_words(beside: PlanRetriever) -> None:
    (hit,) = beside.search("nghề cá", k=1)["luật"]
    assert hit.chunk == LONG.chunks[60]
    numbered = beside.search("điều 41", ["luật"], k=2)["luật"]
    assert [one.rank for one in numbered] == [1, 2]
    assert numbered[0].chunk == LONG.chunks[41]


def test_a_question_after_a_list_is_answered_too(beside: PlanRetriever) -> None:
    hits = beside.search("liệt kê các điều về vốn", ["luật"], k=3)["luật"]
    assert len(hits) == 3
    assert all("vốn" in hit.chunk.text for hit in hits)


def test_its_chunks_are_read_when_asked_for(
    beside: PlanRetriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.stores.stored_chunks._AT_ONCE", 2)
    chunks = beside.catalogue.plan("luật").chunks
    assert isinstance(chunks, StoredChunks)
    assert tuple(chunks) == LONG.chunks
    assert len(chunks) == 61
    assert (chunks[0], chunks[-1]) == (LONG.chunks[0], LONG.chunks[-1])
    assert chunks[3:5] == LONG.chunks[3:5]
    assert chunks.at([2, 9, 11]) == [LONG.chunks[2], LONG.chunks[9], LONG.chunks[11]]
    assert chunks.at([]) == []
    with pytest.raises(IndexError):
        chunks[61]
    assert isinstance(beside.catalogue.plan("a").chunks, tuple)


def test_statistics_are_those_of_each_group(beside: PlanRetriever) -> None:
    lexical = beside.scorer.lexical
    assert np.flatnonzero(lexical.groups).tolist() == list(range(5, 66))
    # "vốn" stands in 2 of the plans' 5 rows and in 60 of the long document's 61.
    assert lexical.idf("vốn") == pytest.approx(np.log(1 + 3.5 / 2.5))
    row = np.array([0, 5])
    short, long = lexical.at(row).scores(["vốn"])
    assert short > 10 * long > 0
