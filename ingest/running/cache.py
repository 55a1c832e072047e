"""Plans that were read before, kept as files so that the same bytes are not read twice.

An entry is found by what its content depends on: the file's bytes, its sidecar, the bounds, the
code and libraries that read it, the programs for scans and old Word files. An entry that is damaged is as good as none,
and a folder that cannot be written only costs time.
"""

import hashlib
import logging
import os
import shutil
import subprocess
import threading
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata
from pathlib import Path

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.metadata.sidecar import Overrides
from ingest.output.writing import write_whole
from ingest.plan import Plan
from ingest.running.codec import CodecError, decode, encode

_LOG = logging.getLogger(__name__)
_LIBRARIES = ("lxml", "numpy", "olefile", "openpyxl", "pillow", "pypdf", "pypdfium2", "python-docx")
_SOURCES = ("*.py", "*.tsv", "*.xz")
# Threads ask at the same time, and asking other programs takes a while.
_ASKING = threading.Lock()
# These say something of the machine or the moment, not of the bytes.
_PASSING = {"out_of_memory", "timeout", "crashed", "not_converted"}
_SUFFIX = ".plan"
Result = Plan | RejectedFileError


@dataclass(frozen=True, slots=True)
class _Rejection:
    code: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """Exactly one of the two."""

    plan: Plan | None = None
    rejection: _Rejection | None = None


# How the codec writes an entry with a plan.
_PLAN_ENTRY = b'{"plan": %b, "rejection": null}'


def content_key(sha256: str, overrides: Overrides | None, limits: Limits) -> str:
    """64 hexadecimal digits for all that decides what reading these bytes gives."""
    bounds = (limits.max_inflated_bytes, limits.max_pages, limits.max_seconds)
    with _ASKING:
        programs, code = programs_identity(), code_identity()
    parts = [sha256, encode(overrides).decode(), str(bounds), programs, code]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def code_identity() -> str:
    """A checksum over the sources of this room, with the versions of the libraries it uses."""
    digest = hashlib.sha256()
    root = Path(__file__).parents[1]
    for file in sorted(file for kind in _SOURCES for file in root.rglob(kind)):
        digest.update(f"{file.relative_to(root)}\n".encode() + file.read_bytes())
    for library in _LIBRARIES:
        try:
            digest.update(f"{library} {metadata.version(library)}\n".encode())
        except metadata.PackageNotFoundError:
            digest.update(f"{library} absent\n".encode())
    return digest.hexdigest()


@cache
def programs_identity() -> str:
    """The OCR program with its version and languages, and where LibreOffice is."""
    told = str(shutil.which("soffice") or shutil.which("libreoffice"))
    program = shutil.which("tesseract")
    for option in ("--version", "--list-langs") if program else ():
        try:
            told += subprocess.run(  # noqa: S603 - the program that reads scans
                [str(program), option], capture_output=True, text=True, timeout=20, check=False
            ).stdout
        except (OSError, subprocess.TimeoutExpired) as exc:
            _LOG.warning("%s %s: %s", program, option, exc)
    return told


class PlanCache:
    """A folder of entries; at most `max_files` and `max_bytes`, the longest unused go first."""

    def __init__(self, folder: Path, max_files: int = 5000, max_bytes: int = 2**30) -> None:
        self._folder = folder
        self._max_files, self._max_bytes = max_files, max_bytes

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}{_SUFFIX}"

    def n_entries(self) -> int:
        """How many results are kept."""
        return len(_entries(self._folder)) if self._folder.is_dir() else 0

    def get(self, key: str, source: str) -> Result | None:
        """What reading gave, for a file that is now called `source`; None when not known."""
        file = self._file(key)
        try:
            checksum, _, data = file.read_bytes().partition(b"\n")
            if hashlib.sha256(data).hexdigest().encode() != checksum:
                raise CodecError("the checksum differs")
            entry = decode(_Entry, data)
            os.utime(file)
        except FileNotFoundError:
            return None
        except (OSError, CodecError) as exc:
            _LOG.info("%s is read again: %s", source, exc)
            return None
        if entry.rejection:
            found = entry.rejection
            return RejectedFileError(found.code, found.text, detail=found.detail)
        return entry.plan and renamed(entry.plan, source)

    def put(self, key: str, result: Result, encoded: bytes = b"") -> None:
        """Keep what reading gave, unless it would be otherwise at another time.

        `encoded` is the plan as the codec writes it, where that is known already.
        """
        if isinstance(result, Plan):
            data = _PLAN_ENTRY % (encoded or encode(result))
        elif result.code in _PASSING:
            return
        else:
            rejection = _Rejection(result.code, result.user_message, result.detail)
            data = encode(_Entry(rejection=rejection))
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._file(key), hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
        except OSError as exc:
            _LOG.warning("plans cannot be kept in %s: %s", self._folder, exc)

    def prune(self) -> None:
        """Remove the entries that were not used for longest, down to the bounds."""
        if not self._folder.is_dir():
            return
        found = sorted(_states(self._folder), key=lambda entry: -entry[1].st_mtime_ns)
        n_bytes = 0
        for number, (file, state) in enumerate(found, start=1):
            n_bytes += state.st_size
            if number > self._max_files or n_bytes > self._max_bytes:
                file.unlink(missing_ok=True)


def _entries(folder: Path) -> list[str]:
    """The paths of the entries. Whatever else lies there is not ours."""
    with os.scandir(folder) as found:
        return [entry.path for entry in found if entry.name.endswith(_SUFFIX)]


def _states(folder: Path) -> list[tuple[Path, os.stat_result]]:
    """The entries and what the system says of them; another process may be removing some."""
    states = []
    for name in _entries(folder):
        try:
            states.append((Path(name), Path(name).stat()))
        except FileNotFoundError:
            _LOG.debug("%s is gone", name)
    return states


def renamed(plan: Plan, source: str) -> Plan:
    """The plan, read from a file of that name."""
    return replace(plan, source=Path(source).name)
