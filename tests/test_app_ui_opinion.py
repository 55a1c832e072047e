"""Judging an answer: the row under it, and what is taken from the browser."""

import logging

import pytest
from fakes_ui import HOSTILE, FakeAssistant, talk
from pages import Page

from app.errors import FeedbackError
from app.feedback import MAX_COMMENT_CHARS, FeedbackStore, Reason
from app.ui.draw import conversation_html
from app.ui.opinion import Opinion, with_opinion
from app.ui.talk import MAX_EXCHANGES, respond

THANKS = "Cảm ơn anh/chị đã góp ý."


@pytest.fixture
def store(tmp_path) -> FeedbackStore:
    return FeedbackStore(tmp_path)


def drawn(exchanges, opinions=None) -> Page:
    return Page(conversation_html(exchanges, (), opinions))


def pressed(page: Page) -> list[str]:
    return [verdict.get("aria-pressed") for verdict in page.all(".verdict")]


def wrong(key: str, reason: str = "incomplete", comment: str = "") -> dict[str, object]:
    return {"answer": key, "helpful": False, "reason": reason, "comment": comment}


def test_every_finished_answer_can_be_judged():
    exchanges = talk("Kinh phí?", "Thời tiết?", "So sánh kinh phí", "câu hỏng")
    page = drawn(exchanges)

    assert [row.get("data-answer") for row in page.all(".opinion")] == [
        exchange.key for exchange in exchanges[:3]
    ]
    assert page.texts(".verdict") == ["Hữu ích", "Chưa đúng"] * 3
    assert {verdict.tag for verdict in page.all(".verdict")} == {"button"}
    assert pressed(page) == ["false"] * 6


def test_an_answer_on_its_way_cannot_be_judged():
    *growing, answered, last = respond(FakeAssistant(), (), "Kinh phí?")

    assert growing
    assert not any(drawn(step).all(".opinion") for step in growing)
    assert [len(drawn(step).all(".opinion")) for step in (answered, last)] == [1, 1]


def test_every_reason_is_offered_in_a_closed_form():
    page = drawn(talk("Kinh phí?"))

    assert page.one(".opinion-form").get("hidden") is not None
    assert page.texts(".reason") == [
        "Câu trả lời sai",
        "Trích dẫn sai",
        "Thiếu nội dung",
        "Lẽ ra phải nói là không có",
        "Hiểu sai câu hỏi",
        "Lý do khác",
    ]
    assert [radio.get("value") for radio in page.all("input", ".reason")] == list(Reason)
    assert page.one(".opinion-comment").get("maxlength") == str(MAX_COMMENT_CHARS)
    assert page.one(".opinion-send").get("disabled") is not None


def test_an_opinion_is_kept_with_the_conversation_before_it(store):
    exchanges = talk("Kinh phí?", "câu hỏng", "Thời tiết?", "Mục tiêu?")
    opinions = with_opinion(store, exchanges, {}, wrong(exchanges[2].key, comment=" thiếu \n vốn "))

    assert opinions == {
        exchanges[2].key: Opinion(False, Reason.INCOMPLETE, "thiếu vốn", kept=True, said=THANKS)
    }
    (kept,) = store.all()
    assert kept.turns == ("Kinh phí?", "Thời tiết?")
    assert kept.understood == "Thời tiết? (lượt 2)"
    assert (kept.helpful, kept.reason, kept.comment) == (False, Reason.INCOMPLETE, "thiếu vốn")


def test_an_opinion_given_stands_under_its_answer(store):
    exchanges = talk("Kinh phí?", "Mục tiêu?")
    opinions = with_opinion(store, exchanges, {}, {"answer": exchanges[0].key, "helpful": True})
    opinions = with_opinion(store, exchanges, opinions, wrong(exchanges[1].key, comment="thiếu"))
    page = drawn(exchanges, opinions)

    assert pressed(page) == ["true", "false", "false", "true"]
    assert page.texts(".opinion-said") == [THANKS, THANKS]
    assert [radio.get("value") for radio in page.all("input") if radio.get("checked")] == [
        "incomplete"
    ]
    assert [box.get("value") for box in page.all(".opinion-comment")] == ["", "thiếu"]


def test_a_second_opinion_replaces_the_first(store):
    exchanges = talk("Kinh phí?")
    opinions = with_opinion(store, exchanges, {}, wrong(exchanges[0].key))
    opinions = with_opinion(
        store, exchanges, opinions, {"answer": exchanges[0].key, "helpful": True}
    )

    assert opinions[exchanges[0].key].helpful
    assert [kept.helpful for kept in store.all()] == [True]


def test_an_answer_is_named_apart_from_those_of_other_conversations():
    first, second = talk("Kinh phí?", "Mục tiêu?")
    (other,) = talk("Kinh phí?")
    many = talk(*(f"Kinh phí {n}?" for n in range(MAX_EXCHANGES + 2)))

    assert len({first.key, second.key, other.key}) == 3
    assert first.conversation == second.conversation != other.conversation
    assert len(first.conversation) == 32
    assert [many[0].number, many[-1].number] == [2, MAX_EXCHANGES + 1]


def test_opinions_of_exchanges_let_go_are_forgotten(store):
    exchanges = talk("Kinh phí?", "Mục tiêu?")
    opinions = with_opinion(store, exchanges, {}, wrong(exchanges[0].key))
    opinions = with_opinion(store, exchanges[1:], opinions, wrong(exchanges[1].key))

    assert list(opinions) == [exchanges[1].key]


@pytest.mark.parametrize(
    "changed",
    [
        {"answer": None}, {"answer": 0}, {"answer": []}, {"answer": "x-0"}, {"answer": {"a": 1}},
        {"helpful": None}, {"helpful": 0}, {"helpful": "false"}, {"helpful": []},
        {"reason": None}, {"reason": "x"}, {"reason": ""}, {"reason": 1}, {"reason": ["other"]},
        {"comment": None}, {"comment": 5}, {"comment": ["x"]},
        {"comment": "a" * (MAX_COMMENT_CHARS + 1)},
    ],
)  # fmt: skip
def test_only_what_the_screen_can_send_is_taken(store, changed):
    exchanges = talk("Kinh phí?")
    given = {"x": Opinion(helpful=True)}
    sent = {**wrong(exchanges[0].key), **changed}

    assert with_opinion(store, exchanges, given, sent) is given
    assert store.all() == ()


@pytest.mark.parametrize("sent", [None, [], "x", 1, {}])
def test_an_event_without_an_opinion_changes_nothing(store, sent):
    assert with_opinion(store, talk("Kinh phí?"), {}, sent) == {}


def test_a_failed_exchange_cannot_be_judged(store):
    exchanges = talk("câu hỏng")

    assert with_opinion(store, exchanges, {}, wrong(exchanges[0].key)) == {}


def test_what_comes_with_helpful_is_not_kept(store):
    exchanges = talk("Kinh phí?")
    sent = {**wrong(exchanges[0].key, comment="x"), "helpful": True, "answer_text": "giả"}
    with_opinion(store, exchanges, {}, sent)

    (kept,) = store.all()
    assert (kept.helpful, kept.reason, kept.comment) == (True, None, "")
    assert "1.234" in kept.answer


def test_a_hostile_comment_stays_one_attribute(store):
    exchanges = talk("Kinh phí?")
    comment = f'" onfocus="alert(1)" {HOSTILE}'
    page = drawn(
        exchanges, with_opinion(store, exchanges, {}, wrong(exchanges[0].key, comment=comment))
    )

    box = page.one(".opinion-comment")
    assert box.get("value") == comment
    assert not [name for name in box.attrib if name.startswith("on")]
    assert not {element.tag for element in page.root.iter()} & {"script", "img", "a"}


def test_a_store_that_cannot_write_is_told_and_loses_nothing_else(tmp_path, caplog):
    home = tmp_path / "home"
    home.touch()
    exchanges = talk("Kinh phí?")
    with caplog.at_level(logging.DEBUG):
        opinions = with_opinion(
            FeedbackStore(home), exchanges, {}, wrong(exchanges[0].key, comment="bí mật")
        )
    page = drawn(exchanges, opinions)

    assert page.texts(".unkept")[0].startswith("Chưa lưu được góp ý")
    assert pressed(page) == ["false", "false"]
    assert page.one(".opinion-comment").get("value") == "bí mật"
    assert "feedback not kept" in caplog.text
    assert "bí mật" not in caplog.text


class Broken(FeedbackStore):
    """Fails with the error it was given, whose message repeats what was typed."""

    error: Exception

    def add(self, *_, **__):
        raise self.error


@pytest.mark.parametrize("error", [RuntimeError("bí mật"), UnicodeError("bí mật")])
def test_any_other_error_is_logged_without_its_words(tmp_path, caplog, error):
    store = Broken(tmp_path)
    store.error = error
    exchanges = talk("Kinh phí?")
    opinions = with_opinion(store, exchanges, {}, wrong(exchanges[0].key))

    assert opinions[exchanges[0].key].said.startswith("Hệ thống gặp lỗi nên chưa lưu được góp ý.")
    assert not opinions[exchanges[0].key].kept
    assert type(error).__name__ in caplog.text
    assert "in add" in caplog.text
    assert "bí mật" not in caplog.text


def test_an_error_of_the_store_is_shown_as_it_is(tmp_path):
    store = Broken(tmp_path)
    store.error = FeedbackError("Kho góp ý đã đầy.")
    exchanges = talk("Kinh phí?")

    (opinion,) = with_opinion(store, exchanges, {}, wrong(exchanges[0].key)).values()
    assert opinion.said == "Kho góp ý đã đầy."
