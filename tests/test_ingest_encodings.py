"""Bytes to text: every Vietnamese letter in every encoding, and nothing right is ever touched."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.cleaning.encodings import Decoded, decode, decode_named, repair_legacy
from ingest.cleaning.legacy import from_tcvn3, from_vni, is_syllable
from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import Line
from ingest.readers.text import read_text

TEXT = (
    "Kế hoạch ứng dụng công nghệ thông tin của tỉnh An Giang đến năm 2025.\n"
    "Bảo đảm an toàn thông tin mạng; thực hiện chuyển đổi số ở cấp xã, hỗ trợ người dân."
)
# The same text in the bytes of each font's encoding, written by hand from the code pages.
TCVN3 = (
    "KÕ ho¹ch øng dông c«ng nghÖ th«ng tin cña tØnh An Giang ®Õn n¨m 2025.\n"
    "B¶o ®¶m an toµn th«ng tin m¹ng; thùc hiÖn chuyÓn ®æi sè ë cÊp x·, hç trî ng\u00adêi d©n."
)
VNI = (
    "Keá hoaïch öùng duïng coâng ngheä thoâng tin cuûa tænh An Giang ñeán naêm 2025.\n"
    "Baûo ñaûm an toaøn thoâng tin maïng; thöïc hieän chuyeån ñoåi soá ôû caáp xaõ, hoã trôï ngöôøi daân."
)
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES]
LETTERS = [letter for letter in LETTERS if letter not in "aeiouy"] + ["đ"]
TCVN3_CODES = (
    *("µ¶·¸¹", "¨»¼½¾Æ", "©ÇÈÉÊË", "ÌÎÏÐÑ", "ªÒÓÔÕÖ", "×ØÜÝÞ", "ßáâãä", "«åæçèé", "¬êëìíî"),
    *("ïñòóô", "\u00adõö÷øù", "úûüýþ", "®"),
)
VNI_CODES = (
    *("aø aû aõ aù aï", "aê aè aú aü aé aë", "aâ aà aå aã aá aä", "eø eû eõ eù eï"),
    *("eâ eà eå eã eá eä", "ì æ ó í ò", "oø oû oõ où oï", "oâ oà oå oã oá oä"),
    *("ô ôø ôû ôõ ôù ôï", "uø uû uõ uù uï", "ö öø öû öõ öù öï", "yø yû yõ yù î", "ñ"),
)


def test_the_alphabet_is_whole():
    assert len(LETTERS) == len(set(LETTERS)) == 67
    assert len("".join(TCVN3_CODES)) == 67
    assert len(" ".join(VNI_CODES).split()) == 67


@pytest.mark.parametrize(("code", "letter"), list(zip("".join(TCVN3_CODES), LETTERS, strict=True)))
def test_tcvn3_letters(code: str, letter: str):
    assert from_tcvn3(code) == letter
    assert from_tcvn3(f"BB{code}") == f"BB{letter.upper()}"


@pytest.mark.parametrize(("code", "letter"), list(zip("¡¢£¤¥¦§", "ĂÂÊÔƠƯĐ", strict=True)))
def test_tcvn3_capitals_with_codes_of_their_own(code: str, letter: str):
    assert from_tcvn3(f"{code}a") == f"{letter}a"


@pytest.mark.parametrize(
    ("code", "letter"), list(zip(" ".join(VNI_CODES).split(), LETTERS, strict=True))
)
def test_vni_letters(code: str, letter: str):
    assert from_vni(code) == letter
    assert from_vni(code.upper()) == letter.upper()
    assert from_vni(code[0].upper() + code[1:]) == letter.upper()


def bytes_1258(text: str) -> bytes:
    """The text as Windows-1258 stores it: letters with circumflex, breve or horn, then the tone."""
    out = b""
    for char in text:
        decomposed = unicodedata.normalize("NFD", char)
        tone = "".join(c for c in decomposed if c in "".join(TONES))
        rest = unicodedata.normalize(
            "NFC", "".join(c for c in decomposed if c not in "".join(TONES))
        )
        out += rest.encode("cp1258") + tone.encode("cp1258")
    return out


@pytest.mark.parametrize("letter", [*LETTERS, *map(str.upper, LETTERS)])
def test_windows_1258_letters(letter: str):
    text = f"{TEXT}\n{letter}"
    assert decode_named(bytes_1258(text)) == Decoded(text, "Windows-1258")


ENCODED = [
    (TEXT.encode(), "UTF-8"),
    (TEXT.encode("utf-8-sig"), "UTF-8"),
    (TEXT.encode("utf-16"), "UTF-16"),
    (TEXT.encode("utf-16-le"), "UTF-16"),
    (TEXT.encode("utf-16-be"), "UTF-16"),
    (TEXT.encode("utf-32"), "UTF-32"),
    (bytes_1258(TEXT), "Windows-1258"),
    (TCVN3.encode("latin-1"), "TCVN3"),
    (TCVN3.encode(), "TCVN3"),
    (VNI.encode("latin-1"), "VNI"),
    (VNI.encode(), "VNI"),
    (TEXT.encode().decode("latin-1").encode(), "UTF-8 mã hóa hai lần"),
]


@pytest.mark.parametrize(("data", "encoding"), ENCODED)
def test_every_encoding_is_told(data: bytes, encoding: str):
    assert decode_named(data) == Decoded(TEXT, encoding)


def test_capitals_of_the_capital_fonts():
    text = f"{TCVN3}\nKÕ HO¹CH\nñY BAN NH¢N D¢N\nSè: 12/KH-UBND\nTM. ñY BAN cña tØnh\nX· VÜNH AN"
    repaired, encoding = repair_legacy(text)
    assert encoding == "TCVN3"
    assert repaired.split("\n")[2:] == [
        *("KẾ HOẠCH", "ỦY BAN NHÂN DÂN", "Số: 12/KH-UBND", "TM. ỦY BAN của tỉnh", "XÃ VĨNH AN"),
    ]


def test_double_utf8_of_windows_1252():
    twice = "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in TEXT.encode())
    assert repair_legacy(twice) == (TEXT, "UTF-8 mã hóa hai lần")


RIGHT = [
    TEXT,
    unicodedata.normalize("NFD", TEXT),
    "Và có là ba bà cô, đi chợ.",
    "và có là mà",
    "Phần cứng, 15 m² × 3 §1 © 2024 «A»",
    "plain ASCII text, 12/KH-UBND",
    "Le café déjà préparé à l'école",
    "",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_is_never_touched(text: str):
    assert repair_legacy(text) == (text, None)


def test_a_newer_menu_around_an_old_document_stays():
    menu = "Trang chủ\nVăn bản chỉ đạo\nvà\n"
    assert repair_legacy(menu + TCVN3) == (menu + TEXT, "TCVN3")


def test_utf8_cut_inside_of_a_letter():
    assert decode((TEXT * 5).encode() + "ạ".encode()[:2]) == TEXT * 5 + "\ufffd"


NOT_TEXT = [
    bytes(range(256)) * 20,
    b"\x89PNG\r\n\x1a\n" + bytes(300),
    "Le café déjà préparé à l'école française".encode("latin-1"),
    b"\xff\xfe\x00",
    b"abc\x00def" * 50,
]


@pytest.mark.parametrize("data", NOT_TEXT)
def test_no_text_is_rejected(data: bytes):
    with pytest.raises(RejectedFileError) as caught:
        decode(data)
    assert caught.value.code == "not_text"


SYLLABLES = "kế hoạch nghiệp giữa quyết quốc khuỷu yêu gì kỹ lý thuở ngoằn ươm đắk hoà hòa UỶ"
NO_SYLLABLES = "tếh bậcc ngé_ đa1 xxà café ồi8 ắck tạcht hộp̉"


def test_syllables():
    assert [w for w in SYLLABLES.split() if not is_syllable(w)] == []
    assert [w for w in NO_SYLLABLES.split() if is_syllable(w)] == []
    assert not is_syllable("bàc")
    assert is_syllable("bác")


def test_read_text():
    source = read_text(TEXT.encode("utf-16"), Limits())
    assert source.parts == tuple(Line(line) for line in TEXT.split("\n"))
    assert (source.kind, source.paragraphs, source.warnings) == ("text", False, ())
    assert "TCVN3" in read_text(TCVN3.encode("latin-1"), Limits()).warnings[0]


def test_one_line_of_many_megabytes():
    data = (TEXT.replace("\n", " ") * 200_000).encode()
    started = time.thread_time()
    source = read_text(data, Limits())
    assert len(source.parts) == 1
    assert len(data) / 1e6 / (time.thread_time() - started) > 20


@pytest.mark.parametrize("old", [TCVN3, VNI])
def test_long_lines_of_old_fonts_are_converted_in_pieces(old: str):
    data = (old.replace("\n", " ") + " ").encode("latin-1") * 10_000
    assert decode(data) == (TEXT.replace("\n", " ") + " ") * 10_000


def test_too_large():
    with pytest.raises(RejectedFileError) as caught:
        read_text(b"x" * 11, Limits(max_inflated_bytes=10))
    assert caught.value.code == "too_large"


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300), st.text(max_size=100).map(lambda t: t.encode("utf-8", "replace"))
    )
)
def test_any_bytes(data: bytes):
    try:
        text = decode(data)
    except RejectedFileError as error:
        assert error.code == "not_text"
    else:
        assert len(text) <= len(data)


@given(st.lists(st.sampled_from(TEXT.split()), max_size=30).map(" ".join))
def test_vietnamese_is_its_own_repair(text: str):
    assert repair_legacy(text) == (text, None)
