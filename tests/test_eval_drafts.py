"""Draft items from what readers said of answers."""

import json
from datetime import UTC, datetime

import pytest

from app.answer import Answer, Citation, Statement, Status, Trace
from app.feedback import Cited, Feedback, FeedbackStore, Reason
from eval.__main__ import main
from eval.questions.dataset import QAItem, read_sets
from eval.questions.drafts import draft, drafts
from eval.questions.validate import check_sets


def feedback(**changes: object) -> Feedback:
    fields = {
        "id": 7,
        "created": datetime(2026, 1, 2, tzinfo=UTC),
        "turns": ("Đồng Nai có mấy trạm?",),
        "understood": "Đồng Nai có mấy trạm?",
        "status": Status.ANSWERED,
        "writer": "quoting",
        "answer": "Có **120** trạm. [1]",
        "citations": (Cited("12/KH-UBND", "Phần I", "Toàn tỉnh\ncó 120 trạm"),),
        "helpful": True,
        "reason": None,
        "comment": "",
    }
    return Feedback(**(fields | changes))


def test_a_helpful_answer_brings_its_citations_as_evidence():
    item = draft(feedback())
    assert (item.id, item.category, item.province) == ("feedback-7", "fact", ("Đồng Nai",))
    assert item.answerable
    (evidence,) = item.evidence
    assert (evidence.doc, evidence.quote) == ("12/KH-UBND", "Toàn tỉnh có 120 trạm")
    assert item.must == ()


@pytest.mark.parametrize(
    ("changes", "answerable", "category"),
    [
        ({"status": Status.DECLINED}, False, "unanswerable"),
        ({"helpful": False, "reason": Reason.SHOULD_DECLINE}, False, "unanswerable"),
        ({"helpful": False, "reason": Reason.WRONG_ANSWER}, True, "fact"),
        ({"helpful": False, "reason": Reason.OTHER, "status": Status.DECLINED}, True, "fact"),
        ({"turns": ("a", "b")}, True, "followup"),
        ({"understood": "So sánh Đồng Nai và Lạng Sơn"}, True, "compare"),
    ],
)
def test_what_the_reader_held_to_be_right(changes, answerable, category):
    item = draft(feedback(**changes))
    assert (item.answerable, item.category) == (answerable, category)


@pytest.mark.parametrize("reason", list(Reason))
def test_a_wrong_answer_s_citations_are_no_evidence_but_its_words_are_noted(reason):
    item = draft(feedback(helpful=False, reason=reason, comment="sai số"))
    assert item.evidence == ()
    assert "“sai số”" in item.note
    assert "Có **120** trạm" in item.note


def test_feedback_without_a_question_gives_no_draft():
    assert drafts([feedback(turns=()), feedback(turns=(" ",))]) == ()


def store_one(home):
    quote = "Toàn tỉnh có 120 trạm"
    answer = Answer(
        Status.ANSWERED,
        (Statement("120", (1,)),),
        (Citation(1, "p", "12/KH-UBND", "", "Phần I", quote, 0, len(quote), "c"),),
        trace=Trace("Lạng Sơn có mấy trạm?", writer="quoting"),
    )
    FeedbackStore(home).add("k", turns=("Lạng Sơn có mấy trạm?",), answer=answer, helpful=True)


def test_drafts_can_be_read_and_are_objected_to_until_completed(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HOIKH_HOME", str(tmp_path))
    out = tmp_path / "drafts.jsonl"
    assert main(["drafts", "--out", str(out)]) == 0
    assert "Chưa có góp ý" in capsys.readouterr().out
    store_one(tmp_path)
    assert main(["drafts", "--out", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["id"] == "feedback-1"
    sets = read_sets([out])
    (item,) = sets[0].items
    assert isinstance(item, QAItem)
    assert any("must" in objection for objection in check_sets(sets, ()))
