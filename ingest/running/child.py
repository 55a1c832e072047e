"""The operating system's side of a reading process: start it, end it with all that it started."""

import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from ingest.errors import IngestError
from ingest.running.sweeping import kill_inside

_LOG = logging.getLogger(__name__)
WORKER = (sys.executable, "-P", "-X", "faulthandler", "-m", "ingest.running.worker")
_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "TZ")
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "MKL_NUM_THREADS")
_SECONDS_TO_DIE = 2.0
_LAST_WORDS = 2000


def _environment(folder: Path) -> dict[str, str]:
    """No settings of the program (keys), no threads that would take address space."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    root = str(Path(__file__).parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    own = {"TMPDIR": str(folder), "HOME": str(folder), "PYTHONPATH": os.pathsep.join(paths)}
    return kept | dict.fromkeys(_ONE_THREAD, "1") | own


class Child:
    """A process in a group and a temporary folder of its own; `to` and `back` are its pipes.

    Raises IngestError when it cannot be started.
    """

    def __init__(self, command: Sequence[str], argument: str) -> None:
        self._lock = threading.Lock()
        try:
            self.folder = Path(tempfile.mkdtemp(prefix="hoikh-ingest-")).resolve()
            with (self.folder / "stderr").open("wb") as errors:
                self._process = subprocess.Popen(  # noqa: S603 - our own program
                    [*command, argument],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    cwd=self.folder,
                    env=_environment(self.folder),
                    start_new_session=True,
                )
        except OSError as exc:
            raise IngestError(
                "Không khởi động được tiến trình đọc tệp. Hãy kiểm tra dung lượng đĩa của thư mục "
                "tạm và bộ nhớ còn trống.",
                detail=str(exc),
            ) from exc
        assert self._process.stdin is not None  # noqa: S101 - for mypy: both are pipes
        assert self._process.stdout is not None  # noqa: S101
        self.to: IO[bytes] = self._process.stdin
        self.back: IO[bytes] = self._process.stdout

    @property
    def pid(self) -> int:
        """The process's number, which is also its group's."""
        return self._process.pid

    def kill(self) -> None:
        """Kill the whole group; nothing once the process was ended by `end`."""
        with self._lock:
            # Until it is waited for, its number cannot have been given to another process.
            if self._process.returncode is None:
                try:
                    os.killpg(self.pid, signal.SIGKILL)
                except ProcessLookupError:
                    _LOG.debug("process group %d is gone", self.pid)

    def own_end(self) -> int | None:
        """How it ended by itself (exit code, or minus the signal); None when it lives on."""
        until = time.monotonic() + _SECONDS_TO_DIE
        while time.monotonic() < until:
            found = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG)
            if found is not None:
                return found.si_status if found.si_code == os.CLD_EXITED else -found.si_status
            time.sleep(0.01)
        return None

    def last_words(self) -> str:
        """The end of what it wrote to standard error."""
        try:
            data = (self.folder / "stderr").read_bytes()
        except OSError as exc:
            return f"standard error is gone: {exc}"
        return data[-_LAST_WORDS:].decode("utf-8", "replace")

    def end(self) -> None:
        """Kill the group, wait for the process, close its pipes and remove its folder."""
        self.kill()
        with self._lock:
            self._process.wait()
        kill_inside(self.folder)
        for pipe in (self.to, self.back):
            try:
                pipe.close()
            except OSError as exc:  # what was still to be sent
                _LOG.debug("pipe of process %d: %s", self.pid, exc)
        shutil.rmtree(self.folder, ignore_errors=True)
