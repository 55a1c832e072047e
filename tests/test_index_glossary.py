"""The word lists as data: enough of them, well formed, and no phrase that opens everything."""

import unicodedata
from collections import Counter
from importlib import resources

import pytest

from index.queries.query import SYNONYM_WEIGHT, query_reader
from index.terms.analyzer import Analyzer

NAMES = ("synonyms.tsv", "abbreviations.tsv")
MAX_SYLLABLES_OF_A_PHRASE = 6


def _text(name: str) -> str:
    return resources.files("index.terms").joinpath(name).read_text(encoding="utf-8")


def _rows(name: str) -> list[list[str]]:
    lines = _text(name).splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(Analyzer().syllables(phrase))


def test_there_are_enough_groups_and_abbreviations() -> None:
    assert len(_rows("synonyms.tsv")) >= 250
    assert len(_rows("abbreviations.tsv")) >= 120


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_nfc_and_every_cell_is_trimmed(name: str) -> None:
    assert unicodedata.is_normalized("NFC", _text(name))
    assert [row for row in _rows(name) if any(not c or c != c.strip() for c in row)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_row_says_at_least_two_things_and_none_twice(name: str) -> None:
    rows = [[phrase.casefold() for phrase in row] for row in _rows(name)]
    assert [row for row in rows if len(row) < 2 or len(set(row)) < len(row)] == []


def test_no_group_holds_one_phrase_in_two_spellings() -> None:
    # An abbreviation may: "cán bộ, công chức" and "cán bộ công chức" are scored differently.
    groups = [[_key(phrase) for phrase in row] for row in _rows("synonyms.tsv")]
    assert [group for group in groups if len(set(group)) < len(group)] == []


def test_no_phrase_stands_in_more_than_three_groups() -> None:
    counts = Counter(_key(phrase) for row in _rows("synonyms.tsv") for phrase in row)
    assert {phrase: n for phrase, n in counts.items() if n > 3} == {}


def test_no_phrase_is_longer_than_the_limit() -> None:
    phrases = [phrase for row in _rows("synonyms.tsv") for phrase in row]
    assert [p for p in phrases if len(_key(p)) > MAX_SYLLABLES_OF_A_PHRASE] == []


def test_no_two_groups_are_the_same() -> None:
    groups = Counter(frozenset(map(_key, row)) for row in _rows("synonyms.tsv"))
    assert {group: n for group, n in groups.items() if n > 1} == {}


def test_every_abbreviation_is_given_once() -> None:
    counts = Counter(_key(row[0]) for row in _rows("abbreviations.tsv"))
    assert {short: n for short, n in counts.items() if n > 1} == {}


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("dự án được rót vốn năm nào", "bố trí vốn"),
        ("hết bao nhiêu tiền", "tổng kinh phí"),
        ("cơ quan nào lo việc này", "cơ quan chủ trì"),
        ("du lieu bi ro ri", "lộ lọt"),
        ("chậm nhất ngày nào", "trước ngày"),
        ("họp online", "hội nghị truyền hình"),
        ("chuỗi khối", "blockchain"),
        ("nộp hồ sơ qua mạng", "nộp hồ sơ trực tuyến"),
    ],
)
def test_everyday_words_open_the_administrative_ones(query: str, target: str) -> None:
    expansions = query_reader().read(query).expansions
    assert target in {e.target for e in expansions if e.weight == SYNONYM_WEIGHT}


@pytest.mark.parametrize("query", ["ai làm", "lần đầu", "lan toả", "có được", "làm gì", "chi"])
def test_bare_general_words_open_nothing(query: str) -> None:
    assert query_reader().read(query).expansions == ()


def test_a_level_of_service_does_not_open_another_level() -> None:
    targets = {e.target for e in query_reader().read("dịch vụ công mức độ 4").expansions}
    assert "DVC mức 4" in targets
    assert not [target for target in targets if "3" in target]
