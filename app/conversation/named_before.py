"""Words that point at a name an earlier answer cited: "dự án đó", "cơ quan đó", "huyện ấy".

The name takes the place of the words in the question, where the reader sees it.
"""

import re
from collections.abc import Sequence

from app.conversation.earlier import Earlier
from app.conversation.members import with_member
from app.understanding.mentions import asked_provinces, references
from app.understanding.own_words import own_topic_of, specific_words
from app.understanding.placing import joined_names, sentence
from app.understanding.subject import subject_of
from app.words import wording
from app.words.entities import DEPARTMENT, office
from app.words.wording import any_of
from app.words.years import PERIOD, periods
from ingest.plan import Plan

SIGNER = "người ký kế hoạch"
_OFFICES = any_of(
    r"(?P<n>hai|ba|cac|nhung) (?:co quan|don vi|so|ban|nganh) (?:do|ay|nay|kia|tren|vua neu)"
)
_POST = any_of(r"(?:chuc vu|cuong vi|chuc danh)")
_OFFICE = any_of(r"(?:co quan|don vi|so|ban|to chuc) (?:do|ay|nay|kia|vua neu)")
_DOCUMENT = any_of(
    r"(?:quyet dinh|nghi dinh|nghi quyet|thong tu|chi thi|cong van|van ban|luat) (?:do|ay|nay|kia|vua neu)"
)
_THING = any_of(
    r"(?P<thing>du an|nhiem vu|he thong|nen tang|phan mem|hang muc|co so du lieu|trung tam|chuong trinh|mo hinh|ung dung|"
    r"chi tieu|truong|benh vien|doanh nghiep|cong ty|linh vuc|nhom) (?:do|ay|nay|kia|vua neu)"
)
_UNITS = r"(?:huyen|xa|phuong|thi xa|thi tran|thanh pho|quan|don vi|dia phuong|noi|cho)"
_UNIT = any_of(rf"{_UNITS} (?:do|ay|nay|kia|vua neu)", r"(?:o|tai) (?:do|day|ay)")
_ASKS_UNIT = any_of(rf"{_UNITS}(?: \w+){{0,6}} nao")
_FIRST_UNIT = re.compile(
    r"^(?:huyện|xã|phường|thị xã|đơn vị|địa phương|nơi)(?: có)? ", re.IGNORECASE
)
_IS_UNIT = any_of(r"^(?:huyen|xa|phuong|thi xa|thi tran|thanh pho|quan|ubnd) \w+")
_WHICH_WORK = any_of(
    r"(?P<thing>du an|nhiem vu|he thong|nen tang|phan mem|hang muc|co so du lieu|chuong trinh|mo hinh|ung dung)(?: \w+)? (?:nao|gi)"
)
_PERSON = any_of(r"(?:ong|ba|nguoi|vi|dong chi) (?:do|ay|nay)")
_SIGNED_WHEN = any_of(
    r"ky (?:\w+ ){0,3}?(?:hom|ngay|khi|luc|nam|thang) (?:nao|may)", r"ky (?:\w+ ){0,3}?bao gio"
)
_NUMBER = re.compile(r"\d+[\w/]*/[A-ZĐ]")
_SIGNS = any_of(
    r"ai ky", r"nguoi ky", r"(?:ai|nguoi nao) (?:da )?(?:ky|ban hanh|phe duyet)", r"do ai ky", r"ky"
)


def with_names(
    body: str, before: Earlier, earlier: Sequence[Earlier], plans: Sequence[Plan]
) -> str:
    """`body` with what it points at named, as far as the earlier question or its answer names it."""
    folded = wording.folded(body)
    if (named := with_member(body, earlier)) != body:
        return named
    if (match := _UNIT.search(folded)) and _is_unit_asked(before):
        unit = f"{before.lead[:1].lower()}{before.lead[1:]}"
        return _same_of_unit(body, match, unit, before, plans) or _put(body, match, unit)
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
        # When somebody signed is asked of the plan, not of the person.
        return _put(body, match, "" if _SIGNED_WHEN.search(folded) else SIGNER).strip()
    if _POST.match(folded) and _SIGNS.search(wording.folded(before.question)):
        return f"{SIGNER} giữ {body[:1].lower()}{body[1:]}"
    return body


def _is_unit_asked(before: Earlier) -> bool:
    """Whether the earlier question asked which district or commune, and its answer named one."""
    asked = _ASKS_UNIT.search(wording.folded(before.question))
    return asked is not None and _IS_UNIT.search(wording.folded(before.lead)) is not None


def _same_of_unit(
    body: str, match: re.Match[str], unit: str, before: Earlier, plans: Sequence[Plan]
) -> str:
    """What the earlier question compared units by, asked of one and another year; "" for another matter."""
    rest = body[: match.start()] + body[match.end() :]
    years = periods(rest)
    if not years or specific_words(own_topic_of(rest, plans)):
        return ""
    subject = subject_of(before.question, plans)
    matter = _FIRST_UNIT.sub("", wording.without(wording.SUPERLATIVE, subject)).strip(" ,")
    places = asked_provinces(before.question, plans)
    where = f" ở {joined_names(places)}" if places else ""
    asked = f"{PERIOD.sub('', matter).strip()} năm {years[0]} của {unit}{where} là bao nhiêu?"
    return sentence(asked) if len(matter.split()) > 1 else ""


def named_question(before: Earlier, plans: Sequence[Plan]) -> str:
    """The earlier question; one that asked for a work is put as the one work its answer named.

    "Ban Dân tộc làm dự án gì?", answered with one, becomes "dự án Từ điển … của An Giang".
    """
    asked = _WHICH_WORK.search(wording.folded(before.question))
    if asked is None or not before.lead or before.members or DEPARTMENT.fullmatch(before.lead):
        return before.question
    said = before.question[asked.start("thing") : asked.end("thing")].lower()
    own = wording.folded(before.lead).startswith(asked["thing"])
    name = before.lead if own else f"{said} {before.lead}"
    places = asked_provinces(before.question, plans) or before.provinces[:1]
    return f"{name} của {joined_names(places)}" if places else name


def _offices_of(earlier: Sequence[Earlier], count: int) -> list[str]:
    """The last `count` offices that were asked about (all, for 0), in the order of asking."""
    found = dict.fromkeys(
        match.group() for e in earlier for match in DEPARTMENT.finditer(e.question)
    )
    return list(found)[-count:] if len(found) >= max(count, 2) else []


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
