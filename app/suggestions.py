"""What one could ask next: up to three questions that the plans answer, checked before shown.

They come from what stands beside the cited passages (the next section, the next row) and from
the other provinces held. Each is asked of the assistant itself; one it does not answer with a
citation is not suggested. Nothing here runs before an answer is complete.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from app.answer import Answer, Citation, Status
from app.tabular.columns import columns_of
from app.understanding.kinds import Kind
from app.understanding.own_words import specific_words
from app.understanding.placing import capped, joined_names, lowered, placed, sentence
from app.understanding.subject import subject_of
from app.understanding.topic import topic_of
from app.words.entities import DEPARTMENT
from ingest.plan import Chunk, Plan, RowKind, Section
from prompts import text as say

MAX_SUGGESTIONS = 3
MAX_CHECKED = 6
"""Questions tried; each costs what a question costs."""
_MAX_NAME_CHARS = 90
_MIN_NAME_WORDS = 2
_MAX_OTHERS = 2
# In a heading of capitals: letters without a vowel ("CNTT"), and the few that have one.
_LEADING = re.compile(r"^(?:đối với|về)\s+(?:việc\s+)?", re.IGNORECASE)
# "Chỉ tiêu không đạt" leaves "chỉ tiêu không": nothing to compare.
_DENIES = re.compile(r"(?i)(?<!\w)(?:không|chưa|khong|chua)$")
_ABBREVIATION = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,}[.,;]?|UBND|HĐND|SOC|IOC|IPV6|AI|ATTT|ATTTM")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A question and the plans that its answer must cite for it to be worth asking."""

    question: str
    plan_ids: frozenset[str]


def suggested(
    answer: Answer, plans: Sequence[Plan], answer_to: Callable[[str], Answer]
) -> tuple[str, ...]:
    """Up to MAX_SUGGESTIONS questions that `answer_to` answers, none of them the one asked."""
    asked = answer.trace.standalone
    found = {c.question: c for c in _candidates(answer, plans) if c.question != asked}
    tried = islice(found.values(), MAX_CHECKED)
    good = (c.question for c in tried if _is_answered(answer_to(c.question), c.plan_ids))
    return tuple(islice(good, MAX_SUGGESTIONS))


def _is_answered(answer: Answer, plan_ids: frozenset[str]) -> bool:
    cited = {citation.plan_id for citation in answer.citations}
    return answer.status is Status.ANSWERED and plan_ids <= cited


def _candidates(answer: Answer, plans: Sequence[Plan]) -> Iterator[_Candidate]:
    """The questions in the order in which they are tried, the kinds taking turns."""
    by_id = {plan.plan_id: plan for plan in plans}
    cited = [(by_id[c.plan_id], c) for c in answer.citations if c.plan_id in by_id]
    if answer.status is Status.DECLINED or not cited:
        yield from _after_refusal(answer, plans)
        return
    plan, citation = cited[0]
    turns = zip_longest(
        _rows_beside(plan, citation),
        _of_others(answer, plan, plans),
        _sections_beside(plan, citation),
    )
    yield from (found for found in chain.from_iterable(turns) if found)


def _of_others(answer: Answer, plan: Plan, plans: Sequence[Plan]) -> Iterator[_Candidate]:
    """The same matter compared with other provinces held, those planning the same years first."""
    asked, subject = answer.trace.standalone, subject_of(answer.trace.standalone, plans)
    if len({citation.plan_id for citation in answer.citations}) > 1:
        return
    others = sorted(
        (other for other in plans if other.province != plan.province),
        key=lambda other: abs(other.period[0] - plan.period[0]),
    )
    of_document = answer.trace.kind == Kind.METADATA.value
    for other in others[:_MAX_OTHERS]:
        if of_document:
            question = sentence(placed(asked, [other.province]))
            yield _Candidate(question, frozenset({other.plan_id}))
        elif (
            len(subject.split()) >= _MIN_NAME_WORDS
            and not DEPARTMENT.match(subject)
            and not _DENIES.search(subject)
        ):
            places = joined_names((plan.province, other.province))
            question = say("suggestions.compare", subject=lowered(subject), provinces=places)
            yield _Candidate(question, frozenset({plan.plan_id, other.plan_id}))


def _sections_beside(plan: Plan, citation: Citation) -> Iterator[_Candidate]:
    """What the sections after and before the cited one say."""
    chunk = next((c for c in plan.chunks if c.chunk_id == citation.chunk_id), None)
    here = plan.sections[chunk.section_id] if chunk and chunk.section_id is not None else None
    if here is None:
        return
    level = [s for s in plan.sections if s.parent_id == here.parent_id and _is_topic(s)]
    after = [s for s in level if s.start > here.start]
    before = [s for s in level if s.start < here.start]
    for section in (*after[:2], *before[-1:]):
        yield _of_section(plan, section)


def _after_refusal(answer: Answer, plans: Sequence[Plan]) -> Iterator[_Candidate]:
    """The sections in which retrieval found what comes nearest; without any, other provinces."""
    by_id = {plan.plan_id: plan for plan in plans}
    passages = [p for p in answer.trace.passages if p.plan_id in by_id]
    for passage in passages:
        plan = by_id[passage.plan_id]
        chunk = _chunk(plan, passage.chunk_id)
        if chunk and chunk.section_id is not None and _is_topic(plan.sections[chunk.section_id]):
            yield _of_section(plan, plan.sections[chunk.section_id])
    if (
        answer.status is Status.DECLINED
        and not passages
        and answer.trace.kind != Kind.OUTSIDE.value
    ):
        for plan in plans[:MAX_CHECKED]:
            question = sentence(placed(answer.trace.standalone, [plan.province]))
            yield _Candidate(question, frozenset({plan.plan_id}))


def _chunk(plan: Plan, chunk_id: str) -> Chunk | None:
    return next((chunk for chunk in plan.chunks if chunk.chunk_id == chunk_id), None)


def _of_section(plan: Plan, section: Section) -> _Candidate:
    question = say("suggestions.section", province=plan.province, heading=_said(section.heading))
    return _Candidate(question, frozenset({plan.plan_id}))


def _rows_beside(plan: Plan, citation: Citation) -> Iterator[_Candidate]:
    """The rows after and before the cited one."""
    chunk = _chunk(plan, citation.chunk_id)
    table = next((t for t in plan.tables if chunk and t.table_id == chunk.table_id), None)
    if chunk is None or table is None or chunk.row_index is None:
        return
    column = columns_of(table).name
    for index in (chunk.row_index + 1, chunk.row_index - 1):
        row = table.rows[index] if 0 <= index < len(table.rows) else None
        name = row.cells[column] if row and row.kind is RowKind.DATA else None
        if isinstance(name, str) and _is_name(name):
            question = say("suggestions.row", name=capped(_said(name)), province=plan.province)
            yield _Candidate(question, frozenset({plan.plan_id}))


def _is_name(text: str) -> bool:
    return len(text.split()) >= _MIN_NAME_WORDS and len(text) <= _MAX_NAME_CHARS


def _is_topic(section: Section) -> bool:
    """Whether a heading names a matter, and not merely "Nội dung kế hoạch" or an office."""
    heading = section.heading.strip(" .:;")
    return (
        _is_name(heading)
        and len(specific_words(topic_of(_said(heading)))) >= _MIN_NAME_WORDS
        and not DEPARTMENT.match(heading)
    )


def _said(name: str) -> str:
    """A heading or a row's name inside a sentence; one in capitals in small letters."""
    line = _LEADING.sub("", " ".join(name.split()).strip(" .:;,-"))
    if not line.isupper():
        return lowered(line)
    return " ".join(
        word if _ABBREVIATION.fullmatch(word) else word.lower() for word in line.split()
    )
