"""What a reader thinks of an answer, from the browser's event to the kept feedback.

No Gradio here. The browser names an exchange and chooses; what is kept about the answer is
what the server knows of it.
"""

import logging
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from app.answer import Turn
from app.errors import AssistantError
from app.feedback import MAX_COMMENT_CHARS, MAX_TURNS, FeedbackStore, Reason, tidy_comment
from app.ui.exchange import Exchange, turns
from prompts import text

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opinion:
    """A reader's opinion of one answer; `reason` is None when it helped.

    `kept` tells whether it is stored; `said` is the sentence that stands beside it.
    """

    helpful: bool
    reason: Reason | None = None
    comment: str = ""
    kept: bool = False
    said: str = ""


Opinions: TypeAlias = Mapping[str, Opinion]
"""The opinions given so far, by the key of their exchange."""


def with_opinion(
    store: FeedbackStore, exchanges: tuple[Exchange, ...], opinions: Opinions, sent: object
) -> Opinions:
    """The opinions after `{"answer": key, "helpful": bool, "reason", "comment"}` was sent.

    `sent` comes from the browser: unless it is an opinion of an answer in `exchanges`,
    nothing is kept and nothing changes. Opinions of exchanges let go are forgotten here.
    """
    opinion, place = _read(sent), _place(_value(sent, "answer"), exchanges)
    if opinion is None or place is None:
        return opinions
    key = exchanges[place].key
    opinion = _kept(store, key, turns(exchanges[: place + 1], MAX_TURNS), opinion)
    known = {turn.key: opinions[turn.key] for turn in exchanges if turn.key in opinions}
    return {**known, key: opinion}


def reason_labels() -> tuple[tuple[str, str], ...]:
    """Every reason's value and its name, in the order in which they are offered."""
    return tuple((reason.value, text(f"screen.reason_{reason.value}")) for reason in Reason)


def _read(sent: object) -> Opinion | None:
    """The opinion the browser sent; None when it is none that the screen can send."""
    helpful, comment = _value(sent, "helpful"), _value(sent, "comment")
    if helpful is True:
        return Opinion(helpful=True)
    reason = _reason(_value(sent, "reason"))
    if helpful is not False or reason is None or not isinstance(comment, str):
        return None
    if len(comment) > MAX_COMMENT_CHARS:
        return None
    return Opinion(helpful=False, reason=reason, comment=tidy_comment(comment))


def _reason(value: object) -> Reason | None:
    return next((reason for reason in Reason if reason.value == value), None)


def _place(key: object, exchanges: tuple[Exchange, ...]) -> int | None:
    """Where the exchange with this key stands; None when there is none or it has no answer."""
    places = (place for place, exchange in enumerate(exchanges) if exchange.key == key)
    place = next(places, None)
    return None if place is None or exchanges[place].answer is None else place


def _kept(store: FeedbackStore, key: str, judged: tuple[Turn, ...], opinion: Opinion) -> Opinion:
    """The opinion of the last turn once the store has it, else with the sentence that says why."""
    try:
        store.add(
            key,
            turns=[turn.message for turn in judged],
            answer=judged[-1].answer,
            helpful=opinion.helpful,
            reason=opinion.reason,
            comment=opinion.comment,
        )
    except AssistantError as exc:
        log.warning("feedback not kept: %s", exc)
        return replace(opinion, said=exc.user_message)
    except Exception as exc:
        # The error's own message might repeat what the reader typed; the frames cannot.
        frames = "".join(traceback.format_tb(exc.__traceback__))
        log.error("feedback not kept: %s\n%s", type(exc).__name__, frames)
        return replace(opinion, said=text("screen.opinion_fault"))
    return replace(opinion, kept=True, said=text("screen.opinion_thanks"))


def _value(sent: object, name: str) -> object:
    return sent.get(name) if isinstance(sent, Mapping) else None
