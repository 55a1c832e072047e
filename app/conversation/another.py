"""The earlier question asked of another thing, of an aspect, or limited to a part.

For a message that names something and asks nothing by itself: "còn nhà hàng?", "thời hạn?",
"riêng cấp xã?".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.conversation import fragments, limiting, recast
from app.conversation.heard import Heard
from app.understanding import talking
from app.understanding.own_words import asks, cut
from app.understanding.placing import joined_names, lowered, placed, pronouns_resolved, sentence
from app.understanding.pointing import THERE
from app.understanding.subject import subject_of
from app.words import wording
from ingest.plan import Plan

# "Thiệt hại ra sao?" asks how things are, "thiệt hại thì sao?" what was asked before.
_STATE = re.compile(r"(?:ra sao|the nao)[\s?.!]*$")


@dataclass(frozen=True, slots=True)
class Standalone:
    """A message made standalone; `focus` is its own topic when more was borrowed.

    `near` are the chunks that the earlier answer cited, when the message goes on about the same
    matter in the same place: its answer often stands beside the earlier one.
    """

    text: str
    focus: str = ""
    near: tuple[str, ...] = ()


def of_another(heard: Heard, previous: str, plans: Sequence[Plan]) -> Standalone:
    """The previous question asked of the thing, or limited to the part, that the message names."""
    detail = fragments.level(recast.detail_of(pronouns_resolved(heard.body, heard.places)))
    detail = subject_of(detail, plans) if heard.names else detail
    moved = placed(previous, heard.places)
    limits = talking.LIMITS.search(wording.folded(heard.text)) or limiting.is_value(detail)
    if not limits and (other := limiting.limited_to_another(moved, detail)):
        return Standalone(other, detail)
    if fragments.owns(heard.body) or (fragments.is_aspect(detail) and not limits):
        return Standalone(recast.about(moved, without_place(detail), heard.places, plans), detail)
    limits = limits or limiting.swaps(moved, detail)
    if not limits and (
        other := fragments.in_its_place(moved, detail)
        or fragments.of_other_make(moved, detail, heard.places, plans)
    ):
        return Standalone(sentence(other))
    part = talking.PART.search(wording.folded(heard.text)) or limiting.swaps(moved, detail)
    other = recast.of_about(moved, detail, heard.places, plans)
    other = other or ("" if part else recast.instead(moved, detail, heard.places, plans))
    if other:
        return Standalone(other, heard.topic)
    if compared := _compared_too(heard, detail, previous):
        return Standalone(compared)
    if part or recast.counts(previous) or not asks(previous):
        return Standalone(limiting.narrowed(moved, detail), heard.topic)
    said = "" if _STATE.search(wording.folded(heard.body)) else _asked_form(previous)
    detail = f"{detail} thì {said}" if said else detail
    return Standalone(recast.about(previous, detail, heard.places, plans), heard.topic)


def _compared_too(heard: Heard, detail: str, previous: str) -> str:
    """The places of a comparison compared by something else as well ("thêm chứng thư số nữa"), or ""."""
    compared = wording.COMPARE.search(wording.folded(previous)) or len(heard.places) > 1
    adds = detail != (bare := fragments.without_adding(detail))
    if not (compared and adds) or len(heard.places) < 2:
        return ""
    return sentence(f"So sánh {lowered(bare)} của {joined_names(heard.places)}")


def _asked_form(previous: str) -> str:
    """The words by which `previous` asks for a person, a time or a place, or ""."""
    folded = wording.folded(previous)
    forms = (wording.WHO, wording.WHEN, wording.WHERE)
    found = next((match for form in forms if (match := form.search(folded))), None)
    return previous[found.start() : found.end()].lower() if found else ""


def without_place(body: str) -> str:
    """`body` without "tỉnh đó", "ở đấy", "cái đó": the place and the matter stand before it."""
    body = fragments.without_adding(fragments.without_pronouns(body))
    folded = wording.folded(body)
    spans = [m.span() for p in (talking.PRONOUN_PLACE, THERE) for m in p.finditer(folded)]
    return " ".join(cut(body, spans).split()) if spans else body
