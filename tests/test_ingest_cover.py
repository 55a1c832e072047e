"""A letter that covers a plan: whose number, date and sign-off the plan's are."""

from ingest.lines import Block
from ingest.pipeline import ingest_bytes
from ingest.structure.cover import behind_letter, has_own_number

LETTER = """ỦY BAN NHÂN DÂN
TỈNH AN GIANG

Số: 1507/UBND-KGVX

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

An Giang, ngày 19 tháng 4 năm 2024

V/v triển khai Kế hoạch thông tin liên lạc

Kính gửi: Các sở, ban, ngành tỉnh.

Ủy ban nhân dân tỉnh gửi kèm Kế hoạch để các cơ quan thực hiện./.

Nơi nhận:

- Như trên;

TL. CHỦ TỊCH

CHÁNH VĂN PHÒNG

Trần Thị Bình

"""
HEAD = """ỦY BAN NHÂN DÂN
TỈNH AN GIANG

Số: 96/KH-UBND

An Giang, ngày 18 tháng 4 năm 2024

"""
PLAN = """KẾ HOẠCH

Bảo đảm thông tin liên lạc năm 2024

I. MỤC TIÊU

Giữ liên lạc với các xã khi có bão.

"""
SIGNED = """KT. CHỦ TỊCH

PHÓ CHỦ TỊCH

Lê Văn An
"""


def test_a_plan_with_a_letterhead_of_its_own_behind_a_letter():
    plan = ingest_bytes("x.txt", (LETTER + HEAD + PLAN + SIGNED).encode())
    assert (plan.number, plan.doc_type, plan.issued.day) == ("96/KH-UBND", "Kế hoạch", 18)
    assert plan.title == "Bảo đảm thông tin liên lạc năm 2024"
    assert (plan.signer, plan.signer_title) == ("Lê Văn An", "Phó Chủ tịch")
    assert [section.heading for section in plan.sections] == ["MỤC TIÊU"]


def test_a_plan_without_one_has_the_letters():
    plan = ingest_bytes("x.txt", (LETTER + PLAN).encode())
    assert (plan.number, plan.doc_type, plan.issued.day) == ("1507/UBND-KGVX", "Kế hoạch", 19)
    assert plan.issued_by == "1507/UBND-KGVX"
    assert (plan.signer, plan.signer_title) == ("Trần Thị Bình", "Chánh Văn phòng")


def test_what_is_no_letter():
    blocks = [Block(line) for line in (HEAD + PLAN).splitlines() if line]
    assert behind_letter(blocks, 4) == 0
    assert behind_letter([Block("Kính gửi: Các sở"), Block("Không có phần ký.")], None) == 0
    assert has_own_number(blocks) and not has_own_number(blocks[3:])
