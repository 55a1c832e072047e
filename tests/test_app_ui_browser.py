"""The chat screen in Chromium, over the plans that ship: what an official sees and does."""

from urllib.parse import urlsplit

import pytest
from assistants import four_plans
from fakes_ui import GOAL, HOSTILE, FakeAssistant
from serving import CHROMIUM, DESKTOP, PHONE, ask, browser, served

from app.feedback import FeedbackStore

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]

BUDGET_QUESTION = "Tổng kinh phí thực hiện kế hoạch của Thanh Hóa là bao nhiêu?"
BUDGET_QUOTE = "Tổng kinh phí thực hiện các nhiệm vụ, dự án CNTT trong giai đoạn 2021-2025"
EMPTY_BOX = "document.querySelector('#question-box textarea').value === ''"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Where the feedback on the fake assistant's answers is kept."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def addresses(home):
    """Where the real and the fake assistant are served, and one whose home is no folder."""
    no_folder = home / "file"
    no_folder.touch()
    with (
        served(four_plans()) as real,
        served(FakeAssistant(), home) as fake,
        served(FakeAssistant(), no_folder) as homeless,
    ):
        yield {"real": real, "fake": fake, "homeless": homeless}


@pytest.fixture(scope="module")
def chromium(addresses):
    with browser() as running:
        yield running


class Watched:
    """A page and everything on it that should not happen."""

    def __init__(self, page) -> None:
        self.page = page
        self.faults: list[str] = []
        self.hosts: set[str] = set()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))
        page.on("dialog", self._dialog)
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))

    def _console(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"console: {message.text}")

    def _dialog(self, dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def open_page(chromium, addresses):
    """Opens the screen of an assistant; afterwards nothing may have gone wrong on it."""
    opened = []

    def open_at(which, viewport=DESKTOP):
        page = chromium.new_page(viewport=viewport)
        opened.append((Watched(page), urlsplit(addresses[which]).netloc))
        page.goto(addresses[which])
        page.locator(".welcome").wait_for()
        return page

    yield open_at
    for watched, own in opened:
        watched.page.close()
        assert watched.faults == []
        assert watched.hosts - {""} == {own}


def overflow(page) -> int:
    """By how many pixels the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def passage_in_view(page) -> bool:
    """Whether the highlighted passage begins inside the visible part of the panel."""
    return page.evaluate(
        """() => {
          const body = document.querySelector('.source-body').getBoundingClientRect();
          const mark = document.querySelector('.source mark').getBoundingClientRect();
          return mark.top >= body.top && mark.top < body.bottom && body.bottom <= innerHeight;
        }"""
    )


def test_conversation_with_sources_follow_up_and_comparison(open_page):
    page = open_page("real")

    turn = ask(page, BUDGET_QUESTION)
    assert turn.locator(".understood").inner_text() == f"Đã hiểu: {BUDGET_QUESTION}"
    assert "1.501,713" in turn.locator(".said").first.inner_text()
    assert page.evaluate(EMPTY_BOX)

    turn.locator(".said .mark").first.click()
    page.locator(".source.open mark").first.wait_for()
    assert BUDGET_QUOTE in page.locator(".source mark").first.inner_text()
    assert "272/KH-UBND" in page.locator(".source-document").inner_text()
    assert passage_in_view(page)

    follow_up = ask(page, "Còn Đồng Nai thì sao?")
    assert "Đồng Nai" in follow_up.locator(".understood").inner_text()
    assert "kinh phí" in follow_up.locator(".understood").inner_text().lower()

    comparison = ask(page, "So sánh mục tiêu dịch vụ công trực tuyến của Lâm Đồng và Đồng Nai")
    assert set(comparison.locator("tbody th").all_inner_texts()) == {"Lâm Đồng", "Đồng Nai"}
    comparison.locator("tbody tr", has_text="Lâm Đồng").locator(".mark").first.click()
    page.locator(".source-document", has_text="9423/KH-UBND").wait_for()
    assert passage_in_view(page)
    assert page.locator(".turn").count() == 3


def test_declined_question_has_no_sources(open_page):
    turn = ask(open_page("real"), "Kinh phí của tỉnh Cà Mau là bao nhiêu?")

    assert "Cà Mau" in turn.locator(".declined .said").first.inner_text()
    assert turn.locator(".sources, .mark").count() == 0


def test_phone_shows_everything_within_its_width(open_page):
    page = open_page("real", PHONE)
    assert overflow(page) == 0

    turn = ask(page, "So sánh kinh phí của Lâm Đồng và Thanh Hóa")
    assert overflow(page) == 0
    for cell in turn.locator("td").all():
        box = cell.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]

    turn.locator(".mark").first.click()
    page.locator(".source.open mark").first.wait_for()
    assert overflow(page) == 0
    assert passage_in_view(page)

    page.locator(".source-close").click()
    page.locator(".source.open").wait_for(state="detached")
    assert page.locator("#send-button").is_visible()


def test_panel_is_worked_from_the_keyboard(open_page):
    page = open_page("fake")
    turn = ask(page, "Mục tiêu của An Nam?")

    mark = turn.locator('.mark[data-marker="2"]')
    mark.focus()
    page.keyboard.press("Enter")
    page.locator(".source mark", has_text=GOAL).wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Nguồn 2"

    page.keyboard.press("Escape")
    page.locator(".source.open").wait_for(state="detached")
    assert page.evaluate("document.activeElement.dataset.marker") == "2"

    turn.locator('.source-entry[data-marker="3"]').press("Enter")
    page.locator(".source mark", has_text="<script>").wait_for()
    assert page.evaluate("document.documentElement.lang") == "vi"


def test_example_is_asked_and_a_new_conversation_is_empty(open_page):
    page = open_page("fake")

    page.locator(".ask", has_text="So sánh").click()
    first = page.locator('.turn[data-number="0"]')
    first.locator("tbody th", has_text="Bình Bắc").wait_for()
    assert "So sánh kinh phí của An Nam và Bình Bắc" in first.locator(".asked").inner_text()

    turn = ask(page, "Kinh phí?")
    assert "(lượt 2)" in turn.locator(".understood").inner_text()

    page.click("#new-button")
    page.locator(".welcome").wait_for()
    assert page.locator(".turn").count() == 0
    assert "(lượt 1)" in ask(page, "Kinh phí?").locator(".understood").inner_text()


@pytest.mark.parametrize(
    "message",
    ["<img src=x onerror=alert(1)>", "{{7*7}} ${alert(1)} `x` \\u0041", f"kinh phí {HOSTILE}"],
)
def test_hostile_message_is_shown_as_text(open_page, message):
    page = open_page("fake")
    turn = ask(page, message)

    assert turn.locator(".asked").inner_text().endswith(message)
    assert message in turn.locator(".understood").inner_text()
    assert page.locator(".turn img, .turn script, .turn a").count() == 0


def test_too_long_empty_and_failing_messages_get_a_sentence(open_page):
    page = open_page("fake")

    assert "20000 ký tự" in ask(page, "a" * 20_000).locator(".fault").inner_text()
    assert "gặp lỗi" in ask(page, "câu hỏng").locator(".fault").inner_text()
    assert overflow(page) == 0
    page.click("#send-button")
    page.locator(".fault", has_text="Xin nhập câu hỏi").wait_for()

    # The hint for the empty message gives way to the next turn.
    page.fill("#question-box textarea", "Kinh phí?")
    page.press("#question-box textarea", "Enter")
    page.locator('.turn[data-number="2"] .said', has_text="1.234").wait_for()
    assert page.locator(".fault", has_text="Xin nhập").count() == 0


def test_two_readers_do_not_see_each_other(open_page):
    first, second = open_page("fake"), open_page("fake")
    ask(first, "Kinh phí?")

    assert second.locator(".turn").count() == 0
    assert "(lượt 1)" in ask(second, "Mục tiêu?").locator(".understood").inner_text()


def test_an_answer_is_judged_from_the_keyboard_and_kept(open_page, home):
    page = open_page("fake")
    turn = ask(page, "Mục tiêu của An Nam?")
    row, form = turn.locator(".opinion"), turn.locator(".opinion-form")
    helpful, wrong = row.locator(".verdict").all()
    assert not form.is_visible()

    wrong.press("Enter")
    assert wrong.get_attribute("aria-expanded") == "true"
    assert form.locator(".opinion-send").is_disabled()
    form.locator('[value="wrong_answer"]').focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")

    # A form that stands open outlives the drawings of the next answer.
    form.locator(".opinion-comment").fill(f"thiếu {HOSTILE}")
    ask(page, "Kinh phí?")
    assert form.locator(".opinion-comment").input_value() == f"thiếu {HOSTILE}"
    assert form.locator("input:checked").get_attribute("value") == "incomplete"

    form.locator(".opinion-comment").press("Enter")
    row.locator(".opinion-said", has_text="Cảm ơn anh/chị đã góp ý.").wait_for()
    assert not form.is_visible()
    assert wrong.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.textContent") == "Chưa đúng"
    (kept,) = FeedbackStore(home).all()
    assert (kept.turns, kept.helpful) == (("Mục tiêu của An Nam?",), False)
    assert (kept.reason, kept.comment) == ("incomplete", f"thiếu {HOSTILE}")

    helpful.click()
    row.locator('.verdict[data-helpful="true"][aria-pressed="true"]').wait_for()
    (changed,) = FeedbackStore(home).all()
    assert (changed.id, changed.helpful, changed.reason) == (kept.id, True, None)
    assert page.locator('.verdict[aria-pressed="true"]').count() == 1


def test_chat_goes_on_where_no_feedback_can_be_kept(open_page):
    page = open_page("homeless", PHONE)
    turn = ask(page, "Thời tiết?")

    turn.locator(".verdict", has_text="Hữu ích").click()
    turn.locator(".unkept", has_text="Chưa lưu được góp ý").wait_for()
    assert turn.locator('.verdict[aria-pressed="true"]').count() == 0
    assert overflow(page) == 0
    assert "(lượt 2)" in ask(page, "Kinh phí?").locator(".understood").inner_text()


def test_understood_question_is_edited_and_asked_again(open_page):
    page = open_page("real")
    ask(page, "Lạng Sơn có bao nhiêu trạm BTS?")
    turn = page.locator(".turn").last
    turn.locator(".revise").click()
    turn.locator(".revise-form textarea").fill("Ai ký kế hoạch của Thanh Hóa?")
    turn.locator(".revise-form button").click()

    page.locator('.turn[data-number="1"] .opinion').wait_for()
    understood = page.locator(".turn").last.locator(".understood").inner_text()
    assert understood == "Đã hiểu: Ai ký kế hoạch của Thanh Hóa?"


def test_a_suggested_question_is_asked_by_its_button(open_page):
    page = open_page("real")
    ask(page, "Lạng Sơn có bao nhiêu trạm BTS?")
    suggestion = page.locator(".turn .ask").first
    suggestion.wait_for()
    question = suggestion.inner_text()
    suggestion.click()

    page.locator('.turn[data-number="1"] .opinion').wait_for()
    assert page.locator(".turn").last.locator(".asked").inner_text().endswith(question)
