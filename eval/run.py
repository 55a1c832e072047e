"""Asks the assistant every item of the QA sets; one bad item never stops the others.

A conversation is played turn by turn through the same `invoke` a screen would use, and only the
last turn is recorded. Judging what was recorded is the business of measures.py.
"""

import logging
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from app.answer import Answer, ChatInput, Turn
from eval.case import Case, Problem, ProblemKind, plan_key, shelve
from eval.dataset import QAItem, QASet
from eval.predictions import crashed, predicted
from ingest.plan import Plan
from prompts import text

_log = logging.getLogger(__name__)


class Answering(Protocol):
    """What the evaluation needs of an assistant."""

    def invoke(self, chat_input: ChatInput, /) -> Answer:
        """The answer to a message after its history."""
        ...


def converse(assistant: Answering, turns: Sequence[str]) -> tuple[Answer, float]:
    """The answer to the last turn, and the milliseconds it alone took."""
    history: tuple[Turn, ...] = ()
    for message in turns[:-1]:
        answer = assistant.invoke(ChatInput(message, history))
        history += (Turn(message, answer.trace.standalone, answer),)
    started = time.perf_counter()
    answer = assistant.invoke(ChatInput(turns[-1], history))
    return answer, (time.perf_counter() - started) * 1000


def missing_plans(item: QAItem, shelf: Mapping[str, Plan]) -> tuple[str, ...]:
    """The numbers of the item's evidence that no indexed plan has, each once."""
    numbers = dict.fromkeys(evidence.doc for evidence in item.evidence)
    return tuple(number for number in numbers if plan_key(number) not in shelf)


def run_item(split: str, item: QAItem, assistant: Answering, shelf: Mapping[str, Plan]) -> Case:
    """The case of one item; a missing plan or a crash is its problem, never an exception."""
    missing = missing_plans(item, shelf)
    problem = None
    if missing:
        numbers = ", ".join(missing)
        message = text("eval.item_plan_missing", numbers=numbers)
        problem = Problem(ProblemKind.PLAN_MISSING, message, numbers)
    started = time.perf_counter()
    try:
        answer, latency_ms = converse(assistant, item.turns)
        prediction = predicted(item.id, answer, latency_ms)
    except Exception as exc:
        # The run is the edge here: whatever one item breaks on is kept with its traceback.
        _log.warning("item %s crashed: %r", item.id, exc)
        prediction = crashed(item.id, (time.perf_counter() - started) * 1000)
        detail = traceback.format_exc()
        problem = Problem(ProblemKind.CRASHED, text("eval.item_crashed"), detail)
    return Case(split, item, prediction, shelf, problem)


def run_sets(sets: Sequence[QASet], assistant: Answering, plans: Sequence[Plan]) -> Iterator[Case]:
    """Yield the case of every item of every set, in order, as each is answered."""
    shelf = shelve(plans)
    for qa_set in sets:
        for item in qa_set.items:
            yield run_item(qa_set.split, item, assistant, shelf)
