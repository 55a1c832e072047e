"""The chain: understand → retrieve → write → verify, as a LangChain Runnable.

`invoke` gives the Answer, `stream` the understood question, each statement as soon as it is
verified, and the Answer. No stage reads an earlier answer as evidence: history informs the question.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from langchain_core.runnables import Runnable, RunnableConfig, RunnableLambda

from app.answer import (
    Answer,
    ChatInput,
    Done,
    Said,
    StreamEvent,
    Suggested,
    Understood,
)
from app.assembling import assembled
from app.conversation import several
from app.conversation.earlier import Earlier, earlier_of
from app.conversation.followup import standalone
from app.draft import Draft
from app.errors import ModelError
from app.languages import asked_in_english, told
from app.proving.verify import verify
from app.reading.material import Material
from app.suggestions import suggested
from app.understanding import talking
from app.understanding.kinds import Kind
from app.understanding.mentions import clean
from app.understanding.question import MAX_CHARS, Question, understand
from app.understanding.shorthand import written_out
from app.words import wording
from app.writers import declining
from app.writers.choice import written
from app.writers.social import COURTESY, SOCIAL
from index.search.parts import Parts
from index.search.retriever import PlanRetriever, ScoredChunk
from index.settings import Settings
from index.snapshot import open_snapshot
from index.stores.catalogue import Catalogue
from prompts import ENGLISH, speaking

if TYPE_CHECKING:
    from app.model.prose import Prose

TOP_K = 20
"""Chunks retrieved in each plan."""
REMEMBERED_TURNS = 10
"""Turns in which the question before a message is sought."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A question's material, its draft so far, and a model's sentences that were not proved."""

    material: Material
    draft: Draft
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question understood; `trouble` is why a language model could not help with it, or ""."""

    question: Question
    trouble: str = ""


class Assistant(Runnable[ChatInput, Answer | StreamEvent]):
    """Answers questions from the plans of one snapshot; safe to share between threads."""

    def __init__(
        self, catalogue: Catalogue, retriever: PlanRetriever, prose: "Prose | None" = None
    ) -> None:
        self.catalogue = catalogue
        self.retriever = retriever
        self._prose = prose
        self._plans = catalogue.plans()
        self._by_id = {plan.plan_id: plan for plan in self._plans}
        self._drafting = RunnableLambda(self.material) | RunnableLambda(self._write)

    def using(self, parts: Parts) -> "Assistant":
        """An assistant like this one with other parts of its retrieval switched on."""
        return Assistant(self.catalogue, self.retriever.using(parts), self._prose)

    def invoke(
        self, input: ChatInput, config: RunnableConfig | None = None, **_kwargs: Any
    ) -> Answer:
        """The answer to `input.message` after `input.history`."""
        if (reading := asked_in_english(input.message, self._plans)) is not None:
            return self._said_in_english(replace(input, message=reading))
        return self._answer(input, config)

    def _answer(self, input: ChatInput, config: RunnableConfig | None = None) -> Answer:
        """The answer to a message as it stands, be it one question or several."""
        asked = several.questions(input.message)
        if len(asked) > 1:
            return several.answered(asked, input, self._answer)
        started = time.perf_counter()
        *_, answer = self._answers(self._asked(input), config)
        return _timed(answer, started)

    def stream(
        self, input: ChatInput, config: RunnableConfig | None = None, **_kwargs: Any
    ) -> Iterator[StreamEvent]:
        """The understood question, each verified statement, the answer, what to ask next."""
        asked = several.questions(input.message)
        if (reading := asked_in_english(input.message, self._plans)) is not None:
            events = told(self._said_in_english(replace(input, message=reading)))
        elif len(asked) > 1:
            events = several.streamed(asked, input, self._answer)
        else:
            events = self._streamed(input, config)
        yield from self._with_suggestions(events)

    def suggestions(self, answer: Answer) -> tuple[str, ...]:
        """Up to three questions one could ask after `answer`, which the plans answer.

        Whether they do is code's to say: no language model is asked for it.
        """
        plain = Assistant(self.catalogue, self.retriever)
        with speaking(answer.language):
            return suggested(answer, self._plans, lambda text: plain.invoke(ChatInput(text)))

    def _said_in_english(self, input: ChatInput) -> Answer:
        """The answer with its own words in English; a language model would write Vietnamese."""
        with speaking(ENGLISH):
            plain = Assistant(self.catalogue, self.retriever)
            return replace(plain._answer(input), language=ENGLISH)

    def _with_suggestions(self, events: Iterator[StreamEvent]) -> Iterator[StreamEvent]:
        """The events, and after the answer what one could ask next: it delays no word of it."""
        for event in events:
            yield event
            if isinstance(event, Done):
                yield Suggested(self.suggestions(event.answer))

    def _streamed(self, input: ChatInput, config: RunnableConfig | None) -> Iterator[StreamEvent]:
        started = time.perf_counter()
        asked = self._asked(input)
        yield Understood(asked.question.standalone)
        n_said, shown = 0, set[int]()
        for answer in self._answers(asked, config):
            for statement in answer.statements[n_said:]:
                new = set(statement.markers) - shown
                yield Said(statement, tuple(c for c in answer.citations if c.marker in new))
                shown |= new
            n_said = len(answer.statements)
        yield Done(_timed(answer, started))

    def understand(self, input: ChatInput) -> Question:
        """The standalone question of a message in its conversation."""
        return self._asked(input).question

    def _asked(self, input: ChatInput) -> _Asked:
        if len(input.message) > MAX_CHARS:
            return _Asked(understand(input.message, self._plans))
        message = written_out(clean(input.message))
        earlier = self._asked_before(input) if self._asks(message) else ()
        resolved = standalone(message, earlier, self._plans)
        text, trouble = resolved.text, ""
        if self._prose is not None and earlier and text != message:
            asked = [one.question for one in earlier]
            try:
                text = self._prose.rewritten(message, asked, text, self._plans)
            except ModelError as error:
                trouble = error.user_message
        question = understand(text, self._plans, resolved.focus)
        detailed = bool(talking.DETAIL.search(wording.folded(message)))
        return _Asked(replace(question, detailed=detailed, near=resolved.near), trouble)

    def draft(self, input: ChatInput) -> Draft:
        """What the writer makes of a message, before it is verified."""
        return self._write(self.material(self.understand(input))).draft

    def _asks(self, message: str) -> bool:
        """Whether a message asks something of the plans; greetings and thanks do not."""
        return understand(message, self._plans).kind not in COURTESY

    def _asked_before(self, input: ChatInput) -> tuple[Earlier, ...]:
        """The latest questions of the conversation, oldest first."""
        latest = input.history[-REMEMBERED_TURNS:]
        return tuple(earlier_of(turn) for turn in latest if self._asks(turn.standalone))

    def material(self, question: Question) -> Material:
        """What writers work from: the plans that a question concerns and what is found in each."""
        concerned = tuple(self._by_id[plan_id] for plan_id in question.plan_ids)
        if question.provinces:
            asked = {name: place for place, name in enumerate(question.provinces)}
            concerned = tuple(sorted(concerned, key=lambda plan: asked[plan.province]))
        if question.kind in {*SOCIAL, Kind.OUTSIDE} or not concerned:
            return Material(question, concerned, self.retriever.coverage)
        query = f"{question.topic} {question.focus}".strip()
        whole = question.standalone
        hits = self.retriever.search(query, question.plan_ids, TOP_K, question=whole)
        return Material(question, concerned, self.retriever.coverage, hits, self._search)

    def _search(self, query: str, plan_ids: Sequence[str]) -> Mapping[str, Sequence[ScoredChunk]]:
        return self.retriever.search(query, plan_ids=plan_ids, k=TOP_K)

    def _write(self, material: Material) -> _Written:
        return _Written(material, written(material, self._plans))

    def _answers(self, asked: _Asked, config: RunnableConfig | None) -> Iterator[Answer]:
        """The answer as it grows; each begins with the statements of the one before it."""
        for work in self._worded(self._drafting.invoke(asked.question, config), asked.trouble):
            yield self._verify(work)

    def _worded(self, work: _Written, trouble: str) -> Iterator[_Written]:
        """The draft, where it helps in a language model's words, sentence by sentence."""
        if self._prose is None or not self._prose.helps(work.material, work.draft):
            yield work
            return
        plan_of = self._by_id.__getitem__
        for worded in self._prose.drafts(work.material, work.draft, plan_of, trouble):
            yield _Written(work.material, worded.draft, worded.dropped)

    def _verify(self, work: _Written) -> Answer:
        """The verified answer; when nothing stands the refusal with its reason instead."""
        material, draft = work.material, work.draft
        verified = verify(draft, self._by_id.__getitem__)
        if not verified.statements and verified.table is None:
            draft = declining.write(material)
            dropped = verified.dropped
            verified = replace(verify(draft, self._by_id.__getitem__), dropped=dropped)
        verified = replace(verified, dropped=(*work.dropped, *verified.dropped))
        return assembled(material, draft, verified, self._expansions(material.question))

    def _expansions(self, question: Question) -> tuple[str, ...]:
        """What was searched beside or instead of the question's own words."""
        if question.kind in {*SOCIAL, Kind.OUTSIDE}:
            return ()
        opened = self.retriever.expansions(question.standalone)
        return tuple(f"{one.source} → {one.target}" for one in opened)


def _timed(answer: Answer, started: float) -> Answer:
    elapsed = (time.perf_counter() - started) * 1000
    return replace(answer, trace=replace(answer.trace, latency_ms=elapsed))


def open_assistant(settings: Settings) -> Assistant:
    """The assistant over the published snapshot; index errors name the command that repairs."""
    snapshot = open_snapshot(settings)
    prose = None
    if settings.llm.configured:
        from app.model.prose import open_prose

        prose = open_prose(settings.llm)
    return Assistant(snapshot.catalogue, snapshot.retriever, prose)
