"""Small PDFs and the words on their pages, both from one description; no library draws them.

A sheet takes texts and lines at places (points from the top left corner). `words` gives what a
reader of the page must find; `pdf_of` the file. Letters are half as wide as high, spaces a quarter.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.readers.words import PageWords, Rule, Word

_CMAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end"
)
ASCENT, DESCENT = 0.85, 0.22


def width_of(text: str, size: float) -> float:
    """How wide a text is: half a size a letter, a quarter a space."""
    return sum(0.25 if char == " " else 0.5 for char in text) * size


@dataclass(frozen=True)
class Text:
    """A text with its baseline's left end."""

    x: float
    y: float
    text: str
    size: float = 12.0
    bold: bool = False
    hidden: bool = False


@dataclass
class Sheet:
    """A page being written; `extra` is added to its dictionary, `image` covers it wholly."""

    width: float = 595.0
    height: float = 842.0
    texts: list[Text] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    extra: bytes = b""
    image: bool = False
    origin: tuple[float, float] = (0.0, 0.0)

    def put(self, x: float, y: float, text: str, size: float = 12.0, **how: bool) -> None:
        """A text whose baseline starts at (x, y)."""
        self.texts.append(Text(x, y, text, size, **how))

    def centre(self, x: float, y: float, text: str, size: float = 12.0, **how: bool) -> None:
        """A text with its middle at x."""
        self.put(x - width_of(text, size) / 2, y, text, size, **how)

    def prose(
        self,
        y: float,
        text: str,
        left: float = 85.0,
        right: float = 545.0,
        indent: float = 28.0,
        size: float = 12.0,
        step: float = 16.0,
    ) -> float:
        """A paragraph wrapped between two margins; the baseline below its last line."""
        line, x = "", left + indent
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and x + width_of(longer, size) > right:
                self.put(x, y, line, size)
                line, x, y = word, left, y + step
            else:
                line = longer
        self.put(x, y, line, size)
        return y + step

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """All lines of a table."""
        self.rules.extend(Rule(xs[0], y, xs[-1], y) for y in ys)
        self.rules.extend(Rule(x, ys[0], x, ys[-1]) for x in xs)

    def table(
        self, xs: Sequence[float], top: float, rows: Sequence[Sequence[str]], step: float = 16.0
    ) -> float:
        """A ruled table of the rows; a cell's lines stand below each other; its lower end."""
        ys = [top]
        for row in rows:
            for x, cell in zip(xs, row, strict=False):
                for number, line in enumerate(cell.split("\n")):
                    self.put(x + 4, ys[-1] + 12 + 13 * number, line, 11)
            ys.append(ys[-1] + step + 13 * max(cell.count("\n") for cell in row))
        self.grid(xs, ys)
        return ys[-1]

    def words(self, number: int = 1) -> PageWords:
        """The page as a reader of its text layer must give it."""
        found = []
        for text in self.texts:
            x = text.x
            for word in text.text.split(" "):
                width = width_of(word, text.size)
                if word:
                    top, bottom = text.y - ASCENT * text.size, text.y + DESCENT * text.size
                    found.append(Word(word, x, top, x + width, bottom, text.bold, text.size))
                x += width + 0.25 * text.size
        return PageWords(number, self.width, self.height, tuple(found), tuple(self.rules))


def _content(sheet: Sheet) -> bytes:
    left, bottom = sheet.origin
    out = []
    if sheet.image:
        out.append(b"q %f 0 0 %f %f %f cm /Im Do Q" % (sheet.width, sheet.height, left, bottom))
    for rule in sheet.rules:
        points = (rule.x0 + left, sheet.height - rule.top + bottom)
        points += (rule.x1 + left, sheet.height - rule.bottom + bottom)
        out.append(b"0.5 w %f %f m %f %f l S" % points)
    for text in sheet.texts:
        shown = text.text.encode("utf-16-be").hex().encode()
        place = (text.x + left, sheet.height - text.y + bottom)
        font = b"/F2" if text.bold else b"/F1"
        mode = b"3" if text.hidden else b"0"
        out.append(
            b"BT %s Tr %s %f Tf %f %f Td <%s> Tj ET" % (mode, font, text.size, *place, shown)
        )
    return b"\n".join(out)


def _font(name: bytes, descendant: int) -> bytes:
    return (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H"
        b" /DescendantFonts [%d 0 R] /ToUnicode 3 0 R >>" % (name, descendant)
    )


def _descendant(name: bytes) -> bytes:
    return (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe)"
        b" /Ordering (Identity) /Supplement 0 >> /DW 500 /W [32 [250]]"
        b" /FontDescriptor << /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [0 -200 500 900]"
        b" /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>" % (name, name)
    )


def _stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)


def pdf_of(sheets: Sequence[Sheet], trailer: bytes = b"") -> bytes:
    """The PDF of the sheets."""
    image = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        _stream(_CMAP),
        _font(b"Plain", 5),
        _descendant(b"Plain"),
        _font(b"Plain-Bold", 7),
        _descendant(b"Plain-Bold"),
        _stream(b"\xee", image),
    ]
    kids = []
    for sheet in sheets:
        objects.append(_stream(_content(sheet)))
        left, bottom = sheet.origin
        box = (left, bottom, left + sheet.width, bottom + sheet.height)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%f %f %f %f] /Contents %d 0 R /Resources"
            b" << /Font << /F1 4 0 R /F2 6 0 R >> /XObject << /Im 8 0 R >> >> %s >>"
            % (*box, len(objects), sheet.extra)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _assembled(objects, trailer)


def _assembled(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(out) + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Root 1 0 R /Size %d %s >>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, trailer, len(out))
    )
