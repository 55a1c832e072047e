"""Footnote marks in a web page told from other raised digits, and the notes themselves.

While a page is walked, a raised number that may be a mark is written between two private
characters; when all notes are known, `resolve` makes it "[1]" or a superscript.
"""

import re
from collections.abc import Collection

from ingest.readers.html_tree import Node

OPEN, CLOSE = "\ue0f0", "\ue0f1"
_RAISED = re.compile(f"{OPEN}(\\d{{1,3}}){CLOSE}")
# "1", "[1]", "(1)"
_LABEL = re.compile(r"([\[(]?)\s*(\d{1,3})\s*[\])]?")
_MAX_LABEL = 8
# "#_ftn1", "#_ftnref1", "page.htm#fn:1", "#cite_note-3", "#footnote-1"
_TARGET = re.compile(r"#_?(?:ftn|edn|fn|footnote|endnote|cite_note|note|sdfootnote)", re.IGNORECASE)
_BACK = re.compile(r"#_?(?:ftnref|ednref|fnref|footnote-?ref|cite_ref|noteref)", re.IGNORECASE)
# id="ftn1", id="fn:2", id="footnote-3": the element that holds a note
_HOLDER = re.compile(r"_?(?:ftn|edn|fn|footnote|endnote|cite_note)[-_:]?(\d{1,3})", re.IGNORECASE)
# "km", "m": what raises 2 and 3 to areas and volumes
_UNIT = re.compile(r"(?:^|[\s\d/(,.])[kdc]?m$")
_NOTE = re.compile(r"\[(\d{1,3})\]\s*(\S.*)", re.DOTALL)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def text_of(node: Node) -> str:
    """All of the node's text as it stands."""
    return "".join(child if isinstance(child, str) else text_of(child) for child in node.children)


def mark_of(node: Node, before: str) -> str | None:
    """What an inline element that may be a footnote mark is written as; None when it is none.

    `before` is the text of the paragraph up to it.
    """
    href = node.attrs.get("href", "")
    sure = node.tag == "a" and bool(_TARGET.search(href))
    named = "footnotereference" in node.attrs.get("class", "").lower()
    if not (node.tag == "sup" or sure or named):
        return None
    text = text_of(node).strip()
    match = _LABEL.fullmatch(text) if len(text) <= _MAX_LABEL else None
    if match is None:
        return None
    label = match.group(2)
    if sure or named or match.group(1) or not before.strip() or _holds_mark(node):
        return f"[{label}]"
    if label in {"2", "3"} and _UNIT.search(before.rstrip()[-8:]):
        return label
    return f"{OPEN}{label}{CLOSE}"


def _holds_mark(node: Node) -> bool:
    return any(
        bool(_TARGET.search(child.attrs.get("href", ""))) or _holds_mark(child)
        for child in node.elements()
    )


def note_holder(node: Node) -> str:
    """The number of the note that this block holds ("1"), or ""."""
    name = node.attrs.get("id", "") or node.attrs.get("name", "")
    match = _HOLDER.fullmatch(name) if name else None
    return match.group(1) if match else ""


def note_label(text: str) -> str:
    """The number of the note that a paragraph is ("[1] Gồm: …" → "1"), or ""."""
    match = _NOTE.fullmatch(text)
    return match.group(1) if match else ""


def is_way_back(node: Node) -> bool:
    """Whether it is the arrow that leads from a note back to its mark."""
    back = node.tag == "a" and bool(_BACK.search(node.attrs.get("href", "")))
    return back and not any(char.isalnum() for char in text_of(node))


def resolve(text: str, labels: Collection[str]) -> str:
    """The text with each raised number a mark "[1]" if there is such a note, else superscript."""

    def written(match: re.Match[str]) -> str:
        label = match.group(1)
        return f"[{label}]" if label in labels else label.translate(_SUPERSCRIPTS)

    return _RAISED.sub(written, text) if OPEN in text else text
