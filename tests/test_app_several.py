"""Several questions in one message."""

import pytest

from app.answer import Answer, ChatInput, Citation, Done, Said, Statement, Status, Trace
from app.conversation import several


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("An Giang có bao nhiêu trạm? Ai ký kế hoạch?", ("An Giang có bao nhiêu trạm?", "Ai ký kế hoạch?")),
        ("1) An Giang có mấy trạm? 2) Ai ký?", ("An Giang có mấy trạm?", "Ai ký?")),
        ("- mấy trạm ở An Giang\n- ai ký kế hoạch", ("mấy trạm ở An Giang", "ai ký kế hoạch")),
        ("Tôi ở Sở Nội vụ. An Giang có mấy trạm?", ("Tôi ở Sở Nội vụ. An Giang có mấy trạm?",)),
        ("An Giang có mấy trạm? Kể tên giúp tôi", ("An Giang có mấy trạm? Kể tên giúp tôi",)),
        ("An Giang có mấy trạm? Hay là không nêu?", ("An Giang có mấy trạm? Hay là không nêu?",)),
        ("An Giang có mấy trạm phát sóng? Cao Bằng có mấy trạm phát sóng?", ()),
    ],
)  # fmt: skip
def test_questions_of_a_message(message: str, expected: tuple[str, ...]) -> None:
    assert several.questions(message) == expected


def echo(chat: ChatInput) -> Answer:
    """An answer of one cited statement that says how many turns stood before."""
    citation = Citation(1, "p", "1/KH-UBND", "Kế hoạch", "I", chat.message, 0, 1, "p:0")
    said = Statement(f"{chat.message} ({len(chat.history)})", (1,))
    return Answer(Status.ANSWERED, (said,), (citation,), trace=Trace(standalone=chat.message))


def test_answers_stand_under_their_questions_with_citations_numbered_on() -> None:
    answer = several.answered(("A nào?", "B nào?"), ChatInput("A nào? B nào?"), echo)
    assert [s.text for s in answer.statements] == [
        "Câu thứ nhất: A nào?",
        "A nào? (0)",
        "Câu thứ hai: B nào?",
        "B nào? (1)",
    ]
    assert [s.markers for s in answer.statements] == [(), (1,), (), (2,)]
    assert [c.marker for c in answer.citations] == [1, 2]
    assert answer.trace.standalone == "A nào? B nào?"


def test_no_more_than_five_are_answered_and_that_is_said() -> None:
    asked = tuple(f"Câu {n} là gì?" for n in range(100))
    answer = several.answered(asked, ChatInput(" ".join(asked)), echo)
    assert len(answer.citations) == several.MAX_QUESTIONS
    assert "100 câu hỏi" in answer.statements[-1].text


def test_the_stream_says_the_statements_of_the_answer_in_order() -> None:
    asked = tuple(f"Câu {n} là gì?" for n in range(7))
    events = list(several.streamed(asked, ChatInput(" ".join(asked)), echo))
    assert isinstance(events[-1], Done)
    said = tuple(event.statement for event in events if isinstance(event, Said))
    assert said == events[-1].answer.statements


def test_the_abbreviation_ai_asks_nothing() -> None:
    message = "An Giang có bao nhiêu trạm phát sóng? Tỉnh đang ứng dụng AI vào dịch vụ công."
    assert len(several.questions(message)) <= 1
    assert len(several.questions(message.replace("ứng dụng AI", "giao ai ứng dụng phần mềm"))) == 2
