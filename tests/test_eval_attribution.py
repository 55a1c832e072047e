"""Citation recall and precision against counts made by hand."""

import fakes_eval as fakes
import pytest

from app.answer import Answer, Citation, Statement, Status
from eval.measures.attribution import attribution, document_numbers, names

STATIONS = "Toàn tỉnh có 120 trạm phát sóng."
MONEY = "Kinh phí 34,05 tỷ đồng."
FIRST_ROW = "1 Số hóa hồ sơ Sở A 5.000 3.000"
SECOND_ROW = "2 Xây cổng dữ liệu Sở B 1.000 500"


def counts(*statements: tuple[str, tuple[str, ...]]) -> tuple[int, int, int, int]:
    """Claims, supported, citations, relevant: for statements given with what they cite."""
    quotes = list(dict.fromkeys(quote for _, cited in statements for quote in cited))
    citations = tuple(fakes.cite(quote, i) for i, quote in enumerate(quotes, start=1))
    said = tuple(
        Statement(text, tuple(quotes.index(quote) + 1 for quote in cited))
        for text, cited in statements
    )
    found = attribution(fakes.case(Answer(Status.ANSWERED, said, citations)))
    return found.n_claims, found.n_supported, found.n_citations, found.n_relevant


def test_a_claim_is_supported_by_the_passage_that_holds_its_figure():
    assert counts(("Có 120 trạm.", (STATIONS,)), ("Hết 34,05 tỷ đồng.", (MONEY,))) == (2, 2, 2, 2)


def test_units_are_converted_but_a_decimal_comma_is_no_thousands_point():
    assert counts(("Hết 34.050 triệu đồng.", (MONEY,))) == (1, 1, 1, 1)
    assert counts(("Hết 34.050 tỷ đồng.", (MONEY,))) == (1, 0, 1, 0)
    assert counts(("Hết 34,050 tỷ đồng.", (MONEY,))) == (1, 1, 1, 1)


def test_a_figure_of_the_neighbouring_row_supports_nothing():
    assert counts(("Số hóa hồ sơ: 5.000 triệu đồng.", (FIRST_ROW,))) == (1, 1, 1, 1)
    assert counts(("Số hóa hồ sơ: 1.000 triệu đồng.", (FIRST_ROW,))) == (1, 0, 1, 0)


def test_a_claim_without_a_citation_is_not_supported():
    assert counts(("Có 120 trạm.", ())) == (1, 0, 0, 0)


def test_a_citation_that_adds_nothing_is_irrelevant():
    # ALCE: it does not support alone, and the other supports without it.
    assert counts(("Có 120 trạm.", (STATIONS, MONEY))) == (1, 1, 2, 1)


def test_two_passages_that_only_together_support_are_both_relevant():
    assert counts(("Có 120 trạm, hết 34,05 tỷ đồng.", (STATIONS, MONEY))) == (1, 1, 2, 2)


def test_two_passages_that_each_support_are_both_relevant():
    citations = (fakes.cite(STATIONS, 1), fakes.cite("120 trạm", 2))
    said = (Statement("Có 120 trạm.", (1, 2)),)
    found = attribution(fakes.case(Answer(Status.ANSWERED, said, citations)))
    assert (found.n_supported, found.n_relevant) == (1, 2)


def test_another_province_s_name_is_not_supported():
    assert counts(("Tỉnh A có 120 trạm.", (STATIONS,))) == (1, 1, 1, 1)
    assert counts(("Cao Bằng có 120 trạm.", (STATIONS,))) == (1, 0, 1, 0)


def test_a_document_number_must_stand_in_the_citation():
    assert counts(("Theo Quyết định 749/QĐ-TTg, có 120 trạm.", (STATIONS,))) == (1, 0, 1, 0)


def test_what_is_said_to_be_absent_is_no_claim():
    assert counts(("Kế hoạch không nêu.", ())) == (0, 0, 0, 0)


def test_words_alone_are_held_by_half_of_their_syllables():
    assert counts(("trạm phát sóng của toàn tỉnh", (STATIONS,))) == (1, 1, 1, 1)
    assert counts(("máy chủ đặt ở trung tâm", (STATIONS,))) == (1, 0, 1, 0)


def test_a_citation_into_a_plan_that_is_not_indexed_supports_by_its_quote_alone():
    quote = "Có 7 máy chủ."
    citation = Citation(1, "9", "9/KH-UBND", "", "", quote, 0, len(quote), "c")
    said = (Statement("7 máy chủ", (1,)),)
    found = attribution(fakes.case(Answer(Status.ANSWERED, said, (citation,))))
    assert found.n_supported == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Tư pháp tỉnh Thanh Hóa dùng LGSP.", ("Sở Tư", "Thanh Hóa", "LGSP")),
        ("Kế hoạch nêu rõ", ()),
        ("Đến năm 2025, Thanh Hóa, Lạng Sơn", ("Thanh Hóa", "Lạng Sơn")),
        ("", ()),
    ],
)
def test_names(text, expected):
    assert names(text) == expected


def test_document_numbers():
    text = "Nghị định 47/2020/NĐ-CP, Quyết định số 749/QĐ-TTg và Nghị quyết 52-NQ/TW năm 2021"
    assert document_numbers(text) == ("47/2020/NĐ-CP", "749/QĐ-TTg", "52-NQ/TW")
