"""run.json: what a run was made with, so that two runs are only compared for what they are."""

import hashlib
import os
import platform
import shutil
import subprocess
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from index.stores.manifest import file_sha256

if TYPE_CHECKING:
    from index.search.parts import Parts
    from index.settings import Settings

ROOT = Path(__file__).parents[1]
_PACKAGES = ("app", "eval", "index", "ingest", "prompts")
_SOURCES = (".py", ".toml", ".tsv", ".txt")
_LIBRARIES = ("faiss-cpu", "langchain-core", "numpy", "rapidfuzz")


class Configuration(BaseModel):
    """Everything that decides the answers of a run.

    `code` is a checksum over the program's sources, which tells two states of one uncommitted
    revision apart. `left_out` names the parts of retrieval that were switched off. The language
    model is named, its key never. `questions` are the checksums of the QA files by name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    revision: str | None
    code: str
    snapshot: str | None
    embedder: str
    language_model: str
    left_out: tuple[str, ...]
    questions: dict[str, str]
    python: str
    libraries: dict[str, str]


def differing_fields(one: Configuration | None, other: Configuration | None) -> tuple[str, ...]:
    """The names of what two runs were made with differently; of all when one is unknown."""
    return tuple(
        name
        for name in Configuration.model_fields
        if one is None or other is None or getattr(one, name) != getattr(other, name)
    )


def code_checksum(root: Path = ROOT) -> str:
    """sha256 over the path and bytes of every source and data file of the five packages."""
    total = hashlib.sha256()
    for package in _PACKAGES:
        for file in sorted((root / package).rglob("*")):
            if file.suffix in _SOURCES and file.is_file():
                total.update(f"{file.relative_to(root)}\0{file_sha256(file)}\n".encode())
    return total.hexdigest()


def git_revision(folder: Path) -> str | None:
    """The commit of the checkout at `folder`, "-dirty" when changed; None outside of one."""
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, "-C", str(folder), "describe", "--always", "--dirty", "--abbrev=12"]
    # Whatever repository the caller's own git works on is not the one that is asked for.
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments
            command, capture_output=True, text=True, timeout=10, check=True, env=outside
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None


def current_snapshot(index_home: Path) -> str | None:
    """The name of the live snapshot, None when none is published."""
    current = index_home / "current"
    return current.read_text(encoding="utf-8").strip() if current.is_file() else None


def configuration(
    settings: "Settings", embedder: str, parts: "Parts", files: Sequence[Path]
) -> Configuration:
    """The configuration of a run of these files; `embedder` is the identity of the one in use."""
    return Configuration(
        revision=git_revision(ROOT),
        code=code_checksum(),
        snapshot=current_snapshot(settings.index_home),
        embedder=embedder,
        language_model=settings.llm.model if settings.llm.configured else "",
        left_out=parts.left_out,
        questions={file.name: file_sha256(file) for file in files},
        python=platform.python_version(),
        libraries={name: metadata.version(name) for name in _LIBRARIES},
    )
