"""Documents that plans cite: listed by kind, issuer and year, found by number, name or subject."""

from dataclasses import replace

import pytest
from fakes import make_plan

from app.proving.verify import verify
from app.reading.material import Material
from app.understanding.kinds import Kind
from app.understanding.laws import laws_named
from app.understanding.question import understand
from app.writers import bases, references
from ingest.legal.bases import find_legal_bases
from ingest.plan import Plan

LINES = (
    "Luật Giao dịch điện tử ngày 29/11/2005;",
    "Nghị định số 47/2020/NĐ-CP ngày 09/4/2020 của Chính phủ về quản lý, kết nối và chia sẻ dữ liệu số;",
    "Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ về thủ tục hành chính trên môi trường điện tử;",
    "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình chuyển đổi số quốc gia;",
    "Quyết định số 21/QĐ-UBND ngày 05/02/2021 của UBND tỉnh phê duyệt Kiến trúc chính quyền điện tử.",
)


def citing(name: str, province: str, lines: tuple[str, ...]) -> Plan:
    made = make_plan(name, lines, province=province, heading="CĂN CỨ LẬP KẾ HOẠCH")
    return replace(made, legal_bases=find_legal_bases(made.text), number=f"{len(name)}1/KH-UBND")


FIRST = citing("a", "An Giang", LINES)
SECOND = citing("bb", "Cao Bằng", LINES[3:4])
PLANS = (FIRST, SECOND)


def coverage(query: str, text: str) -> float:
    words = query.lower().split()
    return sum(word in text.lower().split() for word in words) / len(words) if words else 0.0


def said(write, question: str) -> list[str]:
    understood = understand(question, PLANS)
    asked = tuple(made for made in PLANS if made.plan_id in understood.plan_ids)
    draft = write(Material(understood, asked, coverage))
    held = {made.plan_id: made for made in PLANS}
    return [statement.text for statement in verify(draft, held.__getitem__).statements]


def test_bases_of_one_kind_are_listed() -> None:
    assert said(bases.write, "An Giang căn cứ những nghị định nào?") == [
        "An Giang – các văn bản kế hoạch dẫn:",
        LINES[1].rstrip(";"),
        LINES[2].rstrip(";"),
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch của An Giang căn cứ vào đâu?",
        "Cơ sở pháp lý của kế hoạch An Giang?",
        "Kế hoạch An Giang dựa trên cơ sở nào?",
    ],
)
def test_bases_are_asked_for_without_their_kind(question: str) -> None:
    assert said(bases.write, question)[1:] == [line.rstrip(";.") for line in LINES]


def test_what_a_plan_puts_into_effect() -> None:
    told = said(bases.write, "Kế hoạch của Cao Bằng triển khai quyết định nào của trung ương?")
    assert told[1:] == [LINES[3].rstrip(";")]
    assert said(bases.write, "Sở Y tế An Giang triển khai kế hoạch nào?") == []


def test_bases_are_counted() -> None:
    told = said(bases.write, "Kế hoạch An Giang dẫn mấy nghị định?")
    assert told[0] == "An Giang – kế hoạch dẫn 2 văn bản như vậy:"
    assert len(told) == 3


def test_bases_of_one_issuer_are_told_apart() -> None:
    told = said(bases.write, "An Giang căn cứ những quyết định nào của Thủ tướng?")
    assert told[1:] == [LINES[3].rstrip(";")]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Tỉnh nào viện dẫn Quyết định 749/QĐ-TTg?", Kind.CITES),
        ("Quyết định 749/QĐ-TTg ban hành ngày nào, của ai?", Kind.CITES),
        ("Luật Giao dịch điện tử có tỉnh nào lấy làm căn cứ không?", Kind.CITES),
        ("Kế hoạch 599 của An Giang ban hành hồi nào?", Kind.CITES),
    ],
)
def test_a_named_document_is_asked_about(question: str, kind: Kind) -> None:
    assert understand(question, PLANS).kind is kind


def test_who_cites_a_document_and_who_does_not() -> None:
    assert said(references.write, "Tỉnh nào dẫn Nghị định 45/2020/NĐ-CP?") == [
        "Kế hoạch 11/KH-UBND của An Giang có dẫn văn bản này.",
        f"An Giang: “{LINES[2].rstrip(';')}”",
        "Không thấy dẫn văn bản này trong kế hoạch của: Cao Bằng.",
    ]


def test_several_documents_are_answered_one_after_the_other() -> None:
    told = said(references.write, "749/QĐ-TTg và 21/QĐ-UBND là văn bản gì, ai dẫn?")
    assert told[0].startswith("Quyết định số 749/QĐ-TTg: Kế hoạch 11/KH-UBND của An Giang, ")
    assert "Quyết định số 21/QĐ-UBND: Kế hoạch 11/KH-UBND của An Giang có dẫn." in told


def test_where_a_document_is_titled_comes_first() -> None:
    lines = ("Đã thực hiện Quyết định số 8/QĐ-UBND ngày 02/3/2020 ở ba cấp.",
             "Quyết định số 8/QĐ-UBND ngày 02/3/2020 về việc gửi văn bản điện tử.")  # fmt: skip
    plan = citing("a", "An Giang", lines)
    understood = understand("Quyết định 8/QĐ-UBND nói về gì?", (plan,))
    told = references.write(Material(understood, (plan,), coverage)).statements
    assert [lines[1].rstrip(".") in told[1].text, lines[0].rstrip(".") in told[2].text] == [
        True
    ] * 2


def test_a_law_is_found_by_its_name() -> None:
    assert laws_named("Luật Giao dịch điện tử có tỉnh nào dẫn?") == ("Luật Giao dịch điện tử",)
    told = said(references.write, "Luật Giao dịch điện tử có tỉnh nào dẫn?")
    assert told[0] == "Kế hoạch 11/KH-UBND của An Giang có dẫn văn bản này."


def test_documents_that_no_plan_cites_are_not_answered() -> None:
    assert said(references.write, "Tỉnh nào dẫn Nghị định 13/2023/NĐ-CP?") == []
    assert said(references.write, "Ai dẫn 13/2023/NĐ-CP và 99/QĐ-TTg?") == []


def test_a_document_is_found_by_its_subject() -> None:
    question = "Kiến trúc chính quyền điện tử của An Giang theo quyết định số mấy?"
    told = said(bases.write_subject, question)
    assert len(told) == 1
    assert told[0].startswith("Quyết định số 21/QĐ-UBND (Kế hoạch 11/KH-UBND của An Giang).")
    assert said(bases.write_subject, "An Giang mua máy bay theo quyết định số mấy?") == []
