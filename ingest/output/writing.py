"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_whole(file: Path, data: bytes, mode: int = 0o600) -> None:
    """Write a file so that it holds all of the data, or else what it held before.

    Raises OSError. A target that is no regular file (a device, a pipe) is written directly.
    """
    if file.exists() and not file.is_file():
        with file.open("wb") as stream:
            stream.write(data)
        return
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
    temporary = Path(name)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 - a descriptor, no path
            stream.write(data)
            os.fchmod(handle, mode)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
