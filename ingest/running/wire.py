"""What the program and its reading process say to each other: JSON lines, some with bytes after.

A message is one line (at most 64 KB) and, where it says so, `size` bytes. Both sides check what
they get: the process that reads hostile files may have been taken over by one.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import IO, TypeVar

from ingest.metadata.sidecar import Overrides
from ingest.running.codec import CodecError, decode, encode

_MAX_LINE = 64 * 2**10
MAX_ANSWER_BYTES = 256 * 2**20
"""A plan as JSON; a plan of 50 MB of text needs about twice that."""
OUT_OF_MEMORY_EXIT = 77

T = TypeVar("T", bound="Request | Answer")


class WireError(ValueError):
    """The other side is gone, or says something that is no message."""


class AnswerKind(StrEnum):
    """What an answer is; PROGRESS and LOG are followed by others."""

    PLAN = "plan"
    REJECTED = "rejected"
    OUT_OF_MEMORY = "out_of_memory"
    FAILED = "failed"
    PROGRESS = "progress"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Request:
    """A file to read; its `size` bytes follow. `log_level` is the least level worth telling."""

    name: str
    size: int
    log_level: int
    overrides: Overrides | None


@dataclass(frozen=True, slots=True)
class Answer:
    """`size` bytes follow (a Plan). `done`/`total` are pages; a LOG has its level in `done`."""

    kind: AnswerKind
    size: int = 0
    code: str = ""
    text: str = ""
    detail: str = ""
    done: int = 0
    total: int = 0


def send(stream: IO[bytes], message: Request | Answer, payload: bytes = b"") -> None:
    """Write a message and the bytes that follow it. Raises OSError when the reader is gone."""
    stream.write(encode(message) + b"\n")
    stream.write(payload)
    stream.flush()


def receive(stream: IO[bytes], kind: type[T], max_bytes: int) -> tuple[T, bytes]:
    """The next message and the bytes that follow it.

    Raises WireError at the end of the stream and for anything that is no such message.
    """
    line = stream.readline(_MAX_LINE)
    if not line.endswith(b"\n"):
        raise WireError(f"no message: {len(line)} bytes before the end")
    try:
        message = decode(kind, line)
    except CodecError as exc:
        raise WireError(str(exc)) from exc
    if not 0 <= message.size <= max_bytes:
        raise WireError(f"{message.size} bytes announced, at most {max_bytes} allowed")
    payload = stream.read(message.size)
    if len(payload) != message.size:
        raise WireError(f"{len(payload)} of {message.size} bytes came")
    return message, payload
