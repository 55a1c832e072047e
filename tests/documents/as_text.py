"""A document as a text file.

Words of the variant: `wrapped` (hard-wrapped, letterhead side by side), `site` (copied from a law
site, with its list of facts and footer), `cells` (tables flattened to one cell a line), `tabs`
(the default) or `pipes`; `crlf`; `nfd` (marks apart);
`pagenumbers` (page numbers amid the lines); an encoding: utf-8 (default), bom, utf-16, cp1258, tcvn3, vni.
"""

import textwrap
import unicodedata
from collections.abc import Iterator

from documents.derive import printed_rows
from documents.spec import (
    Annex,
    Bullet,
    Decision,
    Document,
    Heading,
    NoteCounter,
    PageBreak,
    Paragraph,
    Part,
    Table,
    notes,
)
from documents.tcvn import cp1258, tcvn3, vni

_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def write_text(document: Document) -> bytes:
    """The bytes of the file."""
    lines = list(_lines(document))
    if document.has("wrapped"):
        lines = [part for line in lines for part in _wrapped(line)]
        text = "\n".join(_paged([line for line in lines if line != ""], document))
    else:
        text = "\n\n".join(line for line in lines if line != "")
    return _encoded(text + "\n", document)


def _paged(lines: list[str], document: Document) -> list[str]:
    """The lines with a page number every 40 of them, as in text copied out of a PDF."""
    if not document.has("pagenumbers"):
        return lines
    found: list[str] = []
    for start in range(0, len(lines), 40):
        found += [str(start // 40 + 1)] if start else []
        found += lines[start : start + 40]
    return found


def _encoded(text: str, document: Document) -> bytes:
    if document.has("nfd"):
        text = unicodedata.normalize("NFD", text)
    if document.has("crlf"):
        text = text.replace("\n", "\r\n")
    for name, encode in (("cp1258", cp1258), ("tcvn3", tcvn3), ("vni", vni)):
        if document.has(name):
            return encode(text)
    if document.has("utf-16"):
        return text.encode("utf-16")
    return text.encode("utf-8-sig" if document.has("bom") else "utf-8")


def _wrapped(line: str) -> list[str]:
    if "\t" in line or "|" in line or line.startswith(" "):
        return line.split("\n")
    return [part for one in line.split("\n") for part in textwrap.wrap(one, 76) or [""]]


def _lines(document: Document) -> Iterator[str]:
    meta = document.meta
    if document.has("site"):
        yield from _facts(document)
    if document.decision:
        yield from _head(document, document.decision.number)
        yield from _decision(document.decision, document)
    if document.own_head:
        yield from _head(document, meta.printed_number or meta.number or "")
    yield meta.doc_type.upper()
    title = meta.title_lines
    yield "\n".join(title) if document.has("wrapped") else "\n\n".join(title)
    if document.decision:
        yield document.decision.attached
    signed = document.decision is not None
    counter = NoteCounter()
    for part in document.parts:
        if isinstance(part, Annex) and not signed:
            yield from _signature(document)
            signed = True
        yield from _part(part, document, counter)
    if not signed:
        yield from _signature(document)
    if document.has("site") or notes(document.parts):
        yield from (f"[{i}] {note}" for i, note in enumerate(notes(document.parts), 1))
    if document.has("site"):
        yield from _footer(document)


def _facts(document: Document) -> Iterator[str]:
    meta = document.meta
    number = document.decision.number if document.decision else meta.number
    about = meta.title[0].lower() + meta.title[1:]
    yield f"{meta.doc_type} {number} năm {meta.issued.year} {about} do {meta.issuer} ban hành"
    yield "Tải về   In   Lưu trữ"
    facts = (
        ("Số hiệu", number), ("Loại văn bản", "Quyết định" if document.decision else meta.doc_type),
        ("Nơi ban hành", meta.place), ("Người ký", meta.signer),
        ("Ngày ban hành", f"{meta.issued:%d/%m/%Y}"), ("Ngày hiệu lực", f"{meta.issued:%d/%m/%Y}"),
        ("Tình trạng", "Còn hiệu lực"), ("Lĩnh vực", "Công nghệ thông tin, Bộ máy hành chính"),
    )  # fmt: skip
    yield "\n".join(f"{name}: {said}" for name, said in facts)


def _footer(document: Document) -> Iterator[str]:
    yield "Lưu trữ   Ghi chú   Ý kiến   Facebook   Email   In"
    yield "Bài liên quan:\nHướng dẫn tra cứu căn cước công dân trực tuyến\nMức lương tối thiểu vùng năm 2025"
    yield "Bạn chưa đăng nhập. Vui lòng Đăng nhập để xem văn bản liên quan và lược đồ."
    yield "Trụ sở: 25 đường Hoa Phượng, quận 3. Điện thoại: (028) 3999 0000. Giấy phép số 27/GP-TTĐT."


def _head(document: Document, number: str) -> Iterator[str]:
    meta = document.meta
    rule = "-" * 7
    if document.has("wrapped"):
        left = [*meta.letterhead, rule, f"Số: {number}"]
        right = [*_MOTTO, "-" * 15, meta.dateline]
        if len(left) < len(right):
            left.insert(-1, "")
        right += [""] * (len(left) - len(right))
        rows = zip(left, right, strict=True)
        yield "\n".join(f"  {a:<34}{b:^42}".rstrip() for a, b in rows)
        return
    yield "\n".join((*meta.letterhead, rule))
    yield "\n".join((*_MOTTO, "-" * 15))
    yield f"Số: {number}"
    yield meta.dateline


def _decision(decision: Decision, document: Document) -> Iterator[str]:
    yield "QUYẾT ĐỊNH"
    yield decision.about
    yield document.meta.letterhead[0] + " " + " ".join(document.meta.letterhead[1:])
    yield from decision.bases
    yield "QUYẾT ĐỊNH:"
    for article in decision.articles:
        yield from article.lines
    yield from _signature(document)


def _signature(document: Document) -> Iterator[str]:
    meta = document.meta
    receivers = ["Nơi nhận:", *(f"- {one}" for one in meta.recipients)]
    if document.has("wrapped"):
        right = [*meta.sign, "", "(Đã ký)", "", meta.signer]
        height = max(len(receivers), len(right))
        left = receivers + [""] * (height - len(receivers))
        right += [""] * (height - len(right))
        rows = zip(left, right, strict=True)
        yield "\n".join(f"{a:<40}{b:^36}".rstrip() for a, b in rows)
        return
    yield "\n".join(receivers)
    yield "\n".join(meta.sign)
    yield meta.signer


def _part(part: Part, document: Document, counter: NoteCounter) -> Iterator[str]:
    mark = counter.mark
    if isinstance(part, Heading):
        yield from (mark(line) for line in part.lines)
    elif isinstance(part, Bullet):
        yield f"{part.mark} {mark(part.text)}"
    elif isinstance(part, Paragraph):
        yield mark(part.text)
    elif isinstance(part, Table):
        yield from _table(part, document)
    elif isinstance(part, Annex | PageBreak):
        return


def _table(table: Table, document: Document) -> Iterator[str]:
    if table.caption:
        yield table.caption
    if table.unit_line:
        yield table.unit_line
    raw_rows = printed_rows(table)
    rows = [[_printed(cell) for cell in row] for row in raw_rows]
    if document.has("cells"):
        for printed, row in zip(rows, raw_rows, strict=True):
            for cell, raw in zip(printed, row, strict=True):
                if raw not in {"^", "<"}:
                    yield cell.replace(" // ", "\n") or "\u00a0"
    elif document.has("pipes"):
        widths = [max(len(row[x]) for row in rows) for x in range(len(rows[0]))]
        yield "\n".join(
            "| " + " | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " |"
            for row in rows
        )
    else:
        yield "\n".join("\t".join(cell.replace(" // ", "; ") for cell in row) for row in rows)


def _printed(cell: str) -> str:
    return "" if cell in {"^", "<"} else cell.removeprefix("'")
