"""What is told when the first writer's answer is doubtful or poorer than another's."""

from dataclasses import replace

import pytest
from fakes import make_plan
from test_app_confidence import LINES, PLAN, coverage, hit, quoted

from app.draft import Draft
from app.reading.material import Material
from app.understanding.kinds import Kind
from app.understanding.pointing import with_years
from app.understanding.question import Question
from app.writers import choice


def _material(text: str, topic: str) -> Material:
    question = Question(text, Kind.LIST, topic=topic, plan_ids=("p",))
    return Material(question, (PLAN,), coverage, {"p": (hit(1, 1, 0.9), hit(2, 2, 0.2))})


def test_a_doubtful_list_gives_way_to_the_best_passage(monkeypatch: pytest.MonkeyPatch) -> None:
    poor = quoted(2, writer="lists")
    monkeypatch.setattr(choice, "drafted", lambda *_: poor)
    material = _material("Toàn tỉnh có những máy tính nào?", "máy tính toàn tỉnh")
    told = choice.written(material, (PLAN,))
    assert (told.writer, told.statements[0].proofs[0].chunk_id) == ("quoting", PLAN.chunks[1].chunk_id)  # fmt: skip
    assert LINES[1] in told.statements[0].text


def test_a_doubtful_list_of_an_annex_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "drafted", lambda *_: quoted(2, writer="lists"))
    material = _material("Những máy tính nào của toàn tỉnh ở Phụ lục 2?", "máy tính toàn tỉnh")
    assert choice.written(material, (PLAN,)).writer == "declining"


def test_a_sure_draft_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    sure = Draft("metadata", quoted(0).statements)
    monkeypatch.setattr(choice, "drafted", lambda *_: sure)
    assert choice.written(_material("Máy tính nào?", "máy tính"), (PLAN,)) is sure


@pytest.mark.parametrize(
    ("text", "cell", "expected"),
    [
        ("Thay máy tính tốn bao nhiêu tiền?", "Biên bản bàn giao", "declining"),
        ("Thay máy tính tốn bao nhiêu tiền?", "500 triệu đồng", "table"),
        ("Đơn vị nào trong bảng kinh phí có từ 75 máy?", "Sở Y tế: 80", "table"),
    ],
)
def test_a_row_without_money_tells_no_money(
    monkeypatch: pytest.MonkeyPatch, text: str, cell: str, expected: str
) -> None:
    row = Draft("table", (replace(quoted(0).statements[0], text=cell),))
    monkeypatch.setattr(choice, "_writers", lambda *_: (lambda _material: row,))
    question = Question(text, Kind.TABLE, topic="xe cứu thương", plan_ids=("p",))
    material = Material(question, (PLAN,), coverage, {"p": (hit(1, 1, 0.1),)})
    assert choice.drafted(material, (PLAN,)).writer == expected


@pytest.mark.parametrize("text", ["5 năm trước chi bao nhiêu?", "Những năm tới làm gì?", "ba nam truoc the nao"])  # fmt: skip
def test_several_years_are_no_last_year(text: str) -> None:
    assert with_years(text, (make_plan("p", ["a"]),)) == (text, "")


def test_last_year_is_the_one_before_the_plan() -> None:
    text, said = with_years("Năm trước chi bao nhiêu?", (make_plan("p", ["a"]),))
    assert "2020" in text
    assert "2020" in said
