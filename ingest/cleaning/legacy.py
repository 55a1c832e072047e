"""Vietnamese as the fonts before Unicode stored it, and what makes a syllable Vietnamese.

A text set in .VnTime (TCVN3) or VNI-Times keeps Vietnamese letters at the places of Western
ones; read as Windows-1252 it comes out as "KÕ ho¹ch" or "Keá hoaïch". The tables are those of
TCVN 5712:1993 (VN3) and of VNI-Windows. Which one a text is in, encodings.py decides.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_SHARP_TONES = {"\u0301", "\u0323"}  # the only tones of a syllable that ends in c, ch, k, p, t
_ONSETS = "ngh ng nh gh gi kh ch ph th tr qu b c d đ g h k l m n p r s t v x"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
    " e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
    " i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêt yêu ynh ych yt yn"
    " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet"
    " oi om on ong oong op ot oc ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
    " u ua uân uâng uât uây ui um un ung up ut uc uê uêch uênh uêu uôc uôi uôm uôn uông uôt uơ"
    " uy uya uych uynh uyt uyêt uyên uyu uyn uyp"
    " ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu"
)
_SYLLABLE = re.compile(f"(?:{_ONSETS.replace(' ', '|')})?(?:{_RIMES.replace(' ', '|')})")

# Codes 0xB5 to 0xFE in the order of the code page; "" is unassigned there.
_TCVN3_LOW = "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đ"
_TCVN3_HIGH = (
    "µà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộ"
    "êờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ"
)
# Text layers turn the code of "ư" (a soft hyphen elsewhere) into a minus sign, "µ" into a mu.
_TCVN3_STRAY = "\u2212ư\u03bcà"
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVES = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_SINGLES = "íìæóòîñôö", "íìỉĩịỵđơư"
_ASCII_LOWER = re.compile("[a-z]")
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=32768)
def is_syllable(word: str) -> bool:
    """Whether the word has the form of a Vietnamese syllable: onset, rime, a tone that fits."""
    tones: list[str] = []
    letters: list[str] = []
    for char in unicodedata.normalize("NFD", word.lower()):
        (tones if char in _TONES else letters).append(char)
    bare = unicodedata.normalize("NFC", "".join(letters))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not bare.endswith(("c", "ch", "k", "p", "t")) or (
        bool(tones) and tones[0] in _SHARP_TONES
    )


def _tcvn3_table() -> dict[int, str]:
    pairs = _TCVN3_LOW + _TCVN3_HIGH + _TCVN3_STRAY
    return {ord(code): letter for code, letter in zip(pairs[::2], pairs[1::2], strict=True)}


def _vni_table() -> dict[str, str]:
    """Each VNI sequence (a base letter with its mark, or one code) and its letter."""
    small: dict[str, str] = dict(zip(*_VNI_SINGLES, strict=True))
    for base, letter in zip("aeouyôö", "aeouyơư", strict=True):
        small |= {base + mark: letter + tone for mark, tone in _VNI_TONES.items()}
    for base in "aeo":
        small |= {base + mark: base + "\u0302" + tone for mark, tone in _VNI_HATS.items()}
    small |= {"a" + mark: "a\u0306" + tone for mark, tone in _VNI_BREVES.items()}
    table = {}
    for codes, letters in small.items():
        composed = unicodedata.normalize("NFC", letters)
        table[codes] = composed
        table[codes.upper()] = table[codes[0].upper() + codes[1:]] = composed.upper()
    return table


_TCVN3 = _tcvn3_table()
_VNI = _vni_table()
_VNI_MARKS = "".join(sorted({codes[1] for codes in _VNI if len(codes) > 1}))
_VNI_CODES = re.compile(
    f"[aeouyôöAEOUYÔÖ][{_VNI_MARKS}]|[{''.join(codes for codes in _VNI if len(codes) == 1)}]"
)


def _is_shouted(word: str) -> bool:
    """Whether a word with marks is in capitals: "HoẠCH" is not, "HOạCH" and "ủY" are."""
    plain = [char for char in word if char.isascii()]
    enough = len(plain) > 1 or (len(plain) == 1 and word[0].islower())
    return enough and len(plain) < len(word) and all(map(str.isupper, plain))


def _shouted(text: str) -> str:
    """The text with words in capitals made whole: capital fonts share the codes of small letters.

    "Xã" alone may be "XÃ" or "Xã", so a word counts by itself or by its line: one that has a
    plain small letter nowhere and such a word somewhere ("XÃ HộI", not "Số: 12/KH-UBND").
    """
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if line.isascii() or not any(map(_is_shouted, _LETTERS.findall(line))):
            continue
        if _ASCII_LOWER.search(line):
            lines[index] = _LETTERS.sub(
                lambda match: match[0].upper() if _is_shouted(match[0]) else match[0], line
            )
        else:
            lines[index] = line.upper()
    return "\n".join(lines)


def from_tcvn3(text: str) -> str:
    """The text of TCVN3 codes that were read as Windows-1252 ("KÕ ho¹ch" → "Kế hoạch")."""
    return _shouted(text.translate(_TCVN3))


def _vni_letter(match: re.Match[str]) -> str:
    codes = match.group()
    whole = _VNI.get(codes)
    return whole if whole else "".join(_VNI.get(code, code) for code in codes)


def from_vni(text: str) -> str:
    """The text of VNI codes that were read as Windows-1252 ("Keá hoaïch" → "Kế hoạch")."""
    return _VNI_CODES.sub(_vni_letter, text)
