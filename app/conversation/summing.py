"""The sum of what was asked part by part: "tổng lại là bao nhiêu?"."""

import re
from collections.abc import Sequence

from app.conversation import limiting
from app.conversation.earlier import Earlier
from app.conversation.heard import places_of
from app.understanding.placing import joined_names, lowered, sentence
from app.understanding.subject import subject_of
from app.words import wording
from app.words.entities import DEPARTMENT
from app.words.years import PERIOD
from ingest.plan import Plan

_SUM = re.compile(
    r"^(?:(?:ca )?(?:hai|ba|2|3|cac|may) (?!tinh|dia phuong|ben|noi)(?:\w+ ){1,2}?(?:do|nay|ay|tren|kia)(?: thi)? )?(?:tong(?: cong| lai| het| so| ca| chung| gop| thay)*|cong (?:lai|het|tat ca|don|ca|vao)(?: lai)?|gop (?:lai|chung)|"
    r"tinh (?:chung|gop|tong|het|ca)|tat ca|ca thay|tat thay|toan bo)"
    r"(?:[\s,]+(?:thi|la|het|co|duoc|lai|ton|can|ca|mat|khoang))*\s+(?:bao nhieu|may|bn)(?P<rest>[^?]*)[\s?.!]*$"
)
_UNIT = re.compile(
    r"[\s]*(?:tien|von|kinh phi|ty(?: dong)?|trieu(?: dong)?|dong|cai|chiec|nguoi|diem|don vi|co quan)?(?: (?:vay|the|a|nhi|tat ca))*[\s]*"
)
_WORK = re.compile(r"(?<!\w)(?:du an|nhiem vu|hang muc|goi thau|de an|de tai)(?!\w)")
_ELISION = re.compile(r":\s[^:?]*\?*$")


def summed(body: str, earlier: Sequence[Earlier], plans: Sequence[Plan]) -> str:
    """The sum of what the earlier questions asked part by part, as one question, or "".

    Of works their money is summed, of offices and years what was asked of each, of levels and
    kinds what they are levels and kinds of.
    """
    match = _SUM.match(wording.folded(body))
    if match is None or not _UNIT.fullmatch(match["rest"]):
        return ""
    previous = earlier[-1].question
    places = places_of(earlier[-1], plans)
    if both := _of_both(earlier):
        return both
    whole = limiting.without_value(limiting.whole_of(previous))
    if not limiting.FRAME.match(whole):
        whole = _ELISION.sub("?", whole)
    subject = lowered(subject_of(whole, plans))
    if not subject:
        return ""
    in_money = wording.MONEY.search(match["rest"]) or wording.MONEY.search(wording.folded(previous))
    of_works = _WORK.search(wording.folded(subject))
    if in_money and not of_works:
        return ""
    what = "Tổng kinh phí" if of_works else "Tổng số"
    where = f" {'ở' if ' của ' in subject else 'của'} {joined_names(places)}" if places else ""
    return sentence(f"{what} {subject.removeprefix('việc ')}{where} là bao nhiêu?")


def _of_both(earlier: Sequence[Earlier]) -> str:
    """The earlier question asked of two offices or years together; "" unless the last two differ so."""
    if len(earlier) < 2:
        return ""
    first, second = earlier[-2].question, earlier[-1].question
    for pattern, joint in ((DEPARTMENT, " và "), (PERIOD, " và năm ")):
        one, other = pattern.search(first), pattern.search(second)
        if one is None or other is None or one.group() == other.group():
            continue
        if pattern.sub("", first, count=1) == pattern.sub("", second, count=1):
            said = f"{one.group()}{joint}{other.group()}"
            both = second[: other.start()] + said + second[other.end() :]
            return sentence(f"{limiting.bare(both)}, tổng cộng bao nhiêu?")
    return ""
