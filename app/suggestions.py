"""What one could ask next: up to three questions that the plans answer, checked before shown.

They come from what stands beside the cited passages (the next section, the next row) and from
the other provinces held. Each is asked of the assistant itself; one it does not answer with a
citation is not suggested. Nothing here runs before an answer is complete.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice, zip_longest

from app.answer import Answer, Citation, Status
from app.placing import joined_names, lowered
from app.subject import subject_of
from ingest.plan import Chunk, Plan, RowKind, Section
from prompts import text as say

MAX_SUGGESTIONS = 3
MAX_CHECKED = 6
"""Questions tried; each costs what a question costs."""
_MAX_NAME_CHARS = 90
_MIN_NAME_WORDS = 2
_MAX_OTHERS = 2
_SHOUTED = re.compile(r"^[^a-zà-ỹ]{12,}$")


def suggested(
    answer: Answer, plans: Sequence[Plan], answer_to: Callable[[str], Answer]
) -> tuple[str, ...]:
    """Up to MAX_SUGGESTIONS questions that `answer_to` answers, none of them the one asked."""
    asked = answer.trace.standalone
    tried = islice(
        (q for q in dict.fromkeys(_candidates(answer, plans)) if q != asked), MAX_CHECKED
    )
    return tuple(islice((q for q in tried if _is_answered(answer_to(q))), MAX_SUGGESTIONS))


def _is_answered(answer: Answer) -> bool:
    return answer.status is Status.ANSWERED and bool(answer.citations)


def _candidates(answer: Answer, plans: Sequence[Plan]) -> Iterator[str]:
    """The questions in the order in which they are tried, the kinds taking turns."""
    by_id = {plan.plan_id: plan for plan in plans}
    cited = [(by_id[c.plan_id], c) for c in answer.citations if c.plan_id in by_id]
    if not cited:
        yield from _from_what_was_seen(answer, by_id)
        return
    plan, citation = cited[0]
    turns = zip_longest(
        _rows_beside(plan, citation),
        _comparisons(answer, plan, plans),
        _sections_beside(plan, citation),
    )
    yield from (question for question in chain.from_iterable(turns) if question)


def _comparisons(answer: Answer, plan: Plan, plans: Sequence[Plan]) -> Iterator[str]:
    """The same matter compared with other provinces held, those planning the same years first."""
    provinces = {c.plan_id for c in answer.citations}
    subject = subject_of(answer.trace.standalone, plans)
    if len(provinces) > 1 or len(subject.split()) < _MIN_NAME_WORDS:
        return
    others = sorted(
        (other for other in plans if other.province != plan.province),
        key=lambda other: abs(other.period[0] - plan.period[0]),
    )
    for name in list(dict.fromkeys(other.province for other in others))[:_MAX_OTHERS]:
        places = joined_names((plan.province, name))
        yield say("suggestions.compare", subject=lowered(subject), provinces=places)


def _sections_beside(plan: Plan, citation: Citation) -> Iterator[str]:
    """What the sections after and before the cited one say."""
    chunk = next((c for c in plan.chunks if c.chunk_id == citation.chunk_id), None)
    here = plan.sections[chunk.section_id] if chunk and chunk.section_id is not None else None
    if here is None:
        return
    level = [s for s in plan.sections if s.parent_id == here.parent_id and _is_topic(s)]
    after = [s for s in level if s.start > here.start]
    before = [s for s in level if s.start < here.start]
    for section in (*after[:2], *before[-1:]):
        yield _of_section(plan, section.heading)


def _from_what_was_seen(answer: Answer, by_id: dict[str, Plan]) -> Iterator[str]:
    """After a refusal: the sections in which retrieval found what comes nearest."""
    for passage in answer.trace.passages:
        plan = by_id.get(passage.plan_id)
        chunk = plan and _chunk(plan, passage.chunk_id)
        if plan and chunk and chunk.section_id is not None:
            section = plan.sections[chunk.section_id]
            if _is_topic(section):
                yield _of_section(plan, section.heading)


def _chunk(plan: Plan, chunk_id: str) -> Chunk | None:
    return next((chunk for chunk in plan.chunks if chunk.chunk_id == chunk_id), None)


def _of_section(plan: Plan, heading: str) -> str:
    return say("suggestions.section", province=plan.province, heading=_said(heading))


def _rows_beside(plan: Plan, citation: Citation) -> Iterator[str]:
    """The rows after and before the cited one."""
    chunk = _chunk(plan, citation.chunk_id)
    if chunk is None or chunk.table_id is None or chunk.row_index is None:
        return
    table = next((t for t in plan.tables if t.table_id == chunk.table_id), None)
    rows = table.rows if table else ()
    for index in (chunk.row_index + 1, chunk.row_index - 1):
        if 0 <= index < len(rows) and rows[index].kind is RowKind.DATA:
            name = next((c for c in rows[index].cells if isinstance(c, str) and _is_name(c)), "")
            if name:
                yield say("suggestions.row", name=_said(name), province=plan.province)


def _is_name(text: str) -> bool:
    return len(text.split()) >= _MIN_NAME_WORDS and len(text) <= _MAX_NAME_CHARS


def _is_topic(section: Section) -> bool:
    """Whether a heading names a matter, and not merely a part or a long clause."""
    return _is_name(section.heading.strip(" .:;"))


def _said(name: str) -> str:
    """A heading or a row's name inside a sentence."""
    line = " ".join(name.split()).strip(" .:;,-")
    return line.lower() if _SHOUTED.match(line) else lowered(line)
