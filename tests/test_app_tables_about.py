"""Whether a question is one of a plan's tables: by its heads, its owners, its units."""

from dataclasses import replace

import pytest
from test_app_tables import PROJECTS, TARGETS, row
from test_app_tables_answers import PLAN, coverage

from app.reading.material import Material
from app.tabular import query
from app.tabular.columns import measures_several_things
from app.tabular.query import table_query
from app.understanding.question import understand


def _query(question: str):
    plan = replace(PLAN, title="Kế hoạch")
    return table_query(
        Material(understand(f"{question} (An Giang)", [plan]), (plan,), coverage), plan
    )


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Tổng mức của nhóm viễn thông là bao nhiêu?", 1),
        ("Những dự án nào do Sở Y tế phụ trách?", 2),
    ],
)
def test_a_question_in_the_words_of_the_tables_heads_is_one_of_the_table(
    question: str, rows: int
) -> None:
    found = _query(question)
    assert found is not None
    assert len(found.rows) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [("Nhóm dữ liệu cộng lại bao nhiêu?", 2), ("Nhóm bến phà cộng lại bao nhiêu?", None)],
)
def test_a_group_said_to_be_one_is_asked_for_together(
    monkeypatch: pytest.MonkeyPatch, question: str, rows: int | None
) -> None:
    monkeypatch.setattr(query, "speaks_of_a_table", lambda *_: True)
    found = _query(question)
    assert (len(found.rows) if found else None) == rows


def test_a_table_of_other_years_is_not_asked() -> None:
    plan = replace(PLAN, title="Kế hoạch", text=f"{PLAN.text} giai đoạn 2016-2020")
    for question, asked in (("Giai đoạn 2016-2020", False), ("Năm 2022", True)):
        understood = understand(f"{question} có bao nhiêu dự án? (An Giang)", [plan])
        found = table_query(Material(understood, (plan,), coverage), plan)
        assert (found is not None) is asked


@pytest.mark.parametrize(
    "question",
    ["Có bao nhiêu bến phà?", "Đường biên giới dài bao nhiêu?", "Tổng mức năm 2031 là bao nhiêu?"],
)
def test_a_question_of_something_else_is_none_of_the_table(question: str) -> None:
    found = _query(question)
    assert found is None or found.absent or found.unknown


def test_a_wage_is_no_money_of_a_project() -> None:
    assert _query("Dự án số hóa hộ tịch hết bao nhiêu tiền?") is not None
    assert _query("Lương của người làm dự án số hóa hộ tịch là bao nhiêu?") is None


def test_a_column_of_short_small_letters_holds_units_and_one_of_offices_does_not() -> None:
    columns = ("TT", "Chỉ tiêu", "Đơn vị", "Năm 2024")
    units = (row("1", "1", "Hồ sơ", "%", 66), row("2", "2", "Điểm cầu", "điểm cầu", 12))
    offices = (row("1", "1", "Hồ sơ", "Sở Y tế", 66), row("2", "2", "Điểm cầu", "Sở Nội vụ", 12))
    assert measures_several_things(replace(TARGETS, table_id=90, columns=columns, rows=units))
    assert not measures_several_things(replace(TARGETS, table_id=91, columns=columns, rows=offices))
    assert not measures_several_things(PROJECTS)
