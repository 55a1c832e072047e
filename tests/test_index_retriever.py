"""Ranking within plans: every plan on its own, folded typing, odd questions, coverage."""

import time
from pathlib import Path

import numpy as np
import pytest
from fakes import CountingEmbedder, make_plan

from index.builder import build_plans
from index.search.retriever import PlanRetriever
from index.snapshot import Snapshot

SHARED_LINE = "Bảo đảm an toàn thông tin mạng cho các cơ quan nhà nước"
FIRST = make_plan(
    "a",
    [
        SHARED_LINE,
        "Tổng vốn đầu tư là 12,5 tỷ đồng",
        "Đào tạo cán bộ, công chức về công nghệ thông tin",
        "Khôi phục các tháp cổ",
        "Xây dựng nền tảng dùng chung",
    ],
    province="An Giang",
)
SECOND = make_plan(
    "bb",
    [SHARED_LINE, "Thập kỷ qua tỉnh đã cố gắng", "Trang bị máy chủ cho Cần Thơ và An Giang"],
    province="Cần Thơ",
)


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    return build_plans([FIRST, SECOND], tmp_path, CountingEmbedder())


@pytest.fixture
def retriever(snapshot: Snapshot) -> PlanRetriever:
    return snapshot.retriever


def _top(retriever: PlanRetriever, query: str, plan_id: str = "a") -> str:
    return retriever.search(query)[plan_id][0].chunk.text


def test_equal_texts_in_two_plans_stay_two_chunks(retriever: PlanRetriever) -> None:
    found = retriever.search("an toàn thông tin mạng")
    assert [found[plan_id][0].chunk.chunk_id for plan_id in ("a", "bb")] == ["a:0", "bb:0"]
    assert found["a"][0].score == pytest.approx(found["bb"][0].score)


def test_only_asked_plans_are_ranked_and_ranks_count_from_one(retriever: PlanRetriever) -> None:
    found = retriever.search("an toàn thông tin mạng", ["bb"], k=2)
    assert list(found) == ["bb"]
    assert [hit.rank for hit in found["bb"]] == list(range(1, len(found["bb"]) + 1))
    scores = [hit.score for hit in found["bb"]]
    assert scores == sorted(scores, reverse=True)


def test_an_unknown_plan_has_no_chunks(retriever: PlanRetriever) -> None:
    assert retriever.search("an toàn", ["không có"]) == {"không có": ()}


def test_the_dense_score_is_the_cosine(retriever: PlanRetriever) -> None:
    hit = retriever.search("vốn mạng", ["a"])["a"][0]
    assert hit.dense == pytest.approx(1 / np.sqrt(2), abs=1e-6)


@pytest.mark.parametrize("query", ["thap co", "tháp cổ", "THÁP CỔ", "tha\u0301p co\u0309"])
def test_a_question_with_or_without_marks_finds_accented_text(
    retriever: PlanRetriever, query: str
) -> None:
    assert _top(retriever, query) == "Khôi phục các tháp cổ"


def test_typed_marks_prefer_the_word_that_bears_them(tmp_path: Path) -> None:
    plan = make_plan("c", ["Thập kỷ cố gắng", "Các tháp cổ", "Chuyện khác"])
    retriever = build_plans([plan], tmp_path, CountingEmbedder()).retriever
    assert _top(retriever, "tháp cổ", "c") == "Các tháp cổ"
    assert _top(retriever, "thập cố", "c") == "Thập kỷ cố gắng"
    both = retriever.search("thap co")["c"]
    assert {hit.chunk.text for hit in both[:2]} == {"Thập kỷ cố gắng", "Các tháp cổ"}


def test_one_word_typed_without_marks_among_others(retriever: PlanRetriever) -> None:
    assert _top(retriever, "khôi phuc tháp") == "Khôi phục các tháp cổ"


@pytest.mark.parametrize("query", ["đào tạo CNTT", "dao tao cntt", "ddaof taoj cntt"])
def test_an_abbreviation_finds_its_full_form(retriever: PlanRetriever, query: str) -> None:
    hit = retriever.search(query)["a"][0]
    assert hit.chunk.text == "Đào tạo cán bộ, công chức về công nghệ thông tin"


def test_a_number_is_found_whole(retriever: PlanRetriever) -> None:
    assert _top(retriever, "12,5") == "Tổng vốn đầu tư là 12,5 tỷ đồng"


def test_a_plans_own_province_does_not_steer_its_ranking(retriever: PlanRetriever) -> None:
    plain = retriever.search("máy chủ", ["bb"])["bb"]
    named = retriever.search("máy chủ tỉnh Cần Thơ", ["bb"])["bb"]
    assert [hit.score for hit in named] == [hit.score for hit in plain]
    assert retriever.search("Cần Thơ", ["bb"])["bb"][0].chunk.chunk_id == "bb:2"


@pytest.mark.parametrize(
    "query",
    [
        "",
        " \n",
        "???",
        "là gì",
        "bao nhiêu",
        "🙂",
        "مرحبا بالعالم",
        "你好世界",
        "'; DROP TABLE plans; --",
    ],
)
def test_odd_questions_give_lists_and_no_error(retriever: PlanRetriever, query: str) -> None:
    found = retriever.search(query)
    assert set(found) == {"a", "bb"}
    if query.strip() in ("", "???", "là gì", "bao nhiêu", "🙂"):
        assert found == {"a": (), "bb": ()}


def test_a_very_long_question_is_quick(retriever: PlanRetriever) -> None:
    started = time.perf_counter()
    found = retriever.search("an toàn thông tin mạng " * 1000)
    assert time.perf_counter() - started < 1
    assert found["a"][0].chunk.text == SHARED_LINE


def test_coverage_is_a_share_of_the_questions_content(retriever: PlanRetriever) -> None:
    assert retriever.coverage("an toàn thông tin", SHARED_LINE) == pytest.approx(1)
    assert retriever.coverage("an toan thong tin", SHARED_LINE) == pytest.approx(1)
    assert retriever.coverage("trồng lúa mì", SHARED_LINE) == 0
    assert retriever.coverage("là gì", SHARED_LINE) == 0
    partly = retriever.coverage("an toàn hồ chứa", SHARED_LINE)
    assert 0 < partly < 0.5
    hit = retriever.search("an toàn hồ chứa")["a"][0]
    assert hit.coverage == pytest.approx(partly)


def test_coverage_counts_an_opened_abbreviation(retriever: PlanRetriever) -> None:
    text = "Đào tạo cán bộ, công chức về công nghệ thông tin"
    assert retriever.coverage("CNTT", text) == pytest.approx(1)


def test_headings_and_leads_are_searched_with_a_chunk(tmp_path: Path) -> None:
    plan = make_plan("d", ["Mức 4 đạt 30%", "Mức 3 đạt 60%"], heading="Dịch vụ công trực tuyến")
    retriever = build_plans([plan], tmp_path, CountingEmbedder()).retriever
    hit = retriever.search("dịch vụ công trực tuyến mức 4")["d"][0]
    assert hit.chunk.text == "Mức 4 đạt 30%"
    assert hit.coverage == pytest.approx(1, abs=0.15)


def test_langchain_gets_documents_with_their_place(retriever: PlanRetriever) -> None:
    documents = retriever.invoke("máy chủ")
    assert documents[0].page_content == "Trang bị máy chủ cho Cần Thơ và An Giang"
    assert documents[0].metadata["chunk_id"] == "bb:2"
    assert documents[0].metadata["start"] == SECOND.chunks[2].start


def test_expansions_are_visible(retriever: PlanRetriever) -> None:
    assert "công nghệ thông tin" in {e.target for e in retriever.expansions("CNTT")}
    assert retriever.idf("kế hoạch") > 0


def test_the_whole_question_finds_what_its_topic_lost(retriever: PlanRetriever) -> None:
    topic, whole = "kèm theo", "Tổng vốn đầu tư là bao nhiêu, kèm theo nguồn"
    found = retriever.search(topic, ["a"], question=whole)["a"][0]
    assert found.chunk.text == "Tổng vốn đầu tư là 12,5 tỷ đồng"


def test_the_topic_still_counts_beside_the_whole_question(retriever: PlanRetriever) -> None:
    alone = retriever.search("tháp cổ", ["a"])["a"][0]
    both = retriever.search("tháp cổ", ["a"], question="tháp cổ và vốn")["a"][0]
    assert both.chunk.text == alone.chunk.text == "Khôi phục các tháp cổ"
    assert (both.lexical, both.coverage) == (alone.lexical, alone.coverage)


def test_an_empty_topic_leaves_the_whole_question(retriever: PlanRetriever) -> None:
    assert retriever.search("", ["a"], question="tháp cổ") == retriever.search("tháp cổ", ["a"])
