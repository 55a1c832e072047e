"""The language model over HTTP: what it may say, and what happens when it lies, hangs or breaks."""

import logging
import threading
import time
from itertools import chain, repeat

import pytest
from assistants import assistant_over, with_made_up_plan
from chat_endpoint import DONE, Moved, Raw, chat_endpoint, dripping, endless, event, streamed
from models import ask, modelled

from app.answer import ChatInput, NoticeKind, Said, Status
from app.ui.talk import respond

QUESTION = "Trung tâm sáng tạo số của Tuyên Quang hoạt động ra sao?"
GOOD = "Sở Khoa học và Công nghệ vận hành Trung tâm sáng tạo số từ ngày 01/9/2023."
QUOTE = "Kế hoạch của Tuyên Quang nêu: “Giao Sở Khoa học và Công nghệ vận hành"
QUICK = {"first_token_seconds": 0.6, "max_seconds": 1.2}
BOUND_S = 4.0
"""The longest time-out of QUICK and what a slow machine may add."""


@pytest.fixture(scope="module", autouse=True)
def _client_loaded() -> None:
    """The client's import is no part of what is timed."""
    with modelled(lambda _: f"{GOOD} [1]") as (assistant, _):
        ask(assistant, QUESTION)


def notice_of(answer) -> str:
    """The one sentence about the model."""
    (notice,) = [n for n in answer.notices if n.kind is NoticeKind.LANGUAGE_MODEL]
    return notice.text


def test_a_proved_sentence_is_the_answer_and_cites_what_code_copied() -> None:
    with modelled(lambda _: f"{GOOD} [1]") as (assistant, asked):
        answer = ask(assistant, QUESTION).answer
    assert [s.text for s in answer.statements] == [GOOD]
    assert answer.status is Status.ANSWERED
    assert answer.trace.writer == "model"
    assert answer.notices == ()
    (citation,) = answer.citations
    plan = assistant.catalogue.plan(citation.plan_id)
    assert plan.text[citation.start : citation.end] == citation.quote
    assert citation.quote.startswith("Giao Sở Khoa học và Công nghệ vận hành")
    assert asked[0]["stream"] is True
    assert asked[0]["max_completion_tokens"] == 700


def test_passages_are_numbered_and_fenced_with_their_plan_and_place() -> None:
    with modelled(lambda _: f"{GOOD} [1]") as (assistant, asked):
        ask(assistant, QUESTION)
    system, request = (message["content"] for message in asked[0]["messages"])
    assert "KHÔNG CÓ" in system
    assert f"<cau_hoi>\n{QUESTION}\n</cau_hoi>" in request
    head = '<doan so="1" van_ban="Kế hoạch số 88/KH-UBND ngày 05/03/2023 của UBND tỉnh Tuyên Quang"'
    assert head in request
    assert request.count("<doan ") == request.count("</doan>")


@pytest.mark.parametrize(
    "lie",
    [
        "Sở Khoa học và Công nghệ vận hành Trung tâm sáng tạo số từ ngày 02/9/2023. [1]",
        "Trung tâm sáng tạo số có 500 cán bộ. [1]",
        "Cao Bằng: Sở Khoa học và Công nghệ vận hành Trung tâm sáng tạo số. [1]",
        "Sở Khoa học và Công nghệ không vận hành Trung tâm sáng tạo số. [1]",
        "Sở Khoa học và Công nghệ vận hành Trung tâm theo Quyết định số 99/QĐ-TTg. [1]",
        "Sở Khoa học và Công nghệ vận hành Trung tâm sáng tạo số. [99]",
        "Sở Khoa học và Công nghệ vận hành Trung tâm sáng tạo số.",
        "Sở Tài chính vận hành Trung tâm sáng tạo số. [1]",
        "Tôi không thể trả lời câu hỏi này. [1]",
        "The Department of Science operates the centre. [1]",
        "科学技术厅负责运营创新中心。[1]",
        "asdf qwer zxcv [1]",
    ],
)
def test_a_lie_is_left_out_and_said_to_be(lie: str) -> None:
    with modelled(lambda _: f"{GOOD} [1]\n{lie}\n") as (assistant, _):
        answer = ask(assistant, QUESTION).answer
    assert [s.text for s in answer.statements] == [GOOD]
    assert notice_of(answer) == "1 câu bị loại vì không có căn cứ."
    assert len(answer.trace.dropped) == 1


def test_nothing_but_lies_leaves_the_quotation_and_one_notice() -> None:
    with modelled(lambda _: "Trung tâm có 500 cán bộ. [1]\nTrung tâm ở Cao Bằng. [1]") as (it, _):
        answer = ask(it, QUESTION).answer
    assert answer.statements[0].text.startswith(QUOTE)
    assert answer.trace.writer == "quoting"
    assert notice_of(answer).startswith("2 câu bị loại vì không có căn cứ; câu trả lời trích")


@pytest.fixture(scope="module")
def harbour(tmp_path_factory):
    """The assistant over a made-up plan that speaks of one thing in several places."""
    path = tmp_path_factory.mktemp("plans") / "an-giang-made-up.txt"
    path.write_text(
        "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\n-------\nSố: 77/KH-UBND\n\nAn Giang, ngày 05 tháng 3 năm 2023"
        "\n\nKẾ HOẠCH\n\nPHÁT TRIỂN ĐÔ THỊ SỐ NĂM 2023\n\nI. NHIỆM VỤ\n\n1. Chợ nổi\n\n"
        "Nâng cấp chợ nổi bằng cảm biến do thành phố vận hành.\n\n"
        "Chợ nổi mở cửa hằng ngày, cảm biến do thành phố bảo trì. Lối đi lát đá ven sông được mở rộng.\n\n"
        "2. Cảm biến\n\nCảm biến ở chợ nổi đo mực nước và do thành phố mua sắm.\n",
        encoding="utf-8",
    )
    return assistant_over(path)


MARKET = "Cảm biến do thành phố vận hành ở chợ nổi An Giang ra sao?"


def numbered(body, words: str) -> str:
    """The number of the passage that holds the words."""
    return str(body["messages"][1]["content"].partition(words)[0].count("<doan "))


def test_a_sentence_of_another_passage_does_not_displace_the_best_quotation(harbour) -> None:
    said = "Chợ nổi mở cửa hằng ngày, cảm biến do thành phố bảo trì."
    with modelled(lambda body: f"{said} [{numbered(body, 'hằng ngày')}]", harbour) as (it, asked):
        answer = ask(it, MARKET).answer
    assert asked[0]["messages"][1]["content"].count("<doan ") >= 2
    first, second = answer.statements
    assert (first.text, first.markers) == (said, (1,))
    assert second.text.startswith("Kế hoạch của An Giang nêu: “Nâng cấp chợ nổi")
    assert second.markers == (2,)


def test_a_proved_sentence_beside_the_question_is_left_out(harbour) -> None:
    said = "Lối đi lát đá ven sông được mở rộng."
    with modelled(lambda body: f"{said} [{numbered(body, 'hằng ngày')}]", harbour) as (it, _):
        answer = ask(it, MARKET).answer
    assert answer.statements == harbour.invoke(ChatInput(MARKET)).statements
    assert answer.trace.dropped == (f"beside the question: {said}",)
    assert "không trả lời đúng câu hỏi" in notice_of(answer)


def test_a_summary_may_be_worded_and_needs_no_list_behind_it() -> None:
    question = "Tóm tắt mục tiêu an toàn thông tin của Tuyên Quang"
    first = "100% hệ thống thông tin được phê duyệt cấp độ."
    second = "40% máy chủ được sao lưu ngoài tỉnh."

    def script(body) -> str:
        one, two = (numbered(body, words) for words in ("phê duyệt cấp độ", "sao lưu ngoài"))
        return f"{first} [{one}]\n{second} [{two}]"

    with modelled(script) as (assistant, _):
        answer = ask(assistant, question).answer
    assert [s.text for s in answer.statements] == [first, second]
    assert [s.markers for s in answer.statements] == [(1,), (2,)]


def test_nothing_goes_on_behind_an_answer_that_was_given_up() -> None:
    before = set(threading.enumerate())
    for script in (lambda _: Raw(_pings()), lambda _: Raw(endless(f"{GOOD} [1]\n"))):
        with modelled(script, **QUICK) as (assistant, _):
            ask(assistant, QUESTION)
    deadline = time.monotonic() + 5
    while set(threading.enumerate()) - before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert set(threading.enumerate()) <= before


def test_the_province_is_added_where_the_question_names_none() -> None:
    question = "Trung tâm sáng tạo số hoạt động ra sao?"
    with modelled(lambda _: f"{GOOD} [1]") as (assistant, _):
        answer = ask(assistant, question).answer
    assert answer.statements[0].text == f"Tuyên Quang: {GOOD}"


def test_the_screen_grows_sentence_by_sentence() -> None:
    more = "Giao Sở Khoa học và Công nghệ vận hành Trung tâm sáng tạo số."
    with modelled(lambda _: f"{GOOD} [1]\n{more} [1]") as (assistant, _):
        steps = [exchanges[-1] for exchanges in respond(assistant, (), QUESTION)]
    growing = [step for step in steps if step.searching]
    assert [len(step.statements) for step in growing] == [0, 0, 1, 2]
    assert steps[-1].answer is not None
    assert [s.text for s in steps[-1].statements] == [GOOD, more]


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (lambda _: 500, "gặp lỗi"),
        (lambda _: 503, "gặp lỗi"),
        (lambda _: 401, "từ chối yêu cầu"),
        (lambda _: 403, "từ chối yêu cầu"),
        (lambda _: 404, "từ chối yêu cầu"),
        (lambda _: 400, "từ chối yêu cầu"),
        (lambda _: 429, "quá tải"),
        (lambda _: "", "không trả lời"),
        (lambda _: "KHÔNG CÓ", "không trả lời"),
        (lambda _: Raw([b"data: {khong phai json\n\n", DONE]), "không đọc được"),
        (lambda _: Raw([b"data: [1, 2]\n\n", DONE]), ""),
        (lambda _: Raw([b"\x00\xff\xfe rac rac\n\n" * 20]), "không đọc được"),
        (lambda _: Raw([b"<html>loi</html>"]), "không đọc được"),
        (lambda _: Raw([b'data: {"error": {"message": "sk-bi-mat"}}\n\n', DONE]), "không đọc được"),
        (lambda _: Raw(streamed(GOOD, pause_s=2.0)), "quá chậm"),
        (lambda _: Raw(dripping(GOOD, pause_s=0.05)), "quá chậm"),
        (lambda _: Raw(_pings()), "quá chậm"),
        (lambda _: Raw(endless("la ")), "bị loại"),
        (lambda _: Raw(endless("Trung tâm có 500 cán bộ. [1]\n")), "8 câu bị loại"),
    ],
)
def test_trouble_ends_in_the_quotation_in_time(script, reason: str) -> None:
    with modelled(script, **QUICK) as (assistant, _):
        started = time.monotonic()
        answer = ask(assistant, QUESTION).answer
        assert time.monotonic() - started < BOUND_S
    assert [s.text[: len(QUOTE)] for s in answer.statements] == [QUOTE]
    assert answer.trace.writer == "quoting"
    assert reason in notice_of(answer)
    assert "trích nguyên văn từ kế hoạch" in notice_of(answer)


def _pings():
    """Comments that keep a connection alive and say nothing."""
    for ping in repeat(b": ping\n\n"):
        time.sleep(0.05)
        yield ping


def test_an_endpoint_that_is_not_there() -> None:
    with modelled(lambda _: "x") as (assistant, _):
        pass
    answer = ask(assistant, QUESTION).answer
    assert answer.statements[0].text.startswith(QUOTE)
    assert notice_of(answer).startswith("Không kết nối được với mô hình ngôn ngữ; câu trả lời")


def test_what_was_said_before_a_stream_breaks_off_stays() -> None:
    def broken():
        yield event(f"{GOOD} [1]\nTrung tâm sáng ")
        time.sleep(3)

    with modelled(lambda _: Raw(broken()), **QUICK) as (assistant, _):
        answer = ask(assistant, QUESTION).answer
    assert [s.text for s in answer.statements] == [GOOD]
    assert "quá chậm" in notice_of(answer)


def test_statements_come_while_the_model_still_speaks() -> None:
    def slow():
        yield event(f"{GOOD} [1]\n")
        time.sleep(1.0)
        yield from (event("", "stop"), DONE)

    with modelled(lambda _: Raw(slow())) as (assistant, _):
        events = assistant.stream(ChatInput(QUESTION))
        first = next(e for e in events if isinstance(e, Said))
        arrived = time.monotonic()
        list(events)
        assert first.statement.text == GOOD
        assert time.monotonic() - arrived > 0.7


@pytest.mark.parametrize(
    "question",
    [
        "Tuyên Quang có bao nhiêu trạm phát sóng?",
        "Tổng kinh phí của Tuyên Quang là bao nhiêu?",
        "Ai ký kế hoạch của Tuyên Quang?",
        "So sánh tổng kinh phí của Tuyên Quang và Lâm Đồng",
        "Dự án wifi công cộng của Tuyên Quang ai chủ trì?",
        "Những mục tiêu phục vụ người dân của Tuyên Quang là gì?",
        "Sở nào vận hành Trung tâm sáng tạo số của Tuyên Quang?",
        "Xin chào",
        "Có kế hoạch của những tỉnh nào?",
        "Bình Thuận có bao nhiêu trạm phát sóng?",
        "Tuyên Quang có bao nhiêu camera giám sát?",
        "Viết cho tôi một bài thơ tình",
        "",
    ],
)
def test_what_code_answers_or_declines_is_never_sent(question: str) -> None:
    with modelled(lambda _: "Có 7 trạm. [1]") as (assistant, asked):
        answer = ask(assistant, question).answer
    plain = with_made_up_plan().invoke(ChatInput(question))
    assert asked == []
    assert answer.statements == plain.statements
    assert answer.notices == plain.notices


def test_the_key_is_sent_and_stands_in_no_log_answer_or_repr(caplog) -> None:
    caplog.set_level(logging.DEBUG)
    with modelled(lambda _: 401, api_key="sk-bi-mat-123") as (assistant, _):
        answer = ask(assistant, QUESTION).answer
    ours = [r.getMessage() for r in caplog.records]
    assert any("refused" in message for message in ours)
    assert "sk-bi-mat-123" not in "\n".join(ours) + repr(answer) + repr(vars(assistant))


def test_a_redirect_is_not_followed() -> None:
    with (
        chat_endpoint(lambda _: f"{GOOD} [1]") as (elsewhere, reached),
        modelled(lambda _: Moved(elsewhere)) as (assistant, asked),
    ):
        answer = ask(assistant, QUESTION).answer
    assert (len(asked), reached) == (1, [])
    assert answer.statements[0].text.startswith(QUOTE)


def test_pieces_of_any_size_give_the_same_statements() -> None:
    said = f"<think>Đoạn 1 nói gì?\n</think>\n\n1. **{GOOD}** (đoạn 1)\n"
    whole = chain([event(said)], [event("", "stop"), DONE])
    for script in (lambda _: said, lambda _: Raw(whole)):
        with modelled(script) as (assistant, _):
            assert [s.text for s in ask(assistant, QUESTION).answer.statements] == [GOOD]
