"""OCR of scans: typed pages come back as their words, places and ruling lines."""

import io
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import scans
from PIL import Image
from rapidfuzz.distance import Levenshtein

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.readers import ocr
from ingest.readers.ocr import ocr_image, ocr_pages
from ingest.readers.ocr_words import in_print
from ingest.readers.tesseract import Seen
from ingest.readers.words import PageWords, Word

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed"
)


def text_in(page: PageWords, area: tuple[float, float, float, float]) -> str:
    """The words whose middle lies in the area, line by line."""
    x0, top, x1, bottom = area
    inside = [
        word
        for word in page.words
        if x0 <= (word.x0 + word.x1) / 2 < x1 and top <= (word.top + word.bottom) / 2 < bottom
    ]
    lines: list[list[Word]] = []
    for word in sorted(inside, key=lambda word: (word.top + word.bottom) / 2):
        middle = (word.top + word.bottom) / 2
        if lines and middle - (lines[-1][0].top + lines[-1][0].bottom) / 2 < 7:
            lines[-1].append(word)
        else:
            lines.append([word])
    return " ".join(word.text for line in lines for word in sorted(line, key=lambda word: word.x0))


def error_rate(sheet: scans.Sheet, page: PageWords) -> float:
    """Wrong characters over the sheet's areas, as a share of the characters typed."""
    wrong = sum(Levenshtein.distance(text_in(page, area[:4]), area[4]) for area in sheet.areas)
    return wrong / sum(len(area[4]) for area in sheet.areas)


def worst_place(sheet: scans.Sheet, page: PageWords) -> float:
    """By how many points the worst box is off, of the words that were read as typed."""

    def off(word: Word, typed: Word) -> float:
        pairs = ((word.x0, typed.x0), (word.x1, typed.x1), (word.top, typed.top))
        return max(abs(one - other) for one, other in (*pairs, (word.bottom, typed.bottom)))

    nearest = [
        min(off(word, typed) for typed in sheet.words if typed.text == word.text)
        for word in page.words
        if any(typed.text == word.text for typed in sheet.words)
    ]
    right = [distance for distance in nearest if distance < 20]  # not a slip that is a word too
    assert len(right) > 0.95 * len(sheet.words)
    return max(right)


@pytest.fixture(scope="module")
def sheets() -> tuple[scans.Sheet, ...]:
    """Prose, a letter with its seal, and a table."""
    prose, letter, table = scans.blank(), scans.blank(), scans.blank()
    scans.type_prose(prose, scans.PROSE)
    top = scans.type_prose(letter, scans.PROSE[:4], scans.type_letterhead(letter))
    scans.type_receivers(letter, top + 20)
    letter.image = scans.seal(letter.image, 372, top + 60)
    scans.type_table(table)
    return prose, letter, table


@pytest.fixture(scope="module")
def read(sheets) -> tuple[list[tuple[int, int]], tuple[PageWords, ...]]:
    """The progress told and the pages of the sheets scanned askew, in the order 3, 1, 2."""
    images = [scans.scanned(sheet.image, skew=1.2, seed=n) for n, sheet in enumerate(sheets)]
    told: list[tuple[int, int]] = []
    pages = ocr_pages(
        scans.pdf_of(images), [3, 1, 2], Limits(), lambda done, of: told.append((done, of))
    )
    return told, pages


@pytest.mark.ocr
@needs_tesseract
def test_pages_come_in_the_order_asked_with_progress(read):
    told, pages = read
    assert [page.number for page in pages] == [3, 1, 2]
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert all((round(page.width), round(page.height)) == (595, 842) for page in pages)
    assert all(0.9 < page.confidence <= 1 for page in pages)


@pytest.mark.ocr
@needs_tesseract
@pytest.mark.parametrize(("place", "kind", "most"), [(1, 0, 0.015), (2, 1, 0.02), (0, 2, 0.02)])
def test_words_and_their_places(sheets, read, place, kind, most):
    page = read[1][place]
    assert error_rate(sheets[kind], page) <= most
    assert worst_place(sheets[kind], page) < 3.5
    assert all(3 < word.size < 20 for word in page.words)
    heavy = " ".join(word.text for word in page.words if word.bold)
    assert (heavy.startswith("I. MỤC TIÊU"), heavy.endswith("GIẢI PHÁP")) == (kind == 0, kind == 0)
    assert ("KẾ HOẠCH Ứng dụng" in heavy) == (kind == 1)


@pytest.mark.ocr
@needs_tesseract
def test_both_columns_of_a_letterhead_and_what_the_seal_covers(read):
    page = read[1][2]
    assert text_in(page, (0, 50, 245, 125)) == "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG Số: 12/KH-UBND"
    right = text_in(page, (245, 50, 595, 105))
    assert right == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
    assert "ỦY" in {word.text for word in page.words if word.top > 400}
    assert not any("CAO" in word.text for word in page.words if word.top > 400)


@pytest.mark.ocr
@needs_tesseract
def test_lone_figures_of_a_table_and_its_rules(read):
    page = read[1][0]
    numbers = [word.text for word in page.words if word.x1 < 100 and word.text.isdigit()]
    assert numbers == ["1", "2", "3", "4", "5", "6"]
    assert text_in(page, (450, 330, 523, 352)) == "12.450"
    level = [rule for rule in page.rules if rule.x1 - rule.x0 > 440]
    upright = [rule for rule in page.rules if rule.bottom - rule.top > 250]
    assert len(level) == 9
    assert [round(rule.x0 / 2) * 2 for rule in sorted(upright, key=lambda rule: rule.x0)] == [
        *(72, 100, 268, 378, 450, 522)
    ]


@pytest.mark.ocr
@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_or_its_head(turn):
    sheet = scans.blank((420, 595))
    scans.type_prose(sheet, scans.PROSE[:4])
    image = scans.scanned(sheet.image).rotate(turn, expand=True)
    (page,) = ocr_pages(scans.pdf_of([image]), [1], Limits())
    assert (round(page.width), round(page.height)) == (420, 595)
    assert error_rate(sheet, page) < 0.02


@pytest.mark.ocr
@needs_tesseract
def test_a_fax_like_picture_file_with_two_pages():
    sheet = scans.blank((420, 300))
    scans.type_prose(sheet, scans.PROSE[:2])
    out, one_bit = io.BytesIO(), sheet.image.convert("1")
    one_bit.save(out, "TIFF", save_all=True, append_images=[one_bit], dpi=(300, 300))
    pages = ocr_image(out.getvalue(), Limits())
    assert [page.number for page in pages] == [1, 2]
    assert all(error_rate(sheet, page) < 0.02 for page in pages)
    with pytest.raises(RejectedFileError) as caught:
        ocr_image(out.getvalue(), Limits(max_pages=1))
    assert caught.value.code == "too_many_pages"


@pytest.mark.ocr
@needs_tesseract
def test_blank_page_and_no_time_left():
    sheet = scans.blank((300, 200))
    blank = scans.pdf_of([sheet.image])
    (page,) = ocr_pages(blank, [1], Limits())
    assert (page.words, page.rules, page.confidence) == ((), (), 0.0)
    scans.type_prose(sheet, scans.PROSE[:1])
    (page,) = ocr_pages(scans.pdf_of([sheet.image]), [1], Limits(max_seconds=0))
    assert (page.words, page.confidence, round(page.width)) == ((), 0.0, 300)


def fake_program(folder: Path, listed: str, then: str) -> None:
    """A tesseract that lists languages and otherwise does what the shell line says."""
    program = folder / "tesseract"
    program.write_text(
        f'#!/bin/sh\nif [ "$1" = --list-langs ]; then echo "{listed}"; exit 0; fi\n{then}\n',
        encoding="utf-8",
    )
    program.chmod(0o755)


@pytest.mark.parametrize("listed", [None, "eng"])
def test_what_to_install_where_tesseract_or_its_vietnamese_is_missing(
    tmp_path, monkeypatch, listed
):
    if listed:
        fake_program(tmp_path, listed, "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RejectedFileError) as caught:
        ocr_pages(scans.pdf_of([Image.new("L", (100, 100), 255)]), [1], Limits())
    assert caught.value.code == "needs_tesseract"
    assert "tesseract-ocr và tesseract-ocr-vie" in caught.value.user_message


def test_a_page_that_takes_too_long_is_empty_and_the_rest_is_read(tmp_path, monkeypatch):
    row = "5\\t1\\t1\\t1\\t1\\t1\\t300\\t300\\t90\\t30\\t%s\\t%s\\n"
    fake_program(
        tmp_path,
        "vie",
        'size=$(head -c 20 | head -n 1 | cut -d" " -f2)\n'
        'if [ "$size" -gt 1000 ]; then exec sleep 30; fi\ncat > /dev/null\n'
        f"printf 'level\\n{row}' 90.5 tỉnh\nprintf '{row}' 12 rx\nprintf '{row}' 30 '~~'",
    )
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(ocr, "PAGE_SECONDS", 1.5)
    pages = []
    for width in (1240, 620):
        pixels = np.full((800, width), 255, np.uint8)
        pixels[300:330, 300:390] = 0
        pages.append(Image.fromarray(pixels))
    slow, quick = ocr_pages(scans.pdf_of(pages), [1, 2], replace(Limits(), ocr_workers=1))
    assert (slow.words, slow.confidence) == ((), 0.0)
    assert [word.text for word in quick.words] == ["tỉnh"]
    assert quick.confidence == 0.905
    word = quick.words[0]
    assert (word.x0, word.top, word.x1, word.bottom, word.size) == pytest.approx(
        (72, 72, 93.6, 79.2, 7.2)
    )


@pytest.mark.parametrize(
    ("data", "code"), [(b"%PDF-1.7 broken", "damaged_pdf"), (b"", "damaged_pdf")]
)
def test_damaged_pdf(tmp_path, monkeypatch, data, code):
    fake_program(tmp_path, "vie", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RejectedFileError) as caught:
        ocr_pages(data, [1], Limits())
    assert caught.value.code == code


def test_unsure_words_stay_where_sure_ones_stand_around_them():
    def seen(text: str, confidence: float, line: str = "1") -> Seen:
        return Seen(text, (0, 0, 90, 30), line, confidence)

    line = [seen("hình", 96), seen("thành", 91), seen("chuỗi", 4), seen("k", 5)]
    assert in_print(line) == {0, 1, 2}
    between = [seen("Đơn", 96), seen("vj", 3), seen("tính:", 9), seen("triệu", 95)]
    assert in_print(between) == {1, 2}
    assert in_print([seen("chuỗi", 4), seen("thành", 96, "2")]) == frozenset()
