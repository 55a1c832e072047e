"""The whole shipped QA set through the real assistant: nothing unproved, the same twice."""

import json
import os
import subprocess
import sys

import pytest
from assistants import ROOT, four_plans

from eval.measures.definitions import Judged, judge, mean
from eval.questions.dataset import read_sets, shipped_sets
from eval.run import run_sets


@pytest.fixture(scope="module")
def judged() -> tuple[Judged, ...]:
    assistant = four_plans()
    cases = run_sets(read_sets(shipped_sets()), assistant, assistant.catalogue.plans())
    return judge(tuple(cases))


@pytest.mark.parametrize("measure", ["quotes", "figures"])
def test_every_quote_is_verbatim_and_every_figure_stands_in_its_citations(judged, measure) -> None:
    failed = [one.case.item.id for one in judged if one.scores.get(measure, 1.0) < 1.0]
    assert failed == []
    assert mean(judged, measure)[1] > 200


def test_no_item_crashed(judged) -> None:
    assert [one.case.item.id for one in judged if one.case.problem] == []


def test_two_runs_of_one_revision_give_the_same_answers(judged, tmp_path) -> None:
    # Another process with other string hashes; a tenth of the items, of every category.
    sample = [one.case for one in judged][::10]
    path = tmp_path / "sample.jsonl"
    path.write_text(
        "".join(f"{case.item.model_dump_json(exclude_unset=True)}\n" for case in sample),
        encoding="utf-8",
    )
    environment = os.environ | {"HOIKH_HOME": str(tmp_path / "home"), "PYTHONHASHSEED": "4711"}
    for arguments in (
        ["index", "build", "plans"],
        ["eval", "run", "--qa", str(path), "--out", str(tmp_path / "run")],
    ):
        subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
        )
    lines = (tmp_path / "run" / "predictions.jsonl").read_text(encoding="utf-8").splitlines()
    for line, case in zip(lines, sample, strict=True):
        ours = case.prediction.model_dump(mode="json")
        theirs = json.loads(line)
        del ours["latency_ms"], theirs["latency_ms"]
        assert theirs == ours
