import json

import pytest

from eval.bench.own import BenchFigures, bench_text
from eval.bench.processes import conversing, peak_mib, spend
from eval.errors import EvalInputError
from eval.record import write_json

FIGURES = BenchFigures(
    machine="Linux x86_64, Python 3.11.2",
    n_cpus=2,
    build_s=1.5,
    build_mib=200.0,
    cold_ask_s_median=0.5,
    cold_ask_s_max=0.75,
    cold_ask_mib=150.0,
    n_warm=60,
    n_crashed=0,
    warm_ms_p50=10.0,
    warm_ms_p95=25.0,
    warm_mib=180.0,
)


def test_a_process_is_measured_in_its_own_home(tmp_path):
    code = (
        "import os, pathlib, time;"
        "pathlib.Path(os.environ['HOIKH_HOME'], 'seen').write_text('x');"
        "block = bytearray(64 * 2**20); time.sleep(0.2)"
    )
    spent = spend(["-c", code], {"HOIKH_HOME": str(tmp_path)})
    assert (tmp_path / "seen").read_text() == "x"
    assert 0.2 <= spent.seconds < 20
    assert 64 <= spent.peak_mib < 2000


def test_a_small_process_is_not_taken_for_its_parent(tmp_path):
    block = bytearray(160 * 2**20)
    block[::4096] = b"x" * len(block[::4096])
    spent = spend(["-c", "import time; time.sleep(0.2)"], {})
    answering = "import sys\nfor line in sys.stdin: print(1, flush=True)"
    with conversing(["-c", answering], {}) as conversation:
        conversation.ask("?")
        ended = conversation.end()
    assert len(block) == 160 * 2**20
    assert 3 < spent.peak_mib < 100
    assert 3 < ended.peak_mib < 100


def test_a_process_that_fails_is_told_with_its_message(tmp_path):
    with pytest.raises(EvalInputError, match=r"không chạy được.*no such thing"):
        spend(["-c", "raise SystemExit('no such thing')"], {})


def test_peak_memory_is_in_mib(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    assert peak_mib(2048) == 2.0
    monkeypatch.setattr("sys.platform", "darwin")
    assert peak_mib(2 * 2**20) == 2.0


def test_the_figures_are_printed_and_written(tmp_path):
    path = tmp_path / "new" / "bench.json"
    write_json(path, FIGURES)
    assert json.loads(path.read_text(encoding="utf-8"))["warm_ms_p95"] == 25.0
    rows = [line.split() for line in bench_text(FIGURES).splitlines()]
    assert ["Bộ", "nhớ", "khi", "lập", "chỉ", "mục,", "MiB", "200,00"] in rows
    assert ["Số", "nhân", "2"] in rows
