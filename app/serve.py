"""Serving the chat screen: the port, the web server and the headers of every reply.

Gradio mounts on our own server instead of `launch()`, which probes addresses through
whatever proxy the machine has set and moves to another port without saying so.
"""

import asyncio
import contextlib
import errno
import os
import socket
from typing import TYPE_CHECKING

from app.errors import ServeError
from prompts import text

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from app.feedback import FeedbackStore
    from app.ui.contract import ChatAssistant

MAX_PORT = 65_535
_OTHER_PORT = 7_861
_SHUTDOWN_S = 2

# What Gradio takes from the environment alone (gradio 6.31): nothing is ever reported, and
# the times of all events are not summed up anew, through pandas, after every single event.
_GRADIO_SETTINGS = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": str(10**9),
}

# Gradio evaluates its own templates and styles in the page ('unsafe-*'); everything else,
# and every other host, is closed to it.
_CONTENT_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = (
    (b"content-security-policy", _CONTENT_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)


def serve(assistant: "ChatAssistant", feedback: "FeedbackStore", host: str, port: int) -> None:
    """Nothing, once the reader stops the server with Ctrl+C.

    Raises: ServeError when the port is taken or cannot be opened.
    """
    listener = listen(host, port)
    server = web_server(assistant, feedback)
    print(text("screen.serving", url=url_of(listener)), flush=True)
    # uvicorn repeats the signal that stopped it, so that its caller can tell; here it is the end.
    with listener, contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listener])


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to the address; port 0 takes a free one.

    Raises: ServeError that says how to choose another port.
    """
    if not 0 <= port <= MAX_PORT:
        raise ServeError(text("screen.port_invalid", port=port, other=_OTHER_PORT))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as exc:
        sentence = _bind_sentence(exc, host, port)
        raise ServeError(sentence, detail=f"bind {host}:{port}: {exc}") from exc


def url_of(listener: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def web_server(assistant: "ChatAssistant", feedback: "FeedbackStore") -> "uvicorn.Server":
    """The web server of the screen, to be run on a listening socket."""
    os.environ.update(_GRADIO_SETTINGS)
    import uvicorn

    from app.ui.screen import screen_server

    async def application() -> "ASGIApp":
        return _WithHeaders(screen_server(assistant, feedback))

    config = uvicorn.Config(
        # Outside a running loop Gradio 6.31 makes loops for its locks and never closes them.
        asyncio.run(application()),
        log_level="warning",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=_SHUTDOWN_S,
    )
    return uvicorn.Server(config)


def _bind_sentence(error: OSError, host: str, port: int) -> str:
    """Why the address could not be opened and what to do."""
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < MAX_PORT else _OTHER_PORT
        return text("screen.port_in_use", port=port, other=other)
    if error.errno == errno.EACCES:
        return text("screen.port_forbidden", port=port, other=_OTHER_PORT)
    return text("screen.host_unusable", host=host, port=port)


class _WithHeaders:
    """An application whose replies carry the security headers."""

    def __init__(self, application: "ASGIApp") -> None:
        self._application = application

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        async def send_with_headers(message: "Message") -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        await self._application(scope, receive, send_with_headers)
