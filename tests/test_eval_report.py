"""The report: right verdicts, hostile text as text, both languages, usable in a browser."""

import shutil
import tomllib
from html.parser import HTMLParser

import fakes_eval as fakes
import pytest

from app.answer import (
    Answer,
    Citation,
    ComparisonCell,
    ComparisonRow,
    ComparisonTable,
    Statement,
    Status,
    Trace,
)
from eval.console import aligned, percent, summary_text
from eval.measures.definitions import all_measures, judge
from eval.questions.dataset import Evidence
from eval.report.item_view import Reason, Segment, Verdict, item_view, segments, verdict
from eval.report.page import report_html
from eval.report.texts import ENGLISH_FILE, Language, Number, named, say
from eval.summary import Summary, percentile, split_gaps, summarise
from eval.trace import ProblemKind
from prompts import keys

HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'


class Page(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.texts = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.texts.append(data)


def cases():
    good = fakes.answer(
        "Có 120 trạm.",
        fakes.cite("Toàn tỉnh có 120 trạm phát sóng."),
        passages=(fakes.passage("Toàn tỉnh có 120 trạm phát sóng."),),
    )
    refusal = fakes.answer("Kế hoạch không nêu.", status=Status.DECLINED)
    unanswerable = fakes.item(
        id="q2", category="unanswerable", answerable=False, must=(), evidence=()
    )
    return [fakes.case(good), fakes.case(refusal, unanswerable)]


def hostile_case():
    given = Answer(
        Status.ANSWERED,
        (Statement(f"{HOSTILE} 999", (1,), lead=HOSTILE),),
        (Citation(1, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, 0, 3, HOSTILE),),
        ComparisonTable((HOSTILE,), (ComparisonRow(HOSTILE, (ComparisonCell(HOSTILE, (1,)),)),)),
        trace=Trace(HOSTILE, writer=HOSTILE, passages=(fakes.passage(HOSTILE, HOSTILE),)),
    )
    qa_item = fakes.item(
        id=HOSTILE,
        category=HOSTILE,
        turns=(HOSTILE, HOSTILE),
        must=((HOSTILE + "!",),),
        must_not=("alert",),
        evidence=(Evidence(doc=HOSTILE, quote=HOSTILE),),
        note=HOSTILE,
    )
    return fakes.problem_case(ProblemKind.CRASHED, given, qa_item)


def html_of(made):
    judged = judge(made)
    return report_html(judged, summarise(judged, created=fakes.NOW))


def test_hostile_text_is_text_everywhere():
    page = Page(html_of([hostile_case()]))
    assert page.tags.count("script") == 2  # the page's own texts and code
    assert "img" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert sum(HOSTILE in text for text in page.texts) >= 8


def test_the_page_loads_nothing_and_its_links_lead_somewhere():
    html = html_of([*cases(), hostile_case()])
    page = Page(html)
    assert not [value for name, value in page.attributes if name in ("src", "action")]
    assert "http://" not in html
    assert "https://" not in html
    links = {value for name, value in page.attributes if name == "href"}
    targets = {f"#{value}" for name, value in page.attributes if name == "id"}
    assert links
    assert {link for link in links if link.startswith("#")} <= targets | {"#"}


def test_the_same_figures_give_the_same_page():
    assert html_of(cases()) == html_of(cases())


def test_both_languages_say_the_same_things():
    english = tomllib.loads(ENGLISH_FILE.read_text(encoding="utf-8"))
    assert set(keys("report")) <= set(english)
    for measure in all_measures():
        for part in ("measure", "explain"):
            assert say(Language.ENGLISH, f"{part}_{measure.name}")
            assert say(Language.VIETNAMESE, f"{part}_{measure.name}")
    assert named("category", "source-fault").known
    assert named("category", "tự đặt").written(Language.ENGLISH) == "tự đặt"


def test_numbers_are_written_as_each_language_writes_them():
    assert Number(1234.5, 1).written(Language.VIETNAMESE) == "1.234,5"
    assert Number(1234.5, 1).written(Language.ENGLISH) == "1,234.5"
    assert Number(None).written(Language.ENGLISH) == "–"


def test_verdicts_and_their_reasons():
    (passed,) = judge(cases()[:1])
    assert verdict(passed) is Verdict.PASS
    (weak,) = judge([fakes.case(fakes.answer("120", fakes.cite("Toàn tỉnh có 120 trạm")))])
    assert verdict(weak) is Verdict.WEAK
    (failed,) = judge([fakes.case(fakes.answer("7 trạm", fakes.cite("120 trạm")))])
    view = item_view(failed)
    assert view.verdict is Verdict.FAIL
    assert Reason("why_missing", "120") in view.reasons
    (declined,) = judge([fakes.case(fakes.answer("Không nêu.", status=Status.DECLINED))])
    assert Reason("why_declined") in item_view(declined).reasons


def test_segments_cut_bold_text_and_marks():
    assert segments("Có **120 trạm**. [1] [12]") == (
        Segment("Có "),
        Segment("120 trạm", bold=True),
        Segment(". "),
        Segment("1", marker=True),
        Segment(" "),
        Segment("12", marker=True),
    )
    assert segments("") == ()


@pytest.mark.browser
def test_a_reader_filters_failures_opens_an_item_and_changes_the_language(tmp_path):
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Debian's chromium is not installed")
    from playwright.sync_api import sync_playwright

    path = tmp_path / "report.html"
    path.write_text(html_of([*cases(), hostile_case()]), encoding="utf-8")
    problems = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 375, "height": 800})
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text))
        page.on("dialog", lambda dialog: problems.append(dialog.message))
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        assert page.get_by_role("heading", level=1).inner_text() == "Báo cáo đánh giá"
        page.click("#language")
        assert page.evaluate("document.documentElement.lang") == "en"
        page.click("#language")
        assert page.evaluate("document.documentElement.lang") == "vi"
        page.locator("input[name=verdict][value=fail] + span").click()
        assert page.locator(".list li:visible").count() == 1
        assert page.locator("#shown").inner_text() == "1 / 3"
        page.locator("input[name=verdict][value=all] + span").click()
        page.goto(f"{path.as_uri()}#item-1")
        assert page.locator("#item-1").is_visible()
        assert not page.locator("#overview").is_visible()
        assert "Có 120 trạm." in page.locator("#item-1").inner_text()
        page.keyboard.press("ArrowRight")
        page.locator("#item-2").wait_for(state="visible")
        page.keyboard.press("Escape")
        page.locator("#overview").wait_for(state="visible")
        browser.close()
    assert problems == []


def test_a_summary_groups_by_split_and_category():
    judged = judge(cases())
    summary = summarise(judged, created=fakes.NOW)
    split = summary.splits["bo"]
    assert summary.overall.n == split.n == 2
    assert list(split.categories) == ["figure", "unanswerable"]
    assert split.scores["passed"].value == 1.0
    assert (split.scores["evidence"].value, split.scores["evidence"].n) == (1.0, 1)
    assert split.categories["figure"].scores["right_decline"].value is None
    assert split.recall_at == {1: 1.0, 2: 1.0, 3: 1.0, 5: 1.0, 10: 1.0, 20: 1.0}
    declining = split.declining.model_dump(exclude_defaults=True)
    assert declining == {"answerable_answered": 1, "unanswerable_declined": 1}
    assert [item.id for item in summary.items] == ["q1", "q2"]
    assert Summary.model_validate_json(summary.model_dump_json()) == summary


def test_a_gap_above_five_points_between_splits_is_a_finding():
    from dataclasses import replace

    right, wrong = fakes.answer("120"), fakes.answer("7")
    made = [fakes.case(right, fakes.item(id=f"a{i}")) for i in range(20)]
    other = [
        replace(fakes.case(wrong if i < 2 else right, fakes.item(id=f"b{i}")), split="test")
        for i in range(20)
    ]
    summary = summarise(judge([*made, *other]), created=fakes.NOW)
    (gap,) = split_gaps(summary)
    assert (gap.better, gap.worse, gap.points) == ("bo", "test", pytest.approx(10.0))
    assert "10,0 điểm" in summary_text(summary)
    assert split_gaps(summarise(judge([*made, *other[1:]]), created=fakes.NOW)) != ()
    assert split_gaps(summarise(judge([*made, *other[2:]]), created=fakes.NOW)) == ()


@pytest.mark.parametrize(
    ("values", "percent_", "expected"),
    [([], 50, None), ([7.0], 95, 7.0), ([3, 1, 2, 4], 50, 2), (list(range(1, 101)), 95, 95)],
)
def test_percentiles_are_nearest_rank(values, percent_, expected):
    assert percentile(values, percent_) == expected


def test_the_terminal_table_holds_the_percentages():
    lines = summary_text(summarise(judge(cases()), created=fakes.NOW)).splitlines()
    assert lines[0] == "bo"
    assert lines[1].split()[:2] == ["Loại", "câu"]
    cells = ["100,0", "100,0", "100,0", "100,0", "100,0", "–", "0,0", "10", "10"]
    assert lines[3].split() == ["figure", "1", *cells]
    assert lines[-1].split()[:3] == ["Tổng", "2", "100,0"]
    assert percent(None) == "–"
    assert aligned([["a", "b"], ["xyz", "1"]]) == "a    b\n---  -\nxyz  1"
