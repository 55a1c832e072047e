"""What an old Office file (OLE container) holds, and whether a password protects it.

Reads only the header and the names; leaves out all content ([MS-CFB], [MS-DOC] 2.5.1).
"""

import struct

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Word 6 and later; both identify a document's first block.
_WORD_IDS = (0xA5EC, 0xA5DC)
_ENCRYPTED = 0x0100
_ENTRY = 128
_START = 0x74
# A stream's name in a directory entry is UTF-16 and ends with a zero.
_KINDS = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
_OTHERS = (("PowerPoint Document", "ppt"), ("__properties_version1.0", "msg"))


def _entry(data: bytes, name: str) -> int | None:
    """The offset of the directory entry of this name; entries stand at multiples of 128."""
    wanted = f"{name}\0".encode("utf-16-le")
    found = data.find(wanted)
    while found >= 0 and found % _ENTRY:
        found = data.find(wanted, found + 1)
    return found if found >= 0 else None


def _is_locked(data: bytes) -> bool:
    """Whether the Word document's first block says that it is encrypted."""
    entry = _entry(data, "WordDocument")
    if entry is None or entry + _START + 4 > len(data):
        return False
    shift = struct.unpack_from("<H", data, 30)[0]
    sector = struct.unpack_from("<I", data, entry + _START)[0]
    if shift not in {9, 12}:
        return False
    at = (sector + 1) << shift
    if at + 12 > len(data):
        return False
    identifier = struct.unpack_from("<H", data, at)[0]
    flags = struct.unpack_from("<H", data, at + 10)[0]
    return identifier in _WORD_IDS and bool(flags & _ENCRYPTED)


def kind_of_ole(data: bytes) -> str:
    """What the container holds: "doc", "xls", "ppt", "msg", "encrypted" or "ole".

    "encrypted" is a DOCX or XLSX behind a password, or a locked Word document.
    """
    if _entry(data, "EncryptedPackage") is not None or _is_locked(data):
        return "encrypted"
    return next(
        (kind for name, kind in (*_KINDS, *_OTHERS) if _entry(data, name) is not None), "ole"
    )
