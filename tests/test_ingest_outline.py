"""Outlines of made-up documents: any subset and order of numberings, headings without numbers."""

import pytest

from ingest.lines import Block, place
from ingest.plan import Section
from ingest.structure.grammar import bullet, match_label
from ingest.structure.labels import is_first, place_of, successor
from ingest.structure.layout import find_layout
from ingest.structure.outline import build_outline

HEADER = (
    "ỦY BAN NHÂN DÂN",
    "TỈNH AN GIANG",
    "Số: 12/KH-UBND",
    "KẾ HOẠCH",
    "CHUYỂN ĐỔI SỐ NĂM 2026",
)


def sections(*body: str | Block) -> list[Section]:
    lines = [b if isinstance(b, Block) else Block(b) for b in (*HEADER, *body)]
    blocks, _ = place(lines)
    return list(build_outline(blocks, find_layout(blocks, cut=False), ()).sections)


def paths(*body: str | Block) -> list[str]:
    return [" > ".join(section.path) for section in sections(*body)]


def bold(text: str) -> Block:
    return Block(text, bold=True)


def test_parts_romans_numbers_and_letters():
    assert paths(
        "Phần I",
        "ĐÁNH GIÁ",
        "I. Kết quả",
        "1. Hạ tầng",
        "a) Mạng: đã có.",
        "II. Hạn chế",
        "PHẦN THỨ HAI: NHIỆM VỤ",
        "1. Việc chung",
    ) == [
        "Phần I",
        "Phần I > I",
        "Phần I > I > 1",
        "Phần I > I > 1 > a",
        "Phần I > II",
        "Phần THỨ HAI",
        "Phần THỨ HAI > 1",
    ]


def test_chapters_articles_and_dotted_numbers():
    assert paths(
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Mục 1. PHẠM VI",
        "Điều 1. Phạm vi",
        "1. Nội dung",
        "1.1. Chi tiết",
        "1.1.1. Rất chi tiết",
        "1.1.1.1. Chi tiết nhất",
        "Điều 2. Đối tượng",
    ) == [
        "Chương I",
        "Chương I > Mục 1",
        "Chương I > Mục 1 > Điều 1",
        "Chương I > Mục 1 > Điều 1 > 1",
        "Chương I > Mục 1 > Điều 1 > 1 > 1.1",
        "Chương I > Mục 1 > Điều 1 > 1 > 1.1 > 1.1.1",
        "Chương I > Mục 1 > Điều 1 > 1 > 1.1 > 1.1.1 > 1.1.1.1",
        "Chương I > Mục 1 > Điều 2",
    ]


def test_romans_that_hold_letters_instead_of_the_other_way_round():
    assert paths(
        "I. MỤC TIÊU", "A. Chung", "1. Một", "B. Riêng", "II. NHIỆM VỤ", "A. Thể chế", "B. Hạ tầng"
    ) == ["I", "I > A", "I > A > 1", "I > B", "II", "II > A", "II > B"]


def test_letters_that_hold_numbers():
    assert paths("I. VIỆC", "a) Một việc", "1. Bước một", "2. Bước hai", "b) Việc khác") == [
        "I",
        "I > a",
        "I > a > 1",
        "I > a > 2",
        "I > b",
    ]


def test_numbering_skipped_repeated_and_restarted_is_kept():
    assert paths("I. A", "II. B", "1. X", "II. C", "1. Y", "IV. D", "1. Z", "1. W") == [
        *("I", "II", "II > 1", "II", "II > 1", "IV", "IV > 1", "IV > 1"),
    ]


def test_bold_and_capital_headings_hold_the_numbers_below_them():
    found = sections(
        "Thực hiện chỉ đạo của tỉnh, kế hoạch như sau:",
        "MỤC TIÊU TỔNG QUÁT",
        "Xây dựng chính quyền số.",
        "NHIỆM VỤ TRỌNG TÂM",
        "1. Hạ tầng",
        "2. Dữ liệu",
        "TỔ CHỨC THỰC HIỆN",
        "1. Các sở",
        "Báo cáo định kỳ.",
    )
    assert [(s.path, s.heading) for s in found] == [
        (("MỤC TIÊU TỔNG QUÁT",), "MỤC TIÊU TỔNG QUÁT"),
        (("NHIỆM VỤ TRỌNG TÂM",), "NHIỆM VỤ TRỌNG TÂM"),
        (("NHIỆM VỤ TRỌNG TÂM", "1"), "Hạ tầng"),
        (("NHIỆM VỤ TRỌNG TÂM", "2"), "Dữ liệu"),
        (("TỔ CHỨC THỰC HIỆN",), "TỔ CHỨC THỰC HIỆN"),
        (("TỔ CHỨC THỰC HIỆN", "1"), "Các sở"),
    ]


def test_a_bold_heading_within_a_numbered_section():
    assert paths(
        "I. MỤC TIÊU",
        bold("Mục tiêu chung"),
        "Phát triển.",
        bold("Mục tiêu cụ thể"),
        "1. Một",
        "2. Hai",
        "II. NHIỆM VỤ",
        "Làm việc.",
    ) == [
        "I",
        "I > Mục tiêu chung",
        "I > Mục tiêu cụ thể",
        "I > Mục tiêu cụ thể > 1",
        "I > Mục tiêu cụ thể > 2",
        "II",
    ]


def test_a_heading_above_an_annex_or_part_does_not_hold_it():
    assert paths(
        "I. VIỆC",
        bold("Kết luận chung"),
        "PHỤ LỤC I",
        "DANH MỤC",
        "Đoạn.",
        bold("Ghi chú thêm"),
        "PHẦN I",
        "MỞ ĐẦU",
    ) == ["I", "I > Kết luận chung", "Phụ lục I", "Phụ lục I > Ghi chú thêm", "Phụ lục I > Phần I"]


def test_styled_headings_nest_by_their_level():
    def styled(level: int, text: str) -> Block:
        return Block(text, level=level)

    assert paths(
        styled(1, "Bối cảnh chung"),
        "Đoạn.",
        styled(1, "Nhiệm vụ chính"),
        styled(2, "Hạ tầng số"),
        "Đoạn.",
        styled(2, "Dữ liệu số"),
        "Đoạn.",
        styled(1, "Tổ chức thực hiện"),
        "Đoạn.",
    ) == [
        "Bối cảnh chung",
        "Nhiệm vụ chính",
        "Nhiệm vụ chính > Hạ tầng số",
        "Nhiệm vụ chính > Dữ liệu số",
        "Tổ chức thực hiện",
    ]


@pytest.mark.parametrize(
    "line",
    [
        bold("Đây là một câu in đậm nhấn mạnh."),
        bold("Nguyễn Văn A"),
        bold("(Kèm theo Kế hoạch số 12/KH-UBND)"),
        bold("- Một gạch đầu dòng in đậm"),
        Block("Một dòng thường không in đậm"),
        bold("x" * 200 + " y"),
    ],
)
def test_lines_that_are_no_headings(line):
    assert paths("I. MỤC TIÊU", line, "Đoạn sau.") == ["I"]


def test_the_caption_of_a_table_is_no_heading():
    blocks, _ = place(
        [Block(t) for t in (*HEADER, "I. KINH PHÍ", "BIỂU DỰ TOÁN", "(Đơn vị: triệu đồng)", "STT")]
    )
    table = {len(blocks) - 1}
    outline = build_outline(blocks, find_layout(blocks, cut=False), table)
    assert [section.path for section in outline.sections] == [("I",)]


def test_annexes_are_their_own_parts_with_captions_of_several_lines():
    found = sections(
        "I. NHIỆM VỤ",
        "1. Một việc",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Văn B",
        "PHỤ LỤC SỐ 01",
        "DANH MỤC NHIỆM VỤ",
        "CHUYỂN ĐỔI SỐ NĂM 2026",
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)",
        "I. HẠ TẦNG",
        "Phụ lục 2: Kinh phí",
        "Đoạn.",
    )
    assert [(s.path, s.heading) for s in found][2:] == [
        (("Phụ lục 01",), "DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026"),
        (("Phụ lục 01", "I"), "HẠ TẦNG"),
        (("Phụ lục 2",), "Kinh phí"),
    ]


def test_an_annex_without_a_label_behind_the_sign_off():
    assert paths(
        *("I. NHIỆM VỤ", "Đoạn.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn B"),
        *("DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 12/KH-UBND)", "1. Việc đầu"),
    ) == ["I", "DANH MỤC NHIỆM VỤ", "DANH MỤC NHIỆM VỤ > 1"]


def test_the_outline_of_an_attached_plan_is_the_plans():
    lines = [
        *("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "Số: 45/QĐ-UBND", "QUYẾT ĐỊNH"),
        *("Về việc ban hành Kế hoạch chuyển đổi số", "Căn cứ Luật Tổ chức;", "QUYẾT ĐỊNH:"),
        *("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.", "Điều 2. Hiệu lực."),
        *("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn B", "KẾ HOẠCH", "CHUYỂN ĐỔI SỐ NĂM 2026"),
        *("(Ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 05/3/2026)", "I. MỤC TIÊU", "Đoạn."),
    ]
    blocks, _ = place([Block(line) for line in lines])
    layout = find_layout(blocks, cut=False)
    outline = build_outline(blocks, layout, ())
    assert layout.doc_type == "Kế hoạch"
    assert [blocks[i].text for i in layout.signature][-1] == "Trần Văn B"
    assert [section.path for section in outline.sections] == [("I",)]


@pytest.mark.parametrize(
    ("label", "following"),
    [
        ("III", "IV"),
        ("1", "2"),
        ("01", "02"),
        ("1.9", "1.10"),
        ("d", "đ"),
        ("D", "Đ"),
        ("XX", None),
    ],
)
def test_successor(label, following):
    assert successor(label) == following


def test_successor_of_a_worded_label():
    assert successor("Phụ lục 02") == "Phụ lục 03"
    assert successor("MỤC TIÊU") is None


def test_is_first():
    assert all(map(is_first, ["1", "I", "A", "a", "2.1", "Điều 1", "01"]))
    assert not any(map(is_first, ["2", "II", "B", "b", "2.2", "Điều 3", "11"]))


def test_place_of():
    assert place_of(("Phần I", "V", "1")) == "Phần I, mục V.1"
    assert place_of(()) == ""


def test_bullets_are_no_labels():
    assert bullet("- Một việc") == "-" and match_label("- Một việc") is None
