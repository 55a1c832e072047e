"""Predictions from a file: every item has one, and nothing else is in it."""

import fakes_eval as fakes
import pytest

from eval.errors import EvalInputError
from eval.questions.dataset import QASet
from eval.record import write_lines
from eval.scoring import read_cases
from eval.trace import ProblemKind

SETS = (QASet("bo", (fakes.item(id="a"), fakes.item(id="b"))),)
PLANS = (fakes.make_plan(),)


def prediction(name, **changes):
    made = fakes.case(fakes.answer("120"), fakes.item(id=name)).prediction
    return made.model_copy(update=changes)


def cases(folder, *predictions):
    path = folder / "predictions.jsonl"
    write_lines(path, predictions)
    return read_cases(path, SETS, PLANS)


def test_predictions_are_put_in_the_order_of_the_items(tmp_path):
    first, second = cases(tmp_path, prediction("b"), prediction("a"))
    assert (first.item.id, second.item.id) == ("a", "b")
    assert (first.split, first.problem) == ("bo", None)


def test_a_missing_prediction_is_named(tmp_path):
    with pytest.raises(EvalInputError) as caught:
        cases(tmp_path, prediction("b"))
    assert "1 câu hỏi: a." in caught.value.user_message


def test_an_id_given_twice_or_unknown_names_its_line(tmp_path):
    with pytest.raises(EvalInputError) as caught:
        cases(tmp_path, prediction("a"), prediction("a"))
    assert "dòng 2, trường “id”" in caught.value.user_message
    with pytest.raises(EvalInputError) as caught:
        cases(tmp_path, prediction("a"), prediction("c"))
    assert "dòng 2, trường “id”" in caught.value.user_message


def test_a_malformed_line_names_its_field(tmp_path):
    path = tmp_path / "predictions.jsonl"
    path.write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(EvalInputError) as caught:
        read_cases(path, SETS, PLANS)
    assert "dòng 1, trường “understood”" in caught.value.user_message


def test_a_failed_prediction_and_a_plan_that_is_not_indexed_are_problems(tmp_path):
    first, second = cases(tmp_path, prediction("a", status="failed"), prediction("b"))
    assert first.problem.kind is ProblemKind.CRASHED
    assert second.problem is None
    away = (QASet("bo", (fakes.item(id="a", evidence=({"doc": "9", "quote": "x"},)),)),)
    path = tmp_path / "p.jsonl"
    write_lines(path, [prediction("a")])
    (case,) = read_cases(path, away, PLANS)
    assert case.problem.kind is ProblemKind.PLAN_MISSING
