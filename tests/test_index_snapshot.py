"""Snapshots: published whole, opened only when sound, rebuilt only when stale."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from fakes import CountingEmbedder, make_plan

from index.builder import build_plans, build_snapshot, ingest_files, is_stale
from index.errors import (
    BuildError,
    SnapshotDamagedError,
    SnapshotError,
    SnapshotMismatchError,
    SnapshotMissingError,
)
from index.settings import Settings
from index.snapshot import current_folder, open_folder, open_snapshot
from index.stores.catalogue import Catalogue, write_catalogue
from ingest.errors import RejectedFileError
from ingest.plan import (
    Gap,
    GapKind,
    LegalBasis,
    NoteMark,
    OcrPage,
    Plan,
    Provenance,
    Row,
    RowKind,
    Section,
    Table,
)

ROOT = Path(__file__).parent.parent
LINES = ["Bảo đảm an toàn mạng", "Vốn đầu tư 10 tỷ đồng", "Đào tạo cán bộ"]


@pytest.fixture
def plan() -> Plan:
    return make_plan("a", LINES)


def _full_plan() -> Plan:
    """A plan with every part filled."""
    row = Row(RowKind.DATA, "1", "I. Hạ tầng", ("Mua máy", Decimal("12.50"), None), 0, 5)
    return replace(
        make_plan("đủ", LINES),
        sections=(Section(0, None, "Phần I", "PHẦN I", 1, ("Phần I",), 0, 10),),
        tables=(Table(0, 0, "Phụ lục", "triệu đồng", ("Tên", "Vốn", "Ghi chú"), (row,), 0, 9),),
        notes=(NoteMark("1", 3, 4, "chú thích"), NoteMark("2", 5, 6)),
        gaps=(Gap(GapKind.ANNEX_ABSENT, "Phụ lục 03", None),),
        warnings=("cảnh báo",),
        issued=date(2021, 10, 20),
        pages=7,
        ocr=(OcrPage(2, 0.9), OcrPage(3, 0.75)),
        kind="scan",
        issued_by="45/QĐ-UBND",
        legal_bases=(
            LegalBasis("Luật", "", None, "Quốc hội", "Công nghệ thông tin", 1, 4),
            LegalBasis("Quyết định", "1/QĐ-TTg", date(2020, 6, 3), "Thủ tướng Chính phủ", "", 5, 9),
        ),
        provenance=(Provenance("number", "letterhead", 0.98),),
    )


def test_plans_come_back_equal(tmp_path: Path) -> None:
    plans = (_full_plan(), make_plan("b", []))
    write_catalogue(plans, tmp_path / "catalogue.sqlite")
    catalogue = Catalogue.read(tmp_path / "catalogue.sqlite")
    assert catalogue.plans() == plans
    assert catalogue.plan("đủ") == plans[0]


def test_an_opened_snapshot_ranks_as_the_built_one(tmp_path: Path, plan: Plan) -> None:
    built = build_plans([plan], tmp_path, CountingEmbedder())
    opened = open_folder(current_folder(tmp_path), CountingEmbedder())
    assert opened.identity == built.identity
    assert opened.retriever.search("an toàn vốn") == built.retriever.search("an toàn vốn")


def test_unchanged_chunks_are_not_encoded_again(tmp_path: Path, plan: Plan) -> None:
    build_plans([plan], tmp_path, CountingEmbedder())
    embedder = CountingEmbedder()
    snapshot = build_plans([plan, make_plan("b", ["Một câu mới"])], tmp_path, embedder)
    assert "Một câu mới" in embedder.calls
    assert not set(LINES) & set(embedder.calls)
    fresh = CountingEmbedder().encode([LINES[0]])[0]
    assert snapshot.retriever.scorer.dense.vectors(np.array([0]))[0] == pytest.approx(fresh)


def test_a_new_build_replaces_the_live_snapshot_and_keeps_one_before(
    tmp_path: Path, plan: Plan
) -> None:
    names = [build_plans([plan], tmp_path, CountingEmbedder()).identity for _ in range(3)]
    assert current_folder(tmp_path).name == names[2]
    folders = sorted(path.name for path in tmp_path.iterdir() if path.is_dir())
    assert folders == names[1:]


def test_no_snapshot_is_named_with_its_repair(tmp_path: Path) -> None:
    with pytest.raises(SnapshotMissingError) as caught:
        open_snapshot(Settings(home=tmp_path))
    assert "make index" in caught.value.user_message


@pytest.mark.parametrize("pointer", ["", "không-có", "../../etc", "a/b"])
def test_a_pointer_to_nowhere_is_damage(tmp_path: Path, pointer: str) -> None:
    (tmp_path / "current").write_text(pointer, encoding="utf-8")
    with pytest.raises(SnapshotDamagedError):
        current_folder(tmp_path)


@pytest.mark.parametrize("large", [0, 2**24], ids=["in threads", "one by one"])
@pytest.mark.parametrize("kind", ["changed", "cut", "gone"])
def test_every_damaged_file_is_found(
    tmp_path: Path, plan: Plan, kind: str, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.stores.manifest._LARGE_BYTES", large)
    build_plans([plan], tmp_path, CountingEmbedder())
    folder = current_folder(tmp_path)
    files = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    kinds = {name.rpartition("/")[2] for name in files}
    assert {"catalogue.sqlite", "dense.faiss", "rows.npy", "headings.npy"} < kinds
    for name in files:
        sound = (folder / name).read_bytes()
        if kind == "gone":
            (folder / name).unlink()
        else:
            damaged = sound[:-1] if kind == "cut" else sound[:-1] + bytes([sound[-1] ^ 1])
            (folder / name).write_bytes(damaged)
        with pytest.raises(SnapshotDamagedError) as caught:
            open_folder(folder, CountingEmbedder())
        assert name in caught.value.user_message
        (folder / name).write_bytes(sound)


@pytest.mark.parametrize("content", ["", "{}", "không phải JSON", '{"format_version": "x"}'])
def test_an_unreadable_manifest_is_damage(tmp_path: Path, plan: Plan, content: str) -> None:
    build_plans([plan], tmp_path, CountingEmbedder())
    folder = current_folder(tmp_path)
    (folder / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(SnapshotDamagedError):
        open_folder(folder, CountingEmbedder())


def test_another_model_is_a_mismatch(tmp_path: Path, plan: Plan) -> None:
    build_plans([plan], tmp_path, CountingEmbedder())
    with pytest.raises(SnapshotMismatchError) as caught:
        open_folder(current_folder(tmp_path), CountingEmbedder(["khác"]))
    assert "make index" in caught.value.user_message


def test_a_failed_build_leaves_the_old_snapshot_live(tmp_path: Path, plan: Plan) -> None:
    class Failing(CountingEmbedder):
        def encode(self, texts: list[str]):
            raise RuntimeError(f"no model for {len(texts)} texts")

    before = build_plans([plan], tmp_path, CountingEmbedder()).identity
    with pytest.raises(RuntimeError):
        build_plans([make_plan("b", ["Mới"])], tmp_path, Failing())
    assert current_folder(tmp_path).name == before


def test_nothing_to_index_is_an_error_with_a_message(tmp_path: Path) -> None:
    with pytest.raises(BuildError) as caught:
        build_plans([], tmp_path, CountingEmbedder())
    assert caught.value.user_message


def test_a_plan_given_twice_is_rejected(tmp_path: Path, plan: Plan) -> None:
    with pytest.raises(RejectedFileError) as caught:
        build_plans([plan, plan], tmp_path, CountingEmbedder())
    assert caught.value.code == "duplicate"


def test_chunks_that_are_not_slices_are_refused(tmp_path: Path, plan: Plan) -> None:
    wrong = replace(plan, chunks=(replace(plan.chunks[0], text="khác"),))
    with pytest.raises(ValueError, match="a:0"):
        build_plans([wrong], tmp_path, CountingEmbedder())


def test_every_snapshot_error_names_the_repair() -> None:
    for error in (
        SnapshotMissingError(),
        SnapshotDamagedError("x"),
        SnapshotMismatchError(detail="x"),
    ):
        assert isinstance(error, SnapshotError)
        assert "make index" in error.user_message
        assert "python -m index build plans" in error.user_message


def test_staleness_follows_files_model_and_damage(tmp_path: Path) -> None:
    source, home, embedder = tmp_path / "in", tmp_path / "home", CountingEmbedder()
    source.mkdir()
    original = (ROOT / "plans" / "lang-son-2022.txt").read_bytes()
    (source / "p.txt").write_bytes(original)
    assert is_stale([source], home, embedder)
    build_snapshot(ingest_files([source]), home, embedder)
    assert not is_stale([source], home, embedder)
    assert is_stale([source], home, CountingEmbedder(["khác"]))
    (source / "p.txt").write_bytes(original + b"\n")
    assert is_stale([source], home, embedder)
    (source / "p.txt").write_bytes(original)
    assert not is_stale([source], home, embedder)
    next(current_folder(home).rglob("dense.faiss")).write_bytes(b"")
    assert is_stale([source], home, embedder)


def test_nothing_is_pickled(tmp_path: Path, plan: Plan) -> None:
    build_plans([plan], tmp_path, CountingEmbedder())
    suffixes = {path.suffix for path in tmp_path.rglob("*") if path.is_file()}
    assert suffixes == {"", ".json", ".npy", ".faiss", ".sqlite"}
    for file in (ROOT / "index").rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        assert "import pickle" not in source, file
        assert "allow_pickle=True" not in source, file
        assert "torch.load(" not in source, file


def _run(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"HOIKH_HOME": str(home), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "index", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_commands_build_once_and_search(tmp_path: Path) -> None:
    source = str(ROOT / "plans" / "lang-son-2022.txt")
    first = _run("build", source, "--if-stale", home=tmp_path)
    assert first.returncode == 0, first.stderr
    assert "206/KH-UBND" in first.stdout
    again = _run("build", source, "--if-stale", home=tmp_path)
    assert (again.returncode, again.stdout.count("\n")) == (0, 1)
    found = _run("search", "trạm BTS", "--k", "1", "--json", "--plan", "206/KH-UBND", home=tmp_path)
    assert found.returncode == 0, found.stderr
    assert "2.818 trạm BTS" in json.loads(found.stdout)["text"]


def test_command_errors_are_sentences_with_their_exit_code(tmp_path: Path) -> None:
    missing = _run("search", "trạm BTS", home=tmp_path)
    assert missing.returncode == 1
    assert "make index" in missing.stderr
    assert "Traceback" not in missing.stderr
    assert _run("search", home=tmp_path).returncode == 2
    assert _run("search", "x", "--k", "0", home=tmp_path).returncode == 2
    assert _run(home=tmp_path).returncode == 2


def test_searching_needs_no_torch() -> None:
    code = (
        "import sys, index.snapshot, index.builder, index.embedding.embedder as e, index.settings as s;"
        "e.load_embedder(s.load_settings().embedder).encode(['kế hoạch']);"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_rejected_and_missing_files_are_named_and_the_rest_is_built(tmp_path: Path) -> None:
    scrap = tmp_path / "vụn.txt"
    scrap.write_text("không phải kế hoạch", encoding="utf-8")
    good = str(ROOT / "plans" / "lang-son-2022.txt")
    mixed = _run("build", str(scrap), good, str(tmp_path / "không-có.txt"), home=tmp_path)
    assert mixed.returncode == 1
    assert "vụn.txt" in mixed.stderr
    assert "không-có.txt" in mixed.stderr
    assert "Traceback" not in mixed.stderr
    assert "206/KH-UBND" in mixed.stdout
    assert _run("build", str(scrap), home=tmp_path / "b").returncode == 1


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path, plan: Plan) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildError) as caught:
        build_plans([plan], tmp_path / "file" / "index", CountingEmbedder())
    assert "HOIKH_HOME" in caught.value.user_message
