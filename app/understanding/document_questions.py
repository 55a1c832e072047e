"""Whether a question is about a plan as a document, and what of it is asked.

Two things decide: an attribute of a document is asked for ("ai ký", "số mấy"), and its subject
is the plan itself rather than a thing inside it. The subject is the plan when the clauses that
ask name no other document and hold no words of weight but those of the attribute, of the plans'
titles, and of the frame in which one speaks about documents.
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

from app.understanding import document_choice
from app.understanding import document_words as words
from app.understanding.mentions import asked_plans, provinces_in
from app.understanding.topic import fillers
from app.words import wording
from app.words.word_lists import lines
from app.words.years import SPAN
from index.embedding.compounds import association
from index.terms.analyzer import fold, has_diacritics
from ingest.plan import Plan

MAX_FOREIGN = 2
"""Words of no known role in the asking clauses of a question that names the plan; one more when
it names it by its number or its signer."""
_FIRM = 0.4
"""The association of two syllables from which they are surely one word."""
_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[,;:?!“”\"()]|\.(?=\s|$)|(?<!\w)(?:và|rồi|chứ)(?!\w)")
_PURPOSE = re.compile(r"(?<!\w)để(?!\w)[^,.;:?]*", re.IGNORECASE)
# Folded, "sở nào" would be "số nào".
_DEPARTMENT = re.compile(r"(?<!\w)sở(?!\w)", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?<!\w)\d{1,5}(?:/\d{4})?[/-][a-zđ]{2,6}(?:-[a-zđ]+|/[a-zđ]+)*", re.IGNORECASE
)


def asked_attributes(text: str, plans: Sequence[Plan] = ()) -> tuple[str, ...]:
    """The attributes that `text` asks of `plans` as documents; () when it asks of something else.

    Names as in `document_words.ATTRIBUTES`; "document" when only which plan is asked.
    """
    masked, own = _masked(text, plans)
    folded = wording.folded(masked)
    strong = [name for name, pattern in words.STRONG.items() if pattern.search(folded)]
    weak = [name for name, pattern in words.WEAK.items() if pattern.search(folded)]
    chooses = document_choice.names_criterion(text, plans)
    if (
        _REFERENCE.search(masked)
        or words.PERSONAL.search(folded)
        or _asks_other_holder(wording.folded(text))
    ):
        return ()
    if _names_other_document(folded, plans) or _describes_cited(masked, plans):
        return ()
    named = own or bool(words.PLAN.search(folded))
    if not strong and not (named and (weak or chooses)):
        return ()
    if not strong and not own and not chooses and set(weak) <= {"province", "document"}:
        return ()
    sure = named and (strong or chooses)
    if len(_foreign_words(masked, plans, strictly=not named)) > (MAX_FOREIGN + own if sure else 0):
        return ()
    return _settled(strong, weak) or _ordered(text, folded, plans)


def _ordered(text: str, folded: str, plans: Sequence[Plan]) -> tuple[str, ...]:
    """The date of issue, where only which plan came first is asked ("ban hành trước hay sau")."""
    ordered = document_choice.choose(text, plans).order is not document_choice.Order.NONE
    return ("issued",) if ordered and words.ISSUING.search(folded) else ()


def _asks_other_holder(folded: str) -> bool:
    """Whether who holds an office is asked, and not of the chairman, who may have signed."""
    holder = wording.HOLDER.search(folded)
    title = (holder["after"] or holder["before"]) if holder else ""
    return bool(title) and "chu tich" not in title and not words.STRONG["signer"].search(folded)


def _masked(text: str, plans: Sequence[Plan]) -> tuple[str, bool]:
    """`text` without purposes, places, signers and the plans' own numbers; whether it has one."""
    text = _DEPARTMENT.sub("sở_", _PURPOSE.sub(" ", text))
    own = bool(asked_plans(text, plans))
    for _, start, end in reversed(provinces_in(text)):
        text = text[:start] + " , "[: end - start].ljust(end - start) + text[end:]
    for plan in plans:
        head = plan.number.partition("/")[0]
        number = rf"(?<!\w)(?:{re.escape(plan.number)}|{head}(?![\w/]))"
        text = re.sub(number, " ", text, flags=re.IGNORECASE)
        folded = wording.folded(text)
        at = folded.find(wording.folded(plan.signer)) if plan.signer else -1
        if at >= 0:
            own = True
            text = text[:at] + " " * len(plan.signer) + text[at + len(plan.signer) :]
    return text, own


def _names_other_document(folded: str, plans: Sequence[Plan]) -> bool:
    """Whether a document, part or thing is named that is neither a plan nor of a plan's title.

    The decision that issues a plan as its attachment counts as the plan.
    """
    known = _title_words(plans)
    if any(plan.issued_by for plan in plans):
        known |= {"quyet", "dinh", "qd"}
    bare = words.STRONG["issuing"].sub(" ", folded)
    if words.PART.search(bare) or words.CITED_PLAN.search(bare):
        return True
    return any(
        not set(match.group().split()) <= known for match in words.OTHER_DOCUMENT.finditer(bare)
    )


def _describes_cited(masked: str, plans: Sequence[Plan]) -> bool:
    """Whether what the asking clauses say of a plan is true of a plan that it cites, not of it.

    By a span of years that no asked plan has, or by words that stand in no asked plan's title.
    """
    cited = [
        wording.folded(basis.title)
        for plan in plans
        for basis in plan.legal_bases
        if basis.doc_type == "Kế hoạch" and basis.number != plan.number
    ]
    spans = {(int(a), int(b)) for a, b in SPAN.findall(masked)}
    if spans - {plan.period for plan in plans} and any(
        (int(a), int(b)) in spans for title in cited for a, b in SPAN.findall(title)
    ):
        return True
    foreign = {wording.folded(word) for word in _foreign_words(masked, plans)}
    return len(foreign) > 1 and any(foreign <= set(_WORD.findall(title)) for title in cited)


def _title_words(plans: Sequence[Plan]) -> set[str]:
    return {word for plan in plans for word in _WORD.findall(wording.folded(plan.title))}


def _foreign_words(masked: str, plans: Sequence[Plan], *, strictly: bool = False) -> list[str]:
    """The words of the asking clauses that are neither asking, nor framing, nor of a title.

    `strictly` counts words of two framing syllables as well, if the frame lacks them, and those
    of clauses that do not ask.
    """
    known = _title_words(plans) | _title_abbreviations()
    framing = _framing() if has_diacritics(masked) else _folded_framing()
    foreign: list[str] = []
    position = 0
    for end in [*(m.start() for m in _CLAUSE_END.finditer(masked)), len(masked)]:
        clause, position = masked[position:end], end
        if strictly or _asks(clause):
            words_said = _WORD.findall(clause.lower())
            foreign += [word for word in words_said if _weighs(word, framing, known)]
            if strictly:
                foreign += _compounds_of_frame_words(words_said, framing, known)
    return foreign


def _compounds_of_frame_words(
    said: Sequence[str], framing: Set[str], known: Set[str]
) -> Iterator[str]:
    """Words of two framing syllables that the frame does not have as one word ("hộ tịch")."""
    for first, second in pairwise(said):
        of_title = wording.folded(first) in known and wording.folded(second) in known
        if (
            first in framing
            and second in framing
            and not of_title
            and association(first, second) >= _FIRM
            and f"{first} {second}" not in _framing_pairs()
        ):
            yield f"{first} {second}"


def _weighs(word: str, framing: Set[str], known: Set[str]) -> bool:
    """Whether a word says what a question is about."""
    light = len(word) == 1 or word.isdigit() or word in framing
    return not light and wording.folded(word) not in known


def _asks(clause: str) -> bool:
    """Whether a clause asks for an attribute or names a plan."""
    folded = wording.folded(clause)
    patterns = (*words.STRONG.values(), *words.WEAK.values(), words.PLAN)
    return any(pattern.search(folded) for pattern in patterns)


@cache
def _framing() -> frozenset[str]:
    """Words that frame a question about a document, from document_frame.txt, and the fillers."""
    own = frozenset(word for line in lines("document_frame.txt") for word in line.split())
    return own | fillers()


@cache
def _framing_pairs() -> frozenset[str]:
    """The neighbours within the lines of document_frame.txt and of the fillers' phrases."""
    said = (line.split() for line in (*lines("document_frame.txt"), *lines("fillers.txt")))
    return frozenset(f"{a} {b}" for line in said for a, b in pairwise(line))


@cache
def _folded_framing() -> frozenset[str]:
    return frozenset(fold(word).lower() for word in _framing())


@cache
def _title_abbreviations() -> frozenset[str]:
    """How the things that plans of this kind are titled by are abbreviated."""
    return frozenset({"cntt", "attt", "cds", "cqs", "cqdt", "ubnd", "kh"})


def _settled(strong: Sequence[str], weak: Sequence[str]) -> tuple[str, ...]:
    """Strong attributes, and the weak ones that they leave open."""
    names = list(strong)
    claimed = {"issued", "period"} & set(strong)
    for name in weak:
        dated = name in ("issued", "period")
        if name not in names and not (dated and claimed) and (name != "province" or not strong):
            names.append(name)
    if "signer" in names and "issuer" in names:
        names.remove("issuer")
    return tuple(names)
