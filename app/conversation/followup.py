"""The standalone form of a message in its conversation.

By rules, slot by slot: what a message gives (places, years, a matter of its own, what it asks of
it) is taken from it, what it lacks is inherited from the earlier question. Of earlier answers
only the names and the places they cited are used (earlier.py), never what they state.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.conversation import fragments, limiting, recast
from app.conversation.another import Standalone, of_another, without_place
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
from app.conversation.members import member_swapped
from app.conversation.named_before import SIGNER, named_question, with_names
from app.conversation.opening import opened
from app.conversation.summing import summed
from app.conversation.swapping import (
    body_swapped,
    compared_so_far,
    district_swapped,
    office_swapped,
    offices_compared,
    province_swapped,
)
from app.conversation.times import in_time, years_compared
from app.understanding import talking
from app.understanding.kinds import is_metadata
from app.understanding.mentions import asked_provinces, clean, references
from app.understanding.own_words import (
    asks,
    asks_something,
    is_year_change,
    own_topic_of,
    specific_words,
)
from app.understanding.placing import (
    joined_names,
    lowered,
    placed,
    pronouns_resolved,
    sentence,
    without_marks,
    without_names,
)
from app.understanding.social_words import ENDLESS_WHY
from app.understanding.subject import is_doing
from app.understanding.typed import is_accented
from app.words import wording
from app.words.entities import DEPARTMENT
from app.words.years import periods
from ingest.plan import Plan

# "An Giang có làm 5G không?" asks for itself, whatever was asked of 5G before.
_YES_OR_NO = re.compile(
    r"(?<!\w)(?:co|da|duoc) .*(?<!\w)(?:khong|chua)(?: (?:vay|the|nhi|a))*[\s?.!]*$"
)


def standalone(message: str, earlier: Sequence[Earlier], plans: Sequence[Plan]) -> Standalone:
    """`message` completed from the `earlier` questions (oldest first).

    Typed without diacritics after a question without any, it stays so but for names of provinces.
    """
    done = _completed_from(message, earlier, plans)
    if not earlier or is_accented(message) or is_accented(earlier[-1].question):
        return done
    return replace(done, text=without_marks(done.text))


def _completed_from(message: str, earlier: Sequence[Earlier], plans: Sequence[Plan]) -> Standalone:
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
    for joined in (offices_compared, summed):
        if both := joined(said, earlier, plans):
            return Standalone(both)
    body = with_names(said, before, earlier, plans)
    body = body if is_accented(text) else without_marks(body)
    office = DEPARTMENT.search(body)
    is_named = body != said and (
        SIGNER in body
        or len(specific_words(own_topic_of(said, plans))) > 1
        or (office is not None and office.group() not in before.question)
    )
    body = limiting.same_value(body, before.question)
    body = in_time(body, before.question, _concerned(before, plans))
    for swap in (province_swapped, office_swapped, body_swapped, district_swapped):
        if swapped := swap(body, before.question, plans):
            return Standalone(swapped)
    if member := member_swapped(body, earlier):
        return Standalone(member)
    for joined in (compared_so_far, years_compared):
        if both := joined(body, earlier, plans):
            return Standalone(both)
    heard = heard_in(text, body, begun.act, places_of(before, plans), earlier, plans)
    if is_named and asks(body):
        return _own_question(heard, plans)
    if is_year_change(heard.topic) or not asks_something(body) or recast.counts_only(body):
        before = _last_counting(before, earlier, plans) if _is_part(heard) else before
    leans = asks_something(body) or is_year_change(heard.topic)
    previous = named_question(before, plans) if leans and not heard.names else before.question
    done = _completed(heard, previous, plans)
    goes_on = done.focus and not heard.names and heard.places == places_of(before, plans)
    return replace(done, near=before.passages) if goes_on else done


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
        if _YES_OR_NO.search(wording.folded(body)):
            return _own_question(heard, plans)
        if fragments.asks_now(body, previous):
            text = recast.about(previous, without_names(body), heard.places, plans)
            return Standalone(text, heard.topic)
        return _same_question(heard, previous)
    other_value = not asks(body) and limiting.swaps(previous, body)
    if not asks_something(body) or _asks_the_rest(body) or other_value:
        return of_another(heard, previous, plans)
    if recast.counts(previous) and recast.counts_only(body):
        if not heard.specific and (years := periods(heard.topic)):
            return Standalone(recast.in_years(placed(previous, heard.places), years[0]))
        part = recast.without_count(body)
        other_doing = is_doing(part) and asks(body) and not limiting.is_value(part)
        if not other_doing or talking.LIMITS.search(wording.folded(heard.text)):
            return Standalone(limiting.narrowed(placed(previous, heard.places), part), heard.topic)
    text = recast.about(previous, without_place(body), heard.places, plans)
    return Standalone(text, heard.topic)


def _of_the_same(heard: Heard, previous: str, plans: Sequence[Plan]) -> Standalone:
    """A message without a matter: it asks something else of the earlier one, or the same."""
    if as_it_is := fragments.as_it_is(heard.body, previous):
        return Standalone(sentence(placed(as_it_is, heard.places)))
    if not heard.names and (told := recast.listed(previous, heard.body, heard.places, plans)):
        return Standalone(told)
    if _asks_otherwise(heard.body, previous):
        asked = without_names(without_place(heard.body))
        return Standalone(recast.about(previous, asked, heard.places, plans))
    return _same_question(heard, previous)


def _asks_otherwise(body: str, previous: str) -> bool:
    """Whether a message of nothing but a question word asks something else ("ngày nào?")."""
    said, before = wording.folded(body), wording.folded(previous)
    forms = (wording.WHEN, wording.WHERE, wording.WHY, wording.WHO, talking.PURPOSE)
    return any(form.search(said) and not form.search(before) for form in forms)


def _of_the_plan(heard: Heard, previous: str, plans: Sequence[Plan]) -> bool:
    """Whether the message asks of a plan as a document: its signer, its number, its whole sum."""
    folded = wording.folded(heard.body)
    asks_document = wording.ASKS_DOCUMENT.search(wording.folded(previous))
    other_document = references(previous, plans) or (asks_document and not is_metadata(previous))
    if talking.PRONOUN_PLAN.search(folded):
        return "ke hoach" in folded or not other_document
    if talking.WHOLE_PLAN.search(folded):
        return True
    return (
        bool(talking.OF_DOCUMENT.search(folded))
        and is_metadata(heard.body)
        and (not other_document or "ke hoach" in folded)
    )


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
    if references(resolved, plans):
        return Standalone(sentence(f"Ở {joined_names(heard.places)}, {lowered(resolved)}"))
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
