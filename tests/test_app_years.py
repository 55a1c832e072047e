"""Years and periods in text."""

from app.words.years import ASKED_YEAR, SPAN, YEAR, periods


def test_periods_are_given_as_written() -> None:
    assert periods("năm 2023, giai đoạn 2024 - 2025") == ["2023", "2024 - 2025"]


def test_longer_numbers_hold_no_year() -> None:
    assert YEAR.findall("20231 người, 120230 máy, năm 2030") == ["2030"]
    assert periods("12023") == []


def test_a_span_gives_both_years() -> None:
    assert SPAN.findall("2021-2025 và 2026 – 2030") == [("2021", "2025"), ("2026", "2030")]


def test_dates_and_document_numbers_are_no_year_asked_for() -> None:
    assert ASKED_YEAR.findall("ngày 05/12/2022, Nghị định 2023/NĐ-CP, năm 2024") == ["2024"]
