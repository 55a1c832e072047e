"""A contender's turn with a scripted peer: figures, and every way to fail told by name."""

from pathlib import Path

import pytest
from scripted_peer import HONEST, peer

from eval.bench import processes
from eval.bench.contenders import Program
from eval.bench.figures import Contender
from eval.bench.measuring import Trial, compete
from eval.bench.processes import conversing
from eval.bench.questions import Question, TextBenchmark, TextQuestion, write_corpus
from eval.errors import EvalInputError
from eval.questions.dataset import Evidence

TEXTS = {"12/KH-UBND": "Có 120 trạm phát sóng.", "34/KH-UBND": "Tỉnh gồm ba huyện."}


def asking(split: str, doc: str, quote: str) -> Question:
    return Question(split, "Có bao nhiêu trạm?", (Evidence(doc=doc, quote=quote),))


QUESTIONS = (
    asking("dev", "12/KH-UBND", "120 trạm"),
    asking("dev", "12/KH-UBND", "130 trạm"),
    asking("test", "34/KH-UBND", "ba huyện"),
)
BENCHMARK = TextBenchmark(
    "Thử", {"0": "một", "1": "hai"}, (TextQuestion("Hỏi?", "0"), TextQuestion("Hỏi?", "1"))
)


def turn(folder: Path, program: Program, benchmarks: tuple[TextBenchmark, ...] = ()) -> Contender:
    corpus = folder / "corpus.jsonl"
    write_corpus(corpus, TEXTS)
    return compete(program, Trial(folder, corpus, QUESTIONS, benchmarks))


def test_a_contender_is_built_asked_cold_and_asked_everything(tmp_path: Path) -> None:
    found = turn(tmp_path, peer(tmp_path), (BENCHMARK,))
    assert found.problems == ()
    assert found.costs is not None
    assert min(found.costs.build_s, found.costs.cold_s, found.costs.peak_mib) > 0
    assert 0 <= found.costs.ms_p50 <= found.costs.ms_p95 < 1000
    assert {name: one.n_questions for name, one in found.evidence.items()} == {"dev": 2, "test": 1}
    assert found.evidence["dev"].per_plan == {5: 0.5, 10: 0.5}
    assert found.evidence["test"].listed == {5: 1.0, 10: 1.0}
    assert found.recall["Thử"].at == {1: 0.5, 10: 1.0}


def test_time_is_the_search_alone_and_memory_the_process_own(tmp_path: Path) -> None:
    slow = HONEST.replace("    return", "    time.sleep(0.05)\n    return")
    slow += "\nblock = bytearray(96 * 2**20)\nblock[::4096] = b'x' * len(block[::4096])\n"
    costs = turn(tmp_path, peer(tmp_path, slow)).costs
    assert costs is not None
    assert 50 <= costs.ms_p50 < 5_000
    assert 96 < costs.peak_mib < 1_000


def test_what_a_library_prints_is_no_answer(tmp_path: Path) -> None:
    talkative = HONEST.replace("    return", "    print('{\"ms\": 0}')\n    return")
    assert turn(tmp_path, peer(tmp_path, talkative)).problems == ()


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("raise SystemExit('thiếu gói')", "thiếu gói"),
        ("def search(question, n): raise SystemExit('hết bộ nhớ')", "hết bộ nhớ"),
        ("def search(question, n): return [('a', 'b', 'c')]", "too many values"),
        ("def search(question, n): return [('a', 5)]", "valid string"),
        ("def search(question, n): return [('a', 'b')]\ntime.perf_counter = iter([9.0, 1.0] * 99).__next__", "greater than"),
        ("def build(corpus, index): raise OSError('đĩa đầy')\nsearch = None", "đĩa đầy"),
        (HONEST + "\nimport atexit, os\natexit.register(os._exit, 3)", "exit 3"),
    ],
)  # fmt: skip
def test_a_contender_that_fails_is_named_with_its_problem(tmp_path, script, problem) -> None:
    found = turn(tmp_path, peer(tmp_path, script))
    assert len(found.problems) == 1
    assert problem in found.problems[0]
    assert found.costs is None
    assert found.evidence == {}


def test_a_benchmark_that_fails_leaves_the_other_figures(tmp_path: Path) -> None:
    picky = HONEST.replace(
        "    return", "    assert question != 'Hỏi?', 'không hỏi thế'\n    return"
    )
    found = turn(tmp_path, peer(tmp_path, picky), (BENCHMARK,))
    assert "không hỏi thế" in found.problems[0]
    assert found.evidence["test"].per_plan[5] == 1.0
    assert found.recall == {}


def test_a_silent_process_is_ended_and_named() -> None:
    with (
        conversing(["-c", "import time; time.sleep(600)"], {}, timeout_s=0.3) as conversation,
        pytest.raises(EvalInputError, match="không trả lời"),
    ):
        conversation.ask("?")
    assert conversation.process.returncode == -9


def test_an_answer_without_end_is_cut_off(monkeypatch) -> None:
    monkeypatch.setattr(processes, "MAX_LINE_BYTES", 1000)
    with (
        conversing(["-c", "while True: print('x', end='')"], {}) as conversation,
        pytest.raises(EvalInputError, match="dài quá"),
    ):
        conversation.ask("?")
    assert conversation.process.returncode == -9


def test_a_process_does_not_outlive_its_conversation() -> None:
    with conversing(["-c", "import time; time.sleep(600)"], {}) as conversation:
        pass
    assert conversation.process.returncode == -9
