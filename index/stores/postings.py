"""Which rows hold a term, and how often: the part of BM25 that no other document changes.

A term is known by a 64-bit number, its key, so that neither building nor searching needs a
dictionary of words in memory. That any two of three million terms share one has a chance of one in
four million.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Rows = NDArray[np.integer[Any]]
Bools = NDArray[np.bool_]

MAPPED_BYTES = 2**22
"""An array of this size or more stays on disk and is mapped: the system may drop its pages."""
MAX_COUNT = 255
"""A term that a row holds more often counts as this often: BM25 is level there."""
_TIMES_BITS = 4
_MERGED_AT_ONCE = 2**22
_SYLLABLES_FILE = "syllables.json"
# The finaliser of splitmix64 (Steele, Lea, Flood 2014, Fast splittable pseudorandom numbers).
_GOLDEN, _FIRST, _SECOND = map(
    np.uint64, (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
)


def syllable_key(syllable: str) -> int:
    """The key of a term without a space."""
    return int.from_bytes(blake2b(syllable.encode(), digest_size=8).digest(), "little")


def pair_keys(left: Keys, right: Keys) -> Keys:
    """(n,) the keys of pairs, from those of their parts."""
    mixed = left * _GOLDEN + right
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _FIRST
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _SECOND
    return np.asarray(mixed ^ (mixed >> np.uint64(31)), dtype=np.uint64)


@lru_cache(maxsize=50_000)
def term_key(term: str) -> int:
    """The key of a term: a syllable, or two with a space between."""
    left, _, right = term.partition(" ")
    if not right:
        return syllable_key(left)
    parts = np.array([[syllable_key(left)], [syllable_key(right)]], dtype=np.uint64)
    return int(pair_keys(*parts)[0])


@dataclass(frozen=True, slots=True)
class Postings:
    """The terms of n rows.

    `terms` (t,) are the keys, ascending; the rows of term i and how often each holds it are
    `rows[starts[i]:starts[i + 1]]`, ascending, and the same part of `counts`. `lengths` (n,) is
    the number of terms of each row. `syllables` are the words without marks of punctuation.
    """

    terms: Keys
    starts: NDArray[np.int64]
    rows: NDArray[np.uint32]
    counts: NDArray[np.uint8]
    lengths: NDArray[np.uint32]
    syllables: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.lengths)

    def held(self, term: str) -> slice:
        """Where the term stands in `rows` and `counts`."""
        key = np.uint64(term_key(term))
        place = int(np.searchsorted(self.terms, key))
        if place == len(self.terms) or self.terms[place] != key:
            return slice(0, 0)
        return slice(int(self.starts[place]), int(self.starts[place + 1]))

    def only(self, kept: Bools) -> "Postings":
        """The postings of the rows marked in `kept` (n,), numbered anew."""
        marked = kept[self.rows]
        before = np.concatenate(([0], np.cumsum(marked)))
        number = (np.cumsum(kept) - 1).astype(np.uint32)
        starts = before[self.starts]
        used = np.diff(starts) > 0
        return Postings(
            self.terms[used],
            np.concatenate((starts[:-1][used], starts[-1:])),
            number[self.rows[marked]],
            self.counts[marked],
            self.lengths[kept],
            self.syllables,
        )

    def save(self, folder: Path) -> None:
        """Write the arrays (.npy) and the syllables (.json) into the folder, made if need be."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", getattr(self, name), allow_pickle=False)
        _write_syllables(folder, self.syllables)

    @classmethod
    def read(cls, folder: Path) -> "Postings":
        """The postings of a folder, large arrays mapped. Raises: OSError, ValueError."""
        terms, starts, rows, counts, lengths = (_array(folder / f"{name}.npy") for name in _ARRAYS)
        syllables = json.loads((folder / _SYLLABLES_FILE).read_text(encoding="utf-8"))
        return cls(terms, starts, rows, counts, lengths, tuple(syllables))


_ARRAYS = ("terms", "starts", "rows", "counts", "lengths")


def _array(file: Path) -> NDArray[Any]:
    mapped = file.stat().st_size >= MAPPED_BYTES
    # A plain view: every slice of a memmap object costs as much as the search in it.
    return np.asarray(np.load(file, mmap_mode="r" if mapped else None, allow_pickle=False))


def _write_syllables(folder: Path, syllables: Iterable[str]) -> None:
    text = json.dumps(sorted(set(syllables)), ensure_ascii=False)
    (folder / _SYLLABLES_FILE).write_text(text, encoding="utf-8")


def gathered(
    keys: Keys, rows: Rows, times: Rows, n_rows: int, syllables: Iterable[str] = ()
) -> Postings:
    """The postings of terms in any order: row `rows[i]` holds `keys[i]` `times[i]` (< 16) times."""
    terms, term = np.unique(keys, return_inverse=True)
    # One sort of plain integers: the term, then the row, then the times to be added up.
    packed = np.sort(((term * max(n_rows, 1) + rows) << _TIMES_BITS) | times)
    places = packed >> _TIMES_BITS
    first = np.flatnonzero(np.diff(places, prepend=-1))
    added = np.add.reduceat(packed & (2**_TIMES_BITS - 1), first) if len(first) else first
    of_term, of_row = np.divmod(places[first], max(n_rows, 1))
    return Postings(
        terms,
        np.searchsorted(of_term, np.arange(len(terms) + 1)).astype(np.int64),
        of_row.astype(np.uint32),
        np.minimum(added, MAX_COUNT).astype(np.uint8),
        np.bincount(rows, weights=times, minlength=n_rows).astype(np.uint32),
        tuple(sorted(syllables)),
    )


def write_merged(parts: Sequence[Postings], folder: Path) -> None:
    """Write the postings of all parts' rows, in order, into the folder, a piece at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    terms = np.unique(np.concatenate([part.terms for part in parts]))
    starts = np.zeros(len(terms) + 1, dtype=np.int64)
    for part in parts:
        starts[1 + np.searchsorted(terms, part.terms)] += np.diff(part.starts)
    np.cumsum(starts, out=starts)
    rows = _new_array(folder / "rows.npy", np.uint32, int(starts[-1]))
    counts = _new_array(folder / "counts.npy", np.uint8, int(starts[-1]))
    free, offset = starts[:-1].copy(), 0
    for part in parts:
        _put(part, offset, np.searchsorted(terms, part.terms), free, rows, counts)
        offset += len(part)
    np.save(folder / "terms.npy", terms)
    np.save(folder / "starts.npy", starts)
    np.save(folder / "lengths.npy", np.concatenate([part.lengths for part in parts]))
    _write_syllables(folder, (one for part in parts for one in part.syllables))


def _new_array(file: Path, kind: type[np.generic], size: int) -> NDArray[Any]:
    """A file's array to be filled; one without elements cannot be mapped."""
    if not size:
        np.save(file, np.zeros(0, dtype=kind))
        return np.zeros(0, dtype=kind)
    return np.asarray(np.lib.format.open_memmap(file, mode="w+", dtype=kind, shape=(size,)))


def _put(
    part: Postings, offset: int, places: Rows, free: Rows, rows: Rows, counts: NDArray[np.uint8]
) -> None:
    """Copy a part's postings to the free places of their terms, and move those on."""
    lengths = np.diff(part.starts)
    first = 0
    while first < len(places):
        limit = part.starts[first] + _MERGED_AT_ONCE
        last = max(first + 1, int(np.searchsorted(part.starts, limit, side="right")) - 1)
        start, end = int(part.starts[first]), int(part.starts[last])
        moved = np.repeat(free[places[first:last]] - part.starts[first:last], lengths[first:last])
        target = moved + np.arange(start, end)
        rows[target] = part.rows[start:end] + np.uint32(offset)
        counts[target] = part.counts[start:end]
        first = last
    free[places] += lengths
