"""A question understood by rules: places, plans, years, numbers, kind, topic."""

from dataclasses import replace

import pytest
from fakes import make_plan

from app.understanding.kinds import Kind
from app.understanding.mentions import clean
from app.understanding.question import MAX_CHARS, understand
from app.understanding.topic import topic_of

AN_GIANG = replace(make_plan("a", ["x"], province="An Giang"), number="111/KH-UBND")
CAO_BANG = replace(make_plan("b", ["x"], province="Cao Bằng"), number="222/KH-UBND")
PLANS = (AN_GIANG, CAO_BANG)


@pytest.mark.parametrize(
    ("text", "provinces", "missing"),
    [
        ("Trạm ở Long Xuyên và ở Cao Bằng?", ("Cao Bằng", "An Giang"), ()),
        ("Trạm ở Đà Lạt và ở Cao Bằng?", ("Cao Bằng",), ()),
        ("An Giang có gì?", ("An Giang",), ()),
        ("an giang co gi", ("An Giang",), ()),
        ("Tỉnh AN GIANG và tỉnh Cao Bằng", ("An Giang", "Cao Bằng"), ()),
        ("Kế hoạch 222 nói gì về mạng?", ("Cao Bằng",), ()),
        ("222/KH-UBND nói gì?", ("Cao Bằng",), ()),
        ("Hai kế hoạch 111 và 222 nói gì?", ("An Giang", "Cao Bằng"), ()),
        ("Kế hoạch 111, 222 và 333 nói gì?", ("An Giang", "Cao Bằng"), ()),
        ("Kế hoạch 111 đặt 222 trạm?", ("An Giang",), ()),
        ("Hà Giang có bao nhiêu xã?", ("Hà Giang",), ("Hà Giang",)),
        ("Có bao nhiêu xã?", (), ()),
    ],
)
def test_places_are_found_in_any_spelling(text, provinces, missing) -> None:
    question = understand(text, PLANS)
    assert question.provinces == provinces
    assert question.missing == missing


def test_plans_concerned_are_the_named_ones_or_all() -> None:
    assert understand("An Giang có bao nhiêu xã?", PLANS).plan_ids == ("a",)
    assert understand("Có bao nhiêu xã?", PLANS).plan_ids == ("a", "b")
    assert understand("Hà Giang có bao nhiêu xã?", PLANS).plan_ids == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.EMPTY),
        ("  ?!  ", Kind.EMPTY),
        ("🙂", Kind.EMPTY),
        ("x" * (MAX_CHARS + 1), Kind.TOO_LONG),
        ("Xin chào", Kind.GREETING),
        ("cảm ơn bạn nhiều", Kind.THANKS),
        ("Bạn làm được gì?", Kind.HELP),
        ("Có kế hoạch của những tỉnh nào?", Kind.CORPUS),
        ("Ai ký kế hoạch của An Giang?", Kind.METADATA),
        ("Kế hoạch An Giang ban hành ngày nào?", Kind.METADATA),
        ("ke hoach cua an giang so may", Kind.METADATA),
        ("Ai ký Quyết định 12/QĐ-UBND của An Giang?", Kind.FACT),
        ("Kế hoạch nào dẫn Quyết định 749/QĐ-TTg?", Kind.CITES),
        ("So sánh số trạm của An Giang và Cao Bằng", Kind.COMPARE),
        ("Tỉnh nào nói tới điện toán đám mây?", Kind.COMPARE),
        ("An Giang có bao nhiêu trạm?", Kind.FIGURE),
        ("an giang co bn tram", Kind.FIGURE),
        ("Kiến trúc điện tử của An Giang ban hành theo quyết định số mấy?", Kind.FACT),
        ("Lãnh đạo nào đặt bút ký kế hoạch của An Giang?", Kind.METADATA),
        ("Tiêu đề đầy đủ của kế hoạch An Giang là gì?", Kind.METADATA),
        ("Dự án tốn kém nhất trong kế hoạch An Giang tên gì?", Kind.TABLE),
        ("Xin số trạm phát sóng của An Giang", Kind.FIGURE),
        ("Dự án số hóa của An Giang do ai làm chủ đầu tư?", Kind.TABLE),
        ("An Giang xây cổng dữ liệu mở để làm gì?", Kind.FACT),
        ("Theo kế hoạch An Giang, bao nhiêu máy trên tổng số bao nhiêu người?", Kind.FIGURE),
        ("An Giang đặt những mục tiêu nào?", Kind.LIST),
        ("Sở nào của An Giang chủ trì đào tạo?", Kind.FACT),
    ],
)
def test_kind(text: str, kind: Kind) -> None:
    assert understand(text, PLANS).kind is kind


def test_the_topic_keeps_content_words_only() -> None:
    assert topic_of("Tỉnh An Giang có bao nhiêu trạm phát sóng?") == "trạm phát sóng"
    assert topic_of("an giang co bao nhieu tram phat song") == "tram phat song"


def test_years_and_references() -> None:
    question = understand("Năm 2023, Quyết định 749/QĐ-TTg ở An Giang nói gì?", PLANS)
    assert question.years == (2023,)
    assert question.references == ("749/QĐ-TTg",)


def test_clean_drops_control_characters_and_joins_lines() -> None:
    assert clean("a\x00b\n\tc\u200b d") == "a b c d"
    assert clean("<b>Ai</b> ký <script x=1>kế hoạch</script>?") == "Ai ký kế hoạch ?"
    assert clean("vốn < 5 tỷ và > 2 tỷ") == "vốn < 5 tỷ và > 2 tỷ"
