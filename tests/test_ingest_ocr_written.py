"""Figures that a pen wrote between the printed words of a letterhead."""

import numpy as np
import pytest

from ingest.readers import ocr_written
from ingest.readers.ocr_written import with_written
from ingest.readers.tesseract import LINE, Program, Seen

PROGRAM = Program("tesseract", 1e12)


def line(*texts: str, top: int = 100) -> list[Seen]:
    return [
        Seen(text, (100 * i, top, 100 * i + 60, top + 20), f"{top}", 90)
        for i, text in enumerate(texts)
    ]


def read(monkeypatch: pytest.MonkeyPatch, seen: list[Seen], *answers: tuple[str, float]) -> list:
    """The words after each answer was given at both heights of its strip."""
    given = iter([answer for answer in answers for _ in range(2)])

    def fake(program, grey, dpi, psm, until, *, digits):
        assert psm == LINE and digits
        text, confidence = next(given)
        return [Seen(text, (0, 0, 9, 9), "x", confidence)] if text else []

    monkeypatch.setattr(ocr_written, "seen_words", fake)
    picture = np.full((1000, 1200), 255, np.uint8)
    picture[100:120, ::3] = 0
    found = with_written(PROGRAM, lambda: picture, 300.0, seen, 1e12)
    assert next(given, None) is None
    return [item.text for item in found]


def test_day_and_month_are_read_again(monkeypatch: pytest.MonkeyPatch):
    seen = line("ngày", "2", "Ï", "tháng", "ä", "năm", "2024")
    found = read(monkeypatch, seen, ("21", 96), ("3", 96))
    assert found == ["ngày", "21", "tháng", "3", "năm", "2024"]
    lost = line("ngày", "tháng", "năm", "2024")
    assert read(monkeypatch, lost, ("08", 90), ("9", 90))[:4] == ["ngày", "08", "tháng", "9"]


def test_the_number_is_read_again(monkeypatch: pytest.MonkeyPatch):
    assert read(monkeypatch, line("Số:", "/KH-UBND"), ("45", 90)) == ["Số:", "45", "/KH-UBND"]


def test_what_cannot_be_is_not_taken(monkeypatch: pytest.MonkeyPatch):
    seen = line("ngày", "2", "Ï", "tháng", "5", "năm", "2024")
    before = [item.text for item in seen]
    for answer in (("87", 96), ("21", 40), ("", 0)):
        assert read(monkeypatch, seen, answer) == before


def test_two_readings_that_differ_are_not_believed(monkeypatch: pytest.MonkeyPatch):
    given = iter(["06", "08"])

    def fake(program, grey, dpi, psm, until, *, digits):
        return [Seen(next(given), (0, 0, 9, 9), "x", 96)]

    monkeypatch.setattr(ocr_written, "seen_words", fake)
    picture = np.full((1000, 1200), 255, np.uint8)
    picture[100:120, ::3] = 0
    seen = line("ngày", "tháng", "5", "năm", "2024")
    assert with_written(PROGRAM, lambda: picture, 300.0, seen, 1e12) == seen


def test_an_empty_gap_is_not_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ocr_written, "seen_words", lambda *_, **__: pytest.fail("read"))
    picture = np.full((1000, 1200), 255, np.uint8)
    seen = line("ngày", "tháng", "5", "năm", "2024")
    assert with_written(PROGRAM, lambda: picture, 300.0, seen, 1e12) == seen


def test_nothing_is_read_where_nothing_is_missing():
    def never() -> np.ndarray:
        raise AssertionError

    seen = line("Số:", "12/KH-UBND", "ngày", "15", "tháng", "3", "năm", "2024")
    assert with_written(PROGRAM, never, 300.0, seen, 1e12) == seen
    low = line("ngày", "tháng", "năm", top=900)
    grey = np.full((1000, 1200), 255, np.uint8)
    assert with_written(PROGRAM, lambda: grey, 300.0, low, 1e12) == low
