"""Messages in English: what is asked of the assistant in their stead, and the events of an answer."""

from collections.abc import Iterator, Sequence

from app.answer import Answer, Done, Said, StreamEvent, Understood
from app.understanding.english import in_vietnamese, is_english
from app.understanding.kinds import Kind
from app.understanding.question import MAX_CHARS, understand
from app.writers.social import COURTESY
from ingest.plan import Plan


def asked_in_english(message: str, plans: Sequence[Plan]) -> str | None:
    """What is asked instead of an English message; None when it is not in English.

    A question is asked in Vietnamese words; what asks nothing of the plans keeps its own.
    """
    if len(message) > MAX_CHARS or not is_english(message):
        return None
    if understand(message, plans).kind in {*COURTESY, Kind.OUTSIDE}:
        return message
    return in_vietnamese(message) or message


def told(answer: Answer) -> Iterator[StreamEvent]:
    """A finished answer as the events of a stream."""
    yield Understood(answer.trace.standalone)
    shown = set[int]()
    for statement in answer.statements:
        new = set(statement.markers) - shown
        yield Said(statement, tuple(c for c in answer.citations if c.marker in new))
        shown |= new
    yield Done(answer)
