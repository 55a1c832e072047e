import math

import fakes_eval as fakes
import ir_measures
import pytest

from app.answer import Citation, Status
from eval.measures.definitions import all_measures, judge, mean
from eval.measures.evidence import ndcg, quote_ranks, recall
from eval.measures.scores import MAX_CHARS
from eval.questions.dataset import Evidence
from eval.trace import ProblemKind

STATIONS = "Toàn tỉnh có 120 trạm phát sóng."
OTHER = [fakes.passage(f"đoạn {i}") for i in range(9)]


def score(given, qa_item=None, *plans):
    return judge([fakes.case(given, qa_item, *plans)])[0].scores


def test_a_right_proved_answer_scores_1_throughout():
    given = fakes.answer("Có 120 trạm.", fakes.cite(STATIONS), passages=(fakes.passage(STATIONS),))
    assert score(given) == {
        "passed": 1.0,
        "accuracy": 1.0,
        "precision": 1.0,
        "vital": 1.0,
        "evidence": 1.0,
        "recall": 1.0,
        "ndcg": 1.0,
        "quotes": 1.0,
        "figures": 1.0,
        "citation_recall": 1.0,
        "citation_precision": 1.0,
        "evidence_cited": 1.0,
        "wrong_decline": 0.0,
    }


@pytest.mark.parametrize(
    ("text", "status", "answerable", "must_not", "expected"),
    [
        ("Có 120 trạm.", Status.ANSWERED, True, (), 1.0),
        ("Có 120 trạm.", Status.PARTIAL, True, (), 1.0),
        ("Có 120 trạm.", Status.DECLINED, True, (), 0.0),
        ("Có 130 trạm.", Status.ANSWERED, True, (), 0.0),
        ("Có 120 trạm, 70%.", Status.ANSWERED, True, ("70%",), 0.0),
        ("Không có 120.", Status.DECLINED, False, (), 1.0),
        ("Có 120.", Status.PARTIAL, False, (), 0.0),
    ],
)
def test_passed(text, status, answerable, must_not, expected):
    qa_item = fakes.item(answerable=answerable, must_not=must_not)
    assert score(fakes.answer(text, status=status), qa_item)["passed"] == expected


@pytest.mark.parametrize(
    ("status", "answerable", "expected"),
    [
        (Status.DECLINED, False, {"right_decline": 1.0, "wrong_answer": 0.0}),
        (Status.ANSWERED, False, {"right_decline": 0.0, "wrong_answer": 1.0}),
        (Status.DECLINED, True, {"wrong_decline": 1.0}),
        (Status.ANSWERED, True, {"wrong_decline": 0.0}),
    ],
)
def test_declining(status, answerable, expected):
    scores = score(fakes.answer("…", status=status), fakes.item(answerable=answerable, evidence=()))
    names = ("right_decline", "wrong_answer", "wrong_decline")
    assert {name: scores[name] for name in names if name in scores} == expected


def test_a_refusal_without_a_word_is_no_right_decline():
    qa_item = fakes.item(answerable=False, must=(), evidence=())
    scores = score(fakes.answer(" ", status=Status.DECLINED), qa_item)
    assert (scores["passed"], scores["right_decline"], scores["wrong_answer"]) == (0.0, 0.0, 0.0)


def two_plan_case(passages):
    evidence = (
        Evidence(doc="12/KH-UBND", quote="Toàn tỉnh  có 120 trạm"),
        Evidence(doc="12/KH-UBND", quote="Kinh phí 34,05 tỷ"),
        Evidence(doc="34/KH-UBND", quote="Cung cấp 333 DVC1"),
    )
    plans = (fakes.make_plan(), fakes.make_plan("34/KH-UBND", "Tỉnh B"))
    given = fakes.answer("120", passages=tuple(passages))
    return fakes.case(given, fakes.item(evidence=evidence), *plans)


def test_ranks_count_per_plan_and_white_space_does_not_count():
    passages = [
        *OTHER[:4],
        fakes.passage("Toàn tỉnh\ncó 120 trạm phát sóng."),  # 5th of plan 12
        fakes.passage("Kinh phí 34,05 tỷ đồng."),  # 6th of plan 12
        fakes.passage("Cung cấp 333 DVC1 mức độ 3.", "34/KH-UBND"),  # 1st of plan 34
    ]
    found = two_plan_case(passages)
    assert quote_ranks(found) == (5, 6, 1)
    scores = judge([found])[0].scores
    assert scores["evidence"] == 0.0
    assert scores["recall"] == pytest.approx(2 / 3)
    # Plan 12: two quotes at ranks 5 and 6; plan 34: one at rank 1; the item is their mean.
    ideal = 1 + 1 / math.log2(3)
    plan_12 = (1 / math.log2(6) + 1 / math.log2(7)) / ideal
    assert scores["ndcg"] == pytest.approx((plan_12 + 1) / 2)


def test_a_quote_in_another_plan_s_passage_is_not_found():
    found = two_plan_case([fakes.passage("Cung cấp 333 DVC1 mức độ 3.")])
    assert quote_ranks(found) == (None, None, None)
    assert ndcg([found], 10) == {"q1": 0.0}


def test_one_passage_with_both_quotes_is_as_good_as_can_be():
    both = fakes.passage("Toàn tỉnh có 120 trạm. Kinh phí 34,05 tỷ đồng.")
    found = two_plan_case([both, both, fakes.passage("Cung cấp 333 DVC1", "34/KH-UBND")])
    assert ndcg([found], 10) == {"q1": pytest.approx(1.0)}


@pytest.mark.parametrize("k", [1, 2, 5])
def test_recall_agrees_with_ir_measures(k):
    ranks = (1, 2, 4, None)
    qrels = [ir_measures.Qrel("q", f"q{i}", 1) for i in range(len(ranks))]
    run = [ir_measures.ScoredDoc("q", f"q{i}", -r) for i, r in enumerate(ranks) if r]
    run.append(ir_measures.ScoredDoc("q", "p", -3))
    expected = ir_measures.calc_aggregate([ir_measures.R @ k], qrels, run)[ir_measures.R @ k]
    assert recall(ranks, k) == pytest.approx(expected)


def test_quotes_are_verbatim_or_broken():
    right = fakes.cite(STATIONS)
    start, end = fakes.span("Kinh phí 34,05 tỷ đồng.")
    wrong = Citation(2, "12", "12/KH-UBND", "", "", "Kinh phí 34,06 tỷ đồng.", start, end, "c2")
    assert score(fakes.answer("120", right, wrong))["quotes"] == 0.5
    assert (
        score(fakes.answer("120", Citation(1, "9", "9/KH", "", "", "x", 0, 1, "c")))["quotes"]
        == 0.0
    )
    beyond = Citation(1, "12", "12/KH-UBND", "", "", "", 9_000, 9_000, "c")
    assert score(fakes.answer("120", beyond))["quotes"] == 0.0


def test_an_answer_that_cites_nothing_proves_nothing():
    scores = score(fakes.answer("120"))
    assert scores["quotes"] == 0.0
    assert scores["figures"] == 0.0
    assert scores["evidence_cited"] == 0.0
    assert scores["citation_recall"] == 0.0
    assert scores["citation_precision"] == 0.0


def test_evidence_cited():
    evidence = (
        Evidence(doc="12/KH-UBND", quote="120 trạm"),
        Evidence(doc="12/KH-UBND", quote="Cung cấp 333 DVC1"),
    )
    given = fakes.answer("120", fakes.cite(STATIONS, 1), fakes.cite("Kinh phí 34,05 tỷ đồng.", 2))
    scores = score(given, fakes.item(evidence=evidence))
    assert scores["evidence_cited"] == 0.5


@pytest.mark.parametrize("kind", list(ProblemKind))
def test_an_item_with_a_problem_scores_0_and_is_never_dropped(kind):
    fine = fakes.case(
        fakes.answer("120", fakes.cite(STATIONS), passages=(fakes.passage(STATIONS),)),
        fakes.item(id="fine"),
    )
    right = fakes.answer("120", fakes.cite(STATIONS), passages=(fakes.passage(STATIONS),))
    broken = fakes.problem_case(kind, right, fakes.item(id="broken"))
    judged = judge([fine, broken])
    assert mean(judged, "passed") == (0.5, 2)
    assert mean(judged, "evidence") == (0.5, 2)
    assert mean(judged, "ndcg") == (0.5, 2)
    assert mean(judged, "right_decline") == (None, 0)


def test_every_measure_has_a_title_and_an_explanation():
    for measure in all_measures():
        assert measure.title
        assert measure.explanation
        assert "{" not in measure.title + measure.explanation


def test_an_answer_longer_than_a_page_has_not_answered_however_right_its_words():
    long = "Có 120 trạm. " + "x" * MAX_CHARS
    assert score(fakes.answer(long))["passed"] == 0.0
    assert score(fakes.answer("Có 120 trạm. " + "x" * (MAX_CHARS - 13)))["passed"] == 1.0


def test_accuracy_counts_declined_questions_and_precision_only_answers_given():
    # Two right answers, one wrong, one declined; one unanswerable answered, one declined.
    said = {"a": "120", "b": "120", "c": "130", "d": None, "e": "120", "f": None}
    cases = []
    for name, words in said.items():
        answerable = name < "e"
        qa_item = fakes.item(id=name, answerable=answerable, must=(("120",),) if answerable else ())
        status = Status.DECLINED if words is None else Status.ANSWERED
        cases.append(fakes.case(fakes.answer(words or "Không nêu.", status=status), qa_item))
    judged = judge(cases)
    assert mean(judged, "accuracy") == (2 / 4, 4)
    assert mean(judged, "precision") == (2 / 4, 4)
    assert mean(judged, "passed") == (3 / 6, 6)


def test_nuggets_weigh_vital_1_and_okay_a_half():
    qa_item = fakes.item(must=(("120",), ("xã",)), okay=(("Sở A",), ("2023", "2024"), ("3.000",)))
    scores = score(fakes.answer("Có 120 trạm, Sở A lo, năm 2024."), qa_item)
    assert scores["vital"] == 1 / 2
    assert scores["nuggets"] == pytest.approx((1 + 0.5 * 2) / (2 + 0.5 * 3))
    assert "nuggets" not in score(fakes.answer("120"))
    declined = score(fakes.answer("120, xã, Sở A", status=Status.DECLINED), qa_item)
    assert (declined["vital"], declined["nuggets"]) == (0.0, 0.0)


def test_a_conversation_is_understood_when_the_standalone_question_holds_every_group():
    qa_item = fakes.item(turns=("a", "b"), standalone=(("Lạng Sơn",), ("cấp tỉnh", "tỉnh")))
    right = fakes.answer("120", standalone="Lạng Sơn có bao nhiêu trạm cấp tỉnh?")
    lost = fakes.answer("120", standalone="Thanh Hóa có bao nhiêu trạm cấp tỉnh?")
    assert score(right, qa_item)["understood"] == 1.0
    assert score(lost, qa_item)["understood"] == 0.0
    assert "understood" not in score(right)
