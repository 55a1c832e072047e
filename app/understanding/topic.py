"""What a question is about: its words without places, filler and the words that only ask."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from app.understanding import talking
from app.words import wording
from app.words.word_lists import lines
from app.words.wording import any_of
from index.embedding.compounds import is_compound
from index.terms.analyzer import has_diacritics
from ingest.places.provinces import find_provinces
from ingest.plan import Plan

_CLAUSE_END = re.compile(r"[,:;.]\s+(?=\S+ \S+ \S+)")
WORD = re.compile(r"[\w%](?:[\w%/.,&-]*[\w%])?")
"""A word with what belongs to it: "CNTT-TT", "4.0", "50%"."""


def without_places(text: str, plans: Sequence[Plan] = ()) -> str:
    """`text` without province names, "tỉnh …" before them, and numbers of plans held."""
    kept, position = [], 0
    for _, start, end in find_provinces(text):
        kept.append(re.sub(r"(?i)(?:tỉnh|tinh|thành phố|tp\.?)\s*$", "", text[position:start]))
        position = end
    text = "".join([*kept, text[position:]])
    for plan in plans:
        head, _, rest = plan.number.partition("/")
        short = rf"(?:(?:kế hoạch|ke hoach|kh) ?(?:số |so )?|(?:số|so) ){re.escape(head)}(?![\w/])"
        whole = rf"(?:(?:kế hoạch|ke hoach|kh) )?(?:(?:số|so) )?{re.escape(head)}/{re.escape(rest)}"
        text = re.sub(rf"(?i)(?<!\w)(?:{whole}|{short})(?!\w)", " ", text)
    return " ".join(text.split())


def topic_of(text: str, plans: Sequence[Plan] = ()) -> str:
    """The words of `text` that carry its topic, in order."""
    bare = _without_comparing(without_places(without_preamble(text), plans))
    if not has_diacritics(bare):
        return " ".join(WORD.findall(wording.FOLDED_FILLERS.sub(" ", bare.lower())))
    return " ".join(_carrying(WORD.findall(filler_phrases().sub(" ", bare))))


def _carrying(said: Sequence[str]) -> Iterator[str]:
    """The words that carry topic: no fillers, unless one makes a word with its neighbour."""
    lowered = [word.lower() for word in said]
    for at, word in enumerate(said):
        abbreviation = word == "AI" and not "".join(said).isupper()
        if (
            abbreviation
            or lowered[at] not in fillers()
            or (lowered[at] in loose_fillers() and _bound(lowered, at))
        ):
            yield word


def _bound(said: Sequence[str], at: int) -> bool:
    """Whether a syllable makes a word with the one before or behind it."""
    pairs = (said[max(0, at - 1) : at + 1], said[at : at + 2])
    firm = fillers() - loose_fillers()
    return any(
        len(pair) == 2 and not firm.intersection(pair) and is_compound(*pair) for pair in pairs
    )


def in_words(topic: str) -> Iterator[str]:
    """The words of a topic, where two syllables that make one word stand together ("máy chủ")."""
    said = iter(topic.split())
    first = next(said, "")
    for second in (*said, ""):
        if first and second and is_compound(first.lower(), second.lower()):
            yield f"{first} {second}"
            first = ""
        else:
            if first:
                yield first
            first = second


def without_preamble(text: str) -> str:
    """`text` from where it begins to ask."""
    folded = wording.folded(text)
    match = talking.PREAMBLE.match(folded)
    if match and match.end() < len(text):
        return text[match.end() :]
    for boundary in _CLAUSE_END.finditer(folded):
        head, rest = folded[: boundary.start()], folded[boundary.end() :]
        asks_before = talking.ASKING.search(text[: boundary.start()])
        asks_after = talking.ASKING.search(text[boundary.end() :]) or wording.HOW_MANY.search(rest)
        if talking.OWN_AFFAIR.search(head) and not asks_before and asks_after:
            return without_preamble(text[boundary.end() :])
    return text


def _without_comparing(text: str) -> str:
    """`text` without the words that only ask for a comparison."""
    letters = list(text)
    for match in wording.COMPARE_WORDS.finditer(wording.folded(text)):
        letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(letters)


@cache
def fillers() -> frozenset[str]:
    """Words that carry no topic, from fillers.txt.

    They are dropped before the question is searched and before its coverage by a passage is
    judged. Accented, because folded they would hit other words ("bao" of "báo cáo").
    """
    return _marked("+ ") | loose_fillers()


@cache
def loose_fillers() -> frozenset[str]:
    """Those of them that carry topic when they are half of a word."""
    return _marked("~ ")


def _marked(mark: str) -> frozenset[str]:
    marked = [line for line in _filler_lines() if line.startswith(mark)]
    return frozenset(word for line in marked for word in line[2:].split())


@cache
def filler_phrases() -> re.Pattern[str]:
    """Phrases that carry no topic, from the same file; their words may, in other company."""
    phrases = [line for line in _filler_lines() if not line.startswith(("+ ", "~ "))]
    return any_of(*(re.escape(phrase) for phrase in phrases))


@cache
def _filler_lines() -> tuple[str, ...]:
    return lines("fillers.txt")
