"""An earlier question recast by a later message, in natural Vietnamese.

`about` puts what the earlier question was about before the new question, `instead` asks it of
another thing, `in_years` of another time; limiting.py limits it to a part.
"""

import re
from collections.abc import Sequence

from app.conversation import limiting
from app.understanding.mentions import provinces_in
from app.understanding.placing import capped, joined_names, lowered, sentence
from app.understanding.subject import subject_of
from app.understanding.typed import Typed, words
from app.words import wording
from app.words.years import PERIOD
from index.terms.analyzer import has_diacritics
from ingest.plan import Plan

_HOW_MANY = Typed(
    r"(?<!\w)(?:(?:có|được|là|đạt|khoảng|tổng cộng|gồm|chiếm|thì) )*(?P<ask>(?:bao nhiêu|mấy|bn)(?: phần trăm|\s?%)?)(?!\w)\s*"
)
# What is measured in money, shares or time, not counted: another thing is measured the same way.
_MEASURE = Typed(
    r"^(?:(?:%|phần trăm)|(?:tiền|vốn|kinh phí|tỷ|tỉ|triệu|đồng|ngân sách|số tiền|ngày|tháng|năm|giờ|lần|điểm phần trăm)(?: đồng)?(?!\w))"
)
_TAIL = words(
    "trên", "trong", "ở", "tại", "của", "được", "đã", "đang", "cho", "để", "theo", "phục vụ", "đăng ký", "do", "mà", "từ", "đến", "khi", "vào",
    "thuộc", "lên", "tới", "kết nối", "tham gia", "sử dụng", "năm",
)  # fmt: skip
_YEAR = Typed(r"[\s,]*(?<!\w)(?:năm|giai đoạn|thời kỳ) 20\d\d(?:\s?[-–]\s?20\d\d)?(?!\w)")
_LINK = Typed(r"(?:cho|của|để|dành cho)\s+")
_WHEN = wording.any_of(r"(?:ngay|thang|nam|quy) (?:may|bao nhieu)")
# "Số hóa hộ tịch tốn bao nhiêu?": what things cost, not what a sum is made of.
_SPENDS = Typed(r"(?<!\w)(?:tốn|hết|mất|tốn hết|tổng mức|trị giá|tổng mức đầu tư)\s*(?:là\s*)?$")
_AIMS = words(r"mục tiêu", r"chỉ tiêu", r"phấn đấu", r"hướng tới")
_COUNTER = re.compile(
    r"(?:cai|chiec|don vi|co quan|noi|diem|ban|dich vu|may|nguoi|tram|he thong)?(?: ?(?:roi|vay|the|a))*"
)
_COSTS = words("tốn", "hết", "kinh phí", "vốn", "tiền", "ngân sách", "chi", "tỷ", "triệu", "góp")
_LIMIT = Typed(
    r"^(?:(?:cho |xin )?(?:tôi |em |mình |anh |chị )?(?:(?:chỉ(?! tiêu| số| thị| đạo)|tính|tách|lấy|xem|hỏi|cần|muốn|luôn|số liệu|con số|của|về|với|phần|riêng|cái|là|thì)\s+|trong (?:số )?(?:đó|này|ấy)\s*,?\s*)+)+"
)
_LOOSE_END = Typed(
    r"(?:[\s,]+(?:thì|là|thì là|chiếm|có|được|đạt|luôn|nữa|của|ở|tại|cho|bố trí))+[\s?.!]*$"
)
_THEN = Typed(r"[\s,]*(?:thì sao|ra sao|thế nào|như thế nào|sao)[\s?.!]*$")


def about(question: str, body: str, places: Sequence[str], plans: Sequence[Plan]) -> str:
    """`body` asked of what `question` was about: "Về trạm phát sóng của An Giang: …"."""
    subject = subject_of(question, plans)
    subject = _without_other_year(subject, body)
    where = joined_names(places)
    asked = lowered(body.lstrip(" ,.:;–-"))
    if not subject:
        return sentence(f"Về kế hoạch của {where}: {asked}" if where else body)
    if subject in {"việc ký", "việc ban hành"}:
        subject = f"{subject} kế hoạch"
    inside = subject.startswith("việc ") or " của " in subject
    of = f" {'ở' if inside else 'của'} {where}" if where else ""
    return sentence(f"Về {lowered(subject)}{of}: {asked}")


def _without_other_year(subject: str, body: str) -> str:
    """`subject` without the year it names, when `body` asks of another."""
    old, new = _YEAR.search(subject), PERIOD.search(body)
    if old is None or new is None or new.group() in old.group():
        return subject
    return subject[: old.start()] + subject[old.end() :]


def listed(question: str, body: str, places: Sequence[str], plans: Sequence[Plan]) -> str:
    """The things that `question` counts listed, or those that it lists counted, as `body` bids.

    "" when it bids neither.
    """
    counted = _HOW_MANY.search(whole := limiting.whole_of(question))
    if counted and wording.LIST.search(wording.folded(body)) and not counts(body):
        rest = whole[counted.end() :].rstrip(" ?.!")
        if not rest or _MEASURE.match(rest):
            return ""
        tail = _TAIL.search(rest)
        at = tail.start() if tail else len(rest)
        verb = "có " if counted.group().lower().startswith("có") else ""
        return sentence(
            f"{whole[: counted.start()]}{verb}những {rest[:at].strip()} nào {rest[at:]}"
        )
    subject = re.sub(r"(?i)^danh (?:sách|mục) ", "", subject_of(question, plans))
    lists = wording.LIST.search(wording.folded(question)) and not counted
    if not (lists and places and subject) or subject.startswith("việc ") or not counts_only(body):
        return ""
    return sentence(f"{joined_names(places)} có bao nhiêu {lowered(subject)}")


def instead(question: str, thing: str, places: Sequence[str], plans: Sequence[Plan]) -> str:
    """How many of `thing`, asked as `question` asked of another; "" when that cannot be told.

    A thing takes the place of what was counted only where a plan counts it ("12 nhà hàng").
    """
    whole = limiting.whole_of(question)
    match = _HOW_MANY.search(whole)
    if match is None or not thing:
        return ""
    rest = whole[match.end() :].rstrip(" ?.!")
    spends = _SPENDS.search(whole[: match.start("ask")])
    if spends and not rest.replace("tiền", "").strip():
        where = f"Ở {joined_names(places)}, " if places else ""
        return sentence(f"{where}{lowered(thing)} {spends.group().strip().lower()} bao nhiêu tiền?")
    if match["ask"].lower().endswith(("%", "phần trăm", "phan tram")) or _MEASURE.match(rest):
        return _measured(whole, match, thing, places)
    if not _is_counted(thing, places, plans):
        return ""
    tail = _TAIL.search(rest)
    kept = rest[tail.start() :] if tail else ""
    return sentence(f"{whole[: match.end()].rstrip()} {lowered(thing)} {kept}".rstrip(" ?.") + "?")


def _measured(question: str, match: re.Match[str], thing: str, places: Sequence[str]) -> str:
    """How much of `thing` in the measure of `question`: "Ở An Giang, … là bao nhiêu phần trăm?"."""
    unit = _MEASURE.match(question[match.end() :])
    rest = question[match.end() + (unit.end() if unit else 0) :].strip(" ?.!")
    linked = _LINK.match(rest)
    if len(rest.split()) > 1:
        head = question[: len(question) - len(question[match.end() :])] + (
            unit.group() if unit else ""
        )
        return sentence(f"{head.rstrip()} {linked.group() if linked else ''}{lowered(thing)}?")
    measure = f"{match['ask'].lower()} {unit.group() if unit else ''}".strip()
    years = PERIOD.search(question)
    when = f"năm {years.group()}" if years and not PERIOD.search(thing) else ""
    where = f"ở {joined_names(places)}" if places else ""
    verb = "cần" if unit and wording.MONEY.search(wording.folded(unit.group())) else "là"
    start = " ".join(part for part in (where, when) if part)
    thing = f"mục tiêu {lowered(thing)}" if _AIMS.search(question) else thing
    said = f"{start}, {lowered(thing)}" if start else thing
    return sentence(f"{capped(said)} {verb} {measure}?")


def _is_counted(thing: str, places: Sequence[str], plans: Sequence[Plan]) -> bool:
    """Whether a plan concerned has a number before `thing`."""
    pattern = re.compile(
        r"\d\s+" + r"\s+".join(map(re.escape, thing.split())) + r"(?!\w)", re.IGNORECASE
    )
    concerned = [plan.text for plan in plans if not places or plan.province in places]
    texts = concerned if has_diacritics(thing) else map(wording.folded, concerned)
    return any(pattern.search(text) for text in texts)


def asks_why(question: str) -> bool:
    """Whether `question` asks for a reason already."""
    return wording.WHY.search(wording.folded(question)) is not None


def in_years(question: str, years: str) -> str:
    """`question` of other years: in the place of its own, or added."""
    replaced, count = PERIOD.subn(years, question, count=1)
    word = "giai đoạn" if re.search(r"[-–]", years) else "năm"
    return sentence(replaced if count else f"{limiting.bare(question)} trong {word} {years}?")


def years_of(question: str) -> str:
    """The year or period that `question` names first, as "năm 2022", or ""."""
    match = PERIOD.search(question)
    if match is None:
        return ""
    return f"{'giai đoạn' if re.search('[-–]', match.group()) else 'năm'} {match.group()}"


def counts(question: str) -> bool:
    """Whether `question` asks how many."""
    return _HOW_MANY.search(limiting.whole_of(question)) is not None


def counts_only(body: str) -> bool:
    """Whether `body` asks how many of a part, and of no other measure ("cấp xã mấy cái")."""
    match = _HOW_MANY.search(body)
    if match is None or match["ask"].lower().endswith(("%", "phần trăm", "phan tram")):
        return False
    if _WHEN.search(wording.folded(body)):
        return False
    noun = wording.folded(body[match.end() :]).strip(" ?.!")
    return _COUNTER.fullmatch(noun) is not None and not _COSTS.search(body)


def without_count(body: str) -> str:
    """`body` without "có bao nhiêu", "mấy cái": the part that it asks of."""
    match = _HOW_MANY.search(body)
    return detail_of(body[: match.start()] if match else body)


def detail_of(body: str) -> str:
    """The thing or part that `body` names, without "riêng", "chỉ lấy", "thì sao"."""
    trailing = _THEN.search(body)
    detail = (body[: trailing.start()] if trailing else body).strip(" ?.!,:")
    limit, end = _LIMIT.match(detail), _LOOSE_END.search(detail)
    inner = detail[limit.end() if limit else 0 : end.start() if end else len(detail)].strip(" ?.!,")
    # "Cần Thơ" begins with "cần".
    return inner if inner and len(provinces_in(inner)) == len(provinces_in(detail)) else detail


def of_about(question: str, detail: str, places: Sequence[str], plans: Sequence[Plan]) -> str:
    """How many of `detail`, asked of the subject that `question` states; "" when it states none."""
    match = _HOW_MANY.search(question)
    if match is None or not limiting.FRAME.match(question):
        return ""
    unit = _MEASURE.match(question[match.end() :])
    asked = f"là {match['ask'].lower()} {unit.group()}" if unit else "có bao nhiêu"
    return about(question, f"{detail} {asked}?", places, plans)
