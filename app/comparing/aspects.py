"""What a comparison asks of each province: one or several aspects, the same or one of its own.

"Điểm cầu cấp xã của A, số máy chủ của B" asks different things of two provinces; "số trạm và tỷ
lệ phủ sóng của A và B" asks two things of both. A clause that names one province and says
something is about that province; what stands in no such clause is about all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from app.comparing.clauses import CLAUSE, HEAD, JOINT_ASKED, clauses
from app.comparing.framing import bare, own_words, without_claimed
from app.reading.tense import Tense, asked_tense
from app.understanding.mentions import provinces_in
from app.understanding.topic import (
    WORD,
    filler_phrases,
    fillers,
    loose_fillers,
    without_places,
    without_preamble,
)
from app.words import wording
from app.words.word_lists import lines
from index.embedding.compounds import is_compound
from index.terms.analyzer import fold, has_diacritics
from ingest.plan import Plan

MAX_ASPECTS = 4
_MAX_LEANING = 2
# "Về IOC, tôi muốn biết …": the subject stands before what begins to ask.
_ABOUT = re.compile(r"(?i)(?<!\w)(?:về|đối với|liên quan đến|riêng) [^,;:.]{2,60}[,;:]")
# "… có đặt mốc như thế không": that it is there at all is asked, of what was asked before.
_EXISTS = re.compile(
    r"(?i)(?<!\w)có (?!bao nhiêu|mấy|gì|ai).{0,60}?(?<!\w)(?:không|chưa)(?!\w)[^\w]*$"
)
_SUCH = re.compile(
    r"(?i)(?<!\w)(?:như (?:thế|vậy)|(?:điều|việc|nội dung|cái|mốc|con số|tỷ lệ|chỉ tiêu|số) (?:này|đó|ấy)|tương tự)(?!\w)"
)
_MIN_SUBJECT = 3
"""The words from which what stands before a colon names what is asked after."""
# "so sánh số trạm", "về số lượng máy chủ": the number of things, not "chữ ký số".
_NUMBER_OF = re.compile(
    r"(?:^|(?<=[,;:] )|(?<=về )|(?<=bảng )|(?<=theo )|(?<=và )|(?<=kê )|(?<=tổng )|(?<=giúp )|(?<=biết )|(?<=sánh )|(?<=xin )|(?<=chiếu )|(?<=xét ))"
    r"(?:số lượng|khối lượng|lượng|số)(?= )(?! (?:hóa|hoá|hiệu|liệu|và|với|nào|mấy|bao|quyết định|công văn|nghị định|nghị quyết|kế hoạch|ký hiệu|văn bản nào)(?!\w))",
    re.IGNORECASE,
)
_SHARE = wording.any_of(r"(?:bao nhieu|may) (?:phan tram|%)", r"ty le", r"ti le", r"phan tram")
# "Gấp mấy lần": asked of the comparison, not counted in a plan.
_TIMES_AS_MUCH = re.compile(r"(?<!\w)(?:có )?gấp (?:mấy|bao nhiêu)(?: lần)?(?!\w)", re.IGNORECASE)
# "… mấy %, … mấy % (hiện trạng)": said of all that stands before it.
_REMARK = re.compile(r"\((?P<said>[^()]{4,60})\)\s*\??\s*$")
_ASKED_HEAD = re.compile(r"(?:bao nhiêu|mấy)(?!\w)", re.IGNORECASE)
_BEGINS = re.compile(
    rf"^(?P<before>(?:\S+\s+){{0,4}}?)(?:{HEAD}|(?:bao nhiêu|mấy)(?!\w))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing asked of a province: `text` as asked, without places; `topic` what is searched."""

    text: str
    topic: str


def aspects(question: str, plans: Sequence[Plan]) -> dict[str, tuple[Aspect, ...]]:
    """What is asked of each plan (by plan_id), as many aspects of each."""
    asking, times = own_words(_asking(without_claimed(question)))
    shared, own = _parts(asking, plans)
    told = [text for text in shared if _content(text)]
    fullest = max((_joined(texts) for texts in own.values()), key=_weight, default="")
    first = _joined(next(iter(own.values()), ()))
    alike = shared if told else [*shared, fullest]
    if all(_leans(_joined(texts), first, fullest, told) for texts in own.values()):
        several = _several(_joined(alike))
        if len(several) > 1 and not times:
            return {plan.plan_id: several for plan in plans}
    asked: dict[str, tuple[Aspect, ...]] = {}
    for plan in plans:
        text = _joined(own.get(plan.province, ()))
        if text != first and _SUCH.search(text) and _EXISTS.search(text):
            text = ""
        leans = not text or _leans(text, first, fullest, told)
        common = [part for part in alike if part != text] if leans else shared
        text = _joined([text, times.get(plan.province, "")])
        topic = _content(_joined(alike if leans else [*shared, text]))
        asked[plan.plan_id] = (Aspect(_counted(_joined([*common, text])), topic),)
    return asked


def asks_times(question: str) -> bool:
    """Whether `question` asks how many times one figure is the other ("gấp mấy lần")."""
    return bool(_TIMES_AS_MUCH.search(question))


def _asking(question: str) -> str:
    """`question` from where it begins to ask, if that loses no province and no subject."""
    rest = without_preamble(question)
    lost = question[: len(question) - len(rest)].rstrip()
    named = _ABOUT.search(lost) or (
        lost.endswith(":") and _weight(CLAUSE.split(lost[:-1])[-1]) >= _MIN_SUBJECT
    )
    whole = named or len(provinces_in(rest)) < len(provinces_in(question))
    return question if whole else rest


def _weight(text: str) -> int:
    return len(_content(text).split())


def _leans(text: str, first: str, fullest: str, shared: Sequence[str]) -> bool:
    """Whether a clause about one province says too little to ask by itself ("…, mấy máy ở B?")."""
    words = set(_content(text).lower().split())
    known = set(_content(_joined([fullest, *shared])).lower().split())
    if text == fullest:
        return not shared
    if text != first and _weight(text) > 1 and _tense(text) not in (None, _tense(first)):
        return False
    return words <= known or (not shared and text != first and len(words) <= _MAX_LEANING)


def _tense(text: str) -> Tense | None:
    return asked_tense(text, 0)


def _parts(question: str, plans: Sequence[Plan]) -> tuple[list[str], dict[str, list[str]]]:
    """The clauses about all provinces, and those about one only, without the places' names."""
    remark = _REMARK.search(question)
    shared: list[str] = []
    own: dict[str, list[str]] = {}
    if remark and not provinces_in(remark["said"]):
        question = question[: remark.start()]
        shared.append(remark["said"])
    for province, clause in clauses(question, plans):
        text = bare(_without_numbers(without_places(clause, plans), plans))
        if province:
            own.setdefault(province, []).append(text)
        else:
            shared.append(text)
    return shared, own


def _without_numbers(text: str, plans: Sequence[Plan]) -> str:
    """`text` without the plans' bare numbers ("hai kế hoạch 15 và 208")."""
    heads = "|".join(re.escape(plan.number.partition("/")[0]) for plan in plans)
    return re.sub(rf"(?<![\w.,/])(?:{heads})(?![\w/]|[.,]\d)", " ", text) if heads else text


def _joined(texts: Sequence[str]) -> str:
    return ", ".join(text.strip() for text in texts if text.strip())


def _several(text: str) -> tuple[Aspect, ...]:
    """The aspects joined in `text`, each beginning with what an aspect may begin with.

    What stands before the first ("LGSP nối …") is of all of them.
    """
    first, *rest = JOINT_ASKED.split(text)
    pieces = [first, *rest] if _weight(first) or not rest else rest
    begins = _BEGINS.search(pieces[0]) if len(pieces) > 1 else None
    if begins:
        before = begins["before"] if _ASKED_HEAD.match(pieces[0], begins.end("before")) else ""
        told = tuple(
            _aspect(piece if at == 0 else f"{before}{piece}")
            for at, piece in enumerate(pieces)
            if _weight(piece) > 1 or (before and _weight(piece))
        )
        if len(pieces) == len(told) <= MAX_ASPECTS:
            return told
    return (_aspect(text),)


def _aspect(text: str) -> Aspect:
    return Aspect(_counted(text), _content(text) or text)


def _counted(text: str) -> str:
    """`text` with "số …" said as "bao nhiêu …", a share that is asked for said first."""
    counted = _NUMBER_OF.sub("bao nhiêu", _TIMES_AS_MUCH.sub(" ", text).strip())
    return f"bao nhiêu % {counted}" if _SHARE.search(wording.folded(text)) else counted


def _content(text: str) -> str:
    """The words of `text` that say what is compared."""
    bare = _without_frames(text)
    if not has_diacritics(text):
        return " ".join(WORD.findall(wording.FOLDED_FILLERS.sub(" ", bare)))
    words = WORD.findall(filler_phrases().sub(" ", bare))
    said = [word.lower() for word in words]
    return " ".join(word for at, word in enumerate(words) if word == "AI" or _carries(said, at))


def _carries(said: Sequence[str], at: int) -> bool:
    """Whether a word tells what is compared: by itself, or as half of a word ("phần mềm")."""
    if said[at] not in _framing():
        return True
    if said[at] not in _marked("~ ") | loose_fillers():
        return False
    pairs = (said[max(0, at - 1) : at + 1], said[at : at + 2])
    return any(
        len(pair) == 2 and not _framing().issuperset(pair) and is_compound(*pair) for pair in pairs
    )


def _without_frames(text: str) -> str:
    """`text` without the phrases that only ask to compare."""
    letters = list(text)
    for match in _frames().finditer(wording.folded(text)):
        letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(letters)


@cache
def _frames() -> re.Pattern[str]:
    """The phrases of compare_frame.txt, as a pattern over folded text."""
    return wording.any_of(
        *(re.escape(fold(line).lower()) for line in _lines() if line[:2] not in ("+ ", "~ ", "! "))
    )


@cache
def _framing() -> frozenset[str]:
    """Words that carry nothing of what is compared."""
    return (fillers() - _marked("! ")) | _marked("+ ") | _marked("~ ")


def _marked(mark: str) -> frozenset[str]:
    marked = (line for line in _lines() if line.startswith(mark))
    return frozenset(word for line in marked for word in line[2:].split())


@cache
def _lines() -> tuple[str, ...]:
    return tuple(sorted(lines("compare_frame.txt"), key=len, reverse=True))
