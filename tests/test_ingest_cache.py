"""Plans read before: found by all that decides their content, and by nothing else."""

import os
import stat
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import make_plan

from ingest.errors import IngestError, RejectedFileError
from ingest.limits import Limits
from ingest.metadata.sidecar import Overrides
from ingest.plan import Plan
from ingest.progress import PageProgress, no_pages
from ingest.running import cache as cache_module
from ingest.running.batch import Batch, content_keys, ingest_all
from ingest.running.cache import PlanCache, content_key
from ingest.running.codec import encode
from ingest.running.outcome import Outcome

PLAN = make_plan("a", ["Một câu.", "Hai câu."])
LIMITS = Limits()


class CountingParser:
    """Reads a file into a plan of its lines; what it was given is in `read`."""

    read: list[str]
    encoded = b""

    def __init__(self, _limits: Limits) -> None:
        self.closed = self.started = False

    def start(self) -> None:
        self.started = True

    def parse(
        self, name: str, data: bytes, overrides: Overrides | None, progress: PageProgress = no_pages
    ) -> Plan:
        self.read.append(name)
        text = data.decode()
        if text == "bad":
            raise RejectedFileError("not_a_plan", "Không phải kế hoạch.", detail="d")
        if text == "crash":
            raise RejectedFileError("crashed", "Dừng đột ngột.")
        progress(1, 2)
        progress(2, 2)
        plan = make_plan(text[:8], [text])
        signer = overrides.signer if overrides and overrides.signer else "A"
        return replace(plan, source=name, signer=signer, number=text)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> type[CountingParser]:
    monkeypatch.setattr(CountingParser, "read", [], raising=False)
    return CountingParser


def test_a_plan_is_kept_as_the_codec_writes_it(tmp_path: Path) -> None:
    PlanCache(tmp_path / "a").put("k", PLAN)
    PlanCache(tmp_path / "b").put("k", PLAN, encode(PLAN))
    kept = [(tmp_path / name / "k.plan").read_bytes() for name in ("a", "b")]
    assert kept[0] == kept[1]
    assert PlanCache(tmp_path / "b").get("k", PLAN.source) == PLAN


def run(folder: Path, parser, files: list[Path], limits: Limits = LIMITS) -> list[Outcome]:
    return list(Batch(limits, PlanCache(folder), parsers=parser).outcomes(files))


def test_what_is_put_comes_back(tmp_path: Path) -> None:
    cache = PlanCache(tmp_path / "plans")
    assert cache.get("k", "a.txt") is None
    cache.put("k", PLAN)
    assert cache.get("k", "a.txt") == PLAN
    assert cache.get("k", "new/name.txt") == replace(PLAN, source="name.txt")
    assert stat.S_IMODE((tmp_path / "plans").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "plans" / "k.plan").stat().st_mode) == 0o600


def test_rejections_are_kept_when_the_bytes_are_the_reason(tmp_path: Path) -> None:
    cache = PlanCache(tmp_path)
    cache.put("k", RejectedFileError("not_a_plan", "Không phải.", detail="trang 1"))
    found = cache.get("k", "a")
    assert isinstance(found, RejectedFileError)
    assert (found.code, found.user_message, found.detail) == (
        "not_a_plan",
        "Không phải.",
        "trang 1",
    )
    for code in ("timeout", "out_of_memory", "crashed", "not_converted"):
        cache.put(code, RejectedFileError(code, "x"))
        assert cache.get(code, "a") is None


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 64 + b"\n{}", None])
def test_a_damaged_entry_is_none(tmp_path: Path, damage: bytes | None) -> None:
    cache = PlanCache(tmp_path)
    cache.put("k", PLAN)
    file = tmp_path / "k.plan"
    file.write_bytes(file.read_bytes()[:-3] if damage is None else damage)
    assert cache.get("k", "a") is None
    cache.put("k", PLAN)
    assert cache.get("k", "a.txt") == PLAN


def test_an_entry_of_another_shape_is_none(tmp_path: Path) -> None:
    import hashlib

    data = b'{"plan": {"number": "1"}, "rejection": null}'
    (tmp_path / "k.plan").write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
    assert PlanCache(tmp_path).get("k", "a") is None


def test_a_failed_write_leaves_nothing_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = PlanCache(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fchmod", full)
    cache.put("k", PLAN)
    assert list(tmp_path.iterdir()) == []
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    PlanCache(blocked / "plans").put("k", PLAN)


def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    cache = PlanCache(tmp_path, max_files=2)
    (tmp_path / "kế hoạch.docx").write_bytes(b"not ours")
    for age, key in enumerate(("a", "b", "c")):
        cache.put(key, PLAN)
        os.utime(tmp_path / f"{key}.plan", ns=(age, age))
    assert cache.get("a", "x") is not None  # used now
    cache.prune()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.plan", "c.plan", "kế hoạch.docx"]
    size = (tmp_path / "a.plan").stat().st_size
    PlanCache(tmp_path, max_bytes=size * 2 - 1).prune()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.plan", "kế hoạch.docx"]
    PlanCache(tmp_path / "gone").prune()


def test_the_key_is_made_of_all_that_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    sha = "0" * 64
    key = content_key(sha, None, LIMITS)
    others = {
        content_key("1" * 64, None, LIMITS),
        content_key(sha, Overrides(signer="B"), LIMITS),
        content_key(sha, None, replace(LIMITS, max_pages=2)),
        content_key(sha, None, replace(LIMITS, max_inflated_bytes=2)),
        content_key(sha, None, replace(LIMITS, max_seconds=2)),
    }
    assert len(others | {key}) == 6
    assert content_key(sha, None, replace(LIMITS, ocr_workers=9, max_memory_bytes=9)) == key
    monkeypatch.setattr(cache_module, "programs_identity", lambda: "tesseract 9")
    assert content_key(sha, None, LIMITS) not in others | {key}
    monkeypatch.undo()
    monkeypatch.setattr(cache_module, "code_identity", lambda: "later")
    assert content_key(sha, None, LIMITS) not in others | {key}


def test_the_same_bytes_are_read_once(tmp_path: Path, parser) -> None:
    one, two = tmp_path / "1.txt", tmp_path / "2.txt"
    one.write_text("một")
    two.write_text("bad")
    first = run(tmp_path / "plans", parser, [one, two])
    assert sorted(parser.read) == ["1.txt", "2.txt"]
    assert [outcome.cached for outcome in first] == [False, False]
    again = run(tmp_path / "plans", parser, [one, two])
    assert sorted(parser.read) == ["1.txt", "2.txt"]
    assert [outcome.cached for outcome in again] == [True, True]
    assert again[0].plan == first[0].plan
    assert again[1].error and again[1].error.code == "not_a_plan"
    moved = one.rename(tmp_path / "3.txt")
    (named,) = run(tmp_path / "plans", parser, [moved])
    assert named.plan and named.plan.source == "3.txt"
    assert len(parser.read) == 2


def test_a_sidecar_and_changed_bytes_are_read_again(tmp_path: Path, parser) -> None:
    file, sidecar = tmp_path / "1.txt", tmp_path / "1.yml"
    file.write_text("một")
    (before,) = run(tmp_path / "plans", parser, [file])
    sidecar.write_text("signer: B")
    (after,) = run(tmp_path / "plans", parser, [file])
    assert (before.plan.signer, after.plan.signer) == ("A", "B")
    file.write_text("hai")
    (changed,) = run(tmp_path / "plans", parser, [file])
    assert changed.plan.number == "hai"
    assert len(parser.read) == 3
    assert len({before.key, after.key, changed.key}) == 3
    sidecar.write_text("sginer: B")
    (bad,) = run(tmp_path / "plans", parser, [file])
    assert bad.error and bad.error.code == "bad_sidecar"
    assert content_keys([file], LIMITS) == (bad.key,)


def test_what_passes_is_tried_again(tmp_path: Path, parser) -> None:
    file = tmp_path / "1.txt"
    file.write_text("crash")
    for n_read in (1, 2):
        (outcome,) = run(tmp_path / "plans", parser, [file])
        assert outcome.error and outcome.error.code == "crashed"
        assert len(parser.read) == n_read


def test_a_plan_that_took_all_its_time_is_not_kept(tmp_path: Path, parser) -> None:
    file = tmp_path / "1.txt"
    file.write_text("một")
    for _ in range(2):
        run(tmp_path / "plans", parser, [file], replace(LIMITS, max_seconds=0))
    assert len(parser.read) == 2


def test_outcomes_come_in_order_with_steps(tmp_path: Path, parser) -> None:
    files = []
    for number in range(9):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(f"{number}")
    steps = []
    batch = Batch(LIMITS, None, steps.append, parser)
    outcomes = list(batch.outcomes([*files, tmp_path / "gone"]))
    assert [outcome.path.name for outcome in outcomes] == [f"{n}.txt" for n in range(9)] + ["gone"]
    assert outcomes[9].error and outcomes[9].error.code == "not_found"
    assert [step.files_done for step in steps] == sorted(step.files_done for step in steps)
    last = steps[-1]
    assert (last.files_done, last.n_files, last.pages_done, last.n_pages) == (10, 10, 18, 18)
    assert all(made.closed for made in batch._parsers)


def test_parsers_start_early_only_where_some_file_must_be_new(tmp_path: Path, parser) -> None:
    files = [tmp_path / "1.txt", tmp_path / "2.txt"]
    for file in files:
        file.write_text(file.stem)
    cache = PlanCache(tmp_path / "plans")
    for expected in (True, False):
        batch = Batch(LIMITS, cache, parsers=parser)
        list(batch.outcomes(files))
        assert {made.started for made in batch._parsers} == {expected}
    assert cache.n_entries() == 2


def test_a_plan_that_contradicts_itself_is_rejected(tmp_path: Path) -> None:
    class Lying(CountingParser):
        def parse(self, *_: object) -> Plan:
            return replace(PLAN, text="khác hẳn")

    file = tmp_path / "1.txt"
    file.write_text("x")
    (outcome,) = run(tmp_path / "plans", Lying, [file])
    assert outcome.error and outcome.error.code == "crashed"


def test_leaving_early_stops_the_readers(tmp_path: Path, parser) -> None:
    entered, leave = threading.Event(), threading.Event()

    class Waiting(CountingParser):
        def parse(self, *_: object) -> Plan:
            entered.set()
            assert leave.wait(10)
            raise RejectedFileError("crashed", "x")

        def close(self) -> None:
            self.closed = True
            leave.set()

    file = tmp_path / "1.txt"
    file.write_text("x")
    batch = Batch(LIMITS, None, parsers=Waiting)
    outcomes = batch.outcomes([tmp_path / "gone", file])
    assert next(outcomes).path.name == "gone"
    assert entered.wait(10)
    outcomes.close()
    assert all(made.closed for made in batch._parsers)


def test_no_process_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "1.txt"
    file.write_text("x")
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(IngestError) as caught:
        ingest_all([file], LIMITS)
    assert "Không khởi động được tiến trình đọc tệp" in caught.value.user_message
