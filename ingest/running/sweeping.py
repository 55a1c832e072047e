"""Ending the processes that a reading process started, wherever they went.

Killing a process group misses a program that was given a group of its own (LibreOffice). All of
them work inside the reading process's temporary folder, which tells them from any other.
"""

import logging
import os
import signal
from pathlib import Path

_LOG = logging.getLogger(__name__)


def kill_inside(folder: Path) -> int:
    """How many processes whose working folder is `folder`, or is in it, were killed.

    This process is spared. Without /proc (no Linux) none is found.
    """
    own, killed = os.getpid(), 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            here = Path(os.readlink(entry / "cwd").removesuffix(" (deleted)"))  # noqa: PTH115 - a str
            if here.is_relative_to(folder) and int(entry.name) != own:
                os.kill(int(entry.name), signal.SIGKILL)
                killed += 1
        except OSError as exc:  # it ended meanwhile, or is another user's
            _LOG.debug("%s: %s", entry, exc)
    return killed
