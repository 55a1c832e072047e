"""Dense vectors in FAISS, exact inner product; the only importer of faiss."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class FaissStore:
    """Vectors by row number; equal vectors stay separate rows."""

    def __init__(self, vectors: Floats) -> None:
        import faiss

        if vectors.ndim != 2:
            raise ValueError(f"vectors must be (n, dim), got shape {vectors.shape}")
        self._flat = faiss.IndexFlatIP(vectors.shape[1])
        self._flat.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def __len__(self) -> int:
        return int(self._flat.ntotal)

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return int(self._flat.d)

    def scores(self, query: Floats) -> Floats:
        """(n,) float32: the inner product of every row with the query, in row order."""
        if query.shape != (self.dim,):
            raise ValueError(f"query has shape {query.shape}, the store holds ({self.dim},)")
        scores = np.zeros(len(self), dtype=np.float32)
        if len(self):
            found, rows = self._flat.search(query[None, :], len(self))
            scores[rows[0]] = found[0]
        return scores

    def vectors(self) -> Floats:
        """(n, dim) float32: all rows."""
        return np.asarray(self._flat.reconstruct_n(0, len(self)), dtype=np.float32)

    def save(self, file: Path) -> None:
        """Write the store to one file."""
        import faiss

        faiss.write_index(self._flat, str(file))

    @classmethod
    def read(cls, file: Path) -> "FaissStore":
        """The store of a file. Raises: RuntimeError when it is not a FAISS file of this kind."""
        import faiss

        flat = faiss.read_index(str(file))
        if not isinstance(flat, faiss.IndexFlatIP):
            raise RuntimeError(f"{file.name}: expected IndexFlatIP, got {type(flat).__name__}")
        store = cls.__new__(cls)
        store._flat = flat
        return store
