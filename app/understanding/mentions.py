"""What a message names: provinces, plans by their numbers, other documents."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache

from app.words import wording
from app.words.word_lists import nicknames
from index.terms.analyzer import has_diacritics
from ingest.places.districts import all_districts, districts_named
from ingest.places.provinces import Province, all_provinces, find_provinces
from ingest.plan import Plan

_REFERENCE = re.compile(
    r"(?<!\w)(\d{1,5}(?:/\d{4})?(?:/|-)[A-ZĐ]{2,6}(?:-[A-ZĐ]+)*[A-Za-zĐđ]*)", re.I
)
_DOC_WORDS = (
    r"quyet dinh|nghi dinh|nghi quyet|thong tu|chi thi|cong van|luat|qd|nd|nq|tt|ct|van ban"
)
_NAMED_REFERENCE = re.compile(rf"(?<!\w)(?:{_DOC_WORDS})\s+(?:so\s+)?(\d{{1,5}})(?![\d.,%]|\s*%)")
# "Kế hoạch 599 của …": a plan that a held plan speaks of, unless it is a year or a duration.
_NAMED_PLAN = re.compile(
    r"(?<!\w)(?:ke hoach|kh)\s+(?:so\s+)?((?!20\d\d)\d{2,5})(?![\w.,/%]\d|\w|\s*%|\s+(?:nam|tinh|ke hoach|tai lieu|van ban))"
)
_NUMBER = r"\d{1,5}(?!\w|[.,]\d|%|/(?!kh))"
# "kế hoạch 15", "hai kế hoạch 15 và 208", "KH 15, KH 208".
_PLAN_NUMBER = re.compile(
    rf"(?<!\w)(?:ke hoach|kh|ban|van ban|so)\s*(?:so\s*)?{_NUMBER}(?:(?:,| va| voi| hay| hoac)\s*{_NUMBER})*"
)


_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")


def clean(message: str) -> str:
    """The message in NFC; HTML tags, control characters and white space made single spaces."""
    text = _TAG.sub(" ", unicodedata.normalize("NFC", message))
    text = "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in text)
    return " ".join(text.split())


def asked_plans(text: str, plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The held plans that `text` names by number ("kế hoạch 15", "15/KH-UBND")."""
    named = {
        number
        for match in _PLAN_NUMBER.finditer(wording.folded(text))
        for number in re.findall(r"\d+", match.group())
    }
    return tuple(
        plan
        for plan in plans
        if _stands_in(plan.number, text) or plan.number.partition("/")[0] in named
    )


def places_within(text: str) -> list[str]:
    """The provinces meant by a district or a nickname in `text` ("huyện An Phú", "xứ Thanh").

    A district that several provinces have means none; so does a name with other marks.
    """
    names = [
        province
        for nickname, province in nicknames().items()
        if _stands_in(nickname if has_diacritics(text) else wording.folded(nickname), text)
    ]
    named = [(district.province, start) for district, start, _ in districts_named(text)]
    starts = Counter(start for _, start in named)
    names += [province for province, start in named if starts[start] == 1]
    names += [province for name, province in _single_districts().items() if name in text]
    return list(dict.fromkeys(names))


def district_spans(text: str) -> list[tuple[int, int]]:
    """Where `text` names districts, with their "huyện" where it stands, in order."""
    spans = {(start, end) for _, start, end in districts_named(text)}
    for name in _single_districts():
        start = text.find(name)
        if start >= 0 and not any(a <= start < b for a, b in spans):
            spans.add((start, start + len(name)))
    return sorted(spans)


@cache
def _single_districts() -> dict[str, str]:
    """Districts named without "huyện": names of two syllables and more that one province has."""
    owners: dict[str, set[str]] = {}
    names = {province.name for province in all_provinces()}
    for district in all_districts():
        owners.setdefault(district.name, set()).add(district.province)
    return {
        name: next(iter(provinces))
        for name, provinces in owners.items()
        if len(provinces) == 1 and " " in name and has_diacritics(name) and name not in names
    }


def _stands_in(name: str, text: str) -> bool:
    """Whether `name` stands in `text` as a whole ("5/KH-UBND" does not in "15/KH-UBND")."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def asked_provinces(text: str, plans: Sequence[Plan]) -> tuple[str, ...]:
    """The provinces that `text` names, by name or by a plan's number, in order, once each."""
    names = [province.name for province, _, _ in find_provinces(text)]
    held = {plan.province for plan in plans}
    # Beside another province a district stands for its own only if a plan of that is held.
    names += [name for name in places_within(text) if not names or name in held]
    names += [plan.province for plan in asked_plans(text, plans)]
    folded = wording.folded(text)
    names += [
        p.province for p in plans if p.signer and _stands_in(wording.folded(p.signer), folded)
    ]
    return tuple(dict.fromkeys(names))


def references(text: str, plans: Sequence[Plan] = ()) -> tuple[str, ...]:
    """The document numbers that `text` names, except those of the plans held."""
    own = {plan.number.casefold() for plan in plans}
    found = [match.group(1) for match in _REFERENCE.finditer(text)]
    heads = {number.partition("/")[0].partition("-")[0] for number in found}
    heads |= {plan.number.partition("/")[0] for plan in asked_plans(text, plans)}
    folded = wording.folded(text)
    found += [
        m.group(1)
        for pattern in (_NAMED_REFERENCE, _NAMED_PLAN)
        for m in pattern.finditer(folded)
        if m.group(1) not in heads
    ]
    return tuple(dict.fromkeys(number for number in found if number.casefold() not in own))


def provinces_in(text: str) -> list[tuple[Province, int, int]]:
    """Every province mention of `text` with its span, in order."""
    return find_provinces(text)
