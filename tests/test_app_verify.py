"""What the citations do not prove does not leave: figures, percentages, numbers, quotes, ids."""

from dataclasses import replace
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
from app.proving.grounds import numbers
from app.proving.verify import verify
from ingest.plan import Row, RowKind, Table

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
        ("bố trí", 2),
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
    ("text", "line", "reason"),
    [
        ("Toàn tỉnh không có 1.234 trạm", 0, "words not"),
        ("56% huyện có cáp quang", 0, "words not"),
        ("1.234 trạm (Cà Mau)", 0, "another province"),
        ("700 tỷ đồng", 2, "amount not"),
        ("34,05 triệu đồng", 1, "amount not"),
        ("Kế hoạch nêu: “Toàn tỉnh có 1.234 trạm và 56% huyện”", 0, "quotation not"),
        ("Kế hoạch nêu: “Năm 2023 … 700 triệu đồng”", 2, "quotation not"),
    ],
)
def test_the_reason_names_what_is_not_proved(text: str, line: int, reason: str) -> None:
    [dropped] = check(text, proof(line)).dropped
    assert dropped.startswith(reason)


def test_a_negation_may_neither_be_left_out_nor_put_in() -> None:
    plan = make_plan("p", ("Hệ thống chưa bảo đảm an toàn, không kết nối liên thông với bộ.",))
    chunk = plan.chunks[0]
    only = Proof("p", chunk.chunk_id, chunk.start, chunk.end)

    def stands(text: str) -> bool:
        draft = Draft("w", (DraftStatement(text, (only,)),))
        return bool(verify(draft, {"p": plan}.__getitem__).statements)

    assert stands("Hệ thống chưa bảo đảm an toàn")
    assert stands("không kết nối liên thông")
    assert not stands("Hệ thống bảo đảm an toàn")
    assert not stands("kết nối liên thông với bộ")
    assert not stands("an toàn không bảo đảm")


def test_a_row_proves_its_amounts_in_the_units_of_its_table() -> None:
    bare = make_plan("t", ("Phần mềm một cửa 8.000",))
    chunk = replace(bare.chunks[0], table_id=0, row_index=0)
    cells = ("Phần mềm một cửa", Decimal(8000))
    row = Row(RowKind.DATA, "1", "I. Ứng dụng", cells, chunk.start, chunk.end)
    columns = ("Tên dự án", "Kinh phí (triệu đồng)")
    table = Table(0, None, "Danh mục", "", columns, (row,), chunk.start, chunk.end)
    plan = replace(bare, chunks=(chunk,), tables=(table,))
    converted = Derived(Decimal(8), Operation.CONVERSION, (Decimal(8000),), Decimal("0.001"))

    def stands(text: str) -> bool:
        only = Proof("t", chunk.chunk_id, chunk.start, chunk.end)
        draft = Draft("w", (DraftStatement(text, (only,), derived=(converted,)),))
        return bool(verify(draft, {"t": plan}.__getitem__).statements)

    assert stands("8.000 triệu đồng (Ứng dụng)")
    assert stands("8.000 triệu đồng (8 tỷ đồng)")
    assert not stands("8.000 tỷ đồng")
    assert not stands("8 triệu đồng")
    assert stands("Kinh phí (triệu đồng): 8.000")
    assert not stands("Kinh phí (triệu đồng): 8")


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
    assert check("2 trạm", proof(0), proof(1), derived=(two,)).statements
    assert not check("2 trạm", proof(0), derived=(two,)).statements


def test_a_mean_is_taken_over_as_many_parts_as_its_proofs_have() -> None:
    half = Derived(Decimal(617), Operation.AVERAGE, (Decimal(1234),), Decimal(2))
    assert check("617 trạm (1.234 : 2)", proof(0), proof(1), derived=(half,)).statements
    assert not check("617 trạm (1.234 : 2)", proof(0), derived=(half,)).statements


def test_an_unproved_cell_says_that_the_plan_is_silent() -> None:
    cells = (DraftCell("1.234 trạm", (proof(0),)), DraftCell("9.999 trạm", (proof(0),)))
    table = DraftTable(("a", "b"), (("An Giang", cells),))
    result = verify(Draft("w", table=table), plan_of)
    assert result.table is not None
    texts = [cell.text for cell in result.table.rows[0].cells]
    assert texts == ["1.234 trạm", "Kế hoạch không nêu"]
    assert result.table.rows[0].cells[1].markers == ()


def test_a_cell_is_of_the_province_of_its_row() -> None:
    cell = DraftCell("1.234 trạm", (proof(0),))
    table = DraftTable(("a",), (("Cà Mau", (cell,)), ("An Giang", (cell,))))
    result = verify(Draft("w", table=table), plan_of)
    assert result.table is not None
    assert [row.cells[0].text for row in result.table.rows] == ["Kế hoạch không nêu", "1.234 trạm"]


def test_a_heading_is_of_what_stands_below_it() -> None:
    below = DraftStatement("1.234 trạm", (proof(0),), bullet=True)

    def heads(text: str) -> bool:
        result = verify(Draft("lists", (DraftStatement(text), below)), plan_of)
        return [statement.text for statement in result.statements][:1] == [text]

    assert heads("An Giang – xã có cáp quang:")
    assert not heads("Cà Mau – xã có cáp quang:")
    assert not heads("An Giang – trường học:")


def test_markers_count_in_order_of_appearance_and_a_repeated_span_keeps_its_own() -> None:
    statements = (
        DraftStatement("kinh phí", (proof(1),)),
        DraftStatement("trạm", (proof(0),)),
        DraftStatement("thực hiện", (proof(1),)),
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
