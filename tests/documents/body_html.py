"""The body of a document as HTML, in the flavour of who made it.

Words of the variant: `word` (Word's own export: MsoNormal, o:p), `br` (lines parted by <br>),
`semantic` (h2, h3, ul), otherwise paragraphs as on law sites. `justcaps`: headings not bold;
`cover`: a letter before the plan.
"""

import html
from collections.abc import Iterator

from documents.blocks_html import PRINTED, letterhead, signature, small_capitals, word_item
from documents.derive import reach
from documents.spec import (
    Annex,
    Bullet,
    Decision,
    Document,
    Heading,
    NoteCounter,
    PageBreak,
    Paragraph,
    Part,
    Table,
    notes,
)


class Body:
    """Writes one document's body."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.flavour = next(
            (word for word in ("word", "br", "semantic") if document.has(word)), "plain"
        )
        self._counter = NoteCounter("\ue000", "\ue001")

    def inline(self, text: str) -> str:
        """Text as HTML with footnote marks."""
        marked = html.escape(self._counter.mark(text), quote=False)
        if "\ue000" not in marked:
            return marked
        if self.document.kind in PRINTED or self.document.has("sup"):
            return marked.replace("\ue000", "<sup>").replace("\ue001", "</sup>")
        return marked.replace("\ue000", '<a class="ftn" href="#_ftn">[').replace("\ue001", "]</a>")

    def line(self, inner: str, *, bold: bool = False, italic: bool = False, place: str = "") -> str:
        """A paragraph of HTML."""
        if bold:
            inner = f"<b>{inner}</b>"
        if italic:
            inner = f"<i>{inner}</i>"
        if self.flavour == "br":
            return f"<center>{inner}</center>" if place == "center" else f"{inner}<br><br>"
        if self.flavour == "word":
            style = f"text-align:{place or 'justify'};margin-top:6.0pt;text-indent:{'0' if place else '36.0pt'}"
            wrapped = inner.replace(" ", "\n", 9).replace("\n", " ", 7)
            return (
                f"<p class=MsoNormal style='{style}'><span lang=VI style='font-size:14.0pt;"
                f'font-family:"Times New Roman",serif\'>{wrapped}<o:p></o:p></span></p>'
            )
        return f'<p align="{place}">{inner}</p>' if place else f"<p>{inner}</p>"

    def parts(self) -> Iterator[str]:
        """Everything from the letterhead to the footnotes."""
        document = self.document
        if document.decision:
            yield letterhead(document, document.decision.number)
            yield from self.decision(document.decision)
            yield '<div class="newpage"></div>' if document.kind in PRINTED else self.line("&nbsp;")
        if document.own_head:
            yield letterhead(document, document.meta.printed_number or document.meta.number or "")
        yield from self.title()
        signed = document.decision is not None
        wide = False
        for part in document.parts:
            if isinstance(part, Annex):
                if not signed:
                    yield signature(self.document)
                    signed = True
                yield "</div>" if wide else ""
                wide = part.landscape
                yield '<div class="wide">' if wide else '<div class="newpage"></div>'
            else:
                yield from self.part(part)
        yield "</div>" if wide else ""
        if not signed:
            yield signature(self.document)
        yield from self.notes()

    def title(self) -> Iterator[str]:
        """KẾ HOẠCH and its title."""
        meta = self.document.meta
        if self.flavour == "semantic":
            yield f"<h1>{meta.doc_type.upper()}</h1>"
            yield f"<h2 class=t>{'<br>'.join(map(html.escape, meta.title_lines))}</h2>"
        else:
            kind = self.line(meta.doc_type.upper(), bold=True, place="center")
            yield kind.replace("<p ", '<p class="kind" ') if self.document.has("spaced") else kind
            for one in meta.title_lines:
                yield self.line(html.escape(one), bold=True, place="center")
        if self.document.decision:
            yield self.line(
                html.escape(self.document.decision.attached), italic=True, place="center"
            )

    def decision(self, decision: Decision) -> Iterator[str]:
        """The decision, or the letter (`cover`), before the attached plan."""
        meta = self.document.meta
        if self.document.has("cover"):
            yield self.line(html.escape(decision.about), place="center")
            for said in (*decision.bases, *(article.rest for article in decision.articles)):
                yield self.line(html.escape(said))
            yield signature(self.document)
            return
        yield self.line("QUYẾT ĐỊNH", bold=True, place="center")
        yield self.line(html.escape(decision.about), bold=True, place="center")
        yield self.line(html.escape(" ".join(meta.letterhead)), bold=True, place="center")
        for basis in decision.bases:
            yield self.line(html.escape(basis), italic=True)
        yield self.line("QUYẾT ĐỊNH:", bold=True, place="center")
        for article in decision.articles:
            yield self.line(f"<b>{article.number}</b> {html.escape(article.text or article.rest)}")
        yield signature(self.document)

    def part(self, part: Part) -> Iterator[str]:
        """One part of the body."""
        if isinstance(part, Heading):
            yield from self.heading(part)
        elif isinstance(part, Bullet):
            inner = f"{part.mark} {self.inline(part.text)}"
            if self.document.has("wordlist"):
                yield word_item(part.mark, self.inline(part.text))
                return
            if self.flavour == "semantic" and part.mark in "-•":
                yield f"<ul><li>{self.inline(part.text)}</li></ul>"
            elif self.flavour == "word":
                yield self.line(
                    inner.replace(" ", "<span style='mso-spacerun:yes'>&nbsp;</span>", 1)
                )
            else:
                yield self.line(inner)
        elif isinstance(part, Paragraph):
            style = part.style
            if style == "cont":
                yield f'<p class="cont">{self.inline(part.text)}</p>'
                return
            yield self.line(self.inline(part.text), place=style, italic=bool(style))
        elif isinstance(part, Table):
            yield from self.table(part)
        elif isinstance(part, PageBreak):
            yield '<div class="newpage"></div>' if self.document.kind in PRINTED else ""

    def heading(self, heading: Heading) -> Iterator[str]:
        """A heading: capitals and two-line ones centred or bold, deep ones italic."""
        if heading.rest:
            number = html.escape(heading.number)
            text = f"<b>{html.escape(heading.text)}</b>" if heading.text else ""
            yield self.line(" ".join(filter(None, (number, text, self.inline(heading.rest)))))
            return
        bold = not self.document.has("justcaps")
        if self.document.has("wordlist") and heading.number and not heading.two_lines:
            yield word_item(heading.number, f"<b>{self.inline(heading.text)}</b>")
            return
        if self.flavour == "semantic" and not heading.two_lines:
            tag = f"h{min(heading.level + 2, 6)}"
            yield f"<{tag}>{self.inline(heading.lines[0])}</{tag}>"
            return
        deep = heading.level > 2 and bool(heading.number)
        for line in heading.lines:
            inner = self.inline(line)
            made = self.line(
                small_capitals(inner) if self.document.has("smallcaps") else inner,
                bold=(bold and not deep) or not heading.number,
                italic=deep,
                place="center" if heading.two_lines else "",
            )
            marked = self.document.has("underlined") and self.flavour == "plain"
            yield made.replace("<p", '<p class="heading"', 1) if marked else made

    def table(self, table: Table) -> Iterator[str]:
        """A table with its caption and unit."""
        if table.caption:
            yield self.line(html.escape(table.caption), bold=True, place="center")
        if table.unit_line:
            yield self.line(html.escape(table.unit_line), italic=True, place="right")
        yield '<table class="grid" border="1" cellspacing="0" cellpadding="3">'
        yield "<thead>" if self.flavour in {"semantic", "plain"} else "<tbody>"
        yield from self._rows(table.header, "th" if self.flavour == "semantic" else "td", bold=True)
        if table.numbered:
            numbers = (f"<td><i>({i})</i></td>" for i in range(1, len(table.header[0]) + 1))
            yield f"<tr>{''.join(numbers)}</tr>"
        yield "</thead><tbody>" if self.flavour in {"semantic", "plain"} else ""
        yield from self._rows(table.rows, "td")
        yield "</tbody></table>"

    def _rows(
        self, rows: tuple[tuple[str, ...], ...], tag: str, *, bold: bool = False
    ) -> Iterator[str]:
        for y, row in enumerate(rows):
            cells = []
            heavy = bold or not row[0][:1].isdigit()
            for x, cell in enumerate(row):
                if cell in {"^", "<"}:
                    continue
                across, down = reach(rows, y, x)
                spans = (f' colspan="{across}"' if across > 1 else "") + (
                    f' rowspan="{down}"' if down > 1 else ""
                )
                cells.append(f"<{tag}{spans}>{self._cell(cell, heavy)}</{tag}>")
            yield f"<tr>{''.join(cells)}</tr>"

    def _cell(self, cell: str, bold: bool) -> str:
        paragraphs = [html.escape(one) for one in cell.removeprefix("'").split(" // ")]
        if bold:
            paragraphs = [f"<b>{one}</b>" if one else "" for one in paragraphs]
        if self.flavour == "semantic":
            return "<br>".join(paragraphs)
        if self.flavour == "word":
            return "".join(
                f"<p class=MsoNormal>{one or '&nbsp;'}<o:p></o:p></p>" for one in paragraphs
            )
        return "".join(f"<p>{one or '&nbsp;'}</p>" for one in paragraphs)

    def notes(self) -> Iterator[str]:
        """The footnotes below the document (above the page's foot in print)."""
        found = notes(self.document.parts)
        if not found or self.document.has("paged"):
            return
        yield '<hr align="left" width="33%">'
        form = "{0} {1}" if self.document.kind in PRINTED else "[{0}] {1}"
        for number, note in enumerate(found, 1):
            yield f"<p class=note>{html.escape(form.format(number, note))}</p>"
