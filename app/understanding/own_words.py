"""What a message says by itself: its own topic, and the words that only lean on what was said."""

import re
from collections.abc import Sequence

from app.understanding import talking
from app.understanding.mentions import asked_provinces
from app.understanding.pointing import JUST_NAMED, ORDINAL, OTHER_ONE, SEVERAL, THERE
from app.understanding.topic import topic_of
from app.words import wording
from app.words.word_lists import attributes
from app.words.years import PERIOD
from index.terms.analyzer import has_diacritics
from ingest.plan import Plan

_AI = re.compile(r"(?<!\w)AI(?!\w)")


def asks(body: str) -> bool:
    """Whether the message has a word that asks; "AI" among small letters is no "ai"."""
    said = body if body.isupper() else _AI.sub(" ", body)
    return talking.ASKING.search(said) is not None


def asks_something(body: str) -> bool:
    """Whether the message asks, be it by naming an amount only ("tổng kinh phí của kế hoạch?")."""
    folded = wording.folded(body)
    names_amount = wording.HOW_MANY.search(folded) or talking.AMOUNT.match(folded)
    return asks(body) or names_amount is not None


def without_comparing(body: str) -> str:
    """`body` without "tỉnh nào" and "nhiều hơn"."""
    spans = [
        m.span()
        for p in (wording.WHICH_PROVINCE, talking.MORE)
        for m in p.finditer(wording.folded(body))
    ]
    return cut(body, spans)


def own_topic_of(body: str, plans: Sequence[Plan], *, names: bool = False) -> str:
    """The topic words of the message without pronouns and words such as "thêm", "so với".

    `names` says that it names or points at provinces, so that "thêm" joins them.
    """
    folded = wording.folded(body)
    patterns = [
        talking.PRONOUN_PLACE, talking.PRONOUN_PLAN, talking.DEIXIS, talking.COMPARE_WITH, talking.SAME,
        talking.OTHER_PROVINCES, talking.ALL_PROVINCES, talking.REMOVING, talking.DETAIL,
        ORDINAL, SEVERAL, OTHER_ONE, JUST_NAMED, THERE,
    ]  # fmt: skip
    if names or asked_provinces(body, plans) or talking.ADDING.fullmatch(folded.strip(" ?.!")):
        patterns.append(talking.ADDING)
    spans = [match.span() for pattern in patterns for match in pattern.finditer(folded)]
    return topic_of(cut(body, spans), plans)


def specific_words(own_topic: str) -> tuple[str, ...]:
    """The words of a topic that say what it is about, without what can be asked of anything."""
    bare = PERIOD.sub(" ", own_topic.lower())
    plain = not has_diacritics(bare)
    rest = attributes(folded=plain).sub(" ", wording.folded(bare) if plain else bare)
    return tuple(re.findall(r"\w{2,}", rest))


def cut(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with the spans blanked, offsets kept."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def leans_back(body: str) -> bool:
    """Whether the message points at what was said ("trong đó", "hệ thống này")."""
    folded = wording.folded(body)
    return bool(talking.DEIXIS.search(folded) or THERE.search(folded))


def is_year_change(topic: str) -> bool:
    """Whether a topic is nothing but a year or years."""
    return bool(
        re.fullmatch(
            r"(?:(?:đến|den|hết|het|cho|mốc|moc|của|cua|năm|nam|giai đoạn|giai doan|từ|tu) )*20\d\d(?:\s*[-–]\s*20\d\d)?",
            topic.lower(),
        )
    )
