"""Footnote marks told from digits: "50 hồ sơ1" is 50 hồ sơ with note 1.

A digit glued to a word or number is a mark only by evidence: the document ends with a list of
notes, the marks stand in the order of that list, and the text without the mark occurs
elsewhere while the text with it does not. "[1]" is a mark by its form.
"""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.lines import Block
from ingest.plan import NoteMark
from ingest.structure.layout import Layout, note_text
from ingest.vietnamese import collapse

_BRACKETED = re.compile(r"\[(\d{1,3})\]")
_STARRED = re.compile(r"(?<=\w)\*+(?!\w)")
_STEM = re.compile(r"(?:(?<!\w)[^\W\d_]+ )?(?<!\w)[^\W_]+$")
_INSIDE_NUMBER = re.compile(r"[.,/:]\d*$")
_CONTEXT = 24
_AFFINITY_CHARS = 120
_MAX_STARRED = 200


def _bracketed(text: str, notes: dict[str, str], body_end: int) -> list[NoteMark]:
    """Marks "[1]", "[2]" … in ascending order from 1."""
    marks: list[NoteMark] = []
    highest = 0
    for match in _BRACKETED.finditer(text, 0, body_end):
        label = match.group(1)
        if 0 < int(label) <= highest + 1:
            highest = max(highest, int(label))
            marks.append(NoteMark(label, match.start(), match.end(), notes.get(label)))
    return marks


def _starred(text: str, blocks: Sequence[Block]) -> list[NoteMark]:
    """Marks "*" behind a word, explained by a block that starts with "*"."""
    starred = [block for block in blocks if re.match(r"\*\s*\w", block.text)][:_MAX_STARRED]
    if not starred:
        return []
    marks = []
    for match in _STARRED.finditer(text, 0, starred[0].start):
        line_start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _MAX_STARRED)
        words = collapse(text[line_start : match.start()])
        explained = [note for note in starred if _explains(note.text, words)]
        note = explained[0] if explained else starred[0] if len(starred) == 1 else None
        if note:
            marks.append(NoteMark("*", match.start(), match.end(), note.text.lstrip("* ")))
    return marks


def _explains(note: str, words: str) -> bool:
    return collapse(note.lstrip("* ")).startswith(words) and bool(words)


def _word_counts(text: str) -> Counter[str]:
    """How often each word, and each pair of words one space apart, occurs."""
    counts = Counter(re.findall(r"\w+", text))
    counts.update(re.findall(r"\b(?=(\w+ \w+))\w", text))
    return counts


def _candidates(
    text: str, label: str, body_end: int, counts: Counter[str]
) -> list[tuple[int, int]]:
    """Places where the label is glued to a word or number, with the evidence for each.

    Evidence: how often the text stands without the label; 0 is not a candidate.
    """
    found = []
    pattern = re.compile(rf"(?<=[^\W_]){label}(?![\d,./%]*\d|[^\W\d_]|%)")
    for match in pattern.finditer(text, 0, body_end):
        start = match.start()
        stem = _STEM.search(text, max(0, start - _CONTEXT), start)
        if stem is None or _INSIDE_NUMBER.search(text, max(0, start - 8), start):
            continue
        bare = stem.group()
        if bare[-1].isdigit() and (" " not in bare or bare.split()[-1].startswith("0")):
            continue
        if counts[bare + label] == 1 and counts[bare]:
            found.append((start, counts[bare]))
    return found


def _affinity(text: str, position: int, note: str) -> int:
    """How many words the note shares with the text after the mark."""
    near = set(re.findall(r"[^\W\d_]{3,}", text[position : position + _AFFINITY_CHARS].lower()))
    return len(near & set(re.findall(r"[^\W\d_]{3,}", note.lower())))


def _glued(text: str, notes: dict[str, str], body_end: int) -> list[NoteMark]:
    """Marks glued to words or numbers, one per note, in the order of the list."""
    marks: list[NoteMark] = []
    counts = _word_counts(text)
    after = 0
    for label, note in notes.items():
        candidates = [c for c in _candidates(text, label, body_end, counts) if c[0] >= after]
        if not candidates:
            continue
        best = max(
            candidates, key=lambda c: (_is_word(text, c[0]), _affinity(text, c[0], note), c[1])
        )
        marks.append(NoteMark(label, best[0], best[0] + len(label), note))
        after = best[0] + len(label)
    return marks


def _is_word(text: str, position: int) -> bool:
    return text[position - 1].isalpha()


def find_notes(text: str, blocks: Sequence[Block], layout: Layout) -> tuple[NoteMark, ...]:
    """The footnote marks of the canonical text in order of position."""
    notes = {label: note_text(blocks[index]) for label, index in layout.notes.items()}
    body_end = min((blocks[i].start for i in layout.notes.values()), default=len(text))
    marks = _bracketed(text, notes, body_end)
    if notes and not marks:
        marks = _glued(text, notes, body_end)
    return tuple(sorted([*marks, *_starred(text, blocks)], key=lambda mark: mark.start))
