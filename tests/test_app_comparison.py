"""Comparisons over made-up plans: aspects, cells, the order of all, and what is not stated."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from fakes import make_plan

from app.comparing.aspects import aspects
from app.comparing.budget import asks_whole_cost, whole_cost
from app.comparing.rows import row_amount
from app.proving.verify import Verified, verify
from app.reading.material import Material
from app.understanding.question import understand
from app.writers import comparison
from index.search.retriever import ScoredChunk
from ingest.plan import Chunk, ChunkKind, Plan, Row, RowKind, Table


def coverage(query: str, text: str) -> float:
    """The share of the query's words that stand in the text."""
    words = query.lower().split()
    held = set(text.lower().replace(",", " ").replace(".", " ").replace(";", " ").split())
    return sum(word in held for word in words) / len(words) if words else 0.0


def plan(name: str, province: str, *lines: str) -> Plan:
    made = make_plan(name, lines, province=province, heading="HẠ TẦNG SỐ")
    return replace(made, number=f"{len(name)}7/KH-UBND", signer="")


AN_GIANG = plan("a", "An Giang", "Toàn tỉnh có 120 điểm cầu, tỷ lệ phủ sóng đạt 95%.")
CAO_BANG = plan("bb", "Cao Bằng", "Toàn tỉnh có 80 điểm cầu, tỷ lệ phủ sóng đạt 70%.")
HA_NAM = plan("ccc", "Hà Nam", "Toàn tỉnh có 200 điểm cầu.")
BAC_KAN = plan("dddd", "Bắc Kạn", "Lãnh đạo các sở chịu trách nhiệm trước Chủ tịch.")
PLANS = (AN_GIANG, CAO_BANG, HA_NAM, BAC_KAN)


def search(
    query: str, plan_ids: Sequence[str], plans: Sequence[Plan] = PLANS
) -> dict[str, list[ScoredChunk]]:
    held = {made.plan_id: made for made in plans}
    found: dict[str, list[ScoredChunk]] = {}
    for plan_id in plan_ids:
        scored = [(coverage(query, chunk.text), chunk) for chunk in held[plan_id].chunks]
        ranked = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
        found[plan_id] = [
            ScoredChunk(chunk, share, rank, 8 * share, share, share)
            for rank, (share, chunk) in enumerate(ranked, 1)
        ]
    return found


def compared(question: str, plans: Sequence[Plan] = PLANS) -> Verified:
    def searched(query: str, plan_ids: Sequence[str]) -> dict[str, list[ScoredChunk]]:
        return search(query, plan_ids, plans)

    understood = understand(question, plans)
    held = {made.plan_id: made for made in plans}
    asked = tuple(held[plan_id] for plan_id in understood.plan_ids)
    asked = tuple(sorted(asked, key=lambda made: understood.provinces.index(made.province)))
    hits = searched(understood.topic, understood.plan_ids)
    draft = comparison.write(Material(understood, asked, coverage, hits, searched))
    return verify(draft, held.__getitem__)


def cells(verified: Verified) -> list[tuple[str, str]]:
    assert verified.table is not None
    return [(row.province, row.cells[0].text) for row in verified.table.rows]


def said(verified: Verified) -> list[str]:
    return [statement.text for statement in verified.statements]


def test_two_figures_stand_side_by_side_with_their_difference() -> None:
    verified = compared("An Giang và Cao Bằng có bao nhiêu điểm cầu?")
    assert cells(verified) == [("An Giang", "120 điểm cầu"), ("Cao Bằng", "80 điểm cầu")]
    assert said(verified) == ["An Giang nhiều hơn Cao Bằng 40 điểm cầu (120 − 80)."]
    assert verified.dropped == ()


def test_three_figures_are_told_in_their_order() -> None:
    verified = compared("Xếp An Giang, Cao Bằng và Hà Nam theo số điểm cầu")
    assert said(verified) == [
        "Cao nhất là Hà Nam (200 điểm cầu), tiếp đến An Giang (120 điểm cầu), thấp nhất là Cao Bằng (80 điểm cầu)."
    ]


def test_shares_are_set_side_by_side_without_a_gap() -> None:
    verified = compared("Tỷ lệ phủ sóng của An Giang so với Cao Bằng")
    assert cells(verified) == [("An Giang", "95%"), ("Cao Bằng", "70%")]
    assert said(verified) == ["Số liệu của An Giang cao hơn của Cao Bằng (95% so với 70%)."]


def test_a_silent_plan_and_a_province_without_one_have_rows_that_say_so() -> None:
    verified = compared("An Giang, Bắc Kạn và Sơn La có bao nhiêu điểm cầu?")
    assert cells(verified) == [
        ("An Giang", "120 điểm cầu"),
        ("Bắc Kạn", "Kế hoạch không nêu"),
        ("Sơn La", "Chưa có kế hoạch trong kho tài liệu"),
    ]
    assert said(verified) == ["Chỉ kế hoạch của An Giang nêu nội dung này."]


def test_nothing_is_compared_when_no_plan_states_an_amount() -> None:
    assert compared("An Giang và Cao Bằng có bao nhiêu máy bay không người lái?").table is None


def test_two_aspects_have_a_column_each() -> None:
    verified = compared("So sánh số điểm cầu và tỷ lệ phủ sóng của An Giang và Cao Bằng")
    assert verified.table is not None
    assert verified.table.columns == ("Số điểm cầu", "Tỷ lệ phủ sóng")
    assert [[cell.text for cell in row.cells] for row in verified.table.rows] == [
        ["120 điểm cầu", "95%"],
        ["80 điểm cầu", "70%"],
    ]


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("An Giang hay Cao Bằng có nhiều điểm cầu hơn?", ["điểm cầu", "điểm cầu"]),
        ("Điểm cầu của An Giang, số máy chủ của Cao Bằng: mỗi bên bao nhiêu?", ["Điểm cầu", "số máy chủ"]),
        ("Việc xác định cấp độ đã làm cho mấy hệ thống ở An Giang, mấy hệ thống ở Cao Bằng?", ["xác định cấp độ hệ thống"] * 2),
        ("An Giang gấp mấy lần Cao Bằng về số điểm cầu?", ["số điểm cầu", "số điểm cầu"]),
        ("Xin tỷ lệ gửi báo cáo định kỳ: con số An Giang, con số Cao Bằng", ["gửi báo cáo định kỳ"] * 2),
        ("Phần mềm diệt mã độc: An Giang đạt mấy, Cao Bằng đạt mấy (hiện trạng)?", ["hiện trạng Phần mềm diệt mã độc"] * 2),
        ("phan mem ho tich cua an giang va cao bang", ["phan mem ho tich"] * 2),
        ("Cáp quang: An Giang đạt bao nhiêu, Cao Bằng có nêu không?", ["Cáp quang", "Cáp quang"]),
    ],
)  # fmt: skip
def test_a_clause_about_one_province_is_asked_of_it_alone(question: str, topics: list[str]) -> None:
    asked = aspects(question, (AN_GIANG, CAO_BANG))
    assert [asked[made.plan_id][0].topic for made in (AN_GIANG, CAO_BANG)] == topics


@pytest.mark.parametrize(
    ("topic", "whole"),
    [
        ("Tổng tiền dự kiến chi", True),
        ("tổng kinh phí thực hiện", True),
        ("kinh phí", True),
        ("ngân sách thực hiện", True),
        ("nguồn kinh phí", False),
        ("kinh phí đào tạo", False),
        ("tổng số máy chủ", False),
    ],
)
def test_only_money_alone_asks_for_the_whole_cost(topic: str, whole: bool) -> None:
    assert asks_whole_cost(topic, topic) is whole


def test_the_whole_cost_is_the_sum_of_the_own_years() -> None:
    lines = (
        "Giai đoạn 2016-2020 đã bố trí tổng kinh phí 900 tỷ đồng.",
        "Tổng kinh phí giai đoạn 2021-2025 là 250 tỷ đồng, trong đó năm 2021 là 40 tỷ đồng.",
    )
    found = whole_cost(make_plan("m", lines, heading="KINH PHÍ THỰC HIỆN"))
    assert found is not None
    assert found.lead == "250 tỷ đồng"
    assert whole_cost(make_plan("m", lines, heading="ĐÀO TẠO")) is None


def test_the_whole_cost_may_stand_in_the_total_row_only() -> None:
    text = "Mua máy 300\nTổng cộng 1.500"
    rows = (
        Row(RowKind.DATA, "Mua máy", None, ("Mua máy", Decimal(300)), 0, 11),
        Row(RowKind.TOTAL, "Tổng cộng", None, ("Tổng cộng", Decimal(1500)), 12, 27),
    )
    table = Table(0, None, "Kinh phí", "triệu đồng", ("Nhiệm vụ", "Kinh phí"), rows, 0, 27)
    chunks = tuple(
        Chunk(f"t:{i}", "t", ChunkKind.ROW, None, (), (), r.start, r.end, text[r.start : r.end], table_id=0, row_index=i)
        for i, r in enumerate(rows)
    )  # fmt: skip
    made = replace(make_plan("t", [text]), text=text, chunks=chunks, tables=(table,))
    found = whole_cost(made)
    assert found is not None
    assert (found.lead, found.chunk.chunk_id) == ("1.500 triệu đồng", "t:1")


def test_a_plan_without_the_amount_does_not_count_as_stating_it() -> None:
    told = said(compared("An Giang với Bắc Kạn, nơi nào nêu số điểm cầu?"))
    assert told == [
        "An Giang: kế hoạch có nêu nội dung này.",
        "Kế hoạch không nêu: Bắc Kạn.",
    ]
    spoken = plan("eeeee", "Sơn La", "Duy trì điểm cầu, phục vụ họp.")
    draft_plans = (AN_GIANG, spoken)
    understood = understand("An Giang với Sơn La, nơi nào có nhiều điểm cầu hơn?", draft_plans)
    chunks = {
        made.plan_id: [ScoredChunk(made.chunks[0], 1.0, 1, 8.0, 1.0, 1.0)] for made in draft_plans
    }
    draft = comparison.write(Material(understood, draft_plans, coverage, chunks))
    assert draft.table is not None
    assert [row[1][0].text for row in draft.table.rows] == [
        "120 điểm cầu",
        "Kế hoạch không nêu con số",
    ]
    assert draft.statements[-1].text == "Kế hoạch không nêu: Sơn La."


def test_the_money_of_a_project_is_that_of_its_row() -> None:
    an_giang = with_row(AN_GIANG, "tỷ đồng", "17")
    cao_bang = with_row(CAO_BANG, "triệu đồng", "8.000")
    verified = compared(
        "Dự án số hóa hộ tịch của An Giang và Cao Bằng, nơi nào đắt hơn?", (an_giang, cao_bang)
    )
    assert cells(verified) == [("An Giang", "17 tỷ đồng"), ("Cao Bằng", "8.000 triệu đồng")]
    assert said(verified) == [
        "Số liệu của An Giang cao hơn của Cao Bằng (17 tỷ đồng so với 8.000 triệu đồng)."
    ]
    assert row_amount(asking(an_giang, "Sở nào số hóa hộ tịch?"), an_giang) is None


def test_a_figure_in_two_parts_is_compared_as_a_share() -> None:
    parts = plan("a", "An Giang", "Có 44/63 hệ thống đã duyệt cấp độ.")
    share = plan("bb", "Cao Bằng", "Tỷ lệ hệ thống đã duyệt cấp độ là 77,2%.")
    verified = compared("Tỷ lệ hệ thống đã duyệt cấp độ của An Giang, Cao Bằng", (parts, share))
    assert cells(verified) == [("An Giang", "44/63 hệ thống"), ("Cao Bằng", "77,2%")]
    assert said(verified) == ["Số liệu của Cao Bằng cao hơn của An Giang (77,2% so với 69,84%)."]
    assert verified.dropped == ()


def test_how_many_times_one_figure_is_the_other() -> None:
    verified = compared("Hà Nam có số điểm cầu gấp mấy lần Cao Bằng?")
    assert said(verified) == [
        "Số liệu của Hà Nam gấp 2,5 lần của Cao Bằng (200 : 80).",
        "Hà Nam nhiều hơn Cao Bằng 120 điểm cầu (200 − 80).",
    ]


def test_money_for_something_else_is_no_answer() -> None:
    saved = plan("a", "An Giang", "Chi phí họp tiết kiệm được 3,6 tỷ đồng.")
    stated = plan("bb", "Cao Bằng", "Chi phí đào tạo cán bộ là 5 tỷ đồng.")
    verified = compared("Chi phí đào tạo cán bộ của An Giang và Cao Bằng", (saved, stated))
    assert cells(verified)[1] == ("Cao Bằng", "5 tỷ đồng")
    assert "3,6" not in cells(verified)[0][1]


def with_row(made: Plan, unit: str, amount: str) -> Plan:
    """`made` with a table of one project after its text."""
    text = f"{made.text}\nSố hóa sổ hộ tịch {amount}"
    start = len(made.text) + 1
    value = Decimal(amount.replace(".", ""))
    row = Row(RowKind.DATA, "1", None, ("1", "Số hóa sổ hộ tịch", value), start, len(text))
    columns = ("TT", "Tên dự án", "Tổng mức đầu tư")
    table = Table(0, None, "Phụ lục", unit, columns, (row,), start, len(text))
    chunk = Chunk(f"{made.plan_id}:row", made.plan_id, ChunkKind.ROW, None, (), (), start, len(text), text[start:], table_id=0, row_index=0)  # fmt: skip
    return replace(made, text=text, chunks=(*made.chunks, chunk), tables=(table,))


def asking(made: Plan, question: str) -> Material:
    understood = understand(question, (made,))
    hits = search(understood.topic, (made.plan_id,), (made,))
    return Material(understood, (made,), coverage, hits)
