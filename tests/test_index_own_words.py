"""An office's own groups of synonyms: read, checked, searched and told."""

from pathlib import Path

import pytest
from fakes import CountingEmbedder, make_plan

from index.builder import build_plans
from index.errors import GlossaryError
from index.queries.glossary import MAX_BYTES, read_glossary
from index.queries.query import QueryReader
from index.settings import Settings
from index.snapshot import current_folder, open_folder

OWN = "# của cơ quan ta\n\nhệ thống X9\ttrục liên thông nội tỉnh\nmáy tính\t máy vi tính \n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = Settings(home=tmp_path).glossary
    file.write_text(OWN, encoding="utf-8")
    return file


def test_no_file_is_no_group(tmp_path: Path) -> None:
    assert read_glossary(tmp_path / "synonyms.tsv") == ()


def test_groups_are_read_without_comments_and_blanks(file: Path) -> None:
    assert read_glossary(file) == (
        ("hệ thống X9", "trục liên thông nội tỉnh"),
        ("máy tính", "máy vi tính"),
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("một mình\n", "một mình"),
        ("a\t" + "chữ " * 9, "8 tiếng"),
        ("!\tmột", "tiếng"),
        ("\t".join(f"từ {i}" for i in range(30)), "20 cách nói"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(file: Path, content: str, told: str) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(GlossaryError) as caught:
        read_glossary(file)
    assert told in caught.value.user_message
    assert "synonyms.tsv" in caught.value.user_message


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"#" * (MAX_BYTES + 1)])
def test_a_file_that_is_no_text_or_too_large_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(GlossaryError):
        read_glossary(file)


def test_own_words_find_what_the_program_does_not_know(file: Path, tmp_path: Path) -> None:
    plan = make_plan("a", ["Hệ thống báo cáo", "Trục liên thông nội tỉnh nối 20 sở", "Chuyện khác"])
    home = tmp_path / "index"
    build_plans([plan], home, CountingEmbedder())
    words = QueryReader(read_glossary(file))
    with_own = open_folder(current_folder(home), CountingEmbedder(), words).retriever
    found = with_own.search("hệ thống X9 nối mấy sở", ["a"])["a"][0]
    assert found.chunk.text.startswith("Trục liên thông")
    told = {(one.source, one.target) for one in with_own.expansions("hệ thống X9")}
    assert ("hệ thống X9", "trục liên thông nội tỉnh") in told
