"""The model's part of an answer: it words what code found, sentence by sentence, each proved.

Whether the plans answer is decided by code before a model is asked; figures, tables, comparisons
and lists stay code's. The passage that code would have quoted is in every answer: where no
sentence of the model cites it, code's own quotation follows.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from app.answer import Notice, NoticeKind
from app.draft import Draft, DraftStatement, Proof
from app.errors import ModelError
from app.model.endpoint import Endpoint
from app.model.passages import passages_for, request_of
from app.model.reply import Claim, claims
from app.model.rewriting import rewritten
from app.proving.grounds import PlanOf
from app.proving.statement_form import Source
from app.proving.support import Ruling, rule
from app.reading.material import Material
from app.understanding.kinds import Kind
from app.words import wording
from app.writers import lists, quoting, summary
from index.settings import LlmSettings
from ingest.places.provinces import find_provinces
from ingest.plan import Plan
from prompts import text as say

WRITER = "model"
MAX_STATEMENTS = 6
MAX_WRONG = 8
"""A reply is read no further once so many of its sentences misread the passages they name."""
MIN_RELEVANCE = 0.5
"""Share of the question that a sentence's quotation must hold, against code's own quotation."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Worded:
    """A draft as far as it is written; `dropped` names the model's sentences left out so far."""

    draft: Draft
    dropped: tuple[str, ...] = ()


def prose_helps(material: Material, draft: Draft) -> bool:
    """Whether a model may word this answer: a bare quotation, a reason, a summary."""
    question = material.question
    if not draft.answers or draft.table is not None or draft.own_words:
        return False
    if question.kind not in (Kind.FACT, Kind.LIST):
        return False
    folded = wording.folded(question.standalone)
    if wording.WHY.search(folded) or wording.SUMMARY.search(folded):
        return draft.writer in (quoting.WRITER, lists.WRITER, summary.WRITER)
    return draft.writer == quoting.WRITER and not any(s.lead for s in draft.statements)


@dataclass(slots=True)
class _Telling:
    """What one reply has given so far."""

    material: Material
    sources: tuple[Source, ...]
    quoted: tuple[Proof, ...]
    plan_of: PlanOf
    told: list[DraftStatement] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    n_beside: int = 0
    """Sentences left out because they are beside the question; they are among `dropped`."""
    n_wrong: int = 0
    """Sentences left out although they name passages."""

    def judge(self, claim: Claim) -> bool:
        """Keeps the claim when it is proved and new; True when something was added."""
        if not claim.text:
            self.dropped.clear()
            self.n_beside = self.n_wrong = 0
            return False
        known = all(1 <= number <= len(self.sources) for number in claim.passages)
        named = [self.sources[number - 1] for number in claim.passages] if known else []
        ruling = (
            rule(claim.text, named, self.plan_of)
            if known
            else Ruling(objection="names a passage that was not given")
        )
        if ruling.objection:
            self.dropped.append(f"{ruling.objection}: {claim.text}")
            self.n_wrong += bool(claim.passages)
            return False
        if not self._answers(ruling):
            self.dropped.append(f"beside the question: {claim.text}")
            self.n_beside += 1
            return False
        text = self._placed(claim.text, named[0][0].province)
        if any(text == earlier.text for earlier in self.told):
            return False
        self.told.append(DraftStatement(text, ruling.proofs, paraphrase=True))
        return True

    def _answers(self, ruling: Ruling) -> bool:
        """Whether a sentence's proof is what code cites too, or about as near to the question."""
        asked = self.material.question.references
        quote = self._quote(ruling.proofs).casefold()
        if asked and not any(number.casefold() in quote for number in asked):
            return False
        if _cites(ruling.proofs, self.quoted):
            return True
        return self._coverage(ruling.proofs) >= MIN_RELEVANCE * self._coverage(self.quoted[:1])

    def _coverage(self, proofs: Sequence[Proof]) -> float:
        question = self.material.question
        return self.material.coverage(f"{question.topic} {question.focus}", self._quote(proofs))

    def _quote(self, proofs: Sequence[Proof]) -> str:
        return " ".join(self.plan_of(p.plan_id).text[p.start : p.end] for p in proofs)

    def _placed(self, text: str, province: str) -> str:
        """The sentence with its province, where the question leaves open which one is meant."""
        several = len(self.material.plans) > 1 or not self.material.question.names_place
        if not several or any(p.name == province for p, _, _ in find_provinces(text)):
            return text
        return say("model.placed", province=province, text=text)


class Prose:
    """Words answers with a language model; safe to share between threads."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def helps(self, material: Material, draft: Draft) -> bool:
        """Whether a model may word this answer: see `prose_helps`."""
        return prose_helps(material, draft)

    def rewritten(
        self, message: str, earlier: Sequence[str], suggestion: str, plans: Sequence[Plan]
    ) -> str:
        """A follow-up's standalone question: see `rewriting.rewritten`. Raises: ModelError."""
        return rewritten(self._endpoint, message, earlier, suggestion, plans)

    def drafts(
        self, material: Material, draft: Draft, plan_of: PlanOf, trouble: str = ""
    ) -> Iterator[Worded]:
        """The answer after each proved sentence; the last one is complete.

        `draft` is code's own answer. With a `trouble` met before, no model is asked.
        """
        sources = () if trouble else passages_for(material, draft)
        if not sources and not trouble:
            yield Worded(draft)
            return
        telling = _Telling(material, sources, _quoted(draft, sources), plan_of)
        try:
            if trouble:
                raise ModelError(trouble)
            for _ in self._told(telling):
                yield Worded(Draft(WRITER, tuple(telling.told)), tuple(telling.dropped))
        except ModelError as error:
            trouble = error.user_message
        yield _completed(draft, telling, trouble)

    def _told(self, telling: _Telling) -> Iterator[DraftStatement]:
        """Each sentence that is proved, as the reply comes in."""
        request = request_of(telling.material.question.standalone, telling.sources)
        with closing(self._endpoint.reply(say("model.system"), request)) as pieces:
            for claim in claims(pieces):
                if telling.judge(claim):
                    yield telling.told[-1]
                if len(telling.told) == MAX_STATEMENTS or telling.n_wrong == MAX_WRONG:
                    break
        if not telling.told and not telling.dropped:
            raise ModelError(say("model.empty"), detail="empty")


def _completed(draft: Draft, telling: _Telling, trouble: str) -> Worded:
    """The whole answer: the model's sentences, code's quotation where they miss it, one notice."""
    dropped = tuple(telling.dropped)
    for reason in dropped:
        log.info("sentence dropped: %s", reason.partition(":")[0])
    cited = [proof for statement in telling.told for proof in statement.proofs]
    rest = () if _cites(cited, telling.quoted) else draft.statements
    n_unproved = len(dropped) - telling.n_beside
    notices = (*draft.notices, *_notice(trouble, n_unproved, told=bool(telling.told)))
    if not telling.told:
        return Worded(replace(draft, notices=notices), dropped)
    statements = (*telling.told, *rest)
    return Worded(Draft(WRITER, statements, notices=notices, partial=draft.partial), dropped)


def _quoted(draft: Draft, sources: Sequence[Source]) -> tuple[Proof, ...]:
    """What code itself cites of the passages given: of quotations the first, of a list all."""
    given = {chunk.chunk_id for _, chunk in sources}
    proofs = [proof for s in draft.statements for proof in s.proofs if proof.chunk_id in given]
    return tuple(proofs[:1] if draft.writer == quoting.WRITER else proofs)


def _cites(proofs: Sequence[Proof], quoted: Sequence[Proof]) -> bool:
    """Whether one of `proofs` lies in a passage that code cites."""
    own = {proof.chunk_id for proof in quoted}
    return any(proof.chunk_id in own for proof in proofs)


def _notice(trouble: str, n_dropped: int, *, told: bool) -> tuple[Notice, ...]:
    """The one sentence about the model that a reader needs, if any."""
    if n_dropped:
        sentence = say("model.dropped" if told else "model.dropped_all", count=n_dropped)
    elif trouble or not told:
        sentence = say("model.fallback", trouble=trouble or say("model.beside"))
    else:
        return ()
    return (Notice(NoticeKind.LANGUAGE_MODEL, sentence),)


def open_prose(settings: LlmSettings) -> Prose:
    """The prose writer at the configured endpoint; nothing is sent before a question is asked."""
    return Prose(Endpoint(settings))
