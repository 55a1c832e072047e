"""A table's header alone at the foot of a page: put above the rows, which begin the next page.

For tables without ruling lines alone: a header that has lines around it is a table by itself, to
which the next page's one is stitched.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.readers.row_cells import NUMBER
from ingest.readers.strips import levels, strips_of
from ingest.readers.table_checks import is_counted
from ingest.readers.table_lines import GROUP, ORDINAL, header_above, region_at
from ingest.readers.text_lines import TextLine, text_lines
from ingest.readers.words import PageWords, Word

_MAX_HEADER = 8
_NEAR_TOP = 4
# How far, in sizes, a header is put above its rows at least: further than lines of one cell.
_APART = 0.6


@dataclass(frozen=True, slots=True)
class _Header:
    """The lines of a header and the widest gap between two of them (points)."""

    lines: tuple[TextLine, ...]
    widest: float

    @property
    def bottom(self) -> float:
        return max(line.bottom for line in self.lines)


def with_headers(pages: Sequence[PageWords]) -> list[PageWords]:
    """The pages with each header that stands alone at a page's foot moved to the next page."""
    found = list(pages)
    for index in range(len(found) - 1):
        page, following = found[index], found[index + 1]
        header = _alone(page)
        if header and (rows := _rows_below(header, following)):
            moved = {id(word) for line in header.lines for word in line.words}
            left = tuple(word for word in page.words if id(word) not in moved)
            found[index] = replace(page, words=left)
            found[index + 1] = _with_header(following, header, rows)
    return found


def _levels(page: PageWords) -> list[TextLine]:
    lines = [part for line in text_lines(page.words, page.number) for part in levels(line)]
    return sorted(lines, key=lambda line: (line.middle, line.x0))


def _alone(page: PageWords) -> _Header | None:
    """The header that the page ends with and that has no row below it."""
    lines = _levels(page)
    for start in range(max(0, len(lines) - _MAX_HEADER), len(lines)):
        region = region_at(lines, start, 0)
        if region.end < len(lines) or region.end == region.start or region.across:
            continue
        inside = lines[region.start :]
        xs = strips_of(inside, inside[0].size).bounds
        above = header_above(lines, region.start, region.start, xs)
        header = lines[region.start - above :]
        if len(header) > _MAX_HEADER or not _are_names(header) or _is_ruled(page, header):
            return None
        gaps = [
            after.top - max(line.bottom for line in header[:i])
            for i, after in enumerate(header)
            if i
        ]
        return _Header(tuple(header), max(gaps, default=0.0))
    return None


def _are_names(header: Sequence[TextLine]) -> bool:
    """Whether lines are names of columns: "STT" is among them, or they are bold and no numbers."""
    counted = next((i for i, line in enumerate(header) if is_counted(line)), None)
    if counted is None:
        words = [word for line in header for word in line.words]
        return all(line.bold for line in header) and not any(
            NUMBER.fullmatch(w.text) for w in words
        )
    firsts = (line.words[0].text for line in header[counted + 1 :])
    return not any(ORDINAL.fullmatch(text) or GROUP.fullmatch(text) for text in firsts)


def _is_ruled(page: PageWords, header: Sequence[TextLine]) -> bool:
    """Whether lines part the columns: upright ones within the header, not only around it."""
    top, bottom = min(line.top for line in header), max(line.bottom for line in header)
    left, right = min(line.x0 for line in header), max(line.x1 for line in header)
    return any(
        rule.bottom - rule.top > rule.x1 - rule.x0
        and rule.bottom > top
        and rule.top < bottom
        and left < rule.x0 < right
        for rule in page.rules
    )


def _rows_below(header: _Header, page: PageWords) -> list[TextLine]:
    """The page's lines when they begin with rows and no header of their own."""
    lines = _levels(page)
    top = lines[:_MAX_HEADER]
    if not top or any(map(is_counted, top)) or top[0].text == header.lines[0].text:
        return []
    if not any(map(is_counted, header.lines)) and top[0].bold:
        return []
    regions = (region_at(lines, index, 0) for index in range(min(_NEAR_TOP, len(lines))))
    return lines if any(r.end - r.start > 1 and r.start < _NEAR_TOP for r in regions) else []


def _with_header(page: PageWords, header: _Header, rows: Sequence[TextLine]) -> PageWords:
    """The page with the header right above its first line."""
    gap = max(_APART * header.lines[0].size, header.widest + 1)
    shift = min(line.top for line in rows) - gap - header.bottom
    moved: list[Word] = [
        replace(word, top=word.top + shift, bottom=word.bottom + shift)
        for line in header.lines
        for word in line.words
    ]
    return replace(page, words=(*moved, *page.words))
