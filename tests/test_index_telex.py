"""Telex keys typed without a Telex program."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.terms.telex import decode, untelex


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("thuee", "thuê"), ("dichj", "dịch"), ("vuj", "vụ"), ("heej", "hệ"), ("thoongs", "thống"),
        ("tieenf", "tiền"), ("dduowngf", "đường"), ("dduwowcj", "được"), ("Hoas", "Hóa"),
        ("nguwowif", "người"), ("quys", "quý"), ("toanf", "toàn"), ("giaf", "già"), ("DDaf", "Đà"),
        ("mangj", "mạng"), ("mojt", "mọt"), ("cuar", "của"),
    ],
)  # fmt: skip
def test_a_word_is_decoded(keys: str, meant: str) -> None:
    assert decode(keys) == meant


@pytest.mark.parametrize(
    "word", ["la", "bao", "server", "website", "LGSP", "class", "2021", "", "kế"]
)
def test_a_word_that_is_no_telex_syllable_is_not(word: str) -> None:
    assert decode(word) is None


def test_a_sentence_is_decoded_and_its_plain_words_kept() -> None:
    typed = "thuee dichj vuj heej thoongs baos caos heets bao nhieeu tieenf"
    assert untelex(typed) == "thuê dịch vụ hệ thống báo cáo hết bao nhiêu tiền"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "max",
        "tong kinh phi la bao nhieu",
        "test server website",
        "kế hoạch thuee",
        "ke hoach cntt",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert untelex(text) == text


@given(st.text(alphabet="aeioudwsfrxjbcghnt ", max_size=60))
def test_any_keys_give_text(text: str) -> None:
    assert isinstance(untelex(text), str)
