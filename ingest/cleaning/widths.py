"""The widths at which a text's lines were broken, learnt from the lines that certainly go on."""

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.lines import Line
from ingest.structure.grammar import BULLETS
from ingest.vietnamese import LOWER, UPPER

# A text is hard-wrapped when more of its lines than this go on a line before in lower case.
_WRAPPED_SHARE = 0.15
# A text of short lines is wrapped, too, when no line is wide and a few certainly go on from
# near the margin.
_MAX_WRAPPED = 110
_NEAR_MARGIN = 0.75
_MIN_AT_MARGIN = 4
_MIN_SAMPLES = 8
BULLET = re.compile(rf"[{BULLETS}](?:\s|$|(?=[{UPPER}“\"(]))")
# A stop behind a number, a dash after it: "1.", "2/-"
_MARKED = r"[.)/:]{1,2}(?:\s?[–—-](?=\s))?"
ENUMERATOR = re.compile(
    rf"(?P<roman>[IVXL]+)(?:{_MARKED}\s?|\s?[–—-]\s)(?=[^\s.\d])"
    rf"|(?P<number>\d{{1,2}})(?:{_MARKED}\s?|\s?[–—-]\s)(?=[{UPPER}“\"(])"
    rf"|(?P<letter>[a-zđ])(?:[.)]{{1,2}}\s?|[/.):]{{1,2}}\s?[–—-]?\s|\s?[–—-]\s)(?=[{UPPER}“\"(])"
    rf"|(?P<capital>[A-HĐ])(?:[./]{{1,2}}(?:\s?[–—-])?|\s?[–—-])\s(?=[{UPPER}])"
    rf"|(?P<deep>(?:\d{{1,2}}|[a-zđ])(?:\.\d{{1,2}})+)(?:{_MARKED}|\s?[–—-])?\s(?=[{UPPER}“\"(])"
    rf"|\((?P<bracketed>\d{{1,2}}|[a-zđ]|[ivx]{{2,4}})\)\s(?=[{UPPER}“\"])"
    rf"|(?P<worded>[{UPPER}][{LOWER}]+(?:\s[{LOWER}]+){{0,3}}\s\d{{1,2}}(?:\.\d{{1,2}})?)[.:]\s(?=[{UPPER}“\"])"
)


@dataclass(frozen=True, slots=True)
class Widths:
    """How far a line must reach before its break proves nothing: first lines, further lines.

    `open_*` for a line that ends in mid-sentence, `closed_*` for one that ends a sentence.
    """

    open_first: int
    open_further: int
    closed_first: int
    closed_further: int


def is_continuation(text: str) -> bool:
    """Whether a line goes on in lower case; "a) …" starts an item."""
    return text[:1].islower() and not ENUMERATOR.match(text)


def is_hard_wrapped(lines: list[Line]) -> bool:
    """Whether the lines of a text were broken at a width, inside of paragraphs."""
    written = continued = at_margin = 0
    width = max((len(line.text) for line in lines), default=0)
    before = ""
    for line in lines:
        written += bool(line.text.strip())
        goes_on = bool(before.strip()) and is_continuation(line.text)
        continued += goes_on
        at_margin += goes_on and len(before) > _NEAR_MARGIN * width
        before = line.text
    narrow = width <= _MAX_WRAPPED and at_margin >= _MIN_AT_MARGIN
    return narrow or continued > _WRAPPED_SHARE * max(written, 1)


def reach(line: str, following: str) -> int:
    """The width that the line would have needed to take in one more word."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0])


def _quantile(values: list[int], share: float) -> int:
    return sorted(values)[int(len(values) * share)]


def learn_widths(lines: list[Line]) -> Widths:
    """The file's own widths, from the lines that certainly go on."""
    first: list[int] = []
    further: list[int] = []
    for line, following in pairwise(lines):
        if not line.text.strip() or not is_continuation(following.text):
            continue
        if BULLET.match(line.text) or ENUMERATOR.match(line.text):
            first.append(reach(line.text, following.text))
        elif line.text[0].islower():
            further.append(reach(line.text, following.text))
    both = first + further
    if len(both) < _MIN_SAMPLES:
        longest = max((len(line.text) for line in lines), default=0)
        both = [longest * 4 // 5] * _MIN_SAMPLES
    first = first if len(first) >= _MIN_SAMPLES else both
    further = further if len(further) >= _MIN_SAMPLES else both
    # A sentence that ends a line near the margin may still end its paragraph: ask for more there,
    # with one character of slack for the narrow letter that decided a break.
    return Widths(
        _quantile(first, 0.05),
        _quantile(further, 0.05),
        _quantile(first, 0.25) - 1,
        _quantile(further, 0.25) - 1,
    )


def find_widths(lines: list[Line]) -> Widths | None:
    """The widths at which the document's lines were broken; None when they are paragraphs."""
    return learn_widths(lines) if is_hard_wrapped(lines) else None
