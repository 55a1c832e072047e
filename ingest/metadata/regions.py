"""The regions of a document as texts: what each field of the metadata is read from."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.cleaning.site import SiteFacts
from ingest.lines import Block
from ingest.metadata.letterhead import is_signing_time
from ingest.structure.layout import Layout, type_of
from ingest.vietnamese import collapse

# How many blocks below the title may name the province above a commune.
_OPENING = 8


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a document's regions; `around` are the recipients and the body's opening."""

    letterhead: list[str]
    header: list[str]
    attachment: list[str]
    title: str
    signature: list[str]
    annexes: list[str]
    stamps: list[str]
    around: list[str]
    facts: SiteFacts


def find_texts(blocks: Sequence[Block], layout: Layout, facts: SiteFacts) -> Texts:
    """The regions of the blocks as texts; blank blocks are left out."""
    title = range(layout.title_start, layout.header_end)
    between = range(layout.attached_at, layout.header_end) if layout.attached_at else range(0)
    header = range(layout.letterhead.stop if layout.attached_at is not None else layout.header_end)
    body = range(layout.header_end, min(layout.header_end + _OPENING, len(blocks)))
    attached = [b.text for b in blocks if "kèm theo" in b.text[:60].lower()]
    return Texts(
        [blocks[i].text for i in layout.letterhead if blocks[i].text],
        [blocks[i].text for i in header if blocks[i].text],
        [blocks[i].text for i in between if blocks[i].text],
        _without_type(collapse(" ".join(blocks[i].text for i in title))),
        [blocks[i].text for i in layout.signature if blocks[i].text],
        attached,
        [b.text for b in blocks if is_signing_time(b.text)],
        [blocks[i].text for i in (*layout.recipients, *body)],
        facts,
    )


def _without_type(title: str) -> str:
    """The title alone: "KẾ HOẠCH CHUYỂN ĐỔI SỐ" → "CHUYỂN ĐỔI SỐ"."""
    words = title.split()
    for size in (4, 3, 2, 1):
        if len(words) > size and type_of(" ".join(words[:size])):
            return " ".join(words[size:])
    return title
