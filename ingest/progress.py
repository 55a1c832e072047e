"""Who is told how far a long reading has come (pages of OCR): nobody, unless someone listens.

Readers call `report_pages`; the process that reads files listens and tells its parent.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

PageProgress: TypeAlias = Callable[[int, int], None]
"""Called with how many pages are done and of how many."""


def no_pages(_done: int, _total: int) -> None:
    """Tell nobody."""


_LISTENER: ContextVar[PageProgress] = ContextVar("listener", default=no_pages)


def report_pages(done: int, total: int) -> None:
    """Tell the listener of this thread that `done` of `total` pages are read."""
    _LISTENER.get()(done, total)


@contextmanager
def listening(listener: PageProgress) -> Iterator[None]:
    """While the block runs, what this thread reports goes to the listener."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
