import shutil
from datetime import UTC, datetime
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
from eval.case import Case, Problem, ProblemKind
from eval.console import aligned, percent, summary_text
from eval.dataset import Evidence
from eval.measures import judge
from eval.predictions import crashed
from eval.record import current_snapshot, record, run_folder
from eval.report import Segment, report_html, segments, verdict
from eval.summary import Summary, git_revision, percentile, summarise

NOW = datetime(2021, 1, 31, 9, 30, tzinfo=UTC)
HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'
VOID = {"meta", "input", "rect", "br", "img", "link"}


class Page(HTMLParser):
    """Collects tags, attributes and text; fails on tags that do not close."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.texts, self.open = [], [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

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
    made = fakes.case(given, qa_item)
    problem = Problem(ProblemKind.CRASHED, HOSTILE, HOSTILE)
    return Case(HOSTILE, qa_item, made.prediction, made.shelf, problem)


def page_of(made):
    judged = judge(made)
    summary = summarise(judged, created=NOW, revision=HOSTILE, snapshot=HOSTILE)
    return Page(report_html(judged, summary))


def test_hostile_text_is_escaped_everywhere():
    page = page_of([hostile_case()])
    assert page.tags.count("script") == 1  # the page's own
    assert "img" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert sum(HOSTILE in text for text in page.texts) >= 12  # shown, as text
    assert page.open == []


def test_the_page_is_self_contained_and_shows_what_matters():
    page = page_of([*cases(), hostile_case()])
    assert not [value for name, value in page.attributes if name in ("src", "action")]
    links = [value for name, value in page.attributes if name == "href"]
    targets = {value for name, value in page.attributes if name == "id"}
    assert links
    assert all(link.removeprefix("#") in targets for link in links)
    text = " ".join(" ".join(page.texts).split())
    for expected in ("Có 120 trạm.", "đã hiểu", "tìm thấy, hạng 1", "Không đạt", "Trả lời đạt"):
        assert expected in text
    verdicts = [value for name, value in page.attributes if name == "data-verdict"]
    assert verdicts == ["pass", "pass", "fail"]


@pytest.mark.browser
def test_the_filters_show_failures_and_found_words_only(tmp_path):
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Debian's chromium is not installed")
    from playwright.sync_api import sync_playwright

    judged = judge([*cases(), hostile_case()])
    path = tmp_path / "report.html"
    path.write_text(report_html(judged, summarise(judged, created=NOW)), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        problems = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("dialog", lambda dialog: problems.append(dialog.message))
        page.goto(path.as_uri())
        shown = page.locator(".item:visible")
        assert shown.count() == 3
        page.select_option("#verdict", "fail")
        assert shown.count() == 1
        page.select_option("#verdict", "all")
        page.fill("#search", "KHÔNG nêu")
        assert shown.count() == 1
        assert page.text_content("#shown") == "1 / 3 câu"
        browser.close()
    assert problems == []


def test_an_item_that_passes_without_its_evidence_is_weak():
    (judged,) = judge([fakes.case(fakes.answer("120", fakes.cite("Toàn tỉnh có 120 trạm")))])
    assert verdict(judged) == "weak"


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


def test_a_summary_groups_by_split_and_category():
    judged = judge(cases())
    summary = summarise(judged, created=NOW)
    split = summary.splits["bo"]
    assert summary.overall.n == split.n == 2
    assert list(split.categories) == ["figure", "unanswerable"]
    assert split.scores["passed"].value == 1.0
    assert (split.scores["evidence"].value, split.scores["evidence"].n) == (1.0, 1)
    assert split.categories["figure"].scores["right_decline"].value is None
    assert [item.id for item in summary.items] == ["q1", "q2"]
    assert Summary.model_validate_json(summary.model_dump_json()) == summary


@pytest.mark.parametrize(
    ("values", "percent_", "expected"),
    [([], 50, None), ([7.0], 95, 7.0), ([3, 1, 2, 4], 50, 2), (list(range(1, 101)), 95, 95)],
)
def test_percentiles_are_nearest_rank(values, percent_, expected):
    assert percentile(values, percent_) == expected


def test_the_terminal_table_holds_the_percentages():
    text = summary_text(summarise(judge(cases()), created=NOW))
    lines = text.splitlines()
    assert lines[0] == "bo"
    assert lines[1].split()[:2] == ["Loại", "câu"]
    assert lines[3].split() == [
        "figure",
        "1",
        "100,0",
        "100,0",
        "100,0",
        "100,0",
        "–",
        "0,0",
        "10",
        "10",
    ]
    assert lines[-1].split()[:3] == ["Tổng", "2", "100,0"]
    assert percent(None) == "–"
    assert aligned([["a", "b"], ["xyz", "1"]]) == "a    b\n---  -\nxyz  1"


def test_a_run_is_recorded_in_three_files(tmp_path):
    folder = run_folder(tmp_path, NOW)
    assert folder == tmp_path / "runs" / "20210131T093000Z"
    failed = Case(
        "bo", fakes.item(id="q3"), crashed("q3", 1.0), {}, Problem(ProblemKind.CRASHED, "", "E")
    )
    record(folder, [*cases(), failed], created=NOW, snapshot="s1")
    assert sorted(path.name for path in folder.iterdir()) == [
        "predictions.jsonl", "report.html", "summary.json",
    ]  # fmt: skip
    summary = Summary.model_validate_json((folder / "summary.json").read_text(encoding="utf-8"))
    assert summary.snapshot == "s1"
    assert summary.overall.scores["passed"].value == pytest.approx(2 / 3)
    assert (summary.items[2].problem, summary.items[2].detail) == ("crashed", "E")


def test_revision_and_snapshot_are_none_when_there_are_none(tmp_path):
    assert git_revision(tmp_path) is None
    assert current_snapshot(tmp_path) is None
    (tmp_path / "current").write_text("s1\n", encoding="utf-8")
    assert current_snapshot(tmp_path) == "s1"
