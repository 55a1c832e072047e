"""What a standalone question asks: which plans, which period, what kind of answer.

Rules only. A follow-up is made standalone first (followup.py); nothing here searches.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app import wording
from index.analyzer import has_diacritics
from ingest.plan import Plan
from ingest.provinces import Province, find_provinces

MAX_CHARS = 2_000
"""A longer message is answered with a request to shorten it."""


class Kind(StrEnum):
    """The kind of answer a question wants; the writer is chosen by it."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    GREETING = "greeting"
    THANKS = "thanks"
    HELP = "help"
    OUTSIDE = "outside"
    CORPUS = "corpus"
    METADATA = "metadata"
    CITES = "cites"
    COMPARE = "compare"
    TABLE = "table"
    FIGURE = "figure"
    LIST = "list"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood.

    `topic` is what is searched: the question without places, plan numbers and filler words.
    `provinces` are the asked names in order, `plan_ids` the held plans it concerns (all when
    no place is named), `missing` the asked provinces without a plan. `years` are the years it
    names, `references` the numbers of other documents ("749/QĐ-TTg"). `focus` are the words of
    the newest message when the question was completed from an earlier one.
    """

    standalone: str
    kind: Kind
    topic: str = ""
    provinces: tuple[str, ...] = ()
    plan_ids: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    references: tuple[str, ...] = ()
    focus: str = ""

    @property
    def names_place(self) -> bool:
        """Whether the question names a province or a plan."""
        return bool(self.provinces)


_WORD = re.compile(r"[\w%](?:[\w%/.,&-]*[\w%])?")
_YEAR = re.compile(r"(?<![\d./])(20[0-4]\d)(?![\d/])")
_REFERENCE = re.compile(
    r"(?<!\w)(\d{1,5}(?:/\d{4})?(?:/|-)[A-ZĐ]{2,6}(?:-[A-ZĐ]+)*[A-Za-zĐđ]*)", re.I
)
_DOC_WORDS = (
    r"quyet dinh|nghi dinh|nghi quyet|thong tu|chi thi|cong van|luat|qd|nd|nq|tt|ct|van ban"
)
_NAMED_REFERENCE = re.compile(rf"(?<!\w)(?:{_DOC_WORDS})\s+(?:so\s+)?(\d{{1,5}})(?![\d.,%]|\s*%)")
_PLAN_NUMBER = re.compile(r"(?<!\w)(?:ke hoach|kh)\s*(?:so\s*)?(\d{1,5})(?!\w|[.,]\d|%)")


def clean(message: str) -> str:
    """The message in NFC, control characters and runs of white space made single spaces."""
    text = unicodedata.normalize("NFC", message)
    text = "".join(" " if unicodedata.category(c) in {"Cc", "Cf"} else c for c in text)
    return " ".join(text.split())


def asked_plans(text: str, plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The held plans that `text` names by number ("kế hoạch 206", "206/KH-UBND")."""
    named = {match.group(1) for match in _PLAN_NUMBER.finditer(wording.folded(text))}
    full = text.casefold()
    return tuple(
        plan
        for plan in plans
        if plan.number.casefold() in full or plan.number.partition("/")[0] in named
    )


def asked_provinces(text: str, plans: Sequence[Plan]) -> tuple[str, ...]:
    """The provinces that `text` names, by name or by a plan's number, in order, once each."""
    names = [province.name for province, _, _ in find_provinces(text)]
    names += [plan.province for plan in asked_plans(text, plans)]
    folded = wording.folded(text)
    names += [p.province for p in plans if p.signer and wording.folded(p.signer) in folded]
    return tuple(dict.fromkeys(names))


def references(text: str, plans: Sequence[Plan] = ()) -> tuple[str, ...]:
    """The document numbers that `text` names, except those of the plans held."""
    own = {plan.number.casefold() for plan in plans}
    found = [match.group(1) for match in _REFERENCE.finditer(text)]
    heads = {number.partition("/")[0].partition("-")[0] for number in found}
    found += [
        m.group(1)
        for m in _NAMED_REFERENCE.finditer(wording.folded(text))
        if m.group(1) not in heads
    ]
    return tuple(dict.fromkeys(number for number in found if number.casefold() not in own))


def without_places(text: str, plans: Sequence[Plan] = ()) -> str:
    """`text` without province names, "tỉnh …" before them, and numbers of plans held."""
    kept, position = [], 0
    for _, start, end in find_provinces(text):
        kept.append(re.sub(r"(?i)(?:tỉnh|tinh|thành phố|tp\.?)\s*$", "", text[position:start]))
        position = end
    text = "".join([*kept, text[position:]])
    for plan in plans:
        head = re.escape(plan.number.partition("/")[0])
        text = re.sub(
            rf"(?i)\b(?:kế hoạch|ke hoach|kh)?\s*(?:số|so)?\s*{head}(?:/KH-UBND)?\b", " ", text
        )
    return " ".join(text.split())


def topic_of(text: str, plans: Sequence[Plan] = ()) -> str:
    """The words of `text` that carry its topic, in order."""
    bare = _without_comparing(without_places(_without_preamble(text), plans))
    if not has_diacritics(bare):
        return " ".join(_WORD.findall(wording.FOLDED_FILLERS.sub(" ", bare.lower())))
    return " ".join(
        w
        for w in _WORD.findall(wording.filler_phrases().sub(" ", bare))
        if w.lower() not in wording.fillers()
    )


def _without_preamble(text: str) -> str:
    """`text` from where it begins to ask."""
    match = wording.PREAMBLE.match(wording.folded(text))
    return text[match.end() :] if match and match.end() < len(text) else text


def _without_comparing(text: str) -> str:
    """`text` without the words that only ask for a comparison."""
    folded = wording.folded(text)
    letters = list(text)
    for match in wording.COMPARE_WORDS.finditer(folded):
        letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(letters) if len(folded) == len(text) else text


def understand(standalone: str, plans: Sequence[Plan], focus: str = "") -> Question:
    """The Question that `standalone` asks of `plans`."""
    text = clean(standalone)
    if not re.search(r"\w", text):
        return Question(text, Kind.EMPTY)
    if len(text) > MAX_CHARS:
        return Question(text[:MAX_CHARS], Kind.TOO_LONG)
    provinces = asked_provinces(text, plans)
    cited = references(text, plans)
    topic = topic_of(text, plans)
    kind = _kind(text, topic, provinces, cited, [plan.signer for plan in plans])
    concerned = [plan for plan in plans if plan.province in provinces]
    exact = asked_plans(text, plans)
    chosen = [p for p in concerned if not exact or p in exact or p.province not in _places(exact)]
    held = {plan.province for plan in plans}
    return Question(
        standalone=text,
        kind=kind,
        topic=topic,
        provinces=provinces,
        plan_ids=tuple(plan.plan_id for plan in (chosen if provinces else plans)),
        missing=tuple(name for name in provinces if name not in held),
        years=tuple(dict.fromkeys(int(year) for year in _YEAR.findall(text))),
        references=cited,
        focus=focus,
    )


def _places(plans: Sequence[Plan]) -> set[str]:
    return {plan.province for plan in plans}


def _kind(
    text: str,
    topic: str,
    provinces: Sequence[str],
    cited: Sequence[str],
    signers: Sequence[str],
) -> Kind:
    folded = wording.folded(text)
    social = _social_kind(folded, provinces)
    if social is not None:
        return social
    if cited and wording.WHICH_DOCUMENT.search(folded):
        return Kind.CITES
    if is_metadata(folded, topic, signers):
        return Kind.METADATA
    compares = wording.COMPARE.search(folded) or wording.WHICH_PROVINCE.search(folded)
    if len(provinces) > 1 or (compares and not provinces):
        return Kind.COMPARE
    if wording.TABLE.search(folded):
        return Kind.TABLE
    return _wanted_form(folded)


def _social_kind(folded: str, provinces: Sequence[str]) -> Kind | None:
    bare = folded.strip(" .!?,")
    if wording.GREETING.fullmatch(bare):
        return Kind.GREETING
    if wording.THANKS.match(bare) and len(bare.split()) <= 6:
        return Kind.THANKS
    if wording.OUTSIDE.search(bare):
        return Kind.OUTSIDE
    if wording.HELP.search(bare) and not provinces:
        return Kind.HELP
    if wording.CORPUS.search(bare) and not provinces:
        return Kind.CORPUS
    return None


def _wanted_form(folded: str) -> Kind:
    if wording.ENUMERATE.search(folded) and not wording.COUNTING.search(folded):
        return Kind.LIST
    if wording.HOW_MANY.search(folded):
        return Kind.FIGURE
    if wording.WHO.search(folded) or wording.WHEN.search(folded) or wording.WHERE.search(folded):
        return Kind.FACT
    if wording.LIST.search(folded) or wording.SUMMARY.search(folded):
        return Kind.LIST
    return Kind.FACT


_METADATA_WORDS = re.compile(
    r"(?<!\w)(?:ai|nguoi|nao|ky|ki|ten|ban hanh|ngay|thang|nam|may|khi|luc|bao gio|so|hieu|ky hieu|mang|co quan|"
    r"don vi|chuc|vu|danh|trich yeu|day du|goi|chinh thuc|tieu de|ve|viec|van de|giai doan|thoi ky|ky|ap dung|"
    r"thuc hien|hieu luc|cho|trong|tu|den|do|la|gi|bao|nhieu|lau|van ban|ke hoach|tai lieu|phat trien|chinh quyen|"
    r"so|dien tu|va|bao dam|dam bao|an toan|thong tin|mang|ung dung|cong nghe|cntt|attt|hoat dong|co quan|nha nuoc|"
    r"cua|tinh|ubnd|uy ban|nhan dan|duoc|nay|do|ong|ba|vi|the|hien|hay|cho biet|biet|con|thi|sao|who|signed|when|"
    r"issued|the|plan|kh|noi|cap|giu|bao|trum|ho|ay|hom|vi|ong|ba|ban|tinh|dia phuong|nhung|cac|keo dai|trai dai|vao|phe duyet|ra doi|lap|xay dung|day|bang|hay|thuoc|thoi gian|ky|tren|dia ban|20\d\d)(?!\w)"
)


def is_metadata(folded: str, topic: str, signers: Sequence[str] = ()) -> bool:
    """Whether the question asks about a plan as a document: its signer, date, number, issuer…

    It must use a metadata phrase and hardly anything beside the words such questions consist of,
    or "ai ký quyết định …" would be taken for a question about the plan itself.
    """
    patterns = (
        wording.SIGNED,
        wording.ISSUED,
        wording.NUMBER_OF,
        wording.ISSUER,
        wording.TITLE,
        wording.PERIOD,
        wording.PROVINCE_OF,
    )
    if not any(pattern.search(folded) for pattern in patterns):
        return False
    rest = wording.folded(topic)
    for signer in signers:
        rest = rest.replace(wording.folded(signer), " ")
    rest = _METADATA_WORDS.sub(" ", rest)
    return len(re.findall(r"\w{2,}", rest)) == 0


def provinces_in(text: str) -> list[tuple[Province, int, int]]:
    """Every province mention of `text` with its span, in order."""
    return find_provinces(text)
