"""Where each word of a statement comes from: a fixed sentence, or the passages it cites.

Writers put plan text into the sentences of `prompts`. Nothing else may be said, so a statement
is walked from left to right: each stretch of words must be a stretch of a fixed sentence, or
stand word for word in a passage. That holds for whatever a writer does wrong with names,
negations and objects, without a list of them. Figures are judged elsewhere (verify.py).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import prompts
from ingest.vietnamese import nfc

_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_APART = re.compile(r"[^\w\s./-]|[.]\s")
_SLOT = re.compile(r"\{\w*\}")
_NEGATIONS = frozenset(("không", "chưa", "chẳng", "đừng", "chớ", "not", "no"))
_UNITS_OF_MONEY = ("đồng", "triệu đồng", "tỷ đồng")
# The files of prompts whose sentences hold plan text; the others are said as they stand.
_FILES = (
    "bases",
    "checking",
    "citation",
    "comparison",
    "lists",
    "metadata",
    "notices",
    "premise",
    "quoting",
    "references",
    "social",
    "structure",
    "summary",
    "table",
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case or a number as written; `apart` from the one before by a mark."""

    text: str
    apart: bool = True

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return self.text[0].isdigit()


def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of `text` in order."""
    found: list[Token] = []
    end = 0
    lowered = nfc(text).lower()
    for match in _TOKEN.finditer(lowered):
        apart = not found or bool(_APART.search(lowered, end, match.start()))
        found.append(Token(match.group(), apart))
        end = match.end()
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Sources:
    """Texts that a statement may take stretches from, and where each of their words stands."""

    texts: tuple[tuple[str, ...], ...]
    places: dict[str, list[tuple[int, int]]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Sources":
        """Sources over passages, headings and names."""
        read = (tuple(token.text for token in tokens(text)) for text in texts)
        held = tuple(dict.fromkeys(text for text in read if text))
        places: dict[str, list[tuple[int, int]]] = {}
        for number, text in enumerate(held):
            for at, word in enumerate(text):
                places.setdefault(word, []).append((number, at))
        return cls(held, places)

    def reach(self, said: Sequence[Token], start: int) -> int:
        """How many tokens of `said` from `start` on stand in a row in one of the texts.

        A stretch that begins right behind a negation does not count, since its sense is turned
        round; nor does a negation without the word that it negates.
        """
        longest = 0
        for number, at in self.places.get(said[start].text, ()):
            text = self.texts[number]
            if at and text[at - 1] in _NEGATIONS:
                continue
            n = 1
            while start + n < len(said) and text[at + n : at + n + 1] == (said[start + n].text,):
                n += 1
            if said[start + n - 1].text in _NEGATIONS and start + n < len(said):
                n -= 1
            longest = max(longest, n)
        return longest

    def whole(self, said: Sequence[Token], start: int) -> int:
        """How many tokens from `start` on are one of the texts from its first word to its last."""
        longest = 0
        for number, at in self.places.get(said[start].text, ()):
            text = self.texts[number]
            if at == 0 and tuple(t.text for t in said[start : start + len(text)]) == text:
                longest = max(longest, len(text))
        return longest


@cache
def _sentences(language: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Each fixed sentence as its stretches between the slots, each as its words."""
    templates = (template for file in _FILES for template in prompts.templates(file, language))
    cut = ((tuple(t.text for t in tokens(s)) for s in _SLOT.split(one)) for one in templates)
    return tuple(tuple(stretch for stretch in stretches if stretch) for stretches in cut)


@cache
def _fixed(language: str) -> Sources:
    """The stretches of the fixed sentences that negate nothing, and the units of money."""
    plain = (s for sentence in _sentences(language) for s in sentence if _NEGATIONS.isdisjoint(s))
    return Sources.of([*map(" ".join, plain), *_UNITS_OF_MONEY])


def _negations(said: Sequence[Token]) -> dict[int, int]:
    """Where fixed stretches with a negation stand in `said`, and their lengths.

    Such a stretch ("không có") counts only inside its own sentence, all of which is said.
    """
    words = tuple(token.text for token in said)
    found: dict[int, int] = {}
    if _NEGATIONS.isdisjoint(words):
        return found
    for sentence in _sentences(prompts.spoken()):
        if all(_NEGATIONS.isdisjoint(stretch) for stretch in sentence):
            continue
        start = 0
        while (places := _in_turn(words, sentence, start)) is not None:
            for at, stretch in zip(places, sentence, strict=True):
                if not _NEGATIONS.isdisjoint(stretch):
                    found[at] = max(found.get(at, 0), len(stretch))
            start = places[-1] + len(sentence[-1])
    return found


def _in_turn(
    words: tuple[str, ...], stretches: Sequence[tuple[str, ...]], start: int
) -> list[int] | None:
    """Where the stretches stand in `words` one after the other, or None when one is missing."""
    places: list[int] = []
    for stretch in stretches:
        ends = len(words) - len(stretch) + 1
        fits = (at for at in range(start, ends) if words[at : at + len(stretch)] == stretch)
        if (at := next(fits, None)) is None:
            return None
        places.append(at)
        start = at + len(stretch)
    return places


@dataclass(frozen=True, slots=True)
class _Reached:
    """A place in a statement up to which every word is proved, and what the last stretch was.

    `quoted`: it came from a source; `alone`: it was one number from a source.
    """

    at: int = 0
    quoted: bool = False
    alone: bool = False


def unproved(text: str, sources: Sources, computed: Callable[[str], bool]) -> str:
    """The first words of `text` that neither a fixed sentence nor a source holds, or "".

    A number belongs to the words around it: it stands with them in a source, or apart from
    them, or it is `computed`.
    """
    said = tokens(text)
    negations, sentences = _negations(said), _fixed(prompts.spoken())

    def fixed(at: int) -> int:
        return max(sentences.whole(said, at), negations.get(at, 0))

    waiting, seen, furthest = [_Reached()], set[_Reached](), 0
    while waiting:
        here = waiting.pop()
        if here.at == len(said):
            return ""
        furthest = max(furthest, here.at)
        if here not in seen:
            seen.add(here)
            waiting.extend(_steps(said, here, sources, computed, fixed))
    return " ".join(token.text for token in said[max(0, furthest - 1) : furthest + 3])


def _steps(
    said: Sequence[Token],
    here: _Reached,
    sources: Sources,
    computed: Callable[[str], bool],
    fixed: Callable[[int], int],
) -> Iterator[_Reached]:
    """The places that one more stretch leads to; `fixed` is how long a fixed one is there."""
    token = said[here.at]
    if length := fixed(here.at):
        yield _Reached(here.at + length)
    taken = sources.reach(said, here.at)
    lone = token.is_number and taken <= 1  # its value is judged with the figures
    free = token.is_number and computed(token.text)
    spliced = (here.quoted if token.is_number else here.alone) and not (token.apart or free)
    if (taken or lone) and not spliced:
        for n in range(1, taken):  # the plan's words may go on where the fixed sentence does
            if fixed(here.at + n):
                yield _Reached(here.at + n, quoted=True)
        yield _Reached(here.at + max(taken, 1), quoted=True, alone=lone and not free)
