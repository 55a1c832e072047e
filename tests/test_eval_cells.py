"""The cells of comparisons against rows read by hand."""

import fakes_eval as fakes
import pytest

from app.answer import Answer, ComparisonCell, ComparisonRow, ComparisonTable, Status
from eval.measures.cells import CellScores, cell_scores
from eval.questions.dataset import Evidence

A, B, C = "Tỉnh A", "Tỉnh B", "Tỉnh C"
PLANS = (fakes.make_plan("12/KH-UBND", A), fakes.make_plan("34/KH-UBND", B))
ITEM = fakes.item(
    category="compare",
    province=(A, B),
    must=(("213",), ("320",)),
    evidence=(
        Evidence(doc="12/KH-UBND", quote="có 213 điểm cầu"),
        Evidence(doc="34/KH-UBND", quote="tại 320 điểm cầu"),
    ),
)


def scores(qa_item, *rows: tuple[str, str]) -> CellScores | None:
    """The scores of a table with one value cell a province; "" stands for a silent cell."""
    table = ComparisonTable(
        ("Số điểm cầu",),
        tuple(
            ComparisonRow(
                name, (ComparisonCell(said or "Kế hoạch không nêu", (1,) if said else ()),)
            )
            for name, said in rows
        ),
    )
    given = Answer(Status.ANSWERED, (), table=table if rows else None)
    return cell_scores(fakes.case(given, qa_item, *PLANS))


def test_each_province_with_its_own_value():
    assert scores(ITEM, (A, "213 điểm"), (B, "320 điểm")) == CellScores(1.0, 1.0, None)


def test_swapped_values_are_both_wrong_though_both_are_said():
    assert scores(ITEM, (A, "320 điểm"), (B, "213 điểm")) == CellScores(1.0, 0.0, None)


def test_a_cell_with_the_other_province_s_value_beside_its_own_is_wrong():
    assert scores(ITEM, (A, "213 hoặc 320"), (B, "320")) == CellScores(1.0, 0.5, None)


def test_a_province_that_was_not_asked_and_one_that_is_missing():
    assert scores(ITEM, (A, "213"), (C, "320")) == CellScores(1 / 3, 0.5, None)


def test_no_table_has_no_right_cell():
    assert scores(ITEM) == CellScores(0.0, 0.0, None)


def test_a_province_without_evidence_must_be_said_to_be_silent():
    silent = fakes.item(
        category="compare",
        province=(A, B),
        must=(("213",), ("không nêu",)),
        evidence=(Evidence(doc="12/KH-UBND", quote="có 213 điểm cầu"),),
    )
    assert scores(silent, (A, "213"), (B, "")) == CellScores(1.0, 1.0, 1.0)
    assert scores(silent, (A, "213"), (B, "không có 5")) == CellScores(1.0, 1.0, 0.0)
    assert scores(silent, (A, ""), (B, "")) == CellScores(1.0, 0.0, 1.0)


def test_equal_values_of_two_provinces_belong_to_both():
    equal = ITEM.model_copy(
        update={
            "must": (("90%",),),
            "evidence": (
                Evidence(doc="12/KH-UBND", quote="đạt 90%"),
                Evidence(doc="34/KH-UBND", quote="trên 90% hài lòng"),
            ),
        }
    )
    assert scores(equal, (A, "90%"), (B, "90%")) == CellScores(1.0, 1.0, None)


@pytest.mark.parametrize(
    "changes", [{"category": "figure"}, {"answerable": False}, {"province": ()}]
)
def test_other_items_have_no_cells(changes):
    assert scores(ITEM.model_copy(update=changes), (A, "213")) is None
