"""A saved web page of a law site or portal → the document in it, without the site around it."""

import re
from dataclasses import replace

from ingest.errors import RejectedFileError
from ingest.limits import LIMITS, Limits
from ingest.lines import Line, Part, Source
from ingest.readers.html_blocks import Context, Item, Writer, inner_context, walk
from ingest.readers.html_bytes import html_text
from ingest.readers.html_facts import find_facts
from ingest.readers.html_main import find_document, find_header
from ingest.readers.html_notes import OPEN, note_label, resolve
from ingest.readers.html_tables import write_table
from ingest.readers.html_tree import Node, Page, read_page
from ingest.readers.html_trim import trimmed
from ingest.readers.text import legacy_warning, too_large

_MIN_FACTS = 3
_MIN_CHARS = 40


def read_html(data: bytes, limits: Limits = LIMITS) -> Source:
    """The document in a web page (HTML or MHTML): paragraphs and tables, the site's facts first.

    Facts stand behind the document when it has no letterhead. Raises RejectedFileError
    "too_large", "too_complex", "not_text", "damaged_html", "no_text".
    """
    if len(data) > limits.max_inflated_bytes:
        raise too_large(limits.max_inflated_bytes)
    page = read_page(html_text(data))
    nodes, skip = find_document(page)
    items = trimmed(_items(nodes, skip))
    parts = _with_notes(items)
    if sum(len(part.text) if isinstance(part, Line) else 99 for part in parts) < _MIN_CHARS:
        raise RejectedFileError(
            "no_text",
            "Trang web không có nội dung văn bản (có thể phải đăng nhập hoặc nội dung được tải"
            " sau). Hãy mở trang, sao chép toàn văn vào tệp Word hoặc tải tệp gốc rồi nạp lại.",
        )
    warnings = (legacy_warning(page.legacy),) if page.legacy else ()
    return Source(_with_facts(parts, page, nodes), "html", paragraphs=True, warnings=warnings)


def _items(nodes: list[Node], skip: set[int]) -> list[Item]:
    writer = Writer(skip, write_table)
    for node in nodes:
        if node.tag == "table":
            write_table(node, writer, Context())
        else:
            walk(node, writer, inner_context(node, Context()))
        writer.flush()
    return writer.items


def _with_notes(items: list[Item]) -> list[Part]:
    """The parts with footnote marks resolved and the notes at the very end."""
    notes = [item.part for item in items if item.note and isinstance(item.part, Line)]
    labels = {note_label(line.text) for line in notes}
    body = [item.part for item in items if not item.note]
    return [_resolved(part, labels) for part in (*body, *notes)]


def _resolved(part: Part, labels: set[str]) -> Part:
    if isinstance(part, Line):
        text = resolve(part.text, labels)
        return part if text is part.text else replace(part, text=text)
    if not any(OPEN in cell.text for cell in part.cells):
        return part
    cells = tuple(replace(cell, text=resolve(cell.text, labels)) for cell in part.cells)
    return replace(part, cells=cells)


def _with_facts(parts: list[Part], page: Page, nodes: list[Node]) -> tuple[Part, ...]:
    """The parts with the site's facts where `site.strip_site` looks for them."""
    header = find_header(page)
    start = nodes[0].start if header is None else header
    facts = find_facts(page.text[:start]) or find_facts(page.text[nodes[-1].end :])
    lines = [Line(fact) for fact in facts]
    head = [part.text for part in parts[:12] if isinstance(part, Line)]
    if any(re.match(r"CỘNG H(?:ÒA|OÀ) XÃ|(?:ỦY|UỶ) BAN NHÂN|HỘI ĐỒNG NHÂN", text) for text in head):
        return (*lines, *parts)
    return (*parts, *lines) if len(lines) >= _MIN_FACTS else tuple(parts)
