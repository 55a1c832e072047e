"""Twins: made from their originals, judged by their expectations, compared by what is said."""

import json
from dataclasses import replace

import fakes_eval as fakes
import pytest

from app.answer import Status
from eval.errors import EvalInputError
from eval.measures.definitions import judge
from eval.questions.dataset import QASet
from eval.questions.twins import TwinKind, read_twins
from eval.twinning import differs, summarise_twins

ORIGINAL = fakes.item(turns=("Tỉnh Đồng Nai có mấy trạm?",))
SETS = (QASet("dev", (ORIGINAL, fakes.item(id="q2", turns=("a", "b")))),)


def write(folder, *lines):
    path = folder / "twins.jsonl"
    path.write_text(
        "\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8"
    )
    return path


def test_a_paraphrase_gives_two_twins_that_expect_what_their_original_does(tmp_path):
    path = write(
        tmp_path, {"of": "q1", "turns": ["Đồng Nai: số trạm?"]}, {"of": "no", "turns": ["x"]}
    )
    bare, other = read_twins(path, SETS)
    assert (bare.kind, bare.item.turns) == (TwinKind.NO_DIACRITICS, ("tinh dong nai co may tram?",))
    assert (other.kind, other.item.turns) == (TwinKind.PARAPHRASE, ("Đồng Nai: số trạm?",))
    for twin in (bare, other):
        assert (twin.of, twin.split, twin.item.must) == ("q1", "dev", ORIGINAL.must)
        assert twin.item.evidence == ORIGINAL.evidence
    assert len({bare.item.id, other.item.id, "q1"}) == 3


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ([{"of": "q1"}], "turns"),
        ([{"of": "q1", "turns": []}], "turns"),
        ([{"of": "q2", "turns": ["một lượt"]}], "turns"),
        ([{"of": "q1", "turns": ["a"]}, {"of": "q1", "turns": ["b"]}], "of"),
    ],
)
def test_a_malformed_line_names_file_line_and_field(tmp_path, lines, field):
    path = write(tmp_path, *lines)
    with pytest.raises(EvalInputError) as caught:
        read_twins(path, SETS)
    assert f"“{path}”, dòng {len(lines)}, trường “{field}”" in caught.value.user_message


def prediction(text, *cited, status=Status.ANSWERED):
    citations = (fakes.cite(part, i) for i, part in enumerate(cited, start=1))
    return fakes.case(fakes.answer(text, *citations, status=status)).prediction


def test_answers_differ_by_status_citations_or_figures_not_by_wording():
    one = prediction("Có 120 trạm.", "120 trạm")
    assert not differs(one, prediction("Tổng cộng 120 trạm phát sóng.", "120 trạm"))
    assert differs(one, prediction("Có 121 trạm.", "120 trạm"))
    assert differs(one, prediction("Có 120 trạm.", "Toàn tỉnh có 120 trạm"))
    assert differs(one, prediction("Có 120 trạm.", "120 trạm", status=Status.PARTIAL))


def test_the_summary_counts_each_kind_apart(tmp_path):
    twins = read_twins(write(tmp_path, {"of": "q1", "turns": ["Số trạm?"]}), SETS)
    original = judge([fakes.case(fakes.answer("120", fakes.cite("120 trạm")), ORIGINAL)])[0]
    same = fakes.case(fakes.answer("120", fakes.cite("120 trạm")), twins[0].item)
    other = fakes.case(fakes.answer("không rõ", status=Status.DECLINED), twins[1].item)
    summary = summarise_twins({"q1": original}, twins, judge([same, other]))
    kinds = {
        kind: (s.n, s.original_passed, s.passed, s.differs) for kind, s in summary.kinds.items()
    }
    assert kinds == {
        TwinKind.NO_DIACRITICS: (1, 1.0, 1.0, 0.0),
        TwinKind.PARAPHRASE: (1, 1.0, 0.0, 1.0),
    }
    assert summarise_twins({}, (), ()) is None


def test_a_problem_of_the_original_is_that_of_its_twin(tmp_path):
    item = replace(SETS[0], items=(fakes.item(evidence=({"doc": "9", "quote": "x"},)),))
    twins = read_twins(write(tmp_path, {"of": "q1", "turns": ["Số trạm?"]}), (item,))
    assert all(twin.item.evidence[0].doc == "9" for twin in twins)
