"""The type of answer a question expects, and whether a passage holds anything of that type.

"Khi nào" is answered by a time, "ai" by someone who acts, "vì sao" by a cause, an address by an
address. A passage on the very same thing without it is no answer. Each check is silent about
questions that expect another type.
"""

import re

from app.understanding.kinds import Kind
from app.understanding.question import Question
from app.words import wording
from app.words.entities import office

_ASKS_TIME = wording.any_of(
    r"khi nao", r"bao gio", r"luc nao", r"(?:ngay|thang|nam|thoi gian|thoi diem|dip) nao", r"ngay (?:may|bao nhieu)", r"thang may",
)  # fmt: skip
_ASKS_DATE = wording.any_of(r"khi nao", r"bao gio", r"(?:ngay|thang) nao", r"luc nao")
_TIME = re.compile(
    r"\d{1,2}/\d{1,2}|\d{1,2}/20\d\d|(?<!\d)20\d\d(?!\d)|(?<!\w)(?:ngày|tuần|tháng|quý|giờ|phút|định kỳ|thường xuyên|h[ằà]ng năm|mỗi năm|khi|lúc|cuối năm|đầu năm|giữa năm|trước mắt|hiện nay|đến nay|kỳ họp)(?!\w)",
    re.IGNORECASE,
)
# "Địa chỉ IP" is no page's address.
_ASKS_ADDRESS = wording.any_of(
    r"dia chi (?:la |web |trang |truy cap |internet )*(?:nao|gi|o dau)", r"dia chi(?: truy cap| trang| web| cong)* (?:cua )?(?:trang|web|cong)",
    r"(?:trang )?web(?:site)? (?:nao|gi|la gi)", r"^(?:trang )?web(?:site)?", r"(?:xin|cho|gui)(?: toi| minh)? link", r"link (?:nao|gi|la gi|truy cap)",
    r"duong (?:dan|link) (?:nao|gi|la gi|truy cap)", r"ten mien (?:nao|gi|la gi)",
)  # fmt: skip
_ADDRESS = re.compile(
    r"https?://|www\.|@|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|gov)(?!\w)|(?<!\w)số \d+[A-Z]?,? (?:đường|phố)",
    re.IGNORECASE,
)
_ASKS_PHONE = wording.any_of(
    r"(?:so )?(?:dien thoai|hotline)(?: (?:cua|duong day nong|ho tro|nao|may|la gi|lien he))+",
    r"(?:so|dien thoai) (?:hotline|duong day nong)", r"goi (?:vao )?so (?:nao|may)",
)  # fmt: skip
_PHONE = re.compile(r"(?<!\d)(?:0|1[89]00)\d*(?:[ .-]?\d{2,}){2,}")
_ASKS_AGENT = wording.any_of(
    r"ai (?:ky|la|phu|chiu|chu|lam|ban|dung|lo|giu|quan|tham|phat|xay|van|cung|thiet|giam|dam|to chuc|thuc hien|trien khai|theo|bao cao|huong|duyet|phe)", r"do ai", r"boi ai", r"giao(?: cho)? ai",
)  # fmt: skip
# Artificial intelligence, which folded would be "ai".
_AI = re.compile(r"(?<!\w)AI(?!\w)")
# "Do các đơn vị", "giao Văn phòng"; a clause that someone begins ("Các sở báo cáo …").
_SOMEONE = r"(?:[A-ZĐ]|(?i:đơn vị|cơ quan|doanh nghiệp|sở|ngành|phòng|tổ|đội|ban|công ty|huyện|xã|lãnh đạo|người|cán bộ|công chức|địa phương|nhà|thủ trưởng|chủ tịch|giám đốc))"
_AGENT = re.compile(
    rf"(?<!\w)(?i:do|bởi|giao|thuê|nhờ|phối hợp với|cùng với)(?: (?:các|cho|một|những|toàn bộ))* {_SOMEONE}"
    rf"|(?:^|[.;:] |[-+] ?)(?:(?:Các|Mỗi|Từng|Những) )?(?i:đơn vị|cơ quan|doanh nghiệp|sở|ngành|lãnh đạo|người đứng đầu|cán bộ|công chức|địa phương|thủ trưởng|chủ tịch|giám đốc)(?!\w)",
    re.MULTILINE,
)
_CAUSE = re.compile(
    r"(?<!\w)(?:do|vì|bởi|bởi vì|nguyên nhân|lý do|dẫn đến|khiến|nên|gây|nhờ|xuất phát|để|nhằm|chưa|thiếu|hạn chế|khó khăn|còn|phải|không|phức tạp|chia cắt|yếu|kém|quá tải|lạc hậu|xuống cấp|xa|cao)(?!\w)",
    re.IGNORECASE,
)
_SAYS_MOST = re.compile(
    r"(?<!\w)(?:nhất|đầu tiên|duy nhất|dẫn đầu|kỷ lục|chủ yếu|trọng tâm|nghiêm trọng)(?!\w)",
    re.IGNORECASE,
)
# "Ít nhất bao nhiêu" asks for a bound, not for the least of several.
_BOUND = wording.any_of(r"(?:it|nhieu|cham|som) nhat (?:la |phai )?(?:bao|may|\d+)")
_FIGURE = re.compile(r"\d[\d.,]*")


def holds_answer_type(question: str, passage: str) -> bool:
    """Whether `passage` (its headings included) holds what `question` expects, by its type."""
    folded = wording.folded(question if question.isupper() else _AI.sub(" ", question))
    expected = (
        (_ASKS_TIME, _TIME),
        (wording.DEADLINE, _TIME),
        (_ASKS_ADDRESS, _ADDRESS),
        (_ASKS_PHONE, _PHONE),
        (wording.WHY, _CAUSE),
    )
    if any(asks.search(folded) and not holds.search(passage) for asks, holds in expected):
        return False
    if _ASKS_AGENT.search(folded) and not (office("", passage) or _AGENT.search(passage)):
        return False
    most = wording.SUPERLATIVE.search(_BOUND.sub(" ", folded))
    return not most or bool(_SAYS_MOST.search(passage)) or len(_FIGURE.findall(passage)) > 1


def wants_figure(question: Question) -> bool:
    """Whether the answer must be a figure."""
    return question.kind is Kind.FIGURE or wording.asks_how_many(question.standalone)


def says_when(question: str, told: str) -> bool:
    """Whether `told` names a time, where `question` asks for a day or month.

    Which of its years is asked of a row may be told by the row's name alone.
    """
    return not _ASKS_DATE.search(wording.folded(question)) or bool(_TIME.search(told))
