"""How sure it is that a quoted passage answers, sign by sign."""

import math
import re

import pytest
from fakes import make_plan

from app.draft import Draft, DraftStatement, Proof
from app.proving.confidence import (
    Weights,
    confidence,
    doubtful,
    probability,
    says_nothing_of,
    shipped_weights,
    signs,
)
from app.reading.material import Material
from app.understanding.kinds import Kind
from app.understanding.question import Question
from index.search.retriever import ScoredChunk

LINES = ("Sở Y tế có 12 máy chủ.", "Toàn tỉnh có 900 máy tính.", "Tập huấn vào quý II.")
PLAN = make_plan("p", LINES, heading="Hạ tầng")


def coverage(query: str, text: str) -> float:
    """The share of the words of `query` that `text` holds."""
    words, held = (re.findall(r"\w+", part.casefold()) for part in (query, text))
    return sum(word in held for word in words) / len(words) if words else 0.0


def hit(line: int, rank: int, score: float) -> ScoredChunk:
    return ScoredChunk(PLAN.chunks[line], score, rank, 10 * score, score, score)


def material(text: str, topic: str, *hits: ScoredChunk) -> Material:
    question = Question(text, Kind.FIGURE, topic=topic, plan_ids=("p",))
    return Material(question, (PLAN,), coverage, {"p": hits})


def quoted(line: int, lead: str = "", writer: str = "quoting") -> Draft:
    chunk = PLAN.chunks[line]
    proof = Proof("p", chunk.chunk_id, chunk.start, chunk.end)
    return Draft(writer, (DraftStatement(chunk.text, (proof,), lead=lead),))


def test_signs_of_the_passage_that_answers() -> None:
    asked = material(
        "Sở Y tế có bao nhiêu máy chủ?", "Sở Y tế máy chủ", hit(0, 1, 0.8), hit(1, 2, 0.4)
    )
    found = signs(asked, quoted(0, lead="12 máy chủ"))
    assert found == pytest.approx(
        {
            "topic_quoted": 1.0,
            "question_held": 6 / 8,  # all but "bao nhiêu"
            "share_missing": 0.0,
            "counted": 1.0,
            "kind": 0.0,
            "rank": 1.0,
            "lead_held": 0.5,
            "lead_words": 0.5,
            "lead_sense": 0.5,
        }
    )


@pytest.mark.parametrize(
    "text",
    ["Về việc cấp máy chủ của Sở Y tế: có 12?", "Cấp máy chủ của Sở Y tế, riêng có 12?"],
)
def test_words_that_join_a_completed_question_are_not_sought(text: str) -> None:
    joined = signs(material(text, "máy chủ", hit(0, 1, 0.8)), quoted(0))
    plain = signs(material("Cấp máy chủ của Sở Y tế có 12?", "máy chủ", hit(0, 1, 0.8)), quoted(0))
    assert joined == plain
    assert plain is not None and plain["question_held"] == 7 / 9  # all but "cấp", "của"


def test_signs_of_a_passage_near_the_topic() -> None:
    asked = material(
        "Bao giờ thuê xe cứu thương?", "thuê xe cứu thương", hit(1, 1, 0.5), hit(0, 2, 0.4)
    )
    found = signs(asked, quoted(0))
    assert found is not None
    assert found["share_missing"] == 1.0
    assert found["kind"] == -1  # no date stands in it
    assert found["rank"] == 0.5
    assert found["lead_words"] == pytest.approx(-0.2)


def test_a_passage_that_the_ranking_lacks_has_no_rank() -> None:
    found = signs(material("Máy chủ?", "máy chủ", hit(1, 1, 0.5)), quoted(0))
    assert found is not None
    assert (found["rank"], found["lead_held"]) == (0.0, -0.3)


@pytest.mark.parametrize(
    "draft",
    [
        Draft("quoting"),
        quoted(0, writer="table"),
        quoted(0, lead="01 nội dung", writer="lists"),
    ],
)
def test_what_was_not_chosen_by_its_words_is_not_judged(draft: Draft) -> None:
    asked = material("Máy chủ?", "máy chủ", hit(0, 1, 0.5))
    assert signs(asked, draft) is None
    assert confidence(asked, draft) is None
    assert not doubtful(asked, draft)


def test_probability_is_logistic() -> None:
    weights = Weights({"a": 2.0, "b": -1.0}, intercept=0.5, needed=0.1)
    assert probability({"a": 0.0, "b": 0.5}, weights) == 0.5
    assert probability({"a": 1.0, "b": 0.0}, weights) == pytest.approx(1 / (1 + math.exp(-2.5)))


def test_shipped_weights_refuse_what_only_resembles() -> None:
    right = material(
        "Sở Y tế có bao nhiêu máy chủ?", "Sở Y tế máy chủ", hit(0, 1, 0.8), hit(1, 2, 0.4)
    )
    assert not doubtful(right, quoted(0, lead="12 máy chủ"))
    near = material(
        "Bao giờ thuê xe cứu thương?", "thuê xe cứu thương", hit(1, 1, 0.5), hit(0, 2, 0.3)
    )
    assert doubtful(near, quoted(0))


@pytest.mark.parametrize(
    ("topic", "nothing"),
    [
        ("phi thuyền", True),
        ("phi thuyền máy chủ", False),
        ("may chu", False),
        ("tiền", False),
        ("", False),
    ],
)
def test_a_plan_that_says_no_word_of_the_topic(topic: str, nothing: bool) -> None:
    held = make_plan("x", ["Có 12 máy chủ.", "Kinh phí do Sở bố trí."])
    assert says_nothing_of(held, topic) is nothing


def test_shipped_weights_know_every_sign() -> None:
    found = signs(material("Máy chủ?", "máy chủ", hit(0, 1, 0.5)), quoted(0))
    assert found is not None
    assert set(shipped_weights().signs) == set(found)
    assert 0 < shipped_weights().needed < 0.5
