"""Which of a sentence's figures answers the question, and how it is led with.

Vietnamese puts the counted thing behind its number ("120 điểm cầu") or the number behind its
label ("Tỷ lệ …: 40%"), so each figure is judged by the words between its neighbours.
"""

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from app.reading.counted import MONEY_UNIT, PERCENT_UNIT, Asked
from app.reading.counting import counts, counts_another, is_classifier, measures, same_head
from app.reading.material import Coverage
from app.reading.own_clause import own_clause
from app.reading.scopes import scope_fit
from app.reading.sentences import Span
from app.reading.wholes import PART_PENALTY, is_part, wholeness
from ingest.plan import Plan, Quantity
from ingest.quantities import canonical, parse_quantities

_MAX_LEAD_WORDS = 8
_SHARE_PLACES = Decimal("0.01")
_MAX_NAME = 20
# "mức độ 3", "Phụ lục 01", "giai đoạn 2": a number that names, not one that counts.
_NAMING = re.compile(
    r"(?:mức|mức độ|mô hình|thế hệ|công nghệ|cấp|cấp độ|lớp|giai đoạn|phiên bản|điều|khoản|mục|phụ lục|số|quốc lộ|lần thứ|thứ|dự án|loại)\s*$",
    re.IGNORECASE,
)
# "tối thiểu một cán bộ": what is counted follows a number in letters at once.
_SPELLED = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}  # fmt: skip
# "(1)", "2." before an item of a list.
_ENUMERATOR = re.compile(r"\(\d{1,2}\)|^\s*[-+]?\s*\d{1,2}[.)](?!\d)")
_FOCUS_WEIGHT = 1.0
_MIN_MEASURE = 0.6
"""Coverage of the topic from which a share or a sum may answer a question that counts."""
# "03-" of "03-05 lớp", "08/" of "08/13": a figure in two parts.
_RANGE_START = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)*\s?[-–/]\s?$")
_GLUED = re.compile(r"(?<=\d)(?=[^\W\d_])")
_JOINS = re.compile(r"(?:[\s,;]+(?:và|hoặc|hay|cùng|với|của|là|được|trong|gồm))+$", re.IGNORECASE)
# "44/" of "44/63 hệ thống": of how many so many.
_PART_OF = re.compile(r"(?<![\w.,/-])(\d+)\s?/\s?$")
# "trạm thông tin di động (BTS)": the short form behind a name belongs to it.
_SHORT_FORM = "".join(rf"(?<!\([A-ZĐ]{{{n}}})" for n in range(2, 7))
_CLAUSE_BREAK = re.compile(rf"[.;:]\s|[;:]|\((?![A-ZĐ]{{2,6}}\))|{_SHORT_FORM}\)|,\s")


@dataclass(frozen=True, slots=True)
class Picked:
    """A figure of a sentence, how well it fits what is asked (0 to 3) and its lead phrase.

    `scope` is what the asked scopes add or take ("cấp xã" asked, "cấp huyện" found).
    """

    quantity: Quantity
    fit: float
    scope: float
    lead: str


def pick(
    plan: Plan,
    sentence: Span,
    wanted: Asked,
    topic: str,
    scopes: frozenset[str],
    coverage: Coverage,
    focus: str = "",
) -> Picked | None:
    """The figure of `sentence` that fits `wanted`, `topic` and `scopes` best; None without any.

    The words of `focus` are looked for beside each figure: they ask for a part.
    """
    quantities = _amounts(plan, sentence) or _spelled(plan, sentence, wanted.noun)
    best: Picked | None = None
    rank = told = 0.0
    for number, quantity in enumerate(quantities):
        left = quantities[number - 1].end if number else sentence.start
        right = quantities[number + 1].start if number + 1 < len(quantities) else sentence.end
        end = _clause_end(plan.text, quantity.end, right)
        after, around = plan.text[quantity.start : end], plan.text[left:right]
        # What money is for stands before it or in its clause: the next clause tells the next sum.
        near = plan.text[left:end] if canonical(quantity)[1] == MONEY_UNIT else around
        if wanted.unit == PERCENT_UNIT:
            quantity = _as_share(plan.text, sentence.start, quantity)
        if wanted.unit and canonical(quantity)[1] != wanted.unit:
            continue
        if wanted.noun and not counts(wanted.noun, around, coverage):
            continue
        if wanted.noun and counts_another(wanted.noun, quantity, plan.text[left:end], coverage):
            continue
        if wanted.noun and measures(quantity) and coverage(topic, around) < _MIN_MEASURE:
            continue
        fit = _unit_fit(quantity, wanted, after, coverage)
        fit += coverage(topic, near) + 0.5 * coverage(topic, after)
        scope = scope_fit(
            scopes, plan.text[_clause_start(plan.text, left, quantity.start) : quantity.end] + after
        )
        before = plan.text[sentence.start : quantity.start]
        if not scopes and is_part(before):
            fit -= PART_PENALTY
        # Words of the question that stand beside a part alone ask for that part.
        own, told = coverage(topic, around) > told, max(told, coverage(topic, around))
        if focus:
            clause = own_clause(plan.text, left, quantity.start, quantity.end, right)
            fit += _FOCUS_WEIGHT * coverage(focus, clause)
        place = fit + scope + (0.0 if scopes or own else wholeness(before, quantity))
        if best is None or place > rank + 1e-9:
            best, rank = Picked(quantity, fit, scope, _lead(plan, quantity, right)), place
    return best


def holds_amount(plan: Plan, span: Span, wanted: Asked, coverage: Coverage, around: str) -> bool:
    """Whether `span` holds an amount that may be `wanted`, in whatever words it is counted.

    Its unit must be the asked one; the counted noun, unless a classifier, in the words `around`.
    """
    amounts = _amounts(plan, span)
    if wanted.unit:
        return any(canonical(quantity)[1] == wanted.unit for quantity in amounts)
    if not amounts or not wanted.noun or is_classifier(wanted.noun):
        return bool(amounts)
    return counts(wanted.noun, around, coverage) and any(
        not counts_another(wanted.noun, quantity, _clause(plan, quantity, span), coverage)
        for quantity in amounts
    )


def _amounts(plan: Plan, span: Span) -> list[Quantity]:
    """The quantities of `span` without numbers that only name or enumerate."""
    text = span.of(plan.text)
    enumerators = [match.span() for match in _ENUMERATOR.finditer(text)]
    return [
        quantity
        for quantity in parse_quantities(text, plan.notes, span.start)
        if not _names(plan.text[span.start : quantity.start], quantity)
        and not any(a <= quantity.start - span.start < b for a, b in enumerators)
    ]


def _spelled(plan: Plan, span: Span, noun: str) -> list[Quantity]:
    """The numbers in letters that stand before the head of `noun` in `span`."""
    head, _, rest = noun.partition(" ")
    if not head:
        return []
    more = rf"(?:\s+{re.escape(rest.partition(' ')[0])}(?!\w))?" if rest else ""
    shape = re.compile(rf"(?i)(?<!\w)({'|'.join(_SPELLED)})\s+({re.escape(head)}(?!\w){more})")
    return [
        Quantity(
            Decimal(_SPELLED[match[1].lower()]),
            match[2],
            match.group(),
            span.start + match.start(),
            span.start + match.end(),
        )
        for match in shape.finditer(span.of(plan.text))
    ]


def _as_share(text: str, limit: int, quantity: Quantity) -> Quantity:
    """The share that "44/63 hệ thống" is; any other quantity as it stands."""
    part = _PART_OF.search(text, max(limit, quantity.start - 16), quantity.start)
    if part is None or measures(quantity) or not 0 < int(part[1]) <= quantity.value:
        return quantity
    share = (int(part[1]) * 100 / quantity.value).quantize(_SHARE_PLACES, ROUND_HALF_UP)
    return replace(quantity, value=share, unit=PERCENT_UNIT)


def _names(before: str, quantity: Quantity) -> bool:
    """Whether the number is a name's: "mức độ 3", but not "đã cấp 1.200 chữ ký số"."""
    return quantity.value < _MAX_NAME and bool(_NAMING.search(before))


def _clause_start(text: str, limit: int, end: int) -> int:
    """The end of the last clause break in `text[limit:end]`, or `limit`."""
    breaks = [match.end() for match in _CLAUSE_BREAK.finditer(text, limit, end)]
    return breaks[-1] if breaks else limit


def _clause(plan: Plan, quantity: Quantity, span: Span) -> str:
    start = _clause_start(plan.text, span.start, quantity.start)
    return plan.text[start : _clause_end(plan.text, quantity.end, span.end)]


def _clause_end(text: str, start: int, limit: int) -> int:
    match = _CLAUSE_BREAK.search(text, start, limit)
    return match.start() if match else limit


def _unit_fit(quantity: Quantity, wanted: Asked, after: str, coverage: Coverage) -> float:
    if wanted.unit:
        return 1.0
    if wanted.noun:
        same_noun = same_head(quantity.unit, wanted.noun)
        return coverage(wanted.noun, after) + 0.7 * same_noun - 2.0 * measures(quantity)
    return 0.0


def _lead(plan: Plan, quantity: Quantity, limit: int) -> str:
    """The figure with its unit and, for a count, the words it counts."""
    unit = canonical(quantity)[1]
    before = _RANGE_START.search(plan.text, max(0, quantity.start - 16), quantity.start)
    start = before.start() if before else quantity.start
    short = plan.reading(start, quantity.end).split()
    if unit in (MONEY_UNIT, PERCENT_UNIT):
        return spaced(" ".join(short))
    end = _clause_end(plan.text, quantity.end, limit)
    phrase = plan.reading(start, end).split()
    shown = " ".join(phrase if len(phrase) <= _MAX_LEAD_WORDS else short)
    return _JOINS.sub("", shown).rstrip(" .,;:")


def spaced(amount: str) -> str:
    """An amount with the blank between number and unit that its source lacks ("12tỷ đồng")."""
    return _GLUED.sub(" ", amount)
