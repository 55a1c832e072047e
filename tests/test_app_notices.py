"""Notices: true, short, each once, only where they concern the answer."""

from dataclasses import replace
from datetime import date

from assistants import AN_GIANG, assistant_over
from fakes import make_plan

from app.answer import Answer, ChatInput, Citation, NoticeKind
from app.notices import MAX_EACH, notices
from app.understanding.kinds import Kind
from app.understanding.question import Question
from ingest.plan import NoteMark, Plan


def answer(question: str) -> Answer:
    return assistant_over(AN_GIANG).invoke(ChatInput(question))


def of_quote(plan: Plan, line: int = 0, question: str = "Kết quả thế nào?") -> list[str]:
    """The notices of an answer that quotes one whole line of `plan`."""
    chunk = plan.chunks[line]
    citation = Citation(
        1, plan.plan_id, plan.number, "", "", chunk.text, chunk.start, chunk.end, chunk.chunk_id
    )
    return [n.text for n in notices(Question(question, Kind.FACT), [plan], [citation])]


def test_a_footnote_is_told_and_one_that_the_file_lacks() -> None:
    text = "Có 30 dịch vụ1 và 4 kho dữ liệu2."
    marks = (NoteMark("1", 13, 14, "Tính đến tháng 5."), NoteMark("2", 31, 32))
    plan = replace(make_plan("p", [text]), notes=marks)
    assert of_quote(plan) == [
        "chú thích 1 của đoạn trích: Tính đến tháng 5.",
        "đoạn trích có dấu chú thích [2] nhưng bản đang lưu không có nội dung chú thích này.",
    ]


def test_notices_of_a_kind_are_bounded() -> None:
    text = "Có 1.2345 lượt, 2.3456 lượt, 3.4567 lượt và 4.5678 lượt."
    assert len(of_quote(make_plan("p", [text]))) == MAX_EACH


def test_districts_only_where_question_and_passage_speak_of_them() -> None:
    plan = make_plan("p", ["UBND cấp huyện đạt 35%."])
    (told,) = of_quote(plan, question="UBND cấp huyện đạt bao nhiêu?")
    assert "01/7/2025" in told
    assert of_quote(plan, question="Đạt bao nhiêu?") == []
    later = replace(plan, issued=date(2025, 8, 1))
    assert of_quote(later, question="UBND cấp huyện đạt bao nhiêu?") == []


def test_dates_that_differ_are_told_with_the_other_place() -> None:
    said = answer("12 văn bản An Giang đã ban hành gồm những loại nào?")
    told = [n.text for n in said.notices if n.kind is NoticeKind.SOURCE_CONTRADICTS]
    assert any("16 (7 + 9)" in text for text in told)
    assert any(
        "47/2020/NĐ-CP" in text and "9/4/2020, ở Phần II, mục II.2 là 29/4/2020" in text
        for text in told
    )


def test_a_sound_passage_has_no_notice() -> None:
    assert answer("An Giang lắp cảm biến tại bao nhiêu bến phà?").notices == ()
