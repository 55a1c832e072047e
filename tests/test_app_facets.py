"""Several things asked of one plan in one question, each told by its own sentence."""

import pytest
from assistants import MADE_UP, assistant_over

from app.answer import ChatInput
from app.understanding.facets import facets


def topics(question: str) -> list[str]:
    return [facet.topic for facet in facets(question, ())]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Có bao nhiêu trạm phát sóng, bao nhiêu máy chủ và mấy điểm cầu?",
            ["trạm phát sóng", "máy chủ", "điểm cầu"],
        ),
        (
            "Nêu các tỷ lệ đối với họp không giấy, báo cáo định kỳ",
            ["họp giấy", "báo cáo định kỳ"],
        ),
        ("Sở Thông tin và Truyền thông làm gì?", []),
        ("Có bao nhiêu trạm phát sóng?", []),
    ],
)
def test_facets(question: str, expected: list[str]) -> None:
    assert topics(question) == expected


def test_marks_are_not_needed_to_part_them() -> None:
    asked = "neu ty le doi voi hop khong giay, bao cao dinh ky va kiem tra truc tuyen"
    assert topics(asked) == ["hop giay", "bao cao dinh ky", "kiem tra truc tuyen"]


def test_each_thing_is_told_with_its_own_citation() -> None:
    asked = "Tuyên Quang có bao nhiêu trạm thu phát sóng và bao nhiêu cán bộ công nghệ thông tin?"
    answer = assistant_over(MADE_UP).invoke(ChatInput(asked))
    assert answer.trace.writer == "facets"
    assert [statement.lead for statement in answer.statements] == [
        "1.640 trạm thu phát sóng",
        "84 người",
    ]
    assert [statement.markers for statement in answer.statements] == [(1,), (2,)]


@pytest.mark.parametrize(
    "question",
    [
        "Tuyên Quang có bao nhiêu trạm thu phát sóng và bao nhiêu trường học?",
        "Tuyên Quang: bao nhiêu hồ sơ nộp trực tuyến?",
    ],
)
def test_other_questions_are_left_to_other_writers(question: str) -> None:
    answer = assistant_over(MADE_UP).invoke(ChatInput(question))
    assert answer.trace.writer != "facets"
