"""The regions of a document: header, body, sign-off, annexes, the list of notes at its end.

Works on blocks by position and form; the tree inside the body is outline.py's work.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.grammar import Rank, bullet, match_label
from ingest.lines import Block
from ingest.vietnamese import is_all_caps

DOC_TYPES = {
    "KẾ HOẠCH": "Kế hoạch",
    "QUYẾT ĐỊNH": "Quyết định",
    "NGHỊ QUYẾT": "Nghị quyết",
    "CHỈ THỊ": "Chỉ thị",
    "ĐỀ ÁN": "Đề án",
    "CHƯƠNG TRÌNH": "Chương trình",
    "BÁO CÁO": "Báo cáo",
    "THÔNG BÁO": "Thông báo",
    "CÔNG VĂN": "Công văn",
    "TỜ TRÌNH": "Tờ trình",
    "CHIẾN LƯỢC": "Chiến lược",
    "PHƯƠNG ÁN": "Phương án",
    "QUY HOẠCH": "Quy hoạch",
    "HƯỚNG DẪN": "Hướng dẫn",
}
_HEADER_BLOCKS = 40
_MAX_TITLE = 400
_RECIPIENTS = re.compile(r"Nơi nhận\s*:?.*")
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s?\S.*")
_OFFICE = re.compile(
    r"(?:PHÓ\s+|QUYỀN\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|VỤ TRƯỞNG|BỘ TRƯỞNG"
    r"|THỨ TRƯỞNG|TRƯỞNG BAN|BÍ THƯ|THỦ TRƯỞNG|CHÁNH THANH TRA)(?:\s[^.]{0,60})?"
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
# "1 Số liệu tính đến …", "[1] Gồm: …", "(1) …"; "1. …" numbers a section.
_NOTE = re.compile(r"(?:\[(?P<b>\d{1,2})\]|\((?P<p>\d{1,2})\)|(?P<n>\d{1,2})\s)\s*(?P<text>\S.*)")


@dataclass(frozen=True, slots=True)
class Layout:
    """Block positions: all ranges are half open, positions of nothing are empty ranges.

    `type_at` is the block that names the document's type (None when there is none); the title
    is `[title_start, header_end)`; `notes` maps a label to the block of its footnote text.
    """

    type_at: int | None
    header_end: int
    title_start: int
    recipients: range
    signature: range
    notes: dict[str, int]
    cut: bool


def is_person_name(text: str) -> bool:
    """Whether the block is nothing but a personal name ("Nguyễn Văn A")."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(
        _NAME_WORD.fullmatch(word) and word[0].isupper() and word[1:].islower() | (len(word) == 1)
        for word in words
    )


def is_sign_off_line(text: str) -> bool:
    """Whether the block is a line of authority or office ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")."""
    return is_all_caps(text) and bool(_AUTHORITY.fullmatch(text) or _OFFICE.fullmatch(text))


def _title_range(blocks: Sequence[Block]) -> tuple[int | None, int, int]:
    """(block of the document type, first and past-the-last block of the title)."""
    for index, block in enumerate(blocks[:_HEADER_BLOCKS]):
        if block.text.rstrip(":") in DOC_TYPES:
            start = index + 1
            while start < len(blocks) and blocks[start].is_blank:
                start += 1
            return index, start, _title_end(blocks, start)
    for index, block in enumerate(blocks[:_HEADER_BLOCKS]):
        if match_label(block.text):
            return None, index, index
    return None, 0, 0


def _title_end(blocks: Sequence[Block], start: int) -> int:
    end = start
    size = 0
    while end < len(blocks):
        text = blocks[end].text
        size += len(text)
        if not text or match_label(text) or bullet(text) or size > _MAX_TITLE:
            break
        capitals = is_all_caps(text)
        if end > start and is_all_caps(blocks[start].text) and not capitals:
            break
        if not capitals and (text.endswith((".", ";", ":", ",")) or end - start >= 2):
            break
        end += 1
    return end


def _sign_off(blocks: Sequence[Block], header_end: int) -> tuple[range, range]:
    """(the recipients' list, the signature), found after the body."""
    recipients = signature = range(0)
    for index in range(header_end, len(blocks)):
        text = blocks[index].text
        if _RECIPIENTS.fullmatch(text) and len(text) < 200 and not recipients:
            recipients = range(index, _list_end(blocks, index))
        elif is_sign_off_line(text) and not signature and index not in recipients:
            signature = range(index, _signature_end(blocks, index))
        if signature and match_label(text):
            break
    return recipients, signature


def _list_end(blocks: Sequence[Block], start: int) -> int:
    end = start + 1
    while end < len(blocks) and bullet(blocks[end].text):
        end += 1
    return end


def _signature_end(blocks: Sequence[Block], start: int) -> int:
    end = last = start
    while end < len(blocks):
        text = blocks[end].text
        if is_person_name(text):
            return end + 1
        if text and not is_sign_off_line(text) and not re.fullmatch(r"\(.{0,40}\)", text):
            break
        last = end if text else last
        end += 1
    return last + 1


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


def find_layout(blocks: Sequence[Block], cut: bool) -> Layout:
    """The regions of the blocks; `cut` says whether the file ended in a cut mark."""
    type_at, title_start, header_end = _title_range(blocks)
    recipients, signature = _sign_off(blocks, header_end)
    return Layout(type_at, header_end, title_start, recipients, signature, _note_list(blocks), cut)


def annex_label(text: str) -> bool:
    """Whether the block opens an annex."""
    label = match_label(text)
    return label is not None and label.rank is Rank.ANNEX
