"""The snapshot before a build: what of it can be used again."""

import logging
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import Embedder
from index.errors import SnapshotError
from index.snapshot import CATALOGUE_FILE, current_folder, sealed_manifest
from index.stores.catalogue import Catalogue
from index.stores.layout import Layout
from index.stores.manifest import Manifest, code_fingerprint
from index.stores.passages import passages
from index.stores.segments import passage_hash, read_segments

_LOG = logging.getLogger(__name__)

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Before:
    """A snapshot that is whole and of this program: its folder and manifest."""

    folder: Path
    manifest: Manifest


def live_snapshot(home: Path, embedder: Embedder) -> Before | None:
    """The live snapshot, when what it holds can be used again."""
    try:
        folder = current_folder(home)
        manifest = sealed_manifest(folder, embedder)
    except SnapshotError as exc:
        _LOG.info("nothing to reuse: %s", exc)
        return None
    return Before(folder, manifest) if manifest.code == code_fingerprint() else None


def known_vectors(before: Before, layout: Layout) -> dict[bytes, Floats]:
    """Vectors of the passages that plans which have changed held before, by passage hash."""
    changed = {plan.plan_id for plan in layout.new}
    old = [one for one in before.manifest.rows() if one[0] in changed]
    if not old:
        return {}
    catalogue = Catalogue.read(before.folder / CATALOGUE_FILE)
    dense = read_segments(before.folder, before.manifest).dense
    known: dict[bytes, Floats] = {}
    for plan_id, start, end in old:
        hashes = map(passage_hash, passages(catalogue.plan(plan_id)))
        known.update(zip(hashes, dense.vectors(np.arange(start, end)), strict=True))
    return known
