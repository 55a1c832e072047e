"""What is answered from a made-up table: the rows shown, the arithmetic, what is missing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from fakes import make_plan

from app.proving.verify import Verified, verify
from app.reading.material import Material
from app.understanding.question import understand
from app.writers import declining, table
from index.terms.analyzer import fold
from ingest.plan import Cell, ChunkKind, Plan, Row, RowKind, Table

COLUMNS = ("TT", "Tên dự án", "Chủ đầu tư", "Tổng mức đầu tư", "Năm 2022", "Năm 2023")
ROWS: tuple[tuple[RowKind, str | None, tuple[Cell, ...]], ...] = (
    (RowKind.GROUP, None, ("I", "DỮ LIỆU", None, None, None, None)),
    (RowKind.DATA, "I. DỮ LIỆU", ("1", "Kho hồ sơ đất đai", "Sở Y tế", 1500, 1500, None)),
    (RowKind.DATA, "I. DỮ LIỆU", ("2", "Số hóa hộ tịch", "Sở Tư pháp", 700, 300, 400)),
    (RowKind.GROUP, None, ("II", "VIỄN THÔNG", None, None, None, None)),
    (RowKind.DATA, "II. VIỄN THÔNG", ("1", "Cáp quang biên giới", "Sở Y tế", 900, None, 900)),
    (RowKind.TOTAL, None, (None, "Tổng cộng", None, 3100, 1800, 1300)),
)


def plan_with_table() -> Plan:
    lines = [" ".join(_text(cell) for cell in cells if cell is not None) for _, _, cells in ROWS]
    plan = make_plan("angiang", lines)
    chunks = tuple(
        replace(chunk, kind=ChunkKind.ROW, table_id=0, row_index=i)
        for i, chunk in enumerate(plan.chunks)
    )
    rows = tuple(
        Row(kind, str(cells[0] or ""), group, tuple(map(_cell, cells)), chunk.start, chunk.end)
        for (kind, group, cells), chunk in zip(ROWS, chunks, strict=True)
    )
    listed = Table(0, None, "Danh mục dự án", "triệu đồng", COLUMNS, rows, 0, len(plan.text))
    return replace(plan, chunks=chunks, tables=(listed,))


def _cell(cell: Cell | int) -> Cell:
    return Decimal(cell) if isinstance(cell, int) else cell


def _text(cell: Cell | int) -> str:
    return f"{cell:,}".replace(",", ".") if isinstance(cell, int) else str(cell)


def coverage(query: str, text: str) -> float:
    words, held = fold(query).lower().split(), set(fold(text).lower().split())
    return sum(word in held for word in words) / len(words) if words else 0.0


PLAN = plan_with_table()


def asked(question: str) -> tuple[str, Verified]:
    understood = understand(f"{question} (An Giang)", [PLAN])
    draft = table.write(Material(understood, (PLAN,), coverage))
    return draft.writer, verify(draft, {PLAN.plan_id: PLAN}.__getitem__)


def answer(question: str) -> str:
    writer, verified = asked(question)
    assert writer == table.WRITER
    assert not verified.dropped
    return " ".join(statement.text for statement in verified.statements)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Dự án cáp quang biên giới ai làm chủ đầu tư?", ["Sở Y tế – Cáp quang biên giới"]),
        ("Dự án số hóa hộ tịch năm 2023 bao nhiêu vốn?", ["Năm 2023: 400 triệu đồng – Số hóa"]),
        ("Kho hồ sơ đất đai năm 2023 được bao nhiêu vốn?", ["Năm 2023 để trống"]),
        ("Kho hồ sơ đất đai năm nào không có vốn?", ["Năm 2023 – Kho"]),
        ("Các dự án của Sở Y tế cộng lại bao nhiêu vốn?", ["2.400 triệu đồng", "1.500 + 900"]),
        ("Sở Y tế có mấy dự án?", ["2 dự án", "Kho hồ sơ đất đai", "Cáp quang biên giới"]),
        ("Dự án nào lớn nhất?", ["Kho hồ sơ đất đai", "1.500 triệu đồng (1,5 tỷ đồng)"]),
        ("Dự án nào tốn ít tiền nhất?", ["Số hóa hộ tịch", "nhỏ nhất: 700 triệu đồng"]),
        ("Dự án nào lớn thứ hai về vốn, lớn thứ hai ấy?", ["Cáp quang", "đứng thứ hai"]),
        ("Hai dự án có tổng mức đầu tư lớn nhất?", ["2 dự án", "Kho hồ sơ", "Cáp quang"]),
        ("Năm nào cần vốn dự án nhiều nhất?", ["Năm 2022 nhiều nhất: 1.800 triệu đồng"]),
        ("Tổng vốn các dự án là bao nhiêu?", ["3.100 triệu đồng (3,1 tỷ đồng) là tổng cộng"]),
        ("Nhóm dữ liệu chiếm bao nhiêu phần trăm vốn dự án?", ["70,97%", "1.500 + 700"]),
        ("Vốn dự án năm 2023 giảm bao nhiêu so với năm 2022?", ["giảm 500 triệu đồng"]),
        (
            "Dự án kho hồ sơ đất đai đắt gấp mấy lần dự án cáp quang biên giới?",
            ["gấp 1,67 lần", "1.500", "900"],
        ),
        (
            "Dự án số hóa hộ tịch và dự án cáp quang biên giới, bên nào đắt hơn?",
            ["Cáp quang biên giới nhiều hơn Số hóa hộ tịch 200 triệu đồng"],
        ),
        ("Bình quân mỗi năm bao nhiêu vốn dự án?", ["1.550 triệu đồng", "3.100 : 2"]),
        ("Những dự án nào không được bố trí vốn năm 2023?", ["1 dự án", "Kho hồ sơ đất đai"]),
        ("Danh mục dự án chia làm mấy nhóm?", ["2 nhóm", "DỮ LIỆU; VIỄN THÔNG", ": 1 dự án"]),
        ("Chủ đầu tư nào nắm nhiều dự án nhất?", ["Sở Y tế có nhiều dự án nhất (2 dự án)"]),
        ("Đơn vị tính của bảng danh mục dự án là gì?", ["Đơn vị tính", "triệu đồng"]),
        ("Dự án số 1 nhóm viễn thông là dự án gì?", ["Cáp quang biên giới"]),
        (
            "Kho hồ sơ đất đai hơn dự án số hóa hộ tịch bao nhiêu tiền?",
            ["nhiều hơn", "800 triệu đồng"],
        ),
        (
            "Dự án số hóa hộ tịch năm 2022 được bao nhiêu phần trăm tổng vốn dự án?",
            ["42,86%", "300", "700"],
        ),
        ("Dự án số 1 là dự án gì?", ["Kho hồ sơ đất đai", "Cáp quang biên giới"]),
    ],
)
def test_answers(question: str, parts: list[str]) -> None:
    told = answer(question)
    assert [part for part in parts if part not in told] == []


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Dự án số hóa hộ tịch năm 2030 bao nhiêu vốn?", "không có số liệu năm 2030"),
        ("Sở Công Thương làm chủ đầu tư dự án nào?", "ghi Sở Công Thương ở cột “Chủ đầu tư”"),
        ("Có dự án nào của Sở Công Thương không?", "ghi Sở Công Thương ở cột “Chủ đầu tư”"),
        ("Trong danh mục, dự án camera giao thông bao nhiêu tiền?", "không có dự án được hỏi"),
    ],
)
def test_what_the_table_does_not_have_is_said_to_be_missing(question: str, reason: str) -> None:
    writer, verified = asked(question)
    assert writer == declining.WRITER
    assert reason in verified.statements[0].text
    assert verified.citations == ()


def test_a_question_of_something_else_is_left_to_the_other_writers() -> None:
    assert asked("Có bao nhiêu trạm phát sóng di động?")[1].statements == ()


def test_rows_of_two_tables_with_one_number_are_not_read_as_one_table() -> None:
    listed = PLAN.tables[0]
    short = tuple(replace(row, cells=row.cells[:3]) for row in listed.rows)
    narrow = replace(listed, table_id=1, unit="", columns=COLUMNS[:3], rows=short)
    two = replace(PLAN, tables=(listed, narrow))
    understood = understand("Dự án số 1 so với dự án số 2 hơn bao nhiêu vốn? (An Giang)", [two])
    draft = table.write(Material(understood, (two,), coverage))
    assert draft.statements
    assert verify(draft, {two.plan_id: two}.__getitem__).dropped == ()


HOLDERS = (
    ("STT", "Đơn vị cấp huyện", "Số xã", "Máy tính thay mới", "Tổ công nghệ số cộng đồng"),
    ("1", "Huyện An Phú", 14, 86, 106),
    ("2", "Thị xã Tân Châu", 9, 38, 46),
    ("3", "Huyện Tri Tôn", 11, 70, 118),
)


def of_holders(question: str) -> str:
    head, *body = HOLDERS
    plan = make_plan("angiang", [" ".join(map(str, row)) for row in body])
    chunks = tuple(
        replace(chunk, kind=ChunkKind.ROW, table_id=0, row_index=i)
        for i, chunk in enumerate(plan.chunks)
    )
    rows = tuple(
        Row(RowKind.DATA, str(row[0]), None, tuple(map(_cell, row)), chunk.start, chunk.end)
        for row, chunk in zip(body, chunks, strict=True)
    )
    counted = Table(0, None, "Chỉ tiêu giao", "", head, rows, 0, len(plan.text))
    held = replace(plan, chunks=chunks, tables=(counted,))
    understood = understand(f"{question} (An Giang)", [held])
    verified = verify(
        table.write(Material(understood, (held,), coverage)), {held.plan_id: held}.__getitem__
    )
    assert not verified.dropped
    return " ".join(statement.text for statement in verified.statements)


@pytest.mark.parametrize(
    ("question", "name", "amount"),
    [
        ("Huyện nào được thay máy tính mới nhiều nhất?", "Huyện An Phú", "86"),
        ("Huyện nào có nhiều tổ công nghệ số cộng đồng nhất?", "Huyện Tri Tôn", "118"),
        ("Địa phương nào có ít tổ công nghệ số cộng đồng nhất?", "Thị xã Tân Châu", "46"),
    ],
)
def test_places_are_ranked_by_the_column_that_is_named(
    question: str, name: str, amount: str
) -> None:
    told = of_holders(question)
    assert name in told
    assert told.endswith(f": {amount}.")


def test_an_amount_of_a_year_bounds_the_rows_by_that_year() -> None:
    told = answer("Những dự án có vốn năm 2022 dưới 1 tỷ đồng, kể tên.")
    assert "1 dự án" in told
    assert "Số hóa hộ tịch" in told


def test_only_the_rows_used_are_cited() -> None:
    cited = asked("Các dự án của Sở Y tế cộng lại bao nhiêu vốn?")[1].citations
    assert [citation.quote.split()[1] for citation in cited] == ["Kho", "Cáp"]
