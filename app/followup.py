"""The standalone form of a message in its conversation.

By rules, slot by slot: what a message gives (places, years, a matter of its own, what it asks of
it) is taken from it, what it lacks is inherited from the earlier question. Of earlier answers
only the names they cited are used (earlier.py), never what they state.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app import recast, talking, wording
from app.earlier import Earlier
from app.entities import DEPARTMENT
from app.kinds import is_metadata
from app.mentions import asked_plans, asked_provinces, clean, district_spans, references
from app.named_before import SIGNER, with_names
from app.opening import Act, opened
from app.own_words import (
    asks,
    asks_something,
    cut,
    is_year_change,
    leans_back,
    own_topic_of,
    specific_words,
    without_comparing,
)
from app.placing import placed, pronouns_resolved, sentence
from app.pointing import THERE, at_that_time, pointed
from app.social_words import ENDLESS_WHY
from app.subject import subject_of
from app.topic import topic_of
from ingest.plan import Plan

_ENOUGH_WORDS = 4
"""Syllables of a matter of its own with which a message stands alone."""
_ENOUGH_WITH_PLACE = 2
"""The same when it says "tỉnh đó": then it is the place that it borrows."""
_YEARS = re.compile(r"20\d\d(?:\s*[-–]\s*20\d\d)?")


@dataclass(frozen=True, slots=True)
class Standalone:
    """A message made standalone; `focus` is its own topic when more was borrowed."""

    text: str
    focus: str = ""


@dataclass(frozen=True, slots=True)
class _Heard:
    """A message and what it gives: `names` it says, `places` it means, its own `topic`."""

    text: str
    body: str
    act: Act
    names: tuple[str, ...]
    places: tuple[str, ...]
    topic: str
    specific: tuple[str, ...]


def standalone(message: str, earlier: Sequence[Earlier], plans: Sequence[Plan]) -> Standalone:
    """`message` completed from the `earlier` questions (oldest first)."""
    text = clean(message)
    if not earlier or not text:
        return Standalone(text)
    begun = opened(text)
    before, body = _returned_to(begun.body, earlier)
    if not re.search(r"\w", body):
        return Standalone(before.question)
    if ENDLESS_WHY.match(body) and recast.asks_why(before.question):
        return Standalone(sentence(body))
    said = _numbered(body, before.question, plans)
    body = with_names(said, before, earlier, plans)
    is_named = body != said and (
        SIGNER in body or len(specific_words(own_topic_of(said, plans))) > 1
    )
    body = recast.same_value(body, before.question)
    body = at_that_time(body, recast.years_of(before.question))
    for swap in (_swapped, _office_swapped, _district_swapped):
        if swapped := swap(body, before.question, plans):
            return Standalone(swapped)
    if both := _compared_so_far(body, earlier, plans):
        return Standalone(both)
    heard = _heard(text, body, begun.act, _places_of(before, plans), earlier, plans)
    if is_named and asks(body):
        return _own_question(heard, plans)
    if is_year_change(heard.topic) or not asks_something(body) or recast.counts_only(body):
        before = _last_counting(before, earlier, plans) if _is_part(heard) else before
    return _completed(heard, before.question, plans)


def _is_part(heard: _Heard) -> bool:
    """Whether the message names a year or a part of an amount."""
    return is_year_change(heard.topic) or bool(talking.PART.search(wording.folded(heard.text)))


def _last_counting(before: Earlier, earlier: Sequence[Earlier], plans: Sequence[Plan]) -> Earlier:
    """The latest question about the same places that asked how many; else the earlier one."""
    places = _places_of(before, plans)
    asked = [e for e in earlier if recast.counts(e.question) and _places_of(e, plans) == places]
    return asked[-1] if asked and not recast.counts(before.question) else before


def _completed(heard: _Heard, previous: str, plans: Sequence[Plan]) -> Standalone:
    """What the message lacks, taken from the `previous` question."""
    body = heard.body
    if _of_the_plan(heard, previous, plans):
        return _own_question(heard, plans)
    if not heard.topic and _asks_otherwise(body, previous):
        return Standalone(recast.about(previous, _without_place(body), heard.places, plans))
    if not heard.topic:
        return _same_question(heard, previous)
    if is_year_change(heard.topic):
        years = _YEARS.findall(heard.topic)[0]
        return Standalone(recast.in_years(placed(previous, heard.places), years))
    if _stands_alone(heard, previous, plans):
        return _own_question(heard, plans)
    if heard.names and _said_before(heard.topic, previous):
        return _same_question(heard, previous)
    other_value = not asks(body) and recast.swaps(previous, body)
    if not asks_something(body) or _asks_the_rest(body) or other_value:
        return _of_another(heard, previous, plans)
    if recast.counts(previous) and recast.counts_only(body):
        if not heard.specific and (years := _YEARS.findall(heard.topic)):
            return Standalone(recast.in_years(placed(previous, heard.places), years[0]))
        return Standalone(
            recast.narrowed(placed(previous, heard.places), recast.without_count(body)), heard.topic
        )
    text = recast.about(previous, _without_place(body), heard.places, plans)
    return Standalone(text, heard.topic)


def _asks_otherwise(body: str, previous: str) -> bool:
    """Whether a message of nothing but a question word asks something else ("ngày nào?")."""
    said, before = wording.folded(body), wording.folded(previous)
    forms = (wording.WHEN, wording.WHERE, wording.WHY, wording.WHO)
    return any(form.search(said) and not form.search(before) for form in forms)


def _of_the_plan(heard: _Heard, previous: str, plans: Sequence[Plan]) -> bool:
    """Whether the message asks of a plan as a document: its signer, its number, its whole sum."""
    folded = wording.folded(heard.body)
    other_document = references(previous, plans) or wording.ASKS_DOCUMENT.search(
        wording.folded(previous)
    )
    if talking.PRONOUN_PLAN.search(folded):
        return "ke hoach" in folded or not other_document
    if talking.WHOLE_PLAN.search(folded):
        return True
    return (
        bool(talking.OF_DOCUMENT.search(folded))
        and is_metadata(heard.body)
        and (not other_document or "ke hoach" in folded)
    )


def _of_another(heard: _Heard, previous: str, plans: Sequence[Plan]) -> Standalone:
    """The previous question asked of the thing, or limited to the part, that the message names."""
    detail = recast.detail_of(pronouns_resolved(heard.body, heard.places))
    detail = subject_of(detail, plans) if heard.names else detail
    moved = placed(previous, heard.places)
    part = talking.PART.search(wording.folded(heard.text)) or recast.swaps(moved, detail)
    other = recast.of_about(moved, detail, heard.places, plans)
    other = other or ("" if part else recast.instead(moved, detail, heard.places, plans))
    if other:
        return Standalone(other, heard.topic)
    if part or recast.counts(previous) or not asks(previous):
        return Standalone(recast.narrowed(moved, detail), heard.topic)
    return Standalone(recast.about(previous, detail, heard.places, plans), heard.topic)


def _heard(
    text: str,
    body: str,
    act: Act,
    before: Sequence[str],
    earlier: Sequence[Earlier],
    plans: Sequence[Plan],
) -> _Heard:
    names = asked_provinces(body, plans)
    spoken = tuple(dict.fromkeys(name for e in earlier for name in _places_of(e, plans)))
    held = tuple(dict.fromkeys(plan.province for plan in plans))
    meant, spans = pointed(body, spoken, before, held)
    if meant:
        body = " ".join(cut(body, spans).split()).strip(" ,:–-")
    topic = own_topic_of(recast.detail_of(body), plans, names=bool(names or meant))
    places = _places(body, names or meant, bool(meant), before, held, topic)
    return _Heard(text, body, act, names, places, topic, specific_words(topic))


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
    joins = joins or talking.DIFFERS.search(folded)
    if named and joins and not specific_words(topic):
        return tuple(dict.fromkeys((*before, *named)))
    return tuple(named or before)


def _places_of(earlier: Earlier, plans: Sequence[Plan]) -> tuple[str, ...]:
    """The provinces of a question; without any, the one that its answer cited."""
    named = asked_provinces(earlier.question, plans)
    asks_which = wording.WHICH_DOCUMENT.search(wording.folded(earlier.question))
    cited = earlier.provinces if len(earlier.provinces) == 1 or asks_which else ()
    return named or cited


def _returned_to(body: str, earlier: Sequence[Earlier]) -> tuple[Earlier, str]:
    """The question that the message goes on from, and the message without the words that say so."""
    match = talking.RETURNED_TO.search(wording.folded(body))
    if match is None:
        return earlier[-1], body
    rest = f"{body[: match.start()]} {body[match.end() :]}".strip(" ,.:;?")
    return earlier[0] if match["first"] else earlier[-2:][0], rest


def _numbered(body: str, previous: str, plans: Sequence[Plan]) -> str:
    """`body` with "của 206" as "của kế hoạch 206" after a question that names plans by number."""
    if not asked_plans(previous, plans) or asked_plans(body, plans):
        return body
    heads = {plan.number.partition("/")[0] for plan in plans}
    return re.sub(
        r"(?<![\w/.,])(\d{1,5})(?![\w/.,%])",
        lambda m: f"kế hoạch {m.group()}" if m.group() in heads else m.group(),
        body,
    )


def _stands_alone(heard: _Heard, previous: str, plans: Sequence[Plan]) -> bool:
    """Whether the message has a matter of its own that does not hang on the earlier one."""
    body = heard.body
    if leans_back(body) and heard.act is not Act.CHANGES:
        return False
    if not asks_something(body):
        return bool(heard.names) and len(heard.specific) > 1 and heard.body == heard.text
    if not heard.specific or talking.TRAILING.fullmatch(wording.folded(body)):
        return False
    if heard.act in {Act.CHANGES, Act.RETURNS} or heard.names:
        return not (heard.names and _said_before(heard.topic, previous))
    before = set(specific_words(topic_of(previous, plans)))
    shared = before & set(heard.specific)
    if shared and len(set(heard.specific) - before) < _ENOUGH_WORDS:
        return False
    points = talking.PRONOUN_PLACE.search(wording.folded(body)) and not THERE.search(
        wording.folded(body)
    )
    return len(heard.specific) >= (_ENOUGH_WITH_PLACE if points else _ENOUGH_WORDS)


def _asks_the_rest(body: str) -> bool:
    """Whether the message asks only with "thì sao?"."""
    trailing = talking.TRAILING.search(wording.folded(body))
    return trailing is not None and not asks(body[: trailing.start()])


def _said_before(topic: str, previous: str) -> bool:
    """Whether all of `topic` stands in the earlier question already ("còn bên ấy thì sở nào?")."""
    before = set(wording.folded(previous).split()) | {"ben", "phia", "tinh"}
    return all(word in before for word in wording.folded(topic).split())


def _own_question(heard: _Heard, plans: Sequence[Plan]) -> Standalone:
    """A message with its own matter: pronouns resolved, the earlier place added when it has none."""
    resolved = pronouns_resolved(heard.body, heard.places)
    if asked_provinces(resolved, plans) or not heard.places:
        return Standalone(
            sentence(re.sub(r"^((?:\S+ ){1,4}\S+), (?=có |tích hợp )", r"\1 ", resolved))
        )
    if wording.WHICH_PROVINCE.search(wording.folded(resolved)):
        return Standalone(sentence(resolved))
    folded = wording.folded(resolved)
    if is_metadata(resolved) and "ke hoach" not in folded:
        resolved = f"{resolved.rstrip(' ?.!')} kế hoạch"
    return Standalone(sentence(placed(resolved, heard.places)))


def _same_question(heard: _Heard, previous: str) -> Standalone:
    """A message that names no matter: the earlier question asked of its places."""
    question = placed(previous, heard.places)
    folded = wording.folded(heard.body)
    compares = talking.COMPARE_WITH.search(folded) or talking.DIFFERS.search(folded)
    if compares and len(heard.places) > 1 and not wording.COMPARE.search(wording.folded(question)):
        question = f"So sánh: {question}"
    return Standalone(sentence(question))


def _without_place(body: str) -> str:
    """`body` without "tỉnh đó", "ở đấy": the place stands before it."""
    folded = wording.folded(body)
    spans = [m.span() for p in (talking.PRONOUN_PLACE, THERE) for m in p.finditer(folded)]
    return " ".join(cut(body, spans).split()) if spans else body


def _swapped(body: str, previous: str, plans: Sequence[Plan]) -> str:
    """The earlier question with one province put in place of another ("đổi A thành B"), or ""."""
    names = asked_provinces(body, plans)
    before = asked_provinces(previous, plans)
    if len(names) != 2 or names[0] not in before or not talking.SWAP.search(wording.folded(body)):
        return ""
    return sentence(placed(previous, [names[1] if n == names[0] else n for n in before]))


def _office_swapped(body: str, previous: str, plans: Sequence[Plan]) -> str:
    """The earlier question asked of another office ("thế Sở Nội vụ?"), or ""."""
    named, before = DEPARTMENT.search(body), DEPARTMENT.search(previous)
    if named is None or before is None or named.group().lower() == before.group().lower():
        return ""
    rest = specific_words(topic_of(DEPARTMENT.sub(" ", body), plans))
    if any(word not in wording.folded(previous) for word in map(wording.folded, rest)):
        return ""
    return sentence(previous[: before.start()] + named.group() + previous[before.end() :])


def _district_swapped(body: str, previous: str, plans: Sequence[Plan]) -> str:
    """The earlier question asked of another district ("còn huyện An Phú?"), or ""."""
    named, before = district_spans(body), district_spans(previous)
    if len(named) != 1 or len(before) != 1 or own_topic_of(cut(body, named), plans):
        return ""
    (start, end), (from_, to) = named[0], before[0]
    return sentence(previous[:from_] + body[start:end] + previous[to:])


def _compared_so_far(body: str, earlier: Sequence[Earlier], plans: Sequence[Plan]) -> str:
    """For "tỉnh nào nhiều hơn?": the topic asked of all provinces spoken of last, or ""."""
    folded = wording.folded(body)
    if (
        not wording.WHICH_PROVINCE.search(folded)
        or not talking.MORE.search(folded)
        or topic_of(without_comparing(body), plans)
    ):
        return ""
    spoken = dict.fromkeys(name for e in earlier[-2:] for name in _places_of(e, plans))
    if len(spoken) < 2:
        return ""
    return sentence(f"So sánh: {placed(earlier[-1].question, list(spoken))}")
