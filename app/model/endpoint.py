"""One question to the language model and its reply, piece by piece, bounded in time and length.

The only importer of langchain-openai, and only when a model is configured and asked. Whatever the
endpoint does (refuses, hangs, drips, breaks off) ends in a ModelError within the set time.
"""

import logging
import queue
import threading
import time
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.errors import ModelError
from prompts import text as say

if TYPE_CHECKING:
    from index.settings import LlmSettings

CONNECT_S = 5.0
MAX_REPLY_CHARS = 8_000
"""A longer reply is read no further."""
# LangChain's classes of failure (langchain-core 1.7), by name so that none is imported early.
_TROUBLES = {
    "ModelConnectionError": "unreachable",
    "ModelTimeoutError": "slow",
    "ModelAuthenticationError": "refused",
    "ModelPermissionDeniedError": "refused",
    "ModelInvalidRequestError": "refused",
    "ModelNotFoundError": "refused",
    "ModelRateLimitError": "busy",
    "ModelAPIError": "failed",
}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a reply may take: to its first words and as a whole, in seconds."""

    first_s: float
    total_s: float


@dataclass(frozen=True, slots=True)
class _Ended:
    """The end of a reply; `trouble` names what went wrong, "" for a whole reply."""

    trouble: str = ""


class Endpoint:
    """An OpenAI-compatible endpoint; safe to share between threads."""

    def __init__(self, settings: "LlmSettings") -> None:
        self._settings = settings
        self.patience = Patience(settings.first_token_seconds, settings.max_seconds)

    def reply(self, system: str, request: str, patience: Patience | None = None) -> Generator[str]:
        """The reply's pieces as they come, at most MAX_REPLY_CHARS characters together.

        Raises: ModelError, no later than `patience` allows.
        """
        patience = patience or self.patience
        messages = [("system", system), ("human", request)]
        try:
            exchange = _Exchange(self._settings, messages, patience)
        except Exception as exc:
            # The client reads proxies and certificates from the environment, and may dislike them.
            log.warning("language model: client not made (%s)", type(exc).__name__)
            raise _error("broken") from exc
        began = time.monotonic()
        n_chars = 0
        try:
            while n_chars < MAX_REPLY_CHARS:
                allowed = patience.total_s if n_chars else min(patience.first_s, patience.total_s)
                piece = exchange.next_within(began + allowed - time.monotonic())
                if isinstance(piece, _Ended):
                    if piece.trouble:
                        raise _error(piece.trouble)
                    return
                n_chars += len(piece)
                yield piece
        finally:
            exchange.end()


class _Exchange:
    """A request on a thread of its own: no read of a socket can hold up the reader."""

    def __init__(
        self, settings: "LlmSettings", messages: list[tuple[str, str]], patience: Patience
    ) -> None:
        from openai import DefaultHttpxClient

        # Never follows a redirect: texts go to the configured address and to no other.
        self._http = DefaultHttpxClient(timeout=patience.total_s, follow_redirects=False)
        self._pieces: queue.SimpleQueue[str | _Ended] = queue.SimpleQueue()
        self._ended = threading.Event()
        self._chat = _chat(settings, self._http, patience)
        threading.Thread(target=self._listen, args=(messages,), daemon=True).start()

    def next_within(self, seconds: float) -> str | _Ended:
        """The next piece, or the end; slow when none comes in time."""
        try:
            return self._pieces.get(timeout=max(seconds, 0.0))
        except queue.Empty:
            return _Ended("slow")

    def end(self) -> None:
        """Closes the connection, which also ends a thread that still reads from it."""
        self._ended.set()
        self._http.close()

    def _listen(self, messages: list[tuple[str, str]]) -> None:
        from langsmith import tracing_context

        ended = _Ended()
        try:
            # Whatever the environment says, no copy of the plans' text goes to a tracing service.
            with tracing_context(enabled=False):
                for chunk in self._chat.stream(messages):
                    if self._ended.is_set():
                        return
                    if said := str(chunk.text):
                        self._pieces.put(said)
        except Exception as exc:
            # The edge to a foreign server: whatever its client raises is a trouble with a name.
            ended = _Ended(_trouble(exc))
            if not self._ended.is_set():
                log.warning("language model: %s (%s)", ended.trouble, type(exc).__name__)
        self._pieces.put(ended)


def _chat(settings: "LlmSettings", http: Any, patience: Patience) -> Any:
    """LangChain's chat model at the endpoint."""
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    return ChatOpenAI(
        model=settings.model,
        base_url=settings.base_url,
        # The client insists on a key; servers on the intranet often need none.
        api_key=settings.api_key if settings.api_key.get_secret_value() else SecretStr("none"),
        temperature=0.0,
        timeout=_timeouts(patience),
        max_retries=0,
        max_completion_tokens=settings.max_tokens,
        use_responses_api=False,
        http_client=http,
    )


def _timeouts(patience: Patience) -> Any:
    from openai import Timeout

    return Timeout(patience.total_s, connect=min(CONNECT_S, patience.first_s))


def _trouble(exc: Exception) -> str:
    names = {kind.__name__ for kind in type(exc).__mro__}
    return next((trouble for name, trouble in _TROUBLES.items() if name in names), "broken")


def _error(trouble: str) -> ModelError:
    return ModelError(say(f"model.{trouble}"), detail=trouble)
