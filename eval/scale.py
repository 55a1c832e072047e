"""Retrieval with many other documents beside the plans: recall, time, memory and disk.

The ballast is one document without a province, indexed by the same builder. Every step runs in
a process of its own, so that its peak memory is its own.
"""

import json
import lzma
import multiprocessing
import resource
import tempfile
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from eval.bench.processes import peak_mib
from eval.console import aligned
from eval.errors import EvalInputError
from eval.measures.matching import collapse
from eval.questions.dataset import QAItem, QASet
from eval.summary import percentile
from ingest.plan import Chunk, ChunkKind, Plan
from prompts import text

if TYPE_CHECKING:
    from index.search.retriever import PlanRetriever
    from index.settings import Settings

BALLAST_ID = "ballast"
K = 5


class Step(BaseModel):
    """What one process measured; memory is its peak resident set in MiB."""

    model_config = ConfigDict(frozen=True)

    seconds: float
    peak_mib: float


class Size(BaseModel):
    """An index: its chunks, how it was built and opened, and how it answers.

    `evidence` is the share of questions all of whose quotes stand in the first K chunks of
    their plan; milliseconds are from a question to the ranked chunks of every document, by the
    clock and of processor time, which a busy machine changes less.
    """

    model_config = ConfigDict(frozen=True)

    n_chunks: int
    build: Step
    disk_mib: float
    open: Step
    evidence: float
    n_questions: int
    ms_p50: float
    ms_p95: float
    cpu_ms_p50: float
    cpu_ms_p95: float


class Scale(BaseModel):
    """The plans alone and with the ballast; `add` indexes the last plan beside all the others."""

    model_config = ConfigDict(frozen=True)

    plans: Size
    ballast: Size
    add: Step


@dataclass(frozen=True, slots=True)
class _Job:
    """What a process builds from and where; `n_plans` plans are taken, all when None."""

    plans: Path
    ballast: Path | None
    home: Path
    settings: "Settings"
    n_plans: int | None = None


def _opened(file: Path) -> IO[str]:
    if file.suffix == ".xz":
        return lzma.open(file, "rt", encoding="utf-8")
    return file.open(encoding="utf-8")


def paragraphs(file: Path) -> Iterator[tuple[str, str]]:
    """(title, paragraph) of every line of a JSONL file with "title" and "text", .xz or plain.

    Raises: EvalInputError when the file cannot be read or a line has no such fields.
    """
    try:
        with _opened(file) as lines:
            for line in lines:
                article = json.loads(line)
                title = unicodedata.normalize("NFC", article["title"])
                for paragraph in unicodedata.normalize("NFC", article["text"]).splitlines():
                    if paragraph.strip():
                        yield title, paragraph.strip()
    except (OSError, ValueError, KeyError, TypeError, lzma.LZMAError) as exc:
        problem = f"{type(exc).__name__}: {exc}"
        raise EvalInputError(text("eval.unreadable", file=file, problem=problem)) from exc


def ballast_plan(file: Path) -> Plan:
    """One document whose every chunk is a paragraph under its article's title."""
    parts: list[str] = []
    chunks: list[Chunk] = []
    start = 0
    for i, (title, one) in enumerate(paragraphs(file)):
        end = start + len(one)
        name, kind = f"{BALLAST_ID}:{i}", ChunkKind.PARAGRAPH
        chunks.append(Chunk(name, BALLAST_ID, kind, None, (), (title,), start, end, one))
        parts.append(one)
        start = end + 1
    return Plan(
        plan_id=BALLAST_ID, number="", doc_type="", title="", province="", issuer="",
        issued=date(1970, 1, 1), period=(1970, 1970), signer="", signer_title="", sha256="",
        source=file.name, text="\n".join(parts), chunks=tuple(chunks),
    )  # fmt: skip


def _peak() -> float:
    return peak_mib(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _build(job: _Job) -> Step:
    """Build what the job names, without the reading of the plans' files."""
    from index.builder import build_plans, ingest_files
    from index.embedding.embedder import load_embedder

    plans = list(ingest_files([job.plans]).plans[: job.n_plans])
    if job.ballast is not None:
        plans.append(ballast_plan(job.ballast))
    embedder = load_embedder(job.settings.embedder)
    started = time.perf_counter()
    build_plans(plans, job.home, embedder)
    return Step(seconds=time.perf_counter() - started, peak_mib=_peak())


def asked_items(sets: Sequence[QASet]) -> list[QAItem]:
    """The questions that stand alone and have evidence: what can be put to the retriever."""
    items = (item for qa_set in sets for item in qa_set.items)
    return [item for item in items if item.evidence and len(item.turns) == 1]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether every quote stands in the first K chunks of its plan, and the milliseconds taken."""

    held: bool
    ms: float
    cpu_ms: float


def finds_evidence(retriever: "PlanRetriever", item: QAItem) -> Asked:
    """What came of one question."""
    started, started_cpu = time.perf_counter(), time.process_time()
    found = retriever.search(item.turns[0], k=K)
    taken, taken_cpu = time.perf_counter() - started, time.process_time() - started_cpu
    numbers = {plan.number: plan.plan_id for plan in retriever.catalogue.plans()}
    held = all(
        any(collapse(e.quote) in collapse(hit.chunk.text) for hit in found.get(plan_id, ()))
        for e in item.evidence
        for plan_id in [numbers.get(e.doc, "")]
    )
    return Asked(held, taken * 1000, taken_cpu * 1000)


def _ask(job: _Job, sets: Sequence[QASet], build: Step) -> Size:
    from index.snapshot import current_folder, open_snapshot

    started = time.perf_counter()
    snapshot = open_snapshot(job.settings.model_copy(update={"home": job.home.parent}))
    opened = time.perf_counter() - started
    items = asked_items(sets)
    retriever = snapshot.retriever
    retriever.search(items[0].turns[0], k=K)  # the first question also loads word lists
    outcomes = [finds_evidence(retriever, item) for item in items]
    times, cpu_times = [one.ms for one in outcomes], [one.cpu_ms for one in outcomes]
    files = [file for file in current_folder(job.home).rglob("*") if file.is_file()]
    return Size(
        n_chunks=len(retriever.scorer),
        build=build,
        disk_mib=sum(file.stat().st_size for file in files) / 2**20,
        open=Step(seconds=opened, peak_mib=_peak()),
        evidence=sum(one.held for one in outcomes) / len(outcomes),
        n_questions=len(outcomes),
        ms_p50=percentile(times, 50) or 0.0,
        ms_p95=percentile(times, 95) or 0.0,
        cpu_ms_p50=percentile(cpu_times, 50) or 0.0,
        cpu_ms_p95=percentile(cpu_times, 95) or 0.0,
    )


def measure_scale(sets: Sequence[QASet], plans: Path, ballast: Path, settings: "Settings") -> Scale:
    """The figures without and with the ballast.

    Raises: EvalInputError when no question can be asked or the ballast cannot be read.
    """
    if not asked_items(sets):
        raise EvalInputError(text("eval.scale_no_questions"))
    own_process = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory(prefix="hoikh-scale-") as folder:
        homes = [
            settings.model_copy(update={"home": Path(folder, name)}).index_home
            for name in ("plans", "all")
        ]
        small = _Job(plans, None, homes[0], settings)
        whole = _Job(plans, ballast, homes[1], settings)
        but_one = _Job(plans, ballast, homes[1], settings, n_plans=-1)
        with own_process.Pool(1, maxtasksperchild=1) as pool:
            alone = pool.apply(_ask, (small, sets, pool.apply(_build, (small,))))
            built = pool.apply(_build, (but_one,))
            added = pool.apply(_build, (whole,))
            together = pool.apply(_ask, (whole, sets, built))
    return Scale(plans=alone, ballast=together, add=added)


def scale_text(scale: Scale) -> str:
    """The two sizes side by side for the terminal."""
    sizes = (scale.plans, scale.ballast)
    rows = [
        [text("eval.scale_measure"), text("eval.scale_plans"), text("eval.scale_ballast")],
        [text("eval.scale_chunks"), *(f"{one.n_chunks:,}" for one in sizes)],
        [text("eval.scale_evidence", k=K), *(f"{one.evidence:.1%}" for one in sizes)],
        ["p50, ms", *(f"{one.ms_p50:.1f}" for one in sizes)],
        ["p95, ms", *(f"{one.ms_p95:.1f}" for one in sizes)],
        ["CPU p50, ms", *(f"{one.cpu_ms_p50:.1f}" for one in sizes)],
        ["CPU p95, ms", *(f"{one.cpu_ms_p95:.1f}" for one in sizes)],
        [text("eval.scale_build"), *(f"{one.build.seconds:.1f}" for one in sizes)],
        [text("eval.scale_build_memory"), *(f"{one.build.peak_mib:.0f}" for one in sizes)],
        [text("eval.scale_add"), "–", f"{scale.add.seconds:.1f}"],
        [text("eval.scale_open"), *(f"{one.open.seconds:.2f}" for one in sizes)],
        [text("eval.scale_memory"), *(f"{one.open.peak_mib:.0f}" for one in sizes)],
        [text("eval.scale_disk"), *(f"{one.disk_mib:.0f}" for one in sizes)],
    ]
    return aligned(rows)
