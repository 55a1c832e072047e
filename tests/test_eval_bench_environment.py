"""The peers' environment, and the whole comparison where it cannot be made."""

import json
import lzma
import re
import subprocess
from pathlib import Path

import fakes_eval as fakes
import pytest
from assistants import AN_GIANG
from scripted_peer import peer

from eval.bench import contenders, environment
from eval.bench.environment import CONSTRAINTS, REQUIREMENTS, peers_python
from eval.bench.ours import build, opened
from eval.bench.questions import asked, benchmarks, write_corpus
from eval.bench.side_by_side import side_by_side
from eval.errors import EvalInputError
from eval.questions.dataset import Evidence, QASet
from index.builder import build as build_snapshot
from index.settings import Settings


def refused(command: list[str], **_: object) -> object:
    raise OSError("no network")


def test_every_peer_has_its_program_and_its_pin() -> None:
    programs = (*contenders.ours(), *contenders.peers("python"))
    assert len({one.name for one in programs}) == 6
    assert all(Path(one.arguments[0]).is_file() for one in contenders.peers("python"))
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    wanted = {line for line in lines if not line.startswith("#")}
    pinned = set(re.findall(r"^([\w.-]+)==[\w.]+$", CONSTRAINTS.read_text("utf-8"), re.MULTILINE))
    assert wanted <= pinned


def test_peers_that_cannot_be_installed_are_told_in_one_sentence(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(subprocess, "run", refused)
    with pytest.raises(EvalInputError, match="Không cài được"):
        peers_python(tmp_path)


def test_peers_are_installed_once_and_again_when_the_pins_change(tmp_path, monkeypatch) -> None:
    ran: list[list[str]] = []

    def done(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        (tmp_path / "bench-peers").mkdir(exist_ok=True)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", done)
    monkeypatch.setenv("TORCH_INDEX_URL", "https://example.vn/cpu")
    first = peers_python(tmp_path)
    assert [command[-1] for command in ran[1:]] == ["torch", str(REQUIREMENTS)]
    assert ["https://example.vn/cpu" in command for command in ran] == [False, True, False]
    assert all(str(CONSTRAINTS) in command for command in ran[1:])
    assert peers_python(tmp_path) == first
    assert len(ran) == 3
    other = tmp_path / "constraints.txt"
    other.write_text("rank-bm25==0.0.1\n", encoding="utf-8")
    monkeypatch.setattr(environment, "CONSTRAINTS", other)
    peers_python(tmp_path)
    assert len(ran) == 6


def over_an_giang(home: Path) -> tuple[Settings, QASet]:
    settings = Settings(home=home)
    build_snapshot([AN_GIANG], settings)
    evidence = (Evidence(doc="77/KH-UBND", quote="Toàn tỉnh có 150 điểm cầu"),)
    turns = ("Tỉnh An Giang có bao nhiêu điểm cầu?",)
    follow_up = (*turns, "Trong đó cấp xã có bao nhiêu?")
    items = (
        fakes.item(id="a", turns=turns, evidence=evidence),
        fakes.item(id="b", turns=follow_up, evidence=evidence),
        fakes.item(id="c", evidence=(), answerable=False),
    )
    return settings, QASet("dev", items)


def test_a_conversation_is_asked_as_its_standalone_question(tmp_path: Path) -> None:
    settings, qa_set = over_an_giang(tmp_path)
    found = asked([qa_set], settings)
    assert found.questions[0].text == "Tỉnh An Giang có bao nhiêu điểm cầu?"
    assert "điểm cầu" in found.questions[1].text
    assert "cấp xã" in found.questions[1].text
    assert len(found.questions) == 2
    assert "150 điểm cầu" in found.texts["77/KH-UBND"]
    with pytest.raises(EvalInputError, match="không có gì để so sánh"):
        asked([QASet("dev", qa_set.items[2:])], settings)


def test_without_peers_this_project_is_measured_alone(tmp_path: Path, monkeypatch) -> None:
    settings, qa_set = over_an_giang(tmp_path / "home")
    own = (peer(tmp_path, name="Ta"),)
    monkeypatch.setattr(subprocess, "run", refused)
    monkeypatch.setattr("eval.bench.side_by_side.ours", lambda: own)
    found = side_by_side([qa_set], tmp_path, settings, with_peers=True)
    assert "Không cài được" in found.missing
    assert not found.whole
    assert [(one.name, one.problems) for one in found.contenders] == [("Ta", ())]
    assert found.contenders[0].evidence["dev"].per_plan[5] == 1.0


def test_a_missing_index_is_told_with_the_repair(tmp_path: Path) -> None:
    with pytest.raises(EvalInputError) as caught:
        side_by_side([], tmp_path, Settings(home=tmp_path), with_peers=False)
    assert "make index" in caught.value.user_message


def test_our_programs_find_what_is_asked(tmp_path: Path) -> None:
    over_an_giang(tmp_path)
    for program in contenders.ours():
        with program.searching(tmp_path) as searching:
            reply = searching.best("Tỉnh An Giang có bao nhiêu điểm cầu?", 3)
            searching.end()
        assert len(reply.passages) == 3
        assert "150 điểm cầu" in reply.passages[0].text
        assert reply.passages[0].doc == "77/KH-UBND"


def test_our_program_names_the_texts_of_any_corpus(tmp_path: Path) -> None:
    write_corpus(tmp_path / "c.jsonl", {"x": "Vốn đầu tư công.", "y": "Đào tạo cán bộ."})
    build(tmp_path / "c.jsonl", tmp_path / "index")
    found = opened(tmp_path / "index")("đào tạo cán bộ", 1)
    assert found == [("y", "Đào tạo cán bộ.")]


def test_benchmarks_are_read_or_told_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(EvalInputError, match="Không đọc được"):
        benchmarks(tmp_path)
    files: dict[str, list[dict[str, str]]] = {
        "bench_alqac2022_corpus": [{"doc": "a", "text": "Điều một"}, {"doc": "b", "text": "Hai"}],
        "bench_alqac2022": [{"question": "Hỏi gì", "doc": "b"}],
        "bench_xquad_vi": [{"question": "Đâu", "context": "Ở đây"}],
    }
    for name, records in files.items():
        content = "\n".join(json.dumps(record) for record in records).encode()
        (tmp_path / f"{name}.jsonl.xz").write_bytes(lzma.compress(content))
    legal, general = benchmarks(tmp_path)
    assert [(one.text, legal.texts[one.doc]) for one in legal.questions] == [("Hỏi gì", "Hai")]
    assert [(one.text, general.texts[one.doc]) for one in general.questions] == [("Đâu", "Ở đây")]
