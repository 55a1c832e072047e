"""What stands below each other in a DOCX: paragraphs and tables → lines and grids in order."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ingest.lines import Line, Part
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_styles import Styles, W, child, look_of, value
from ingest.readers.docx_tables import read_table
from ingest.readers.docx_text import MC, Text, TextReader, chosen, content_of
from ingest.readers.office_xml import too_large
from ingest.vietnamese import is_all_caps

_WRAPPERS = {W + name for name in ("customXml", "ins", "moveTo")}
_MAX_DEPTH = 25
_MAX_ABBREVIATION = 10
# An entry of a table of contents: "II. NHIỆM VỤ\t12", "1. Mục tiêu ..... 3"
_ENTRY = re.compile(r"(?:.{0,400}[\t.…\s])?(?:\d{1,4}|[ivxl]{1,6})\s*")
# What starts an item of its own behind a line break: "- Rà soát", "a) Xây dựng", "2. Kinh phí"
_ITEM = re.compile(r"[-–+•*▪]|(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-zđĐ]|[IVXL]{1,5})[.)/]\s")
_CLOSED = (".", ";", ":", "!", "?", ".”", ".)", ";”")


def at_breaks(text: str) -> list[str]:
    """A paragraph's text cut where its line breaks part items, names or headings; "" at a gap.

    A break inside of a sentence becomes a space, a page break always parts.
    """
    found = [""]
    for page in text.strip().split("\f"):
        for number, piece in enumerate(page.split("\n")):
            piece = piece.strip()
            before = found[-1]
            if number and before and piece and _goes_on(before, piece):
                found[-1] = f"{before} {piece}"
            elif before or number:
                found.append(piece)
            else:
                found[-1] = piece
        found.append("")
    while len(found) > 1 and not found[-1]:
        found.pop()
    return found


def _goes_on(before: str, after: str) -> bool:
    if _ITEM.match(after):
        return False
    if after[0].islower():
        return True
    # "Phụ lục 01" over "DANH MỤC DỰ ÁN"; but "của UBND" may well be broken before "UBND".
    is_title = len(after) > _MAX_ABBREVIATION and is_all_caps(after)
    return not (before.endswith(_CLOSED) or is_all_caps(before) or is_title)


def _is_deleted(properties: Element | None) -> bool:
    """Whether the paragraph's mark was deleted, so that the next paragraph goes on here."""
    mark = child(properties, "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


class BlockReader:
    """Reads the stories of a document: body, cells, text boxes, headers, notes."""

    def __init__(self, styles: Styles, numbering: Numbering, text: TextReader) -> None:
        self.styles = styles
        self.numbering = numbering
        self.text = text
        self.has_foreign_chunk = False
        self._depth = 0

    def parts(self, story: Element, in_cell: bool = False) -> list[Part]:
        """The parts of a story in reading order; `in_cell` shows the number of blank paragraphs.

        Raises RejectedFileError "too_large" when tables and boxes are nested too deeply.
        """
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise too_large("nested too deeply")
        found: list[Part] = []
        pending: Text | None = None
        for element in self._elements(story):
            if element.tag == W + "tbl":
                found.extend(read_table(element, self._cell))
            else:
                properties, style_id = self._properties(element)
                text = self.text.read(element, style_id)
                if pending:
                    pending.join(text)
                    text, pending = pending, None
                if _is_deleted(properties):
                    pending = text
                else:
                    found.extend(self._paragraph(text, properties, style_id, in_cell))
        if pending and pending.text.strip():
            found.extend(self._paragraph(pending, None, None, in_cell))
        self._depth -= 1
        return found

    def _cell(self, cell: Element) -> list[Part]:
        return self.parts(cell, in_cell=True)

    def _properties(self, paragraph: Element) -> tuple[Element | None, str | None]:
        properties = child(paragraph, "pPr")
        return properties, value(child(properties, "pStyle")) or self.styles.default_paragraph

    def _elements(self, parent: Element) -> Iterator[Element]:
        """The w:p and w:tbl of a story, also those inside of content controls."""
        for element in parent:
            inner: Element | None = None
            if element.tag in {W + "p", W + "tbl"}:
                yield element
            elif element.tag in _WRAPPERS:
                inner = element
            elif element.tag == W + "sdt":
                inner = content_of(element)
            elif element.tag == MC + "AlternateContent":
                inner = chosen(element)
            elif element.tag == W + "altChunk":
                self.has_foreign_chunk = True
            if inner is not None:
                yield from self._elements(inner)

    def _is_entry(self, text: Text, style_id: str | None) -> bool:
        """Whether the paragraph belongs to a table of contents."""
        names = (value(child(style, "name")) or "" for _, style in self.styles.chain(style_id))
        listed = next(names, "").lower().startswith(("toc ", "table of figures"))
        written = text.text.strip()
        return (listed or text.in_contents) and (not written or bool(_ENTRY.fullmatch(written)))

    def _paragraph(
        self, text: Text, properties: Element | None, style_id: str | None, in_cell: bool
    ) -> Iterator[Part]:
        if not self._is_entry(text, style_id):
            yield from self._lines(text, properties, style_id, in_cell)
        for box in text.boxes:
            yield from (p for p in self.parts(box) if not isinstance(p, Line) or p.text.strip())

    def _lines(
        self, text: Text, properties: Element | None, style_id: str | None, in_cell: bool
    ) -> Iterator[Line]:
        written = text.text
        is_blank = not written.strip()
        if is_blank and (look_of(child(properties, "rPr")).hidden or text.boxes):
            return
        label = self.numbering.label(properties, style_id)
        if is_blank:
            yield Line(label.strip() if in_cell else "")
            return
        first, *others = at_breaks(written)
        level = self.styles.level_of(properties, style_id)
        yield Line(label + first, bold=text.bold, level=level)
        for other in others:
            yield Line(other, bold=text.bold and bool(other))
