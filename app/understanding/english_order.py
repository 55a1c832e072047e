"""Vietnamese words of an English question in Vietnamese order.

Modifiers follow their noun, "which" stands behind what it asks for, a yes/no question is framed
by "có … không", and "what is" asks at the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The part that a phrase plays; the first ten are those of words/english.tsv."""

    QUESTION = "question"
    OPENING = "opening"
    WHICH = "which"
    THINGS = "things"
    WHETHER = "whether"
    VERB = "verb"
    JOINT = "joint"
    HEAD = "head"
    MEASURE = "measure"
    NOUN = "noun"
    POLITE = "polite"
    NUMBER = "number"
    YEAR = "year"
    UNKNOWN = "unknown"
    END = "end"


_NOMINAL = (Part.MEASURE, Part.NOUN, Part.NUMBER, Part.YEAR)
_ASKING = (Part.QUESTION, Part.WHICH)


@dataclass(frozen=True, slots=True)
class Piece:
    """A phrase of the question as it is read, and its part."""

    vietnamese: str
    part: Part


@dataclass(slots=True)
class _Group:
    """Phrases said together: a noun with its modifiers, or one other phrase."""

    pieces: list[Piece]

    @property
    def part(self) -> Part:
        return self.pieces[0].part

    @property
    def text(self) -> str:
        if self.part not in _NOMINAL:
            return self.pieces[0].vietnamese
        count = self.pieces[:1] if self.part == Part.NUMBER else []
        rest = self.pieces[len(count) :]
        nouns = [piece for piece in reversed(rest) if piece.part != Part.YEAR]
        years = [piece for piece in rest if piece.part == Part.YEAR]
        return " ".join(piece.vietnamese for piece in (*count, *nouns, *years))


def sentence(pieces: Sequence[Piece]) -> str:
    """One question; "" when nothing of `pieces` is to be said."""
    told = [piece for piece in pieces if piece.part != Part.POLITE]
    groups = _joined(_grouped(told))
    words = [group.text for group in groups if group.text]
    if not words:
        return ""
    opening = told[0].part
    if opening == Part.WHETHER:
        words = _framed(groups)
    elif opening == Part.THINGS:
        words = _asking_things(groups, told[0].vietnamese)
    elif opening == Part.OPENING and not any(piece.part in _ASKING for piece in told):
        head = next((g for g in groups if g.part in (*_NOMINAL, Part.HEAD)), None)
        measured = head is not None and _is_measured(head)
        words.append("là bao nhiêu" if measured else "là gì")
    text = " ".join(words).replace(" ,", ",")
    return f"{text[:1].upper()}{text[1:]}?"


def _is_measured(group: _Group) -> bool:
    """Whether a figure is asked: the head noun, which English says last, has one."""
    nouns = [piece for piece in group.pieces if piece.part not in (Part.NUMBER, Part.YEAR)]
    return group.part == Part.HEAD or (bool(nouns) and nouns[-1].part == Part.MEASURE)


def _grouped(pieces: Sequence[Piece]) -> list[_Group]:
    """The phrases in groups; auxiliaries part them and are said only where they mean "to have"."""
    groups: list[_Group] = []
    apart = True
    for at, piece in enumerate(pieces):
        if piece.part in (Part.OPENING, Part.THINGS, Part.WHETHER):
            apart = True
            if at and piece.vietnamese and _next_part(pieces, at) in (*_NOMINAL, Part.HEAD):
                groups.append(_Group([Piece(piece.vietnamese, Part.VERB)]))
        elif piece.part in _NOMINAL and not apart and not _counts(pieces, at):
            _add(groups[-1], piece)
        else:
            groups.append(_Group([piece]))
            apart = piece.part not in _NOMINAL
    return groups


def _counts(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a number says how many of what follows, and not which one ("50 billion dong")."""
    return pieces[at].part == Part.NUMBER and _next_part(pieces, at) in (Part.NOUN, Part.MEASURE)


def _next_part(pieces: Sequence[Piece], at: int) -> Part | None:
    return pieces[at + 1].part if at + 1 < len(pieces) else None


def _add(group: _Group, piece: Piece) -> None:
    """`piece` as one more of a noun phrase; a number belongs to the noun before it."""
    last = group.pieces[-1]
    if piece.part == Part.NUMBER and last.part in (Part.NOUN, Part.MEASURE):
        group.pieces[-1] = Piece(f"{last.vietnamese} {piece.vietnamese}", last.part)
    else:
        group.pieces.append(piece)


def _joined(groups: Sequence[_Group]) -> list[_Group]:
    """The groups with "nào" behind its noun, and prepositions as Vietnamese says them."""
    found: list[_Group] = []
    waiting: _Group | None = None
    for at, group in enumerate(groups):
        after = groups[at + 1] if at + 1 < len(groups) else None
        if group.part == Part.WHICH and after is not None and after.part in _NOMINAL:
            waiting = group
        elif group.part == Part.JOINT:
            said = _preposition(group.text, after, first=not found)
            found += [_Group([Piece(said, Part.JOINT)])] if said else []
        else:
            found.append(group)
            if waiting is not None:
                found.append(waiting)
                waiting = None
    return found


def _preposition(text: str, after: _Group | None, *, first: bool) -> str:
    """A preposition or conjunction before `after`; "" where Vietnamese has none."""
    if first and text == "và":
        return "còn"
    if after is not None and after.part == Part.YEAR and text == "của":
        return ""
    if after is not None and after.part in (Part.VERB, Part.JOINT) and text == "cho":
        return ""
    return text


def _framed(groups: Sequence[_Group]) -> list[str]:
    """A yes/no question: "có" before its verb, or before all of it, and "không" at its end."""
    verb = next((at for at, group in enumerate(groups) if group.part == Part.VERB), 0)
    words = [group.text for group in groups]
    return [word for word in (*words[:verb], "có", *words[verb:], "không") if word]


def _asking_things(groups: Sequence[_Group], things: str) -> list[str]:
    """What "what does the plan say about …" asks for, behind its last verb."""
    spoken = [group for group in groups if group.text]
    verbs = [at for at, group in enumerate(spoken) if group.part == Part.VERB]
    end = verbs[-1] + 1 if verbs else len(spoken)
    words = [group.text for group in spoken]
    return [*words[:end], things, *words[end:]]
