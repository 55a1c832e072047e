"""Many files in, an outcome for each: known ones from the cache, the others read in parallel.

The one path that `python -m ingest` and `python -m index build` share. Reading happens in
processes of its own (isolation.py); a file that fails never stops the others.
"""

import gc
import hashlib
import os
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.metadata.sidecar import Overrides, read_sidecar
from ingest.plan import Plan
from ingest.running.cache import PlanCache, Result, content_key
from ingest.running.duplicates import settle
from ingest.running.files import printable, read_file
from ingest.running.isolation import OWN_SHARE, Parser, Worker, crashed
from ingest.running.outcome import Outcome

_NEW_OBJECTS_BETWEEN_SWEEPS = 200_000
_SIDECAR_SUFFIXES = {".yml", ".yaml"}


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is: `file` was begun or has a page more; pages are those known so far."""

    file: str
    files_done: int
    n_files: int
    pages_done: int
    n_pages: int


Progress: TypeAlias = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class _Prepared:
    data: bytes
    overrides: Overrides | None
    sha256: str
    key: str


class _Tally:
    """Counts files and pages over all threads and tells of each step, one at a time."""

    def __init__(self, n_files: int, progress: Progress) -> None:
        self._lock = threading.Lock()
        self._progress = progress
        self._n_files, self._files_done = n_files, 0
        self._pages: dict[str, tuple[int, int]] = {}

    def tell(self, file: Path, pages: tuple[int, int] | None = None, done: bool = False) -> None:
        with self._lock:
            if pages:
                self._pages[str(file)] = pages
            self._files_done += done
            read = sum(page for page, _ in self._pages.values())
            total = sum(n_pages for _, n_pages in self._pages.values())
            name = printable(file.name)
            self._progress(Step(name, self._files_done, self._n_files, read, total))


def _silent(_step: Step) -> None:
    """Tell nobody."""


def _prepare(path: Path, limits: Limits) -> _Prepared:
    """The file's bytes and sidecar. Raises RejectedFileError."""
    if path.suffix.lower() in _SIDECAR_SUFFIXES and not path.is_dir():
        raise RejectedFileError(
            "bad_sidecar",
            "Tệp mô tả phải có đuôi .yml và nằm cạnh tệp kế hoạch cùng tên. "
            "Hãy đặt lại tên hoặc chuyển tệp mô tả này tới cạnh tệp kế hoạch.",
        )
    data = read_file(path, limits)
    overrides = read_sidecar(path)
    sha256 = hashlib.sha256(data).hexdigest()
    return _Prepared(data, overrides, sha256, content_key(sha256, overrides, limits))


def _unread_key(path: Path, error: RejectedFileError) -> str:
    return f"{error.code} {printable(str(path))} {error.user_message}"


def content_keys(files: Sequence[Path], limits: Limits) -> tuple[str, ...]:
    """Sorted keys of the files: they are the same as long as reading them gives the same."""
    return tuple(sorted(_key(file, limits) for file in files))


def _key(file: Path, limits: Limits) -> str:
    try:
        return _prepare(file, limits).key
    except RejectedFileError as error:
        return _unread_key(file, error)


@contextmanager
def _seldom_swept() -> Iterator[None]:
    """While plans are rebuilt (many small objects, no cycles) memory is seldom swept for cycles."""
    before = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS_BETWEEN_SWEEPS)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Batch:
    """A run over files. `parsers` makes a reader for each thread, with the first new file."""

    def __init__(
        self,
        limits: Limits | None = None,
        cache: PlanCache | None = None,
        progress: Progress = _silent,
        parsers: Callable[[Limits], Parser] = Worker,
    ) -> None:
        self._limits = limits or Limits()
        self._cache = cache
        self._progress = progress
        self._make_parser = parsers
        self._parsers: list[Parser] = []
        self._idle: queue.SimpleQueue[Parser] = queue.SimpleQueue()

    def outcomes(self, files: Sequence[Path]) -> Iterator[Outcome]:
        """An outcome for each file, in order, each as soon as it is known.

        Raises IngestError when no process can be started. Leaving early stops all reading.
        """
        tally = _Tally(len(files), self._progress)
        n_threads = max(1, min(len(os.sched_getaffinity(0)), len(files)))
        self._parsers = [self._make_parser(self._limits) for _ in range(n_threads)]
        # With fewer plans kept than there are files, some are new: parsers will be needed.
        for parser in self._parsers:
            if self._cache is None or self._cache.n_entries() < len(files):
                parser.start()
            self._idle.put(parser)
        with ThreadPoolExecutor(n_threads, thread_name_prefix="ingest") as pool, _seldom_swept():
            try:
                futures = [pool.submit(self._outcome, file, tally) for file in files]
                for future in futures:
                    yield future.result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)
                for parser in self._parsers:
                    parser.close()
        if self._cache:
            self._cache.prune()

    def _outcome(self, file: Path, tally: _Tally) -> Outcome:
        tally.tell(file)
        start = time.monotonic()
        try:
            prepared = _prepare(file, self._limits)
        except RejectedFileError as error:
            tally.tell(file, done=True)
            return Outcome(file, error, _unread_key(file, error))
        result = self._cache.get(prepared.key, file.name) if self._cache else None
        cached = result is not None
        if result is None:
            result, encoded = self._parse(file, prepared, tally)
            seconds = time.monotonic() - start
            # Close to its limit, OCR hands over what it has: another time it may have more.
            if self._cache and seconds < self._limits.max_seconds * OWN_SHARE:
                self._cache.put(prepared.key, result, encoded)
        tally.tell(file, done=True)
        seconds = time.monotonic() - start
        return Outcome(file, result, prepared.key, prepared.sha256, seconds, cached)

    def _parse(self, file: Path, prepared: _Prepared, tally: _Tally) -> tuple[Result, bytes]:
        """What reading gives, and the plan as the codec writes it."""
        parser = self._idle.get()
        try:
            plan = parser.parse(
                file.name,
                prepared.data,
                prepared.overrides,
                lambda done, total: tally.tell(file, pages=(done, total)),
            )
            encoded = parser.encoded
            _check(plan)
        except RejectedFileError as error:
            return error, b""
        finally:
            self._idle.put(parser)
        return plan, encoded


def _check(plan: Plan) -> None:
    """Raises RejectedFileError "crashed" for a plan whose chunks are not slices of its text."""
    for chunk in plan.chunks:
        if plan.text[chunk.start : chunk.end] != chunk.text:
            raise crashed(f"{chunk.chunk_id} is not plan.text[{chunk.start}:{chunk.end}]")


def ingest_all(
    files: Sequence[Path],
    limits: Limits | None = None,
    cache: PlanCache | None = None,
    progress: Progress = _silent,
) -> tuple[Outcome, ...]:
    """The outcomes of all files, in order, the same plan in two files settled."""
    return settle(tuple(Batch(limits, cache, progress).outcomes(files)))
