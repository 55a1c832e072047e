"""Cells at places → a Grid without idle columns, of bounded size."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ingest.lines import Grid, GridCell
from ingest.readers.office_xml import too_large

# Whoever lays a grid out makes a place for each position of it.
MAX_POSITIONS = 1_000_000


def make_grid(cells: Sequence[GridCell], n_rows: int, n_header: int | None = None) -> Grid:
    """The grid of the cells, in reading order, without columns in which no cell begins.

    Raises RejectedFileError "too_large" beyond MAX_POSITIONS rows times columns.
    """
    starts = sorted({cell.column for cell in cells})
    if n_rows * len(starts) > MAX_POSITIONS:
        raise too_large(f"a table of {n_rows} rows and {len(starts)} columns")
    places = {column: index for index, column in enumerate(starts)}
    placed = [
        replace(
            cell,
            column=places[cell.column],
            column_span=bisect_left(starts, cell.column + cell.column_span) - places[cell.column],
        )
        for cell in sorted(cells, key=lambda cell: (cell.row, cell.column))
    ]
    return Grid(n_rows, len(starts), tuple(placed), n_header)
