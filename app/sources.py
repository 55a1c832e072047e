"""Where a citation stands in its plan: the passage inside its section, ready to be shown.

Pure. The text shown is the plan's own, character for character; drawing is the screen's.
"""

from bisect import bisect_right
from dataclasses import dataclass

from app.answer import Citation
from ingest.plan import Plan, Section

MAX_CHARS = 12_000
MIN_CHARS = 600
"""A section shorter than this is shown within the section around it."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, inside or outside the cited passage."""

    text: str
    highlighted: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the plan, or the lines of one table row; the last run keeps the line break."""

    runs: tuple[Run, ...]
    row: bool = False


@dataclass(frozen=True, slots=True)
class SourceView:
    """A cited passage in its surroundings.

    The runs joined are `plan.text[start:end]`; the highlighted runs joined are the quote.
    `headings` lead from the outermost section down to the cited one. `cut_before` and
    `cut_after` tell that the section goes on beyond what is shown.
    """

    document: str
    place: str
    headings: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    start: int
    end: int
    cut_before: bool
    cut_after: bool


def source_view(
    plan: Plan, citation: Citation, *, max_chars: int = MAX_CHARS, min_chars: int = MIN_CHARS
) -> SourceView:
    """The section that holds the citation, at most about `max_chars` around the passage.

    A quote longer than `max_chars` is shown whole.
    """
    lineage = _lineage(plan, citation)
    low, high = _surroundings(plan, lineage, citation, min_chars, max_chars)
    low, high = min(low, citation.start), max(high, citation.end)
    start, end = _window(plan.text, low, high, citation, max_chars)
    return SourceView(
        document=citation.document,
        place=citation.section,
        headings=tuple(_heading(section) for section in lineage),
        paragraphs=_paragraphs(plan, start, end, citation),
        start=start,
        end=end,
        cut_before=start > low,
        cut_after=end < high,
    )


def _lineage(plan: Plan, citation: Citation) -> tuple[Section, ...]:
    """The sections that hold the whole passage, outermost first; empty before the first."""
    holding = [
        section
        for section in plan.sections
        if section.start <= citation.start and citation.end <= section.end
    ]
    return tuple(sorted(holding, key=lambda section: (section.start - section.end, section.level)))


def _surroundings(
    plan: Plan,
    lineage: tuple[Section, ...],
    citation: Citation,
    min_chars: int,
    max_chars: int,
) -> tuple[int, int]:
    """The innermost section that is long enough to be read, without exceeding `max_chars`."""
    if not lineage:
        return _between_sections(plan, citation, min_chars)
    chosen = lineage[-1]
    for wider in reversed(lineage[:-1]):
        if chosen.end - chosen.start >= min_chars or wider.end - wider.start > max_chars:
            break
        chosen = wider
    return chosen.start, chosen.end


def _between_sections(plan: Plan, citation: Citation, min_chars: int) -> tuple[int, int]:
    """The stretch outside every section, as before the first heading or around the signature."""
    ends = (section.end for section in plan.sections if section.end <= citation.start)
    starts = (section.start for section in plan.sections if section.start >= citation.end)
    low, high = max(ends, default=0), min(starts, default=len(plan.text))
    if high - low < min_chars:
        # A bare signature says little: the lines before it belong to it.
        low = plan.text.rfind("\n", 0, max(0, citation.start - min_chars)) + 1
    return low, high


def _window(text: str, low: int, high: int, citation: Citation, max_chars: int) -> tuple[int, int]:
    """`[low, high)`, narrowed around the passage at line breaks when it is too long."""
    if high - low <= max_chars:
        return low, high
    spare = max(0, max_chars - (citation.end - citation.start)) // 2
    start, end = max(low, citation.start - spare), min(high, citation.end + spare)
    if start > low:
        line_break = text.find("\n", start, citation.start)
        start = start if line_break < 0 else line_break + 1
    if end < high:
        line_break = text.rfind("\n", citation.end, end)
        end = end if line_break < 0 else line_break + 1
    return start, end


def _paragraphs(plan: Plan, start: int, end: int, citation: Citation) -> tuple[Paragraph, ...]:
    """The lines and table rows of `[start, end)`, split where the passage begins or ends."""
    rows = sorted((row.start, row.end) for table in plan.tables for row in table.rows)
    paragraphs: list[Paragraph] = []
    position = start
    while position < end:
        row_end = _row_end(rows, position)
        line_break = plan.text.find("\n", max(position, row_end - 1), end)
        paragraph_end = end if line_break < 0 else line_break + 1
        runs = _runs(plan.text, position, paragraph_end, citation)
        paragraphs.append(Paragraph(runs, row=row_end > 0))
        position = paragraph_end
    return tuple(paragraphs)


def _row_end(rows: list[tuple[int, int]], position: int) -> int:
    """The end of the table row at `position`; 0 when no row is there."""
    place = bisect_right(rows, position, key=lambda row: row[0])
    return rows[place - 1][1] if place and rows[place - 1][1] > position else 0


def _runs(text: str, start: int, end: int, citation: Citation) -> tuple[Run, ...]:
    """One paragraph as up to three runs: before, inside and after the passage."""
    first = min(max(citation.start, start), end)
    last = max(min(citation.end, end), first)
    pieces = ((start, first, False), (first, last, True), (last, end, False))
    return tuple(Run(text[low:high], inside) for low, high, inside in pieces if low < high)


def _heading(section: Section) -> str:
    """The section's number and heading on one line."""
    if section.heading.startswith(section.label):
        return section.heading
    return f"{section.label}. {section.heading}" if section.heading else section.label
