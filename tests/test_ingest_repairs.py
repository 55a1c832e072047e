"""Slips of OCR put right by the language, and what must never be touched."""

from collections import Counter

import pytest

from ingest.cleaning.pairs import MIN_COUNT, count_pairs, load_pairs, read_pairs, write_pairs
from ingest.cleaning.repairs import Repairer, repair
from ingest.lines import Grid, GridCell, Line, Source
from ingest.plan import OcrPage


def repaired(text: str, marks: bool = True) -> str:
    return Repairer(load_pairs(), marks).text(text)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Phát triển đô thị thông mỉnh", "Phát triển đô thị thông minh"),
        ("I. MỤC TIỂU", "I. MỤC TIÊU"),
        ("trình đỘ sau đại học", "trình độ sau đại học"),
        ("2.2. DỮ liệu", "2.2. Dữ liệu"),
        ("Công an tỈnh", "Công an tỉnh"),
        ("Phát triển dữliệu", "Phát triển dữ liệu"),
        ("Tổchức bộmáy", "Tổ chức bộ máy"),
        ("Chợtruyền thống", "Chợ truyền thống"),
        ("Giao chỈtiêu cho doanh nghiệp", "Giao chỉ tiêu cho doanh nghiệp"),
        ("Sở Kế hoạch và Đầu tử", "Sở Kế hoạch và Đầu tư"),
        ("chiếm 713 tÿ đồng", "chiếm 713 tỷ đồng"),
        ("Bộ Thông tin và Truyên thông", "Bộ Thông tin và Truyền thông"),
        ("bố trí kinh phí chỉ thường xuyên", "bố trí kinh phí chi thường xuyên"),
        ("phát hành trong quý II2024.", "phát hành trong quý II/2024."),
        ("ngày 09 tháng Z7 năm 2025", "ngày 09 tháng 7 năm 2025"),
        ("ngày O3 tháng 5 năm 2025", "ngày 3 tháng 5 năm 2025"),
    ],
)
def test_what_is_put_right(read, meant):
    assert repaired(read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Nền tảng LGSP, hệ thống iOffice và eKYC đạt 1.250,5 tỷ đồng",
        "Ông Huỳnh Thị Diễm Ngọc, xã Ea H’leo, huyện Krông Pắc",
        "Quyết định số 749/QĐ-TTg ngày 03/6/2020",
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "cáp quang băng rộng tới từng ấp, sóc",
        "các đơn vị chỉ thường xuyên kiểm tra quý II năm 2024",
        "ngày Z7 tháng 5 năm 2025",
        "",
    ],
)
def test_what_is_never_touched(text):
    assert repaired(text) == text


def test_without_marks_only_lost_spaces_are_put_back():
    assert repaired("đô thị thông mỉnh, dữliệu sỐ", marks=False) == "đô thị thông mỉnh, dữ liệu sỐ"


def test_only_scanned_pages_of_pdfs_are_repaired_and_the_changes_are_told():
    parts = (
        Line("đô thị thông mỉnh", 1),
        Line("đô thị thông mỉnh", 2),
        Grid(1, 2, (GridCell(0, 0, "1"), GridCell(0, 1, "thông mỉnh của đô thị")), row_pages=(2,)),
    )
    source = repair(Source(parts, "pdf", pages=2, ocr=(OcrPage(2, 0.9),)))
    first, second, grid = source.parts
    assert isinstance(first, Line) and first.text == "đô thị thông mỉnh"
    assert isinstance(second, Line) and second.text == "đô thị thông minh"
    assert isinstance(grid, Grid) and grid.cells[1].text == "thông minh của đô thị"
    [warning] = source.warnings
    assert warning.startswith("Đã sửa 2 chữ nhận dạng sai theo ngữ cảnh, ví dụ “mỉnh” → “minh”.")


def test_other_formats_are_left_alone():
    source = Source((Line("đô thị thông mỉnh, dữliệu"),), "docx")
    assert repair(source) is source


def test_the_table_of_pairs_comes_back_as_written():
    counts = count_pairs(["Chính quyền số; chính quyền"] * MIN_COUNT)
    assert counts == Counter({("chính", "quyền"): 2 * MIN_COUNT, ("quyền", "số"): MIN_COUNT})
    pairs = read_pairs(write_pairs(counts))
    assert pairs.count("chính", "quyền") == 16 and pairs.count("quyền", "số") == 8
    assert pairs.count("số", "chính") == 0 and pairs.count(None, "số") == 0
    assert pairs.spellings["quyen"] == ("quyền",)
    assert pairs.knows("số") and not pairs.knows("so")
