"""Whether a figure counts the thing that is asked for, by the nouns around it."""

import re

from app.reading.counted import MONEY_UNIT, PERCENT_UNIT
from app.reading.material import Coverage
from app.words import wording
from ingest.plan import Quantity
from ingest.quantities import canonical

_MIN_PHRASE = 0.85
"""Coverage of three syllables of the counted noun that make up for its missing head."""
_MIN_NOUN = 0.3
"""Coverage of the counted noun below which a figure counts something else."""
_MIN_HEAD = 0.75
"""The same when the first syllable of the noun is missing."""
_CLASSIFIER = re.compile(
    r"(?:cai|chiec|cuoc|dot|lan|luot|mau|loai|nguoi|noi|cho|dieu|con|bo|to|thu|kieu|muc|don vi|y kien)(?!\w)"
)
_PERSON = re.compile(r"(?:luot )?(?:nguoi|nhan luc|nhan su)(?!\w)")
_PERSONS = re.compile(
    r"(?<!\w)(?:người|CBCC(?:VC)?|cán bộ|công chức|viên chức|nhân viên|thành viên|học viên|sinh viên|học sinh|giáo viên|bác sĩ|phóng viên|biên tập viên|đại biểu|lao động|kỹ sư|chuyên gia|hộ|đồng chí|công dân|đối tượng)(?!\w)",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(r"(?:can bo|cong chuc|vien chuc|nhan vien|cbcc(?:vc)?)(?!\w)")
_OFFICIALS = re.compile(
    r"(?<!\w)(?:người|CBCC(?:VC)?|cán bộ|công chức|viên chức|nhân viên|chuyên viên|nhân sự)(?!\w)",
    re.IGNORECASE,
)
# Where a counted noun ends: "trạm | của Cao Bằng", "máy chủ | hơn".
_LINK = re.compile(
    r"\s(?:cua|o|tai|trong|hon|co|da|duoc|dang|la|cho|nao|moi|den|tren|va|voi|nhat|thuoc|phai|can|do|se|dat|theo)(?!\w)"
)
_NEAR = 4
"""Words from a number on among which the persons stand that it counts."""
# "95 TB", "20 Mbps", "12 km", "04 giờ": measured, not counted.
_MEASURE = re.compile(r"[A-Z]{2}|[KMGT]bps|(?:km|ha|m|giờ|phút|ngày|tháng|năm|tuần|quý)\b")


def counts(noun: str, around: str, coverage: Coverage) -> bool:
    """Whether the words around a figure speak of `noun`, by its head or as a whole.

    "Người" is counted by any word for persons. Of a head of two syllables the second alone is another noun: "giảng viên", "sinh viên".
    """
    if _PERSON.match(wording.folded(noun)) and _PERSONS.search(around):
        return True
    if _OFFICIAL.match(wording.folded(noun)) and _OFFICIALS.search(around):
        return True
    head = coverage(_head(noun), around)
    begins = head >= _MIN_NOUN and coverage(_head(noun, 1), around) > 0
    return begins or head >= _MIN_HEAD or coverage(_head(noun, 3), around) >= _MIN_PHRASE


def counts_another(noun: str, quantity: Quantity, clause: str, coverage: Coverage) -> bool:
    """Whether a count says by its own noun that it counts something else than `noun`.

    "600 sinh viên" counts no schools, wherever they are named; "33 người" may count any persons.
    """
    unit = quantity.unit
    if not unit or measures(quantity):
        return False
    raw = clause.find(quantity.raw)
    said = clause[raw:] if raw >= 0 else clause
    if _PERSON.match(wording.folded(noun)):
        return not _PERSONS.search(" ".join(said.split()[:_NEAR]))
    if is_classifier(unit) or _MEASURE.match(unit):
        return False
    if _OFFICIAL.match(wording.folded(noun)):
        return not _OFFICIALS.search(" ".join(said.split()[:_NEAR]))
    if _of_another_word(noun, unit, clause):
        return True
    return coverage(_head(noun, 1), said) == 0 and coverage(_head(noun), said) < _MIN_HEAD


def _of_another_word(noun: str, unit: str, clause: str) -> bool:
    """Whether two nouns share their first syllable alone: "điểm cầu", "điểm giải trí"."""
    asked = _LINK.split(wording.folded(noun))[0].split()
    told = wording.folded(unit).split()
    if min(len(asked), len(told)) < 2 or asked[0] != told[0]:
        return False
    return set(asked[1:]).isdisjoint(re.findall(r"\w+", wording.folded(clause)))


def same_head(first: str, second: str) -> bool:
    """Whether two counted nouns begin alike, or are both of officials ("CBCC", "cán bộ")."""
    heads = [wording.folded(noun) for noun in (first, second)]
    if all(_OFFICIAL.match(head) for head in heads):
        return True
    return heads[0].split()[:1] == heads[1].split()[:1]


def measures(quantity: Quantity) -> bool:
    """Whether an amount is a share or money, which counts no things."""
    return canonical(quantity)[1] in (MONEY_UNIT, PERCENT_UNIT)


def is_classifier(noun: str) -> bool:
    """Whether a noun begins with a word that counts anything: "cuộc diễn tập", "đợt diễn tập"."""
    return _CLASSIFIER.match(wording.folded(noun)) is not None


def _head(noun: str, n_syllables: int = 2) -> str:
    """The first syllables of a counted noun: what is counted, without what it is for."""
    return " ".join(noun.split()[:n_syllables])
