"""Offices and units written in capitals, as running text writes them."""

import re

_KINDS = frozenset(
    [
        "sở",
        "ban",
        "phòng",
        "cục",
        "đài",
        "văn",
        "chi",
        "trung",
        "công",
        "ủy",
        "hội",
        "kho",
        "bảo",
        "thanh",
        "bộ",
        "vụ",
        "viện",
        "trường",
    ]
)
_TWO_WORDS = re.compile(
    r"(?:chi cục|trung tâm|văn phòng|công an|kho bạc|bảo hiểm|thanh tra|ủy ban|hội đồng)\b"
)
_OFFICES = re.compile(
    r"(?:phó |quyền |tổng )*(?:chủ tịch|giám đốc|chánh văn phòng|chánh thanh tra|cục trưởng"
    r"|chi cục trưởng|vụ trưởng|bộ trưởng|thứ trưởng|trưởng ban|trưởng phòng|bí thư|thủ trưởng)"
)
_PROPER = {
    "chủ tịch": "Chủ tịch",
    "giám đốc": "Giám đốc",
    "chánh văn phòng": "Chánh Văn phòng",
    "cục trưởng": "Cục trưởng",
    "bộ trưởng": "Bộ trưởng",
    "thường trực": "Thường trực",
}


def unit_name(capitals: str) -> str:
    """A unit's name: "SỞ KHOA HỌC VÀ CÔNG NGHỆ" → "Sở Khoa học và Công nghệ"."""
    lower = capitals.lower()
    kind = _TWO_WORDS.match(lower)
    words = lower.split()
    named = len(kind.group().split()) if kind else int(words[:1] != [] and words[0] in _KINDS)
    # "Sở Văn hóa, Thể thao và Du lịch", but "Cục Hộ tịch, quốc tịch, chứng thực"
    parting = ("và", "-", "–") if words[:1] == ["cục"] else ("và", "-", "–", ",")
    proper = [
        word.capitalize() if i in (0, named) or words[i - 1].endswith(parting) else word
        for i, word in enumerate(words)
    ]
    return " ".join(proper)


def office_name(capitals: str) -> str:
    """An office with its unit: "PHÓ GIÁM ĐỐC SỞ NỘI VỤ" → "Phó Giám đốc Sở Nội vụ"."""
    words = re.sub(r"^P\.\s*", "phó ", capitals, flags=re.IGNORECASE).lower()
    match = _OFFICES.match(words)
    rest = words[match.end() :].strip() if match else ""
    head = words[: match.end()] if match else words
    if rest and rest.split()[0] in _KINDS:
        rest = unit_name(rest)
    whole = f"{head} {rest}".strip()
    for plain, proper in _PROPER.items():
        whole = whole.replace(plain, proper)
    return whole[:1].upper() + whole[1:]
