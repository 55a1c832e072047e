"""The names of a table's cells that a question says, whole, shortened or by their short form."""

import re
from collections.abc import Sequence

from app.words import wording
from app.words.word_lists import department_names, department_short_forms

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_HEADS = frozenset(
    ("so", "ban", "van", "ubnd", "trung", "thanh", "cong", "truong", "dai", "bo", "chi", "huyen")
)
_ALIASES = (
    (re.compile(r"(?<!\w)(?:uy ban nhan dan|uy ban)(?!\w)"), "ubnd"),
    (re.compile(r"(?<!\w)nganh(?= \w)"), "so"),
    (re.compile(r"(?<!\w)vp(?!\w)"), "van phong"),
    (re.compile(r"(?<!\w)tp(?!\w)\.?"), "thanh pho"),
    (re.compile(r"(?<!\w)kkt(?!\w)"), "khu kinh te"),
    (re.compile(r"(?<!\w)kcn(?!\w)"), "khu cong nghiep"),
)
_MIN_SYLLABLES = 3
"""Syllables of a name's beginning that name the whole ("Sở Giáo dục")."""
_LONG_HEADS = ("trung tam", "ban quan", "van phong", "truong dai", "thanh pho")


def syllables(text: str) -> list[str]:
    """The folded syllables of `text`, an office's usual short forms written out."""
    folded = wording.folded(text)
    for pattern, full in _ALIASES:
        folded = pattern.sub(full, folded)
    words = _WORD.findall(folded)
    short = department_short_forms()
    written: list[str] = []
    for place, word in enumerate(words):
        after_so = place > 0 and words[place - 1] == "so"
        department = short.get(word.replace("&", ""), "") if after_so else ""
        written += wording.folded(department).replace(",", " ").split() if department else [word]
    return [word for word in written if word not in {"va", "-"}]


def said_offices(names: Sequence[str], question: str) -> list[str]:
    """Those of `names` that `question` says, in the order of the question.

    A name is said whole or by a beginning that no other of the names shares; where a longer
    name is said at the same place, the shorter is not.
    """
    words = syllables(question)
    spans: dict[str, tuple[int, int]] = {}
    for name in names:
        own = syllables(name)
        start, length = _longest(own, words)
        floor = min(len(own), _MIN_SYLLABLES + (" ".join(own[:2]) in _LONG_HEADS))
        if length and length >= floor and (own[0] in _HEADS or length == len(own)):
            spans[name] = (start, length)
    kept = []
    for name, (start, length) in spans.items():
        rivals = [o for n, o in spans.items() if n != name and o[0] == start]
        if any(other > length for _, other in rivals):
            continue
        whole = length == len(syllables(name))
        if not whole and any(other == length for _, other in rivals):
            continue
        kept.append((start, name))
    return [name for _, name in sorted(kept)]


def _longest(own: Sequence[str], words: Sequence[str]) -> tuple[int, int]:
    """Where in `words` the longest beginning of `own` stands, and its length."""
    best = (0, 0)
    for start in range(len(words)):
        length = 0
        while (
            length < len(own)
            and start + length < len(words)
            and own[length] == words[start + length]
        ):
            length += 1
        if length > best[1]:
            best = (start, length)
    return best


def department_said(question: str) -> str:
    """The department of a province that `question` names ("Sở Công Thương"), or ""."""
    words = f" {' '.join(syllables(question))} "
    said = [name for name in department_names() if f" so {' '.join(syllables(name))} " in words]
    return f"Sở {max(said, key=len)}" if said else ""
