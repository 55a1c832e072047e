"""Underlined lines of text, as typists mark headings: to a reader they are as good as bold."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.readers.text_lines import size_of
from ingest.readers.words import Rule, Word

_MAX_THICK = 1.6
_SLACK = 3.0
# A line under text is parted where a letter hangs through it.
_GAP = 8.0
# How far, in sizes, it may lie above and below the foot of the words' boxes.
_ABOVE, _BELOW = 0.45, 0.2
_MAX_RULES = 400


def with_underlined(words: Sequence[Word], rules: Sequence[Rule]) -> tuple[Word, ...]:
    """The words, bold where one drawn line underlines them from the first to the last."""
    lines = list(_drawn(rules))
    if not lines or len(lines) > _MAX_RULES:
        return tuple(words)
    order = sorted(range(len(words)), key=lambda index: words[index].bottom)
    feet = [words[index].bottom for index in order]
    bold: set[int] = set()
    for rule in lines:
        near = order[bisect_left(feet, rule.top - 9) : bisect_right(feet, rule.top + 18)]
        above = [index for index in near if _lies_on(words[index], rule)]
        if above and _covers(rule, [words[index] for index in above]):
            bold.update(above)
    return tuple(replace(w, bold=True) if i in bold else w for i, w in enumerate(words))


def _drawn(rules: Sequence[Rule]) -> Iterator[Rule]:
    """The thin level rules, those that go on after a small gap made one."""
    level = [r for r in rules if r.bottom - r.top <= _MAX_THICK and r.x1 - r.x0 > r.bottom - r.top]
    whole: Rule | None = None
    for rule in sorted(level, key=lambda r: (round(r.top), r.x0)):
        if whole and round(whole.top) == round(rule.top) and rule.x0 - whole.x1 < _GAP:
            whole = replace(whole, x1=max(whole.x1, rule.x1))
            continue
        if whole:
            yield whole
        whole = rule
    if whole:
        yield whole


def _lies_on(word: Word, rule: Rule) -> bool:
    size = size_of(word)
    inside = rule.x0 - _SLACK <= word.x0 and word.x1 <= rule.x1 + _SLACK
    return inside and -_BELOW * size <= word.bottom - rule.top <= _ABOVE * size


def _covers(rule: Rule, words: Sequence[Word]) -> bool:
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    return abs(left - rule.x0) <= _SLACK and abs(right - rule.x1) <= _SLACK
