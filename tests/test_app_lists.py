"""List answers over a made-up plan: the right list, its members, its count."""

import pytest
from assistants import AN_GIANG, assistant_over

from app.answer import Answer, ChatInput
from app.reading.enumerations import closed, names_things, opener_of, whole_sentences
from app.reading.sentences import Span, sentences


def answer(question: str) -> Answer:
    return assistant_over(AN_GIANG).invoke(ChatInput(question))


def bullets(question: str) -> list[str]:
    return [statement.text for statement in answer(question).statements if statement.bullet]


def test_shortcomings_by_another_name() -> None:
    assert bullets("An Giang còn vướng những gì?") == [
        "Đường truyền tại các cù lao còn chập chờn",
        "Thiếu 15 kỹ sư phần mềm so với nhu cầu",
    ]


def test_the_headings_with_their_count_where_the_count_is_asked() -> None:
    said = answer("An Giang có mấy nhiệm vụ, là những nhiệm vụ gì?")
    assert said.statements[0].text == "03 đề mục được nêu trong kế hoạch của An Giang."
    assert len(said.statements[0].markers) == 3
    assert [s.text for s in said.statements if s.bullet] == [
        "1. Hạ tầng bến cảng số",
        "2. Dữ liệu nông nghiệp",
        "3. Đào tạo",
    ]


def test_one_goal_and_no_other() -> None:
    assert bullets("Chỉ tiêu về chính quyền số của An Giang gồm những gì?") == [
        "80% hồ sơ được số hóa khi tiếp nhận",
        "95% văn bản được ký số",
    ]


def test_who_was_given_work() -> None:
    asked = "Những cơ quan nào được An Giang giao nhiệm vụ tổ chức thực hiện?"
    assert bullets(asked) == ["1. Sở Tài chính", "2. Bưu điện tỉnh"]


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [
        ("Kho dữ liệu gồm: vùng cam, rừng trồng.", " vùng cam, rừng trồng."),
        ("Các nền tảng (định danh; thanh toán) dùng chung.", "định danh; thanh toán) dùng chung."),
        ("Ứng dụng công nghệ như Cloud, IoT, AI.", " Cloud, IoT, AI."),
    ],
)
def test_where_a_list_begins(sentence: str, listed: str) -> None:
    at = opener_of(sentence)
    assert at is not None
    assert sentence[at:] == listed


def test_a_sentence_that_lists_nothing() -> None:
    assert opener_of("Mở lớp kỹ năng số, đào tạo cán bộ.") is None


def test_a_bracket_that_a_semicolon_cuts_is_closed() -> None:
    text = "Theo mô hình lớp (tại chỗ; giám sát; kiểm tra). Câu sau."
    first = sentences(text)[0]
    assert first.of(text) == "Theo mô hình lớp (tại chỗ;"
    assert closed(text, first, 0).of(text) == "Theo mô hình lớp (tại chỗ; giám sát; kiểm tra)."
    assert [span.of(text) for span in whole_sentences(text)] == [
        "Theo mô hình lớp (tại chỗ; giám sát; kiểm tra).",
        "Câu sau.",
    ]
    assert whole_sentences("a; b. C", 5)[0] == Span(5, 10)


def test_names_are_told_from_statements() -> None:
    named = "gồm: Cloud, IoT, AI"
    stated = "gồm: xây dựng quy chế vận hành hệ thống của tỉnh; đào tạo cán bộ các xã vùng sâu"
    assert names_things(named, opener_of(named) or 0)
    assert not names_things(stated, opener_of(stated) or 0)
