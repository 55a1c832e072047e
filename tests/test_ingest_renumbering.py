"""Roman numerals that OCR misread, put right by the ones before."""

from ingest.cleaning.renumbering import renumbered
from ingest.lines import Block


def texts(*lines: str, scanned: tuple[int, ...] = (1,)) -> list[str]:
    return [block.text for block in renumbered([Block(line, 1) for line in lines], scanned)]


def test_strokes_melted_or_lost():
    assert texts("I. MỤC TIÊU", "H. NỘI DUNG", "HI. KINH PHÍ", "IV. TỔ CHỨC") == [
        *("I. MỤC TIÊU", "II. NỘI DUNG", "III. KINH PHÍ", "IV. TỔ CHỨC"),
    ]
    assert texts("I. MỤC TIÊU", "I. NỘI DUNG", "II. KINH PHÍ", "IV. TỔ CHỨC") == [
        *("I. MỤC TIÊU", "II. NỘI DUNG", "III. KINH PHÍ", "IV. TỔ CHỨC"),
    ]


def test_a_new_part_starts_over():
    lines = ["PHẦN I", "I. MỘT", "II. HAI", "PHẦN II", "I. MỘT"]
    assert texts(*lines) == lines


def test_letters_and_prose_stay():
    lines = ["G. MỘT VIỆC", "H. VIỆC KHÁC", "I. Mục tiêu chung của tỉnh", "I. Nhiệm vụ"]
    assert texts(*lines) == lines


def test_pages_with_a_text_layer_stay():
    lines = ["I. MỤC TIÊU", "I. NỘI DUNG"]
    assert texts(*lines, scanned=()) == lines
