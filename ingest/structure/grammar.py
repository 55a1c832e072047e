"""How a line of an administrative document announces what it is: label, bullet, annex, sign-off.

Only the shapes live here; what they mean for the tree is outline.py's work.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from ingest.vietnamese import UPPER, is_all_caps


class Rank(IntEnum):
    """The kinds of numbering, outermost first; a lower rank closes all higher ones."""

    PART = 0
    ANNEX = -1
    CHAPTER = 1
    ITEM = 2
    CAPITAL = 3
    ROMAN = 4
    ARTICLE = 5
    NUMBER = 6
    NUMBER_2 = 7
    NUMBER_3 = 8
    NUMBER_4 = 9
    LETTER = 10
    LETTER_2 = 11
    LOCAL = 12


@dataclass(frozen=True, slots=True)
class Label:
    """A recognised numbering: its rank, the bare label and what stands behind it.

    `form` tells the numberings of rank LOCAL apart, which lie where the document has them.
    """

    rank: Rank
    label: str
    rest: str
    form: str = ""

    @property
    def kind(self) -> "Rank | str":
        """What sisters have in common."""
        return self.form or self.rank


_ROMAN = r"[IVXLC]{1,6}"
# A stop and a dash behind a number: "1.- ", "2/- ", "3): – "
_STOP_DASH = r"\s?[.)/:]{1,2}\s?[–—-]\s+"
# What may stand behind "1.2": nothing, a full stop, a bracket, a stroke, a dash.
_MARK = rf"(?:{_STOP_DASH}|[.)/:]{{2}}|[.)]|\s?[/–—-](?=\s))?"
# What parts a worded number from its heading: "Phần I. ", "Chương 2: ", "PHẦN A – "
_BEHIND_WORD = r"(?:[.:]?\s*[–—-]\s+|[.:]?\s*)"
# "Phần thứ nhất", "PHẦN MỘT"
IN_WORDS = r"(?:thứ\s+)?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|một)|(?:THỨ\s+)?(?:NHẤT|HAI|BA|TƯ|BỐN|NĂM|SÁU|BẢY|MỘT)"
_PATTERNS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    # "Phần II", "PHẦN A", "PHẦN THỨ NHẤT: MỤC TIÊU"
    (
        Rank.PART,
        re.compile(
            rf"(?P<label>(?:Phần|PHẦN)\s+(?:{_ROMAN}|[A-E]|\d{{1,2}}|{IN_WORDS}))(?=[\s.:]|$){_BEHIND_WORD}(?P<rest>.*)"
        ),
    ),
    # "PHỤ LỤC I", "Phụ lục 02: DANH MỤC"
    (
        Rank.ANNEX,
        re.compile(
            rf"(?P<label>(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+|SỐ\s+)?(?:{_ROMAN}|\d{{1,3}}[A-Z]?|[A-H]))?)(?=[\s.:]|$){_BEHIND_WORD}(?P<rest>.*)"
        ),
    ),
    # "Chương II. NHIỆM VỤ"
    (
        Rank.CHAPTER,
        re.compile(
            rf"(?P<label>(?:Chương|CHƯƠNG)\s+(?:{_ROMAN}|\d{{1,2}}|{IN_WORDS}))(?=[\s.:]|$){_BEHIND_WORD}(?P<rest>.*)"
        ),
    ),
    # "Mục 2. BẢO ĐẢM AN TOÀN THÔNG TIN", "Mục 2" above its heading
    (
        Rank.ITEM,
        re.compile(
            rf"(?P<label>(?:Mục|MỤC)\s+(?:{_ROMAN}|\d{{1,2}}))(?:[.:]\s*(?P<rest>(?:[{UPPER}].*)?)|$)"
        ),
    ),
    # "Điều 3. Tổ chức thực hiện"
    (Rank.ARTICLE, re.compile(r"(?P<label>(?:Điều|ĐIỀU)\s+\d{1,3})[.:]\s*(?P<rest>.*)")),
    # "1.2.1.1. Hạ tầng"
    (
        Rank.NUMBER_4,
        re.compile(rf"(?P<label>\d{{1,2}}(?:\.\d{{1,2}}){{3}}){_MARK}\s*(?P<rest>[{UPPER}“\"(].*)"),
    ),
    # "1.2.1. Hạ tầng"
    (
        Rank.NUMBER_3,
        re.compile(rf"(?P<label>\d{{1,2}}(?:\.\d{{1,2}}){{2}}){_MARK}\s*(?P<rest>[{UPPER}“\"(].*)"),
    ),
    # "1.2. Hạ tầng", "1.2 Hạ tầng", "1.2/ Hạ tầng"
    (
        Rank.NUMBER_2,
        re.compile(rf"(?P<label>\d{{1,2}}\.[1-9]\d?){_MARK}\s*(?P<rest>[{UPPER}“\"(].*)"),
    ),
    # "VIII. KINH PHÍ THỰC HIỆN:"
    (
        Rank.ROMAN,
        re.compile(
            rf"(?P<label>{_ROMAN})(?:{_STOP_DASH}|\s?[.)/]{{1,2}}\s*|\s?[–—-]\s+)(?P<rest>[^\s.\d/–—-].*)"
        ),
    ),
    # "A. ĐÁNH GIÁ"
    (
        Rank.CAPITAL,
        re.compile(
            rf"(?P<label>[A-HĐ])(?:{_STOP_DASH}|\s?(?:[.)/]{{1,2}}|[–—-])\s+)(?P<rest>[{UPPER}].*)"
        ),
    ),
    # "3.Tình hình xây dựng", "7. Chế độ báo cáo:", "1- Mục tiêu chung"
    (
        Rank.NUMBER,
        re.compile(
            rf"(?P<label>\d{{1,2}})(?:{_STOP_DASH}|\s?[.)/]{{1,2}}\s*|\s?[–—-]\s+)(?P<rest>[{UPPER}“\"(].*)"
        ),
    ),
    # "a) Vốn đầu tư: 2,5 tỷ đồng.", "b/ Dữ liệu mở", "c- Dữ liệu nền"
    (
        Rank.LETTER,
        re.compile(
            rf"(?P<label>[a-zđ]\d?)(?:{_STOP_DASH}|\s?\)[.:]?\s*|[./]{{1,2}}\s+|\s?[–—-]\s+)(?P<rest>[{UPPER}“\"(\d].*)"
        ),
    ),
    # "a.1) Dữ liệu nền", "b.2. Dữ liệu mở"
    (
        Rank.LETTER_2,
        re.compile(rf"(?P<label>[a-zđ]\.\d{{1,2}}){_MARK}\s*(?P<rest>[{UPPER}“\"(].*)"),
    ),
)
# The first cell of most tables' headers: "STT"
TABLE_START = re.compile(r"(?:TT|STT|Stt|S\.TT|Số TT|SỐ TT|Số thứ tự)\.?")
# "(Đơn vị tính: triệu đồng)", "ĐVT: tỷ đồng"
TABLE_UNIT = re.compile(
    r"\(?\s*(?:đơn vị(?: tính)?|ĐVT)\s*:?\s*(?P<unit>(?:[^.)]|\.(?=\d)){1,40})[.)]*\s*",
    re.IGNORECASE,
)
# "Bảng 2. Dự toán kinh phí", "Biểu số 01"
TABLE_CAPTION = re.compile(r"(?:Bảng|Biểu|BẢNG|BIỂU)\s+(?:số\s+|SỐ\s+)?\d+.*")
# "Biểu 01", "Mẫu số 2a", "PHỤ BIỂU 03": the number of a form, which has its name below
FORM_NUMBER = re.compile(
    r"(?:Biểu|Phụ biểu|Mẫu|Bảng|BIỂU|PHỤ BIỂU|MẪU|BẢNG)\s+(?:(?:số|SỐ)\s+)?\d{1,3}[a-zA-Z]?"
)
# What lists are marked with, typed or from Word's fonts.
BULLETS = "-–—•*+⁃‣▪▫■□◦●○►➢➤✓✔❖♦◆→·"
_BULLET = re.compile(rf"(?P<mark>[{BULLETS}])(?:\s+|(?=[{UPPER}“\"(]))(?=\S)")
# How every numbering begins: most lines of a document begin otherwise.
_MAY_BE_LABEL = re.compile(
    r"(?:Phần|PHẦN|PHỤ LỤC|Phụ lục|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)[\s.:]|\d|[IVXLC]{1,6}\s?[.)/:–—-]"
    r"|[A-HĐ]\s?[.)/:–—-]|[a-zđ]\d?(?:\s?[)–—-]|[./:])|(?:PHỤ LỤC|Phụ lục)$"
)
# "12/KH-UBND 3", "85/2016/NĐ-CP": a document's number, no section's.
_DOCUMENT_NUMBER = re.compile(r"\d{1,5}/(?:\d{4}/)?[A-ZĐ]{2,}-[A-ZĐ]")
_ANNEX_IN_PROSE = re.compile(r"kèm|đính|xem|theo|của", re.IGNORECASE)
# A heading is a line, not a paragraph.
_MAX_HEADING = 300
_MAX_RUN_IN = 200


def match_label(text: str) -> Label | None:
    """The numbering that the block starts with, or None."""
    return _label_of(text) if _MAY_BE_LABEL.match(text) else None


# Every step that asks for labels asks for those of all lines, one after the other.
@lru_cache(maxsize=4096)
def _label_of(text: str) -> Label | None:
    for rank, pattern in _PATTERNS:
        if (match := pattern.fullmatch(text)) and not _DOCUMENT_NUMBER.match(text):
            label, rest = match["label"], (match["rest"] or "").strip()
            marked = text[match.end("label") : match.end() - len(match["rest"] or "")].strip() != ""
            if rank is Rank.ANNEX and not _is_annex(label, rest, marked):
                return None
            return Label(rank, label, rest)
    return None


def _is_annex(label: str, rest: str, marked: bool) -> bool:
    """Whether it is no prose: not "Phụ lục 01, 02 kèm theo.", but "Phụ lục 01: DANH MỤC".

    `marked`: a full stop or colon stands between the label and the rest.
    """
    if not rest:
        return True
    if rest.endswith((".", ";", ",")) or _ANNEX_IN_PROSE.match(rest):
        return False
    return is_all_caps(rest) or ((marked or is_all_caps(label)) and len(rest) <= _MAX_HEADING)


def is_table_caption(text: str) -> bool:
    """Whether a line can only belong to the table below it: "Bảng 1. …", "Đơn vị tính: …"."""
    return bool(TABLE_CAPTION.fullmatch(text) or TABLE_UNIT.fullmatch(text))


def bullet(text: str) -> str:
    """The bullet mark the block starts with ("-", "+", …), or ""."""
    match = _BULLET.match(text)
    return match["mark"] if match else ""


def heading_of(rest: str) -> tuple[str, bool]:
    """The heading in the text behind a label, and whether body text follows it in the block.

    "Sở Tài chính: Chủ trì …" → ("Sở Tài chính", True); a bare title → (title, False); a plain
    sentence has no heading: ("", True).
    """
    if match := re.match(rf"([^:]{{2,{_MAX_RUN_IN}}}?)\s*:\s+\S", rest):
        head = match.group(1).strip()
        if is_all_caps(rest):  # "PHẦN THỨ NHẤT: KẾT QUẢ" is one heading
            return rest, False
        if ". " not in head and not _is_clause(head):
            return head, True
    if rest.endswith(":") and len(rest) <= _MAX_HEADING and ". " not in rest:
        return rest.rstrip(": "), False
    if rest.endswith((".", ";", ",")) or len(rest) > _MAX_HEADING:
        return "", True
    return rest, False


def _is_clause(head: str) -> bool:
    """A long run of commas before a colon is a sentence, not a heading."""
    return len(head) > 120 and head.count(",") + head.count(";") > 4


def introduces(text: str) -> bool:
    """Whether the text announces what follows: "…, bao gồm:", "… như sau"."""
    return text.endswith((":", "bao gồm", "như sau", "gồm", "sau đây"))
