"""A long document's chunks, read from the catalogue when asked for.

Half a million chunks held as objects take half a gigabyte and seconds to read; a question shows
ten of them.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import overload

from ingest.plan import Chunk, ChunkKind

_AT_ONCE = 2_000


def opened(file: Path) -> sqlite3.Connection:
    """A connection that only reads; its rows know their columns' names."""
    uri = f"{file.resolve().as_uri()}?mode=ro"
    base = sqlite3.connect(uri, uri=True, check_same_thread=False)
    base.row_factory = sqlite3.Row
    return base


def read_chunk(row: sqlite3.Row, text: str) -> Chunk:
    """The chunk of a row of the table "chunks", a slice of the plan's text."""
    return Chunk(
        row["chunk_id"], row["plan_id"], ChunkKind(row["kind"]), row["section_id"],
        strings(row["path"]), strings(row["headings"]), row["start"], row["end"],
        text[row["start"] : row["end"]], row["lead_id"], row["table_id"], row["row_index"],
        row["page"],
    )  # fmt: skip


def strings(text: str) -> tuple[str, ...]:
    """The strings of a JSON list."""
    return tuple(json.loads(text))


class StoredChunks(Sequence[Chunk]):
    """The chunks of one plan in their order; safe to share between threads.

    Two readings of the same chunks are not equal: that would need all of both.
    """

    def __init__(self, file: Path, plan_id: str, text: str) -> None:
        self._base, self._lock, self._text = opened(file), Lock(), text
        # A plan is written in one go: its rows follow each other.
        query = "SELECT MIN(rowid), COUNT(*) FROM chunks WHERE plan_id = ?"
        self._first, self._count = self._base.execute(query, (plan_id,)).fetchone()

    def __len__(self) -> int:
        return int(self._count)

    @overload
    def __getitem__(self, place: int) -> Chunk: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Chunk, ...]: ...
    def __getitem__(self, place: int | slice) -> Chunk | tuple[Chunk, ...]:
        """One chunk, or several as a tuple. Raises: IndexError."""
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        found = range(len(self))[place]
        return self._read(found, 1)[0]

    def at(self, places: Sequence[int]) -> list[Chunk]:
        """The chunks at these places, ascending."""
        found: list[Chunk] = []
        for start in range(0, len(places), _AT_ONCE):
            rowids = [self._first + place for place in places[start : start + _AT_ONCE]]
            marks = ",".join("?" * len(rowids))
            query = f"SELECT * FROM chunks WHERE rowid IN ({marks}) ORDER BY rowid"  # noqa: S608 - marks
            found += self._chunks(query, rowids)
        return found

    def __iter__(self) -> Iterator[Chunk]:
        for start in range(0, len(self), _AT_ONCE):
            yield from self._read(start, _AT_ONCE)

    def _read(self, start: int, count: int) -> list[Chunk]:
        first = self._first + start
        last = min(first + count, self._first + len(self))
        query = "SELECT * FROM chunks WHERE rowid >= ? AND rowid < ? ORDER BY rowid"
        return self._chunks(query, [first, last])

    def _chunks(self, query: str, values: Sequence[int]) -> list[Chunk]:
        with self._lock:
            rows = self._base.execute(query, values).fetchall()
        return [read_chunk(row, self._text) for row in rows]
