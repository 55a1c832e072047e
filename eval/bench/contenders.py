"""Retrieval side by side: the same questions, documents and machine, one process at a time.

Every contender builds its index in one process, answers one question in fresh ones (cold), and
all of them in another (warm). Peers are given the documents' text and, for a follow-up, the
standalone question that this project makes of it. All are judged alike: the evidence of a
question must stand in the first k passages of its document, in the contender's own order.
"""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from eval.bench.environment import peers_python
from eval.bench.processes import Spent, spend
from eval.errors import EvalInputError
from eval.measures.matching import collapse
from eval.questions.dataset import QAItem, QASet
from eval.summary import percentile

if TYPE_CHECKING:
    from index.settings import Settings

PEERS = Path(__file__).with_name("peers")
N_COLD, N_PASSAGES, CUTS = 5, 200, (5, 10)
OURS = "Hỏi Kế Hoạch"


class Contender(BaseModel):
    """A contender's figures: seconds and ms, MiB of peak memory, recall 0..1 at each cut.

    `problem` says why it has none.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    problem: str = ""
    build_s: float = 0.0
    build_mib: float = 0.0
    cold_s: float = 0.0
    ms_p50: float = 0.0
    ms_p95: float = 0.0
    search_mib: float = 0.0
    recall: dict[int, float] = {}


@dataclass(frozen=True, slots=True)
class Program:
    """How a contender is called: `python arguments… build|search …`, and what it builds from."""

    name: str
    python: str
    arguments: tuple[str, ...]
    corpus: Path


class SideBySide(BaseModel):
    """All contenders on the same questions."""

    model_config = ConfigDict(frozen=True)

    n_questions: int
    contenders: tuple[Contender, ...]


def side_by_side(sets: Sequence[QASet], plans: Path, settings: "Settings") -> SideBySide:
    """Every contender's figures on the items with evidence. Raises EvalInputError without peers."""
    from index.snapshot import open_snapshot

    python = peers_python(settings.home)
    questions = list(asked(sets, settings))
    with tempfile.TemporaryDirectory(prefix="hoikh-bench-") as folder:
        corpus = Path(folder) / "corpus.jsonl"
        held = open_snapshot(settings).catalogue.plans()
        _write_lines(corpus, ({"doc": plan.number, "text": plan.text} for plan in held))
        found = tuple(compete(one, questions) for one in programs(python, corpus, plans))
    return SideBySide(n_questions=len(questions), contenders=found)


def programs(python: str, corpus: Path, plans: Path) -> tuple[Program, ...]:
    """All contenders, this project first; `python` is the peers' interpreter."""
    peers = {
        "LangChain + MiniLM": "langchain_minilm",
        "LlamaIndex + MiniLM": "llamaindex_minilm",
        "rank_bm25": "rank_bm25_alone",
        "bm25s": "bm25s_alone",
    }
    own = Program(OURS, sys.executable, ("-m", "eval.bench.ours"), plans)
    return (
        own,
        *(
            Program(name, python, (str(PEERS / f"{file}.py"),), corpus)
            for name, file in peers.items()
        ),
    )


def asked(sets: Sequence[QASet], settings: "Settings") -> Iterator[tuple[QAItem, str]]:
    """The items with evidence, each with its standalone question."""
    from app.answer import ChatInput, Turn
    from app.chain import open_assistant

    assistant = open_assistant(settings)
    for item in (item for one in sets for item in one.items if item.evidence):
        history: list[Turn] = []
        for message in item.turns[:-1]:
            answer = assistant.invoke(ChatInput(message, tuple(history)))
            history.append(Turn(message, answer.trace.standalone, answer))
        yield item, assistant.understand(ChatInput(item.turns[-1], tuple(history))).standalone


def compete(program: Program, questions: Sequence[tuple[QAItem, str]]) -> Contender:
    """One contender's figures; a program that fails is named with its problem."""
    with tempfile.TemporaryDirectory(prefix="hoikh-bench-") as folder:
        try:
            return _measured(program, questions, Path(folder))
        except EvalInputError as error:
            return Contender(name=program.name, problem=str(error))


def _measured(program: Program, questions: Sequence[tuple[QAItem, str]], folder: Path) -> Contender:
    index, everything, out = folder / "index", folder / "all.jsonl", folder / "out.jsonl"
    _write_questions(everything, questions)
    built = _spend(program, "build", str(program.corpus), str(index))
    cold = []
    for at, one in enumerate(questions[:N_COLD]):
        single = folder / f"{at}.jsonl"
        _write_questions(single, [one])
        cold.append(
            _spend(program, "search", str(index), str(single), str(out), str(N_PASSAGES)).seconds
        )
    warm = _spend(program, "search", str(index), str(everything), str(out), str(N_PASSAGES))
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    found = {record["id"]: record["passages"] for record in records}
    ms = [record["ms"] for record in records]
    return Contender(
        name=program.name,
        build_s=built.seconds,
        build_mib=built.peak_mib,
        cold_s=percentile(cold, 50) or 0.0,
        ms_p50=percentile(ms, 50) or 0.0,
        ms_p95=percentile(ms, 95) or 0.0,
        search_mib=warm.peak_mib,
        recall={k: recall([item for item, _ in questions], found, k) for k in CUTS},
    )


def _spend(program: Program, *arguments: str) -> Spent:
    offline = {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    return spend([*program.arguments, *arguments], offline, program.python)


def _write_questions(file: Path, questions: Sequence[tuple[QAItem, str]]) -> None:
    _write_lines(file, ({"id": item.id, "question": question} for item, question in questions))


def _write_lines(file: Path, records: Iterable[Mapping[str, str]]) -> None:
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    file.write_text("".join(lines), encoding="utf-8")


def recall(
    items: Sequence[QAItem], found: Mapping[str, Sequence[Mapping[str, str]]], k: int
) -> float:
    """The share of items all of whose quotes stand in the first k passages of their document."""
    return sum(_has_all(item, found.get(item.id, ()), k) for item in items) / max(len(items), 1)


def _has_all(item: QAItem, passages: Sequence[Mapping[str, str]], k: int) -> bool:
    first: dict[str, list[str]] = {}
    for passage in passages:
        texts = first.setdefault(passage["doc"], [])
        if len(texts) < k:
            texts.append(collapse(passage["text"]))
    return all(
        any(collapse(evidence.quote) in text for text in first.get(evidence.doc, ()))
        for evidence in item.evidence
    )
