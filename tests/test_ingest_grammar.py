"""What a line announces: labels, bullets, headings, annexes."""

import pytest

from ingest.structure.grammar import Rank, bullet, heading_of, introduces, match_label


@pytest.mark.parametrize(
    ("text", "rank", "label"),
    [
        ("Phần II", Rank.PART, "Phần II"),
        ("PHẦN THỨ NHẤT: MỤC TIÊU", Rank.PART, "PHẦN THỨ NHẤT"),
        ("PHẦN A", Rank.PART, "PHẦN A"),
        ("PHỤ LỤC I", Rank.ANNEX, "PHỤ LỤC I"),
        ("Phụ lục 02", Rank.ANNEX, "Phụ lục 02"),
        ("Phụ lục 01: DANH MỤC DỰ ÁN", Rank.ANNEX, "Phụ lục 01"),
        ("Chương III. TỔ CHỨC", Rank.CHAPTER, "Chương III"),
        ("Điều 3. Tổ chức thực hiện", Rank.ARTICLE, "Điều 3"),
        ("VIII. KINH PHÍ THỰC HIỆN:", Rank.ROMAN, "VIII"),
        ("II/ MỤC TIÊU", Rank.ROMAN, "II"),
        ("IV - GIẢI PHÁP", Rank.ROMAN, "IV"),
        ("A. ĐÁNH GIÁ", Rank.CAPITAL, "A"),
        ("3.Tình hình xây dựng", Rank.NUMBER, "3"),
        ("1.2. Hạ tầng", Rank.NUMBER_2, "1.2"),
        ("1.2.3 Hạ tầng", Rank.NUMBER_3, "1.2.3"),
        ("1.2/ Hạ tầng", Rank.NUMBER_2, "1.2"),
        ("1.2.3/ Hạ tầng", Rank.NUMBER_3, "1.2.3"),
        ("đ) Thẩm định", Rank.LETTER, "đ"),
        ("1- Mục tiêu chung", Rank.NUMBER, "1"),
        ("2 – Mục tiêu cụ thể", Rank.NUMBER, "2"),
        ("1.2 - Hạ tầng", Rank.NUMBER_2, "1.2"),
        ("a- Trên báo, đài", Rank.LETTER, "a"),
        ("b/ Dữ liệu mở", Rank.LETTER, "b"),
        ("a.1) Dữ liệu nền", Rank.LETTER_2, "a.1"),
        ("b.12/ Dữ liệu mở", Rank.LETTER_2, "b.12"),
        ("I.- MỤC TIÊU", Rank.ROMAN, "I"),
        ("II./ KINH PHÍ", Rank.ROMAN, "II"),
        ("A/- ĐÁNH GIÁ", Rank.CAPITAL, "A"),
        ("2/- Mục tiêu cụ thể", Rank.NUMBER, "2"),
        ("3): – Hạ tầng", Rank.NUMBER, "3"),
        ("1.2.- Hạ tầng", Rank.NUMBER_2, "1.2"),
        ("a.- Trên báo, đài", Rank.LETTER, "a"),
        ("Mục 2", Rank.ITEM, "Mục 2"),
        ("PHẦN MỘT – KẾT QUẢ", Rank.PART, "PHẦN MỘT"),
        ("Phần thứ ba", Rank.PART, "Phần thứ ba"),
    ],
)
def test_labels(text, rank, label):
    found = match_label(text)
    assert found is not None and (found.rank, found.label) == (rank, label)


@pytest.mark.parametrize(
    "text",
    [
        "Phụ lục 01, 02 kèm theo.",
        "Phụ lục 03 đính kèm",
        "Phần mềm quản lý văn bản",
        "2.818 trạm BTS",
        "I-VAN của Tập đoàn",
        "e.Cabinet đã triển khai",
        "a/c là viết tắt",
        "1.2/Hạ tầng",
        "e-Cabinet đã triển khai",
        "10-15 ngày làm việc",
        "5 - 7 xã",
        "100% cán bộ",
        "21/12/2020 là hạn cuối",
        "CNTT. Sở tham mưu",
        "",
    ],
)
def test_no_labels(text):
    assert match_label(text) is None


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("HẠ TẦNG KỸ THUẬT", ("HẠ TẦNG KỸ THUẬT", False)),
        ("Chế độ báo cáo:", ("Chế độ báo cáo", False)),
        ("Sở Tài chính: Chủ trì, phối hợp.", ("Sở Tài chính", True)),
        ("Kinh phí: 5 tỷ đồng, trong đó:", ("Kinh phí", True)),
        ("PHẦN THỨ NHẤT: KẾT QUẢ", ("PHẦN THỨ NHẤT: KẾT QUẢ", False)),
        ("Tổ chức bồi dưỡng cán bộ.", ("", True)),
        ("Thuê dịch vụ;", ("", True)),
        ("Xem https://a.vn để biết", ("Xem https://a.vn để biết", False)),
    ],
)
def test_headings(rest, expected):
    assert heading_of(rest) == expected


def test_bullets():
    found = [
        bullet(t) for t in ("- Một", "-Một", "+ Hai", "* Ba", "– Bốn", "-5 độ", "Năm - sáu", "-")
    ]
    assert found == ["-", "-", "+", "*", "–", "", "", ""]


def test_introductions():
    assert introduces("gồm các nội dung như sau") and introduces("trong đó:")
    assert not introduces("Đã hoàn thành.")
