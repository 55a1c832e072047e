"""A function in a process of its own, so that what it loads does not stay in this one."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from eval.errors import EvalInputError
from ingest.errors import AssistantError

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class _Rejected:
    """What an AssistantError said; not every one of them can be sent between processes."""

    user_message: str
    detail: str


def in_own_process(function: Callable[..., ResultT], *arguments: object) -> ResultT:
    """What the function gives, from a process of its own; its AssistantError as EvalInputError.

    The process that starts contenders stays small: they have the machine's memory to themselves.
    """
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=spawn) as pool:
        outcome = pool.submit(_outcome, function, arguments).result()
    if isinstance(outcome, _Rejected):
        raise EvalInputError(outcome.user_message, detail=outcome.detail)
    return outcome


def _outcome(
    function: Callable[..., ResultT], arguments: tuple[object, ...]
) -> "ResultT | _Rejected":
    try:
        return function(*arguments)
    except AssistantError as exc:
        return _Rejected(exc.user_message, str(exc))
