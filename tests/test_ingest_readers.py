"""Readers: the content decides; a PDF's text layer comes with its pages."""

import pytest
from pdf_files import Sheet, pdf_of

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.pipeline import ingest_bytes
from ingest.readers import read

LIMITS = Limits()


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF with the lines of each page below each other, a number at the foot."""
    sheets = []
    for lines in pages:
        sheet = Sheet()
        for number, line in enumerate(lines):
            sheet.put(85, 815 if line.isdigit() else 70 + 24 * number, line)
        sheets.append(sheet)
    return pdf_of(sheets)


HEADER = [
    *("ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    *("Số: 9/KH-UBND", "Hà Nam, ngày 03 tháng 02 năm 2023", "KẾ HOẠCH", "CHUYỂN ĐỔI SỐ NĂM 2023"),
]


def test_pdf_text_layer_with_pages():
    plan = ingest_bytes(
        "x.pdf", pdf([[*HEADER, "I. MỤC TIÊU", "Đạt 90%."], ["II. NHIỆM VỤ", "Thuê 02 máy.", "2"]])
    )
    assert (plan.number, plan.province, plan.pages) == ("9/KH-UBND", "Hà Nam", 2)
    assert [(c.path, c.text, c.page) for c in plan.chunks[-2:]] == [
        (("II",), "II. NHIỆM VỤ", 2),
        (("II",), "Thuê 02 máy.", 2),
    ]


def test_pdf_without_text_is_rejected():
    with pytest.raises(RejectedFileError) as caught:
        read(pdf([[], []]), LIMITS)
    assert caught.value.code == "no_text_layer"


def test_damaged_pdf_is_rejected():
    whole = pdf([HEADER])
    with pytest.raises(RejectedFileError) as caught:
        read(whole[:300], LIMITS)
    assert caught.value.code in {"damaged_pdf", "no_text_layer"}


def test_text_named_like_a_pdf_is_read_as_text():
    assert [line.text for line in read("Một\r\nHai".encode(), LIMITS).parts] == ["Một", "Hai"]


@pytest.mark.parametrize("data", [b'{"file": "a.txt"}\n{"file"', b' [\n  {"a": 1}\n]', b"[[1, 2]]"])
def test_data_of_programs_is_no_document(data: bytes):
    with pytest.raises(RejectedFileError) as caught:
        read(data, LIMITS)
    assert (caught.value.code, caught.value.detail) == ("unsupported_format", "tệp dữ liệu JSON")


def test_a_text_may_begin_in_brackets():
    assert read("[1] Ghi chú".encode(), LIMITS).parts
