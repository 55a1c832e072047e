"""What a question counts: money, a share, or things by their noun.

Read from the words of the question alone; figures.py finds the figure that fits.
"""

import re
from dataclasses import dataclass

from app.words import wording

MONEY_UNIT = "đồng"
PERCENT_UNIT = "%"
_NOUN = r"(?:tren (?:tong so )?|trong (?:tong )?so )?((?:[^\s?,.;]+\s*){1,5})"
# "Mấy điểm cầu", but not "nhiều máy chủ", "số máy tính".
_HOW_MANY = r"(?<!nhieu )(?<!so )(?<!luong )(?<!it )may"
_COUNTED = (
    re.compile(rf"(?<!\w)(?:bao nhieu|bao nhiu|bnhieu|bn|{_HOW_MANY}|how many)\s+{_NOUN}"),
    re.compile(rf"(?<!\w)(?:so luong|tong so|nhieu|it)\s+{_NOUN}"),
    re.compile(wording.NUMBER_OF_THINGS + _NOUN),
)
# "hết mấy tỷ", "bao nhiêu triệu"; "là bao nhiêu năm 2024", "bao nhiêu trong đó": nothing counted.
_AMOUNT = re.compile(r"(?:nghin|ngan|trieu|ty|ti|dong)(?!\w)")
_NO_NOUN = re.compile(
    r"(?:lieu|nam 20\d\d|trong|theo|so voi|vao|cho|o|tai|tu|den|la|hay|va|de|cua|vay|the|nhi|a|thi)(?!\w)"
)
# "Tổ công nghệ số cộng đồng có bao nhiêu?", "Máy chủ: mấy?": what is counted stands before.
_BEHIND = re.compile(
    r"^(?P<noun>(?!(?:muc|chi tieu|nhiem vu|ket qua|ty|ti|thoi|kinh|von|ngan|du|chi|gia|dao|so|luong|tong|do|khi|nam|den|trong|viec|ve|cac|nhung|con|the|vay|o|tai|cap)(?!\w))\w+(?: (?!(?:o|tai|cua|trong|cho|hien|dang|da|thi|co)(?!\w))\w+){1,5})(?: (?:o|tai|cua|trong|cho|hien|dang|da) (?:\w+ ?){1,6}?)?(?:[,:]|,?(?: va)? co|(?: hien| dang) co) ?(?:tat ca |tong cong |khoang )?(?:bao nhieu|may)\W*$"
)
_CLASSIFIER = re.compile(r"(?:cai|chiec|con)(?!\w)(?! (?:so|bo|dau|nguoi|em|an)(?!\w))\s*")
# Marked words that fold to a word of money, and words of money that fold to another word.
_NO_MONEY = re.compile(r"(?i)(?<!\w)(?:ti[ếêệễ]n|v[ôồổộ]n)(?!\w)")
_PRICE = re.compile(
    r"(?i)(?<!\w)(?:(?<!đánh )(?<!định )giá(?! trị)|đơn giá|đắt|rẻ|tốn kém|(?<!chất )(?<!lần )(?<!định )lương(?! cơ sở| tối thiểu)|phụ cấp|thù lao|học phí)(?!\w)"
)
_DEAR = frozenset(("đắt", "rẻ", "tốn kém"))
# "Chi bao nhiêu cho …": what is spent is money, though nothing says so.
_SPENT = wording.any_of(
    r"(?:chi(?: tieu| tra)?|ton|rot|bo tri|phan bo|dau tu|danh(?: ra)?|bo ra|ngon|tri gia) (?:het |khoang |tong cong )?(?:bao nhieu|bn)",
    r"(?:chi|ton|rot|bo tri|phan bo|danh ra|bo ra|cap von|duoc cap) (?:\w+ ){1,10}?(?:het )?(?:bao nhieu|bn)(?=[ ?.!]*$)",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a figure question counts: a unit ("đồng", "%") or a noun, each "" when not said."""

    unit: str
    noun: str


def asked(question: str) -> Asked:
    """What `question` counts."""
    folded = wording.folded(question)
    noun = _counted_noun(question, folded)
    said = wording.folded(noun)
    if said.startswith(("%", "phan tram")):
        return Asked(PERCENT_UNIT, "")
    if _AMOUNT.match(said) or _asks_money(noun or question) or _PRICE.search(question):
        return Asked(MONEY_UNIT, "")
    if wording.PERCENT.search(folded) and not noun:
        return Asked(PERCENT_UNIT, "")
    if not noun and _SPENT.search(folded):
        return Asked(MONEY_UNIT, "")
    return Asked("", noun)


def prices(text: str) -> tuple[str, ...]:
    """What `text` asks the price or pay of by its own word ("lương", "đơn giá")."""
    found = (match.lower() for match in _PRICE.findall(text))
    return tuple(word for word in found if word not in _DEAR)


def _counted_noun(question: str, folded: str) -> str:
    """The words behind "bao nhiêu", else behind "tổng số" or "số"; "" where nothing is counted."""
    for shape in _COUNTED:
        for counted in shape.finditer(folded):
            if wording.MACHINE.match(question, counted.start()):
                continue
            noun = question[counted.start(1) : counted.end(1)].partition("(")[0].strip()
            if noun and not _NO_NOUN.match(wording.folded(noun)):
                return _without_classifier(noun)
    behind = _BEHIND.match(folded.strip()) if folded.strip() == folded else None
    return question[behind.start("noun") : behind.end("noun")] if behind else ""


def _without_classifier(noun: str) -> str:
    """`noun` without the word that only counts it ("con hẻm"); "" where there is nothing more.

    Then the things are named elsewhere: "Thiết bị đã cấp là bao nhiêu cái?"
    """
    match = _CLASSIFIER.match(wording.folded(noun))
    return noun[match.end() :].strip() if match else noun


def _asks_money(text: str) -> bool:
    """Whether `text` names money; "tiến sĩ" is no "tiền" where marks tell them apart."""
    return bool(wording.MONEY.search(wording.folded(_NO_MONEY.sub(" ", text))))
