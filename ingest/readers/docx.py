"""DOCX → lines and tables as a reader sees them. Macros, pictures and comments are left out.

Headers and footers are running text except where they hold the letterhead or the recipients
that the body lacks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import Line, Part, Source
from ingest.readers.archive import Package, open_package
from ingest.readers.docx_blocks import BlockReader
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_styles import Styles, W, child, value
from ingest.readers.docx_text import Notes, TextReader
from ingest.readers.office_xml import RELATIONSHIP_ID, damaged
from ingest.vietnamese import collapse, fold

# "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_LETTERHEAD = re.compile(r"so\s*:\s*[\d.…]{0,10}\s*/\s?\w|cong hoa xa hoi chu nghia viet nam")
# "Nơi nhận:"
_RECIPIENTS = re.compile(r"noi nhan\s*:")
_MAX_HEAD = 200


@dataclass(frozen=True, slots=True)
class _Document:
    """The opened document with the readers of its parts."""

    package: Package
    main: str
    body: Element
    blocks: BlockReader
    notes: Notes

    def related(self, kind: str) -> Element | None:
        """The root of the first part of this kind."""
        return _related(self.package, self.main, kind)


def _related(package: Package, main: str, kind: str) -> Element | None:
    names = package.related(main, kind).values()
    return next((root for name in names if (root := package.xml(name)) is not None), None)


def _open(package: Package) -> _Document:
    main = package.main_part("word/document.xml")
    root = package.xml(main)
    body = child(root, "body")
    if body is None:
        raise damaged(f"{main} has no body")
    styles = Styles(_related(package, main, "styles"))
    numbering = Numbering(_related(package, main, "numbering"), styles)
    notes = Notes()
    blocks = BlockReader(styles, numbering, TextReader(styles, notes))
    return _Document(package, main, body, blocks, notes)


def _texts(parts: list[Part]) -> Iterator[str]:
    """The folded beginnings of all paragraphs."""
    for part in parts:
        lines = [part.text] if isinstance(part, Line) else [cell.text for cell in part.cells]
        for text in lines:
            yield from (fold(collapse(t[:_MAX_HEAD])) for t in text.split("\n") if t.strip())


def _margin(document: _Document, kind: str, pattern: re.Pattern[str], body: set[str]) -> list[Part]:
    """The first page's header or footer, when it has what the pattern finds and the body not."""
    section = next(document.body.iter(W + "sectPr"), None)
    if section is None:
        return []
    title_page = child(section, "titlePg")
    has_own = title_page is not None and (value(title_page) or "1") not in {"0", "false", "off"}
    wanted = "first" if has_own else "default"
    names = document.package.related(document.main, kind)
    for reference in section.findall(f"{W}{kind}Reference"):
        root = document.package.xml(names.get(reference.get(RELATIONSHIP_ID, ""), ""))
        if root is None or value(reference, "type") != wanted:
            continue
        parts = [
            part
            for part in document.blocks.parts(root)
            if not isinstance(part, Line) or any(map(str.isalpha, part.text))
        ]
        if any(pattern.match(text) and text not in body for text in _texts(parts)):
            return parts
    return []


def _notes(document: _Document) -> Iterator[Line]:
    """The lines "[1] …" of the notes cited, in order."""
    roots = {kind: document.related(f"{kind}s") for kind in ("footnote", "endnote")}
    for (kind, note_id), number in list(document.notes.cited.items()):
        root = roots[kind]
        stories = () if root is None else root.iterfind(W + kind)
        story = next((s for s in stories if value(s, "id") == note_id), None)
        parts = [] if story is None else document.blocks.parts(story)
        text = collapse(" ".join(part.text for part in parts if isinstance(part, Line)))
        if text:
            yield Line(f"[{number}] {text}")


def _reject_textless(package: Package, parts: list[Part]) -> None:
    if any(text for text in _texts(parts)):
        return
    if any("/media/" in name for name in package.names):
        raise RejectedFileError(
            "no_text_layer",
            "Tệp Word chỉ có ảnh, không có chữ. Hãy nạp bản có chữ, hoặc lưu các ảnh thành một tệp"
            " PDF rồi nạp lại.",
        )
    raise RejectedFileError(
        "empty", "Tệp Word không có chữ nào. Hãy chọn tệp có nội dung kế hoạch."
    )


def read_docx(data: bytes, limits: Limits) -> Source:
    """The paragraphs and tables of a DOCX, automatic numbers and notes included.

    Raises RejectedFileError "damaged", "encrypted", "zip_bomb", "external_entity", "too_large",
    "empty" or "no_text_layer".
    """
    package = open_package(data, limits)
    try:
        document = _open(package)
        body = document.blocks.parts(document.body)
        known = set(_texts(body))
        # The letterhead is read last, so that its notes and lists do not shift the body's.
        header = _margin(document, "header", _LETTERHEAD, known)
        footer = _margin(document, "footer", _RECIPIENTS, known)
        parts = [*header, *body, *footer, *_notes(document)]
    except RecursionError as exc:
        raise damaged("elements nested too deeply") from exc
    _reject_textless(package, parts)
    warnings = (
        (
            "Tệp Word có một phần được nhúng từ tệp khác nên chưa đọc được phần đó. Hãy mở bằng"
            " Word, lưu lại rồi nạp lại để đọc đầy đủ.",
        )
        if document.blocks.has_foreign_chunk
        else ()
    )
    return Source(tuple(parts), "docx", paragraphs=True, warnings=warnings)
