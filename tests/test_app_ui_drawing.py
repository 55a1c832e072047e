"""What the screen draws: answers, examples, the header and the source panel."""

from dataclasses import replace

import pytest
from fakes_ui import BUDGET, GOAL, HOSTILE, FakeAssistant, citation, plan, talk
from pages import Page

from app.answer import Statement
from app.ui.draw import (
    MAX_PLANS_LISTED,
    closed_source_html,
    conversation_html,
    header_html,
    shortened,
    split_lead,
)
from app.ui.examples import MAX_EXAMPLES, example_questions
from app.ui.panel import chosen_source_html
from app.ui.talk import Exchanges
from ingest.plan import Gap, GapKind


def drawn(exchanges: Exchanges) -> Page:
    return Page(conversation_html(exchanges, ()))


def test_answer_is_drawn_in_reading_order():
    page = drawn(talk("Kinh phí của An Nam?"))

    assert page.texts(".understood") == ["Đã hiểu: Kinh phí của An Nam? (lượt 1)"]
    assert page.texts("strong", ".said") == ["1.234 triệu đồng"]
    assert len(page.all("li", "ul")) == 2
    assert page.texts(".notice") == ["Lưu ý: Phụ lục của kế hoạch không có trong tệp."]
    assert [entry.get("data-marker") for entry in page.all(".source-entry")] == ["1", "2", "3"]


def test_hostile_text_stays_text():
    page = drawn(talk(f"kinh phí {HOSTILE}"))

    tags = {element.tag for element in page.root.iter()}
    assert not tags & {"script", "img", "a", "iframe", "em"}
    assert HOSTILE in page.texts(".asked")[0]
    assert HOSTILE in page.texts("li", "ul")[1]
    assert not [name for element in page.root.iter() for name in element.attrib if name[:2] == "on"]


def test_hostile_attribute_stays_one_attribute():
    question = 'x" onmouseover="alert(1)'
    button = Page(conversation_html((), (question,))).one(".ask")

    assert set(button.keys()) == {"type", "class", "data-ask"}
    assert button.get("data-ask") == question


def test_only_our_marks_are_marks():
    marks = drawn(talk("Mục tiêu?")).all(".mark")

    assert GOAL.endswith("[1]")
    assert [(mark.get("data-turn"), mark.get("data-marker")) for mark in marks] == [
        ("0", "1"),
        ("0", "2"),
        ("0", "3"),
    ]
    assert {mark.tag for mark in marks} == {"button"}
    assert marks[0].get("aria-label") == (
        "Xem nguồn 1: Kế hoạch số 11/KH-UBND ngày 9/3/2021 của UBND tỉnh An Nam, Phần II"
    )


def test_marker_without_citation_is_not_drawn():
    (exchange,) = talk("Mục tiêu?")
    page = drawn((replace(exchange, citations=exchange.citations[:1]),))

    assert [mark.get("data-marker") for mark in page.all(".mark")] == ["1"]


def test_comparison_is_a_table_with_marks_in_its_cells():
    page = drawn(talk("So sánh kinh phí"))

    assert page.texts("th", "thead") == ["Địa phương", "Tổng kinh phí", "Vốn trung ương"]
    assert page.texts("th", "tbody") == ["An Nam", "Bình Bắc"]
    assert page.texts(".mark", "tbody") == ["[1]", "[2]"]
    assert page.texts(".silent") == ["không nêu trong kế hoạch"] * 2
    assert [cell.get("data-column") for cell in page.all(".silent")] == ["Vốn trung ương"] * 2


def test_declined_answer_has_no_source_list():
    page = drawn(talk("Thời tiết?"))

    assert page.texts(".said", ".declined")[0].startswith("Kho dữ liệu không có")
    assert not page.all(".sources") + page.all(".mark")


def test_examples_stand_only_in_an_empty_conversation():
    assert Page(conversation_html((), ("Hỏi?",))).texts(".ask") == ["Hỏi?"]
    assert "Hỏi?" not in conversation_html(talk("Thời tiết?"), ("Hỏi?",))


@pytest.mark.parametrize(
    ("text", "lead", "parts"),
    [
        ("Là 5 tỷ đồng.", "5 tỷ đồng", ("Là ", "5 tỷ đồng", ".")),
        ("5 và 5", "5", ("", "5", " và 5")),
        ("Năm 2025 tăng 2 so với trước", "2", ("Năm 2025 tăng ", "2", " so với trước")),
        ("Không có", "", ("Không có", "", "")),
        ("Không có", "khác", ("Không có", "", "")),
    ],
)
def test_lead_is_split_off(text, lead, parts):
    split = split_lead(Statement(text, lead=lead))

    assert (split.before, split.lead, split.after) == parts


def test_long_quote_is_cut_at_a_word():
    assert shortened("một\nhai  ba") == "một hai ba"
    assert shortened("chữ " * 100) == "chữ " * 39 + "chữ…"


def test_examples_come_from_the_plans_held():
    plans = FakeAssistant().catalogue.plans()

    assert example_questions(plans) == (
        "Ai ký kế hoạch của An Nam?",
        "Kinh phí thực hiện kế hoạch của Bình Bắc là bao nhiêu?",
        "Kế hoạch của An Nam đặt những mục tiêu nào về dịch vụ công trực tuyến?",
        "So sánh kinh phí của An Nam và Bình Bắc",
    )
    assert len(example_questions(plans)) == MAX_EXAMPLES
    assert not any("So sánh" in question for question in example_questions(plans[:1]))
    assert example_questions(()) == ()


def test_examples_ask_whole_plans_first():
    first, *others = FakeAssistant().catalogue.plans()
    cut = replace(first, gaps=(Gap(GapKind.TEXT_CUT, "mục 2", None),))

    assert example_questions((cut, *others))[0] == "Ai ký kế hoạch của Bình Bắc?"


def test_header_lists_the_plans():
    page = Page(header_html(FakeAssistant().catalogue.plans()))

    assert page.texts("summary") == ["Trả lời từ 2 kế hoạch: An Nam, Bình Bắc"]
    assert page.texts("li") == [
        "An Nam: Kế hoạch số 11/KH-UBND, năm 2022",
        "Bình Bắc: Kế hoạch số 22/KH-UBND, năm 2022",
    ]
    assert "Hiện chưa có kế hoạch nào" in header_html(())


def test_long_shelf_is_cut_and_says_so():
    plans = [plan(f"p{n}", f"Tỉnh {n}") for n in range(MAX_PLANS_LISTED + 3)]
    items = Page(closed_source_html(plans)).texts("li")

    assert len(items) == MAX_PLANS_LISTED + 1
    assert items[-1] == "và 3 kế hoạch khác"


def test_period_of_several_years_is_written_out():
    page = header_html([replace(plan(), period=(2021, 2025))])

    assert "giai đoạn 2021-2025" in page


def test_panel_shows_the_passage_in_its_section():
    assistant = FakeAssistant()
    exchanges = talk("Kinh phí?", assistant=assistant)
    page = Page(chosen_source_html(assistant, exchanges, {"turn": 0, "marker": 3}))

    assert page.texts("mark") == [HOSTILE]
    assert GOAL in page.texts(".source-body")[0]
    assert page.texts(".source-document")[0].endswith("UBND tỉnh An Nam")
    assert page.texts(".source-place") == ["Phần I, mục II"]


def test_panel_names_the_page_of_a_paged_source():
    assistant = FakeAssistant()
    (exchange,) = talk("Kinh phí?", assistant=assistant)
    paged = replace(exchange, citations=(replace(citation(BUDGET), page=7),))

    page = chosen_source_html(assistant, (paged,), {"turn": 0, "marker": 1})

    assert "Phần I, mục II, trang 7" in page


@pytest.mark.parametrize(
    "chosen",
    [
        None, {}, [], "0", {"turn": 0}, {"turn": 0, "marker": 9}, {"turn": 1, "marker": 1},
        {"turn": -1, "marker": 1}, {"turn": "0", "marker": 1}, {"turn": True, "marker": 1},
        {"turn": 0, "marker": 1.0}, {"turn": 0, "marker": [1]}, {"turn": 10**30, "marker": 1},
    ],
)  # fmt: skip
def test_panel_takes_only_known_numbers_from_the_browser(chosen):
    assistant = FakeAssistant()
    exchanges = talk("Kinh phí?", assistant=assistant)

    assert "Không mở được văn bản" in chosen_source_html(assistant, exchanges, chosen)


def test_panel_says_so_when_the_plan_is_no_longer_held():
    assistant = FakeAssistant()
    (exchange,) = talk("Kinh phí?", assistant=assistant)
    gone = replace(exchange, citations=(replace(citation(BUDGET), plan_id="không-còn"),))

    assert "Không mở được văn bản" in chosen_source_html(
        assistant, (gone,), {"turn": 0, "marker": 1}
    )
