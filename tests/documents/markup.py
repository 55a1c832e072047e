"""The parts of a document from a short notation, so that documents read like documents.

`# I. | MỤC TIÊU` a heading of level 1; `## a) | Vốn: || 2 tỷ đồng.` with prose on its line;
`## 1. || Giao Sở …` a numbered sentence; `# | HẠ TẦNG` without number; `- `/`+ `/`* ` bullets;
`%annex [landscape]`, `%page`, `%closing text`, `%center text`, `%fill topic n [-]` (invented
prose). A table: `%table caption | unit | unit line`, `= header | cells`, rows, `%end`; within:
`%projects n kinds…` (invented rows), `%total label [+n]`, `%numbered`.
"""

import random

from documents.derive import value
from documents.phrases import fill, projects
from documents.spec import Annex, Bullet, Heading, PageBreak, Paragraph, Part, Table


def parse(source: str, seed: str) -> tuple[Part, ...]:
    """The parts of a document; `seed` decides what is invented."""
    chance = random.Random(seed)
    lines = [line.strip() for line in source.strip().splitlines()]
    parts: list[Part] = []
    used: set[str] = set()
    while lines:
        line = lines.pop(0)
        if line.startswith("%table"):
            end = lines.index("%end")
            parts.append(_table(line, lines[:end], chance))
            lines = lines[end + 1 :]
        elif line:
            parts.extend(_parts(line, chance, used))
    return tuple(parts)


def _parts(line: str, chance: random.Random, used: set[str]) -> list[Part]:
    word, _, rest = line.partition(" ")
    if set(word) == {"#"}:
        return [_heading(len(word), rest)]
    if word in {"-", "+", "*", "•"}:
        return [Bullet(word, rest)]
    if word == "%annex":
        return [Annex(rest == "landscape")]
    if word == "%page":
        return [PageBreak()]
    if word == "%closing":
        return [Paragraph(rest, closing=True)]
    if word == "%center":
        return [Paragraph(rest, closing=True, style="center")]
    if word == "%fill":
        topic, count, *mark = rest.split()
        texts = fill(topic, int(count), chance, used)
        return [Bullet(mark[0], text) if mark else Paragraph(text) for text in texts]
    return [Paragraph(line)]


def _heading(level: int, rest: str) -> Heading:
    number, _, text = rest.partition("|")
    if text.startswith("|"):
        return Heading(level, number.strip(), "", text[1:].strip())
    text, _, prose = text.partition("||")
    return Heading(level, number.strip(), text.strip(), prose.strip())


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|"))


def _table(head: str, lines: list[str], chance: random.Random) -> Table:
    caption, unit, unit_line = (*_cells(head.removeprefix("%table")), "", "")[:3]
    header = tuple(_cells(line[1:]) for line in lines if line.startswith("="))
    rows: list[tuple[str, ...]] = []
    for line in lines:
        word, _, rest = line.partition(" ")
        if word == "%projects":
            count, *kinds = rest.split()
            rows.extend(projects(int(count), kinds, chance))
        elif word == "%total":
            rows.append(_total(rest, rows))
        elif line and word != "%numbered" and not line.startswith("="):
            rows.append(_cells(line))
    width = len(header[0])
    wrong = [row for row in (*header, *rows) if len(row) != width]
    if wrong:
        raise ValueError(f"{caption}: {width} columns, but {wrong[0]}")
    return Table(header, tuple(rows), caption, unit, unit_line, "%numbered" in lines)


def shown(number: float) -> str:
    """A number in Vietnamese notation."""
    whole, _, part = f"{number:,.2f}".partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + ("," + part if part else "")


def _total(rest: str, rows: list[tuple[str, ...]]) -> tuple[str, ...]:
    """A total of the rows that carry an Arabic STT; cells of `rest` win, "=" is the sum."""
    cells = list(_cells(rest))
    error = 0
    if cells[-1].startswith("+") and len(cells) > len(rows[0]):
        error = int(cells.pop()[1:])
    data = [row for row in rows if row[0].lstrip("'").replace(".", "").isdigit()] or [
        row for row in rows if isinstance(value(row[-1]), int | float)
    ]
    for x, cell in enumerate(cells):
        if cell == "=":
            found = [v for v in (value(row[x]) for row in data) if isinstance(v, int | float)]
            cells[x] = shown(sum(found) + error)
            error = 0
    return tuple(cells)
