"""Items of scanned lists that end in a colon where OCR lost the semicolon's tail."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.lines import Block
from ingest.structure.grammar import bullet

# "(ii) Tập huấn …"
_LONG = 50
_BRACKETED = re.compile(r"\((?:[ivx]{1,4}|\d{1,2}|[a-hđ])\)\s")


def _mark(text: str) -> str:
    return bullet(text) or ("()" if _BRACKETED.match(text) else "")


def _all_lost(items: Sequence[Block]) -> bool:
    """Whether all items but the last end in a colon, and none is short enough to introduce one."""
    inner = [block.text for block in items[:-1]]
    ended = bool(inner) and items[-1].text.endswith(".")
    return ended and all(text.endswith(":") and len(text) >= _LONG for text in inner)


def with_item_ends(blocks: Sequence[Block], scanned: Collection[int]) -> list[Block]:
    """The blocks with "…:" made "…;" within lists whose other items end so, on scanned pages.

    An item that a list of the same mark follows cannot introduce it; the last one may.
    """
    found: list[Block] = []
    for mark, run in groupby(blocks, key=lambda block: _mark(block.text)):
        items = list(run)
        parted = any(block.text.endswith(";") for block in items) or _all_lost(items)
        for block, following in zip(items, [*items[1:], None], strict=True):
            lost = mark and parted and following and block.page in scanned
            if lost and block.text.endswith(":"):
                block = replace(block, text=block.text[:-1] + ";")
            found.append(block)
    return found
