"""Footnotes told from the text: the small lines at the foot of a page, and their raised marks.

A mark becomes "[1]" and its note a line "[1] …"; notes count through the whole document, also
where each page starts again at 1.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.lines import Line
from ingest.readers.paragraphs import glue
from ingest.readers.text_lines import TextLine, make_line, size_of
from ingest.readers.words import Rule, Word

_SMALLER = 0.93
# "1 Theo báo cáo", "[1] Gồm", "(1) Số liệu"; the label may stand alone as a raised word
_LABEL = re.compile(r"[\[(]?(\d{1,3})[\])]?\.?")
_GLUED = re.compile(r"[\[(]?(\d{1,2})[\])]?(?=[^\W\d_])")
_MARK = re.compile(r"[\[(]?(\d{1,3})[\])]?")
# A mark is smaller than its line, and its foot stands higher, in shares of the line's size.
_MARK_SIZE = 0.82
_RAISED = 0.18
# The short rule above notes, in shares of the page's width.
_RULE = (0.12, 0.6)


@dataclass(slots=True)
class Notes:
    """The notes found so far, counted through the document."""

    texts: list[str] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    def lines(self) -> list[Line]:
        """The notes as the lines "[1] …" that close a document."""
        return [
            Line(f"[{number}] {text}", page)
            for number, (text, page) in enumerate(zip(self.texts, self.pages, strict=True), start=1)
        ]


def take_notes(
    lines: Sequence[TextLine], rules: Sequence[Rule], width: float, size: float, notes: Notes
) -> list[TextLine]:
    """The page's lines without its notes, which `notes` takes, and with marks as "[n]".

    `lines` are whole lines from the top down, outside of tables; `size` is the text's usual one.
    """
    start, ruled = _start(lines, rules, width, size)
    body, small = list(lines[:start]), lines[start:]
    labels: dict[str, int] = {}
    for line in small:
        label, text = _labelled(line, labels)
        if label:
            notes.texts.append(text)
            notes.pages.append(line.page)
            labels[label] = len(notes.texts)
        elif notes.texts and (labels or ruled):
            notes.texts[-1] = glue(notes.texts[-1], text)
        else:
            body.append(line)
    return [_marked(line, labels) for line in body] if labels else body


def _start(
    lines: Sequence[TextLine], rules: Sequence[Rule], width: float, size: float
) -> tuple[int, bool]:
    """Where the notes begin, and whether a rule stands above them; len(lines) for no notes."""
    first = len(lines)
    while first and lines[first - 1].size <= _SMALLER * size:
        first -= 1
    for index in range(first, len(lines)):
        ruled = _has_rule(lines, index, rules, width)
        label = _label(lines[index])
        if ruled or (label and _has_mark(lines[:index], label)):
            return index, ruled
    return len(lines), False


def _has_rule(lines: Sequence[TextLine], index: int, rules: Sequence[Rule], width: float) -> bool:
    """Whether a short rule at the left stands between a line and the one above it."""
    line = lines[index]
    above = lines[index - 1].middle if index else 0.0
    for rule in rules:
        length = rule.x1 - rule.x0
        short = _RULE[0] * width < length < _RULE[1] * width
        if short and above < rule.top < line.middle and abs(rule.x0 - line.x0) < 3 * line.size:
            return _label(line) != "" or index == 0
    return False


def _label(line: TextLine) -> str:
    first = line.words[0].text
    whole = _LABEL.fullmatch(first)
    if whole and len(line.words) > 1:
        return whole[1]
    glued = _GLUED.match(first)
    return glued[1] if glued else ""


def _labelled(line: TextLine, labels: dict[str, int]) -> tuple[str, str]:
    """The label that a note's line starts with ("" for none or one that breaks the order)."""
    label = _label(line)
    if not label:
        return "", line.text
    in_order = not labels or int(label) == max(map(int, labels)) + 1
    if not in_order:
        return "", line.text
    return label, re.sub(r"^[\[(]?\d{1,3}[\])]?\.?\s*", "", line.text)


def _is_mark(word: Word, line: TextLine) -> bool:
    small = size_of(word) <= _MARK_SIZE * line.size
    raised = line.bottom - word.bottom > _RAISED * line.size
    return small and raised and bool(_MARK.fullmatch(word.text))


def _has_mark(lines: Sequence[TextLine], label: str) -> bool:
    return any(
        match[1] == label
        for line in lines
        for word in line.words
        if _is_mark(word, line) and (match := _MARK.fullmatch(word.text))
    )


def _closes(before: Word, word: Word) -> bool:
    """Whether the word is a full stop or the like right behind a mark."""
    return before.text.endswith("]") and word.text[:1] in ".,;:!?)”"


def _marked(line: TextLine, labels: dict[str, int]) -> TextLine:
    """The line with raised numbers of this page's notes glued to their words as "[n]"."""
    words: list[Word] = []
    changed = False
    for word in line.words:
        match = _MARK.fullmatch(word.text) if _is_mark(word, line) else None
        number = labels.get(match[1]) if match else None
        if number is None and words and changed and _closes(words[-1], word):
            words[-1] = replace(words[-1], text=words[-1].text + word.text, x1=word.x1)
        elif number is None:
            words.append(word)
        elif words:
            words[-1] = replace(words[-1], text=f"{words[-1].text}[{number}]", x1=word.x1)
            changed = True
        else:
            words.append(replace(word, text=f"[{number}]"))
            changed = True
    return make_line(words, line.page) if changed else line
