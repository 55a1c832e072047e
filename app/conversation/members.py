"""Which of the things that an earlier answer listed a message means: "cái thứ ba", "nơi cuối cùng".

The name takes the place of the words that point at it, where the reader sees it.
"""

import re
from collections.abc import Sequence

from app.conversation.earlier import Earlier
from app.understanding.own_words import asks
from app.understanding.placing import sentence
from app.words import wording

_NOUN = (
    r"(?:du an|muc tieu|nhiem vu|chi tieu|he thong|noi dung|muc|y|dau dong|gach dau dong|don vi|co quan|giai phap|nen tang|"
    r"co so du lieu|hang muc|cong viec|viec|cai|dong|chuong trinh|mo hinh|noi|cho|diem|trung tam|linh vuc|nhom|lop|van ban|"
    r"quyet dinh|nghi quyet|nghi dinh|truong hop|loai|buoc|hinh thuc|cong nghe|phan|huyen|xa|phuong|truong|benh vien|"
    r"doanh nghiep|cong ty|khoan|dich vu|phan mem|ung dung|de an|goi thau|giai doan|yeu cau|nguyen nhan|han che|ket qua|"
    r"bai hoc|rui ro|so|ban|thu tuc|to chuc|nguon|bien phap|dot|cuoc|su co|cau)"
)
_NTH = re.compile(
    rf"(?<!\w)(?P<noun>{_NOUN})"
    r" (?:(?:thu|so) (?P<nth>nhat|mot|hai|nhi|ba|tu|bon|nam|sau|bay|tam|chin|muoi|\d{1,2})|(?P<first>dau tien|dau)|"
    r"(?P<last>cuoi cung|sau cung|sau chot|cuoi)|(?P<other>con lai))(?!\w)", wording.FLAGS
)  # fmt: skip
_NUMBERS = {
    "nhat": 1, "mot": 1, "hai": 2, "nhi": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10,
}  # fmt: skip
_CONTENT = re.compile(
    r"^[\s,]*(?:(?:co |co noi |noi |neu |ghi |quy dinh |gom |cu the |noi dung )*(?:la |ve )?(?:nhung )?(?:gi|the nao|ra sao|nhu the nao))?[\s?.!]*$"
)


def with_member(body: str, earlier: Sequence[Earlier]) -> str:
    """`body` with "dự án thứ hai" named as the list spoken of last has it; else as it stands."""
    match = _NTH.search(wording.folded(body))
    name = _member(match, earlier) if match else ""
    if match is None or not name:
        return body
    rest = wording.folded(body[match.end() :])
    if match.start() == 0 and _CONTENT.match(rest) and re.search(r"\w", rest):
        return f"Nội dung của {name} là gì?"
    return f"{body[: match.start()]}{name}{body[match.end() :]}"


def member_swapped(body: str, earlier: Sequence[Earlier]) -> str:
    """The earlier question asked of another thing of the same list ("còn cái thứ nhất?"), or ""."""
    named = body.strip(" ?.!,").lower()
    members = _listed(earlier)
    previous = earlier[-1].question
    if asks(body) or named not in {name.lower() for name in members}:
        return ""
    before = next((name for name in members if name.lower() in previous.lower()), "")
    if not before or before.lower() == named:
        return ""
    start = previous.lower().find(before.lower())
    return sentence(previous[:start] + body.strip(" ?.!,") + previous[start + len(before) :])


def _listed(earlier: Sequence[Earlier]) -> tuple[str, ...]:
    """The things listed last; a question about one of them keeps the list it stands in."""
    lists = [one.members for one in earlier if len(one.members) > 1]
    previous = earlier[-1].question.lower()
    kept = [names for names in lists if any(name.lower() in previous for name in names)]
    return (kept or lists or [()])[-1]


def _member(match: re.Match[str], earlier: Sequence[Earlier]) -> str:
    members = _listed(earlier)
    if not members:
        return ""
    if match["first"]:
        return members[0]
    if match["last"]:
        return members[-1]
    if match["other"] and match["noun"] not in {"so", "phan"}:
        said = earlier[-1].question.lower()
        others = [name for name in members if name.lower() not in said]
        return others[0] if len(members) == 2 and len(others) == 1 else ""
    if not match["nth"]:
        return ""
    number = int(match["nth"]) if match["nth"].isdigit() else _NUMBERS[match["nth"]]
    return members[number - 1] if 0 < number <= len(members) else ""
