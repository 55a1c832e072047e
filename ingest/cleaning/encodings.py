"""Bytes to text: UTF-8 and UTF-16, Windows-1258 and the codes of fonts before Unicode.

The evidence is the share of words with marks that have the form of a Vietnamese syllable;
a document is decided as a whole. Text that is already right is never touched.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.cleaning.legacy import from_tcvn3, from_vni, is_syllable
from ingest.errors import RejectedFileError
from ingest.vietnamese import nfc

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WINDOW = 4096
_WINDOWS = 24
_CHUNK = 2**20
_MIN_WORDS = 3
_MIN_SHARE = 0.8
_MIN_GAIN = 0.25
# Letters that only Unicode has: a line with one of them is right as it is.
_UNICODE_ONLY = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[^\x00-\x7f]")
# Signs that stand in good Vietnamese text without being letters.
_GOOD_SIGNS = set("“”‘’–—…•·°²³×½«»€\u00a0\u200b\ufeff\u2028")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1a\x1b"))
_NOT_TEXT = (
    "Tệp không phải là văn bản tiếng Việt đọc được. Hãy lưu lại tệp ở dạng văn bản"
    " (mã hóa UTF-8) hoặc PDF có lớp chữ rồi nạp lại."
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was stored in ("UTF-8", "TCVN3", "VNI", …)."""

    text: str
    encoding: str

    @property
    def is_legacy(self) -> bool:
        """Whether letters were rebuilt from the codes of old fonts or of a wrong conversion."""
        return self.encoding not in {"UTF-8", "UTF-16", "UTF-32", "Windows-1258"}


@lru_cache(maxsize=1)
def western() -> str:
    """The 256 characters of Windows-1252; codes it leaves open stand for themselves."""
    letters = (bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256))
    return "".join(letters)


@lru_cache(maxsize=1)
def _from_1258_table() -> dict[int, str]:
    viet = (bytes([code]).decode("cp1258", "ignore") or chr(code) for code in range(256))
    return {ord(old): new for old, new in zip(western(), viet, strict=True) if old != new}


def _from_1258(text: str) -> str:
    return nfc(text.translate(_from_1258_table()))


@lru_cache(maxsize=1)
def _double_utf8() -> tuple[re.Pattern[str], dict[int, str]]:
    """What UTF-8 sequences look like after they were read as Windows-1252, and the way back."""
    table = western()
    trail = re.escape(table[0x80:0xC0] + "".join(map(chr, range(0x80, 0xA0))))
    two, three = (re.escape(table[low:high]) for low, high in ((0xC2, 0xE0), (0xE0, 0xF0)))
    pattern = re.compile(f"[{two}][{trail}]|[{three}][{trail}]{{2}}")
    return pattern, {ord(char): chr(code) for code, char in enumerate(table)}


def _from_double_utf8(text: str) -> str:
    pattern, back = _double_utf8()

    def letter(match: re.Match[str]) -> str:
        codes = match.group()
        return codes.translate(back).encode("latin-1").decode("utf-8", "replace")

    return pattern.sub(letter, text)


_CANDIDATES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("UTF-8 mã hóa hai lần", _from_double_utf8),
    ("Windows-1258", _from_1258),
    ("TCVN3", from_tcvn3),
    ("VNI", from_vni),
)


def _sample(text: str) -> str:
    """The text when it is short, else windows spread evenly over it."""
    if len(text) <= _WINDOW * _WINDOWS:
        return text
    step = len(text) // _WINDOWS
    return "\n".join(text[start : start + _WINDOW] for start in range(0, len(text), step))


def _score(text: str) -> tuple[int, float]:
    """(how many words with marks are syllables, their share of all such words and odd signs)."""
    good = bad = 0
    for word in _WORD.findall(text):
        if not word.isascii():
            good, bad = (good + 1, bad) if is_syllable(word) else (good, bad + 1)
    bad += sum(not sign.isalpha() and sign not in _GOOD_SIGNS for sign in _MARKED.findall(text))
    return good, good / max(good + bad, 1)


def _doubtful(text: str) -> str:
    """The lines that have marks but no letter that only Unicode has."""
    lines = text.split("\n")
    return "\n".join(
        line for line in lines if not line.isascii() and not _UNICODE_ONLY.search(line)
    )


def find_legacy(text: str) -> str | None:
    """The name of the old encoding whose codes the text shows, or None when it is as it should be.

    The text is one that was decoded as Windows-1252 or Latin-1 by whoever wrote the file.
    """
    if text.isascii():
        return None
    sample = _doubtful(_sample(text))
    _, share = _score(sample)
    if not sample or share > 1 - _MIN_GAIN / 2:
        return None
    best: tuple[float, int, str] | None = None
    for name, convert in _CANDIDATES:
        good, found = _score(convert(sample))
        if good >= _MIN_WORDS and found >= max(_MIN_SHARE, share + _MIN_GAIN):
            best = max(best or (0.0, 0, ""), (found, good, name))
    return best[2] if best else None


def convert_legacy(text: str, encoding: str) -> str:
    """The text out of the old encoding that `find_legacy` named.

    A line that has letters of Unicode's own, or whose marked words are all syllables although
    the old encoding would not make them so, stays: pages mix a document with newer menus.
    """
    convert = dict(_CANDIDATES)[encoding]
    if not _UNICODE_ONLY.search(text):
        return "".join(map(convert, _chunks(text)))
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if line.isascii() or _UNICODE_ONLY.search(line):
            continue
        converted = convert(line)
        if len(line) > _WINDOW or _score(converted)[1] >= _score(line)[1]:
            lines[index] = converted
    return "\n".join(lines)


def _chunks(text: str) -> Iterator[str]:
    """The text in pieces that end where a line or a word does: conversion needs much memory."""
    start = 0
    while start < len(text):
        end = start + _CHUNK
        if end < len(text):
            cut = max(text.rfind("\n", start, end), 0) or max(text.rfind(" ", start, end), 0)
            end = cut + 1 if cut > start else end
        yield text[start:end]
        start = end


def repair_legacy(text: str) -> tuple[str, str | None]:
    """(the text in Unicode letters, the name of the encoding it was in or None).

    For text of .VnTime or VNI fonts and for UTF-8 that was encoded twice; other text is
    returned as it is.
    """
    encoding = find_legacy(text)
    return (convert_legacy(text, encoding), encoding) if encoding else (text, None)


def _utf16_without_mark(data: bytes) -> str | None:
    """The byte order ("utf-16-le") when every other byte is often zero, else None."""
    head = data[: 2 * _WINDOW]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(data) % 2 or len(head) < 4 or max(even, odd) < 0.2 * (len(head) // 2):
        return None
    if min(even, odd) > 0.02 * len(head):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _rejected(detail: str) -> RejectedFileError:
    return RejectedFileError("not_text", _NOT_TEXT, detail=detail)


def _reject_controls(data: bytes) -> None:
    head = data[: 16 * _WINDOW]
    if len(head) - len(head.translate(None, _CONTROLS)) > 0.02 * len(head):
        raise _rejected("control characters")


def _damaged_utf8(data: bytes) -> str | None:
    """The text of UTF-8 with a few broken bytes (cut in the middle of a letter), or None."""
    head = data[: 64 * _WINDOW].decode("utf-8", "replace")
    broken = head.count("\ufffd")
    if len(_MARKED.findall(head)) - broken <= 20 * broken:
        return None
    return data.decode("utf-8", "replace")


def decode_named(data: bytes) -> Decoded:
    """The text of the bytes and its encoding. Raises RejectedFileError "not_text"."""
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    encoding = encoding or _utf16_without_mark(data)
    if encoding and encoding != "utf-8-sig":
        try:
            return Decoded(data.decode(encoding), encoding[:6].upper())
        except UnicodeDecodeError as exc:
            raise _rejected(f"{encoding}: {exc.reason}") from exc
    _reject_controls(data)
    try:
        text: str | None = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _damaged_utf8(data)
    if text is not None:
        repaired, legacy = repair_legacy(text)
        return Decoded(repaired, legacy or "UTF-8")
    return _decode_bytes(data)


def _decode_bytes(data: bytes) -> Decoded:
    text = codecs.charmap_decode(data, "strict", western())[0]
    encoding = find_legacy(text)
    if encoding is None:
        raise _rejected("no known encoding fits")
    return Decoded(convert_legacy(text, encoding), encoding)


def decode(data: bytes) -> str:
    """The text of the bytes in Unicode. Raises RejectedFileError "not_text"."""
    return decode_named(data).text
