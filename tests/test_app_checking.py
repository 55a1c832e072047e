"""Answers about the text itself: sums, places, numbered sections, annexes."""

from pathlib import Path

from assistants import AN_GIANG, assistant_over

from app.answer import Answer, ChatInput


def answer(question: str) -> Answer:
    return assistant_over(AN_GIANG).invoke(ChatInput(question))


def texts(question: str) -> list[str]:
    return [statement.text for statement in answer(question).statements]


def test_parts_in_a_sentence_that_add_up() -> None:
    said = texts("150 điểm cầu của An Giang cộng lại có đúng không?")
    assert said[1] == (
        "Cộng các phần: 20 + 130 = 150 điểm cầu, khớp với số tổng đã nêu (150 điểm cầu)."
    )


def test_parts_under_a_lead_in_that_add_up() -> None:
    said = texts("21,5 tỷ kinh phí của An Giang cộng hai khoản vốn có khớp không?")
    assert said[1].startswith("Cộng các phần: 15 + 6,5 = 21,5 tỷ đồng, khớp")


def test_parts_that_do_not_add_up() -> None:
    said = texts("12 văn bản An Giang ban hành cộng theo loại có khớp không?")
    assert said[1] == (
        "Cộng các phần: 7 + 9 = 16 văn bản, không khớp với số tổng đã nêu (12 văn bản),"
        " chênh 4 văn bản."
    )


def test_what_is_and_what_shall_be() -> None:
    said = texts(
        "Tỷ lệ hồ sơ số hóa của An Giang hiện nay là bao nhiêu, mục tiêu đặt ra bao nhiêu?"
    )
    assert said == [
        "Hiện trạng (An Giang): “Tỷ lệ hồ sơ số hóa hiện nay đạt 35% tại UBND cấp huyện.”",
        "Chỉ tiêu, mục tiêu (An Giang): “80% hồ sơ được số hóa khi tiếp nhận”",
    ]


def test_the_section_behind_another_and_the_number_left_out() -> None:
    said = texts("Phần II kế hoạch An Giang liền sau mục II là mục nào?")
    assert said[0] == "IV. KINH PHÍ là mục liền sau “II. NHIỆM VỤ” trong kế hoạch của An Giang."
    assert "không liên tục" in said[1]


def test_a_numbering_that_runs_through() -> None:
    said = texts("Các tiểu mục trong Phần II, mục II của An Giang đánh số đúng thứ tự không?")
    assert said[1:4] == ["1. Hạ tầng bến cảng số", "2. Dữ liệu nông nghiệp", "3. Đào tạo"]
    assert said[4] == "Thứ tự đánh số của các mục này liên tục."


def test_what_a_numbered_section_holds() -> None:
    said = texts("Mục II Phần I kế hoạch An Giang nói về cái gì?")
    assert said[0] == "An Giang – II. TỒN TẠI, HẠN CHẾ:"
    assert said[2] == "Thiếu 15 kỹ sư phần mềm so với nhu cầu"


def test_the_annex_that_is_named_and_not_held() -> None:
    said = answer("Kinh phí chi tiết của An Giang ở phụ lục số mấy, có kèm theo không?")
    assert "Phụ lục 02" in said.statements[0].text
    assert [notice.text for notice in said.notices] == [
        "Phụ lục 02 được nhắc tới trong Kế hoạch 77/KH-UBND nhưng không có trong bản đang lưu."
    ]


def test_words_in_quotation_marks_are_found_where_they_stand() -> None:
    said = texts("Trong kế hoạch An Giang có chỗ viết “cù lao còn chập chờn”, là loại gì vậy?")
    assert "các cù lao còn chập chờn" in said[0]


def test_a_reservation_close_behind_a_fact_is_quoted_with_it(tmp_path: Path) -> None:
    fact = "Đã lắp đồng hồ nước thông minh cho 88% hộ dân tại các khóm trung tâm thành phố"
    filler = "Công tác này do nhiều đơn vị cùng tham gia trong suốt các tháng vừa qua " * 3
    passage = f"{fact}. {filler.strip()}. Tuy nhiên, phần lớn đồng hồ chưa nối mạng."
    text = AN_GIANG.read_text(encoding="utf-8").replace(
        "I. KẾT QUẢ\n", f"I. KẾT QUẢ\n\n{passage}\n", 1
    )
    plan = tmp_path / "an-giang.txt"
    plan.write_text(text, encoding="utf-8")
    asked = ChatInput("An Giang đã lắp đồng hồ nước thông minh cho bao nhiêu phần trăm hộ dân?")
    said = assistant_over(plan).invoke(asked)
    assert "88%" in said.statements[0].text
    assert "chưa nối mạng" in said.statements[0].text
