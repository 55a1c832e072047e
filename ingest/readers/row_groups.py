"""Lines of a table without ruling lines → its rows.

Rows lie one below the other, so each row is a run of lines. Within a cell lines follow closely;
between rows every column leaves a wider gap. What never wraps (an ordinal, a number) stands once
in a row: it says which gaps are those between rows, and where to cut when all gaps are alike.
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.strips import column_at, parted
from ingest.readers.text_lines import TextLine

# Lines this far into each other (in sizes) are no place to cut.
_INTO = 0.3
# Gaps that differ by less (in sizes) are alike.
_ALIKE = 0.1
_MAX_GUESSES = 12
_MOSTLY = 0.9


def rows_of_lines(
    lines: Sequence[TextLine], anchors: set[int], alone: set[int], xs: Sequence[float]
) -> list[list[int]]:
    """The rows as runs of the lines' indexes.

    `anchors` are lines with something that stands once in a row; lines `alone` are rows of
    their own (a group's name).
    """
    rows: list[list[int]] = []
    run: list[int] = []
    for index in range(len(lines)):
        if index in alone:
            rows += _rows(lines, run, anchors, xs)
            rows.append([index])
            run = []
        else:
            run.append(index)
    return [*rows, *_rows(lines, run, anchors, xs)]


def _rows(
    lines: Sequence[TextLine], run: Sequence[int], anchors: set[int], xs: Sequence[float]
) -> list[list[int]]:
    if not run:
        return []
    gaps = column_gaps([lines[i] for i in run], xs)
    guesses = [_cut(run, gaps, limit) for limit in _limits(gaps, lines[run[0]].size)]
    counted = not anchors.isdisjoint(run)
    best = min(guesses, key=lambda rows: _cost(rows, anchors)) if counted else guesses[0]
    at_top = _are_at_top(lines, run, anchors, xs)
    if at_top and _cost(best, anchors):
        best = [list(run)]
    found: list[list[int]] = []
    for row in best:
        found += _split(lines, row, [i for i in row if i in anchors], at_top)
    return found


def _are_at_top(
    lines: Sequence[TextLine], run: Sequence[int], anchors: set[int], xs: Sequence[float]
) -> bool:
    """Whether rows begin at their anchors: no line below one has text in a column where it has none.

    Where lines stand above the first anchor, no anchor's text may go on in lower case either.
    """
    own = [index for index in run if index in anchors]
    good = 0
    lowered = False
    for index, following in pairwise([*own, run[-1] + 1]):
        filled = columns_of(lines[index], xs)
        good += all(columns_of(lines[i], xs) <= filled for i in range(index + 1, following))
        starts = (part.text[:1] for part in parted(lines[index], xs))
        lowered = lowered or any(start.islower() for start in starts)
    return bool(own) and good >= _MOSTLY * len(own) and (own[0] == run[0] or not lowered)


def columns_of(line: TextLine, xs: Sequence[float]) -> set[int]:
    """The columns between `xs` in which the line has words."""
    return {column_at((word.x0 + word.x1) / 2, xs) for word in line.words}


def column_gaps(lines: Sequence[TextLine], xs: Sequence[float]) -> list[float]:
    """Before each line but the first the narrowest gap that a column has there (points).

    Minus one where the line stands beside the one above.
    """
    columns: list[list[tuple[int, float, float]]] = [[] for _ in xs[1:]]
    for index, line in enumerate(lines):
        for column in columns_of(line, xs):
            columns[column].append((index, line.top, line.bottom))
    found = [float("inf")] * (len(lines) - 1)
    for places in columns:
        for (above, _, bottom), (below, top, _) in pairwise(places):
            for index in range(above, below):
                found[index] = min(found[index], max(top - bottom, 0.0))
    bottom = lines[0].bottom
    for index, line in enumerate(lines[1:]):
        if line.top - bottom < -_INTO * line.size:
            found[index] = -1.0
        elif found[index] == float("inf"):
            found[index] = max(line.top - bottom, 0.0)
        bottom = max(bottom, line.bottom)
    return found


def _limits(gaps: Sequence[float], size: float) -> list[float]:
    """Gaps that may be the least ones between rows, the widest steps first; -0.5 cuts all."""
    places = sorted({round(max(gap, 0.0), 1) for gap in gaps})
    steps = sorted(
        ((after - before, (after + before) / 2) for before, after in pairwise(places)), reverse=True
    )
    wide = [limit for step, limit in steps if step > _ALIKE * size][:_MAX_GUESSES]
    return [*wide, -0.5, float("inf")]


def _cut(run: Sequence[int], gaps: Sequence[float], limit: float) -> list[list[int]]:
    rows = [[run[0]]]
    for index, gap in zip(run[1:], gaps, strict=True):
        if gap > limit:
            rows.append([])
        rows[-1].append(index)
    return rows


def _cost(rows: Sequence[Sequence[int]], anchors: set[int]) -> float:
    """How little the rows fit: several anchors in one can be parted, none at all is worse."""
    counts = [sum(index in anchors for index in row) for row in rows]
    return sum(1.0 if count == 0 else 0.5 * (count - 1) for count in counts)


def _split(
    lines: Sequence[TextLine], row: list[int], anchors: Sequence[int], at_top: bool
) -> list[list[int]]:
    """A run of lines with several anchors cut between them.

    Before each anchor, where rows begin `at_top`; else where rows centred on their anchors
    end: each is as high below its anchor as above.
    """
    cuts: list[int] = []
    if at_top:
        cuts = [index for index in anchors if index > row[0]]
    elif len(anchors) < 2:
        return [row]
    else:
        start = lines[row[0]].top
        for before, after in pairwise(anchors):
            end = lines[before].middle + (lines[before].middle - start)
            within = range(before + 1, after + 1)
            cut = min(within, key=lambda i: abs(lines[i].top - end))
            cuts.append(cut)
            start = lines[cut].top
    edges = [row[0], *cuts, row[-1] + 1]
    return [list(range(a, b)) for a, b in pairwise(edges) if b > a]
