"""What a question is about, as a phrase that can stand in another sentence.

"An Giang có bao nhiêu trạm phát sóng ở xã?" is about "trạm phát sóng ở xã": the words of asking
and the places are taken out, the rest keeps its order and its prepositions.
"""

import re
from collections.abc import Sequence

from app.understanding.mentions import asked_provinces, provinces_in
from app.understanding.own_words import cut, specific_words
from app.understanding.placing import lowered, without_marks
from app.understanding.topic import topic_of, without_places
from app.understanding.typed import Typed, is_accented, words
from app.words import wording
from ingest.plan import Plan

MAX_WORDS = 22
_ENOUGH_WORDS = 4
"""A question asked of an earlier subject has a subject of its own from so many words on."""
_LIMITED = re.compile(r", (?:riêng|rieng) ")
_ABOUT = re.compile(r"^(?:Về|Ve) (?P<subject>[^:]+): (?P<question>.+)$", re.IGNORECASE)
_BEFORE_PLACE = Typed(
    r"(?<!\w)(?:(?:ở|tại|của|bên|phía|do|cho|với|trong|toàn|trên địa bàn|địa bàn|là)\s+)*(?:kế hoạch(?: của)?\s+)?(?:tỉnh|thành phố|tp\.?)?\s*$"
)
_ASKED = words(
    r"(?:(?:có|được|là|đạt|hết|khoảng) )*(?:bao nhiêu|mấy|bn)(?: phần trăm| ?%)?", r"(?:là |thành |gồm )?những gì", r"là gì", r"tên (?:là )?gì", r"gì", r"như thế nào", r"thế nào", r"ra sao",
    r"(?:(?:trước|sau|chậm nhất|muộn nhất|từ|vào|đến|lúc|hôm|ngày|tháng|năm|theo|ở|tại|bằng|do|cho|giao|bởi) )*(?:khi|lúc|hôm|ngày|tháng|năm|sở|cơ quan|đơn vị|tỉnh|địa phương|nơi|chỗ|văn bản|kế hoạch|quyết định|hướng|cấp|ngành|ai|người|mức) nào",
    r"bao giờ", r"(?:ở |về |lên |đến |tới )?đâu(?: rồi)?", r"nào", r"những", r"các", r"(?:là |do |giao )?ai", r"vì sao", r"tại sao", r"do đâu", r"bao (?:lâu|xa)",
    r"(?:hay|có) (?:không|chưa)", r"(?:có )?đúng không", r"(?:hay )?(?:không|chưa)(?=\s*(?:\?|$))", r"cho (?:tôi |em |mình )?(?:biết|hỏi|xin)", r"xin(?: hỏi| biết)?", r"so sánh(?: giữa)?", r"liệt kê",
    r"kể (?:tên|ra)", r"nêu(?: rõ| tên)?", r"(?:tôi|em|mình) (?:muốn |cần )?(?:biết|hỏi|xem)", r"muốn biết", r"cho tôi", r"tôi cần",
)  # fmt: skip
# Who does it was asked: the doing is no part of the matter ("SOC ai vận hành").
_DONE_BY = Typed(
    r"(?<!\w)(?:(?:do|được|là|giao|giao cho|bởi|thuộc|của) )*(?:ai|(?:đơn vị|cơ quan|sở|ngành|bên|nơi|người|ban|phòng|tổ chức|doanh nghiệp) nào)(?: (?:làm|là|đứng ra|đứng|sẽ|phải|được|giao))*"
    r" (?:chủ trì|chủ đầu tư|chủ quản|phụ trách|vận hành|thực hiện|quản lý|chịu trách nhiệm(?: chính)?|theo dõi|triển khai|tham mưu|đảm nhận|đảm nhiệm|đầu mối|phối hợp|giám sát|lo|làm)(?= *[,?.!]|\s*$)"
)
_COMPARING = Typed(
    r"(?:^|(?<=\s))so(?: sánh)?(?: với)?(?=\s*(?:,|\s|$))(?! (?:liệu|vốn))|(?<!\w)(?:nhiều|ít|cao|thấp|lớn|nhỏ|sớm|muộn)(?= [^,?]*(?<!\w)hơn\s*\??$)|(?<!\w)hơn(?= *\??$)"
)
_LIGHT = words(
    "rồi", "vậy", "nhỉ", "ạ", "nhé", "em", "đã", "đang", "sẽ", "hiện(?: có| nay| tại)", "phải", "muốn", "cần", "được", "đạt", "có", "là", "đặt", "hết", "giúp", "tôi",
    "nhờ", "bạn", "à", "hả", "xảy ra", "diễn ra", "(?:trong |của |theo )?kế hoạch này", "thì", r"(?<=có )định", "tốn", "luôn", "tất cả", "cả thảy", "gồm", "chiếm", "tổng cộng",
)  # fmt: skip
_HOW_MANY = words(r"(?:(?:có|được|là|đạt|hết|khoảng|chừng|tổng cộng) )*(?:bao nhiêu|mấy|bn)")
_MEASURE = words(
    r"(?:phần trăm|%|tiền|vốn|kinh phí|tỷ|tỉ|triệu|đồng|tỷ đồng|triệu đồng|ngày|tháng|năm|lần)"
)
# "dự kiến chi bao nhiêu cho SOC": whose it is stands behind the measure.
_MEANT_FOR = Typed(
    r"^\s*(?:(?:tiền|kinh phí|vốn|tỷ|tỉ|triệu|ngân sách)(?: đồng)?\s+)?(?P<rest>(?:cho|vào|để)\s+[^,?]+)"
)
_HOLDER = words(
    "tỉnh", "huyện", "xã", "sở", "phường", "thôn", "ấp", "trường", "cổng", "app", "ngành"
)
_TIME = Typed(
    r"^(?:(?:từ (?:\w+ ){1,4}đến (?:hết |cuối )?(?:\w+ ?){1,3}|(?:trong |vào |đến |hết )?năm 20\d\d|giai đoạn 20\d\d\s?[-–]\s?20\d\d|(?:\d+|sáu|chín) tháng (?:đầu|cuối) năm|(?:mỗi|hàng|hằng) năm|đến (?:nay|giờ|hết năm 20\d\d|20\d\d))(?:[\s,]+|$))+"
)
# "Dự án cáp quang tổng mức": what is measured is no part of the matter.
_WHOLE_OF = Typed(
    r"(?<=\w \w\w)\s+(?:tổng (?:mức(?: đầu tư)?|vốn|kinh phí|số tiền|cộng)|mức đầu tư|trị giá)$"
)
# "Sở Y tế làm những dự án gì": what is asked for is the matter, and whose it is.
_WHICH = Typed(
    r"(?<!\w)(?:(?:có|gồm|làm|chủ trì|phụ trách|được|giao|thực hiện|triển khai|quản lý|là chủ đầu tư|vận hành) )*(?:những |các |mấy )?"
    r"(?P<what>dự án|nhiệm vụ|hệ thống|phần mềm|nền tảng|chương trình|giải pháp|hạng mục|ứng dụng|cơ sở dữ liệu|công việc|việc)"
    r" (?:gì|nào)(?: (?:vậy|thế|nhỉ))?[\s?.!]*$"
)
_SHARE = re.compile(r"^(?:%|phần trăm|phan tram)\s+(?:của\s+|số\s+)?(?=\w+ \w)")
_GIVEN = Typed(r"^(?:việc )?(?:giao|phân công)(?: cho)? ")
_EDGE = Typed(
    r"^(?:[\s,.;:–-]+|(?:và|với|của|cho|ở|tại|về|trong|trên|bên|do|tới|đến|bởi|mà|tỉnh|theo)[\s,]+)+|(?:[\s,.;:?!–-]+|\s+(?:và|với|của|cho|ở|tại|về|trong|trên|bên|do|tới|đến|từ|bởi|mà|theo|tỉnh|(?<!máy )(?<!bảng )tính|nhiều|hay|(?<!an )toàn|làm|nhận|lắp|(?<!phê )duyệt|chủ trì|phụ trách|trang bị|thuộc|thuộc trách nhiệm|thuộc trách nhiệm của|giao|ra|bằng))+$"
)
_DOES = words(
    "đưa", "tích hợp", "xây dựng", "xây", "triển khai", "số hóa", "cấp", "bố trí", "kết nối", "đào tạo", "tổ chức", "gửi", "nhận", "xử lý", "cung cấp", "lắp", "lắp đặt",
    "họp", "làm", "chi", "thu", "mua", "thuê", "mở rộng", "đầu tư", "hỗ trợ", "biên soạn", "ký", "ký kết", "giao", "phân công", "phủ", "phủ sóng", "sao lưu", "phục vụ", "diễn tập", "phát hiện",
    "gửi nhận", "vận hành", "sử dụng", "tiết kiệm", "nộp", "thành lập", "chủ trì", "lập", "ban hành", "thí điểm", "chấm điểm",
)  # fmt: skip


def is_doing(text: str) -> bool:
    """Whether `text` begins with a verb: it tells what is done, not what there is."""
    return _DOES.match(text) is not None


def subject_of(question: str, plans: Sequence[Plan]) -> str:
    """What `question` is about, without places and words of asking; "" when nothing is left."""
    if not is_accented(question):
        question = without_marks(question)
    match = _ABOUT.match(question)
    if match:
        newer = _subject(match["question"], plans)
        enough = len(specific_words(topic_of(match["question"], plans))) >= _ENOUGH_WORDS
        return newer if enough else _phrase(match["subject"], plans)
    return _subject(question, plans)


def _subject(question: str, plans: Sequence[Plan]) -> str:
    """The subject of a plain question; of "A có bao nhiêu B" it is "B của A"."""
    if not is_accented(question):
        # Without marks "bạn" is also "ban": only whole phrases of asking are taken out.
        return topic_of(_LIMITED.split(question, maxsplit=1)[0], plans)
    bare = re.sub(r"^(?:So sánh|Ở)\s*[:,]?\s+(?=\w)", " ", question, flags=re.IGNORECASE)
    bare = _without_places(_LIMITED.split(bare, maxsplit=1)[0], plans)
    bare = cut(bare, [m.span() for form in (_DONE_BY, _COMPARING) for m in form.finditer(bare)])
    if (which := _WHICH.search(bare)) and (
        owner := _phrase(_unasked(bare[: which.start()]), plans)
    ):
        return f"{which['what'].lower()} của {_GIVEN.of(owner).sub('', owner)}"
    counted = _HOW_MANY.search(bare)
    if counted is None:
        return _phrase(_unasked(bare), plans)
    before, when = _without_time(bare[: counted.start()])
    after, later = _without_time(bare[counted.end() :])
    when = when or later
    whose = _phrase(_unasked(before), plans)
    whose = _WHOLE_OF.of(whose).sub("", whose)
    what = _SHARE.sub("", _phrase(_unasked(after), plans))
    if whose and (meant := _MEANT_FOR.match(bare[counted.end() :])):
        joined = f"{whose} {_edged(meant['rest']).strip()}"
    elif whose and (" " not in what or _MEASURE.of(what).fullmatch(what)):
        joined = whose
    elif _is_bare_verb(whose):
        joined = what
    elif not whose or whose.startswith("việc "):
        joined = f"{whose} {what.removeprefix('việc ')}".strip()
    else:
        joined = f"{lowered(what)} của {lowered(whose)}"
    return f"{joined} {when}".strip()


def _is_bare_verb(phrase: str) -> bool:
    """Whether a phrase before "bao nhiêu" is one word that names nobody ("còn", "mở")."""
    return " " not in phrase and phrase.islower() and not _HOLDER.search(phrase)


def _without_time(text: str) -> tuple[str, str]:
    """`text` without the time it begins with, and that time when it is a year."""
    match = _TIME.match(text.strip(" ,?."))
    if match is None:
        return text, ""
    year = re.search(r"năm 20\d\d|giai đoạn 20\d\d\s?[-–]\s?20\d\d", match.group())
    return text.strip(" ,?.")[match.end() :], year.group() if year else ""


def _unasked(text: str) -> str:
    """`text` without the words of asking and those that carry nothing."""
    bare = cut(text, [m.span() for m in _ASKED.finditer(text)])
    return cut(bare, [m.span() for m in _LIGHT.finditer(bare)])


def _without_places(text: str, plans: Sequence[Plan]) -> str:
    """`text` without its places and the prepositions before them."""
    kept, position = [], 0
    for _, start, end in provinces_in(text):
        before = text[position:start]
        found = _BEFORE_PLACE.search(before)
        kept += [before[: found.start()] if found else before, " "]
        position = end
    return without_places("".join([*kept, text[position:]]), plans)


def _phrase(text: str, plans: Sequence[Plan]) -> str:
    """`text` as a phrase: no place, nothing loose at its edges, bounded, "việc …" for a doing."""
    if asked_provinces(text, plans):
        text = _without_places(text, plans)
    text = re.sub(r"\s+([,.;:])", r"\1", " ".join(text.split()))
    joined = re.sub(r"(?:,\s*)+", ", ", text)
    text = _edged(f" {joined} ").strip()
    if wording.folded(text) in {"va", "voi", "cua"}:
        return ""
    text = " ".join(text.split()[:MAX_WORDS])
    if not text or text.startswith("việc "):
        return text
    return f"việc {lowered(text)}" if _DOES.match(text) else text


def _edged(text: str) -> str:
    """`text` without connecting words at its edges."""
    for match in reversed(list(_EDGE.finditer(text))):
        text = text[: match.start()] + text[match.end() :]
    return text
