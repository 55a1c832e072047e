"""District-level units: the table, spellings, names that several provinces share."""

import time
import unicodedata
from collections import Counter

import pytest

from ingest.places.districts import all_districts, districts_named, province_of_district
from ingest.places.provinces import all_provinces


def test_the_table_holds_every_province_and_no_row_twice() -> None:
    districts = all_districts()
    assert {d.province for d in districts} == {p.name for p in all_provinces()}
    assert len({(d.name, d.kind, d.province) for d in districts}) == len(districts)
    assert {d.kind for d in districts} == {"quận", "huyện", "thị xã", "thành phố"}
    assert 750 <= len(districts) <= 780


def test_the_table_is_sorted_by_province_then_kind() -> None:
    places = list(dict.fromkeys((d.province, d.kind) for d in all_districts()))
    assert len(places) == len({(d.province, d.kind) for d in all_districts()})


def test_no_city_that_is_a_province_is_a_district() -> None:
    cities = {d.name for d in all_districts() if d.kind == "thành phố"}
    assert cities.isdisjoint({"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ"})


def test_urban_districts_are_of_the_six_cities() -> None:
    counted = Counter(d.province for d in all_districts() if d.kind == "quận")
    assert counted == {
        "Hà Nội": 12,
        "Hồ Chí Minh": 19,
        "Hải Phòng": 8,
        "Đà Nẵng": 6,
        "Cần Thơ": 5,
        "Thừa Thiên Huế": 2,
    }


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("UBND thành phố Long Xuyên", "An Giang"),
        ("THỊ XÃ TÂN CHÂU", "An Giang"),
        ("HUYỆN TÂN CHÂU", "Tây Ninh"),
        ("UBND quận 7", "Hồ Chí Minh"),
        ("UBND QUẬN 07", "Hồ Chí Minh"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ THỦ ĐỨC", "Hồ Chí Minh"),
        ("ỦY BAN NHÂN DÂN HUYỆN CÁT HẢI", "Hải Phòng"),
        ("UBND huyện Thoại Sơn", "An Giang"),
        ("ubnd huyen thoai son", "An Giang"),
        ("UBND HUYEN CU CHI", "Hồ Chí Minh"),
        ("UBND TP. Long Xuyên", "An Giang"),
        ("UBND TP.Sa Đéc", "Đồng Tháp"),
        ("UBND TX. Giá Rai", "Bạc Liêu"),
        ("UBND huyện Hoà An", "Cao Bằng"),
        ("UBND huyện Hòa An", "Cao Bằng"),
        ("UBND quận Bình Thuỷ", "Cần Thơ"),
        ("UBND thành phố Qui Nhơn", "Bình Định"),
        ("UBND huyện Lí Sơn", "Quảng Ngãi"),
        ("thành phố Phan Rang-Tháp Chàm", "Ninh Thuận"),
        ("thành phố Phan Rang – Tháp Chàm", "Ninh Thuận"),
        ("huyện Ea H’leo", "Đắk Lắk"),
        ("HUYỆN EA H'LEO", "Đắk Lắk"),
        ("huyện Cư Mgar", "Đắk Lắk"),
        ("huyện M'Drắk", "Đắk Lắk"),
        ("huyện Đăk R'lấp", "Đắk Nông"),
        ("huyện Đắk Đoa", "Gia Lai"),
        ("huyện Châu Thành A", "Hậu Giang"),
        ("huyện Điện Biên Đông", "Điện Biên"),
        ("huyện Gò Công Đông", "Tiền Giang"),
        ("UBND huyện Quảng Ninh", "Quảng Bình"),
        ("thị xã Quảng Trị", "Quảng Trị"),
        ("thành phố Hòa Bình", "Hòa Bình"),
        ("huyện Hòa Bình", "Bạc Liêu"),
        ("UBND thành phố Huế", "Thừa Thiên Huế"),
        ("UBND huyện Hoành Bồ", "Quảng Ninh"),
        ("UBND thị xã Chũ", "Bắc Giang"),
        ("UBND huyện Tĩnh Gia", "Thanh Hóa"),
        ("UBND thị xã Cao Lãnh", "Đồng Tháp"),
        ("HUYỆN PHÙ NINH", "Phú Thọ"),
        ("HUYỆN PHÚ NINH", "Quảng Nam"),
    ],
)
def test_the_province_of_a_district(text: str, province: str) -> None:
    found = province_of_district(text)
    assert found is not None
    assert found.name == province


@pytest.mark.parametrize(
    "text",
    [
        "ỦY BAN NHÂN DÂN HUYỆN CHÂU THÀNH",
        "UBND huyện Phú Tân",
        "huyen phu ninh",
        "UBND thành phố Cần Thơ",
        "UBND TP. Hồ Chí Minh",
        "UBND tỉnh An Giang",
        "Long Xuyên, ngày 5 tháng 3 năm 2022",
        "các huyện thống nhất kế hoạch",
        "cơ quan Tân Bình",
        "quân Ba Đình",
        "các cơ quan 7 ngày một lần",
        "quận 70",
        "UBND các huyện, thị xã, thành phố",
        "huyện Thoái Sơn",
        "phường Long Xuyên",
        "",
    ],
)
def test_no_province(text: str) -> None:
    assert province_of_district(text) is None


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("huyện Châu Thành, tỉnh Bến Tre", "Bến Tre"),
        ("ỦY BAN NHÂN DÂN HUYỆN CHÂU THÀNH\nTỈNH SÓC TRĂNG", "Sóc Trăng"),
        ("TỈNH AN GIANG\nUBND HUYỆN CHÂU THÀNH", "An Giang"),
        ("UBND huyện Phú Tân - Cà Mau", "Cà Mau"),
        ("UBND huyện Bảo Lâm, tỉnh Cao Bằng gửi UBND tỉnh Lâm Đồng", "Cao Bằng"),
        ("UBND quận Tân Phú, TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("huyện Kỳ Sơn (Nghệ An)", "Nghệ An"),
    ],
)
def test_a_province_in_the_text_decides(text: str, province: str) -> None:
    found = province_of_district(text)
    assert found is not None
    assert found.name == province


def test_two_provinces_named_far_off_leave_it_open() -> None:
    text = "UBND huyện Châu Thành. Các tỉnh cùng tham gia năm nay gồm có tỉnh An Giang và Bến Tre"
    assert province_of_district(text) is None


def test_mentions_stand_in_text_order_with_their_spans() -> None:
    text = "Giao UBND huyện Củ Chi, UBND thị xã Tân Châu và thành phố Cần Thơ, quận 12."
    found = districts_named(text)
    assert [(d.name, d.kind, text[a:b]) for d, a, b in found] == [
        ("Củ Chi", "huyện", "huyện Củ Chi"),
        ("Tân Châu", "thị xã", "thị xã Tân Châu"),
        ("12", "quận", "quận 12"),
    ]


def test_a_shared_name_stands_for_each_province() -> None:
    found = districts_named("UBND huyện Phú Tân")
    assert {d.province for d, _, _ in found} == {"An Giang", "Cà Mau"}
    assert {(a, b) for _, a, b in found} == {(5, 18)}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_district_is_found_under_its_own_name(form: str) -> None:
    for district in all_districts():
        for shown in (
            f"{district.kind} {district.name}",
            f"{district.kind} {district.name}".upper(),
        ):
            text = unicodedata.normalize(form, f"UBND {shown}, tỉnh {district.province}")
            assert (district.name, district.kind, district.province) in {
                (d.name, d.kind, d.province) for d, _, _ in districts_named(text)
            }, shown
            found = province_of_district(text)
            assert found is not None and found.name == district.province, shown


def test_time_is_linear() -> None:
    started = time.perf_counter()
    assert districts_named("huyện " * 60_000) == []
    assert time.perf_counter() - started < 3
