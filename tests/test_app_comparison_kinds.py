"""What kind of value stands in the cells of a comparison: counts, names, or nothing at all."""

import pytest
from test_app_comparison_cells import compared, plan

from app.proving.verify import Verified
from app.writers import comparison

STATIONS = plan("a", "An Giang", "Toàn tỉnh có 120 trạm đo mặn, do Công ty Sao Mai vận hành.")
OTHERS = plan("bb", "Cao Bằng", "Đã lắp 80 trạm đo mặn, do Công ty Hòa Bình vận hành.")
SHARES = plan("ccc", "Hà Nam", "85% trạm đo mặn truyền số liệu hằng ngày.")


def values(verified: Verified) -> list[str]:
    assert verified.table is not None
    return [row.cells[0].text for row in verified.table.rows]


def test_things_only_named_are_compared_by_how_many_there_are() -> None:
    told = compared("Trạm đo mặn: An Giang và Cao Bằng", STATIONS, OTHERS)
    assert values(told) == ["120 trạm đo mặn", "80 trạm đo mặn"]


def test_things_named_where_one_plan_counts_none_are_compared_by_words() -> None:
    silent = plan("dddd", "Hà Nam", "Trạm đo mặn truyền số liệu hằng ngày.")
    told = compared("Trạm đo mặn: An Giang và Hà Nam", STATIONS, silent)
    assert values(told)[1] == "Trạm đo mặn truyền số liệu hằng ngày."


def test_a_share_tells_no_number_of_things() -> None:
    told = compared("An Giang và Hà Nam có bao nhiêu trạm đo mặn?", STATIONS, SHARES)
    assert values(told) == ["120 trạm đo mặn", "Kế hoạch không nêu"]


def test_a_name_of_the_asked_kind_leads() -> None:
    told = compared(
        "Công ty nào vận hành trạm đo mặn của An Giang, của Cao Bằng?", STATIONS, OTHERS
    )
    assert values(told) == ["Công ty Sao Mai", "Công ty Hòa Bình"]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("An Giang và Hà Nam nói gì về trạm đo mặn?", False),
        ("An Giang và Cao Bằng có bao nhiêu trạm đo mặn?", True),
    ],
)
def test_guesses_are_not_set_side_by_side(
    question: str, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = plan("dddd", "Hà Nam", "Trạm đo mặn truyền số liệu hằng ngày.")
    named = plan("a", "An Giang", "Các trạm đo mặn hoạt động ổn định.")
    counted = plan("a", "An Giang", "Toàn tỉnh có 120 trạm đo mặn.")
    plans = (counted, OTHERS) if shown else (named, words)
    assert compared(question, *plans).table is not None
    monkeypatch.setattr(comparison, "_GUESSED", 3.0)
    assert (compared(question, *plans).table is not None) is shown
