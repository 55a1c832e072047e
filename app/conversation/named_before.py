"""Words that point at a name an earlier answer cited: "dự án thứ hai", "cơ quan đó".

The name takes the place of the words in the question, where the reader sees it.
"""

import re
from collections.abc import Sequence

from app.conversation.earlier import Earlier
from app.understanding.mentions import references
from app.understanding.placing import joined_names
from app.words import wording
from app.words.entities import DEPARTMENT, office
from app.words.wording import any_of
from ingest.plan import Plan

SIGNER = "người ký kế hoạch"
_NTH = re.compile(
    r"(?<!\w)(?P<noun>du an|muc tieu|nhiem vu|chi tieu|he thong|noi dung|muc|y|dau dong|gach dau dong|don vi|co quan|giai phap|nen tang|co so du lieu|hang muc|viec|cai|dong)"
    r" (?:(?:thu|so) (?P<nth>nhat|mot|hai|nhi|ba|tu|bon|nam|sau|\d{1,2})|(?P<first>dau tien|dau)|(?P<last>cuoi cung|sau cung|cuoi))(?!\w)", wording.FLAGS
)  # fmt: skip
_NUMBERS = {"nhat": 1, "mot": 1, "hai": 2, "nhi": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6}
_OFFICES = any_of(
    r"(?P<n>hai|ba|cac|nhung) (?:co quan|don vi|so|ban|nganh) (?:do|ay|nay|kia|tren|vua neu)"
)
_POST = any_of(r"(?:chuc vu|cuong vi|chuc danh)")
_OFFICE = any_of(r"(?:co quan|don vi|so|ban|to chuc) (?:do|ay|nay|kia|vua neu)")
_DOCUMENT = any_of(
    r"(?:quyet dinh|nghi dinh|nghi quyet|thong tu|chi thi|cong van|van ban|luat) (?:do|ay|nay|kia|vua neu)"
)
_THING = any_of(
    r"(?P<thing>du an|nhiem vu|he thong|nen tang|phan mem|hang muc|co so du lieu|trung tam) (?:do|ay|nay|kia|vua neu)"
)
_PERSON = any_of(r"(?:ong|ba|nguoi|vi|dong chi) (?:do|ay|nay)")
_NUMBER = re.compile(r"\d+[\w/]*/[A-ZĐ]")
_SIGNS = any_of(
    r"ai ky", r"nguoi ky", r"(?:ai|nguoi nao) (?:da )?(?:ky|ban hanh|phe duyet)", r"do ai ky", r"ky"
)


def with_names(
    body: str, before: Earlier, earlier: Sequence[Earlier], plans: Sequence[Plan]
) -> str:
    """`body` with what it points at named, as far as the earlier question or its answer names it."""
    folded = wording.folded(body)
    if (match := _NTH.search(folded)) and (name := _member(match, before)):
        return _put(body, match, name)
    if match := _OFFICES.search(folded):
        names = _offices_of(earlier, {"hai": 2, "ba": 3}.get(match["n"], 0))
        return _put(body, match, joined_names(names)) if names else body
    if match := _OFFICE.search(folded):
        name = _office_of(before)
        return _put(body, match, name) if name else body
    if (match := _DOCUMENT.search(folded)) and (number := _document_of(before, plans)):
        noun = match.group().rsplit(" ", 1)[0]
        own = wording.folded(number).startswith(noun)
        said = body[match.start() : match.start() + len(noun)]
        return _put(body, match, number if own else f"{said} {number}")
    if (match := _THING.search(folded)) and before.lead and _asks_which(match["thing"], before):
        said = body[match.start() : match.start() + len(match["thing"])]
        own = wording.folded(before.lead).startswith(match["thing"])
        return _put(body, match, before.lead if own else f"{said} {before.lead}")
    if (match := _PERSON.search(folded)) and _SIGNS.search(wording.folded(before.question)):
        return _put(body, match, SIGNER)
    if _POST.match(folded) and _SIGNS.search(wording.folded(before.question)):
        return f"{SIGNER} giữ {body[:1].lower()}{body[1:]}"
    return body


def _offices_of(earlier: Sequence[Earlier], count: int) -> list[str]:
    """The last `count` offices that were asked about (all, for 0), in the order of asking."""
    found = dict.fromkeys(
        match.group() for e in earlier for match in DEPARTMENT.finditer(e.question)
    )
    return list(found)[-count:] if len(found) >= max(count, 2) else []


def _member(match: re.Match[str], before: Earlier) -> str:
    members = before.members
    if not members:
        return ""
    if match["first"]:
        return members[0]
    if match["last"]:
        return members[-1]
    number = int(match["nth"]) if match["nth"].isdigit() else _NUMBERS[match["nth"]]
    return members[number - 1] if 0 < number <= len(members) else ""


def _office_of(before: Earlier) -> str:
    """The office the earlier question names, or the one its answer led with."""
    named = DEPARTMENT.search(before.question)
    return named.group() if named else office("", before.lead)


def _document_of(before: Earlier, plans: Sequence[Plan]) -> str:
    """The document other than a plan that the earlier question names, or its answer led with."""
    named = references(before.question, plans)
    return named[0] if named else before.lead if _NUMBER.search(before.lead) else ""


def _asks_which(thing: str, before: Earlier) -> bool:
    folded = wording.folded(before.question)
    return re.search(rf"(?<!\w){thing} [\w\s]{{0,40}}?nao(?!\w)", folded) is not None


def _put(body: str, match: re.Match[str], name: str) -> str:
    return f"{body[: match.start()]}{name}{body[match.end() :]}"
