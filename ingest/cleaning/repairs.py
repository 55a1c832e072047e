"""Slips of OCR and of text layers, repaired where the language leaves no doubt.

Four slips, each told for certain: a capital inside a word of small letters ("sỐ"); two
syllables without their space ("dữliệu"), a letter's marks misread ("thông mỉnh") where the pair
as read was never seen and another spelling of the same letters was seen often; a letter in a
date's day or month ("tháng Z7") that leaves one reading. Other figures, codes and names are never
touched. What was changed is told to the administrator.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.cleaning.legacy import is_syllable
from ingest.cleaning.pairs import Pairs, load_pairs
from ingest.cleaning.renumbering import with_ordinals
from ingest.cleaning.spelling import WORD, spelled
from ingest.lines import Grid, Line, Part, Source
from ingest.vietnamese import canonical_tone, nfc

# "quý II2024": the stroke between quarter and year was not seen.
_QUARTER = re.compile(r"(?<=[Qq]uý )(?P<quarter>I{1,3}|IV)(?P<year>20\d\d)(?!\d)")
# "ngày 09 tháng Z7 năm 2025": a slanting digit is seen twice, once as a letter like a digit.
_DAY = re.compile(r"(?<=ngày )(?P<read>[^\W\d_]\d{1,2})(?= tháng \d{1,2} năm \d{4})")
_MONTH = re.compile(r"(?<= tháng )(?P<read>[^\W\d_]\d{1,2})(?= năm \d{4})")
_LIKE_DIGITS = str.maketrans("OoQDlIiZzSsB", "000011122558")
_MIN_SEEN = 16
_MIN_GLUED = 4
_MAX_EXAMPLES = 5


@dataclass(slots=True)
class Repairer:
    """Repairs texts and remembers each change; `marks` also repairs misread marks and case."""

    pairs: Pairs
    marks: bool
    changes: list[tuple[str, str]] = field(default_factory=list)

    def text(self, text: str) -> str:
        """The text repaired; one paragraph or cell a line."""
        return "\n".join(self._line(line) for line in nfc(text).split("\n"))

    def _line(self, line: str) -> str:
        if self.marks:
            line = _QUARTER.sub(self._parted_quarter, line)
            line = _MONTH.sub(lambda match: self._dated(match["read"], 12), line)
            line = _DAY.sub(lambda match: self._dated(match["read"], 31), line)
            line = self._case(line)
        line = WORD.sub(lambda match: self._apart(match.group()), line)
        return self._spelled(line) if self.marks else line

    def _changed(self, before: str, after: str) -> str:
        if before != after:
            self.changes.append((before, after))
        return after

    def _parted_quarter(self, match: re.Match[str]) -> str:
        return self._changed(match.group(), f"{match['quarter']}/{match['year']}")

    def _dated(self, read: str, largest: int) -> str:
        """The only number up to `largest` that the letter and digits can be, or them as read."""
        readings = {read[1:].lstrip("0"), read.translate(_LIKE_DIGITS).lstrip("0")}
        fitting = [number for number in readings if number.isdigit() and int(number) <= largest]
        return self._changed(read, fitting[0]) if len(fitting) == 1 else read

    def _case(self, line: str) -> str:
        """Capitals inside words made small, in a line that is mostly in small letters."""
        letters = [char for char in line if char.isalpha()]
        if sum(map(str.islower, letters)) < 0.6 * max(1, len(letters)):
            return line
        return WORD.sub(lambda match: self._changed(match.group(), _lowered(match.group())), line)

    def _apart(self, word: str) -> str:
        """Two syllables that lost their space, parted."""
        if len(word) < _MIN_GLUED or not word[1:].islower() or is_syllable(word):
            return word
        best = max(
            ((self._seen(word[:at], word[at:]), at) for at in range(1, len(word))), default=(0, 0)
        )
        if best[0] < _MIN_SEEN:
            return word
        return self._changed(word, f"{word[: best[1]]} {word[best[1] :]}")

    def _seen(self, left: str, right: str) -> int:
        return self.pairs.count(canonical_tone(left), canonical_tone(right))

    def _spelled(self, line: str) -> str:
        """Misread marks put right by the words on both sides."""
        parts: list[str] = []
        position = 0
        for match, better in spelled(line, self.pairs):
            word = match.group()
            parts.append(line[position : match.start()])
            same = canonical_tone(word) == better
            parts.append(word if same else self._changed(word, _cased(better, word)))
            position = match.end()
        return "".join([*parts, line[position:]])


def _lowered(word: str) -> str:
    """The word with a capital that bears marks, behind its first letter, made small with all."""
    inner = [char for char in word[1:] if char.isupper()]
    if not any(not char.isascii() and char != "Đ" for char in inner):
        return word
    small = word[0] + word[1:].lower()
    # A letter of another font may be read twice: "củỦa".
    single = "".join(c for i, c in enumerate(small) if not i or c != small[i - 1])
    return next((found for found in (small, single) if is_syllable(found)), word)


def _cased(spelling: str, word: str) -> str:
    """The spelling in the case of the word that it replaces."""
    if word.isupper() and len(word) > 1:
        return spelling.upper()
    return spelling.capitalize() if word[0].isupper() else spelling


def repair(source: Source) -> Source:
    """The source of a PDF or scan with its slips repaired; other sources as they are.

    Marks and case are repaired only on pages that OCR read. A warning says what was changed.
    """
    if source.kind not in ("pdf", "scan"):
        return source
    scanned = {page.page for page in source.ocr}
    on_scans = Repairer(load_pairs(), marks=True)
    elsewhere = Repairer(load_pairs(), marks=False)
    parts = tuple(
        _repaired(part, on_scans if _page(part) in scanned else elsewhere) for part in source.parts
    )
    warnings = [*source.warnings, *_told([*on_scans.changes, *elsewhere.changes])]
    return replace(source, parts=parts, warnings=tuple(warnings))


def _page(part: Part) -> int | None:
    if isinstance(part, Grid):
        return part.row_pages[0] if part.row_pages else None
    return part.page


def _repaired(part: Part, repairer: Repairer) -> Part:
    if isinstance(part, Line):
        return replace(part, text=repairer.text(part.text))
    cells = (replace(cell, text=repairer.text(cell.text)) for cell in part.cells)
    grid = replace(part, cells=tuple(cells))
    return with_ordinals(grid) if repairer.marks else grid


def _told(changes: Sequence[tuple[str, str]]) -> list[str]:
    if not changes:
        return []
    shown = ", ".join(f"“{before}” → “{after}”" for before, after in dict(changes[:20]).items())
    examples = ", ".join(shown.split(", ")[:_MAX_EXAMPLES])
    return [
        f"Đã sửa {len(changes)} chữ nhận dạng sai theo ngữ cảnh, ví dụ {examples}."
        " Hãy đối chiếu với bản gốc khi trích dẫn."
    ]
