import json

import fakes_eval as fakes
import pytest

from eval import evaluate, gate
from eval.__main__ import main
from index.builder import build_plans
from index.embedding.embedder import load_embedder
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
    assert summary["made_with"]["snapshot"]
    assert (home / "out" / "run.json").is_file()
    assert (home / "out" / "traces.jsonl").is_file()
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


def test_an_interrupted_run_is_taken_up_and_ends_as_if_it_never_stopped(home, capsys, monkeypatch):
    index_plan(home)
    path, out = home / "bo.jsonl", home / "out"
    records = [fakes.item(id=f"q{i}").model_dump(mode="json") for i in range(3)]
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    asked = []

    def stopping(split, item, *rest, real=evaluate.run_item):
        asked.append(item.id)
        if asked == ["q0", "q1"]:
            raise KeyboardInterrupt
        return real(split, item, *rest)

    monkeypatch.setattr(evaluate, "run_item", stopping)
    arguments = ["run", "--qa", str(path), "--out", str(out)]
    assert main(arguments) == 1
    assert f"--resume --out {out}" in capsys.readouterr().err
    assert not (out / "summary.json").exists()
    assert main([*arguments, "--resume"]) == 0
    assert asked == ["q0", "q1", "q1", "q2"]
    lines = (out / "predictions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["q0", "q1", "q2"]


def test_resuming_needs_its_folder_and_the_same_configuration(home, capsys):
    index_plan(home)
    arguments = ["run", "--qa", str(write_item(home)), "--resume"]
    assert main(arguments) == 1
    assert "--out" in capsys.readouterr().err
    assert main([*arguments, "--out", str(home / "out")]) == 1
    assert "--resume" in capsys.readouterr().err
    assert main([*arguments[:-1], "--out", str(home / "out")]) == 0
    assert main([*arguments, "--out", str(home / "out"), "--without", "dense"]) == 1
    assert "left_out" in capsys.readouterr().err


def test_stored_predictions_are_scored_as_their_run_was(home, capsys):
    index_plan(home)
    path, out = write_item(home), home / "out"
    assert main(["run", "--qa", str(path), "--out", str(out)]) == 0
    predictions = str(out / "predictions.jsonl")
    again = ["score", "--qa", str(path), "--predictions", predictions, "--out", str(home / "again")]
    assert main(again) == 0
    first, second = (
        json.loads((folder / "summary.json").read_text(encoding="utf-8"))["overall"]["scores"]
        for folder in (out, home / "again")
    )
    assert first == second


def test_two_runs_are_compared_and_told_apart_by_what_they_were_made_with(home, capsys):
    index_plan(home)
    path = write_item(home)
    for name, more in (("a", []), ("b", ["--without", "dense"])):
        assert main(["run", "--qa", str(path), "--out", str(home / name), *more]) == 0
    found = home / "found.json"
    capsys.readouterr()
    assert main(["compare", str(home / "a"), str(home / "b"), "--json", str(found)]) == 0
    shown = capsys.readouterr().out
    assert "left_out" in shown
    assert "figure" in shown
    assert json.loads(found.read_text(encoding="utf-8"))["won"] == []
    assert main(["compare", str(home / "a"), str(home / "none")]) == 1


def test_the_gate_takes_a_whole_run_and_a_baseline_is_replaced_on_purpose(
    home, capsys, monkeypatch
):
    index_plan(home)
    baseline = home / "baseline" / "scores.jsonl"
    monkeypatch.setattr(gate, "BASELINE", baseline)
    out = str(home / "out")
    assert main(["run", "--qa", str(write_item(home)), "--out", out]) == 0
    assert main(["gate", out]) == 1  # no baseline yet
    assert main(["baseline", out]) == 0
    assert main(["gate", out]) == 0
    capsys.readouterr()
    assert main(["run", "--qa", str(write_item(home, id="q2")), "--out", out]) == 0
    assert main(["gate", out]) == 1
    shown = capsys.readouterr().err
    assert "q1" in shown
    assert "q2" in shown
    assert main(["baseline", out]) == 0
    assert "Chỉ có ở lượt sau (1): q2" in capsys.readouterr().out


def test_the_gate_runs_the_shipped_sets_when_no_run_is_named(home, capsys, monkeypatch):
    index_plan(home)
    path = write_item(home)
    monkeypatch.setattr(gate, "BASELINE", home / "scores.jsonl")
    monkeypatch.setattr("eval.commands.common.shipped_sets", lambda: (path,))
    assert main(["baseline"]) == 0
    assert main(["gate"]) == 0
    assert (home / "home" / "runs" / "gate" / "report.html").is_file()
    path.write_text(path.read_text(encoding="utf-8").replace('"120"', '"121"'), encoding="utf-8")
    assert main(["gate"]) == 1


def test_ablations_run_in_one_command(home, capsys):
    index_plan(home)
    arguments = ["ablate", "--qa", str(write_item(home)), "--out", str(home / "out")]
    assert main(arguments) == 0
    assert "Bỏ tìm theo nghĩa" in capsys.readouterr().out
    found = json.loads((home / "out" / "ablation.json").read_text(encoding="utf-8"))
    assert set(found["without"]) == {"dense", "bigrams", "glossary", "per_plan"}
