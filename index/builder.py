"""Plans → a published snapshot; what has not changed comes from the snapshot before."""

import logging
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.before import Before, known_vectors, live_snapshot
from index.embedding.embedder import Embedder, load_embedder
from index.errors import BuildError, SnapshotError
from index.settings import Settings
from index.snapshot import (
    CATALOGUE_FILE,
    Snapshot,
    current_folder,
    open_folder,
    publish,
    sealed_manifest,
)
from index.stores.catalogue import Catalogue, write_catalogue
from index.stores.layout import Layout, laid_out, plan_digest
from index.stores.manifest import (
    FORMAT_VERSION,
    Manifest,
    PlanEntry,
    SegmentEntry,
    code_fingerprint,
)
from index.stores.segments import SEGMENTS_FOLDER, SegmentWriter
from index.terms.analyzer import Analyzer
from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.plan import Plan
from ingest.running.batch import Progress, Step, content_keys, ingest_all
from ingest.running.cache import PlanCache
from ingest.running.files import find_files

_LOG = logging.getLogger(__name__)

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


def _manifest(
    ingested: Ingested,
    digests: dict[str, str],
    segments: tuple[SegmentEntry, ...],
    embedder: Embedder,
) -> Manifest:
    return Manifest(
        format_version=FORMAT_VERSION,
        analyzer=Analyzer.identity,
        embedder=embedder.identity,
        code=code_fingerprint(),
        plans=tuple(
            PlanEntry(
                plan_id=p.plan_id,
                number=p.number,
                sha256=p.sha256,
                digest=digests[p.plan_id],
                chunks=len(p.chunks),
            )
            for p in ingested.plans
        ),
        segments=segments,
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
    before = live_snapshot(home, embedder)
    digests = {plan.plan_id: plan_digest(plan) for plan in ingested.plans}
    layout = laid_out(ingested.plans, digests, before.manifest if before else None)
    _LOG.info("%d plans, %d of them new or changed", len(digests), len(layout.new))
    folder = _work_folder(home)
    try:
        _write_catalogue(ingested, layout, before, folder / CATALOGUE_FILE)
        segments = _writer(layout, before, folder, embedder).write(layout, digests)
        kept = [f"{SEGMENTS_FOLDER}/{entry.name}/" for entry in layout.whole]
        known = before.manifest.files if before else {}
        final = publish(
            folder,
            _manifest(ingested, digests, segments, embedder),
            {name: known[name] for name in known if name.startswith(tuple(kept))},
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return open_folder(final, embedder, catalogue=Catalogue(ingested.plans))


def _write_catalogue(ingested: Ingested, layout: Layout, before: Before | None, file: Path) -> None:
    if before is None:
        write_catalogue(ingested.plans, file)
        return
    new = {plan.plan_id for plan in layout.new}
    kept = {plan.plan_id for plan in ingested.plans} - new
    write_catalogue(ingested.plans, file, before.folder / CATALOGUE_FILE, kept)


def _writer(
    layout: Layout, before: Before | None, folder: Path, embedder: Embedder
) -> SegmentWriter:
    if before is None:
        return SegmentWriter(folder, embedder)
    known = known_vectors(before, layout)
    return SegmentWriter(folder, embedder, before.folder, before.manifest.plans, known)


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
        manifest = sealed_manifest(current_folder(home), embedder)
    except SnapshotError as exc:
        _LOG.info("stale: %s", exc)
        return True
    if content_keys(find_files(paths), limits) != manifest.sources:
        return True
    return manifest.code != code_fingerprint()
