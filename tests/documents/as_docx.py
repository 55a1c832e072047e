"""A document as a Word file.

Words of the variant: `styles` (Heading 1…), `auto` (numbers by numbering.xml, so absent from the
text), `lists` (bullets likewise), `textbox`, `tracked`, `softbreaks` (title by line breaks in one
paragraph), `nobold`, `tabs` (letterhead and numbers by tabs), `linebreaks` (a list is one
paragraph with line breaks), `cover` (a letter before the plan). Footnotes are Word's own; the letterhead is a table without borders.
"""

import io
import re
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt

from documents.blocks_html import MOTTO
from documents.derive import printed_rows
from documents.docx_parts import (
    Numbering,
    add_deleted,
    add_footnotes,
    add_mark,
    add_text_box,
    heading_numbering,
    merge_cells,
    page_number,
)
from documents.spec import (
    Annex,
    Bullet,
    Document,
    Heading,
    NoteCounter,
    PageBreak,
    Paragraph,
    Table,
    notes,
)

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph


class _Writer:
    """Writes one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = docx.Document()
        normal = self.word.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(14)
        self.listing: WordParagraph | None = None
        self.counter = NoteCounter("\ue000", "\ue001")
        self.numbering = heading_numbering(self.word, document) if document.has("auto") else None
        self.bullets = (
            Numbering(self.word, ("-", "+"), ("-", "+")) if document.has("lists") else None
        )
        if notes(document.parts):
            add_footnotes(self.word, notes(document.parts))
        page_number(self.word.sections[0].header.paragraphs[0])

    def paragraph(self, text: str, style: str = "", **look: object) -> "WordParagraph":
        """A paragraph with footnote marks."""
        made = self.word.add_paragraph(style=style or None)
        self.runs(made, text, bold=bool(look.get("bold")), italic=bool(look.get("italic")))
        if look.get("center"):
            made.alignment = ALIGN.CENTER
        return made

    def runs(
        self, made: "WordParagraph", text: str, *, bold: bool = False, italic: bool = False
    ) -> None:
        """Text cut into runs as Word does, at random places, and at footnotes."""
        for piece in re.split(r"(\ue000\d+\ue001)", self.counter.mark(text)):
            if piece.startswith("\ue000"):
                add_mark(made, int(piece[1:-1]))
                continue
            cut = len(piece) // 3 if len(piece) > 40 else 0
            for run_text in (piece[:cut], piece[cut:]):
                if run_text:
                    run = made.add_run(run_text)
                    run.bold, run.italic = bold or None, italic or None

    def head(self, number: str) -> None:
        """The letterhead."""
        meta = self.document.meta
        if self.document.has("tabs"):
            pairs = zip((*meta.letterhead, ""), (*MOTTO, ""), strict=False)
            for left, right in (*pairs, (f"Số: {number}", meta.dateline)):
                self.word.add_paragraph(f"{left}\t{right}".rstrip())
            return
        table = self.word.add_table(rows=2, cols=2)
        left, right = table.rows[0].cells
        self._lines(left, [*meta.letterhead, "-------"], bold=True)
        self._lines(right, [*MOTTO, "---------------"], bold=True)
        self._lines(table.rows[1].cells[0], [f"Số: {number}"])
        self._lines(table.rows[1].cells[1], [meta.dateline], italic=True)
        if self.document.has("textbox"):
            add_text_box(self.word.add_paragraph(), "HỎA TỐC")

    @staticmethod
    def _lines(cell: object, lines: list[str], **look: bool) -> None:
        for i, line in enumerate(lines):
            made = cell.paragraphs[0] if not i else cell.add_paragraph()  # type: ignore[attr-defined]
            made.alignment = ALIGN.CENTER
            run = made.add_run(line)
            run.bold, run.italic = look.get("bold"), look.get("italic")

    def title(self) -> None:
        """KẾ HOẠCH and its title."""
        meta = self.document.meta
        self.paragraph(meta.doc_type.upper(), bold=True, center=True)
        if self.document.has("softbreaks"):
            self.paragraph("\n".join(meta.title_lines), bold=True, center=True)
        else:
            for line in meta.title_lines:
                self.paragraph(line, bold=True, center=True)
        if self.document.decision:
            self.paragraph(self.document.decision.attached, italic=True, center=True)

    def decision(self) -> None:
        """The decision that issues the plan, or the letter that covers it (`cover`)."""
        decision = self.document.decision
        assert decision is not None
        letter = self.document.has("cover")
        self.head(decision.number)
        issuer = " ".join(self.document.meta.letterhead)
        for line in (decision.about,) if letter else ("QUYẾT ĐỊNH", decision.about, issuer):
            self.paragraph(line, bold=not letter, center=True)
        for basis in decision.bases:
            self.paragraph(basis, italic=not letter)
        self.paragraph("" if letter else "QUYẾT ĐỊNH:", bold=True, center=True)
        for article in decision.articles:
            made = self.word.add_paragraph()
            made.add_run("" if letter else f"{article.number} ").bold = True
            made.add_run(article.text or article.rest)
        self.signature()
        self.word.add_page_break()

    def heading(self, part: Heading) -> None:
        """A heading in the document's way."""
        has = self.document.has
        style = f"Heading {min(part.level, 4)}" if has("styles") and not part.rest else ""
        bold = not has("nobold") and (part.level < 3 or not part.number)
        if part.two_lines:
            if style:
                self.paragraph("\n".join(part.lines), style, center=True)
            else:
                for line in part.lines:
                    self.paragraph(line, bold=True, center=True)
            return
        made = self.word.add_paragraph(style=style or None)
        taken = part.number and self.numbering and self.numbering.take(
            made, min(part.level, 4) - 1, part.number
        )  # fmt: skip
        if part.number and not taken:
            gap = "\t" if has("tabs") else " "
            self.runs(made, part.number + gap, bold=bold and not part.rest)
        if part.text:
            self.runs(made, part.text + (" " if part.rest else ""), bold=bold, italic=not bold)
        self.runs(made, part.rest)

    def bullet(self, part: Bullet) -> None:
        """An item, its mark typed or Word's."""
        if self.document.has("linebreaks") and self.listing is not None:
            self.listing.add_run(f"\n{part.mark} ")
            self.runs(self.listing, part.text)
            return
        made = self.word.add_paragraph()
        level = "-+".find(part.mark)
        if not (self.bullets and level >= 0 and self.bullets.take(made, level, "")):
            made.add_run(f"{part.mark} ")
        self.runs(made, part.text)
        self.listing = made

    def table(self, part: Table) -> None:
        """A table with merged cells."""
        if part.caption:
            self.paragraph(part.caption, bold=True, center=True)
        if part.unit_line:
            self.paragraph(part.unit_line, italic=True).alignment = ALIGN.RIGHT
        rows = printed_rows(part)
        made = self.word.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for y, row in enumerate(rows):
            heavy = y < len(part.header) or not row[0][:1].isdigit()
            for x, text in enumerate(row):
                if text not in {"^", "<", ""}:
                    self._lines(made.cell(y, x), text.removeprefix("'").split(" // "), bold=heavy)
        merge_cells(made, rows)

    def signature(self) -> None:
        """Recipients and signature."""
        meta = self.document.meta
        left, right = self.word.add_table(rows=1, cols=2).rows[0].cells
        left.paragraphs[0].add_run("Nơi nhận:").bold = True
        for one in meta.recipients:
            left.add_paragraph(f"- {one}")
        self._lines(right, [*meta.sign, "", "", "", meta.signer], bold=True)

    def new_section(self, landscape: bool) -> None:
        """A page for an annex."""
        if not landscape:
            self.word.add_page_break()
            return
        section = self.word.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width

    def body(self) -> None:
        """The parts, with the signature before the first annex."""
        signed = self.document.decision is not None
        tracked = self.document.has("tracked")
        for part in self.document.parts:
            if isinstance(part, Annex):
                if not signed:
                    self.signature()
                    signed = True
                self.new_section(part.landscape)
            self.listing = self.listing if isinstance(part, Bullet) else None
            if isinstance(part, Heading):
                self.heading(part)
            elif isinstance(part, Bullet):
                self.bullet(part)
            elif isinstance(part, Table):
                self.table(part)
            elif isinstance(part, Paragraph):
                made = self.paragraph(part.text, italic=bool(part.style), center=bool(part.style))
                if tracked:
                    add_deleted(made, "nội dung này đề nghị bỏ theo góp ý của Sở Tài chính")
                    tracked = False
            elif isinstance(part, PageBreak):
                self.word.add_page_break()
        if not signed:
            self.signature()


def write_docx(document: Document) -> bytes:
    """The bytes of the file."""
    writer = _Writer(document)
    if document.decision:
        writer.decision()
    if document.own_head:
        writer.head(document.meta.printed_number or document.meta.number or "")
    writer.title()
    writer.body()
    out = io.BytesIO()
    writer.word.save(out)
    return out.getvalue()
