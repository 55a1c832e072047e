"""Predictions that were made elsewhere or earlier, brought together with their items."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.case import Case, plan_problem, shelve
from eval.errors import EvalInputError
from eval.predictions import FAILED, Prediction
from eval.questions.dataset import QAItem, QASet, read_records
from eval.trace import ItemTrace, Problem, ProblemKind
from ingest.plan import Plan
from prompts import text


def read_cases(path: Path, sets: Sequence[QASet], plans: Sequence[Plan]) -> tuple[Case, ...]:
    """A case for every item of the sets, in their order.

    Raises: EvalInputError for a malformed line, an id that is repeated or that no set holds, and
    an item without a prediction.
    """
    known = {item.id for qa_set in sets for item in qa_set.items}
    lines: dict[str, int] = {}
    predictions: dict[str, Prediction] = {}
    for line, prediction in read_records(path, Prediction):
        place = {"file": path, "line": line, "field": "id"}
        if prediction.id not in known:
            problem = text("eval.problem_unknown_id", id=prediction.id)
            raise EvalInputError(text("eval.malformed", problem=problem, **place))
        first = lines.setdefault(prediction.id, line)
        if first != line:
            where = f"{path}:{first}"
            raise EvalInputError(text("eval.duplicate", id=prediction.id, first=where, **place))
        predictions[prediction.id] = prediction
    missing = [item.id for qa_set in sets for item in qa_set.items if item.id not in predictions]
    if missing:
        shown = ", ".join(missing[:10]) + ("…" if len(missing) > 10 else "")
        raise EvalInputError(text("eval.predictions_missing", file=path, n=len(missing), ids=shown))
    shelf = shelve(plans)
    return tuple(
        _case(qa_set.split, item, predictions[item.id], shelf)
        for qa_set in sets
        for item in qa_set.items
    )


def _case(split: str, item: QAItem, prediction: Prediction, shelf: Mapping[str, Plan]) -> Case:
    trace = ItemTrace(id=item.id, problem=_problem(item, prediction, shelf))
    return Case(split, item, prediction, shelf, trace)


def _problem(item: QAItem, prediction: Prediction, shelf: Mapping[str, Plan]) -> Problem | None:
    if prediction.status == FAILED:
        return Problem(kind=ProblemKind.CRASHED, message=text("eval.item_crashed"))
    return plan_problem(item, shelf)
