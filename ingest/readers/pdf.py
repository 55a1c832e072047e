"""PDF → paragraphs and tables with pages. The only importer of pypdf.

pypdf opens and checks the file (password, damage, number of pages); the words come from
pdf_words.py, or from OCR for pages without a text layer that can be trusted; arrange.py makes
them a document.
"""

import io
import logging
from collections.abc import Sequence

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import Source
from ingest.plan import OcrPage
from ingest.progress import report_pages
from ingest.readers.arrange import arrange
from ingest.readers.pdf_process import guarded_layers
from ingest.readers.pdf_words import PageLayer, damaged, encrypted, too_many_pages
from ingest.readers.text_quality import needs_ocr, repaired
from ingest.readers.words import PageWords

_LOG = logging.getLogger(__name__)


def read_pdf(data: bytes, limits: Limits) -> Source:
    """The paragraphs and tables of a PDF with their 1-based pages; kind is "pdf" or "scan".

    Raises RejectedFileError "encrypted", "damaged_pdf", "too_many_pages", "no_text_layer", or
    OCR's own.
    """
    layers = list(guarded_layers(data, check_pdf(data, limits), limits))
    scanned = [layer.page.number for layer in layers if needs_ocr(layer)]
    pages, encoding = repaired([layer.page for layer in layers])
    warnings: list[str] = []
    if encoding:
        warnings.append(
            f"Văn bản dùng phông chữ cũ ({encoding}); chữ đã được chuyển sang Unicode. "
            "Hãy đối chiếu với bản gốc khi cần."
        )
        layers = [
            PageLayer(page, layer.hidden, layer.unmapped, layer.image_share, layer.has_curves)
            for page, layer in zip(pages, layers, strict=True)
        ]
        scanned = [layer.page.number for layer in layers if needs_ocr(layer)]
    read = _with_ocr(data, pages, scanned, limits, warnings)
    _reject_empty(read)
    ocr = tuple(
        OcrPage(page.number, page.confidence) for page in read if page.confidence is not None
    )
    kind = "scan" if 2 * len(ocr) > len(read) else "pdf"
    parts = arrange(read)
    return Source(parts, kind, len(read), paragraphs=True, ocr=ocr, warnings=tuple(warnings))


def check_pdf(data: bytes, limits: Limits) -> int:
    """The number of pages of a PDF that can be opened, before anything is read from them.

    Raises RejectedFileError "encrypted", "damaged_pdf" or "too_many_pages".
    """
    import pypdf
    from pypdf.errors import PyPdfError

    # A damaged file is told to the user once, in Vietnamese; pypdf's own remarks add nothing.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise encrypted()
        n_pages = int(reader.get_num_pages())
    except RejectedFileError:
        raise
    # pypdf 7 lets damaged files escape as any of these, not only as its own PyPdfError.
    except (
        PyPdfError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OSError,
        RecursionError,
        AssertionError,
        ArithmeticError,
        NotImplementedError,
        MemoryError,
    ) as exc:
        raise damaged(exc) from exc
    if n_pages > limits.max_pages:
        raise too_many_pages(n_pages, limits.max_pages)
    return n_pages


def _with_ocr(
    data: bytes,
    pages: Sequence[PageWords],
    scanned: Sequence[int],
    limits: Limits,
    warnings: list[str],
) -> list[PageWords]:
    """The pages with those at the numbers `scanned` read by OCR.

    Where OCR is not installed, a document with few such pages is read without them.
    """
    if not scanned:
        return list(pages)
    try:
        from ingest.readers.ocr import ocr_pages

        read = {page.number: page for page in ocr_pages(data, scanned, limits, report_pages)}
    except RejectedFileError as exc:
        if exc.code != "needs_tesseract" or 3 * len(scanned) > len(pages):
            raise
        _LOG.warning("pages left out, no OCR: %s", exc.detail)
        named = ", ".join(map(str, scanned))
        warnings.append(
            f"Trang {named} là ảnh quét, chưa đọc được vì máy chưa có phần mềm nhận dạng chữ."
            " Hãy cài đặt Tesseract rồi nạp lại tệp."
        )
        read = {}
    gone = set(scanned)
    blank = {page.number: PageWords(page.number, page.width, page.height, ()) for page in pages}
    return [
        read.get(page.number, blank[page.number]) if page.number in gone else page for page in pages
    ]


def _reject_empty(pages: Sequence[PageWords]) -> None:
    """Raise "no_text_layer" when no page has a word worth reading."""
    if not any(char.isalnum() for page in pages for word in page.words for char in word.text):
        raise RejectedFileError(
            "no_text_layer",
            "Tệp PDF không có chữ nào đọc được. Hãy dùng bản có lớp chữ hoặc bản quét rõ hơn.",
        )
