"""Chat shorthand, offices in short and raw Telex written out."""

import pytest

from app.understanding.shorthand import written_out


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("bn tiền đc chi", "bao nhiêu tiền được chi"),
        ("bn tien dc chi", "bao nhieu tien duoc chi"),
        ("BN tiền", "BN tiền"),
        ("xã ko có", "xã không có"),
        ("12/bn-x tiền", "12/bn-x tiền"),
        ("abn tiền", "abn tiền"),
        ("cần bao nhiu tiền", "cần bao nhiêu tiền"),
        ("Sở TN&MT làm gì?", "Sở Tài nguyên và Môi trường làm gì?"),
        ("sở KHĐT làm gì", "sở Kế hoạch và Đầu tư làm gì"),
        ("so gtvt lam gi", "so Giao thong van tai lam gi"),
        ("Sở XYZ làm gì", "Sở XYZ làm gì"),
        ("tinhr nayf cos bao nhieeu xax", "tỉnh này có bao nhiêu xã"),
        ("how many stations", "how many stations"),
        (
            "CA tỉnh làm mấy nv ở PL01, tổng KP?",
            "Công an tỉnh làm mấy nhiệm vụ ở phụ lục 01, tổng kinh phí?",
        ),
        ("CA tinh chu tri may nv, pl II", "Cong an tinh chu tri may nhiem vu, phu luc II"),
        ("Ca đêm của CA, PLC", "Ca đêm của CA, PLC"),
        ("", ""),
    ],
)
def test_written_out(message: str, expected: str) -> None:
    assert written_out(message) == expected
