"""The chain: understand → retrieve → write → verify, as a LangChain Runnable.

`invoke` gives the Answer, `stream` the understood question, each verified statement, and the
Answer. No stage reads an earlier answer: history informs the question only.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig, RunnableLambda

from app import talking, wording
from app.answer import (
    Answer,
    ChatInput,
    Done,
    Passage,
    Said,
    Status,
    StreamEvent,
    Trace,
    Understood,
)
from app.citing import section_line
from app.draft import Draft
from app.followup import standalone
from app.kinds import Kind
from app.mentions import clean
from app.notices import notices
from app.question import MAX_CHARS, Question, understand
from app.shorthand import written_out
from app.verify import Verified, verify
from app.writers import declining, table
from app.writers.choice import written
from app.writers.material import Material
from app.writers.social import SOCIAL
from index.catalogue import Catalogue
from index.parts import Parts
from index.retriever import PlanRetriever
from index.settings import Settings
from index.snapshot import open_snapshot

TOP_K = 20
"""Chunks retrieved in each plan."""
REMEMBERED_TURNS = 10
"""Turns in which the question before a message is sought."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A question with its material and the draft written from it."""

    material: Material
    draft: Draft


class Assistant(Runnable[ChatInput, Answer | StreamEvent]):
    """Answers questions from the plans of one snapshot; safe to share between threads."""

    def __init__(self, catalogue: Catalogue, retriever: PlanRetriever) -> None:
        self.catalogue = catalogue
        self.retriever = retriever
        self._plans = catalogue.plans()
        self._by_id = {plan.plan_id: plan for plan in self._plans}
        self._answering = (
            RunnableLambda(self._retrieve)
            | RunnableLambda(self._write)
            | RunnableLambda(self._verify)
        )

    def using(self, parts: Parts) -> "Assistant":
        """An assistant like this one with other parts of its retrieval switched on."""
        return Assistant(self.catalogue, self.retriever.using(parts))

    def invoke(
        self, input: ChatInput, config: RunnableConfig | None = None, **_kwargs: Any
    ) -> Answer:
        """The answer to `input.message` after `input.history`."""
        started = time.perf_counter()
        answer = self._answering.invoke(self.understand(input), config)
        return _timed(answer, started)

    def stream(
        self, input: ChatInput, config: RunnableConfig | None = None, **_kwargs: Any
    ) -> Iterator[StreamEvent]:
        """The understood question, each statement as it is verified, then the answer."""
        started = time.perf_counter()
        question = self.understand(input)
        yield Understood(question.standalone)
        answer = _timed(self._answering.invoke(question, config), started)
        shown: set[int] = set()
        for statement in answer.statements:
            new = tuple(c for c in answer.citations if c.marker in set(statement.markers) - shown)
            shown |= set(statement.markers)
            yield Said(statement, new)
        yield Done(answer)

    def understand(self, input: ChatInput) -> Question:
        """The standalone question of a message in its conversation."""
        if len(input.message) > MAX_CHARS:
            return understand(input.message, self._plans)
        message = written_out(clean(input.message))
        earlier = self._asked_before(input) if self._asks(message) else []
        resolved = standalone(message, earlier, self._plans)
        question = understand(resolved.text, self._plans, resolved.focus)
        return replace(question, detailed=bool(talking.DETAIL.search(wording.folded(message))))

    def _asks(self, message: str) -> bool:
        """Whether a message asks something of the plans; greetings and thanks do not."""
        return understand(message, self._plans).kind not in SOCIAL

    def _asked_before(self, input: ChatInput) -> list[str]:
        """The latest questions of the conversation, oldest first."""
        latest = (turn.standalone for turn in input.history[-REMEMBERED_TURNS:])
        return [question for question in latest if self._asks(question)]

    def _retrieve(self, question: Question) -> Material:
        concerned = tuple(self._by_id[plan_id] for plan_id in question.plan_ids)
        if question.provinces:
            asked = {name: place for place, name in enumerate(question.provinces)}
            concerned = tuple(sorted(concerned, key=lambda plan: asked[plan.province]))
        if question.kind in {*SOCIAL, Kind.OUTSIDE} or not concerned:
            return Material(question, concerned, self.retriever.coverage)
        query = f"{question.topic} {question.focus}".strip()
        hits = self.retriever.search(query, plan_ids=question.plan_ids, k=TOP_K)
        return Material(question, concerned, self.retriever.coverage, hits)

    def _write(self, material: Material) -> _Written:
        return _Written(material, written(material, self._plans))

    def _verify(self, work: _Written) -> Answer:
        """The verified answer; when nothing stands the refusal with its reason instead."""
        material, draft = work.material, work.draft
        verified = verify(draft, self._by_id.__getitem__)
        if not verified.statements and verified.table is None:
            draft = declining.write(material)
            dropped = verified.dropped
            verified = replace(verify(draft, self._by_id.__getitem__), dropped=dropped)
        return self._answer(material, draft, verified)

    def _answer(self, material: Material, draft: Draft, verified: Verified) -> Answer:
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
                passages=self._passages(material, verified, selects=draft.writer == table.WRITER),
                dropped=verified.dropped,
            ),
        )

    def _passages(
        self, material: Material, verified: Verified, *, selects: bool
    ) -> tuple[Passage, ...]:
        """What the writer saw: each plan's ranking, the plans one after the other.

        What was read by structure comes first: with `selects` the rows that a table query
        selected, in its order, wherever the ranking has them; else what the ranking lacks.
        """
        ranked = [
            (plan, hit.chunk, hit.score) for plan in material.plans for hit in material.of(plan)
        ]
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


def _timed(answer: Answer, started: float) -> Answer:
    elapsed = (time.perf_counter() - started) * 1000
    return replace(answer, trace=replace(answer.trace, latency_ms=elapsed))


def open_assistant(settings: Settings) -> Assistant:
    """The assistant over the published snapshot; index errors name the command that repairs."""
    snapshot = open_snapshot(settings)
    return Assistant(snapshot.catalogue, snapshot.retriever)
