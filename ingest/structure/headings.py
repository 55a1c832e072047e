"""Headings without a number: lines that the source styles as headings, bold or capital lines.

What decides is the line's form, and that something follows it which is not a table: a line
above a table is the table's caption.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ingest.lines import Block
from ingest.structure.bare_headings import bare_headings, nested
from ingest.structure.grammar import Label, bullet, is_table_caption, match_label
from ingest.structure.layout import Layout
from ingest.structure.sign_off import is_sign_off_line, is_signers_name
from ingest.vietnamese import is_all_caps

_MAX_CHARS = 150
_MIN_WORDS = 2
# A number, a date or a running head is no heading.
_MIN_LETTERS = 0.6
_CAPTION_REACH = 3


@dataclass(frozen=True, slots=True)
class PlainHeading:
    """A heading without a number; `first_below` is the first label before the next such one.

    `is_annex`: it stands behind the sign-off, so it opens an annex.
    """

    text: str
    style: str
    first_below: Label | None
    is_annex: bool


class PlainHeadings:
    """Which blocks of a document are such headings.

    `skip` are blocks that cannot be, `labels` those with a number.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        layout: Layout,
        skip: Collection[int],
        labels: Mapping[int, Label],
    ) -> None:
        self._blocks = blocks
        self._skip = skip
        self._labels = labels
        self._start = layout.header_end
        self._signed = layout.signature.stop if layout.signature else len(blocks)
        self._styles = {
            index: style
            for index in range(layout.header_end, len(blocks))
            if index not in skip and index not in labels and (style := self._style(index))
        }
        look = set(self._styles.values())
        if not labels and look in ({"bold"}, {"caps"}):
            own = [i for i in range(self._start, self._signed) if i not in skip and blocks[i].text]
            heads = [index for index in self._styles if index < self._signed]
            self._styles |= nested(blocks, own, heads, *look)
        if not self._styles:
            self._styles = dict(self._bare())
        self._below = self._first_labels()

    def at(self, index: int) -> PlainHeading | None:
        """The heading at a block, or None."""
        style = self._styles.get(index)
        if style is None:
            return None
        is_annex = index >= self._signed > self._start and style == "caps"
        text = self._blocks[index].text.rstrip(" :")
        return PlainHeading(text, style, self._below.get(index), is_annex)

    def _bare(self) -> Mapping[int, str]:
        """The headings of a text in which nothing is set in capitals, bold or a style."""
        body = range(self._start, self._signed)
        forms = [
            index
            for index in body
            if index not in self._skip
            and _may_head(self._blocks[index].text)
            and not self._heads_table(index)
        ]
        return bare_headings(self._blocks, body, frozenset(forms), self._skip)

    def _style(self, index: int) -> str:
        """The style of a heading ("level 2", "caps", "bold"); "" for a block that is none."""
        block = self._blocks[index]
        text = block.text
        if not _may_head(text) or self._heads_table(index) or not self._is_followed(index):
            return ""
        if block.level is not None:
            return f"level {block.level}"
        if is_all_caps(text) and not text.endswith(":"):
            return "caps"
        return "bold" if block.bold else ""

    def _heads_table(self, index: int) -> bool:
        """Whether a table follows, at most a line of its unit or date between."""
        for following in range(index + 1, min(index + 1 + _CAPTION_REACH, len(self._blocks))):
            text = self._blocks[following].text
            if following in self._skip:
                return True
            if text and not (text.startswith("(") or is_table_caption(text)):
                return False
        return False

    def _is_followed(self, index: int) -> bool:
        return any(block.text for block in self._blocks[index + 1 : index + 4])

    def _first_labels(self) -> dict[int, Label]:
        """For each heading the first label between it and the next heading."""
        found: dict[int, Label] = {}
        following: Label | None = None
        for index in range(len(self._blocks) - 1, self._start - 1, -1):
            if index in self._styles:
                if following:
                    found[index] = following
                following = None
            elif index not in self._skip:
                following = self._labels.get(index) or following
        return found


def _may_head(text: str) -> bool:
    """Whether the text has the form of a heading: a short line that ends no sentence."""
    if len(text) > _MAX_CHARS or len(text.split()) < _MIN_WORDS:
        return False
    if text.endswith((".", ";", ",", "!", "?")) or text.startswith(("(", "[", "“", '"', "*")):
        return False
    if match_label(text) or bullet(text) or is_signers_name(text) or is_sign_off_line(text):
        return False
    written = [char for char in text if not char.isspace()]
    return sum(map(str.isalpha, written)) >= _MIN_LETTERS * len(written)
