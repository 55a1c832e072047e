"""Letterheads and sign-offs that text sets side by side with spaces."""

from ingest.cleaning.side_by_side import column_by_column
from ingest.lines import Grid, Line

LETTERHEAD = [
    "     ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "      TỈNH AN GIANG                      Độc lập - Tự do - Hạnh phúc",
    "    Số: 12/KH-UBND                   An Giang, ngày 02 tháng 3 năm 2026",
]


def unfolded(lines: list[str]) -> list[str]:
    found = column_by_column([Line(text) for text in lines])
    return [part.text for part in found if isinstance(part, Line)]


def words(lines: list[str]) -> list[str]:
    return [line for line in lines if line]


def test_a_letterhead():
    assert words(unfolded([*LETTERHEAD, "", "                  KẾ HOẠCH"])) == [
        *("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "Số: 12/KH-UBND"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        "An Giang, ngày 02 tháng 3 năm 2026",
        "                  KẾ HOẠCH",
    ]


def test_a_sign_off_with_the_name_below_a_gap():
    lines = [
        "Các sở thực hiện./.",
        "Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN",
        "- Như trên;                                     CHỦ TỊCH",
        "- Lưu: VT.",
        "",
        "",
        "                                              Lê Thị Hoa",
    ]
    assert words(unfolded(lines)) == [
        *("Các sở thực hiện./.", "Nơi nhận:", "- Như trên;", "- Lưu: VT."),
        *("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Hoa"),
    ]


def test_a_letterhead_with_tabs_and_a_page_number_within_a_sign_off():
    assert words(
        unfolded([line.strip().replace("                 ", "\t") for line in LETTERHEAD])
    )[:3] == ["ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "Số: 12/KH-UBND"]
    lines = [
        "Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN",
        "- Như trên;                                     CHỦ TỊCH",
        "3",
        "- Lưu: VT.                                     Lê Thị Hoa",
    ]
    assert words(unfolded(lines))[3:] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Hoa"]


def test_tables_are_passed_on():
    table = Grid(1, 1, ())
    assert column_by_column([Line("a        b"), table]) == [Line("a        b"), table]


def test_other_lines_with_gaps_stay_as_they_are():
    lines = ["Tên        Số lượng", "Máy chủ    5", "", "    Thực hiện   nhiệm vụ của tỉnh."]
    assert unfolded(lines) == lines


def test_a_long_line_of_spaces_takes_no_time():
    assert unfolded([" " * 200_000 + "x", "a" + " " * 200_000]) == [
        " " * 200_000 + "x",
        "a" + " " * 200_000,
    ]
