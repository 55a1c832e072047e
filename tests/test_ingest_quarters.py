"""Quarters of the year as OCR reads them."""

import pytest

from ingest.cleaning.quarters import counts_in_romans, with_quarters


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Quý IH/2025", "Quý III/2025"),
        ("quý II2024.", "quý II/2024."),
        ("Quý IIL2025", "Quý II/2025"),
        ("trong quý HI", "trong quý III"),
        ("Công an tỉnh trong quý L", "Công an tỉnh trong quý I."),
        ("Quý IV/2025", "Quý IV/2025"),
        ("Quý 1/2025", "Quý I/2025"),
        ("quý 3/2025, quý nào", "quý 3/2025, quý nào"),
    ],
)
def test_quarters_in_romans(read, meant):
    assert with_quarters(read, romans=True) == meant


def test_an_arabic_quarter_stays_where_all_are():
    assert with_quarters("Quý 1/2025", romans=False) == "Quý 1/2025"


def test_how_quarters_are_counted():
    assert counts_in_romans(["Quý I/2025", "quý IV năm 2025"])
    assert not counts_in_romans(["Quý II/2025", "Quý 2/2025"])
    assert not counts_in_romans(["Quý 1/2025"])
