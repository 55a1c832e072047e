"""Numberings that only their sequence tells: in brackets, behind a word, glued, above a heading."""

import pytest

from ingest.lines import Block, place
from ingest.structure.grammar import Rank
from ingest.structure.layout import find_layout
from ingest.structure.outline import build_outline
from ingest.structure.sequences import find_labels

HEADER = ("Số: 12/KH-UBND", "KẾ HOẠCH", "CHUYỂN ĐỔI SỐ NĂM 2026")


def found(*lines: str | Block) -> list[str]:
    """The labels of the lines, "" for those without."""
    blocks = [line if isinstance(line, Block) else Block(line) for line in lines]
    labels = find_labels(blocks, range(len(blocks)), ())
    return [labels[i].label if i in labels else "" for i in range(len(blocks))]


def paths(*body: str | Block) -> list[str]:
    lines = [b if isinstance(b, Block) else Block(b) for b in (*HEADER, *body)]
    blocks, _ = place(lines)
    outline = build_outline(blocks, find_layout(blocks, cut=False), ())
    return [" > ".join(section.path) for section in outline.sections]


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (("(1) Dữ liệu nền", "(2) Dữ liệu mở"), ["1", "2"]),
        (("(a) Hạ tầng", "(b) Dữ liệu"), ["a", "b"]),
        (("(i) Hạ tầng", "(ii) Dữ liệu", "(iii) Nhân lực"), ["i", "ii", "iii"]),
        (("Nhiệm vụ 1: Rà soát", "Nhiệm vụ 2: Tập huấn"), ["Nhiệm vụ 1", "Nhiệm vụ 2"]),
        (("Hoạt động 1.1. Thuê", "Hoạt động 1.2. Mua"), ["Hoạt động 1.1", "Hoạt động 1.2"]),
        (("HỢP PHẦN 1", "HỢP PHẦN 2"), ["HỢP PHẦN 1", "HỢP PHẦN 2"]),
        (("Tình huống A: Mất điện", "Tình huống B: Cháy"), ["Tình huống A", "Tình huống B"]),
        (("I-MỤC TIÊU CHUNG", "II-KINH PHÍ NĂM 2026"), ["I", "II"]),
        (("I MỤC TIÊU", "II KINH PHÍ"), ["I", "II"]),
        (("1.1", "Hạ tầng", "1.2", "Dữ liệu"), ["1.1", "", "1.2", ""]),
    ],
)
def test_a_numbering_of_any_form_that_goes_on(lines, labels):
    assert found(*lines) == labels


@pytest.mark.parametrize(
    "lines",
    [
        ("(1) Dữ liệu nền", "Văn bản khác"),
        ("(2) Dữ liệu nền", "(3) Dữ liệu mở"),
        ("(1) Thuê đường truyền;", "(2) Mua máy chủ."),
        ("Quý 1: Rà soát", "Quý 2: Tập huấn"),
        ("Bảng 1: Kinh phí", "Bảng 2: Tiến độ"),
        ("Phường 1: Ba tổ", "Phường 2: Hai tổ"),
        ("Nhiệm vụ 1 của tỉnh", "Nhiệm vụ 2 của tỉnh"),
        ("Ghi chú:", "(1) Số ước tính"),
        ("1", "Hạ tầng", "2", "Dữ liệu"),
        ("I Mục tiêu", "II Kinh phí"),
    ],
)
def test_what_numbers_no_sections(lines):
    assert found(*lines) == [""] * len(lines)


def test_a_form_seen_to_count_once_needs_no_second_item_elsewhere():
    lines = ("Hoạt động 1.1. Thuê", "Hoạt động 1.2. Mua", "Hoạt động 2.1. Tập huấn")
    assert found(*lines)[2] == "Hoạt động 2.1"
    assert found(lines[2]) == [""]


def test_a_number_above_its_heading_has_the_rank_of_its_form():
    blocks = [Block(text) for text in ("1.1", "Hạ tầng", "1.2", "Dữ liệu")]
    labels = find_labels(blocks, range(4), ())
    assert [labels[i].rank for i in (0, 2)] == [Rank.NUMBER_2] * 2


def test_bracketed_items_lie_below_what_holds_them_and_start_over():
    assert paths(
        "I. NHIỆM VỤ",
        "1. Dữ liệu",
        "(1) Dữ liệu nền",
        "Lập danh mục.",
        "(2) Dữ liệu mở",
        "2. Dịch vụ",
        "(1) Tra cứu",
        "II. KINH PHÍ",
    ) == ["I", "I > 1", "I > 1 > 1", "I > 1 > 2", "I > 2", "I > 2 > 1", "II"]


def test_worded_numbers_hold_others_and_close_with_their_sisters():
    assert paths(
        "HỢP PHẦN 1. HẠ TẦNG",
        "Hoạt động 1.1. Phủ sóng",
        "1. Khảo sát",
        "Hoạt động 1.2. Nâng cấp",
        "HỢP PHẦN 2. DỮ LIỆU",
        "Hoạt động 2.1. Làm sạch",
        "TỔ CHỨC THỰC HIỆN",
        "Giao Sở Tài chính.",
    ) == [
        "HỢP PHẦN 1",
        "HỢP PHẦN 1 > Hoạt động 1.1",
        "HỢP PHẦN 1 > Hoạt động 1.1 > 1",
        "HỢP PHẦN 1 > Hoạt động 1.2",
        "HỢP PHẦN 2",
        "HỢP PHẦN 2 > Hoạt động 2.1",
        "TỔ CHỨC THỰC HIỆN",
    ]


def test_bold_headings_that_look_all_the_same_are_nested_by_place():
    bold = [Block(t, bold=True) for t in ("Nhiệm vụ trọng tâm", "Số hóa tư liệu", "Bảo tàng ảo")]
    assert paths(
        bold[0],
        bold[1],
        "Chụp 900 mặt khắc gỗ.",
        bold[2],
        "Mở cửa trong quý II.",
        Block("Kinh phí thực hiện", bold=True),
        "Ngân sách tỉnh bảo đảm.",
    ) == [
        "Nhiệm vụ trọng tâm",
        "Nhiệm vụ trọng tâm > Số hóa tư liệu",
        "Nhiệm vụ trọng tâm > Bảo tàng ảo",
        "Kinh phí thực hiện",
    ]
