"""A verified draft as the Answer that is shown, with the trace of how it came about."""

from app.answer import Answer, Passage, Status, Trace
from app.citing import section_line
from app.draft import Draft
from app.notices import notices
from app.proving.verify import Verified
from app.reading.material import Material
from app.writers import declining, table


def assembled(
    material: Material, draft: Draft, verified: Verified, expansions: tuple[str, ...]
) -> Answer:
    """The answer; `expansions` are what was searched beside the question's own words."""
    question = material.question
    declined = draft.writer == declining.WRITER
    said = () if declined else notices(question, material.plans, verified.citations)
    return Answer(
        status=_status(draft, declined=declined),
        statements=verified.statements,
        citations=verified.citations,
        table=verified.table,
        notices=(*draft.notices, *said),
        trace=Trace(
            standalone=question.standalone,
            kind=question.kind.value,
            plans=question.plan_ids,
            writer=draft.writer,
            passages=_passages(material, verified, selects=draft.writer == table.WRITER),
            dropped=verified.dropped,
            expansions=expansions,
        ),
    )


def _passages(material: Material, verified: Verified, *, selects: bool) -> tuple[Passage, ...]:
    """What the writer saw: each plan's ranking, the plans one after the other.

    What was read by structure comes first: with `selects` the rows that a table query
    selected, in its order, wherever the ranking has them; else what the ranking lacks.
    """
    ranked = [(plan, hit.chunk, hit.score) for plan in material.plans for hit in material.of(plan)]
    seen = set() if selects else {chunk.chunk_id for _, chunk, _ in ranked}
    cited = list(dict.fromkeys(citation.chunk_id for citation in verified.citations))
    read = [
        (plan, chunk, 0.0)
        for plan in material.plans
        for chunk in sorted(
            (chunk for chunk in plan.chunks if chunk.chunk_id in set(cited) - seen),
            key=lambda chunk: cited.index(chunk.chunk_id),
        )
    ]
    first = {chunk.chunk_id for _, chunk, _ in read}
    ranked = [found for found in ranked if found[1].chunk_id not in first]
    return tuple(
        Passage(
            plan.plan_id,
            plan.number,
            section_line(plan, chunk),
            chunk.text,
            score,
            chunk.chunk_id,
        )
        for plan, chunk, score in (*read, *ranked)
    )


def _status(draft: Draft, *, declined: bool) -> Status:
    if declined:
        return Status.DECLINED
    return Status.PARTIAL if draft.partial else Status.ANSWERED
