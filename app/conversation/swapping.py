"""The earlier question with one thing in the place of another: a province, an office, a district."""

from collections.abc import Sequence

from app.conversation.earlier import Earlier
from app.conversation.heard import places_of
from app.understanding import talking
from app.understanding.mentions import asked_provinces, district_spans
from app.understanding.own_words import cut, own_topic_of, specific_words, without_comparing
from app.understanding.placing import placed, sentence
from app.understanding.topic import topic_of
from app.words import wording
from app.words.entities import DEPARTMENT
from ingest.plan import Plan


def province_swapped(body: str, previous: str, plans: Sequence[Plan]) -> str:
    """The earlier question with one province put in place of another ("đổi A thành B"), or ""."""
    names = asked_provinces(body, plans)
    before = asked_provinces(previous, plans)
    if len(names) != 2 or names[0] not in before or not talking.SWAP.search(wording.folded(body)):
        return ""
    return sentence(placed(previous, [names[1] if n == names[0] else n for n in before]))


def office_swapped(body: str, previous: str, plans: Sequence[Plan]) -> str:
    """The earlier question asked of another office ("thế Sở Nội vụ?"), or ""."""
    named, before = DEPARTMENT.search(body), DEPARTMENT.search(previous)
    if named is None or before is None or named.group().lower() == before.group().lower():
        return ""
    rest = specific_words(topic_of(DEPARTMENT.sub(" ", body), plans))
    if any(word not in wording.folded(previous) for word in map(wording.folded, rest)):
        return ""
    return sentence(previous[: before.start()] + named.group() + previous[before.end() :])


def district_swapped(body: str, previous: str, plans: Sequence[Plan]) -> str:
    """The earlier question asked of another district ("còn huyện An Phú?"), or ""."""
    named, before = district_spans(body), district_spans(previous)
    if len(named) != 1 or len(before) != 1 or own_topic_of(cut(body, named), plans):
        return ""
    (start, end), (from_, to) = named[0], before[0]
    return sentence(previous[:from_] + body[start:end] + previous[to:])


def compared_so_far(body: str, earlier: Sequence[Earlier], plans: Sequence[Plan]) -> str:
    """For "tỉnh nào nhiều hơn?": the topic asked of all provinces spoken of last, or ""."""
    folded = wording.folded(body)
    if (
        not wording.WHICH_PROVINCE.search(folded)
        or not talking.MORE.search(folded)
        or topic_of(without_comparing(body), plans)
    ):
        return ""
    spoken = dict.fromkeys(name for e in earlier[-2:] for name in places_of(e, plans))
    if len(spoken) < 2:
        return ""
    return sentence(f"So sánh: {placed(earlier[-1].question, list(spoken))}")
