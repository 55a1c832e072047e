"""The words that belong to one figure of several."""

import pytest
from fakes import make_plan

from app.reading.counted import Asked
from app.reading.figures import pick
from app.reading.own_clause import own_clause
from app.reading.sentences import Span

STAFF = "Tỉnh có 40 công chức tỉnh, 13 cán bộ, công chức xã và 58 viên chức."
LEVELS = "Điểm cầu: cấp tỉnh có 20 điểm, cấp xã có 200 điểm."
SHARES = "Tỷ lệ Internet: 73%; tỷ lệ cáp quang: 75%."
BRACKETS = "Có 37 cơ quan, khối chính quyền (26 cơ quan)."
FUNDS = "gồm nguồn đầu tư 47 tỷ đồng và nguồn sự nghiệp 18 tỷ đồng."


def clause(text: str, number: str, left: str, right: str) -> str:
    """The own clause of `number`, whose neighbours are `left` and `right` ("" for none)."""
    start = text.index(number)
    before = text.index(left) + len(left) if left else 0
    behind = text.index(right, start + len(number)) if right else len(text)
    return own_clause(text, before, start, start + len(number), behind).strip()


@pytest.mark.parametrize(
    ("text", "number", "left", "right", "expected"),
    [
        (STAFF, "13", "40", "58", "13 cán bộ, công chức xã và"),
        (STAFF, "58", "13", "", "58 viên chức."),
        (LEVELS, "20", "", "200", "cấp tỉnh có 20 điểm,"),
        (LEVELS, "200", "20 ", "", "cấp xã có 200 điểm."),
        (SHARES, "73%", "", "75%", "Tỷ lệ Internet73%;"),
        (SHARES, "75%", "73%", "", "tỷ lệ cáp quang75%."),
        (BRACKETS, "37", "", "26", "Có 37 cơ quan,"),
        (BRACKETS, "26", "37", "", "khối chính quyền 26 cơ quan)"),
        (FUNDS, "18 tỷ đồng", "47 tỷ đồng", "", "nguồn sự nghiệp 18 tỷ đồng."),
    ],
)  # fmt: skip
def test_the_words_of_one_figure(
    text: str, number: str, left: str, right: str, expected: str
) -> None:
    assert clause(text, number, left, right) == expected


def held(asked: str, text: str) -> float:
    """The share of the words of `asked` that stand in `text`."""
    words = asked.lower().split()
    return sum(word in text.lower().split() for word in words) / max(1, len(words))


def test_what_a_follow_up_adds_decides_between_two_sums() -> None:
    plan = make_plan("p", [FUNDS])
    whole, asked = Span(0, len(FUNDS)), Asked("đồng", "")
    parts = (plan, whole, asked, "nguồn vốn", frozenset[str](), held)
    first, other = pick(*parts), pick(*parts, "nguồn sự nghiệp")
    assert first is not None and first.lead == "47 tỷ đồng"
    assert other is not None and other.lead == "18 tỷ đồng"
