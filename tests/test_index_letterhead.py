"""What the lines around the body are, and that they are found by the words for it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fakes import CountingEmbedder, make_plan

from index.builder import build_plans
from index.stores.letterhead import said_of
from ingest.plan import Plan

LINES = (
    "ỦY BAN NHÂN DÂN",
    "TỈNH AN GIANG",
    "Số: 45/KH-UBND",
    "An Giang, ngày 02 tháng 01 năm 2021",
    "KẾ HOẠCH",
    "Chuyển đổi số tỉnh An Giang năm 2021",
    "Ủy ban nhân dân tỉnh giao các đơn vị ký số văn bản; kế hoạch này thay Kế hoạch số 45/KH-UBND "
    "cũ, do Nguyễn Văn Bình đề nghị và được xem xét lại vào dịp sơ kết giữa kỳ của toàn tỉnh.",
    "Nơi nhận:\n- Lưu: VT.",
    "CHỦ TỊCH\nNguyễn Văn Bình",
)
NUMBER, ISSUED, TITLE, RECIPIENTS, SIGNER = 2, 3, 5, 7, 8


@pytest.fixture(scope="module")
def plan() -> Plan:
    made = make_plan("ag", LINES)
    return replace(
        made,
        number="45/KH-UBND",
        title=LINES[TITLE],
        signer="Nguyễn Văn Bình",
        issued=date(2021, 1, 2),
    )


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (0, "cơ quan ban hành"),
        (1, "cơ quan ban hành"),
        (NUMBER, "số hiệu"),
        (ISSUED, "ngày ban hành"),
        (TITLE, "tên kế hoạch"),
        (RECIPIENTS, "nơi nhận"),
        (SIGNER, "người ký"),
    ],
)
def test_each_line_is_called_what_it_is(plan: Plan, line: int, word: str) -> None:
    assert word in said_of(plan, plan.chunks[line]).split("; ")


def test_a_line_that_is_none_of_them_and_a_long_paragraph_are_called_nothing(plan: Plan) -> None:
    assert said_of(plan, plan.chunks[4]) == ""
    assert said_of(plan, plan.chunks[6]) == ""


def test_another_date_is_not_the_date_of_issue(plan: Plan) -> None:
    assert said_of(replace(plan, issued=date(2021, 1, 3)), plan.chunks[ISSUED]) == ""


def test_a_chunk_of_the_body_is_called_nothing(plan: Plan) -> None:
    assert said_of(plan, replace(plan.chunks[NUMBER], section_id=0)) == ""


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("ai là người ký kế hoạch", SIGNER),
        ("kế hoạch mang số hiệu nào", NUMBER),
        ("ban hành ngày nào", ISSUED),
        ("tên đầy đủ của kế hoạch là gì", TITLE),
        ("văn bản được gửi cho ai, lưu ở đâu", RECIPIENTS),
        ("ai ky", SIGNER),
    ],
)
def test_it_is_found_by_the_word_for_it(
    plan: Plan, tmp_path: Path, question: str, line: int
) -> None:
    retriever = build_plans([plan], tmp_path, CountingEmbedder()).retriever
    assert retriever.search(question)["ag"][0].chunk.chunk_id == f"ag:{line}"
