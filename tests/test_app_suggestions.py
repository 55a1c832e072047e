"""What one could ask next: only questions that are answered, from beside what was cited."""

from dataclasses import replace

import pytest
from fakes import make_plan

from app.answer import Answer, Citation, Statement, Status, Trace
from app.suggestions import MAX_CHECKED, MAX_SUGGESTIONS, suggested
from ingest.plan import Plan, Section


def plan(province: str) -> Plan:
    """A plan of two sections, its one chunk in the first."""
    bare = make_plan(province, ["An Giang có 12 trạm."], province=province)
    heads = ("HẠ TẦNG VIỄN THÔNG VÀ CNTT", "Đào tạo nguồn nhân lực số")
    sections = tuple(
        Section(i, None, str(i + 1), head, 1, (str(i + 1),), i * 100, i * 100 + 99)
        for i, head in enumerate(heads)
    )
    return replace(bare, sections=sections, chunks=(replace(bare.chunks[0], section_id=0),))


PLANS = (plan("An Giang"), plan("Cao Bằng"))


def answer_of(standalone: str, *plans: Plan) -> Answer:
    """An answer that cites the first chunk of each plan; a refusal without plans."""
    cited = tuple(
        Citation(n, p.plan_id, p.number, p.title, "1", p.text, 0, 5, p.chunks[0].chunk_id)
        for n, p in enumerate(plans, start=1)
    )
    status = Status.ANSWERED if plans else Status.DECLINED
    return Answer(status, (Statement("x"),), cited, trace=Trace(standalone, kind="figure"))


ASKED = answer_of("An Giang có bao nhiêu trạm phát sóng?", PLANS[0])


def test_comparison_and_next_section_are_suggested_when_they_are_answered() -> None:
    found = suggested(ASKED, PLANS, lambda q: answer_of(q, *PLANS))
    assert found == (
        "So sánh trạm phát sóng của An Giang và Cao Bằng",
        "Kế hoạch của An Giang nêu những gì về đào tạo nguồn nhân lực số?",
    )


def test_what_is_not_answered_from_the_plans_meant_is_not_suggested() -> None:
    assert suggested(ASKED, PLANS, answer_of) == ()
    assert suggested(ASKED, PLANS, lambda q: answer_of(q, PLANS[0])) == (
        "Kế hoạch của An Giang nêu những gì về đào tạo nguồn nhân lực số?",
    )


@pytest.mark.parametrize("answers", [True, False])
def test_few_are_tried_and_fewer_are_shown(answers: bool) -> None:
    many = tuple(replace(plan("An Giang"), plan_id=str(n)) for n in range(20))
    tried: list[str] = []

    def answer_to(question: str) -> Answer:
        tried.append(question)
        return answer_of(question, *many) if answers else answer_of(question)

    refused = answer_of("Sơn La có bao nhiêu trạm phát sóng?")
    found = suggested(refused, many + PLANS, answer_to)
    assert len(found) <= MAX_SUGGESTIONS
    assert len(tried) <= MAX_CHECKED


def test_what_is_denied_is_not_compared() -> None:
    denied = answer_of("Chỉ tiêu trạm nào của An Giang không đạt?", PLANS[0])
    found = suggested(denied, PLANS, lambda q: answer_of(q, *PLANS))
    assert found == ("Kế hoạch của An Giang nêu những gì về đào tạo nguồn nhân lực số?",)
