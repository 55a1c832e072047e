"""A case: one QA item, what was predicted for it and the plans it is judged against."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from eval.predictions import Prediction
from eval.questions.dataset import QAItem
from eval.trace import ItemTrace, Problem, ProblemKind
from ingest.plan import Plan
from prompts import text


def plan_key(number: str) -> str:
    """The form in which document numbers are compared: "272/kh-ubnd" for "272 / KH-UBND"."""
    return "".join(unicodedata.normalize("NFC", number).casefold().split())


def shelve(plans: Iterable[Plan]) -> Mapping[str, Plan]:
    """The plans by `plan_key` of their number."""
    return MappingProxyType({plan_key(plan.number): plan for plan in plans})


@dataclass(frozen=True, slots=True)
class Case:
    """An item with its prediction; `split` names its file, `shelf` holds every indexed plan."""

    split: str
    item: QAItem
    prediction: Prediction
    shelf: Mapping[str, Plan]
    trace: ItemTrace

    @property
    def problem(self) -> Problem | None:
        """Why the item cannot be judged, None when it can."""
        return self.trace.problem

    def plan(self, number: str) -> Plan | None:
        """The indexed plan with that number, None when there is none."""
        return self.shelf.get(plan_key(number))


def plan_problem(item: QAItem, shelf: Mapping[str, Plan]) -> Problem | None:
    """The problem of an item whose evidence stands in plans that are not indexed; else None."""
    numbers = dict.fromkeys(evidence.doc for evidence in item.evidence)
    missing = ", ".join(number for number in numbers if plan_key(number) not in shelf)
    if not missing:
        return None
    message = text("eval.item_plan_missing", numbers=missing)
    return Problem(kind=ProblemKind.PLAN_MISSING, message=message, detail=missing)
