"""Number, date, issuer, province, period and signer of a document, and where each was read.

The letterhead and the sign-off decide; then what an annex says of the document it belongs to,
then the facts of a law site. What a person wrote beside the file overrides all of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.cleaning.site import SiteFacts
from ingest.errors import RejectedFileError
from ingest.lines import Block
from ingest.metadata.letterhead import (
    NUMBER,
    as_date,
    attached_to,
    find_date,
    find_issuer,
    find_number,
    find_place,
    find_superior,
    signed_on,
    tidy_number,
)
from ingest.metadata.origins import ABSENT, Found, confidence, first, given
from ingest.metadata.period import find_period
from ingest.metadata.regions import Texts, find_texts
from ingest.metadata.sidecar import Overrides
from ingest.metadata.signer import find_signer
from ingest.metadata.surnames import with_surname
from ingest.places.provinces import Province, province_by_name
from ingest.plan import Provenance
from ingest.structure.layout import DOC_TYPES, Layout
from ingest.vietnamese import fold

_TYPE_OF_CODE = {
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "ĐA": "Đề án",
    "CTR": "Chương trình",
    "BC": "Báo cáo",
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of a Plan that name and date the document, and where each was read."""

    number: str
    doc_type: str
    title: str
    province: str
    issuer: str
    issued: date
    period: tuple[int, int]
    signer: str
    signer_title: str
    issued_by: str
    warnings: tuple[str, ...]
    provenance: tuple[Provenance, ...]


def _number(texts: Texts) -> Found[str]:
    site = NUMBER.search(texts.facts.get("so hieu"))
    found = first(
        (find_number(texts.attachment), "letterhead"),
        (find_number(texts.letterhead) or find_number(texts.header), "letterhead"),
        (tidy_number(site) if site else "", "site"),
        (attached_to(texts.annexes)[0], "annex"),
    )
    if found is None:
        raise RejectedFileError(
            "not_a_plan",
            "Không tìm thấy số hiệu văn bản (ví dụ 12/KH-UBND) ở phần đầu. Hãy kiểm tra đây có phải"
            " là bản kế hoạch đã ban hành, đủ trang đầu, hoặc ghi số hiệu vào tệp .yml cùng tên,"
            " rồi nạp lại.",
        )
    return found


def _issued(texts: Texts) -> Found[date]:
    found = first(
        (find_date(texts.letterhead) or find_date(texts.header), "letterhead"),
        (as_date(texts.facts.get("ngay ban hanh")), "site"),
        (attached_to(texts.annexes)[1], "annex"),
        (signed_on(texts.stamps), "stamp"),
    )
    if found is None or found.value is None:
        raise RejectedFileError(
            "no_date",
            "Không đọc được ngày ban hành ở phần đầu văn bản. Hãy dùng bản ghi đủ ngày, tháng, năm"
            " ban hành, hoặc ghi ngày vào tệp .yml cùng tên, rồi nạp lại.",
        )
    return Found(found.value, found.origin)


def _doc_type(texts: Texts, layout: Layout, number: str) -> Found[str]:
    fact = texts.facts.get("loai van ban")
    named = next((name for name in DOC_TYPES if fold(name) == fold(fact)), "")
    codes = re.findall(r"[^\W\d_]+", number)
    of_code = _TYPE_OF_CODE.get(codes[0] if codes else "", "Văn bản")
    found = first((layout.doc_type, "title"), (named, "site"), (of_code, "number"))
    return found or Found("Văn bản", "absent")


def _province(texts: Texts, issuer: Province | None) -> Found[str]:
    if issuer:
        return Found(issuer.name, "letterhead")
    site = texts.facts.get("co quan ban hanh", "noi ban hanh")
    places = (
        (find_place([site]), "site"),
        (find_place([attached_to(texts.annexes)[2]]), "annex"),
        (find_place([texts.title]), "title"),
        (find_superior(texts.around), "body"),
    )
    found = first(*((place.name if place else "", origin) for place, origin in places))
    return found or ABSENT


def _issuer(named: str, province: str) -> Found[str]:
    if named:
        return Found(named, "letterhead")
    place = province_by_name(province) if province else None
    return Found(f"UBND {place.kind} {place.name}", "site") if place else ABSENT


def _period(title: str, issued: date) -> Found[tuple[int, int]]:
    """What the title names; the year of issue when it names no year."""
    planned = find_period(title, issued)
    return Found(planned, "title") if planned else Found((issued.year, issued.year), "issued")


def _signer(texts: Texts) -> tuple[Found[str], Found[str]]:
    """(name, office); an office without a name in the text is not given to the site's name."""
    name, office = find_signer(texts.signature)
    site = texts.facts.get("nguoi ky")
    found = first((name, "sign-off"), (site, "site")) or ABSENT
    if found.origin == "site":
        office = ""
    return found, Found(office, "sign-off") if office else ABSENT


def read_metadata(
    blocks: Sequence[Block],
    layout: Layout,
    facts: SiteFacts,
    overrides: Overrides,
    ocr_confidence: float = 1.0,
) -> Metadata:
    """The metadata of a document; `ocr_confidence` (0 to 1) lowers what was read by OCR.

    Raises RejectedFileError "not_a_plan" without a number, "no_date" without a date of issue.
    """
    texts = find_texts(blocks, layout, facts)
    number = given(overrides.number) or _number(texts)
    issued = given(overrides.issued) or _issued(texts)
    doc_type = given(overrides.doc_type) or _doc_type(texts, layout, number.value)
    named = find_issuer(texts.letterhead, number.value)
    province = given(overrides.province) or _province(texts, named.province)
    issuer = given(overrides.issuer) or _issuer(named.name, province.value)
    title = given(overrides.title) or first((texts.title, "title")) or ABSENT
    period = given(overrides.period) or _period(title.value, issued.value)
    signer, signer_title = _signer(texts)
    if ocr_confidence < 1 and signer.origin == "sign-off":
        signer = Found(with_surname(signer.value), signer.origin)
    signer = given(overrides.signer) or signer
    signer_title = given(overrides.signer_title) or signer_title
    origins = {
        "number": number.origin,
        "doc_type": doc_type.origin,
        "title": title.origin,
        "province": province.origin,
        "issuer": issuer.origin,
        "issued": issued.origin,
        "period": period.origin,
        "signer": signer.origin,
        "signer_title": signer_title.origin,
    }
    return Metadata(
        number=number.value,
        doc_type=doc_type.value,
        title=title.value or f"{doc_type.value} số {number.value}",
        province=province.value,
        issuer=issuer.value,
        issued=issued.value,
        period=period.value,
        signer=signer.value,
        signer_title=signer_title.value,
        issued_by=find_number(texts.letterhead) if layout.attached_at is not None else "",
        warnings=_warnings(province.value, signer.value),
        provenance=tuple(
            Provenance(field, origin, round(confidence(origin, ocr_confidence), 3))
            for field, origin in origins.items()
        ),
    )


def _warnings(province: str, signer: str) -> tuple[str, ...]:
    warnings = []
    if not province:
        warnings.append("Không xác định được tỉnh, thành phố ban hành.")
    if not signer:
        warnings.append("Không tìm thấy người ký.")
    return tuple(warnings)
