"""Elements of a web page → paragraphs and tables in reading order, as a browser shows them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import groupby

from ingest.cleaning.clean import clean_line
from ingest.cleaning.unwrap import unwrap
from ingest.cleaning.widths import find_widths
from ingest.lines import Grid, Line
from ingest.readers.html_lists import Counter, counter_of
from ingest.readers.html_notes import is_way_back, mark_of, note_holder, note_label, text_of
from ingest.readers.html_tree import BLOCKS, Node, is_link
from ingest.vietnamese import LOWER

_SPACES = re.compile(r"[ \t\r\n\f]+")
# "font-weight: 700", "font-weight:bold"; "normal" ends what an outer element began
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold(?:er)?|[6-9]\d\d|1000|normal|lighter|[1-5]\d\d)")
# ".VnTimeH", ".VnArialH": fonts whose small letters are drawn as capitals
_CAPITALS = re.compile(r"text-transform\s*:\s*uppercase|\.vn\w+h\b", re.IGNORECASE)
# Bullets that Word draws with symbol fonts, and the letters they are stored as.
_SYMBOL_BULLET = re.compile(r"\s*[·§oØüvq\uf000-\uf0ff]\s*")
_GOES_ON = re.compile(rf"[{LOWER}](?!\d?[.)])|[,;.)]")
_CLOSED = (".", ";", ":", "!", "?")
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_MIN_WRAPPED = 8


@dataclass(frozen=True, slots=True)
class Context:
    """What the elements around a text make of it."""

    bold: bool = False
    linked: bool = False
    pre: bool = False
    capitals: bool = False
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A part of the document; `linked`: all of it is in links; `note`: it is footnote text."""

    part: Line | Grid
    linked: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    context: Context


@dataclass(slots=True)
class Writer:
    """Gathers inline text and writes it as paragraphs; `skip` holds ids of nodes to leave out.

    `write_table` writes a table: its cells hold blocks again, so the two need each other.
    """

    skip: set[int]
    write_table: "Callable[[Node, Writer, Context], None]"
    items: list[Item] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    mark: str = ""
    holder: str = ""

    def text(self, text: str, context: Context) -> None:
        """Add inline text."""
        self.runs.append(_Run(text, context))

    def before(self) -> str:
        """The end of the paragraph so far."""
        return "".join(run.text for run in self.runs[-3:])

    def flush(self) -> None:
        """End the paragraph."""
        if not self.runs:
            return
        runs, self.runs = self.runs, []
        pieces = _pieces(runs)
        if len(pieces) > 1:
            pieces = _joined(pieces)
        for line, linked in pieces:
            if line.text:
                self._write(line, linked)

    def _write(self, line: Line, linked: bool) -> None:
        if self.mark:
            line, self.mark = replace(line, text=self.mark + line.text), ""
        note = bool(self.holder) or bool(note_label(line.text))
        last = self.items[-1] if self.items else None
        if self.holder and not line.text.startswith("["):
            if last and last.note and isinstance(last.part, Line) and self.holder == "-":
                joined = replace(last.part, text=f"{last.part.text} {line.text}")
                self.items[-1] = Item(joined, note=True)
                return
            line = replace(line, text=f"[{self.holder}] {line.text}")
        self.holder = "-" if self.holder else ""
        self.items.append(Item(line, linked, note))


def _pieces(runs: list[_Run]) -> list[tuple[Line, bool]]:
    """The runs parted at line breaks: (line, whether all of it is linked), blank ones too."""
    if len(runs) == 1 and "\n" not in runs[0].text:
        return [_piece(runs)]
    rows: list[list[_Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        rows[-1].append(_Run(first, run.context))
        rows.extend([_Run(text, run.context)] for text in more)
    return [_piece(row) for row in rows]


def _piece(runs: list[_Run]) -> tuple[Line, bool]:
    text = clean_line("".join(run.text for run in runs)).strip()
    lettered = [run for run in runs if any(map(str.isalpha, run.text))]
    bold = bool(lettered) and all(run.context.bold for run in lettered)
    linked = bool(lettered) and all(run.context.linked for run in lettered)
    level = next((run.context.level for run in lettered if run.context.level), None)
    return Line(text, bold=bold, level=level), linked


def _joined(pieces: list[tuple[Line, bool]]) -> list[tuple[Line, bool]]:
    """The lines between line breaks, with those that only wrap a paragraph joined."""
    lines = [line for line, _ in pieces]
    widths = find_widths(lines) if len(lines) >= _MIN_WRAPPED else None
    if widths:
        blocks = unwrap(lines, widths)
        return [(Line(b.text, bold=b.bold, level=b.level), False) for b in blocks if b.text]
    found: list[tuple[Line, bool]] = []
    open_ended = False
    for line, linked in pieces:
        if open_ended and _GOES_ON.match(line.text):
            last, was_linked = found[-1]
            whole = replace(last, text=f"{last.text} {line.text}", bold=last.bold and line.bold)
            found[-1] = (whole, was_linked and linked)
        elif line.text:
            found.append((line, linked))
        open_ended = bool(line.text) and not line.text.endswith(_CLOSED)
    return found


def inner_context(node: Node, context: Context) -> Context:
    """The context inside of the element."""
    tag, style = node.tag, node.style
    changes: dict[str, bool] = {}
    if tag in {"b", "strong", "th"} or tag in _LEVELS:
        changes["bold"] = True
    if style and (match := _WEIGHT.search(style)):
        changes["bold"] = match.group(1)[0] in "b6789" or match.group(1) == "1000"
    if (style or "face" in node.attrs) and _CAPITALS.search(node.attrs.get("face", "") + style):
        changes["capitals"] = True
    if tag == "pre":
        changes["pre"] = True
    if is_link(node):
        changes["linked"] = True
    if tag in _LEVELS:
        return replace(context, level=_LEVELS[tag], **changes)
    return replace(context, **changes) if changes else context


def walk(node: Node, writer: Writer, context: Context) -> None:
    """Write what the element holds; the caller ends the last paragraph with `flush`."""
    counter = counter_of(node) if node.tag in {"ol", "ul"} else None
    for child in node.children:
        if isinstance(child, str):
            text = child.replace("\r", "") if context.pre else _SPACES.sub(" ", child)
            if text != " " or writer.runs:
                writer.text(text.upper() if context.capitals else text, context)
        elif id(child) not in writer.skip:
            _element(child, writer, context, counter)


def _element(node: Node, writer: Writer, context: Context, counter: Counter | None) -> None:
    if node.tag == "br":
        writer.text("\n", context)
    elif node.tag == "table":
        writer.flush()
        writer.write_table(node, writer, inner_context(node, context))
    elif node.tag not in BLOCKS:
        _inline(node, writer, context)
    else:
        writer.flush()
        holder, outer = note_holder(node), writer.holder
        if holder:
            writer.holder = holder
        if node.tag == "li" and counter:
            writer.mark = "" if writer.holder else counter.mark(node, text_of(node)[:40])
        walk(node, writer, inner_context(node, context))
        writer.flush()
        writer.mark = ""
        if holder:
            writer.holder = outer


def _inline(node: Node, writer: Writer, context: Context) -> None:
    mark = mark_of(node, writer.before()) if node.tag in {"sup", "a", "span"} else None
    if mark is not None:
        writer.text(mark, replace(context, linked=False))
    elif "mso-list:ignore" in node.style.replace(" ", ""):
        label = text_of(node).strip(" \u00a0\r\n\t")
        writer.text(("• " if _SYMBOL_BULLET.fullmatch(label) else f"{label} "), context)
    elif not is_way_back(node):
        walk(node, writer, inner_context(node, context))


def lines_of(node: Node, writer: Writer, context: Context) -> list[Line]:
    """The paragraphs inside of one element, tables in it as their cells' lines."""
    inner = Writer(writer.skip, writer.write_table)
    walk(node, inner, context)
    inner.flush()
    lines: list[Line] = []
    for item in inner.items:
        lines.extend([item.part] if isinstance(item.part, Line) else flattened(item.part))
    return lines


def flattened(grid: Grid) -> list[Line]:
    """The rows of a table as lines, for a table inside of another one's cell."""
    rows = groupby((cell for cell in grid.cells if cell.text), key=lambda cell: cell.row)
    return [Line(" ".join(" ".join(cell.text.split("\n")) for cell in row)) for _, row in rows]
