"""The standalone form of a message in its conversation.

By rules: a message that names its own topic stands alone and only borrows the province; one
that names only a province borrows the earlier topic; one that names neither adds to the
earlier question. Earlier answers are never read, only earlier questions.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app import talking, wording
from app.entities import DEPARTMENT
from app.kinds import is_metadata
from app.mentions import asked_provinces, clean
from app.own_words import (
    asks,
    is_year_change,
    leans_back,
    names_only_attributes,
    own_topic_of,
    without_comparing,
    without_opening,
)
from app.placing import placed, pronouns_resolved, sentence
from app.topic import topic_of
from ingest.plan import Plan

_NARROWED = " – "
"""Stands between an earlier question and the detail that narrows it."""
_NARROWING_WORDS = 5
"""A message without a question word and no longer than this narrows the earlier question."""
_ENOUGH_TOPIC_WORDS = 4
"""A message with at least so many topic words stands on its own."""


@dataclass(frozen=True, slots=True)
class Standalone:
    """A message made standalone; `focus` is its own topic when more was borrowed."""

    text: str
    focus: str = ""


def standalone(message: str, earlier: Sequence[str], plans: Sequence[Plan]) -> Standalone:
    """`message` completed from the `earlier` standalone questions (oldest first)."""
    text = clean(message)
    if not earlier or not text:
        return Standalone(text)
    previous = earlier[-1]
    body = without_opening(text)
    corrects = talking.CORRECTION.match(wording.folded(text)) is not None
    if swapped := _swapped(body, previous, plans) or _office_swapped(body, previous):
        return Standalone(swapped)
    if both := _compared_so_far(body, earlier, plans):
        return Standalone(both)
    places = _places(body, previous, plans)
    own_topic = own_topic_of(body, plans)
    elliptic = _is_elliptic(text, body) or (corrects and not asks(body))
    own_question = body == text and own_topic and asked_provinces(body, ()) and asks(body)
    attributes = names_only_attributes(own_topic) and not is_year_change(own_topic)
    if attributes and not asked_provinces(body, plans):
        return _extended(body, previous, places, own_topic)
    if (own_question and not leans_back(body)) or (_stands_alone(body, own_topic) and not elliptic):
        return _with_places(body, places, plans)
    if not own_topic or (asked_provinces(body, plans) and _said_before(own_topic, previous)):
        return _same_topic(text, body, previous, places)
    if is_year_change(own_topic):
        return Standalone(_with_years(placed(previous, places), own_topic))
    return _extended(body, previous, places, own_topic)


def _is_elliptic(text: str, body: str) -> bool:
    """Whether the message only names what the earlier question is now asked of ("vậy X thì sao?")."""
    if body == text:
        return False
    return bool(talking.TRAILING.search(wording.folded(body))) or not asks(body)


def _swapped(body: str, previous: str, plans: Sequence[Plan]) -> str:
    """The earlier question with one province put in place of another ("đổi A thành B"), or ""."""
    names = asked_provinces(body, plans)
    before = asked_provinces(previous, plans)
    if len(names) != 2 or names[0] not in before or not talking.SWAP.search(wording.folded(body)):
        return ""
    return sentence(placed(previous, [names[1] if n == names[0] else n for n in before]))


def _office_swapped(body: str, previous: str) -> str:
    """The earlier question asked of another office ("thế Sở Nội vụ?"), or ""."""
    named, before = DEPARTMENT.search(body), DEPARTMENT.search(previous)
    if named is None or before is None or topic_of(DEPARTMENT.sub(" ", body)):
        return ""
    return sentence(previous[: before.start()] + named.group() + previous[before.end() :])


def _compared_so_far(body: str, earlier: Sequence[str], plans: Sequence[Plan]) -> str:
    """For "tỉnh nào nhiều hơn?": the topic asked of all provinces spoken of last, or ""."""
    folded = wording.folded(body)
    if (
        not wording.WHICH_PROVINCE.search(folded)
        or not talking.MORE.search(folded)
        or topic_of(without_comparing(body), plans)
    ):
        return ""
    spoken = dict.fromkeys(
        name for question in earlier[-2:] for name in asked_provinces(question, plans)
    )
    return sentence(f"So sánh: {placed(earlier[-1], list(spoken))}") if len(spoken) > 1 else ""


def _said_before(topic: str, previous: str) -> bool:
    """Whether all of `topic` stands in the earlier question already ("còn bên ấy thì sở nào?")."""
    before = set(wording.folded(previous).split()) | {"ben", "phia", "tinh"}
    return all(word in before for word in wording.folded(topic).split())


def _stands_alone(body: str, own_topic: str) -> bool:
    """Whether the message asks its own question, be it about a place named before."""
    folded = wording.folded(body)
    if talking.PRONOUN_PLAN.search(folded):
        return True
    if not own_topic or leans_back(body):
        return False
    if is_metadata(body):
        return True
    if not asks(body) and len(own_topic.split()) <= _NARROWING_WORDS:
        return bool(asked_provinces(body, ()))
    enough = len(own_topic.split()) >= _ENOUGH_TOPIC_WORDS
    return enough or bool(talking.PRONOUN_PLACE.search(folded))


def _places(body: str, previous: str, plans: Sequence[Plan]) -> tuple[str, ...]:
    """The provinces the message means: its own, those it points at, or the earlier ones."""
    own = asked_provinces(body, plans)
    before = asked_provinces(previous, plans)
    folded = wording.folded(body)
    held = tuple(dict.fromkeys(plan.province for plan in plans))
    if talking.REMOVING.match(folded) and own:
        return tuple(name for name in before if name not in own)
    if talking.OTHER_PROVINCES.search(folded):
        return tuple(name for name in held if name not in before)
    if talking.ALL_PROVINCES.search(folded) and not own:
        return held
    joins = talking.COMPARE_WITH.search(folded) or talking.ADDING.match(folded.strip())
    if own and joins and not own_topic_of(body, plans):
        return tuple(dict.fromkeys((*before, *own)))
    return own or before


def _with_places(body: str, places: Sequence[str], plans: Sequence[Plan]) -> Standalone:
    """A message with its own topic: pronouns resolved, the earlier place added when it has none."""
    resolved = pronouns_resolved(body, places)
    if asked_provinces(resolved, plans) or not places or _asks_of_all(resolved):
        return Standalone(sentence(resolved))
    if is_metadata(resolved) and "ke hoach" not in wording.folded(resolved):
        resolved = f"{resolved.rstrip(' ?.!')} kế hoạch"
    return Standalone(sentence(placed(resolved, places)))


def _asks_of_all(text: str) -> bool:
    return bool(wording.WHICH_PROVINCE.search(wording.folded(text)))


def _same_topic(text: str, body: str, previous: str, places: Sequence[str]) -> Standalone:
    """A message that names no topic: the earlier question asked of `places`."""
    question = placed(previous, places)
    compares = talking.COMPARE_WITH.search(wording.folded(text)) and len(places) > 1
    if compares and not wording.COMPARE.search(wording.folded(question)):
        question = f"So sánh: {question}"
    if not places and talking.DEIXIS.search(wording.folded(body)):
        return Standalone(sentence(previous))
    return Standalone(sentence(question))


def _with_years(question: str, topic: str) -> str:
    years = " ".join(re.findall(r"20\d\d(?:\s*-\s*20\d\d)?", topic))
    replaced, count = re.subn(r"20\d\d(?:\s*-\s*20\d\d)?", years, question, count=1)
    return sentence(replaced if count else f"{question.rstrip(' ?.!')} năm {years}?")


def _extended(body: str, previous: str, places: Sequence[str], own_topic: str) -> Standalone:
    """A message with a little topic of its own: the earlier question narrowed by it."""
    trailing = talking.TRAILING.search(wording.folded(body))
    detail = body[: trailing.start()] if trailing else body
    detail = pronouns_resolved(detail, places).strip(" ?.!")
    earlier = previous.partition(_NARROWED)[0].rstrip(" ?.!")
    if asked_provinces(body, ()):
        earlier = placed(earlier, places).rstrip(" ?.!")
    return Standalone(sentence(f"{earlier}{_NARROWED}{detail}"), own_topic)
