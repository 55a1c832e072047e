"""A run on disk: kept line by line, taken up where it stopped, the same twice."""

import json
from dataclasses import replace

import fakes_eval as fakes
import pytest

from eval.configuration import Configuration, code_checksum, git_revision
from eval.errors import EvalInputError
from eval.questions.dataset import QASet
from eval.record import PREDICTIONS, TRACES, begin, finish, keep, take_up
from eval.summary import read_summary
from eval.trace import ProblemKind

MADE_WITH = Configuration(
    revision="abc",
    code="0" * 64,
    snapshot="s1",
    embedder="e",
    language_model="",
    left_out=(),
    questions={"bo.jsonl": "1"},
    python="3.11",
    libraries={},
)
ITEMS = tuple(fakes.item(id=f"q{i}") for i in range(3))
SETS = (QASet("bo", ITEMS),)
PLANS = (fakes.make_plan(),)
CASES = [
    fakes.case(fakes.answer(f"Có 12{i} trạm.", fakes.cite("120 trạm")), item)
    for i, item in enumerate(ITEMS)
]


def interrupted(folder, n=2):
    """A run that was stopped after `n` items."""
    begin(folder, MADE_WITH)
    for case in CASES[:n]:
        keep(folder, case)


def test_what_was_answered_is_taken_up_whole(tmp_path):
    interrupted(tmp_path)
    done = take_up(tmp_path, MADE_WITH, SETS, PLANS)
    assert list(done) == ["q0", "q1"]
    assert [case.prediction for case in done.values()] == [c.prediction for c in CASES[:2]]
    assert done["q0"].item == ITEMS[0]


@pytest.mark.parametrize("name", [PREDICTIONS, TRACES])
def test_a_line_cut_in_writing_is_asked_again(tmp_path, name):
    interrupted(tmp_path)
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[:-20])
    assert list(take_up(tmp_path, MADE_WITH, SETS, PLANS)) == ["q0"]
    # The torn line is gone, so that what follows is appended to whole lines.
    assert len((tmp_path / name).read_text(encoding="utf-8").splitlines()) == 1


def test_a_run_of_another_configuration_is_not_mixed_in(tmp_path):
    interrupted(tmp_path)
    changed = MADE_WITH.model_copy(update={"snapshot": "s2", "code": "1"})
    with pytest.raises(EvalInputError) as caught:
        take_up(tmp_path, changed, SETS, PLANS)
    assert "code, snapshot" in caught.value.user_message
    assert "--resume" in caught.value.user_message


def test_a_folder_without_a_run_cannot_be_taken_up(tmp_path):
    with pytest.raises(EvalInputError, match="run"):
        take_up(tmp_path, MADE_WITH, SETS, PLANS)


def test_a_new_run_in_an_old_folder_keeps_nothing_of_it(tmp_path):
    interrupted(tmp_path)
    begin(tmp_path, MADE_WITH)
    assert take_up(tmp_path, MADE_WITH, SETS, PLANS) == {}


def test_a_finished_run_tells_what_it_was_made_with(tmp_path):
    begin(tmp_path, MADE_WITH)
    finish(tmp_path, CASES, created=fakes.NOW, made_with=MADE_WITH)
    summary = read_summary(tmp_path)
    assert summary.made_with == MADE_WITH
    assert summary.created == fakes.NOW
    assert summary.overall.scores["passed"].value == pytest.approx(1 / 3)
    lines = (tmp_path / PREDICTIONS).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["q0", "q1", "q2"]


def test_a_crash_is_kept_with_its_traceback(tmp_path):
    begin(tmp_path, MADE_WITH)
    keep(tmp_path, fakes.problem_case(ProblemKind.CRASHED, fakes.answer("x"), ITEMS[0]))
    case = take_up(tmp_path, MADE_WITH, SETS, PLANS)["q0"]
    assert case.problem.kind is ProblemKind.CRASHED
    assert case.problem.detail == "Traceback: hỏng"


def test_a_summary_that_is_not_one_is_named(tmp_path):
    (tmp_path / "summary.json").write_text('{"format": 1}', encoding="utf-8")
    with pytest.raises(EvalInputError) as caught:
        read_summary(tmp_path)
    assert "summary.json" in caught.value.user_message


def test_a_plan_asked_about_has_its_own_figures(tmp_path):
    asked = [
        replace(case, item=case.item.model_copy(update={"province": ("Tỉnh A", "X")}))
        for case in CASES
    ]
    summary = finish(tmp_path, asked, created=fakes.NOW)
    assert {name: group.n for name, group in summary.overall.plans.items()} == {"Tỉnh A": 3}


def test_the_code_checksum_follows_every_source_and_nothing_else(tmp_path):
    for package in ("app", "eval", "index", "ingest", "prompts"):
        (tmp_path / package).mkdir()
    source = tmp_path / "app" / "a.py"
    source.write_text("x = 1\n", encoding="utf-8")
    first = code_checksum(tmp_path)
    (tmp_path / "app" / "notes.md").write_text("y", encoding="utf-8")
    assert code_checksum(tmp_path) == first
    source.write_text("x = 2\n", encoding="utf-8")
    assert code_checksum(tmp_path) != first


def test_a_folder_outside_of_git_has_no_revision(tmp_path):
    assert git_revision(tmp_path) is None
