"""What a question wants done with a table's rows, from its folded words alone."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from app.words import wording

_NOUN = (
    r"(?:du an|nhiem vu|hang muc|chi tieu|don vi|co quan|so nganh|nguon(?: von)?|so(?! tien| von| nao| gi)|nganh|chu dau tu|"
    r"dia phuong|doi tuong|cong trinh|noi dung|muc|dong|dau viec|viec|khoan|huyen|xa|san pham|de an|goi thau)"
)
_SIZE = r"(?:lon|cao|nhieu|ton|dat|khung|(?<!cong )dong|nang|ngon|bon|hao|dai|to(?! (?:cong|nhom|chuc|dan|giup|truong|cong tac|ung cuu|thu)))"
_SMALL = r"(?:nho|thap|it|re|be|khiem ton|ngan|khong dang ke)"
_MOST = r"(?: [\w&]+){0,7}? nhat(?!\w)"
_MAX = re.compile(
    rf"(?<!\w){_SIZE}(?:{_MOST}| (?:nhi|thu (?:nhi|hai|ba|tu|\d))(?!\w))|(?<!\w)(?:dinh diem|cao diem|dung dau|dan dau|top)(?!\w)"
)
_MIN = re.compile(rf"(?<!\w){_SMALL}{_MOST}|(?<!\w)(?:dung cuoi|cuoi bang)(?!\w)")
_WHICH_YEAR = re.compile(r"(?<!\w)(?:nam (?:nao|may|gi)|vao nam(?! 20))(?!\w)")
_RANK = re.compile(r"(?<!\w)(?:thu (hai|ba|tu|nam|\d)|(nhi))(?!\w)")
_SEVERAL = re.compile(
    rf"(?<!\w)(?:top |nhom )?(hai|ba|bon|nam|sau|bay|tam|chin|muoi|\d{{1,2}}) (?:{_NOUN})(?!\w)(?! (?:nay|do|ay))"
)
_NUMBERS = {
    "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "nhi": 2,
}  # fmt: skip
_AVERAGE = re.compile(r"(?<!\w)(?:binh quan|trung binh|tinh trung binh)(?!\w)")
_RATIO = re.compile(
    r"(?<!\w)(?:gap(?: len| khoang)? (?:may|bao nhieu)|(?:may|bao nhieu) lan(?! (?:mot|/)))(?!\w)"
)
_SHARE = re.compile(
    r"(?:bao nhieu|may|ty le|ti le|ty trong|ti trong)[\w\s]{0,12}?(?:phan tram|%)|"
    r"(?<!\w)(?<!\d )(?:ty trong|ti trong|phan tram|chiem (?:bao nhieu|may|ty le|ti le))(?!\w)"
)
_GAP = re.compile(
    r"(?<!\w)(?:chenh|lech|hon kem|cach biet|cach nhau|khac nhau bao nhieu|"
    r"(?:hon|kem|tang|giam|nhieu|it|cao|thap|dat|re|lon|nho|to|dong)(?: \w+){0,4}? (?:bao nhieu|may|hay)|"
    r"(?:nhieu|it|cao|thap|dat|re|lon|nho|to|dong)(?: \w+){0,2}? hon|hon (?:bao nhieu|may)|(?:ben|cai|so|khoan|noi|nhom|nguon|don vi|ai) nao hon|"
    r"so sanh|so voi|doi chieu|tang hay giam|tang giam)(?!\w)|^so (?:giup|ho|tong|von|kinh phi|muc)|"
    r"(?<!\w)(?:hon|kem) (?!\d)(?:\w+ ){1,14}?bao nhieu(?: (?:tien|ty|trieu|dong|nguoi))*(?=[ ?.!]*$)"
)
_SUM = re.compile(
    r"(?<!\w)(?:tong(?! muc dau tu| hop)|cong(?= (?:\w+ ){0,9}?lai(?!\w))|cong lai|cong don|cong gop|gop(?! y)|gom lai|tinh chung|tat ca|toan bo|het thay|ca thay|tong cong|cong chung|tinh gop)(?!\w)|^cong (?!an|nghe|tac|chuc|thong|trinh|khai)"
)
# "Mấy đồng" asks for no lines ("dòng").
_MONEY_UNIT = re.compile(r"(?i)đồng")
# "Số vốn" compares nothing ("so vốn").
_NUMBER = re.compile(r"(?i)(?<!\w)số(?!\w)")
_COUNT = re.compile(
    rf"(?<!\w)(?:bao nhieu|may|so luong|bn|tong so|dem(?: \w+){{0,3}}?) (?:cac |nhung |dau |khoan |cai )?{_NOUN}(?!\w)|"
    rf"(?:^|\W)so (?:luong )?(?:du an|nhiem vu|hang muc|don vi|chi tieu)(?!\w)"
)
_LIST = re.compile(
    rf"(?<!\w)(?:nhung|cac|may) {_NOUN}(?:(?! nam)[\w\s])*? (?:nao|gi)(?!\w)|(?<!\w){_NOUN} (?:nao|gi)(?!\w)|"
    rf"(?<!\w)(?:liet ke|ke ten|ke ra|ke|danh sach|danh muc|loc|tim|chi ra|neu ra|neu ten|thong ke|cho xem|gom)(?: (?:cho|giup|ho|ra)(?: \w+)?)? (?:(?:cac |nhung |tat ca )?{_NOUN}|nhung|cac)(?!\w)|"
    r"(?<!\w)(?:liet ke|ke ten|ke ra|neu ten|lap danh sach)(?: (?:giup|ho|ra|het|du))*[\s.?!]*$|"
    rf"(?<!\w)(?:cac|nhung) {_NOUN}[\w\s]*? (?:gom|bao gom|la)(?!\w)|(?<!\w)nhung (?:gi|cai nao|khoan nao)(?!\w)"
)
_GROUPS = re.compile(
    r"(?<!\w)(?:(?:may|bao nhieu|tung|moi|theo tung) (?:nhom|linh vuc|mang)|"
    r"(?:nhung|cac) (?:nhom|linh vuc|mang)(?: (?:du an|nhiem vu))? (?:nao|gi|la gi)|chia (?:lam|thanh|ra) (?:may|bao nhieu|nhung))(?!\w)"
)
_PER_OWNER = re.compile(
    r"(?<!\w)(?:chu dau tu|don vi|co quan|so|ai|so nganh) (?:nao )?(?:[\w\s]{0,20}?)(?:nam|giu|lam|co|chu tri|duoc giao|dung ten|phu trach|dam nhan|om|ganh)(?: \w+)? (?:nhieu|it) (?:du an|nhiem vu|hang muc|dau viec|viec)[\w\s]* nhat"
)
_UNIT = re.compile(r"(?<!\w)don vi (?:tinh|do|tien te)(?!\w)|(?<!\w)dvt(?!\w)|tinh bang don vi")
_SAME = re.compile(
    r"(?<!\w)(?:bang dung|dung bang|bang voi|giong het|giong|y het|bang nhau voi|ngang(?: bang)?|tuong duong|trung(?= voi| so))(?!\w)"
)
_BLANK = re.compile(
    r"(?<!\w)(?:(?:bo|de) trong|chua (?:he |duoc |co )*(?:\w+ )?(?:dong|von|tien|kinh phi|bo tri|cap|phan bo|rot)|"
    r"khong (?:he |duoc |co )*(?:\w+ )?(?:dong|von|tien|kinh phi|bo tri|cap|phan bo|rot)|dut von|trang von|het von)(?!\w)"
)
_EVEN = re.compile(
    r"(?<!\w)(?:deu nhau|deu dan|bang nhau|nhu nhau|deu (?:ca|moi|hang)|dan deu|chia deu)(?!\w)"
)
_ONLY = re.compile(r"(?<!\w)(?:chi|duy nhat|dung mot)(?= .*nam)")
_START = re.compile(r"(?<!\w)(?:moi bat dau|bat dau(?: duoc| co)?|khoi dong|moi duoc|moi co)(?!\w)")


class Operation(StrEnum):
    """What is to be done with the rows."""

    LOOKUP = "lookup"
    LIST = "list"
    COUNT = "count"
    SUM = "sum"
    MAX = "max"
    MIN = "min"
    MAX_YEAR = "max_year"
    MIN_YEAR = "min_year"
    GAP = "gap"
    RATIO = "ratio"
    SHARE = "share"
    AVERAGE = "average"
    SAME = "same"
    GROUPS = "groups"
    OWNERS = "owners"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Ask:
    """The operation, at which rank (1-based) and over how many rows; `others` it may be else."""

    operation: Operation
    rank: int = 1
    several: int = 1
    others: tuple[Operation, ...] = ()


_BY_PHRASE = (
    (_UNIT, Operation.UNIT),
    (_PER_OWNER, Operation.OWNERS),
    (_AVERAGE, Operation.AVERAGE),
    (_RATIO, Operation.RATIO),
    (_SHARE, Operation.SHARE),
)
_BY_ROWS = (
    (_GROUPS, Operation.GROUPS),
    (_COUNT, Operation.COUNT),
    (_LIST, Operation.LIST),
    (_SUM, Operation.SUM),
)


def ask_of(question: str) -> Ask:
    """What `question` wants done."""
    folded = wording.folded(_MONEY_UNIT.sub("d_ng", question))
    rows = [operation for pattern, operation in _BY_ROWS if pattern.search(folded)]
    found = [Ask(operation) for pattern, operation in _BY_PHRASE if pattern.search(folded)]
    both = _both_ends(folded)
    found += [extreme] if not both and (extreme := _extreme(folded)) else []
    found += [Ask(Operation.MAX), Ask(Operation.MIN)] if both else []
    if _GAP.search(wording.folded(_NUMBER.sub("s_", question))):
        found.append(Ask(Operation.GAP))
    if _SAME.search(folded) and not _EVEN.search(folded):
        found.append(Ask(Operation.SAME))
    if not found and _WHICH_YEAR.search(folded) and _BLANK.search(folded):
        return Ask(Operation.LOOKUP)
    found += [Ask(operation) for operation in rows] or [Ask(Operation.LOOKUP)]
    return replace(found[0], others=tuple(ask.operation for ask in found[1:]))


def _both_ends(folded: str) -> bool:
    """Whether the largest and the smallest are asked for ("cao nhất, thấp nhất")."""
    both = _MAX.search(folded) and _MIN.search(folded)
    return bool(both) and folded.count("nhat") > 1 and not _WHICH_YEAR.search(folded)


def _extreme(folded: str) -> Ask | None:
    # Of "tốn ít tiền nhất" the word nearer to "nhất" decides.
    places = [max((m.start() for m in p.finditer(folded)), default=-1) for p in (_MAX, _MIN)]
    if max(places) < 0:
        return None
    high = places[0] > places[1]
    operation = Operation.MAX if high else Operation.MIN
    if _WHICH_YEAR.search(folded):
        operation = Operation.MAX_YEAR if high else Operation.MIN_YEAR
    rank, several = _RANK.search(folded), _SEVERAL.search(folded)
    return Ask(
        operation,
        number(rank.group(1) or rank.group(2)) if rank else 1,
        number(several.group(1)) if several and not rank else 1,
    )


def number(word: str) -> int:
    """The number that a folded word or digits say ("ba", "3")."""
    return int(word) if word.isdigit() else _NUMBERS[word]


def adds_up(question: str) -> bool:
    """Whether the amounts of the rows are to be added up, beside what else is asked."""
    return bool(_SUM.search(wording.folded(question)))


def asks_list(question: str) -> bool:
    """Whether the rows themselves are asked for ("những dự án nào")."""
    return bool(_LIST.search(wording.folded(question)))


def asks_year(question: str) -> bool:
    """Whether a year is asked for ("năm nào")."""
    return bool(_WHICH_YEAR.search(wording.folded(question)))


def says_blank(question: str) -> bool:
    """Whether it is about amounts that are not there ("năm nào không có đồng nào")."""
    return bool(_BLANK.search(wording.folded(question)))


def says_even(question: str) -> bool:
    """Whether it is about amounts that are the same every year."""
    return bool(_EVEN.search(wording.folded(question)))


def says_only(question: str) -> bool:
    """Whether the year named is to be the only one with an amount."""
    return bool(_ONLY.search(wording.folded(question)))


def says_start(question: str) -> bool:
    """Whether the year named is to be the first one with an amount."""
    return bool(_START.search(wording.folded(question)))


_ORDINAL = re.compile(
    r"(?<!\w)(chi tieu|du an|dong|nhiem vu|hang muc|muc|stt|tt)\s+(?:so|thu|stt|tt)?\s*(\d{1,3})(?![\w.,%]| (?:du an|ty|trieu|nam|nguoi|don vi))"
)


def number_named(question: str) -> tuple[str, str] | None:
    """The noun and number of the row that `question` names so ("chỉ tiêu số 9"), or None."""
    match = _ORDINAL.search(wording.folded(question))
    return (match.group(1), match.group(2).lstrip("0")) if match else None
