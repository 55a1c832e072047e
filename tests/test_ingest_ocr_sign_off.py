"""The foot of a scanned page, read column by column."""

import numpy as np
import pytest

from ingest.readers import ocr_sign_off
from ingest.readers.ocr_sign_off import with_sign_off
from ingest.readers.tesseract import Program, Seen

PROGRAM = Program("tesseract", 1e12)


def seen(text: str, left: int, top: int, confidence: float = 90) -> Seen:
    return Seen(text, (left, top, left + 12 * len(text), top + 20), f"{top}", confidence)


def page() -> np.ndarray:
    """Ink of a paragraph, of recipients at the left and a signature at the right."""
    grey = np.full((900, 1000), 255, np.uint8)
    grey[100:120, 100:900] = 0
    for top in (300, 340, 380):
        grey[top : top + 20, 100:380] = 0
        grey[top : top + 20, 620:880] = 0
    return grey


WHOLE = [
    seen("Trên", 100, 100), seen("đây", 160, 100), seen("Nơi", 100, 300), seen("nhận:", 145, 300),
    seen("- Lưu: VT. CHUTỊ", 100, 340, 30), seen("z Bích", 620, 380, 40),
]  # fmt: skip


def test_both_columns_are_read_alone_and_lie_where_they_were(monkeypatch: pytest.MonkeyPatch):
    columns = iter(
        ([seen("Nơi nhận:", 24, 30), seen("- Lưu: VT.", 24, 70)], [seen("CHỦ TỊCH", 30, 30)])
    )
    widths = []

    def fake(program, grey, dpi, psm, until):
        widths.append(grey.shape[1])
        return next(columns)

    monkeypatch.setattr(ocr_sign_off, "seen_words", fake)
    found = with_sign_off(PROGRAM, page(), 150.0, WHOLE, 1e12)
    assert [item.text for item in found] == ["Trên", "đây", "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH"]
    assert sum(widths) == 1000 + 4 * 24
    assert found[2].box[:2] == (0, 216) and found[4].box[:2] == (widths[0] - 48 + 6, 216)


def test_what_reads_no_better_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ocr_sign_off, "seen_words", lambda *_: [seen("rác", 0, 30, 5)])
    assert with_sign_off(PROGRAM, page(), 150.0, WHOLE, 1e12) == WHOLE


def test_pages_without_a_foot_or_without_a_gutter_are_not_read_again():
    assert with_sign_off(PROGRAM, page(), 150.0, WHOLE[:2], 1e12) == WHOLE[:2]
    full = page()
    full[300:400, 100:900] = 0
    assert with_sign_off(PROGRAM, full, 150.0, WHOLE, 1e12) == WHOLE
