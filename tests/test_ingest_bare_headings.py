"""Headings without number, capitals or bold in plain texts."""

import pytest

from ingest.lines import Block
from ingest.metadata.signer import find_signer
from ingest.pipeline import ingest_bytes
from ingest.plan import Plan
from ingest.structure.sign_off import (
    find_sign_off,
    is_person_name,
    is_sign_off_line,
    is_signers_name,
)

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
    "Số: 12/KH-UBND\n\nAn Giang, ngày 05 tháng 3 năm 2024\n\nKẾ HOẠCH\n\nPhát triển dữ liệu số\n\n"
)
BODY = (
    "Căn cứ Luật Giao dịch điện tử, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
    "Mục đích",
    "Nâng cao chất lượng phục vụ người dân, lấy dữ liệu làm trung tâm của mọi hoạt động.",
    "Nội dung thực hiện",
    "Hoàn thiện hạ tầng",
    "Nâng cấp Trung tâm dữ liệu của tỉnh bảo đảm vận hành liên tục trong mọi tình huống.",
    "Làm sạch dữ liệu",
    "- Rà soát dữ liệu dân cư tại các xã biên giới;",
    "- Cập nhật dữ liệu hộ tịch theo hướng dẫn.",
    "Kinh phí thực hiện",
    "Lấy từ nguồn chi thường xuyên của ngân sách tỉnh năm 2024.",
)
PATHS = [
    ("Mục đích",),
    ("Nội dung thực hiện",),
    ("Nội dung thực hiện", "Hoàn thiện hạ tầng"),
    ("Nội dung thực hiện", "Làm sạch dữ liệu"),
    ("Kinh phí thực hiện",),
]


def read(*body: str, between: str = "\n\n") -> Plan:
    return ingest_bytes("a.txt", (HEAD + between.join(body) + "\n").encode())


def paths(plan: Plan) -> list[tuple[str, ...]]:
    return [section.path for section in plan.sections]


def test_short_lines_that_open_sections_are_headings():
    assert paths(read(*BODY)) == PATHS


def test_in_a_text_broken_at_a_width_a_line_with_room_behind_it_is_a_heading():
    wrapped: list[str] = []
    for text in BODY:
        line = ""
        for word in text.split():
            if len(line) + len(word) > 44:
                wrapped.append(line)
                line = ""
            line = f"{line} {word}".strip()
        wrapped.append(line)
    assert paths(read(*wrapped, between="\n")) == PATHS


def test_a_document_that_numbers_its_sections_is_read_by_its_numbers():
    numbered = ("1. Mục tiêu", BODY[2], "2. Nhiệm vụ", *BODY[3:6], "3. Kinh phí", BODY[-1])
    assert paths(read(BODY[0], *numbered)) == [("1",), ("2",), ("3",)]


@pytest.mark.parametrize("text", ["Mục đích.", "mục đích", "Mục đích " * 12, "- Mục đích"])
def test_what_is_no_heading(text):
    body = [text if line == "Mục đích" else line for line in BODY]
    assert paths(read(*body)) == PATHS[1:]


def test_a_form_takes_the_name_below_its_number():
    form = ("BIỂU 01", "CHỈ TIÊU GIAO CÁC SỞ", "Các sở gửi báo cáo trước ngày 20/12/2026.")
    plan = read("I. MỤC TIÊU", BODY[2], "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An", *form)
    last = plan.sections[-1]
    assert (last.path, last.heading) == (("BIỂU 01",), "CHỈ TIÊU GIAO CÁC SỞ")


def test_an_agency_with_the_form_of_a_name_is_a_heading():
    assert is_person_name("Báo Yên Bái") and not is_signers_name("Báo Yên Bái")
    assert is_signers_name("Lê Hải Hòa") and is_signers_name("Đinh Thị Báo")


def test_edges_of_a_seal_before_a_line_of_the_sign_off():
    assert is_sign_off_line("'KT. CHỦ TỊCH") and is_sign_off_line("- PHÓ CHỦ TỊCH")
    assert not is_sign_off_line("- Chủ tịch UBND tỉnh;")


def test_recipients_that_a_page_break_put_between_offices_and_name():
    lines = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "- Lưu: VT.", "PHÓ CHỦ TỊCH", "Lê Văn An"]
    _, signature = find_sign_off([Block(line) for line in lines], 0)
    assert signature == range(5)


def test_on_whose_behalf_as_a_scan_or_a_typist_has_it():
    assert is_sign_off_line("KI. CHỦ TỊCH") and is_sign_off_line("T/M ỦY BAN NHÂN DÂN")
    assert not is_sign_off_line("KINH PHÍ THỰC HIỆN")
    lines = ["T/M ỦY BAN NHÂN DÂN", "KI. CHỦ TỊCH", "Lê Văn An"]
    assert find_signer(lines) == ("Lê Văn An", "")
    assert find_signer([*lines[:2], "PHÓ CHỦ TỊCH", lines[2]]) == ("Lê Văn An", "Phó Chủ tịch")
