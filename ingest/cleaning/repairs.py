"""Slips of OCR and of text layers, repaired where the language leaves no doubt.

Four slips, each told for certain: a capital inside a word of small letters ("sỐ"); two
syllables without their space ("dữliệu"), a letter's marks misread ("thông mỉnh") where the pair
as read was never seen and another spelling of the same letters was seen often; a letter in a
date's day or month ("tháng Z7") that leaves one reading. Other figures, codes and names are never
touched. What was changed is told to the administrator.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ingest.cleaning.legacy import is_syllable
from ingest.cleaning.letter_case import made_small, partings
from ingest.cleaning.pairs import Pairs, load_pairs
from ingest.cleaning.quarters import counts_in_romans, with_quarters
from ingest.cleaning.renumbering import with_ordinals
from ingest.cleaning.spelling import WORD, spelled
from ingest.lines import Grid, Line, Part, Source
from ingest.vietnamese import canonical_tone, nfc

# "ngày 09 tháng Z7 năm 2025": a slanting digit is seen twice, once as a letter like a digit.
_DAY = re.compile(r"(?<=ngày )(?P<read>[^\W\d_]\d{1,2})(?= tháng \d{1,2} năm \d{4})")
_MONTH = re.compile(r"(?<= tháng )(?P<read>[^\W\d_]\d{1,2})(?= năm \d{4})")
_LIKE_DIGITS = str.maketrans("OoQDlIiZzSsB", "000011122558")
# Letters of other languages that stand for one of ours.
_FOREIGN = str.maketrans("¡ÿöÖüÜ", "iỷôÔưƯ")
_MIN_SEEN = 16
_MIN_GLUED = 4
_MAX_EXAMPLES = 5


@dataclass(slots=True)
class Repairer:
    """Repairs texts and remembers each change; `marks` also repairs misread marks and case.

    `romans`: quarters of the year are counted in Roman numerals.
    """

    pairs: Pairs
    marks: bool
    romans: bool = False
    changes: list[tuple[str, str]] = field(default_factory=list)

    def text(self, text: str) -> str:
        """The text repaired; one paragraph or cell a line."""
        return "\n".join(self._line(line) for line in nfc(text).split("\n"))

    def _line(self, line: str) -> str:
        if self.marks:
            line = self._changed_in(line, with_quarters(line, self.romans))
            line = line.translate(_FOREIGN)
            line = _MONTH.sub(lambda match: self._dated(match["read"], 12), line)
            line = _DAY.sub(lambda match: self._dated(match["read"], 31), line)
            line = self._rewritten(line, made_small(line))
        line = WORD.sub(lambda match: self._apart(match.group()), line)
        return self._spelled(line) if self.marks else line

    def _changed(self, before: str, after: str) -> str:
        if before != after:
            self.changes.append((before, after))
        return after

    def _changed_in(self, line: str, meant: str) -> str:
        """The line as meant; of its words only those that differ are told."""
        if line != meant:
            for before, after in zip(line.split(), meant.split(), strict=False):
                self._changed(before, after)
        return meant

    def _dated(self, read: str, largest: int) -> str:
        """The only number up to `largest` that the letter and digits can be, or them as read."""
        readings = {read[1:].lstrip("0"), read.translate(_LIKE_DIGITS).lstrip("0")}
        fitting = [number for number in readings if number.isdigit() and int(number) <= largest]
        return self._changed(read, fitting[0]) if len(fitting) == 1 else read

    def _rewritten(self, line: str, meant: Iterable[tuple[re.Match[str], str]]) -> str:
        """The line with words replaced."""
        parts: list[str] = []
        position = 0
        for match, word in meant:
            parts += [line[position : match.start()], self._changed(match.group(), word)]
            position = match.end()
        return "".join([*parts, line[position:]])

    def _apart(self, word: str) -> str:
        """Two syllables that lost their space, parted."""
        if len(word) < _MIN_GLUED or not word[1:].islower() or is_syllable(word):
            return word
        ways = [way for way in partings(word) if all(map(self._knows, way))]
        seen, left, right = max(((self._seen(*way), *way) for way in ways), default=(0, "", ""))
        # A word with marks that is no syllable is two, if they can be but these two.
        if seen < _MIN_SEEN and (len(ways) != 1 or word.isascii()):
            return word
        return self._changed(word, f"{left} {right}")

    def _knows(self, syllable: str) -> bool:
        return self.pairs.knows(canonical_tone(syllable))

    def _seen(self, left: str, right: str) -> int:
        return self.pairs.count(canonical_tone(left), canonical_tone(right))

    def _spelled(self, line: str) -> str:
        """Misread marks put right by the words on both sides."""
        return self._rewritten(
            line,
            ((match, _cased(better, match.group())) for match, better in spelled(line, self.pairs)),
        )


def _cased(spelling: str, word: str) -> str:
    """The spelling in the case of the word that it replaces, or that word if it is the same."""
    if canonical_tone(word) == spelling:
        return word
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
    read = [text for part in source.parts if _page(part) in scanned for text in _texts(part)]
    on_scans = Repairer(load_pairs(), marks=True, romans=counts_in_romans(read))
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


def _texts(part: Part) -> list[str]:
    return [part.text] if isinstance(part, Line) else [cell.text for cell in part.cells]


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
