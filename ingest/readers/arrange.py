"""Pages of words and ruling lines → paragraphs and tables in reading order.

Shared by text layers and OCR, so it uses places alone: first what runs on every page is taken
off, then ruled tables, footnotes, blocks side by side; what is left are lines, joined to
paragraphs. Every tolerance is a share of the text's size.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from ingest.lines import Line, Part
from ingest.readers.borderless import Borderless
from ingest.readers.columns import Block, Kind, in_order
from ingest.readers.footnotes import Notes, take_notes
from ingest.readers.lone_headers import with_headers
from ingest.readers.paragraphs import (
    Column,
    is_marked,
    measure,
    starts_paragraph,
    to_line,
)
from ingest.readers.ruled import Frame, find_frames
from ingest.readers.running import signing_times, without_running
from ingest.readers.stitched import Ruled, stitch, to_ruled
from ingest.readers.text_lines import TextLine, text_lines, usual_size, with_steady_sizes
from ingest.readers.underlines import with_underlined
from ingest.readers.words import PageWords

_SNAP = 2.5
# Lines drawn by a scanner are thicker and less straight (points).
_SNAP_SCAN = 4.0
# Lines on a page that can tell the document's margins; that are too few to know their own.
_MUCH_TEXT = 12
_LITTLE_TEXT = 6
_CLOSED = (".", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's frames from the top down, and its lines outside of them."""

    page: PageWords
    frames: tuple[Frame, ...]
    lines: tuple[TextLine, ...]


def arrange(pages: Sequence[PageWords]) -> tuple[Part, ...]:
    """The paragraphs and tables of all pages; when a stamp says it was signed and the
    footnotes as "[1] …" at the very end.

    Each Line is a whole paragraph or heading (`Source.paragraphs` is True).
    """
    steady = [_steady(page) for page in pages]
    borderless = Borderless()
    read = [_read(page, borderless) for page in with_headers(without_running(steady))]
    size = usual_size(line for page in read for line in page.lines)
    notes = Notes()
    flow = _Flow()
    usual = [_without_notes(page, size, notes) for page in read]
    for page, column in zip(usual, _columns(usual), strict=True):
        for item in _items(page):
            flow.add(item, column)
    signed = (Line(text) for text in signing_times(steady))
    return (*flow.parts(), *signed, *notes.lines())


def _steady(page: PageWords) -> PageWords:
    """The page; one read by OCR with sizes that lines can be compared by."""
    if page.confidence is None:
        return page
    return replace(page, words=with_steady_sizes(page.words))


def _read(page: PageWords, borderless: Borderless) -> _Page:
    snap = _SNAP if page.confidence is None else _SNAP_SCAN
    frames, words = find_frames(page.rules, page.words, page.number, snap)
    lines = text_lines(with_underlined(words, page.rules), page.number)
    more, lines = borderless.find(lines)
    return _Page(page, tuple(sorted([*frames, *more], key=lambda f: f.ys[0])), tuple(lines))


def _without_notes(page: _Page, size: float, notes: Notes) -> _Page:
    floor = max((frame.ys[-1] for frame in page.frames), default=0.0)
    low = [line for line in page.lines if line.top > floor - 0.5 * line.size]
    high = [line for line in page.lines if line.top <= floor - 0.5 * line.size]
    rules = [rule for rule in page.page.rules if rule.top > floor + 1]
    rest = take_notes(low, rules, page.page.width, size, notes)
    return replace(page, lines=(*high, *rest))


def _columns(pages: Sequence[_Page]) -> list[Column | None]:
    """Each page's column of text; one with little text takes the margins of its like."""
    own = [measure(page.lines) if page.lines else None for page in pages]
    alike: dict[int, list[Column]] = {}
    for page, column in zip(pages, own, strict=True):
        if column and len(page.lines) > _MUCH_TEXT:
            alike.setdefault(round(page.page.width / 5), []).append(column)
    usual = {width: _usual(columns) for width, columns in alike.items()}
    return [
        column and _widened(page, column, usual.get(round(page.page.width / 5)))
        for page, column in zip(pages, own, strict=True)
    ]


def _usual(columns: Sequence[Column]) -> Column:
    """The column that most pages of one width have."""
    return Column(
        median(column.left for column in columns),
        median(column.right for column in columns),
        median(column.step for column in columns),
        median(column.size for column in columns),
        2 * sum(column.indented for column in columns) > len(columns),
    )


def _widened(page: _Page, column: Column, usual: Column | None) -> Column:
    if _is_sure(page.lines, column):
        return column
    if usual is None:
        # Officials' pages have the wider margin at the left, so text may go this far.
        return replace(column, right=max(column.right, page.page.width - column.left))
    step = usual.step if len(page.lines) < _LITTLE_TEXT else column.step
    left, right = min(column.left, usual.left), max(column.right, usual.right)
    return Column(left, right, step, column.size, usual.indented)


def _is_sure(lines: Sequence[TextLine], column: Column) -> bool:
    """Whether enough lines end at the column's right margin to believe in it."""
    ending = sum(1 for line in lines if abs(line.x1 - column.right) < 0.5 * line.size)
    return ending >= max(4, 0.2 * len(lines))


def _items(page: _Page) -> Iterable[Block | Frame]:
    """The page's blocks and frames from the top down."""
    lines = list(page.lines)
    for frame in page.frames:
        above = [line for line in lines if line.middle < frame.ys[0]]
        lines = [line for line in lines if line.middle >= frame.ys[0]]
        yield from in_order(above)
        yield frame
    yield from in_order(lines)


class _Flow:
    """Gathers paragraphs and tables, also across pages."""

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._paragraph: list[TextLine] = []
        self._column: Column | None = None
        self._table: Ruled | None = None

    def parts(self) -> list[Part]:
        """All that has come so far."""
        self._close()
        self._close_table()
        return self._parts

    def add(self, item: Block | Frame, column: Column | None) -> None:
        """Take in the next block or table of a page whose text stands in `column`."""
        if isinstance(item, Frame):
            self._add_table(to_ruled(item))
            return
        self._close_table()
        if item.kind is Kind.LISTED:
            self._close()
            for lines in _entries(item.lines):
                self._parts.append(to_line(lines))
            return
        own = column if column and _is_within(item, column) else measure(item.lines)
        for line in item.lines:
            self._add_line(line, own)

    def _add_line(self, line: TextLine, own: Column) -> None:
        before = self._column or own
        if self._paragraph and starts_paragraph(self._paragraph, line, before, own):
            self._close()
        self._paragraph.append(line)
        self._column = own

    def _add_table(self, table: Ruled) -> None:
        self._close()
        if self._table and table.grid.row_pages[0] > self._table.grid.row_pages[-1]:
            whole = stitch(self._table, table)
            if whole:
                self._table = whole
                return
        self._close_table()
        self._table = table

    def _close(self) -> None:
        if self._paragraph:
            self._parts.append(to_line(self._paragraph))
        self._paragraph, self._column = [], None

    def _close_table(self) -> None:
        if self._table:
            self._parts.extend(_laid(self._table))
        self._table = None


def _laid(table: Ruled) -> Sequence[Part]:
    """The grid, or its lines when the frame only lays out text."""
    from ingest.readers.framing import is_layout, unfold

    return unfold(table.grid) if is_layout(table.grid) else [table.grid]


def _is_within(block: Block, column: Column) -> bool:
    """Whether a block is part of the page's column, and no narrow one of its own."""
    width = column.right - column.left
    x0, x1 = min(line.x0 for line in block.lines), max(line.x1 for line in block.lines)
    return len(block.lines) < 5 or x1 - x0 > 0.6 * width


def _entries(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The lines of a letterhead or sign-off; only one that goes on in lower case is joined."""
    entries: list[list[TextLine]] = []
    for line in lines:
        before = entries[-1][-1] if entries else None
        goes_on = (
            before is not None
            and line.text[:1].islower()
            and not is_marked(line.text)
            and not before.text.endswith(_CLOSED)
        )
        if goes_on:
            entries[-1].append(line)
        else:
            entries.append([line])
    # A lone sign between them is what OCR makes of a seal or of a drawn line.
    return [entry for entry in entries if len(entry[0].text) > 1]
