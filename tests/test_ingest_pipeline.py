"""Made-up plans of other shapes than those that ship: the rules must carry over."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import RejectedFileError
from ingest.pipeline import ingest_bytes, ingest_file
from ingest.plan import ChunkKind, GapKind, Plan, RowKind

BLANK = "\u00a0"
FIFTH = f"""Số ký hiệu văn bản trên trang
Số hiệu: 77/KH-UBND
Ngày ban hành: 05/03/2023
Loại văn bản: Kế hoạch
Người ký: Trần Thị Mẫu

ỦY BAN NHÂN DÂN
TỈNH BÌNH ĐỊNH
--------
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/KH-UBND
Bình Định, ngày 05 tháng 3 năm 2023

KẾ HOẠCH
CHUYỂN ĐỔI SỐ TỈNH BÌNH ĐỊNH
GIAI ĐOẠN 2023 - 2025

Căn cứ Nghị quyết số 10-NQ/TU ngày 01/01/2022, UBND tỉnh ban hành kế hoạch như sau:

A. MỤC TIÊU

I. Mục tiêu chung

Đưa 85%2 hồ sơ lên mạng; xây dựng 12 nền tảng1 dùng chung.

Các nền tảng dùng chung được giao cho từng sở.

II. Mục tiêu cụ thể

1. Hạ tầng

1.1. Mạng truyền dẫn: đạt 40 Gbps tại 9 huyện.

1.2 Trung tâm dữ liệu

a) Nâng cấp 02 phòng máy;

b) Thuê 03 đường truyền.

2. Nhân lực: đào tạo 1.250 cán bộ.

B. TỔ CHỨC THỰC HIỆN

Chi tiết tại Phụ lục 1 và Phụ lục 2 kèm theo.

C. HIỆU LỰC

Kế hoạch có hiệu lực từ ngày ký./.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

(Đã ký)

Trần Thị Mẫu

PHỤ LỤC 1
KINH PHÍ THỰC HIỆN

(Đơn vị tính: tỷ đồng)

STT

Nội dung

Kinh phí

Ghi chú

Tổng

Năm 2023

Năm 2024

1

Xây dựng trung tâm dữ liệu

12,5

10

2,5

Sở TTTT

2

Đào tạo

3

{BLANK}

3

{BLANK}

3

Tuyên truyền

1,25

0,25

1

Báo Bình Định

Tổng cộng

16,75

10,25

6,5

{BLANK}

1 Gồm cả nền tảng thuê.

2 Số liệu đến 28/02/2023.

THUỘC TÍNH VĂN BẢN
• Số hiệu: 77/KH-UBND
• Loại văn bản: Kế hoạch
• Ngày ban hành: 05/03/2023
• Người ký: Trần Thị Mẫu
"""


@pytest.fixture(scope="module")
def fifth() -> Plan:
    return ingest_bytes("fifth.txt", FIFTH.encode())


def test_metadata_of_another_province(fifth):
    assert fifth.plan_id == "77-kh-ubnd-binh-dinh"
    assert (fifth.number, fifth.doc_type, fifth.province) == ("77/KH-UBND", "Kế hoạch", "Bình Định")
    assert (fifth.issuer, fifth.issued) == ("UBND tỉnh Bình Định", date(2023, 3, 5))
    assert (fifth.signer, fifth.signer_title) == ("Trần Thị Mẫu", "Phó Chủ tịch")
    assert fifth.title == "CHUYỂN ĐỔI SỐ TỈNH BÌNH ĐỊNH GIAI ĐOẠN 2023 - 2025"
    assert fifth.period == (2023, 2025)
    assert "THUỘC TÍNH" not in fifth.text and "trên trang" not in fifth.text


def test_outline_of_other_numbering(fifth):
    assert [(s.path, s.heading) for s in fifth.sections] == [
        (("A",), "MỤC TIÊU"),
        (("A", "I"), "Mục tiêu chung"),
        (("A", "II"), "Mục tiêu cụ thể"),
        (("A", "II", "1"), "Hạ tầng"),
        (("A", "II", "1", "1.1"), "Mạng truyền dẫn"),
        (("A", "II", "1", "1.2"), "Trung tâm dữ liệu"),
        (("A", "II", "1", "1.2", "a"), ""),
        (("A", "II", "1", "1.2", "b"), ""),
        (("A", "II", "2"), "Nhân lực"),
        (("B",), "TỔ CHỨC THỰC HIỆN"),
        (("C",), "HIỆU LỰC"),
        (("Phụ lục 1",), "KINH PHÍ THỰC HIỆN"),
    ]


def test_flattened_table_with_a_spanning_header_in_the_middle(fifth):
    [table] = fifth.tables
    assert table.columns == (
        "STT",
        "Nội dung",
        "Kinh phí: Tổng",
        "Kinh phí: Năm 2023",
        "Kinh phí: Năm 2024",
        "Ghi chú",
    )
    assert table.unit == "tỷ đồng"
    cells = [row.cells for row in table.rows]
    assert cells[0][2:] == (Decimal("12.5"), Decimal(10), Decimal("2.5"), "Sở TTTT")
    assert cells[1][2:] == (Decimal(3), None, Decimal(3), None)
    assert cells[3] == (None, "Tổng cộng", *map(Decimal, ("16.75", "10.25", "6.5")), None)
    assert [row.kind for row in table.rows][-1] is RowKind.TOTAL


def test_footnote_marks_by_the_list_at_the_end(fifth):
    assert [(m.label, fifth.text[m.start - 4 : m.start]) for m in fifth.notes] == [("1", "tảng")]
    assert fifth.notes[0].note == "Gồm cả nền tảng thuê."


def test_only_the_second_annex_is_absent(fifth):
    assert [(gap.kind, gap.detail) for gap in fifth.gaps] == [(GapKind.ANNEX_ABSENT, "Phụ lục 2")]


def test_signature_is_one_chunk(fifth):
    [chunk] = [c for c in fifth.chunks if c.text.startswith("KT. CHỦ TỊCH")]
    assert chunk.text.endswith("(Đã ký)\nTrần Thị Mẫu") and chunk.section_id is None


def header(number: str = "Số: 5/KH-UBND", dated: str = "Hà Nội, ngày 02 tháng 01 năm 2024") -> str:
    return (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        f"{number}\n\n{dated}\n\nKẾ HOẠCH\n\nTriển khai chính quyền số năm 2024\n\n"
    )


def test_title_in_small_letters_and_a_city():
    plan = ingest_bytes("x.txt", (header() + "I. MỤC TIÊU\n\nNội dung.").encode())
    assert plan.title == "Triển khai chính quyền số năm 2024"
    assert (plan.issuer, plan.period) == ("UBND thành phố Hà Nội", (2024, 2024))
    assert plan.warnings == ("Không tìm thấy người ký.",)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("CHUYỂN ĐỔI SỐ ĐẾN NĂM 2030", (2024, 2030)),
        ("CHUYỂN ĐỔI SỐ GIAI ĐOẠN 2024 – 2026, ĐỊNH HƯỚNG ĐẾN NĂM 2030", (2024, 2026)),
        ("CHUYỂN ĐỔI SỐ TỪ NĂM 2025 ĐẾN NĂM 2027", (2025, 2027)),
        ("CHUYỂN ĐỔI SỐ", (2024, 2024)),
    ],
)
def test_period(title, period):
    text = header().replace("Triển khai chính quyền số năm 2024", title)
    assert ingest_bytes("x.txt", (text + "I. MỤC TIÊU\n\nNội dung.").encode()).period == period


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_and_decomposed_letters(encoding):
    import unicodedata

    text = unicodedata.normalize("NFD", header() + "I. MỤC TIÊU\r\n\r\nPhủ sóng 5G.")
    plan = ingest_bytes("x.txt", text.encode(encoding))
    assert plan.chunks[-1].text == "Phủ sóng 5G." and plan.province == "Hà Nội"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (bytes(range(256)) * 20, "not_text"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "damaged_image"),
        (b"PK\x03\x04" + b"0" * 50, "damaged"),
        (b"<!DOCTYPE html><html></html>", "no_text"),
        (b"%PDF-1.7\nnothing more", "damaged_pdf"),
        ("Xin chào các bạn.".encode(), "not_a_plan"),
        (header(dated="Hà Nội, ngày 31 tháng 02 năm 2024").encode(), "no_date"),
        (header(number="Số:      /KH-UBND").encode(), "not_a_plan"),
        (b"a" * (50 * 1024 * 1024 + 1), "too_large"),
        ("\u200b\ufeff\n|\n-----\n".encode(), "empty"),
    ],
)
def test_rejections_say_what_to_do(data, code):
    with pytest.raises(RejectedFileError) as caught:
        ingest_bytes("x.txt", data)
    assert caught.value.code == code
    message = caught.value.user_message
    assert message.endswith(".") and any(letter in message for letter in "ạảấầếệọộữự")


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(RejectedFileError) as caught:
        ingest_file(tmp_path / "nope.txt")
    assert caught.value.code == "not_found"
    with pytest.raises(RejectedFileError) as caught:
        ingest_file(tmp_path)
    assert caught.value.code == "unreadable"


PIECES = st.sampled_from(
    [
        *("TT", "STT", "1", "2", "3", "I", "II", "A", "B", "TỔNG CỘNG", BLANK, "", "|", "-----"),
        *(
            "I. MỤC TIÊU",
            "1. Hạ tầng: đạt 5%",
            "a) Thuê;",
            "- Bao gồm:",
            "+ Mua.",
            "* Ghi chú",
            "-",
        ),
        *(
            "Phần",
            "Phần I",
            "PHỤ LỤC I",
            "Phụ lục 02 kèm theo.",
            "Nơi nhận:",
            "CHỦ TỊCH",
            "Lê Văn A",
        ),
        *(
            "KẾ HOẠCH",
            "đến năm 2025",
            "1.250,5",
            "12 nền tảng1",
            "1 Ghi chú.",
            "[1]",
            "[...]",
            "Năm 2023",
        ),
        *("Số hiệu: 1/KH-UBND", "Người ký: A", "Loại văn bản", "và thực hiện nhiệm vụ được giao"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=30), max_size=60), st.booleans())
def test_any_text_is_a_plan_or_rejected(lines, with_header):
    text = (header() if with_header else "") + "\n".join(lines)
    try:
        plan = ingest_bytes("x.txt", text.encode("utf-8", "replace"))
    except RejectedFileError as error:
        assert error.user_message
        return
    covered = 0
    for chunk in plan.chunks:
        assert plan.text[chunk.start : chunk.end] == chunk.text
        assert not plan.text[covered : chunk.start].strip() and chunk.start >= covered
        covered = chunk.end
    assert not plan.text[covered:].strip()
    for table in plan.tables:
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
    assert plan.reading(0, len(plan.text)) is not None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_plan_or_rejected(data):
    try:
        ingest_bytes("x", data)
    except RejectedFileError as error:
        assert error.code and error.user_message


def test_long_single_paragraph_stays_whole_and_is_fast():
    body = "I. MỤC TIÊU\n\n" + "phát triển hạ tầng số, " * 20_000 + "hết."
    plan = ingest_bytes("x.txt", (header() + body).encode())
    assert plan.chunks[-1].kind is ChunkKind.PARAGRAPH
    assert len(plan.chunks[-1].text) > 400_000
