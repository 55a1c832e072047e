"""Numerals that OCR misread, put right by the ones before them: "H. NỘI DUNG" after "I.".

Strokes melt together or are lost: "II" is read "H", "IL" or "I", "III" is read "HI" or "II", a
stroke is added by the full stop. Only numerals on scanned pages that must be I, II or III are
touched, and ordinals of a table's first column that stand between their neighbours.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from ingest.lines import Block, Grid, GridCell
from ingest.structure.grammar import Rank, match_label
from ingest.structure.labels import ROMANS, roman_value
from ingest.vietnamese import UPPER, fold, is_all_caps

# "II. NỘI DUNG" as it may be read: "H. NỘI DUNG", "IIIL Nội dung", "IU CHỈ TIÊU" (for "II/")
_NUMERAL = re.compile(
    rf"(?P<label>[IHULl1|]{{1,5}}|[IVX]{{1,5}}|[ITl1|VYX]{{2,5}})(?P<mark>\s?[.,:/]\s*|\s?[-–—]\s+|\s+)(?P<rest>[{UPPER}].*)"
)
# "/ MỤC TIÊU": the numeral is lost
_LOST = re.compile(rf"(?P<mark>[./–—-])\s(?P<rest>[{UPPER}].*)")
# "Phần II", "CHƯƠNG IH", "Phần H: NỘI DUNG", "Chương" (its numeral was lost)
_WORDED = re.compile(
    r"(?P<word>Phần|PHẦN|Chương|CHƯƠNG)(?:\s+(?P<label>[IHULl1|VX]{1,5}))?(?P<rest>[.:]?(?:\s.*)?)"
)
_STROKES = {"I": 1, "l": 1, "L": 1, "1": 1, "|": 1, "U": 1, "H": 2}
_LIKE_NUMERALS = str.maketrans("Tl1|Y", "IIIIV")
_CLASSES = {"H": "II", "HI": "III", "IH": "III"}
_IN_CELLS = frozenset("IHLl1|")
_REPAIRABLE = (1, 2, 3)


def _may_mean(label: str, expected: int) -> bool:
    """Whether the label is what the expected numeral may look like."""
    if not label or not set(label) <= set(_STROKES) or label.isdigit():
        return False
    strokes = sum(_STROKES[char] for char in label)
    lost = set(label) == {"I"}
    return strokes == expected or strokes == expected - 1 or (not lost and strokes == expected + 1)


@dataclass(slots=True)
class _Count:
    """The numerals met last: of parts and chapters by their word, of bare numerals."""

    bare: int = 0
    worded: dict[str, int] = field(default_factory=dict)
    after_plain: bool = False

    def bare_text(self, block: Block, following: Sequence[str]) -> str:
        """The block's text with its bare numeral put right; `following` are those read next."""
        match = _NUMERAL.fullmatch(block.text)
        expected = self.bare + 1
        if match is None:
            return self._with_lost(block.text, following)
        if expected not in _REPAIRABLE:
            return self._later_text(match, expected)
        marked = match["mark"].strip() != ""
        restarts = match["label"] == "I" and (expected == 1 or self.after_plain)
        if restarts or not (marked or is_all_caps(match["rest"])):
            return block.text
        # "II, II, III": the source repeats a numeral, as the ones behind it go on from there.
        goes_on = list(following) == list(ROMANS[expected - 1 :][: len(following)])
        repeated = bool(following) and goes_on and match["label"] in ROMANS
        if repeated or not _may_mean(match["label"], expected):
            return block.text
        mark = match["mark"].strip() or ("/" if "U" in match["label"] else ".")
        return f"{ROMANS[expected - 1]}{mark} {match['rest']}"

    def _with_lost(self, text: str, following: Sequence[str]) -> str:
        """The text of a heading in capitals with the numeral that the next one says it had."""
        match = _LOST.fullmatch(text)
        expected = self.bare + 1
        if (
            match is None
            or not is_all_caps(text)
            or list(following[:1]) != [*ROMANS[expected : expected + 1]]
        ):
            return text
        return f"{ROMANS[expected - 1]}{match['mark']} {match['rest']}"

    def _later_text(self, match: re.Match[str], expected: int) -> str:
        """The text with "TV.", "lV." read as the IV or a later numeral that is next."""
        meant = match["label"].translate(_LIKE_NUMERALS)
        if not match["mark"].strip() or ROMANS[expected - 1 : expected] != (meant,):
            return match.group()
        return f"{meant}{match['mark']}{match['rest']}"

    def worded_text(self, block: Block, following: Block | None) -> str:
        """The block's text with the numeral of a part or chapter put right or back."""
        match = _WORDED.fullmatch(block.text)
        if match is None:
            return block.text
        word, label = match["word"], match["label"] or ""
        expected = self.worded.get(word.upper(), 0) + 1
        lost = not label and not match["rest"].strip(" .:")
        lost = lost and following is not None and is_all_caps(following.text)
        if expected in _REPAIRABLE and (lost or _may_mean(label, expected)):
            label = ROMANS[expected - 1]
        self.worded[word.upper()] = roman_value(label) or expected
        return f"{word} {label}{match['rest']}".strip() if label else block.text

    def met(self, text: str) -> None:
        """Move on past a block."""
        label = match_label(text)
        if label and label.rank is Rank.ROMAN:
            self.bare = roman_value(label.label) or 0
        elif label and label.rank < Rank.ROMAN:
            self.bare = 0
        self.after_plain = label is None and is_all_caps(text)


def renumbered(blocks: Sequence[Block], scanned: Collection[int]) -> list[Block]:
    """The blocks with the misread numerals of scanned pages (1-based numbers) put right."""
    if not scanned:
        return list(blocks)
    found: list[Block] = []
    count = _Count()
    numerals = _next_numerals(blocks)
    for index, block in enumerate(blocks):
        if block.page in scanned:
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            text = count.worded_text(block, following)
            if text == block.text:
                text = count.bare_text(block, numerals[index])
            block = replace(block, text=text)
        if block.text:
            count.met(block.text)
        found.append(block)
    return found


def _next_numerals(blocks: Sequence[Block]) -> list[tuple[str, ...]]:
    """For each block the next two bare numerals below it, before the next part."""
    found: list[tuple[str, ...]] = []
    following: tuple[str, ...] = ()
    for block in reversed(blocks):
        found.append(following)
        match = _NUMERAL.fullmatch(block.text)
        if match and (
            match["mark"].strip() or (is_all_caps(block.text) and match["label"] in ROMANS)
        ):
            following = (match["label"], *following[:1])
        elif _WORDED.fullmatch(block.text):
            following = ()
    return found[::-1]


def with_ordinals(grid: Grid) -> Grid:
    """The table with the numerals and ordinals of its first column put right."""
    firsts = [cell for cell in grid.cells if cell.column == 0]
    meant: dict[int, str] = {}
    last = 0
    for index, cell in enumerate(firsts):
        text = cell.text.strip(" .")
        if (value := _between(firsts, index)) is not None:
            meant[cell.row] = str(value)
        elif len(text) == 2 and text[0] in "ABCD" and fold(text) == 2 * fold(text[0]):
            meant[cell.row] = text[0]  # "AẦ": a letter read twice
        elif text and set(text) <= _IN_CELLS and _may_mean(text, last + 1):
            meant[cell.row] = ROMANS[last]
        last = roman_value(meant.get(cell.row, text)) or last
    cells = (
        replace(cell, text=meant[cell.row]) if cell.column == 0 and cell.row in meant else cell
        for cell in grid.cells
    )
    return _with_classes(replace(grid, cells=tuple(cells)))


def _with_classes(grid: Grid) -> Grid:
    """The table with "H" read as II, "HI" as III in columns that hold other Roman numerals."""
    roman = {cell.column for cell in grid.cells if cell.column and cell.text in ROMANS}
    cells = (
        replace(cell, text=_CLASSES[cell.text])
        if cell.column in roman and cell.text in _CLASSES
        else cell
        for cell in grid.cells
    )
    return replace(grid, cells=tuple(cells)) if roman else grid


def _between(firsts: Sequence[GridCell], index: int) -> int | None:
    """The ordinal a cell must be whose neighbours are the ones before and after it, if it is not."""
    if not 0 < index < len(firsts) - 1 or len(firsts[index].text) > 2:
        return None
    before, own, after = (firsts[i].text.strip(" .") for i in (index - 1, index, index + 1))
    if not (before.isdigit() and after.isdigit()) or int(after) != int(before) + 2:
        return None
    return int(before) + 1 if own != str(int(before) + 1) else None
