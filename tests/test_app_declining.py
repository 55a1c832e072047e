"""What a refusal says beside its reason: the nearest section, provinces without a plan."""

import re
from dataclasses import replace

from fakes import make_plan

from app.reading.material import Material
from app.understanding.question import understand
from app.writers import declining
from index.search.retriever import ScoredChunk
from ingest.plan import Gap, GapKind, Plan, Section

LINES = ("II. Hạ tầng kỹ thuật", "Sở Y tế có 12 máy chủ.")


def coverage(query: str, text: str) -> float:
    """The share of the words of `query` that `text` holds."""
    words, held = (re.findall(r"\w+", part.casefold()) for part in (query, text))
    return sum(word in held for word in words) / len(words) if words else 0.0


def plan(heading: str = "Hạ tầng kỹ thuật", province: str = "An Giang") -> Plan:
    made = make_plan("p", LINES, province=province, heading=heading)
    section = Section(0, None, "II", heading, 1, ("II",), 0, len(made.text))
    chunks = tuple(replace(chunk, section_id=0, path=("II",)) for chunk in made.chunks)
    return replace(made, sections=(section,), chunks=chunks)


def refused(text: str, held: Plan, covered: float) -> list[str]:
    hit = ScoredChunk(held.chunks[1], 0.5, 1, 5.0, 0.5, covered)
    question = understand(text, (held,))
    draft = declining.write(Material(question, (held,), coverage, {"p": (hit,)}))
    return [statement.text for statement in draft.statements]


REASON = (
    "Không tìm thấy nội dung này trong Kế hoạch 1/KH-UBND của An Giang; "
    "kế hoạch không nêu, hoặc nêu bằng cách gọi khác."
)


def test_the_nearest_section_is_named() -> None:
    assert refused("An Giang có bao nhiêu máy in?", plan(), 0.5) == [
        f"{REASON} Gần với câu hỏi nhất là mục II (“Hạ tầng kỹ thuật”)."
    ]


def test_nothing_near_names_no_section() -> None:
    assert refused("An Giang có bao nhiêu máy bay?", plan(), 0.1) == [REASON]
    assert refused("An Giang có bao nhiêu máy in?", plan(heading=" "), 0.5) == [REASON]


def test_another_years_section_is_not_near() -> None:
    (said,) = refused("An Giang năm 2030 có bao nhiêu máy in?", plan(), 0.5)
    assert said.endswith("không có nội dung về năm 2030 để trả lời.")


def test_a_long_heading_is_cut_between_words() -> None:
    (said,) = refused("An Giang có bao nhiêu máy in?", plan(heading="Hạ tầng " * 40), 0.5)
    heading = said.partition("“")[2].partition("”")[0]
    assert heading == " ".join(["Hạ tầng"] * 15) + " …"


def test_a_province_without_a_plan_is_named_beside_one_with_it() -> None:
    said = refused("Hà Nội và An Giang có bao nhiêu máy bay?", plan(), 0.1)
    assert said == [
        "Chưa có kế hoạch của Hà Nội trong kho tài liệu, nên không thể trả lời.",
        REASON,
    ]


def test_an_absent_annex_is_the_reason_for_money_and_not_for_people() -> None:
    held = replace(plan(), gaps=(Gap(GapKind.ANNEX_ABSENT, "Phụ lục 01", None),))
    (money,) = refused("An Giang chi bao nhiêu tiền mua máy bay?", held, 0.1)
    assert "nhắc tới phụ lục kèm theo (Phụ lục 01)" in money
    assert refused("An Giang có bao nhiêu tiến sĩ?", held, 0.1) == [REASON]
