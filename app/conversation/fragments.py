"""Messages of a few words: a pronoun for the matter, an aspect of it, another member of its kind.

"Cái đó bao giờ xong?", "thời hạn?", "xã hội số?" (after "chính quyền số") say one thing new; what
they lean on stands in the earlier question. Nothing here knows plans.
"""

import re
from collections.abc import Sequence

from app.understanding import talking
from app.understanding.own_words import cut
from app.understanding.typed import Typed, words
from app.words.word_lists import attributes
from app.words.years import PERIOD
from index.terms.analyzer import has_diacritics
from ingest.plan import Plan

_THAT = r"(?:đó|này|ấy|kia|trên|đấy|vừa nêu|vừa nói)(?! (?:ai|đơn vị|cơ quan|sở|ban|nơi|bên) )"
_MATTER = (
    r"(?:cái|việc|điều|khoản|phần|con số|số|vấn đề|nội dung|số liệu|chuyện|ý|mục|thứ|công việc|"
    r"dự án|nhiệm vụ|hệ thống|nền tảng|hạng mục|chỉ tiêu|mục tiêu|giải pháp|phần mềm|trung tâm|chương trình|hoạt động|công trình|sự cố)"
)
_LINK = r"(?:của|cho|về|với|đối với|trong|ở|tại|từ) "
_OWNED = words(rf"của (?:nó|họ|chúng|(?:những |các )?{_MATTER} {_THAT})", r"của (?:cái|việc|số) đó")
_PRONOUN = words(
    rf"(?:{_LINK})?(?:những |các )?{_MATTER} {_THAT}",
    rf"(?:{_LINK})?(?:nó|chúng)(?= |\s*[?.!]*$)",
    r"của họ",
    r"trong (?:số )?(?:đó|này|ấy)",
    r"^đó(?= là)",
)
_NOW = words(
    r"hiện(?: nay| tại| giờ| thời| đang| mới|(?= (?:đã|có|được)(?!\w)))",
    r"bây giờ",
    r"lúc này",
    r"đến nay",
    r"tới giờ",
)
_AIM = words(
    r"đặt (?:ra )?(?:mục tiêu|chỉ tiêu)(?: là)?", r"mục tiêu(?: là)?", r"chỉ tiêu(?: là)?", r"phấn đấu", r"dự kiến", r"dự định",
    r"hướng (?:tới|đến)", r"muốn", r"sẽ", r"kỳ vọng", r"đặt",
)  # fmt: skip
_AT_YEAR = Typed(r"(?:[\s,]*(?<!\w)(?:đến|vào|tới|trong|cho|của|cuối|hết|năm|giai đoạn|mốc))*\s*$")
_SHARE = words(r"(?:phần trăm|tỷ lệ|tỉ lệ)", "%")
_HOW_MUCH = words(r"(?:bao nhiêu|mấy|bn)")
_MORE = Typed(r"^(?:cho )?(?:thêm|kèm|bổ sung|cả(?! thảy))(?: (?:cả|luôn|cho|về))*\s+(?=\w+ \w)")
_TOO = Typed(r"\s+(?:nữa|luôn)(?:\s+(?:nhé|nha|ạ))?(?=[\s?.!]*$)")
_MAX_MEMBER_WORDS = 4
_MAX_HEAD_WORDS = 4
_LEVEL = Typed(r"(?:ở |tại )?(?:dưới|tuyến|bên|khối|phía|ở)(?: cấp)? (?P<level>xã|huyện|tỉnh)")
# What a thing is said to be, up to where its place, time or verb begins.
_MODIFIER = Typed(
    r"(?:\s+(?!(?:trên|trong|ở|tại|của|được|đã|đang|cho|để|theo|do|mà|từ|đến|khi|vào|thuộc|lên|tới|là|có|bao|mấy|năm|riêng|tỉnh|và)(?!\w))[\w/]+){1,4}"
)
_WORD = re.compile(r"[^\W_]+")


def without_pronouns(body: str) -> str:
    """`body` without "cái đó", "của họ": what they mean stands before it.

    A message of nothing else stays as it is.
    """
    rest = " ".join(cut(body, [m.span() for m in _PRONOUN.finditer(body)]).split())
    rest = re.sub(r"\s+(?=[?.!,])", "", rest)
    return rest if re.search(r"\w", rest) else body


def asks_now(body: str, question: str) -> bool:
    """Whether `body` asks what there is now, and `question` did not."""
    return _NOW.search(body) is not None and _NOW.search(question) is None


def only_now(topic: str) -> bool:
    """Whether a message's own topic is nothing but "bây giờ", "lúc này"."""
    match = _NOW.match(topic.strip())
    return match is not None and match.end() == len(topic.strip())


def without_adding(body: str) -> str:
    """`body` without "thêm …", "… nữa": what it adds is asked by itself."""
    for pattern in (_MORE, _TOO):
        if match := pattern.search(body):
            body = body[: match.start()] + body[match.end() :]
    return body


def owns(body: str) -> bool:
    """Whether the message asks of something that the earlier matter has ("doanh thu của họ")."""
    return _OWNED.search(body) is not None


def is_aspect(detail: str) -> bool:
    """Whether `detail` begins with what can be asked of anything ("thời hạn", "mục tiêu 2025")."""
    folded = not has_diacritics(detail)
    match = attributes(folded=folded).match(detail.lower().strip())
    return match is not None and len(match.group().split()) > 1


def as_it_is(body: str, question: str) -> str:
    """`question`, which asked of an aim, asked of what there is; "" when `body` does not ask that."""
    if not _NOW.search(body) or _NOW.search(question):
        return ""
    bare = cut(question, [m.span() for m in _AIM.finditer(question)])
    if (year := PERIOD.search(bare)) is not None:
        before = bare[: year.start()]
        lead = _AT_YEAR.search(before)
        bare = before[: lead.start() if lead else len(before)] + bare[year.end() :]
    bare = " ".join(bare.split()).rstrip(" ?.!,")
    if _SHARE.search(body) and not _SHARE.search(bare):
        bare = _HOW_MUCH.of(bare).sub("bao nhiêu phần trăm", bare, count=1)
    return "" if bare == question.rstrip(" ?.!,") else f"{bare} hiện nay?"


def in_its_place(question: str, detail: str) -> str:
    """`question` with `detail` in the place of words of the same make, or "".

    "Xã hội số" takes the place of "chính quyền số", "phủ 4G" that of "phủ wifi": as many words,
    which begin or end alike.
    """
    new = detail.split()
    if not 2 <= len(new) <= _MAX_MEMBER_WORDS or talking.ASKING.search(detail):
        return ""
    spans = [match.span() for match in _WORD.finditer(question)]
    size = len(new)
    for at in range(len(spans) - size + 1):
        start, end = spans[at][0], spans[at + size - 1][1]
        old = question[start:end].split()
        if len(old) == size and _alike(old, new):
            return question[:start] + detail[:1].lower() + detail[1:] + question[end:]
    return ""


def of_other_make(question: str, detail: str, places: Sequence[str], plans: Sequence[Plan]) -> str:
    """`question` with `detail` where a plan says so of the same thing, or "".

    After "bao nhiêu dịch vụ công toàn trình" "một phần" means "dịch vụ công một phần", because a
    plan concerned speaks of that.
    """
    if len(detail.split()) > _MAX_MEMBER_WORDS or talking.ASKING.search(detail):
        return ""
    said = "\n".join(plan.text for plan in plans if not places or plan.province in places).lower()
    said = " ".join(said.split())
    spans = [match.span() for match in _WORD.finditer(question)]
    for size in range(_MAX_HEAD_WORDS, 1, -1):
        for at in range(len(spans) - size):
            head = question[spans[at][0] : spans[at + size - 1][1]]
            rest = question[spans[at + size - 1][1] :]
            old = _MODIFIER.match(rest)
            if old is None or not re.fullmatch(r"[\w ]+", head):
                continue
            if re.search(rf"(?<!\w){re.escape(f'{head} {detail}'.lower())}(?!\w)", said):
                return f"{question[: spans[at][0]]}{head} {detail}{rest[old.end() :]}"
    return ""


def level(detail: str) -> str:
    """`detail` with "dưới xã", "tuyến huyện" as the level that plans call "cấp xã", "cấp huyện"."""
    match = _LEVEL.of(detail).fullmatch(detail.strip())
    return f"cấp {match['level'].lower()}" if match else detail


def _alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether two phrases share words at their beginning or their last word, and no others."""
    same = [a.lower() == b.lower() for a, b in zip(old, new, strict=True)]
    names = any(word[:1].isupper() for word in old[1:])
    begins = same == sorted(same, reverse=True) and not all(same)
    return not names and ((same[0] and begins) or (same[-1] and sum(same) == 1))
