"""What law sites put around a document: told from it, read for its facts, then dropped.

Leaves out everything between the official header and the document's end.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.lines import Line, Part
from ingest.vietnamese import collapse, fold, is_all_caps

# The labels of a site's fact list, folded, and what each is called here.
FACT_LABELS = {
    "so hieu": "Số hiệu",
    "so ky hieu": "Số hiệu",
    "so/ky hieu": "Số hiệu",
    "so hieu van ban": "Số hiệu",
    "loai van ban": "Loại văn bản",
    "co quan ban hanh": "Cơ quan ban hành",
    "don vi ban hanh": "Cơ quan ban hành",
    "noi ban hanh": "Nơi ban hành",
    "nguoi ky": "Người ký",
    "ngay ban hanh": "Ngày ban hành",
    "ngay co hieu luc": "Ngày có hiệu lực",
    "ngay hieu luc": "Ngày hiệu lực",
    "ngay het hieu luc": "Ngày hết hiệu lực",
    "ngay cong bao": "Ngày công báo",
    "so cong bao": "Số công báo",
    "ngay dang": "Ngày đăng",
    "tinh trang hieu luc": "Tình trạng hiệu lực",
    "tinh trang": "Tình trạng",
    "linh vuc": "Lĩnh vực",
    "linh vuc, nganh": "Lĩnh vực",
    "trich yeu": "Trích yếu",
}
ANY_LABEL = "|".join(sorted(map(re.escape, FACT_LABELS), key=len, reverse=True))
# "Người ký Nguyễn Văn A", "• Số hiệu: 1/KH-UBND"
_FACT = re.compile(rf"[•·*\-\s]*({ANY_LABEL})\b\s*:?\s*")
_FOOTER_HEADING = re.compile(
    r"(?:hieu luc|thuoc tinh|thong tin|luoc do|noi dung) van ban|van ban (?:lien quan|goc)"
    r"|tai (?:van ban|ve)|ban (?:quyen|tieng anh)|he thong phap luat"
)
# The issuer's column may come whole before the motto's: "Số: 12/KH-UBND", "Số: /KH-UBND", and of
# the Party's offices "Số: 171-KH/TU".
_NUMBER_LINE = re.compile(r"S\w\s*[:.]?\s*\d{0,6}\s*(?:[-–]\s?\w{2,}\s*)?/.{1,30}", re.IGNORECASE)
# A footer names at least these many facts, and two that only a list of facts names together.
_MIN_FACTS = 3
_CORE_LABELS = {
    "so hieu",
    "loai van ban",
    "ngay ban hanh",
    "noi ban hanh",
    "co quan ban hanh",
    "nguoi ky",
}
# Of the state, of the Party
_MOTTO = re.compile(r"cong hoa xa\b|dang cong san viet nam")
# How a table shows among the lines: neither blank nor a fact of the site.
_TABLE = Line("|")
_HEADER_LINES = 80
_MAX_LABEL = 60


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the site says of the document, by folded label ("nguoi ky" → "Nguyễn Văn A")."""

    values: dict[str, str] = field(default_factory=dict)

    def get(self, *labels: str) -> str:
        """The value of the first label that is given, or ""."""
        return next((self.values[label] for label in labels if self.values.get(label)), "")


def _fact(text: str) -> tuple[str, str] | None:
    """The (label, value) of a line such as "Người ký Dương Văn A", or None."""
    start = text[:_MAX_LABEL]
    folded = fold(start)
    match = _FACT.match(folded)
    if match is None or len(folded) != len(start):
        return None
    return fold(FACT_LABELS[match.group(1)]), text[match.end() :].strip()


def _facts(lines: list[Line]) -> dict[str, str]:
    found: dict[str, str] = {}
    texts = [line.text for line in lines if line.text.strip()]
    for index, text in enumerate(texts):
        if fact := _fact(text):
            label, value = fact
            following = texts[index + 1] if index + 1 < len(texts) else ""
            if not value and following and not _fact(following):
                value = following
            found.setdefault(label, collapse(value))
    return found


def _motto(lines: list[Line]) -> int | None:
    for index, line in enumerate(lines[:_HEADER_LINES]):
        if is_all_caps(line.text) and _MOTTO.search(fold(line.text)):
            return index
    return None


def _header_start(lines: list[Line]) -> int:
    """Where the official header begins: the capitals that lead up to the national motto."""
    motto = _motto(lines)
    if motto is None:
        for index, line in enumerate(lines[:_HEADER_LINES]):
            if is_all_caps(line.text) and fold(line.text).startswith(
                ("uy ban nhan", "hoi dong nhan")
            ):
                return index
        return 0
    start = motto
    for index in range(motto - 1, -1, -1):
        text = lines[index].text.strip()
        if text and not (is_all_caps(text) or _NUMBER_LINE.fullmatch(text)):
            break
        if text and not _FOOTER_HEADING.fullmatch(fold(text[:_MAX_LABEL])):
            start = index
    return start


def _footer_start(lines: list[Line]) -> int:
    """Where the site's own footer begins; len(lines) when there is none."""
    facts = [i for i, line in enumerate(lines) if i > len(lines) // 2 and _fact(line.text)]
    run = [i for i in facts if facts and i >= facts[-1] - 3 * len(FACT_LABELS)]
    labels = {fact[0] for index in run if (fact := _fact(lines[index].text))}
    if len(labels) < _MIN_FACTS or len(labels & _CORE_LABELS) < 2:
        return _trailing_links(lines, len(lines))
    start = run[0]
    number = _fact_value(lines, run, "so hieu")
    for index in range(run[0] - 1, max(run[0] - 12, 0), -1):
        text = lines[index].text.strip()
        if _FOOTER_HEADING.match(fold(text[:_MAX_LABEL])) or (number and number in text):
            start = index
        elif text:
            break
    return start


def _fact_value(lines: list[Line], indexes: list[int], label: str) -> str:
    facts = (_fact(lines[index].text) for index in indexes)
    return next((value for name, value in filter(None, facts) if name == label), "")


def _trailing_links(lines: list[Line], end: int) -> int:
    """A footer of mere links ("Tải văn bản") at the very end."""
    while end and (
        not lines[end - 1].text.strip()
        or _FOOTER_HEADING.fullmatch(fold(lines[end - 1].text[:_MAX_LABEL]))
    ):
        end -= 1
    return end


def strip_site(parts: Sequence[Part]) -> tuple[list[Part], SiteFacts]:
    """The document's own parts, and the facts of the site's lists around it."""
    lines = [part if isinstance(part, Line) else _TABLE for part in parts]
    start, end = _header_start(lines), _footer_start(lines)
    if end <= start:
        return list(parts), SiteFacts()
    # The list at the foot is often a generic form ("Văn bản khác"): the one on top wins.
    facts = SiteFacts(_facts(lines[end:]) | _facts(lines[:start]))
    around = [*lines[:start], *lines[end:]]
    return [*_only_signature(around, lines[start:end], facts), *parts[start:end]], facts


def _only_signature(around: list[Line], own: list[Line], facts: SiteFacts) -> list[Line]:
    """The site's line that names the signer, when the document's own lines do not.

    It is then the only place an answer about the signer can cite (a text cut before its end).
    """
    signer = facts.get("nguoi ky")
    if not signer or any(signer in line.text for line in own):
        return []
    stating = [line for line in around if signer in line.text and _fact(line.text)]
    return [stating[0], Line("")] if stating else []
