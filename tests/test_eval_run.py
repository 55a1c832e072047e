import json

import fakes_eval as fakes

from app.answer import (
    Answer,
    ComparisonCell,
    ComparisonRow,
    ComparisonTable,
    Notice,
    NoticeKind,
    Statement,
    Status,
    Trace,
)
from eval.case import ProblemKind
from eval.predictions import FAILED, predicted
from eval.questions.dataset import Evidence, QASet
from eval.record import write_lines
from eval.run import run_sets


def test_a_conversation_is_played_turn_by_turn_and_the_last_turn_judged():
    first = fakes.answer("Có 120 trạm.", standalone="Tỉnh A có bao nhiêu trạm?")
    last = fakes.answer("34,05 tỷ đồng.", standalone="Kinh phí của Tỉnh A là bao nhiêu?")
    assistant = fakes.ScriptedAssistant({"Mấy trạm?": first, "Thế còn kinh phí?": last})
    qa_item = fakes.item(turns=("Mấy trạm?", "Thế còn kinh phí?"))
    (case,) = run_sets([QASet("bo", (qa_item,))], assistant, [fakes.make_plan()])
    assert case.prediction.understood == "Kinh phí của Tỉnh A là bao nhiêu?"
    assert case.problem is None
    assert [chat.message for chat in assistant.asked] == ["Mấy trạm?", "Thế còn kinh phí?"]
    (turn,) = assistant.asked[1].history
    assert (turn.message, turn.standalone) == ("Mấy trạm?", "Tỉnh A có bao nhiêu trạm?")
    assert turn.answer is first


def test_a_crash_is_one_failed_item_and_the_run_goes_on():
    assistant = fakes.ScriptedAssistant({"a": ValueError("hỏng"), "b": fakes.answer("120")})
    items = (fakes.item(id="1", turns=("a",)), fakes.item(id="2", turns=("b",)))
    broken, fine = run_sets([QASet("bo", items)], assistant, [fakes.make_plan()])
    assert broken.prediction.status == FAILED
    assert broken.problem.kind is ProblemKind.CRASHED
    assert "ValueError: hỏng" in broken.problem.detail
    assert fine.problem is None


def test_a_plan_that_is_not_indexed_is_reported_and_the_item_still_asked():
    assistant = fakes.ScriptedAssistant({"a": fakes.answer("120")})
    evidence = (
        Evidence(doc="99/KH-UBND", quote="x"),
        Evidence(doc="99/KH-UBND", quote="y"),
        Evidence(doc="12 /kh-ubnd", quote="Toàn tỉnh"),
    )
    qa_item = fakes.item(turns=("a",), evidence=evidence)
    (case,) = run_sets([QASet("bo", (qa_item,))], assistant, [fakes.make_plan()])
    assert case.problem.kind is ProblemKind.PLAN_MISSING
    assert case.problem.detail == "99/KH-UBND"
    assert case.prediction.status == "answered"


def test_predictions_have_exactly_the_contract_s_fields(tmp_path):
    given = Answer(
        Status.ANSWERED,
        (Statement("Có 120 trạm.", (1,), lead="120 trạm"),),
        (fakes.cite("Toàn tỉnh có 120 trạm phát sóng."),),
        ComparisonTable(("Số trạm",), (ComparisonRow("Tỉnh A", (ComparisonCell("120", (1,)),)),)),
        (Notice(NoticeKind.PERIODS_DIFFER, "Hai kế hoạch khác kỳ."),),
        trace=Trace(
            "Mấy trạm?", writer="comparison", passages=(fakes.passage("có 120", score=2.5),)
        ),
    )
    path = tmp_path / "predictions.jsonl"
    write_lines(path, [predicted("q1", given, 12.3456)])
    text = path.read_text(encoding="utf-8")
    assert "Hai kế hoạch khác kỳ." in text  # letters, not escapes
    assert json.loads(text) == {
        "id": "q1",
        "understood": "Mấy trạm?",
        "status": "answered",
        "writer": "comparison",
        "answer": "| Tỉnh | Số trạm |\n| --- | --- |\n| Tỉnh A | 120 [1] |\n\n"
        "Có **120 trạm**. [1]\n\nLưu ý: Hai kế hoạch khác kỳ.",
        "citations": [
            {
                "marker": 1,
                "plan": "12/KH-UBND",
                "section": "Phần I",
                "quote": "Toàn tỉnh có 120 trạm phát sóng.",
                "page": None,
                "start": 0,
                "end": 32,
            }
        ],
        "table": {
            "columns": ["Số trạm"],
            "rows": [{"province": "Tỉnh A", "cells": [{"text": "120", "markers": [1]}]}],
        },
        "notices": ["Hai kế hoạch khác kỳ."],
        "retrieved": [{"plan": "12/KH-UBND", "section": "Phần I", "text": "có 120", "score": 2.5}],
        "latency_ms": 12.346,
    }
