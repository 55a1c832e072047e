"""A case: one QA item, what was predicted for it and the plans it is judged against."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from eval.dataset import QAItem
from eval.predictions import Prediction
from ingest.plan import Plan


class ProblemKind(StrEnum):
    """Why an item is scored 0 whatever was predicted."""

    PLAN_MISSING = "plan_missing"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Problem:
    """What kept an item from being judged; `detail` is the traceback or the missing numbers."""

    kind: ProblemKind
    message: str
    detail: str = ""


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
    problem: Problem | None = None

    def plan(self, number: str) -> Plan | None:
        """The indexed plan with that number, None when there is none."""
        return self.shelf.get(plan_key(number))
