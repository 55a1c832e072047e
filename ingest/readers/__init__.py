"""One reader per file format; the content chooses it, not the name."""

import re

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import Source

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_FOREIGN = (
    (b"{\\rtf", "tệp RTF"),
    (b"Rar!\x1a\x07", "tệp nén RAR"),
    (b"7z\xbc\xaf\x27\x1c", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén gzip"),
    (b"GIF8", "tệp ảnh GIF"),
    (b"\x7fELF", "tệp chương trình"),
    (b"MZ", "tệp chương trình"),
)
_HTML_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<div", b"<?xml")
_MHTML_MARKS = (b"mime-version:", b"from: <saved by", b'from: "saved by')
# {"file": …, [{"…: data of a program, as `python -m ingest --json` writes it.
_JSON = re.compile(rb"[\xef\xbb\xbf\s]*[\[{]\s*[\"\[{]")
_SUPPORTED = "PDF, ảnh quét (.jpg, .png, .tif), Word (.docx, .doc), Excel (.xlsx), trang web (.html) hoặc văn bản (.txt)"


def _is_html(data: bytes) -> bool:
    head = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return head.startswith(_HTML_MARKS) or (head.startswith(b"<!--") and b"<html" in head)


def _is_mhtml(data: bytes) -> bool:
    head = data[:2048].lstrip().lower()
    return b"multipart/related" in head and any(mark in head for mark in _MHTML_MARKS)


def read(data: bytes, limits: Limits) -> Source:
    """The lines and tables of a file's content.

    Raises RejectedFileError: "empty", "too_large", "unsupported_format" or a reader's own.
    """
    if len(data) > limits.max_bytes:
        raise RejectedFileError(
            "too_large",
            f"Tệp lớn hơn {limits.max_bytes // 2**20} MB. Hãy tách riêng bản kế hoạch rồi nạp lại.",
        )
    if not data.strip(b"\x00 \t\r\n"):
        raise RejectedFileError("empty", "Tệp trống. Hãy chọn tệp có nội dung kế hoạch.")
    for magic, words in _FOREIGN:
        if data.startswith(magic):
            raise unsupported(words)
    if data.startswith(_ZIP):
        return _read_archive(data, limits)
    if data.startswith(_OLE):
        from ingest.readers.doc import read_doc

        return read_doc(data, limits)
    if b"%PDF-" in data[:1024]:
        from ingest.readers.pdf import read_pdf

        return read_pdf(data, limits)
    if data.startswith(_IMAGES):
        from ingest.readers.image import read_image

        return read_image(data, limits)
    if _JSON.match(data[:1024]):
        raise unsupported("tệp dữ liệu JSON")
    if _is_html(data) or _is_mhtml(data):
        from ingest.readers.html import read_html

        return read_html(data, limits)
    from ingest.readers.text import read_text

    return read_text(data, limits)


def _read_archive(data: bytes, limits: Limits) -> Source:
    from ingest.readers.archive import kind_of_archive

    kind = kind_of_archive(data)
    if kind == "docx":
        from ingest.readers.docx import read_docx

        return read_docx(data, limits)
    if kind == "xlsx":
        from ingest.readers.xlsx import read_xlsx

        return read_xlsx(data, limits)
    raise unsupported("tệp nén hoặc loại tệp Office khác", kind)


def unsupported(words: str, detail: str = "") -> RejectedFileError:
    """The rejection of a format that no reader reads, named in words."""
    return RejectedFileError(
        "unsupported_format",
        f"Đây là {words}, chưa được hỗ trợ. Hãy lưu kế hoạch ở dạng {_SUPPORTED} rồi nạp lại.",
        detail=detail or words,
    )
