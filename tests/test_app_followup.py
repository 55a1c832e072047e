"""A message made standalone from the questions before it."""

from dataclasses import replace

import pytest
from fakes import make_plan

from app.conversation import recast
from app.conversation.earlier import Earlier
from app.conversation.followup import standalone

PLANS = tuple(
    replace(
        make_plan(name, ["Tỉnh có 12 nhà hàng và 40 khách sạn.", "Vốn: 5 tỷ đồng."], province=name),
        number=f"{number}/KH-UBND",
    )
    for number, name in ((111, "An Giang"), (222, "Cao Bằng"), (333, "Sơn La"))
)
STATIONS = "An Giang có bao nhiêu trạm phát sóng?"
COMPARED = "So sánh số trạm phát sóng của An Giang và Cao Bằng"


def understood(message: str, *earlier: str | Earlier) -> str:
    """The standalone text of `message` after `earlier`."""
    before = [e if isinstance(e, Earlier) else Earlier(e) for e in earlier]
    return standalone(message, before, PLANS).text


@pytest.mark.parametrize(
    ("earlier", "message", "expected"),
    [
        (STATIONS, "Còn Cao Bằng thì sao?", "Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "thế còn cao bằng?", "Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Không, ý tôi là Sơn La", "Sơn La có bao nhiêu trạm phát sóng?"),
        (STATIONS, "À quên, tôi hỏi Sơn La cơ", "Sơn La có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Nhầm tỉnh rồi, Cao Bằng mới đúng", "Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Thêm Cao Bằng", "An Giang và Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Xem giúp luôn cả Cao Bằng", "An Giang và Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "So với Cao Bằng thì sao?", "So sánh: An Giang và Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Cao Bằng thì sao, bên nào nhiều hơn?", "So sánh: An Giang và Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Cao Bằng có nhiều hơn không?", "So sánh: An Giang và Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Cao Bằng có khác không?", "So sánh: An Giang và Cao Bằng có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Hai tỉnh còn lại thì sao?", "Cao Bằng và Sơn La có bao nhiêu trạm phát sóng?"),
        (STATIONS, "thêm hai tỉnh còn lại vào", "An Giang, Cao Bằng và Sơn La có bao nhiêu trạm phát sóng?"),
        (COMPARED, "Tỉnh thứ hai thì sao?", "Số trạm phát sóng của Cao Bằng?"),
        (COMPARED, "Bỏ Cao Bằng ra", "Số trạm phát sóng của An Giang?"),
        (STATIONS, "Cần Thơ?", "Cần Thơ có bao nhiêu trạm phát sóng?"),
        (STATIONS, "Tỉnh đó dành bao nhiêu kinh phí cho đào tạo?", "Tỉnh An Giang dành bao nhiêu kinh phí cho đào tạo?"),
        (STATIONS, "Ai ký kế hoạch đó?", "Ai ký kế hoạch của An Giang?"),
        ("Kế hoạch 111 ban hành khi nào?", "còn của 222?", "Kế hoạch của Cao Bằng ban hành khi nào?"),
        ("So An Giang với Cao Bằng: số trạm ở An Giang, số trạm ở Cao Bằng?", "Đổi Cao Bằng thành Sơn La", "So An Giang với Sơn La: số trạm ở An Giang, số trạm ở Sơn La?"),
        ("Ai ký kế hoạch của An Giang, ai ký của Cao Bằng?", "Thêm Sơn La", "Ai ký kế hoạch của An Giang, Cao Bằng và Sơn La?"),
    ],
)  # fmt: skip
def test_places(earlier: str, message: str, expected: str) -> None:
    assert understood(message, earlier) == expected


@pytest.mark.parametrize(
    ("earlier", "message", "expected"),
    [
        (STATIONS, "Trong đó cấp xã bao nhiêu?", "An Giang có bao nhiêu trạm phát sóng, riêng cấp xã?"),
        ("An Giang có bao nhiêu trạm phát sóng, riêng cấp xã?", "Cấp huyện thì sao?", "An Giang có bao nhiêu trạm phát sóng, riêng cấp huyện?"),
        ("An Giang có bao nhiêu dịch vụ công mức độ 3?", "Mức độ 4?", "An Giang có bao nhiêu dịch vụ công mức độ 4?"),
        ("An Giang có bao nhiêu khách sạn trên bản đồ?", "Còn nhà hàng?", "An Giang có bao nhiêu nhà hàng trên bản đồ?"),
        ("An Giang cần bao nhiêu vốn cho cáp quang?", "còn trạm phát sóng?", "An Giang cần bao nhiêu vốn cho trạm phát sóng?"),
        ("Sở Tài chính của An Giang phải làm gì?", "Còn Sở Nội vụ?", "Sở Nội vụ của An Giang phải làm gì?"),
        ("Huyện An Phú có bao nhiêu trạm phát sóng?", "Còn huyện Châu Phú?", "Huyện Châu Phú có bao nhiêu trạm phát sóng?"),
        ("An Giang đặt mục tiêu gì năm 2022?", "Còn năm 2025?", "An Giang đặt mục tiêu gì năm 2025?"),
        ("An Giang đặt mục tiêu gì năm 2022?", "Báo cáo định kỳ lúc đó phải đạt mức nào?", "Về mục tiêu năm 2022 của An Giang: báo cáo định kỳ năm 2022 phải đạt mức nào?"),
    ],
)  # fmt: skip
def test_parts_and_other_things(earlier: str, message: str, expected: str) -> None:
    assert understood(message, earlier) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Cơ quan nào được giao phụ trách?", "Về trạm phát sóng của An Giang: cơ quan nào được giao phụ trách?"),
        ("bao giờ xong?", "Về trạm phát sóng của An Giang: bao giờ xong?"),
        ("Nguồn vốn ở đâu?", "Về trạm phát sóng của An Giang: nguồn vốn ở đâu?"),
        ("Vì sao?", "Về trạm phát sóng của An Giang: vì sao?"),
        ("Diễn ra ở đâu, bao giờ?", "Về trạm phát sóng của An Giang: diễn ra ở đâu, bao giờ?"),
    ],
)  # fmt: skip
def test_what_is_asked_of_anything_is_asked_of_the_earlier_subject(
    message: str, expected: str
) -> None:
    assert understood(message, STATIONS) == expected


@pytest.mark.parametrize(
    ("earlier", "subject"),
    [
        ("An Giang mở mấy lớp đào tạo?", "lớp đào tạo"),
        ("An Giang còn mấy ấp trắng sóng?", "ấp trắng sóng"),
        ("An Giang mỗi xã có bao nhiêu máy tính?", "máy tính của mỗi xã"),
    ],
)
def test_a_verb_before_the_count_is_no_holder_of_what_is_counted(
    earlier: str, subject: str
) -> None:
    assert understood("bao giờ xong?", earlier).startswith(f"Về {subject} ")


def test_the_targets_asked_about_keep_their_name() -> None:
    assert recast.detail_of("chỉ tiêu tuyển dụng thì sao?") == "chỉ tiêu tuyển dụng"
    assert recast.detail_of("chỉ lấy cấp xã") == "cấp xã"


def test_a_bare_counter_counts_what_the_earlier_question_counted() -> None:
    assert recast.counts_only("giải quyết được bao nhiêu cái rồi?")
    assert not recast.counts_only("giải quyết được bao nhiêu hồ sơ rồi?")


def test_an_endless_why_is_left_without_a_subject() -> None:
    assert understood("tại sao?", STATIONS, "Về trạm phát sóng của An Giang: vì sao?") == "Tại sao?"


def test_a_return_goes_to_the_first_place_or_question() -> None:
    later = "Cao Bằng có mấy máy chủ?"
    message = "Quay lại tỉnh đầu tiên, có bao nhiêu cán bộ chuyên trách công nghệ thông tin?"
    assert understood(message, STATIONS, later).startswith("Ở An Giang, có bao nhiêu cán bộ")
    assert understood("quay lại câu đầu", STATIONS, later) == STATIONS


def test_a_year_goes_on_from_the_last_amount_asked() -> None:
    who = "Về dự án cáp quang của An Giang: sở nào đảm nhận?"
    asked = understood(
        "tính riêng năm 2022?", "Dự án cáp quang của An Giang cần bao nhiêu vốn?", who
    )
    assert asked == "Dự án cáp quang của An Giang cần bao nhiêu vốn trong năm 2022?"


def test_names_that_an_answer_cited_take_the_place_of_what_points_at_them() -> None:
    listed = Earlier("An Giang có những dự án nào?", members=("Dự án cáp quang", "Dự án máy chủ"))
    assert "dự án máy chủ" in understood("Dự án thứ hai do ai làm chủ đầu tư?", listed)
    led = Earlier("Về dự án cáp quang của An Giang: ai làm chủ đầu tư?", lead="Sở Tư pháp")
    assert "Sở Tư pháp" in understood("Cơ quan đó có bao nhiêu kinh phí thường xuyên?", led)


def test_the_one_province_that_an_answer_cited_is_meant_by_that_province() -> None:
    which = Earlier("Tỉnh nào có trung tâm dữ liệu?", provinces=("Sơn La",))
    assert understood("Tỉnh ấy có bao nhiêu máy chủ vật lý?", which) == (
        "Tỉnh Sơn La có bao nhiêu máy chủ vật lý?"
    )


@pytest.mark.parametrize(
    "message",
    ["Cao Bằng giao sở nào chủ trì đào tạo cán bộ?", "Thôi, hỏi chuyện khác: Cao Bằng giao sở nào chủ trì đào tạo cán bộ?"],
)  # fmt: skip
def test_a_message_that_stands_alone_is_not_touched_by_history(message: str) -> None:
    assert understood(message, STATIONS) == "Cao Bằng giao sở nào chủ trì đào tạo cán bộ?"


def test_the_first_message_is_its_own_question() -> None:
    assert understood("An Giang có gì?") == "An Giang có gì?"


def test_a_narrowing_message_keeps_its_own_words_as_focus() -> None:
    assert standalone("Còn cấp xã?", [Earlier(STATIONS)], PLANS).focus == "cấp xã"


@pytest.mark.parametrize(
    ("earlier", "message", "expected"),
    [
        (STATIONS, "Cái đó bao giờ lắp xong?", "Về trạm phát sóng của An Giang: bao giờ lắp xong?"),
        (STATIONS, "Doanh thu của họ?", "Về trạm phát sóng của An Giang: doanh thu?"),
        (STATIONS, "Ai quản lý việc này?", "Về trạm phát sóng của An Giang: ai quản lý?"),
        (STATIONS, "Hệ thống do ai vận hành?", "Về trạm phát sóng của An Giang: hệ thống do ai vận hành?"),
        ("Kho dữ liệu của An Giang do ai chủ trì?", "thời hạn?", "Về kho dữ liệu của An Giang: thời hạn?"),
        ("Kho dữ liệu của An Giang ai vận hành?", "kinh phí?", "Về kho dữ liệu của An Giang: kinh phí?"),
        ("Hồ sơ trực tuyến của An Giang năm 2022 là bao nhiêu?", "Mục tiêu 2023?", "Về hồ sơ trực tuyến của An Giang: mục tiêu 2023?"),
        ("An Giang dự kiến chi bao nhiêu cho SOC?", "ai làm?", "Về dự kiến chi SOC của An Giang: ai làm?"),
        ("An Giang so với Cao Bằng, ai có nhiều máy trạm hơn?", "Thêm tỷ lệ sao lưu nữa", "Về máy trạm của An Giang và Cao Bằng: tỷ lệ sao lưu?"),
    ],
)  # fmt: skip
def test_what_points_at_the_matter_gives_way_to_it(
    earlier: str, message: str, expected: str
) -> None:
    assert understood(message, earlier) == expected


@pytest.mark.parametrize(
    ("earlier", "message", "expected"),
    [
        ("An Giang phát triển chính quyền số: mục tiêu?", "Xã hội số?", "An Giang phát triển xã hội số: mục tiêu?"),
        ("An Giang có bao nhiêu xã phủ wifi?", "Không, ý tôi là phủ 4G", "An Giang có bao nhiêu xã phủ 4G?"),
        ("An Giang bị tấn công vào ngày nào?", "thiệt hại ra sao?", "Về bị tấn công của An Giang: thiệt hại?"),
        ("An Giang xây dựng bao nhiêu cơ sở dữ liệu?", "kể tên ra", "An Giang xây dựng những cơ sở dữ liệu nào?"),
        ("Cho tôi danh sách hệ thống cấp độ 3 của An Giang", "có mấy cái?", "An Giang có bao nhiêu hệ thống cấp độ 3?"),
        ("An Giang đặt mục tiêu thanh toán số chiếm bao nhiêu năm 2025?", "hiện nay đang là mấy phần trăm?", "An Giang thanh toán số chiếm bao nhiêu phần trăm hiện nay?"),
    ],
)  # fmt: skip
def test_another_of_the_same_make(earlier: str, message: str, expected: str) -> None:
    assert understood(message, earlier) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Riêng năm đầu?", "Tổng kinh phí của An Giang là bao nhiêu trong năm 2021?"),
        ("năm cuối kỳ thì sao?", "Tổng kinh phí của An Giang là bao nhiêu trong năm 2025?"),
    ],
)
def test_the_edges_of_the_period(message: str, expected: str) -> None:
    plans = tuple(replace(plan, period=(2021, 2025)) for plan in PLANS)
    before = [Earlier("Tổng kinh phí của An Giang là bao nhiêu?")]
    assert standalone(message, before, plans).text == expected
