"""A letter that covers the plan: "Số: 12/UBND-KGVX", "Kính gửi: …", its sign-off, then the plan."""

import re
from collections.abc import Sequence

from ingest.lines import Block
from ingest.structure.sign_off import find_sign_off
from ingest.vietnamese import fold

_ADDRESS = re.compile(r"\W*kinh gui\b")
# "Số: 96/KH-UBND": the plan that follows has a letterhead of its own.
_NUMBER = re.compile(r"\bS\w\s*[:.;]?\s*\d+[a-zA-Z]?\s*[/-]\s*[A-ZĐ]")
_REACH = 25


def behind_letter(blocks: Sequence[Block], first_type: int | None) -> int:
    """Where the text behind a covering letter begins; 0 when no letter opens the document.

    `first_type` is the block that first names a document's type: a letter names none.
    """
    reach = min(_REACH, len(blocks) if first_type is None else first_type)
    address = next((i for i in range(reach) if _ADDRESS.match(fold(blocks[i].text))), None)
    if address is None:
        return 0
    recipients, signature = find_sign_off(blocks, address)
    return max(recipients.stop, signature.stop) if signature else 0


def has_own_number(blocks: Sequence[Block]) -> bool:
    """Whether one of the blocks is a letterhead's "Số: …" line."""
    return any(_NUMBER.search(block.text) for block in blocks)
