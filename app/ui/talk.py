"""A conversation on the screen: the exchanges after a message, step by step.

No Gradio here: `respond` turns the assistant's events, its errors and the screen's own
limits into exchanges to draw.
"""

import logging
import secrets
from collections.abc import Iterator
from dataclasses import replace

from app.answer import ChatInput, Done, Turn
from app.errors import AssistantError
from app.ui.contract import ChatAssistant
from app.ui.exchange import Exchange, advance, turns
from prompts import text

MAX_MESSAGE_CHARS = 2_000
MAX_HISTORY_TURNS = 8
MAX_EXCHANGES = 40
_SHOWN_OF_TOO_LONG = 200
_ID_BYTES = 16

log = logging.getLogger(__name__)

Exchanges = tuple[Exchange, ...]


def respond(
    assistant: ChatAssistant, exchanges: Exchanges, message: str, *, alone: bool = False
) -> Iterator[Exchanges]:
    """The conversation as it grows with `message`; the last one yielded is final.

    Exchanges without a message or beyond MAX_EXCHANGES are let go. With `alone` the message is
    asked as it stands, without what was said before. Never raises for a message: what went
    wrong stands in the exchange as a sentence.
    """
    earlier = tuple(exchange for exchange in exchanges if exchange.message)[1 - MAX_EXCHANGES :]
    exchange = _placed(_admitted(message.strip()), earlier)
    yield (*earlier, exchange)
    if exchange.fault:
        return
    history = () if alone else turns(earlier, MAX_HISTORY_TURNS)
    for grown in _answering(assistant, exchange, history):
        yield (*earlier, grown)


def _admitted(message: str) -> Exchange:
    """The message as a new exchange, with its fault when the screen does not take it."""
    if not message:
        return Exchange(message="", fault=text("screen.empty"))
    if len(message) > MAX_MESSAGE_CHARS:
        fault = text("screen.too_long", length=len(message), limit=MAX_MESSAGE_CHARS)
        return Exchange(message=f"{message[:_SHOWN_OF_TOO_LONG]}…", fault=fault)
    return Exchange(message=message)


def _placed(exchange: Exchange, earlier: Exchanges) -> Exchange:
    """The exchange as the next one of its conversation, or the first of a new one."""
    if not earlier:
        return replace(exchange, conversation=secrets.token_hex(_ID_BYTES))
    last = earlier[-1]
    return replace(exchange, conversation=last.conversation, number=last.number + 1)


def _answering(
    assistant: ChatAssistant, exchange: Exchange, history: tuple[Turn, ...]
) -> Iterator[Exchange]:
    """The exchange after each event, or with a fault where the stream broke off."""
    request = ChatInput(message=exchange.message, history=history)
    try:
        for event in assistant.stream(request):
            exchange = advance(exchange, event)
            yield replace(exchange, suggesting=isinstance(event, Done))
    except AssistantError as exc:
        log.warning("question not answered: %s", exc)
        yield replace(exchange, fault=exc.user_message)
        return
    except Exception:
        # The last place before the reader: a traceback belongs in the log, not on the screen.
        log.exception("question not answered")
        yield replace(exchange, fault=text("screen.fault"))
        return
    unfinished = exchange.answer is None
    yield replace(exchange, fault=text("screen.unfinished")) if unfinished else exchange
