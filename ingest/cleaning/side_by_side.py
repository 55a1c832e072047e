"""Letterheads and sign-offs set side by side with spaces or tabs, read column by column.

"ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM". Only these blocks, known by what
they say: tables made with spaces are not rebuilt.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.lines import Grid, Line, Part
from ingest.vietnamese import fold

# A gap of three spaces or more between two texts.
_GAP = re.compile(r"(?P<left>\s*\S(?:.*?\S)??)(?P<gap>\s{3,})(?P<right>\S.*)")
# The motto, the recipients' list, "TM. ỦY BAN", "KT. CHỦ TỊCH".
_HINT = re.compile(r"cong hoa xa hoi chu|doc lap\s*-|noi nhan\s*:|(?:^|\s)(?:tm|kt|tl|tuq)\.\s?\w")
# A page's number between the lines of a sign-off that a page break parts.
_PAGE_NUMBER = re.compile(r"\s*-?\s*\d{1,3}\s*-?\s*")
_TAB = " " * 8
_SLACK = 6
_MAX_BLANK = 6


@dataclass(slots=True)
class _Block:
    """Lines set side by side: the texts of each column, and where the right one begins."""

    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)
    edge: int = 10**9
    n_split: int = 0

    def take(self, line: Line) -> bool:
        """Take in a line that stands in one of the columns or in both; False when it does not."""
        text = line.text.replace("\t", _TAB).rstrip()
        match = _GAP.fullmatch(text)
        indent = len(text) - len(text.lstrip())
        if match and len(match["left"].strip()) <= 60:
            self.left.append(replace(line, text=match["left"].strip()))
            self.right.append(replace(line, text=match["right"].strip()))
            self.edge = min(self.edge, match.start("right"))
            self.n_split += 1
        elif indent >= self.edge - _SLACK and indent > 8:
            self.right.append(replace(line, text=text.strip()))
        elif self.n_split and text.lstrip().startswith(("-", "+")) and len(text) < self.edge:
            self.left.append(replace(line, text=text.strip()))
        else:
            return bool(self.n_split and _PAGE_NUMBER.fullmatch(text))
        return True

    @property
    def is_side_by_side(self) -> bool:
        """Whether the block is a letterhead or a sign-off."""
        told = "\n".join(line.text for line in (*self.left, *self.right))
        return self.n_split >= 2 and bool(_HINT.search(fold(told)))


def column_by_column(parts: Sequence[Part]) -> list[Part]:
    """The parts with letterheads and sign-offs unfolded: the left column, then the right one."""
    found: list[Part] = []
    index = 0
    while index < len(parts):
        part = parts[index]
        may_open = isinstance(part, Line) and ("   " in part.text or "\t" in part.text)
        block, end = _block_at(parts, index) if may_open else (_Block(), index)
        if end > index and block.is_side_by_side:
            found.extend([Line(""), *block.left, Line(""), *block.right, Line("")])
            index = end
        else:
            found.append(part)
            index += 1
    return found


def _block_at(parts: Sequence[Part], start: int) -> tuple[_Block, int]:
    """The block whose first line is split, and where it ends."""
    block = _Block()
    end = index = start
    while index < len(parts) and index - end <= _MAX_BLANK:
        part = parts[index]
        if isinstance(part, Grid):
            break
        if part.text.strip():
            if not block.take(part) or (index == start and not block.n_split):
                break
            end = index + 1
        index += 1
    return block, end
