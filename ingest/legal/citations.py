"""Where a text cites a document: the number or the law's name, and the kind before it.

A citation is found by its number ("749/QĐ-TTg") or, for a law, by its name. It never crosses a
newline; every look around a number is bounded. What follows is the work of legal_tails.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from ingest.legal.names import DOC_WORDS, ISSUER_OF_CODE, LAWS, TYPE_OF_CODE
from ingest.vietnamese import UPPER, canonical_tone, collapse, nfc

# The serial and the year of a number.
_CODE_AT = re.compile(r"^[\d.]+[a-zA-Z]?[/-](?:\d{4}/)?")
_DASH = "[-‐‑–—−]"
_S = r"[^\S\n]?"
_PART = r"(?:TTg|TTr|CTr|CTrHĐ|Ttg|[A-ZĐƯ]{1,10}\d{0,2})"
# "749/QĐ-TTg", "47/2020/NĐ-CP", "749 / QĐ - TTg", "52-NQ/TW", "2606/BTTTT-THH&ATTT", "67/2006/QH11"
_NUMBER = re.compile(
    rf"(?P<serial>\d(?<![\w/.,]\d)\d{{0,4}}(?:\.\d{{1,2}}|[a-zA-Z])?){_S}(?:/{_S}(?P<year>(?:19|20)\d\d){_S})?"
    rf"(?P<separator>/|{_DASH}){_S}"
    rf"(?P<code>{_PART}(?:{_S}(?:/|{_DASH}){_S}{_PART}(?:(?:/|\.|{_DASH}|{_S}&{_S}){_PART}){{0,3}})?)"
    r"(?!\w)"
)
_DOC_WORDS = "|".join(DOC_WORDS).replace(" ", r"[^\S\n]+")
_WORDS = re.compile(
    rf"(?<!\w)(?:{_DOC_WORDS}|QĐ|NĐ|NQ|TTLT|TT|CT|KH|CV|VB|BC|TTr|CTr|TB|KL)(?!\w)",
    re.IGNORECASE,
)
# What may stand between the word and the number: "số", "của Bộ Tài chính số", "(số", ": số"
_LINK = re.compile(
    r"[^\S\n]*(?:của[^\S\n]+(?P<issuer>[^.;,:()\n\d]{3,60}?))?[^\S\n]*[:(]?[^\S\n]*"
    r"(?:mang[^\S\n]+)?(?:số(?:[^\S\n]*hiệu)?[^\S\n]*[:.]?)?[^\S\n]*",
    re.IGNORECASE,
)
_BARE_LINK = re.compile(r"(?<!\w)số[^\S\n]*:?[^\S\n]*$", re.IGNORECASE)
# "số 1/SYT-VP và 2/SYT-VP"
_AND = re.compile(r"[^\S\n]*(?:,|;|và|,[^\S\n]*và)[^\S\n]*")
# "Luật Công nghệ thông tin số 67/2006/QH11", "Luật Công nghệ thông tin năm 2006 (số 67/2006/QH11)"
_LAW_LINK = re.compile(
    r"(?:[^\S\n]*năm[^\S\n]+\d{4})?[^\S\n]*,?[^\S\n]*\(?[^\S\n]*(?:Luật[^\S\n]+)?số[^\S\n]*:?[^\S\n]*"
)
_LAW = re.compile(
    rf"(?<!\w)(?<!háp )(?<!ỷ )(?P<kind>Bộ[^\S\n]+luật|Luật|Pháp[^\S\n]+lệnh)[^\S\n]+"
    rf"(?=[{UPPER}]|sửa[^\S\n]+đổi|\w+[^\S\n]+\w)",
    re.IGNORECASE,
)
_AMENDING = re.compile(
    rf"sửa[^\S\n]+đổi[^\n;.()]{{1,80}}?[Ll]uật[^\S\n]+[{UPPER}][^\n;.()]{{1,120}}?(?=[^\S\n]+(?:trình|theo|quy[^\S\n]+định|và[^\S\n]+(?:các|quy|được)|Bộ|[Tt]háng|ngày|số[^\S\n]+\d|năm|được|đã|để)(?!\w)|[\n;.(]|$)",
    re.IGNORECASE,
)
_KNOWN_LAWS = re.compile(
    rf"(?:{'|'.join(canonical_tone(name) for name in sorted(LAWS, key=len, reverse=True))})(?!\w)"
)
# Ends the name of a law that is in no list. "và" goes on with a small letter ("Bảo vệ và phát
# triển rừng"), a comma only after two syllables ("Phòng, chống rửa tiền").
_NAME_END = re.compile(
    rf"[^\S\n]+(?:ngày|số|năm|được|đã|để|theo|trong|tại|do|là|sẽ|nhằm|với|của|có|khi|cho|quy định"
    rf"|hiện hành|mới|này|[Tt]háng|Bộ|Chính phủ|Quốc hội|Luật|Nghị|Quyết định|Thông tư|\d\S*|và[^\S\n]+(?:các|những|[{UPPER}]))(?!\w)"
    rf"|,(?=[^\S\n]*(?:[{UPPER}]|các|được|$))|[;.:()\n“”\"]|$"
)
_NO_NAME = re.compile(rf"(?:Tháng|Chính phủ|Quốc hội|Sửa|Việt Nam|{'|'.join(DOC_WORDS)})(?!\w)")
_DRAFT = re.compile(
    r"(?:dự[^\S\n]+(?:thảo|án)|xây[^\S\n]+dựng|soạn[^\S\n]+thảo)[^\S\n]+(?:các[^\S\n]+)?$", re.I
)
_BEFORE = 96
_LAW_NAME = 90
_GAP = 40
# No plan cites as much; a hostile file of nothing but numbers would take many seconds.
_MAX_EACH = 20_000


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation's core: `[start, end)` from the kind word to the end of number or name."""

    start: int
    end: int
    doc_type: str
    number: str
    title: str = ""
    issuer: str = ""
    number_at: int = 0


def _tidy(match: re.Match[str]) -> tuple[str, str]:
    """(number, code) as they are written: no spaces, hyphens, "TTg", "QĐ" and "NĐ" with bars."""
    code = re.sub(_DASH, "-", "".join(match["code"].split()))
    code = re.sub(r"T[Tt][Gg](?!\w)", "TTg", code)
    code = re.sub(r"^QD(?=-)", "QĐ", re.sub(r"^ND(?=-CP)", "NĐ", code))
    separator = "/" if match["separator"] == "/" else "-"
    year = f"/{match['year']}" if match["year"] else ""
    return f"{match['serial']}{year}{separator}{code}", code


def _parts(code: str) -> list[str]:
    return re.split(r"[-/.&]", code.upper())


def _type_of(code: str) -> str:
    """The kind that a code tells, or "" ("BTTTT-CNTT" tells only who wrote)."""
    first = _parts(code)[0]
    if re.fullmatch(r"QH\d+", first):
        return "Luật"
    if re.fullmatch(r"UBTVQH\d+", first):
        return "Nghị quyết"
    return TYPE_OF_CODE.get(first, "")


def _agency(part: str) -> str:
    if part.startswith("UBTVQH"):
        return "Ủy ban Thường vụ Quốc hội"
    return "Quốc hội" if re.fullmatch(r"QH\d+", part) else ISSUER_OF_CODE.get(part, "")


def issuer_of(number: str) -> str:
    """The agencies that a document's number names ("749/QĐ-TTg"), or ""."""
    parts = _parts(_CODE_AT.sub("", number))
    if parts[0] not in TYPE_OF_CODE:
        return _agency(parts[0])
    return " và ".join(dict.fromkeys(filter(None, map(_agency, parts[1:]))))


def _as_kind(word: str) -> str:
    """The kind as it is written in running text: "QUYẾT ĐỊNH" and "QĐ" → "Quyết định"."""
    plain = collapse(nfc(word))
    if plain.upper() in TYPE_OF_CODE:
        return TYPE_OF_CODE[plain.upper()]
    return "Văn bản" if plain.upper() == "VB" else plain[:1].upper() + plain[1:].lower()


def _head(text: str, begin: int, at: int) -> tuple[int, str, str]:
    """(start, kind, issuer) told by what stands in `[begin, at)` before a number."""
    window = text[begin:at]
    for word in reversed(list(_WORDS.finditer(window))):
        link = _LINK.fullmatch(window, word.end())
        if link and (not word.group().isupper() or len(word.group()) > 4 or not link["issuer"]):
            return begin + word.start(), _as_kind(word.group()), collapse(link["issuer"] or "")
    bare = _BARE_LINK.search(window)
    return (begin + bare.start(), "", "") if bare else (at, "", "")


def _is_number(match: re.Match[str], code: str, announced: bool) -> bool:
    """Whether digits and capitals are a document's number and not "3/4-THPT" or "24/CSDL"."""
    parts = _parts(code)
    if match["separator"] != "/" and "/" not in code:
        return False
    known = parts[0] in TYPE_OF_CODE or parts[0] in ISSUER_OF_CODE or bool(_type_of(code))
    if len(parts) == 1:
        return announced or bool(re.fullmatch(r"(?:QH|UBTVQH)\d+", parts[0]))
    return known or announced


def _numbers(text: str) -> Iterator[Citation]:
    """The citations by number, in text order."""
    floor, kind = 0, ""
    for match in _NUMBER.finditer(text):
        at = match.start()
        begin = max(floor, at - _BEFORE, text.rfind("\n", max(0, at - _BEFORE), at) + 1)
        if begin > floor:
            kind = ""
        number, code = _tidy(match)
        start, word, issuer = _head(text, begin, at)
        listed = 0 < floor >= begin and _AND.fullmatch(text, floor, start)
        if not _is_number(match, code, announced=start < at or bool(listed)):
            continue
        told = _type_of(code)
        kind = word if word not in {"", "Văn bản"} else told or word or kind or "Công văn"
        yield Citation(start, match.end(), kind, number, issuer=issuer, number_at=at)
        floor = match.end()


def _name_length(window: str) -> int:
    """How many characters the name of a law in no list takes; 0 when none stands there."""
    if _NO_NAME.match(window):
        return 0
    stop = _NAME_END.search(window)
    end = stop.start() if stop else 0
    comma = window.find(",", 0, end)
    if comma > 0 and window[:comma].count(" ") > 1:
        end = comma
    return end if end < _LAW_NAME - 20 else 0


def _law_names(text: str) -> Iterator[Citation]:
    """The laws cited by name, in text order; drafts are left out."""
    floor = 0
    for match in _LAW.finditer(text):
        at = match.end()
        if match.start() < floor or _DRAFT.search(text[max(0, match.start() - 24) : match.start()]):
            continue
        window = text[at : at + _LAW_NAME + 110]
        lowered = canonical_tone(window[:_LAW_NAME]) if window == nfc(window) else ""
        name = _AMENDING.match(window) or _KNOWN_LAWS.match(lowered)
        end = name.end() if name else 0
        if not name and window[0].isupper() and match["kind"][0].isupper():
            end = _name_length(window[:_LAW_NAME])
        if end and (name or end > 3):
            floor = at + end
            title = collapse(window[:end])
            title = title if _AMENDING.match(title) else title[:1].upper() + title[1:]
            yield Citation(match.start(), floor, _as_kind(match["kind"]), "", title)


def citations(text: str) -> list[Citation]:
    """Citations by number and by name in text order; a law's name takes in its number.

    Of each sort the first 20,000.
    """
    found: list[Citation] = []
    by_number, by_name = islice(_numbers(text), _MAX_EACH), islice(_law_names(text), _MAX_EACH)
    for mention in sorted((*by_number, *by_name), key=lambda m: (m.start, -m.end)):
        last = found[-1] if found else None
        joins = last and not last.number and 0 <= mention.number_at - last.end <= _GAP
        if last and joins and _LAW_LINK.fullmatch(text, last.end, mention.number_at):
            found[-1] = replace(last, end=mention.end, number=mention.number)
            continue
        if last and mention.start < last.end:
            if last.number or not mention.number:
                continue
            found.pop()
        found.append(mention)
    return found
