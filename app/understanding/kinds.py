"""The kind of answer a question wants, by rules over its folded words."""

from collections.abc import Sequence
from enum import StrEnum

from app.understanding import document_words, part_words, social_words
from app.understanding.document_questions import asked_attributes
from app.understanding.laws import laws_named
from app.understanding.topic import without_places
from app.words import wording
from ingest.plan import Plan


class Kind(StrEnum):
    """The kind of answer a question wants; the writer is chosen by it."""

    EMPTY = "empty"
    UNCLEAR = "unclear"
    FOREIGN = "foreign"
    ABUSE = "abuse"
    SMALL_TALK = "small_talk"
    TOO_LONG = "too_long"
    GREETING = "greeting"
    THANKS = "thanks"
    HELP = "help"
    OUTSIDE = "outside"
    CORPUS = "corpus"
    HOLDS = "holds"
    METADATA = "metadata"
    CITES = "cites"
    COMPARE = "compare"
    TABLE = "table"
    FIGURE = "figure"
    LIST = "list"
    FACT = "fact"


def kind_of(
    text: str,
    provinces: Sequence[str],
    cited: Sequence[str],
    plans: Sequence[Plan],
) -> Kind:
    """The Kind of a question, from its text and what it names; `plans` are those it concerns."""
    folded = wording.folded(text)
    social = _social_kind(text, folded, provinces)
    if social is not None:
        return social
    if (cited or laws_named(text)) and _asks_of_document(folded):
        return Kind.CITES
    if asked_attributes(text, plans):
        return Kind.METADATA
    compares = wording.COMPARE.search(folded) or wording.WHICH_PROVINCE.search(folded)
    if len(provinces) > 1 or (compares and not provinces):
        return Kind.COMPARE
    if wording.TABLE.search(folded):
        return Kind.TABLE
    return _wanted_form(wording.folded_asking(text))


def _asks_of_document(folded: str) -> bool:
    """Whether a question that names a document asks who cites it or what it is."""
    asks_who = wording.WHICH_DOCUMENT.search(folded) or document_words.CITING.search(folded)
    return bool(asks_who or document_words.WHAT_DOCUMENT.search(folded))


_MAX_ABUSE_WORDS = 14
_MAX_THANKS_WORDS = 8


def _social_kind(text: str, folded: str, provinces: Sequence[str]) -> Kind | None:
    """The kind of a message that asks nothing of the plans, or None."""
    bare = folded.strip(" .!?,~")
    n_words = len(bare.split())
    if social_words.is_foreign_script(text):
        return Kind.FOREIGN
    if social_words.GREETING.fullmatch(bare):
        return Kind.GREETING
    is_thanks = social_words.THANKS.match(bare) and n_words <= _MAX_THANKS_WORDS
    if is_thanks and not folded.rstrip().endswith("?"):
        return Kind.THANKS
    if not provinces and n_words <= _MAX_ABUSE_WORDS and social_words.ABUSE.search(text):
        return Kind.ABUSE
    if social_words.OUTSIDE.search(bare) or social_words.ADVICE.search(text):
        return Kind.OUTSIDE
    return _about_assistant(text, bare, provinces)


def _about_assistant(text: str, bare: str, provinces: Sequence[str]) -> Kind | None:
    """Whether the assistant is asked about itself and what it holds, or about nothing at all."""
    if not provinces:
        for pattern, kind in (
            (social_words.HELP, Kind.HELP),
            (social_words.SMALL_TALK, Kind.SMALL_TALK),
            (social_words.CORPUS, Kind.CORPUS),
        ):
            if pattern.search(bare):
                return kind
    placeless = wording.folded(without_places(text)).strip(" .!?,") if provinces else bare
    if provinces and social_words.HOLDS.fullmatch(" ".join(placeless.split())):
        return Kind.HOLDS
    if social_words.UNCLEAR.fullmatch(placeless):
        return Kind.UNCLEAR
    return None


def _wanted_form(folded: str) -> Kind:
    if (
        wording.SUMMARY.search(folded)
        or part_words.OUTLINE.search(folded)
        or wording.LIST_ALL.search(folded)
    ):
        return Kind.LIST
    if wording.PURPOSE.search(folded):
        return Kind.FACT
    if wording.ENUMERATE.search(folded) and not wording.COUNTING.search(folded):
        return Kind.LIST
    if wording.asks_how_many(folded):
        return Kind.FIGURE
    if wording.WHO.search(folded) or wording.WHEN.search(folded) or wording.WHERE.search(folded):
        return Kind.FACT
    if wording.LIST.search(folded) or wording.SUMMARY.search(folded):
        return Kind.LIST
    return Kind.FACT


def is_metadata(text: str) -> bool:
    """Whether `text`, by itself, asks about a plan as a document: its signer, date, number…"""
    return bool(asked_attributes(text))
