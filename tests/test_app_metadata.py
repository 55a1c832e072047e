"""Questions about plans as documents: what they are told apart from, and what is answered."""

from dataclasses import replace
from datetime import date

import pytest
from fakes import make_plan

from app.proving.verify import verify
from app.reading.material import Material
from app.understanding.document_choice import Order, choose
from app.understanding.document_questions import asked_attributes
from app.understanding.question import understand
from app.writers import metadata
from ingest.plan import LegalBasis, Plan


def _plan(
    name: str, province: str, lines: tuple[str, ...], issued: date, period: tuple[int, int]
) -> Plan:
    return replace(make_plan(name, lines, province=province), issued=issued, period=period)


FIRST = replace(
    _plan(
        "a",
        "An Giang",
        (
            "Số: 15/KH-UBND",
            "An Giang, ngày 05 tháng 3 năm 2021",
            "KẾ HOẠCH CHUYỂN ĐỔI SỐ TỈNH AN GIANG GIAI ĐOẠN 2021-2025",
            "Nơi nhận:\n- Bộ Thông tin và Truyền thông;\n- Các sở, ban, ngành;\n- Lưu: VT, KTTH.",
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Bình",
        ),
        date(2021, 3, 5),
        (2021, 2025),
    ),
    number="15/KH-UBND",
    title="CHUYỂN ĐỔI SỐ TỈNH AN GIANG GIAI ĐOẠN 2021-2025",
    signer="Trần Văn Bình",
    signer_title="Phó Chủ tịch",
)
SECOND = replace(
    _plan(
        "b",
        "Cao Bằng",
        (
            "Số: 208/KH-UBND",
            "Cao Bằng, ngày 20 tháng 6 năm 2022",
            "KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2022",
            "CHỦ TỊCH\nLê Thị Hoa",
        ),
        date(2022, 6, 20),
        (2022, 2022),
    ),
    number="208/KH-UBND",
    title="CHUYỂN ĐỔI SỐ NĂM 2022",
    signer="Lê Thị Hoa",
    signer_title="Chủ tịch",
)
PLANS = (FIRST, SECOND)


def answer(question: str, plans: tuple[Plan, ...] = PLANS):
    understood = understand(question, plans)
    asked = tuple(plan for plan in plans if plan.plan_id in understood.plan_ids)
    draft = metadata.write(Material(understood, asked, lambda _query, _text: 0.0))
    return verify(draft, {plan.plan_id: plan for plan in plans}.__getitem__)


def said(question: str, plans: tuple[Plan, ...] = PLANS) -> list[str]:
    return [statement.text for statement in answer(question, plans).statements]


@pytest.mark.parametrize(
    ("question", "attributes"),
    [
        ("Văn bản của An Giang do ai đặt bút ký?", ("signer",)),
        ("ke hoach an giang ai ky", ("signer",)),
        ("Bản của An Giang ra đời hôm nào?", ("issued",)),
        ("Kế hoạch 15 mang số hiệu gì?", ("number",)),
        ("Cơ quan nào đứng ra ban hành văn bản 15?", ("issuer",)),
        ("Chép hộ cái tên trọn vẹn của bản 15 để đưa vào tờ trình", ("title",)),
        ("15 áp dụng từ năm mấy tới năm mấy", ("period",)),
        ("Bố cục kế hoạch An Giang chia mấy phần?", ("structure",)),
        ("Dòng lưu của văn bản 15 ghi gì?", ("archive",)),
        ("An Giang ban hành kế hoạch trước hay sau Cao Bằng?", ("issued",)),
        ("Văn bản của tỉnh nào mới hơn, An Giang hay Cao Bằng?", ("province",)),
        ("Kế hoạch của An Giang và Cao Bằng có cùng giai đoạn không?", ("period",)),
        ("An Giang hoàn thành số hóa hộ tịch trước hay sau Cao Bằng?", ()),
        ("Ai ký hợp đồng đường truyền của An Giang?", ()),
        ("Ai ký Quyết định 12/QĐ-UBND của An Giang?", ()),
        ("Kế hoạch 99 của An Giang ban hành hồi nào?", ()),
        ("Sở nào ở An Giang tham mưu kế hoạch vốn?", ()),
        ("An Giang có bao nhiêu chữ ký số?", ()),
        ("Việc hộ tịch làm vào những năm nào ở An Giang?", ()),
        ("Số văn bản An Giang gửi qua trục liên thông là bao nhiêu?", ()),
        ("Số hiệu bản kế hoạch diễn tập ứng cứu sự cố của An Giang?", ()),
        ("Số điện thoại của người ký kế hoạch An Giang?", ()),
        ("Tiêu đề mục II, Phần II của kế hoạch An Giang?", ()),
    ],
)
def test_only_the_plan_itself_has_attributes(question: str, attributes: tuple[str, ...]) -> None:
    assert asked_attributes(question, PLANS) == attributes


@pytest.mark.parametrize(
    ("question", "attributes"),
    [
        ("Kế hoạch phát triển doanh nghiệp số của Cao Bằng số mấy?", ()),
        ("Kế hoạch giai đoạn 2026-2030 của Cao Bằng mang số mấy?", ()),
        ("Kế hoạch giai đoạn 2021-2025 của An Giang mang số mấy?", ("number",)),
        ("Kế hoạch chuyển đổi số của Cao Bằng số mấy?", ("number",)),
    ],
)
def test_a_plan_described_as_one_that_is_cited_is_not_the_plan(
    question: str, attributes: tuple[str, ...]
) -> None:
    cited = LegalBasis(
        doc_type="Kế hoạch",
        number="99/KH-UBND",
        issued=None,
        issuer="UBND tỉnh",
        title="phát triển doanh nghiệp số giai đoạn 2026-2030",
        start=0,
        end=1,
    )
    plans = (FIRST, replace(SECOND, legal_bases=(cited,)))
    assert asked_attributes(question, plans) == attributes


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Ai ký kế hoạch của An Giang?",
            ["Trần Văn Bình (Phó Chủ tịch) ký thay Chủ tịch (KT. Chủ tịch) Kế hoạch 15/KH-UBND của An Giang."],
        ),
        ("Ai ký kế hoạch của Cao Bằng?", ["Lê Thị Hoa (Chủ tịch) ký Kế hoạch 208/KH-UBND của Cao Bằng."]),
        ("Kế hoạch An Giang ban hành ngày nào?", ["Kế hoạch 15/KH-UBND của An Giang ban hành ngày 05/03/2021."]),
        ("Dòng lưu của văn bản 15 ghi gì?", ["Phần lưu của Kế hoạch 15/KH-UBND của An Giang ghi: Lưu: VT, KTTH."]),
        ("Kế hoạch An Giang áp dụng cho giai đoạn nào?", ["Kế hoạch 15/KH-UBND của An Giang là kế hoạch giai đoạn 2021-2025."]),
    ],
)  # fmt: skip
def test_one_plan_is_told_in_sentences(question: str, expected: list[str]) -> None:
    assert said(question) == expected


def test_a_missing_office_is_said_to_be_missing() -> None:
    plan = replace(SECOND, signer_title="")
    assert said("Lê Thị Hoa giữ chức vụ gì khi ký kế hoạch Cao Bằng?", (plan,)) == [
        "Kế hoạch 208/KH-UBND của Cao Bằng do Lê Thị Hoa ký; văn bản đang có không ghi chức vụ của người ký."
    ]


@pytest.mark.parametrize(
    ("question", "provinces", "by"),
    [
        ("bà Hoa ký kế hoạch nào", ["Cao Bằng"], ("signer",)),
        ("Bản nào do Phó Chủ tịch ký?", ["An Giang"], ("office",)),
        ("Kế hoạch nào do chính Chủ tịch ký chứ không phải cấp phó?", ["Cao Bằng"], ("office",)),
        ("Tháng 3 năm 2021 tỉnh nào ban hành kế hoạch?", ["An Giang"], ("issued",)),
        ("Có tỉnh nào ban hành kế hoạch trong năm 2022?", ["Cao Bằng"], ("issued",)),
        ("Những kế hoạch nào của năm 2022?", ["Cao Bằng"], ("period",)),
        ("Kế hoạch nào làm cho nhiều năm chứ không phải một năm?", ["An Giang"], ("period",)),
        ("Kế hoạch nào nói về 5G?", ["An Giang", "Cao Bằng"], ()),
    ],
)
def test_plans_are_chosen_by_what_they_are(
    question: str, provinces: list[str], by: tuple[str, ...]
) -> None:
    chosen = choose(question, PLANS)
    assert ([plan.province for plan in chosen.plans], chosen.by) == (provinces, by)


def test_a_plan_of_several_years_is_also_of_each_of_them() -> None:
    assert [plan.province for plan in choose("Những kế hoạch nào của năm 2022?", PLANS).also] == [
        "An Giang"
    ]


def test_the_newest_comes_first_and_the_interval_is_said_in_words() -> None:
    chosen = choose("Kế hoạch nào mới nhất?", PLANS)
    assert chosen.order is Order.NEWEST
    assert [plan.province for plan in chosen.plans] == ["Cao Bằng", "An Giang"]
    assert said("Hai kế hoạch ban hành cách nhau bao lâu?") == [
        "Kế hoạch 15/KH-UBND của An Giang và Kế hoạch 208/KH-UBND của Cao Bằng ban hành cách nhau khoảng một năm bốn tháng.",
        "Kế hoạch 15/KH-UBND của An Giang: ngày 05/03/2021",
        "Kế hoạch 208/KH-UBND của Cao Bằng: ngày 20/06/2022",
    ]


def test_named_provinces_stand_side_by_side() -> None:
    verified = answer("So sánh ngày ban hành và người ký kế hoạch của An Giang, Cao Bằng và Sơn La")
    assert verified.table is not None
    assert verified.table.columns == ("Người ký", "Ngày ban hành")
    rows = [(row.province, [cell.text for cell in row.cells]) for row in verified.table.rows]
    assert rows == [
        ("An Giang", ["Trần Văn Bình (Phó Chủ tịch)", "05/03/2021"]),
        ("Cao Bằng", ["Lê Thị Hoa (Chủ tịch)", "20/06/2022"]),
        ("Sơn La", ["Chưa có kế hoạch trong kho tài liệu"] * 2),
    ]
    assert [statement.text for statement in verified.statements] == [
        "Kế hoạch 15/KH-UBND của An Giang ban hành trước; ban hành sau: Cao Bằng."
    ]
