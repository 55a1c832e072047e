"""Old Word files (.doc) → lines and tables, by way of LibreOffice where it is installed.

The one place that starts LibreOffice: without a shell, in a folder and with a profile of its own
that vanish afterwards, and with its whole process group ended when its time is up.
"""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import Source
from ingest.readers.docx import read_docx
from ingest.readers.office_xml import damaged, encrypted, too_large
from ingest.readers.ole import OLE_MAGIC, kind_of_ole

_PROGRAMS = ("soffice", "libreoffice")
# Enough for hundreds of pages on one core, profile set-up included.
_MAX_SECONDS = 120
# Only these reach LibreOffice: a key in the environment is none of its business.
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "SystemRoot")


def _program() -> str:
    """The path of LibreOffice's program. Raises RejectedFileError "needs_libreoffice"."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    if found is None:
        raise RejectedFileError(
            "needs_libreoffice",
            "Tệp Word đời cũ (.doc) cần LibreOffice để đọc nhưng máy chủ chưa cài. Hãy mở tệp bằng"
            " Word, lưu lại ở dạng .docx rồi nạp lại.",
        )
    return found


def _command(program: str, source: Path, folder: Path) -> list[str]:
    return [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", "docx"),
        *("--outdir", str(folder / "out"), str(source)),
    ]


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run to its end; the whole group is killed at the latest when the time is up."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    environment["HOME"] = str(folder)
    try:
        process = subprocess.Popen(  # noqa: S603 (no shell; every argument is made here)
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as exc:
        raise _not_converted(repr(exc)) from exc
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as exc:
        raise RejectedFileError(
            "timeout",
            "Tệp Word đời cũ mất quá nhiều thời gian để chuyển đổi. Hãy mở tệp bằng Word, lưu lại"
            " ở dạng .docx rồi nạp lại.",
            detail=f"{seconds:.0f} s",
        ) from exc
    finally:
        _end_group(process)
    if process.returncode:
        raise _not_converted(f"exit status {process.returncode}")


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """Kill the group, also the helpers that outlive the program itself."""
    # The group may have ended by itself (PermissionError is what macOS says then).
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _not_converted(detail: str) -> RejectedFileError:
    return RejectedFileError(
        "not_converted",
        "Không chuyển đổi được tệp Word đời cũ, có thể tệp bị hỏng. Hãy mở tệp bằng Word, lưu lại"
        " ở dạng .docx rồi nạp lại.",
        detail=detail,
    )


def _converted(data: bytes, limits: Limits) -> bytes:
    """The DOCX that LibreOffice makes of a .doc."""
    program = _program()
    with TemporaryDirectory(prefix="hoikh-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "tep.doc"
        source.write_bytes(data)
        (folder / "out").mkdir()
        _run(_command(program, source, folder), folder, min(limits.max_seconds, _MAX_SECONDS))
        made = folder / "out" / "tep.docx"
        # LibreOffice ends with status 0 also when it could not load the file.
        if made.is_symlink() or not made.is_file():
            raise _not_converted("no output")
        if made.stat().st_size > limits.max_inflated_bytes:
            raise too_large(f"{made.stat().st_size} bytes of DOCX")
        return made.read_bytes()


def read_doc(data: bytes, limits: Limits) -> Source:
    """The paragraphs and tables of an old Word file; `kind` is "doc".

    Raises RejectedFileError "needs_libreoffice", "encrypted", "damaged", "timeout",
    "not_converted" or what read_docx raises.
    """
    if not data.startswith(OLE_MAGIC):
        raise damaged("no OLE container")
    kind = kind_of_ole(data)
    if kind == "encrypted":
        raise encrypted("OLE")
    if kind != "doc":
        raise RejectedFileError(
            "unsupported_format",
            "Đây không phải là tệp Word. Hãy lưu kế hoạch ở dạng .docx (tệp Word) hoặc .xlsx (tệp"
            " Excel) rồi nạp lại.",
            detail=kind,
        )
    return replace(read_docx(_converted(data, limits), limits), kind="doc")
