"""Dense vectors in FAISS, inner product; the only importer of faiss.

Few rows stand in a flat index. Many stand in an inverted file (IVF): its lists are built in
seconds, and the vectors in them stay whole, so that any row's product can be computed exactly.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.stores.vector_file import Vectors

Floats = NDArray[np.float32]
Rows = NDArray[np.integer[Any]]

IVF_ROWS = 50_000
"""From here on the vectors are divided into lists, √n of them."""
PROBES = 24
"""The lists that are looked through for the nearest rows."""
MAPPED_BYTES = 2**26
"""A file of this size or more stays on disk and is mapped: the system may drop its pages."""
_TRAINED_PER_LIST, _TRAINED_TIMES = 64, 6
_AT_ONCE = 2**14


class FaissStore:
    """Vectors by row number; equal vectors stay separate rows."""

    _index: Any  # what kind it is, the number of rows decides

    def __init__(self, vectors: Vectors) -> None:
        import faiss

        if len(vectors.shape) != 2:
            raise ValueError(f"vectors must be (n, dim), got shape {vectors.shape}")
        n, dim = vectors.shape
        self._index = faiss.IndexFlatIP(dim) if n < IVF_ROWS else _trained(vectors)
        for start in range(0, n, _AT_ONCE):
            part = vectors[start : start + _AT_ONCE]
            self._index.add(np.ascontiguousarray(part, dtype=np.float32))
        if n >= IVF_ROWS:
            self._index.make_direct_map()

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return int(self._index.d)

    def scores(self, query: Floats) -> Floats:
        """(n,) float32: the inner product of every row with the query, in row order."""
        self._check(query)
        if self._is_flat():
            return np.asarray(self._view() @ query, dtype=np.float32)
        parts = [part @ query for part in self.pieces()]
        return np.concatenate(parts).astype(np.float32, copy=False)

    def nearest(self, query: Floats, k: int) -> tuple[Floats, Rows]:
        """The best k products and their rows, best first; nearly the best in an inverted file."""
        self._check(query)
        if not len(self):
            return np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int64)
        found, rows = self._index.search(query[None], min(k, len(self)))
        return found[0][rows[0] >= 0], rows[0][rows[0] >= 0]

    def pieces(self) -> Iterator[Floats]:
        """All vectors in row order, a few thousand at a time, (m, dim) float32."""
        for start in range(0, len(self), _AT_ONCE):
            yield self.vectors(np.arange(start, min(start + _AT_ONCE, len(self))))

    def save(self, file: Path) -> None:
        """Write the store to one file."""
        import faiss

        faiss.write_index(self._index, str(file))

    @classmethod
    def read(cls, file: Path) -> "FaissStore":
        """The store of a file. Raises: RuntimeError when it is not a FAISS file of this kind."""
        import faiss

        mapped = file.stat().st_size >= MAPPED_BYTES
        index = faiss.read_index(str(file), faiss.IO_FLAG_MMAP_IFC if mapped else 0)
        if not isinstance(index, faiss.IndexFlatIP | faiss.IndexIVFFlat):
            raise RuntimeError(f"{file.name}: unexpected {type(index).__name__}")
        store = cls.__new__(cls)
        store._index = index
        return store

    def _is_flat(self) -> bool:
        return not hasattr(self._index, "nprobe")

    def vectors(self, rows: Rows) -> Floats:
        """(r, dim) float32: copies of these rows."""
        if self._is_flat():
            return np.asarray(self._view()[rows])
        return np.asarray(self._index.reconstruct_batch(rows))

    def _view(self) -> Floats:
        """(n, dim) float32: a flat index's own memory, valid while the store lives."""
        import faiss

        if not len(self):
            return np.zeros((0, self.dim), dtype=np.float32)
        stored = faiss.rev_swig_ptr(self._index.get_xb(), len(self) * self.dim)
        return np.asarray(stored, dtype=np.float32).reshape(len(self), self.dim)

    def _check(self, query: Floats) -> None:
        if query.shape != (self.dim,):
            raise ValueError(f"query has shape {query.shape}, the store holds ({self.dim},)")


def _trained(vectors: Vectors) -> Any:
    """An empty inverted file, its lists' centres learned from a sample of the vectors."""
    import faiss

    n, dim = vectors.shape
    n_lists = int(np.sqrt(n))
    index = faiss.IndexIVFFlat(faiss.IndexFlatIP(dim), dim, n_lists, faiss.METRIC_INNER_PRODUCT)
    index.nprobe = PROBES
    index.cp.niter = _TRAINED_TIMES
    chosen = np.linspace(0, n - 1, min(n, n_lists * _TRAINED_PER_LIST)).astype(np.int64)
    index.train(np.ascontiguousarray(vectors[chosen], dtype=np.float32))
    return index


class DenseStore:
    """The stores of one or more segments as one: their rows in order."""

    def __init__(self, segments: Sequence[FaissStore]) -> None:
        if len({one.dim for one in segments}) > 1:
            raise ValueError(f"vectors of {[one.dim for one in segments]} dimensions: must agree")
        self._segments = tuple(segments)
        self._offsets = np.cumsum([0, *map(len, self._segments)])

    def __len__(self) -> int:
        return int(self._offsets[-1])

    def at(self, rows: Rows | None = None) -> "VectorScores":
        """Products with these rows, ascending; with all when None."""
        return VectorScores(self, rows)

    def scores(self, query: Floats) -> Floats:
        """(n,) float32: the inner product of every row with the query, in row order."""
        parts = [one.scores(query) for one in self._segments]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)

    def nearest(self, query: Floats, k: int) -> Rows:
        """About the k rows nearest to the query, in no order."""
        found = [one.nearest(query, k) for one in self._segments]
        products = np.concatenate([products for products, _ in found])
        rows = [rows + offset for (_, rows), offset in zip(found, self._offsets[:-1], strict=True)]
        return np.concatenate(rows)[np.argsort(-products, kind="stable")[:k]]

    def vectors(self, rows: Rows) -> Floats:
        """(r, dim) float32: copies of these rows, ascending."""
        cuts = np.searchsorted(rows, self._offsets)
        return np.concatenate(
            [
                one.vectors(rows[cuts[i] : cuts[i + 1]] - self._offsets[i])
                for i, one in enumerate(self._segments)
            ]
        )


class VectorScores:
    """Products with some rows of a store, whose vectors are read once for several questions."""

    def __init__(self, store: DenseStore, rows: Rows | None) -> None:
        self._store = store
        self._vectors = None if rows is None else store.vectors(rows)

    def scores(self, query: Floats) -> Floats:
        """(r,) float32: the inner product of every row with the query."""
        if self._vectors is None:
            return self._store.scores(query)
        # Unlike a product of matrices this starts no threads, which cost more than so few rows.
        return np.asarray(np.einsum("ij,j->i", self._vectors, query), dtype=np.float32)
