"""The years that a message means after an earlier question: "năm cuối", "kỳ trước", "hai năm đó".

Also the earlier question set against another of its years ("so với năm 2021 tăng bao nhiêu?").
"""

from collections.abc import Sequence

from app.conversation import limiting, recast
from app.conversation.earlier import Earlier
from app.understanding.own_words import asks, own_topic_of, specific_words
from app.understanding.placing import sentence
from app.understanding.pointing import at_that_time
from app.understanding.typed import Typed, words
from app.words.years import PERIOD, SPAN, periods
from ingest.plan import Plan

_FIRST_YEAR = words(r"năm (?:đầu tiên|đầu kỳ|đầu|thứ nhất)(?! tư)")
_LAST_YEAR = words(r"năm (?:cuối cùng|cuối kỳ|cuối|sau cùng)")
_SHIFTED = Typed(
    r"(?<!\w)(?<!ai )(?<!đã )(?<!số )(?:giai đoạn|nhiệm kỳ|thời kỳ|chu kỳ|kỳ|5 năm|năm năm)"
    r" (?P<shift>trước(?: đó| đây| nữa)?|liền trước|vừa qua|vừa rồi|qua|tới|sau(?: đó| này)?|liền sau|tiếp theo|kế tiếp|tiếp)(?!\w)"
)
_EARLIER = ("trước", "liền trước", "vừa", "qua", "truoc", "lien truoc", "vua")
_SETS_AGAINST = words(
    r"so với", r"chênh(?: lệch| nhau)*", r"tăng", r"giảm", r"hơn kém", r"cao hơn", r"thấp hơn", r"nhiều hơn", r"ít hơn", r"kém", r"lệch",
)  # fmt: skip
_TWO_YEARS = words(r"(?:cả )?(?:hai|2) năm (?:đó|này|ấy|trên|kia|vừa rồi|vừa nêu)", r"năm nào")
_BY_YEAR = Typed(
    r"^(?:(?:chia|phân|tách|phân bổ|phân kỳ|bố trí|cấp|số tiền|vốn|kinh phí)\s+)*(?:(?:ra|theo|cho|là|về|của)\s+)*(?:từng|mỗi|các|theo) năm"
    r"(?: (?:một|cụ thể|thì|là|được|bố trí|cấp|chia))*(?: (?:ra sao|thế nào|như thế nào|bao nhiêu|mấy|sao))?(?: tiền| vốn)?[\s?.!]*$"
)


def in_time(body: str, question: str, concerned: Sequence[Plan]) -> str:
    """`body` with the years written out that it only points at after `question`.

    "Lúc đó" is the year of `question`, "năm cuối" and "kỳ trước" lie by the one period that the
    plans `concerned` have; where they have several the words stay.
    """
    if _BY_YEAR.match(body):
        return "mỗi năm bao nhiêu?"
    body = at_that_time(body, recast.years_of(question))
    held = {plan.period for plan in concerned}
    if len(held) != 1:
        return body
    period = held.pop()
    return _shifted(_at_edge(body, period), question, period)


def _at_edge(body: str, period: tuple[int, int]) -> str:
    first, last = period
    for pattern, year in ((_FIRST_YEAR, first), (_LAST_YEAR, last)):
        match = pattern.search(body)
        if match and first < last:
            return f"{body[: match.start()]}năm {year}{body[match.end() :]}"
    return body


def _shifted(body: str, question: str, period: tuple[int, int]) -> str:
    match = _SHIFTED.search(body)
    if match is None:
        return body
    span = SPAN.search(question)
    base = (int(span[1]), int(span[2])) if span else period
    first, last = _beside(base, period, back=match["shift"].lower().startswith(_EARLIER))
    years = f"giai đoạn {first}-{last}" if first < last else f"năm {first}"
    return f"{body[: match.start()]}{years}{body[match.end() :]}"


def _beside(base: tuple[int, int], period: tuple[int, int], *, back: bool) -> tuple[int, int]:
    """The period before or after `base`: the rest of `period` where it is a part, else as long."""
    if period[0] <= base[0] <= base[1] <= period[1] and base != period:
        if back and base[0] > period[0]:
            return period[0], base[0] - 1
        if not back and base[1] < period[1]:
            return base[1] + 1, period[1]
    length = base[1] - base[0] + 1
    return (base[0] - length, base[0] - 1) if back else (base[1] + 1, base[1] + length)


def years_compared(body: str, earlier: Sequence[Earlier], plans: Sequence[Plan]) -> str:
    """The earlier question asked of two of its years at once, as `body` sets them, or "".

    "So với năm 2021 tăng bao nhiêu?" adds a year to the one asked about, "hai năm đó chênh bao
    nhiêu?" and "năm nào nhiều hơn?" mean the last two.
    """
    previous = limiting.bare(earlier[-1].question)
    now = periods(previous)
    own_matter = specific_words(own_topic_of(_SETS_AGAINST.of(body).sub(" ", body), plans))
    if len(now) != 1 or not _SETS_AGAINST.search(body) or own_matter:
        return ""
    if (said := periods(body)) and said[0] != now[0]:
        return _joined(previous, body)
    if not _TWO_YEARS.search(body) and not _differ_by_year(earlier):
        return ""
    spoken = dict.fromkeys(year for one in earlier for year in periods(one.question)[:1])
    other = [year for year in spoken if year != now[0]]
    if not other:
        return ""
    both = PERIOD.sub(f"{other[-1]} và năm {now[0]}", previous, count=1)
    asked = _TWO_YEARS.of(body).sub(" ", body) if "nào" not in body else body
    return _joined(both, " ".join(asked.split()))


def _differ_by_year(earlier: Sequence[Earlier]) -> bool:
    """Whether the last two questions ask the same of two years."""
    last = [PERIOD.sub("", one.question, count=1) for one in earlier[-2:]]
    return len(last) == 2 and last[0] == last[1]


def _joined(question: str, asked: str) -> str:
    comma = "," if asks(question) else ""
    return sentence(f"{question}{comma} {asked[:1].lower()}{asked[1:]}")
