"""What the screen needs of the assistant, and nothing more."""

from collections.abc import Iterator
from typing import Protocol

from app.answer import ChatInput, StreamEvent
from ingest.plan import Plan


class Catalogue(Protocol):
    """The plans the assistant holds."""

    def plan(self, plan_id: str, /) -> Plan:
        """The plan with this id."""
        ...

    def plans(self) -> tuple[Plan, ...]:
        """Every plan held."""
        ...


class ChatAssistant(Protocol):
    """Answers a message as a stream of events that ends with `Done`."""

    @property
    def catalogue(self) -> Catalogue:
        """The plans its citations point into."""
        ...

    def stream(self, request: ChatInput, /) -> Iterator[StreamEvent]:
        """The understood question, the statements as they are verified, the finished answer."""
        ...
