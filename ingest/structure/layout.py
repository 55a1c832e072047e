"""The regions of a document: letterhead, body, sign-off, the list of notes at its end.

A decision that issues a plan as its attachment is two documents in one file: the letterhead
and sign-off are the decision's, the title and the body that follows it are the plan's.

Works on blocks by position and form; the tree inside the body is outline.py's work.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lines import Block
from ingest.structure.cover import behind_letter, has_own_number
from ingest.structure.grammar import bullet, match_label
from ingest.structure.sequences import opens_section
from ingest.structure.sign_off import find_sign_off
from ingest.vietnamese import collapse, fold, is_all_caps

DOC_TYPES = (
    *("Kế hoạch", "Quyết định", "Nghị quyết", "Chỉ thị", "Đề án", "Chương trình hành động"),
    *("Chương trình", "Báo cáo", "Thông báo", "Công văn", "Tờ trình", "Chiến lược", "Phương án"),
    *("Quy hoạch", "Hướng dẫn", "Dự án", "Quy chế", "Quy định"),
)
_FOLDED_TYPES = {fold(name): name for name in DOC_TYPES}
_HEADER_BLOCKS = 40
_MAX_TITLE = 400
_TITLE_LINES = 2
_DECISIONS = {"Quyết định", "Nghị quyết"}
# "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày …)"
_ATTACHED_TO = re.compile(
    r"\(?\s*(?:được\s+)?(?:ban hành\s+)?kèm theo\s+(?:quyết định|nghị quyết|công văn|văn bản)", re.I
)
_NEAR = 8
# What opens a body, and never goes on a title.
BODY_OPENING = re.compile(r"\(?\s*(?:Ban hành kèm|Kèm) theo|Căn cứ|Thực hiện|Nhằm|Để|Ngày|Sau khi")
# "1 Số liệu tính đến …", "[1] Gồm: …", "(1) …"; "1. …" numbers a section.
_NOTE = re.compile(r"(?:\[(?P<b>\d{1,2})\]|\((?P<p>\d{1,2})\)|(?P<n>\d{1,2})\s)\s*(?P<text>\S.*)")


@dataclass(frozen=True, slots=True)
class Layout:
    """Block positions: all ranges are half open, positions of nothing are empty ranges.

    `doc_type` is what the document calls itself, "" when it does not; the title is
    `[title_start, header_end)`. `letterhead` is what stands above the type; where a decision issues
    the plan, the decision's letterhead, and `attached_at` is the block at which the plan begins.
    `notes` maps a label to the block of its footnote text.
    """

    doc_type: str
    letterhead: range
    attached_at: int | None
    header_end: int
    title_start: int
    recipients: range
    signature: range
    notes: dict[str, int]
    cut: bool


@dataclass(frozen=True, slots=True)
class _Heading:
    """A document's type and title: the type's block `at`, the title `[start, end)`."""

    doc_type: str
    at: int
    start: int
    end: int


def type_of(text: str) -> str:
    """The type that the block names and nothing else ("KẾ HOẠCH" → "Kế hoạch"), or ""."""
    return _FOLDED_TYPES.get(fold(collapse(text)).rstrip(" :"), "") if is_all_caps(text) else ""


def _type_opening(text: str) -> str:
    """The type that a block of capitals opens with, the title behind it, or ""."""
    if not is_all_caps(text) or len(text) > _MAX_TITLE:
        return ""
    folded = fold(collapse(text))
    return next((name for key, name in _FOLDED_TYPES.items() if folded.startswith(key + " ")), "")


def _heading(blocks: Sequence[Block], first: int, stop: int) -> _Heading | None:
    """The first block of `[first, stop)` that names a document's type, with the title below it."""
    for index in range(first, min(stop, len(blocks))):
        if name := type_of(blocks[index].text):
            start = index + 1
            while start < len(blocks) and blocks[start].is_blank:
                start += 1
            return _Heading(name, index, start, _title_end(blocks, start))
    for index in range(first, min(stop, len(blocks))):
        if name := _type_opening(blocks[index].text):
            return _Heading(name, index, index, _title_end(blocks, index))
    return None


def _attachment(blocks: Sequence[Block], decision: _Heading) -> _Heading | None:
    """The plan that a decision issues: a type of its own that says what it is attached to."""
    for index in range(decision.end, len(blocks)):
        if type_of(blocks[index].text) in ("", *_DECISIONS):
            continue
        heading = _heading(blocks, index, index + 1)
        near = blocks[max(0, index - 3) : index + _NEAR]
        if heading and any(_ATTACHED_TO.search(block.text) for block in near):
            return heading
    return None


def _title_end(blocks: Sequence[Block], start: int) -> int:
    end = start
    size = 0
    while end < len(blocks):
        text = blocks[end].text
        size += len(text)
        if not text or match_label(text) or bullet(text) or size > _MAX_TITLE:
            break
        if end > start and (opens_section(text) or not _goes_on(blocks, start, end)):
            break
        if not is_all_caps(text) and text.endswith((".", ";", ":", ",")):
            break
        end += 1
    return end


def _goes_on(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Whether the block belongs to the title that starts at `start`."""
    first, block = blocks[start], blocks[end]
    if BODY_OPENING.match(block.text) or (first.bold and not block.bold):
        return False
    if is_all_caps(first.text):
        return is_all_caps(block.text)
    return end - start < _TITLE_LINES or is_all_caps(block.text) or block.bold


def _note_list(blocks: Sequence[Block]) -> dict[str, int]:
    """Footnote label → block, for a list "1 …", "2 …" that ends the document."""
    found: list[tuple[str, int]] = []
    for index in range(len(blocks) - 1, -1, -1):
        if blocks[index].is_blank:
            continue
        match = _NOTE.fullmatch(blocks[index].text)
        if match is None:
            break
        label = match["b"] or match["p"] or match["n"]
        if found and int(label) != int(found[-1][0]) - 1:
            break
        found.append((label, index))
    return dict(reversed(found)) if found and found[-1][0] == "1" else {}


def note_text(block: Block) -> str:
    """The footnote's text without its label."""
    match = _NOTE.fullmatch(block.text)
    return match["text"] if match else block.text


def is_cut_mark(text: str) -> bool:
    """Whether the block says that the text breaks off: "[...]", "(…)"."""
    return bool(re.fullmatch(r"[\[(]\s*(?:\.{2,}|…)\s*[\])]", text))


def _unnamed(blocks: Sequence[Block]) -> int:
    """Where the body of a document without a type begins: at its first label."""
    labelled = (i for i, block in enumerate(blocks[:_HEADER_BLOCKS]) if match_label(block.text))
    return next(labelled, 0)


def find_layout(blocks: Sequence[Block], cut: bool) -> Layout:
    """The regions of the blocks; `cut` says whether the file ended in a cut mark."""
    heading = _heading(blocks, 0, _HEADER_BLOCKS)
    covered = behind_letter(blocks, heading.at if heading else None)
    if covered and (inner := _heading(blocks, covered, covered + _HEADER_BLOCKS)):
        return _behind_cover(blocks, covered, inner, cut)
    if heading is None:
        at = _unnamed(blocks)
        heading = _Heading("", at, at, at)
    letterhead = range(min(heading.at or _HEADER_BLOCKS, len(blocks)))
    attached = _attachment(blocks, heading) if heading.doc_type in _DECISIONS else None
    recipients, signature = find_sign_off(blocks, heading.end)
    body = attached or heading
    return Layout(
        body.doc_type,
        letterhead,
        attached.at if attached else None,
        body.end,
        body.start,
        recipients,
        signature,
        _note_list(blocks),
        cut,
    )


def _behind_cover(blocks: Sequence[Block], start: int, plan: _Heading, cut: bool) -> Layout:
    """The regions of a plan behind a covering letter that ends at `start`.

    Letterhead and sign-off are the plan's own, or the letter's for a plan that has none.
    """
    own = has_own_number(blocks[start : plan.at])
    recipients, signature = find_sign_off(blocks, plan.end)
    if not signature:
        recipients, signature = find_sign_off(blocks, 0)
    return Layout(
        plan.doc_type,
        range(start, plan.at) if own else range(start),
        None if own else start,
        plan.end,
        plan.start,
        recipients,
        signature,
        _note_list(blocks),
        cut,
    )
