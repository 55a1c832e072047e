"""Times in the cells of a comparison: what a passage says when or how often, and which comes first."""

import re
from dataclasses import replace

from app.reading.finding import Finding
from app.reading.material import Material
from app.reading.sentences import Span
from app.words import wording
from app.words.entities import due_text

# How a time is asked for, and how a passage states it.
_TIMES = (
    (
        wording.any_of(
            r"bao lau[\w\s,]* (?:mot|1) lan",
            r"tan suat",
            r"dinh ky(?: nao| may| bao)",
            r"may lan",
            r"bao nhieu lan",
            r"chu ky",
        ),
        re.compile(
            r"(?:định kỳ |ít nhất |tối thiểu )*(?:\d+ (?:lần|tháng|năm|tuần|quý)(?:\s?/\s?(?:\d+ )?(?:năm|tháng|quý|tuần)| (?:một|mỗi|trong) \S+)?(?: và (?:hàng|hằng) năm)?|(?:hàng|hằng|mỗi) (?:năm|quý|tháng|tuần))",
            re.IGNORECASE,
        ),
    ),
    (
        wording.any_of(
            r"khi nao",
            r"bao gio",
            r"ngay (?:nao|may)",
            r"hom nao",
            r"thoi han",
            r"han (?:chot|cuoi|nop|bao cao)?",
            r"moc(?: thoi gian)?",
            r"thoi diem",
            r"thang nao",
            r"nam nao",
            r"luc nao",
            r"quy nao",
        ),
        re.compile(
            r"(?:trước|trong|đến|hết|từ|vào)?\s?(?:ngày \d{1,2}(?:/\d{1,2}(?:/\d{4})?| (?:tháng \d{1,2}|hằng tháng|hàng tháng|của tháng)[^,.;()]{0,24})|quý [IV]+(?:\s?[/-]\s?\d{4}| năm \d{4})?|(?:tháng \d{1,2}[/ ](?:năm )?\d{4})|năm 20\d\d)",
            re.IGNORECASE,
        ),
    ),
)
_DAY = re.compile(
    r"ngay (\d{1,2})(?:/| thang )(\d{1,2})(?:/| nam )(20\d\d)|(?<![\d/])(\d{1,2})/(\d{1,2})/(20\d\d)"
)
_MONTH = re.compile(r"thang (\d{1,2})(?:/| nam |/nam )(20\d\d)")
_QUARTER = re.compile(r"quy (iv|i{1,3})(?:\s?[/-]\s?| nam )(20\d\d)")
_YEAR_ALONE = re.compile(r"nam (20\d\d)")
_SPELL = re.compile(
    r"\d+ (?:ngày|giờ|phút|tuần|tháng|năm)(?!\w)|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)",
    re.IGNORECASE,
)
_QUARTERS = {"i": 3, "ii": 6, "iii": 9, "iv": 12}
Moment = tuple[int, int, int]
"""Year, month, day; the last of its month, quarter or year where no more is said."""


def asks_for_time(question: str) -> bool:
    """Whether `question` asks when or how often."""
    folded = wording.folded(question)
    return any(asks.search(folded) for asks, _ in _TIMES)


def led(asked: Material, finding: Finding) -> Finding:
    """The finding led with what is asked for: a name, else a deadline or how often."""
    if finding.lead:
        return finding
    folded = wording.folded(asked.question.standalone)
    sentence = due_text(folded, finding.sentence.of(finding.plan.text))
    for question, value in _TIMES:
        if question.search(folded) and (match := value.search(sentence)):
            start = finding.sentence.start + match.start()
            return replace(finding, lead=match.group(), focus=Span(start, start + 1))
    return finding


def tells_when_due(question: str, finding: Finding) -> bool:
    """Whether a passage says until when, where a deadline is asked: a time or a number of days."""
    if finding.lead or not wording.DEADLINE.search(wording.folded(question)):
        return True
    return _SPELL.search(finding.sentence.of(finding.plan.text)) is not None


def moment(text: str) -> Moment | None:
    """The time that `text` names, to the day it ends on; None where it names none with a year."""
    folded = wording.folded(text)
    if day := _DAY.search(folded):
        found = [int(part) for part in day.groups() if part]
        return found[2], found[1], found[0]
    if month := _MONTH.search(folded):
        return int(month[2]), int(month[1]), 31
    if quarter := _QUARTER.search(folded):
        return int(quarter[2]), _QUARTERS[quarter[1]], 31
    year = _YEAR_ALONE.search(folded)
    return (int(year[1]), 12, 31) if year else None
