"""Readers: the content decides; a PDF's text layer comes with its pages."""

import pytest

from ingest.errors import RejectedFileError
from ingest.pipeline import ingest_bytes
from ingest.readers import read


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF whose text layer holds the lines (two-byte codes that are code points)."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo"
        b" << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
    ]
    kids = []
    for lines in pages:
        shown = b"".join(
            b"<%s> Tj 0 -14 Td\n" % line.encode("utf-16-be").hex().encode() for line in lines
        )
        content = b"BT /F1 12 Tf 50 780 Td\n" + shown + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


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
        read(pdf([[], []]))
    assert caught.value.code == "no_text_layer"


def test_damaged_pdf_is_rejected():
    whole = pdf([HEADER])
    with pytest.raises(RejectedFileError) as caught:
        read(whole[:300])
    assert caught.value.code in {"damaged_pdf", "no_text_layer"}


def test_text_named_like_a_pdf_is_read_as_text():
    assert [line.text for line in read("Một\r\nHai".encode()).lines] == ["Một", "Hai"]
