"""XML parts of Office packages parsed safely, and the errors that every Office reader raises.

Leaves out zip: see archive.py. Expat fetches nothing by itself; document types are refused.
"""

from collections.abc import Iterator
from typing import cast
from xml.etree import ElementTree

from ingest.errors import RejectedFileError

# "Strict Open XML" names the same things by other namespaces (ISO/IEC 29500-1, annex A).
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
FORBIDDEN = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_MAX_ELEMENTS = 500_000
RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def damaged(detail: str) -> RejectedFileError:
    """The error for a file that is broken; `detail` is for the log."""
    return RejectedFileError(
        "damaged",
        "Tệp bị hỏng hoặc tải về chưa đủ nên không mở được. Hãy mở tệp gốc bằng Word hoặc Excel,"
        " lưu lại rồi nạp lại.",
        detail=detail,
    )


def encrypted(detail: str) -> RejectedFileError:
    """The error for a file behind a password."""
    return RejectedFileError(
        "encrypted",
        "Tệp được bảo vệ bằng mật khẩu nên không đọc được. Hãy gỡ mật khẩu rồi nạp lại.",
        detail=detail,
    )


def too_large(detail: str) -> RejectedFileError:
    """The error for content that costs more than the limits allow."""
    return RejectedFileError(
        "too_large",
        "Nội dung trong tệp quá lớn so với mức cho phép. Hãy tách riêng bản kế hoạch rồi nạp lại.",
        detail=detail,
    )


def unsafe_entity(detail: str) -> RejectedFileError:
    """The error for XML that declares a document type or entities."""
    return RejectedFileError(
        "external_entity",
        "Tệp có khai báo thực thể XML không an toàn nên không được mở. Hãy mở tệp bằng Word hoặc"
        " Excel, lưu lại thành tệp mới rồi nạp lại.",
        detail=detail,
    )


def declares_entity(data: bytes) -> bool:
    """Whether the bytes declare a document type or an entity, in any encoding that is parsed.

    Expat reads UTF-8, UTF-16 and encodings that agree with ASCII, nothing else.
    """
    return any(word in data for word in FORBIDDEN)


def parse_xml(data: bytes, name: str = "") -> ElementTree.Element:
    """The root of an XML part. Raises RejectedFileError "damaged" or "external_entity"."""
    if declares_entity(data):
        raise unsafe_entity(name)
    try:
        return ElementTree.fromstring(_usual(data))  # noqa: S314 (document types were rejected above)
    # An unknown encoding name is a LookupError, one without an 8-bit table a ValueError.
    except (ElementTree.ParseError, LookupError, ValueError) as exc:
        raise damaged(f"{name}: {exc}") from exc


def elements(
    chunks: Iterator[bytes], forgotten: frozenset[str], name: str = ""
) -> Iterator[ElementTree.Element]:
    """The elements of an XML part as they end; those of the `forgotten` tags leave the tree.

    Raises RejectedFileError "damaged", "external_entity" or, when too much is kept, "too_large".
    """
    parser = ElementTree.XMLPullParser(["start", "end"])  # type: ignore[var-annotated]
    open_elements: list[ElementTree.Element] = []
    n_kept = 0
    try:
        for chunk in _usual_names(chunks, name):
            parser.feed(chunk)
            events = cast(Iterator[tuple[str, ElementTree.Element]], parser.read_events())
            for event, element in events:
                if event == "start":
                    open_elements.append(element)
                    n_kept += 1
                    continue
                open_elements.pop()
                yield element
                if open_elements and element.tag in forgotten:
                    open_elements[-1].clear()
                    n_kept = len(open_elements)
            if n_kept > _MAX_ELEMENTS:
                raise too_large(f"{name}: too many elements at once")
        parser.close()
    except (ElementTree.ParseError, LookupError, ValueError) as exc:
        raise damaged(f"{name}: {exc}") from exc


def _usual_names(chunks: Iterator[bytes], name: str) -> Iterator[bytes]:
    """The chunks with the usual namespaces; a strict part declares its own in the first one."""
    for chunk in chunks:
        if declares_entity(chunk):
            raise unsafe_entity(name)
        yield _usual(chunk)


def _usual(data: bytes) -> bytes:
    if b"purl.oclc.org" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return data
