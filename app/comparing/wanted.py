"""What an aspect of a comparison wants of each plan: an amount, a time, and of which time."""

import re
from dataclasses import replace

from app.comparing.aspects import Aspect
from app.reading.tense import asked_tense
from app.words import wording
from app.words.years import ASKED_YEAR
from index.terms.analyzer import has_diacritics
from ingest.plan import Plan

_ASKS = wording.any_of(
    r"gi", r"nao", r"sao", r"ai", r"dau", r"may", r"bao nhieu", r"khong", r"chua", r"noi", r"co", r"da", r"dang", r"se", r"dinh", r"duoc", r"ra", r"muc tieu", r"nhiem vu", r"giai phap",
)  # fmt: skip
_EVERY = wording.any_of(r"(?:moi|hang|mot|tung|cac|trong) (?:nam|quy|thang|tuan)", r"dinh ky")
_COMPARES_AMOUNTS = wording.any_of(
    r"(?:nhieu|it|cao|thap|lon|nho|nhanh|cham|ngan|dai)(?: \w+){0,3}? (?:hon|nhat)", r"(?:ben|noi|tinh|dia phuong|ke hoach) nao (?:co )?(?:nhieu|it|cao|thap|lon|nho)(?=\W*$)", r"chenh(?: lech| nhau)?", r"gap (?:may|bao nhieu)", r"ton kem hon",
    r"tu (?:nhieu|cao|lon|it|thap|nho|be) (?:xuong|den|toi|len)", r"dan truoc", r"con so", r"thong ke", r"hon kem",
)  # fmt: skip
_COMPARES_DEGREE = wording.any_of(
    r"(?:ben|noi|tinh|dia phuong|ai|ke hoach|don vi) nao[\w\s,]*(?:hon|(?<!duy )(?<!thong )nhat)",
    r"hay [\w\s]*(?:hon|(?<!duy )(?<!thong )nhat)",
    r"hon hay",
)
# "Tổng của nhóm …", but not "tổng đài", "tổng kết".
_SUM = re.compile(
    r"(?<!\w)(?:tong|cong)(?= (?:cua|cong|so|muc|cac|nhom|phan|kinh|von|chi|du toan)(?!\w))"
)
# Folded, "tiến hành" would speak of money.
_MONEY = re.compile(
    r"(?<!\w)(?:đắt|rẻ|kinh phí|tiền|vốn|ngân sách|dự toán|chi phí|tổng mức đầu tư|(?:tỷ|tỉ|triệu) đồng)(?!\w)",
    re.IGNORECASE,
)


def wants_figures(question: str, aspect: Aspect) -> bool:
    """Whether the aspect's value is an amount."""
    folded = wording.folded(aspect.text)
    if wording.asks_how_many(aspect.text) or _SUM.search(folded):
        return True
    of_province = _COMPARES_DEGREE.sub(" ", folded)
    if any(asks.search(of_province) for asks in (wording.WHO, wording.WHERE, wording.WHEN)):
        return False
    money = _MONEY if has_diacritics(aspect.text) else wording.MONEY
    if money.search(aspect.text):
        return True
    return bool(_COMPARES_AMOUNTS.search(wording.folded(question)))


def names_only(aspect: Aspect) -> bool:
    """Whether the aspect only names what is compared, and asks nothing of it."""
    return not _ASKS.search(wording.folded(aspect.text)) and not asks_time(aspect)


def counted_of(aspect: Aspect) -> Aspect:
    """The aspect as a question after how many there are."""
    return replace(aspect, text=f"bao nhiêu {aspect.text}")


def asks_time(aspect: Aspect) -> bool:
    """Whether the aspect's value is a time."""
    return wording.WHEN.search(wording.folded(aspect.text)) is not None


def compares_degree(question: str) -> bool:
    """Whether a degree is compared: a figure answers best, but the words may have to do."""
    return _COMPARES_DEGREE.search(wording.folded(question)) is not None


def says_time(question: str, plan: Plan) -> bool:
    """Whether a question says a year, or whether it is after what is or after what is planned."""
    if ASKED_YEAR.search(question) or _EVERY.search(wording.folded(question)):
        return True
    return asked_tense(question, plan.period[0]) is not None
