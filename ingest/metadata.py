"""Number, date, issuer, province, period and signer of a document.

The header and the sign-off decide; the facts of a law site fill in what the text lacks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.errors import RejectedFileError
from ingest.layout import DOC_TYPES, Layout, is_person_name, is_sign_off_line
from ingest.lines import Block
from ingest.provinces import Province, find_provinces
from ingest.site import SiteFacts
from ingest.vietnamese import collapse, fold, is_all_caps

_CODE = r"[A-ZĐ]{2,}[A-ZĐ0-9]*(?:\s?[-–&]\s?[A-ZĐ0-9]+)*"
_NUMBER = re.compile(rf"(?P<serial>\d+[a-zA-Z]?)\s*/\s*(?P<code>(?:\d{{4}}/)?{_CODE})")
_NUMBER_LINE = re.compile(rf"(?:Số|SỐ|số)\s*:?\s*{_NUMBER.pattern}")
_DATE = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_YEARS = re.compile(r"(?<!\d)(20\d{2}|19\d{2})(?!\d)")
_PERIOD = re.compile(
    r"(?:giai đoạn|các năm|thời kỳ|từ năm)\s+(?P<a>20\d{2})\s*(?:[-–]|đến(?: năm)?)\s*(?P<b>20\d{2})",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"đến (?:hết )?(?:năm )?(?P<b>20\d{2})", re.IGNORECASE)
_ISSUER = re.compile(r"(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|UBND|HĐND", re.IGNORECASE)
_TYPE_OF_CODE = {
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "ĐA": "Đề án",
    "CTR": "Chương trình",
    "BC": "Báo cáo",
}
_PROPER_IN_OFFICE = {
    "chủ tịch": "Chủ tịch",
    "giám đốc": "Giám đốc",
    "chánh văn phòng": "Chánh Văn phòng",
    "cục trưởng": "Cục trưởng",
    "bộ trưởng": "Bộ trưởng",
}
_HEADER_BLOCKS = 40


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of a Plan that name and date the document."""

    number: str
    doc_type: str
    title: str
    province: str
    issuer: str
    issued: date
    period: tuple[int, int]
    signer: str
    signer_title: str
    warnings: tuple[str, ...]


def _number(header: Sequence[str], facts: SiteFacts) -> str:
    for text in header:
        if match := _NUMBER_LINE.search(text):
            return _tidy_number(match)
    if match := _NUMBER.search(facts.get("so hieu")):
        return _tidy_number(match)
    raise RejectedFileError(
        "not_a_plan",
        "Không tìm thấy số hiệu văn bản (ví dụ 12/KH-UBND) ở phần đầu. Hãy kiểm tra đây có phải"
        " là bản kế hoạch đã ban hành, đủ trang đầu, rồi nạp lại.",
    )


def _tidy_number(match: re.Match[str]) -> str:
    code = "".join(match["code"].split()).replace("–", "-")
    return f"{match['serial']}/{code}"


def _as_date(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _issued(header: Sequence[str], facts: SiteFacts) -> date:
    for text in header:
        if (match := _DATE.search(text)) and (found := _as_date(*match.groups())):
            return found
    fact = facts.get("ngay ban hanh")
    if (match := _SLASHED.search(fact) or _DATE.search(fact)) and (
        found := _as_date(*match.groups())
    ):
        return found
    raise RejectedFileError(
        "no_date",
        "Không đọc được ngày ban hành ở phần đầu văn bản. Hãy dùng bản ghi đủ ngày, tháng, năm"
        " ban hành rồi nạp lại.",
    )


def _doc_type(blocks: Sequence[Block], layout: Layout, facts: SiteFacts, number: str) -> str:
    if layout.type_at is not None:
        return DOC_TYPES[blocks[layout.type_at].text.rstrip(":")]
    fact = facts.get("loai van ban")
    if fact.upper() in DOC_TYPES:
        return DOC_TYPES[fact.upper()]
    return _TYPE_OF_CODE.get(re.split(r"[/-]", number)[1], "Văn bản")


def _title(blocks: Sequence[Block], layout: Layout) -> str:
    parts = [b.text for b in blocks[layout.title_start : layout.header_end] if b.text]
    return collapse(" ".join(parts))


def _province(header: Sequence[str], facts: SiteFacts, title: str) -> Province | None:
    """Of the issuer's lines first, then the place in the date line, the site, the title."""
    dated = [text for text in header if _DATE.search(text)]
    issuers = [
        text
        for text in header
        if is_all_caps(text) and re.match(r"TỈNH|THÀNH PHỐ|TP|UBND|(?:ỦY|UỶ) BAN|HỘI ĐỒNG", text)
    ]
    site = facts.get("co quan ban hanh", "noi ban hanh")
    for text in (*issuers, *dated, site, title):
        if found := find_provinces(text):
            return found[0][0]
    return None


def _issuer(header: Sequence[str], facts: SiteFacts, province: Province | None) -> str:
    named = " ".join(header[:3])
    council = "HĐND" if fold(named).startswith("hoi dong nhan dan") else "UBND"
    if province and (
        _ISSUER.search(named) or not named or facts.get("co quan ban hanh", "noi ban hanh")
    ):
        return f"{council} {province.kind} {province.name}"
    return header[0] if header else ""


def _period(title: str, issued: date) -> tuple[int, int]:
    """The years the title plans for; the year of issue when it names none."""
    if match := _PERIOD.search(title):
        first, last = int(match["a"]), int(match["b"])
        return (first, last) if first <= last else (last, first)
    if match := re.search(r"(?<!\d)(20\d{2})\s*[-–]\s*(20\d{2})(?!\d)", title):
        return min(int(match[1]), int(match[2])), max(int(match[1]), int(match[2]))
    if match := re.search(r"(?<!đến )năm\s+(20\d{2})(?!\d)", title, re.IGNORECASE):
        return int(match[1]), int(match[1])
    if match := _UNTIL.search(title):
        return min(issued.year, int(match["b"])), int(match["b"])
    years = [int(year) for year in _YEARS.findall(title)]
    return (min(years), max(years)) if years else (issued.year, issued.year)


def _office(text: str) -> str:
    """An office in running text: "PHÓ CHỦ TỊCH" → "Phó Chủ tịch"."""
    words = text.lower()
    for plain, proper in _PROPER_IN_OFFICE.items():
        words = words.replace(plain, proper)
    return words[:1].upper() + words[1:]


def _signer(blocks: Sequence[Block], layout: Layout, facts: SiteFacts) -> tuple[str, str]:
    """(name, office); "" for what neither the text nor the site says."""
    signature = [blocks[i].text for i in layout.signature if blocks[i].text]
    names = [text for text in signature if is_person_name(text)]
    offices = [text for text in signature if is_sign_off_line(text)]
    plain = [text for text in offices if not re.match(r"(?:TM|TL|TUQ|KT|Q)\.", text)]
    deputed = [re.sub(r"^Q\.\s*", "QUYỀN ", text) for text in offices if text.startswith("Q.")]
    office = (plain or deputed or [""])[-1]
    name = names[-1] if names else facts.get("nguoi ky")
    return name, _office(office) if names or not name else ""


def read_metadata(blocks: Sequence[Block], layout: Layout, facts: SiteFacts) -> Metadata:
    """The metadata of a document.

    Raises RejectedFileError "not_a_plan" without a number, "no_date" without a date of issue.
    """
    end = layout.header_end or _HEADER_BLOCKS
    header = [block.text for block in blocks[:end] if block.text]
    number = _number(header, facts)
    issued = _issued(header, facts)
    title = _title(blocks, layout)
    province = _province(header, facts, title)
    doc_type = _doc_type(blocks, layout, facts, number)
    signer, signer_title = _signer(blocks, layout, facts)
    warnings = []
    if province is None:
        warnings.append("Không xác định được tỉnh, thành phố ban hành.")
    if not signer:
        warnings.append("Không tìm thấy người ký.")
    return Metadata(
        number,
        doc_type,
        title or f"{doc_type} số {number}",
        province.name if province else "",
        _issuer(header, facts, province),
        issued,
        _period(title, issued),
        signer,
        signer_title,
        tuple(warnings),
    )
