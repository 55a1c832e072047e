"""The earlier question with one thing in the place of another: a province, an office, a district."""

import re
from collections.abc import Sequence

from app.conversation import recast
from app.conversation.earlier import Earlier
from app.conversation.heard import places_of
from app.understanding import talking
from app.understanding.mentions import asked_provinces, district_spans
from app.understanding.own_words import asks, cut, own_topic_of, specific_words, without_comparing
from app.understanding.placing import placed, sentence
from app.understanding.topic import topic_of
from app.words import wording
from app.words.entities import DEPARTMENT, office
from ingest.plan import Plan

_BODY = re.compile(
    r"(?:Sở|Ban|Cục|Chi cục|Văn phòng|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Công ty|Tập đoàn|Trường|Phòng|Thanh tra|Công an|Bộ chỉ huy|"
    r"Đội|Hội|Đài|Báo|Kho bạc|Bưu điện|Liên minh|Liên đoàn|Tỉnh đoàn|Đoàn|Mặt trận|doanh nghiệp|(?:các|những) (?:sở|đơn vị|doanh nghiệp|huyện|cơ quan)|"
    r"cấp huyện|cấp xã)(?!\w)", re.IGNORECASE
)  # fmt: skip
_MAX_BODY_WORDS = 8
# What stands behind the whole name of a body.
_ENDS = re.compile(
    rf"\s*(?:[?,.:;]|$)|\s+(?:(?:tỉnh|của|ở|tại|có|làm|thì|được|phải|do|giao|là|bao|những|việc)(?!\w)|[{wording.UPPER}])"
)
_MORE = r"(?:nhieu|it|cao|thap|lon|nho|som|muon|dong|ton|re|dat)"
_WHICH_OFFICE = wording.any_of(
    rf"(?:(?:hai|2|cac|trong hai|giua hai) (?:so|don vi|co quan|ban|nganh|ben)(?: (?:do|ay|nay|tren|kia))?,? *)?(?:thi )?"
    rf"(?:so|don vi|co quan|ban|nganh|ben|noi|cai|ai|dau) (?:nao )?(?:(?:duoc|co|co so|la|bo tri|chi|ton|can) )*{_MORE}(?: \w+)? hon"
)  # fmt: skip


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
    if (
        named is None
        or len(DEPARTMENT.findall(body)) > 1
        or before is None
        or named.group().lower() == before.group().lower()
    ):
        return ""
    rest = specific_words(topic_of(DEPARTMENT.sub(" ", body), plans))
    if any(word not in wording.folded(previous) for word in map(wording.folded, rest)):
        return ""
    return sentence(previous[: before.start()] + named.group() + previous[before.end() :])


def body_swapped(body: str, previous: str, plans: Sequence[Plan]) -> str:
    """The earlier question asked of another body that is no department ("còn Ban chỉ đạo?"), or ""."""
    named = recast.detail_of(body)
    other = office("", previous)
    if (
        asks(named)
        or asked_provinces(named, plans)
        or len(named.split()) > _MAX_BODY_WORDS
        or not other
    ):
        return ""
    pair = (named, other)
    heads = all(_BODY.match(name) for name in pair) and any(DEPARTMENT.fullmatch(n) for n in pair)
    start = previous.find(other)
    goes_on = start >= 0 and not _ENDS.match(previous[start + len(other) :])
    if not heads or start < 0 or goes_on or named.lower() == other.lower():
        return ""
    return sentence(previous[:start] + named + previous[start + len(other) :])


def offices_compared(body: str, earlier: Sequence[Earlier], plans: Sequence[Plan]) -> str:
    """For "sở nào nhiều hơn?": the earlier question asked of the offices spoken of last, or ""."""
    folded = wording.folded(body)
    previous = earlier[-1].question
    if not _WHICH_OFFICE.search(folded) or specific_words(
        topic_of(wording.without(_WHICH_OFFICE, body), plans)
    ):
        return ""
    now = list(dict.fromkeys(match.group() for match in DEPARTMENT.finditer(previous)))
    spoken = dict.fromkeys(m.group() for e in earlier[-3:] for m in DEPARTMENT.finditer(e.question))
    others = [name for name in spoken if name not in now]
    if len(now) != 1 or not others:
        return ""
    both = previous.replace(now[0], f"{others[-1]} và {now[0]}", 1)
    return sentence(f"So sánh: {both}")


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
        not (
            wording.WHICH_PROVINCE.search(folded)
            or talking.WHICH_MORE.fullmatch(folded.strip(" ?.!"))
        )
        or not talking.MORE.search(folded)
        or specific_words(topic_of(without_comparing(body), plans))
    ):
        return ""
    spoken = dict.fromkeys(name for e in earlier[-2:] for name in places_of(e, plans))
    if len(spoken) < 2:
        return ""
    return sentence(f"So sánh: {placed(earlier[-1].question, list(spoken))}")
