"""Whether a figure counts the whole of a thing or one of its parts, by the words before it."""

import re

from app.words import wording
from ingest.plan import Quantity

PART_PENALTY = 0.6
WHOLE_BONUS = 0.6
_PART = re.compile(r"trong do[^.;]*$")
# "261 điểm cầu: 14 điểm cầu cấp tỉnh", "23 sự cố, gồm 12 sự cố …": parts of the same.
_PARTS_BEHIND = re.compile(
    r"(?<![\w.,/-])\d[\d.,]* (?P<noun>[^\W\d_]+)[^\d.;:]{0,60}(?::|(?<!\w)(?:gom|chia ra|co cau))[^.;:]*$"
)
# "nâng tổng số lên 181", "cả tỉnh có 41": the whole of what the figures before it add up to.
_WHOLE = re.compile(r"(?:tong (?:so|cong)|(?:ca|toan) tinh)(?: \w+){0,3} $")


def is_part(before: str) -> bool:
    """Whether a figure stands among the parts of another one ("…, trong đó có …")."""
    return bool(_PART.search(wording.folded(before)))


def wholeness(before: str, quantity: Quantity) -> float:
    """Among the figures of one sentence: what one gains for counting all, loses for a part.

    Not to be weighed against other sentences: a sum says nothing for the sentence it stands in.
    """
    said = wording.folded(before)
    behind = _PARTS_BEHIND.search(said)
    if behind and [behind["noun"]] == wording.folded(quantity.unit).split()[:1]:
        return -PART_PENALTY
    return WHOLE_BONUS if _WHOLE.search(said) else 0.0
