"""Summaries: bounded, cited sentence by sentence, covering the parts."""

from assistants import AN_GIANG, assistant_over

from app.answer import Answer, ChatInput
from app.writers.summary import MAX_SENTENCES


def answer(question: str) -> Answer:
    return assistant_over(AN_GIANG).invoke(ChatInput(question))


def test_a_plan_part_by_part() -> None:
    said = answer("Tóm tắt kế hoạch An Giang")
    texts = [statement.text for statement in said.statements if statement.bullet]
    assert len(texts) <= MAX_SENTENCES
    assert all(statement.markers for statement in said.statements if statement.bullet)
    assert "TỒN TẠI, HẠN CHẾ: Thiếu 15 kỹ sư phần mềm so với nhu cầu" in texts
    assert "Chính quyền số: 80% hồ sơ được số hóa khi tiếp nhận" in texts
    assert "NHIỆM VỤ: gồm Hạ tầng bến cảng số; Dữ liệu nông nghiệp; Đào tạo" in texts
    assert "Kinh phí thực hiện là 21,500 tỷ đồng" in texts


def test_a_section_by_its_parts() -> None:
    said = answer("Khái quát phần mục tiêu của kế hoạch An Giang")
    assert said.trace.writer == "summary"
    assert [s.text for s in said.statements if s.bullet] == [
        "Chính quyền số: 80% hồ sơ được số hóa khi tiếp nhận",
        "Kinh tế số chiếm 12% GRDP",
    ]


def test_what_a_plan_does_not_hold_is_not_summarised() -> None:
    assert answer("Tóm tắt chương trình tàu vũ trụ của An Giang").trace.writer != "summary"


def test_the_outline_of_a_plan() -> None:
    said = answer("Kế hoạch An Giang gồm mấy phần?")
    texts = [statement.text for statement in said.statements if statement.bullet]
    assert texts == [
        "Phần I ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NĂM 2023",
        "Phần II NỘI DUNG KẾ HOẠCH",
    ]
