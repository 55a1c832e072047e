"""Slips of typing are repaired where the corpus proves it, and only there."""

from collections import Counter

import pytest

from index.queries.query import query_reader
from index.queries.slips import MAX_SLIPS, SLIP_WEIGHT, SlipReader
from index.terms.analyzer import Analyzer

TEXTS = (
    *["Kinh phí thực hiện kế hoạch"] * 6,
    "Hội nghị trực tuyến có 12 điểm cầu",
    "Xây dựng nền tảng; sử dụng nền tảng chung",
    "Thông tin về nông nghiệp",
    "Phí và lệ phí",
)


class _Corpus:
    def __init__(self) -> None:
        self._rows = Counter(term for text in TEXTS for term in set(Analyzer().terms(text)))

    def frequency(self, term: str) -> int:
        return self._rows[term]

    def syllables(self) -> list[str]:
        return [term for term in self._rows if term.isalpha()]


@pytest.fixture(scope="module")
def slips() -> SlipReader:
    words = query_reader()
    return SlipReader(_Corpus(), words.known, words.stop)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("họp trưc tuyến", "họp trực tuyến"),  # a missing mark
        ("điiểm cầu", "điểm cầu"),  # a doubled letter
        ("12 đim cầu", "12 điểm cầu"),  # a missing one
        ("thôgn tin", "thông tin"),  # two swapped
        ("kế hoạhc", "kế hoạch"),
        ("nong ngiep", "nong nghiep"),  # no marks typed: none given
        ("ở phis nào", "ở phí nào"),  # Telex keys in one word
        ("khinh phis", "kinh phi"),  # a repaired word proves its neighbour
    ],
)
def test_a_slip_is_read_as_the_corpus_writes_it(slips: SlipReader, typed: str, meant: str) -> None:
    text, repairs = slips.corrected(typed)
    assert text == meant
    assert all(repair.weight == SLIP_WEIGHT for repair in repairs)


def test_each_repair_is_told(slips: SlipReader) -> None:
    _, repairs = slips.corrected("Họp trưc tuyến")
    assert [(one.source, one.target) for one in repairs] == [("trưc", "trực")]


def test_a_real_word_yields_only_to_a_bound_pair(slips: SlipReader) -> None:
    # "phí" hardly stands without "kinh"; "nền" may stand after anything.
    assert slips.corrected("khinh phí")[0] == "kinh phí"
    assert slips.corrected("phải dừng nền tảng")[0] == "phải dừng nền tảng"


@pytest.mark.parametrize(
    "question", ["trồng lúa ở đâu", "chữ kí số", "smartphone", "CNXT tuyến", "dc bn", "", "!?"]
)
def test_what_nothing_proves_stays(slips: SlipReader, question: str) -> None:
    assert slips.corrected(question) == (question, ())


def test_only_so_many_words_are_looked_at(slips: SlipReader) -> None:
    unknown = "xqzt " * MAX_SLIPS
    assert slips.corrected(f"{unknown}trưc tuyến")[1] == ()
