"""What a passage must hold before it may answer, whatever its score: names, years, its reason.

A question that names "5G" or "Hà Tiên" is not answered by a passage on another network or town,
however many of its other words stand there.
"""

import re

from app.reading.material import Coverage, Material
from app.understanding import part_words
from app.understanding.kinds import Kind
from app.understanding.own_words import specific_words
from app.understanding.question import Question
from app.understanding.topic import in_words, without_places
from app.words import wording
from app.words.entities import DEPARTMENT
from app.words.years import SPAN
from index.queries.query import query_reader
from index.terms.analyzer import has_diacritics
from ingest.plan import Chunk, Plan

_WHY_COVERAGE = 0.6
"""A question after a reason takes its premise for granted: the passage must hold nearly all of it."""
_CAUSE_COVERAGE = 0.4
"""The same for a passage under a heading on causes."""
_NAME_COVERAGE = 0.5
"""The share of a name from which a passage speaks of its bearer."""
_NEWEST_COVERAGE = 0.25
"""The share of a follow-up's own words from which a passage speaks of what they ask."""
_YEAR = re.compile(r"(?<![\d./-])20[0-4]\d(?!\d)")
# "18/01/2021", "749/QĐ-TTg", "12/2020/NĐ-CP": years of documents, not of what is said.
_DATED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d+/(?:\d{4}/)?[A-ZĐ]+\S*")
_CAPITALISED = rf"[{wording.UPPER}][{wording.LOWER}]+"
# "Hà Tiên", "Đại học Nông Lâm"; "5G", "SIM", "IPv6": what has one name only.
_NAME = re.compile(
    rf"(?<!\w)(?:{_CAPITALISED}(?: {_CAPITALISED})+|\d[A-Z]+|[A-ZĐ]{{3,}}(?:&[A-ZĐ]+|v?\d+)*)(?!\w)"
)
# What a reason is asked for, by the turn it takes: what stopped, what came late, what is lacking.
# A passage on the same thing that says nothing of the turn gives no reason for it.
_TURNS = (
    r"bỏ(?! trống| phiếu| sung)|hủy|huỷ|ngừng|dừng|chấm dứt|đình chỉ|bãi bỏ|giải thể|đóng cửa|thu hồi|gỡ|cắt giảm|thất bại|ngưng",
    r"chậm|trễ|muộn|hoãn|lùi|kéo dài|quá hạn|dở dang",
)  # fmt: skip
_EVERY_YEAR = re.compile(r"(?:hằng|hàng|mỗi|từng) năm", re.IGNORECASE)
# "(trừ văn bản mật)", "không bao gồm hồ sơ mật": what is told is told of all the others.
_EXCEPTED = re.compile(
    r"(?i)(?<!\w)(?:trừ|ngoại trừ|không (?:bao gồm|kể|tính))(?: trường hợp)?\s[^,;.)]*"
)
_ASKS_EXCEPTED = re.compile(
    r"(?i)(?<!\w)(?:trừ|ngoại trừ|loại trừ|ngoài|không (?:bao gồm|kể|tính))(?!\w)"
)
_WORD_HELD = 0.6
_COMMON = 10
"""How often a plan may use an abbreviation before it tells no two of its passages apart."""


def may_answer(material: Material, plan: Plan, chunk: Chunk) -> bool:
    """Whether a passage speaks of the bearers, the years and the office that are asked about."""
    question = material.question
    return (
        speaks_of_department(question.standalone, chunk)
        and in_period(question, plan, chunk)
        and _names_department(question, chunk, material.coverage)
        and _premise_stands(material, chunk)
        and not _leaves_out(question, chunk, material.coverage)
        and not missing_names(question, plan, chunk, material.coverage)
    )


def holds_newest(question: Question, text: str, coverage: Coverage) -> bool:
    """Whether `text` holds something of what the newest message adds to an earlier subject.

    True for a question of its own and for words that can be asked of anything ("khi nào").
    """
    own = " ".join(specific_words(question.focus))
    return not own or coverage(own, text) >= _NEWEST_COVERAGE


def missing_names(
    question: Question, plan: Plan, chunk: Chunk, coverage: Coverage
) -> tuple[str, ...]:
    """The names in `question` that neither the passage with its headings nor the title holds."""
    text = _DATED.sub(" ", without_places(question.standalone, (plan,)))
    if text.isupper():
        return ()
    context = _context(chunk)
    document = f"{plan.title} {plan.issuer}"
    return tuple(
        name
        for name in _NAME.findall(text)
        if coverage(name, context) < _NAME_COVERAGE > coverage(name, document)
        and not DEPARTMENT.search(name)
        and not (name.isupper() and _is_common(name, plan))
    )


def names_nowhere(question: Question, plan: Plan) -> tuple[str, ...]:
    """The names in `question` that no word of the plan is, written so or spelt out.

    Whatever a row or passage says, it says nothing of their bearers.
    """
    text = _DATED.sub(" ", without_places(question.standalone, (plan,)))
    if text.isupper():
        return ()
    # The first word has its capital from the sentence.
    text = text[:2].lower() + text[2:] if text[1:2].islower() else text
    said = wording.folded(f"{plan.title} {plan.issuer} {plan.text}")
    return tuple(
        name
        for name in _NAME.findall(text)
        if wording.folded(name) not in said
        and not DEPARTMENT.search(name)
        and not query_reader().read(name).expansions
    )


def _is_common(abbreviation: str, plan: Plan) -> bool:
    """Whether a plan uses an abbreviation everywhere, or only what it stands for."""
    n = plan.text.count(abbreviation)
    return n > _COMMON or (n == 0 and bool(query_reader().read(abbreviation).expansions))


def _context(chunk: Chunk) -> str:
    return " ".join((*chunk.headings, chunk.text))


def speaks_of_department(question: str, chunk: Chunk) -> bool:
    """Whether a passage or its headings name the department whose duties `question` asks for.

    True when it asks for no department's duties.
    """
    asked = DEPARTMENT.search(question)
    if asked is None or not wording.DUTIES.search(wording.folded(question)):
        return True
    said = wording.folded(_context(chunk))
    return " ".join(wording.folded(asked.group()).split()) in " ".join(said.split())


def _leaves_out(question: Question, chunk: Chunk, coverage: Coverage) -> bool:
    """Whether a passage names something asked for only where it excepts it ("trừ văn bản mật").

    Without marks a syllable is too many words to tell.
    """
    kept = _EXCEPTED.sub(" ", chunk.text)
    unsure = _ASKS_EXCEPTED.search(question.standalone) or not has_diacritics(question.topic)
    if kept == chunk.text or unsure:
        return False
    around = " ".join((*chunk.headings, kept))
    return any(
        coverage(word, chunk.text) >= _WORD_HELD > coverage(word, around)
        for word in in_words(question.topic)
    )


def _premise_stands(material: Material, chunk: Chunk) -> bool:
    question = material.question
    if not wording.WHY.search(wording.folded(question.standalone)):
        return True
    if not _takes_turn(question.standalone, _context(chunk)):
        return False
    asked = [text for text in (question.topic, question.focus) if text]
    held = (material.coverage(text, chunk.text) for text in asked)
    among_causes = any(part_words.CAUSES.search(wording.folded(h)) for h in chunk.headings)
    return max(held, default=0.0) >= (_CAUSE_COVERAGE if among_causes else _WHY_COVERAGE)


def _takes_turn(question: str, context: str) -> bool:
    """Whether a passage says, as the question does, that something stopped or came late."""
    return all(
        re.search(rf"(?i)(?<!\w)(?:{turn})(?!\w)", context)
        for turn in _TURNS
        if re.search(rf"(?i)(?<!\w)(?:{turn})(?!\w)", question)
    )


def _names_department(question: Question, chunk: Chunk, coverage: Coverage) -> bool:
    """Whether a passage that is to give a department's figure speaks of that department."""
    asked_of = DEPARTMENT.search(question.standalone)
    if question.kind is not Kind.FIGURE or asked_of is None:
        return True
    return coverage(asked_of.group(), _context(chunk)) >= _NAME_COVERAGE


def in_period(question: Question, plan: Plan, chunk: Chunk) -> bool:
    """Whether the years asked for are the plan's or stand in the passage or its headings.

    Of a plan for several years a passage that speaks of other years only is of those; one that
    names none is of the years that its lead-in or the nearest heading names.
    """
    context = _context(chunk)
    if not years_fit(question, plan, context):
        return False
    told = _years_told(plan, chunk)
    several = plan.period[0] < plan.period[1]
    asked = [year for year in question.years if not _covers(question, year, chunk.text)]
    return not (several and told and asked) or bool(told & set(asked))


def names_year(question: Question, plan: Plan, chunk: Chunk) -> bool:
    """Whether a passage of a plan for several years says that it is of a year asked for."""
    several = plan.period[0] < plan.period[1]
    return several and bool(_years_told(plan, chunk) & set(question.years))


def _years_told(plan: Plan, chunk: Chunk) -> set[int]:
    """The years of a passage: its own, else those of its lead-in or of the nearest heading.

    A heading's period ("GIAI ĐOẠN 2021-2025") is the plan's and tells no passage apart.
    """
    lead = next((c.text for c in plan.chunks if c.chunk_id == chunk.lead_id), "")
    above = (SPAN.sub(" ", text) for text in (lead, *reversed(chunk.headings)))
    return _years(chunk.text) or next(filter(None, map(_years, above)), set())


def _years(text: str) -> set[int]:
    """The years of a text that are not those of documents."""
    return set(map(int, _YEAR.findall(_DATED.sub(" ", text))))


def _covers(question: Question, year: int, text: str) -> bool:
    """Whether years "from … to …" speak of one among them: their sum is no single year's figure."""
    spans = [(int(first), int(last)) for first, last in SPAN.findall(text)]
    if question.kind is Kind.FIGURE and not _EVERY_YEAR.search(text):
        return any(year == last for _, last in spans)
    return any(first <= year <= last for first, last in spans)


def years_fit(question: Question, plan: Plan, context: str) -> bool:
    """Whether every year asked for is within the plan's period or stands in `context`."""
    first, last = plan.period
    return all(
        first <= year <= last or str(year) in context or _in_range(year, context)
        for year in question.years
    )


def _in_range(year: int, context: str) -> bool:
    return any(int(first) <= year <= int(last) for first, last in SPAN.findall(context))
