"""Provinces found in any spelling, and the mergers of 1/7/2025."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.places.provinces import all_provinces, find_provinces, province_by_name


def names(text: str) -> list[str]:
    return [province.name for province, _, _ in find_provinces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tỉnh Thanh Hóa", ["Thanh Hóa"]),
        ("Thanh Hoá và TỈNH LẠNG SƠN", ["Thanh Hóa", "Lạng Sơn"]),
        ("thanh hoa 2016-2020 chi bn tien", ["Thanh Hóa"]),
        ("so sanh dong nai voi lam dong", ["Đồng Nai", "Lâm Đồng"]),
        ("Đong Nai", ["Đồng Nai"]),
        ("Lạng Son", ["Lạng Sơn"]),
        ("TP.HCM, TPHCM, TP. Hồ Chí Minh, Sài Gòn", ["Hồ Chí Minh"] * 4),
        ("BR-VT; Bà Rịa – Vũng Tàu; Bà Rịa-Vũng Tàu", ["Bà Rịa - Vũng Tàu"] * 3),
        ("Huế, Thừa Thiên Huế, TT-Huế", ["Thừa Thiên Huế"] * 3),
        ("Đăk Lăk, Đắc Lắc, daklak", ["Đắk Lắk"] * 3),
        ("Bắc Kạn, Bắc Cạn", ["Bắc Kạn"] * 2),
        ("Ở Hoà Bình", ["Hòa Bình"]),
        ("tỉnh hòa bình thế nào", ["Hòa Bình"]),
        ("Đà Nẵng", ["Đà Nẵng"]),
    ],
)
def test_spellings(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "thành hoa",
        "lâm động",
        "học tập tư tưởng, đạo đức Hồ Chí Minh",
        "gìn giữ hòa bình",
        "xây cao bằng nhà ba tầng",
        "phần mềm đa năng",
        "Đồngnai",
        "",
    ],
)
def test_no_province(text):
    assert names(text) == []


def test_spans_are_places_in_the_text_as_given():
    text = unicodedata.normalize("NFD", "Kế hoạch của tỉnh Thanh Hóa năm 2022")
    [(province, start, end)] = find_provinces(text)
    assert province.name == "Thanh Hóa"
    assert unicodedata.normalize("NFC", text[start:end]) == "Thanh Hóa"


def test_every_name_is_found_with_and_without_diacritics():
    from ingest.vietnamese import fold

    for province in all_provinces():
        assert names(f"tỉnh {province.name}") == [province.name]
        assert names(f"tinh {fold(province.name)}") == [province.name]


def test_mergers():
    provinces = all_provinces()
    assert len(provinces) == 63 and len({p.merged_into for p in provinces}) == 34
    by_name = {p.name: p for p in provinces}
    assert by_name["Bình Thuận"].merged_into == "Lâm Đồng"
    assert by_name["Lâm Đồng"].merged_from == ("Bình Thuận", "Đắk Nông")
    assert by_name["Đồng Nai"].merged_from == ("Bình Phước",)
    assert by_name["Thanh Hóa"].merged_into == "Thanh Hóa"
    assert by_name["Thanh Hóa"].merged_from == () == by_name["Lạng Sơn"].merged_from
    assert by_name["Hồ Chí Minh"].merged_from == ("Bà Rịa - Vũng Tàu", "Bình Dương")
    assert sum(p.kind == "thành phố" for p in provinces) == 5


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tỉnh Lâm Đồng", "Lâm Đồng"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("Huế", "Thừa Thiên Huế"),
        ("huyện Đức Trọng, Lâm Đồng", None),
        ("Paris", None),
    ],
)
def test_province_by_name(name, expected):
    found = province_by_name(name)
    assert (found.name if found else None) == expected


@given(st.text(max_size=60))
def test_spans_never_leave_the_text(text):
    end = 0
    for _, start, stop in find_provinces(text):
        assert end <= start < stop <= len(text)
        end = stop
