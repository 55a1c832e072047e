"""A figure that a question states: right, wrong, or nothing to judge it by."""

import re

import pytest
from fakes import make_plan

from app.reading.material import Material
from app.understanding.question import understand
from app.writers import premise
from index.search.retriever import ScoredChunk

PLAN = make_plan("p", ["Hệ thống có 120 điểm cầu, trong đó 20 điểm cầu cấp huyện."])


def coverage(query: str, text: str) -> float:
    """The share of the words of `query` that `text` holds."""
    words, held = (re.findall(r"\w+", part.casefold()) for part in (query, text))
    return sum(word in held for word in words) / len(words) if words else 0.0


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("An Giang có 213 điểm cầu đúng không?", "Không đúng: theo kế hoạch của An Giang là 120"),
        ("An Giang có 120 điểm cầu, phải không?", "Đúng: 120 điểm cầu"),
        ("An Giang có 20 điểm cầu, phải không?", ""),
        ("An Giang có 213 máy in, phải không?", ""),
        ("An Giang có 213 điểm cầu", ""),
        ("An Giang có điểm cầu không?", ""),
    ],
)
def test_a_stated_figure_is_judged_by_the_passage(question: str, opening: str) -> None:
    hit = ScoredChunk(PLAN.chunks[0], score=1.0, rank=1, lexical=9.0, dense=0.6, coverage=0.9)
    material = Material(understand(question, [PLAN]), (PLAN,), coverage, {"p": [hit]})
    said = [statement.text for statement in premise.write(material).statements]
    assert said[:1] == [] if not opening else said[0].startswith(opening)
