"""The test documents: their truth follows from their notation, and their files hold its words."""

import html
import io
import json
import re
import shutil
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from documents.as_docx import write_docx
from documents.as_html import write_html
from documents.as_text import write_text
from documents.as_xlsx import write_xlsx
from documents.build import build
from documents.derive import columns, outline, value
from documents.library import all_documents
from documents.making import document, issuing, meta
from documents.spec import Document, Table, plain
from documents.tcvn import cp1258, tcvn3, vni
from documents.truth import truth_line

SOURCE = """
UBND tỉnh An Giang ban hành Kế hoạch này để các cơ quan thực hiện thống nhất.
# Phần I | MỤC TIÊU
## 1. | Mục tiêu chung:
Đến cuối năm 2024, toàn bộ hồ sơ cấp xã được xử lý trên môi trường mạng.
### a) | Vốn đầu tư: || 2,5 tỷ đồng.
- 100% cơ quan có trang thông tin điện tử[^Trừ đơn vị mới thành lập.];
# | KINH PHÍ
%table Biểu 1 | triệu đồng | ĐVT: triệu đồng
= STT | Nội dung | Kinh phí | <
= ^ | ^ | 2023 | 2024
I | HẠ TẦNG | |
1 | Thuê đường truyền | 1.200 | 0,5
2 | ^ | 300 |
%total | Cộng | = | =
%end
%closing Trên đây là Kế hoạch.
%annex
# Phụ lục 01 | DANH MỤC
"""
DECISION = issuing(
    "9/QĐ-UBND", "Về Kế hoạch", "Căn cứ Luật;", "Điều 1. Ban hành Kế hoạch.", "(Kèm theo)"
)
PRINTED = {"pdf", "scan"}


def made(kind: str = "text", variant: str = "") -> Document:
    about = meta(
        "12/KH-UBND",
        "Chuyển đổi số / năm 2024",
        "An Giang",
        date(2024, 1, 5),
        (2024, 2024),
        "Lê An",
    )
    return document("an-giang", kind, variant, about, SOURCE)


def test_the_outline_follows_from_the_notation() -> None:
    found = [(node.path, node.heading) for node in outline(made())]
    assert found == [
        (("Phần I",), "MỤC TIÊU"),
        (("Phần I", "1"), "Mục tiêu chung"),
        (("Phần I", "1", "a"), "Vốn đầu tư"),
        (("KINH PHÍ",), "KINH PHÍ"),
        (("Phụ lục 01",), "DANH MỤC"),
    ]


def test_the_truth_of_a_table_is_data() -> None:
    plan = truth_line(made(), "a.txt")["plan"]
    assert plan["tables"] == [
        {
            "caption": "Biểu 1",
            "unit": "triệu đồng",
            "columns": ["STT", "Nội dung", "Kinh phí: 2023", "Kinh phí: 2024"],
            "rows": [
                ["I", "HẠ TẦNG", None, None],
                [1, "Thuê đường truyền", 1200, 0.5],
                [2, "Thuê đường truyền", 300, None],
                [None, "Cộng", 1500, 0.5],
            ],
            "covered": [[2, 1]],
        }
    ]


def test_the_truth_of_the_metadata() -> None:
    plan = truth_line(made(), "a.txt")["plan"]
    told = {name: plan[name] for name in ("number", "title", "issuer", "issued", "signer_title")}
    assert told == {
        "number": "12/KH-UBND",
        "title": "Chuyển đổi số năm 2024",
        "issuer": "UBND tỉnh An Giang",
        "issued": "2024-01-05",
        "signer_title": "Phó Chủ tịch",
    }


def test_probes_stand_under_their_section_and_leave_out_footnotes_and_closings() -> None:
    probes = truth_line(made(), "a.txt")["probes"]
    assert probes == [
        {"text": "UBND tỉnh An Giang ban hành Kế hoạch này để các cơ quan thực hiện thống nhất.", "path": []},
        {"text": "Đến cuối năm 2024, toàn bộ hồ sơ cấp xã được xử lý trên môi trường mạng.", "path": ["Phần I", "1"]},
    ]  # fmt: skip


def test_three_header_rows_join_without_repeating() -> None:
    header = (("TT", "Vốn", "<", "<"), ("^", "Tổng", "Trong đó", "<"), ("^", "^", "Tỉnh", "Khác"))
    assert columns(Table(header, ())) == [
        "TT",
        "Vốn: Tổng",
        "Vốn: Trong đó: Tỉnh",
        "Vốn: Trong đó: Khác",
    ]


@pytest.mark.parametrize(
    ("cell", "data"),
    [("1.234,5", 1234.5), ("12.000", 12000), ("", None), ("01", "01"), ("85%", "85%"), ("a // b", "a\nb"), ("2021-2023", "2021-2023")],
)  # fmt: skip
def test_printed_cells_as_data(cell: str, data: object) -> None:
    assert value(cell) == data


def test_a_decision_numbers_its_plan_and_its_articles_are_optional() -> None:
    issued = replace(made(), decision=DECISION)
    assert [one["path"] for one in truth_line(issued, "a.txt")["optional"]] == [["Điều 1"]]
    text = write_text(issued).decode()
    assert (
        text.index("Số: 9/QĐ-UBND") < text.index("Điều 1. Ban hành") < text.index("Số: 12/KH-UBND")
    )
    own = replace(issued, meta=replace(issued.meta, number="9/QĐ-UBND"))
    assert write_text(own).decode().count("Số: 9/QĐ-UBND") == 1


def test_old_encodings_of_one_word() -> None:
    assert cp1258("Tiếng").decode("cp1258") == "Tiê\u0301ng"
    assert tcvn3("Kế hoạch Đề") == b"K\xd5 ho\xb9ch \xa7\xd2"
    assert vni("Kế hoạch ưu đãi") == "Keá hoaïch öu ñaõi".encode("latin-1")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def _truth_words(one: Document) -> set[str]:
    line = truth_line(one, "x")
    plan = line["plan"]
    texts = [s["heading"] for s in plan["outline"]]
    texts += [probe["text"] for probe in line["probes"]]
    texts += [name for table in plan["tables"] for name in table["columns"]]
    texts += [c for t in plan["tables"] for row in t["rows"] for c in row if isinstance(c, str)]
    if one.kind != "xlsx":
        texts += [plan["title"], plan["signer"]]
    return _words(" ".join(texts))


def _xml_text(data: bytes, names: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [archive.read(n).decode() for n in archive.namelist() if re.search(names, n)]
    joined = re.sub(r"</w:p>|</t>|</c>|<w:br/>", " ", "".join(files))
    return html.unescape(re.sub(r"<[^>]+>", "", joined))


def _written(one: Document) -> str:
    if one.kind == "text":
        data = write_text(one)
        for name, encode in (("tcvn3", tcvn3), ("vni", vni), ("cp1258", cp1258)):
            if one.has(name):
                return " ".join(word for word in _truth_words(one) if encode(word) in data)
        return data.decode("utf-16" if one.has("utf-16") else "utf-8-sig")
    if one.kind == "html":
        text = re.sub(r"<[^>]+>", " ", write_html(one).decode("utf-8-sig"))
        return unicodedata.normalize("NFC", text)
    if one.kind == "docx":
        return _xml_text(write_docx(one), r"document\.xml$")
    return _xml_text(write_xlsx(one), r"sharedStrings|sheet\d")


@pytest.mark.parametrize(
    "one", [d for d in all_documents() if d.kind not in PRINTED], ids=lambda d: d.key
)
def test_every_word_of_the_truth_is_in_the_file(one: Document) -> None:
    missing = _truth_words(one) - _words(_written(one).replace("&nbsp;", " "))
    assert not missing


def test_the_library_is_varied_and_every_key_is_its_own() -> None:
    documents = all_documents()
    assert len({one.key for one in documents}) == len(documents) >= 36
    least = {"text": 6, "html": 7, "docx": 7, "pdf": 7, "scan": 5, "xlsx": 2}
    for kind, n_least in least.items():
        own = [one.kept_aside for one in documents if one.kind == kind]
        assert len(own) >= n_least
        assert 0.3 <= sum(own) / len(own) <= 0.4
    assert len({one.meta.province for one in documents}) >= 30
    for one in documents:
        assert 6 <= len(truth_line(one, "x")["probes"]) <= 12, one.key


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    for name in ("a", "b"):
        build(tmp_path / name, ("text", "html", "xlsx"))
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert len(names) == 1 + sum(one.kind in {"text", "html", "xlsx"} for one in all_documents())
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("chromium"), reason="Debian's chromium is not installed")
def test_printed_and_scanned_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    chosen = {"pdf-da-nang", "scan-soc-trang", "scan-kon-tum"}
    some = tuple(one for one in all_documents() if one.key in chosen)
    monkeypatch.setattr("documents.build.all_documents", lambda: some)
    build(tmp_path, cache=tmp_path / "printed")
    lines = {
        line["file"]: line
        for line in map(json.loads, (tmp_path / "truth.jsonl").read_text().splitlines())
    }

    def pages(name: str) -> list[str]:
        pdf = pypdfium2.PdfDocument(tmp_path / name)
        return [page.get_textpage().get_text_bounded() for page in pdf]

    printed = pages("pdf-da-nang.pdf")
    assert lines["pdf-da-nang.pdf"]["plan"]["pages"] == len(printed) == 2
    said = "".join("".join(printed).split())
    for probe in lines["pdf-da-nang.pdf"]["probes"]:
        assert "".join(plain(probe["text"]).split()) in said
    mixed = pages("scan-soc-trang.pdf")
    blank = [number for number, text in enumerate(mixed, 1) if not text.strip()]
    assert blank == lines["scan-soc-trang.pdf"]["plan"]["ocr_pages"] == [2, 3]
    assert "SÓC TRĂNG" in mixed[0]
    garbage = pages("scan-kon-tum.pdf")
    assert len(garbage[0]) > 500
    assert "KON TUM" not in garbage[0]
