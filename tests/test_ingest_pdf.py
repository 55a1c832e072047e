"""PDF files → sources: places, turned pages, what is rejected, which pages go to OCR, fuzzing."""

import io
import sys
import time
import zlib
from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import Sheet, pdf_of

from ingest.cleaning.encodings import repair_legacy
from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import Grid, Line, Source
from ingest.plan import OcrPage
from ingest.progress import PageProgress
from ingest.readers.pdf import check_pdf, read_pdf
from ingest.readers.pdf_process import guarded_layers
from ingest.readers.pdf_words import PageLayer, page_layers
from ingest.readers.text_quality import is_possible, needs_ocr
from ingest.readers.words import PageWords

LIMITS = Limits()
PROSE = (
    "Đẩy mạnh ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước trên địa bàn tỉnh,"
    " nâng cao chất lượng phục vụ người dân và doanh nghiệp, bảo đảm an toàn thông tin mạng."
)


def sheet_of(text: str = PROSE) -> Sheet:
    sheet = Sheet()
    sheet.prose(100, text)
    return sheet


def texts(source: Source) -> list[str]:
    return [part.text for part in source.parts if isinstance(part, Line)]


def layers(*sheets: Sheet) -> list[PageLayer]:
    return list(page_layers(pdf_of(sheets), 100))


def code_of(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(RejectedFileError) as caught:
        read_pdf(data, limits)
    assert caught.value.user_message[-1] == "."
    return caught.value.code


def assert_words(found: PageWords, expected: PageWords, dx: float = 0, dy: float = 0) -> None:
    """The same words within two points (letters of a missing font are a little wider)."""
    ours = sorted(found.words, key=lambda w: (round(w.top + dy), w.x0))
    theirs = sorted(expected.words, key=lambda w: (round(w.top), w.x0))
    assert [(w.text, w.bold, w.size) for w in ours] == [(w.text, w.bold, w.size) for w in theirs]
    for word, other in zip(ours, theirs, strict=True):
        box = (word.x0, word.top, word.x1, word.bottom)
        moved = (other.x0 - dx, other.top - dy, other.x1 - dx, other.bottom - dy)
        assert box == pytest.approx(moved, abs=3)


def table_sheet() -> Sheet:
    sheet = Sheet()
    sheet.put(80, 80, "ỦY BAN NHÂN DÂN", 13, bold=True)
    sheet.table((80, 120, 300, 500), 200, [("STT", "Nội dung", "Vốn"), ("1", "Máy chủ", "1.250")])
    return sheet


def test_words_and_lines_stand_where_they_were_put():
    (layer,) = layers(table_sheet())
    expected = table_sheet().words()
    assert_words(layer.page, expected)
    found = sorted((r.x0, r.top, r.x1, r.bottom) for r in layer.page.rules)
    wanted = sorted((r.x0, r.top, r.x1, r.bottom) for r in expected.rules)
    assert len(found) == len(wanted)
    assert all(a == pytest.approx(b, abs=1) for a, b in zip(found, wanted, strict=True))


def test_origin_and_crop_box_move_the_words():
    sheet = table_sheet()
    sheet.origin = (100, 50)
    assert_words(layers(sheet)[0].page, sheet.words())
    sheet.origin = (0, 0)
    sheet.extra = b"/CropBox [50 60 545 800]"
    (layer,) = layers(sheet)
    assert (layer.page.width, layer.page.height) == (495, 740)
    assert_words(layer.page, sheet.words(), dx=50, dy=42)


def test_text_outside_of_the_crop_box_is_left_out():
    sheet = table_sheet()
    sheet.put(10, 820, "ngoài lề")
    sheet.extra = b"/CropBox [50 60 545 800]"
    assert "ngoài" not in [word.text for word in layers(sheet)[0].page.words]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_are_turned_until_their_text_is_upright(turn: int):
    sheet = table_sheet()
    sheet.extra = b"/Rotate %d" % turn
    (layer,) = layers(sheet)
    assert (layer.page.width, layer.page.height) == (595, 842)
    assert_words(layer.page, sheet.words())


def test_a_turned_header_in_an_upright_table_is_one_word():
    sheet = table_sheet()
    data = pdf_of([sheet])
    shown = "Đơn vị tính".encode("utf-16-be").hex().encode()
    turned = b"BT /F1 10.000000 Tf 0 1 -1 0 410 560 Tm <%s> Tj ET\nBT 0 Tr /F2" % shown
    (layer,) = page_layers(data.replace(b"BT 0 Tr /F2", turned, 1), 9)
    assert "Đơn vị tính" in [word.text for word in layer.page.words]


def test_the_source_of_a_text_pdf():
    sheet = sheet_of()
    sheet.table((80, 120, 300, 500), 200, [("STT", "Nội dung", "Vốn"), ("1", "Máy chủ", "1.250")])
    source = read_pdf(pdf_of([sheet, sheet_of("Hết.")]), LIMITS)
    assert (source.kind, source.pages, source.paragraphs, source.ocr) == ("pdf", 2, True, ())
    assert [(p.text, p.page) for p in source.parts if isinstance(p, Line)] == [
        (PROSE, 1),
        ("Hết.", 2),
    ]
    (grid,) = [part for part in source.parts if isinstance(part, Grid)]
    assert [cell.text for cell in grid.cells] == ["STT", "Nội dung", "Vốn", "1", "Máy chủ", "1.250"]


def test_two_processes_keep_the_pages_in_order():
    sheets = [sheet_of(f"Đoạn thứ {number}.") for number in range(33)]
    found = list(guarded_layers(pdf_of(sheets), 33, LIMITS))
    assert [layer.page.number for layer in found] == list(range(1, 34))
    assert [[word.text for word in layer.page.words] for layer in found] == [
        ["Đoạn", "thứ", f"{number}."] for number in range(33)
    ]


def test_password_damage_and_too_many_pages_are_rejected():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of([sheet_of()])))
    writer.encrypt("bí mật", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    assert code_of(locked.getvalue()) == "encrypted"
    assert code_of(b"%PDF-1.4\n%%EOF") == "damaged_pdf"
    assert code_of(pdf_of([sheet_of()] * 3), replace(LIMITS, max_pages=2)) == "too_many_pages"


def test_an_empty_password_opens_a_file():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of([sheet_of()])))
    writer.encrypt("", "chủ", algorithm="RC4-128")
    opened = io.BytesIO()
    writer.write(opened)
    assert texts(read_pdf(opened.getvalue(), LIMITS)) == [PROSE]


def test_ten_thousand_pages_are_rejected_at_once():
    data = pdf_of([Sheet()] * 10_000)
    started = time.monotonic()
    with pytest.raises(RejectedFileError) as caught:
        check_pdf(data, LIMITS)
    assert caught.value.code == "too_many_pages"
    assert time.monotonic() - started < 5


def test_content_that_inflates_without_end_is_rejected_within_memory():
    deflated = zlib.compress(b"0 0 m 10 10 l S\n" * 2**22, 9)
    content = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (
        len(deflated),
        deflated,
    )
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        content,
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, start=1))
    data = b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF"
    assert code_of(data, replace(LIMITS, max_memory_bytes=2**28)) == "damaged_pdf"


def test_a_file_that_takes_too_long_is_rejected():
    started = time.monotonic()
    assert code_of(pdf_of([sheet_of()] * 4), replace(LIMITS, max_seconds=0)) == "damaged_pdf"
    assert time.monotonic() - started < 5


def scanned() -> Sheet:
    sheet = Sheet()
    sheet.image = True
    return sheet


def hidden(text: str) -> Sheet:
    sheet = scanned()
    y = 100.0
    for _ in range(4):
        y = sheet.prose(y, text)
    sheet.texts = [replace(text, hidden=True) for text in sheet.texts]
    return sheet


GARBAGE = "+ӊ\ue001 K\ue044ch \ue010ng d\ue011ng c{ng ngh\ue012 th{ng tin \ue020 x\ue021 h\ue022i"
SHIFTED = "Xr|^ bU V0Va Z_pX 0TN0 ZuN TRd]N N/TM VT Sc MW b_N0 a0O 0OTN U Z N;M Wcb TRON VO1 aU"
OLD_SCANNER = (
    "Bay mqnh irng dung cdng ngh6 th6ng tin trong hopt dQng cua co quan nhd nu6c tr6n dla ban"
)


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (sheet_of(), False),
        (Sheet(), False),
        (scanned(), True),
        (hidden(PROSE), False),
        (hidden(OLD_SCANNER), True),
        (sheet_of(" ".join([GARBAGE] * 4)), True),
        (sheet_of(" ".join([SHIFTED] * 3)), True),
        (sheet_of("Use of cloud computing and data centres in 2024: CSDL, LGSP, IOC. " * 5), False),
    ],
    ids=["text", "blank", "scan", "good-hidden", "bad-hidden", "garbage", "shifted", "english"],
)
def test_which_pages_go_to_ocr(sheet: Sheet, expected: bool):
    assert needs_ocr(layers(sheet)[0]) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *(("nghiệp,", True), ("“Chuyển", True), ("12/KH-UBND", True), ("LGSP", True)),
        *(
            ("85%", True),
            ("website", True),
            ("hopt", True),
            ("\ue044ch", False),
            ("ngh\ufffd", False),
        ),
        *(
            ("(cid:12)", False),
            ("§¶®", False),
            ("ĐTTM", True),
            ("HӊQ", False),
            ("hӊq", False),
            ("x^p", False),
        ),
    ],
)
def test_possible_words(word: str, expected: bool):
    assert is_possible(word) is expected


def fake_ocr(monkeypatch: pytest.MonkeyPatch, error: RejectedFileError | None = None) -> list[int]:
    """OCR that reads "Trang quét" on each page; gives the list of the pages asked for."""
    asked: list[int] = []

    def ocr_pages(
        data: bytes, pages: Sequence[int], limits: Limits, progress: PageProgress
    ) -> tuple[PageWords, ...]:
        if error:
            raise error
        asked.extend(pages)
        words = sheet_of("Trang quét số một.").words().words
        return tuple(PageWords(n, 595, 842, words, confidence=0.9) for n in pages)

    module = ModuleType("ingest.readers.ocr")
    module.ocr_pages = ocr_pages  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ingest.readers.ocr", module)
    return asked


def test_scanned_pages_are_read_by_ocr(monkeypatch: pytest.MonkeyPatch):
    asked = fake_ocr(monkeypatch)
    source = read_pdf(pdf_of([sheet_of(), scanned(), sheet_of("Hết.")]), LIMITS)
    assert (asked, source.kind, source.ocr) == ([2], "pdf", (OcrPage(2, 0.9),))
    assert texts(source) == [PROSE, "Trang quét số một.", "Hết."]
    assert read_pdf(pdf_of([scanned()]), LIMITS).kind == "scan"


NEEDS = RejectedFileError("needs_tesseract", "Máy chưa có Tesseract.")


def test_without_ocr_a_scan_is_rejected_and_a_mixed_file_read(monkeypatch: pytest.MonkeyPatch):
    fake_ocr(monkeypatch, NEEDS)
    assert code_of(pdf_of([scanned(), sheet_of()])) == "needs_tesseract"
    source = read_pdf(pdf_of([sheet_of(), scanned(), sheet_of("Hết.")]), LIMITS)
    assert texts(source) == [PROSE, "Hết."]
    assert source.warnings == (
        "Trang 2 là ảnh quét, chưa đọc được vì máy chưa có phần mềm nhận dạng chữ."
        " Hãy cài đặt Tesseract rồi nạp lại tệp.",
    )


def test_a_pdf_without_text_or_picture_is_rejected():
    assert code_of(pdf_of([Sheet(), Sheet()])) == "no_text_layer"


def test_text_in_old_fonts_is_repaired():
    # "KÕ ho¹ch øng dông c«ng nghÖ th«ng tin": TCVN3 codes shown as Latin-1 letters.
    old = "KÕ ho¹ch øng dông c«ng nghÖ th«ng tin trong ho¹t ®éng cña c¬ quan nhµ n­íc tØnh"
    new, encoding = repair_legacy(old)
    assert encoding == "TCVN3"
    source = read_pdf(pdf_of([sheet_of(" ".join([old] * 3))]), LIMITS)
    assert texts(source) == [" ".join([new] * 3)]
    assert "TCVN3" in source.warnings[0]


WHOLE = pdf_of([table_sheet(), sheet_of()])


def read_in_process(data: bytes) -> None:
    """As `read_pdf` without the child process, which a thousand examples would start."""
    limits = Limits(max_pages=50)
    try:
        check_pdf(data, limits)
        found = list(page_layers(data, limits.max_pages))
    except RejectedFileError as error:
        assert error.code in {"encrypted", "damaged_pdf", "too_many_pages"}
        assert error.user_message.endswith(".")
        return
    assert 0 < len(found) <= 50
    assert [layer.page.number for layer in found] == list(range(1, len(found) + 1))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_are_read_or_rejected(data: bytes):
    read_in_process(b"%PDF-1.7\n" + data)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE)))
def test_truncated_files_are_read_or_rejected(length: int):
    read_in_process(WHOLE[:length])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=30
    )
)
def test_mutated_files_are_read_or_rejected(changes: list[tuple[int, int]]):
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place] = value
    read_in_process(bytes(data))


@settings(max_examples=6, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(min_size=1, max_size=40))
def test_spoiled_files_are_a_source_or_rejected(place: int, junk: bytes):
    data = WHOLE[:place] + junk + WHOLE[place + len(junk) :]
    try:
        source = read_pdf(data, LIMITS)
    except RejectedFileError:
        return
    assert source.pages in {1, 2}
