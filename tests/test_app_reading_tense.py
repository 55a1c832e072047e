"""What is, what is added and what is planned are told apart."""

import pytest
from fakes import make_plan

from app.reading.finding import find
from app.reading.material import Material
from app.reading.tense import Tense, added_fit, asked_tense, horizon_fit, tense_fit, told_tense
from app.understanding.question import understand
from index.search.retriever import ScoredChunk

FIRST_YEAR = 2024


@pytest.mark.parametrize(
    ("question", "tense"),
    [
        ("An Giang hiện có bao nhiêu điểm cầu?", Tense.STATE),
        ("Năm vừa rồi An Giang mở mấy lớp?", Tense.STATE),
        ("Đã cấp mới bao nhiêu chứng thư số?", Tense.STATE),
        ("da cap bao nhieu chung thu so", Tense.STATE),
        ("An Giang dự kiến mở mấy lớp?", Tense.PLANNED),
        ("Đến năm 2025 kinh tế số chiếm bao nhiêu?", Tense.PLANNED),
        ("Đến năm 2020 kinh tế số chiếm bao nhiêu?", Tense.STATE),
        ("Tuyển thêm bao nhiêu người?", Tense.PLANNED),
        ("Phấn đấu đến hết 2021 số hóa bao nhiêu?", None),
        ("Còn phải số hóa bao nhiêu trang?", Tense.PLANNED),
        ("Tỷ lệ của các xã hiện ra sao?", Tense.STATE),
        ("Tỷ lệ hồ sơ trực tuyến năm 2023?", Tense.STATE),
        ("Tỷ lệ hồ sơ trực tuyến năm 2024?", None),
        ("Thực hiện đạt bao nhiêu điểm cầu?", None),
        ("Đa số xã dùng phần mềm nào?", None),
        ("Nền tảng chia sẻ dữ liệu nào được dùng?", None),
        ("Mục tiêu cấp chữ ký số đã đạt bao nhiêu?", None),
    ],
)
def test_tense_a_question_asks_for(question: str, tense: Tense | None) -> None:
    assert asked_tense(question, FIRST_YEAR) is tense


@pytest.mark.parametrize(
    ("headings", "sentence", "tense"),
    [
        (("I. HIỆN TRẠNG", "1. Mục tiêu đã giao"), "Có 163 điểm cầu.", Tense.STATE),
        (("B. MỤC TIÊU, NHIỆM VỤ", "1. Tình hình"), "Có 163 điểm cầu.", Tense.PLANNED),
        (("I. HIỆN TRẠNG",), "Hệ thống sẽ nối với 20 đơn vị.", None),
        (("II. NHIỆM VỤ",), "Nối 142 camera hiện có.", None),
        (("II. HẠ TẦNG",), "Đã có 163 điểm cầu.", Tense.STATE),
        (("II. HẠ TẦNG",), "Phấn đấu đạt 181 điểm cầu.", Tense.PLANNED),
        (("Kết quả thực hiện nhiệm vụ",), "Có 163 điểm cầu.", Tense.STATE),
        ((), "Có 163 điểm cầu.", None),
    ],
)
def test_tense_a_passage_tells(
    headings: tuple[str, ...], sentence: str, tense: Tense | None
) -> None:
    assert told_tense(headings, sentence) is tense


def test_a_passage_of_the_asked_tense_gains_and_the_other_loses() -> None:
    assert tense_fit(Tense.STATE, ("I. HIỆN TRẠNG",), "Có 163 điểm cầu.") == 1.0
    assert tense_fit(Tense.STATE, ("II. NHIỆM VỤ",), "Lắp 18 điểm cầu.") == -1.0
    assert tense_fit(None, ("II. NHIỆM VỤ",), "Lắp 18 điểm cầu.") == 0.0


def test_a_figure_of_what_is_added_loses_unless_that_is_asked_for() -> None:
    assert added_fit("Có bao nhiêu điểm cầu?", None, "Lắp thêm ") == -0.5
    assert added_fit("Lắp thêm bao nhiêu điểm cầu?", None, "Lắp thêm ") == 0.0
    assert added_fit("Mục tiêu điểm cầu?", Tense.PLANNED, "Lắp thêm ") == 0.0
    assert (
        added_fit("Có bao nhiêu điểm cầu?", None, "Lắp thêm 18 điểm cầu, đưa tổng số lên ") == 0.0
    )


def test_an_aim_told_among_results_is_no_result() -> None:
    assert added_fit("Năm 2023 đạt bao nhiêu?", Tense.STATE, "Cấp xã thấp hơn mục tiêu ") < 0
    assert added_fit("Năm 2024 phải đạt bao nhiêu?", Tense.PLANNED, "Cấp xã có mục tiêu ") == 0
    assert added_fit("Năm 2023 đạt bao nhiêu?", Tense.STATE, "Cấp xã đạt ") == 0


def test_horizon_of_the_sentence_goes_before_its_heading() -> None:
    question = "Đến năm 2025 kinh tế số chiếm bao nhiêu?"
    heading = ("4. Định hướng đến năm 2030",)
    assert horizon_fit(question, heading, "Kinh tế số chiếm 32% GRDP.") == -1.0
    assert horizon_fit(question, heading, "Kinh tế số chiếm 20% đến hết năm 2025.") == 1.0
    assert horizon_fit(question, (), "Kinh tế số chiếm 20% GRDP giai đoạn 2021 - 2025.") == 0.0
    assert horizon_fit("Kinh tế số đến 2030?", heading, "Kinh tế số chiếm 32% GRDP.") == 1.0


def test_a_year_asked_for_is_no_other_years_aim() -> None:
    heading = ("4. Định hướng đến năm 2030",)
    assert horizon_fit("Kinh tế số năm 2025?", heading, "Kinh tế số chiếm 32% GRDP.") == -1.0
    assert horizon_fit("Kinh tế số năm 2025?", (), "Kinh tế số chiếm 32% GRDP.") == 0.0
    assert horizon_fit("Kinh tế số?", heading, "Kinh tế số chiếm 32% GRDP.") == 0.0


def test_the_figure_of_the_asked_tense_is_found() -> None:
    made = make_plan("a", ("Tỉnh sẽ lắp 18 điểm cầu.", "Toàn tỉnh đã có 163 điểm cầu ở ba cấp."))
    hits = {
        "a": [
            ScoredChunk(chunk, 1.0, rank, 9.0, 0.9, 0.9)
            for rank, chunk in enumerate(made.chunks, 1)
        ]
    }

    def figure(question: str) -> str:
        understood = understand(question, (made,))
        material = Material(understood, (made,), lambda _query, _text: 0.8, hits)
        found = find(material, made, figure=True)
        return found.lead if found else ""

    assert figure("An Giang hiện có bao nhiêu điểm cầu?").startswith("163 điểm cầu")
    assert figure("An Giang dự kiến lắp bao nhiêu điểm cầu?").startswith("18 điểm cầu")


def test_a_share_of_something_else_is_no_answer() -> None:
    made = make_plan("a", ("Tỷ lệ cán bộ có máy tính đạt 95%.",))
    hits = {"a": [ScoredChunk(made.chunks[0], 1.0, 1, 9.0, 0.9, 0.9)]}

    def found(question: str) -> bool:
        understood = understand(question, (made,))
        material = Material(understood, (made,), _coverage, hits)
        return find(material, made, figure=True) is not None

    assert found("Tỷ lệ cán bộ có máy tính ở An Giang là bao nhiêu?")
    assert not found("Tỷ lệ hộ nghèo ở An Giang là bao nhiêu?")


def _coverage(query: str, text: str) -> float:
    words = query.lower().split()
    return sum(word in text.lower() for word in words) / max(1, len(words))
