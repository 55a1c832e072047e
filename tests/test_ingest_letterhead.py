"""Letterheads, sign-offs and titles of made-up documents in the forms that offices use."""

from datetime import date

import pytest

from ingest.errors import RejectedFileError
from ingest.metadata.letterhead import find_superior
from ingest.metadata.sidecar import Overrides
from ingest.metadata.surnames import with_surname
from ingest.pipeline import ingest_bytes
from ingest.plan import Plan

PROVINCE = ("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG")
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
DATED = ("Số: 12/KH-UBND", "An Giang, ngày 05 tháng 3 năm 2026")
TITLE = ("KẾ HOẠCH", "CHUYỂN ĐỔI SỐ TỈNH AN GIANG NĂM 2026")
BODY = ("I. MỤC TIÊU", "Xây dựng chính quyền số.", "II. KINH PHÍ", "Bố trí 5 tỷ đồng./.")
SIGNED = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Bình")


def plan(*lines: str, overrides: Overrides | None = None) -> Plan:
    data = "\n".join(lines).encode()
    return ingest_bytes("a.txt", data, overrides=overrides or Overrides())


def plain(**changes: tuple[str, ...]) -> Plan:
    parts = {
        "head": PROVINCE, "motto": MOTTO, "dated": DATED, "title": TITLE, "body": BODY,
        "signed": SIGNED,
    } | changes  # fmt: skip
    return plan(*(line for part in parts.values() for line in part))


def origins(found: Plan) -> dict[str, str]:
    return {known.field: known.origin for known in found.provenance}


def test_the_usual_letterhead():
    found = plain()
    assert found.number == "12/KH-UBND"
    assert (found.doc_type, found.title) == ("Kế hoạch", "CHUYỂN ĐỔI SỐ TỈNH AN GIANG NĂM 2026")
    assert (found.province, found.issuer) == ("An Giang", "UBND tỉnh An Giang")
    assert (found.issued, found.period) == (date(2026, 3, 5), (2026, 2026))
    assert (found.signer, found.signer_title) == ("Trần Văn Bình", "Phó Chủ tịch")
    assert found.issued_by == ""
    assert found.warnings == ()
    assert origins(found) == {
        "number": "letterhead", "doc_type": "title", "title": "title", "province": "letterhead",
        "issuer": "letterhead", "issued": "letterhead", "period": "title", "signer": "sign-off",
        "signer_title": "sign-off",
    }  # fmt: skip
    assert all(0.9 <= known.confidence <= 1 for known in found.provenance)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 12 /KH-UBND", "12/KH-UBND"),
        ("Số 12/KH - UBND", "12/KH-UBND"),
        ("SỐ: 07/KH–UBND", "07/KH-UBND"),
        ("Sô: 12/KH-UBND", "12/KH-UBND"),
        ("Số : 1205/KH-UBND    CỘNG HÒA XÃ HỘI", "1205/KH-UBND"),
    ],
)
def test_numbers_as_typed_and_as_scanned(line, number):
    assert plain(dated=(line, DATED[1])).number == number


@pytest.mark.parametrize(
    ("head", "number", "issuer", "province"),
    [
        (("UBND TỈNH AN GIANG",), "12/KH-UBND", "UBND tỉnh An Giang", "An Giang"),
        (
            ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"),
            "1/KH-UBND",
            "UBND thành phố Cần Thơ",
            "Cần Thơ",
        ),
        (
            ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ CAO BẰNG"),
            "1/KH-UBND",
            "UBND thành phố Cao Bằng",
            "Cao Bằng",
        ),
        (("HỘI ĐỒNG NHÂN DÂN", "TỈNH CAO BẰNG"), "3/NQ-HĐND", "HĐND tỉnh Cao Bằng", "Cao Bằng"),
        (
            ("UBND TỈNH AN GIANG", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
            "12/KH-STTTT",
            "Sở Thông tin và Truyền thông tỉnh An Giang",
            "An Giang",
        ),
        (
            ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ LONG XUYÊN"),
            "12/KH-UBND",
            "UBND thành phố Long Xuyên",
            "An Giang",
        ),
        (
            ("UBND TỈNH AN GIANG SỞ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            "12/KH-SYT",
            "Sở Y tế tỉnh An Giang",
            "An Giang",
        ),
        (
            ("ỦY BAN NHÂN DÂN TỈNH CAO", "BẰNG", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
            "12/KH-SVHTTDL",
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Cao Bằng",
            "Cao Bằng",
        ),
        (
            ("UBND TỈNH AN GIANG", "UBND HUYỆN CHỢ MỚI"),
            "12/KH-UBND",
            "UBND huyện Chợ Mới",
            "An Giang",
        ),
    ],
)
def test_issuers(head, number, issuer, province):
    found = plain(
        head=head,
        dated=(f"Số: {number}", "Ngày 05 tháng 3 năm 2026"),
        title=("KẾ HOẠCH", "CHUYỂN ĐỔI SỐ NĂM 2026"),
    )
    assert (found.issuer, found.province) == (issuer, province)


def test_the_issuer_and_the_motto_on_one_line():
    found = plan(
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "HUYỆN CHỢ MỚI Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-UBND Chợ Mới, ngày 05 tháng 3 năm 2026",
        *TITLE,
        *BODY,
        *SIGNED,
    )
    assert (found.issuer, found.province) == ("UBND huyện Chợ Mới", "An Giang")


def test_a_sign_off_over_the_end_of_a_page():
    found = plain(
        signed=(
            *("Nơi nhận:", "- Thường trực Tỉnh ủy;", "GIÁM ĐỐC", "- Chủ tịch, các Phó Chủ tịch"),
            *("UBND tỉnh;", "- Lưu: VT.", "Lê Thị Hoa"),
        )
    )
    assert (found.signer, found.signer_title) == ("Lê Thị Hoa", "Giám đốc")


@pytest.mark.parametrize(
    ("signed", "signer", "office"),
    [
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Lê Thị Hoa"), "Lê Thị Hoa", "Chủ tịch"),
        (("TM. UBND TỈNH", "Q. CHỦ TỊCH", "Lê Thị Hoa"), "Lê Thị Hoa", "Quyền Chủ tịch"),
        (("KT. CHỦ TỊCH", "P. CHỦ TỊCH", "Lê Thị Hoa"), "Lê Thị Hoa", "Phó Chủ tịch"),
        (
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Lê Thị Hoa"),
            "Lê Thị Hoa",
            "Phó Chủ tịch Thường trực",
        ),
        (("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ", "Lê Thị Hoa"), "Lê Thị Hoa", "Giám đốc Sở Nội vụ"),
        (
            ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG", "Lê Thị Hoa"),
            "Lê Thị Hoa",
            "Giám đốc Sở Thông tin và Truyền thông",
        ),
        (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "LÊ THỊ HOA"), "Lê Thị Hoa", "Phó Giám đốc"),
    ],
)
def test_signers(signed, signer, office):
    found = plain(signed=signed)
    assert (found.signer, found.signer_title) == (signer, office)


@pytest.mark.parametrize(
    ("title", "text", "period"),
    [
        (("KẾ HOẠCH", "Chuyển đổi số năm 2026"), "Chuyển đổi số năm 2026", (2026, 2026)),
        (
            ("KẾ HOẠCH", "CHUYỂN ĐỔI SỐ GIAI ĐOẠN 2021 - 2025,", "ĐỊNH HƯỚNG ĐẾN NĂM 2030"),
            "CHUYỂN ĐỔI SỐ GIAI ĐOẠN 2021 - 2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030",
            (2021, 2025),
        ),
        (("KẾ HOẠCH CHUYỂN ĐỔI SỐ ĐẾN NĂM 2030",), "CHUYỂN ĐỔI SỐ ĐẾN NĂM 2030", (2026, 2030)),
        (
            ("KẾ HOẠCH", "Ứng dụng công nghệ thông tin"),
            "Ứng dụng công nghệ thông tin",
            (2026, 2026),
        ),
    ],
)
def test_titles_and_periods(title, text, period):
    found = plain(title=title, body=("Căn cứ Luật An toàn thông tin mạng;", *BODY))
    assert (found.title, found.period) == (text, period)


def test_a_plan_issued_by_a_decision_has_both_numbers():
    found = plan(
        *PROVINCE, *MOTTO, "Số: 45/QĐ-UBND", DATED[1], "QUYẾT ĐỊNH",
        "Về việc ban hành Kế hoạch chuyển đổi số năm 2026", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        "Căn cứ Luật Tổ chức chính quyền địa phương;", "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.",
        "Điều 2. Quyết định có hiệu lực từ ngày ký./.", *SIGNED, *TITLE,
        "(Ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 05/3/2026 của UBND tỉnh An Giang)", *BODY,
    )  # fmt: skip
    assert (found.number, found.issued_by) == ("45/QĐ-UBND", "45/QĐ-UBND")
    assert (found.doc_type, found.title) == ("Kế hoạch", TITLE[1])
    assert found.signer == "Trần Văn Bình"
    assert [section.label for section in found.sections] == ["I", "II"]


def test_an_annex_alone_has_the_number_of_what_it_belongs_to():
    found = plan(
        "PHỤ LỤC I",
        "DANH MỤC NHIỆM VỤ",
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND tỉnh An Giang)",
        "1. Xây dựng nền tảng số.",
    )
    assert (found.number, found.issued, found.province) == (
        "12/KH-UBND",
        date(2026, 3, 5),
        "An Giang",
    )
    assert origins(found)["number"] == origins(found)["issued"] == "annex"


def test_what_a_person_wrote_beside_the_file_overrides_what_is_read():
    found = plain()
    overrides = Overrides(number="99/KH-UBND", issued=date(2025, 1, 2), signer="Lê Thị Hoa")
    changed = plan(*PROVINCE, *MOTTO, *DATED, *TITLE, *BODY, *SIGNED, overrides=overrides)
    assert (changed.number, changed.issued, changed.signer) == (
        "99/KH-UBND", date(2025, 1, 2), "Lê Thị Hoa",
    )  # fmt: skip
    assert changed.title == found.title
    assert origins(changed)["number"] == "sidecar" and origins(changed)["title"] == "title"


def test_without_a_number_it_is_no_plan():
    with pytest.raises(RejectedFileError) as caught:
        plain(dated=("Số:       /KH-UBND", DATED[1]))
    assert caught.value.code == "not_a_plan"


def test_the_number_and_date_a_site_names():
    found = plan(
        "Số hiệu: 12/KH-UBND", "Ngày ban hành: 05/03/2026", "Người ký: Trần Văn Bình",
        "Nơi ban hành: Tỉnh An Giang", *PROVINCE, *MOTTO, "Số:     /KH-UBND",
        "An Giang, ngày     tháng 3 năm 2026", *TITLE, *BODY,
    )  # fmt: skip
    assert (found.number, found.issued, found.signer) == (
        "12/KH-UBND", date(2026, 3, 5), "Trần Văn Bình",
    )  # fmt: skip
    assert {origins(found)[f] for f in ("number", "issued", "signer")} == {"site"}


def test_a_date_that_wraps():
    found = plain(
        head=("ỦY BAN NHÂN DÂN", "TỈNH BÀ RỊA - VŨNG TÀU"),
        dated=("Số: 12/KH-UBND", "Bà Rịa - Vũng Tàu, ngày 05 tháng 3", "năm 2026"),
        title=("KẾ HOẠCH", "CHUYỂN ĐỔI SỐ NĂM 2026"),
    )
    assert (found.issued, found.province) == (date(2026, 3, 5), "Bà Rịa - Vũng Tàu")


def test_the_date_of_a_digital_signature_where_the_letterhead_leaves_it_blank():
    found = plain(
        dated=("Số: 12/KH-UBND", "An Giang, ngày     tháng 3 năm 2026"),
        signed=(*SIGNED, "Thời gian ký: 06.03.2026 10:20:11 +07:00"),
    )
    assert found.issued == date(2026, 3, 6)
    assert origins(found)["issued"] == "stamp"


def test_a_sign_off_that_a_page_break_parts():
    found = plain(
        signed=("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "- Các huyện;", "- Lưu: VT.", "Lê Thị Hoa")
    )
    assert (found.signer, found.signer_title) == ("Lê Thị Hoa", "Chánh Văn phòng")


def test_the_basis_of_a_plan_is_not_its_number():
    found = plain(dated=("Căn cứ Công văn số 9/STTTT-CNTT ngày 01 tháng 02 năm 2026;", *DATED))
    assert (found.number, found.issued) == ("12/KH-UBND", date(2026, 3, 5))


def test_the_party_and_central_organs():
    party = plain(head=("TỈNH ỦY AN GIANG",), dated=("Số: 12-KH/TU", DATED[1]))
    assert (party.number, party.province) == ("12-KH/TU", "An Giang")
    central = plain(
        head=("BỘ KHOA HỌC VÀ CÔNG NGHỆ",),
        dated=("Số: 12/KH-BKHCN", "Hà Nội, ngày 05 tháng 3 năm 2026"),
        title=("KẾ HOẠCH", "CHUYỂN ĐỔI SỐ NĂM 2026"),
    )
    assert (central.issuer, central.province) == ("Bộ Khoa học và Công nghệ", "")


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Định Quang Tuyên", "Đinh Quang Tuyên"),
        ("Nguyên Thị Hồng", "Nguyễn Thị Hồng"),
        ("Đinh Công Sứ", "Đinh Công Sứ"),
        ("Lê Ngọc Tuần", "Lê Ngọc Tuần"),
        ("Hã Văn An", "Hã Văn An"),
        ("Xyz Văn An", "Xyz Văn An"),
    ],
)
def test_surnames_misread_by_ocr(read, meant):
    assert with_surname(read) == meant


def test_the_province_above_a_commune_is_told_by_its_bases_and_recipients():
    bases = ["Căn cứ Kế hoạch số 4/KH-UBND của Ủy ban nhân dân tỉnh Cao Bằng về dịch vụ công,"]
    found = find_superior(bases)
    assert found is not None and found.name == "Cao Bằng"
    found = find_superior(["- UBND tỉnh An Giang (b/c);"])
    assert found is not None and found.name == "An Giang"
    assert find_superior(["Người dân tỉnh Cao Bằng", "UBND tỉnh;", "UBND xã An Giang"]) is None


def test_a_communes_plan_has_the_province_of_its_superior():
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ ĐÔNG KHÊ\n\nSố: 27/KH-UBND\n\nĐông Khê, ngày 29 tháng 8 năm 2025\n\n"
        "KẾ HOẠCH\n\nHỗ trợ người dân năm 2025\n\nCăn cứ Kế hoạch của Ủy ban nhân dân tỉnh Cao Bằng,"
        " xã ban hành Kế hoạch:\n\nI. MỤC TIÊU\n\nPhục vụ người dân.\n"
    )
    plan = ingest_bytes("x.txt", text.encode())
    assert (plan.province, plan.issuer) == ("Cao Bằng", "UBND xã Đông Khê")
    [origin] = [one.origin for one in plan.provenance if one.field == "province"]
    assert origin == "body"


def test_a_date_written_over_dots():
    found = plain(dated=("Số: 12/KH-UBND", "An Giang, ngày ..05.. tháng .3 năm 2026"))
    assert found.issued == date(2026, 3, 5)


def test_a_plan_of_the_partys_province_committee():
    head = ("ĐẢNG BỘ TỈNH CAO BẰNG", "TỈNH ỦY")
    dated = ("Số: 171-KH/TU", "Cao Bằng, ngày 05 tháng 3 năm 2026")
    for motto in (MOTTO, ("ĐẢNG CỘNG SẢN VIỆT NAM",)):
        found = plain(head=head, motto=motto, dated=dated)
        assert (found.number, found.issuer, found.province) == (
            *("171-KH/TU", "Tỉnh ủy Cao Bằng", "Cao Bằng"),
        )
    named = plain(head=("ĐẢNG BỘ TỈNH AN GIANG", "HUYỆN ỦY THOẠI SƠN"), dated=dated)
    assert named.issuer == "Huyện ủy Thoại Sơn"
