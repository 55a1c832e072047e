"""A question moved to other provinces: names replaced, added or put for a pronoun."""

import re
from collections.abc import Mapping, Sequence

from app.understanding import talking
from app.understanding.mentions import places_within, provinces_in
from app.words import wording
from index.terms.analyzer import fold

_PLAN_NUMBER = re.compile(
    r"(?<!\w)(?:kế hoạch|ke hoach|kh)(?: số)? \d{1,5}(?:/[\w-]+)?(?!\w)", re.IGNORECASE
)


def placed(question: str, places: Sequence[str]) -> str:
    """`question` with its provinces replaced by `places`, or with them added at its end."""
    joined = joined_names(places)
    mentions = provinces_in(question)
    if not joined:
        return question
    if not mentions:
        if numbered := _PLAN_NUMBER.search(question):
            return (
                f"{question[: numbered.start()]}kế hoạch của {joined}{question[numbered.end() :]}"
            )
        is_named = places_within(question) == list(places)
        return question if is_named else _with_place(question, joined)
    named = dict.fromkeys(province.name for province, _, _ in mentions)
    if len(named) > 1 and len(places) == 1:
        question = _of_one(question)
        mentions = provinces_in(question)
    if len(named) == len(places):
        return _each_replaced(question, dict(zip(named, places, strict=True)))
    first_start, last_end = mentions[0][1], mentions[-1][2]
    if _only_conjunctions(question[first_start:last_end], mentions, first_start):
        return question[:first_start] + joined + question[last_end:]
    pieces, position = [], 0
    for number, (_, start, end) in enumerate(mentions):
        pieces += [question[position:start], joined if number == 0 else ""]
        position = end
    return _without_repetition(" ".join("".join([*pieces, question[position:]]).split()))


def without_names(question: str) -> str:
    """`question` without the names of provinces and what leads on from them ("An Giang thì …")."""
    pieces, position = [], 0
    for _, start, end in provinces_in(question):
        pieces.append(question[position:start])
        position = end
    rest = "".join([*pieces, question[position:]])
    return (
        re.sub(r"(?i)^\s*(?:(?:tỉnh|ở|tại|bên|của|thì|,)\s*)+(?=\w)", "", rest)
        if position
        else question
    )


def without_marks(question: str) -> str:
    """`question` without diacritics, the names of provinces kept as they are."""
    pieces, position = [], 0
    for _, start, end in provinces_in(question):
        pieces += [fold(question[position:start]), question[start:end]]
        position = end
    return "".join([*pieces, fold(question[position:])])


def _of_one(question: str) -> str:
    """A question that compared, as it is asked of one place."""
    bare = re.sub(r"^so sánh\s*:?\s*", "", question, flags=re.IGNORECASE)
    return re.sub(r"(?<!\w)giữa(?!\w)", "của", bare)


def _without_repetition(question: str) -> str:
    """`question` without a last clause that has lost its place ("ai ký của A và B, ai ký của?")."""
    head, comma, last = question.rpartition(",")
    words = re.findall(r"\w+", last)
    repeats = (
        comma
        and words
        and words[-1] in {"của", "ở", "tại"}
        and all(w.lower() in head.lower().split() for w in words)
    )
    return f"{head}?" if repeats else question


def _each_replaced(question: str, places: Mapping[str, str]) -> str:
    """`question` with each province it names replaced by the one put for it."""
    pieces, position = [], 0
    for province, start, end in provinces_in(question):
        pieces += [question[position:start], places[province.name]]
        position = end
    return "".join([*pieces, question[position:]])


def _with_place(question: str, place: str) -> str:
    """`question` about `place`: "Ở An Giang, …", but "Ai ký kế hoạch của An Giang?"."""
    if "ke hoach" in wording.folded(question)[-12:]:
        return f"{question.rstrip(' ?.!')} của {place}?"
    return f"Ở {place}, {lowered(question)}"


def _only_conjunctions(span: str, mentions: Sequence[tuple[object, int, int]], offset: int) -> bool:
    letters = list(span)
    for _, start, end in mentions:
        letters[start - offset : end - offset] = " " * (end - start)
    rest = re.sub(r"\b(?:và|với|va|voi|tỉnh|tinh|cùng|hay|hoặc)\b|[,;]", " ", "".join(letters))
    return not rest.strip()


def joined_names(places: Sequence[str]) -> str:
    """The names as one phrase: "A, B và C"."""
    return " và ".join((", ".join(places[:-1]), places[-1])) if len(places) > 1 else "".join(places)


def pronouns_resolved(body: str, places: Sequence[str]) -> str:
    """`body` with "tỉnh đó", "kế hoạch này" replaced by the places they mean."""
    if not places:
        return body
    for pattern, form in (
        (talking.PRONOUN_PLACE, f"tỉnh {joined_names(places)}"),
        (talking.PRONOUN_PLAN, f"kế hoạch của {joined_names(places)}"),
    ):
        match = pattern.search(wording.folded(body))
        if match:
            return body[: match.start()] + form + body[match.end() :]
    return body


_FRAME = re.compile(
    r"^(?:so sánh:\s*)?(?:(?:về|ve) (?:(?:việc|viec) )?(?P<subject>[^:]+): (?P<asked>.+)|(?P<whole>.+?), (?:riêng|rieng) (?P<part>.+))$", re.IGNORECASE | re.DOTALL
)  # fmt: skip


def unframed(question: str) -> str:
    """The words of a completed question without those that only join its two halves.

    "Về việc đào tạo của An Giang: ai phụ trách?" is "đào tạo của An Giang ai phụ trách?".
    """
    match = _FRAME.match(question)
    if match is None:
        return question
    first, last = match["subject"] or match["whole"], match["asked"] or match["part"]
    return f"{first} {last}"


def sentence(text: str) -> str:
    """`text` with a capital first letter and one question mark when it asks."""
    text = " ".join(text.split()).strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith(("?", ".", "!")) else f"{text}?"


def lowered(text: str) -> str:
    """`text` with its first letter small, unless a name or an abbreviation begins it."""
    first, _, rest = text.partition(" ")
    if len(first) > 1 and first.isupper():
        return text
    if re.match(rf"(?:{_NAMES})(?!\w)", first) or (rest[:1].isupper() and not _plain(first)):
        return text
    return text[:1].lower() + text[1:]


_NAMES = "Sở|UBND|Đảng|Internet|Wifi|Telegram|Zalo|Viettel|Vnpt|Bộ|Ủy"


def _plain(word: str) -> bool:
    """Whether a word begins no name: a word of asking or a preposition."""
    return wording.folded(word) in {
        "ai",
        "co",
        "o",
        "do",
        "tu",
        "ve",
        "cua",
        "cap",
        "rieng",
        "theo",
    }


def capped(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]
