"""What a reader of a plan sees as one list, and which section a question means."""

from dataclasses import replace

import pytest
from assistants import AN_GIANG
from fakes import make_plan

from app.reading.groups import headings_group, holder_groups, named_duties, section_group
from app.reading.headings import section_meant, subject
from app.reading.labels import referred_sections
from app.understanding.topic import topic_of
from ingest.pipeline import ingest_file
from ingest.plan import Plan

PLAN = ingest_file(AN_GIANG)


def words_held(query: str, text: str) -> float:
    """The share of the query's words that stand in the text."""
    words = query.casefold().split()
    return sum(word in text.casefold() for word in words) / len(words) if words else 0.0


def meant(question: str, plan: Plan = PLAN) -> str | None:
    section = section_meant(plan, question, topic_of(question), words_held)
    return section.heading if section else None


def test_an_office_is_found_by_the_heading_that_is_its_name() -> None:
    (group,) = holder_groups(PLAN, "sở tài chính được giao việc gì?")
    assert [item.chunk.text for item in group.items] == [
        "- Thẩm định dự toán;",
        "- Bố trí vốn sự nghiệp.",
    ]
    assert [
        g.own_title for g in holder_groups(PLAN, "Bưu điện tỉnh và Sở Tài chính lo việc gì")
    ] == [
        "Sở Tài chính",
        "Bưu điện tỉnh",
    ]
    assert holder_groups(PLAN, "Sở Ngoại vụ làm gì?") == []


def test_a_heading_that_is_no_office_takes_no_duties() -> None:
    assert holder_groups(PLAN, "nhiệm vụ dữ liệu nông nghiệp gồm gì?") == []


def test_the_headings_below_a_section_are_a_list() -> None:
    tasks = next(s for s in PLAN.sections if s.heading == "NHIỆM VỤ")
    group = headings_group(PLAN, tasks)
    assert group is not None
    assert group.of_headings
    assert group.bare
    assert [item.chunk.text for item in group.items] == [
        "1. Hạ tầng bến cảng số",
        "2. Dữ liệu nông nghiệp",
        "3. Đào tạo",
    ]
    money = next(s for s in PLAN.sections if s.heading == "KINH PHÍ")
    assert headings_group(PLAN, money) is None
    assert section_group(PLAN, tasks, 4) is None


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("còn vướng những gì", "TỒN TẠI, HẠN CHẾ"),
        ("những điểm yếu là gì", "TỒN TẠI, HẠN CHẾ"),
        ("các chỉ tiêu", "MỤC TIÊU"),
        ("các chỉ tiêu chủ yếu", "MỤC TIÊU"),
        ("chỉ tiêu kinh tế số", "Kinh tế số"),
        ("cơ quan nào được giao nhiệm vụ", "TỔ CHỨC THỰC HIỆN"),
        ("các nhiệm vụ", "NHIỆM VỤ"),
        ("mục tiêu về tàu vũ trụ", None),
        ("có bao nhiêu bến phà", None),
    ],
)
def test_the_section_meant_by_its_kind(question: str, heading: str | None) -> None:
    assert meant(question) == heading


def test_the_subject_is_what_is_said_beyond_the_kind_of_section() -> None:
    assert subject("các chỉ tiêu kinh tế số năm 2024") == "kinh tế"
    assert subject("mục tiêu cụ thể") == ""


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("Phần II, mục I nói gì?", ["MỤC TIÊU"]),
        ("mục II.3 của phần II", ["Đào tạo"]),
        ("mục I nói gì?", ["KẾT QUẢ", "MỤC TIÊU"]),
        ("phần II có mục III không", ["NỘI DUNG KẾ HOẠCH"]),
        ("mục tiêu là gì", []),
    ],
)
def test_sections_named_by_their_numbers(question: str, headings: list[str]) -> None:
    assert [section.heading for section in referred_sections(PLAN, question)] == headings


def test_duties_given_outside_an_offices_own_section() -> None:
    plan = make_plan(
        "p", ["Giao Sở Y tế theo dõi bến phà. Sở Y tế ở phố A.", "Sở Y tế chủ trì tập huấn."]
    )
    group = named_duties(plan, "Sở Y tế")
    assert group is not None
    assert [item.span.of(plan.text) for item in group.items] == [
        "Giao Sở Y tế theo dõi bến phà.",
        "Sở Y tế chủ trì tập huấn.",
    ]
    assert named_duties(plan, "Sở Nội vụ") is None


def test_lines_over_a_table_are_members_of_no_list() -> None:
    tasks = next(s for s in PLAN.sections if s.heading == "KINH PHÍ")
    plain = section_group(PLAN, tasks, 1)
    assert plain is not None
    first = plain.items[0].chunk
    over = replace(first, chunk_id="over", text="Đơn vị tính: triệu đồng")
    kept = section_group(replace(PLAN, chunks=(*PLAN.chunks, over)), tasks, 1)
    assert kept is not None
    assert [item.chunk.text for item in kept.items] == [item.chunk.text for item in plain.items]
    told = replace(over, text="Bố trí vốn.")
    more = section_group(replace(PLAN, chunks=(*PLAN.chunks, told)), tasks, 1)
    assert more is not None
    assert "Bố trí vốn." in [item.chunk.text for item in more.items]
