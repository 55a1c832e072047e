"""A paragraph of a DOCX as the text a reader sees, and the text boxes anchored in it.

Tracked changes count as accepted, fields show their result, hidden text is dropped. Leaves out
numbering and everything between paragraphs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ingest.readers.docx_styles import Look, Styles, W, child, value

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Inside of a paragraph these only wrap runs; w:del, w:moveFrom and all else are dropped.
_WRAPPERS = {W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml")} | {
    W + name for name in ("dir", "bdo", "rubyBase", "ruby")
}
_SIMPLE = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_GRAPHICS = {W + "drawing", W + "pict", W + "object"}
# Signs of the fonts Symbol and Wingdings, stored as U+F000 + code.
_SYMBOLS = dict(
    zip(
        (
            *(0xF02B, 0xF02D, 0xF0A3, 0xF0AE, 0xF0B0, 0xF0B1, 0xF0B3, 0xF0B4),
            *(0xF0B7, 0xF0E0, 0xF0FC, 0xF0FE, 0xF0A8, 0xF06F, 0xF0A7, 0xF0D8),
        ),
        "+-≤→°±≥×•→✓☑☐☐▪►",
        strict=True,
    )
)
_CONTENTS = re.compile(r"\s*TOC\b")


@dataclass(slots=True)
class _Field:
    """A complex field: first its instruction, then its result."""

    instruction: str = ""
    in_result: bool = False


class Fields:
    """The complex fields that are open at a point of the text; they may span paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def in_instruction(self) -> bool:
        """Whether the text here is an instruction, which nobody sees."""
        return any(not item.in_result for item in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether the text here belongs to a table of contents."""
        return any(_CONTENTS.match(item.instruction) for item in self._open)

    def mark(self, kind: str | None) -> None:
        """Take in a w:fldChar: "begin", "separate" or "end"."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        """Take in a piece of instruction."""
        if self._open and len(self._open[-1].instruction) < 100:
            self._open[-1].instruction += text

    def end_paragraph(self) -> None:
        """Forget instructions that never end: one broken field must not hide the document."""
        self._open = [item for item in self._open if item.in_result]


class Notes:
    """Footnotes and endnotes numbered from 1 in the order of their marks."""

    def __init__(self) -> None:
        self.cited: dict[tuple[str, str], int] = {}

    def mark(self, kind: str, note_id: str | None) -> str:
        """The mark "[n]" of a note; `kind` is "footnote" or "endnote"."""
        return f"[{self.cited.setdefault((kind, note_id or ''), len(self.cited) + 1)}]"


@dataclass(slots=True)
class Text:
    """What stands in a paragraph; "\\n" is a line break, "\\f" a page break."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    bold_letters: int = 0
    letters: int = 0
    in_contents: bool = False

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.parts)

    @property
    def bold(self) -> bool:
        """Whether there are letters and all of them are bold."""
        return 0 < self.letters == self.bold_letters

    def add(self, text: str, look: Look) -> None:
        """Take in a visible text."""
        letters = sum(map(str.isalpha, text))
        self.letters += letters
        self.bold_letters += letters if look.bold else 0
        self.parts.append(text.upper() if look.caps else text)

    def join(self, other: "Text") -> None:
        """Take in the text of the paragraph that goes on here."""
        self.parts += other.parts
        self.boxes += other.boxes
        self.letters += other.letters
        self.bold_letters += other.bold_letters


def chosen(alternatives: Element) -> Element | None:
    """The one branch of an mc:AlternateContent to read, so that nothing is read twice."""
    choice, fallback = alternatives.find(MC + "Choice"), alternatives.find(MC + "Fallback")
    if choice is None or fallback is None:
        return fallback if choice is None else choice
    has_text = any(True for _ in choice.iter(W + "t"))
    return choice if has_text or not any(True for _ in fallback.iter(W + "t")) else fallback


def content_of(control: Element) -> Element | None:
    """The content of a w:sdt; None for a placeholder ("Bấm để nhập") or a table of contents."""
    properties = child(control, "sdtPr")
    gallery = value(child(properties, "docPartObj", "docPartGallery")) or ""
    if child(properties, "showingPlcHdr") is not None or gallery == "Table of Contents":
        return None
    return child(control, "sdtContent")


def _boxes(graphic: Element) -> Iterator[Element]:
    """The outermost w:txbxContent of a drawing, each once."""
    for element in graphic:
        if element.tag == W + "txbxContent":
            yield element
        elif element.tag == MC + "AlternateContent":
            branch = chosen(element)
            yield from () if branch is None else _boxes(branch)
        else:
            yield from _boxes(element)


def _symbols(text: str) -> str:
    return text if text.isascii() else text.translate(_SYMBOLS)


class TextReader:
    """Reads paragraphs one after the other; keeps the fields that are open and the notes."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self.styles = styles
        self.notes = notes
        self.fields = Fields()

    def read(self, paragraph: Element, style_id: str | None) -> Text:
        """The text of a w:p whose style is given."""
        found = Text(in_contents=self.fields.in_contents)
        self._inline(paragraph, style_id, found)
        found.in_contents |= self.fields.in_contents
        self.fields.end_paragraph()
        return found

    def _inline(self, parent: Element, style_id: str | None, found: Text) -> None:
        for element in parent:
            tag = element.tag
            inner: Element | None = None
            if tag == W + "r":
                look = self.styles.run_look(style_id, child(element, "rPr"))
                self._run(element, look, found)
            elif tag in _WRAPPERS:
                inner = element
            elif tag == W + "fldSimple":
                found.in_contents |= bool(_CONTENTS.match(value(element, "instr") or ""))
                inner = element
            elif tag == W + "sdt":
                inner = content_of(element)
            elif tag == MC + "AlternateContent":
                inner = chosen(element)
            elif tag in {_MATH + "oMath", _MATH + "oMathPara"}:
                found.add("".join(t.text or "" for t in element.iter(_MATH + "t")), Look())
            if inner is not None:
                self._inline(inner, style_id, found)

    def _run(self, run: Element, look: Look, found: Text) -> None:
        for element in run:
            tag = element.tag
            if tag == W + "fldChar":
                self.fields.mark(value(element, "fldCharType"))
            elif tag == W + "instrText":
                self.fields.instruct(element.text or "")
            elif look.hidden or self.fields.in_instruction:
                continue
            elif tag == MC + "AlternateContent":
                if (branch := chosen(element)) is not None:
                    self._run(branch, look, found)
            elif tag == W + "ruby":
                for inner in element.findall(f"{W}rubyBase/{W}r"):
                    self._run(inner, look, found)
            elif tag in _GRAPHICS:
                found.boxes.extend(_boxes(element))
            elif text := self._sign(element):
                found.add(text, look)

    def _sign(self, element: Element) -> str:
        """The text of one piece of a run."""
        tag = element.tag
        if tag == W + "t":
            return _symbols(element.text or "")
        if tag == W + "br":
            return "\f" if value(element, "type") in {"page", "column"} else "\n"
        if tag == W + "sym":
            code = value(element, "char") or ""
            number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else 0
            return _SYMBOLS.get(number | 0xF000, "")
        if tag in {W + "footnoteReference", W + "endnoteReference"}:
            kind = tag.removeprefix(W).removesuffix("Reference")
            return self.notes.mark(kind, value(element, "id"))
        return _SIMPLE.get(tag, "")
