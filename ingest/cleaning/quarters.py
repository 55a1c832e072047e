"""Quarters as OCR reads them: "Quý IH/2025", "quý IIL2025", "Quý 1/2025" among Roman ones."""

import re
from collections.abc import Iterable

_ROMANS = {1: "I", 2: "II", 3: "III"}
_STROKES = {"I": 1, "l": 1, "1": 1, "|": 1, "H": 2}
# "Quý IH/2025", "quý II2024" (the stroke was not seen), "Quý IIL2025" (it was taken for a letter)
_QUARTER = re.compile(
    r"(?P<word>\b[Qq]uý )(?P<read>IV|[IHl1|]{1,3})(?P<stroke>/|L|)(?P<year>20\d\d)(?!\d)"
)
_ALONE = re.compile(r"(?P<word>\b[Qq]uý )(?P<read>[IHl|]{1,3})(?![\w/])")
# "quý L" at the end of a sentence: numeral and full stop were taken for one letter.
_FUSED = re.compile(r"(?P<word>\b[Qq]uý )(?P<read>[IHl|]{0,2}L)$")
_IN_ROMANS = re.compile(r"\b[Qq]uý (?:II|IV)")
_IN_ARABIC = re.compile(r"\b[Qq]uý [234]\b")


def counts_in_romans(texts: Iterable[str]) -> bool:
    """Whether quarters are counted in Roman numerals, so that a "1" must be one."""
    texts = list(texts)
    return any(map(_IN_ROMANS.search, texts)) and not any(map(_IN_ARABIC.search, texts))


def with_quarters(text: str, romans: bool) -> str:
    """The text with its quarters put right; `romans`: they are counted in Roman numerals."""
    text = _QUARTER.sub(lambda m: f"{m['word']}{_numeral(m['read'], romans)}/{m['year']}", text)
    text = _FUSED.sub(lambda m: f"{m['word']}{_numeral(m['read'][:-1] or 'I', romans)}.", text)
    return _ALONE.sub(lambda m: m["word"] + _numeral(m["read"], romans), text)


def _numeral(read: str, romans: bool) -> str:
    if read == "IV" or (read == "1" and not romans):
        return read
    return _ROMANS.get(sum(_STROKES[char] for char in read), read)
