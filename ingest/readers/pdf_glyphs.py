"""The characters of a PDFium text page → words in user space, with font size, direction, boldness.

Works on the handles that pdf_words.py hands in; imports no library itself.
"""

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.readers.words import Word

_MAX_CHARS = 60_000
# In shares of the font's size: a gap that parts words, one that does so where PDFium agrees, a
# rise of the baseline that parts a footnote mark from its word.
_GAP = 0.3
_AGREED_GAP = 0.08
# No small letter is wider.
_WIDE = 0.8
_RISE = 0.12
# Between these and letters a word may end without a space: a raised mark of a footnote.
_MARKS = frozenset("0123456789*[(")
# No letter is wider than this many sizes.
_MAX_ADVANCE = 1.4
# Few words are narrower, by letter.
_MIN_ADVANCE = 0.25
_HYPHENS = {0x02, 0xFFFE}
# Text render modes, and the flag of a font descriptor.
_HIDDEN = 3
_THICKENED = 2
_FORCE_BOLD = 1 << 18
_BOLD_NAMES = ("bold", "black", "heavy", "-bd")


@dataclass(frozen=True, slots=True)
class Run:
    """A word in user space: from (x0, top) to (x1, bottom) along its baseline.

    `turns` is its direction in quarter turns clockwise.
    """

    word: Word
    turns: int
    hidden: bool
    unmapped: bool


def runs(c: Any, text: Any) -> Iterator[Run]:
    """The words in the order of the file; a turned line of text is one word.

    Places are asked for only where a word may end: each question costs a microsecond.
    """
    reader = _Reader(c, text)
    chars = reader.chars()
    word: list[int] = []
    spaced = generated = blank = False
    for at, char in enumerate(chars):
        if char.isspace():
            spaced = spaced or not reader.is_generated(at)
            generated, blank = True, blank or char == " "
            continue
        if word:
            doubtful = generated or (char in _MARKS) != (chars[word[-1]] in _MARKS)
            if spaced or (doubtful and reader.parts(word, at, generated, blank)):
                yield from reader.words(word, chars)
                word = []
        word.append(at)
        spaced = generated = blank = False
    if word:
        yield from reader.words(word, chars)


@lru_cache(maxsize=4096)
def _char(code: int) -> str:
    """The character of a code of PDFium's, which has its own for a hyphen that ends a line."""
    if code in _HYPHENS:
        return "-"
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


class _Reader:
    """Reads characters of one text page; the buffers that PDFium fills are its own."""

    def __init__(self, c: Any, text: Any) -> None:
        self.c, self.text = c, text
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = c.FS_RECTF(), c.FS_MATRIX()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._bold_fonts: dict[bytes, bool] = {}
        self._turns, self._size = 0, 0.0
        self._measured = -1

    def chars(self) -> list[str]:
        """The characters, those that PDFium made up included."""
        text, unicode_of = self.text, self.c.FPDFText_GetUnicode
        count = min(self.c.FPDFText_CountChars(text), _MAX_CHARS)
        return [_char(unicode_of(text, index)) for index in range(count)]

    def _origin(self, at: int) -> tuple[float, float]:
        self.c.FPDFText_GetCharOrigin(self.text, at, ctypes.byref(self._x), ctypes.byref(self._y))
        return self._x.value, self._y.value

    def is_generated(self, index: int) -> bool:
        """Whether PDFium made the character up."""
        return bool(self.c.FPDFText_IsGenerated(self.text, index) == 1)

    def _measure(self, index: int) -> None:
        """Direction and size of the text at a character, kept in `_turns` and `_size`."""
        if self._measured == index:
            return
        self._measured = index
        matrix = self._matrix
        self.c.FPDFText_GetMatrix(self.text, index, ctypes.byref(matrix))
        angle = math.atan2(matrix.b, matrix.a)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        self._turns = round(-angle / (math.pi / 2)) % 4
        self._size = max(abs(self.c.FPDFText_GetFontSize(self.text, index)) * scale, 0.5)
        if not math.isfinite(self._size):
            self._size = 1.0

    def _end(self, at: int) -> tuple[float, float, float, float]:
        """The box of a character with its advance: left, bottom, right, top."""
        box = self._box
        self.c.FPDFText_GetLooseCharBox(self.text, at, ctypes.byref(box))
        return box.left, box.bottom, box.right, box.top

    def parts(self, word: Sequence[int], at: int, generated: bool, blank: bool = False) -> bool:
        """Whether a word ends before the character `at`, which no space of the file parts from it.

        `generated`: PDFium put a space or the end of a line there; `blank`: a space.
        """
        self._measure(word[0])
        size, turns, before = self._size, self._turns, word[-1]
        (x0, y0), (x1, y1) = self._origin(before), self._origin(at)
        along, across = (x1 - x0, y1 - y0) if turns % 2 == 0 else (y1 - y0, x1 - x0)
        if turns in (1, 2):
            along = -along
        if abs(across) > _RISE * size or along < -0.1 * size:
            return True
        left, bottom, right, top = self._end(before)
        advance = (right - left) if turns % 2 == 0 else (top - bottom)
        # PDFium (pypdfium2 5.15) makes the box twice the advance in fonts that Chromium falls back
        # to; behind such a letter its own word for a space counts.
        if blank and advance > _WIDE * size:
            return True
        return bool(along - advance > (_AGREED_GAP if generated else _GAP) * size)

    def words(self, word: list[int], chars: Sequence[str]) -> Iterator[Run]:
        """The word of the characters, or its parts where it is too wide or narrow to be one."""
        run = self._run(word, chars)
        found = run.word
        extent = abs(found.x1 - found.x0) + abs(found.bottom - found.top)
        size = found.size * len(word)
        # A letter drawn behind those that stand to the right of it ends before the word begins.
        narrow = run.turns == 0 and found.x1 - found.x0 < _MIN_ADVANCE * size
        if len(word) == 1 or (extent < _MAX_ADVANCE * size and not narrow):
            yield run
            return
        start = 0
        for index in range(1, len(word)):
            if self.parts(word[start:index], word[index], generated=False):
                yield self._run(word[start:index], chars)
                start = index
        yield self._run(word[start:], chars)

    def _run(self, word: Sequence[int], chars: Sequence[str]) -> Run:
        """The word that the characters make, in user space: (x0, top) to (x1, bottom)."""
        c, first, last = self.c, word[0], word[-1]
        self._measure(first)
        turns = self._turns
        x0, y0 = self._origin(first)
        left, bottom, right, top = self._end(last)
        if turns % 2 == 0:
            x1, y1 = (left if turns else right), y0
        else:
            x1, y1 = x0, (bottom if turns == 1 else top)
        text = "".join([chars[at] for at in word])
        shown = c.FPDFText_GetTextObject(self.text, first)
        mode = c.FPDFTextObj_GetTextRenderMode(shown) if shown else 0
        bold = mode == _THICKENED or self._is_bold(first)
        return Run(
            Word(text, x0, y0, x1, y1, bold, self._size),
            turns,
            mode == _HIDDEN,
            c.FPDFText_HasUnicodeMapError(self.text, first) == 1,
        )

    def _is_bold(self, index: int) -> bool:
        """By the font's name or flag: PDFium 7 gives weight 704 for Noto Serif Regular."""
        flags, name = self._flags, self._name
        self.c.FPDFText_GetFontInfo(self.text, index, name, 128, ctypes.byref(flags))
        known = self._bold_fonts.get(name.value)
        if known is None:
            lowered = name.value.decode("utf-8", "replace").lower()
            known = any(part in lowered for part in _BOLD_NAMES) or bool(flags.value & _FORCE_BOLD)
            self._bold_fonts[name.value] = known
        return known
