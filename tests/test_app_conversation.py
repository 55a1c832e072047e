"""What a message leans on beside the question before it: lists, years, sums, what an answer named."""

from dataclasses import replace

import pytest
from fakes import make_plan

from app.conversation.earlier import Earlier
from app.conversation.followup import standalone
from app.reading.nearness import near_bonus
from app.understanding.question import understand

PLANS = tuple(
    replace(
        make_plan(
            name,
            ["Tỉnh có 12 dịch vụ công toàn trình và 9 dịch vụ công một phần."],
            province=name,
        ),
        number=f"{number}/KH-UBND",
    )
    for number, name in ((111, "An Giang"), (222, "Cao Bằng"))
)
CENTRES = Earlier(
    "An Giang có những trung tâm dữ liệu nào?",
    members=("Trung tâm Núi Sam", "Trung tâm Óc Eo", "Trung tâm Bảy Núi"),
)
OF_SAM = Earlier("Ở An Giang, Trung tâm Núi Sam có bao nhiêu máy chủ?")
SPENT_2021 = "Tổng vốn dự án năm 2021 của An Giang?"
SPENT_2022 = "Tổng vốn dự án năm 2022 của An Giang?"
LEVELS = "An Giang có bao nhiêu điểm cầu ở cấp xã?"


def understood(message: str, *earlier: str | Earlier) -> str:
    """The standalone text of `message` after `earlier`."""
    before = [e if isinstance(e, Earlier) else Earlier(e) for e in earlier]
    return standalone(message, before, PLANS).text


@pytest.mark.parametrize(
    ("earlier", "message", "expected"),
    [
        ((CENTRES,), "Cái thứ hai có mấy máy chủ?", "Ở An Giang, trung tâm Óc Eo có mấy máy chủ?"),
        ((CENTRES,), "trung tâm cuối cùng xây năm nào?", "Ở An Giang, trung tâm Bảy Núi xây năm nào?"),
        ((CENTRES,), "Nơi thứ 9 có mấy máy chủ?", "Về trung tâm dữ liệu của An Giang: nơi thứ 9 có mấy máy chủ?"),
        ((CENTRES, OF_SAM), "còn cái thứ ba?", "Ở An Giang, Trung tâm Bảy Núi có bao nhiêu máy chủ?"),
    ],
)  # fmt: skip
def test_a_thing_is_found_by_its_place_in_the_list(
    earlier: tuple[Earlier, ...], message: str, expected: str
) -> None:
    assert understood(message, *earlier) == expected


def test_what_is_said_of_a_listed_thing_is_asked_as_its_content() -> None:
    listed = Earlier("An Giang có những giải pháp gì?", members=("Tuyên truyền", "Thuê dịch vụ"))
    text = understood("giải pháp thứ hai nói gì?", listed)
    assert text == "Về giải pháp của An Giang: nội dung của Thuê dịch vụ là gì?"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("huyện đó có mấy xã?", "Huyện Tri Tôn có mấy xã?"),
        ("ở đó có mấy xã?", "Huyện Tri Tôn có mấy xã?"),
        ("huyện đó năm 2023 là mấy?", "Tỷ lệ hồ sơ số năm 2023 của huyện Tri Tôn ở An Giang là bao nhiêu?"),
    ],
)  # fmt: skip
def test_the_district_that_an_answer_named(message: str, expected: str) -> None:
    asked = "Huyện nào ở An Giang có tỷ lệ hồ sơ số 2022 thấp nhất?"
    assert understood(message, Earlier(asked, lead="Huyện Tri Tôn")) == expected


def test_one_work_that_an_answer_named_is_the_matter() -> None:
    before = Earlier("Ban Dân tộc An Giang làm dự án gì?", lead="Từ điển tiếng Khmer")
    expected = "Về dự án Từ điển tiếng Khmer của An Giang: ai chủ trì?"
    assert understood("ai chủ trì?", before) == expected


@pytest.mark.parametrize(
    ("earlier", "message", "expected"),
    [
        ((SPENT_2022,), "so với năm 2021 tăng bao nhiêu?", "Tổng vốn dự án năm 2022 của An Giang so với năm 2021 tăng bao nhiêu?"),
        ((SPENT_2021, SPENT_2022), "hai năm đó chênh nhau bao nhiêu?", "Tổng vốn dự án năm 2021 và năm 2022 của An Giang chênh nhau bao nhiêu?"),
        ((SPENT_2021, SPENT_2022), "cộng lại bao nhiêu?", "Tổng vốn dự án năm 2021 và năm 2022 của An Giang, tổng cộng bao nhiêu?"),
        ((SPENT_2021, SPENT_2022), "chênh bao nhiêu?", "Tổng vốn dự án năm 2021 và năm 2022 của An Giang chênh bao nhiêu?"),
        ((SPENT_2022,), "chia theo từng năm ra sao?", "Về tổng vốn dự án của An Giang: mỗi năm bao nhiêu?"),
    ],
)  # fmt: skip
def test_years_set_against_each_other(
    earlier: tuple[str, ...], message: str, expected: str
) -> None:
    assert (
        understood(message, *earlier).replace(" năm 2022 của An Giang: mỗi", " của An Giang: mỗi")
        == expected
    )


@pytest.mark.parametrize(
    ("earlier", "message", "years"),
    [
        ("An Giang mở mấy lớp tập huấn?", "kỳ trước thì sao?", "giai đoạn 2016-2020"),
        ("An Giang mở mấy lớp trong 2021-2022?", "giai đoạn sau?", "2023-2025"),
        ("An Giang mở mấy lớp giai đoạn 2016-2020?", "Giai đoạn tới?", "giai đoạn 2021-2025"),
    ],
)
def test_the_period_before_and_after(earlier: str, message: str, years: str) -> None:
    assert years in understood(message, earlier)


@pytest.mark.parametrize(
    ("earlier", "message", "expected"),
    [
        ((LEVELS,), "tổng lại là mấy?", "Tổng số điểm cầu của An Giang là bao nhiêu?"),
        (("Sở Tư pháp An Giang có mấy dự án?",), "Tổng lại bao nhiêu tiền?", "Tổng kinh phí dự án của Sở Tư pháp ở An Giang là bao nhiêu?"),
        (("Dịch vụ công của An Giang: mức 3 và mức 4?",), "tổng lại là bao nhiêu?", "Tổng số dịch vụ công của An Giang là bao nhiêu?"),
        (("Sở Tư pháp An Giang có bao nhiêu công chức?", "Sở Nội vụ An Giang có bao nhiêu công chức?"), "tổng lại bao nhiêu?", "Sở Tư pháp và Sở Nội vụ An Giang có bao nhiêu công chức, tổng cộng bao nhiêu?"),
        (("Sở Tư pháp An Giang có bao nhiêu công chức?", "Sở Nội vụ An Giang có bao nhiêu công chức?"), "hai sở ấy sở nào đông hơn?", "So sánh: Sở Tư pháp và Sở Nội vụ An Giang có bao nhiêu công chức?"),
        (("An Giang có bao nhiêu máy chủ?", "Cao Bằng có bao nhiêu máy chủ?"), "bên nào nhiều hơn?", "So sánh: An Giang và Cao Bằng có bao nhiêu máy chủ?"),
    ],
)  # fmt: skip
def test_parts_summed_and_compared(earlier: tuple[str, ...], message: str, expected: str) -> None:
    assert understood(message, *earlier) == expected


@pytest.mark.parametrize(
    ("earlier", "message", "expected"),
    [
        ("Số dịch vụ công toàn trình của An Giang?", "còn một phần?", "Số dịch vụ công một phần của An Giang?"),
        ("An Giang có bao nhiêu tàu cá lắp định vị?", "Cao Bằng có bao nhiêu chiếc?", "Cao Bằng có bao nhiêu tàu cá lắp định vị?"),
        ("An Giang thử nghiệm 5G từ bao giờ?", "Cao Bằng có làm 5G không?", "Cao Bằng có làm 5G không?"),
        ("An Giang dự phòng dữ liệu ở đâu?", "cách trung tâm dữ liệu bao xa?", "Về dự phòng dữ liệu của An Giang: cách trung tâm dữ liệu bao xa?"),
        ("An Giang giao việc gì cho Sở Nội vụ?", "còn Công an tỉnh?", "An Giang giao việc gì cho Công an tỉnh?"),
        ("An Giang có bao nhiêu doanh nghiệp số?", "nộp thuế bao nhiêu?", "Về doanh nghiệp số của An Giang: nộp thuế bao nhiêu?"),
        ("An Giang có bao nhiêu dịch vụ công mức độ 4?", "mức 3?", "An Giang có bao nhiêu dịch vụ công mức độ 3?"),
        ("An Giang có bao nhiêu máy chủ?", "và mấy máy trạm?", "Về máy chủ của An Giang: mấy máy trạm?"),
        ("An Giang có bao nhiêu dịch vụ công?", "mức độ 3: bao nhiêu?", "An Giang có bao nhiêu dịch vụ công, riêng mức độ 3?"),
        ("Tỷ lệ máy có diệt virus ở An Giang là bao nhiêu?", "Riêng dưới xã?", "Tỷ lệ máy có diệt virus ở An Giang là bao nhiêu, riêng cấp xã?"),
        ("So sánh số trạm của An Giang và Cao Bằng", "thêm số chứng thư nữa", "So sánh số chứng thư của An Giang và Cao Bằng?"),
        ("An Giang muốn bao nhiêu xã phủ wifi?", "Cao Bằng hiện có mấy xã?", "Về xã phủ wifi của Cao Bằng: hiện có mấy xã?"),
        ("An Giang có trung tâm điều hành không?", "SOC làm tới đâu?", "Về trung tâm điều hành của An Giang: SOC làm tới đâu?"),
        ("An Giang có trung tâm điều hành không?", "Trục LGSP nối tới đâu?", "Ở An Giang, Trục LGSP nối tới đâu?"),
        ("Số hóa hộ tịch An Giang tốn bao nhiêu?", "Nhầm, công chứng cơ", "Ở An Giang, công chứng tốn bao nhiêu tiền?"),
        ("An Giang muốn cáp quang đến bao nhiêu xã, riêng xã đảo?", "xã biên giới?", "An Giang muốn cáp quang đến bao nhiêu xã, riêng xã biên giới?"),
        ("An Giang đặt mục tiêu bao nhiêu doanh nghiệp số?", "thế bây giờ?", "An Giang bao nhiêu doanh nghiệp số hiện nay?"),
    ],
)  # fmt: skip
def test_another_thing(earlier: str, message: str, expected: str) -> None:
    assert understood(message, earlier) == expected


@pytest.mark.parametrize(
    ("earlier", "message", "expected"),
    [
        ("an giang co may diem cau", "cap xa bao nhieu", "An Giang co may diem cau, rieng cap xa?"),
        ("ke hoach cao bang ban hanh ngay nao", "ai ky", "Ai ky ke hoach cua Cao Bằng?"),
    ],
)
def test_typed_without_diacritics_it_stays_so(earlier: str, message: str, expected: str) -> None:
    assert understood(message, earlier) == expected


def test_the_office_that_an_answer_named_and_the_plan_that_came_first() -> None:
    office = Earlier("An Giang giao sở nào đào tạo cán bộ?", lead="Sở Nội vụ")
    assert understood("Thế Cao Bằng, sở ấy làm gì?", office) == "Cao Bằng, Sở Nội vụ làm gì?"
    first = Earlier(
        "Kế hoạch tỉnh nào ban hành sớm nhất?",
        provinces=("An Giang", "Cao Bằng"),
        lead="Kế hoạch 222/KH-UBND của Cao Bằng",
    )
    assert understood("Ai ký bản đó?", first) == "Ai ký kế hoạch của Cao Bằng?"


def test_two_provinces_are_not_summed_as_one() -> None:
    before = ("An Giang có mấy điểm cầu?", "Cao Bằng có mấy điểm cầu?")
    text = understood("hai tỉnh này cộng lại bao nhiêu?", *before)
    assert "An Giang" in text and "Cao Bằng" in text


def test_offices_and_their_sum_by_a_pointing_word() -> None:
    before = ("Sở Tư pháp An Giang được mấy tỷ?", "Ban Dân tộc An Giang được mấy tỷ?")
    expected = "Sở Tư pháp và Ban Dân tộc An Giang được mấy tỷ, tổng cộng bao nhiêu?"
    assert understood("hai đơn vị này cộng lại bao nhiêu?", *before) == expected


def test_a_message_that_goes_on_looks_beside_the_earlier_answer() -> None:
    before = [Earlier("An Giang có bao nhiêu hộ nghèo?", passages=("An Giang:0",))]
    goes_on = standalone("xong trước ngày nào?", before, PLANS)
    assert goes_on.near == ("An Giang:0",)
    assert standalone("Cao Bằng có bao nhiêu hộ nghèo?", before, PLANS).near == ()
    question = replace(understand(goes_on.text, PLANS, goes_on.focus), near=goes_on.near)
    assert near_bonus(question, PLANS[0].chunks[0]) == 1.2
    assert near_bonus(question, PLANS[1].chunks[0]) == 0.0
    own = replace(question, focus="trạm phát sóng")
    assert near_bonus(own, PLANS[0].chunks[0]) == 0.4
