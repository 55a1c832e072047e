"""Vectors on their way into a store: half a gigabyte that need not be in memory at once."""

from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = slice | NDArray[np.integer[Any]]


class Vectors(Protocol):
    """What a store is made of: an array, or a file that reads like one."""

    @property
    def shape(self) -> tuple[int, ...]:
        """(n, dim)."""
        ...

    def __getitem__(self, places: Places, /) -> Floats:
        """(r, dim) float32."""
        ...


class VectorFile:
    """(n, dim) float32 rows in a file: added at its end, read by rows, never held."""

    def __init__(self, file: Path, dim: int) -> None:
        self._file, self._dim, self._count = file, dim, 0
        self._stream = file.open("wb")

    def __enter__(self) -> "VectorFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stream.close()

    @property
    def shape(self) -> tuple[int, ...]:
        """(n, dim)."""
        return self._count, self._dim

    def add(self, rows: Floats) -> None:
        """Put rows after those that are there."""
        np.ascontiguousarray(rows, dtype=np.float32).tofile(self._stream)
        self._count += len(rows)

    def __getitem__(self, places: Places) -> Floats:
        """(r, dim) float32: copies of these rows."""
        if not self._count:
            return np.zeros((0, self._dim), dtype=np.float32)
        self._stream.flush()
        # Mapped anew each time: what was read is let go with the map.
        mapped = np.memmap(self._file, dtype=np.float32, mode="r", shape=self.shape)
        return np.array(mapped[places])
