"""The provinces named in a text, in any spelling, and what became of each on 1/7/2025.

Facts: the 63 provinces and cities until 30/6/2025 and the 34 after it (Nghị quyết
202/2025/QH15), kept in provinces.tsv as name, kind, name since 1/7/2025, other spellings.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ingest.vietnamese import canonical_tone, collapse, fold, fold_char, nfc


@dataclass(frozen=True, slots=True)
class Province:
    """A province as it was until 30/6/2025.

    `merged_into` is the province it belongs to since 1/7/2025 (itself when it stayed or gave
    its name); `merged_from` are the provinces it took in on that day. `kind` is "tỉnh" or
    "thành phố".
    """

    name: str
    aliases: tuple[str, ...]
    merged_into: str | None
    merged_from: tuple[str, ...]
    kind: str = "tỉnh"


# Names that are also ordinary words in lower case ("hòa bình", "cao bằng", "bình định",
# "da nang" for "đa năng"): they need a capital letter or a word that announces a place.
_ORDINARY = {"hoa binh", "cao bang", "binh dinh", "da nang", "ha tinh", "thai binh", "long an"}
_ANNOUNCES_PLACE = re.compile(
    r"(?:^|\b(?:tinh|thanh pho|tp\.?|ubnd|o|cua|tai|va|voi|giua|cho|hay|hoac|con|ke hoach|,)\s*)$"
)
# "tư tưởng Hồ Chí Minh" is the man; these words before the bare name mean him.
_THE_MAN = re.compile(
    r"\b(?:chu tich|tu tuong|bac|dao duc|phong cach|cong san|doan|lang|bao tang|hoc vien"
    r"|chinh tri quoc gia|thanh nien|guong|duong)\s*$"
)


@cache
def all_provinces() -> tuple[Province, ...]:
    """The 63 provinces in alphabetical order."""
    content = resources.files(__package__).joinpath("provinces.tsv").read_text(encoding="utf-8")
    rows = [(line + "\t").split("\t")[:4] for line in content.splitlines()]
    return tuple(
        Province(
            name=name,
            aliases=tuple(alias for alias in aliases.split(";") if alias),
            merged_into=now,
            merged_from=tuple(r[0] for r in rows if r[2] == name and r[0] != name),
            kind=kind,
        )
        for name, kind, now, aliases in rows
    )


@cache
def _spellings() -> dict[str, list[tuple[str, Province]]]:
    """Folded key → the spellings it may stand for."""
    found: dict[str, list[tuple[str, Province]]] = {}
    for province in all_provinces():
        for spelling in (province.name, *province.aliases):
            found.setdefault(_key(fold(spelling)), []).append((spelling, province))
    return found


def _key(folded: str) -> str:
    return re.sub(r"[\s.\-–]+", " ", folded).strip()


@cache
def _pattern() -> re.Pattern[str]:
    keys = sorted(_spellings(), key=len, reverse=True)
    joined = "|".join(r"[\s.\-–]{1,3}".join(map(re.escape, key.split(" "))) for key in keys)
    return re.compile(rf"(?<![^\W_])(?:{joined})(?![^\W_])")


def folded_with_map(text: str) -> tuple[str, list[int]]:
    """The bare letters of the text, and for each (and the end) the place it comes from."""
    folded: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        base = fold_char(char)
        folded.append(base)
        origin.extend([index] * len(base))
    origin.append(len(text))
    return "".join(folded), origin


def typed_as(slice_: str, spelling: str) -> bool:
    """Typed marks win: each syllable is the name's own, or typed without any marks."""
    typed, true = (re.findall(r"\w+", canonical_tone(part)) for part in (slice_, spelling))
    if len(typed) != len(true):
        return False
    return all(t == s or t == fold(s) or _bar_only(t, s) for t, s in zip(typed, true, strict=True))


def _bar_only(typed: str, syllable: str) -> bool:
    """Whether only the bar of đ was typed and the marks left out ("đong" for "đồng")."""
    bare = "".join("đ" if char == "đ" else fold_char(char) for char in syllable)
    return typed == bare


def _is_meant(province: Province, key: str, slice_: str, before: str) -> bool:
    """Whether a well-spelled name is the province and not a word or a person."""
    if province.name == "Hồ Chí Minh" and key == "ho chi minh" and _THE_MAN.search(before):
        return False
    if key in _ORDINARY and slice_[:1].islower():
        return bool(_ANNOUNCES_PLACE.search(before))
    return True


def find_provinces(text: str) -> list[tuple[Province, int, int]]:
    """Every mention as (province, start, end), in text order; the span is the bare name.

    Any case, with or without diacritics, old or new tone placement, abbreviations; the
    longest name wins. A word typed with other diacritics ("thành hoa") does not match.
    """
    folded, origin = folded_with_map(text)
    found: list[tuple[Province, int, int]] = []
    for match in _pattern().finditer(folded):
        start, end = origin[match.start()], origin[match.end() - 1] + 1
        while end < len(text) and not fold_char(text[end]):
            end += 1
        slice_, key = nfc(text[start:end]), _key(match.group())
        for spelling, province in _spellings()[key]:
            before = folded[max(0, match.start() - 24) : match.start()]
            if typed_as(slice_, spelling) and _is_meant(province, key, slice_, before):
                found.append((province, start, end))
                break
    return found


def province_by_name(name: str) -> Province | None:
    """The province with this name or spelling ("tỉnh Thanh Hoá", "TP.HCM"), or None."""
    bare = collapse(nfc(name))
    for province, start, end in find_provinces(bare):
        rest = _key(fold(bare[:start] + " " + bare[end:]))
        if rest in {"", "tinh", "thanh pho", "tp", "ubnd tinh", "ubnd", "ubnd thanh pho", "thu do"}:
            return province
    return None
