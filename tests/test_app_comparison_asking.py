"""How a comparison is taken apart: plain questions, clauses of one province, times, wholes."""

from decimal import Decimal

import pytest
from fakes import make_plan

from app.comparing.aspects import aspects
from app.comparing.framing import bare, own_words, without_claimed
from app.comparing.times import moment
from app.reading.wholes import PART_PENALTY, WHOLE_BONUS, wholeness
from ingest.plan import Plan, Quantity

AN_GIANG = make_plan("a", ["Toàn tỉnh có 120 điểm cầu."], province="An Giang")
CAO_BANG = make_plan("bb", ["Toàn tỉnh có 80 điểm cầu."], province="Cao Bằng")
BOTH = (AN_GIANG, CAO_BANG)


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("nơi nào có nhiều điểm cầu hơn", "bao nhiêu điểm cầu"),
        ("hay hoàn thành số hóa hộ tịch sớm hơn", "khi nào hoàn thành số hóa hộ tịch"),
        ("LGSP ra đời trước", "khi nào LGSP ra đời"),
        ("So sánh số máy chủ của và", "số máy chủ"),
        ("dự án số hóa, bên nào đắt hơn", "dự án số hóa hết bao nhiêu đồng"),
        ("IOC dự kiến vốn bao nhiêu, có bằng nhau không", "IOC dự kiến vốn bao nhiêu"),
        ("mục tiêu ký số giống và khác nhau thế nào", "mục tiêu ký số"),
        ("mạng di động", "mạng di động"),
        ("báo cáo trước ngày nào", "báo cáo trước ngày nào"),
        ("điểm cầu của, bên nào nhiều", "điểm cầu"),
        ("tỉnh nào có nhiều trạm đo mặn", "bao nhiêu trạm đo mặn"),
    ],
)
def test_what_is_asked_of_each_is_a_plain_question(asked: str, plain: str) -> None:
    assert bare(asked) == plain


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("An Giang có 120 điểm cầu, ít hơn Cao Bằng phải không?", "An Giang có bao nhiêu điểm cầu, ít hơn Cao Bằng phải không?"),
        ("Ký số ở An Giang đạt 99,5%, đúng không?", "Ký số ở An Giang đạt bao nhiêu%, đúng không?"),
        ("An Giang có 2 cấp, mức độ 4 cao hơn, đúng không?", "An Giang có 2 cấp, mức độ 4 cao hơn, đúng không?"),
        ("Nơi nào có 120 điểm cầu?", "Nơi nào có 120 điểm cầu?"),
    ],
)  # fmt: skip
def test_a_figure_to_be_confirmed_is_asked_of_each(question: str, asked: str) -> None:
    assert without_claimed(question) == asked


def test_what_asks_for_assent_says_nothing_of_what_is_compared() -> None:
    question = "An Giang có 120 điểm cầu, ít hơn Cao Bằng đúng không?"
    assert asked_of(CAO_BANG, question) == [("có bao nhiêu điểm cầu", "điểm cầu")]


def test_the_year_behind_a_province_is_its_own() -> None:
    rest, own = own_words("Ký số của An Giang (2022) và Cao Bằng năm 2020, Hà Nam (một năm)?")
    assert rest == "Ký số của An Giang và Cao Bằng, Hà Nam?"
    assert own == {"An Giang": "2022", "Cao Bằng": "năm 2020"}


def asked_of(plan: Plan, question: str) -> list[tuple[str, str]]:
    return [(aspect.text, aspect.topic) for aspect in aspects(question, BOTH)[plan.plan_id]]


def test_what_stands_before_each_province_is_asked_of_it_alone() -> None:
    question = "Kinh phí nâng cấp mạng của An Giang với thuê máy chủ của Cao Bằng?"
    assert asked_of(AN_GIANG, question) == [("Kinh phí nâng cấp mạng", "Kinh phí nâng cấp mạng")]
    assert asked_of(CAO_BANG, question) == [("Kinh phí thuê máy chủ", "Kinh phí thuê máy chủ")]
    leaning = "Mức hỗ trợ cho tổ công nghệ ở An Giang và cho cán bộ trực ở Cao Bằng"
    assert asked_of(CAO_BANG, leaning)[0][0] == "Mức hỗ trợ cho cán bộ trực"


def test_a_subject_named_before_what_asks_is_of_all() -> None:
    question = "Về trạm đo mặn, tôi muốn biết nơi đang chạy ở An Giang, nơi dự kiến ở Cao Bằng"
    assert "trạm đo mặn" in asked_of(AN_GIANG, question)[0][1]
    assert "trạm đo mặn" in asked_of(CAO_BANG, question)[0][1]


def test_whether_there_is_such_a_thing_is_asked_of_what_was_asked_before() -> None:
    question = (
        "Hạn nộp báo cáo ở An Giang là hôm nào, văn bản của Cao Bằng có đặt mốc như thế không?"
    )
    assert asked_of(CAO_BANG, question) == asked_of(AN_GIANG, question)


def test_a_list_of_questions_belongs_to_the_province_before_it() -> None:
    question = "Trạm đo: An Giang đo mặn ở đâu, mấy trạm; Cao Bằng đo mưa ở mấy xã?"
    assert "mấy trạm" in asked_of(AN_GIANG, question)[0][0]
    assert "mấy trạm" not in asked_of(CAO_BANG, question)[0][0]


def test_two_numbers_of_one_thing_are_two_aspects() -> None:
    question = "LGSP của An Giang, Cao Bằng nối bao nhiêu hệ thống bộ và bao nhiêu hệ thống tỉnh?"
    told = asked_of(AN_GIANG, question)
    assert [text for text, _ in told] == [
        "LGSP, nối bao nhiêu hệ thống bộ",
        "LGSP, nối bao nhiêu hệ thống tỉnh",
    ]


def test_what_is_planned_here_may_be_what_there_is_there() -> None:
    question = "An Giang dự kiến cấp mấy chứng thư số, Cao Bằng đã cấp bao nhiêu chứng thư số?"
    assert "dự kiến" not in asked_of(CAO_BANG, question)[0][0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trước ngày 30 tháng 6 năm 2023", (2023, 6, 30)),
        ("ngày 05/12/2024", (2024, 12, 5)),
        ("15/5/2024", (2024, 5, 15)),
        ("quý III/2022", (2022, 9, 31)),
        ("tháng 3/2020", (2020, 3, 31)),
        ("năm 2025", (2025, 12, 31)),
        ("ngày 20 tháng cuối quý", None),
    ],
)
def test_the_moment_that_a_text_names(text: str, expected: tuple[int, int, int] | None) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Hội nghị truyền hình có 261 điểm cầu: ", -PART_PENALTY),
        ("Có 60 điểm cầu, gồm ", -PART_PENALTY),
        ("Trung tâm gồm ", 0.0),
        ("Có 60 máy chủ: ", 0.0),
        ("Lắp thêm 18 điểm cầu, nâng tổng số lên ", WHOLE_BONUS),
    ],
)
def test_a_figure_is_a_part_or_the_whole_by_what_stands_before(
    before: str, expected: float
) -> None:
    quantity = Quantity(Decimal(14), "điểm cầu", "14 điểm cầu", 0, 11)
    assert wholeness(before, quantity) == expected
