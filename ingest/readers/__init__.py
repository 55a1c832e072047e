"""One reader per file format; the content chooses it, not the name."""

from ingest.errors import RejectedFileError
from ingest.lines import Source
from ingest.readers.pdf import read_pdf
from ingest.readers.text import read_text

MAX_BYTES = 20 * 1024 * 1024
_FOREIGN = (
    (b"PK\x03\x04", "docx", "tệp Word, Excel hoặc tệp nén"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", "tệp Word hoặc Excel đời cũ"),
    (b"\x89PNG", "image", "tệp ảnh"),
    (b"\xff\xd8\xff", "image", "tệp ảnh"),
    (b"II*\x00", "image", "tệp ảnh"),
    (b"MM\x00*", "image", "tệp ảnh"),
    (b"{\\rtf", "rtf", "tệp RTF"),
)


def read(data: bytes) -> Source:
    """The lines of a file's content.

    Raises RejectedFileError: "empty", "too_large", "unsupported_format" or a reader's own.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise RejectedFileError("empty", "Tệp trống. Hãy chọn tệp có nội dung kế hoạch.")
    if len(data) > MAX_BYTES:
        raise RejectedFileError(
            "too_large",
            f"Tệp lớn hơn {MAX_BYTES // 2**20} MB. Hãy tách riêng bản kế hoạch rồi nạp lại.",
        )
    for magic, kind, words in _FOREIGN:
        if data.startswith(magic):
            raise RejectedFileError(
                "unsupported_format",
                f"Đây là {words}, chưa được hỗ trợ. Hãy lưu kế hoạch ở dạng văn bản (.txt)"
                " hoặc PDF có lớp chữ rồi nạp lại.",
                detail=kind,
            )
    if b"%PDF-" in data[:1024]:
        return read_pdf(data)
    if data.lstrip()[:256].lower().startswith((b"<!doctype html", b"<html")):
        raise RejectedFileError(
            "unsupported_format",
            "Đây là trang web (HTML), chưa được hỗ trợ. Hãy lưu kế hoạch ở dạng văn bản (.txt)"
            " hoặc PDF có lớp chữ rồi nạp lại.",
            detail="html",
        )
    return read_text(data)
