"""Lines → blocks: a paragraph, heading or cell each, with hard wraps undone.

Whether a file is hard-wrapped, and how wide, is learnt from the file: a line that goes on in
lower case was certainly broken by a wrapper, so its length tells the width. First lines and
further lines of a paragraph are measured apart, because many files indent the first. A line
that its wrapper did not have to break ends its paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.cleaning.widths import BULLET, ENUMERATOR, Widths, reach
from ingest.lines import Block, Line
from ingest.structure.grammar import IN_WORDS
from ingest.structure.layout import BODY_OPENING, type_of
from ingest.structure.sign_off import is_sign_off_line
from ingest.vietnamese import LOWER, is_all_caps

_MAX_HEAD = 200
_LOWER_BULLET = re.compile(rf"[-–]\s[{LOWER}]")
_YEAR_RANGE = re.compile(r"[-–]\s?(?:19|20)\d\d\b")
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d$")
# A line that holds nothing but what opens a block: its text stands on the next one.
_MERE_BEGINNING = re.compile(r"[-+•*–]|Số\s*:|Phần|PHẦN|Phụ|PHỤ|PHỤ LỤC|Chương|Điều")
_PART_NUMBER = rf"(?:[IVXL]+|[A-E]|\d{{1,3}}|{IN_WORDS})"
_PART = re.compile(
    rf"(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU|PHỤ LỤC|Phụ lục)(?:\s+{_PART_NUMBER})?[.:]?$"
)
_PART_COMPLETE = re.compile(rf".+\s{_PART_NUMBER}[.:]?$")
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC)\s+(?:[IVXL]+|\d{1,3})[.:]\s")
_WEAK = frozenset({"bracketed", "worded"})
_RECIPIENTS = re.compile(r"Nơi nhận\s*:?$")
_CLOSED = (".", ";", ":", "!", "?", ".”", ".)", ";”")


@dataclass(slots=True)
class _Paragraph:
    """The paragraph being gathered; `head` is its text while that is short enough to be a label."""

    lines: list[Line] = field(default_factory=list)
    label: str = ""
    head: str = ""
    all_caps: bool = False

    def add(self, line: Line) -> None:
        """Take in one more line; constant work, however long the paragraph grows."""
        caps = line.text.isupper()
        neutral = not caps and not any(map(str.isalpha, line.text))
        self.all_caps = (caps or neutral) and (self.all_caps if self.lines else caps)
        if len(self.head) < _MAX_HEAD:
            self.head = f"{self.head} {line.text}".strip()
        self.lines.append(line)

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return " ".join(line.text for line in self.lines)

    @property
    def last(self) -> str:
        """The line gathered last."""
        return self.lines[-1].text

    def clear(self) -> None:
        """Start over."""
        self.lines, self.label, self.head, self.all_caps = [], "", "", False


def _is_forced(paragraph: _Paragraph, following: str, widths: Widths, closed: bool) -> bool:
    """Whether the wrapper had to break before `following`."""
    needed = reach(paragraph.lines[-1].text, following)
    if len(paragraph.lines) == 1:
        return needed >= (widths.closed_first if closed else widths.open_first)
    return needed >= (widths.closed_further if closed else widths.open_further)


def _succeeds(label: str, previous: str) -> bool:
    """Whether an enumerator starts a list or goes on the last one of its kind."""
    if label in {"1", "a", "I", "A"}:
        return True
    if label.isdigit() and previous.isdigit():
        return int(label) == int(previous) + 1
    return len(label) == len(previous) == 1 and ord(label) == ord(previous) + 1


def _starts_block(paragraph: _Paragraph, text: str, widths: Widths, seen: dict[str, str]) -> bool:
    """Whether the line opens a block by its own form: bullet, enumerator, part, signature."""
    before = paragraph.last
    closed = before.endswith(_CLOSED)
    forced = _is_forced(paragraph, text, widths, closed=False)
    if BULLET.match(text):
        if _YEAR_RANGE.match(text) and _ENDS_IN_YEAR.search(before[-4:]):
            return False
        return not (_LOWER_BULLET.match(text) and forced and not closed)
    if match := ENUMERATOR.match(text):
        kind, label = match.lastgroup or "", match.group(match.lastgroup or 0)
        # In brackets or behind a word it may stand amid prose as well.
        counts = kind not in _WEAK and _succeeds(label, seen.get(kind, ""))
        return closed or not forced or kind == "deep" or counts
    if _PART.match(text) or _ARTICLE.match(text):
        return closed or not forced or paragraph.all_caps
    return is_sign_off_line(text) or bool(_RECIPIENTS.match(text))


def _goes_on(paragraph: _Paragraph, text: str, widths: Widths) -> bool:
    """Whether a line without a form of its own continues the paragraph."""
    before = paragraph.head
    if _MERE_BEGINNING.fullmatch(before):
        return True
    if type_of(before) or (_PART.match(before) and _PART_COMPLETE.match(before)):
        return False
    if paragraph.all_caps and not (text[0].islower() or text[0].isdigit()):
        return is_all_caps(text)
    closed = paragraph.last.endswith(_CLOSED)
    if text[0].islower() or text[0] in ".,;:%)!?…”":
        return True
    if closed or paragraph.label:
        return _is_forced(paragraph, text, widths, closed=closed)
    if not text[0].isalpha() or _is_forced(paragraph, text, widths, closed=False):
        return True
    return _ends_in_name(paragraph.last)


def _ends_in_name(before: str) -> bool:
    """Whether prose breaks off inside of a name ("… địa bàn tỉnh Đồng")."""
    words = before.split()
    return len(words) > 2 and words[-1].istitle() and words[-2][:1].islower()


def _standing_alone(lines: Sequence[Line], widths: Widths) -> set[int]:
    """The lines that are headings of their own: nothing but their end parts them from the next.

    They follow the end of a sentence, end none, and the next line would have had room on them.
    """
    found = set()
    for index in range(1, len(lines) - 1):
        before, text, after = (lines[i].text.strip() for i in (index - 1, index, index + 1))
        if not (text and after and before.endswith(_CLOSED)) or text.endswith((*_CLOSED, ",")):
            continue
        opens = after[0].isupper() or bool(BULLET.match(after))
        if text[0].isupper() and opens and reach(text, after) < widths.open_further:
            found.add(index)
    return found


def _join_wrapped(lines: list[Line], widths: Widths) -> list[Block]:
    blocks: list[Block] = []
    seen: dict[str, str] = {}
    paragraph = _Paragraph()

    def close() -> None:
        if paragraph.lines:
            first = paragraph.lines[0]
            bold = all(line.bold for line in paragraph.lines)
            blocks.append(Block(paragraph.text, first.page, bold=bold, level=first.level))
            paragraph.clear()

    alone = _standing_alone(lines, widths)
    for index, line in enumerate(lines):
        if not line.text.strip():
            close()
            if line.text:
                blocks.append(Block("", line.page))
            continue
        titled = bool(blocks) and bool(type_of(blocks[-1].text))
        if paragraph.lines and (
            index in alone
            or (titled and BODY_OPENING.match(line.text))
            or _starts_block(paragraph, line.text, widths, seen)
            or not _goes_on(paragraph, line.text, widths)
        ):
            close()
        if not paragraph.lines and (match := ENUMERATOR.match(line.text)):
            paragraph.label = match.group(match.lastgroup or 0)
            seen[match.lastgroup or ""] = paragraph.label
        paragraph.add(line)
    close()
    return blocks


def unwrap(lines: list[Line], widths: Widths | None) -> list[Block]:
    """The blocks of cleaned lines, in order; a line of white space is a blank block.

    `widths` are those of the whole document when it is hard-wrapped, else None.
    """
    if widths:
        return _join_wrapped(lines, widths)
    return [
        Block(line.text.strip(), line.page, bold=line.bold, level=line.level)
        for line in lines
        if line.text
    ]
