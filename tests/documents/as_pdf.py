"""A document as a PDF with a text layer, printed by Debian's chromium.

Words of the variant: `paged` (page cuts "⟂" and %page are kept, footnotes stand at the foot of
their page), `running` (a running head beside the page number), `sans`, `digital` (the box of a
digital signature), `bare` (tables without ruling lines), `loose` (1.5 lines). For tables: `top`
(cells aligned at the top), `centred` (names of columns in the middle), `right` (numbers at the
right), `tight` (no space above and below the text), `roomy`, `light` (names not bold), `once`
(the header stands on the first page alone), `split` (a page may end within a row).
`typewriter` (one width for all letters, ragged right), `pagefoot` ("Trang 2/5" at the foot),
`gazette` (the head of an official gazette on every page), `smallcaps` and `underlined` (headings),
`spaced` (letters of the document's kind apart), `byhand` (day and month written in).
"""

import hashlib
import re
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from documents.body_html import Body
from documents.spec import Document, PageBreak, Paragraph, Part, notes

CHROMIUM = "/usr/bin/chromium"
_OPTIONS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-pdf-header-footer",
)  # fmt: skip
_NEW_PAGE = '<div class="newpage"></div>'
_CSS = """
@page {{ size: A4; margin: 20mm 15mm 20mm 30mm; @top-center {{ content: counter(page); font: 13pt "{font}"; }} {running} }}
@page :first {{ @top-center {{ content: ""; }} @top-left {{ content: ""; }} }}
@page wide {{ size: A4 landscape; margin: 20mm 15mm; }}
.wide {{ page: wide; break-before: page; break-after: page; }} .newpage {{ break-before: page; }}
body {{ font: {size}pt/{line} "{font}"; text-align: justify; margin: 0; }}
p {{ margin: 0 0 6pt; text-indent: 1cm; }} p[align], td p, th p, .note, .cont {{ text-indent: 0; }}
p[align=center] {{ text-align: center; }} p[align=right] {{ text-align: right; }}
.head td {{ border: 0; text-align: center; font-size: {size}pt; }} .head hr {{ border: 0; border-top: 1px solid #000; margin: 2pt auto; }}
.head p {{ margin: 0; }} .head b {{ font-size: .93em; white-space: nowrap; }} .sign td:first-child {{ text-align: left; font-size: 11pt; }} td[align=right] {{ text-align: right; }}
.grid {{ border-collapse: collapse; width: 100%; margin: 6pt 0; font-size: 11pt; line-height: 1.2; text-align: left; }}
.grid td {{ border: {rule}; padding: 2pt 4pt; vertical-align: middle; }} .grid p {{ margin: 0; }} .grid tr {{ break-inside: avoid; }}
.stamp {{ border: 1px solid #c00; color: #c00; font: 8pt sans-serif; width: 60mm; margin: 6pt auto; text-align: left; padding: 3pt; }}
sup {{ font-size: 8pt; line-height: 0; }} .note {{ font-size: 10pt; margin: 0; }}
.sheet {{ height: 255mm; position: relative; break-after: page; overflow: hidden; }} .foot {{ position: absolute; bottom: 0; left: 0; right: 0; }}
"""
_STYLES = {
    "top": ".grid td { vertical-align: top; }",
    "centred": ".grid thead td { text-align: center; }",
    "right": ".grid td.n { text-align: right; }",
    "tight": ".grid td { padding: 0 5pt; font-size: 12pt; }",
    "roomy": ".grid td { padding: 5pt 6pt; }",
    "light": ".grid thead b { font-weight: normal; }",
    "once": ".grid thead { display: table-row-group; }",
    "split": ".grid tr { break-inside: auto; }",
    "typewriter": "body { text-align: left; } .grid { font-size: 9pt; }",
    "spaced": "p.kind { letter-spacing: 5pt; }",
    "smallcaps": ".small { font-size: .8em; }",
    "underlined": "p.heading b, p.heading i { font-weight: normal; font-style: normal; text-decoration: underline; }",
    "byhand": ".hand { font: italic 19pt 'DejaVu Serif'; color: #1a2f9a; }",
}
_MARGINS = {
    "running": '@top-left {{ content: "{number}"; font: italic 9pt sans-serif; }}',
    "pagefoot": '@top-center {{ content: "" }} @bottom-right {{ content: "Trang " counter(page) "/" counter(pages); font: 10pt "Liberation Serif"; }}',
    "gazette": '@top-center {{ content: "CÔNG BÁO {place}/Số 12+13/Ngày {date}"; font: italic 11pt "Liberation Serif"; }} @top-right {{ content: counter(page); font: 11pt "Liberation Serif"; }}',
}
_FONTS = {"sans": ("DejaVu Sans", 12), "typewriter": ("Liberation Mono", 11.5)}
_NUMBER_CELL = re.compile(r"<td>(?=<p>(?:<b>)?\d[\d.]*(?:,\d+)?(?:</b>)?</p></td>)")


def html_of(document: Document) -> str:
    """The page that is printed."""
    has = document.has
    if has("paged"):
        document = replace(document, parts=tuple(_cut(document.parts)))
        body = _sheets(document)
    else:
        body = "\n".join(Body(document).parts())
    about = document.meta
    said = {
        "number": about.number,
        "place": about.place.upper(),
        "date": f"{about.issued:%d-%m-%Y}",
    }
    font, size = next(
        (font for word, font in _FONTS.items() if has(word)), ("Liberation Serif", 14)
    )
    css = _CSS.format(
        font=font,
        size=size,
        line=1.6 if has("loose") else 1.3,
        rule="0" if has("bare") else "1px solid #000",
        running=" ".join(form.format(**said) for word, form in _MARGINS.items() if has(word)),
    )
    css += "\n".join(style for word, style in _STYLES.items() if has(word))
    if has("right"):
        body = _NUMBER_CELL.sub('<td class="n">', body)
    return f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>{css}</style></head><body>{body}</body></html>'


def _cut(parts: tuple[Part, ...]) -> list[Part]:
    """The parts with paragraphs parted where a page ends."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Paragraph) and "⟂" in part.text:
            first, second = part.text.split("⟂")
            found += [Paragraph(first), PageBreak(), Paragraph(second, style="cont")]
        else:
            found.append(part)
    return found


def _sheets(document: Document) -> str:
    """The body on sheets, each with its footnotes at the foot."""
    texts = notes(document.parts)
    sheets: list[list[str]] = [[]]
    for piece in Body(document).parts():
        if piece == _NEW_PAGE:
            sheets.append([])
        else:
            sheets[-1].append(piece)
    made = []
    for sheet in sheets:
        inner = "\n".join(sheet)
        marks = [int(mark) for mark in re.findall(r"<sup>(\d+)</sup>", inner)]
        feet = "".join(f"<p class=note><sup>{n}</sup> {texts[n - 1]}</p>" for n in marks)
        rule = '<hr align="left" width="33%">' if feet else ""
        made.append(f'<div class="sheet">{inner}<div class="foot">{rule}{feet}</div></div>')
    return "\n".join(made)


def print_pdf(html: str) -> bytes:
    """The page printed to PDF."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "in.html"), Path(folder, "out.pdf")
        page.write_text(html, encoding="utf-8")
        target = (f"--user-data-dir={folder}/profile", f"--print-to-pdf={out}", page.as_uri())
        subprocess.run([CHROMIUM, *_OPTIONS, *target], check=True, capture_output=True, timeout=120)
        return out.read_bytes()


def write_pdf(document: Document, cache: Path) -> bytes:
    """The bytes of the file, from `cache` when the same page was printed before."""
    html = html_of(document)
    kept = cache / f"{document.key}-{hashlib.sha256(html.encode()).hexdigest()[:12]}.pdf"
    if not kept.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_bytes(print_pdf(html))
        shutil.move(part, kept)
    return kept.read_bytes()


def count_pages(data: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    return len(pypdfium2.PdfDocument(data))
