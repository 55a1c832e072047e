"""A grid as rows of cells, the same cell at each position that it covers; blanks left out."""

from ingest.lines import Grid, GridCell
from ingest.vietnamese import collapse


class Matrix:
    """The grid as rows of cells: the same cell stands at each position that it covers."""

    def __init__(self, grid: Grid) -> None:
        covered: dict[tuple[int, int], GridCell] = {}
        for cell in grid.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, grid.n_rows)):
                for column in range(
                    cell.column, min(cell.column + cell.column_span, grid.n_columns)
                ):
                    covered[row, column] = cell
        columns = [
            column
            for column in range(grid.n_columns)
            if any(c.text.strip() and c.column == column for c in grid.cells)
        ]
        self.pages = grid.row_pages
        self.rows: list[list[GridCell | None]] = []
        self.numbers: list[int] = []
        for row in range(grid.n_rows):
            cells = [covered.get((row, column)) for column in columns]
            if any(cell and cell.text.strip() and cell.row == row for cell in cells):
                self.rows.append(cells)
                self.numbers.append(row)
        self.n_columns = len(columns)

    def texts(self, row: int) -> list[str]:
        """The row's texts, one per column; a cell over several columns only in its first."""
        cells = self.rows[row]
        return [
            collapse(cell.text) if cell and (i == 0 or cells[i - 1] is not cell) else ""
            for i, cell in enumerate(cells)
        ]

    def own(self, row: int, column: int) -> GridCell | None:
        """The cell that begins at this place, or None."""
        cell = self.rows[row][column]
        if cell is None or cell.row != self.numbers[row]:
            return None
        return cell if column == 0 or self.rows[row][column - 1] is not cell else None

    def page(self, row: int) -> int | None:
        """The 1-based page of a row."""
        number = self.numbers[row]
        return self.pages[number] if number < len(self.pages) else None

    def is_one_cell(self, row: int) -> bool:
        """Whether one cell spans the row's whole width."""
        cells = self.rows[row]
        return cells[0] is not None and all(cell is cells[0] for cell in cells)
