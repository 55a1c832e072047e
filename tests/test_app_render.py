"""An answer as plain text: leads in bold, marks behind, table and source list."""

from dataclasses import replace

import pytest

from app.answer import (
    Answer,
    Citation,
    ComparisonCell,
    ComparisonRow,
    ComparisonTable,
    Notice,
    NoticeKind,
    Statement,
    Status,
)
from app.render import answer_text, citation_text, full_text, statement_text, table_text

CITATION = Citation(
    1, "p", "1/KH-UBND", "Kế hoạch số 1", "mục I", "dòng một\n dòng hai", 0, 18, "c"
)
TABLE = ComparisonTable(
    ("Nội dung",),
    (
        ComparisonRow("An Giang", (ComparisonCell("5 | 6 xã", (1, 2)),)),
        ComparisonRow("Sơn La", (ComparisonCell("không nêu"),)),
    ),
)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (Statement("Có 5 xã, 5 xã", (1, 2), lead="5 xã"), "Có **5 xã**, 5 xã [1] [2]"),
        (Statement("Có 5 xã", bullet=True), "- Có 5 xã"),
        (Statement("Có 5 xã", (3,), lead="khác"), "Có 5 xã [3]"),
    ],
)
def test_statement(statement: Statement, expected: str) -> None:
    assert statement_text(statement) == expected


def test_a_bar_in_a_cell_does_not_add_a_column() -> None:
    assert table_text(TABLE).splitlines() == [
        "| Tỉnh | Nội dung |",
        "| --- | --- |",
        "| An Giang | 5 / 6 xã [1] [2] |",
        "| Sơn La | không nêu |",
    ]


def test_a_citation_is_one_line() -> None:
    assert citation_text(CITATION) == '[1] Kế hoạch số 1, mục I: "dòng một dòng hai"'


def test_the_answer_is_table_statements_notices_then_sources() -> None:
    notice = Notice(NoticeKind.TEXT_CUT, "bị cắt.")
    statements = (Statement("Một.", (1,)), Statement("Hai."))
    answer = Answer(Status.ANSWERED, statements, (CITATION,), TABLE, (notice,))
    assert answer_text(answer).split("\n\n") == [
        table_text(TABLE), "Một. [1]\nHai.", "Lưu ý: bị cắt.",
    ]  # fmt: skip
    assert full_text(answer) == f"{answer_text(answer)}\n\n{citation_text(CITATION)}"
    assert full_text(replace(answer, citations=())) == answer_text(answer)
