"""One contender's turn: build, a first answer from fresh processes, then every question."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from eval.bench.contenders import Program
from eval.bench.figures import CUTS, TEXT_CUTS, Contender, Costs, Evidence, Recall
from eval.bench.judging import (
    document_rank,
    evidence_rank,
    evidence_rank_per_plan,
    share_within,
)
from eval.bench.questions import Question, TextBenchmark, write_corpus
from eval.errors import EvalInputError
from eval.summary import percentile

N_COLD = 5
N_TIMED = max(CUTS)
# Ranks per plan are read off one long list, which is asked for beside the timed one.
N_LONG = 1_000
N_TEXTS = 200

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class Trial:
    """What every contender is given: the plans as files and as texts, questions, benchmarks."""

    plans: Path
    corpus: Path
    questions: tuple[Question, ...]
    benchmarks: tuple[TextBenchmark, ...] = ()


def compete(program: Program, trial: Trial) -> Contender:
    """One contender's figures; what fails is named among its problems and has no figures."""
    problems: list[str] = []

    def attempt(measure: Callable[[], ResultT]) -> ResultT | None:
        try:
            return measure()
        except EvalInputError as exc:
            problems.append(exc.user_message)
            return None

    plans = attempt(partial(_on_plans, program, trial))
    benchmarks = trial.benchmarks if program.any_text else ()
    recalls = {one.name: attempt(partial(_recall, program, one)) for one in benchmarks}
    return Contender(
        name=program.name,
        problems=tuple(problems),
        costs=plans[0] if plans else None,
        evidence=plans[1] if plans else {},
        recall={name: recall for name, recall in recalls.items() if recall},
    )


def _on_plans(program: Program, trial: Trial) -> tuple[Costs, dict[str, Evidence]]:
    with tempfile.TemporaryDirectory(prefix="hoikh-bench-") as folder:
        index = Path(folder) / "index"
        built = program.build(trial.plans if program.reads_files else trial.corpus, index)
        cold = [_first_answer(program, index, one.text) for one in trial.questions[:N_COLD]]
        times, listed, per_plan = [], [], []
        with program.searching(index) as searching:
            searching.best(trial.questions[0].text, N_TIMED)
            for question in trial.questions:
                reply = searching.best(question.text, N_TIMED)
                long = searching.best(question.text, N_LONG)
                times.append(reply.ms)
                listed.append(evidence_rank(question, reply.passages))
                per_plan.append(evidence_rank_per_plan(question, long.passages))
            searched = searching.end()
    costs = Costs(
        build_s=built.seconds,
        cold_s=percentile(cold, 50) or 0.0,
        ms_p50=percentile(times, 50) or 0.0,
        ms_p95=percentile(times, 95) or 0.0,
        peak_mib=max(built.peak_mib, searched.peak_mib),
    )
    return costs, _by_split(trial.questions, listed, per_plan)


def _first_answer(program: Program, index: Path, question: str) -> float:
    """The seconds from the start of a process to its first answer."""
    with program.searching(index) as searching:
        searching.best(question, N_TIMED)
        seconds = searching.seconds()
        searching.end()
    return seconds


def _by_split(
    questions: Sequence[Question], listed: Sequence[int | None], per_plan: Sequence[int | None]
) -> dict[str, Evidence]:
    found = {}
    for split in dict.fromkeys(question.split for question in questions):
        own = [i for i, question in enumerate(questions) if question.split == split]
        found[split] = Evidence(
            n_questions=len(own),
            per_plan={k: share_within([per_plan[i] for i in own], k) for k in CUTS},
            listed={k: share_within([listed[i] for i in own], k) for k in CUTS},
        )
    return found


def _recall(program: Program, benchmark: TextBenchmark) -> Recall:
    with tempfile.TemporaryDirectory(prefix="hoikh-bench-") as folder:
        corpus, index = Path(folder) / "corpus.jsonl", Path(folder) / "index"
        write_corpus(corpus, benchmark.texts)
        program.build(corpus, index)
        with program.searching(index) as searching:
            ranks = [
                document_rank(question.doc, searching.best(question.text, N_TEXTS).passages)
                for question in benchmark.questions
            ]
            searching.end()
    return Recall(n_questions=len(ranks), at={k: share_within(ranks, k) for k in TEXT_CUTS})
