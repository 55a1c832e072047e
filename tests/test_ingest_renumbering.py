"""Roman numerals that OCR misread, put right by the ones before."""

from ingest.cleaning.renumbering import renumbered, with_ordinals
from ingest.lines import Block, Grid, GridCell


def first_column(*texts: str) -> list[str]:
    cells = [GridCell(row, 0, text) for row, text in enumerate(texts)]
    cells += [GridCell(row, 1, "x") for row in range(len(texts))]
    grid = Grid(len(texts), 2, tuple(cells))
    return [cell.text for cell in with_ordinals(grid).cells if cell.column == 0]


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


def test_the_full_stop_that_became_a_stroke_or_was_lost():
    assert texts("I. Một", "H. Hai", "IIIL Ba", "IV. Bốn") == [
        *("I. Một", "II. Hai", "IIIL Ba", "IV. Bốn"),
    ]
    assert texts("I. MỘT", "II HAI", "IIIL BA") == ["I. MỘT", "II. HAI", "III. BA"]
    assert texts("U MỤC ĐÍCH", "IU CHỈ TIÊU", "II NHIỆM VỤ") == [
        *("I/ MỤC ĐÍCH", "II/ CHỈ TIÊU", "III. NHIỆM VỤ"),
    ]


def test_later_numerals_that_must_be_next():
    lines = ["I. MỘT", "II. HAI", "III. BA", "TV. BỐN", "V. NĂM"]
    assert texts(*lines)[3] == "IV. BỐN"
    assert texts("I. MỘT", "TV. BỐN") == ["I. MỘT", "TV. BỐN"]


def test_classes_in_a_column_of_romans():
    cells = [GridCell(row, 1, text) for row, text in enumerate(("Hạng", "I", "H", "HI", "H5"))]
    cells += [GridCell(row, 2, "H") for row in range(5)]
    found = with_ordinals(Grid(5, 3, tuple(cells))).cells
    assert [cell.text for cell in found] == ["Hạng", "I", "II", "III", "H5", *"HHHHH"]


def test_a_groups_letter_that_was_read_twice():
    assert first_column("AẦ", "1", "2", "B", "3") == ["A", "1", "2", "B", "3"]


def test_parts_and_chapters():
    assert texts("Phần I", "MỘT", "Phần H", "HAI", "Phần IH", "BA") == [
        *("Phần I", "MỘT", "Phần II", "HAI", "Phần III", "BA"),
    ]
    assert texts("Chương", "NHỮNG VẤN ĐỀ CHUNG", "Chương II", "NHIỆM VỤ") == [
        *("Chương I", "NHỮNG VẤN ĐỀ CHUNG", "Chương II", "NHIỆM VỤ"),
    ]


def test_a_numeral_that_the_source_repeats_stays():
    lines = ["I. MỘT", "II. HAI", "II. HAI NỮA", "III. BA"]
    assert texts(*lines) == lines


def test_a_heading_in_capitals_before_a_numeral_starts_over():
    lines = ["I. MỘT", "NỘI DUNG KẾ HOẠCH", "I. MỤC TIÊU"]
    assert texts(*lines) == lines


def test_prose_stays():
    lines = ["Phần lớn các xã đã có mạng", "I có thể là một chữ", "Luật số 1 của tỉnh"]
    assert texts(*lines) == lines


def test_the_first_column_of_a_table():
    assert first_column("STT", "I", "1", "2", "H", "1", "Á", "3") == [
        *("STT", "I", "1", "2", "II", "1", "2", "3"),
    ]
    kept = ("STT", "1", "2", "4", "A", "1", "", "3 hộ", "Tổng")
    assert first_column(*kept) == list(kept)


def test_pages_with_a_text_layer_stay():
    lines = ["I. MỤC TIÊU", "I. NỘI DUNG"]
    assert texts(*lines, scanned=()) == lines


def test_a_numeral_that_was_lost_is_put_back_before_the_next_one():
    assert texts("/ MỤC TIÊU", "II NHIỆM VỤ", "III/ KINH PHÍ") == [
        *("I/ MỤC TIÊU", "II. NHIỆM VỤ", "III/ KINH PHÍ"),
    ]
    assert texts("/ MỤC TIÊU", "Giao Sở Y tế.") == ["/ MỤC TIÊU", "Giao Sở Y tế."]


def test_numerals_with_a_dash():
    assert texts("A- ĐẶC ĐIỂM", "I- Thuận lợi", "H- Khó khăn") == [
        *("A- ĐẶC ĐIỂM", "I- Thuận lợi", "II- Khó khăn"),
    ]
