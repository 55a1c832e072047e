"""What a figure question counts, and the figure of a sentence that answers it."""

import re
from dataclasses import replace

import pytest
from fakes import make_plan

from app.reading.counted import Asked, asked
from app.reading.figures import holds_amount, pick
from app.reading.scopes import scope_fit, scopes_of, without_own_year
from app.reading.sentences import Span


def coverage(query: str, text: str) -> float:
    """The share of the words of `query` that `text` holds."""
    words, held = (re.findall(r"\w+", part.casefold()) for part in (query, text))
    return sum(word in held for word in words) / len(words) if words else 0.0


def picked(text: str, question: str, topic: str):
    plan = make_plan("p", [text])
    return pick(plan, Span(0, len(text)), asked(question), topic, scopes_of(topic), coverage)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Có bao nhiêu trạm phát sóng?", Asked("", "trạm phát sóng")),
        ("co bao nhieu tram phat song", Asked("", "tram phat song")),
        ("Tổng kinh phí là bao nhiêu?", Asked("đồng", "")),
        ("Đào tạo hết bao nhiêu tiền?", Asked("đồng", "")),
        ("Tỷ lệ xã có mạng?", Asked("%", "")),
        ("Bao nhiêu % xã có mạng?", Asked("%", "")),
        ("bao nhiêu phần trăm hồ sơ", Asked("%", "")),
        ("Ai chủ trì?", Asked("", "")),
        ("Xin số liệu viết bài ở đó: có bao nhiêu trạm?", Asked("", "trạm")),
        ("Có bao nhiêu tiến sĩ?", Asked("", "tiến sĩ")),
        ("Tổ công nghệ số ở Cao Bằng có bao nhiêu?", Asked("", "Tổ công nghệ số")),
        ("Máy chủ: mấy?", Asked("", "Máy chủ")),
        ("Mục tiêu hồ sơ trực tuyến: bao nhiêu?", Asked("", "")),
        ("Năng suất tăng bao nhiêu theo kế hoạch?", Asked("", "")),
        ("Giá mỗi máy chủ là bao nhiêu?", Asked("đồng", "")),
        ("Được hỗ trợ mấy lần lương cơ sở?", Asked("", "lần lương cơ sở")),
        ("Đánh giá được bao nhiêu hệ thống?", Asked("", "hệ thống")),
        ("한국 bao nhiêu máy chủ?", Asked("", "máy chủ")),
    ],
)
def test_asked(question: str, expected: Asked) -> None:
    assert asked(question) == expected


@pytest.mark.parametrize(
    ("text", "question", "topic", "lead"),
    [
        ("Có 12 xã, 340 trạm phát sóng.", "Có bao nhiêu trạm phát sóng?", "trạm phát sóng", "340 trạm phát sóng"),
        ("Có 12 xã, 340 trạm phát sóng.", "Có bao nhiêu xã?", "xã", "12 xã"),
        ("Chi 5 tỷ đồng cho 3 xã.", "Chi bao nhiêu tiền?", "chi", "5 tỷ đồng"),
        ("Có 7 xã, tỷ lệ 85%.", "Tỷ lệ là bao nhiêu?", "tỷ lệ", "85%"),
        ("Mở 03-05 lớp đào tạo.", "Mở bao nhiêu lớp?", "lớp", "03-05 lớp đào tạo"),
        ("Đạt mức độ 3, gồm 20 dịch vụ.", "Có bao nhiêu dịch vụ?", "dịch vụ", "20 dịch vụ"),
        ("Cảnh báo 30 lượt, tập huấn 600 cán bộ.", "Tập huấn bao nhiêu lượt người?", "tập huấn", "600 cán bộ"),
        ("6.500 chứng thư số đã cấp.", "Đã cấp bao nhiêu chứng thư số?", "chứng thư số", "6.500 chứng thư số đã cấp"),
        ("(1) Có 30 máy chủ mới.", "Có bao nhiêu máy chủ?", "máy chủ", "30 máy chủ mới"),
        ("Cán bộ chuyên trách: 33 người.", "Có bao nhiêu cán bộ chuyên trách?", "cán bộ chuyên trách", "33 người"),
        ("Mỗi xã có tối thiểu một cán bộ chuyên trách.", "Có mấy cán bộ chuyên trách?", "xã cán bộ", "một cán bộ chuyên trách"),
        ("Dung lượng lưu trữ 95 TB.", "Dung lượng bao nhiêu?", "dung lượng", "95 TB"),
    ],
)  # fmt: skip
def test_the_fitting_figure_leads(text: str, question: str, topic: str, lead: str) -> None:
    found = picked(text, question, topic)
    assert found is not None
    assert found.lead == lead


def test_the_asked_level_decides() -> None:
    text = "Cấp tỉnh có 10 máy; cấp xã có 90 máy."
    found = picked(text, "Cấp xã có bao nhiêu máy?", "cấp xã máy")
    assert found is not None
    assert (str(found.quantity.value), found.scope) == ("90", 0.8)


def test_a_level_is_known_by_other_words() -> None:
    assert scopes_of("tuyến huyện, các xã") == {"cap huyen", "cap xa"}
    assert scopes_of("ở ba xã") == frozenset()
    assert scopes_of("dịch vụ mức độ 3, mức 4") == scopes_of("mức độ 3/4") == {"muc 3", "muc 4"}
    assert scopes_of("mức độ 4, 30 dịch vụ") == {"muc 4"}


def test_a_figure_of_two_service_levels_fits_one_of_them_less() -> None:
    asked_for = scopes_of("mức độ 3")
    alone, together = scope_fit(asked_for, "mức 3"), scope_fit(asked_for, "mức độ 3, 4")
    assert alone > together > scope_fit(asked_for, "mức độ 4")


def test_the_year_of_a_plan_for_one_year_tells_no_figures_apart() -> None:
    text = "Quý II đạt 48% hồ sơ; giảm lệ phí 50% cho hồ sơ năm 2021."
    plan = replace(make_plan("p", [text]), period=(2021, 2021))
    topic = without_own_year("quý II năm 2021 hồ sơ", plan)
    found = pick(plan, Span(0, len(text)), Asked("%", ""), topic, frozenset(), coverage)
    assert found is not None
    assert (topic.split(), found.lead) == (["quý", "II", "hồ", "sơ"], "48%")
    several = replace(plan, period=(2021, 2025))
    assert without_own_year("quý II năm 2021", several) == "quý II năm 2021"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Không có con số.", "Có bao nhiêu xã?"),
        ("Chi 5 tỷ đồng.", "Tỷ lệ là bao nhiêu?"),
        ("Có 340 trạm.", "Có bao nhiêu bệnh viện?"),
        ("Theo Phụ lục 2.", "Có bao nhiêu phụ lục?"),
        ("Bệnh viện An Bình nhận 600 sinh viên.", "Có bao nhiêu bệnh viện?"),
        ("Bồi dưỡng 1.600 lượt cán bộ.", "Mở bao nhiêu lớp bồi dưỡng?"),
    ],
)
def test_no_figure_is_better_than_another_things(text: str, question: str) -> None:
    assert picked(text, question, "bệnh viện") is None


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("Có 12 đợt diễn tập.", Asked("", "cuộc thực hành"), True),
        ("Có 12 sinh viên.", Asked("", "giảng viên"), False),
        ("Có 12 điểm giải trí.", Asked("", "điểm cầu"), False),
        ("Lắp 12 điểm câu.", Asked("", "điểm cầu"), True),
        ("Có 12 trạm BTS.", Asked("", "trạm của Cao Bằng"), True),
        ("Có hơn 12 CBCC phụ trách.", Asked("", "cán bộ CNTT"), True),
        ("Có 0,9 máy cho một cán bộ.", Asked("", "cán bộ CNTT"), False),
        ("Có 12 máy chủ.", Asked("đồng", ""), False),
        ("Chi 12 tỷ đồng.", Asked("đồng", ""), True),
        ("Dịch vụ công mức độ 3, 4.", Asked("", "dịch vụ"), False),
    ],
)
def test_holds_amount(text: str, wanted: Asked, expected: bool) -> None:
    plan = make_plan("p", [text])
    assert holds_amount(plan, Span(0, len(text)), wanted, coverage, text) is expected


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("An Giang chi bao nhiêu cho đào tạo?", "đồng"),
        ("Bố trí bao nhiêu cho an toàn thông tin?", "đồng"),
        ("Dự án nào đắt nhất?", "đồng"),
        ("Đạt bao nhiêu điểm cầu?", ""),
        ("Cấp bao nhiêu chữ ký số?", ""),
    ],
)
def test_what_is_spent_is_money(question: str, unit: str) -> None:
    assert asked(question).unit == unit


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("Tỉnh nào có nhiều máy chủ hơn?", "máy chủ hơn"),
        ("Máy chủ của An Giang có mấy cái?", ""),
        ("Đã vẽ bao nhiêu con hẻm?", "hẻm"),
        ("Đã cấp bao nhiêu con dấu?", "con dấu"),
        ("tinh nao nhieu may chu hon", "may chu hon"),
        ("an giang co may chu ky so", "chu ky so"),
    ],
)
def test_machines_are_no_how_many(question: str, noun: str) -> None:
    assert asked(question).noun == noun
