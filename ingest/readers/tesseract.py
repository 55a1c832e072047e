"""The program tesseract: whether it is here, what it sees in a picture. Its only caller."""

import os
import shutil
import subprocess
import time
from dataclasses import dataclass

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.readers.raster import Grey

# --psm: find the columns; one column; one line; words anywhere
PAGE, BLOCK, LINE, SPARSE = 3, 6, 7, 11


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as tesseract saw it; box in pixels, confidence 0 to 100."""

    text: str
    box: tuple[int, int, int, int]
    line: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Program:
    """Where tesseract is, and until when it may run (time.monotonic)."""

    path: str
    deadline: float

    def run(self, grey: Grey, dpi: float, *options: str, until: float) -> str:
        """What tesseract prints about a picture. Raises TimeoutExpired; "" when it fails."""
        header = b"P5 %d %d 255\n" % (grey.shape[1], grey.shape[0])
        done = subprocess.run(  # noqa: S603
            [self.path, "stdin", "stdout", "--dpi", str(round(dpi)), *options],
            input=header + grey.tobytes(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=max(0.1, until - time.monotonic()),
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            check=False,
        )
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def find_program(limits: Limits) -> Program:
    """Where tesseract is; its clock starts now. Raises RejectedFileError "needs_tesseract"."""
    path = shutil.which("tesseract")
    listed = ""
    if path:
        try:
            listed = subprocess.run(  # noqa: S603
                [path, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
            ).stdout
        except (OSError, subprocess.TimeoutExpired):
            listed = ""
    if not path or "vie" not in listed.split():
        raise RejectedFileError(
            "needs_tesseract",
            "Tệp là bản quét, cần chương trình nhận dạng chữ Tesseract và dữ liệu tiếng Việt. "
            "Đề nghị quản trị viên cài hai gói Debian tesseract-ocr và tesseract-ocr-vie "
            "rồi nạp lại tệp.",
            detail=f"tesseract={path}",
        )
    return Program(path, time.monotonic() + limits.max_seconds)


def seen_words(
    program: Program, grey: Grey, dpi: float, psm: int, until: float, *, digits: bool = False
) -> list[Seen]:
    """The words in a picture, line by line, in tesseract's order. Raises TimeoutExpired.

    `digits`: nothing but figures is looked for.
    """
    options = ["-l", "vie", "--psm", str(psm), "-c", "tessedit_create_tsv=1"]
    if digits:
        options += ["-c", "tessedit_char_whitelist=0123456789"]
    words = []
    for row in program.run(grey, dpi, *options, until=until).splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) < 12 or fields[0] != "5" or not fields[11].strip():
            continue
        left, top, width, height = map(int, fields[6:10])
        line = f"{psm}.{'.'.join(fields[1:5])}"
        box = (left, top, left + width, top + height)
        words.append(Seen(fields[11].strip(), box, line, float(fields[10])))
    return words


def likely_turns(program: Program, grey: Grey, dpi: float, until: float) -> tuple[int, ...]:
    """By how many degrees clockwise the page may have to be turned, the likeliest first."""
    told = program.run(grey, dpi, "-l", "osd", "--psm", "0", until=until)
    for line in told.splitlines():
        if line.startswith("Rotate: ") and line[8:].strip() in ("90", "180", "270"):
            return (int(line[8:]),)
    return () if told else (180, 90, 270)
