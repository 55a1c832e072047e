"""What follows a document's number: its date, its issuer and its title.

Decides where a title ends, which nothing in the text marks: the sentence, the next citation, or
the clause that the citing sentence goes on with. Does not know what comes before the number.
"""

import re
from dataclasses import dataclass
from datetime import date

from ingest.legal.names import MINISTRIES
from ingest.vietnamese import UPPER, collapse

_B = r"[^\S\n]+"
_CAP = rf"[{UPPER}][\w'’]*"
# "ngày 03/6/2020", "ngày 09 tháng 4 năm 2020", "(ngày 1.2.2021)", "23/11/2020"
_DATE = re.compile(
    r"[^\S\n]*,?[^\S\n]*\(?(?:ký[^\S\n]+|ban hành[^\S\n]+)?(?:ngày[^\S\n]*)?(?P<day>\d{1,2})[^\S\n]*"
    r"(?:[/.-]|tháng)[^\S\n]*(?P<month>\d{1,2})[^\S\n]*(?:[/.-]|,?[^\S\n]*năm)[^\S\n]*"
    r"(?P<year>\d{4})(?!\d)\)?",
    re.IGNORECASE,
)
# "Kế hoạch 12/KH-UBND năm 2020 về …"
_YEAR_ONLY = re.compile(
    r"[^\S\n]*,?[^\S\n]+(?:tháng[^\S\n]+\d{1,2}[^\S\n]+)?năm[^\S\n]+\d{4}(?!\d)"
)
_OF = re.compile(r"[^\S\n]*,?[^\S\n]*(?:của|do)[^\S\n]+", re.IGNORECASE)
_STRONG = (
    "về việc|về|v/v|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|bãi bỏ|công bố|thành lập"
    "|kiện toàn|phê chuẩn|thông qua|điều chỉnh|phân công|phân cấp|ủy quyền|bổ sung|công nhận|thí điểm"
)
_WEAK = (
    "triển khai|thực hiện|tăng cường|đẩy mạnh|tiếp tục|tổ chức|phát động|ứng dụng|phát triển"
    "|xây dựng|chuyển đổi|nâng cao|quản lý|hành động|báo cáo|kết quả|tình hình|đổi mới"
    "|cải cách|thúc đẩy|đánh giá|kiểm tra|khảo sát|đôn đốc|rà soát|cập nhật|ứng phó|ứng cứu"
    "|tuyên truyền|đào tạo|bồi dưỡng|quy hoạch|chấn chỉnh|thông báo|giám sát|bảo vệ|phòng"
)
_ASKING = "yêu cầu|đề nghị|góp ý|xin|trả lời|cung cấp|giao|tham gia|gửi"
_ONLY_OPENER = re.compile(rf"(?:(?:{_STRONG}|{_WEAK}|{_ASKING})[^\S\n]*)+", re.IGNORECASE)
_ABOUT = re.compile(r"(?:(?:về việc|về|v/v)(?!\w)[^\S\n]*:?[^\S\n]*){1,2}", re.IGNORECASE)
_STRONG_OPENER = re.compile(rf"[^\S\n]*,?[^\S\n]*(?=(?:{_STRONG})(?!\w))", re.IGNORECASE)
_AFTER_COMMA = re.compile(r"[^\S\n]*,[^\S\n]*(?=(?:về việc|về|v/v|phê duyệt)(?!\w))", re.IGNORECASE)
_OPENER = re.compile(rf"[^\S\n]+(?=(?:{_STRONG}|{_WEAK})(?!\w)|[“\"«])", re.IGNORECASE)
# "của UBND tỉnhvề việc": the space before the title is lost.
_GLUED_OPENER = re.compile(r"(?<=\w)(?=(?:về việc|phê duyệt|ban hành)(?!\w))")
_ASKING_OPENER = re.compile(rf"[^\S\n]+(?=(?:{_ASKING})(?!\w))", re.IGNORECASE)
_STARTS_TITLE = rf"(?i:{_STRONG}|{_WEAK}|{_ASKING}|ngày|kèm|được|đã|để|tại|thì|là|nhằm|theo)(?!\w)"
_PLACE = rf"(?:(?:{_B}|[^\S\n]*[-–][^\S\n]*)(?!{_STARTS_TITLE}){_CAP}){{1,5}}"
_KHOA = (
    rf"(?:,?{_B}[Kk]h(?:óa|oá){_B}[XVI]+)?(?:,?{_B}nhiệm kỳ{_B}\d{{4}}[^\S\n]*[-–][^\S\n]*\d{{4}})?"
)
_MINISTRY = "(?:" + "|".join(sorted(MINISTRIES, key=len, reverse=True)) + ")"
_KNOWN_ISSUER = re.compile(
    r"(?:(?i:Thủ tướng Chính phủ|Ủy ban Thường vụ Quốc hội|Uỷ ban Thường vụ Quốc hội"
    r"|Văn phòng Chính phủ|Văn phòng Quốc hội|Văn phòng Trung ương Đảng|Thanh tra Chính phủ"
    r"|Chính phủ|Chủ tịch nước|Ngân hàng Nhà nước(?: Việt Nam)?|Bộ Chính trị|Ban Bí thư"
    r"(?: Trung ương(?: Đảng)?)?|(?:Hội nghị [^\n;.()]{0,40}?)?Ban Chấp hành Trung ương(?: Đảng)?"
    r"|Quốc hội))"
    rf"{_KHOA}"
    rf"|(?i:(?:Liên{_B})?(?:Bộ trưởng{_B})?Bộ{_B}{_MINISTRY})(?:(?:,|{_B}và|[^\S\n]*[-–]){_B}Bộ{_B}(?i:{_MINISTRY}))*"
    rf"|(?i:(?:Phó{_B})?Chủ tịch{_B}|Thường trực{_B}|Ban Thường vụ{_B}|Văn phòng{_B}|Liên{_B})?"
    r"(?i:UBND|[ỦU][yỷ] ban nhân dân|HĐND|Hội đồng nhân dân|Tỉnh [uủ][ỷy]|Thành [uủ][ỷy]|Huyện [uủ][ỷy])"
    rf"(?:{_B}(?i:tỉnh|thành phố|thị xã|TP\.?|huyện|quận|xã|phường))?(?:{_PLACE})?{_KHOA}"
)
_WORD = re.compile(rf"(?!{_STARTS_TITLE})[^\s,;:.()“”\"]+(?:[^\S\n]+|(?=[,;:.()\n“”\"])|$)")
_SPLITS_TITLE = (
    r"UBND|[ỦU][yỷ] ban nhân dân|HĐND|Sở|Chủ tịch|Văn phòng|Cục|Bộ(?! phận)|Chính phủ|Thủ tướng"
    r"|trong đó|theo đó|qua đó|từ đó|nhờ đó|do đó|vì vậy|đến nay|đến hết|tính đến|hiện nay|hiện tại"
    r"|để|nhằm|trên cơ sở|căn cứ|thực hiện|giao|đề nghị|yêu cầu|kết quả|đồng thời|cụ thể|bao gồm"
    r"|gồm|các (?:sở|bộ|cơ quan|đơn vị|ngành|địa phương)|toàn tỉnh|tỉnh|đã|góp phần|làm cơ sở|ngày"
    r"|trong (?:năm|thời gian|quá trình|những)|năm 20\d\d|thời gian|ban hành kèm|cùng với|theo"
    r"|kế hoạch này|nay|có hiệu lực|sau khi|khi|nếu|nhưng|song|tuy nhiên|mà|thì|là|ông|bà"
)
_TITLE_END = re.compile(
    r"\n|;|:(?=\s|$)"
    # A sentence's end; not "TP. Long Xuyên".
    rf"|(?<!TP)(?<!Tp)(?<!tp)(?<!TX)\.(?=\s*$|\s*\n|{_B}[{UPPER}\d“\"(+*-])"
    r"|[^\S\n]*\((?i:sau đây|gọi|viết tắt|ban hành|kèm|đính kèm|theo|nay|đã|hết|thay|được|có|dưới đây)(?!\w)"
    rf"|,{_B}(?i:{_SPLITS_TITLE})(?!\w)"
    rf"|,?{_B}(?i:để|như sau|nêu trên|nói trên|đến nay|tính đến|hiện nay|hiện đang|kèm theo)(?!\w)"
    rf"|{_B}(?i:đã{_B}(?:được|ban hành|giao|chỉ đạo|đề ra|nêu|quy định|xác định|đạt|có|phê duyệt)"
    rf"|được{_B}(?:giao|ban hành|triển khai|phê duyệt|quy định|thực hiện|đăng|tổ chức)"
    r"|và các (?:văn bản|quy định)|trên cơ sở|trong đó|theo hướng|thì|là|do [^\n;,.]{1,40}?ban hành)(?!\w)"
)
_NAMES_THE_NEXT = re.compile(
    r"(?<!\w)(?:thực hiện|thi hành|triển khai|hướng dẫn|của|thay thế|sửa đổi|bổ sung|bãi bỏ)"
    r"(?:[^\S\n]+(?:các|một số điều của|nội dung))?[^\S\n]*$",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:[\s,;:.–—(“-]+|(?<![^\s,])(?:và|của|theo|tại|các|trong|với|cùng|từ|do|về|là|căn cứ"
    r"|kèm theo|ban hành kèm theo|thực hiện|triển khai|cũng như|trong đó))+$"
)
_MAX_TITLE = 420
_MAX_ISSUER_WORDS = 14


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a number; `end` is where it ends in the text."""

    issued: date | None
    issuer: str
    title: str
    end: int


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _issuer_end(text: str, at: int, limit: int) -> int:
    """Where the issuer that starts at `at` ends; `at` when no agency stands there."""
    if known := _KNOWN_ISSUER.match(text, at, limit):
        return known.end()
    if not text[at : at + 1].isupper():
        return at
    end = at
    for _ in range(_MAX_ISSUER_WORDS):
        word = _WORD.match(text, end, limit)
        if not word:
            return end
        end = word.end()
    return at


def _balanced(title: str) -> str:
    """The title up to a closing bracket that nothing in it opens."""
    depth = 0
    for index, char in enumerate(title):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return title[:index]
    if depth > 0:
        title = title[: title.rindex("(")]
    for opening, closing in ("“”", "«»"):
        if title.count(closing) > title.count(opening):
            title = title[: title.rindex(closing)]
    return title


def _title_end(text: str, at: int, next_start: int, next_end: int) -> int:
    """Where the title that starts at `at` ends."""
    limit = min(len(text), at + _MAX_TITLE)
    stop = _TITLE_END.search(text, at, limit)
    end = stop.start() if stop else limit
    if next_start < end:
        named = _NAMES_THE_NEXT.search(text, max(at, next_start - 40), next_start)
        end = next_end if named else next_start
    elif not stop and end < len(text):
        end = max(text.rfind(",", at, end), at + _MAX_TITLE // 2)
    return end


def _opener(text: str, at: int, doc_type: str, introduced: bool) -> re.Match[str] | None:
    """The place where a title begins, or None when the sentence goes on with something else.

    After a date or an issuer (`introduced`) more words may begin a title than after the number.
    """
    if found := (_AFTER_COMMA.match(text, at) if text[at : at + 1] == "," else None):
        return found
    if text[at : at + 1] == ",":
        return None
    writes = doc_type in {"Công văn", "Văn bản", "Công điện", "Tờ trình", "Thông báo"}
    if introduced or writes or doc_type.startswith(("Kế hoạch", "Chương trình")):
        asking = _ASKING_OPENER.match(text, at) if writes else None
        return _OPENER.match(text, at) or asking or _GLUED_OPENER.match(text, at)
    return _STRONG_OPENER.match(text, at)


def _dated_and_signed(text: str, at: int, limit: int) -> tuple[date | None, str, int]:
    """(date, issuer, end) of "ngày … của …" in either order."""
    issued, issuer = None, ""
    for _ in range(3):
        if not issued and (dated := _DATE.match(text, at, limit)):
            issued, at = _date(dated), dated.end()
        elif not issuer and (of := _OF.match(text, at, limit)):
            end = _issuer_end(text, of.end(), limit)
            if end == of.end():
                break
            issuer = collapse(text[of.end() : end])
            at = of.end() + len(text[of.end() : end].rstrip())
        elif year := _YEAR_ONLY.match(text, at, limit):
            at = year.end()
    return issued, issuer, at


def tail_at(text: str, at: int, doc_type: str, next_start: int, next_end: int) -> Tail:
    """Date, issuer and title that follow a number ending at `at`.

    `[next_start, next_end)` is the core of the next citation: a title ends before it, unless it
    is what the title is about ("… thực hiện Nghị quyết số 52-NQ/TW").
    """
    line_end = text.find("\n", at, at + 2 * _MAX_TITLE)
    limit = min(len(text), next_start, at + 2 * _MAX_TITLE if line_end < 0 else line_end)
    closes = re.compile(r"[^\S\n]*\)").match(text, at, limit)
    at_date = closes.end() if closes and "(" in text[max(0, at - 24) : at] else at
    issued, issuer, end = _dated_and_signed(text, at_date, limit)
    if not (issued or issuer):
        end = max(end, at)
    opener = _opener(text, end, doc_type, introduced=bool(issued or issuer))
    if not opener or opener.end() >= limit:
        return Tail(issued, issuer, "", end)
    start = opener.end()
    if about := _ABOUT.match(text, start, limit):
        start = about.end()
    raw = _balanced(text[start : _title_end(text, start, next_start, next_end)])
    title = _DANGLING.sub("", raw)
    if _ONLY_OPENER.fullmatch(title):
        title = ""
    return Tail(issued, issuer, collapse(title), start + len(title) if title else end)
