"""Which files are found, and how they are read: whole, regular, and not while they change."""

import os
import socket
from pathlib import Path

import pytest

from ingest.errors import IngestError, RejectedFileError
from ingest.limits import Limits
from ingest.running import files
from ingest.running.files import find_files, printable, read_file, survey

LIMITS = Limits(max_bytes=100)


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def names(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in find_files([folder])]


def test_every_document_is_found_in_order(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a.PDF", "c.docx", "deep/d.txt", "e.rar", "no_ending", "deep/er/f.xlsx")
    assert names(tmp_path) == [
        *("a.PDF", "b.txt", "c.docx", "deep/d.txt", "deep/er/f.xlsx", "e.rar", "no_ending"),
    ]


def test_what_no_person_put_there_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, ".hidden.txt", ".git/x.txt", "~$a.docx", "a.docx", "Thumbs.db", "desktop.ini")
    put(tmp_path, "__MACOSX/x.txt", ".~lock.a.docx#", "a.yml", "KH.12.pdf", "KH.12.yml")
    assert names(tmp_path) == ["KH.12.pdf", "a.docx"]


def test_a_sidecar_without_its_file_is_not_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "alone.yml", "other.yaml")
    assert names(tmp_path) == ["alone.yml", "other.yaml"]


def test_what_is_passed_over_is_told(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "SOURCES.md")
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    found = survey([tmp_path])
    assert found.files == (tmp_path / "a.txt",)
    assert [(entry.path.name, entry.reason) for entry in found.skipped] == [
        ("SOURCES.md", "tệp ghi chú (.md), không phải kế hoạch"),
        ("link", "liên kết tới một thư mục, không mở theo liên kết"),
    ]


def test_a_file_named_outright_is_kept_and_none_comes_twice(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.md", ".hidden")
    named = [tmp_path / "b.md", tmp_path, tmp_path / "a.txt", tmp_path / ".hidden"]
    assert [path.name for path in find_files(named)] == ["b.md", "a.txt", ".hidden"]


def test_loops_of_links_end(tmp_path: Path) -> None:
    put(tmp_path, "a/x.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "file").symlink_to(tmp_path / "a" / "x.txt")
    assert names(tmp_path) == ["a/x.txt", "file", "self"]
    with pytest.raises(RejectedFileError) as caught:
        read_file(tmp_path / "self", LIMITS)
    assert caught.value.code == "unreadable"


def test_names_that_are_no_text(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/\xff\x1b[31m.txt"
    Path(os.fsdecode(raw)).write_bytes(b"x")
    (found,) = find_files([tmp_path])
    assert read_file(found, LIMITS) == b"x"
    assert printable(found.name) == "??[31m.txt"


def test_number_and_depth_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a", "b", "c")
    monkeypatch.setattr(files, "MAX_FILES", 2)
    with pytest.raises(IngestError, match="hơn 2 tệp"):
        find_files([tmp_path])
    monkeypatch.setattr(files, "MAX_DEPTH", 1)
    put(tmp_path / "deep", "1/2/3/x")
    with pytest.raises(IngestError, match="hơn 1 cấp thư mục"):
        find_files([tmp_path / "deep"])


def test_a_folder_that_may_not_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def refusing(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert names(tmp_path) == ["a.txt", "closed"]
    assert code_of(tmp_path / "closed") == "unreadable"


def code_of(path: Path, limits: Limits = LIMITS) -> str:
    with pytest.raises(RejectedFileError) as caught:
        read_file(path, limits)
    assert caught.value.user_message.endswith(".")
    return caught.value.code


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code_of(tmp_path / "pipe") == "not_a_file"
    assert code_of(Path("/dev/zero")) == "not_a_file"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        assert code_of(tmp_path / "socket") == "not_a_file"
    assert code_of(tmp_path) == "unreadable"
    assert code_of(tmp_path / "gone") == "not_found"
    assert code_of(tmp_path / "a\0b") == "unreadable"
    assert names(tmp_path) == ["pipe", "socket"]


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # root may open everything
    assert code_of(tmp_path / "a.txt") == "unreadable"


def test_size_is_bounded_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100)
    assert read_file(path, LIMITS) == b"x" * 100
    with path.open("wb") as stream:
        stream.truncate(2**40)  # a terabyte of nothing
    assert code_of(path, Limits()) == "too_large"


@pytest.mark.parametrize("change", ["grow", "shrink", "rewrite"])
def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 50)
    os.utime(path, ns=(1, 1))
    fstat, calls = os.fstat, []

    def changing(handle: int):
        state = fstat(handle)
        if not calls:
            path.write_bytes({"grow": b"x" * 60, "shrink": b"x", "rewrite": b"y" * 50}[change])
        calls.append(handle)
        return state

    monkeypatch.setattr(os, "fstat", changing)
    assert code_of(path) == "changed_while_reading"
    assert len(calls) >= 2
