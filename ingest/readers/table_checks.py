"""Whether lines in columns without ruling lines are a table: names, enough rows, cells that begin."""

from collections.abc import Sequence

from ingest.readers.row_cells import row_cells
from ingest.readers.strips import parted, span_at
from ingest.readers.table_lines import COUNTED
from ingest.readers.text_lines import TextLine
from ingest.vietnamese import fold

_MIN_COLUMNS = 3
_MIN_ROWS = 3
# The share of cells that may begin in lower case ("bộ", "doanh nghiệp").
_LOWERED = 0.35


def is_counted(line: TextLine) -> bool:
    """Whether a line of a header begins with "STT"."""
    return bool(COUNTED.fullmatch(fold(line.words[0].text)))


def are_names(header: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Whether columns have names, which begin with a capital or a figure."""
    first: dict[int, str] = {}
    for line in header:
        for part in parted(line, xs):
            first.setdefault(span_at(part, xs)[0], part.text)
    lowered = sum(text[:1].islower() for text in first.values())
    return lowered <= _LOWERED * len(first)


def is_table(
    lines: Sequence[TextLine],
    rows: Sequence[Sequence[int]],
    across: set[int],
    xs: Sequence[float],
    cut: bool,
) -> bool:
    """Whether there are enough rows, and most of them have text in enough columns.

    A table `cut` by the page's end may have one row, and a part of one.
    """
    cells = [
        [words for words in row_cells([lines[i] for i in row], False, xs) if words]
        for row in rows
        if not across & set(row)
    ]
    texts = [words[0].text for row in cells[cut:] for words in row]
    # A cell begins a text; what goes on in lower case is prose with wide spaces.
    if sum(text[:1].islower() for text in texts) > _LOWERED * len(texts):
        return False
    filled = [len(row) for row in cells]
    if len(filled) < (1 if cut else _MIN_ROWS - 1):
        return cut and bool(rows)
    least = min(_MIN_COLUMNS, len(xs) - 2)
    enough = sum(count >= least for count in filled)
    return all(count > 1 for count in filled[cut:]) and 2 * enough >= len(filled)
