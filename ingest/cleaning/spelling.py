"""The likeliest spelling of a line that OCR read: marks misread are told by the neighbours.

Every syllable may stand for another one of the same letters (thông, thống, thong…). Of all
readings of a line the one is taken whose pairs of neighbours were seen most often, each change
paid for: the more marks it changes and the commoner the syllable as read, the more evidence it
needs. Found by dynamic programming over the line (Viterbi, 1967).
"""

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.cleaning.pairs import Pairs
from ingest.vietnamese import canonical_tone, fold, is_all_caps

WORD = re.compile(r"[^\W\d_]+")
# What two words must have between them to be read as a pair.
_BETWEEN = re.compile(r"[ \u00a0]")
# "II. ", "a) ", "2.1. ": what stands before the first word of a heading
_LABEL = re.compile(r"\w{1,4}(?:\.\d{1,2}){0,3}[.)/]\s*")
_HATS, _BARE = frozenset("âêô"), frozenset("aeioudy")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Evidence and prices are in bits. A pair that was never seen counts like one seen so often:
_UNSEEN = 4
_TONE_OVER_HAT, _DOT_AS_TONE, _LOST, _INVENTED = 2.5, 3.5, 4.5, 7.0
_PER_MARK = 3.0
_COMMON, _COMMON_PRICE = 2000, 2.5
_NAME_PRICE = 5.0


@dataclass(frozen=True, slots=True)
class _Place:
    """A word of the line: its readings with their prices, and whether one stands right before."""

    readings: tuple[tuple[str, float], ...]
    joined: bool


def spelled(line: str, pairs: Pairs) -> list[tuple[re.Match[str], str]]:
    """The words of a line, each with its likeliest spelling in small letters."""
    words = list(WORD.finditer(line))
    caps = is_all_caps(line)
    places = []
    for index, match in enumerate(words):
        opens = index == 0 or bool(_LABEL.fullmatch(line[: match.start()]))
        joined = index > 0 and bool(
            _BETWEEN.fullmatch(line[words[index - 1].end() : match.start()])
        )
        places.append(_Place(_readings(match.group(), caps or opens, pairs), joined))
    return list(zip(words, _likeliest(places, pairs), strict=True))


def _readings(word: str, free: bool, pairs: Pairs) -> tuple[tuple[str, float], ...]:
    """The word's readings and prices; `free`: its capitals say nothing of a name."""
    own = canonical_tone(word)
    small = word.islower() or (free and (word.isupper() or word[1:].islower()))
    if not small and not word[1:].islower():
        return ((own, 0.0),)
    price = 0.0
    if not small and pairs.knows(own):
        price += _NAME_PRICE
    if pairs.totals.get(own, 0) >= _COMMON:
        price += _COMMON_PRICE
    others = (other for other in pairs.spellings.get(fold(word), ()) if other != own)
    return (
        (own, 0.0),
        *((other, price + _slip(own, other)) for other in others),
    )


@lru_cache(maxsize=16384)
def _slip(read: str, meant: str) -> float:
    """What it costs to take one syllable for another of the same letters: OCR loses marks.

    Cheapest is a tone lost over a hat ("phân" for "phần"), then the dot of an i taken for a tone
    ("mỉnh" for "minh"), then other lost marks; marks that OCR would have invented cost most.
    """
    (tone, letters), (meant_tone, meant_letters) = _parted(read), _parted(meant)
    changed = [one for one, other in zip(letters, meant_letters, strict=False) if one != other]
    n_marks = len(changed) + (tone != meant_tone)
    if not changed and not tone and _HATS.intersection(letters):
        price = _TONE_OVER_HAT
    elif not changed and not meant_tone and "i" in letters:
        price = _DOT_AS_TONE
    elif (tone and tone != meant_tone) or not _BARE.issuperset(changed):
        price = _INVENTED
    else:
        price = _LOST
    return price + _PER_MARK * (n_marks - 1)


def _parted(syllable: str) -> tuple[str, str]:
    """(the tone, the letters without it)."""
    decomposed = unicodedata.normalize("NFD", syllable)
    tone = "".join(char for char in decomposed if char in _TONES)
    bare = "".join(char for char in decomposed if char not in _TONES)
    return tone, unicodedata.normalize("NFC", bare)


def _evidence(count: int) -> float:
    return math.log2(max(count, _UNSEEN)) - math.log2(_UNSEEN)


def _likeliest(places: Sequence[_Place], pairs: Pairs) -> list[str]:
    """The readings of the words, one each, whose evidence less prices is greatest."""
    best: list[dict[str, tuple[float, str]]] = []
    for place in places:
        before = best[-1] if best else {"": (0.0, "")}
        unpaired = max(before.items(), key=lambda item: item[1][0])
        column = {}
        for reading, price in place.readings:
            if place.joined:
                score, came = max(
                    (value + _evidence(pairs.count(left, reading)), left)
                    for left, (value, _) in before.items()
                )
            else:
                score, came = unpaired[1][0], unpaired[0]
            column[reading] = (score - price, came)
        best.append(column)
    chosen: list[str] = []
    following = max(best[-1], key=lambda reading: best[-1][reading][0]) if best else ""
    for column in reversed(best):
        chosen.append(following)
        following = column[following][1]
    return chosen[::-1]
