"""PDF with a text layer → lines with page numbers. The only importer of pypdf.

Leaves out scans: a PDF without text is rejected with what to do.
"""

import io
import logging
import re
from collections import Counter

from ingest.errors import RejectedFileError
from ingest.lines import Line, Source

MAX_PAGES = 500
_PAGE_NUMBER = re.compile(r"\s*(?:-\s*)?(?:Trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?(?:\s*-)?\s*")


def _page_texts(data: bytes) -> list[str]:
    import pypdf
    from pypdf.errors import PyPdfError

    # A damaged file is told to the user once, in Vietnamese; pypdf's own remarks add nothing.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise RejectedFileError(
                "encrypted", "Tệp PDF có mật khẩu. Hãy gỡ mật khẩu rồi nạp lại."
            )
        if len(reader.pages) > MAX_PAGES:
            raise RejectedFileError(
                "too_many_pages",
                f"Tệp PDF có hơn {MAX_PAGES} trang. Hãy tách riêng bản kế hoạch rồi nạp lại.",
            )
        return [page.extract_text() for page in reader.pages]
    except RejectedFileError:
        raise
    # pypdf 6 lets damaged files escape as any of these, not only as its own PyPdfError.
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
    ) as exc:
        raise RejectedFileError(
            "damaged_pdf",
            "Tệp PDF bị hỏng hoặc không đọc được. Hãy mở và lưu lại tệp rồi nạp lại.",
            detail=repr(exc),
        ) from exc


def _page_lines(text: str, page: int) -> list[Line]:
    lines = text.splitlines()
    while lines and _PAGE_NUMBER.fullmatch(lines[-1]):
        lines.pop()
    if page > 1 and lines and _PAGE_NUMBER.fullmatch(lines[0]):
        lines.pop(0)
    return [Line(line, page) for line in lines]


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """A first line that most pages share is a running head, not text."""
    firsts = Counter(lines[0].text.strip() for lines in pages if lines)
    heads = {text for text, count in firsts.items() if len(pages) > 3 and count > len(pages) / 2}
    return [lines[1:] if lines and lines[0].text.strip() in heads else lines for lines in pages]


def read_pdf(data: bytes) -> Source:
    """The lines of a PDF's text layer with their 1-based pages.

    Raises RejectedFileError "encrypted", "damaged_pdf", "too_many_pages" or "no_text_layer".
    """
    texts = _page_texts(data)
    pages = [_page_lines(text, number) for number, text in enumerate(texts, start=1)]
    lines = tuple(line for page in _without_running_heads(pages) for line in page)
    if sum(len(line.text.strip()) for line in lines) < 20 * max(1, len(texts)):
        raise RejectedFileError(
            "no_text_layer",
            "Tệp PDF là ảnh quét, không có lớp chữ. Hãy dùng bản có lớp chữ hoặc bản văn bản.",
        )
    return Source(lines, pages=len(texts))
