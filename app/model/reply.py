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

from app.wording import UPPER, folded
from prompts import text as say

MAX_LINE_CHARS = 1_200
"""What follows on a longer line is not read."""
_WORD = r"(?:đoạn|doan|nguồn|nguon|passages?|sources?)?\s*(?:số\s*)?"
_NUMBERS = rf"{_WORD}\d{{1,3}}(?:\s*(?:,|;|và|-|–)\s*{_WORD}\d{{1,3}}){{0,20}}"
_NAMED = re.compile(
    rf"[\[【]\s*({_NUMBERS})\s*[\]】]|\(\s*((?:đoạn|doan|nguồn|nguon)\s*{_NUMBERS})\s*\)", re.I
)
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
    """The claims of a reply, each as soon as its line is complete."""
    nothing = folded(say("model.nothing")).strip()
    for line in _said(_lines(pieces)):
        if folded(line).strip(" .") == nothing:
            return
        yield from _of_line(line)


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


def _said(lines: Iterable[str]) -> Iterator[str]:
    """The lines that speak to the reader: no reasoning block, no fence, cleaned."""
    thinking = False
    for line in lines:
        if "<think" in line:
            thinking = True
        if thinking and "</think" in line:
            thinking = False
            line = line.partition("</think")[2].partition(">")[2]
        cleaned = _clean(line)
        if not thinking and cleaned and not cleaned.startswith("```"):
            yield cleaned


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
        if numbers and _NEW_SENTENCE.match(before) and re.search(r"\w", before):
            yield _claim(text, numbers)
            text, numbers = "", []
        text += before
        numbers += [int(n) for n in re.findall(r"\d+", match.group(1) or match.group(2))]
        position = match.end()
    rest = bare[position:]
    if numbers and _NEW_SENTENCE.match(rest) and re.search(r"\w", rest):
        yield _claim(text, numbers)
        text, numbers = "", []
    text += rest
    if re.search(r"\w", text) and (numbers or not text.rstrip().endswith(":")):
        yield _claim(text, numbers)


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
