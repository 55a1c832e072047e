"""Figures of a Vietnamese text: value, unit and place; money and percent made comparable.

"1.234,5 tỷ đồng" is 1234.5 × 10⁹ đồng: the dot groups thousands, the comma is decimal.
Dates, years, document numbers, version numbers and ordinals ("mức độ 3") are not figures.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.plan import NoteMark, Quantity

_GROUPED = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"
_PLAIN = r"\d+(?:,\d+)?"
_NUMBER = re.compile(
    rf"(?<!\w)(?<!\d[.,/])(?:{_GROUPED}|{_PLAIN})|(?<=[\w)][-/])(?:{_GROUPED}|{_PLAIN})"
)
_VIETNAMESE_NUMBER = re.compile(rf"-?(?:{_GROUPED}|{_PLAIN})")

# What looks like a figure and is not one; blanked before figures are sought.
_NOT_FIGURES = re.compile(
    r"https?://\S+"
    r"|\b\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}(?!\d)"  # 05/09/2023, 5 /9/2023
    r"|\b\d{1,5}(?:/\d{4})?\s?[/-]\s?(?:[A-ZĐ]{2,})[\w&-]*(?:[/-]\s?[A-ZĐ][\w&]*)*"  # 85/2016/NĐ-CP
    r"|\b(?i:ngày)\s+\d{1,2}(?:\s?/\s?\d{1,2})?(?:\s+tháng\s+\d{1,2})?(?:\s+năm\s+\d{4})?"
    r"|\b(?i:tháng)\s+\d{1,2}(?:\s?/\s?\d{4})?(?:\s+năm\s+\d{4})?"
    r"|\b(?:0?[1-9]|1[0-2])/(?:19|20)\d{2}(?!\d)"  # 11/2020
    r"|\b24/7\b"
    r"|\b(?i:năm|giai đoạn|nhiệm kỳ|các năm)\s+(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?(?!\d)"
    r"|\b(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}(?!\d)"
    r"|\b(?i:mức|mức độ|cấp độ|lớp|phần|mục|khoản|điểm|điều|phụ lục|giai đoạn|quý|phiên bản|số"
    r"|lần thứ|bước|hạng|phiên|chương|biểu|bảng|quốc lộ|thứ)\s+\d+(?:[.,]\d+)*(?:\s*(?:,|và|-)\s*\d\b)*"
    r"|\b[A-Z]{3,}\s+\d{4,}(?::\d{4})?"  # TCVN 11930:2017
    r"|\b\d+\.\d{1,2}\b(?!\s?%|\.\d)"  # phiên bản 2.0
    r"|\b\d+[A-Z]+\d*\b"  # 4G, 1A
    r"|\b[A-Za-z]{2,}-\d+\b"  # COVID-19
)
# Behind a number: it was malformed ("123.4567") or is a code's.
_GOES_ON = re.compile(r"[.,]?\d|[.,/]\d*[A-Z]{2}")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_PERCENT = re.compile(r"\s?%")
_ENGLISH_PERCENT = re.compile(r"(?<!\w)(?<!\d[.,/])\d+\.(?:\d{1,2}|\d{4,})(?=\s?%)")
_SCALE = re.compile(
    r"\s?(nghìn tỷ|nghìn tỉ|ngàn tỷ|ngàn tỉ|nghìn|ngàn|triệu|tỷ|tỉ)(?![^\W\d_])(\s+đồng\b)?", re.I
)
_DONG = re.compile(r"\s?(?:đồng|VNĐ|VND)(?![^\W\d_])", re.I)
_FACTORS = {
    "nghìn": Decimal(10) ** 3,
    "triệu": Decimal(10) ** 6,
    "tỷ": Decimal(10) ** 9,
    "nghìn tỷ": Decimal(10) ** 12,
}
_WORD = re.compile(r"\s?([^\W\d_]+)")
_SECOND_OF_RATIO = re.compile(rf"\s?[/-]\s?(?:{_GROUPED}|{_PLAIN})(?![\d.,]*[\d/])")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nouns of one syllable that count on their own; others are read with their second syllable.
_COUNTED_ALONE = _words(
    "lớp người trạm xã huyện phường hộ năm tháng ngày giờ lần lượt đường hẻm phông trang buổi đợt"
    " tỉnh mẫu khoa trường sở ngành bản cái chiếc vụ km ha m thửa căn giải"
)
_LONGER_NOUNS = (
    "cơ sở dữ liệu",
    "dịch vụ công trực tuyến",
    "dịch vụ công",
    "thủ tục hành chính",
    "chữ ký số",
    "chứng thư số",
    "điểm du lịch",
)
_STOPS = _words(
    "của và có cho tại trong đã được là để với từ đến trên theo khi do ở gồm bao mà như vào hoặc"
    " cấp thuộc các về này đó trở đạt chiếm đi sẽ phải không bằng hay sang so"
)


def parse_number(text: str) -> Decimal | None:
    """The number that the whole text is, in Vietnamese notation ("1.234,5" → 1234.5), or None."""
    stripped = text.strip()
    if not _VIETNAMESE_NUMBER.fullmatch(stripped) or not stripped.isascii():
        return None
    return Decimal(stripped.replace(".", "").replace(",", "."))


def format_number(value: Decimal) -> str:
    """The number in Vietnamese notation: 1234567 → "1.234.567", 12.50 → "12,5"."""
    whole, _, fraction = f"{value:f}".partition(".")
    fraction = fraction.rstrip("0")
    sign = "-" if whole.startswith("-") and (whole.strip("-0") or fraction) else ""
    grouped = f"{int(whole.lstrip('-') or 0):,}".replace(",", ".")
    return sign + grouped + (f",{fraction}" if fraction else "")


def parse_quantities(text: str, notes: Sequence[NoteMark] = (), base: int = 0) -> list[Quantity]:
    """The figures of the text in order; offsets are in `text` plus `base`.

    `notes` are footnote marks in the same coordinates as `base`; their digits are not read.
    """
    visible = _blank_marks(text, notes, base)
    searched = _NOT_FIGURES.sub(_blank, visible)
    found: list[Quantity] = []
    for start, end, value in _numbers(searched):
        if _is_year(searched, visible, start, end):
            continue
        unit, unit_end = _unit(visible, end)
        raw_end = unit_end if unit else end
        found.append(Quantity(value, unit, text[start:raw_end], base + start, base + raw_end))
    return found


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _blank_marks(text: str, notes: Sequence[NoteMark], base: int) -> str:
    for note in notes:
        start, end = note.start - base, note.end - base
        if 0 <= start < end <= len(text):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _numbers(text: str) -> list[tuple[int, int, Decimal]]:
    english = {match.start(): match for match in _ENGLISH_PERCENT.finditer(text)}
    found = []
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if start in english:
            raw = english[start].group()
            end = english[start].end()
            value = Decimal(raw)
        elif _GOES_ON.match(text, end):
            continue  # a malformed or coded number such as 123.4567
        else:
            value = Decimal(match.group().replace(".", "").replace(",", "."))
        found.append((start, end, value))
    return found


def _is_year(searched: str, visible: str, start: int, end: int) -> bool:
    """A bare 2021 that counts nothing: followed by no noun and no unit."""
    if not _YEAR.fullmatch(searched[start:end]):
        return False
    unit, _ = _unit(visible, end)
    return unit == ""


def _unit(text: str, end: int) -> tuple[str, int]:
    """The unit behind a number and where it ends; ("", end) when none stands there."""
    if match := _PERCENT.match(text, end):
        return "%", match.end()
    if match := _SCALE.match(text, end):
        scale = match.group(1).lower().replace("tỉ", "tỷ").replace("ngàn", "nghìn")
        if match.group(2):
            return f"{scale} đồng", match.end()
        noun, noun_end = _noun(text, match.end())
        return (f"{scale} {noun}", noun_end) if noun else (scale, match.end())
    if match := _DONG.match(text, end):
        return "đồng", match.end()
    if match := _SECOND_OF_RATIO.match(text, end):
        return _unit(text, match.end())[0], end
    return _noun(text, end)


def _noun(text: str, end: int) -> tuple[str, int]:
    words: list[str] = []
    position = end
    lower = text[end : end + 40].lower()
    for noun in _LONGER_NOUNS:
        if lower.lstrip(" ").startswith(noun) and len(lower) - len(lower.lstrip(" ")) <= 1:
            return noun, end + (len(lower) - len(lower.lstrip(" "))) + len(noun)
    while len(words) < 3 and (match := _WORD.match(text, position)):
        word = match.group(1)
        if (word.lower() in _STOPS and (words or word != "cấp")) or (
            words and word[0].isupper() and not word.isupper()
        ):
            break
        if len(words) == 2 and not word.isupper():
            break
        words.append(word)
        position = match.end()
        if word.isupper() and len(word) > 1:
            break
        if word.lower() in _COUNTED_ALONE:
            if (
                (after := _WORD.match(text, position))
                and after.group(1).isupper()
                and len(after.group(1)) > 1
            ):
                words.append(after.group(1))
                position = after.end()
            break
    return (" ".join(words), position) if words else ("", end)


def canonical(quantity: Quantity) -> tuple[Decimal, str]:
    """The amount in a comparable unit: money in "đồng", percent in "%", else value and unit."""
    unit = quantity.unit.casefold()
    for scale in sorted(_FACTORS, key=len, reverse=True):
        if unit == scale or unit.startswith(scale + " "):
            rest = unit[len(scale) :].strip()
            return quantity.value * _FACTORS[scale], rest or "đồng"
    return quantity.value, unit
