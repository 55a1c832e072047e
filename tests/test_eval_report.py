"""The report: right verdicts, hostile text as text, both languages, the same every time."""

import base64
import hashlib
import re
import string
import tomllib
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import fakes_eval as fakes
import pytest

import prompts
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
from eval.configuration import Configuration
from eval.console import aligned, percent, summary_text
from eval.measures.definitions import all_measures, judge
from eval.predictions import RetrievedPassage
from eval.questions.dataset import Evidence, read_sets, shipped_sets
from eval.questions.twins import TwinKind
from eval.report.item_view import (
    MAX_PASSAGE_CHARS,
    Reason,
    Segment,
    Verdict,
    cut,
    item_view,
    segments,
    verdict,
)
from eval.report.overview import declining_rows, measure_table
from eval.report.page import report_html
from eval.report.plots import all_plots
from eval.report.texts import (
    ENGLISH_FILE,
    Language,
    Moment,
    Number,
    all_keys,
    label_texts,
    named,
    of_hundred,
    say,
)
from eval.summary import Declining, Summary, percentile, split_gaps, summarise
from eval.trace import ProblemKind, TurnTrace
from eval.twinning import TwinPair, TwinScore, TwinSummary
from index.search.parts import PART_NAMES

FOLDER = Path(__file__).parents[1] / "eval" / "report"
HOSTILE = '</script><script>alert("x")</script><img src=x onerror=alert(1)>{{ 7*7 }} $a$'
VOID = {"meta", "input", "br"}
ENGLISH = tomllib.loads(ENGLISH_FILE.read_text(encoding="utf-8"))


class Page(HTMLParser):
    """Collects tags, attributes, texts and what scripts hold; every tag must close in its turn."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.texts, self.open, self.scripts = [], [], [], [], []
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
        (self.scripts if self.open and self.open[-1] == "script" else self.texts).append(data)

    def values(self, name):
        return [value for found, value in self.attributes if found == name]

    @property
    def text(self):
        return " ".join("".join(self.texts).split())


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
        province=(HOSTILE,),
        must=((HOSTILE + "!",),),
        must_not=("alert",),
        standalone=((HOSTILE,),),
        evidence=(Evidence(doc=HOSTILE, quote=HOSTILE),),
        note=HOSTILE,
    )
    made = fakes.case(given, qa_item, fakes.make_plan(province=HOSTILE))
    turn = TurnTrace(message=HOSTILE, understood=HOSTILE, status=HOSTILE, answer=HOSTILE)
    problem = fakes.problem_case(ProblemKind.CRASHED, given, qa_item).problem
    problem = problem.model_copy(update={"message": HOSTILE, "detail": HOSTILE})
    trace = made.trace.model_copy(
        update={
            "kind": HOSTILE,
            "plans": (HOSTILE,),
            "dropped": (HOSTILE,),
            "turns": (turn,),
            "problem": problem,
        }
    )
    return replace(made, split=HOSTILE, trace=trace)


def made_with(**changes):
    fields = {
        "revision": "abc",
        "code": "0",
        "snapshot": "s1",
        "embedder": "túi từ",
        "language_model": "",
        "left_out": (),
        "questions": {},
        "python": "3.11",
        "libraries": {},
    }
    return Configuration.model_validate(fields | changes)


def twin_summary(of="q1", question="co bao nhieu tram?"):
    pair = TwinPair(
        id=f"{of}~",
        of=of,
        kind=TwinKind.NO_DIACRITICS,
        split="bo",
        question=question,
        passed=False,
        original_passed=True,
        differs=True,
    )
    score = TwinScore(n=1, original_passed=1.0, passed=0.0, differs=1.0)
    return TwinSummary(kinds={TwinKind.NO_DIACRITICS: score}, pairs=(pair,))


def html_of(made, **known):
    judged = judge(made)
    return report_html(judged, summarise(judged, created=fakes.NOW, **known))


def test_hostile_text_is_text_everywhere():
    hostile = {"revision": HOSTILE, "snapshot": HOSTILE, "left_out": (HOSTILE,)}
    made = made_with(**hostile, embedder=HOSTILE, language_model=HOSTILE)
    page = Page(html_of([hostile_case()], made_with=made, twins=twin_summary(HOSTILE, HOSTILE)))
    assert page.tags.count("script") == len(page.scripts) == 2  # the page's own texts and code
    assert "img" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert not [script for script in page.scripts if "alert" in script]
    assert page.text.count(HOSTILE) >= 30
    assert "49" not in re.findall(r"\d+", page.text.replace(HOSTILE, ""))
    assert page.open == []


def test_the_page_loads_nothing_and_its_links_lead_somewhere():
    html = html_of([*cases(), hostile_case()])
    page = Page(html)
    assert not [
        value
        for name in ("src", "action", "data", "xlink:href")
        for value in page.values(name)
        if not value.startswith("#")
    ]
    assert not re.search(r"https?:|//\w|@import|javascript:", html)
    links, targets = page.values("href"), page.values("id")
    assert "#item-1-1" in links
    assert {link.removeprefix("#") for link in links} <= set(targets)
    assert len(targets) == len(set(targets))


def test_only_the_pages_own_script_may_run():
    page = Page(html_of(cases()))
    (policy,) = [value for value in page.values("content") if "default-src" in value]
    digest = hashlib.sha256(page.scripts[-1].encode("utf-8")).digest()
    assert f"script-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert "default-src 'none'" in policy


def test_the_same_figures_give_the_same_page():
    assert html_of(cases()) == html_of(cases())


def test_an_item_page_shows_how_its_answer_came_about():
    text = Page(html_of(cases(), twins=twin_summary())).text
    for expected in (
        "Có 120 trạm.", "Hiểu là: đã hiểu", "tìm thấy, hạng 1", "được dẫn", "co bao nhieu tram?",
        "trả lời khác câu gốc", "Các đoạn tìm được (1 / 1)", "12/KH-UBND, Phần I 1,000",
        "Kế hoạch không có thông tin: cần từ chối",
    ):  # fmt: skip
        assert expected in text


def test_a_crashed_item_shows_its_traceback_and_fails():
    crashed = fakes.problem_case(ProblemKind.CRASHED, fakes.answer("120"))
    page = Page(html_of([crashed]))
    assert page.values("data-verdict") == ["fail"]
    assert "Traceback: hỏng" in page.text


def test_a_passage_that_many_items_found_is_written_once():
    given = fakes.answer("120", passages=(fakes.passage("Một đoạn dài."),))
    html = html_of([fakes.case(given, fakes.item(id=f"q{i}")) for i in range(3)])
    assert html.count("Một đoạn dài.") == 1
    assert html.count('href="#passage-1"') == 3


def test_a_run_without_items_still_makes_a_page():
    assert "Chưa có câu hỏi nào được chấm." in Page(html_of([])).text


# ---- languages


def placeholders(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_both_languages_have_the_same_keys_and_placeholders():
    vietnamese = {key: f"report.{key}" for key in prompts.keys("report")}
    of_measures = {key for key in prompts.keys("eval") if key.startswith(("measure_", "explain_"))}
    assert set(ENGLISH) == set(vietnamese) | of_measures == all_keys()
    for file, known in (("report", vietnamese), ("eval", of_measures)):
        path = Path(prompts.__file__).with_name(f"{file}.toml")
        said = tomllib.loads(path.read_text(encoding="utf-8"))
        assert {k: placeholders(said[k]) for k in known} == {
            k: placeholders(ENGLISH[k]) for k in known
        }


def test_every_sentence_is_used():
    sources = [
        path.read_text(encoding="utf-8")
        for path in FOLDER.iterdir()
        if path.suffix in (".py", ".html")
    ]
    words = set(re.findall(r"\w+", "\n".join(sources)))
    prefixes = "category|split|status|twin|part|verdict|plot|end|series|measure|explain"
    composed = re.compile(rf"(?:{prefixes})_\w+|\w+_base")
    assert [key for key in ENGLISH if key not in words and not composed.fullmatch(key)] == []


def test_measures_categories_and_choices_have_words_in_both_languages():
    for measure in all_measures():
        assert say(Language.VIETNAMESE, f"measure_{measure.name}") == measure.title
        assert say(Language.VIETNAMESE, f"explain_{measure.name}") == measure.explanation
        for part in ("measure", "explain"):
            english = say(Language.ENGLISH, f"{part}_{measure.name}")
            vietnamese = say(Language.VIETNAMESE, f"{part}_{measure.name}")
            assert english != vietnamese
            assert re.findall(r"\d+", english) == re.findall(r"\d+", vietnamese)
    shipped = {item.category for one in read_sets(shipped_sets()) for item in one.items}
    groups = {
        "category": shipped, "status": [*Status, "failed"], "part": PART_NAMES, "twin": TwinKind,
        "verdict": Verdict, "split": ["dev", "test"],
    }  # fmt: skip
    assert [
        name for group, names in groups.items() for name in names if not named(group, name).known
    ] == []
    assert named("category", "tự đặt").written(Language.ENGLISH) == "tự đặt"


def test_a_label_has_its_words_in_both_languages():
    texts = label_texts()
    page = Page(html_of([*cases(), hostile_case()], twins=twin_summary()))
    for name in ("data-t", "data-t-label", "data-t-placeholder"):
        assert set(page.values(name)) <= set(texts["vi"]) == set(texts["en"])
    assert texts["en"]["measure_ndcg"] == "nDCG@10 of the evidence"


def test_numbers_and_times_are_written_as_each_language_writes_them():
    assert Number(1234.5, 1).written(Language.VIETNAMESE) == "1.234,5"
    assert Number(1234.5, 1).written(Language.ENGLISH) == "1,234.5"
    assert Number(None).written(Language.ENGLISH) == "–"
    assert Moment(fakes.NOW).written(Language.VIETNAMESE) == "09:30 ngày 31/01/2026"
    assert Moment(fakes.NOW).written(Language.ENGLISH) == "31 January 2026, 09:30"


@pytest.mark.parametrize(
    ("share", "expected"),
    [(None, None), (0, 0), (0.001, 1), (0.826, 83), (0.999, 99), (1.0, 100)],
)
def test_only_all_is_a_hundred_of_a_hundred(share, expected):
    assert of_hundred(share).value == expected


# ---- verdicts


def test_verdicts_and_their_reasons():
    (passed,) = judge(cases()[:1])
    assert verdict(passed) is Verdict.PASS
    assert item_view(passed).reasons == ()
    (weak,) = judge([fakes.case(fakes.answer("120", fakes.cite("Toàn tỉnh có 120 trạm")))])
    assert verdict(weak) is Verdict.WEAK
    assert item_view(weak).reasons == (Reason("why_evidence"),)
    (failed,) = judge([fakes.case(fakes.answer("7 trạm", fakes.cite("120 trạm")))])
    view = item_view(failed)
    assert view.verdict is Verdict.FAIL
    assert Reason("why_missing", "120") in view.reasons
    assert Reason("why_ungrounded", "7 – “7 trạm”") in view.reasons
    assert [group.said for group in view.must] == [False]


@pytest.mark.parametrize(
    ("given", "changes", "reason"),
    [
        (fakes.answer("Không nêu.", status=Status.DECLINED), {}, Reason("why_declined")),
        (
            fakes.answer("120"),
            {"answerable": False, "must": (), "evidence": ()},
            Reason("why_answered"),
        ),
        (
            fakes.answer("", status=Status.DECLINED),
            {"answerable": False, "must": (), "evidence": ()},
            Reason("why_silent"),
        ),
        (fakes.answer("120 và 130"), {"must_not": ("130",)}, Reason("why_forbidden", "130")),
        (fakes.answer("120 " + "x" * 2000), {}, Reason("why_long")),
        (fakes.answer("120"), {}, Reason("why_uncited")),
        (
            fakes.answer("120", replace(fakes.cite("120 trạm"), quote="khác")),
            {},
            Reason("why_broken", "[1] 12/KH-UBND"),
        ),
    ],
)
def test_what_falls_short_is_said(given, changes, reason):
    (judged,) = judge([fakes.case(given, fakes.item(**changes))])
    assert reason in item_view(judged).reasons


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


def test_a_long_passage_is_cut_with_an_ellipsis():
    long = RetrievedPassage(plan="1", section="", text="a" * 500, score=1.0)
    assert cut(long).text == "a" * (MAX_PASSAGE_CHARS - 1) + "…"
    short = long.model_copy(update={"text": "a" * MAX_PASSAGE_CHARS})
    assert cut(short) is short


# ---- overview


def test_declining_tells_right_from_wrong_and_failures_only_where_there_are_some():
    rows = declining_rows(Declining(answerable_answered=3, answerable_declined=1))
    answered, declined = rows["answerable"]
    assert (answered.count, answered.share.value, answered.wrong) == (3, 75.0, False)
    assert (declined.count, declined.share.value, declined.wrong) == (1, 25.0, True)
    assert [(end.share.value, end.wrong) for end in rows["unanswerable"]] == [
        (None, True),
        (None, False),
    ]
    failed = declining_rows(Declining(unanswerable_failed=2))["unanswerable"]
    assert [(end.key, end.count, end.wrong) for end in failed][2] == ("end_failed", 2, True)


def test_the_table_of_measures_has_a_column_per_category_and_one_for_all():
    summary = summarise(judge(cases()), created=fakes.NOW)
    table = measure_table(summary.splits["bo"])
    assert [(term.raw or term.key, n) for term, n in table.columns] == [
        ("figure", 1), ("unanswerable", 1), ("all_categories", 2),
    ]  # fmt: skip
    rows = {row.measure.name: row.cells for row in table.rows}
    assert list(rows) == [measure.name for measure in all_measures()]
    assert [(cell.number.value, cell.n, cell.few) for cell in rows["accuracy"]] == [
        (100.0, 1, True), (None, 0, False), (100.0, 1, True),
    ]  # fmt: skip
    assert rows["wrong_decline"][0].lack == 0.0
    assert [number.value for number in table.times[2].numbers] == [10.0, 10.0, 10.0]


def test_plots_say_in_words_what_they_show():
    asked = [
        replace(case, item=case.item.model_copy(update={"province": ("Tỉnh A",)}))
        for case in cases()
    ]
    plots = {
        plot.name: plot.drawings for plot in all_plots(summarise(judge(asked), created=fakes.NOW))
    }
    assert list(plots) == ["passed", "evidence", "plans", "recall", "latency", "declining"]
    assert plots["passed"]["vi"].alt == (
        "Xử lý đúng theo loại câu hỏi. Con số: bo 100,0 %; Không có thông tin: bo 100,0 %"
    )
    assert "Figure: bo 100.0 %" in plots["passed"]["en"].alt
    assert "Tỉnh A (2)" in plots["plans"]["vi"].svg
    assert "k = 5: 100,0 %" in plots["recall"]["vi"].alt
    assert (
        plots["latency"]["en"].alt
        == "Waiting time. Full answer: p50 10 ms, p95 10 ms; First word: p50 – ms, p95 – ms"
    )
    for drawings in plots.values():
        for drawing in drawings.values():
            assert drawing.svg.startswith("<svg")
            assert not re.search(r"font-family|<style|<metadata|xmlns|#[0-9a-f]{6}\b", drawing.svg)


def test_plots_show_unknown_names_as_they_are():
    named_oddly = fakes.item(category="a<b> $x$ 😀")
    summary = summarise(judge([fakes.case(fakes.answer("120"), named_oddly)]), created=fakes.NOW)
    svg = all_plots(summary)[0].drawings["vi"].svg
    assert "a&lt;b&gt; $x$ 😀" in svg


# ---- figures


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
