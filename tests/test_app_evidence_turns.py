"""What a passage must say before it tells a reason, a year's sum, a department's figure or a supplier."""

import re
from dataclasses import replace

import pytest
from fakes import make_plan

from app.reading.evidence import in_period, may_answer
from app.reading.material import Material
from app.understanding.kinds import Kind
from app.understanding.question import Question
from app.words.entities import has_asked_kind

LINES = (
    "Duy trì hệ thống đăng nhập một lần của tỉnh.",
    "Tạm dừng hệ thống đăng nhập một lần vì máy chủ hỏng.",
    "Bố trí 210 tỷ đồng giai đoạn 2022-2025.",
    "Mỗi năm bố trí 12 tỷ đồng trong giai đoạn 2022-2025.",
    "Toàn tỉnh phê duyệt cấp độ cho 22 hệ thống.",
    "Sở Y tế phê duyệt cấp độ cho 03 hệ thống.",
)
PLAN = make_plan("p", LINES)


def coverage(query: str, text: str) -> float:
    """The share of the words of `query` that `text` holds."""
    words, held = (re.findall(r"\w+", part.casefold()) for part in (query, text))
    return sum(word in held for word in words) / len(words) if words else 0.0


def answers(text: str, topic: str, line: int, kind: Kind = Kind.FIGURE) -> bool:
    material = Material(Question(text, kind, topic=topic), (PLAN,), coverage)
    return may_answer(material, PLAN, PLAN.chunks[line])


@pytest.mark.parametrize(
    ("text", "line", "stands"),
    [
        ("Vì sao tỉnh dừng hệ thống đăng nhập một lần?", 0, False),
        ("Vì sao tỉnh bỏ hệ thống đăng nhập một lần?", 1, True),
        ("Vì sao hệ thống đăng nhập một lần bị chậm?", 1, False),
        ("Vì sao tỉnh duy trì hệ thống đăng nhập một lần?", 0, True),
    ],
)
def test_a_reason_for_a_turn_needs_the_turn(text: str, line: int, stands: bool) -> None:
    assert answers(text, "hệ thống đăng nhập một lần", line, Kind.FACT) is stands


def test_under_a_heading_on_causes_a_reason_needs_fewer_words() -> None:
    for heading, stands in (("III. NGUYÊN NHÂN", True), ("III. NHÂN LỰC", False)):
        plan = make_plan(
            "p", ("Người lớn tuổi ngại giao diện chỉ có một thứ tiếng.",), heading=heading
        )
        asked = Question("Vì sao người lớn tuổi ngại làm thủ tục?", Kind.FACT, topic="người lớn tuổi ngại qua mạng thủ tục số hóa")  # fmt: skip
        material = Material(asked, (plan,), coverage)
        assert may_answer(material, plan, plan.chunks[0]) is stands


@pytest.mark.parametrize(
    ("year", "line", "stands"), [(2023, 2, False), (2025, 2, True), (2023, 3, True)]
)
def test_the_sum_of_several_years_is_no_single_years(year: int, line: int, stands: bool) -> None:
    plan = replace(PLAN, period=(2022, 2025))
    asked = Question(f"Năm {year} bố trí bao nhiêu tiền?", Kind.FIGURE, years=(year,))
    assert in_period(asked, plan, plan.chunks[line]) is stands


def test_what_is_no_figure_may_stand_under_several_years() -> None:
    asked = Question("Năm 2023 làm gì?", Kind.FACT, years=(2023,))
    assert in_period(asked, PLAN, PLAN.chunks[2])


@pytest.mark.parametrize(("line", "stands"), [(4, False), (5, True)])
def test_a_departments_figure_names_the_department(line: int, stands: bool) -> None:
    assert answers("Sở Y tế phê duyệt cho mấy hệ thống?", "phê duyệt hệ thống", line) is stands


@pytest.mark.parametrize(
    ("question", "passage", "held"),
    [
        ("An Giang thuê ai đánh giá?", "Sở Tài chính thuê đơn vị đánh giá.", False),
        ("An Giang thuê ai đánh giá?", "Thuê Công ty Sao Mai đánh giá.", True),
        ("Ai là nhà thầu của kho dữ liệu?", "Sở Tài chính làm chủ đầu tư.", False),
        ("Nhà thầu làm kho dữ liệu là ai?", "Liên danh Sông Hậu thi công.", True),
        ("Ai phụ trách kho dữ liệu?", "Sở Tài chính phụ trách.", True),
    ],
)
def test_a_supplier_is_told_by_its_name(question: str, passage: str, held: bool) -> None:
    assert has_asked_kind(question, passage) is held
