import json

import fakes_eval as fakes
import pytest

from eval.__main__ import main
from index.builder import build_plans
from index.embedder import load_embedder
from index.settings import load_settings


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home without an index."""
    monkeypatch.setenv("HOIKH_HOME", str(tmp_path / "home"))
    return tmp_path


def index_plan(home):
    """Publish a snapshot of the tiny plan."""
    settings = load_settings()
    build_plans(
        [fakes.make_plan(province="Lạng Sơn")],
        settings.index_home,
        load_embedder(settings.embedder),
    )


def write_item(folder, **changes):
    path = folder / "bo.jsonl"
    record = fakes.item().model_dump(mode="json") | changes
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "arguments", [[], ["nothing"], ["run", "--unknown"], ["retrieval", "--queries", "q.jsonl"]]
)
def test_wrong_usage_exits_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


@pytest.mark.parametrize("command", ["run", "validate", "bench"])
def test_a_malformed_set_exits_with_1_and_is_named(command, home, capsys):
    path = home / "bo.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    assert main([command, "--qa", str(path)]) == 1
    shown = capsys.readouterr()
    assert f"{path}" in shown.err
    assert "dòng 1" in shown.err
    assert "Traceback" not in shown.err + shown.out


def test_a_missing_index_exits_with_1_and_names_the_repair(home, capsys):
    assert main(["run", "--qa", str(write_item(home))]) == 1
    assert "make index" in capsys.readouterr().err


def test_missing_retrieval_files_exit_with_1(home, capsys):
    arguments = [
        "retrieval",
        "--queries",
        "no-q.jsonl",
        "--corpus",
        "no-c.jsonl",
        "--out",
        "o.json",
    ]
    assert main(arguments) == 1
    assert "no-c.jsonl" in capsys.readouterr().err


def test_a_run_asks_the_real_assistant_and_writes_its_three_files(home, capsys):
    index_plan(home)
    path = write_item(home, turns=["Lạng Sơn có bao nhiêu trạm phát sóng?"])
    assert main(["run", "--qa", str(path), "--out", str(home / "out")]) == 0
    shown = capsys.readouterr()
    assert "figure" in shown.out
    assert str(home / "out" / "report.html") in shown.out
    line = json.loads((home / "out" / "predictions.jsonl").read_text(encoding="utf-8"))
    assert "120" in line["answer"]
    summary = json.loads((home / "out" / "summary.json").read_text(encoding="utf-8"))
    assert summary["overall"]["scores"]["passed"]["value"] == 1.0
    assert summary["snapshot"]
    assert "<html" in (home / "out" / "report.html").read_text(encoding="utf-8")


def test_a_plan_out_of_the_index_is_reported_and_the_run_ends_well(home, capsys):
    index_plan(home)
    path = write_item(home, evidence=[{"doc": "99/KH-UBND", "quote": "x"}])
    assert main(["run", "--qa", str(path), "--out", str(home / "out")]) == 0
    assert "q1: plan_missing: 99/KH-UBND" in capsys.readouterr().err


def test_runs_land_in_the_home_by_default(home):
    index_plan(home)
    assert main(["run", "--qa", str(write_item(home))]) == 0
    (folder,) = (home / "home" / "runs").iterdir()
    assert (folder / "summary.json").is_file()


def test_validate_tells_what_is_unfair(home, capsys):
    index_plan(home)
    assert main(["validate", "--qa", str(write_item(home))]) == 0
    assert main(["validate", "--qa", str(write_item(home, must=[]))]) == 1
    assert "q1" in capsys.readouterr().out


def test_retrieval_compares_the_three_systems(home, capsys):
    queries, corpus, out = home / "q.jsonl", home / "c.jsonl", home / "out.json"
    texts = ["Cấp chữ ký số cho cán bộ", "Dịch vụ công trực tuyến", "Trạm phát sóng di động"]
    queries.write_text('{"id": "1", "question": "trạm phát sóng", "doc": "2"}', encoding="utf-8")
    lines = [json.dumps({"doc": str(i), "text": one}) for i, one in enumerate(texts)]
    corpus.write_text("\n".join(lines), encoding="utf-8")
    arguments = ["--queries", str(queries), "--corpus", str(corpus), "--out", str(out)]
    assert main(["retrieval", *arguments]) == 0
    systems = json.loads(out.read_text(encoding="utf-8"))["systems"]
    assert {name: scores["r_at_1"] for name, scores in systems.items()} == {
        "lexical": 1.0, "dense": 1.0, "hybrid": 1.0,
    }  # fmt: skip


def test_a_folder_that_cannot_be_written_exits_with_1(home, capsys):
    index_plan(home)
    (home / "file").write_text("", encoding="utf-8")
    arguments = ["run", "--qa", str(write_item(home)), "--out", str(home / "file")]
    assert main(arguments) == 1
    assert "--out" in capsys.readouterr().err
