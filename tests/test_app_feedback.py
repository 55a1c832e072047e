"""app.feedback: what is kept of a judged answer, its limits, and files that cannot be used."""

import logging
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from fakes_ui import BUDGET, HOSTILE, FakeAssistant, talk

from app.answer import Answer, Statement, Status, Trace
from app.errors import FeedbackError
from app.feedback import (
    FILE_NAME,
    MAX_COMMENT_CHARS,
    MAX_TURN_CHARS,
    MAX_TURNS,
    Cited,
    Feedback,
    FeedbackStore,
    Reason,
    tidy_comment,
)
from app.render import answer_text

REFUSAL = Answer(
    Status.DECLINED,
    (Statement("Kế hoạch không nêu."),),
    trace=Trace(standalone="Kinh phí của An Nam?", writer="declining"),
)


@pytest.fixture
def store(tmp_path) -> FeedbackStore:
    return FeedbackStore(tmp_path / "home")


def add(store: FeedbackStore, key: str = "a-0", **given) -> None:
    opinion = {"turns": ("Kinh phí?",), "answer": REFUSAL, "helpful": True, **given}
    store.add(key, **opinion)


def execute(store: FeedbackStore, statement: str) -> list[tuple]:
    """The rows of a statement run on the store's file, past the store."""
    with closing(sqlite3.connect(file_of(store))) as base, base:
        return base.execute(statement).fetchall()


def file_of(store: FeedbackStore):
    return store._file


def test_everything_comes_back_as_it_was_given(store) -> None:
    (exchange,) = talk("Kinh phí của An Nam?", assistant=FakeAssistant())
    before = datetime.now(UTC)
    add(
        store,
        turns=("Xin chào", "Kinh phí của An Nam?"),
        answer=exchange.answer,
        helpful=False,
        reason=Reason.WRONG_EVIDENCE,
        comment="Sai mục",
    )

    (kept,) = store.all()
    assert kept == Feedback(
        id=1,
        created=kept.created,
        turns=("Xin chào", "Kinh phí của An Nam?"),
        understood="Kinh phí của An Nam? (lượt 1)",
        status=Status.ANSWERED,
        writer="",
        answer=answer_text(exchange.answer),
        citations=tuple(Cited(c.number, c.section, c.quote) for c in exchange.answer.citations),
        helpful=False,
        reason=Reason.WRONG_EVIDENCE,
        comment="Sai mục",
    )
    assert kept.citations[0] == ("11/KH-UBND", "Phần II", BUDGET)
    assert kept.created.utcoffset() == timedelta(0)
    assert before <= kept.created <= datetime.now(UTC)


def test_a_refusal_that_helped_has_neither_reason_nor_citations(store) -> None:
    add(store)

    (kept,) = store.all()
    assert (kept.status, kept.writer, kept.answer) == (
        Status.DECLINED,
        "declining",
        "Kế hoạch không nêu.",
    )
    assert (kept.helpful, kept.reason, kept.comment, kept.citations) == (True, None, "", ())


def test_nothing_is_made_before_something_is_kept(store) -> None:
    assert store.all() == ()
    assert not file_of(store).parent.exists()


def test_the_file_is_private_versioned_and_does_not_block_readers(store) -> None:
    add(store)

    assert file_of(store).name == FILE_NAME
    assert stat.S_IMODE(file_of(store).stat().st_mode) == 0o600
    assert execute(store, "PRAGMA journal_mode") == [("wal",)]
    assert execute(store, "PRAGMA user_version") == [(1,)]


def test_a_second_opinion_replaces_the_first(store) -> None:
    add(store, "a-0", helpful=False, reason=Reason.OTHER, comment="nhầm")
    add(store, "a-1")
    add(store, "a-0", turns=("Kinh phí?", "Của An Nam?"))

    first, second = store.all()
    assert (first.id, first.helpful, first.reason, first.comment) == (1, True, None, "")
    assert first.turns == ("Kinh phí?", "Của An Nam?")
    assert first.created > second.created
    assert second.id == 2


@pytest.mark.parametrize(("helpful", "reason"), [(True, Reason.OTHER), (False, None)])
def test_a_reason_belongs_to_what_did_not_help(store, helpful, reason) -> None:
    with pytest.raises(ValueError, match="reason"):
        add(store, helpful=helpful, reason=reason)
    assert store.all() == ()


def test_turns_are_bounded_and_the_judged_one_stays(store) -> None:
    turns = [f"{n} " + "a" * MAX_TURN_CHARS for n in range(MAX_TURNS + 5)]
    add(store, turns=turns)

    (kept,) = store.all()
    assert kept.turns == tuple(turn[:MAX_TURN_CHARS] for turn in turns[5:])
    assert kept.turns[-1].startswith(f"{MAX_TURNS + 4} ")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  sai\n\tmục  hai ", "sai mục hai"),
        ("sai\x00 \x1b[31mmục\x7f\u202e\u200b", "sai [31mmục"),
        ("\udcff", ""),
        ("a" * 10_000, "a" * MAX_COMMENT_CHARS),
        ("a" * (MAX_COMMENT_CHARS - 1) + " b", "a" * (MAX_COMMENT_CHARS - 1)),
        ("", ""),
    ],
)
def test_a_comment_is_one_short_visible_line(store, typed: str, kept: str) -> None:
    add(store, comment=typed)

    assert tidy_comment(typed) == tidy_comment(kept) == kept
    assert store.all()[0].comment == kept


@pytest.mark.parametrize("text", [HOSTILE, "'); DROP TABLE feedback; --", '["x"]', "\x00", "🙂"])
def test_hostile_text_is_only_text(store, text: str) -> None:
    answer = Answer(Status.ANSWERED, (Statement(text),), trace=Trace(standalone=text))
    add(store, turns=(text,), answer=answer, helpful=False, reason=Reason.OTHER, comment=text)

    (kept,) = store.all()
    assert (kept.turns, kept.understood, kept.answer) == ((text,), text, text)
    assert kept.comment == tidy_comment(text)


def test_half_a_character_does_not_lose_the_rest(store) -> None:
    add(store, turns=("kinh \udcff phí \ud83d",), answer=Answer(Status.DECLINED, ()))

    assert store.all()[0].turns == ("kinh ? phí ?",)


def test_a_full_store_takes_no_more_but_still_replaces(tmp_path) -> None:
    store = FeedbackStore(tmp_path, max_rows=2)
    add(store, "a-0")
    add(store, "a-1")

    with pytest.raises(FeedbackError, match="2 rows") as caught:
        add(store, "a-2")
    assert caught.value.user_message.startswith("Kho góp ý đã đầy")
    add(store, "a-1", helpful=False, reason=Reason.INCOMPLETE)
    assert [kept.helpful for kept in store.all()] == [True, False]


def test_threads_lose_nothing(tmp_path) -> None:
    stores = (FeedbackStore(tmp_path), FeedbackStore(tmp_path))
    add(stores[0], "first")

    def judge(n: int) -> int:
        add(stores[n % 2], f"key-{n % 40}")
        return len(stores[n % 2].all())

    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(judge, range(80)))

    assert len(stores[0].all()) == 41
    assert all(1 < count <= 41 for count in counts)


def test_threads_may_all_be_the_first(store) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: add(store, f"key-{n}"), range(8)))

    assert len(store.all()) == 8


def _garbage(store) -> None:
    file_of(store).write_bytes(b"not a database at all" * 300)


def _cut(store) -> None:
    execute(store, "PRAGMA wal_checkpoint(TRUNCATE)")
    content = file_of(store).read_bytes()
    file_of(store).write_bytes(content[: len(content) // 2])


def _without_table(store) -> None:
    execute(store, "ALTER TABLE feedback RENAME TO other")


@pytest.mark.parametrize("damage", [_garbage, _cut, _without_table])
def test_a_damaged_file_is_told(store, damage) -> None:
    add(store)
    damage(store)

    for use in (store.all, lambda: add(store, "a-1")):
        with pytest.raises(FeedbackError) as caught:
            use()
        assert caught.value.user_message.startswith("Tệp góp ý bị hỏng")
        assert str(file_of(store)) in caught.value.detail


@pytest.mark.parametrize(
    "change",
    ["status = 'x'", "reason = 'x'", "turns = '['", "turns = 5", "citations = '[[1]]'", "created = 'x'"],
)  # fmt: skip
def test_a_damaged_row_is_told(store, change: str) -> None:
    add(store)
    execute(store, f"UPDATE feedback SET {change}")  # noqa: S608

    with pytest.raises(FeedbackError) as caught:
        store.all()
    assert caught.value.user_message.startswith("Tệp góp ý bị hỏng")


@pytest.mark.parametrize("statement", ["PRAGMA user_version = 2", "CREATE TABLE other (x)"])
def test_a_file_of_another_making_is_left_alone(store, statement: str) -> None:
    file_of(store).parent.mkdir()
    execute(store, statement)
    before = file_of(store).read_bytes()

    for use in (store.all, lambda: add(store)):
        with pytest.raises(FeedbackError) as caught:
            use()
        assert "phiên bản khác" in caught.value.user_message
    assert file_of(store).read_bytes() == before


def test_an_empty_file_is_filled(store) -> None:
    file_of(store).parent.mkdir()
    file_of(store).touch()

    assert store.all() == ()
    add(store)
    assert len(store.all()) == 1


def test_a_home_that_cannot_be_written_is_told(tmp_path) -> None:
    (tmp_path / "home").touch()
    (tmp_path / "other" / FILE_NAME).mkdir(parents=True)

    for home in ("home", "other"):
        with pytest.raises(FeedbackError) as caught:
            add(FeedbackStore(tmp_path / home))
        assert caught.value.user_message.startswith("Chưa lưu được góp ý")
    with pytest.raises(FeedbackError) as caught:
        FeedbackStore(tmp_path / "other").all()
    assert caught.value.user_message.startswith("Không đọc được tệp góp ý")


def test_a_file_locked_for_too_long_is_told(tmp_path) -> None:
    store = FeedbackStore(tmp_path, wait_s=0.05)
    add(store)

    with closing(sqlite3.connect(file_of(store), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FeedbackError, match="locked"):
            add(store, "a-1")
        assert len(store.all()) == 1
    add(store, "a-1")
    assert len(store.all()) == 2


def test_a_home_with_signs_of_an_address_is_only_a_folder(tmp_path) -> None:
    store = FeedbackStore(tmp_path / "a?mode=memory#b %41")
    add(store)

    assert len(store.all()) == 1
    assert file_of(store).stat().st_size > 0


def test_nothing_typed_is_logged_or_told(store, caplog) -> None:
    add(store, "a-0", comment="bí mật", helpful=False, reason=Reason.OTHER)
    _garbage(store)
    with caplog.at_level(logging.DEBUG), pytest.raises(FeedbackError) as caught:
        add(store, "a-1", turns=("bí mật",), comment="bí mật", helpful=False, reason=Reason.OTHER)

    assert "bí mật" not in caplog.text + str(caught.value) + caught.value.user_message
