"""A picture of pages (JPEG, PNG, TIFF) → paragraphs and tables, by OCR."""

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import Source
from ingest.plan import OcrPage
from ingest.progress import report_pages


def read_image(data: bytes, limits: Limits) -> Source:
    """The paragraphs and tables of a picture's pages; each frame of a TIFF is a page.

    Raises RejectedFileError "no_text_layer" when nothing could be read, or OCR's own.
    """
    from ingest.readers.arrange import arrange
    from ingest.readers.ocr import ocr_image

    pages = ocr_image(data, limits, report_pages)
    if not any(char.isalnum() for page in pages for word in page.words for char in word.text):
        raise RejectedFileError(
            "no_text_layer",
            "Không đọc được chữ nào trong ảnh. Hãy quét lại rõ hơn rồi nạp lại.",
        )
    ocr = tuple(OcrPage(page.number, page.confidence or 0.0) for page in pages)
    return Source(arrange(pages), "scan", len(pages), paragraphs=True, ocr=ocr)
