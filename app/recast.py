"""An earlier question recast by a later message, in natural Vietnamese.

`about` puts what the earlier question was about before the new question, `narrowed` limits the
earlier question to a part, `instead` asks it of another thing, `in_years` of another time.
"""

import re
from collections.abc import Sequence

from app import talking, wording
from app.mentions import asked_provinces
from app.placing import joined_names, sentence
from app.topic import without_places
from app.wording import any_of
from ingest.plan import Plan

MAX_SUBJECT_WORDS = 18
_ONLY = ", riêng "
_ABOUT = re.compile(r"^Về (?P<subject>[^:]+): (?P<question>.+)$", re.IGNORECASE)
_OF_PLACE = re.compile(r"\s+(?:của|ở|tại)\s*$", re.IGNORECASE)
_YEARS = re.compile(r"20\d\d(?:\s*[-–]\s*20\d\d)?")
_HOW_MANY = re.compile(
    r"(?<!\w)(?:co |duoc |la |dat |khoang |tong cong |het |gom )*(?P<ask>(?:bao nhieu|may|bn)(?: phan tram|\s?%)?)(?!\w)\s*", wording.FLAGS
)  # fmt: skip
# What is counted in money, shares or time, not in things: another thing is measured the same way.
_MEASURE = re.compile(
    r"^(?:%|phan tram|(?:tien|von|kinh phi|ty|trieu|dong|ngan sach|so tien|ngay|thang|nam|gio|lan|diem)(?: dong)?)(?!\w)", wording.FLAGS
)  # fmt: skip
_TAIL = re.compile(
    r"(?<!\w)(?:tren|trong|o|tai|cua|duoc|da|dang|cho|de|theo|phuc vu|dang ky|do|ma|tu|den|khi|vao|thuoc|len|toi|ket noi|tham gia|su dung|nam)(?!\w)", wording.FLAGS
)  # fmt: skip
# Words of asking; what they leave is what a question is about.
_ASKED = any_of(
    r"(?:co |duoc |la |dat |het |khoang )*(?:bao nhieu|may|bn)(?: phan tram| %)?", r"nhung gi", r"la gi", r"gi", r"nhu the nao", r"the nao", r"ra sao",
    r"(?:la )?(?:khi|luc|hom|ngay|thang|nam|bao gio) nao", r"khi nao", r"bao gio", r"o dau", r"nao", r"nhung", r"cac", r"la ai", r"do ai", r"ai",
    r"vi sao", r"tai sao", r"do dau", r"cho (?:toi |em |minh )?(?:biet|hoi|xin)", r"xin (?:hoi|biet)?", r"co khong", r"dung khong", r"khong", r"chua", r"so sanh(?: giua)?", r"liet ke", r"ke (?:ten|ra)", r"hay", r"neu (?:ro|ten)?", r"bao lau", r"bao xa",
)  # fmt: skip
_PARTICLES = any_of(
    "rồi", "vậy", "nhỉ", "ạ", "nhé", "em", "đã", "đang", "sẽ", "hiện", "hiện có", "hiện nay", "phải", "muốn", "cần", "được", "đạt", "có", "là", "đặt", "hết", "giúp", "tôi", "nhờ", "bạn", "kế hoạch này", "thì", "so với", "cho"
)  # fmt: skip
_EDGE = re.compile(
    r"^(?:[\s,.;:–-]+|(?:và|với|của|cho|ở|tại|về|trong|trên|bên|do|tới|đến|bởi|thì|mà|tỉnh)\s+)+|(?:[\s,.;:?!–-]+|\s+(?:và|với|của|cho|ở|tại|về|trong|trên|bên|do|tới|đến|từ|bởi|thì|mà|theo|tỉnh|tính|làm))+$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^(?:dua|tich hop|xay dung|trien khai|so hoa|cap|bo tri|ket noi|dao tao|to chuc|ung dung|gui|nhan|xu ly|cung cap|lap|hop|lam|chi|thu|mua|thue|mo rong|dau tu|ho tro|bien soan|ky|dat|giao|phu|sao luu|phuc vu|dien tap|phat hien)(?!\w)", wording.FLAGS
)  # fmt: skip
# Values of one kind: the new one takes the place of the old.
_KINDS = tuple(
    re.compile(rf"(?<!\w){pattern}(?!\w)", wording.FLAGS)
    for pattern in (
        r"cap (?:tinh|huyen|xa|so|trung uong|bo)", r"muc(?: do)? [1-4]", r"cap do [1-5]", r"quy (?:i{1,3}|iv|[1-4])",
        r"von (?:su nghiep|dau tu|doi ung|vay|xa hoi hoa)", r"(?:nhom|hang|lop) (?:[1-5]|i{1,3}|iv)", r"6 thang (?:dau|cuoi) nam",
    )
)  # fmt: skip


def subject_of(question: str, plans: Sequence[Plan]) -> str:
    """What `question` is about, without places and words of asking; "" when nothing is left."""
    match = _ABOUT.match(question)
    if match:
        new = subject_of(match["question"], plans)
        own = new if len(new.split()) >= _ENOUGH else match["subject"]
        return _without_place(own, plans)
    bare = without_places(question.partition(_ONLY)[0], plans)
    bare = re.sub(r"^(?:So sánh|Ở|Kế hoạch)\s*[:,]?\s*", " ", bare, flags=re.IGNORECASE)
    bare = _cut(bare, _ASKED, folded=True)
    bare = _cut(bare, _PARTICLES, folded=False)
    words = _trimmed(" ".join(bare.split())).split()
    return " ".join(words[:MAX_SUBJECT_WORDS])


_ENOUGH = 4


def about(question: str, body: str, places: Sequence[str], plans: Sequence[Plan]) -> str:
    """`body` asked of what `question` was about: "Về trạm phát sóng của An Giang: …"."""
    subject = subject_of(question, plans)
    where = joined_names(places)
    if not subject:
        return sentence(f"Về kế hoạch của {where}: {_lowered(body)}") if where else sentence(body)
    if _DOES.match(wording.folded(subject)):
        subject = f"việc {_lowered(subject)}"
    of = f" {'ở' if subject.startswith('việc') else 'của'} {where}" if where else ""
    return sentence(f"Về {_lowered(subject)}{of}: {_lowered(_trimmed(body, end=False))}")


def narrowed(question: str, detail: str) -> str:
    """`question` limited to `detail`, which takes the place of a limit of its kind."""
    for kind in _KINDS:
        new = kind.search(wording.folded(detail))
        old = list(kind.finditer(wording.folded(question)))
        if new and len(old) == 1 and new.group() != old[0].group():
            said = detail[new.start() : new.end()]
            question = question[: old[0].start()] + said + question[old[0].end() :]
            rest = f"{detail[: new.start()]} {detail[new.end() :]}".strip(" ,.?")
            return sentence(question) if not rest else sentence(f"{_bare(question)}{_ONLY}{detail}")
    return sentence(f"{_bare(question)}{_ONLY}{_lowered(detail)}")


def instead(
    question: str, thing: str, places: Sequence[str], plans: Sequence[Plan]
) -> str:
    """How many of `thing`, asked as `question` asked of another; "" when that cannot be told.

    A thing takes the place of what was counted only where a plan counts it ("12 nhà hàng").
    """
    match = _HOW_MANY.search(wording.folded(question.partition(_ONLY)[0]))
    if match is None:
        return ""
    rest = question.partition(_ONLY)[0][match.end() :]
    if match["ask"].endswith(("%", "tram")) or _MEASURE.match(wording.folded(rest)):
        return _measured(question, match, rest, thing, places)
    if not _is_counted(thing, places, plans):
        return ""
    tail = _TAIL.search(wording.folded(rest))
    kept = rest[tail.start() :] if tail else ""
    return sentence(f"{question[: match.end()].rstrip()} {_lowered(thing)} {kept}".rstrip(" ?."))


def counts(question: str) -> bool:
    """Whether `question` asks how many."""
    return _HOW_MANY.search(wording.folded(question.partition(_ONLY)[0])) is not None


def counts_only(body: str) -> bool:
    """Whether `body` asks how many of a part, and of no other measure ("cấp xã mấy cái")."""
    match = _HOW_MANY.search(wording.folded(body))
    if match is None:
        return False
    noun = wording.folded(body[match.end() :]).strip(" ?.!")
    bare = not noun or _COUNTER.fullmatch(noun) is not None
    return bare and not _COSTS.search(wording.folded(body))


_COUNTER = re.compile(r"(?:cai|chiec|don vi|co quan|noi|diem|ban|dich vu|may|nguoi|tram|he thong)")
_COSTS = any_of(
    r"ton", r"het", r"kinh phi", r"von", r"tien", r"ngan sach", r"chi", r"ty", r"trieu", r"gop"
)


def without_count(body: str) -> str:
    """`body` without "có bao nhiêu", "mấy cái": the part that it asks of."""
    match = _HOW_MANY.search(wording.folded(body))
    return detail_of(body[: match.start()] if match else body)


_LIMIT = re.compile(
    r"^(?:(?:cho (?:tôi|em|mình) |xin )?(?:chỉ |tính |tách |lấy |xem |cần |luôn |số liệu |con số |của |về |phần |trong (?:số )?(?:đó|này|ấy) ?,? ?|riêng |cái )+|cho (?:tôi|em|mình) (?:luôn )?)+",
    re.IGNORECASE,
)


def detail_of(body: str) -> str:
    """The thing or part that `body` names, without "riêng", "chỉ lấy", "thì sao"."""
    trailing = talking.TRAILING.search(wording.folded(body))
    detail = (body[: trailing.start()] if trailing else body).strip(" ?.!,")
    return _LIMIT.sub("", detail).strip(" ?.!,") or detail


def thing_of(detail: str, names: Sequence[str]) -> str:
    """`detail` without the provinces named in it, which stand in the question already."""
    return _trimmed(without_places(detail)) if names else detail


def _measured(
    question: str, match: re.Match[str], rest: str, thing: str, places: Sequence[str]
) -> str:
    """How much of `thing` in the measure of `question`: "Ở An Giang, … là bao nhiêu phần trăm?"."""
    unit = _MEASURE.match(wording.folded(rest))
    measure = f"{question[match.start('ask') : match.end('ask')]} {rest[: unit.end()] if unit else ''}"
    years = _YEARS.search(question)
    when = f" năm {years.group()}" if years and not _YEARS.search(thing) else ""
    where = joined_names(places)
    verb = "cần" if unit and wording.MONEY.search(unit.group()) else "là"
    start = f"Ở {where}{when}, " if where else f"{when.strip().capitalize()}, " if when else ""
    return sentence(f"{start}{_lowered(thing) if start else thing} {verb} {measure}")


def _is_counted(thing: str, places: Sequence[str], plans: Sequence[Plan]) -> bool:
    """Whether a plan concerned has a number before `thing`."""
    words = r"\s+".join(map(re.escape, thing.lower().split()))
    pattern = re.compile(rf"\d\s+{words}(?!\w)", re.IGNORECASE)
    concerned = [plan for plan in plans if not places or plan.province in places]
    return bool(words) and any(pattern.search(plan.text) for plan in concerned)


def in_years(question: str, years: str) -> str:
    """`question` of other years: in the place of its own, or added."""
    replaced, count = _YEARS.subn(years, question, count=1)
    word = "giai đoạn" if "-" in years else "năm"
    return sentence(replaced if count else f"{_bare(question)} {word} {years}")


def _without_place(subject: str, plans: Sequence[Plan]) -> str:
    names = asked_provinces(subject, plans)
    if not names:
        return subject
    bare = without_places(subject, plans)
    return _trimmed(bare)


def _cut(text: str, pattern: re.Pattern[str], *, folded: bool) -> str:
    letters = list(text)
    for match in pattern.finditer(wording.folded(text) if folded else text):
        letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(letters)


def _trimmed(text: str, *, end: bool = True) -> str:
    """`text` without connecting words at its edges."""
    trimmed = _EDGE.sub("", text)
    return trimmed if end else text.lstrip(" ,.;:–-")


def _bare(question: str) -> str:
    return question.partition(_ONLY)[0].rstrip(" ?.!")


def _lowered(text: str) -> str:
    """`text` with its first letter small, unless a name or an abbreviation begins it."""
    first, _, rest = text.partition(" ")
    if first.isupper() or (rest[:1].isupper() and not first.lower() in {"ai", "có"}):
        return text
    return text[:1].lower() + text[1:]
