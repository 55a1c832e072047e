"""Which of several plans a question means by what it says of them as documents.

By the signer's name or office, by the month or year of issue, by the years they plan for, by
their place in the order of issue. Without any of these all plans are meant.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.understanding import document_words as words
from app.words import wording
from app.words.years import ASKED_YEAR
from ingest.plan import Plan

_MONTH = re.compile(r"thang\s*(1[0-2]|0?[1-9])(?!\d)(?:\s*(?:nam|/|-)\s*(20[0-4]\d))?")
_TITLED = re.compile(r"(?<!\w)(?:ong|ba|dong chi|anh|chi)\s+(\w+(?:\s\w+){0,3})")
_EACH_YEAR = re.compile(r"(?<!\w)(?:rieng|tung|mot|1|chi|hang) nam(?! nao| may)(?!\w)")
_ANY = re.compile(r"(?<!\w)(?:nao|nhung|cac|ai|gi|may|bao nhieu|co)(?!\w)")


class Order(StrEnum):
    """The order of issue that is asked for."""

    NONE = "none"
    OLDEST = "oldest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Choice:
    """The plans meant, in the order to be said; `by` are the attributes they were chosen by.

    `also` are plans of several years that cover the year asked for.
    """

    plans: tuple[Plan, ...]
    by: tuple[str, ...] = ()
    order: Order = Order.NONE
    interval: bool = False
    also: tuple[Plan, ...] = ()


def names_criterion(text: str, plans: Sequence[Plan]) -> bool:
    """Whether `text` says by what a plan of several is meant."""
    chosen = choose(text, plans)
    return bool(chosen.by) or chosen.order is not Order.NONE or chosen.interval


def choose(text: str, plans: Sequence[Plan]) -> Choice:
    """The plans of `plans` that `text` means; all of them when it names no criterion."""
    folded = wording.folded(text)
    meant = words.CONTRAST.split(folded)[0]
    by: list[str] = []
    kept = tuple(plans)
    also: tuple[Plan, ...] = ()
    if len(kept) > 1:
        for name, chosen in (
            ("signer", _by_name(folded, kept)),
            ("office", _by_office(meant, kept)),
            ("issued", _by_issue(folded, kept)),
        ):
            if chosen is not None:
                kept = tuple(plan for plan in kept if plan in chosen)
                by.append(name)
        if not by and (chosen := _by_period(meant, kept)) is not None:
            years = set(map(int, ASKED_YEAR.findall(folded)))
            also = tuple(
                p
                for p in kept
                if p not in chosen and years & set(range(p.period[0], p.period[1] + 1))
            )
            kept = chosen
            by.append("period")
    order = _order(folded)
    interval = bool(words.INTERVAL.search(folded))
    if order is not Order.NONE or interval:
        kept = tuple(sorted(kept, key=lambda p: p.issued, reverse=order is Order.NEWEST))
    return Choice(kept, tuple(by), order, interval, also)


def _by_name(folded: str, plans: Sequence[Plan]) -> tuple[Plan, ...] | None:
    """The plans whose signer is named in full, or by the given name after "ông", "bà"."""
    named = [p for p in plans if p.signer and wording.folded(p.signer) in folded]
    if named:
        return tuple(named)
    for match in _TITLED.finditer(folded):
        spoken = match.group(1).split()
        fitting = tuple(
            p for p in plans if p.signer and _ends_with(wording.folded(p.signer).split(), spoken)
        )
        if fitting:
            return fitting
    return None


def _ends_with(name: Sequence[str], spoken: Sequence[str]) -> bool:
    """Whether the first words spoken are the last ones of the name ("ông Tuấn ký …")."""
    return any(list(name[-n:]) == list(spoken[:n]) for n in range(len(name), 0, -1))


def _by_office(meant: str, plans: Sequence[Plan]) -> tuple[Plan, ...] | None:
    """The plans signed in the office asked for ("bản nào do Phó Chủ tịch ký")."""
    if not words.SIGNING.search(meant) or not _ANY.search(meant):
        return None
    if words.DEPUTY.search(meant):
        return tuple(p for p in plans if wording.folded(p.signer_title).startswith("pho"))
    if words.HEAD.search(meant):
        return tuple(p for p in plans if wording.folded(p.signer_title) == "chu tich")
    return None


def _by_issue(folded: str, plans: Sequence[Plan]) -> tuple[Plan, ...] | None:
    """The plans issued in the month or the year asked for."""
    if not words.ISSUING.search(folded):
        return None
    months = [(int(m), int(y) if y else 0) for m, y in _MONTH.findall(folded)]
    years = set(map(int, ASKED_YEAR.findall(folded)))
    if months:
        wanted = {(month, year) for month, year in months}
        return tuple(
            p
            for p in plans
            if any(
                p.issued.month == m
                and (p.issued.year in (years or {p.issued.year}) if not y else p.issued.year == y)
                for m, y in wanted
            )
        )
    return tuple(p for p in plans if p.issued.year in years) if years else None


def _by_period(meant: str, plans: Sequence[Plan]) -> tuple[Plan, ...] | None:
    """The plans made for the years, or for as many years, as asked for."""
    years = sorted(set(map(int, ASKED_YEAR.findall(meant))))
    if years and words.PLAN.search(meant):
        exact = tuple(p for p in plans if p.period == (years[0], years[-1]))
        covering = tuple(p for p in plans if p.period[0] <= years[0] and years[-1] <= p.period[1])
        return exact or covering
    if words.SEVERAL_YEARS.search(meant):
        return tuple(p for p in plans if p.period[0] < p.period[1])
    if _EACH_YEAR.search(meant):
        return tuple(p for p in plans if p.period[0] == p.period[1])
    return None


def _order(folded: str) -> Order:
    newest, oldest = words.NEWEST.search(folded), words.OLDEST.search(folded)
    if newest and oldest:
        return Order.NEWEST if newest.start() < oldest.start() else Order.OLDEST
    if newest:
        return Order.NEWEST
    return Order.OLDEST if oldest else Order.NONE
