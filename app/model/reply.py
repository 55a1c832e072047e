"""A model's reply as claims: a sentence and the numbers of the passages it names.

One statement a line with [numbers] is what small models do most reliably and what can be
checked as soon as its line is complete. Bullets, numbering, emphasis, other brackets, several
sentences on one line, JSON and reasoning blocks are read too.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.words.wording import UPPER, folded
from prompts import text as say

MAX_LINE_CHARS = 1_200
"""What follows on a longer line is not read."""
_WORD = r"(?:đoạn|doan|nguồn|nguon|passages?|sources?)?\s*(?:số\s*)?"
_NUMBERS = rf"{_WORD}\d{{1,3}}(?:\s*(?:,|;|và|-|–)\s*{_WORD}\d{{1,3}}){{0,20}}"
_NAMED = re.compile(
    rf"[\[【]\s*({_NUMBERS})\s*[\]】]|\(\s*((?:đoạn|doan|nguồn|nguon)\s*{_NUMBERS})\s*\)", re.I
)
_THINKING, _THINKING_ENDS = re.compile(r"</?think>"), re.compile(r"</think>")
_THOUGHT = "</think>"
_BULLET = re.compile(r"^(?:[-*•+–>]\s+|\d{1,2}[.)]\s+|#{1,6}\s+)+")
_EMPHASIS = re.compile(r"\*{1,3}|_{2,3}|`+")
_NEW_SENTENCE = re.compile(rf"[.;]?\s+(?:[-*•]\s*)?[{UPPER}\d]|[.;]\s*$")
_TEXT_KEYS = ("cau", "câu", "text", "statement", "noi_dung", "nội dung")
_PASSAGE_KEYS = ("doan", "đoạn", "passages", "passage", "nguon", "sources", "source")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a reply and the 1-based numbers of the passages it names."""

    text: str
    passages: tuple[int, ...] = ()


def claims(pieces: Iterable[str]) -> Iterator[Claim]:
    """The claims of a reply, each as soon as its line is complete.

    An empty claim tells that all before it was only thought aloud.
    """
    nothing = folded(say("model.nothing")).strip()
    for line in map(_clean, _lines(_spoken(pieces))):
        if line == _THOUGHT:
            yield Claim("")
        elif folded(line).strip(" .") == nothing:
            return
        elif line and not line.startswith("```"):
            yield from _of_line(line)


def _spoken(pieces: Iterable[str]) -> Iterator[str]:
    """The reply without its reasoning; where that ends unopened, a line that is _THOUGHT."""
    held, thinking = "", False
    for piece in pieces:
        held += piece
        while match := (_THINKING_ENDS if thinking else _THINKING).search(held):
            if not thinking:
                yield held[: match.start()]
            if not thinking and match.group().startswith("</"):
                yield f"\n{_THOUGHT}\n"
            else:
                thinking = not thinking
            held = held[match.end() :]
        at = held.rfind("<")
        open_end = len(held) if at < 0 or len(held) - at > len("</think>") else at
        if not thinking:
            yield held[:open_end]
        held = held[open_end:]
    if not thinking:
        yield held


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    """The lines of a reply; of an endless one only its beginning."""
    held, skipping = "", False
    for piece in pieces:
        for part in re.split(r"(\n)", piece):
            if part == "\n":
                if not skipping:
                    yield held
                held, skipping = "", False
            elif not skipping:
                held += part
                if len(held) > MAX_LINE_CHARS:
                    yield held[:MAX_LINE_CHARS]
                    held, skipping = "", True
    if held:
        yield held


def _clean(line: str) -> str:
    """NFC on one line; control characters and those that turn the writing direction left out."""
    text = unicodedata.normalize("NFC", line)
    return " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in text).split())


def _of_line(line: str) -> Iterator[Claim]:
    if line[0] in "{[" and (found := _of_json(line)) is not None:
        yield from found
        return
    bare = _BULLET.sub("", line)
    text, position = "", 0
    numbers: list[int] = []
    for match in _NAMED.finditer(bare):
        before = bare[position : match.start()]
        if numbers and text.strip() and _begins(before):
            yield _claim(text, numbers)
            text, numbers = "", []
        text += before
        numbers += [int(n) for n in re.findall(r"\d+", match.group(1) or match.group(2))]
        position = match.end()
    rest = bare[position:]
    if numbers and text.strip() and _begins(rest):
        yield _claim(text, numbers)
        text, numbers = "", []
    text += rest
    if re.search(r"\w", text) and (numbers or not text.rstrip().endswith(":")):
        yield _claim(text, numbers)


def _begins(text: str) -> bool:
    """Whether a new sentence begins behind the numbers of the one before."""
    return bool(_NEW_SENTENCE.match(text) and re.search(r"\w", text))


def _claim(text: str, numbers: Iterable[int]) -> Claim:
    plain = " ".join(_EMPHASIS.sub("", text).split())
    plain = re.sub(r"\s+([.,;:])", r"\1", plain).strip(" ;,").lstrip(".")
    plain = plain.strip()
    if plain and plain[-1] not in ".?!…”":
        plain += "."
    return Claim(plain[:1].upper() + plain[1:], tuple(dict.fromkeys(numbers)))


def _of_json(line: str) -> list[Claim] | None:
    """The claims of a line that is a JSON object or array; None when it is neither."""
    try:
        said = json.loads(line.rstrip(","))
    except (ValueError, RecursionError):
        return None
    found = [
        claim
        for entry in (said if isinstance(said, list) else [said])
        if (claim := _of_object(entry))
    ]
    return found or None


def _of_object(entry: object) -> Claim | None:
    if not isinstance(entry, dict):
        return None
    text = next((entry[key] for key in _TEXT_KEYS if isinstance(entry.get(key), str)), None)
    named: object = next((entry[key] for key in _PASSAGE_KEYS if key in entry), [])
    numbers = [int(n) for n in re.findall(r"\d{1,3}", str(named)[:200])]
    return _claim(_clean(text), numbers) if text and re.search(r"\w", text) else None
