"""Reading in a process of its own: what it may not do, and what is said when it dies."""

import logging
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.metadata.sidecar import Overrides
from ingest.running.child import WORKER
from ingest.running.isolation import Worker

ROOT = Path(__file__).parents[1]
GOOD = (ROOT / "plans" / "lang-son-2022.txt").read_bytes()
LIMITS = Limits(max_memory_bytes=512 * 2**20, max_seconds=20)

# A reader that does what the file's content says.
OBEDIENT = """
import os, resource, signal, subprocess, sys, tempfile, time, logging, threading
sys.path[:0] = [{tests!r}]
from fakes import make_plan
from ingest.errors import RejectedFileError
from ingest.progress import report_pages
from ingest.running.worker import serve

def limits():
    names = ("RLIMIT_DATA", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE")
    return [str(resource.getrlimit(getattr(resource, name))[1]) for name in names]

def lift():
    amount = 2**40
    resource.setrlimit(resource.RLIMIT_DATA, (amount, amount))

def recurse(n=0):
    return recurse(n + 1)

def log():
    logging.getLogger("ingest.x").warning("một lời\\x1b[31m")
    logging.getLogger("pypdf").warning("noise")
    return ["logged"]

def sleeping_child(own_session=False):
    child = subprocess.Popen(["sleep", "600"], start_new_session=own_session)
    with open({notes!r}, "w") as file:
        file.write(str(child.pid))
    time.sleep(600)

def talk():
    def speak():
        for number in range(200):
            logging.getLogger("ingest.y").warning("lời %d", number)
    threads = [threading.Thread(target=speak) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(200):
        report_pages(number, 200)
    for thread in threads:
        thread.join()
    return ["said"]

def pages():
    report_pages(1, 2)
    report_pages(2, 2)
    return ["told"]

def reject():
    raise RejectedFileError("not_a_plan", "Không phải kế hoạch.", detail="d" * 9000)

def parse(name, data, limits_given, overrides):
    made = eval(data.decode(), globals() | {{"name": name, "overrides": overrides,
                                             "given": limits_given}})
    return make_plan("a", [str(line) for line in made])

serve(parse)
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def command(tmp_path: Path, notes: Path) -> list[str]:
    script = tmp_path / "obedient.py"
    script.write_text(OBEDIENT.format(tests=str(ROOT / "tests"), notes=str(notes)), "utf-8")
    return [sys.executable, "-P", str(script)]


@pytest.fixture
def worker(command: list[str]):
    made = Worker(LIMITS, command)
    yield made
    made.close()


def said(worker: Worker, code: str) -> list[str]:
    plan = worker.parse("a.txt", code.encode(), None)
    return [chunk.text for chunk in plan.chunks]


def rejection(worker: Worker, code: str) -> RejectedFileError:
    with pytest.raises(RejectedFileError) as caught:
        said(worker, code)
    return caught.value


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_until(condition, seconds: float = 10.0) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_real_plan_comes_back_as_read_here() -> None:
    from ingest.pipeline import ingest_bytes

    worker = Worker(Limits())
    try:
        assert worker.parse("a.txt", GOOD, None) == ingest_bytes("a.txt", GOOD)
        first = worker.pid
        changed = worker.parse("b.txt", GOOD, Overrides(signer="Trần Thị B"))
        assert (changed.signer, changed.source) == ("Trần Thị B", "b.txt")
        with pytest.raises(RejectedFileError) as caught:
            worker.parse("a.txt", b" ", None)
        assert caught.value.code == "empty"
        assert worker.pid == first
    finally:
        worker.close()
    assert worker.pid is None


def test_start_up_is_quick_and_imports_no_model() -> None:
    code = "import sys, ingest.running.worker, ingest.pipeline; print(len(sys.modules.keys() & set(sys.argv)))"
    heavy = ["torch", "faiss", "numpy", "pydantic", "index", "yaml", "langchain"]
    start = time.monotonic()
    import subprocess

    done = subprocess.run([*WORKER[:2], "-c", code, *heavy], capture_output=True, text=True)
    assert done.stdout == "0\n"
    assert time.monotonic() - start < 2  # 0.2 s on an idle machine


def test_the_limits_hold_and_cannot_be_lifted(worker: Worker) -> None:
    wanted = [str(512 * 2**20), str(LIMITS.max_inflated_bytes), "256", "0"]
    assert said(worker, "limits()") == wanted
    if os.geteuid():
        assert "not allowed to raise" in rejection(worker, "lift()").detail
    assert rejection(worker, "open('big', 'wb').write(b'x' * 300_000_000)").code == "crashed"


def test_memory_is_bounded_and_the_next_file_is_read(worker: Worker) -> None:
    first = rejection(worker, "[bytes(2**30)]")
    assert first.code == "out_of_memory"
    assert "512 MB" in first.user_message
    assert "HOIKH_INGEST__MAX_MEMORY_MB" in first.user_message
    assert said(worker, "['tiếp']") == ["tiếp"]


def test_memory_that_ocr_takes_twice_is_tried_once_more_with_one(worker: Worker) -> None:
    assert said(worker, "[bytes(2**29 * (given.ocr_workers - 1)), given.ocr_workers][1:]") == ["1"]
    assert worker.pid is None
    assert said(worker, "[given.ocr_workers, given.max_seconds]") == ["2", "18"]


@pytest.mark.parametrize("own_session", [False, True])
def test_time_is_bounded_and_everything_it_started_dies(
    command: list[str], notes: Path, own_session: bool
) -> None:
    worker = Worker(Limits(max_seconds=2), command)
    error = rejection(worker, f"sleeping_child({own_session})")
    assert error.code == "timeout"
    assert "quá 2 giây" in error.user_message
    grandchild = int(notes.read_text(encoding="utf-8"))
    wait_until(lambda: not alive(grandchild))
    assert said(worker, "['tiếp']") == ["tiếp"]
    worker.close()


def test_processor_time_ends_it_when_nobody_watches(worker: Worker) -> None:
    error = rejection(worker, "os.kill(os.getpid(), signal.SIGXCPU)")
    assert error.code == "timeout"


@pytest.mark.parametrize(
    ("code", "expected", "detail"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "crashed", "exit -11"),
        ("os.abort()", "crashed", "exit -6"),
        ("os._exit(3)", "crashed", "exit 3"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "out_of_memory", "exit -9"),
        ("1/0", "crashed", "ZeroDivisionError"),
        ("recurse()", "crashed", "RecursionError"),
        ("[1, 2].no", "crashed", "AttributeError"),
        ("os.write(3, b'x' * 70_000)", "crashed", ""),
    ],
)
def test_each_death_has_its_code(worker: Worker, code: str, expected: str, detail: str) -> None:
    error = rejection(worker, code)
    assert error.code == expected
    assert detail in error.detail
    assert error.user_message.endswith(".")
    assert said(worker, "['tiếp']") == ["tiếp"]


def test_rejections_keep_code_sentence_and_process(worker: Worker) -> None:
    assert said(worker, "['a']") == ["a"]
    pid = worker.pid
    error = rejection(worker, "reject()")
    assert (error.code, error.user_message) == ("not_a_plan", "Không phải kế hoạch.")
    assert error.detail == "d" * 4000
    assert worker.pid == pid


def test_prints_and_programs_do_not_disturb_the_answer(worker: Worker) -> None:
    code = "[print('rác', flush=True), os.write(1, b'more'), subprocess.call(['cat'])]"
    assert said(worker, code) == ["None", "4", "0"]
    assert said(worker, "[sys.stdin.read()]") == [""]


def test_a_used_process_that_fails_is_not_the_file_s_fault(worker: Worker, notes: Path) -> None:
    assert said(worker, "['a']") == ["a"]
    once = f"['ok'] if os.path.exists({str(notes)!r}) else [open({str(notes)!r}, 'w'), os.abort()]"
    assert said(worker, once) == ["ok"]


def test_it_knows_no_settings_and_leaves_no_folder(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOIKH_LLM__API_KEY", "bí mật")
    code = "[tempfile.gettempdir(), os.getcwd(), sum('HOIKH' in n for n in os.environ)]"
    folder, here, n_settings = said(worker, code)
    assert (folder, n_settings) == (here, "0")
    assert Path(folder).is_dir()
    worker.close()
    assert not Path(folder).exists()


def test_pages_and_log_records_are_told(worker: Worker, caplog: pytest.LogCaptureFixture) -> None:
    told: list[tuple[int, int]] = []
    worker.parse("a.txt", b"pages()", None, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
    with caplog.at_level(logging.WARNING):
        assert said(worker, "log()") == ["logged"]
    assert [(r.name, r.levelname) for r in caplog.records] == [("ingest.x", "WARNING")]
    assert "một lời" in caplog.text


def test_many_threads_may_speak_at_once(worker: Worker, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert said(worker, "talk()") == ["said"]
    assert len(caplog.records) == 800


def test_an_answer_without_end_is_rejected(worker: Worker) -> None:
    small = "sys.modules['ingest.running.worker'].__dict__.update(MAX_ANSWER_BYTES=10) or ['x']"
    error = rejection(worker, small)
    assert error.code == "too_large"
    assert "Hãy tách" in error.user_message


def test_close_interrupts_a_long_reading(worker: Worker, notes: Path) -> None:
    caught: list[str] = []
    thread = threading.Thread(
        target=lambda: caught.append(rejection(worker, "sleeping_child()").code)
    )
    thread.start()
    wait_until(notes.exists)
    wait_until(lambda: notes.read_text(encoding="utf-8") != "")
    worker.close()
    thread.join(5)
    assert caught == ["crashed"]
    wait_until(lambda: not alive(int(notes.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("own_session", [False, True])
def test_it_dies_with_its_parent(
    command: list[str], notes: Path, tmp_path: Path, own_session: bool
) -> None:
    parent = (
        "import sys; from ingest.running.isolation import Worker; from ingest.limits import Limits;"
        f"Worker(Limits(), sys.argv[1:]).parse('a', b'sleeping_child({own_session})', None)"
    )
    pid = os.posix_spawn(
        sys.executable,
        [sys.executable, "-c", parent, *command],
        {**os.environ, "TMPDIR": str(tmp_path)},
    )
    try:
        wait_until(notes.exists)
        wait_until(lambda: notes.read_text(encoding="utf-8") != "")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    grandchild = int(notes.read_text(encoding="utf-8"))
    wait_until(lambda: not alive(grandchild))
    wait_until(lambda: not list(tmp_path.glob("hoikh-ingest-*")))
