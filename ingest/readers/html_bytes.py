"""The bytes of a saved web page → its HTML text: single-file archives (MHTML) and character sets."""

import codecs
import email
import email.message
import email.policy
import re

from ingest.cleaning.encodings import decode_named, western
from ingest.errors import RejectedFileError
from ingest.readers.html_tree import too_complex

_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# <meta charset="utf-8">, <meta http-equiv=… content="text/html; charset=windows-1258">
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_MHTML = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEAD = 4096
_MAX_BOUNDARIES = 20_000


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes are a web archive (.mht, .mhtml)."""
    head = data[:_HEAD].lstrip()
    return b"<" not in head[:1] and bool(_MHTML.search(head))


def _mhtml_page(data: bytes) -> tuple[bytes, str]:
    """The largest HTML part of a web archive and its charset ("" when it names none)."""
    if data.count(b"\n--") > _MAX_BOUNDARIES:
        raise too_complex("too many parts")
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
        pages = [_body(part) for part in message.walk() if part.get_content_type() == "text/html"]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as exc:
        raise _damaged(repr(exc)) from exc
    if not pages:
        raise _damaged("no text/html part")
    return max(pages, key=lambda page: len(page[0]))


def _body(part: "email.message.Message[str, str]") -> tuple[bytes, str]:
    payload = part.get_payload(decode=True)
    charset = part.get_param("charset", "")
    return (payload if isinstance(payload, bytes) else b""), str(charset or "")


def _damaged(detail: str) -> RejectedFileError:
    return RejectedFileError(
        "damaged_html",
        "Tệp trang web lưu trữ (.mht) bị hỏng hoặc không có trang nào. Hãy mở trang và lưu lại ở"
        " dạng HTML rồi nạp lại.",
        detail=detail,
    )


def _named(data: bytes, charset: str) -> str | None:
    """The text in the charset that the page names, when it is one and it fits."""
    try:
        name = codecs.lookup(charset).name
        if name in {"cp1252", "iso8859-1", "ascii", "latin-1"}:
            return codecs.charmap_decode(data, "strict", western())[0]
        return data.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def html_text(data: bytes) -> str:
    """The HTML of a saved page.

    UTF-8 wins wherever the bytes are UTF-8, whatever the page says; then the charset it names.
    Raises RejectedFileError "not_text", "damaged_html".
    """
    charset = ""
    if is_mhtml(data):
        data, charset = _mhtml_page(data)
    if data.startswith(_BOMS) or b"\x00" in data[:_HEAD]:
        return decode_named(data).text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if not charset and (match := _META.search(data[:_HEAD])):
        charset = match.group(1).decode("ascii", "replace")
    if charset and codecs_name(charset) != "utf-8" and (text := _named(data, charset)) is not None:
        return text
    if codecs_name(charset) == "utf-8":
        return data.decode("utf-8", "replace")
    # Nothing is known: as the West reads it; fonts' codes are resolved on the page's text.
    return codecs.charmap_decode(data, "strict", western())[0]


def codecs_name(charset: str) -> str:
    """The codec's own name of a charset ("UTF8" → "utf-8"), or "" when there is none."""
    try:
        return codecs.lookup(charset).name
    except (LookupError, ValueError):
        return ""
