"""The district-level units named in a text, and the province that each belongs to.

Facts: the 696 quận, huyện, thị xã and cities of a province as they were until 30/6/2025, and
the units merged or raised in rank since about 2018, kept in districts.tsv as name, kind,
province, other spellings. Cities that are provinces themselves are no districts; "thành phố
Huế" is one, of Thừa Thiên Huế, as it was until 31/12/2024.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby

from ingest.places.provinces import (
    Province,
    all_provinces,
    find_provinces,
    folded_with_map,
    typed_as,
)
from ingest.vietnamese import canonical_tone, fold, fold_char, nfc


@dataclass(frozen=True, slots=True)
class District:
    """A district-level unit; `kind` is "quận", "huyện", "thị xã" or "thành phố".

    `province` is the name of a Province as it was until 30/6/2025.
    """

    name: str
    kind: str
    province: str
    aliases: tuple[str, ...] = ()


# On folded text in which every y is an i.
_KINDS = {
    "huien": "huyện",
    "quan": "quận",
    "thi xa": "thị xã",
    "tx": "thị xã",
    "thanh pho": "thành phố",
    "tp": "thành phố",
}
# "ỦY BAN NHÂN DÂN HUYỆN CHÂU THÀNH", "TP.Long Xuyên", "quận: Ô Môn"
_KIND = r"(?<![^\W_])(?P<kind>huien|quan|thi\s{1,3}xa|tx|thanh\s{1,3}pho|tp)[\s.:]{0,4}"
_KIND_WORD = re.compile(_KIND)
_SEPARATORS = re.compile(r"[\s.\-–'’]+")
_BETWEEN = r"[\s.\-–'’]{1,4}"
# Written either way everywhere: Quy Nhơn and Qui Nhơn, Lý Sơn and Lí Sơn.
_Y_AS_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
# Names that are words in lower case: "các huyện thống nhất", "thành phố hòa bình".
_ORDINARY = {"thong nhat", "hoa binh", "tan thanh", "thanh binh"}
# How far after a district its province may be named: "huyện Châu Thành, tỉnh Bến Tre".
_APPOSITION = 24


@cache
def all_districts() -> tuple[District, ...]:
    """The districts by province, kind and name; a name with two ranks over time stands twice."""
    content = resources.files(__package__).joinpath("districts.tsv").read_text(encoding="utf-8")
    rows = [(line + "\t").split("\t")[:4] for line in content.splitlines()]
    return tuple(
        District(name, kind, province, tuple(alias for alias in aliases.split(";") if alias))
        for name, kind, province, aliases in rows
    )


def _key(folded: str) -> str:
    return _SEPARATORS.sub(" ", folded).strip().translate(_Y_AS_I)


def _with_i(name: str) -> str:
    """The name in lower case and newer tone placement, with i for every y."""
    return canonical_tone(name).translate(_Y_AS_I)


@cache
def _spellings() -> dict[str, list[tuple[str, District]]]:
    """Folded key → the spellings it may stand for, each with its district."""
    found: dict[str, list[tuple[str, District]]] = {}
    for district in all_districts():
        for spelling in (district.name, *district.aliases):
            found.setdefault(_key(fold(spelling)), []).append((spelling, district))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """A kind word and a name, on folded text in which every y is an i; the longest name wins."""
    keys = sorted(_spellings(), key=len, reverse=True)
    names = "|".join(_BETWEEN.join(map(re.escape, key.split(" "))) for key in keys)
    return re.compile(rf"{_KIND}(?:0(?=\d))?(?P<name>{names})(?![^\W_])")


def _kind_as_typed(folded_kind: str, typed: str, context: str) -> str:
    """The kind that the word stands for; "" for another word ("cơ quan", "quân", "quản").

    A kind word without its marks counts only among words without marks ("UBND huyen Cu Chi").
    """
    kind = _KINDS[" ".join(folded_kind.split())]
    if folded_kind in {"tx", "tp"} or kind == nfc(" ".join(typed.lower().split())):
        return kind
    return kind if fold(context) == context.lower() else ""


def _candidates(kind: str, key: str, typed: str) -> list[District]:
    """The districts of that name: of that kind, else of any kind (a rank changes with time)."""
    plain = _with_i(typed)
    if key in _ORDINARY and typed[:1].islower():
        return []
    named = [
        district for spelling, district in _spellings()[key] if typed_as(plain, _with_i(spelling))
    ]
    return [district for district in named if district.kind == kind] or named


def _mentions(text: str) -> list[tuple[list[District], int, int]]:
    """Every kind word with a name after it, as (candidates, start, end), in text order."""
    folded, origin = folded_with_map(text)
    found: list[tuple[list[District], int, int]] = []
    searched = folded.translate(_Y_AS_I)
    if not _KIND_WORD.search(searched):  # the names of all districts take long to compile
        return []
    for match in _pattern().finditer(searched):
        start, end = origin[match.start()], origin[match.end() - 1] + 1
        while end < len(text) and not fold_char(text[end]):
            end += 1
        kind_end, name_start = origin[match.end("kind")], origin[match.start("name")]
        context = text[max(0, start - 12) : end]
        kind = _kind_as_typed(match["kind"], text[start:kind_end], context)
        if kind and (of_name := _candidates(kind, _key(match["name"]), nfc(text[name_start:end]))):
            found.append((of_name, start, end))
    return found


def _settled(
    candidates: list[District], end: int, provinces: list[tuple[str, int]]
) -> list[District]:
    """The candidates that the provinces named right after, or else anywhere, leave standing."""
    nearby = {name for name, start in provinces if end <= start <= end + _APPOSITION}
    for named in (nearby, {name for name, _ in provinces}):
        if left := [district for district in candidates if district.province in named]:
            return left
    return candidates


def districts_named(text: str) -> list[tuple[District, int, int]]:
    """Every mention as (district, start, end), in text order; the span begins at the kind word.

    Any case, with or without diacritics, old or new tone placement, i or y. A name that several
    provinces have ("huyện Châu Thành") stands once for each of those that the text leaves
    possible; one that the text names decides ("huyện Châu Thành, tỉnh Bến Tre").
    """
    mentions = _mentions(text)
    spans = [(start, end) for _, start, end in mentions]
    provinces = [
        (province.name, start)
        for province, start, end in (find_provinces(text) if mentions else [])
        if not any(a <= start and end <= b for a, b in spans)
    ]
    return [
        (district, start, end)
        for candidates, start, end in mentions
        for district in _settled(candidates, end, provinces)
    ]


def province_of_district(text: str) -> Province | None:
    """The province of the first district in the text that has only one; None when none has.

    Meant for an issuer's lines: "UBND thành phố Long Xuyên", "UBND quận 7".
    """
    for _, group in groupby(districts_named(text), key=lambda mention: mention[1]):
        names = {district.province for district, _, _ in group}
        if len(names) == 1:
            return next(p for p in all_provinces() if p.name in names)
    return None
