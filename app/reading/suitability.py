"""Whether a passage can hold the answer at all: it names what a question is surely about.

A passage near the topic is no answer when the asked role, group or trend is missing in it.
Each check is silent about questions that ask for nothing of its kind.
"""

import re

from app.reading.answer_types import holds_answer_type
from app.words import wording

_TREND = wording.any_of(
    r"tang hay giam", r"tang lay giam", r"giam hay tang", r"tang may", r"tang bao nhieu", r"giam bao nhieu",
    r"(?:so|nhieu|it|cao|thap)(?: \w+){0,4} (?:voi|hon)(?: \w+){0,3} (?:nam (?:ngoai|truoc)|ky truoc|cung ky)",
)  # fmt: skip
_SAYS_TREND = wording.any_of(
    r"tang",
    r"giam",
    r"mien",
    r"cat bo",
    r"rut ngan",
    r"so voi",
    r"cao hon",
    r"thap hon",
    r"nhieu hon",
    r"it hon",
)
_FOUNDED = wording.any_of(
    r"thanh lap",
    r"kien toan",
    r"(?:doi|ban|to|trung tam|hoi dong|quy|doan)(?! hanh)(?: \w+){0,8}? lap (?:theo|tai|boi|bang)",
)

_SURNAME = (
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Mai|Tô|Lương|Cao|Hà|"
    r"Nông|Vi|Lò|Tạ|Thái|Tống|Châu|Quách|Triệu|Chu|Lâm|Phùng|Đào|Trương|Lưu|Vương|Giàng|Sùng)"
)
_PERSON = re.compile(rf"(?<!\w){_SURNAME}(?: [{wording.UPPER}][{wording.LOWER}]+){{2,3}}(?!\w)")

# Whom a count concerns, each with its other words: one group's figure is not another's.
_GROUPS = (
    r"(?:nguoi|cong|nhan) dan|ca nhan|dan cu|ba con", r"doanh nghiep|cong ty|dn", r"hoc sinh|sinh vien",
    r"(?:truong|co so giao duc)(?! (?:hop|ban))|truong hoc", r"benh vien|co so y te|tram y te", r"ho (?:gia dinh|ngheo|dan|kinh doanh)",
    r"hop tac xa|htx", r"phu nu", r"nong dan", r"lao dong",
)  # fmt: skip
_FOR = r"(?<!\w)(?:cho|cua|danh cho|thuoc|khoi|phia)(?: (?:cac|khoi|nhung|toan bo|rieng))*"


def concerns_group(question: str, passage: str) -> bool:
    """Whether a passage names the group whose figure is asked ("cấp cho người dân")."""
    asked, said = wording.folded(question), wording.folded(passage)
    return all(
        re.search(rf"(?<!\w)(?:{group})(?!\w)", said)
        for group in _GROUPS
        if re.search(rf"{_FOR} (?:{group})(?!\w)", asked)
    )


def suits(question: str, passage: str) -> bool:
    """Whether `passage` (its headings included) names what `question` cannot do without."""
    return (
        _says_trend(question, passage)
        and _names_holder(question, passage)
        and holds_answer_type(question, passage)
    )


def tells_founding(question: str, passage: str) -> bool:
    """The document that set something up is told by a passage that says so."""
    folded = wording.folded(question)
    if not wording.ASKS_DOCUMENT.search(folded) or not _FOUNDED.search(folded):
        return True
    return bool(_FOUNDED.search(wording.folded(passage)))


def _says_trend(question: str, passage: str) -> bool:
    """A question after a rise or a fall is answered only by a passage that compares."""
    if not _TREND.search(wording.folded(question)):
        return True
    return bool(_SAYS_TREND.search(wording.folded(passage)))


def _names_holder(question: str, passage: str) -> bool:
    """Who holds a title is said by "… làm <title>" or by the title beside a person's name."""
    asked = wording.HOLDER.search(wording.folded(question))
    if asked is None:
        return True
    title = asked["after"] or asked["before"]
    said = wording.folded(passage)
    if re.search(rf"(?<!\w)(?:lam|giu chuc) {title}(?!\w)", said):
        return True
    return re.search(rf"(?<!\w){title}(?!\w)", said) is not None and bool(_PERSON.search(passage))
