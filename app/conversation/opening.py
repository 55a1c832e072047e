"""How a message takes up the conversation: what it opens with, what it ends in, what is left.

"Không, ý tôi là …" corrects, "sang chuyện khác: …" changes the subject, "quay lại câu đầu" goes
back, "thế còn …" goes on. Nothing here looks at what was asked before.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.understanding.typed import Typed
from app.words import wording


class Act(StrEnum):
    """What a message does to the conversation."""

    PLAIN = "plain"
    CONTINUES = "continues"
    CORRECTS = "corrects"
    CHANGES = "changes"
    RETURNS = "returns"


@dataclass(frozen=True, slots=True)
class Opened:
    """A message without its opening and closing particles; `act` is the strongest one seen."""

    body: str
    act: Act


_ME = r"(?:tôi|mình|em|anh|chị|chúng tôi|bọn tôi|bên tôi)"
_END = r"(?:[\s,.:;!–-]+|$)"
_CONTINUES = (
    r"(?:cảm ơn|cám ơn)(?: (?:bạn|anh|chị|em|nhiều|rất nhiều|nhé|ạ))*",
    r"(?:dạ|vâng|ừ|uh|ok|oke|okay|được rồi|tốt|hay quá|hiểu rồi|rồi|à|ừm)(?: (?:bạn|anh|chị|em|ạ|nhé))?",
    r"(?:thế|vậy)(?: thì| còn| mà)?(?! nào)", r"còn(?! lại| bao nhiêu| mấy| thiếu)(?: về| như)?(?= )", r"(?:à )?mà", r"thì", r"và",
    r"(?:nhân tiện|tiện thể|tiện đây|ngoài ra|bên cạnh đó|tiếp theo|tiếp|giờ|bây giờ)(?: thì| cho (?:tôi|em|mình))?",
)  # fmt: skip
_CORRECTS = (
    rf"(?:(?:à|ơ|ấy|ối|ôi|thôi) )?(?:không(?: phải)?(?: (?:thế|vậy|đâu))?|nhầm|sai|lộn)(?: rồi| mất)?(?=[\s,.:;!–-]+(?:{_ME}|ý|nhầm|phải|đúng ra|lấy|của|là|tỉnh|năm|[A-ZĐ])|[,.:;!–])",
    rf"(?:(?:à|ơ|ấy|ối|ôi|thôi)[, ]+)*(?:{_ME} )?(?:nói |gõ |viết |hỏi |đánh |ghi )?(?:nhầm|lộn)(?: (?:tỉnh|tên|rồi|mất|đấy|năm|số))*",
    rf"ý (?:của )?{_ME}(?: (?:muốn hỏi|hỏi|nói|cần))?(?: là)?", rf"{_ME} (?:muốn hỏi|muốn nói|hỏi|cần|định hỏi)(?: (?:là|về|đến))?",
    r"(?:ấy )?chết(?: rồi| thật)?", r"à quên", r"quên mất", r"xin lỗi", r"sorry", r"đúng ra(?: là)?", r"phải là",
    r"sửa lại(?: giúp)?(?: là| thành)?(?: (?:tôi|em|mình))?",
)  # fmt: skip
_CHANGES = (
    r"(?:thôi[, ]+)?(?:giờ |bây giờ )?(?:cho (?:tôi|em|mình) )?(?:hỏi|chuyển|sang|nói|qua|đổi)(?: (?:sang|qua))? (?:chuyện|chủ đề|vấn đề|nội dung|việc|câu|đề tài|ý|phần) khác(?: (?:nhé|đi|nha|ạ))?",
    r"(?:chuyển |đổi )?(?:sang|qua)(?: (?:chuyện|chủ đề|vấn đề|nội dung|phần|mục))?(?= )", r"thôi(?=,)", r"bỏ qua(?= (?:chuyện|câu)|,)",
    r"(?:thôi[, ]+)?(?:giờ |bây giờ )?(?:cho )?(?:tôi |em |mình )?hỏi (?:sang|qua)", r"giờ hỏi",
)  # fmt: skip
_RETURNS = (
    r"(?:quay|trở|về|quay trở|trở về)(?: (?:lại|về))+(?: với| chuyện| vấn đề| chủ đề)?",
    r"(?:lúc nãy|ban nãy|khi nãy|vừa nãy|hồi nãy)(?: {_ME})?(?: (?:có )?hỏi)?(?: về)?".replace("{_ME}", _ME),
)  # fmt: skip
_ACTS = (
    (Act.RETURNS, _RETURNS),
    (Act.CORRECTS, _CORRECTS),
    (Act.CHANGES, _CHANGES),
    (Act.CONTINUES, _CONTINUES),
)
_STRENGTH = (Act.PLAIN, Act.CONTINUES, Act.CHANGES, Act.CORRECTS, Act.RETURNS)
_MAX_OPENINGS = 6
_ENDINGS = (
    r"(?:nhé|nha|nhỉ|ạ|cơ|vậy|thôi|với|hả|hở|á|ơi|đấy|thế|mới (?:đúng|phải))",
    r"(?:giúp|hộ|giùm|cho)(?: {_ME})?(?: với| nhé)?".replace("{_ME}", _ME), r"(?:em|anh|chị|bạn|ad)",
)  # fmt: skip


_OPENINGS = tuple(
    (act, Typed(r"^(?:" + "|".join(patterns) + r")(?!\w)" + _END)) for act, patterns in _ACTS
)
_CLOSING = Typed(r"(?<=\w)[\s,]+(?:" + "|".join(_ENDINGS) + r")[\s?.!…]*$")
_MAX_ENDINGS = 3
# "Như vậy", "là ai thế": after these the last word is no particle.
_KEEPS_LAST = (" nhu", " the nao")


def opened(text: str) -> Opened:
    """`text` without what opens and closes it; a message of nothing else stays as it is."""
    act, body = Act.PLAIN, text
    for _ in range(_MAX_OPENINGS):
        found = _opening(body)
        if found is None:
            break
        kind, body = found
        act = max(act, kind, key=_STRENGTH.index)
    return Opened(without_closing(body), act)


def _opening(text: str) -> tuple[Act, str] | None:
    for act, pattern in _OPENINGS:
        match = pattern.match(text)
        if match and re.search(r"\w", text[match.end() :]):
            return act, text[match.end() :]
    return None


def without_closing(text: str) -> str:
    """`text` without particles at its end; what asks stays."""
    for _ in range(_MAX_ENDINGS):
        match = _CLOSING.search(text)
        if match is None or wording.folded(text[: match.start()]).endswith(_KEEPS_LAST):
            return text
        mark = "?" if text.rstrip().endswith("?") else ""
        text = text[: match.start()] + mark
    return text
