"""Lines of one column → paragraphs, by geometry: margins, first-line indents, gaps, centring.

A line whose right end leaves room for the next line's first word ended its paragraph: a
word processor would have put the word there. A full line goes on unless the next line is
indented as a first line, stands apart, or opens with a mark of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.lines import Line
from ingest.readers.text_lines import TextLine, usual_size, usual_step
from ingest.structure.grammar import BULLETS, match_label
from ingest.structure.layout import type_of
from ingest.vietnamese import LOWER, UPPER

# In shares of the usual distance of lines: a gap that parts paragraphs, one that always does.
_LOOSE = 1.22
_APART = 1.75
_INDENT = 0.8
_SPACE = 0.25
_CLOSED = (".", ";", ":", "!", "?", ".”", ";”", "./.", ".)")
_BULLET = re.compile(rf"[{BULLETS}o\uf0b7\uf0a7](?:\s+|(?=[{UPPER}]))(?=\S)")
# "1. Mục tiêu", "2.1. …", "a) …", "b/ …", "c- …", "a.1) …", "II. …", "Điều 3. …", "(1) …", "(ii) …"
_NUMBERED = re.compile(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,4}}(?:[.)/:]{{1,2}}(?:\s?[–—-](?=\s))?|\s?[–—-])?\s+(?=[{UPPER}“\"(])|\d{{1,2}}[.)/]\s?(?=[{UPPER}“\"(])"
    rf"|[a-zđ](?:[a-zđ]|\.\d{{1,2}})?[.)/]{{1,2}}(?:\s?[–—-])?\s|[a-zđ]\s?[–-]\s(?=[{UPPER}])|[IVXL]+(?:[.)/:]{{1,2}}(?:\s?[–—-])?|\s?[–—-])\s|[A-HĐ](?:[./]{{1,2}}(?:\s?[–—-])?|[–—-])\s|\((?:\d{{1,2}}|[ivx]{{1,4}}|[a-hđ])\)\s|(?:Điều|Chương|Phần|Mục)\s+[\dIVXL]+\b)"
)
# "PHỤ LỤC I", "Phần thứ nhất", "Chương II", "Biểu số 02": a line of its own above a title.
_PART = re.compile(
    r"(?:PHỤ LỤC|PHẦN|CHƯƠNG|MỤC|BIỂU|PHỤ BIỂU|MẪU)(?:\s+(?:SỐ|THỨ))?(?:\s+[\w.:]{1,6}){0,2}", re.I
)
_YEARS = re.compile(r"[-–]\s?(?:19|20)\d\d\b")
# "giai đoạn 2021-" at the end of a line
_OPEN_RANGE = re.compile(r"\d[-–]$")
_GOES_ON = re.compile(rf"[{LOWER}0-9,;:.)%”]")


@dataclass(frozen=True, slots=True)
class Column:
    """Where the lines of a column usually begin and end, and how far apart they are (points)."""

    left: float
    right: float
    step: float
    size: float
    indented: bool


def measure(lines: Sequence[TextLine]) -> Column:
    """The column that the lines stand in; at least one line."""
    size = usual_size(lines)
    body = [line for line in lines if abs(line.size - size) <= 0.15 * size] or list(lines)
    left = _low(sorted(line.x0 for line in body), size)
    right = -_low(sorted(-line.x1 for line in body), size)
    starts = [line for line in body if line.x1 - line.x0 > 0.5 * (right - left)]
    indented = sum(1 for line in starts if line.x0 > left + _INDENT * size)
    return Column(left, right, usual_step(body), size, indented > 0.15 * len(starts))


def _low(values: Sequence[float], size: float) -> float:
    """The lowest value that another one is close to, so that one outlier says nothing."""
    for one, other in pairwise(values):
        if other - one <= 0.7 * size:
            return one
    return values[0]


def is_marked(text: str) -> bool:
    """Whether a line opens with a bullet or number of its own."""
    return bool(_BULLET.match(text) and not _YEARS.match(text)) or bool(_NUMBERED.match(text))


def is_centred(line: TextLine, column: Column) -> bool:
    """Whether a line stands in the middle of its column with room on both sides."""
    before, after = line.x0 - column.left, column.right - line.x1
    room = min(before, after)
    return room > 1.2 * line.size and abs(before - after) < max(1.2 * line.size, 0.12 * room)


def is_full(line: TextLine, following: TextLine, right: float) -> bool:
    """Whether the first word of the following line had no room left on this one."""
    first = following.words[0]
    needed = first.x1 - first.x0 + _SPACE * line.size
    return line.x1 + needed > right - 0.15 * line.size


def starts_paragraph(
    paragraph: Sequence[TextLine], line: TextLine, column: Column, own: Column
) -> bool:
    """Whether a paragraph of at least one line is over before `line`.

    `column` is that of the paragraph's last line, `own` that of `line` (on another page it may
    have moved).
    """
    last = paragraph[-1]
    text, before = line.text, last.text
    step = (line.bottom - last.bottom) / column.step if line.page == last.page else 1.0
    closed = before.endswith(_CLOSED)
    if step > _APART + 0.25 * (not closed and text[:1].islower()):
        return True
    if _OPEN_RANGE.search(before) and text[:1].isdigit():
        return False
    centred = is_centred(last, column), is_centred(line, own)
    if all(centred):
        return _parts_titles(last, line, step)
    if centred[0] and len(paragraph) > 1 and not text[:1].islower():
        return True
    if last.differs(line) and not text[:1].islower():
        return True
    outdented = last.x0 - column.left > line.x0 - own.left + _INDENT * line.size
    if last.bold and not line.bold and text[:1].isupper() and (step > _LOOSE or not outdented):
        return True
    if is_marked(text) and (
        closed or not is_full(last, line, column.right) or not text[0].isdigit()
    ):
        return not _is_dash_inside(text, closed)
    if text[:1].islower() and not closed:
        return False
    if not is_full(last, line, column.right):
        return True
    if last.bold != line.bold and (line.bold or closed):
        # A line that is all bold behind a full sentence is a heading; else the bold runs on.
        return closed and line.bold and text[:1].isupper()
    return _starts_by_place(paragraph, line, column, own, step)


def _is_dash_inside(text: str, closed: bool) -> bool:
    """Whether a dash opens the line only because the line broke there ("Độc lập / - Tự do")."""
    lowered = re.match(rf"[-–]\s[{LOWER}]", text)
    return bool(lowered) and not closed


def _parts_titles(last: TextLine, line: TextLine, step: float) -> bool:
    """Whether two centred lines are two titles, not one title in two lines."""
    before, text = last.text.strip(), line.text.strip()
    if type_of(before) or _PART.fullmatch(before.rstrip(" .:")) or text.startswith("("):
        return True
    if match_label(text):
        return True
    if before.endswith(")") and before.startswith("("):
        return True
    if last.bold != line.bold or last.differs(line):
        return True
    if before.isupper() != text.isupper() and any(map(str.isalpha, text)):
        return True
    return step > 1.45 or set(before) <= set("_-—–=* ") or set(text) <= set("_-—–=* ")


def _starts_by_place(
    paragraph: Sequence[TextLine], line: TextLine, column: Column, own: Column, step: float
) -> bool:
    """Whether indents and gaps start a paragraph after a full line."""
    last = paragraph[-1]
    size = max(last.size, line.size)
    shift = (line.x0 - own.left) - (last.x0 - column.left)
    loose = step > _LOOSE
    closed = last.text.endswith(_CLOSED)
    if shift > _INDENT * size:
        open_item = len(paragraph) == 1 and is_marked(last.text) and not closed
        return not open_item and not _hangs(last, line, column, own)
    if shift < -_INDENT * size:
        return len(paragraph) > 1 and (loose or line.x0 - own.left > _INDENT * size)
    if len(paragraph) == 1 and column.indented and line.x0 - own.left > _INDENT * size:
        return closed or not _GOES_ON.match(line.text)
    return loose and closed


def _hangs(last: TextLine, line: TextLine, column: Column, own: Column) -> bool:
    """Whether the line goes on below the text of an item, beside its mark."""
    if len(last.words) < 2 or not is_marked(last.text):
        return False
    at = last.words[1].x0 - column.left
    return abs(line.x0 - own.left - at) < 0.6 * line.size


def joined(lines: Sequence[TextLine]) -> str:
    """The text of lines that are one paragraph; a word broken at a hyphen is whole again."""
    text = lines[0].text
    for line in lines[1:]:
        text = glue(text, line.text)
    return text


def glue(before: str, text: str) -> str:
    """Two lines' texts as one: no space behind "2021-" or a soft hyphen."""
    if before.endswith("\u00ad"):
        return before[:-1] + text
    if before.endswith("-") and before[-2:-1].isalnum() and text[:1].isalnum():
        return before + text
    return f"{before} {text}"


def to_line(lines: Sequence[TextLine]) -> Line:
    """The paragraph as the pipeline's line; bold when all of it is."""
    bold = all(line.bold for line in lines if any(map(str.isalpha, line.text)))
    lettered = any(any(map(str.isalpha, line.text)) for line in lines)
    return Line(joined(lines), lines[0].page, bold=bold and lettered)


def cell_text(lines: Sequence[TextLine], left: float, right: float) -> str:
    """The text of a table cell between two walls: wrapped lines joined, items on their own."""
    paragraphs: list[str] = []
    step = usual_step(lines) if len(lines) > 2 else 0.0
    for index, line in enumerate(lines):
        last = lines[index - 1] if index else None
        if last is None or _starts_cell_paragraph(last, line, left, right, step):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = glue(paragraphs[-1], line.text)
    return "\n".join(paragraphs)


def _starts_cell_paragraph(
    last: TextLine, line: TextLine, left: float, right: float, step: float
) -> bool:
    text, before = line.text, last.text
    closed = before.endswith((*_CLOSED, ","))
    if is_marked(text) and not _is_dash_inside(text, closed):
        return closed or not text[0].isdigit() or not is_full(last, line, right)
    if text[:1].islower() or not text[:1].isalpha():
        return False
    if step and line.bottom - last.bottom > 1.4 * step and closed:
        return True
    # A cell has a padding that is not drawn: be sure that the word had room.
    margin = max(0.0, min(last.x0 - left, 1.0 * line.size))
    first = line.words[0]
    room = right - margin - last.x1 - (_SPACE + 0.5) * line.size
    balanced = abs((last.x0 - left) - (right - last.x1)) < 1.5 * line.size
    return room > first.x1 - first.x0 and (closed or not balanced) and not before.endswith(",")
