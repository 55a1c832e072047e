"""The name a question asks for in a passage: an office, a date, an address."""

import re

from app.words import wording
from app.words.word_lists import department_names, lines
from index.embedding.compounds import is_compound

_OFFICE_HEADS = (
    r"Sở|Ban|Bộ|Cục|Vụ|Chi cục|Văn phòng|UBND|Ủy ban nhân dân|Trung tâm|Công ty|Tổng [Cc]ông ty|Tập đoàn|Trường|Phòng|"
    r"Thanh tra|Công an|Bộ [Cc]hỉ huy|Đội|Hội|Đài|Báo|Kho bạc|Bảo hiểm xã hội|Chủ tịch|Phó Chủ tịch|Giám đốc|Bưu điện|Ngân hàng|Liên minh"
)
_MAX_OFFICE_CHARS = 90
_OFFICE = re.compile(
    rf"(?<!\w)(?:{_OFFICE_HEADS})(?:[ ,-]+(?:và )?[{wording.UPPER}][\w&.-]*|\s+(?:tỉnh|huyện|thành phố|quốc gia|các|tích hợp|công nghệ|phục vụ|dân tộc|hành chính|nhân dân|chỉ đạo|quản lý|điều hành))*"
)
# Offices whose names go on in lower case: those every province has, and those of the country.
_OFFICES = (
    *(f"Sở {name}" for name in department_names()),
    "Văn phòng UBND tỉnh", "Văn phòng HĐND tỉnh", "Văn phòng Tỉnh ủy", "Thanh tra tỉnh", "Ban Dân tộc", "Công an tỉnh",
)  # fmt: skip
DEPARTMENT = re.compile("|".join(map(re.escape, _OFFICES)), re.IGNORECASE)
_NATIONAL = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, lines('national_offices.txt')))})(?!\w)", re.IGNORECASE
)
_LOWER = re.compile(rf"\s(?P<word>[{wording.LOWER}]+)(?!\w)")
# Up to three words in lower case before the next with a capital, unless that begins another office.
_GOES_ON = re.compile(
    rf"(?:\s[{wording.LOWER}]+){{0,3}}\s(?!{_OFFICE_HEADS})[{wording.UPPER}][\w&.-]*(?:\s[{wording.UPPER}][\w&.-]*)*"
)
_DATE = re.compile(
    r"(?:ngày\s+)?\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4}|(?:cuối |đầu )?tháng \d{1,2}\s?/\s?\d{4}|"
    r"tháng \d{1,2} năm \d{4}|(?:quý [IV]+[/ ](?:năm )?\d{4})|(?:từ |đến |hết |trong )*năm \d{4}|giai đoạn \d{4}\s?-\s?\d{4}",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:(?:Quyết định|Nghị quyết|Nghị định|Chỉ thị|Thông tư|Công văn|Kế hoạch|công văn|quyết định)\s+(?:hành động\s+)?(?:số\s+)?)?"
    r"\d{1,5}(?:/\d{4})?\s?[/-]\s?[A-ZĐ]{2,6}(?:\s?-\s?[A-ZĐ]+)*[A-Za-zĐđ]*"
)
_ISSUE_DATE = re.compile(
    r"(?<![\w/])\d{1,5}(?:/\d{4})?[/-][A-ZĐ]{2,8}[\w-]{0,20},?\s{1,3}ngày\s\d{1,2}\s?(?:/|tháng)\s?\d{1,2}\s?(?:/|năm)\s?\d{4}"
)
# What is asked for by its kind, and how a passage names one: the kind with a proper name.
_PROPER = rf"\s+[{wording.UPPER}]"
_PLACE_NAME = rf"[{wording.UPPER}][{wording.LOWER}]*(?: [{wording.UPPER}][{wording.LOWER}]+){{0,3}}"
# "ở 04 đơn vị: Hà Quảng, Bảo Lạc": units listed by their bare names.
_LISTED = rf"(?:đơn vị|huyện|xã|phường|địa phương|địa bàn|nơi)[^.;:]{{0,30}}: {_PLACE_NAME}(?:(?:, | và ){_PLACE_NAME})+"
_SUPPLIER = (
    rf"(?:[Cc]ông ty|[Tt]ập đoàn|[Ll]iên danh|[Nn]hà thầu|[Dd]oanh nghiệp|[Vv]iện|[Tt]rường){_PROPER}|"
    r"(?<!\w)(?:VNPT|Viettel|MobiFone|FPT|CMC|BKAV|Bkav)(?!\w)"
)
_KINDS = {
    "huyen": rf"(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố){_PROPER}|{_LISTED}",
    "xa": rf"(?:[Xx]ã|[Pp]hường|[Tt]hị trấn){_PROPER}|{_LISTED}",
    "phuong": rf"(?:[Xx]ã|[Pp]hường){_PROPER}|{_LISTED}",
    "truong": rf"[Tt]rường{_PROPER}",
    "benh vien": rf"[Bb]ệnh viện{_PROPER}",
    "nha thau": rf"(?:[Nn]hà thầu|Công ty|[Ll]iên danh){_PROPER}",
    "nha cung cap": rf"(?:Công ty|Tập đoàn|Tổng [Cc]ông ty){_PROPER}",
    "cong ty": rf"(?:Công ty|Tập đoàn|Tổng [Cc]ông ty){_PROPER}",
    "ngan hang": rf"[Nn]gân hàng{_PROPER}",
    "pho": rf"(?:[Đđ]ường|[Pp]hố){_PROPER}",
    "nha mang": _SUPPLIER,
    "doanh nghiep vien thong": _SUPPLIER,
    "hang": _SUPPLIER,
}
# Whom a province hires or buys from is told by a name, never by the department that hires.
_ASKS_SUPPLIER = wording.any_of(
    r"thue (?:ai|(?:don vi|cong ty|to chuc|hang) nao)", r"(?:ai|don vi nao|cong ty nao) (?:da )?trung thau",
    r"(?:ai|don vi nao|cong ty nao) (?:la |lam )?(?:nha thau|nha cung cap)", r"ten nha thau",
    r"(?:nha thau|nha cung cap)(?: \w+){0,10} la (?:ai|don vi nao|cong ty nao)",
    r"nha mang nao (?:da )?(?:trung thau|thi cong|xay)",
)  # fmt: skip
_URL = re.compile(
    r"(?:https?://|www\.)[^\s)“”,;]+|(?<![a-z0-9.-])[a-z0-9.-]+\.(?:vn|com|gov)(?:\.vn)?(?:/[^\s)“”,;]*)?",
    re.I,
)


def has_asked_kind(question: str, passage: str) -> bool:
    """Whether `passage` names one of what `question` asks for by its kind ("huyện nào", "nhà thầu nào").

    True when the question asks for no such kind.
    """
    kinds = _asked_kinds(question)
    return not kinds or any(re.search(shape, passage) for shape in kinds)


def asks_kind(question: str) -> bool:
    """Whether `question` asks for one of a kind by name ("nhà thầu nào")."""
    return bool(_asked_kinds(question))


def _asked_kinds(question: str) -> list[str]:
    folded = wording.folded(question)
    named_kinds = [
        shape
        for kind, shape in _KINDS.items()
        if re.search(rf"(?<!\w)(?<!dia ){kind} (?:cu the )?nao(?!\w)", folded)
    ]
    return [*named_kinds, _SUPPLIER] if _ASKS_SUPPLIER.search(folded) else named_kinds


def named(question: str, heading: str, sentence: str) -> str:
    """What `question` asks for ("ai", "khi nào", "ở đâu") as it stands in the passage, or "".

    `heading` is the section's own heading: "Sở Tài chính" above duties without a subject.
    """
    folded = wording.folded(question)
    if wording.WHERE.search(folded) and (match := _URL.search(sentence)):
        return match.group().rstrip(".")
    if wording.ASKS_DOCUMENT.search(folded) and (match := _DOCUMENT.search(sentence)):
        return match.group().strip()
    if wording.WHEN.search(folded) and (match := _DATE.search(due_text(folded, sentence))):
        return match.group().strip()
    if wording.WHO.search(folded):
        return _of_kind(question, sentence) or office(heading, sentence)
    return ""


def _of_kind(question: str, sentence: str) -> str:
    """The first name of the kind that `question` asks for ("công ty nào"), or ""."""
    starts = [
        match.start()
        for shape in _asked_kinds(question)
        if (match := re.search(shape, sentence)) and _OFFICE.match(sentence, match.start())
    ]
    return office("", sentence[min(starts) :]) if starts else ""


def due_text(folded: str, sentence: str) -> str:
    """`sentence`, its cited documents' dates blanked out where `folded` asks for a deadline.

    "Nghị định số 15/2021/NĐ-CP ngày 03/4/2021" tells when a document was issued, not when
    something is due. As long as `sentence`.
    """
    if not wording.DEADLINE.search(folded):
        return sentence
    return _ISSUE_DATE.sub(lambda match: " " * len(match.group()), sentence)


def n_named(question: str, sentence: str) -> int:
    """How many of the place, the document and the date that `question` asks for a passage names."""
    folded = wording.folded(question)
    return sum(
        bool(asks.search(folded) and shape.search(sentence))
        for asks, shape in (
            (wording.WHERE, _URL),
            (wording.ASKS_DOCUMENT, _DOCUMENT),
            (wording.WHEN, _DATE),
        )
    )


def office(heading: str, sentence: str) -> str:
    """The office that a passage is about: its heading when that is an office, else its first one."""
    if _OFFICE.match(heading.strip()) and len(heading) <= _MAX_OFFICE_CHARS:
        return heading.strip(" :.,-")
    match = DEPARTMENT.search(sentence) or _OFFICE.search(sentence)
    if match and (whole := _NATIONAL.match(sentence, match.start())):
        match = whole
    if match is None or " " not in match.group().strip():
        return ""
    end = match.end() if match.re is not _OFFICE else _name_end(sentence, match.end())
    return sentence[match.start() : end].strip(" ,-")


def _name_end(sentence: str, end: int) -> int:
    """The end of an office's name that was read as far as `end`, in the middle of a word or not.

    "Công ty An" goes on to the end of "An ninh", and to "Viettel" behind "mạng".
    """
    last = re.search(r"[^\W\d_]+$", sentence[:end].rstrip())
    rest = _LOWER.match(sentence, end)
    if last is None or rest is None or not is_compound(last.group().lower(), rest["word"]):
        return end
    end = rest.end("word")
    more = _GOES_ON.match(sentence, end)
    return _name_end(sentence, more.end()) if more else end
