"""The conversation behind the screen: how it grows, its limits, and what goes wrong."""

import logging

from fakes_ui import FakeAssistant, talk

from app.answer import ChatInput, Status, Suggested
from app.errors import AssistantError
from app.ui.draw import conversation_html
from app.ui.exchange import advance
from app.ui.talk import MAX_EXCHANGES, MAX_HISTORY_TURNS, MAX_MESSAGE_CHARS, respond


class Breaking(FakeAssistant):
    """Fails after the first event, with the error it was given."""

    def __init__(self, error: Exception | None) -> None:
        super().__init__()
        self.error = error

    def stream(self, request, /):
        yield next(iter(super().stream(request)))
        if self.error is not None:
            raise self.error


def test_answer_grows_event_by_event():
    steps = list(respond(FakeAssistant(), (), "Mục tiêu của An Nam?"))

    grown = [
        (bool(last.standalone), len(last.statements), len(last.citations), last.searching)
        for (last,) in steps
    ]
    assert grown == [
        (False, 0, 0, True),
        (True, 0, 0, True),
        (True, 1, 1, True),
        (True, 2, 2, True),
        (True, 3, 3, True),
        (True, 3, 3, False),
        (True, 3, 3, False),
    ]
    assert [last.busy for (last,) in steps] == [True] * 6 + [False]
    assert steps[-1][0].answer.status is Status.ANSWERED


def test_history_holds_the_last_answered_turns():
    assistant = FakeAssistant()
    talk(*(f"Kinh phí {n}?" for n in range(MAX_HISTORY_TURNS + 2)), assistant=assistant)

    assert [turn.message for turn in assistant.requests[-1].history] == [
        f"Kinh phí {n}?" for n in range(1, MAX_HISTORY_TURNS + 1)
    ]
    assert assistant.requests[1].history[0].standalone == "Kinh phí 0? (lượt 1)"


def test_conversation_is_bounded():
    exchanges = talk(*(f"Kinh phí {n}?" for n in range(MAX_EXCHANGES + 3)))

    assert len(exchanges) == MAX_EXCHANGES
    assert exchanges[-1].message == f"Kinh phí {MAX_EXCHANGES + 2}?"


def test_empty_message_gets_a_sentence_and_leaves_no_turn():
    assistant = FakeAssistant()
    exchanges = talk("  \n ", "Kinh phí?", assistant=assistant)

    assert talk("  \n ")[0].fault == "Xin nhập câu hỏi rồi bấm “Gửi”."
    assert [exchange.message for exchange in exchanges] == ["Kinh phí?"]
    assert len(assistant.requests) == 1


def test_longest_message_is_asked_and_a_longer_one_gets_a_sentence():
    assistant = FakeAssistant()
    *_, longest, longer = talk("a" * MAX_MESSAGE_CHARS, "b" * 20_000, assistant=assistant)

    assert longest.answer is not None
    assert longer.fault.startswith("Câu hỏi dài 20000 ký tự, vượt mức 2000 ký tự")
    assert len(longer.message) == 201
    assert len(assistant.requests) == 1


def test_error_of_ours_is_shown_as_it_is():
    error = AssistantError("Chỉ mục bị hỏng. Xin chạy lại `make index`.")
    (exchange,) = talk("Kinh phí?", assistant=Breaking(error))

    assert exchange.fault == error.user_message
    assert exchange.standalone == "Kinh phí? (lượt 1)"
    assert not exchange.searching


def test_any_other_error_is_logged_and_gets_one_sentence(caplog):
    with caplog.at_level(logging.ERROR):
        (exchange,) = talk("câu hỏng")

    assert exchange.fault.startswith("Hệ thống gặp lỗi khi trả lời câu hỏi này.")
    assert "hỏng thật" in caplog.text
    assert "Traceback" in caplog.text
    assert "hỏng thật" not in conversation_html((exchange,), ())


def test_stream_without_an_end_gets_a_sentence():
    (exchange,) = talk("Kinh phí?", assistant=Breaking(None))

    assert exchange.fault == "Câu trả lời bị ngắt giữa chừng. Xin gửi lại câu hỏi."


def test_failed_turn_is_no_history():
    assistant = FakeAssistant()
    talk("câu hỏng", "Kinh phí?", assistant=assistant)

    assert assistant.requests[-1].history == ()


def test_an_edited_question_is_asked_without_what_was_said_before():
    assistant = FakeAssistant()
    before = talk("Kinh phí?", assistant=assistant)

    *_, exchanges = respond(assistant, before, "Mục tiêu của An Nam?", alone=True)

    assert assistant.requests[-1] == ChatInput("Mục tiêu của An Nam?", ())
    assert [exchange.message for exchange in exchanges] == ["Kinh phí?", "Mục tiêu của An Nam?"]


def test_suggestions_come_with_the_last_answer_only():
    first, second = talk("Kinh phí?", "Mục tiêu?")
    asked = (advance(first, Suggested(("Cũ?",))), advance(second, Suggested(("Hỏi <gì>?",))))

    drawn = conversation_html(asked, ())

    assert 'data-ask="Hỏi &lt;gì&gt;?"' in drawn
    assert "Cũ?" not in drawn
