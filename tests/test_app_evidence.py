"""What a passage must hold before it may answer, whatever its score."""

import re
from dataclasses import replace

import pytest
from fakes import make_plan

from app.reading.evidence import (
    in_period,
    may_answer,
    missing_names,
    names_nowhere,
    names_year,
)
from app.reading.material import Material
from app.understanding.kinds import Kind
from app.understanding.question import Question
from app.writers import quoting
from index.search.retriever import ScoredChunk

LINES = (
    "Mạng 4G phủ sóng 30 xã của thị xã Tân Châu.",
    "Đã cấp 12 chứng thư số trên SIM.",
    "Mười tháng đầu năm 2020 tiếp nhận 900 hồ sơ theo Quyết định 12/2022/QĐ-UBND.",
    "Đến năm 2025 tiếp nhận 5.000 hồ sơ.",
    "Bố trí kinh phí hằng năm.",
)
PLAN = make_plan("p", LINES)


def coverage(query: str, text: str) -> float:
    """The share of the words of `query` that `text` holds."""
    words, held = (re.findall(r"\w+", part.casefold()) for part in (query, text))
    return sum(word in held for word in words) / len(words) if words else 0.0


def question(text: str, *years: int) -> Question:
    return Question(text, Kind.FIGURE, years=years)


@pytest.mark.parametrize(
    ("text", "line", "missing"),
    [
        ("Có bao nhiêu xã phủ sóng 5G?", 0, ("5G",)),
        ("Có bao nhiêu xã phủ sóng 4G?", 0, ()),
        ("Thị xã Tân Châu phủ sóng mấy xã?", 0, ()),
        ("Huyện Chợ Mới phủ sóng mấy xã?", 0, ("Huyện Chợ Mới",)),
        ("Chữ ký số trên SIM đã cấp bao nhiêu?", 1, ()),
        ("Chữ ký số trên SIM đã cấp bao nhiêu?", 0, ("SIM",)),
        ("CÓ BAO NHIÊU XÃ PHỦ SÓNG 5G?", 0, ()),
        ("An Giang tiếp nhận mấy hồ sơ?", 2, ()),
    ],
)
def test_names_of_the_question_stand_in_the_passage(
    text: str, line: int, missing: tuple[str, ...]
) -> None:
    assert missing_names(question(text), PLAN, PLAN.chunks[line], coverage) == missing


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Vốn vay của Hàn Quốc là bao nhiêu?", ("Hàn Quốc",)),
        ("Bên Tân Châu phủ sóng mấy xã?", ()),
        ("Trong Phụ lục 02, mấy chứng thư số trên SIM?", ()),
        ("Sở Xây dựng có bao nhiêu hồ sơ?", ()),
        ("VỐN VAY CỦA HÀN QUỐC?", ()),
    ],
)
def test_names_that_the_plan_never_says(text: str, absent: tuple[str, ...]) -> None:
    assert names_nowhere(question(text), PLAN) == absent


@pytest.mark.parametrize(
    ("year", "line", "stands"),
    [(2022, 2, False), (2022, 3, False), (2025, 3, True), (2022, 4, True), (2030, 4, False)],
)
def test_a_passage_on_other_years_does_not_answer(year: int, line: int, stands: bool) -> None:
    asked = question("Tiếp nhận bao nhiêu hồ sơ?", year)
    assert in_period(asked, PLAN, PLAN.chunks[line]) is stands


def test_a_lead_in_or_heading_gives_its_year_to_what_stands_below() -> None:
    item = PLAN.chunks[4]
    led = replace(PLAN.chunks[1], text="Đến hết năm 2022:")
    plan = replace(PLAN, chunks=(led, replace(item, lead_id=led.chunk_id)))
    under = replace(item, headings=("MỤC TIÊU GIAI ĐOẠN 2021-2025", "Đến năm 2024"))
    asked = question("Bố trí bao nhiêu kinh phí?", 2022)
    assert in_period(asked, plan, plan.chunks[1])
    assert names_year(asked, plan, plan.chunks[1])
    assert not in_period(asked, PLAN, under)
    assert not names_year(asked, PLAN, item)


def test_a_plan_for_one_year_means_that_year() -> None:
    plan = replace(PLAN, period=(2021, 2021))
    assert in_period(question("Tiếp nhận bao nhiêu hồ sơ?", 2021), plan, plan.chunks[3])


@pytest.mark.parametrize(
    ("text", "topic", "answers"),
    [
        ("Có bao nhiêu văn bản mật?", "văn bản mật", False),
        ("Có bao nhiêu văn bản điện tử?", "văn bản điện tử", True),
        ("Có bao nhiêu văn bản, trừ văn bản mật?", "văn bản mật", True),
    ],
)
def test_what_a_passage_leaves_out_it_does_not_tell(text: str, topic: str, answers: bool) -> None:
    plan = make_plan("q", ("Có 900 văn bản điện tử (trừ văn bản mật) được gửi.",))
    asked = replace(question(text), topic=topic, plan_ids=("q",))
    made = Material(asked, (plan,), coverage)
    assert may_answer(made, plan, plan.chunks[0]) is answers


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("Lắp camera ở cửa khẩu, mở 02 lớp tập huấn cho đơn vị.", False),
        ("Lắp 30 camera ở cửa khẩu, mở 02 lớp tập huấn.", True),
        ("Thiết bị quan sát cửa khẩu: 30 bộ đã lắp.", True),
    ],
)
def test_a_passage_that_names_a_thing_and_counts_others_tells_no_number(
    line: str, answers: bool
) -> None:
    plan = make_plan("q", (line,))
    text = "Lắp bao nhiêu camera ở cửa khẩu?"
    asked = replace(question(text), topic="lắp camera cửa khẩu", plan_ids=("q",))
    hit = ScoredChunk(plan.chunks[0], 0.9, 1, 9.0, 0.9, 0.9)
    made = Material(asked, (plan,), coverage, {"q": (hit,)})
    assert quoting.write_holding(made).answers is answers
