"""A model's reply is read line by line, in whatever shape and pieces it comes."""

import pytest

from app.model.reply import MAX_LINE_CHARS, Claim, claims

ONE = Claim("Có 12 trạm.", (1,))
TWO = Claim("Có 7 lớp.", (2, 3))


@pytest.mark.parametrize(
    "reply",
    [
        "Có 12 trạm. [1]\nCó 7 lớp. [2][3]",
        "Có 12 trạm [1].\nCó 7 lớp [2, 3].\n",
        "- Có 12 trạm. [1]\n- Có 7 lớp. [2; 3]",
        "1. **Có 12 trạm.** [1]\n2) có 7 lớp (đoạn 2, đoạn 3)",
        "* `Có 12 trạm` 【1】\n> Có 7 lớp [đoạn 2 và 3]",
        "[1] Có 12 trạm.\n[2][3] Có 7 lớp.",
        "Có 12 trạm. [1] Có 7 lớp. [2][3]",
        "Có 12 trạm [1]. Có 7 lớp [2] [3].",
        "Các số liệu như sau:\n\nCó 12 trạm. [1]\n```\nCó 7 lớp. [2][3]\n```",
        '{"cau": "Có 12 trạm.", "doan": [1]}\n{"cau": "Có 7 lớp.", "doan": [2, 3]},',
        '[{"text": "Có 12 trạm.", "passages": 1}, {"text": "Có 7 lớp.", "passages": ["2", "3"]}]',
        "<think>Đoạn 1 [1]\nvà 2</think>Có 12 trạm. [1]\nCó 7 lớp. [2][3]",
        "<think>" + "dài " * 1_000 + "</think>\nCó 12 trạm. [1]\nCó 7 lớp. [2][3]",
        "Có 12 trạm. [1]\nCó 7 lớp. [2][3]\nKHÔNG CÓ\nCó 9 xe. [4]",
        "Co\u0301 12 trạm. [1]\u200b\n\x00Có 7 lớp. [2][3]\u202e",
    ],
)
@pytest.mark.parametrize("size", [1, 5, 10_000])
def test_every_shape_gives_the_same_claims(reply: str, size: int) -> None:
    pieces = [reply[i : i + size] for i in range(0, len(reply), size)]
    assert list(claims(pieces)) == [ONE, TWO]


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("", []),
        ("\n\n \n```\n", []),
        ("KHÔNG CÓ", []),
        ("Không có.", []),
        ("Có 12 trạm.", [Claim("Có 12 trạm.")]),
        ("Có 12 trạm (12) năm (2021).", [Claim("Có 12 trạm (12) năm (2021).")]),
        ("Có 12 trạm [1] và 7 lớp [2].", [Claim("Có 12 trạm và 7 lớp.", (1, 2))]),
        ("Có 12 trạm. [1234]", [Claim("Có 12 trạm. [1234].")]),
        ("[1]", []),
        ("{hỏng", [Claim("{hỏng.")]),
        ("[" * 5_000, []),
        ("<think>chưa xong", []),
    ],
)
def test_odd_replies(reply: str, expected: list[Claim]) -> None:
    assert list(claims([reply])) == expected


def test_of_a_line_without_end_only_the_beginning_is_read() -> None:
    (claim,) = claims(iter(["la " * 10_000]))
    assert len(claim.text) <= MAX_LINE_CHARS + 1


def test_reasoning_that_was_never_opened_is_taken_back() -> None:
    said = list(claims(["Để xem đoạn 1.\nCó lẽ 12.\n</think>\n\nCó 12 trạm. [1]"]))
    assert said == [Claim("Để xem đoạn 1."), Claim("Có lẽ 12."), Claim(""), ONE]


def test_a_claim_comes_as_soon_as_its_line_ends() -> None:
    def pieces():
        yield "Có 12 trạm. [1]\n"
        raise AssertionError("read further than needed")

    assert next(claims(pieces())) == ONE
