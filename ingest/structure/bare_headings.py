"""Headings of a plain text without numbers, capitals or bold: short lines that open sections.

Only where nothing else tells the outline: a document that numbers its sections is read by its
numbers, one that has bold print or styles by these.
"""

from collections.abc import Collection, Mapping, Sequence

from ingest.lines import Block
from ingest.structure.grammar import Rank, bullet, match_label
from ingest.vietnamese import fold

_MAX_CHARS = 80
_MAX_WORDS = 14
_MAX_LABELS = 2
_MIN_HEADINGS = 3
_LONG = 50
_CLOSED = (".", ";", ":", "!", "?", ".”", ".)", ";”")
# What the sections of plans are called, folded: such a heading lies beneath no other one.
_USUAL = (
    *("muc dich", "yeu cau", "muc tieu", "quan diem", "can cu", "pham vi", "doi tuong", "boi canh"),
    *("su can thiet", "hien trang", "thuc trang", "tinh hinh", "ket qua", "nhiem vu", "giai phap"),
    *("noi dung", "kinh phi", "nguon luc", "nguon von", "tien do", "lo trinh", "to chuc thuc hien"),
    *("phan cong", "trach nhiem", "che do bao cao", "du kien", "dieu khoan", "phuong huong"),
)


def bare_headings(
    blocks: Sequence[Block], body: range, may_head: Collection[int], skip: Collection[int]
) -> Mapping[int, str]:
    """The styles ("bare", "bare 2") of the blocks of the body that are such headings.

    `may_head` are blocks with the form of a heading, `skip` those of tables and the sign-off.
    """
    own = [index for index in body if index not in skip and blocks[index].text]
    if any(blocks[i].bold or blocks[i].level is not None for i in own) or _is_numbered(blocks, own):
        return {}
    found = [
        index
        for before, index, after in zip(own, own[1:], own[2:], strict=False)
        if index in may_head
        and _is_short(blocks[index].text)
        and (blocks[before].text.endswith(_CLOSED) or _is_short(blocks[before].text))
        and _opens(blocks[after].text)
    ]
    # The first line of the body stands below the title.
    if (
        len(own) > 1
        and own[0] in may_head
        and _is_short(blocks[own[0]].text)
        and _opens(blocks[own[1]].text)
    ):
        found.insert(0, own[0])
    heads = _followed(blocks, own, found)
    return nested(blocks, own, heads, "bare") if len(heads) >= _MIN_HEADINGS else {}


def _is_numbered(blocks: Sequence[Block], own: Sequence[int]) -> bool:
    labels = [label for index in own if (label := match_label(blocks[index].text))]
    return sum(Rank.PART <= label.rank <= Rank.NUMBER_4 for label in labels) > _MAX_LABELS


def _is_short(text: str) -> bool:
    return (
        len(text) <= _MAX_CHARS
        and len(text.split()) <= _MAX_WORDS
        and text[0].isupper()
        and not text.endswith((*_CLOSED, ","))
        and not bullet(text)
    )


def _opens(text: str) -> bool:
    """Whether a line opens a paragraph, an item of a list or a section."""
    return bool(bullet(text)) or text[0].isupper()


def _followed(blocks: Sequence[Block], own: Sequence[int], found: Sequence[int]) -> list[int]:
    """Those with a list or prose below them, at once or below one more heading."""
    place = {index: number for number, index in enumerate(own)}
    candidates = set(found)
    heads = []
    for index in found:
        below = place[index] + 1
        if below < len(own) and own[below] in candidates:
            below += 1
        if below < len(own) and own[below] not in candidates:
            text = blocks[own[below]].text
            if bullet(text) or text.endswith(_CLOSED) or len(text) > _LONG:
                heads.append(index)
    return heads


def nested(
    blocks: Sequence[Block], own: Sequence[int], heads: Sequence[int], style: str
) -> dict[int, str]:
    """The styles of headings that look all the same: `style`, or "`style` 2" for inner ones.

    A heading right below another one is one of its parts, and so are the next ones, until one
    has a name that sections of plans have. `own` are the written blocks of the body.
    """
    place = {index: number for number, index in enumerate(own)}
    styles: dict[int, str] = {}
    inner = False
    for number, index in enumerate(heads):
        before = heads[number - 1] if number else -1
        if number and place[before] == place[index] - 1:
            inner = True
        elif fold(blocks[index].text).startswith(_USUAL):
            inner = False
        styles[index] = f"{style} 2" if inner else style
    return styles
