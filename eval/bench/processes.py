"""Other programs, one process at a time and measured from outside: answers, seconds, memory."""

import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from eval.errors import EvalInputError
from prompts import text

TIMEOUT_S = 1_800
ANSWER_TIMEOUT_S = 120
MAX_LINE_BYTES = 64 * 2**20
_MAX_SHOWN_CHARS = 2000
_STATUS = Path("/proc/self/status")
_VM_HWM = re.compile(r"^VmHWM:\s*(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process took."""

    seconds: float
    peak_mib: float


def peak_mib(max_rss: int) -> float:
    """MiB of a `ru_maxrss`, which Linux counts in KiB and macOS in bytes."""
    return max_rss / (2**20 if sys.platform == "darwin" else 2**10)


@dataclass(slots=True)
class Conversation:
    """A process that answers every line on its input with a line on its output.

    `started` is the time (perf_counter) just before the process was started.
    """

    shown: str
    process: "subprocess.Popen[bytes]"
    messages: IO[bytes]
    started: float
    timeout_s: float = ANSWER_TIMEOUT_S
    _timed_out: bool = field(default=False, init=False)

    def ask(self, line: str) -> bytes:
        """The line that answers `line`.

        Raises EvalInputError when the process ends, takes `timeout_s` or says too much.
        """
        if self.process.stdin is None or self.process.stdout is None:
            raise ValueError("a conversation needs both pipes")
        watchdog = threading.Timer(self.timeout_s, self._give_up)
        watchdog.start()
        try:
            with suppress(BrokenPipeError):
                self.process.stdin.write(line.encode() + b"\n")
                self.process.stdin.flush()
            answer = self.process.stdout.readline(MAX_LINE_BYTES)
        finally:
            watchdog.cancel()
        if not answer.endswith(b"\n"):
            raise self._failed(too_long=len(answer) >= MAX_LINE_BYTES)
        return answer

    def end(self) -> Spent:
        """What the process took, once it has ended by itself; EvalInputError when it fails."""
        resident = _resident_peak_mib(self.process.pid)
        if self.process.stdin is not None:
            with suppress(BrokenPipeError):
                self.process.stdin.close()
        spent = _await(self.process, self.started, self.timeout_s)
        if self.process.returncode != 0:
            raise self._failed()
        return Spent(spent.seconds, max(resident, spent.peak_mib))

    def _give_up(self) -> None:
        self._timed_out = True
        _kill(self.process)

    def _failed(self, *, too_long: bool = False) -> EvalInputError:
        """The error of a process that did not do its work, ended first."""
        if too_long:
            _kill(self.process)
        if self.process.returncode is None:
            _await(self.process, time.perf_counter(), self.timeout_s)
        if self._timed_out:
            problem = text("bench.silent", seconds=self.timeout_s)
        elif too_long:
            problem = text("bench.too_long", limit=MAX_LINE_BYTES // 2**20)
        else:
            problem = _last_words(self.messages, self.process)
        return EvalInputError(text("bench.failed", command=self.shown, problem=problem))


@contextmanager
def conversing(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    python: str = sys.executable,
    timeout_s: float = ANSWER_TIMEOUT_S,
) -> Iterator[Conversation]:
    """A context with `python arguments…` started; the process does not outlive it."""
    with tempfile.TemporaryFile() as messages:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - an interpreter of ours, fixed programs
            [python, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=messages,
            env=os.environ | dict(environment),
            start_new_session=True,
        )
        try:
            yield Conversation(" ".join(arguments), process, messages, started, timeout_s)
        finally:
            if process.returncode is None:
                _kill(process)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(BrokenPipeError):
                        pipe.close()
            if process.returncode is None:
                process.wait()


def spend(
    arguments: Sequence[str], environment: Mapping[str, str], python: str = sys.executable
) -> Spent:
    """The time and memory of `python arguments…` with `environment` beside this process's own.

    Raises EvalInputError with the end of its messages when it fails or takes TIMEOUT_S.
    """
    with tempfile.TemporaryFile() as messages:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - an interpreter of ours, fixed programs
            [python, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=messages,
            env=os.environ | dict(environment),
            start_new_session=True,
        )
        try:
            spent = _await(process, started, TIMEOUT_S)
        finally:
            if process.returncode is None:
                _kill(process)
                process.wait()
        if process.returncode != 0:
            problem = _last_words(messages, process)
            raise EvalInputError(text("bench.failed", command=" ".join(arguments), problem=problem))
    return spent


def _await(process: "subprocess.Popen[bytes]", started: float, timeout_s: float) -> Spent:
    """Wait by wait4, the only call that tells one child's memory from all others'."""
    waiting, resident = time.perf_counter(), 0.0
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        now = time.perf_counter()
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return Spent(now - started, max(resident, _risen_mib(usage.ru_maxrss)))
        resident = max(resident, _resident_peak_mib(process.pid))
        if now - waiting > timeout_s:
            _kill(process)
        time.sleep(0.005)


def _risen_mib(max_rss: int) -> float:
    """A child's peak in MiB with that of its own children; 0.0 when it may be its parent's.

    Linux keeps the parent's peak as the child's first over fork and exec. A child that stays
    below is known by `_resident_peak_mib` alone.
    """
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak_mib(max_rss) if max_rss > own or not _STATUS.exists() else 0.0


def _resident_peak_mib(pid: int) -> float:
    """The peak of a running process's own memory in MiB; 0.0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    found = _VM_HWM.search(status)
    return int(found[1]) / 2**10 if found else 0.0


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End the process and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _last_words(messages: IO[bytes], process: "subprocess.Popen[bytes]") -> str:
    """The end of a failed process's messages; its exit status when it has none."""
    messages.seek(0, os.SEEK_END)
    messages.seek(max(0, messages.tell() - 4 * _MAX_SHOWN_CHARS))
    said = messages.read().decode("utf-8", "replace")[-_MAX_SHOWN_CHARS:].strip()
    return said or f"exit {process.returncode}"
