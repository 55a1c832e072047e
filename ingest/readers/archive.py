"""Office packages (zip) opened safely: real sizes, no entities, nothing written, nothing fetched.

The one importer of zipfile. Members are measured while they are inflated, since a zip's own size
fields can lie; names are only looked up, never made into paths on disk; relationships with an
external target are left out.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote
from xml.etree import ElementTree

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.readers.office_xml import (
    FORBIDDEN,
    damaged,
    declares_entity,
    encrypted,
    parse_xml,
    too_large,
    unsafe_entity,
)

MAX_MEMBERS = 10_000
MAX_RATIO = 200
_RATIO_FROM = 10 * 2**20
_CHUNK = 2**18
_MAX_TYPES = 2**20
# A parsed tree takes at most this many times the bytes of its XML: measured on CPython 3.11, 8 for
# a usual document, 17 for nothing but small elements.
_TREE_FACTOR = 17
_XML_NAMES = (".xml", ".rels", ".vml")
_MAIN_TYPES = (
    (b"wordprocessingml.document.main", "docx"),
    (b"ms-word.document.macroEnabled", "docx"),
    (b"wordprocessingml.template.main", "docx"),
    (b"ms-word.template.macroEnabledTemplate", "docx"),
    (b"ms-excel.sheet.binary", "xlsb"),
    (b"spreadsheetml.sheet.main", "xlsx"),
    (b"ms-excel.sheet.macroEnabled", "xlsx"),
    (b"spreadsheetml.template.main", "xlsx"),
    (b"presentationml.presentation.main", "pptx"),
    (b"presentationml.slideshow.main", "pptx"),
    (b"ms-powerpoint.", "pptx"),
)
_MAIN_MEMBERS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("ppt/presentation.xml", "pptx"),
)
_MIME_KINDS = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
    b"application/epub+zip": "epub",
}
_OVERLAP = max(map(len, FORBIDDEN)) - 1


def _bomb(detail: str) -> RejectedFileError:
    return RejectedFileError(
        "zip_bomb",
        "Tệp nén bung ra quá lớn so với mức cho phép nên không được mở, để bảo vệ hệ thống."
        " Hãy kiểm tra nguồn gốc của tệp và nạp lại bản lưu từ Word hoặc Excel.",
        detail=detail,
    )


def is_safe_name(name: str) -> bool:
    """Whether a member's name stays inside of its archive and has no control characters."""
    parts = name.replace("\\", "/").split("/")
    return (
        bool(name)
        and ".." not in parts
        and bool(parts[0])
        and ":" not in parts[0]
        and name.isprintable()
    )


def _open(data: bytes) -> zipfile.ZipFile:
    # Counted before zipfile makes an object of each member.
    if data.count(b"PK\x01\x02") > MAX_MEMBERS:
        raise _bomb(f"more than {MAX_MEMBERS} members")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    # CPython 3.11: fields that lie escape as any of these, not only as BadZipFile.
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as exc:
        raise damaged(repr(exc)) from exc
    except (zlib.error, IndexError, OverflowError) as exc:
        raise damaged(repr(exc)) from exc


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The member's content in chunks."""
    if info.flag_bits & 0x1:
        raise encrypted(info.filename)
    try:
        with archive.open(info) as member:
            while chunk := member.read(_CHUNK):
                yield chunk
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as exc:
        raise damaged(f"{info.filename}: {exc!r}") from exc
    # Also bzip2 and LZMA members, of which no Office writes any.
    except (NotImplementedError, RuntimeError, IndexError, OverflowError, MemoryError) as exc:
        raise damaged(f"{info.filename}: {exc!r}") from exc


def _measure(archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowed: int) -> int:
    """The member's real size in bytes; checks its ratio and, for XML, its declarations."""
    size = 0
    is_xml = info.filename.lower().endswith(_XML_NAMES)
    tail = b""
    for chunk in _inflate(archive, info):
        size += len(chunk)
        ratio_is_bad = size > _RATIO_FROM and size > MAX_RATIO * max(info.compress_size, 1)
        if size > allowed or ratio_is_bad:
            raise _bomb(f"{info.filename}: {size} bytes of {info.compress_size}")
        if is_xml and declares_entity(tail + chunk):
            raise unsafe_entity(info.filename)
        tail = chunk[-_OVERLAP:]
    return size


@dataclass(frozen=True)
class Package:
    """An opened and measured package; reads parts by their names."""

    archive: zipfile.ZipFile
    limits: Limits

    @cached_property
    def _infos(self) -> dict[str, zipfile.ZipInfo]:
        """The members by lower-case name (part names ignore case), without unsafe ones."""
        return {
            info.filename.lower(): info
            for info in self.archive.infolist()
            if is_safe_name(info.filename)
        }

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts that are safe to ask for, in lower case."""
        return tuple(self._infos)

    def stream(self, name: str) -> Iterator[bytes]:
        """A part's bytes in chunks. Raises RejectedFileError "damaged" when it is missing."""
        info = self._infos.get(name.lower())
        if info is None:
            raise damaged(f"no part {name}")
        return _inflate(self.archive, info)

    def xml(self, name: str) -> ElementTree.Element | None:
        """The root of a part, None when the package has no such part.

        Raises RejectedFileError "damaged", "external_entity" or "too_large".
        """
        if name.lower() not in self._infos:
            return None
        allowed = self.limits.max_memory_bytes // _TREE_FACTOR
        content = bytearray()
        for chunk in self.stream(name):
            content += chunk
            if len(content) > allowed:
                raise too_large(f"{name}: more than {allowed} bytes of XML")
        return parse_xml(bytes(content), name)

    def related(self, part: str, kind: str) -> dict[str, str]:
        """The part names related to a part, by relationship id; `kind` ends the type's address.

        `part` "" stands for the package. External targets are left out: nothing is fetched.
        """
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, str] = {}
        for rel in [] if root is None else root:
            if rel.get("TargetMode", "").lower() == "external":
                continue
            if rel.get("Type", "").endswith(f"/{kind}"):
                target = unquote(rel.get("Target", "")).replace("\\", "/")
                joined = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[rel.get("Id", "")] = joined
        return found

    def main_part(self, usual: str) -> str:
        """The name of the main part. Raises RejectedFileError "damaged" when there is none."""
        named = [*self.related("", "officeDocument").values(), usual]
        for name in named:
            if name.lower() in self._infos:
                return name
        raise damaged(f"no part {usual}")


def open_package(data: bytes, limits: Limits) -> Package:
    """The package in the bytes, its members measured one by one.

    Raises RejectedFileError "damaged", "encrypted", "zip_bomb" or "external_entity".
    """
    archive = _open(data)
    if len(archive.infolist()) > MAX_MEMBERS:
        raise _bomb(f"{len(archive.infolist())} members")
    allowed = limits.max_inflated_bytes
    for info in archive.infolist():
        allowed -= _measure(archive, info, allowed)
    return Package(archive, limits)


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    """At most the first 1 MB of a member; b"" when there is none or it cannot be read."""
    content = b""
    try:
        for chunk in _inflate(archive, archive.getinfo(name)):
            content += chunk
            if len(content) > _MAX_TYPES:
                break
    except (KeyError, RejectedFileError):
        return b""
    return content[:_MAX_TYPES]


def kind_of_archive(data: bytes) -> str:
    """What the zip holds: "docx", "xlsx", "xlsb", "pptx", "odt", "ods", "odp", "epub" or "zip".

    Reads only the list of content types and the names. Raises RejectedFileError "damaged".
    """
    archive = _open(data)
    types = _beginning(archive, "[Content_Types].xml")
    for word, kind in _MAIN_TYPES:
        if word in types:
            return kind
    mime = _beginning(archive, "mimetype").strip()
    if mime in _MIME_KINDS:
        return _MIME_KINDS[mime]
    names = {name.lower() for name in archive.namelist()}
    return next((kind for member, kind in _MAIN_MEMBERS if member in names), "zip")
