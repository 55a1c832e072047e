"""Raw tables → typed tables: column names, unit, caption, cells as text, number or blank."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from ingest.lines import Block
from ingest.plan import Cell, NoteMark, Row, RowKind, Table
from ingest.quantities import parse_number
from ingest.structure.grammar import TABLE_CAPTION, TABLE_UNIT, bullet
from ingest.structure.outline import Outline
from ingest.tables.flattened import RawTable
from ingest.tables.rows import RawRow
from ingest.vietnamese import collapse, fold

_BLOCKS_ABOVE = 4
# A column of remarks comes last and spans nothing.
_REMARKS = re.compile(r"ghi chú", re.IGNORECASE)
# How a blank is written in a column of amounts.
_DASHES = ("-", "–", "—")
_YEAR = re.compile(r"(?:19|20)\d{2}")


def spoken(block: Block, notes: Sequence[NoteMark]) -> str:
    """The block's text without its footnote marks; `notes` are in order of position."""
    text = block.text
    first = bisect_left(notes, block.start, key=lambda mark: mark.start)
    last = bisect_left(notes, block.end, key=lambda mark: mark.start)
    for mark in reversed(notes[first:last]):
        text = text[: mark.start - block.start] + text[mark.end - block.start :]
    return text


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", fold(collapse(text)))


def _n_siblings(header: list[str]) -> int:
    """How many cells at the header's end are alike but for a number ("Năm 2021", "Năm 2022")."""
    shape = _shape(header[-1])
    run = 0
    while run < len(header) and "#" in shape and _shape(header[-1 - run]) == shape:
        run += 1
    return run if run >= 2 else 0


def _numeric_columns(rows: Sequence[RawRow], blocks: Sequence[Block], n_columns: int) -> list[bool]:
    numeric = [True] * n_columns
    for row in rows:
        if row.kind is not RowKind.DATA:
            continue
        for column, cell in enumerate(row.cells):
            if len(cell) > 1 or (cell and parse_number(blocks[cell[0]].text) is None):
                numeric[column] = False
    numeric[0] = False
    return numeric


def _amount_columns(rows: Sequence[RawRow], blocks: Sequence[Block], n_columns: int) -> list[bool]:
    """The columns in which a number is a number: most filled cells are, and not all are years.

    The others hold words, ordinals or years; a number among them is part of the wording.
    """
    amounts = [False] * n_columns
    for column in range(1, n_columns):
        cells = [row.cells[column] for row in rows if row.kind is RowKind.DATA]
        texts = [blocks[cell[0]].text if len(cell) == 1 else "" for cell in cells if cell]
        written = [text for text in texts if text not in _DASHES]
        numbers = [text for text in written if parse_number(text) is not None]
        years = sum(map(bool, map(_YEAR.fullmatch, numbers)))
        amounts[column] = 2 * len(numbers) >= len(written) and years < max(1, len(numbers))
    return amounts


def _numeric_run(numeric: list[bool]) -> tuple[int, int]:
    """(start, length) of the longest run of numeric columns."""
    best = (0, 0)
    start = 0
    for column, is_number in enumerate([*numeric, False]):
        if not is_number:
            best = max(best, (start, column - start), key=lambda run: run[1])
            start = column + 1
    return best


def _spread(header: list[str], surplus: int, children: int, at: int) -> list[str] | None:
    """The names when the cells from `at` on span the last `children` cells, evenly shared."""
    first_row, under = header[: len(header) - children], header[len(header) - children :]
    if children < 2 or children % surplus or not 0 < at <= len(first_row) - surplus:
        return None
    width = children // surplus
    names = [f"{first_row[at + i // width]}: {name}" for i, name in enumerate(under)]
    return [*first_row[:at], *names, *first_row[at + surplus :]]


def column_names(header: list[str], n_columns: int, numeric: list[bool]) -> list[str] | None:
    """One name per column; a spanning header goes before each of its own ("Vốn: 2021").

    The cells under a spanning one come last in a flattened header. They are those alike at its
    end when numeric columns stand there, else as many as the longest run of numeric columns.
    None when the header cannot be brought to `n_columns`.
    """
    surplus = len(header) - n_columns
    if surplus <= 0:
        return header if surplus == 0 else None
    siblings = _n_siblings(header)
    last = len(header) - siblings - surplus
    while siblings and last > 1 and _REMARKS.fullmatch(header[last]):
        last -= 1
    if siblings and last > 0 and all(numeric[last : last + siblings]):
        return _spread(header, surplus, siblings, last)
    start, length = _numeric_run(numeric)
    return _spread(header, surplus, length, start) or _spread(header, surplus, siblings, last)


def _above(blocks: Sequence[Block], start: int) -> list[str]:
    """The texts right above a table, nearest first, up to the first heading."""
    texts = []
    for index in range(start - 1, max(-1, start - 1 - _BLOCKS_ABOVE), -1):
        if blocks[index].text:
            texts.append(blocks[index].text)
    return texts


def _unit(above: list[str], header: list[str]) -> str:
    for text in above[:2]:
        if match := TABLE_UNIT.fullmatch(text):
            return match["unit"].strip().rstrip(".")
    units = {
        m["unit"].strip()
        for h in header
        if (m := re.search(r"\((?P<unit>(?:nghìn|triệu|tỷ) đồng)\)", h))
    }
    return units.pop() if len(units) == 1 else ""


def _caption(above: list[str], heading: str) -> str:
    for text in above[:3]:
        if TABLE_CAPTION.fullmatch(text):
            return text
    if heading:
        return heading
    plain = [text for text in above if not TABLE_UNIT.fullmatch(text) and not bullet(text)]
    return plain[0] if plain else ""


def _cell(
    cell: tuple[int, ...], amounts: bool, blocks: Sequence[Block], notes: Sequence[NoteMark]
) -> Cell:
    """A cell's text, its number in a column of amounts, None when blank or a mere dash there."""
    text = "\n".join(spoken(blocks[index], notes) for index in cell)
    if not text or (amounts and text in _DASHES):
        return None
    number: Decimal | None = parse_number(text) if amounts else None
    return text if number is None else number


def _typed_rows(
    raw: RawTable, blocks: Sequence[Block], notes: Sequence[NoteMark], amounts: list[bool]
) -> tuple[Row, ...]:
    rows: list[Row] = []
    group: str | None = None
    for row in raw.rows:
        cells = tuple(_cell(c, amounts[i], blocks, notes) for i, c in enumerate(row.cells))
        name = next((cell for cell in cells[1:] if isinstance(cell, str)), "")
        if row.kind is RowKind.GROUP:
            group = f"{row.label}. {name}" if name else row.label
        within = group if row.kind is RowKind.DATA else None
        start, end = blocks[min(row.own)].start, blocks[max(row.own)].end
        rows.append(Row(row.kind, row.label, within, cells, start, end))
    return tuple(rows)


def build_table(
    table_id: int,
    raw: RawTable,
    blocks: Sequence[Block],
    notes: Sequence[NoteMark],
    outline: Outline,
) -> Table | None:
    """The typed table of a raw one; None when its header does not fit its rows."""
    header = [collapse(spoken(blocks[index], notes)) for index in raw.header]
    numeric = _numeric_columns(raw.rows, blocks, raw.n_columns)
    columns = raw.columns or column_names(header, raw.n_columns, numeric)
    if columns is None:
        return None
    section_id = outline.section_of[raw.start]
    section = next((s for s in outline.sections if s.section_id == section_id), None)
    above = _above(blocks, raw.start)
    return Table(
        table_id=table_id,
        section_id=section_id,
        caption=_caption(above, section.heading if section else ""),
        unit=_unit(above, header),
        columns=tuple(columns),
        rows=_typed_rows(raw, blocks, notes, _amount_columns(raw.rows, blocks, raw.n_columns)),
        start=blocks[raw.start].start,
        end=blocks[raw.end - 1].end,
    )
