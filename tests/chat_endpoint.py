"""An OpenAI-compatible chat endpoint on loopback that says what a test scripts, streamed or whole."""

import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Raw:
    """A body written as it comes, piece by piece: for streams that are slow or broken."""

    pieces: Iterable[bytes]


@dataclass(frozen=True)
class Moved:
    """A redirect to another address."""

    url: str


Script = Callable[[dict[str, Any]], str | int | Raw | Moved]
"""A request's body → the reply's text, an HTTP status to fail with, a stream, or a redirect."""

PIECE_CHARS = 7
DONE = b"data: [DONE]\n\n"


def event(content: str, finish: str | None = None) -> bytes:
    """One server-sent event of a streamed reply."""
    delta = {"role": "assistant", "content": content}
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    chunk = {
        "id": "c",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "m",
        "choices": [choice],
    }
    return f"data: {json.dumps(chunk)}\n\n".encode()


def streamed(said: str, pause_s: float = 0.0) -> Iterator[bytes]:
    """A reply as the events of a well-formed stream."""
    for start in range(0, len(said), PIECE_CHARS):
        time.sleep(pause_s)
        yield event(said[start : start + PIECE_CHARS])
    yield event("", "stop")
    yield DONE


def dripping(said: str, pause_s: float) -> Iterator[bytes]:
    """The same events, one byte at a time."""
    for byte in b"".join(streamed(said)):
        time.sleep(pause_s)
        yield bytes([byte])


def endless(line: str) -> Iterator[bytes]:
    """The same line again and again, for ever."""
    while True:
        yield event(line)


def _completion(model: str, said: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": said}
    return {
        "id": "c",
        "object": "chat.completion",
        "created": 0,
        "model": model,
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


@contextmanager
def chat_endpoint(script: Script) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The base URL of a running endpoint and the list its requests are added to."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            asked.append(body)
            said = script(body)
            if isinstance(said, str) and body.get("stream"):
                said = Raw(streamed(said))
            try:
                if isinstance(said, Raw):
                    self._stream(said.pieces)
                elif isinstance(said, Moved):
                    self.send_response(307)
                    self.send_header("location", f"{said.url}/chat/completions")
                    self.send_header("content-length", "0")
                    self.end_headers()
                else:
                    self._whole(body, said)
            except OSError:
                """The client went away, as it does after its time-out."""

        def _stream(self, pieces: Iterable[bytes]) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()
                if over.is_set():
                    return

        def _whole(self, body: dict[str, Any], said: str | int) -> None:
            status = said if isinstance(said, int) else 200
            reply = (
                {"error": {"message": "no"}}
                if status != 200
                else _completion(body["model"], str(said))
            )
            content = json.dumps(reply).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Nothing: the test says what matters."""

    over = threading.Event()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/v1", asked
        finally:
            over.set()
            server.shutdown()
            thread.join()
