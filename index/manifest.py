"""What a snapshot says about itself: who made it, from what, and the checksum of every file."""

import hashlib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from index.errors import SnapshotDamagedError

FORMAT_VERSION = 2
MANIFEST_FILE = "manifest.json"


class PlanEntry(BaseModel):
    """One indexed plan and the checksum of its source file."""

    model_config = ConfigDict(frozen=True)

    plan_id: str
    number: str
    sha256: str
    chunks: int


class Manifest(BaseModel):
    """`sources` are the checksums of every file given, rejected ones too; `code` that of the
    program that read them. `files` maps each file's relative name to its sha256.
    """

    model_config = ConfigDict(frozen=True)

    format_version: int
    analyzer: str
    embedder: str
    code: str
    plans: tuple[PlanEntry, ...]
    sources: tuple[str, ...]
    files: dict[str, str]

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
        for name, expected in self.files.items():
            file = folder / name
            actual = file_sha256(file) if file.is_file() else "missing"
            if actual != expected:
                raise SnapshotDamagedError(name, detail=f"{file}: {actual}, expected {expected}")


def file_sha256(file: Path) -> str:
    """The hexadecimal sha256 of a file's bytes."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def folder_files(folder: Path) -> dict[str, str]:
    """The sha256 of every file below the folder, by relative name."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file_sha256(file) for file in files}


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
