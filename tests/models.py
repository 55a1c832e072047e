"""An assistant whose language model is an endpoint that a test scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from assistants import with_made_up_plan
from chat_endpoint import Script, chat_endpoint

from app.answer import ChatInput, Done, Said, StreamEvent
from app.chain import Assistant
from app.model.prose import open_prose
from index.settings import LlmSettings


def assistant_at(
    url: str, base: Assistant | None = None, model: str = "m", **settings: Any
) -> Assistant:
    """`base`, or the assistant over the made-up plan, with the model at `url`."""
    base = base or with_made_up_plan()
    llm = LlmSettings(base_url=url, model=model, **settings)
    return Assistant(base.catalogue, base.retriever, open_prose(llm))


@contextmanager
def modelled(
    script: Script, base: Assistant | None = None, **settings: Any
) -> Iterator[tuple[Assistant, list[dict[str, Any]]]]:
    """An assistant whose model says what `script` says, and the requests the model got."""
    with chat_endpoint(script) as (url, asked):
        yield assistant_at(url, base, **settings), asked


def ask(assistant: Assistant, question: str) -> Done:
    """The finished answer, after its stream kept its promises."""
    events: list[StreamEvent] = list(assistant.stream(ChatInput(question)))
    said = [event for event in events if isinstance(event, Said)]
    (done,) = [event for event in events if isinstance(event, Done)]
    assert tuple(event.statement for event in said) == done.answer.statements
    cited = {c.marker for event in said for c in event.citations}
    assert {m for s in done.answer.statements for m in s.markers} <= cited
    return done
