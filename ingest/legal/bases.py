"""The documents that a text cites: kind, number, date, issuer and title of each.

One record for each document, however often it is cited. Time is linear in the text.
"""

import re
from dataclasses import replace
from itertools import zip_longest

from ingest.legal.citations import Citation, citations, issuer_of
from ingest.legal.tails import tail_at
from ingest.places.provinces import find_provinces
from ingest.plan import LegalBasis
from ingest.vietnamese import canonical_tone, fold

# "Bộ TT&TT", "Bộ KHCN"
_ABBREVIATED = re.compile(r"(?:Bộ|Sở) [A-ZĐ&]+")
_ISSUING_AGENCIES = {"UBND", "HĐND"}
# "Luật Tổ chức chính quyền địa phương năm 2015", "Luật Công nghệ thông tin (2006)"
_YEAR = re.compile(r"[^\S\n]+năm[^\S\n]+((?:19|20)\d\d)(?!\d)|[^\S\n]*\(((?:19|20)\d\d)\)")


def _basis(text: str, mention: Citation, following: Citation | None) -> LegalBasis:
    """The record of one citation; `following` is the next one, which its title may name."""
    tail = tail_at(
        text,
        mention.end,
        mention.doc_type,
        next_start=following.start if following else len(text),
        next_end=following.end if following else len(text),
    )
    title = mention.title or tail.title
    if mention.title and not mention.number and not tail.issued:
        year = _YEAR.match(text, mention.end)
        title += f" năm {year[1] or year[2]}" if year else ""
    named = mention.issuer or tail.issuer
    issuer = named[:1].upper() + named[1:]
    end = mention.end if mention.title and not tail.issued else tail.end
    return LegalBasis(
        mention.doc_type, mention.number, tail.issued, issuer, title, mention.start, end
    )


def _bare_title(title: str) -> str:
    return re.sub(r" năm \d{4}$", "", canonical_tone(title))


def _key(basis: LegalBasis) -> str:
    """What tells two documents apart: the number, or the name of a law without one."""
    if not basis.number:
        return f"{basis.doc_type} {_bare_title(basis.title)}"
    return re.sub(r"^0+", "", fold(basis.number)).replace("/", "-").replace("-nq-qh", "-qh")


def _alike(one: LegalBasis, other: LegalBasis) -> bool:
    """Whether two mentions of a number are one document: numbers begin anew every year."""
    if not (one.issued and other.issued) or one.issued.year == other.issued.year:
        return True
    first, second = set(fold(one.title).split()), set(fold(other.title).split())
    return not (first and second) or len(first & second) * 2 >= min(len(first), len(second))


def _filled(basis: LegalBasis, later: LegalBasis) -> LegalBasis:
    """The first mention with what it leaves out taken from a later one; its span stays."""
    return replace(
        basis,
        number=basis.number or later.number,
        issued=basis.issued or later.issued,
        issuer=basis.issuer or later.issuer,
        title=basis.title or later.title,
    )


def _with_issuer(basis: LegalBasis) -> LegalBasis:
    """The record with the issuer that its number stands for, when the text names none in full."""
    if basis.issuer and not _ABBREVIATED.fullmatch(basis.issuer):
        return basis
    issuer = issuer_of(basis.number) or basis.issuer
    if not issuer and basis.doc_type in {"Luật", "Bộ luật"}:
        issuer = "Quốc hội"
    if issuer in _ISSUING_AGENCIES:
        places = {province for province, _, _ in find_provinces(basis.title)}
        issuer += "".join(f" {p.kind} {p.name}" for p in places if len(places) == 1)
    return replace(basis, issuer=issuer)


def find_legal_bases(text: str) -> tuple[LegalBasis, ...]:
    """The documents that the text cites, each once, in order of first mention.

    `[start, end)` spans the first mention from its kind word to the end of its title; what the
    first mention leaves out (date, issuer, title) is taken from a later one. The issuer is the
    one named, else the one that the number's code stands for. `title` is without "về (việc)".
    The text's own number counts as any other.
    """
    found: list[LegalBasis] = []
    places: dict[str, list[int]] = {}
    mentions = citations(text)
    for mention, following in zip_longest(mentions, mentions[1:]):
        basis = _basis(text, mention, following)
        keys = [_key(basis)]
        if basis.number and mention.title:
            keys.append(_key(replace(basis, number="")))
        same = [i for key in keys for i in places.get(key, []) if _alike(found[i], basis)]
        if same:
            found[same[0]] = _filled(found[same[0]], basis)
        else:
            found.append(basis)
        for key in keys:
            known = places.setdefault(key, [])
            index = same[0] if same else len(found) - 1
            if index not in known:
                known.append(index)
    return tuple(map(_with_issuer, found))
