"""What contenders are asked and over which texts: the QA set's evidence, and two benchmarks.

A question of several turns is put to every contender as the standalone question that this
project's chat makes of it; any other as it was typed.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.errors import EvalInputError
from eval.questions.dataset import Evidence, QAItem, QASet
from prompts import text

if TYPE_CHECKING:
    from app.chain import Assistant
    from index.settings import Settings


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its evidence in the plans; `split` names its QA file."""

    split: str
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TextQuestion:
    """A question of a benchmark and the name of the one text that answers it."""

    text: str
    doc: str


@dataclass(frozen=True, slots=True)
class TextBenchmark:
    """A benchmark's texts by name, and its questions."""

    name: str
    texts: Mapping[str, str]
    questions: tuple[TextQuestion, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions over the plans, and the plans' texts by document number."""

    questions: tuple[Question, ...]
    texts: Mapping[str, str]


def asked(sets: Sequence[QASet], settings: "Settings") -> Asked:
    """The items with evidence as questions. Raises EvalInputError when there are none."""
    from app.chain import open_assistant

    assistant = open_assistant(settings)
    found = tuple(
        Question(one.split, _standalone(item, assistant), item.evidence)
        for one in sets
        for item in one.items
        if item.evidence
    )
    if not found:
        raise EvalInputError(text("bench.no_questions"))
    return Asked(found, {plan.number: plan.text for plan in assistant.catalogue.plans()})


def _standalone(item: QAItem, assistant: "Assistant") -> str:
    from app.answer import ChatInput, Turn

    history: list[Turn] = []
    for message in item.turns[:-1]:
        answer = assistant.invoke(ChatInput(message, tuple(history)))
        history.append(Turn(message, answer.trace.standalone, answer))
    last = item.turns[-1]
    return assistant.understand(ChatInput(last, tuple(history))).standalone if history else last


def benchmarks(folder: Path) -> tuple[TextBenchmark, ...]:
    """The benchmarks of the model's card. Raises EvalInputError when their files are not there."""
    from index.training.evaluate import read_benchmarks

    try:
        read = read_benchmarks(folder)
    except (OSError, ValueError, KeyError) as exc:
        problem = f"{type(exc).__name__}: {exc}"
        raise EvalInputError(text("eval.unreadable", file=folder, problem=problem)) from exc
    return tuple(
        TextBenchmark(
            one.name,
            {str(i): one.texts[i] for i in range(len(one.texts))},
            tuple(
                TextQuestion(question, str(gold))
                for question, gold in zip(one.questions, one.gold, strict=True)
            ),
        )
        for one in read
    )


def write_corpus(file: Path, texts: Mapping[str, str]) -> None:
    """The texts as the contenders read them: lines {"doc", "text"}."""
    records: Iterable[dict[str, str]] = ({"doc": doc, "text": one} for doc, one in texts.items())
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    file.write_text("".join(lines), encoding="utf-8")
