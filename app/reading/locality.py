"""Whose matters a passage tells: what is said of one district is not said of the province."""

import re

from app.words import wording
from ingest.plan import Chunk, Plan

_PROPER = rf"[{wording.UPPER}][\w'-]*"
_LABEL = r"\s*(?:(?:\d{1,3}|[a-zđA-Z]{1,4})[.)]\s*|[-–+•*]\s*)*"
# "7. Huyện An Phú: 25 xã …", "Thị xã Tân Châu có …": what stands behind is said of that place.
_OWN = re.compile(
    rf"{_LABEL}(?:UBND |Ủy ban nhân dân )?"
    r"(?:[Hh]uyện|HUYỆN|[Tt]hị xã|THỊ XÃ|[Tt]hành phố|THÀNH PHỐ|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)"
    rf" (?P<name>{_PROPER}(?: {_PROPER})*)(?=\s*(?:[:.(–-]|$|(?:hiện )?(?:có|đã|được|đạt|là)(?!\w)))"
)
_ASKS_PLACE = wording.any_of(
    r"(?:huyen|xa|phuong|quan|thanh pho|dia phuong|dia ban|noi|don vi|cho|thi xa) (?:\w+ )?(?:nao|gi)",
    r"o dau", r"(?:tung|moi|cac|nhung) (?:huyen|xa|phuong|dia phuong|dia ban|noi)",
)  # fmt: skip


def of_another_locality(question: str, plan: Plan, chunk: Chunk) -> bool:
    """Whether a passage is about one district or commune that `question` neither names nor seeks."""
    asked = wording.folded(question)
    if _ASKS_PLACE.search(asked):
        return False
    places = (_OWN.match(text) for text in (chunk.text, *chunk.headings[-1:]))
    names = [place["name"] for place in places if place and place["name"] != plan.province]
    return any(not re.search(rf"(?<!\w){re.escape(wording.folded(n))}(?!\w)", asked) for n in names)
