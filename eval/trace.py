"""What is kept of an item beside its prediction: how the answer came about, turn by turn."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.answer import Answer


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ProblemKind(StrEnum):
    """Why an item is scored 0 whatever was predicted."""

    PLAN_MISSING = "plan_missing"
    CRASHED = "crashed"


class Problem(_Part):
    """What kept an item from being judged; `detail` is the traceback or the missing numbers."""

    kind: ProblemKind
    message: str
    detail: str = ""


class TurnTrace(_Part):
    """One turn of the conversation: what was typed, what it was taken for, what was said."""

    message: str
    understood: str
    status: str
    answer: str


class ItemTrace(_Part):
    """How the answer to an item came about.

    `kind` and `plans` are how the last turn was understood, `dropped` what verification took
    out of its answer, `turns` the turns before it. `first_word_ms` is the time to the first
    statement on the screen, None when nothing was said.
    """

    id: str
    kind: str = ""
    plans: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    first_word_ms: float | None = None
    turns: tuple[TurnTrace, ...] = ()
    problem: Problem | None = None


def traced(
    item_id: str,
    answer: Answer,
    first_word_ms: float | None,
    turns: tuple[TurnTrace, ...],
    problem: Problem | None,
) -> ItemTrace:
    """The trace of an answered item."""
    return ItemTrace(
        id=item_id,
        kind=answer.trace.kind,
        plans=answer.trace.plans,
        dropped=answer.trace.dropped,
        first_word_ms=None if first_word_ms is None else round(first_word_ms, 3),
        turns=turns,
        problem=problem,
    )
