"""The report in Chromium: what a reader sees and does, from a file and without a server."""

import pytest
from serving import CHROMIUM, browser
from test_eval_report import HOSTILE, cases, hostile_case, html_of, twin_summary

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where a report of three items lies: passed, declined rightly, failed."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    html = html_of([*cases(), hostile_case()], twins=twin_summary())
    path.write_text(html, encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def chromium():
    with browser() as running:
        yield running


@pytest.fixture
def open_report(chromium, address):
    """Opens the report; afterwards nothing may have gone wrong on it and nothing been loaded."""
    contexts, faults = [], []

    def open_at(fragment="", width=1280, **options):
        context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on(
            "request",
            lambda request: (
                faults.append(request.url) if not request.url.startswith(address) else None
            ),
        )
        page.goto(address + fragment)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert faults == []


def test_failures_are_one_click_away(open_report):
    page = open_report()
    rows = page.locator(".list li:visible")
    assert rows.count() == 3
    page.get_by_text("Chỉ câu không đạt").click()
    assert rows.count() == 1
    assert page.locator("#shown").inner_text() == "1 / 3"


def test_words_are_found_with_and_without_diacritics(open_report):
    page = open_report()
    rows = page.locator(".list li:visible")
    for typed in ("KHÔNG nêu", "khong neu"):
        page.fill("#search", typed)
        assert rows.count() == 1
        assert rows.get_attribute("data-category") == "unanswerable"
    page.fill("#search", "không có câu nào như thế này")
    assert rows.count() == 0
    assert page.locator("#nothing").is_visible()
    page.fill("#search", "")
    page.select_option("#split", "bo")
    assert rows.count() == 2
    page.select_option("#category", HOSTILE)
    assert rows.count() == 0


def test_an_item_is_opened_left_and_found_again(open_report):
    page = open_report()
    page.locator(".list a").first.click()
    item = page.locator("#item-1")
    assert item.is_visible()
    assert not page.locator("#overview").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "H2"
    item.locator(".mark").first.click()
    assert page.url.endswith("#item-1-1")
    assert item.is_visible()
    page.go_back()
    page.go_back()
    page.locator("#overview").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#item-1"
    page.go_forward()
    item.locator(".back").click()
    page.locator("#overview").wait_for()
    assert page.locator(".list a").first.is_visible()


def test_the_keyboard_moves_within_the_filter(open_report):
    page = open_report()
    page.select_option("#split", "bo")
    page.locator(".list a").first.focus()
    page.keyboard.press("Enter")
    page.locator("#item-1 .place", has_text="1 / 2").wait_for()
    page.keyboard.press("ArrowRight")
    page.locator("#item-2").wait_for()
    page.keyboard.press("ArrowRight")
    assert page.locator("#item-2").is_visible()
    page.keyboard.press("ArrowLeft")
    page.locator("#item-1").wait_for()
    page.keyboard.press("Escape")
    page.locator("#overview").wait_for()


def test_a_link_opens_an_item_with_its_passages(open_report):
    page = open_report("#item-1")
    page.get_by_text("Các đoạn tìm được").first.click()
    passage = page.locator("#item-1 .passages blockquote")
    assert passage.inner_text() == "Toàn tỉnh có 120 trạm phát sóng."
    assert page.title().startswith("Có bao nhiêu trạm? – ")


def test_the_language_changes_everywhere_and_is_remembered(open_report):
    page = open_report()
    figure = page.locator("#plot-passed svg:visible")
    assert "Con số" in figure.text_content()
    page.get_by_role("button", name="English").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "Figure" in figure.text_content()
    assert page.get_by_role("heading", level=1).inner_text() == "Evaluation report"
    assert "Báo cáo" not in page.locator("body").inner_text()
    assert page.get_by_placeholder("Search, with or without diacritics").is_visible()
    assert "100.0" in page.locator(".measures").first.inner_text()
    page.reload()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("button", name="Tiếng Việt").click()
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert "100,0" in page.locator(".measures").first.inner_text()


@pytest.mark.parametrize("fragment", ["", "#item-1", "#item-3"])
def test_a_phone_shows_it_without_sideways_scrolling(open_report, fragment):
    page = open_report(fragment, width=375)
    assert page.evaluate(OVERFLOW) <= 0
    page.click("#language")
    assert page.evaluate(OVERFLOW) <= 0


def test_it_reads_without_a_script(open_report):
    page = open_report(java_script_enabled=False)
    assert not page.locator("#language").is_visible()
    assert not page.locator("#filters").is_visible()
    page.locator(".list a").first.click()
    item = page.locator("#item-1")
    assert "Có 120 trạm." in item.inner_text()
    item.locator(".next").click()
    assert page.locator("#item-2").is_visible()
    page.locator("#item-2 .back").click()
    assert page.locator("#overview").is_visible()


def test_it_prints_summary_and_plots_but_not_the_list(open_report):
    page = open_report()
    page.emulate_media(media="print")
    assert page.locator("#summary").is_visible()
    assert page.locator("#plot-passed").is_visible()
    assert not page.locator("#items").is_visible()
