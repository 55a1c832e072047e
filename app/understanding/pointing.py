"""The provinces and years that a message points at without naming them.

"Tỉnh đó", "hai tỉnh còn lại", "cả bốn", "tỉnh thứ hai", "tỉnh kia" are resolved against the
provinces spoken of; "năm nay", "giai đoạn này" against the plans held, and that is said.
"""

import re
from collections.abc import Sequence

from app.understanding import talking
from app.understanding.typed import words
from app.words import wording
from app.words.wording import any_of
from ingest.plan import Plan

_PLACE = r"(?:tinh|dia phuong|noi|ben|thanh pho)"
_ORDINALS = {"nhat": 0, "dau": 0, "mot": 0, "hai": 1, "nhi": 1, "ba": 2, "tu": 3, "bon": 3}
_COUNTS = {"ca hai": 2, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_COUNT = r"(?:hai|ba|bon|nam|[2-5])"
ORDINAL = any_of(
    rf"{_PLACE} (?:thu |so )(?P<nth>nhat|mot|hai|nhi|ba|tu|bon)",
    rf"{_PLACE} (?P<first>(?:hoi |noi |neu )?(?:luc |ban |hoi )?dau(?: tien)?|hoi luc dau|ban dau)",
    rf"{_PLACE} (?P<last>sau cung|cuoi cung|cuoi|sau)",
)
SEVERAL = any_of(
    rf"(?:ca )?(?P<many>{_COUNT}) (?:{_PLACE}|ke hoach|ban)(?: (?:nay|do|ay|tren|kia|vua neu|noi tren))",
    rf"ca (?P<all>{_COUNT})(?: {_PLACE})?", rf"(?P<end>{_COUNT}) {_PLACE}(?=[\s?.!]*$)", r"(?P<both>(?:hai|2) (?:ben|noi|phia)|doi ben)",
)  # fmt: skip
OTHER_ONE = any_of(rf"{_PLACE} (?:kia|con lai)")
JUST_NAMED = any_of(rf"{_PLACE} (?:vua|moi) (?:neu|hoi|noi|nhac|noi den)(?: den| toi)?")
THERE = any_of(r"(?:o|tai) (?:do|day|ay)", r"(?:cho|noi) (?:do|day|ay|nay)")


def pointed(
    body: str, spoken: Sequence[str], before: Sequence[str], held: Sequence[str]
) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """The provinces that `body` points at, and the spans of the words that point.

    `spoken` are those of the conversation in the order in which they came up, `before` those of
    the last question, `held` those with a plan. Empty when it points at none.
    """
    folded = wording.folded(body)
    among = before if len(before) > 1 else spoken
    if match := ORDINAL.search(folded):
        name = _nth(match, among)
        return ((name,), [match.span()]) if name else ((), [])
    match = talking.OTHER_PROVINCES.search(folded)
    if match and not OTHER_ONE.fullmatch(match.group().strip()):
        return tuple(n for n in held if n not in before), [match.span()]
    if match := SEVERAL.search(folded):
        names = _several(match, spoken, before, held)
        return names, [match.span()] if names else []
    if match := OTHER_ONE.search(folded):
        others = [n for n in spoken if n not in before] or [n for n in held if n not in before]
        return tuple(others[-1:] if spoken else others), [match.span()]
    if match := JUST_NAMED.search(folded):
        return tuple(before), [match.span()]
    return (), []


def _nth(match: re.Match[str], among: Sequence[str]) -> str:
    if not among:
        return ""
    if match["first"]:
        return among[0]
    if match["last"]:
        return among[-1]
    place = _ORDINALS[match["nth"]]
    return among[place] if place < len(among) else ""


def _several(
    match: re.Match[str], spoken: Sequence[str], before: Sequence[str], held: Sequence[str]
) -> tuple[str, ...]:
    """The last so many provinces spoken of; all that are held when it says their number."""
    count = _COUNTS.get(match["many"] or match["all"] or match["end"] or "hai", 2)
    if len(before) == count:
        return tuple(before)
    if len(spoken) >= count:
        return tuple(spoken[-count:])
    return tuple(held) if match["all"] and len(held) == count else ()


_THIS_YEAR = any_of(r"nam (?:nay|hien tai)")
# "Năm trước", but not "5 năm trước", "những năm tới".
_ONE = "".join(
    rf"(?<!{before} )"
    for before in (r"\d", "hai", "ba", "bon", "nam", "muoi", "vai", "may", "nhieu", "cac", "nhung")
)
_LAST_YEAR = any_of(rf"(?<!so voi ){_ONE}nam (?:ngoai|truoc(?! do)|vua qua|vua roi)")
# "Dồn sang năm sau" says what happened, not when.
_NEXT_YEAR = any_of(rf"(?<!sang ){_ONE}nam (?:toi|sau(?! do| cung)|ke tiep)", r"sang nam(?! sau)")
_THIS_PERIOD = any_of(r"(?:giai doan|nhiem ky|thoi ky|ky) (?:nay|hien nay|hien tai)")


def with_years(text: str, concerned: Sequence[Plan]) -> tuple[str, str]:
    """`text` with "năm nay", "năm ngoái", "giai đoạn này" as years of the plans' period.

    Also the words that were understood and what they were taken for ("“năm nay” là năm 2022"),
    or "". Nothing is resolved when the plans concerned have different periods.
    """
    periods = {plan.period for plan in concerned}
    if len(periods) != 1:
        return text, ""
    first, last = periods.pop()
    whole = f"năm {first}" if first == last else f"giai đoạn {first}-{last}"
    forms = (
        (_THIS_YEAR, whole),
        (_THIS_PERIOD, whole),
        (_LAST_YEAR, f"năm {first - 1}"),
        (_NEXT_YEAR, f"năm {last + 1}"),
    )
    folded = wording.folded(text)
    for pattern, form in forms:
        match = pattern.search(folded)
        if match and not re.search(r"20\d\d", text):
            said = text[match.start() : match.end()].lower()
            return text[: match.start()] + form + text[match.end() :], f"“{said}” là {form}"
    return text, ""


_THEN = words(
    r"(?:vào |lúc |tại |đến )?(?<!hai )(?<!2 )(?<!ba )(?<!các )(?<!những )(?:khi|lúc|thời điểm|thời gian|mốc|năm|giai đoạn|kỳ) (?:đó|ấy|này|trên)"
)
_SHIFTED = words(r"năm (?P<shift>sau|trước|kế tiếp|liền trước|liền sau)(?: đó)?(?= *[?.!,]|$| đó)")


def at_that_time(body: str, years: str) -> str:
    """`body` with "lúc đó", "năm sau đó" as the year or period of the earlier question.

    `years` is "năm 2022" or "giai đoạn 2021-2025"; without it nothing changes.
    """
    single = re.fullmatch(r"năm (20\d\d)", years)
    if single and (match := _SHIFTED.search(body)):
        later = wording.folded(match["shift"]) in {"sau", "ke tiep", "lien sau"}
        form = f"năm {int(single[1]) + (1 if later else -1)}"
        return body[: match.start()] + form + body[match.end() :]
    match = _THEN.search(body)
    return body[: match.start()] + years + body[match.end() :] if match and years else body
