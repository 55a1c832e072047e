"""The program's own figures on this machine: build, cold answer, warm answers, memory.

Measured from outside where the user feels it (whole processes), in a temporary home, so that
neither a published index nor its cache helps. Beside other programs: side_by_side.
"""

import os
import platform
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from eval.bench.processes import peak_mib, spend
from eval.console import aligned
from eval.questions.dataset import QASet
from eval.report.texts import NO_VALUE, Language, Number
from eval.summary import percentile
from prompts import text

if TYPE_CHECKING:
    from index.settings import Settings

N_COLD = 5


class BenchFigures(BaseModel):
    """One benchmark's figures; memory is the peak resident set in MiB."""

    model_config = ConfigDict(frozen=True)

    machine: str
    n_cpus: int
    build_s: float
    build_mib: float
    cold_ask_s_median: float
    cold_ask_s_max: float
    cold_ask_mib: float
    n_warm: int
    n_crashed: int
    warm_ms_p50: float | None
    warm_ms_p95: float | None
    warm_mib: float


def _questions(sets: Sequence[QASet]) -> list[str]:
    """Single-turn questions that can be answered: what `app ask` is for."""
    items = (item for qa_set in sets for item in qa_set.items)
    return [item.turns[0] for item in items if item.answerable and len(item.turns) == 1]


def _warm(sets: Sequence[QASet], settings: "Settings") -> tuple[list[float], int]:
    """The milliseconds of every item after one unmeasured pass of the first, and the crashes."""
    from app.answer import ChatInput
    from app.chain import open_assistant
    from eval.predictions import FAILED
    from eval.run import run_sets

    assistant = open_assistant(settings)
    assistant.invoke(ChatInput(sets[0].items[0].turns[0]))
    cases = list(run_sets(sets, assistant, assistant.catalogue.plans()))
    n_crashed = sum(case.prediction.status == FAILED for case in cases)
    return [case.prediction.latency_ms for case in cases], n_crashed


def bench(sets: Sequence[QASet], plans: Path, settings: "Settings") -> BenchFigures:
    """The figures of one index build, N_COLD cold answers and all items warm."""
    import resource

    with tempfile.TemporaryDirectory(prefix="hoikh-bench-") as folder:
        home = Path(folder)
        own = {"HOIKH_HOME": folder}
        build = spend(["-m", "index", "build", str(plans)], own)
        asked = _questions(sets)[:N_COLD]
        cold = [spend(["-m", "app", "ask", "--", question], own) for question in asked]
        warm, n_crashed = _warm(sets, settings.model_copy(update={"home": home}))
    seconds = [spent.seconds for spent in cold]
    return BenchFigures(
        machine=f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        n_cpus=os.cpu_count() or 1,
        build_s=build.seconds,
        build_mib=build.peak_mib,
        cold_ask_s_median=percentile(seconds, 50) or 0.0,
        cold_ask_s_max=max(seconds, default=0.0),
        cold_ask_mib=max((spent.peak_mib for spent in cold), default=0.0),
        n_warm=len(warm),
        n_crashed=n_crashed,
        warm_ms_p50=percentile(warm, 50),
        warm_ms_p95=percentile(warm, 95),
        warm_mib=peak_mib(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss),
    )


def bench_text(figures: BenchFigures) -> str:
    """The figures as a table for the terminal."""
    rows = [[text("bench.own_measure"), text("bench.own_value")]]
    rows += [[text(f"bench.own_{name}"), _written(value)] for name, value in figures]
    return aligned(rows)


def _written(value: object) -> str:
    if isinstance(value, float):
        return Number(value, 2).written(Language.VIETNAMESE)
    return NO_VALUE if value is None else str(value)
