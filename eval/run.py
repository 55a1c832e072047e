"""Asks the assistant every item of the QA sets; one bad item never stops the others.

A conversation is played turn by turn through the same `stream` a screen would use, and only the
last turn is judged. Judging what was recorded is the business of measures/.
"""

import logging
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.answer import Answer, ChatInput, Done, Said, StreamEvent, Turn
from app.render import answer_text
from eval.case import Case, plan_problem, shelve
from eval.predictions import crashed, predicted
from eval.questions.dataset import QAItem, QASet
from eval.trace import ItemTrace, Problem, ProblemKind, TurnTrace, traced
from ingest.plan import Plan
from prompts import text

_log = logging.getLogger(__name__)


class Answering(Protocol):
    """What the evaluation needs of an assistant."""

    def stream(self, chat_input: ChatInput, /) -> Iterator[StreamEvent]:
        """The events of an answer to a message after its history; the last one is `Done`."""
        ...


@dataclass(frozen=True, slots=True)
class Timed:
    """An answer and the milliseconds to its first statement (None: nothing said) and its end."""

    answer: Answer
    first_word_ms: float | None
    latency_ms: float


def ask(assistant: Answering, chat_input: ChatInput) -> Timed:
    """The answer as a reader at a screen receives it. RuntimeError when the stream breaks off."""
    started = time.perf_counter()
    first: float | None = None
    for event in assistant.stream(chat_input):
        elapsed = (time.perf_counter() - started) * 1000
        if isinstance(event, Said) and first is None:
            first = elapsed
        if isinstance(event, Done):
            # A table is shown with the finished answer, before or without any statement.
            shown = elapsed if event.answer.statements or event.answer.table else None
            return Timed(event.answer, first if first is not None else shown, elapsed)
    raise RuntimeError("the stream ended without a finished answer")


def converse(assistant: Answering, turns: Sequence[str]) -> tuple[Timed, tuple[TurnTrace, ...]]:
    """The answer to the last turn, and the turns before it."""
    history: tuple[Turn, ...] = ()
    traces: tuple[TurnTrace, ...] = ()
    for message in turns[:-1]:
        answer = ask(assistant, ChatInput(message, history)).answer
        understood = answer.trace.standalone
        history += (Turn(message, understood, answer),)
        said = answer_text(answer)
        traces += (
            TurnTrace(
                message=message, understood=understood, status=answer.status.value, answer=said
            ),
        )
    return ask(assistant, ChatInput(turns[-1], history)), traces


def run_item(split: str, item: QAItem, assistant: Answering, shelf: Mapping[str, Plan]) -> Case:
    """The case of one item; a missing plan or a crash is its problem, never an exception."""
    started = time.perf_counter()
    try:
        timed, turns = converse(assistant, item.turns)
        prediction = predicted(item.id, timed.answer, timed.latency_ms)
        problem = plan_problem(item, shelf)
        trace = traced(item.id, timed.answer, timed.first_word_ms, turns, problem)
    except Exception as exc:
        # The run is the edge here: whatever one item breaks on is kept with its traceback.
        _log.warning("item %s crashed: %r", item.id, exc)
        prediction = crashed(item.id, (time.perf_counter() - started) * 1000)
        problem = Problem(
            kind=ProblemKind.CRASHED,
            message=text("eval.item_crashed"),
            detail=traceback.format_exc(),
        )
        trace = ItemTrace(id=item.id, problem=problem)
    return Case(split, item, prediction, shelf, trace)


def run_sets(sets: Sequence[QASet], assistant: Answering, plans: Sequence[Plan]) -> Iterator[Case]:
    """Yield the case of every item of every set, in order, as each is answered."""
    shelf = shelve(plans)
    for qa_set in sets:
        for item in qa_set.items:
            yield run_item(qa_set.split, item, assistant, shelf)
