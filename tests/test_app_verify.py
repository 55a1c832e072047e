"""What the citations do not prove does not leave: figures, percentages, numbers, quotes, ids."""

from decimal import Decimal

import pytest
from fakes import make_plan

from app.draft import (
    Derived,
    Draft,
    DraftCell,
    DraftStatement,
    DraftTable,
    Operation,
    Proof,
)
from app.verify import numbers, verify

LINES = (
    "Toàn tỉnh có 1.234 trạm và 56% xã có cáp quang.",
    "Kinh phí thực hiện là 34,050 tỷ đồng theo Quyết định số 12/QĐ-TTg.",
    "Năm 2023 bố trí 700 triệu đồng.",
)
PLAN = make_plan("p", LINES)


def proof(line: int) -> Proof:
    chunk = PLAN.chunks[line]
    return Proof("p", chunk.chunk_id, chunk.start, chunk.end)


def plan_of(plan_id: str):
    return {"p": PLAN}[plan_id]


def check(text: str, *proofs: Proof, derived: tuple[Derived, ...] = ()):
    return verify(Draft("w", (DraftStatement(text, proofs, derived=derived),)), plan_of)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1.234 trạm", 0),
        ("56% xã có cáp quang", 0),
        ("34,05 tỷ đồng", 1),
        ("Quyết định số 12/QĐ-TTg", 1),
        ("một câu không có số", 2),
    ],
)
def test_a_proved_statement_stays_with_its_marker(text: str, line: int) -> None:
    result = check(text, proof(line))
    assert [s.text for s in result.statements] == [text]
    assert result.statements[0].markers == (1,)
    assert result.citations[0].quote == LINES[line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1.235 trạm", 0),
        ("234 trạm", 0),
        ("1.234% xã", 0),
        ("56 trạm và 57%", 0),
        ("34.050 đồng", 1),
        ("4,050 tỷ đồng", 1),
        ("Quyết định số 13/QĐ-TTg", 1),
        ("12/QĐ-UBND", 1),
        ("1.234 trạm", 2),
    ],
)
def test_an_unproved_statement_is_dropped_and_named(text: str, line: int) -> None:
    result = check(text, proof(line))
    assert result.statements == ()
    assert result.citations == ()
    assert len(result.dropped) == 1
    assert text in result.dropped[0]


@pytest.mark.parametrize(
    "broken",
    [
        Proof("p", "p:0", 0, 10_000),
        Proof("p", "p:9", 0, 5),
        Proof("q", "p:0", 0, 5),
        Proof("p", "p:0", 5, 5),
        Proof("p", "p:1", 0, 5),
    ],
)
def test_a_proof_that_does_not_resolve_drops_its_statement(broken: Proof) -> None:
    assert check("một câu", broken).statements == ()


def test_derived_figures_are_computed_again() -> None:
    right = Derived(Decimal("534"), Operation.DIFFERENCE, (Decimal(1234), Decimal(700)))
    wrong = Derived(Decimal("535"), Operation.DIFFERENCE, (Decimal(1234), Decimal(700)))
    foreign = Derived(Decimal("534"), Operation.DIFFERENCE, (Decimal(1334), Decimal(800)))
    text = "nhiều hơn 534 (1.234 − 700)"
    assert check(text, proof(0), proof(2), derived=(right,)).statements
    assert not check(text.replace("534", "535"), proof(0), proof(2), derived=(wrong,)).statements
    assert not check("nhiều hơn 534", proof(0), proof(2), derived=(foreign,)).statements
    assert not check(text, proof(0), proof(2)).statements


def test_a_count_is_the_number_of_its_proofs() -> None:
    two = Derived(Decimal(2), Operation.COUNT)
    assert check("2 dự án", proof(0), proof(1), derived=(two,)).statements
    assert not check("2 dự án", proof(0), derived=(two,)).statements


def test_an_unproved_cell_says_that_the_plan_is_silent() -> None:
    cells = (DraftCell("1.234 trạm", (proof(0),)), DraftCell("9.999 trạm", (proof(0),)))
    table = DraftTable(("a", "b"), (("An Giang", cells),))
    result = verify(Draft("w", table=table), plan_of)
    assert result.table is not None
    texts = [cell.text for cell in result.table.rows[0].cells]
    assert texts == ["1.234 trạm", "Kế hoạch không nêu"]
    assert result.table.rows[0].cells[1].markers == ()


def test_markers_count_in_order_of_appearance_and_a_repeated_span_keeps_its_own() -> None:
    statements = (
        DraftStatement("b", (proof(1),)),
        DraftStatement("a", (proof(0),)),
        DraftStatement("c", (proof(1),)),
    )
    result = verify(Draft("w", statements), plan_of)
    assert [s.markers for s in result.statements] == [(1,), (2,), (1,)]
    assert [c.marker for c in result.citations] == [1, 2]


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("1.458.818", "1458818"),
        ("34,050", "34.05"),
        ("34.050", "34050"),
        ("95.63", "95.63"),
        ("1.501,713", "1501.713"),
        ("08", "8"),
    ],
)
def test_numbers_are_read_in_vietnamese_notation(raw: str, value: str) -> None:
    assert numbers(raw) == {Decimal(value)}
