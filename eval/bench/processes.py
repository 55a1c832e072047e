"""One process at a time, measured from outside: its seconds and its peak memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.errors import EvalInputError
from prompts import text

TIMEOUT_S = 600


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process took."""

    seconds: float
    peak_mib: float


def peak_mib(max_rss: int) -> float:
    """MiB of a `ru_maxrss`, which Linux counts in KiB and macOS in bytes."""
    return max_rss / (2**20 if sys.platform == "darwin" else 2**10)


def spend(
    arguments: Sequence[str], environment: Mapping[str, str], python: str = sys.executable
) -> Spent:
    """The time and memory of `python arguments…` with `environment` beside this process's own.

    Raises EvalInputError with the end of its messages when it fails or takes TIMEOUT_S.
    """
    command = [python, *arguments]
    with tempfile.TemporaryFile() as messages:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - an interpreter of ours, fixed programs
            command,
            stdout=subprocess.DEVNULL,
            stderr=messages,
            env=os.environ | dict(environment),
        )
        spent = _await(process, started)
        if process.returncode != 0:
            messages.seek(0)
            problem = messages.read().decode("utf-8", "replace")[-2000:].strip()
            shown = " ".join(arguments)
            raise EvalInputError(text("eval.bench_failed", command=shown, problem=problem))
    return spent


def _await(process: "subprocess.Popen[bytes]", started: float) -> Spent:
    """Wait by wait4, the only call that tells one child's memory from all others'."""
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        seconds = time.perf_counter() - started
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return Spent(seconds, peak_mib(usage.ru_maxrss))
        if seconds > TIMEOUT_S:
            process.kill()
        time.sleep(0.005)
