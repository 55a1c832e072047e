"""A document as a scan: its printed pages as pictures in a PDF without text.

Words of the variant: `dpi300` (200 otherwise), `colour`, `skew` (up to 0.7 degrees), `noise`,
`faint`, `stamp` (red, over the signature), `mixed` (the second half of the pages is scanned, the
first keeps its text), `garbage` (all pages keep a text layer, but it says nonsense), `tilted`
(1.8 to 3 degrees), `jpeg` (packed hard), `across` (the stamp lies over the signer's name), `bound`
(the shadow of the book's fold at the left, punched holes), `copied` (a photocopy: letters thicker,
specks along the edges).
"""

import io
import re
import zlib
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from documents.as_pdf import write_pdf
from documents.spec import Document

_RED = (200, 30, 40)


def write_scan(document: Document, cache: Path) -> tuple[bytes, int, tuple[int, ...]]:
    """The bytes of the file, how many pages it has, and which of them need OCR (1-based)."""
    printed = write_pdf(document, cache)
    n_pages = len(pypdfium2.PdfDocument(printed))
    every = tuple(range(1, n_pages + 1))
    if document.has("garbage"):
        return _garbage(printed), n_pages, every
    if not document.has("mixed"):
        return _pictures(document, printed, every), n_pages, every
    scanned = every[n_pages // 2 :]
    pictures = PdfReader(io.BytesIO(_pictures(document, printed, scanned)))
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(printed)).pages[: n_pages // 2]:
        writer.add_page(page)
    for page in pictures.pages:
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue(), n_pages, scanned


def _pictures(document: Document, printed: bytes, pages: tuple[int, ...]) -> bytes:
    chance = np.random.default_rng(zlib.crc32(document.key.encode()))
    dpi = 300 if document.has("dpi300") else 200
    pdf = pypdfium2.PdfDocument(printed)
    images = []
    for number in pages:
        page = pdf[number - 1]
        image = page.render(scale=dpi / 72).to_pil().convert("RGB")
        if document.has("stamp"):
            _stamp(image, page, document, dpi / 72)
        images.append(_worn(image, document, chance))
    out = io.BytesIO()
    quality = 38 if document.has("jpeg") else 78
    images[0].save(
        out, "PDF", save_all=True, append_images=images[1:], resolution=dpi, quality=quality
    )
    return out.getvalue()


def _worn(image: Image.Image, document: Document, chance: np.random.Generator) -> Image.Image:
    """The page as a scanner sees it."""
    if document.has("skew"):
        angle = float(chance.uniform(-0.7, 0.7))
        image = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    if document.has("tilted"):
        angle = float(chance.uniform(1.8, 3)) * float(chance.choice((-1, 1)))
        image = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    if document.has("bound"):
        _bind(image)
    if document.has("copied"):
        image = image.filter(ImageFilter.MinFilter(3))
    if not document.has("colour"):
        image = image.convert("L")
    pixels = np.asarray(image, dtype=np.float32)
    if document.has("faint"):
        pixels = 255 - (255 - pixels) * 0.72
    if document.has("copied"):
        specks = chance.random(pixels.shape[:2]) < 0.004
        specks[120:, 90:-60] = False
        pixels[specks] = 40
    if document.has("noise"):
        pixels = pixels + chance.normal(0, 9, pixels.shape)
        specks = chance.random(pixels.shape[:2]) < 0.00015
        pixels[specks] = 60
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    return image.filter(ImageFilter.GaussianBlur(0.6)) if document.has("noise") else image


def _bind(image: Image.Image) -> None:
    """Two punched holes and the shadow of the fold, drawn along the left edge."""
    draw = ImageDraw.Draw(image, "RGBA")
    reach, hole = image.width // 14, image.width // 55
    for x in range(reach):
        draw.line((x, 0, x, image.height), fill=(0, 0, 0, int(190 * (1 - x / reach) ** 2)))
    for y in (image.height // 2 - image.height // 7, image.height // 2 + image.height // 7):
        draw.ellipse((reach, y - hole, reach + 2 * hole, y + hole), fill=(25, 25, 25, 255))


def _stamp(image: Image.Image, page: pypdfium2.PdfPage, document: Document, scale: float) -> None:
    """A round red stamp with a star to the upper left of the signer's name, or over it."""
    text = page.get_textpage()
    found = text.search(document.meta.signer).get_next()
    if not found:
        return
    left, _, _, top = text.get_charbox(found[0])
    x, y = left * scale, (page.get_height() - top) * scale
    radius = 50 * scale
    aside = (20, 6) if document.has("across") else (-12, -34)
    centre = (x + aside[0] * scale, y + aside[1] * scale)
    layer = Image.new("RGBA", image.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for size in (1.0, 0.94, 0.62):
        box = [c + sign * radius * size for sign in (-1, 1) for c in centre]
        draw.ellipse(box, outline=(*_RED, 200), width=max(2, int(1.1 * scale)))
    points = [
        (centre[0] + r * np.sin(a), centre[1] - r * np.cos(a))
        for a, r in ((i * np.pi / 5, radius * (0.34 if i % 2 == 0 else 0.14)) for i in range(10))
    ]
    draw.polygon(points, fill=(*_RED, 190))
    for i in range(40):
        a = i * np.pi / 20
        dot = (centre[0] + radius * 0.78 * np.cos(a), centre[1] + radius * 0.78 * np.sin(a))
        size = 2.2 * scale
        draw.rectangle(
            (dot[0] - size, dot[1] - size, dot[0] + size, dot[1] + size), fill=(*_RED, 150)
        )
    image.paste(Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB"))


def _garbage(printed: bytes) -> bytes:
    """The PDF with every font's map to Unicode shifted: it looks right and reads as nonsense."""
    writer = PdfWriter(clone_from=io.BytesIO(printed))
    for number in range(len(writer._objects)):
        font = writer._objects[number]
        if not isinstance(font, dict) or "/ToUnicode" not in font:
            continue
        mapping = font["/ToUnicode"].get_object().get_data().decode("latin-1")
        stream = DecodedStreamObject()
        stream.set_data(_shifted(mapping).encode("latin-1"))
        font[NameObject("/ToUnicode")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _shifted(mapping: str) -> str:
    """The CMap with its last code of each line moved to other letters, blanks kept."""

    def one(match: re.Match[str]) -> str:
        code = int(match.group(2), 16)
        moved = code if code in {0x20, 0xA0} else 0x21 + (code * 7 + 13) % 90
        return f"{match.group(1)}<{moved:04X}>"

    lines = []
    inside = False
    for line in mapping.splitlines():
        inside = (inside or line.strip().endswith(("beginbfchar", "beginbfrange"))) and not (
            line.strip().startswith("endbf")
        )
        lines.append(re.sub(r"^(.*)<([0-9A-Fa-f]{4})>\s*$", one, line) if inside else line)
    return "\n".join(lines)
