"""Which files are to be ingested, and their bytes: regular files only, read whole or not at all.

Nothing that lies in a folder is passed over in silence, except what no person put there as a
document: hidden files, lock files of Word and LibreOffice, and sidecars of files beside them.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import IngestError, RejectedFileError
from ingest.limits import Limits

SIDECAR_SUFFIX = ".yml"
MAX_FILES = 20_000
MAX_DEPTH = 32
_LITTER = {"thumbs.db", "desktop.ini", "__macosx"}
_NOTES = {".md"}


@dataclass(frozen=True, slots=True)
class Skipped:
    """A thing in a folder that is no document; `reason` is Vietnamese, without a full stop."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """The files to ingest, in the order of the paths given and sorted within each folder."""

    files: tuple[Path, ...]
    skipped: tuple[Skipped, ...] = ()


def printable(text: str) -> str:
    """The text without what a terminal would obey or cannot write."""
    safe = "".join(char if char.isprintable() else "?" for char in text)
    return safe.encode("utf-8", "replace").decode("utf-8")


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The files to ingest. Raises IngestError when there are too many."""
    return list(survey(paths).files)


def survey(paths: Sequence[Path]) -> Found:
    """What the paths hold; a file named outright is always kept.

    Links to files are followed, links to folders are not (they may lead in circles).
    Raises IngestError for more than MAX_FILES files or MAX_DEPTH levels of folders.
    """
    files: dict[Path, None] = {}
    skipped: list[Skipped] = []
    for path in paths:
        inside = sorted(_walk(path, skipped)) if _is_folder(path) else [path]
        files.update(dict.fromkeys(inside))
    return Found(tuple(files), tuple(sorted(skipped, key=lambda entry: entry.path)))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a part of the path may not be entered, or holds a NUL
        return False


def _walk(root: Path, skipped: list[Skipped]) -> Iterator[Path]:
    unreadable: list[Path] = []
    n_found = 0
    for folder, folders, names in os.walk(
        root, onerror=lambda error: unreadable.append(Path(error.filename))
    ):
        here = Path(folder)
        if len(here.parts) - len(root.parts) > MAX_DEPTH:
            raise IngestError(
                f"Thư mục “{printable(str(root))}” có hơn {MAX_DEPTH} cấp thư mục con. "
                "Hãy chọn đúng thư mục chứa các kế hoạch.",
            )
        links = [name for name in folders if (here / name).is_symlink()]
        skipped.extend(
            Skipped(here / name, "liên kết tới một thư mục, không mở theo liên kết")
            for name in links
            if _is_wanted(name)
        )
        folders[:] = [name for name in folders if name not in links and _is_wanted(name)]
        for name in _documents(here, names, skipped):
            n_found += 1
            if n_found > MAX_FILES:
                raise IngestError(
                    f"Thư mục “{printable(str(root))}” có hơn {MAX_FILES} tệp. "
                    "Hãy chia thành nhiều thư mục và nạp lần lượt."
                )
            yield here / name
    yield from unreadable  # read_file says why


def _documents(here: Path, names: Sequence[str], skipped: list[Skipped]) -> Iterator[str]:
    """The names in one folder that are to be ingested, sidecars left out."""
    stems = {Path(name).stem for name in names if not name.endswith(SIDECAR_SUFFIX)}
    for name in names:
        path = Path(name)
        if not _is_wanted(name) or (path.suffix == SIDECAR_SUFFIX and path.stem in stems):
            continue
        if path.suffix.lower() in _NOTES:
            skipped.append(Skipped(here / name, "tệp ghi chú (.md), không phải kế hoạch"))
            continue
        yield name


def _is_wanted(name: str) -> bool:
    """Whether a person may have put it there: not hidden, no lock ("~$ke hoach.docx")."""
    return not name.startswith((".", "~$")) and name.lower() not in _LITTER


def read_file(path: Path, limits: Limits) -> bytes:
    """The file's bytes, read whole.

    Raises RejectedFileError: "not_found", "unreadable", "not_a_file", "too_large",
    "changed_while_reading".
    """
    try:
        _check(path.stat(), limits, path)
        # Between the two calls the file may have become a pipe, on which opening would wait.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        with open(handle, "rb") as stream:  # noqa: PTH123 - a descriptor, no path
            before = os.fstat(handle)
            _check(before, limits, path)
            data = stream.read(before.st_size + 1)
            after = os.fstat(handle)
    except FileNotFoundError as exc:
        raise RejectedFileError(
            "not_found", "Không tìm thấy tệp. Hãy kiểm tra lại đường dẫn.", detail=str(path)
        ) from exc
    except (OSError, ValueError) as exc:
        raise RejectedFileError(
            "unreadable",
            "Không mở được tệp. Hãy kiểm tra quyền đọc hoặc đóng chương trình đang giữ tệp.",
            detail=f"{path}: {exc}",
        ) from exc
    if len(data) != before.st_size or _version(before) != _version(after):
        raise RejectedFileError(
            "changed_while_reading",
            "Tệp đang được ghi trong lúc đọc. Hãy chờ sao chép hoặc lưu xong rồi nạp lại.",
            detail=f"{path}: {_version(before)} then {_version(after)}, {len(data)} bytes read",
        )
    return data


def _version(state: os.stat_result) -> tuple[int, int]:
    return state.st_size, state.st_mtime_ns


def _check(state: os.stat_result, limits: Limits, path: Path) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise RejectedFileError(
            "unreadable",
            "Không mở được thư mục. Hãy kiểm tra quyền đọc thư mục.",
            detail=str(path),
        )
    if not stat.S_ISREG(state.st_mode):
        raise RejectedFileError(
            "not_a_file",
            "Đây không phải tệp thông thường (ống dẫn, ổ cắm hoặc thiết bị). "
            "Hãy chọn tệp chứa kế hoạch.",
            detail=f"{path}: mode {state.st_mode:o}",
        )
    if state.st_size > limits.max_bytes:
        raise RejectedFileError(
            "too_large",
            f"Tệp lớn hơn {limits.max_bytes // 2**20} MB. Hãy tách riêng bản kế hoạch rồi nạp lại.",
            detail=f"{path}: {state.st_size} bytes",
        )
