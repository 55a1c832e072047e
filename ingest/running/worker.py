"""`python -m ingest.running.worker LIMITS`: reads files for another process, inside limits it cannot lift.

Requests come on standard input, answers go to what was standard output; whatever a library
prints goes to standard error. When the other process is gone, this one and all that it started
(OCR) end at once. It imports nothing but the room `ingest`.
"""

import gc
import logging
import os
import queue
import resource
import shutil
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeAlias

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.metadata.sidecar import Overrides
from ingest.plan import Plan
from ingest.progress import listening
from ingest.running.codec import decode, encode
from ingest.running.sweeping import kill_inside
from ingest.running.wire import (
    MAX_ANSWER_BYTES,
    OUT_OF_MEMORY_EXIT,
    Answer,
    AnswerKind,
    Request,
    WireError,
    receive,
    send,
)

Parse: TypeAlias = Callable[[str, bytes, Limits, Overrides], Plan]

_MAX_OPEN_FILES = 256
_NEW_OBJECTS_BETWEEN_SWEEPS = 200_000
_MAX_TEXT = 4000  # characters of a log record or a detail
# Libraries, their mapped files and thread stacks take address space without using memory.
_ADDRESS_HEADROOM = 2 * 2**30


def bound(limits: Limits) -> None:
    """Set this process's limits for good; those of processor time are set for each file."""
    memory = limits.max_memory_bytes
    for what, amount in (
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_AS, memory + _ADDRESS_HEADROOM),
        (resource.RLIMIT_FSIZE, limits.max_inflated_bytes),
        (resource.RLIMIT_NOFILE, _MAX_OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        least = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(what, (least, least))


def _allow_processor_time(limits: Limits) -> None:
    """The parent watches the clock; this ends a process whose parent cannot."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + limits.max_seconds * limits.ocr_workers + 5
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = seconds if hard == resource.RLIM_INFINITY else min(seconds, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


class _Line:
    """The way to the parent; several threads may speak (OCR logs), one message at a time."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def send(self, answer: Answer, payload: bytes = b"") -> None:
        """Write an answer and the bytes that follow it."""
        with self._lock:
            send(self._stream, answer, payload)


class _Told(logging.Handler):
    """Sends log records to the parent."""

    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._line = line

    def emit(self, record: logging.LogRecord) -> None:
        """Records of libraries go no further: pypdf 7 warns of every slip of a PDF's author."""
        if not record.name.startswith("ingest"):
            return
        text = self.format(record)[:_MAX_TEXT]
        self._line.send(
            Answer(AnswerKind.LOG, code=record.name[:100], text=text, done=record.levelno)
        )


def _listen(
    incoming: IO[bytes], limits: Limits, requests: "queue.Queue[tuple[Request, bytes]]"
) -> None:
    """Take requests until the parent is gone; then end the whole process group."""
    try:
        while True:
            requests.put(receive(incoming, Request, limits.max_bytes))
    except WireError:
        folder = Path(os.environ["TMPDIR"])
        kill_inside(folder)
        shutil.rmtree(folder, ignore_errors=True)
        os.killpg(0, signal.SIGKILL)
    except MemoryError:
        os._exit(OUT_OF_MEMORY_EXIT)


def _answer(
    request: Request, data: bytes, limits: Limits, parse: Parse, line: _Line
) -> tuple[Answer, bytes]:
    def tell(done: int, total: int) -> None:
        line.send(Answer(AnswerKind.PROGRESS, done=done, total=total))

    try:
        with listening(tell):
            plan = parse(request.name, data, limits, request.overrides or Overrides())
        payload = encode(plan)
    except RejectedFileError as error:
        text, detail = error.user_message[:_MAX_TEXT], error.detail[:_MAX_TEXT]
        return Answer(AnswerKind.REJECTED, code=error.code[:100], text=text, detail=detail), b""
    except MemoryError:
        return Answer(AnswerKind.OUT_OF_MEMORY), b""
    except Exception:  # one bad file must not end the run: the parent logs where it came from
        return Answer(AnswerKind.FAILED, detail=traceback.format_exc()[-_MAX_TEXT:]), b""
    if len(payload) > MAX_ANSWER_BYTES:
        text = "Nội dung đọc được từ tệp quá lớn. Hãy tách riêng bản kế hoạch rồi nạp lại."
        return Answer(AnswerKind.REJECTED, code="too_large", text=text), b""
    return Answer(AnswerKind.PLAN, size=len(payload)), payload


def serve(parse: Parse) -> None:
    """Answer requests with what `parse` gives, until the parent is gone. Never returns."""
    limits = decode(Limits, sys.argv[1].encode())
    # Libraries and programs use descriptors 0 and 1; the pipes are kept where they do not look.
    incoming, line = os.fdopen(os.dup(0), "rb"), _Line(os.fdopen(os.dup(1), "wb"))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    bound(limits)
    root = logging.getLogger()
    root.addHandler(_Told(line))
    # A plan is hundreds of thousands of small objects and no cycles: rarely worth a look.
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS_BETWEEN_SWEEPS)
    requests: queue.Queue[tuple[Request, bytes]] = queue.Queue()
    threading.Thread(target=_listen, args=(incoming, limits, requests), daemon=True).start()
    while True:
        request, data = requests.get()
        root.setLevel(request.log_level)
        _allow_processor_time(limits)
        answer, payload = _answer(request, data, limits, parse, line)
        del data
        line.send(answer, payload)


if __name__ == "__main__":
    gc.disable()  # nothing that is imported is garbage
    from ingest.pipeline import ingest_bytes

    gc.enable()
    serve(ingest_bytes)
