"""The kind of answer a question wants, by rules over its folded words."""

import re
from collections.abc import Sequence
from enum import StrEnum

from app import document_words, social_words, wording
from app.topic import without_places


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
    topic: str,
    provinces: Sequence[str],
    cited: Sequence[str],
    signers: Sequence[str],
) -> Kind:
    """The Kind of a question, from its text, its topic and what it names."""
    folded = wording.folded(text)
    social = _social_kind(text, folded, provinces)
    if social is not None:
        return social
    if cited and wording.WHICH_DOCUMENT.search(folded):
        return Kind.CITES
    if is_metadata(folded, topic, signers) and (provinces or not _asks_only_where(folded)):
        return Kind.METADATA
    compares = wording.COMPARE.search(folded) or wording.WHICH_PROVINCE.search(folded)
    if len(provinces) > 1 or (compares and not provinces):
        return Kind.COMPARE
    if wording.TABLE.search(folded):
        return Kind.TABLE
    return _wanted_form(folded)


def _asks_only_where(folded: str) -> bool:
    """Whether nothing but "tỉnh nào" is asked, which without a plan named asks of all plans."""
    others = (
        document_words.SIGNED,
        document_words.ISSUED,
        document_words.NUMBER_OF,
        document_words.ISSUER,
        document_words.TITLE,
    )
    bare = document_words.PROVINCE_OF.sub(" ", folded)
    dated = document_words.NEWEST.search(folded) or document_words.OLDEST.search(folded)
    return not dated and not any(pattern.search(bare) for pattern in others)


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
    if wording.LIST_ALL.search(folded):
        return Kind.LIST
    if wording.ENUMERATE.search(folded) and not wording.COUNTING.search(folded):
        return Kind.LIST
    if wording.asks_how_many(folded):
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
    r"issued|the|plan|kh|noi|cap|giu|bao|trum|thuc|xep|kem|cu|theo|chu tich|pho|bon|thay|nhan|gom|gui|nhung ai|moi nhat|som nhat|cu nhat|muon nhat|gan nhat|gan day nhat|dau tien|sau cung|cuoi cung|nhat|moi|som|muon|chinh|ho|ay|hom|vi|ong|ba|ban|tinh|dia phuong|nhung|cac|keo dai|trai dai|vao|phe duyet|ra doi|lap|xay dung|day|bang|hay|thuoc|thoi gian|ky|tren|dia ban|20\d\d)(?!\w)"
)


MAX_FOREIGN = 4
"""Words beside its own that a question surely about a plan's document may hold."""


def is_metadata(folded: str, topic: str, signers: Sequence[str] = ()) -> bool:
    """Whether the question asks about a plan as a document: its signer, date, number, issuer…

    It must use a metadata phrase and hardly anything beside the words such questions consist of,
    or "ai ký quyết định …" would be taken for a question about the plan itself.
    """
    patterns = (
        document_words.SIGNED,
        document_words.ISSUED,
        document_words.NUMBER_OF,
        document_words.ISSUER,
        document_words.TITLE,
        document_words.PERIOD,
        document_words.PROVINCE_OF,
        document_words.RECIPIENTS,
        document_words.NEWEST,
        document_words.OLDEST,
    )
    if not any(pattern.search(folded) for pattern in patterns):
        return False
    n_foreign = MAX_FOREIGN if _is_strong(folded) else 0
    rest = wording.folded(topic)
    for signer in signers:
        rest = rest.replace(wording.folded(signer), " ")
    rest = _METADATA_WORDS.sub(" ", rest)
    return len(re.findall(r"\w{2,}", rest)) <= n_foreign


def _is_strong(folded: str) -> bool:
    """Whether the question names the plan and asks what only a document has."""
    names_plan = re.search(r"(?<!\w)(?:ke hoach|kh|ban|van ban)(?!\w)|/kh-ubnd", folded)
    strong = document_words.STRONG_METADATA.search(folded)
    foreign = document_words.OTHER_DOCUMENT.search(folded) or document_words.PERSONAL.search(folded)
    return bool(names_plan and strong) and not foreign
