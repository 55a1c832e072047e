"""Retrieval side by side, with a made-up peer: what is counted, what is shown, what may fail."""

import sys
from pathlib import Path
from xml.etree import ElementTree

import fakes_eval as fakes
import pytest

from eval.bench import contenders, environment
from eval.bench.contenders import PEERS, Contender, Program, SideBySide, compete, recall
from eval.bench.environment import peers_python
from eval.bench.table import comparison_plots, comparison_table
from eval.errors import EvalInputError
from eval.questions.dataset import Evidence

PEER = f"""
import json, sys
sys.path.insert(0, {str(PEERS)!r})
from protocol import serve

def build(corpus, index):
    index.mkdir()
    (index / "corpus").write_text(json.dumps(corpus))

def opened(index):
    corpus = json.loads((index / "corpus").read_text())
    return lambda question, n: [(one["doc"], one["text"]) for one in corpus][:n]

serve(build, opened)
"""
ITEM = fakes.item(evidence=(Evidence(doc="12/KH-UBND", quote="120  trạm phát sóng"),))


def passages(*texts: str, doc: str = "12/KH-UBND") -> list[dict[str, str]]:
    return [{"doc": doc, "text": text} for text in texts]


def program(folder: Path, source: str) -> Program:
    (folder / "peer.py").write_text(source, encoding="utf-8")
    corpus = folder / "corpus.jsonl"
    corpus.write_text('{"doc": "12/KH-UBND", "text": "Có 120 trạm phát sóng."}\n', encoding="utf-8")
    return Program("Bên thử", sys.executable, (str(folder / "peer.py"),), corpus)


def test_evidence_counts_within_the_first_passages_of_its_own_document() -> None:
    others = passages("a", "b", "c", doc="34/KH-UBND")
    found = {ITEM.id: [*others, *passages("khác", "Có 120 trạm\nphát sóng.")]}
    assert recall([ITEM], found, 2) == 1.0
    assert recall([ITEM], found, 1) == 0.0
    assert recall([ITEM], {}, 10) == 0.0


def test_all_quotes_of_a_question_are_needed() -> None:
    second = Evidence(doc="34/KH-UBND", quote="ba huyện")
    both = fakes.item(evidence=(*ITEM.evidence, second))
    found = {both.id: passages("120 trạm phát sóng")}
    assert recall([both], found, 5) == 0.0
    found[both.id] += passages("gồm ba huyện", doc="34/KH-UBND")
    assert recall([both, ITEM], {**found}, 5) == 1.0


def test_a_contender_is_built_asked_cold_and_asked_everything(tmp_path: Path) -> None:
    found = compete(program(tmp_path, PEER), [(ITEM, "Có bao nhiêu trạm?")])
    assert found.problem == ""
    assert found.recall == {5: 1.0, 10: 1.0}
    assert min(found.build_s, found.cold_s, found.build_mib, found.search_mib) > 0
    assert 0 <= found.ms_p50 <= found.ms_p95 < 1000


def test_a_contender_that_fails_is_named_and_keeps_no_figures(tmp_path: Path) -> None:
    found = compete(program(tmp_path, "raise SystemExit('thiếu gói')"), [(ITEM, "Hỏi?")])
    assert "thiếu gói" in found.problem
    assert found.recall == {}
    shown = comparison_table(SideBySide(n_questions=1, contenders=(found,)))
    assert "Bên thử: " in shown


def test_table_and_drawings_show_every_contender() -> None:
    ours = Contender(name="Ta", build_s=1.5, cold_s=0.5, ms_p95=5, recall={5: 0.9, 10: 0.95})
    other = Contender(name="Họ", build_s=30, cold_s=10, ms_p95=50, recall={5: 0.25, 10: 0.5})
    found = SideBySide(n_questions=7, contenders=(ours, other))
    lines = comparison_table(found).splitlines()
    assert lines[0] == "7 câu hỏi"
    assert "90,0" in lines[3]
    assert "25,0" in lines[4]
    drawn = comparison_plots(found)
    assert set(drawn) == {"recall", "time"}
    for svg in drawn.values():
        assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own
        assert "Họ" in svg
        assert "--ink:" in svg


def test_peers_that_cannot_be_installed_are_told_in_one_sentence(tmp_path, monkeypatch) -> None:
    def refused(command: list[str], **_: object) -> object:
        raise OSError("no network")

    monkeypatch.setattr(environment.subprocess, "run", refused)
    with pytest.raises(EvalInputError, match="Không cài được"):
        peers_python(tmp_path)


def test_peers_are_installed_once(tmp_path, monkeypatch) -> None:
    ran: list[list[str]] = []

    def done(command: list[str], **_: object) -> object:
        ran.append(command)
        (tmp_path / "bench-peers").mkdir(exist_ok=True)
        return type("Done", (), {"returncode": 0, "stderr": ""})

    monkeypatch.setattr(environment.subprocess, "run", done)
    monkeypatch.setenv("TORCH_INDEX_URL", "https://example.vn/cpu")
    first = peers_python(tmp_path)
    assert [command[-1] for command in ran[1:]] == ["torch", str(environment.REQUIREMENTS)]
    assert "https://example.vn/cpu" in ran[1]
    assert peers_python(tmp_path) == first
    assert len(ran) == 3


def test_our_own_program_is_among_them(tmp_path: Path) -> None:
    names = [one.name for one in contenders.programs("python", tmp_path, tmp_path)]
    assert names[0] == contenders.OURS
    assert len(set(names)) == 5
    files = [one.arguments[0] for one in contenders.programs("python", tmp_path, tmp_path)[1:]]
    assert all(Path(file).is_file() for file in files)
