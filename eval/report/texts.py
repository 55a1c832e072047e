"""The report's words in both languages: Vietnamese from prompts/, English from report_en.toml.

Sentences with values are written into the page twice and CSS hides one. Labels and numbers are
written once, in Vietnamese; a label carries the key by which the page's script finds the English.
"""

import tomllib
from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

from eval.measures.scores import EVIDENCE_K, NDCG_K
from prompts import keys, text

ENGLISH_FILE = Path(__file__).with_name("report_en.toml")
NO_VALUE = "–"
_K = {"evidence": EVIDENCE_K, "recall": EVIDENCE_K, "ndcg": NDCG_K}
_OF_MEASURES = ("measure_", "explain_")


class Language(StrEnum):
    """A language of the report; the value is its HTML language code."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Number:
    """A number; "1.234,5" in Vietnamese, "1,234.5" in English, "–" without a value."""

    value: float | None
    decimals: int = 0

    def written(self, language: Language, /) -> str:
        """The number in the language's notation."""
        if self.value is None:
            return NO_VALUE
        english = f"{self.value:,.{self.decimals}f}"
        swapped = str.maketrans(",.", ".,")
        return english if language is Language.ENGLISH else english.translate(swapped)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in UTC; "19:54 ngày 22/11/2026", in English "22 November 2026, 19:54"."""

    value: datetime

    def written(self, language: Language, /) -> str:
        """The time in the language's notation."""
        if language is Language.VIETNAMESE:
            return f"{self.value:%H:%M} ngày {self.value:%d/%m/%Y}"
        return f"{self.value.day} {month_name[self.value.month]} {self.value:%Y, %H:%M}"


@dataclass(frozen=True, slots=True)
class Term:
    """The words for a key such as "category_figure"; `raw` as it is where there are none."""

    key: str
    raw: str = ""

    @property
    def known(self) -> bool:
        """Whether there are words for the key."""
        return self.key in all_keys()

    def written(self, language: Language, /) -> str:
        """The words in the language."""
        return say(language, self.key) if self.known else self.raw


def percentage(share: float | None, decimals: int = 1) -> Number:
    """A share in 0..1 as a number in 0..100."""
    return Number(None if share is None else share * 100, decimals)


def of_hundred(share: float | None) -> Number:
    """The share as a whole number of 100; only exactly all is 100 and only exactly none is 0."""
    if share is None or share in (0, 1):
        return percentage(share, 0)
    return Number(min(max(round(share * 100), 1), 99))


def named(group: str, name: str) -> Term:
    """The term of a group ("category", "status", …), such as "source-fault"; else the name."""
    return Term(f"{group}_{name.replace('-', '_')}", name)


@cache
def english_texts() -> Mapping[str, str]:
    """The English sentences by key."""
    found = tomllib.loads(ENGLISH_FILE.read_text(encoding="utf-8"))
    return {key: str(sentence) for key, sentence in found.items()}


@cache
def all_keys() -> frozenset[str]:
    """Every key that can be said, with those of the measures."""
    of_measures = {key for key in keys("eval") if key.startswith(_OF_MEASURES)}
    return frozenset({*keys("report"), *of_measures})


def say(language: Language, key: str, /, **values: object) -> str:
    """The sentence of a key with its placeholders filled. KeyError names what is missing."""
    filled = {
        name: value.written(language) if isinstance(value, Number | Moment | Term) else value
        for name, value in values.items()
    }
    part, _, name = key.partition("_")
    if key.startswith(_OF_MEASURES):
        filled["k"] = _K.get(name, 0)
    if language is Language.ENGLISH:
        return english_texts()[key].format(**filled)
    if part == "measure" and name:
        return text(f"eval.measure_{name}", **filled)
    if part == "explain" and name:
        return text(f"eval.explain_{name}", **filled)
    return text(f"report.{key}", **filled)


def numeral(number: Number) -> Markup:
    """The number in Vietnamese notation, marked for the script where English differs."""
    written = number.written(Language.VIETNAMESE)
    if written == number.written(Language.ENGLISH):
        return escape(written)
    return Markup("<span data-n>{}</span>").format(written)


def t(key: str, /, **values: object) -> Markup:
    """The sentence of a key in both languages, escaped."""
    spans = (
        Markup('<span class="t" lang="{}">{}</span>').format(language, say(language, key, **values))
        for language in Language
    )
    return Markup("").join(spans)


@cache
def label(key: str, kind: str = "") -> Markup:
    """The words of a key in Vietnamese, marked for the script; `kind` is a CSS class."""
    words = say(Language.VIETNAMESE, key)
    if kind:
        return Markup("<span class={} data-t={}>{}</span>").format(kind, key, words)
    return Markup("<span data-t={}>{}</span>").format(key, words)


def term_label(term: Term) -> Markup:
    """A term as a label; its raw name, escaped, where there are no words for it."""
    return label(term.key) if term.known else escape(term.raw)


def label_texts() -> dict[str, dict[str, str]]:
    """The texts of every label by language and key: those that need no values."""
    plain = [key for key in sorted(all_keys()) if _is_label(key)]
    return {language: {key: say(language, key) for key in plain} for language in Language}


def _is_label(key: str) -> bool:
    if key.startswith("explain_"):
        return False
    return key.startswith("measure_") or "{" not in english_texts()[key]
