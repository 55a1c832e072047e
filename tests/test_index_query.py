"""Questions as terms: folding, stop words, abbreviations both ways, synonyms."""

import pytest

from index.queries.query import (
    ABBREVIATION_WEIGHT,
    MAX_SYLLABLES,
    SYNONYM_WEIGHT,
    QueryReader,
    query_reader,
)
from index.terms.analyzer import Analyzer


@pytest.fixture
def reader() -> QueryReader:
    return query_reader()


def _targets(reader: QueryReader, query: str, weight: float) -> set[str]:
    return {e.target for e in reader.read(query).expansions if e.weight == weight}


def test_an_accented_question_keeps_exact_and_loose_terms(reader: QueryReader) -> None:
    read = reader.read("Kế hoạch của tỉnh")
    assert not read.folded
    assert read.terms == ("kế", "hoạch", "của", "tỉnh", "kế hoạch", "hoạch của", "của tỉnh")
    assert read.loose[:2] == ("~ke", "~hoach")
    assert read.content == ("kế", "hoạch", "tỉnh", "kế hoạch")


def test_a_question_without_marks_is_all_folded(reader: QueryReader) -> None:
    read = reader.read("ke hoach cua tinh")
    assert read.folded
    assert read.terms[:5] == ("~ke", "~hoach", "~cua", "~tinh", "~ke hoach")
    assert read.content == ("~ke", "~hoach", "~tinh", "~ke hoach")
    assert read.loose == ()


@pytest.mark.parametrize("query", ["", "   ", "?!…", "là gì", "bao nhiêu?", "bao nhieu", "🙂🙂"])
def test_a_question_without_content(reader: QueryReader, query: str) -> None:
    assert reader.read(query).content == ()


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("trình độ CNTT", "công nghệ thông tin"),
        ("trinh do cntt", "công nghệ thông tin"),
        ("ứng dụng công nghệ thông tin", "CNTT"),
        ("ung dung cong nghe thong tin", "CNTT"),
        ("phát triển KT-XH", "kinh tế - xã hội"),
        ("phát triển kinh tế - xã hội", "KT-XH"),
        ("trình độ cán bộ, công chức", "CBCC"),
        ("Sở TT&TT", "thông tin và truyền thông"),
    ],
)
def test_abbreviations_open_both_ways(reader: QueryReader, query: str, target: str) -> None:
    assert target in _targets(reader, query, ABBREVIATION_WEIGHT)


def test_the_longest_entry_wins_and_is_not_taken_apart(reader: QueryReader) -> None:
    targets = _targets(reader, "dịch vụ công trực tuyến", ABBREVIATION_WEIGHT)
    assert "DVCTT" in targets
    assert "DVC" not in targets


def test_synonyms_weigh_less_than_what_was_typed(reader: QueryReader) -> None:
    assert "kinh phí" in _targets(reader, "tiền lấy từ đâu", SYNONYM_WEIGHT)
    assert SYNONYM_WEIGHT < ABBREVIATION_WEIGHT < 1


def test_a_part_of_an_entry_is_not_the_entry(reader: QueryReader) -> None:
    assert "CBCC" not in _targets(reader, "số cán bộ", ABBREVIATION_WEIGHT)


def test_the_word_who_is_no_abbreviation(reader: QueryReader) -> None:
    assert reader.read("ai ký văn bản này").expansions == ()


def test_a_very_long_question_is_read_up_to_a_limit(reader: QueryReader) -> None:
    words = " ".join(f"từ{i}" for i in range(MAX_SYLLABLES + 100))
    content = reader.read(words).content
    assert f"từ{MAX_SYLLABLES - 1}" in content
    assert f"từ{MAX_SYLLABLES}" not in content


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("quyết định 749 nói gì", "№749"),
        ("QĐ số 0749", "№749"),
        ("căn cứ 749/QĐ-TTg", "№749"),
        ("quyet dinh 749", "~№749"),
        ("nghị định 47 năm 2020", "№47"),
    ],
)
def test_a_document_named_by_its_bare_number_is_a_key(query: str, key: str) -> None:
    assert key in query_reader().read(query).terms


@pytest.mark.parametrize("query", ["749 máy chủ", "kế hoạch 15% số xã", "kế hoạch 2/3", "số 7"])
def test_another_number_is_none(query: str) -> None:
    assert not [term for term in query_reader().read(query).terms if "№" in term]


def test_a_text_is_indexed_by_the_number_of_what_it_cites() -> None:
    terms = Analyzer().terms("Quyết định số 05/2017/QĐ-TTg ngày 16/3/2017, đạt 12/13")
    assert [term for term in terms if "№" in term] == ["№5", "~№5"]
