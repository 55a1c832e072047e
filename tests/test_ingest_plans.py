"""The four plans that ship, ingested completely: every field, section, table and gap."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.pipeline import find_files, ingest_file
from ingest.plan import ChunkKind, GapKind, Plan, RowKind, Table

PLANS = Path(__file__).parents[1] / "plans"
KEPT_FROM_THE_SITE = {"lang-son-2022": "Người ký Dương Xuân Huyên"}
NAMES = ("lang-son-2022", "lam-dong-2022", "dong-nai-2021", "thanh-hoa-2021-2025")


@pytest.fixture(scope="module")
def plans() -> dict[str, Plan]:
    return {name: ingest_file(PLANS / f"{name}.txt") for name in NAMES}


@pytest.fixture(scope="module")
def thanh_hoa(plans) -> Plan:
    return plans["thanh-hoa-2021-2025"]


def squeeze(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def raw_lines(name: str) -> list[str]:
    """The document's own lines of the raw file, cut by hand from what the sites added."""
    lines = (PLANS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("ỦY BAN NHÂN"))
    last = next((i for i, line in enumerate(lines) if line == "HIỆU LỰC VĂN BẢN"), len(lines))
    return [line for line in lines[first:last] if not re.fullmatch(r"[\s|-]{3,}|\|", line)]


def test_folder_holds_the_four_plans():
    assert sorted(path.stem for path in find_files([PLANS])) == sorted(NAMES)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "lang-son-2022",
            (
                "206-kh-ubnd-lang-son",
                "206/KH-UBND",
                "Kế hoạch",
                "PHÁT TRIỂN CHÍNH QUYỀN SỐ VÀ BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG NĂM 2022",
                "Lạng Sơn",
                "UBND tỉnh Lạng Sơn",
                date(2021, 10, 20),
                (2022, 2022),
                "Dương Xuân Huyên",
                "",
            ),
        ),
        (
            "lam-dong-2022",
            (
                "9423-kh-ubnd-lam-dong",
                "9423/KH-UBND",
                "Kế hoạch",
                "PHÁT TRIỂN CHÍNH QUYỀN SỐ VÀ BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG NĂM 2022",
                "Lâm Đồng",
                "UBND tỉnh Lâm Đồng",
                date(2021, 12, 24),
                (2022, 2022),
                "Đặng Trí Dũng",
                "Phó Chủ tịch",
            ),
        ),
        (
            "dong-nai-2021",
            (
                "1594-kh-ubnd-dong-nai",
                "1594/KH-UBND",
                "Kế hoạch",
                "ỨNG DỤNG CÔNG NGHỆ THÔNG TIN TRONG HOẠT ĐỘNG CỦA CƠ QUAN NHÀ NƯỚC, PHÁT TRIỂN"
                " CHÍNH QUYỀN SỐ VÀ BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG TRÊN ĐỊA BÀN TỈNH ĐỒNG NAI"
                " NĂM 2021",
                "Đồng Nai",
                "UBND tỉnh Đồng Nai",
                date(2021, 2, 9),
                (2021, 2021),
                "Thái Bảo",
                "Phó Chủ tịch",
            ),
        ),
        (
            "thanh-hoa-2021-2025",
            (
                "272-kh-ubnd-thanh-hoa",
                "272/KH-UBND",
                "Kế hoạch",
                "ỨNG DỤNG CÔNG NGHỆ THÔNG TIN TRONG HOẠT ĐỘNG CỦA CƠ QUAN NHÀ NƯỚC, PHÁT TRIỂN"
                " CHÍNH QUYỀN SỐ VÀ BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG TRÊN ĐỊA BÀN TỈNH THANH HÓA,"
                " GIAI ĐOẠN 2021-2025",
                "Thanh Hóa",
                "UBND tỉnh Thanh Hóa",
                date(2020, 12, 21),
                (2021, 2025),
                "Đỗ Minh Tuấn",
                "Chủ tịch",
            ),
        ),
    ],
)
def test_metadata(plans, name, expected):
    p = plans[name]
    fields = (p.plan_id, p.number, p.doc_type, p.title, p.province, p.issuer, p.issued)
    assert (*fields, p.period, p.signer, p.signer_title) == expected
    assert p.source == f"{name}.txt" and len(p.sha256) == 64 and p.pages is None


def test_what_an_administrator_is_told_of_the_plans(plans):
    assert {name: p.warnings for name, p in plans.items()} == {
        "dong-nai-2021": (),
        "lam-dong-2022": (),
        "lang-son-2022": ("Con số “558.6160” ghi sai quy cách, không xác định được giá trị.",),
        "thanh-hoa-2021-2025": (
            "Đánh số trùng: Phần II, mục II xuất hiện hai lần liền nhau.",
            "Đánh số không liên tục: sau Phần II, mục III là Phần II, mục V.",
            "Số liệu mâu thuẫn: nêu “60 văn bản” nhưng các phần cộng lại là 70 (39 + 29 + 2).",
        ),
    }


def labels(plan: Plan, parent_path: tuple[str, ...] | None) -> list[str]:
    by_id = {s.section_id: s for s in plan.sections}
    return [
        s.label
        for s in plan.sections
        if (by_id[s.parent_id].path if s.parent_id is not None else None) == parent_path
    ]


def test_outline_of_lang_son_stops_where_the_text_does(plans):
    p = plans["lang-son-2022"]
    assert [s.path for s in p.sections] == [
        ("Phần I",),
        ("Phần I", "I"),
        ("Phần I", "II"),
        ("Phần I", "III"),
        ("Phần I", "IV"),
        ("Phần I", "V"),
        ("Phần I", "V", "1"),
    ]
    assert p.sections[0].heading == "ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2021"


def test_outline_of_lam_dong(plans):
    p = plans["lam-dong-2022"]
    assert labels(p, None) == ["Phần I", "Phần II"]
    assert labels(p, ("Phần I",)) == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]
    assert labels(p, ("Phần II",)) == ["I", "II", "III", "IV", "V", "VI"]
    assert labels(p, ("Phần I", "VII")) == list("12345678")
    assert labels(p, ("Phần I", "V", "1")) == list("abc")
    assert labels(p, ("Phần I", "V", "2")) == list("abc")
    assert labels(p, ("Phần II", "VI")) == list("1234567")
    assert labels(p, ("Phần II", "VI", "1")) == list("abcd")
    headings = {s.path: s.heading for s in p.sections}
    assert headings["Phần I", "III"] == "CÁC HỆ THỐNG NỀN TẢNG"
    assert headings["Phần I", "VIII"] == "KINH PHÍ THỰC HIỆN"
    assert headings["Phần II",] == "NỘI DUNG KẾ HOẠCH"
    assert headings["Phần II", "V", "1"] == "Dự toán kinh phí thực hiện"
    assert headings["Phần II", "V", "1", "a"] == "Vốn đầu tư"
    assert headings["Phần II", "VI", "2"] == "Sở Tài Chính"
    assert headings["Phần I", "V", "1", "c"] == ""


def test_outline_of_dong_nai_has_no_parts(plans):
    p = plans["dong-nai-2021"]
    assert labels(p, None) == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert labels(p, ("III",)) == list("1234567")
    assert labels(p, ("III", "5")) == ["a", "b"]
    assert labels(p, ("IV",)) == list("12345")
    assert labels(p, ("VI",)) == list("1234567")
    assert {s.level for s in p.sections} == {1, 2, 3}


def test_outline_of_thanh_hoa_keeps_two_ii_and_no_iv(thanh_hoa):
    assert labels(thanh_hoa, None) == ["Phần I", "Phần II", "Phụ lục I", "Phụ lục II"]
    expected = ["I", "II", "II", "III", "V", "VI", "VII", "VIII", "IX"]
    assert labels(thanh_hoa, ("Phần II",)) == expected
    twins = [s.heading for s in thanh_hoa.sections if s.path == ("Phần II", "II")]
    assert twins == ["MỤC TIÊU TỔNG QUÁT", "MỤC TIÊU CỤ THỂ"]
    assert labels(thanh_hoa, ("Phần II", "IX")) == list("1234")


def test_chunks_and_sections_stand_where_they_say(plans):
    for plan in plans.values():
        end = 0
        for chunk in plan.chunks:
            assert plan.text[chunk.start : chunk.end] == chunk.text != ""
            assert chunk.start >= end and not plan.text[end : chunk.start].strip()
            assert chunk.chunk_id == f"{plan.plan_id}#{chunk.start}"
            end = chunk.end
            if chunk.section_id is None:
                assert chunk.path == () and chunk.headings == ()
                continue
            section = plan.sections[chunk.section_id]
            assert section.start <= chunk.start and chunk.end <= section.end
            assert chunk.path == section.path and len(chunk.headings) == len(section.path)
        assert end == len(plan.text)
        ids = [chunk.chunk_id for chunk in plan.chunks]
        assert len(set(ids)) == len(ids)
        assert all(chunk.lead_id in ids for chunk in plan.chunks if chunk.lead_id)


def test_sections_nest(plans):
    for plan in plans.values():
        for number, section in enumerate(plan.sections):
            assert section.section_id == number and section.level == len(section.path)
            if section.parent_id is not None:
                parent = plan.sections[section.parent_id]
                assert parent.start <= section.start < section.end <= parent.end
                assert section.path == (*parent.path, section.label)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_document_is_kept_in_order(plans, name):
    words = squeeze("\n".join(raw_lines(name))).removesuffix("[...]").split()
    kept_from_the_site = KEPT_FROM_THE_SITE.get(name, "").split()
    assert plans[name].text.split() == [*kept_from_the_site, *words]


@pytest.mark.parametrize("name", ["lang-son-2022", "thanh-hoa-2021-2025"])
def test_every_line_of_an_unwrapped_file_is_inside_one_chunk(plans, name):
    chunks = [squeeze(chunk.text) for chunk in plans[name].chunks]
    for line in map(squeeze, raw_lines(name)):
        assert line in ("", "[...]") or any(line in chunk for chunk in chunks), line


def test_site_leftovers_are_gone(plans):
    for plan in plans.values():
        for leftover in (
            "HIỆU LỰC VĂN BẢN",
            "Hệ thống pháp luật",
            "Đang cập nhật",
            "|",
        ):
            assert leftover not in plan.text


def test_the_site_names_the_signer_only_where_the_cut_text_does_not(plans):
    named = {name: "Người ký" in plan.text for name, plan in plans.items()}
    assert named == {name: name == "lang-son-2022" for name in NAMES}
    for name, line in KEPT_FROM_THE_SITE.items():
        assert plans[name].chunks[0].text == line


@pytest.mark.parametrize(
    ("name", "passage"),
    [
        ("lam-dong-2022", "VIII. KINH PHÍ THỰC HIỆN:"),
        ("lam-dong-2022", "đạt 50 %."),
        ("lam-dong-2022", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("lam-dong-2022", "từ 01/01/2021 đến 31/10/2021: Tổng số văn bản gửi, nhận"),
        ("lam-dong-2022", "tập trung; Trang bị hạ tầng đảm bảo an toàn an ninh"),
        ("lam-dong-2022", "VNPT-His; Ứng dụng kê khai bảo hiểm xã hội"),
        ("dong-nai-2021", "mạng tỉnh Đồng Nai năm 2021."),
        ("dong-nai-2021", "4. Sở Tài chính: Chủ trì, phối hợp với Sở Kế hoạch và Đầu tư"),
        ("dong-nai-2021", "cho Chính phủ số. Thúc đẩy ứng dụng và phát triển mã nguồn mở"),
        ("dong-nai-2021", "Internet vạn vật (IoT) phục vụ các ứng dụng nghiệp vụ, chuyên ngành"),
    ],
)
def test_hard_wraps_are_joined(plans, name, passage):
    assert any(passage in chunk.text for chunk in plans[name].chunks)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("lam-dong-2022", "Tỉnh Lâm Đồng đã thành lập đội ứng cứu sự cố mạng. Khi"),
        ("lam-dong-2022", "100% cơ quan nhà nước cấp tỉnh, huyện có cán bộ"),
        ("lam-dong-2022", "Trong quá trình triển khai thực hiện nếu có khó khăn"),
        ("lam-dong-2022", "100% máy tính trên địa bàn tỉnh được cài đặt"),
        ("dong-nai-2021", "Quyết định số 1907/QĐ-TTg 23/11/2020"),
        ("dong-nai-2021", "- Ứng dụng các kênh truyền thông đa dạng"),
        ("dong-nai-2021", "Nguồn kinh phí ngân sách nhà nước cấp"),
        ("dong-nai-2021", "Trên đây là Kế hoạch Ứng dụng công nghệ thông tin"),
    ],
)
def test_paragraphs_are_not_run_together(plans, name, start):
    assert sum(chunk.text.startswith(start) for chunk in plans[name].chunks) == 1


def test_footnote_marks(thanh_hoa):
    numbered = [m for m in thanh_hoa.notes if m.label != "*"]
    contexts = [thanh_hoa.text[m.start - 6 : m.end + 2] for m in numbered]
    assert contexts == ["33 DVC1 m", " mức 32: ", " mức 43: "]
    assert numbered[0].note == "Số liệu tính đến tháng 11/2020"
    assert numbered[1].note.startswith("Sở Thông tin và Truyền thông 01 thủ tục; Sở Xây dựng")
    at = thanh_hoa.text.index("333 DVC1")
    assert thanh_hoa.reading(at, at + 16) == "333 DVC mức độ "
    at = thanh_hoa.text.index("DVC mức 32")
    assert thanh_hoa.reading(at, at + 29) == "DVC mức 3: 39/2.065 thủ tục;"
    stars = [m.note for m in thanh_hoa.notes if m.label == "*"]
    assert [note.split(" ")[0:3] for note in stars] == [
        ["Sở", "Thông", "tin"],
        ["Văn", "phòng", "UBND"],
    ]


def test_bracketed_footnote_mark(plans):
    plan = plans["lang-son-2022"]
    assert [(m.label, plan.text[m.start : m.end], m.note) for m in plan.notes] == [
        ("1", "[1]", None)
    ]


@pytest.mark.parametrize("name", ["dong-nai-2021", "lam-dong-2022"])
def test_no_marks_where_there_is_no_evidence(plans, name):
    assert plans[name].notes == ()


def rows(table: Table, kind: RowKind) -> list[tuple]:
    return [row.cells for row in table.rows if row.kind is kind]


def test_indicator_table(thanh_hoa):
    table = thanh_hoa.tables[0]
    assert table.columns == (
        "TT",
        "Các chỉ tiêu",
        "Mục tiêu đến 2020",
        "Kết quả thực hiện đến tháng 30/9/2020",
    )
    assert [row.label for row in table.rows] == [str(n) for n in range(1, 15)]
    assert [row.cells[2] for row in table.rows] == ["Đạt"] * 14
    assert table.rows[2].cells[3] == "100%"
    assert "DVC mức 3: 39/2.065 thủ tục;DVC mức 4: 01/2.065 thủ tục." in table.rows[12].cells[3]
    assert table.section_id is not None
    assert thanh_hoa.sections[table.section_id].path == ("Phần I", "IX")
    assert table.unit == ""


def test_project_table_adds_up(thanh_hoa):
    table = thanh_hoa.tables[1]
    assert (table.caption, table.unit) == (
        "DANH MỤC DỰ ÁN ỨNG DỤNG CNTT GIAI ĐOẠN 2021-2025",
        "triệu đồng",
    )
    spanning = "Dự kiến nhu cầu bố trí vốn giai đoạn 2021-2025"
    assert table.columns[:5] == (
        "TT",
        "Danh mục dự án",
        "Chủ đầu tư",
        "Dự kiến quy mô, nội dung thực hiện",
        "Dự kiến TMĐT",
    )
    assert table.columns[5:] == tuple(f"{spanning}: {year}" for year in range(2021, 2026))
    data = rows(table, RowKind.DATA)
    assert len(data) == 42
    for cells in data:
        assert len(cells) == 10 and all(isinstance(cell, str) for cell in cells[:4])
        assert cells[4] == sum(year for year in cells[5:] if year is not None)
    columns = [sum(c[i] for c in data if c[i] is not None) for i in range(4, 10)]
    expected = [1458818, 262318, 303300, 289000, 304600, 299600]
    assert columns == [Decimal(value) for value in expected]
    [total] = rows(table, RowKind.TOTAL)
    assert total == (None, "TỔNG CỘNG", None, None, *map(Decimal, expected))
    groups = [row.cells[:2] for row in table.rows if row.kind is RowKind.GROUP]
    assert groups == [
        ("I", "HẠ TẦNG MẠNG"),
        ("II", "ỨNG DỤNG NỀN TẢNG"),
        ("III", "CƠ SỞ DỮ LIỆU"),
        ("IV", "AN TOÀN THÔNG TIN"),
    ]
    members = [row.group for row in table.rows if row.kind is RowKind.DATA]
    sizes = [members.count(f"{label}. {name}") for label, name in groups]
    assert sizes == [6, 5, 29, 2]


def test_project_24_of_group_iii(thanh_hoa):
    [row] = [
        row
        for row in thanh_hoa.tables[1].rows
        if row.label == "24" and row.group == "III. CƠ SỞ DỮ LIỆU"
    ]
    assert row.cells[1:3] == ("Số hóa cơ sở dữ liệu hộ tịch", "Sở Tư pháp")
    assert row.cells[4:] == (Decimal(8000), None, None, Decimal(5000), Decimal(3000), None)
    [chunk] = [c for c in thanh_hoa.chunks if (c.start, c.end) == (row.start, row.end)]
    assert chunk.kind is ChunkKind.ROW and chunk.table_id == 1
    assert "Số hóa cơ sở dữ liệu hộ tịch Sở Tư pháp" in squeeze(chunk.text)
    assert squeeze(chunk.text).endswith("8.000 5.000 3.000")
    assert thanh_hoa.tables[1].rows[chunk.row_index] is row


def test_cells_of_several_paragraphs(thanh_hoa):
    first = next(row for row in thanh_hoa.tables[1].rows if row.kind is RowKind.DATA)
    assert first.cells[2] == "Văn phòng UBND tỉnh"
    assert first.cells[3].startswith("Đảm bảo các hệ thống") and first.cells[3].count("\n- ") == 6


def test_unit_table(thanh_hoa):
    table = thanh_hoa.tables[2]
    spanning = "Phân bổ kinh phí hàng năm"
    assert table.columns == (
        "TT",
        "Tên đơn vị",
        "Số CBCC hiện có",
        "Tổng kinh phí 2021 - 2025",
        *(f"{spanning}: Năm {year}" for year in range(2021, 2026)),
    )
    data = rows(table, RowKind.DATA)
    assert len(data) == 21 and table.unit == "triệu đồng"
    assert all(cells[3] == sum(cells[4:]) for cells in data)
    assert sum(cells[3] for cells in data) == Decimal(42895)
    assert rows(table, RowKind.TOTAL)[0][1:5] == ("TỔNG", None, Decimal(42895), Decimal(8831))
    assert rows(table, RowKind.GROUP)[0][:4] == ("I", "CẤP TỈNH", None, Decimal(42895))
    assert data[13][:4] == ("14", "Sở Thông tin và Truyền thông", Decimal(31), Decimal(30310))


@pytest.mark.parametrize("name", NAMES[:3])
def test_plans_without_tables(plans, name):
    assert plans[name].tables == ()


def test_rows_stand_where_they_say(thanh_hoa):
    for table in thanh_hoa.tables:
        for row in table.rows:
            assert table.start <= row.start < row.end <= table.end
            assert len(row.cells) == len(table.columns)
            first = next(cell for cell in row.cells if cell is not None)
            assert thanh_hoa.text[row.start : row.end].startswith(first)


def test_gaps(plans):
    def told(name: str) -> list[tuple]:
        plan = plans[name]
        return [(gap.kind, gap.detail, plan.sections[gap.section_id].path) for gap in plan.gaps]

    assert told("lang-son-2022") == [(GapKind.TEXT_CUT, "Phần I, mục V.1", ("Phần I", "V", "1"))]
    assert told("lam-dong-2022") == [
        (GapKind.ANNEX_ABSENT, "Phụ lục 01", ("Phần I", "VIII")),
        (GapKind.ANNEX_ABSENT, "Phụ lục 02", ("Phần I", "VIII")),
        (GapKind.ANNEX_ABSENT, "Phụ lục 03", ("Phần II", "V", "2")),
    ]
    [(kind, detail, path)] = told("dong-nai-2021")
    assert (kind, path) == (GapKind.ANNEX_ABSENT, ("VII",))
    assert detail == "Phụ lục Danh mục nhiệm vụ/dự án ứng dụng công nghệ thông tin"
    assert plans["thanh-hoa-2021-2025"].gaps == ()


def lead_text(plan: Plan, start: str) -> str | None:
    chunk = next(chunk for chunk in plan.chunks if chunk.text.startswith(start))
    return next((c.text for c in plan.chunks if c.chunk_id == chunk.lead_id), None)


@pytest.mark.parametrize(
    ("name", "chunk", "lead"),
    [
        ("dong-nai-2021", "+ Xây dựng ứng dụng CNTT hỗ trợ", "- Hoàn thiện Hệ thống thông tin"),
        ("dong-nai-2021", "- Tiếp tục triển khai hệ thống Thư", "a) Phát triển các ứng dụng"),
        ("dong-nai-2021", "- Kiện toàn, bổ sung nhiệm vụ", None),
        ("lam-dong-2022", "b) Vốn sự nghiệp", "1. Dự toán kinh phí thực hiện"),
        ("thanh-hoa-2021-2025", "Thu hút 20-30", "- Các nhiệm vụ trọng tâm năm 2021-2022:"),
        ("thanh-hoa-2021-2025", "Thu hút 30-50", "- Các nhiệm vụ trọng tâm năm 2023-2025:"),
        ("thanh-hoa-2021-2025", "Kinh phí thường xuyên đảm bảo", "Tổng kinh phí thực hiện các"),
        ("thanh-hoa-2021-2025", "Ngoài ra, một số sở, ngành lớn", None),
        (
            "thanh-hoa-2021-2025",
            "- Khảo sát, đánh giá chỉ số ICT",
            "* Sở Thông tin và Truyền thông",
        ),
        (
            "thanh-hoa-2021-2025",
            "- Trung tâm An ninh mạng và An",
            "Trên địa bàn toàn tỉnh, hiện có",
        ),
    ],
)
def test_leads(plans, name, chunk, lead):
    found = lead_text(plans[name], chunk)
    assert found is None if lead is None else found.startswith(lead)


def test_header_and_signature_can_be_cited(plans):
    for plan, number, dated in (
        (plans["lang-son-2022"], "Số: 206/KH-UBND", "Lạng Sơn, ngày 20 tháng 10 năm 2021"),
        (plans["lam-dong-2022"], "Số: 9423/KH-UBND", "Lâm Đồng, ngày 24 tháng 12 năm 2021"),
    ):
        texts = [chunk.text for chunk in plan.chunks if chunk.section_id is None]
        assert number in texts and dated in texts and plan.title in texts
    signed = plans["dong-nai-2021"].chunks[-1]
    assert signed.text == "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nThái Bảo"
    assert plans["dong-nai-2021"].chunks[-2].text.startswith("Nơi nhận:\n- Bộ Thông tin")
