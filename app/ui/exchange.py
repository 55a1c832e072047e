"""One exchange as the screen shows it, grown event by event. Pure."""

from dataclasses import dataclass, replace

from app.answer import (
    Answer,
    Citation,
    Done,
    Said,
    Statement,
    StreamEvent,
    Suggested,
    Turn,
    Understood,
)
from prompts import VIETNAMESE


@dataclass(frozen=True, slots=True)
class Exchange:
    """A message and what is known of its answer so far.

    `answer` is None until the assistant is done. `fault` is the sentence shown in place of
    an answer when there is none. `number` counts the exchanges of a conversation from 0;
    it stays when older ones are let go. `suggesting` while what to ask next is still sought:
    a question sent before that is over would be overtaken by the drawing of this one.
    """

    message: str
    conversation: str = ""
    number: int = 0
    standalone: str = ""
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    answer: Answer | None = None
    fault: str = ""
    suggesting: bool = False

    @property
    def key(self) -> str:
        """What names this exchange among those of all conversations."""
        return f"{self.conversation}-{self.number}"

    @property
    def language(self) -> str:
        """The language of the answer's own words."""
        return VIETNAMESE if self.answer is None else self.answer.language

    @property
    def searching(self) -> bool:
        """Whether more is still to come."""
        return self.answer is None and not self.fault

    @property
    def busy(self) -> bool:
        """Whether the next question has to wait."""
        return self.searching or self.suggesting

    def citation(self, marker: int) -> Citation | None:
        """The citation with this marker, None when the exchange has none such."""
        return next((found for found in self.citations if found.marker == marker), None)


def advance(exchange: Exchange, event: StreamEvent) -> Exchange:
    """The exchange after one more event of the stream."""
    match event:
        case Understood(standalone=standalone):
            return replace(exchange, standalone=standalone)
        case Said(statement=statement, citations=citations):
            return replace(
                exchange,
                statements=(*exchange.statements, statement),
                citations=(*exchange.citations, *citations),
            )
        case Done(answer=answer):
            # The finished answer is the authority: its table brings citations of its own.
            return replace(
                exchange,
                standalone=exchange.standalone or answer.trace.standalone,
                statements=answer.statements,
                citations=answer.citations,
                answer=answer,
            )
        case Suggested(questions=questions) if exchange.answer is not None:
            return replace(exchange, answer=replace(exchange.answer, suggestions=questions))
        case Suggested():
            return exchange


def turns(exchanges: tuple[Exchange, ...], limit: int) -> tuple[Turn, ...]:
    """The last `limit` answered exchanges as the chain's history, oldest first."""
    answered = (
        Turn(message=exchange.message, standalone=exchange.standalone, answer=exchange.answer)
        for exchange in exchanges
        if exchange.answer is not None
    )
    return tuple(answered)[-limit:]
