"""What a snapshot says about itself: who made it, from what, and the checksum of every file."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from index.errors import SnapshotDamagedError

FORMAT_VERSION = 3
MANIFEST_FILE = "manifest.json"
_LARGE_BYTES = 2**24
"""Files of this size are read by threads of their own; small ones are done before one starts."""
_READERS = 4


class PlanEntry(BaseModel):
    """One indexed plan, the checksum of its source file and that of all that was read from it."""

    model_config = ConfigDict(frozen=True)

    plan_id: str
    number: str
    sha256: str
    digest: str
    chunks: int


class SegmentEntry(BaseModel):
    """A folder of postings and vectors, and the plans whose chunks are its rows, in order."""

    model_config = ConfigDict(frozen=True)

    name: str
    plan_ids: tuple[str, ...]


class Manifest(BaseModel):
    """`sources` are the checksums of every file given, rejected ones too; `code` that of the
    program that read them. `files` maps each file's relative name to its sha256. `plans` come in
    the order given, their rows in that of `segments`.
    """

    model_config = ConfigDict(frozen=True)

    format_version: int
    analyzer: str
    embedder: str
    code: str
    plans: tuple[PlanEntry, ...]
    segments: tuple[SegmentEntry, ...]
    sources: tuple[str, ...]
    files: dict[str, str]

    def rows(self) -> Iterator[tuple[str, int, int]]:
        """Every plan's id and its rows (start, end), in the order of rows."""
        sizes = {plan.plan_id: plan.chunks for plan in self.plans}
        start = 0
        for plan_id in (key for segment in self.segments for key in segment.plan_ids):
            yield plan_id, start, start + sizes[plan_id]
            start += sizes[plan_id]

    def write(self, folder: Path) -> None:
        """Write the manifest beside the files it names."""
        (folder / MANIFEST_FILE).write_text(self.model_dump_json(indent=1), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """The folder's manifest. Raises: SnapshotDamagedError when it is absent or unreadable."""
        try:
            text = (folder / MANIFEST_FILE).read_text(encoding="utf-8")
            return cls.model_validate_json(text)
        except (OSError, UnicodeDecodeError, ValidationError) as exc:
            raise SnapshotDamagedError(MANIFEST_FILE, detail=f"{folder}: {exc}") from exc

    def verify(self, folder: Path) -> None:
        """Raises: SnapshotDamagedError, naming the first file that is not what is written here."""
        missing = next((name for name in self.files if not (folder / name).is_file()), None)
        if missing is not None:
            raise SnapshotDamagedError(missing, detail=f"{folder / missing} is missing")
        found = _checksums(folder, self.files)
        for name, expected in self.files.items():
            if found[name] != expected:
                raise SnapshotDamagedError(
                    name, detail=f"{folder / name}: {found[name]}, expected {expected}"
                )


def file_sha256(file: Path) -> str:
    """The hexadecimal sha256 of a file's bytes."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _checksums(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """The sha256 of files by their relative names; large ones are read beside each other."""
    sizes = {name: (folder / name).stat().st_size for name in names}
    large = sorted((n for n in sizes if sizes[n] >= _LARGE_BYTES), key=lambda n: -sizes[n])
    small = [name for name in sizes if sizes[name] < _LARGE_BYTES]
    with ThreadPoolExecutor(_READERS) as readers:
        of_large = readers.map(file_sha256, [folder / name for name in large])
        of_small = [file_sha256(folder / name) for name in small]
        return dict(zip([*small, *large], chain(of_small, of_large), strict=True))


def folder_files(folder: Path, known: Mapping[str, str]) -> dict[str, str]:
    """The sha256 of every file below the folder, by relative name; `known` ones are not read."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    names = [file.relative_to(folder).as_posix() for file in files]
    found = _checksums(folder, (name for name in names if name not in known))
    return {name: known[name] if name in known else found[name] for name in names}


def code_fingerprint() -> str:
    """Twelve digits over the sources that turn files into a snapshot: a change makes it stale."""
    import index
    import ingest

    digest = hashlib.sha256()
    for package in (ingest, index):
        root = Path(str(package.__file__)).parent
        for file in sorted((*root.rglob("*.py"), *root.rglob("*.tsv"))):
            relative = file.relative_to(root)
            if relative.parts[0] not in ("training", "model"):
                digest.update(f"{relative}:{file_sha256(file)}\n".encode())
    return digest.hexdigest()[:12]
