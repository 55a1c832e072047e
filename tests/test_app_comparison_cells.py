"""Which cells stand beside each other, and what is said of them, over made-up plans and tables."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from fakes import make_plan

from app.comparing.rows import row_amount, row_office
from app.proving.grounds import row_amounts
from app.proving.verify import Verified, verify
from app.reading.material import Material
from app.understanding.kinds import Kind
from app.understanding.question import understand
from app.writers import comparison, table
from app.writers.choice import written
from index.search.retriever import ScoredChunk
from ingest.plan import Cell, Chunk, ChunkKind, Plan, Row, RowKind, Table


def coverage(query: str, text: str) -> float:
    """The share of the query's words that stand in the text."""
    words = query.lower().split()
    for mark in ",.;:()":
        text = text.replace(mark, " ")
    held = set(text.lower().split())
    return sum(word in held for word in words) / len(words) if words else 0.0


def plan(name: str, province: str, *lines: str) -> Plan:
    made = make_plan(name, lines, province=province, heading="HẠ TẦNG")
    return replace(made, number=f"{len(name)}7/KH-UBND", signer="")


def material(question: str, plans: Sequence[Plan]) -> Material:
    held = {made.plan_id: made for made in plans}

    def searched(query: str, plan_ids: Sequence[str]) -> dict[str, list[ScoredChunk]]:
        found: dict[str, list[ScoredChunk]] = {}
        for plan_id in plan_ids:
            scored = [(coverage(query, chunk.text), chunk) for chunk in held[plan_id].chunks]
            ranked = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
            found[plan_id] = [
                ScoredChunk(chunk, share, rank, 8 * share, share, share)
                for rank, (share, chunk) in enumerate(ranked, 1)
            ]
        return found

    understood = understand(question, plans)
    asked = tuple(held[plan_id] for plan_id in understood.plan_ids)
    hits = searched(understood.topic, understood.plan_ids)
    return Material(understood, asked, coverage, hits, searched)


def compared(question: str, *plans: Plan) -> Verified:
    draft = comparison.write(material(question, plans))
    return verify(draft, {made.plan_id: made for made in plans}.__getitem__)


def values(verified: Verified) -> list[str]:
    assert verified.table is not None
    return [row.cells[0].text for row in verified.table.rows]


def said(verified: Verified) -> list[str]:
    return [statement.text for statement in verified.statements]


def with_table(
    made: Plan, unit: str, columns: tuple[str, ...], *rows: tuple[RowKind, tuple[Cell, ...]]
) -> Plan:
    """`made` with a table behind its text, a line a row."""
    text, kept, chunks = made.text, list[Row](), list(made.chunks)
    begin = len(text) + 1
    for at, (kind, cells) in enumerate(rows):
        line = " ".join(str(cell) for cell in cells if cell is not None)
        start = len(text) + 1
        text = f"{text}\n{line}"
        kept.append(Row(kind, str(cells[0]), None, cells, start, len(text)))
        chunks.append(
            Chunk(f"{made.plan_id}:r{at}", made.plan_id, ChunkKind.ROW, None, (), (), start, len(text), line, table_id=0, row_index=at)
        )  # fmt: skip
    held = Table(0, None, "Phụ lục", unit, columns, tuple(kept), begin, len(text))
    return replace(made, text=text, chunks=tuple(chunks), tables=(held,))


PROJECTS = ("TT", "Tên dự án", "Chủ trì", "Tổng mức đầu tư")
TARGETS = ("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2020", "Năm 2025")
GROUP = (RowKind.GROUP, ("I", "Dữ liệu số", None, Decimal(900)))
PROJECT = (RowKind.DATA, ("1", "Kho dữ liệu dùng chung", "Sở Nội vụ", Decimal(700)))
OTHER = (RowKind.DATA, ("2", "Cổng thông tin", "Văn phòng", Decimal(200)))
TARGET = (RowKind.DATA, ("1", "Máy trạm cài phần mềm", "%", Decimal(75), Decimal(90)))
OF_COMMUNES = (RowKind.DATA, ("2", "Văn bản ký số cấp xã", "%", Decimal(61), Decimal(95)))
BARE = plan("a", "An Giang", "Toàn tỉnh có 120 điểm cầu.")
WITH_PROJECTS = with_table(BARE, "triệu đồng", PROJECTS, GROUP, PROJECT, OTHER)
WITH_TARGETS = with_table(BARE, "", TARGETS, TARGET, OF_COMMUNES)


@pytest.mark.parametrize(
    ("made", "question", "lead"),
    [
        (WITH_PROJECTS, "Kinh phí kho dữ liệu dùng chung?", "700 triệu đồng"),
        (WITH_PROJECTS, "Tổng của nhóm dữ liệu số trong phụ lục", "900 triệu đồng"),
        (WITH_TARGETS, "Tỷ lệ máy trạm cài phần mềm?", "75%"),
        (WITH_TARGETS, "Mục tiêu tỷ lệ máy trạm cài phần mềm?", "90%"),
        (WITH_TARGETS, "Tỷ lệ máy trạm cài phần mềm năm 2025?", "90%"),
        (WITH_TARGETS, "Tỷ lệ máy trạm cài phần mềm năm 2023?", None),
        (WITH_TARGETS, "Tỷ lệ văn bản ký số?", None),
        (WITH_TARGETS, "Tỷ lệ văn bản ký số cấp xã?", "61%"),
    ],
)
def test_the_amount_of_the_row_that_is_named(made: Plan, question: str, lead: str | None) -> None:
    found = row_amount(material(question, (made,)), made)
    assert (found.lead if found else None) == lead


def test_the_office_in_charge_of_the_row_that_is_named() -> None:
    asked = material("Ai chủ trì dự án kho dữ liệu dùng chung?", (WITH_PROJECTS,))
    found = row_office(asked, WITH_PROJECTS)
    assert found is not None
    assert found.lead == "Sở Nội vụ"


def test_a_share_by_the_rows_own_unit_is_proved() -> None:
    targets = WITH_TARGETS.tables[0]
    assert row_amounts(targets, targets.rows[0]) == ["75%", "90%"]
    counted = with_table(
        BARE, "", TARGETS, (RowKind.DATA, ("1", "Đào tạo", "lượt", Decimal(1050), None))
    )
    assert row_amounts(counted.tables[0], counted.tables[0].rows[0]) == ["1.050 lượt"]
    behind = with_table(
        BARE,
        "",
        ("TT", "Chỉ tiêu", "Năm 2025"),
        (RowKind.DATA, ("1", "Thời gian (giờ)", Decimal(4))),
    )
    assert row_amounts(behind.tables[0], behind.tables[0].rows[0]) == ["4 giờ"]
    offices = with_table(
        BARE, "", ("TT", "Đơn vị", "Số máy"), (RowKind.DATA, ("1", "Sở Nội vụ", Decimal(4)))
    )
    assert row_amounts(offices.tables[0], offices.tables[0].rows[0]) == []


def test_the_earlier_time_is_named() -> None:
    early = plan("a", "An Giang", "Hoàn thành số hóa hộ tịch trước ngày 30 tháng 6 năm 2023.")
    late = plan("bb", "Cao Bằng", "Hoàn thành số hóa hộ tịch trước ngày 31/12/2023.")
    told = compared("An Giang hay Cao Bằng hoàn thành số hóa hộ tịch sớm hơn?", late, early)
    assert said(told) == [
        "Mốc của An Giang sớm hơn mốc của Cao Bằng (ngày 30 tháng 6 năm 2023 so với ngày 31/12/2023)."
    ]
    assert told.dropped == ()


def test_plans_that_name_the_same_office_are_said_to() -> None:
    one = with_table(plan("a", "An Giang", "Mở đầu."), "triệu đồng", PROJECTS, PROJECT, OTHER)
    two = with_table(plan("bb", "Cao Bằng", "Mở đầu."), "triệu đồng", PROJECTS, PROJECT, OTHER)
    told = compared("Ai chủ trì dự án kho dữ liệu dùng chung ở An Giang và Cao Bằng?", one, two)
    assert said(told) == ["Các kế hoạch của An Giang, Cao Bằng cùng nêu: Sở Nội vụ."]


def test_what_there_is_stands_beside_what_there_is() -> None:
    planned = plan(
        "a",
        "An Giang",
        "Mục tiêu tỷ lệ máy trạm cài phần mềm phấn đấu đạt 92%.",
        "Hiện nay tỷ lệ máy trạm cài phần mềm đã đạt 82%.",
    )
    state = plan("bb", "Cao Bằng", "Đến nay tỷ lệ máy trạm cài phần mềm đã đạt 75%.")
    told = compared("Tỷ lệ máy trạm cài phần mềm của An Giang và Cao Bằng", planned, state)
    assert values(told) == ["82%", "75%"]


def test_the_figure_of_the_very_thing_is_taken() -> None:
    other = "Sự cố nặng nhất xảy ra làm hỏng 03 máy chủ."
    one = plan("a", "An Giang", other, "Năm qua xảy ra 112 sự cố.")
    two = plan("bb", "Cao Bằng", "Năm qua xảy ra 23 sự cố.")
    told = compared("An Giang và Cao Bằng bên nào xảy ra nhiều sự cố hơn?", one, two)
    assert values(told) == ["112 sự cố", "23 sự cố"]
    assert said(told) == ["An Giang nhiều hơn Cao Bằng 89 sự cố (112 − 23)."]


def test_a_year_of_one_province_is_not_the_others() -> None:
    one = plan("a", "An Giang", "Năm 2022 ký số đạt 84%.", "Năm 2020 ký số đạt 50%.")
    two = plan("bb", "Cao Bằng", "Năm 2022 ký số đạt 70%.", "Năm 2020 ký số đạt 61%.")
    told = compared("Tỷ lệ ký số của An Giang (2022) và Cao Bằng (2020)?", one, two)
    assert values(told) == ["84%", "61%"]


def test_which_province_is_asked_of_all_plans_before_any_table() -> None:
    silent = plan("bb", "Cao Bằng", "Mở đầu.")
    asked = material("Những tỉnh nào làm kho dữ liệu dùng chung?", (WITH_PROJECTS, silent))
    assert asked.question.kind is Kind.COMPARE
    assert table.write(asked).answers
    assert written(asked, asked.plans).writer == comparison.WRITER


def test_a_passage_without_a_time_does_not_tell_a_deadline() -> None:
    one = plan("a", "An Giang", "Thời hạn gửi báo cáo tiến độ là ngày 20/11/2022.")
    two = plan("bb", "Cao Bằng", "Thời hạn gửi báo cáo tiến độ khi cần do sở quy định.")
    told = compared("Thời hạn gửi báo cáo tiến độ của An Giang và Cao Bằng?", one, two)
    assert values(told) == ["ngày 20/11/2022", "Kế hoạch không nêu"]
    days = plan("bb", "Cao Bằng", "Thời hạn gửi báo cáo tiến độ là 05 ngày làm việc.")
    told = compared("Thời hạn gửi báo cáo tiến độ của An Giang và Cao Bằng?", one, days)
    assert "05 ngày làm việc" in values(told)[1]


def test_the_only_one_is_no_amount() -> None:
    one = plan("a", "An Giang", "Triển khai cửa khẩu số.", "Mở 02 lớp cho cửa khẩu số.")
    two = plan("bb", "Cao Bằng", "Mở đầu.")
    told = compared(
        "Trong An Giang và Cao Bằng, tỉnh nào duy nhất triển khai cửa khẩu số?", one, two
    )
    assert values(told) == ["Triển khai cửa khẩu số.", "Kế hoạch không nêu"]
