"""DOCX: what a reader sees on the page is what the lines and tables say."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import docx, item, level, lists, p, para, run, tbl, tc, tr

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.lines import Grid, GridCell, Line, Source
from ingest.readers.docx import read_docx
from ingest.readers.docx_blocks import at_breaks
from ingest.readers.docx_numbering import figure, letters, roman

LIMITS = Limits()
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def lines(body: str, **parts: str) -> list[Line]:
    found = read_docx(docx(body, **parts), LIMITS).parts
    assert all(isinstance(part, Line) for part in found)
    return [part for part in found if isinstance(part, Line)]


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in lines(body, **parts)]


def grid(body: str, **parts: str) -> Grid:
    (found,) = read_docx(docx(body, **parts), LIMITS).parts
    assert isinstance(found, Grid)
    return found


def test_paragraphs_in_order_with_blank_lines() -> None:
    source = read_docx(docx(p("KẾ HOẠCH") + p() + p("I. MỤC TIÊU")), LIMITS)
    assert source == Source(
        (Line("KẾ HOẠCH"), Line(""), Line("I. MỤC TIÊU")), "docx", paragraphs=True
    )


def test_runs_links_breaks_tabs_and_hyphens() -> None:
    body = para(
        run("Sở ")
        + f'<w:hyperlink r:id="x">{run("Nội vụ")}</w:hyperlink>'
        + "<w:r><w:tab/><w:t>chủ</w:t><w:softHyphen/><w:t>trì</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>"
        + f"<w:smartTag><w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>{run(' 90%')}</w:smartTag>"
    )
    assert texts(body) == ["Sở Nội vụ\tchủtrì-2≥ 90%"]


def test_tracked_changes_count_as_accepted() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>80%</w:delText></w:r></w:del>'
    moved = f"<w:moveFrom>{run('cũ')}</w:moveFrom><w:moveTo>{run(' mới')}</w:moveTo>"
    body = para(run("Đạt ") + deleted + f"<w:ins>{run('90%')}</w:ins>" + moved)
    assert texts(body) == ["Đạt 90% mới"]


def test_deleted_paragraph_mark_joins_the_next() -> None:
    mark = "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = p("Sở Nội vụ ", properties=mark) + p("chủ trì.") + p("", properties=mark)
    assert texts(body) == ["Sở Nội vụ chủ trì."]


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_fields_show_their_result() -> None:
    simple = f'<w:fldSimple w:instr="DATE">{run("5/3/2024")}</w:fldSimple>'
    assert texts(para(run("Bảng ") + field(" SEQ Bảng ", "2") + run(", ") + simple)) == [
        "Bảng 2, 5/3/2024"
    ]


def test_a_field_that_never_ends_hides_nothing_after_its_paragraph() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'
    assert texts(para(run("Một") + broken + run("ẩn")) + p("Hai")) == ["Một", "Hai"]


def test_table_of_contents_is_left_out() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    )
    start = begin + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    entry = run("I. MỤC TIÊU") + "<w:r><w:tab/></w:r>" + run("1")
    body = p("MỤC LỤC") + para(start + entry) + para(entry) + para(end) + p("I. MỤC TIÊU")
    assert texts(body) == ["MỤC LỤC", "I. MỤC TIÊU"]
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('Mục lục')}</w:sdtContent></w:sdt>"
    )
    assert texts(control + p("Nội dung")) == ["Nội dung"]


def test_content_controls_are_read_their_placeholders_not() -> None:
    def control(properties: str, inner: str) -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    inline = para(run("Số: ") + control("", run("12")) + control("<w:showingPlcHdr/>", run("nhập")))
    assert texts(control("", p("KẾ HOẠCH")) + inline) == ["KẾ HOẠCH", "Số: 12"]


BOX = "<w:txbxContent>{}</w:txbxContent>"


def test_text_boxes_are_read_once() -> None:
    inner = BOX.format(p("Đóng khung"))
    choice = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>'
    )
    fallback = f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    assert texts(para(run("Trước") + both) + p("Sau")) == ["Trước", "Đóng khung", "Sau"]
    assert texts(para(f"<w:r><w:pict>{inner}</w:pict></w:r>")) == ["Đóng khung"]


def test_line_breaks_part_items_not_sentences() -> None:
    assert at_breaks("Ứng dụng công nghệ\nthông tin") == ["Ứng dụng công nghệ thông tin"]
    assert at_breaks("Nhiệm vụ:\n- Rà soát;\n- Thuê máy.") == [
        "Nhiệm vụ:",
        "- Rà soát;",
        "- Thuê máy.",
    ]
    assert at_breaks("Phụ lục 01\nDANH MỤC DỰ ÁN") == ["Phụ lục 01", "DANH MỤC DỰ ÁN"]
    assert at_breaks("theo chỉ đạo của\nUBND tỉnh") == ["theo chỉ đạo của UBND tỉnh"]
    assert at_breaks("CHỦ TỊCH\n\n\nNguyễn Văn A") == ["CHỦ TỊCH", "", "", "Nguyễn Văn A"]
    assert at_breaks("ỦY BAN NHÂN DÂN\nTỈNH AN GIANG") == ["ỦY BAN NHÂN DÂN", "TỈNH AN GIANG"]
    assert at_breaks("\fPHỤ LỤC\nDanh mục\nGiai đoạn 1\f") == ["PHỤ LỤC", "Danh mục Giai đoạn 1"]
    assert at_breaks("Hết câu\ftiếp trang") == ["Hết câu", "tiếp trang"]
    breaks = para(
        "<w:r><w:t>a)</w:t><w:br/><w:t>b) Hai</w:t><w:br w:type='page'/><w:t>c</w:t></w:r>"
    )
    assert texts(breaks) == ["a)", "b) Hai", "c"]


STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="L4"><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="character" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Hoa"><w:rPr><w:caps/></w:rPr></w:style>'
)


def test_levels_come_from_styles_and_outline() -> None:
    body = (
        p("A", "H2") + p("B", "Muc") + p("C", "L4") + p("D", "Loop") + p("E")
        + p("F", properties='<w:outlineLvl w:val="0"/>')
        + p("G", "H2", '<w:outlineLvl w:val="9"/>')
    )  # fmt: skip
    assert [(line.text, line.level) for line in lines(body, styles=STYLES)] == [
        *(("A", 2), ("B", 2), ("C", 4), ("D", None), ("E", None), ("F", 1), ("G", None))
    ]


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        (para(run("Đậm", "<w:b/>")), True),
        (para(run("Đậm", '<w:b w:val="0"/>')), False),
        (para(run("Đậm", "<w:b/>") + run(" thường")), False),
        (para(run("Đậm", "<w:b/>") + run(": 1.")), True),
        (para(run("1.", "<w:b/>")), False),
        (p("Đậm", "Muc"), True),
        (para(run("Thường", '<w:b w:val="false"/>'), "Muc"), False),
        (para(run("Đậm", '<w:rStyle w:val="Dam"/>')), True),
        (para(run("Thường", '<w:rStyle w:val="Dam"/>'), "Muc"), False),
        (para(run("Đậm", "<w:b/>") + run("ẩn", "<w:vanish/>")), True),
    ],
)
def test_bold_is_resolved_through_styles(body: str, bold: bool) -> None:
    assert [line.bold for line in lines(body, styles=STYLES)] == [bold]


def test_capitals_are_shown_and_hidden_text_is_not() -> None:
    body = para(
        run("mục tiêu ", "<w:caps/>")
        + run("ẩn", "<w:vanish/>")
        + run("hoa", '<w:rStyle w:val="Hoa"/>')
    )
    assert texts(body + p("", properties="<w:rPr><w:vanish/></w:rPr>"), styles=STYLES) == [
        "MỤC TIÊU HOA"
    ]


def test_multilevel_numbering_restarts_below_a_higher_level() -> None:
    levels = (
        level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")
    )
    deep = levels + level(3, "bullet", "\uf0b7") + level(4, "bullet", "+")
    order = [0, 1, 2, 2, 3, 4, 1, 2, 0, 1]
    body = "".join(item(1, depth, "x") for depth in order)
    assert texts(body, numbering=lists(deep)) == [
        *("I. x", "1. x", "a) x", "b) x", "- x", "+ x", "2. x", "a) x", "II. x", "1. x")
    ]


def test_legal_numbers_and_suffixes() -> None:
    levels = (
        level(0, "upperRoman", "Phần %1")
        + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
        + level(2, "decimal", "Điều %3: ", '<w:suff w:val="nothing"/>')
    )
    body = item(1, 0, "Một") + item(1, 1, "Hai") + item(1, 2, "Ba")
    assert texts(body, numbering=lists(levels)) == ["Phần I Một", "1.1. Hai", "Điều 1: Ba"]


def test_instances_count_on_unless_they_override() -> None:
    nums = (
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'upperLetter', '%1.')}</w:lvlOverride></w:num>"
    )
    body = "".join(item(number, 0, "x") for number in (1, 7, 8, 8, 9))
    assert texts(body, numbering=lists(level(0, "decimal", "%1."), nums=nums)) == [
        *("1. x", "2. x", "5. x", "6. x", "G. x")
    ]


def test_restart_can_be_switched_off() -> None:
    levels = level(0, "decimal", "Điều %1.") + level(
        1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>'
    )
    body = item(1, 0, "x") + item(1, 1, "x") + item(1, 0, "x") + item(1, 1, "x")
    assert texts(body, numbering=lists(levels)) == ["Điều 1. x", "(1) x", "Điều 2. x", "(2) x"]


def test_styles_link_to_levels() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="M1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="M2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="M2"/></w:style>'
    )
    levels = level(0, "upperRoman", "%1.", '<w:pStyle w:val="M1"/>') + level(
        1, "decimal", "%2.", '<w:pStyle w:val="M2"/>'
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("a", "M1") + p("b", "M2") + p("c", "Con") + p("d", "M1", off) + p("e", "M1")
    assert texts(body, styles=styles, numbering=lists(levels)) == [
        *("I. a", "1. b", "2. c", "d", "II. e")
    ]


def test_list_styles_are_followed() -> None:
    styles = '<w:style w:type="numbering" w:styleId="DS"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    numbering = lists('<w:numStyleLink w:val="DS"/>', level(0, "decimal", "%1/"))
    assert texts(item(1, 0, "x"), styles=styles, numbering=numbering) == ["1/ x"]


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        *((4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (27, "upperLetter", "AA")),
        *((3, "lowerLetter", "c"), (7, "decimalZero", "07"), (0, "lowerLetter", "")),
        *((5, "bullet", ""), (5, "none", ""), (12, "ordinal", "12"), (2, "numberInDash", "- 2 -")),
    ],
)
def test_figures(number: int, style: str, expected: str) -> None:
    assert figure(number, style) == expected


def test_roman_and_letters_are_distinct_for_every_number() -> None:
    assert len({roman(n) for n in range(1, 1000)}) == 999
    assert [letters(n) for n in (1, 26, 27, 52, 53)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_blank_numbered_paragraphs_count_but_show_only_in_cells() -> None:
    numbering = lists(level(0, "decimal", "%1."))
    rows = [tr("STT", "Nhiệm vụ")] + [tr(tc(item(1, 0, "")), name) for name in ("Một", "Hai")]
    found = grid(tbl(*rows), numbering=numbering)
    assert [cell.text for cell in found.cells] == ["STT", "Nhiệm vụ", "1.", "Một", "2.", "Hai"]
    assert texts(item(1, 0, "") + item(1, 0, "x"), numbering=numbering) == ["", "2. x"]


def test_table_with_spans_header_and_bold() -> None:
    merge, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = tbl(
        tr(
            tc("STT", properties=merge),
            tc(para(run("Kinh phí", "<w:b/>")), properties='<w:gridSpan w:val="2"/>'),
            properties="<w:tblHeader/>",
        ),
        tr(tc("", properties=goes_on), "Năm 2025", "Năm 2026", properties="<w:tblHeader/>"),
        tr("1", tc("Một", "", "Hai"), "7"),
    )
    assert grid(body) == Grid(
        *(3, 3),
        (
            GridCell(0, 0, "STT", row_span=2),
            GridCell(0, 1, "Kinh phí", column_span=2, bold=True),
            *(GridCell(1, 1, "Năm 2025"), GridCell(1, 2, "Năm 2026")),
            *(GridCell(2, 0, "1"), GridCell(2, 1, "Một\nHai"), GridCell(2, 2, "7")),
        ),
        n_header=2,
    )


def test_idle_columns_and_deleted_rows_are_dropped() -> None:
    wide = '<w:gridSpan w:val="40"/>'
    body = tbl(
        tr("TT", tc("Nhiệm vụ", properties=wide)),
        tr("1", tc("Thuê máy", properties=wide)),
        tr("2", "Đã xóa", properties="<w:del/>"),
        tr("3", "Ẩn", properties="<w:hidden/>"),
    )
    found = grid(body)
    assert (found.n_rows, found.n_columns) == (2, 2)
    assert [cell.text for cell in found.cells] == ["TT", "Nhiệm vụ", "1", "Thuê máy"]


def test_legacy_horizontal_merge_and_cells_before() -> None:
    body = tbl(
        tr("TT", "Nội dung", "Ghi chú"),
        tr(
            tc("Nhóm", properties='<w:hMerge w:val="restart"/>'),
            tc("", properties='<w:hMerge w:val="continue"/>'),
            "x",
        ),
        tr("Chỉ hai", "y", properties='<w:gridBefore w:val="1"/>'),
    )
    assert [(c.row, c.column, c.column_span, c.text) for c in grid(body).cells[3:]] == [
        *((1, 0, 2, "Nhóm"), (1, 2, 1, "x"), (2, 1, 1, "Chỉ hai"), (2, 2, 1, "y"))
    ]


def test_nested_table_is_flattened_into_the_cell() -> None:
    inner = tbl(tr("TT", "Tên"), tr("1", "Máy"))
    body = tbl(tr("STT", "Nhiệm vụ"), tr("1", tc(p("Gồm:"), inner, p())))
    assert grid(body).cells[-1].text == "Gồm:\nTT\nTên\n1\nMáy"


def test_a_frame_of_one_cell_is_opened() -> None:
    inner = tbl(tr("TT", "Tên"), tr("1", "Máy"))
    frame = tbl(tr(tc(p("I. MỤC TIÊU", properties='<w:outlineLvl w:val="0"/>'), inner, p())))
    found = read_docx(docx(frame), LIMITS).parts
    assert found[0] == Line("I. MỤC TIÊU", level=1)
    assert isinstance(found[1], Grid)
    assert [cell.text for cell in found[1].cells] == ["TT", "Tên", "1", "Máy"]
    assert len(found) == 2


def test_letterhead_and_sign_off_tables_become_lines() -> None:
    head = tbl(
        tr(tc("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG"), tc(MOTTO, "Độc lập - Tự do - Hạnh phúc")),
        tr("Số: 12/KH-UBND", "An Giang, ngày 05 tháng 3 năm 2024"),
    )
    foot = tbl(tr(tc("Nơi nhận:", "- Lưu: VT."), tc("TM. ỦY BAN NHÂN DÂN", "", "Nguyễn Văn A")))
    assert texts(head + p("KẾ HOẠCH") + foot) == [
        *("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "Số: 12/KH-UBND"),
        *(MOTTO, "Độc lập - Tự do - Hạnh phúc", "An Giang, ngày 05 tháng 3 năm 2024"),
        *("KẾ HOẠCH", "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "", "Nguyễn Văn A"),
    ]


SECTION = (
    '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
    '<w:headerReference w:type="default" r:id="header2"/>{}</w:sectPr>'
)


def test_letterhead_in_the_first_header_comes_first() -> None:
    header = tbl(tr(tc("ỦY BAN NHÂN DÂN", "Số: 12/KH-UBND"), tc(MOTTO))) + para(field("PAGE", "1"))
    parts = {"header1": header, "header2": p("Kế hoạch chuyển đổi số")}
    body = p("KẾ HOẠCH") + SECTION.format("<w:titlePg/>")
    assert texts(body, **parts) == ["ỦY BAN NHÂN DÂN", "Số: 12/KH-UBND", MOTTO, "KẾ HOẠCH"]
    assert texts(p("KẾ HOẠCH") + SECTION.format(""), **parts) == ["KẾ HOẠCH"]
    already = p("Số: 12/KH-UBND") + p(MOTTO) + SECTION.format("<w:titlePg/>")
    assert texts(already, **parts) == ["Số: 12/KH-UBND", MOTTO]


def test_footnotes_and_endnotes_stand_at_the_end() -> None:
    def mark(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    body = para(
        run("Đạt 90%") + mark("endnote", 2) + run(" và 50%") + mark("footnote", 2) + run(".")
    )
    notes = '<w:footnote w:id="2">' + p(" Theo Sở ") + p("Nội vụ.") + "</w:footnote>"
    ends = '<w:endnote w:id="2">' + p("Số liệu 2024.") + "</w:endnote>"
    assert texts(body, footnotes=notes, endnotes=ends) == [
        *("Đạt 90%[1] và 50%[2].", "[1] Số liệu 2024.", "[2] Theo Sở Nội vụ.")
    ]


def code(data: bytes) -> str:
    with pytest.raises(RejectedFileError) as caught:
        read_docx(data, LIMITS)
    assert caught.value.user_message.endswith(".")
    return caught.value.code


def test_errors() -> None:
    assert code(docx(p())) == "empty"
    assert code(b"PK\x03\x04 nothing") == "damaged"
    assert code(docx("<w:p>")) == "damaged"
    assert (
        code(docx("<w:tbl><w:tr><w:tc>" * 40 + p("x") + "</w:tc></w:tr></w:tbl>" * 40))
        == "too_large"
    )
    assert (
        code(docx("<w:sdt><w:sdtContent>" * 5000 + p("x") + "</w:sdtContent></w:sdt>" * 5000))
        == "damaged"
    )


SAMPLE = docx(
    p("KẾ HOẠCH", "H2") + item(1, 0, "Mục") + tbl(tr("STT", "Tên"), tr("1", tc("a", "b")))
    + para(field("PAGE", "3")),
    styles=STYLES, numbering=lists(level(0, "decimal", "%1.")),
)  # fmt: skip
TAGS = (
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "pPr",
    "numPr",
    "fldChar",
)
TREES = st.recursive(
    st.sampled_from(
        ["", "x", "<w:br/>", '<w:vMerge w:val="9"/>', '<w:gridSpan w:val="999999999999"/>']
    ),
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=4)).map(
        lambda pair: f"<w:{pair[0]} w:val='1'>{''.join(pair[1])}</w:{pair[0]}>"
    ),
    max_leaves=25,
)


def outcome(data: bytes) -> Source | RejectedFileError:
    try:
        return read_docx(data, LIMITS)
    except RejectedFileError as exc:
        return exc


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=40), st.integers(0, len(SAMPLE)), st.integers(0, 30))
def test_hostile_bytes_give_a_source_or_a_rejection(junk: bytes, at: int, cut: int) -> None:
    for data in (junk, SAMPLE[:at], SAMPLE[:at] + junk + SAMPLE[at + cut :]):
        found = outcome(data)
        assert isinstance(found, (Source, RejectedFileError))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TREES)
def test_any_order_of_elements_is_read(tree: str) -> None:
    found = read_docx(docx(tree + p("Còn lại")), LIMITS)
    assert found.parts[-1] == Line("Còn lại")
