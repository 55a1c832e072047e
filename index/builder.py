"""Plans → a published snapshot; vectors of unchanged chunks come from the snapshot before."""

import hashlib
import logging
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.analyzer import Analyzer
from index.bm25_store import Bm25Store
from index.catalogue import write_catalogue
from index.embedder import Embedder, load_embedder
from index.errors import BuildError, SnapshotError
from index.faiss_store import FaissStore
from index.manifest import FORMAT_VERSION, Manifest, PlanEntry, code_fingerprint
from index.passages import Passage, passages
from index.settings import Settings
from index.snapshot import (
    CATALOGUE_FILE,
    DENSE_FILE,
    LEXICAL_FOLDER,
    Snapshot,
    current_folder,
    open_folder,
    publish,
)
from index.term_vectors import normalise
from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.plan import Plan
from ingest.running.batch import Progress, Step, content_keys, ingest_all
from ingest.running.cache import PlanCache
from ingest.running.files import find_files

_LOG = logging.getLogger(__name__)

# Own words count this often against one mention in headings, lead or column names.
OWN_REPEAT = 2
CONTEXT_SHARE = 0.35
"""The context's share in a chunk's vector, against 1 for its own text."""

Floats = NDArray[np.float32]
DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Ingested:
    """What files gave: plans, the files that were rejected, a key for the content of every file.

    `warnings` are about files that hold the same plan.
    """

    plans: tuple[Plan, ...]
    rejected: tuple[tuple[Path, RejectedFileError], ...]
    sources: tuple[str, ...]
    warnings: tuple[tuple[Path, str], ...] = ()


def _silent(_step: Step) -> None:
    """No progress."""


def ingest_files(
    paths: Sequence[Path],
    progress: Progress = _silent,
    limits: Limits = DEFAULT_LIMITS,
    cache: PlanCache | None = None,
) -> Ingested:
    """All files of the paths, ingested; of a plan that is in two files the better one is taken.

    Raises: IngestError when there are too many files or no reading process can be started.
    """
    outcomes = ingest_all(find_files(paths), limits, cache, progress)
    return Ingested(
        plans=tuple(o.plan for o in outcomes if o.plan and o.kept),
        rejected=tuple((o.path, o.error) for o in outcomes if o.error),
        sources=tuple(sorted(o.key for o in outcomes)),
        warnings=tuple((o.path, sentence) for o in outcomes for sentence in o.warnings),
    )


def _check_plan(plan: Plan, others: dict[str, Plan]) -> None:
    """Invariants at the door: chunks are slices of the text, and a plan comes once."""
    for chunk in plan.chunks:
        if plan.text[chunk.start : chunk.end] != chunk.text:
            raise ValueError(f"{chunk.chunk_id}: text is not plan.text[{chunk.start}:{chunk.end}]")
    other = others.get(plan.plan_id)
    if other is not None:
        raise RejectedFileError(
            "duplicate",
            f"Kế hoạch số {plan.number} đã có trong tệp khác ({other.source}).",
            detail=f"{plan.source} and {other.source} are both {plan.plan_id}",
        )


def _term_lists(all_passages: Iterable[Passage]) -> list[list[str]]:
    analyzer = Analyzer()
    return [analyzer.terms(p.own) * OWN_REPEAT + analyzer.terms(p.context) for p in all_passages]


def _hash(passage: Passage) -> bytes:
    return hashlib.sha256(f"{passage.own}\0{passage.context}".encode()).digest()


def _encode(all_passages: list[Passage], embedder: Embedder) -> Floats:
    """(n, dim): own text plus a share of the context; equal contexts are encoded once."""
    contexts = list(dict.fromkeys(passage.context for passage in all_passages))
    row = {context: i for i, context in enumerate(contexts)}
    own = embedder.encode([passage.own for passage in all_passages])
    around = embedder.encode(contexts)
    return normalise(own + CONTEXT_SHARE * around[[row[p.context] for p in all_passages]])


def _known_vectors(home: Path, embedder: Embedder) -> dict[bytes, Floats]:
    """Vectors of the live snapshot by passage hash; none when it is not of this program."""
    try:
        snapshot = open_folder(current_folder(home), embedder)
    except SnapshotError as exc:
        _LOG.info("no vectors to reuse: %s", exc)
        return {}
    if snapshot.manifest.code != code_fingerprint():
        return {}
    vectors = snapshot.retriever.scorer.dense.vectors()
    known = [passage for plan in snapshot.catalogue.plans() for passage in passages(plan)]
    return {_hash(passage): vector for passage, vector in zip(known, vectors, strict=True)}


def embed(all_passages: list[Passage], embedder: Embedder, known: dict[bytes, Floats]) -> Floats:
    """(n, dim) float32, L2-normalised, in passage order; only unknown passages are encoded."""
    hashes = [_hash(passage) for passage in all_passages]
    vectors = np.zeros((len(all_passages), embedder.dim), dtype=np.float32)
    for i, key in enumerate(hashes):
        if key in known:
            vectors[i] = known[key]
    new = [i for i, key in enumerate(hashes) if key not in known]
    if new:
        vectors[new] = _encode([all_passages[i] for i in new], embedder)
    _LOG.info("%d chunks, %d newly encoded", len(all_passages), len(new))
    return vectors


def _manifest(ingested: Ingested, embedder: Embedder) -> Manifest:
    return Manifest(
        format_version=FORMAT_VERSION,
        analyzer=Analyzer.identity,
        embedder=embedder.identity,
        code=code_fingerprint(),
        plans=tuple(
            PlanEntry(plan_id=p.plan_id, number=p.number, sha256=p.sha256, chunks=len(p.chunks))
            for p in ingested.plans
        ),
        sources=ingested.sources,
        files={},
    )


def _work_folder(home: Path) -> Path:
    """A new hidden folder in the home, named by the time so that names sort by age."""
    folder = home / f".{datetime.now(UTC).strftime('%Y%m%d-%H%M%S-%f')}"
    try:
        folder.mkdir(parents=True)
    except OSError as exc:
        raise BuildError(
            f"Không ghi được vào thư mục “{home}”. Xin chọn thư mục khác bằng biến HOIKH_HOME.",
            detail=str(exc),
        ) from exc
    return folder


def build_snapshot(ingested: Ingested, home: Path, embedder: Embedder) -> Snapshot:
    """The published snapshot of ingested plans, opened.

    Raises: BuildError when there is no plan.
    """
    if not ingested.plans:
        raise BuildError(
            "Không có kế hoạch nào để lập chỉ mục. Xin kiểm tra lại tệp hoặc thư mục đã nêu."
        )
    all_passages = [passage for plan in ingested.plans for passage in passages(plan)]
    vectors = embed(all_passages, embedder, _known_vectors(home, embedder))
    folder = _work_folder(home)
    try:
        write_catalogue(ingested.plans, folder / CATALOGUE_FILE)
        FaissStore(vectors).save(folder / DENSE_FILE)
        Bm25Store(_term_lists(all_passages)).save(folder / LEXICAL_FOLDER)
        final = publish(folder, _manifest(ingested, embedder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return open_folder(final, embedder)


def build_plans(plans: Sequence[Plan], home: Path, embedder: Embedder) -> Snapshot:
    """The published snapshot of plans that are already in memory."""
    seen: dict[str, Plan] = {}
    for plan in plans:
        _check_plan(plan, seen)
        seen[plan.plan_id] = plan
    return build_snapshot(
        Ingested(tuple(plans), (), tuple(p.sha256 for p in plans)), home, embedder
    )


def build(paths: Sequence[Path], settings: Settings, progress: Progress = _silent) -> Snapshot:
    """The published snapshot of files, in the settings' home; rejected files are logged."""
    cache = PlanCache(settings.plans_folder)
    ingested = ingest_files(paths, progress, settings.ingest.limits, cache)
    for file, error in ingested.rejected:
        _LOG.warning("%s rejected (%s): %s", file.name, error.code, error)
    return build_snapshot(ingested, settings.index_home, load_embedder(settings.embedder))


def is_stale(
    paths: Sequence[Path], home: Path, embedder: Embedder, limits: Limits = DEFAULT_LIMITS
) -> bool:
    """Whether the home's snapshot is missing, damaged or not what these files would give now."""
    try:
        snapshot = open_folder(current_folder(home), embedder)
    except SnapshotError as exc:
        _LOG.info("stale: %s", exc)
        return True
    manifest = snapshot.manifest
    if content_keys(find_files(paths), limits) != manifest.sources:
        return True
    return manifest.code != code_fingerprint()
