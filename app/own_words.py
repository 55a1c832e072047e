"""What a message says by itself: its own topic, and the words that only lean on what was said."""

import re
from collections.abc import Sequence

from app import talking, wording
from app.mentions import asked_provinces
from app.topic import topic_of
from ingest.plan import Plan


def asks(body: str) -> bool:
    """Whether the message has a word that asks."""
    return talking.ASKING.search(wording.folded(body)) is not None


def without_opening(text: str) -> str:
    """`text` without "thế còn", "vậy", "không, ý tôi là" at its start."""
    folded = wording.folded(text)
    for opening in (talking.CORRECTION, talking.LEAD_IN):
        match = opening.match(folded)
        if match and match.end() < len(text):
            text = text[match.end() :]
            folded = wording.folded(text)
    return text


def without_comparing(body: str) -> str:
    """`body` without "tỉnh nào" and "nhiều hơn"."""
    spans = [
        m.span()
        for p in (wording.WHICH_PROVINCE, talking.MORE)
        for m in p.finditer(wording.folded(body))
    ]
    return _cut(body, spans)


def own_topic_of(body: str, plans: Sequence[Plan]) -> str:
    """The topic words of the message without pronouns and words such as "thêm", "so với"."""
    folded = wording.folded(body)
    spans = [
        match.span()
        for pattern in (
            talking.PRONOUN_PLACE,
            talking.PRONOUN_PLAN,
            talking.DEIXIS,
            talking.COMPARE_WITH,
            talking.SLIP,
        )
        for match in pattern.finditer(folded)
    ]
    spans += [match.span() for match in talking.OTHER_PROVINCES.finditer(folded)]
    spans += [match.span() for match in talking.ALL_PROVINCES.finditer(folded)]
    spans += [match.span() for match in talking.REMOVING.finditer(folded)]
    if asked_provinces(body, plans):
        spans += [match.span() for match in talking.ADDING.finditer(folded)]
    return topic_of(_cut(body, spans), plans)


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def leans_back(body: str) -> bool:
    """Whether the message points at what was said ("trong đó", "hệ thống này")."""
    return bool(talking.DEIXIS.search(wording.folded(body)))


def names_only_attributes(own_topic: str) -> bool:
    """Whether a message asks for something that only an earlier question says whose it is."""
    rest = talking.ATTRIBUTES.sub(" ", wording.folded(own_topic))
    return bool(own_topic) and not rest.strip(" ,.?!")


def is_year_change(topic: str) -> bool:
    """Whether a topic is nothing but a year or years."""
    return bool(
        re.fullmatch(r"(?:năm |nam |giai đoạn |giai doan )*20\d\d(?:\s*-\s*20\d\d)?", topic)
    )
