"""Who issued a document, under what number and on what day: read from its letterhead.

The lines above the title, in any order: the issuer's column and the motto's column may stand
one after the other or be mixed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ingest.metadata.offices import unit_name
from ingest.places.districts import province_of_district
from ingest.places.provinces import Province, find_provinces
from ingest.vietnamese import collapse, fold, is_all_caps

_CODE = r"[A-ZĐƯÙÚÝ]{2,}[A-ZĐƯ0-9]*(?:\s?[-–&]\s?[A-ZĐƯ0-9]+)*"
# The codes that offices share, by their folded form: "ƯBND" is a scan's, "QD" a typist's slip.
_CODES = {"ubnd": "UBND", "hdnd": "HĐND", "kh": "KH", "qd": "QĐ", "nq": "NQ", "ct": "CT"}
# "12/KH-UBND", "85/2016/NĐ-CP"; the Party's offices write "12-KH/TU".
NUMBER = re.compile(
    rf"(?P<serial>\d+[a-zA-Z]?)\s*(?:/\s*(?P<code>(?:\d{{4}}\s?/\s?)?{_CODE})"
    r"|[-–]\s*(?P<party>[A-ZĐ]{2,}\s?/\s?[A-ZĐ]{2,}))"
)
# "Số: 12/KH-UBND"; a scan may lose the mark of "ố".
_NUMBER_LINE = re.compile(rf"\bS[ốổỗộôoóòỏõọỐỔỖỘÔOÓ]\s*[:.;]?\s*{NUMBER.pattern}", re.IGNORECASE)
# "ngày 05 tháng 3 năm 2024", "ngày ..15.. tháng ...3... năm 2024"
_DATE = re.compile(
    r"ngày[\s.,…]{0,20}(\d{1,2})[\s.,…]{0,20}tháng[\s.,…]{0,20}(\d{1,2})[\s.,…]{0,20}năm\s*(\d{4})",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
# "Thời gian ký: 05.03.2024 10:20:11 +07:00"
_STAMP = re.compile(r"(?:thời gian ký|ngày ký|ký ngày)\D{0,5}" + _SLASHED.pattern, re.IGNORECASE)
_MAX_STAMP = 200
# "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND tỉnh …)"
_ATTACHED_TO = re.compile(
    rf"kèm theo\s+(?P<type>kế hoạch|quyết định|nghị quyết|công văn|chương trình|văn bản|tờ trình)"
    rf"\s+(?:số\s*:?\s*)?{NUMBER.pattern}",
    re.IGNORECASE,
)
# "Căn cứ Quyết định số …", "(Kèm theo Kế hoạch số …": another document's number and date.
_OF_ANOTHER = re.compile(r"^\W*(?:căn cứ|thực hiện|triển khai|theo)\b|kèm theo", re.IGNORECASE)
# The lines that name an organisation, folded.
_ORGANISATION = re.compile(
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|so|ban|bo|cuc|chi cuc|van phong|trung tam"
    r"|phong|dai|tinh uy|thanh uy|huyen uy|cong an|kho bac|bao hiem|tinh|thanh pho|tp|quan|huyen"
    r"|thi xa|xa|phuong|dac khu|thi tran|chinh phu|thu tuong|quoc hoi|dang|trung uong)\b"
)
# Organs of the whole country: the place in their date line is only where they sit. "BAN CHẤP
# HÀNH TRUNG ƯƠNG", "BỘ KHOA HỌC VÀ CÔNG NGHỆ", "CHÍNH PHỦ"
_CENTRAL = re.compile(
    r"(?:chinh phu|thu tuong|quoc hoi|bo|ban chap hanh trung uong|van phong chinh)\b"
)
_OFFICE_UNDER = re.compile(
    r"(?:so|ban(?! nhan)|bo|cuc|chi cuc|van phong|trung tam|phong|dai|cong an|kho bac|bao hiem)\b"
)
_LOCAL = re.compile(
    r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd)?\s*"
    r"(?P<kind>quận|huyện|thị xã|thành phố|tp\.?|xã|phường|đặc khu|thị trấn)\s+(?P<name>.+)",
    re.IGNORECASE,
)
# "UBND tỉnh Cao Bằng", "Hội đồng nhân dân thành phố Cần Thơ"
_SUPERIOR = re.compile(
    r"(?:nhân dân|UBND|HĐND|[Tt]ỉnh ủy)\s+((?:tỉnh|thành phố|TP\.?)\s+(?:[^\W\d_]+[ -]?){1,4})"
)
# "TỈNH ỦY", "HUYỆN ỦY THOẠI SƠN"
_PARTY = re.compile(
    r"(?P<kind>tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ)(?:\s+(?P<name>\D+))?", re.IGNORECASE
)
_MOTTO = re.compile(r"cong h.a xa h|doc lap\b|dang cong san viet nam")
# The motto on a line with the issuer: "HUYỆN HẢI LĂNG Độc lập - Tự do - Hạnh phúc"
_MOTTO_BESIDE = re.compile(
    r"cộng\s+(?:hòa|hoà)\s+xã\s+hội\s.{0,20}?việt\s+nam|độc\s+lập\s?[-–].{0,20}?hạnh\s+phúc",
    re.IGNORECASE,
)
# An office on a line with its superior: "UBND TỈNH CAO BẰNG SỞ Y TẾ"
_SUPERIOR_BESIDE = re.compile(
    r"(?<=\S)\s+(?=(?:SỞ|BAN\s(?!NHÂN)|CHI CỤC|VĂN PHÒNG|TRUNG TÂM|PHÒNG|ĐÀI|CÔNG AN)\s)"
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued the document, and the province that it belongs to, if known."""

    name: str
    province: Province | None


def tidy_number(match: re.Match[str]) -> str:
    """The number without the spaces and slips that a typist or a scan left in it."""
    if match["party"]:
        return f"{match['serial']}-{''.join(match['party'].split())}"
    code = "".join(match["code"].split()).replace("–", "-")
    parts = [_CODES.get(fold(part), part) for part in code.split("-")]
    return f"{match['serial']}/{'-'.join(parts)}"


def _own(lines: Sequence[str]) -> list[str]:
    """The lines that speak of the document itself, not of one it rests on or belongs to."""
    return [text for text in lines if not _OF_ANOTHER.search(text[:80])]


def find_number(lines: Sequence[str]) -> str:
    """The number of the "Số:" line, or ""."""
    for text in _own(lines):
        if match := _NUMBER_LINE.search(text):
            return tidy_number(match)
    return ""


def attached_to(lines: Sequence[str]) -> tuple[str, date | None, str]:
    """(number, date, the rest of the line) of the document that an annex says it belongs to."""
    for text in lines:
        if match := _ATTACHED_TO.search(text):
            rest = text[match.end() :]
            return tidy_number(match), as_date(rest), rest
    return "", None, ""


def as_date(text: str) -> date | None:
    """The first date in the text ("ngày 5 tháng 3 năm 2024", "05/03/2024"), or None."""
    for pattern in (_DATE, _SLASHED):
        for day, month, year in pattern.findall(text):
            try:
                return date(int(year), int(month), int(day))
            except ValueError:
                continue
    return None


def find_date(lines: Sequence[str]) -> date | None:
    """The date of the "…, ngày … tháng … năm …" line, which may be wrapped, or None."""
    own = _own(lines)
    wrapped = (f"{text} {following}" for text, following in pairwise(own))
    for text in (*own, *wrapped):
        if _DATE.search(text) and (found := as_date(text)):
            return found
    return None


def is_signing_time(text: str) -> bool:
    """Whether the line says when a digital signature was made."""
    return len(text) < _MAX_STAMP and bool(_STAMP.search(text))


def signed_on(lines: Sequence[str]) -> date | None:
    """The date of the first line that says when the document was signed, or None."""
    stamps = (match.group() for text in lines if (match := _STAMP.search(text)))
    return next((found for found in map(as_date, stamps) if found), None)


def _organisation_lines(lines: Sequence[str]) -> list[str]:
    """The capitals of the issuer's column, from the top down."""
    found: list[str] = []
    for line in lines:
        text = collapse(_MOTTO_BESIDE.sub(" ", line))
        folded = fold(text)
        if found and _NUMBER_LINE.search(text):
            break
        if _MOTTO.match(folded) or not is_all_caps(text):
            continue
        if _ORGANISATION.match(folded) or (found and not NUMBER.search(text)):
            committee = folded.startswith(("ubnd", "uy ban nhan dan"))
            found.extend(_SUPERIOR_BESIDE.split(text, 1) if committee else [text])
    return found


def find_issuer(lines: Sequence[str], number: str) -> Issuer:
    """The issuer that the letterhead names; its name is "" when it names none."""
    organisations = _organisation_lines(lines)
    own = " ".join(organisations)
    if organisations and _CENTRAL.match(fold(organisations[0])):
        return Issuer(unit_name(" ".join(organisations)), None)
    province = find_place(organisations) or find_place([t for t in lines if _DATE.search(t)])
    party = next((m for t in organisations if (m := _PARTY.fullmatch(t))), None)
    if party and (place := party["name"] or (province and province.name)):
        return Issuer(f"{party['kind'].capitalize()} ủy {place.title()}", province)
    council = "HĐND" if number.endswith("HĐND") or fold(own).startswith("hoi dong") else "UBND"
    under = next((i for i, t in enumerate(organisations) if _OFFICE_UNDER.match(fold(t))), None)
    if under is not None and not number.endswith(("-UBND", "-HĐND")):
        return Issuer(_of_province(unit_name(" ".join(organisations[under:])), province), province)
    local = next((m for t in (*organisations, own) if (m := _LOCAL.search(t))), None)
    if local and not (province and _is_whole(local, province)):
        return Issuer(f"{council} {_local_name(local)}", province)
    if province and organisations:
        return Issuer(f"{council} {province.kind} {province.name}", province)
    return Issuer(own.capitalize(), province)


def find_place(texts: Sequence[str]) -> Province | None:
    """The first province that the texts name, outright or by one of its districts.

    A name whose marks a scan misread is known by its bare letters, when no other name is read.
    """
    for text in (*texts, *(fold(text).upper() for text in texts)):
        if found := find_provinces(text):
            return found[0][0]
    joined = " ".join(texts)
    if found := find_provinces(joined):  # "UBND TỈNH CAO" / "BẰNG"
        return found[0][0]
    return province_of_district(joined) if joined else None


def find_superior(texts: Sequence[str]) -> Province | None:
    """The province whose committee the texts name ("Ủy ban nhân dân tỉnh Cao Bằng"), or None.

    A commune's letterhead names no province; its legal bases and recipients do.
    """
    named = (match[1] for text in texts for match in _SUPERIOR.finditer(text))
    return next((found[0][0] for place in named if (found := find_provinces(place))), None)


def _is_whole(local: re.Match[str], province: Province) -> bool:
    """Whether the unit is the province itself: a city that is one, not a city of the same name."""
    kind = local["kind"].lower().rstrip(".").replace("tp", "thành phố")
    return kind == province.kind and fold(province.name) in fold(local["name"])


def _local_name(match: re.Match[str]) -> str:
    """The unit in running text: "HUYỆN CHÂU THÀNH" → "huyện Châu Thành"."""
    kind = match["kind"].lower().rstrip(".")
    return f"{'thành phố' if kind == 'tp' else kind} {match['name'].title()}"


def _of_province(unit: str, province: Province | None) -> str:
    """The unit with its province, unless the name holds it ("… tỉnh An Giang")."""
    if province is None or fold(province.name) in fold(unit):
        return unit
    return f"{unit} {province.kind} {province.name}"
