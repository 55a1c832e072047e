"""Reading a file in a process of its own, so that no file can harm the program.

The process has bounds on memory, processor time, files and wall-clock time (worker.py); it is
kept for the next file and replaced when it died. It gets no settings, so no key of a language
model, and a temporary folder that is removed with it.
"""

import logging
import signal
import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.metadata.sidecar import Overrides
from ingest.plan import Plan
from ingest.progress import PageProgress, no_pages
from ingest.running.child import WORKER, Child
from ingest.running.codec import CodecError, decode, encode
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

_LOG = logging.getLogger(__name__)
OWN_SHARE = 0.9
"""The share of the time after which a reader hands over what OCR has read until then."""


class Parser(Protocol):
    """Reads one file at a time. `encoded` is its last plan as codec.py writes it, b"" if unknown."""

    encoded: bytes

    def start(self) -> None:
        """Get ready for the first file. Raises IngestError."""

    def parse(
        self, name: str, data: bytes, overrides: Overrides | None, progress: PageProgress = no_pages
    ) -> Plan:
        """The plan in the bytes. Raises RejectedFileError."""

    def close(self) -> None:
        """Stop at once, also while another thread waits in `parse`."""


class Worker:
    """A Parser in a process of its own, which starts with the first file at the latest."""

    def __init__(self, limits: Limits, command: Sequence[str] = WORKER) -> None:
        self.encoded = b""
        self._limits = limits
        self._command = command
        self._child: Child | None = None
        self._closed = False
        self._busy = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The number of the living process."""
        return self._child.pid if self._child else None

    def start(self) -> None:
        """Start the process, which loads its program while this one goes on. Raises IngestError."""
        with self._busy:
            if self._child is None and not self._closed:
                self._child = Child(self._command, _argument(self._limits))

    def parse(
        self, name: str, data: bytes, overrides: Overrides | None, progress: PageProgress = no_pages
    ) -> Plan:
        """The plan in the bytes.

        Raises RejectedFileError: "out_of_memory", "timeout", "crashed" or what reading found;
        IngestError when no process can be started.
        """
        request = Request(name, len(data), logging.getLogger().getEffectiveLevel(), overrides)
        with self._busy:
            used = self._child is not None
            try:
                return self._parse(request, data, progress)
            except RejectedFileError as error:
                again = self._second_try(error, used)
                if again is None:
                    raise
                _LOG.info("%s: %s, again in a new process", name, error.code)
            try:
                return self._parse(request, data, progress, again)
            finally:
                if again != self._limits:
                    self._end()

    def _second_try(self, error: RejectedFileError, used: bool) -> Limits | None:
        """The limits of another try in a new process; None when the file itself is to blame.

        An earlier file may have left the process in a bad state; pages that are read by OCR one
        after another need less memory than two at a time (A3 at 300 dpi: 0.4 GB each).
        """
        if self._child or self._closed:
            return None
        if error.code == "out_of_memory" and self._limits.ocr_workers > 1:
            return replace(self._limits, ocr_workers=1)
        return self._limits if used and error.code in ("out_of_memory", "crashed") else None

    def close(self) -> None:
        """End the process and all that it started, also while another thread is in `parse`."""
        self._closed = True
        child = self._child
        if child:
            child.kill()
        with self._busy:
            self._end()

    def _parse(
        self,
        request: Request,
        data: bytes,
        progress: PageProgress,
        limits: Limits | None = None,
    ) -> Plan:
        if self._child is None:
            self._child = Child(self._command, _argument(limits or self._limits))
        child = self._child
        if self._closed:  # asked last: `close` kills the child that it sees
            self._end()
            raise crashed("closed")
        expired = threading.Event()

        def expire() -> None:
            expired.set()
            child.kill()

        timer = threading.Timer(self._limits.max_seconds, expire)
        timer.daemon = True
        timer.start()
        try:
            answer, payload = _exchange(child, request, data, progress)
        except (OSError, WireError) as exc:
            raise self._death(child, expired.is_set(), str(exc)) from exc
        finally:
            timer.cancel()
        if expired.is_set():
            self._end()
        return self._plan(request.name, answer, payload)

    def _plan(self, name: str, answer: Answer, payload: bytes) -> Plan:
        """What the answer says. After a failure the process may be in any state: it is ended."""
        if answer.kind is AnswerKind.PLAN:
            try:
                plan = decode(Plan, payload)
                self.encoded = payload
                return plan
            except CodecError as exc:
                self._end()
                raise crashed(str(exc)) from exc
        if answer.kind is AnswerKind.REJECTED:
            raise RejectedFileError(answer.code, answer.text, detail=answer.detail)
        self._end()
        if answer.kind is AnswerKind.OUT_OF_MEMORY:
            raise _out_of_memory(self._limits, "MemoryError")
        _LOG.error("%s: reading failed\n%s", name, answer.detail)
        raise crashed(answer.detail)

    def _end(self) -> None:
        if self._child:
            self._child.end()
            self._child = None

    def _death(self, child: Child, expired: bool, reason: str) -> RejectedFileError:
        """Why the process is gone, as the rejection of the file it was reading."""
        code = child.own_end()
        detail = f"exit {code}: {reason}; {child.last_words()}"
        self._end()
        if expired or code == -signal.SIGXCPU:
            return _timeout(self._limits, detail)
        # SIGKILL that is not ours comes from a system that has run out of memory.
        if not self._closed and code in (OUT_OF_MEMORY_EXIT, -signal.SIGKILL):
            return _out_of_memory(self._limits, detail)
        return crashed(detail)


def _argument(limits: Limits) -> str:
    own = replace(limits, max_seconds=max(1, int(limits.max_seconds * OWN_SHARE)))
    return encode(own).decode()


def _exchange(
    child: Child, request: Request, data: bytes, progress: PageProgress
) -> tuple[Answer, bytes]:
    """The final answer; progress and log records on the way go where they belong."""
    send(child.to, request, data)
    while True:
        answer, payload = receive(child.back, Answer, MAX_ANSWER_BYTES)
        if answer.kind is AnswerKind.PROGRESS:
            progress(answer.done, answer.total)
        elif answer.kind is AnswerKind.LOG:
            logging.getLogger(answer.code).log(answer.done, "%s: %s", request.name, answer.text)
        else:
            return answer, payload


def _out_of_memory(limits: Limits, detail: str) -> RejectedFileError:
    return RejectedFileError(
        "out_of_memory",
        f"Đọc tệp cần nhiều bộ nhớ hơn mức cho phép ({limits.max_memory_bytes // 2**20} MB). Hãy "
        "tách riêng bản kế hoạch, hoặc đề nghị quản trị viên tăng HOIKH_INGEST__MAX_MEMORY_MB.",
        detail=detail,
    )


def _timeout(limits: Limits, detail: str) -> RejectedFileError:
    return RejectedFileError(
        "timeout",
        f"Đọc tệp quá {limits.max_seconds} giây nên đã dừng. Hãy tách tệp thành các phần nhỏ hơn, "
        "hoặc đề nghị quản trị viên tăng HOIKH_INGEST__MAX_SECONDS.",
        detail=detail,
    )


def crashed(detail: str) -> RejectedFileError:
    """The rejection of a file whose reading broke off or gave nonsense."""
    return RejectedFileError(
        "crashed",
        "Phần đọc tệp dừng đột ngột, có thể vì tệp bị hỏng. Hãy mở tệp bằng phần mềm đã tạo ra nó, "
        "lưu lại thành tệp mới rồi nạp lại.",
        detail=detail,
    )
