"""Packages are measured by what they inflate to, and nothing in them is trusted."""

import io
import struct
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import docx, docx_members, p, rels, types, xlsx, zipped

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import Line
from ingest.readers.archive import is_safe_name, kind_of_archive, open_package
from ingest.readers.docx import read_docx
from ingest.readers.office_xml import parse_xml
from ingest.readers.xlsx import read_xlsx

LIMITS = Limits()
SMALL = replace(LIMITS, max_inflated_bytes=2**20)


def code(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(RejectedFileError) as caught:
        open_package(data, limits)
    assert caught.value.user_message.endswith(".")
    return caught.value.code


def test_kinds_by_content_types_and_members() -> None:
    assert kind_of_archive(docx(p("x"))) == "docx"
    assert kind_of_archive(xlsx({"A": ""})) == "xlsx"
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert (
        kind_of_archive(zipped({"[Content_Types].xml": types("word/document.xml", macro)}))
        == "docx"
    )
    assert kind_of_archive(zipped({"word/document.xml": "", "a": ""})) == "docx"
    assert kind_of_archive(zipped({"XL/workbook.xml": ""})) == "xlsx"
    assert kind_of_archive(zipped({"xl/workbook.bin": ""})) == "xlsb"
    assert kind_of_archive(zipped({"ppt/presentation.xml": ""})) == "pptx"
    assert kind_of_archive(zipped({"mimetype": "application/vnd.oasis.opendocument.text"})) == "odt"
    assert kind_of_archive(zipped({"kế hoạch.txt": "x"})) == "zip"
    with pytest.raises(RejectedFileError) as caught:
        kind_of_archive(b"PK\x03\x04")
    assert caught.value.code == "damaged"


def test_truncated_and_broken_archives_are_damaged() -> None:
    whole = docx(p("KẾ HOẠCH"))
    assert code(whole[:-30]) == "damaged"
    assert code(b"") == "damaged"
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        info = archive.getinfo("word/document.xml")
        start = info.header_offset + 30 + len(info.filename)
    broken = whole[: start + 5] + b"\xff\xff\xff\xff" + whole[start + 9 :]
    assert code(broken) == "damaged"
    assert open_package(zipped({}), LIMITS).names == ()


def test_bombs_are_told_by_what_they_inflate_to() -> None:
    assert code(zipped({"a.bin": b"\0" * (2**20 + 1)}), SMALL) == "zip_bomb"
    halves = {"a.bin": b"\0" * 2**19, "b.bin": b"\0" * (2**19 + 1)}
    assert code(zipped(halves), SMALL) == "zip_bomb"
    # Under the limit in all, but more than 200 times its packed size.
    assert code(zipped({"a.bin": b"\0" * (11 * 2**20)})) == "zip_bomb"
    assert open_package(zipped({"a.bin": b"\0" * (9 * 2**20)}), LIMITS).names == ("a.bin",)


def test_a_size_that_lies_is_not_believed() -> None:
    data = bytearray(zipped({"a.bin": b"\0" * (2**20 + 1)}))
    central = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, central + 24, 5)
    struct.pack_into("<I", data, 22, 5)
    # CPython stops at the size that the header names, and the check sum is then wrong.
    assert code(bytes(data), SMALL) in {"zip_bomb", "damaged"}


def test_too_many_members_are_a_bomb() -> None:
    assert code(zipped({f"{n}": "" for n in range(10_001)})) == "zip_bomb"


def test_encrypted_members_are_named() -> None:
    data = bytearray(zipped({"a.xml": "x"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(signature) + offset, 1)
    assert code(bytes(data)) == "encrypted"


ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("name", ["word/document.xml", "a/b.RELS", "x.vml"])
def test_entities_are_refused_in_any_encoding(name: str, encoding: str) -> None:
    assert code(zipped({name: ENTITY.encode(encoding)})) == "external_entity"


def test_entities_are_found_across_chunks_and_in_other_parts() -> None:
    for gap in (2**18 - 5, 2**18 - 1):
        assert code(zipped({"a.xml": " " * gap + "<!DOCTYPE x>"})) == "external_entity"
    members = docx_members(p("x"))
    members["_rels/.rels"] = rels({"r": ("officeDocument", "word/main.foo")})
    members["word/main.foo"] = ENTITY
    with pytest.raises(RejectedFileError) as caught:
        read_docx(zipped(members), LIMITS)
    assert caught.value.code == "external_entity"
    # A picture is never parsed: its declarations do no harm.
    picture = {"word/media/image1.svg": "<!DOCTYPE svg><svg/>"}
    assert open_package(zipped(picture), LIMITS).names == ("word/media/image1.svg",)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        *(("word/document.xml", True), ("../a", False), ("a/../../b", False), ("/etc/x", False)),
        *(("C:\\x", False), ("a\\..\\b", False), ("a\nb", False), ("", False), ("a..b/c", True)),
    ],
)
def test_safe_names(name: str, safe: bool) -> None:
    assert is_safe_name(name) is safe


def test_unsafe_names_cannot_be_asked_for() -> None:
    package = open_package(zipped({"../a.xml": "<x/>", "b.xml": "<y/>"}), LIMITS)
    assert package.names == ("b.xml",)
    assert package.xml("../a.xml") is None
    found = package.xml("B.xml")
    assert found is not None and found.tag == "y"


def test_relationships_stay_inside_and_external_ones_are_left_out() -> None:
    targets = {
        "r1": ("image", "media/1.png"),
        "r2": ("image", "../../../etc/x"),
        "r3": ("image", "http://example.org/x.png"),
        "r4": ("styles", "/word/s.xml"),
    }
    package = open_package(zipped({"word/_rels/d.xml.rels": rels(targets)}), LIMITS)
    assert package.related("word/d.xml", "image") == {"r1": "word/media/1.png", "r2": "etc/x"}
    assert package.related("word/d.xml", "styles") == {"r4": "word/s.xml"}


def test_large_parts_are_refused_before_they_are_parsed() -> None:
    limits = replace(LIMITS, max_memory_bytes=17_000)
    package = open_package(zipped({"a.xml": f"<x>{'y' * 1001}</x>"}), limits)
    with pytest.raises(RejectedFileError) as caught:
        package.xml("a.xml")
    assert caught.value.code == "too_large"


def test_strict_documents_and_utf16_parts_are_read() -> None:
    members = docx_members(p("KẾ HOẠCH"))
    document = str(members["word/document.xml"])
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = document.replace(usual, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    utf16 = document.replace("UTF-8", "UTF-16").encode("utf-16")
    for content in (strict, utf16):
        found = read_docx(zipped(members | {"word/document.xml": content}), LIMITS)
        assert found.parts == (Line("KẾ HOẠCH"),)
    sheet = '<sheetData><row><c t="inlineStr"><is><t>BIỂU</t></is></c></row></sheetData>'
    assert read_xlsx(xlsx({"Sheet1": sheet}), LIMITS).parts == (Line("BIỂU"),)


@pytest.mark.parametrize("data", [b"", b"<x>", b"<?xml version='1.0' encoding='no-such'?><x/>"])
def test_bad_xml_is_damaged(data: bytes) -> None:
    with pytest.raises(RejectedFileError) as caught:
        parse_xml(data)
    assert caught.value.code == "damaged"


SAMPLE = docx(p("KẾ HOẠCH") + p("I. MỤC TIÊU"))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), max_size=6))
def test_changed_bytes_open_or_are_rejected(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE)
    for at, byte in changes:
        data[at] = byte
    try:
        package = open_package(bytes(data), SMALL)
        kinds = {kind_of_archive(bytes(data))}
    except RejectedFileError as exc:
        assert exc.code in {"damaged", "encrypted", "zip_bomb", "external_entity"}
    else:
        assert kinds <= {"docx", "zip"}
        assert sum(len(c) for name in package.names for c in package.stream(name)) <= 2**20
