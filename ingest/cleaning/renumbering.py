"""Roman numerals that OCR misread, put right by the ones before them: "H. NỘI DUNG" after "I.".

Strokes melt together or are lost: "II" is read "H", "ll" or "I", "III" is read "HI" or "II".
Only headings on scanned pages that must be II or III are touched.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.lines import Block
from ingest.structure.grammar import Rank, match_label
from ingest.structure.labels import ROMANS
from ingest.vietnamese import UPPER, is_all_caps

# "II. NỘI DUNG" as it may be read: "H. NỘI DUNG", "Il. NỘI DUNG", "I. NỘI DUNG"
_NUMERAL = re.compile(rf"(?P<label>[IVXHl1|]{{1,5}})\s?[.,]\s*(?P<rest>[{UPPER}].*)")
_STROKES = {"I": 1, "l": 1, "1": 1, "|": 1, "H": 2}
_REPAIRABLE = (2, 3)


def _meant(label: str, expected: int) -> bool:
    """Whether the label is what the expected numeral may look like."""
    if not set(label) <= set(_STROKES) or label == "1":
        return False
    strokes = sum(_STROKES[char] for char in label)
    return strokes == expected or (set(label) == {"I"} and strokes < expected)


def renumbered(blocks: Sequence[Block], scanned: Collection[int]) -> list[Block]:
    """The blocks with the misread numerals of scanned pages (1-based numbers) put right."""
    if not scanned:
        return list(blocks)
    found: list[Block] = []
    last = 0
    for block in blocks:
        label = match_label(block.text)
        match = _NUMERAL.fullmatch(block.text)
        if match and block.page in scanned and is_all_caps(match["rest"]):
            expected = last + 1
            if expected in _REPAIRABLE and _meant(match["label"], expected):
                block = replace(block, text=f"{ROMANS[expected - 1]}. {match['rest']}")
                label = match_label(block.text)
        if label and label.rank is Rank.ROMAN:
            last = ROMANS.index(label.label) + 1 if label.label in ROMANS else 0
        elif label and label.rank < Rank.ROMAN:
            last = 0
        found.append(block)
    return found
