"""A free sentence leaves only when its passages say the same: shortened, never turned."""

import time

import pytest
from fakes import make_plan

from app.model.passages import speaks_to_assistant
from app.proving.support import rule

LINES = (
    "Cấp tỉnh đạt 25% hồ sơ trực tuyến, cấp xã đạt 50% hồ sơ trực tuyến.",
    "Sở Tài chính chủ trì, phối hợp với Sở Nội vụ và các đơn vị bố trí kinh phí hằng năm.",
    "Năm 2023 bố trí 700 triệu đồng, năm 2024 bố trí 900 triệu đồng cho trung tâm dữ liệu.",
    "Không chia sẻ mật khẩu tài khoản với người khác khi chưa được phép.",
    "Nếu được trung ương hỗ trợ, tỉnh xây dựng 12 phòng học thông minh.",
    "Thực hiện Quyết định số 12/QĐ-TTg, tối thiểu 60% thôn có mạng cáp quang và 1.234 trạm phát sóng.",
    "Kho dữ liệu gồm: đất đai, hộ tịch, y tế. Kho đặt tại Trung tâm Công nghệ thông tin.",
    "Đẩy mạnh ứng dụng CNTT; tăng cường đào tạo cán bộ cấp xã về an toàn thông tin.",
    "Học tập kinh nghiệm của Cao Bằng về chợ trực tuyến.",
)
PLAN = make_plan("p", LINES)
OTHER = make_plan("qq", ("Cấp tỉnh có 25 phòng máy.",), province="Cao Bằng")


def objection(text: str, *lines: int) -> str:
    sources = [(PLAN, PLAN.chunks[line]) for line in lines]
    return rule(text, sources, {"p": PLAN, "qq": OTHER}.__getitem__).objection


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (LINES[0], (0,)),
        ("Cấp xã đạt 50% hồ sơ trực tuyến.", (0,)),
        ("An Giang: cấp tỉnh đạt 25% hồ sơ trực tuyến.", (0,)),
        ("Kế hoạch của tỉnh An Giang nêu rõ cấp xã đạt 50% hồ sơ trực tuyến.", (0,)),
        ("Sở Tài chính chủ trì bố trí kinh phí hằng năm.", (1,)),
        ("Ngoài ra, Sở Tài chính được giao chủ trì bố trí kinh phí hằng năm.", (1,)),
        ("Sở Tài chính phối hợp với Sở Nội vụ bố trí kinh phí.", (1,)),
        ("Năm 2024 bố trí 900 triệu đồng cho trung tâm dữ liệu.", (2,)),
        ("Bố trí 900 triệu đồng cho trung tâm dữ liệu, năm 2024.", (2,)),
        ("Năm 2024 bố trí 0,9 tỷ đồng cho trung tâm dữ liệu.", (2,)),
        ("Không chia sẻ mật khẩu tài khoản với người khác.", (3,)),
        ("Nếu được trung ương hỗ trợ, tỉnh xây dựng 12 phòng học thông minh.", (4,)),
        ("Thực hiện Quyết định số 12/QĐ-TTg, tối thiểu 60% thôn có mạng cáp quang.", (5,)),
        ("Kho dữ liệu gồm đất đai, hộ tịch, y tế.", (6,)),
        ("Kho đặt tại Trung tâm Công nghệ thông tin.", (6,)),
        ("Đẩy mạnh ứng dụng công nghệ thông tin.", (7,)),
        ("Đẩy mạnh ứng dụng CNTT và kho đặt tại Trung tâm Công nghệ thông tin.", (7, 6)),
        ("Học tập kinh nghiệm của Cao Bằng về chợ trực tuyến.", (8,)),
    ],
)
def test_what_shortens_its_passage_is_proved(text: str, lines: tuple[int, ...]) -> None:
    # 0.9 tỷ is 900 triệu by value, but verify's own check wants the number as it is written.
    expected = "figure not in its passages (0,9)" if "0,9" in text else ""
    assert objection(text, *lines) == expected


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Cấp xã đạt 51% hồ sơ trực tuyến.", 0, "figure not in"),
        ("Cấp xã đạt 25% hồ sơ trực tuyến.", 0, "other order"),
        ("Cấp tỉnh đạt 50% hồ sơ trực tuyến.", 0, "figure of something else"),
        ("Cấp xã đạt 50 hồ sơ trực tuyến.", 0, "another unit"),
        ("Cấp xã đạt năm mươi phần trăm hồ sơ trực tuyến.", 0, "not in its passages"),
        ("Tỉnh Cao Bằng có cấp xã đạt 50% hồ sơ trực tuyến.", 0, "other province"),
        ("Bình Thuận: cấp xã đạt 50% hồ sơ trực tuyến.", 0, "other province"),
        ("Cấp xã không đạt 50% hồ sơ trực tuyến.", 0, "not in its passages"),
        ("Sở Nội vụ chủ trì bố trí kinh phí.", 1, "other order"),
        ("Sở Nội vụ bố trí kinh phí và chủ trì.", 1, "other order"),
        ("Sở Tài nguyên chủ trì bố trí kinh phí.", 1, "not in its passages"),
        ("Bộ Tài chính chủ trì bố trí kinh phí.", 1, "not in its passages"),
        ("Sở Tài chính từ chối bố trí kinh phí hằng năm.", 1, "not in its passages"),
        ("Năm 2024 bố trí 700 triệu đồng cho trung tâm dữ liệu.", 2, "other order"),
        ("Bố trí 700 triệu đồng cho trung tâm dữ liệu.", 2, "figure of something else"),
        ("Năm 2023 bố trí 700 tỷ đồng cho trung tâm dữ liệu.", 2, "amount not in"),
        ("Năm 2025 bố trí 900 triệu đồng cho trung tâm dữ liệu.", 2, "figure not in"),
        ("Chia sẻ mật khẩu tài khoản với người khác.", 3, "other negation"),
        ("Được phép chia sẻ mật khẩu tài khoản.", 3, "o"),
        ("Tỉnh xây dựng 12 phòng học thông minh.", 4, "leaves out what limits"),
        ("60% thôn có mạng cáp quang.", 5, "another bound"),
        ("Tối đa 60% thôn có mạng cáp quang.", 5, "not in its passages"),
        ("Thực hiện Quyết định số 13/QĐ-TTg.", 5, "document number"),
        ("Có 60% trạm phát sóng.", 5, "figure"),
        ("Kho dữ liệu gồm đất đai.", 6, "part of a list"),
        ("Giảm đào tạo cán bộ cấp xã.", 7, "not in its passages"),
        ("An toàn thông tin cán bộ đào tạo tăng cường ứng dụng đẩy mạnh.", 7, "other order"),
        ("The plan strengthens training for officials.", 7, "not Vietnamese"),
        ("计划加强干部培训。", 7, "not Vietnamese"),
        ("Đẩy mạnh ứng dụng CNTT <b>ngay</b>.", 7, "markup"),
        ("Đẩy mạnh ứng dụng CNTT, xem http://x.example.", 7, "markup"),
        ("![CNTT](x) đẩy mạnh ứng dụng.", 7, "markup"),
        ("Đẩy mạnh ứng dụng CNTT. " * 30, 7, "too long"),
        ("Và các những.", 7, "says nothing"),
    ],
)
def test_what_turns_its_passage_is_not(text: str, line: int, reason: str) -> None:
    assert reason in objection(text, line) != ""


def test_a_sentence_without_a_passage_or_over_two_plans_has_no_proof() -> None:
    assert objection("Đẩy mạnh ứng dụng CNTT.") == "names no passage"
    sources = [(PLAN, PLAN.chunks[0]), (OTHER, OTHER.chunks[0])]
    ruling = rule("Cấp tỉnh đạt 25%.", sources, {"p": PLAN, "qq": OTHER}.__getitem__)
    assert ruling.objection == "passages of several plans"


def test_the_proof_is_the_sentence_and_not_the_whole_passage() -> None:
    chunk = PLAN.chunks[6]
    ruling = rule(
        "Kho dữ liệu gồm đất đai, hộ tịch, y tế.", [(PLAN, chunk)], {"p": PLAN}.__getitem__
    )
    (proof,) = ruling.proofs
    assert PLAN.text[proof.start : proof.end] == "Kho dữ liệu gồm: đất đai, hộ tịch, y tế."


@pytest.mark.parametrize(
    "text",
    ["a" * 6_000, "a." * 3_000, "Sở A " * 1_200, "12 " * 2_000, "<a" * 3_000, "không " * 1_000, "[" * 6_000],
    ids=["word", "dots", "names", "figures", "tags", "negations", "brackets"],
)  # fmt: skip
def test_a_hostile_passage_is_judged_at_once(text: str) -> None:
    plan = make_plan("p", (text,))
    started = time.monotonic()
    rule(f"{text[:500]} đã có.", [(plan, plan.chunks[0])], {"p": plan}.__getitem__)
    speaks_to_assistant(text)
    assert time.monotonic() - started < 2.0
