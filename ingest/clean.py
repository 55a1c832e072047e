"""Bytes and raw lines made clean: encoding, NFC, invisible characters, lone decoration.

Keeps the document's own words exactly; joining wrapped lines is unwrap.py's work.
"""

import codecs
import re

from ingest.errors import RejectedFileError
from ingest.lines import Line
from ingest.vietnamese import nfc

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Zero-width and bidirectional marks, soft hyphens, controls: never part of a word.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
# Lines of decoration, e.g. "|" left over from a layout table, "-------" under the issuer.
_DECORATION = re.compile(r"[|¦]+|[-_=*~–—.\s]{3,}|[_=*~]+")
_LINE_BREAKS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_VIETNAMESE_LETTERS = re.compile("[ăâđêôơưĂÂĐÊÔƠƯà-ỹ]")


def decode(data: bytes) -> str:
    """The text of the bytes: UTF-8, UTF-16 with a mark, or the old Windows-1258.

    Raises RejectedFileError "not_text" when they are none of these.
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        pass
    try:
        text = nfc(data.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    if not _looks_vietnamese(text):
        raise RejectedFileError(
            "not_text",
            "Tệp không phải là văn bản tiếng Việt đọc được. Hãy lưu lại tệp ở dạng văn bản"
            " (mã hóa UTF-8) hoặc PDF có lớp chữ rồi nạp lại.",
        )
    return text


def _looks_vietnamese(text: str) -> bool:
    sample = text[:20_000]
    controls = sum(1 for char in sample if ord(char) < 32 and char not in "\t\r\n\f")
    readable = sum(1 for char in sample if char.isalnum() or char.isspace() or char in ".,;:-/()%")
    marked = len(_VIETNAMESE_LETTERS.findall(sample))
    return (
        bool(sample)
        and not controls
        and readable > 0.9 * len(sample)
        and marked > 0.05 * len(sample)
    )


def split_lines(text: str) -> list[str]:
    """The lines of a text, whatever it uses as line break."""
    return _LINE_BREAKS.split(text)


def clean_line(text: str) -> str:
    """The line in NFC without invisible characters; white space inside becomes single spaces.

    "" for an empty line; " " for a line of white space only (a blank cell), for decoration "".
    """
    visible = _INVISIBLE.sub("", nfc(text))
    if not visible:
        return ""
    collapsed = " ".join(visible.split())
    if not collapsed:
        return " "
    return "" if _DECORATION.fullmatch(collapsed) and collapsed not in {"...", "…"} else collapsed


def clean_lines(lines: tuple[Line, ...]) -> list[Line]:
    """The lines cleaned, one for one; decoration becomes an empty line."""
    return [Line(clean_line(line.text), line.page) for line in lines]
