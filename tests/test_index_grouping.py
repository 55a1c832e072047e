"""A list's items together when a list is asked for; nothing moved otherwise."""

from dataclasses import replace

import numpy as np
import pytest
from fakes import make_plan

from index.search.grouping import NEARLY_BEST, asks_list, asks_outline, lifted
from ingest.plan import Chunk, ChunkKind

# A heading with two bullets, another heading with a paragraph and a lead-in with two bullets.
_KINDS = "hbbhplbb"


def _chunks() -> list[Chunk]:
    plan = make_plan("a", [f"dòng {i}" for i in range(len(_KINDS))])
    kinds = {"h": ChunkKind.HEADING, "b": ChunkKind.BULLET}
    made = [
        replace(chunk, kind=kinds.get(letter, ChunkKind.PARAGRAPH), section_id=int(i >= 3))
        for i, (letter, chunk) in enumerate(zip(_KINDS, plan.chunks, strict=True))
    ]
    return [replace(chunk, lead_id="a:5") if i > 5 else chunk for i, chunk in enumerate(made)]


def _order(scores: list[float]) -> list[int]:
    raised = lifted(_chunks(), np.array(scores, dtype=np.float32))
    return np.argsort(-raised, kind="stable").tolist()


def test_the_items_follow_the_heading_that_names_them() -> None:
    assert _order([0.9, 0.3, 0.4, 0.1, 0.6, 0.1, 0.5, 0.2])[:3] == [0, 2, 1]


def test_the_items_of_a_lead_follow_it_and_not_their_section() -> None:
    assert _order([0.1, 0.2, 0.2, 0.3, 0.6, 0.9, 0.3, 0.4])[:3] == [5, 7, 6]


def test_the_best_chunk_stays_first() -> None:
    assert _order([0.8, 0.3, 0.4, 0.1, 0.9, 0.1, 0.5, 0.2])[0] == 4


def test_a_list_whose_name_is_far_from_the_best_is_left_where_it_is() -> None:
    scores = [NEARLY_BEST * 0.9 - 0.01, 0.3, 0.4, 0.1, 0.9, 0.1, 0.2, 0.2]
    assert lifted(_chunks(), np.array(scores, dtype=np.float32)) == pytest.approx(scores)


@pytest.mark.parametrize("change", [{"section_id": None}, {"table_id": 0}])
def test_nothing_moves_when_the_best_is_no_part_of_the_body(change: dict[str, int | None]) -> None:
    chunks = _chunks()
    chunks[0] = replace(chunks[0], **change)  # type: ignore[arg-type]
    scores = np.array([0.9, 0.3, 0.4, 0.1, 0.7, 0.1, 0.5, 0.2], dtype=np.float32)
    assert lifted(chunks, scores) is scores


def test_no_chunk_gives_no_score() -> None:
    assert len(lifted([], np.zeros(0, dtype=np.float32))) == 0


@pytest.mark.parametrize(
    "question",
    ["Liệt kê các dự án", "An Giang có những giải pháp nào?", "Sở Tài chính phải làm gì", "ke ra"],
)
def test_a_question_after_several_things_asks_for_a_list(question: str) -> None:
    assert asks_list(question)


@pytest.mark.parametrize("question", ["Có bao nhiêu máy chủ?", "Ai ký kế hoạch?", ""])
def test_a_question_after_one_thing_does_not(question: str) -> None:
    assert not asks_list(question)


def test_the_headings_under_the_best_heading_follow_it_when_the_outline_is_asked_for() -> None:
    plan = make_plan("o", ["II. Giải pháp", "1. Truyền thông", "thân", "2. Hợp tác", "III. Khác"])
    paths = (("II",), ("II", "1"), ("II", "1"), ("II", "2"), ("III",))
    chunks = [
        replace(
            chunk,
            kind=ChunkKind.PARAGRAPH if chunk.text == "thân" else ChunkKind.HEADING,
            section_id=number,
            path=path,
        )
        for number, (chunk, path) in enumerate(zip(plan.chunks, paths, strict=True))
    ]
    scores = np.array([0.9, 0.1, 0.5, 0.2, 0.4], dtype=np.float32)
    outlined = lifted(chunks, scores, outline=True)
    assert np.argsort(-outlined, kind="stable").tolist() == [0, 3, 2, 1, 4]
    assert lifted(chunks, scores).tolist() == scores.tolist()


@pytest.mark.parametrize(
    "question",
    ["Phần giải pháp chia thành mấy nhóm?", "Cho xin các đầu mục nhiệm vụ", "tom tat ke hoach"],
)
def test_a_question_after_the_parts_asks_for_the_outline(question: str) -> None:
    assert asks_outline(question)
    assert asks_list(question)


def test_a_question_after_a_figure_does_not_ask_for_the_outline() -> None:
    assert not asks_outline("Có bao nhiêu máy chủ?")
