"""PDF pages and image files → upright grey pictures that an OCR program reads well.

Coloured ink (seals, signatures) is lifted off (image_ink.py); image_repairs.py undoes defects.
"""

import io
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.readers.image_ink import INK as INK
from ingest.readers.image_ink import PAPER as PAPER
from ingest.readers.image_ink import Grey as Grey
from ingest.readers.image_ink import with_pen, without_colour

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image

DPI = 300
MAX_PIXELS = 18_000_000  # A3 at 300 dpi
MAX_IMAGE_PIXELS = 89_000_000  # just under Pillow's own warning
# pdfium is not safe across threads, whatever the document.
PDFIUM = threading.Lock()


@dataclass(frozen=True, slots=True)
class Raster:
    """An upright page as `grey` (rows, columns), 0 black to 255 paper, `dpi` pixels an inch.

    `pen` is the page with blue ink in its upper part kept, None where it has none.
    """

    grey: Grey
    dpi: float
    pen: Grey | None = None

    @property
    def width(self) -> float:
        """Points."""
        return float(self.grey.shape[1] * 72 / self.dpi)

    @property
    def height(self) -> float:
        """Points."""
        return float(self.grey.shape[0] * 72 / self.dpi)


def _too_large(detail: str) -> RejectedFileError:
    return RejectedFileError(
        "page_too_large",
        "Tệp có trang ảnh quá lớn nên không nhận dạng chữ được. "
        "Hãy quét lại ở độ phân giải 300 dpi, khổ A4 hoặc A3 rồi nạp lại.",
        detail=detail,
    )


def _damaged(code: str, kind: str, exc: Exception) -> RejectedFileError:
    return RejectedFileError(
        code,
        f"Tệp {kind} bị hỏng hoặc không đọc được. Hãy quét hoặc lưu lại tệp rồi nạp lại.",
        detail=repr(exc),
    )


@contextmanager
def opened_pdf(data: bytes) -> Iterator["pypdfium2.PdfDocument"]:
    """The document while the block runs. Raises RejectedFileError "damaged_pdf"."""
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as exc:
            raise _damaged("damaged_pdf", "PDF", exc) from exc
    try:
        yield document
    finally:
        with PDFIUM:
            document.close()


def page_size(document: "pypdfium2.PdfDocument", page: int) -> tuple[float, float]:
    """Width and height in points of a page (1-based) as it is shown."""
    with PDFIUM:
        width, height = document.get_page_size(page - 1)
    return float(width), float(height)


def render_page(document: "pypdfium2.PdfDocument", page: int, dpi: float = DPI) -> Raster:
    """A page (1-based) as a grey raster, /Rotate applied, coloured ink lifted off.

    Very large pages come at fewer pixels an inch. Raises RejectedFileError "page_too_large" for
    an embedded picture that cannot be unpacked in bounded memory, "damaged_pdf" for a bad page.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    with PDFIUM:
        try:
            opened = document[page - 1]
            try:
                for item in opened.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
                    width, height = item.get_px_size()
                    if width * height > MAX_IMAGE_PIXELS:
                        raise _too_large(f"page {page}: picture of {width} × {height} pixels")
                width, height = opened.get_size()
                dpi = min(dpi, 72 * math.sqrt(MAX_PIXELS / max(1.0, width * height)))
                bitmap = opened.render(scale=dpi / 72, rev_byteorder=True)
                pixels = bitmap.to_numpy().copy()
                bitmap.close()
            finally:
                opened.close()
        except (pypdfium2.PdfiumError, IndexError, ValueError) as exc:
            raise _damaged("damaged_pdf", "PDF", exc) from exc
    grey = without_colour(pixels)
    return Raster(grey, dpi, with_pen(pixels, grey))


def read_images(data: bytes, limits: Limits) -> Iterator[tuple[int, Raster]]:
    """(number of pages, page) for each page of a JPEG, PNG or many-paged TIFF file.

    Pages are turned as their EXIF tag says. Raises RejectedFileError "damaged_image",
    "page_too_large" or "too_many_pages".
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "TIFF")) as file:
            n_pages = _count(file, limits)
            for index in range(n_pages):
                file.seek(index)
                yield n_pages, _frame_raster(file)
    # Pillow 12 warns where the limit here rejects, and raises above twice of it.
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as exc:
        raise _too_large(str(exc)) from exc
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as exc:
        raise _damaged("damaged_image", "ảnh", exc) from exc


def _count(file: "Image", limits: Limits) -> int:
    """How many pages the file has; Pillow's own count has no limit."""
    for index in range(1, limits.max_pages + 1):
        try:
            file.seek(index)
        except EOFError:
            return index
    raise RejectedFileError(
        "too_many_pages",
        f"Tệp ảnh có hơn {limits.max_pages} trang. Hãy tách tệp rồi nạp lại.",
    )


def _frame_raster(file: "Image") -> Raster:
    from PIL import ImageOps

    if file.width * file.height > MAX_IMAGE_PIXELS:
        raise _too_large(f"picture of {file.width} × {file.height} pixels")
    dpi = float(file.info.get("dpi", (0, 0))[0] or 0)
    factor = math.ceil(math.sqrt(file.width * file.height / MAX_PIXELS))
    picture = file.reduce(factor) if factor > 1 else file.copy()
    return _image_raster(ImageOps.exif_transpose(picture), dpi / max(1, factor))


def _image_raster(picture: "Image", stated: float) -> Raster:
    """The dots an inch that the file states, where they make a plausible page; else A4's."""
    from PIL import Image

    short = min(picture.size)
    # Cameras and Pillow 12 itself state 72 or 96 where nothing is known.
    dpi = stated if stated >= 100 and 3 <= short / stated <= 24 else short / 8.27
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    pixels = np.asarray(picture.convert("RGB"))
    grey = without_colour(pixels)
    return _enlarged(Raster(grey, dpi, with_pen(pixels, grey)))


def _enlarged(raster: Raster) -> Raster:
    """A coarse picture at twice its dots: tesseract wants letters of 20 pixels or more."""
    from PIL import Image

    if raster.dpi >= 180 or raster.grey.size * 4 > MAX_PIXELS:
        return raster
    size = (raster.grey.shape[1] * 2, raster.grey.shape[0] * 2)
    grey = Image.fromarray(raster.grey).resize(size, Image.Resampling.BICUBIC)
    return Raster(np.asarray(grey), raster.dpi * 2)
