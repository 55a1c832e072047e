"""A question after a list wants its items together: the best list's items are moved up.

A list is the chunks under one lead-in, or the paragraphs and bullets directly under one heading;
for a question after the outline ("gồm mấy mục") the headings directly under another. What names it, the lead-in or the heading, often answers the question better than any item does.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.terms.analyzer import fold
from ingest.plan import Chunk, ChunkKind

Floats = NDArray[np.float32]

# Chosen on the development questions; a longer list than this cannot be shown in full.
TITLE_SHARE, NEARLY_BEST, MAX_ITEMS = 0.4, 0.9, 12
_STEP = 1e-4
_ASKS_LIST = re.compile(
    r"liet ke|\bke (?:ra|ten|giup|cac|nhung|ho|cho|ro|them|du)\b|^ke\b(?! hoach)|danh sach|\bnhung\b"
    r"|\bcac\b.*\b(?:nao|gi)\b|\bgom\b|lam gi|viec gi|(?:giai phap|muc tieu|chi tieu|nhiem vu"
    r"|noi dung|bien phap|trach nhiem|yeu cau|nguyen tac|hang muc|khoan) (?:gi|nao)"
    r"|tung (?:muc|cap|khoan|loai|nganh|viec)"
)

_ASKS_OUTLINE = re.compile(
    r"(?:dau|de|tieu) muc|muc (?:lon|chinh|con)|bo cuc|tom (?:tat|luoc|gon)|khai quat|noi dung chinh"
    r"|(?:chia|phan) (?:thanh|lam|ra)|(?:may|bao nhieu) (?:phan|muc|nhom|chuong|giai phap|nhiem vu)"
    r"|ten (?:cac |tung )?(?:phan|muc|nhom|chuong)|duoc .*giao nhiem vu"
)

_List = tuple[str, object]


def asks_list(question: str) -> bool:
    """Whether the question asks for several things of one kind."""
    return asks_outline(question) or _ASKS_LIST.search(fold(question).casefold()) is not None


def asks_outline(question: str) -> bool:
    """Whether the question asks how a part of the plan is divided."""
    return _ASKS_OUTLINE.search(fold(question).casefold()) is not None


def _list_of(chunk: Chunk, outline: bool) -> _List | None:
    """What identifies the chunk's list; None for rows, lines outside the body and other kinds."""
    is_heading = chunk.kind is ChunkKind.HEADING
    if chunk.section_id is None or chunk.table_id is not None or is_heading != outline:
        return None
    if outline:
        return ("path", chunk.path[:-1]) if len(chunk.path) > 1 else None
    return ("lead", chunk.lead_id) if chunk.lead_id else ("section", chunk.section_id)


def _names(chunks: Sequence[Chunk]) -> dict[_List, int]:
    """The position of the chunk that names each list."""
    lead: dict[_List, int] = {("lead", chunk.chunk_id): i for i, chunk in enumerate(chunks)}
    headings: dict[_List, int] = {}
    for i, chunk in enumerate(chunks):
        if chunk.kind is ChunkKind.HEADING:
            headings.setdefault(("section", chunk.section_id), i)
            headings.setdefault(("path", chunk.path), i)
    return {**lead, **headings}


def lifted(chunks: Sequence[Chunk], scores: Floats, *, outline: bool = False) -> Floats:
    """The scores of a plan's chunks with the best-named list's items raised, (n,) float32.

    With `outline` the lists are the headings under one heading.

    Unchanged when the best chunk is a table row or a line outside the body.
    """
    best = int(np.argmax(scores)) if len(scores) else 0
    if not len(scores) or chunks[best].table_id is not None or chunks[best].section_id is None:
        return scores
    lists = [_list_of(chunk, outline) for chunk in chunks]
    sizes = Counter(lists)
    names = _names(chunks)
    title = {
        one: float(scores[names[one]])
        for one, size in sizes.items()
        if one is not None and one in names and 2 <= size <= MAX_ITEMS
    }
    top = max(title, key=title.__getitem__, default=None)
    if top is None or title[top] < NEARLY_BEST * float(scores[best]):
        return scores
    raised = np.array([one == top for one in lists]) & (np.arange(len(lists)) != best)
    # The best chunk stays first: the rest of its list, or the list it heads, follows it.
    below = np.minimum(scores + TITLE_SHARE * title[top], scores[best] * (1 - _STEP))
    return np.asarray(np.where(raised, np.maximum(below, scores), scores), dtype=np.float32)
