"""Vietnamese number notation: values, units, and what is no figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.plan import NoteMark, Quantity
from ingest.quantities import (
    canonical,
    format_number,
    parse_number,
    parse_quantities,
)


def read(text: str) -> list[tuple[str, str]]:
    return [(str(q.value), q.unit) for q in parse_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("là 1.501,713 tỷ đồng", [("1501.713", "tỷ đồng")]),
        ("là 1.501,713tỷ đồng (Bằng chữ", [("1501.713", "tỷ đồng")]),
        ("2016-2020:100 tỷ đồng", [("100", "tỷ đồng")]),
        ("34,050 tỷ; 262.318 triệu đồng", [("34.050", "tỷ"), ("262318", "triệu đồng")]),
        ("5 tỉ đồng", [("5", "tỷ đồng")]),
        ("25 %, 17,39% và 95.63%", [("25", "%"), ("17.39", "%"), ("95.63", "%")]),
        ("287.752/287.752 văn bản", [("287752", "văn bản"), ("287752", "văn bản")]),
        ("08/13 cơ sở dữ liệu", [("8", "cơ sở dữ liệu"), ("13", "cơ sở dữ liệu")]),
        ("tập huấn 02 lớp hướng dẫn", [("2", "lớp")]),
        ("có 2.818 trạm BTS phát sóng 2G/3G/4G", [("2818", "trạm BTS")]),
        ("từ 10-15 lớp tập huấn", [("10", "lớp"), ("15", "lớp")]),
        ("2075 cơ sở giáo dục", [("2075", "cơ sở")]),
        ("16.661 máy tính/17.356 cán bộ", [("16661", "máy tính"), ("17356", "cán bộ")]),
        ("42,895 (Bốn mươi", [("42.895", "")]),
        ("30 tỷ đồng/năm", [("30", "tỷ đồng")]),
        ("88 dịch vụ công trực tuyến mức độ 3", [("88", "dịch vụ công trực tuyến")]),
    ],
)
def test_figures(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ngày 21/12/2020; từ 01/01/2021 đến 31/10/2021; ngày 21 tháng 12 năm 2020",
        "tháng 9/2021, tháng 12 năm 2021, năm 2022, giai đoạn 2021-2025, 2016 - 2020",
        "Quyết định số 274/QĐ-TTg, Nghị định 85/2016/NĐ-CP, 49-NQ/TU, 4872/QĐ-UBND, 178-KH/TU",
        "công văn số 1623/STTTT-CNTT",
        "mức độ 3, mức độ 4; cấp độ 2; Lớp 1; Phụ lục 03; Điều 19; quý 4; mức độ 3, 4",
        "TCVN 11930:2017, ISO/IEC 27001, phiên bản 2.0, IPv6, G2G, COVID-19, 4G, quốc lộ 1A",
        "giám sát 24/7; https://example.vn/123/456",
        "558.6160 mũi tiêm",
    ],
)
def test_no_figures(text):
    assert read(text) == []


def test_offsets_and_raw_text():
    text = "Tổng 34,050 tỷ đồng, trong đó 13,548 tỷ đồng."
    for quantity in parse_quantities(text, base=100):
        assert text[quantity.start - 100 : quantity.end - 100] == quantity.raw
    assert [q.raw for q in parse_quantities(text)] == ["34,050 tỷ đồng", "13,548 tỷ đồng"]


def test_footnote_marks_are_not_read():
    text = "cung cấp 333 DVC1; DVC mức 32: 39/2.065 thủ tục"
    first, second = text.index("1;"), text.index("2:")
    notes = [NoteMark("1", 50 + first, 51 + first), NoteMark("2", 50 + second, 51 + second)]
    found = parse_quantities(text, notes, base=50)
    assert [(q.value, q.unit) for q in found] == [
        (Decimal(333), "DVC"),
        (Decimal(39), "thủ tục"),
        (Decimal(2065), "thủ tục"),
    ]


def one(text: str) -> Quantity:
    [quantity] = parse_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("1.501,713 tỷ đồng", "1.501.713 triệu đồng", True),
        ("8.000 triệu đồng", "8 tỷ", True),
        ("713 tỷ đồng", "1.501,713 tỷ đồng", False),
        ("34,050 tỷ", "34,05 tỷ đồng", True),
        ("34.050 tỷ", "34,050 tỷ", False),
        ("99%", "79%", False),
        ("17,39%", "17.39%", True),
        ("20%", "20 lớp", False),
        ("320 điểm cầu", "320 điểm cầu", True),
        ("5", "5 đồng", False),
        ("2 nghìn tỷ đồng", "2.000 tỷ đồng", True),
    ],
)
def test_same_amount(first, second, same):
    assert (canonical(one(first)) == canonical(one(second))) is same


def test_canonical_units():
    assert canonical(one("1,5 tỷ đồng")) == (Decimal(1_500_000_000), "đồng")
    assert canonical(one("25 %")) == (Decimal(25), "%")
    assert canonical(one("3 triệu người")) == (Decimal(3_000_000), "người")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1458818", "1.458.818"),
        ("34.050", "34,05"),
        ("0", "0"),
        ("-1234.5", "-1.234,5"),
        ("999", "999"),
        ("1E+3", "1.000"),
    ],
)
def test_format_number(value, shown):
    assert format_number(Decimal(value)) == shown


@given(st.decimals(-(10**15), 10**15, places=3))
def test_format_and_parse_agree(value):
    assert parse_number(format_number(value)) == value


@given(st.decimals(0, 10**12, places=2), st.sampled_from(["tỷ đồng", "triệu đồng", "văn bản", "%"]))
def test_a_written_amount_is_read_back(value, unit):
    shown = format_number(value)
    [quantity] = parse_quantities(f"đạt tổng cộng {shown} {unit}.")
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize("text", ["", "1.23.456", "12.34", "abc", "1,2,3", "٣", "100%", "1 000"])
def test_parse_number_refuses(text):
    assert parse_number(text) is None


@given(st.text(max_size=80))
def test_any_text_can_be_searched(text):
    for quantity in parse_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.raw


def test_a_figure_behind_a_year_and_a_comma():
    assert read("đến năm 2021,100% thủ tục; 4 cấp") == [("100", "%"), ("4", "cấp")]
