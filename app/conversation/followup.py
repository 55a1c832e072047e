"""The standalone form of a message in its conversation.

By rules, slot by slot: what a message gives (places, years, a matter of its own, what it asks of
it) is taken from it, what it lacks is inherited from the earlier question. Of earlier answers
only the names they cited are used (earlier.py), never what they state.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.conversation import fragments, recast
from app.conversation.earlier import Earlier
from app.conversation.heard import (
    Heard,
    heard_in,
    places_of,
    plans_by_number,
    returned_to,
    said_before,
    stands_alone,
)
from app.conversation.named_before import SIGNER, with_names
from app.conversation.opening import opened
from app.conversation.swapping import (
    compared_so_far,
    district_swapped,
    office_swapped,
    province_swapped,
)
from app.understanding import talking
from app.understanding.kinds import is_metadata
from app.understanding.mentions import asked_provinces, clean, references
from app.understanding.own_words import (
    asks,
    asks_something,
    cut,
    is_year_change,
    own_topic_of,
    specific_words,
)
from app.understanding.placing import placed, pronouns_resolved, sentence
from app.understanding.pointing import THERE, at_that_time
from app.understanding.social_words import ENDLESS_WHY
from app.understanding.subject import subject_of
from app.words import wording
from app.words.years import periods
from ingest.plan import Plan

# "Thiệt hại ra sao?" asks how things are, "thiệt hại thì sao?" what was asked before.
_STATE = re.compile(r"(?:ra sao|the nao)[\s?.!]*$")


@dataclass(frozen=True, slots=True)
class Standalone:
    """A message made standalone; `focus` is its own topic when more was borrowed."""

    text: str
    focus: str = ""


def standalone(message: str, earlier: Sequence[Earlier], plans: Sequence[Plan]) -> Standalone:
    """`message` completed from the `earlier` questions (oldest first)."""
    text = clean(message)
    if not earlier or not text:
        return Standalone(text)
    begun = opened(text)
    before, body = returned_to(begun.body, earlier)
    if not re.search(r"\w", body):
        return Standalone(before.question)
    if ENDLESS_WHY.match(body) and recast.asks_why(before.question):
        return Standalone(sentence(body))
    said = plans_by_number(body, before.question, plans)
    body = with_names(said, before, earlier, plans)
    is_named = body != said and (
        SIGNER in body or len(specific_words(own_topic_of(said, plans))) > 1
    )
    body = recast.same_value(body, before.question)
    body = at_that_time(body, recast.years_of(before.question))
    body = fragments.at_edge(body, _concerned(before, plans))
    for swap in (province_swapped, office_swapped, district_swapped):
        if swapped := swap(body, before.question, plans):
            return Standalone(swapped)
    if both := compared_so_far(body, earlier, plans):
        return Standalone(both)
    heard = heard_in(text, body, begun.act, places_of(before, plans), earlier, plans)
    if is_named and asks(body):
        return _own_question(heard, plans)
    if is_year_change(heard.topic) or not asks_something(body) or recast.counts_only(body):
        before = _last_counting(before, earlier, plans) if _is_part(heard) else before
    return _completed(heard, before.question, plans)


def _concerned(before: Earlier, plans: Sequence[Plan]) -> list[Plan]:
    """The plans of the places that were asked about."""
    places = places_of(before, plans)
    return [plan for plan in plans if plan.province in places]


def _is_part(heard: Heard) -> bool:
    """Whether the message names a year or a part of an amount."""
    return is_year_change(heard.topic) or bool(talking.PART.search(wording.folded(heard.text)))


def _last_counting(before: Earlier, earlier: Sequence[Earlier], plans: Sequence[Plan]) -> Earlier:
    """The latest question about the same places that asked how many; else the earlier one."""
    places = places_of(before, plans)
    asked = [e for e in earlier if recast.counts(e.question) and places_of(e, plans) == places]
    return asked[-1] if asked and not recast.counts(before.question) else before


def _completed(heard: Heard, previous: str, plans: Sequence[Plan]) -> Standalone:
    """What the message lacks, taken from the `previous` question."""
    body = heard.body
    if _of_the_plan(heard, previous, plans):
        return _own_question(heard, plans)
    if stands_alone(heard, previous, plans) and not is_year_change(heard.topic):
        return _own_question(heard, plans)
    if not heard.topic:
        return _of_the_same(heard, previous, plans)
    if is_year_change(heard.topic):
        changed = placed(previous, heard.places)
        return Standalone(recast.in_years(changed, periods(heard.topic)[0]))
    if heard.names and said_before(heard.topic, previous):
        return _same_question(heard, previous)
    other_value = not asks(body) and recast.swaps(previous, body)
    if not asks_something(body) or _asks_the_rest(body) or other_value:
        return _of_another(heard, previous, plans)
    if recast.counts(previous) and recast.counts_only(body):
        if not heard.specific and (years := periods(heard.topic)):
            return Standalone(recast.in_years(placed(previous, heard.places), years[0]))
        return Standalone(
            recast.narrowed(placed(previous, heard.places), recast.without_count(body)), heard.topic
        )
    text = recast.about(previous, _without_place(body), heard.places, plans)
    return Standalone(text, heard.topic)


def _of_the_same(heard: Heard, previous: str, plans: Sequence[Plan]) -> Standalone:
    """A message without a matter: it asks something else of the earlier one, or the same."""
    if as_it_is := fragments.as_it_is(heard.body, previous):
        return Standalone(sentence(placed(as_it_is, heard.places)))
    if not heard.names and (told := recast.listed(previous, heard.body, heard.places, plans)):
        return Standalone(told)
    if _asks_otherwise(heard.body, previous):
        return Standalone(recast.about(previous, _without_place(heard.body), heard.places, plans))
    return _same_question(heard, previous)


def _asks_otherwise(body: str, previous: str) -> bool:
    """Whether a message of nothing but a question word asks something else ("ngày nào?")."""
    said, before = wording.folded(body), wording.folded(previous)
    forms = (wording.WHEN, wording.WHERE, wording.WHY, wording.WHO, talking.PURPOSE)
    return any(form.search(said) and not form.search(before) for form in forms)


def _of_the_plan(heard: Heard, previous: str, plans: Sequence[Plan]) -> bool:
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


def _of_another(heard: Heard, previous: str, plans: Sequence[Plan]) -> Standalone:
    """The previous question asked of the thing, or limited to the part, that the message names."""
    detail = recast.detail_of(pronouns_resolved(heard.body, heard.places))
    detail = subject_of(detail, plans) if heard.names else detail
    moved = placed(previous, heard.places)
    limits = talking.LIMITS.search(wording.folded(heard.text)) or recast.is_value(detail)
    if fragments.owns(heard.body) or (fragments.is_aspect(detail) and not limits):
        return Standalone(recast.about(moved, _without_place(detail), heard.places, plans), detail)
    limits = limits or recast.swaps(moved, detail)
    if not limits and (other := fragments.in_its_place(moved, detail)):
        return Standalone(sentence(other))
    part = talking.PART.search(wording.folded(heard.text)) or recast.swaps(moved, detail)
    other = recast.of_about(moved, detail, heard.places, plans)
    other = other or ("" if part else recast.instead(moved, detail, heard.places, plans))
    if other:
        return Standalone(other, heard.topic)
    if part or recast.counts(previous) or not asks(previous):
        return Standalone(recast.narrowed(moved, detail), heard.topic)
    said = "" if _STATE.search(wording.folded(heard.body)) else _asked_form(previous)
    detail = f"{detail} thì {said}" if said else detail
    return Standalone(recast.about(previous, detail, heard.places, plans), heard.topic)


def _asked_form(previous: str) -> str:
    """The words by which `previous` asks for a person, a time or a place, or ""."""
    folded = wording.folded(previous)
    forms = (wording.WHO, wording.WHEN, wording.WHERE)
    found = next((match for form in forms if (match := form.search(folded))), None)
    return previous[found.start() : found.end()].lower() if found else ""


def _asks_the_rest(body: str) -> bool:
    """Whether the message asks only with "thì sao?"."""
    trailing = talking.TRAILING.search(wording.folded(body))
    return trailing is not None and not asks(body[: trailing.start()])


def _own_question(heard: Heard, plans: Sequence[Plan]) -> Standalone:
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


def _same_question(heard: Heard, previous: str) -> Standalone:
    """A message that names no matter: the earlier question asked of its places."""
    question = placed(previous, heard.places)
    folded = wording.folded(heard.body)
    against = (talking.COMPARE_WITH, talking.DIFFERS, talking.WHICH_MORE)
    compares = any(words.search(folded) for words in against)
    if compares and len(heard.places) > 1 and not wording.COMPARE.search(wording.folded(question)):
        question = f"So sánh: {question}"
    return Standalone(sentence(question))


def _without_place(body: str) -> str:
    """`body` without "tỉnh đó", "ở đấy", "cái đó": the place and the matter stand before it."""
    body = fragments.without_adding(fragments.without_pronouns(body))
    folded = wording.folded(body)
    spans = [m.span() for p in (talking.PRONOUN_PLACE, THERE) for m in p.finditer(folded)]
    return " ".join(cut(body, spans).split()) if spans else body
