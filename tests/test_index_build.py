"""`index build` over folders that change: nothing is read twice, what is gone leaves the index."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fakes import CountingEmbedder

from index.builder import build_snapshot, ingest_files, is_stale
from ingest.limits import Limits
from ingest.running.cache import PlanCache
from ingest.running.isolation import Worker

ROOT = Path(__file__).parents[1]
PLANS = ROOT / "plans"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("lang-son-2022.txt", "dong-nai-2021.txt"):
        (folder / name).write_bytes((PLANS / name).read_bytes())
    return folder


@pytest.fixture
def n_parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were really read."""
    parse, names = Worker.parse, []

    def counting(self, name, *arguments):
        names.append(name)
        return parse(self, name, *arguments)

    monkeypatch.setattr(Worker, "parse", counting)
    return names


def numbers(ingested) -> list[str]:
    return sorted(plan.number for plan in ingested.plans)


def test_a_second_build_reads_nothing(tmp_path: Path, source: Path, n_parsed: list[str]) -> None:
    cache = PlanCache(tmp_path / "plans")
    first = ingest_files([source], cache=cache)
    assert sorted(n_parsed) == ["dong-nai-2021.txt", "lang-son-2022.txt"]
    again = ingest_files([source], cache=PlanCache(tmp_path / "plans"))
    assert len(n_parsed) == 2
    assert again == first


def test_changed_added_and_removed_files(tmp_path: Path, source: Path, n_parsed: list[str]) -> None:
    cache, home = PlanCache(tmp_path / "plans"), tmp_path / "index"
    build_snapshot(ingest_files([source], cache=cache), home, CountingEmbedder())
    changed = source / "lang-son-2022.txt"
    changed.write_bytes(changed.read_bytes().replace(b"206/KH-UBND", b"207/KH-UBND"))
    (source / "dong-nai-2021.txt").unlink()
    (source / "new.txt").write_bytes((PLANS / "lam-dong-2022.txt").read_bytes())
    assert is_stale([source], home, CountingEmbedder())
    ingested = ingest_files([source], cache=cache)
    assert numbers(ingested) == ["207/KH-UBND", "9423/KH-UBND"]
    assert len(n_parsed) == 4
    snapshot = build_snapshot(ingested, home, CountingEmbedder())
    assert sorted(p.number for p in snapshot.catalogue.plans()) == ["207/KH-UBND", "9423/KH-UBND"]
    assert not is_stale([source], home, CountingEmbedder())


def test_a_sidecar_and_other_bounds_make_it_stale(tmp_path: Path, source: Path) -> None:
    home, embedder = tmp_path / "index", CountingEmbedder()
    build_snapshot(ingest_files([source]), home, embedder)
    assert not is_stale([source], home, embedder)
    assert is_stale([source], home, embedder, Limits(max_pages=7))
    (source / "lang-son-2022.yml").write_text("signer: Trần Thị B", encoding="utf-8")
    assert is_stale([source], home, embedder)
    ingested = ingest_files([source])
    assert "Trần Thị B" in [plan.signer for plan in ingested.plans]
    build_snapshot(ingested, home, embedder)
    assert not is_stale([source], home, embedder)


def test_a_plan_in_two_files_is_indexed_once(tmp_path: Path, source: Path) -> None:
    text = (source / "lang-son-2022.txt").read_bytes()
    (source / "a copy.txt").write_bytes(text)
    (source / "longer.txt").write_bytes(text + "\nThêm một dòng nữa.\n".encode())
    ingested = ingest_files([source])
    assert numbers(ingested) == ["1594/KH-UBND", "206/KH-UBND"]
    assert ingested.rejected == ()
    assert {path.name for path, _ in ingested.warnings} == {
        *("a copy.txt", "lang-son-2022.txt", "longer.txt"),
    }
    snapshot = build_snapshot(ingested, tmp_path / "index", CountingEmbedder())
    assert len(snapshot.catalogue.plans()) == 2


def test_the_command_tells_rejected_files(tmp_path: Path, source: Path) -> None:
    (source / "x.rar").write_bytes(b"Rar!\x1a\x07\x00")
    environment = {"HOIKH_HOME": str(tmp_path / "home"), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "index", "build", str(source)]
    for _ in range(2):
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        assert done.returncode == 1
        (line,) = done.stderr.splitlines()
        assert line.startswith(f"TỪ CHỐI  {source}/x.rar: Đây là tệp nén RAR")
        assert "Đã lập chỉ mục 2 kế hoạch" in done.stdout
    assert len(list((tmp_path / "home" / "plans").iterdir())) == 3
