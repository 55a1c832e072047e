"""Words of a PDF put together again whose letters the file holds in another order.

LibreOffice 7 draws the letters that a font lacks ("ế", "ộ") from another one, before or after
all others of their line: "K HO CH" and, elsewhere, "Ế", "Ạ". Their places say what they are.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.words import Word

# In shares of the font's size: how far apart the ends of one word's parts may lie, how far one
# may reach into the other (PDFium gives some letters of such fonts too much room).
_TOUCH = 0.06
_OVERLAP = 0.2
_SAME_LINE = 0.05
# Of words printed over one another.
_MAX_TRIED = 4


def joined(words: Sequence[Word]) -> list[Word]:
    """The words in their order, those that touch and do not follow one another as one."""
    starts: dict[tuple[int, int], list[int]] = {}
    for index, word in enumerate(words):
        starts.setdefault((round(word.bottom), round(word.x0)), []).append(index)
    follows: dict[int, int] = {}
    inner: set[int] = set()
    for index in range(len(words)):
        after = _toucher(words, index, starts)
        if after is not None and after not in inner:
            follows[index] = after
            inner.add(after)
    if not follows:
        return list(words)
    found = []
    for index, word in enumerate(words):
        if index in inner:
            continue
        whole, last = word, index
        while last in follows:
            last = follows[last]
            whole = _united(whole, words[last])
        found.append(whole)
    return found


def _toucher(
    words: Sequence[Word], index: int, starts: dict[tuple[int, int], list[int]]
) -> int | None:
    """The word that begins where this one ends, unless the file has it right behind; or None."""
    word = words[index]
    bottom, end = round(word.bottom), round(word.x1)
    for x in (end, end - 1, end + 1, end - 2, end - 3):
        for other in starts.get((bottom, x), ())[:_MAX_TRIED]:
            if other not in (index, index + 1) and _touch(word, words[other]):
                return other
    return None


def _touch(one: Word, other: Word) -> bool:
    size = one.size
    return (
        one.x0 < other.x0
        and -_OVERLAP * size < other.x0 - one.x1 < _TOUCH * size
        and abs(other.bottom - one.bottom) < _SAME_LINE * size
        and abs(other.size - size) < _SAME_LINE * size
    )


def _united(one: Word, other: Word) -> Word:
    return replace(
        one,
        text=one.text + other.text,
        x1=other.x1,
        top=min(one.top, other.top),
        bottom=max(one.bottom, other.bottom),
        bold=one.bold and other.bold,
    )
