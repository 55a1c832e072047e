"""Text in the encodings of before Unicode: cp1258, TCVN3 (ABC) and VNI."""

import unicodedata

_TCVN3_CHARS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
_TCVN3_BYTES = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢£¤¥¦§"
_TCVN3 = dict(zip(_TCVN3_CHARS, _TCVN3_BYTES, strict=True))
_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_TONES = {_GRAVE: "ø", _HOOK: "û", _TILDE: "õ", _ACUTE: "ù", _DOT: "ï"}
_HAT = {"": "â", _GRAVE: "à", _HOOK: "å", _TILDE: "ã", _ACUTE: "á", _DOT: "ä"}
_BREVE = {"": "ê", _GRAVE: "è", _HOOK: "ú", _TILDE: "ü", _ACUTE: "é", _DOT: "ë"}
_VNI_WHOLE = dict(zip("íìỉĩịđỵơư", "íìæóòñîôö", strict=True))
# Vietnamese text has these too; neither old encoding holds them.
_PLAIN = str.maketrans({"–": "-", "“": '"', "”": '"', "’": "'", "…": "...", "•": "-"})


def tcvn3(text: str) -> bytes:
    """TCVN3: capitals with a tone are typed in a font of capitals, so their bytes are small."""
    out = []
    for char in unicodedata.normalize("NFC", text).translate(_PLAIN):
        out.append(_TCVN3.get(char) or _TCVN3.get(char.lower()) or char)
    return "".join(out).encode("latin-1")


def _vni_letter(char: str) -> str:
    lower = char.lower()
    decomposed = unicodedata.normalize("NFD", lower)
    tone = next((c for c in decomposed if c in _TONES), "")
    bare = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    if lower in _VNI_WHOLE:
        made = _VNI_WHOLE[lower]
    elif bare in "âêô":
        made = {"â": "a", "ê": "e", "ô": "o"}[bare] + _HAT[tone]
    elif bare == "ă":
        made = "a" + _BREVE[tone]
    else:
        made = _VNI_WHOLE.get(bare, bare) + _TONES.get(tone, "")
    return made if char == lower else made.upper()


def vni(text: str) -> bytes:
    """VNI Windows: a letter, and its marks as a second letter."""
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return "".join(c if c.isascii() else _vni_letter(c) for c in plain).encode("latin-1")


def cp1258(text: str) -> bytes:
    """cp1258: letters with hat, breve or horn are whole, tones follow them."""
    out = []
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(c for c in parts if c in _TONES)
        out.append(
            unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES)) + tone
        )
    return "".join(out).encode("cp1258")
