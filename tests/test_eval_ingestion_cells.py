"""Tables compared cell by cell, against counts made by hand."""

from collections.abc import Sequence

import pytest

from eval.ingestion.cells import align, same, score_table, score_tables
from eval.ingestion.truth import FoundTable, TruthTable, Value

COLUMNS = ("TT", "Nội dung", "Kinh phí")
ROWS: tuple[tuple[Value, ...], ...] = (
    ("I", "HẠ TẦNG", None),
    (1, "Máy chủ", 1200),
    (2, "Đường truyền", 0.5),
)
TABLE = TruthTable(caption="Biểu 1", unit="", columns=COLUMNS, rows=ROWS)


def found_table(
    rows: Sequence[tuple[Value, ...]] = ROWS, columns: tuple[str, ...] = COLUMNS
) -> FoundTable:
    return FoundTable(columns=columns, rows=tuple(rows))


@pytest.mark.parametrize(
    ("truth", "found", "right"),
    [
        (1200, 1200.0, True), (1200, "1200", True), (1200, "1.200", False), (1, "01", True),
        ("01", 1, True), (0.5, "0,5", False), (None, None, True), (None, "", False),
        ("", None, False), ("a\nb", "a  b", True), ("85%", 85, False), ("Đạt", "đạt", False),
        ("Hòa", "Ho\u0300a", True),
    ],
)  # fmt: skip
def test_a_cell_is_right_by_value(truth: Value, found: Value, right: bool) -> None:
    assert same(truth, found) is right


def test_a_table_found_whole() -> None:
    score = score_table(TABLE, found_table())
    assert (score.right, score.total, score.misses) == (12, 12, ())


def test_a_missing_row_costs_its_cells() -> None:
    score = score_table(TABLE, found_table([ROWS[0], ROWS[2]]))
    assert (score.right, score.total) == (9, 12)
    assert score.misses == ("thiếu dòng 2: [1, 'Máy chủ', 1200]",)


def test_a_row_too_many_costs_nothing() -> None:
    rows: list[tuple[Value, ...]] = [("(1)", "(2)", "(3)"), *ROWS]
    assert align(TABLE, found_table(rows)) == [1, 2, 3]
    assert score_table(TABLE, found_table(rows)).right == 12


def test_rows_that_changed_places_are_not_both_right() -> None:
    assert score_table(TABLE, found_table([ROWS[0], ROWS[2], ROWS[1]])).right == 9


def test_a_shifted_column_costs_every_cell_after_it() -> None:
    rows = [(row[0], *row[2:], None) for row in ROWS]
    score = score_table(TABLE, found_table(rows, ("TT", "Kinh phí", "")))
    # Right are: one column name, three STT, and no cell of the group row but its STT.
    assert (score.right, score.total) == (1 + 3 + 1, 12)
    assert "cột 2: cần 'Nội dung', có 'Kinh phí'" in score.misses


def test_a_lost_column_has_no_cells() -> None:
    score = score_table(TABLE, found_table([row[:2] for row in ROWS], COLUMNS[:2]))
    assert score.right == 2 + 6
    assert "ô 2,3: cần 1200, có '(không có ô)'" in score.misses


def test_below_a_spanning_cell_blank_and_repetition_are_right() -> None:
    table = TABLE.model_copy(update={"covered": ((2, 1),)})
    for cell, right in ((None, 12), ("Đường truyền", 12), ("Máy chủ", 11)):
        assert score_table(table, found_table([*ROWS[:2], (2, cell, 0.5)])).right == right


def test_tables_find_their_partners_whatever_their_order() -> None:
    other = TruthTable(caption="", unit="", columns=("A", "B"), rows=(("x", 1),))
    found = [FoundTable(columns=("A", "B"), rows=(("x", 1),)), found_table()]
    assert score_tables([TABLE, other], found).right == 16
    split = [found_table(ROWS[:2]), FoundTable(columns=COLUMNS, rows=(ROWS[2],))]
    assert score_tables([TABLE], split).right == 9
    assert score_tables([TABLE], []).misses == ("bảng không có: Biểu 1",)
