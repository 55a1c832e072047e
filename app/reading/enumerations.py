"""Sentences of a passage that list things: "gồm: a; b; c", "như x, y, z", "(1) …; (2) …"."""

import re

from app.reading.sentences import Span, sentences

MIN_SEPARATORS = 2
_MANY_COMMAS = 3
_NAME_WORDS = 6
_OPENER = re.compile(
    r":(?!\s*//)|\((?=[^()]{3,80}[,;])|(?<!\w)(?:bao gồm|gồm(?: có)?|như|trong đó có|cụ thể là|đó là|là)(?!\w)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[;,](?=\s|\w|$)")


def whole_sentences(text: str, offset: int = 0) -> list[Span]:
    """The sentences of `text`, those that a semicolon or an open bracket joins kept together."""
    joined: list[Span] = []
    for piece in sentences(text, offset):
        before = joined[-1] if joined else None
        if before is not None and _goes_on(text[before.start - offset : before.end - offset]):
            joined[-1] = Span(before.start, piece.end)
        else:
            joined.append(piece)
    return joined


def closed(text: str, sentence: Span, offset: int) -> Span:
    """`sentence` with what follows it in `text` up to where a bracket that it opens is closed."""
    for piece in sentences(text, offset):
        own = text[sentence.start - offset : sentence.end - offset]
        if own.count("(") <= own.count(")"):
            break
        if piece.start >= sentence.end:
            sentence = Span(sentence.start, piece.end)
    return sentence


def _goes_on(piece: str) -> bool:
    """Whether a sentence is not over at the end of `piece`."""
    return piece.endswith(";") or piece.count("(") > piece.count(")")


def opener_of(sentence: str) -> int | None:
    """Where the list of a sentence begins, or None when the sentence lists nothing."""
    for match in _OPENER.finditer(sentence):
        after = sentence[match.end() :]
        needed = 1 if match.group() in (":", "(") else MIN_SEPARATORS
        if len(_SEPARATOR.findall(after)) >= needed:
            return match.end()
    return 0 if sentence.count(",") >= _MANY_COMMAS else None


def names_things(sentence: str, opener: int) -> bool:
    """Whether the members of a sentence's list are names rather than whole statements."""
    lengths = sorted(
        len(item.split()) for item in _SEPARATOR.split(sentence[opener:]) if item.strip()
    )
    return bool(lengths) and lengths[len(lengths) // 2] <= _NAME_WORDS
