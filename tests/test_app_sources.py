"""app.sources: the cited passage in its section, character for character."""

from dataclasses import replace

import pytest
from fakes_ui import BUDGET, GOAL, HOSTILE, SECTIONS, TEXT, citation, plan

from app.sources import MAX_CHARS, SourceView, source_view
from ingest.plan import Row, RowKind, Table


def shown(view: SourceView) -> str:
    return "".join(run.text for paragraph in view.paragraphs for run in paragraph.runs)


def highlighted(view: SourceView) -> str:
    runs = [run for paragraph in view.paragraphs for run in paragraph.runs]
    return "".join(run.text for run in runs if run.highlighted)


def test_whole_section_is_shown_with_the_quote_highlighted():
    view = source_view(plan(), citation(GOAL), min_chars=0)

    assert (view.start, view.end) == (SECTIONS[2].start, SECTIONS[2].end)
    assert shown(view) == TEXT[view.start : view.end]
    assert highlighted(view) == GOAL
    assert view.headings == ("Phần I. MỤC TIÊU", "II. MỤC TIÊU CỤ THỂ")
    assert view.place == "Phần I, mục II"
    assert (view.cut_before, view.cut_after) == (False, False)


def test_each_line_is_a_paragraph_split_at_the_quote():
    view = source_view(plan(), citation("phục vụ người dân"), min_chars=0)

    runs = [[(run.text, run.highlighted) for run in line.runs] for line in view.paragraphs]
    assert runs == [
        [("I. MỤC TIÊU CHUNG\n", False)],
        [
            ("Xây dựng chính quyền số ", False),
            ("phục vụ người dân", True),
            (".\n", False),
        ],
    ]


def test_quote_over_several_lines_is_highlighted_whole():
    quote = f"{GOAL}\n{HOSTILE}"
    view = source_view(plan(), citation(quote))

    assert highlighted(view) == quote


def test_short_section_is_shown_within_the_one_around_it():
    view = source_view(plan(), citation("người dân"), min_chars=100)

    assert (view.start, view.end) == (SECTIONS[0].start, SECTIONS[0].end)


def test_section_around_is_not_taken_when_it_is_too_long():
    view = source_view(plan(), citation("người dân"), min_chars=100, max_chars=90)

    assert (view.start, view.end) == (SECTIONS[1].start, SECTIONS[1].end)


def test_quote_over_two_sections_is_shown_in_the_section_that_holds_both():
    quote = "người dân.\nII. MỤC TIÊU CỤ THỂ"
    view = source_view(plan(), citation(quote), min_chars=0)

    assert (view.start, view.end) == (SECTIONS[0].start, SECTIONS[0].end)
    assert highlighted(view) == quote


def test_text_before_the_first_heading_is_shown_alone():
    view = source_view(plan(), citation("KẾ HOẠCH"), min_chars=0)

    assert shown(view) == "KẾ HOẠCH\n"
    assert view.headings == ()


def test_signature_after_the_last_section_is_shown_with_the_lines_before_it():
    text = f"{TEXT}\nCHỦ TỊCH\nNguyễn Văn A"
    signed = replace(plan(), text=text)
    start = text.index("Nguyễn Văn A")
    proof = replace(
        citation(BUDGET), quote="Nguyễn Văn A", start=start, end=len(text), section="phần ký"
    )

    view = source_view(signed, proof, min_chars=40)

    assert shown(view) == "Kinh phí lấy từ ngân sách tỉnh.\nCHỦ TỊCH\nNguyễn Văn A"
    assert highlighted(view) == "Nguyễn Văn A"


@pytest.mark.parametrize("quoted_line", [0, 1, 250, 498, 499])
def test_long_section_is_cut_at_lines_around_the_quote(quoted_line):
    lines = [f"Dòng thứ {number} của một mục rất dài, có nhiều dòng." for number in range(500)]
    text = "I. MỤC\n" + "\n".join(lines)
    section = replace(SECTIONS[0], label="I", start=0, end=len(text))
    start = text.index(lines[quoted_line])
    proof = replace(
        citation(BUDGET), quote=lines[quoted_line], start=start, end=start + len(lines[quoted_line])
    )

    view = source_view(replace(plan(), text=text, sections=(section,)), proof)

    assert shown(view) == text[view.start : view.end]
    assert highlighted(view) == lines[quoted_line]
    assert view.end - view.start <= MAX_CHARS
    assert view.cut_before == (view.start > 0)
    assert view.cut_after == (view.end < len(text))
    assert view.start == 0 or text[view.start - 1] == "\n"
    assert view.end == len(text) or text[view.end - 1] == "\n"


def test_quote_longer_than_the_limit_is_shown_whole():
    view = source_view(plan(), citation(HOSTILE), max_chars=10)

    assert shown(view) == highlighted(view) == HOSTILE


def test_table_row_is_one_paragraph():
    text = "Bảng\n1\nDự án A\n500\n2\nDự án B\n700\nHết"
    spans = [(5, 5 + len("1\nDự án A\n500")), (19, 19 + len("2\nDự án B\n700"))]
    rows = tuple(
        Row(RowKind.DATA, label, None, (), *span) for label, span in zip("12", spans, strict=True)
    )
    table = Table(0, None, "Bảng", "", (), rows, 0, len(text))
    start, end = spans[1]
    proof = replace(citation(BUDGET), quote=text[start:end], start=start, end=end)

    view = source_view(replace(plan(), text=text, sections=(), tables=(table,)), proof)

    assert [("".join(run.text for run in p.runs), p.row) for p in view.paragraphs] == [
        ("Bảng\n", False),
        ("1\nDự án A\n500\n", True),
        ("2\nDự án B\n700\n", True),
        ("Hết", False),
    ]
    assert highlighted(view) == "2\nDự án B\n700"
