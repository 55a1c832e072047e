"""The things that one question asks of a plan together ("họp không giấy, báo cáo và kiểm tra")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.understanding.topic import topic_of, without_places, without_preamble
from app.words import wording
from app.words.entities import DEPARTMENT
from app.words.years import ASKED_YEAR
from ingest.plan import Plan

MAX_FACETS = 6
# Over folded text, whose offsets are the question's.
_JOINT = re.compile(
    r"\s*[;,]\s*(?:(?:va|roi|con|cung|hay) )?(?:den )?|\s+(?:va|roi(?: den)?|cung nhu|cung voi|lan)\s+"
)
# "các tỷ lệ … đối với họp không giấy, …": what stands before is said of every one of them.
_FRAME = re.compile(r".*(?<!\w)(?:doi voi|ve|nhu|gom|cua|cho|:)\s+(?=\w)")
_FULL = 2
"""Words from which a part says by itself what is asked about."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One of several things asked: a question after it alone, and its topic."""

    question: str
    topic: str


def facets(question: str, plans: Sequence[Plan]) -> tuple[Facet, ...]:
    """The parts that a question joins by commas and "và"; () when it asks for one thing.

    The first is without what stands before all of them. Names of offices are not taken apart.
    """
    text = without_places(without_preamble(question), plans)
    held = [(match.start(), match.end()) for match in DEPARTMENT.finditer(text)]
    parts, position = [], 0
    for joint in _JOINT.finditer(wording.folded(text)):
        if not any(start < joint.start() < end for start, end in held):
            parts.append(text[position : joint.start()])
            position = joint.end()
    parts.append(text[position:])
    if frame := _FRAME.match(wording.folded(parts[0])):
        parts[0] = parts[0][frame.end() :]
    told = [(part, topic) for part in parts if (topic := topic_of(part, plans))]
    full = all(len(topic.split()) >= _FULL for _, topic in told)
    if not full or not 2 <= len(told) <= MAX_FACETS:
        return ()
    shared = _asked_of_each(question)
    years = " ".join(f"năm {year}" for year in dict.fromkeys(ASKED_YEAR.findall(question)))
    return tuple(Facet(f"{_asking(part, shared)} {years}".strip(), topic) for part, topic in told)


def _asking(part: str, shared: str) -> str:
    """A part as a question: its own where it asks, else with what is asked of all."""
    return part if wording.asks_how_many(part) else f"{part} {shared}".strip()


def _asked_of_each(question: str) -> str:
    """What a question asks of each of its parts: a share, money, a number, or "" for words."""
    folded = wording.folded(question)
    if wording.PERCENT.search(folded):
        return "tỷ lệ bao nhiêu %"
    if wording.MONEY.search(folded):
        return "kinh phí bao nhiêu"
    return "bao nhiêu" if wording.asks_how_many(question) else ""
