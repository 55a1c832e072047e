"""Dense vectors in FAISS, exact inner product; the only importer of faiss."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

MAPPED_BYTES = 2**26
"""A file of this size or more stays on disk and is mapped: the system may drop its pages."""


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
        # A search for all n would sort them; fusion only wants the product.
        return np.asarray(self._view() @ query, dtype=np.float32)

    def _view(self) -> Floats:
        """(n, dim) float32: the index's own memory, valid while the store lives."""
        import faiss

        if not len(self):
            return np.zeros((0, self.dim), dtype=np.float32)
        stored = faiss.rev_swig_ptr(self._flat.get_xb(), len(self) * self.dim)
        return np.asarray(stored, dtype=np.float32).reshape(len(self), self.dim)

    def vectors(self) -> Floats:
        """(n, dim) float32: a copy of all rows."""
        return self._view().copy()

    def save(self, file: Path) -> None:
        """Write the store to one file."""
        import faiss

        faiss.write_index(self._flat, str(file))

    @classmethod
    def read(cls, file: Path) -> "FaissStore":
        """The store of a file. Raises: RuntimeError when it is not a FAISS file of this kind."""
        import faiss

        mapped = file.stat().st_size >= MAPPED_BYTES
        flat = faiss.read_index(str(file), faiss.IO_FLAG_MMAP_IFC if mapped else 0)
        if not isinstance(flat, faiss.IndexFlatIP):
            raise RuntimeError(f"{file.name}: expected IndexFlatIP, got {type(flat).__name__}")
        store = cls.__new__(cls)
        store._flat = flat
        return store
