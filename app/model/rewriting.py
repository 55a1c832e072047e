"""A follow-up made standalone by a model, held to what the rules understood.

The rules' question is the check: a rewrite that loses or adds a province, a year, a number or a
document number, or that speaks of anything nobody said, is discarded.
"""

import re
from collections.abc import Sequence

from app.model.endpoint import Endpoint, Patience
from app.model.passages import fenced
from app.proving.aligning import words
from app.proving.grounds import numbers
from app.understanding.kinds import Kind
from app.understanding.mentions import asked_provinces, references
from app.understanding.question import understand
from app.understanding.topic import topic_of
from index.terms.analyzer import has_diacritics
from ingest.plan import Plan
from prompts import text as say

MAX_CHARS = 300
MAX_S = 8.0
"""A rewrite is a convenience: it may not hold up the answer for longer."""
_ASKING = re.compile(r"[^\n]{8,}")


def rewritten(
    endpoint: Endpoint,
    message: str,
    earlier: Sequence[str],
    suggestion: str,
    plans: Sequence[Plan],
) -> str:
    """The model's standalone question, or `suggestion`, the rules' one, where it cannot be trusted.

    Raises: ModelError when the model gives no reply in time.
    """
    patience = Patience(
        min(MAX_S, endpoint.patience.first_s), min(MAX_S, endpoint.patience.total_s)
    )
    request = say(
        "model.rewrite_request",
        earlier=fenced("\n".join(earlier)),
        message=fenced(message),
        suggestion=fenced(suggestion),
    )
    said = "".join(endpoint.reply(say("model.rewrite_system"), request, patience))
    line = _ASKING.search(said.rpartition("</think>")[2])
    candidate = " ".join(line.group().strip(' -*"“”`').split()) if line else ""
    return candidate if keeps(candidate, suggestion, (message, *earlier), plans) else suggestion


def keeps(candidate: str, suggestion: str, spoken: Sequence[str], plans: Sequence[Plan]) -> bool:
    """Whether a rewrite asks what the rules understood, with the words of the conversation only."""
    if not candidate or len(candidate) > MAX_CHARS:
        return False
    if has_diacritics(suggestion) and not has_diacritics(candidate):
        return False
    same = (
        set(asked_provinces(candidate, plans)) == set(asked_provinces(suggestion, plans))
        and numbers(candidate) == numbers(suggestion)
        and set(references(candidate)) == set(references(suggestion))
        and understand(candidate, plans).kind is understand(suggestion, plans).kind
    )
    topic = {word.form for word in words(topic_of(suggestion, plans))}
    said = {word.form for word in words(candidate)}
    known = {word.form for text in (*spoken, suggestion) for word in words(text)}
    new = {word.form for word in words(topic_of(candidate, plans)) if word.carries} - known
    return (
        same and topic <= said and not new and understand(candidate, plans).kind is not Kind.OUTSIDE
    )
