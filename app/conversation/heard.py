"""What a message gives of itself, slot by slot: its act, its places, its own matter.

A slot it leaves open is inherited from the earlier question (followup.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.conversation import fragments, recast
from app.conversation.earlier import Earlier
from app.conversation.opening import Act
from app.understanding import talking
from app.understanding.mentions import asked_plans, asked_provinces
from app.understanding.own_words import (
    asks_something,
    cut,
    leans_back,
    own_topic_of,
    specific_words,
)
from app.understanding.pointing import THERE, pointed
from app.understanding.topic import topic_of
from app.words import wording
from ingest.plan import Plan

_ENOUGH_WORDS = 4
"""Syllables of a matter of its own with which a message stands alone."""
_COMPARES = re.compile(r"(?:so sanh|doi chieu)(?! (?:them )?voi)(?!\w)")
# What every plan has, so that it may be compared without another matter.
_OF_EVERY_PLAN = wording.any_of(
    r"(?:tong )?(?:kinh phi|ngan sach|von|du toan)", r"muc tieu", r"chi tieu", r"nhiem vu", r"giai phap",
)  # fmt: skip
_EXTREME = re.compile(r"(?<!\w)(du an|nhiem vu|hang muc) nao [\w ]*nhat(?!\w)")
_COUNTER = re.compile(r"(?:cai|chiec|thu|khoan)")
# "Bao nhiêu cái đã nối mạng?" counts what was counted before; "cách trụ sở bao xa?" tells of it.
_LEANS = re.compile(
    r"^(?:cach|nam (?:o|tai|trong)|gom|bao gom|chiem|ton|het|keo dai|rong|nang|nham|do|boi|thuoc)(?!\w)|(?:bao nhieu|may) (?:cai|chiec)(?!\w)"
)
# "SOC", "LGSP" name one thing each; "CNTT" and the offices are in every other question.
_ABBREVIATION = re.compile(
    r"(?<!\w)(?!(?:CNTT|UBND|HĐND|TTTT|AI|ATTT|CBCC|KH)(?!\w))[A-ZĐ]{2,6}(?!\w)"
)
_NAME_WEIGHT = 2
_ENOUGH_WITH_PLACE = 2
"""The same when it says "tỉnh đó": then it is the place that it borrows."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message and what it gives: `names` it says, `places` it means, its own `topic`."""

    text: str
    body: str
    act: Act
    names: tuple[str, ...]
    places: tuple[str, ...]
    topic: str
    specific: tuple[str, ...]


def heard_in(
    text: str,
    body: str,
    act: Act,
    before: Sequence[str],
    earlier: Sequence[Earlier],
    plans: Sequence[Plan],
) -> Heard:
    """What `body` gives in its conversation; `before` are the provinces of the last question."""
    names = asked_provinces(body, plans)
    spoken = tuple(dict.fromkeys(name for e in earlier for name in places_of(e, plans)))
    held = tuple(dict.fromkeys(plan.province for plan in plans))
    meant, spans = pointed(body, spoken, before, held)
    if meant:
        body = " ".join(cut(body, spans).split()).strip(" ,:–-")
    topic = own_topic_of(recast.detail_of(body), plans, names=bool(names or meant))
    if _COUNTER.fullmatch(wording.folded(topic)) or fragments.only_now(topic):
        topic = ""
    places = _places(body, names or meant, bool(meant), before, held, topic)
    return Heard(text, body, act, names, places, topic, specific_words(topic))


def _places(
    body: str,
    named: tuple[str, ...],
    by_pointing: bool,
    before: Sequence[str],
    held: Sequence[str],
    topic: str,
) -> tuple[str, ...]:
    """The provinces the message means: those it names or points at, or the earlier ones."""
    folded = wording.folded(body).strip()
    if talking.REMOVING.search(folded) and named and len(before) > 1 and not by_pointing:
        return tuple(name for name in before if name not in named)
    if talking.ALL_PROVINCES.search(folded) and not named:
        return tuple(held) if talking.EVERY_PROVINCE.search(folded) or not topic else ()
    joins = talking.COMPARE_WITH.search(folded) or talking.ADDING.match(folded)
    joins = joins or talking.DIFFERS.search(folded) or talking.WHICH_MORE.search(folded)
    if named and joins and not specific_words(topic):
        return tuple(dict.fromkeys((*before, *named)))
    return tuple(named or before)


def places_of(earlier: Earlier, plans: Sequence[Plan]) -> tuple[str, ...]:
    """The provinces of a question; without any, the one that its answer cited."""
    named = asked_provinces(earlier.question, plans)
    asks_which = wording.WHICH_DOCUMENT.search(wording.folded(earlier.question))
    if asks_which and wording.SUPERLATIVE.search(wording.folded(earlier.question)):
        first = asked_provinces(earlier.lead, plans)[:1]
        return named or first or earlier.provinces
    cited = earlier.provinces if len(earlier.provinces) == 1 or asks_which else ()
    return named or cited


def returned_to(body: str, earlier: Sequence[Earlier]) -> tuple[Earlier, str]:
    """The question that the message goes on from, and the message without the words that say so."""
    match = talking.RETURNED_TO.search(wording.folded(body))
    if match is None:
        return earlier[-1], body
    rest = f"{body[: match.start()]} {body[match.end() :]}".strip(" ,.:;?")
    return earlier[0] if match["first"] else earlier[-2:][0], rest


def plans_by_number(body: str, previous: str, plans: Sequence[Plan]) -> str:
    """`body` with "của 206" as "của kế hoạch 206" after a question that names plans by number."""
    if not asked_plans(previous, plans) or asked_plans(body, plans):
        return body
    heads = {plan.number.partition("/")[0] for plan in plans}
    return re.sub(
        r"(?<![\w/.,])(\d{1,5})(?![\w/.,%])",
        lambda m: f"kế hoạch {m.group()}" if m.group() in heads else m.group(),
        body,
    )


def stands_alone(heard: Heard, previous: str, plans: Sequence[Plan]) -> bool:
    """Whether the message has a matter of its own that does not hang on the earlier one."""
    body = heard.body
    if leans_back(body) and heard.act is not Act.CHANGES:
        return False
    if _compares_plans(heard) or _asks_extreme(heard, previous):
        return True
    if not asks_something(body):
        return bool(heard.names) and len(heard.specific) > 1 and heard.body == heard.text
    if not heard.specific or talking.TRAILING.fullmatch(wording.folded(body)):
        return False
    if not heard.names and heard.act is not Act.CHANGES and _LEANS.search(wording.folded(body)):
        return False
    if heard.act in {Act.CHANGES, Act.RETURNS} or heard.names:
        return not (heard.names and said_before(heard.topic, previous))
    before = set(specific_words(topic_of(previous, plans)))
    shared = before & set(heard.specific)
    if shared and len(set(heard.specific) - before) < _ENOUGH_WORDS:
        return False
    points = talking.PRONOUN_PLACE.search(wording.folded(body)) and not THERE.search(
        wording.folded(body)
    )
    named = len(set(_ABBREVIATION.findall(body)) - set(_ABBREVIATION.findall(previous)))
    own = len(heard.specific) + _NAME_WEIGHT * named
    return own >= (_ENOUGH_WITH_PLACE if points else _ENOUGH_WORDS)


def _compares_plans(heard: Heard) -> bool:
    """Whether the message asks to compare what every plan has, of provinces that it names."""
    folded = wording.folded(heard.body)
    asks = _COMPARES.match(folded) and _OF_EVERY_PLAN.search(folded)
    return asks is not None and len(heard.names) > 1


def _asks_extreme(heard: Heard, previous: str) -> bool:
    """Whether the largest or smallest project is asked for after a question on something else."""
    asked = _EXTREME.search(wording.folded(heard.body))
    return asked is not None and asked.group(1) not in wording.folded(previous)


def said_before(topic: str, previous: str) -> bool:
    """Whether all of `topic` stands in the earlier question already ("còn bên ấy thì sở nào?")."""
    before = set(wording.folded(previous).split()) | {"ben", "phia", "tinh"}
    return all(word in before for word in wording.folded(topic).split())
