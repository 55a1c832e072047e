"""Segments: the postings and vectors of some plans, written once and never changed.

A build keeps the segments whose plans are all unchanged. New and changed plans are merged with the
small segments into one, so that adding a plan costs what is small, and segments stay few.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import Embedder
from index.embedding.term_vectors import normalise
from index.stores.bm25_store import Bm25Store
from index.stores.counting import TermCounter
from index.stores.faiss_store import DenseStore, FaissStore
from index.stores.layout import Layout
from index.stores.manifest import Manifest, PlanEntry, SegmentEntry
from index.stores.passages import Passage, passages
from index.stores.pool import WHOLE_ROWS
from index.stores.postings import Postings, write_merged
from index.stores.vector_file import VectorFile
from ingest.plan import ChunkKind, Plan

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

SEGMENTS_FOLDER, DENSE_FILE, LEXICAL_FOLDER, HEADINGS_FILE = (
    "segments",
    "dense.faiss",
    "bm25",
    "headings.npy",
)
CONTEXT_SHARE = 0.35
"""The context's share in a chunk's vector, against 1 for its own text."""
_AT_ONCE, _SPILLED_ROWS = 512, 16_384
"""So many passages are read and encoded at a time, and so many counted in memory."""


@dataclass(frozen=True, slots=True)
class Stores:
    """The segments of a snapshot as one; `headings` (n,) marks the rows that are bare headings."""

    lexical: Bm25Store
    dense: DenseStore
    headings: Bools


def read_segments(snapshot: Path, manifest: Manifest) -> Stores:
    """The segments of a snapshot's folder. Raises: OSError, ValueError, RuntimeError."""
    folders = [snapshot / SEGMENTS_FOLDER / entry.name for entry in manifest.segments]
    long = [(start, end) for _, start, end in manifest.rows() if end - start > WHOLE_ROWS]
    return Stores(
        Bm25Store([Postings.read(folder / LEXICAL_FOLDER) for folder in folders], long),
        DenseStore([FaissStore.read(folder / DENSE_FILE) for folder in folders]),
        np.concatenate([np.load(folder / HEADINGS_FILE) for folder in folders]),
    )


def passage_hash(passage: Passage) -> bytes:
    """By which a passage's vector is found again."""
    return hashlib.sha256(f"{passage.own}\0{passage.context}".encode()).digest()


def embed(batch: Sequence[Passage], embedder: Embedder, known: Mapping[bytes, Floats]) -> Floats:
    """(n, dim) float32, L2-normalised, in order; only passages that are not `known` are encoded."""
    vectors = np.zeros((len(batch), embedder.dim), dtype=np.float32)
    new = []
    for i, passage in enumerate(batch):
        found = known.get(passage_hash(passage)) if known else None
        if found is None:
            new.append(i)
        else:
            vectors[i] = found
    if new:
        vectors[new] = _encoded([batch[i] for i in new], embedder)
    return vectors


def _encoded(batch: Sequence[Passage], embedder: Embedder) -> Floats:
    """(n, dim): own text plus a share of the context; equal contexts are encoded once."""
    contexts = list(dict.fromkeys(passage.context for passage in batch))
    row = {context: i for i, context in enumerate(contexts)}
    own = embedder.encode([passage.own for passage in batch])
    around = embedder.encode(contexts)
    return normalise(own + CONTEXT_SHARE * around[[row[p.context] for p in batch]])


@dataclass(frozen=True, slots=True)
class SegmentWriter:
    """Writes the segments of a new snapshot's folder.

    `before` is the folder of the snapshot whose segments the layout names, `entries` its plans;
    `known` are vectors of passages of plans that have changed.
    """

    folder: Path
    embedder: Embedder
    before: Path | None = None
    entries: tuple[PlanEntry, ...] = ()
    known: Mapping[bytes, Floats] | None = None

    def write(self, layout: Layout, digests: Mapping[str, str]) -> tuple[SegmentEntry, ...]:
        """Write all segments of the layout; their entries, in the order of rows."""
        for entry in layout.whole:
            _linked(self._old(entry), self.folder / SEGMENTS_FOLDER / entry.name)
        if not layout.merged_ids:
            return layout.whole
        content = "".join(digests[key] for key in layout.merged_ids)
        name = hashlib.sha256(content.encode()).hexdigest()[:12]
        with tempfile.TemporaryDirectory(dir=self.folder) as scratch:
            self._write_merged(layout, self.folder / SEGMENTS_FOLDER / name, Path(scratch))
        return (*layout.whole, SegmentEntry(name=name, plan_ids=layout.merged_ids))

    def _old(self, entry: SegmentEntry) -> Path:
        if self.before is None:
            raise ValueError(f"segment {entry.name} without the snapshot that holds it")
        return self.before / SEGMENTS_FOLDER / entry.name

    def _kept(self, entry: SegmentEntry, ids: Sequence[str]) -> Bools:
        """(n,) which rows of a segment belong to the plans that stay."""
        chunks = {one.plan_id: one.chunks for one in self.entries}
        sizes = [chunks[key] for key in entry.plan_ids]
        return np.repeat([key in ids for key in entry.plan_ids], sizes)

    def _write_merged(self, layout: Layout, target: Path, scratch: Path) -> None:
        """One segment of the rows that stay and those of new plans."""
        kept = [(self._old(entry), self._kept(entry, ids)) for entry, ids in layout.merged]
        with VectorFile(scratch / "vectors", self.embedder.dim) as vectors:
            write_merged(self._parts(kept, layout.new, vectors, scratch), target / LEXICAL_FOLDER)
            FaissStore(vectors).save(target / DENSE_FILE)
        old = [np.load(folder / HEADINGS_FILE)[mask] for folder, mask in kept]
        new = [c.kind is ChunkKind.HEADING for plan in layout.new for c in plan.chunks]
        np.save(target / HEADINGS_FILE, np.concatenate([*old, np.array(new, dtype=bool)]))

    def _parts(
        self,
        kept: Sequence[tuple[Path, Bools]],
        new: Sequence[Plan],
        vectors: VectorFile,
        scratch: Path,
    ) -> list[Postings]:
        """The postings of all rows, in parts; their vectors are added to `vectors`."""
        parts = []
        for folder, mask in kept:
            postings = Postings.read(folder / LEXICAL_FOLDER)
            parts.append(postings if mask.all() else postings.only(mask))
            start = 0
            for piece in FaissStore.read(folder / DENSE_FILE).pieces():
                vectors.add(piece[mask[start : start + len(piece)]])
                start += len(piece)
        counter = TermCounter()
        n_new = sum(len(plan.chunks) for plan in new)
        stream = chain.from_iterable(map(passages, new))
        for number, start in enumerate(range(0, n_new, _SPILLED_ROWS)):
            for batch in _batches(islice(stream, min(_SPILLED_ROWS, n_new - start))):
                counter.add(batch)
                vectors.add(embed(batch, self.embedder, self.known or {}))
            counter.take().save(scratch / str(number))
            parts.append(Postings.read(scratch / str(number)))
        return parts or [counter.take()]


def _batches(stream: Iterator[Passage]) -> Iterator[list[Passage]]:
    while batch := list(islice(stream, _AT_ONCE)):
        yield batch


def _linked(source: Path, target: Path) -> None:
    """The same files under another folder, without copying where the file system can."""
    for file in source.rglob("*"):
        if file.is_file():
            place = target / file.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(file, place)
            except OSError:
                shutil.copyfile(file, place)
