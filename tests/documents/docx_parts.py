"""What python-docx 1.2.0 cannot write: numbering, footnotes, text boxes, tracked deletions."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from documents.derive import reach
from documents.spec import Document, Heading

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_FORMATS = {"I": "upperRoman", "A": "upperLetter", "1": "decimal", "a": "lowerLetter"}
_PATTERNS = {"I.": "I", "A.": "A", "1.": "1", "a)": "a", "a.": "a", "1)": "1", "1.1.": "1"}
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def roman(number: int) -> str:
    """1 → "I"."""
    out = ""
    for size, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += sign * (number // size)
        number %= size
    return out


class Numbering:
    """A multilevel list: level n counts in `formats[n]` and is printed as `patterns[n]`."""

    def __init__(
        self, word: WordDocument, formats: tuple[str, ...], patterns: tuple[str, ...]
    ) -> None:
        self._formats, self._patterns = formats, patterns
        self._counts = [0] * len(formats)
        root = word.part.numbering_part.element
        self._num_id = 700 + len(root.findall(qn("w:num")))
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{_FORMATS.get(form, "bullet")}"/>'
            f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/></w:lvl>'
            for i, (form, pattern) in enumerate(zip(formats, patterns, strict=True))
        )
        spaces = nsdecls("w")
        abstract = parse_xml(
            f'<w:abstractNum {spaces} w:abstractNumId="{self._num_id}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        root.insert(0, abstract)
        root.append(
            parse_xml(
                f'<w:num {spaces} w:numId="{self._num_id}"><w:abstractNumId w:val="{self._num_id}"/></w:num>'
            )
        )

    def _shown(self, level: int) -> str:
        shown = self._patterns[level]
        for i, form in enumerate(self._formats):
            letters = {"I": roman(self._counts[i]), "1": str(self._counts[i])}
            letter = chr(ord(form) + self._counts[i] - 1) if form in "Aa" else letters.get(form, "")
            shown = shown.replace(f"%{i + 1}", letter)
        return shown

    def take(self, paragraph: Paragraph, level: int, number: str) -> bool:
        """Number the paragraph by itself if the list's next number is the printed one."""
        before = list(self._counts)
        self._counts[level] += 1
        self._counts[level + 1 :] = [0] * (len(self._counts) - level - 1)
        if number and self._shown(level) != number:
            self._counts = before
            return False
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{self._num_id}"/></w:numPr>'
            )
        )
        return True


def heading_numbering(word: WordDocument, document: Document) -> Numbering:
    """The list that numbers the document's headings as the first of each level is numbered."""
    formats, patterns = [], []
    headings = [one for one in document.parts if isinstance(one, Heading) and one.number]
    for level in range(1, 5):
        first = next((one.number for one in headings if one.level == level), "1.")
        formats.append(_PATTERNS.get(first, "1"))
        nested = re.sub(r"[IA1a]", "#", first) == "#.#."
        patterns.append(f"%{level - 1}.%{level}." if nested else f"%{level}{first[-1:]}")
    return Numbering(word, tuple(formats), tuple(patterns))


def add_mark(paragraph: Paragraph, number: int) -> None:
    """A footnote's mark at the end of the paragraph so far."""
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )
    )


def add_footnotes(word: WordDocument, texts: list[str]) -> None:
    """The part with the footnotes' texts; ids from 1, after the two separators."""
    notes = "".join(
        f'<w:footnote w:id="{i}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {html.escape(text)}</w:t></w:r></w:p></w:footnote>'
        for i, text in enumerate(texts, 1)
    )
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    )
    blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{separators}{notes}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, blob.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def add_text_box(paragraph: Paragraph, text: str) -> None:
    """A drawn box with text, once for Word 2010 and again as the fallback of Word 2007."""
    inner = f"<w:txbxContent><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{html.escape(text)}</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
            ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">'
            '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="900000" cy="300000"/>'
            '<wp:docPr id="77" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp>"
            "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f'<v:shape style="width:90pt;height:24pt"><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
        )
    )


def add_deleted(paragraph: Paragraph, text: str) -> None:
    """Text that was struck out with tracked changes."""
    paragraph._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="9" w:author="Chuyên viên" w:date="2024-01-05T08:00:00Z">'
            f'<w:r><w:delText xml:space="preserve"> {html.escape(text)}</w:delText></w:r></w:del>'
        )
    )


def page_number(paragraph: Paragraph) -> None:
    """The field PAGE."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "2"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)


def merge_cells(made: Table, rows: list[tuple[str, ...]]) -> None:
    """Merge the cells that the rows' "<" and "^" join."""
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            across, down = reach(rows, y, x)
            if text in {"^", "<"} or (across, down) == (1, 1):
                continue
            kept = [p.text for p in made.cell(y, x).paragraphs if p.text]
            merged = made.cell(y, x).merge(made.cell(y + down - 1, x + across - 1))
            for extra in merged.paragraphs[max(1, len(kept)) :]:
                extra._p.getparent().remove(extra._p)
