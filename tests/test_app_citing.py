"""How a document and a place in it are named."""

from dataclasses import replace

import pytest
from fakes import make_plan

from app.citing import citation, document_line, period_text, section_line, short_document
from app.draft import Proof
from ingest.plan import ChunkKind, Row, RowKind, Section, Table

BASE = make_plan("p", ["Đầu văn bản", "Trong mục", "Một dòng", "Ký tên"], province="Sơn La")


def section(number: int, parent: int | None, label: str, heading: str = "") -> Section:
    return Section(number, parent, label, heading, 1, (), 12, 30)


SECTIONS = (
    section(0, None, "Phần II", "MỤC TIÊU"),
    section(1, 0, "III", "Cụ thể"),
    section(2, 1, "2", "Xã"),
    section(3, 1, "2", "Huyện"),
    section(4, None, "", "Lời mở " + "rất dài " * 20),
    section(5, 0, "4", "Nhân lực"),
    section(6, 5, "4.1", "Đào tạo"),
    section(7, 6, "4.1.2", "Hình thức"),
    section(8, 5, "41", "Bồi dưỡng"),
)
ROWS = (Row(RowKind.DATA, "7", "Nhóm A", ("7",), 22, 30),)
TABLE = Table(0, 0, "", "", ("TT",), ROWS, 22, 30)


def plan_with(place: int, section_id: int | None, **chunk):
    """The plan with its chunk number `place` put into a section."""
    chunks = list(BASE.chunks)
    chunks[place] = replace(chunks[place], section_id=section_id, **chunk)
    return replace(BASE, sections=SECTIONS, chunks=tuple(chunks), tables=(TABLE,)), chunks[place]


def test_documents() -> None:
    assert document_line(BASE) == "Kế hoạch số 1/KH-UBND ngày 02/01/2021 của UBND tỉnh Sơn La"
    assert short_document(BASE) == "Kế hoạch 1/KH-UBND của Sơn La"


def test_periods() -> None:
    assert period_text(BASE) == "giai đoạn 2021-2025"
    assert period_text(replace(BASE, period=(2022, 2022))) == "năm 2022"


@pytest.mark.parametrize(
    ("place", "section_id", "expected"),
    [
        (0, None, "phần đầu văn bản"),
        (3, None, "phần ký ban hành"),
        (1, 0, "Phần II"),
        (1, 1, "Phần II, mục III"),
        (1, 2, "Phần II, mục III.2 (Xã)"),
        (1, 3, "Phần II, mục III.2 (Huyện)"),
        (1, 6, "Phần II, mục 4.1"),
        (1, 7, "Phần II, mục 4.1.2"),
        (1, 8, "Phần II, mục 4.41"),
        (1, 4, ("Lời mở " + "rất dài " * 20)[:80]),
    ],
)
def test_sections(place: int, section_id: int | None, expected: str) -> None:
    assert section_line(*plan_with(place, section_id)) == expected


def test_a_row_is_named_by_group_and_label() -> None:
    plan, chunk = plan_with(2, 0, kind=ChunkKind.ROW, table_id=0, row_index=0)
    assert section_line(plan, chunk) == "Phần II, nhóm Nhóm A, dòng 7"


def test_the_quote_is_copied_from_the_plan() -> None:
    plan, chunk = plan_with(1, 1)
    cited = citation(plan, chunk, Proof("p", chunk.chunk_id, chunk.start + 6, chunk.end), 4)
    assert (cited.quote, cited.marker, cited.section) == ("mục", 4, "Phần II, mục III")
    assert plan.text[cited.start : cited.end] == cited.quote
