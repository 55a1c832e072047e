"""Text typed with Telex keys and no Telex program: "thuee dichj vuj" is "thuê dịch vụ".

Works on whole sentences only: "max" or "test" alone may be a word of another language, but a
text most of whose words decode to Vietnamese syllables was meant so.
"""

import re
import unicodedata

_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_SHAPES = {"a": "\u0302", "e": "\u0302", "o": "\u0302"}  # "aa" "ee" "oo"
_HOOKS = {"a": "\u0306", "o": "\u031b", "u": "\u031b"}  # "aw" "ow" "uw"
_WORD = re.compile(r"[A-Za-z]+")
# A Vietnamese syllable without marks: onset, one to three vowels, final consonant.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_MIN_SHARE = 0.4


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def is_syllable(word: str) -> bool:
    """Whether the word can be a Vietnamese syllable, whatever its marks: "cos" can not."""
    return _SYLLABLE.fullmatch(_bare(word).lower().replace("đ", "d")) is not None


_MAX_KEYS = 12
"""No syllable takes more keys ("nghieengs" takes nine)."""


def decode(word: str) -> str | None:
    """The syllable that the keys of one word mean, or None when they mean none."""
    if len(word) > _MAX_KEYS or not _WORD.fullmatch(word):
        return None
    letters: list[str] = []
    tone = ""
    for key in word:
        small, before = key.lower(), letters[-1].lower() if letters else ""
        if small in _SHAPES and before == small:
            letters[-1] += _SHAPES[small]
        elif small == "d" and before == "d" and len(letters) == 1:
            letters[-1] = "Đ" if letters[-1] == "D" else "đ"
        elif small == "w" and before in _HOOKS:
            if before == "o" and len(letters) > 1 and letters[-2].lower() == "u":
                letters[-2] += _HOOKS["u"]
            letters[-1] += _HOOKS[before]
        elif small in _TONES and not tone and any(c[0].lower() in "aeiouy" for c in letters):
            tone = _TONES[small]
        else:
            letters.append(key)
    syllable = "".join(letters)
    if not tone and syllable == word:
        return None
    return _toned(letters, tone) if is_syllable(syllable) else None


def _toned(letters: list[str], tone: str) -> str:
    """The letters with the tone on a vowel; `analyzer.spelling` moves it to its place."""
    vowels = [i for i, letter in enumerate(letters) if letter[0].lower() in "aeiouy"]
    place = next((i for i in reversed(vowels) if len(letters[i]) > 1), vowels[0])
    if len(vowels) > 1 and len(letters[place]) == 1:
        # "hoaf", "quyx": after q and g the first vowel letter belongs to the onset.
        onset = "".join(letters[: vowels[0] + 1]).lower()
        closed = vowels[-1] < len(letters) - 1
        place = vowels[-1] if closed or onset in ("qu", "gi") else vowels[len(vowels) - 2]
    letters = [letter + tone if i == place else letter for i, letter in enumerate(letters)]
    return unicodedata.normalize("NFC", "".join(letters))


def untelex(text: str) -> str:
    """The text with its Telex words decoded; unchanged unless many of its words are such."""
    words = _WORD.findall(text) if text.isascii() else []
    decoded = {word: syllable for word in words if (syllable := decode(word)) is not None}
    share = sum(word in decoded for word in words) / max(len(words), 1)
    if len(words) < 2 or share < _MIN_SHARE:
        return text
    return _WORD.sub(lambda match: decoded.get(match.group(), match.group()), text)
