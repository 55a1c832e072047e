"""The words of a comparison around what is compared, taken out or said as a plain question.

"Nơi nào có nhiều điểm cầu hơn, hơn bao nhiêu?" asks each province "bao nhiêu điểm cầu"; "bên nào
xong sớm hơn" asks each "khi nào xong". What is left can be asked of one plan by itself.
"""

import re

from app.understanding.mentions import provinces_in
from app.words import wording
from app.words.wording import any_of
from index.terms.analyzer import has_diacritics

_MORE = r"(?:hon|nhat)"
_DEGREE = (
    r"(?:nhieu|it|cao|thap|lon|nho|nhanh|cham|dai|ngan|lau|dong|dat|re|ton(?: kem)?|manh|rong|hep|day|thua|to|be|"
    r"tot|kem|som|muon|truoc|chi tiet|cu the|chat)"
)
_PLACE = r"(?:ben|noi|tinh|dia phuong|ke hoach|cho|cai|con so|khoan)"
# "nhiều điểm cầu hơn", "ít sự cố nhất", "tỉnh nào có nhiều trạm": how many is asked of each.
_MORE_OF = re.compile(
    rf"(?<!\w)(?:nhieu|it|dong|cao|thap) (?P<things>(?!hon|nhat)(?:(?!hon\b|nhat\b)\w+ ){{1,6}}){_MORE}(?!\w)"
    r"|(?<=nao co )(?:nhieu|it) (?P<many>(?!hon|nhat)\w+(?: (?!hon\b|nhat\b)\w+){0,5})(?=\W*$)"
)
# "sớm hơn", "ai xong trước": the time is asked of each.
_SOONER = any_of(
    rf"(?:som|muon|cham|truoc) {_MORE}", r"(?:xong|hoan thanh|toi|den|ve|di)(?: dich)? truoc(?=\W*$)",
    r"(?:ai|nao)(?: \w+){0,2} truoc(?=\W*$)", r"(?<!nam )(?<!ky )(?<!doan )(?<!ngay )(?<!thang )truoc(?=\W*$)",
)  # fmt: skip
_DEARER = any_of(rf"(?:dat|re|ton(?: kem)?|tiet kiem) {_MORE}")
_FRAMES = any_of(
    rf"(?<!o )(?<!tai ){_PLACE} nao(?: (?:la|thi|co|de)(?!\w))*",
    r"(?:o dau|dau)(?= (?:ty le|so|muc|co|nhieu|it|cao|thap))",
    rf"(?:cung )?(?:co )?(?:{_DEGREE} )(?:{_MORE})(?: ca)?(?: nhau)?", r"(?<=nao )(?:co )?(?:nhieu|it|cao|thap|lon|nho|dong)(?=\W*$)",
    r"(?:va |thi )?(?:hon|kem|chenh(?: lech)?|cach)(?: kem)?(?: nhau)?(?: la)? (?:bao nhieu|may)(?: (?:lan|phan tram|diem|nguoi|cai))?",
    r"gap (?:may|bao nhieu)(?: lan)?", r"(?<=hon )(?:bao nhieu|may) lan", r"hon kem", r"chenh(?: lech)?(?: nhau)?",
    r"(?:co )?(?:gi )?(?:giong|khac)(?: biet)?(?: nhau| gi| hay khac| va khac)*(?: (?:nhu the nao|the nao|ra sao|o diem nao|o cho nao|khong|bao nhieu))*",
    r"(?:co )?(?:bang|ngang|cung) nhau(?: hay khong| khong)?", r"diem (?:giong|khac)(?: va khac)?",
    r"(?:co )?(?:dung|phai)(?: vay| the| la vay)? (?:khong|hay khong|chua)", r"co phai(?: la)?", r"duy nhat", r"(?:cac |nhung )?(?:tinh|dia phuong|noi|ben|ke hoach) (?:con lai|khac)(?: thi| co| sao| khong| hay)*(?=\W*$)",
    r"(?:moi|tung) (?:ben|noi|tinh|dia phuong|ke hoach|dang)", r"(?:cho )?xin so(?: lieu)?(?= (?:cua )?(?:tung|moi)|\W*$)",
    r"(?:(?:nho|xin|hay) )?dat canh nhau", r"(?:lap|lam|ke) bang(?: so sanh)?", r"so sanh(?: giup(?: toi| em)?| ho)?(?: ve)?", r"doi chieu", r"so voi", r"so (?=\w+ (?:cua|o|giua) )", r"lan luot(?: la)?",
    r"(?:tinh |xet )?(?:tren|trong|giua)(?: so)? (?:hai|ba|bon|2|3|4|cac) (?:tinh|ke hoach|dia phuong)",
    r"(?:hai|ba|bon|2|3|4|ca hai|ca ba|ca bon)(?: tinh| ke hoach| dia phuong)?(?= ?[,;]| (?:va|voi|hay)\W*$|\W*$)", r"vs", r"versus",
)  # fmt: skip
_LINKS = (
    r"(?:của|ở|tại|và|với|giữa|hay|hoặc|bên|so với|cùng|trong|trên|cua|o|tai|va|voi|giua|so voi)"
)
_HANGING = re.compile(rf"(?i)(?<!\w){_LINKS}(?:[\s,]+{_LINKS})*(?=\s*(?:[,;:.?!)]|$))")
_LEADING = re.compile(r"(?i)^[\s,;:.]*(?:(?:và|với|hay|hoặc|thì|còn|va|voi)\s+(?=\S+\s+\S))*")
_DOUBLED = re.compile(rf"(?i)(?<!\w)(?P<first>{_LINKS})(?:[\s,]+(?:{_LINKS}))+(?!\w)")
_YEARS = r"(?:(?:đến |tới |vào |trong |cuối |hết )*(?:năm |giai đoạn )?20\d\d(?:\s?[-–]\s?20\d\d)?)"
_OWN = re.compile(
    rf"\s*(?:\(\s*(?P<inside>[^()]{{1,40}})\s*\)|(?P<bare>{_YEARS})(?![\w/-]))", re.IGNORECASE
)
_CONFIRMS = any_of(r"(?:dung|phai)(?: vay| the| la vay)? (?:khong|hay khong|chua)", r"co phai")
# Not a year, a date, a part of a name ("mức độ 4", "4G") nor "hai tỉnh".
_CLAIMED = re.compile(
    r"(?:(?<=có )|(?<=đạt )|(?<=cấp )|(?<=là ))\d[\d.]*(?:,\d+)?(?=\s?%|\s(?!tỉnh|kế hoạch|tháng|năm|cấp|lớp))"
)
_AMOUNTS = ("nhiều", "ít", "đông", "cao", "thấp")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_TIME = re.compile(r"(?<!\d)20\d\d(?!\d)|(?:một|hai|ba|bốn|năm|\d) năm")


def without_claimed(question: str) -> str:
    """`question` with the figure it only wants confirmed said as "bao nhiêu".

    "An Giang có 120 điểm cầu, ít hơn Cao Bằng phải không?" asks both how many they have.
    """
    if not _CONFIRMS.search(wording.folded(question)):
        return question
    return _CLAIMED.sub("bao nhiêu", question)


def bare(text: str) -> str:
    """`text`, which names no province, without the words that only set provinces side by side.

    What they ask of each province is said instead: how many, when, how much money.
    """
    when, money = _SOONER.search(wording.folded(text)), _DEARER.search(wording.folded(text))
    rest = tidy(wording.without(_FRAMES, wording.without(_SOONER, _with_counts(text))))
    folded = wording.folded(rest)
    if when and not wording.WHEN.search(folded):
        return f"khi nào {rest}".strip()
    if money and not wording.MONEY.search(folded):
        return f"{rest} hết bao nhiêu đồng".strip()
    return rest


def _with_counts(text: str) -> str:
    """`text` with "nhiều điểm cầu hơn" said as "bao nhiêu điểm cầu"."""
    kept, position = [], 0
    for match in _MORE_OF.finditer(wording.folded(text)):
        counted = "things" if match["things"] else "many"
        amount = text[match.start() : match.start(counted)].strip().lower()
        if has_diacritics(text) and amount not in _AMOUNTS:
            continue
        things = text[match.start(counted) : match.end(counted)]
        kept += [text[position : match.start()], f"bao nhiêu {things}"]
        position = match.end()
    return "".join([*kept, text[position:]])


def own_words(question: str) -> tuple[str, dict[str, str]]:
    """`question` without what stands right behind a province's name, and that by province.

    "An Giang (2022)", "Cao Bằng năm 2023": the year is asked of that province alone.
    """
    own: dict[str, str] = {}
    kept, position = [], 0
    for province, _, end in provinces_in(question):
        match = _OWN.match(question, end)
        if match is None:
            continue
        said = (match["inside"] or match["bare"]).strip()
        if match["bare"] is None and not _TIME.search(said):
            continue
        kept.append(question[position:end])
        position = match.end()
        if _YEAR.search(said):
            own[province.name] = said
    return "".join([*kept, question[position:]]), own


def tidy(text: str) -> str:
    """`text` without links that have lost what they linked ("của và", a trailing "ở")."""
    text = " ".join(text.split())
    text = re.sub(r"\s*[,;]\s*(?:[,;]\s*)+", ", ", re.sub(r"\(\s*\)", " ", text))
    text = _HANGING.sub("", text)
    text = _DOUBLED.sub(lambda match: match["first"], text)
    text = _LEADING.sub("", " ".join(text.split()))
    return re.sub(r"\s+([,;])", r"\1", text).strip(" ,;:.?!")
