"""Page layers by PDFium in processes of their own: both cores at work, and limits of their own.

A file of 800 KB whose content inflates to 400 MB takes PDFium (pypdfium2 5.15) 7 GB and 35 s, and
what crashes PDFium would take the reader with it, also where isolation.py does not guard it. A
child sends its pages as JSON lines, may be killed, and costs a tenth of a second. `python -m`
runs it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import cycle
from threading import Timer
from typing import TypeAlias

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.readers.pdf_words import PageLayer, page_layers
from ingest.readers.words import PageWords, Rule, Word

_MODULE = "ingest.readers.pdf_process"
# From how many pages a second child is worth its start.
_MANY_PAGES = 16
_WORKERS = 2
# A thousand full pages have 700,000 words; more is no document.
_MAX_WORDS = 1_200_000
_MAX_RULES = 600_000
_COMPLEX = (
    "Tệp PDF quá phức tạp hoặc bị hỏng nên không đọc được. Hãy mở tệp, in lại ra PDF rồi nạp lại."
)
_WordRow: TypeAlias = tuple[str, float, float, float, float, bool, float]
_RuleRow: TypeAlias = tuple[float, float, float, float]
_FactsRow: TypeAlias = tuple[int, float, float, float, float, float, bool]


def guarded_layers(data: bytes, n_pages: int, limits: Limits) -> Iterator[PageLayer]:
    """The text layers of all pages in order, read in child processes within the limits.

    Raises RejectedFileError "encrypted", "damaged_pdf" (also for what exceeds memory or time) or
    "too_many_pages".
    """
    stride = min(_WORKERS, limits.ocr_workers) if n_pages >= _MANY_PAGES else 1
    budget = _Budget()
    with ExitStack() as stack:
        # Page 1 from the first child, page 2 from the second, and so on: each is read in turn.
        children = [
            stack.enter_context(_child(data, first, max(stride, 1), limits))
            for first in range(max(stride, 1))
        ]
        for child in cycle([_received(child, budget) for child in children]):
            layer = next(child, None)
            if layer is None:
                return
            yield layer


@dataclass(slots=True)
class _Budget:
    """How many words and lines may still come."""

    words: int = _MAX_WORDS
    rules: int = _MAX_RULES

    def take(self, page: PageWords) -> None:
        """Count a page. Raises RejectedFileError when it is one too many."""
        self.words -= len(page.words)
        self.rules -= len(page.rules)
        if self.words < 0 or self.rules < 0:
            raise RejectedFileError("damaged_pdf", _COMPLEX, detail="too many words or lines")


@contextmanager
def _child(
    data: bytes, first: int, stride: int, limits: Limits
) -> Iterator["subprocess.Popen[bytes]"]:
    """A running child that has got the file; it is ended at the latest when time is over."""
    # Several children share the memory.
    numbers = (limits.max_memory_bytes // stride, limits.max_pages, first, stride)
    path = os.pathsep.join(entry or os.curdir for entry in sys.path)
    child = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", _MODULE, *map(str, numbers)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )
    timer = Timer(limits.max_seconds, child.kill)
    timer.daemon = True
    timer.start()
    try:
        _send(child, data)
        yield child
    finally:
        timer.cancel()
        child.kill()
        if child.stdout:
            child.stdout.close()
        child.wait()


def _send(child: "subprocess.Popen[bytes]", data: bytes) -> None:
    if child.stdin is None:
        raise RuntimeError("the child has no pipe")
    try:
        with child.stdin as pipe:
            pipe.write(data)
    except BrokenPipeError as exc:
        raise RejectedFileError("damaged_pdf", _COMPLEX, detail="child ended early") from exc


def _received(child: "subprocess.Popen[bytes]", budget: _Budget) -> Iterator[PageLayer]:
    for row in child.stdout or ():
        message = json.loads(row)
        if "code" in message:
            raise RejectedFileError(message["code"], message["user"], detail=message["detail"])
        if "end" in message:
            return
        layer = _layer(message["facts"], message["words"], message["rules"])
        budget.take(layer.page)
        yield layer
    raise RejectedFileError("damaged_pdf", _COMPLEX, detail=f"child exit {child.wait()}")


def _layer(facts: _FactsRow, words: list[_WordRow], rules: list[_RuleRow]) -> PageLayer:
    number, width, height, hidden, unmapped, image_share, has_curves = facts
    page = PageWords(
        number,
        width,
        height,
        tuple(Word(*word) for word in words),
        tuple(Rule(*rule) for rule in rules),
    )
    return PageLayer(page, hidden, unmapped, image_share, has_curves)


def _rows(layer: PageLayer) -> dict[str, object]:
    page = layer.page
    words = [
        (
            word.text,
            *(round(word.x0, 2), round(word.top, 2), round(word.x1, 2), round(word.bottom, 2)),
            word.bold,
            round(word.size, 2),
        )
        for word in page.words
    ]
    rules = [tuple(round(v, 2) for v in (r.x0, r.top, r.x1, r.bottom)) for r in page.rules]
    facts = (page.number, page.width, page.height, layer.hidden, layer.unmapped)
    return {
        "facts": (*facts, layer.image_share, layer.has_curves),
        "words": words,
        "rules": rules,
    }


def _limit_memory(max_bytes: int) -> None:
    """Let the system refuse memory beyond the limit, where it can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    least = max_bytes if hard == resource.RLIM_INFINITY else min(max_bytes, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (least, least))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(max_memory_bytes: int, max_pages: int, first: int, stride: int) -> None:
    """The child: a PDF from standard input, JSON lines to standard output.

    It reads every page whose 0-based number is `first` plus a multiple of `stride`.
    """
    _limit_memory(max_memory_bytes)
    data = sys.stdin.buffer.read()
    out = sys.stdout
    try:
        for layer in page_layers(data, max_pages, first, stride):
            out.write(json.dumps(_rows(layer), separators=(",", ":")) + "\n")
    except RejectedFileError as exc:
        error = {"code": exc.code, "user": exc.user_message, "detail": exc.detail}
        out.write(json.dumps(error) + "\n")
        return
    out.write('{"end":1}\n')


if __name__ == "__main__":
    main(*map(int, sys.argv[1:5]))
