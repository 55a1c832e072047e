"""Old Word files: a stand-in for LibreOffice shows that it is called, bounded and cleaned up."""

import os
import struct
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import docx, p, tbl, tr

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import Grid, Line, Source
from ingest.readers.doc import read_doc
from ingest.readers.ole import OLE_MAGIC, kind_of_ole

LIMITS = Limits()


def ole(name: str, flags: int = 0) -> bytes:
    """A container with one named stream; a Word document's first block stands in sector 1."""
    header = bytearray(512)
    header[:8] = OLE_MAGIC
    struct.pack_into("<H", header, 30, 9)
    directory = bytearray(512)
    encoded = f"{name}\0".encode("utf-16-le")
    directory[128 : 128 + len(encoded)] = encoded
    struct.pack_into("<I", directory, 128 + 0x74, 1)
    block = bytearray(512)
    struct.pack_into("<H", block, 0, 0xA5EC)
    struct.pack_into("<H", block, 10, flags)
    return bytes(header + directory + block)


DOC = ole("WordDocument")
MADE = docx(p("KẾ HOẠCH") + tbl(tr("STT", "Tên"), tr("1", "Máy")))
CONVERT = """
import os, pathlib, sys
args = sys.argv[1:]
source = pathlib.Path(args[-1])
assert source.read_bytes()[:8] == bytes.fromhex("d0cf11e0a1b11ae1")
assert args[args.index("--convert-to") + 1] == "docx" and "--headless" in args
assert args[0].startswith("-env:UserInstallation=file://" + str(source.parent))
assert os.environ["HOME"] == str(source.parent) and "HOIKH_KEY" not in os.environ
out = pathlib.Path(args[args.index("--outdir") + 1]) / (source.stem + ".docx")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is the whole PATH, with a temporary folder of its own beside it."""
    programs, temporary = tmp_path / "bin", tmp_path / "tmp"
    programs.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("HOIKH_KEY", "khóa")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return programs


def install(folder: Path, script: str, name: str = "soffice") -> None:
    program = folder / name
    program.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    program.chmod(0o755)


def code(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(RejectedFileError) as caught:
        read_doc(data, limits)
    assert caught.value.user_message.endswith(".")
    return caught.value.code


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_converted_document_is_read(folder: Path, name: str) -> None:
    install(folder, f"{CONVERT}\nout.write_bytes({MADE!r})", name)
    source = read_doc(DOC, LIMITS)
    assert (source.kind, source.paragraphs) == ("doc", True)
    assert source.parts[0] == Line("KẾ HOẠCH")
    assert isinstance(source.parts[1], Grid)
    assert list((folder.parent / "tmp").iterdir()) == []


def test_without_libreoffice(folder: Path) -> None:
    assert code(DOC) == "needs_libreoffice"


def test_failures_of_the_conversion(folder: Path) -> None:
    install(folder, "raise SystemExit(1)")
    assert code(DOC) == "not_converted"
    install(folder, CONVERT)
    assert code(DOC) == "not_converted"
    install(folder, f"{CONVERT}\nout.symlink_to('/etc/hostname')")
    assert code(DOC) == "not_converted"
    install(folder, f"{CONVERT}\nout.write_bytes(b'PK')")
    assert code(DOC) == "damaged"
    (folder / "soffice").write_text("#!/no/such/program\n", encoding="utf-8")
    assert code(DOC) == "not_converted"
    small = replace(LIMITS, max_inflated_bytes=10)
    install(folder, f"{CONVERT}\nout.write_bytes({MADE!r})")
    assert code(DOC, small) == "too_large"


def test_a_hanging_conversion_is_ended_with_its_helpers(folder: Path) -> None:
    note = folder.parent / "helper.txt"
    install(
        folder,
        "import os, pathlib, time\n"
        f"if os.fork() == 0:\n    pathlib.Path({str(note)!r}).write_text(str(os.getpid()))\n"
        "time.sleep(60)",
    )
    start = time.monotonic()
    assert code(DOC, replace(LIMITS, max_seconds=2)) == "timeout"
    assert time.monotonic() - start < 20
    helper = int(note.read_text())
    deadline = time.monotonic() + 5
    while _runs(helper) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(helper)


def _runs(pid: int) -> bool:
    """Whether a process is alive; one that only waits to be reaped is not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def test_locked_files_and_other_containers(folder: Path) -> None:
    assert code(ole("EncryptedPackage")) == "encrypted"
    assert code(ole("WordDocument", flags=0x0100)) == "encrypted"
    assert code(ole("Workbook")) == "unsupported_format"
    assert code(b"KE HOACH") == "damaged"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *(("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("Khác", "ole")),
        *(("PowerPoint Document", "ppt"), ("EncryptedPackage", "encrypted")),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    assert kind_of_ole(ole(name)) == kind


@settings(max_examples=200)
@given(st.integers(0, len(DOC)), st.binary(max_size=40), st.integers(0, 40))
def test_any_container_has_a_kind(at: int, junk: bytes, cut: int) -> None:
    data = DOC[:at] + junk + DOC[at + cut :]
    assert kind_of_ole(data) in {"doc", "ole", "encrypted"}


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=60), st.booleans())
def test_random_bytes_are_rejected(data: bytes, marked: bool) -> None:
    try:
        found: Source | RejectedFileError = read_doc(OLE_MAGIC * marked + data, LIMITS)
    except RejectedFileError as exc:
        found = exc
    assert isinstance(found, RejectedFileError)
    assert found.code in {"damaged", "unsupported_format"}
