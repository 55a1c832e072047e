"""Hard wraps undone on made-up text whose paragraphs are known."""

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.cleaning.unwrap import unwrap
from ingest.cleaning.widths import find_widths, is_hard_wrapped, learn_widths
from ingest.lines import Block, Line

SENTENCES = [
    "Tiếp tục duy trì và mở rộng mạng truyền số liệu chuyên dùng tới các cơ quan của tỉnh.",
    "Sở Tài chính phối hợp với Sở Kế hoạch và Đầu tư cân đối nguồn vốn cho các dự án; báo cáo.",
    "Xây dựng kho dữ liệu dùng chung toàn tỉnh phục vụ khai thác, xử lý và phân tích số liệu.",
    "Các cơ quan, đơn vị thường xuyên rà soát, cập nhật cấp độ an toàn hệ thống thông tin.",
]
PARAGRAPHS = [
    "I. MÔI TRƯỜNG PHÁP LÝ VÀ CÁC VĂN BẢN CHỈ ĐẠO ĐIỀU HÀNH CỦA TỈNH",
    f"{SENTENCES[0]} {SENTENCES[1]}",
    f"- {SENTENCES[2]} {SENTENCES[3]}",
    f"- {SENTENCES[3]}",
    "1. Hoàn thiện hạ tầng kỹ thuật",
    f"{SENTENCES[1]} {SENTENCES[2]} {SENTENCES[0]}",
    f"a) {SENTENCES[2]}",
    f"+ {SENTENCES[0]} {SENTENCES[3]}",
    "2. Phát triển dữ liệu",
    f"- {SENTENCES[1]} {SENTENCES[0]}",
    f"{SENTENCES[3]} {SENTENCES[1]}",
]


def unwrapped(lines: list[Line]) -> list[Block]:
    return unwrap(lines, find_widths(lines))


def wrapped(paragraphs: list[str], width: int, first_width: int) -> list[Line]:
    lines: list[Line] = []
    for paragraph in paragraphs:
        indent = " " * (width - first_width)
        broken = textwrap.wrap(
            paragraph, width, initial_indent=indent, break_on_hyphens=False, break_long_words=False
        )
        lines += [Line(line.strip()) for line in broken]
    return lines


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(PARAGRAPHS))), st.integers(48, 90), st.sampled_from([0, 30]))
def test_wrapping_and_unwrapping_loses_no_word(order, width, indent):
    lines = wrapped([PARAGRAPHS[i] for i in order] * 2, width, width - min(indent, width - 46))
    joined = " ".join(block.text for block in unwrapped(lines))
    assert joined.split() == " ".join(line.text for line in lines).split()


def test_paragraphs_come_back_when_first_lines_are_indented():
    lines = wrapped(PARAGRAPHS * 2, 80, 50)
    assert is_hard_wrapped(lines)
    assert [block.text for block in unwrapped(lines)] == PARAGRAPHS * 2


def test_widths_are_learnt_for_first_and_further_lines():
    widths = learn_widths(wrapped(PARAGRAPHS * 3, 80, 50))
    assert 44 <= widths.open_first <= 52
    assert 74 <= widths.open_further <= 82


def blocks(*lines: str) -> list[str]:
    """The blocks of the lines, put into a file that is certainly wrapped at 80."""
    around = wrapped([*PARAGRAPHS, SENTENCES[0]] * 2, 80, 80)
    found = [
        block.text for block in unwrapped([*around, Line(""), *map(Line, lines), Line(""), *around])
    ]
    size = len(unwrapped([*around, Line("")]))
    return found[size : len(found) - size]


def test_broken_headings_are_joined():
    assert blocks("Phần", "I", "ĐÁNH", "GIÁ KẾT QUẢ", "I. HẠ TẦNG KỸ", "THUẬT") == [
        "Phần I",
        "ĐÁNH GIÁ KẾT QUẢ",
        "I. HẠ TẦNG KỸ THUẬT",
    ]
    assert blocks("KẾ", "HOẠCH", "PHÁT", "TRIỂN CHÍNH QUYỀN SỐ") == [
        "KẾ HOẠCH",
        "PHÁT TRIỂN CHÍNH QUYỀN SỐ",
    ]


def test_a_lone_bullet_takes_the_next_line():
    assert blocks("Nơi nhận:", "-", "Bộ TTTT;", "- Lưu: VT.") == [
        "Nơi nhận:",
        "- Bộ TTTT;",
        "- Lưu: VT.",
    ]


def test_items_with_strokes_and_letters_with_numbers_open_blocks():
    assert blocks("1/ Phần mềm", "a/ Mua bản quyền", "a.1) Của tỉnh", "B/ DỮ LIỆU") == [
        *("1/ Phần mềm", "a/ Mua bản quyền", "a.1) Của tỉnh", "B/ DỮ LIỆU"),
    ]


def test_items_with_dashes_open_blocks():
    assert blocks("II - MỤC TIÊU", "1- Mục tiêu chung", "a - Trên báo, đài", "2- Riêng") == [
        *("II - MỤC TIÊU", "1- Mục tiêu chung", "a - Trên báo, đài", "2- Riêng"),
    ]


def test_a_year_range_is_no_bullet():
    assert blocks("- Kế hoạch ứng dụng công nghệ thông tin của tỉnh giai đoạn 2021", "- 2025.") == [
        "- Kế hoạch ứng dụng công nghệ thông tin của tỉnh giai đoạn 2021 - 2025."
    ]


def test_signature_lines_stay_apart():
    assert blocks("TM. ỦY BAN", "NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Mẫu") == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Lê Văn Mẫu",
    ]


def test_a_file_with_one_line_per_paragraph_is_left_alone():
    lines = [Line(text) for paragraph in PARAGRAPHS for text in (paragraph, "")]
    assert not is_hard_wrapped(lines)
    assert [block.text for block in unwrapped(lines)] == PARAGRAPHS


def test_blank_cells_are_kept_as_blank_blocks():
    assert [block.is_blank for block in unwrapped([Line("1"), Line(""), Line(" "), Line("5")])] == [
        False,
        True,
        False,
    ]
