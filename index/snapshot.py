"""A snapshot on disk: published in one step, opened whole or not at all.

`index/current` holds the name of the live snapshot's folder. Publishing replaces that one file
atomically; a crash before it leaves the old snapshot live. What is opened is held in memory
or mapped from files that are never written again.
"""

import logging
import shutil
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.embedding.embedder import Embedder, load_embedder
from index.errors import (
    SnapshotDamagedError,
    SnapshotMismatchError,
    SnapshotMissingError,
)
from index.queries.glossary import read_glossary
from index.queries.query import QueryReader, query_reader
from index.search.reranker import Reranker, load_reranker
from index.search.retriever import PlanRetriever
from index.search.scoring import HybridScorer
from index.settings import Settings
from index.stores.catalogue import Catalogue
from index.stores.manifest import FORMAT_VERSION, MANIFEST_FILE, Manifest, folder_files
from index.stores.segments import read_segments
from index.terms.analyzer import Analyzer

CURRENT_FILE, CATALOGUE_FILE = "current", "catalogue.sqlite"
_KEPT_SNAPSHOTS = 2  # the live one and the one before it

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An opened snapshot; `identity` is its folder's name and changes with every build."""

    identity: str
    manifest: Manifest
    catalogue: Catalogue
    retriever: PlanRetriever


def current_folder(home: Path) -> Path:
    """The live snapshot's folder. Raises: SnapshotMissingError, SnapshotDamagedError."""
    pointer = home / CURRENT_FILE
    try:
        name = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError as exc:
        raise SnapshotMissingError(detail=str(pointer)) from exc
    except (OSError, UnicodeDecodeError) as exc:
        raise SnapshotDamagedError(CURRENT_FILE, detail=str(exc)) from exc
    # The name must stay inside the home: the file may have been tampered with.
    if not name or Path(name).name != name or not (home / name).is_dir():
        raise SnapshotDamagedError(CURRENT_FILE, detail=f"{pointer} names {name!r}")
    return home / name


def _check_identities(manifest: Manifest, embedder: Embedder) -> None:
    for what, expected, found in (
        ("format", str(FORMAT_VERSION), str(manifest.format_version)),
        ("analyzer", Analyzer.identity, manifest.analyzer),
        ("embedder", embedder.identity, manifest.embedder),
    ):
        if expected != found:
            raise SnapshotMismatchError(detail=f"{what}: snapshot {found}, program {expected}")


def sealed_manifest(folder: Path, embedder: Embedder) -> Manifest:
    """The manifest of a snapshot whose every file is as it was written, for this program.

    Raises: SnapshotDamagedError, SnapshotMismatchError.
    """
    manifest = Manifest.read(folder)
    manifest.verify(folder)
    _check_identities(manifest, embedder)
    return manifest


def open_folder(
    folder: Path,
    embedder: Embedder,
    words: QueryReader | None = None,
    reranker: Reranker | None = None,
    catalogue: Catalogue | None = None,
) -> Snapshot:
    """The snapshot of a folder; `words` reads the questions, the program's own lists if None.

    `catalogue` holds the snapshot's plans when they are in memory already.

    Raises: SnapshotDamagedError, SnapshotMismatchError.
    """
    manifest = sealed_manifest(folder, embedder)
    try:
        catalogue = catalogue or Catalogue.read(folder / CATALOGUE_FILE)
        stores = read_segments(folder, manifest)
        scorer = HybridScorer(stores.lexical, stores.dense, embedder, words=words or query_reader())
        retriever = PlanRetriever(
            catalogue=catalogue,
            scorer=scorer,
            reranker=reranker,
            row_order=tuple(key for key, _, _ in manifest.rows()),
            headings=stores.headings,
        )
    except (OSError, ValueError, KeyError, RuntimeError, sqlite3.DatabaseError) as exc:
        raise SnapshotDamagedError(folder.name, detail=f"{type(exc).__name__}: {exc}") from exc
    return Snapshot(folder.name, manifest, catalogue, retriever)


def open_snapshot(settings: Settings) -> Snapshot:
    """The live snapshot of the settings' home, with the office's own words.

    Raises: SnapshotMissingError, SnapshotDamagedError, SnapshotMismatchError, EmbedderError,
    RerankerError, GlossaryError.
    """
    folder = current_folder(settings.index_home)
    extra = read_glossary(settings.glossary)
    words = QueryReader(extra) if extra else query_reader()
    reranker = load_reranker(settings.reranker)
    return open_folder(folder, load_embedder(settings.embedder), words, reranker)


def publish(folder: Path, manifest: Manifest, known: Mapping[str, str]) -> Path:
    """Seal a finished folder with its manifest and make it the live snapshot; its final path.

    The folder must lie in the snapshots' home; `known` are checksums of its files that were just
    verified. Older snapshots but the last are removed.
    """
    manifest.model_copy(update={"files": folder_files(folder, known)}).write(folder)
    home = folder.parent
    final = home / folder.name.removeprefix(".")
    folder.rename(final)
    waiting = home / f".{CURRENT_FILE}-{final.name}"
    waiting.write_text(final.name + "\n", encoding="utf-8")
    waiting.replace(home / CURRENT_FILE)
    _remove_old(home, final)
    return final


def _remove_old(home: Path, live: Path) -> None:
    snapshots = [file.parent for file in home.glob(f"*/{MANIFEST_FILE}") if file.parent != live]
    snapshots.sort(key=lambda folder: folder.name, reverse=True)
    for folder in snapshots[_KEPT_SNAPSHOTS - 1 :]:
        _LOG.info("removing old snapshot %s", folder.name)
        shutil.rmtree(folder, ignore_errors=True)
