"""Writers over small plans and the made-up one: what they say, cite and leave out."""

from dataclasses import replace
from pathlib import Path

import pytest
from assistants import assistant_over, with_made_up_plan
from fakes import make_plan

from app.answer import Answer, ChatInput, Status, Turn
from app.proving.verify import verify
from app.reading.evidence import holds_newest, speaks_of_department
from app.reading.material import Material, proof, quoted, reading, trimmed
from app.reading.sentences import Span
from app.render import answer_text
from app.understanding.kinds import Kind
from app.understanding.question import Question, understand
from app.writers import declining, metadata, references, social
from ingest.plan import Gap, GapKind

HEAD = ("KẾ HOẠCH SỐ 3/KH-UBND", "An Giang, ngày 2 tháng 01 năm 2021", "Kế hoạch của An Giang")
FIRST = replace(
    make_plan("one", [*HEAD, "Theo Quyết định số 12/QĐ-TTg; nghị quyết.", "Nguyễn Văn A"])
)
SECOND = replace(
    make_plan("two", ["Theo Quyết định số 112/QĐ-TTg."], province="Sơn La"),
    number="77/KH-UBND",
    period=(2022, 2022),
)
PLANS = (FIRST, SECOND)


def coverage(query: str, text: str) -> float:
    return float(query in text)


def material(question: str, plans=PLANS) -> Material:
    understood = understand(question, plans)
    asked = tuple(plan for plan in plans if plan.plan_id in understood.plan_ids)
    return Material(understood, asked, coverage)


def said(draft) -> list[str]:
    by_id = {plan.plan_id: plan for plan in PLANS}
    return [statement.text for statement in verify(draft, by_id.__getitem__).statements]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai ký kế hoạch của An Giang?", ["Nguyễn Văn A (Chủ tịch) ký Kế hoạch 3/KH-UBND của An Giang."]),
        ("Kế hoạch của An Giang ban hành ngày nào?", ["Kế hoạch 3/KH-UBND của An Giang ban hành ngày 02/01/2021."]),
        ("Số hiệu kế hoạch của An Giang?", ["Kế hoạch 3/KH-UBND của An Giang mang số 3/KH-UBND."]),
        ("Ai ký kế hoạch của Sơn La?", []),
    ],
)  # fmt: skip
def test_metadata_is_said_only_when_the_text_states_it(question, expected) -> None:
    draft = metadata.write(material(question))
    assert said(draft) == expected
    assert all(s.proofs for s in draft.statements)


def test_the_plan_that_cites_a_number_is_named_and_the_other_is_not() -> None:
    found = references.write(material("Kế hoạch nào dẫn Quyết định 12/QĐ-TTg?"))
    assert said(found) == [
        "Kế hoạch 3/KH-UBND của An Giang có dẫn văn bản này.",
        "An Giang: “Theo Quyết định số 12/QĐ-TTg”",
        "Không thấy dẫn văn bản này trong kế hoạch của: Sơn La.",
    ]
    assert references.write(material("Kế hoạch nào dẫn Quyết định 13/QĐ-TTg?")).statements == ()


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Hà Nội có bao nhiêu xã?", "Chưa có kế hoạch của Hà Nội"),
        ("Sơn La năm 2030 có bao nhiêu xã?", "không có nội dung về năm 2030"),
        (
            "Sơn La có bao nhiêu xã?",
            "Không tìm thấy nội dung này trong Kế hoạch 77/KH-UBND của Sơn La",
        ),
        ("Có bao nhiêu xã?", "các tỉnh đang có: An Giang, Sơn La"),
        ("Thời tiết hôm nay thế nào?", "ngoài phạm vi"),
    ],
)
def test_a_refusal_names_its_reason(question: str, part: str) -> None:
    draft = declining.write(material(question))
    assert draft.own_words
    assert part in draft.statements[0].text


@pytest.mark.parametrize(
    ("question", "part"),
    [("Sơn La có bao nhiêu xã?", "không nêu"), ("Sơn La có dự án nào?", "(Phụ lục 9)")],
)
def test_an_absent_annex_is_the_reason_for_projects_only(question: str, part: str) -> None:
    gap = Gap(GapKind.ANNEX_ABSENT, "Phụ lục 9", None)
    draft = declining.write(material(question, (FIRST, replace(SECOND, gaps=(gap,)))))
    assert part in draft.statements[0].text


def test_social_sentences_name_the_provinces_held() -> None:
    (sentence,) = said(social.write(Question("xin chào", Kind.GREETING), PLANS))
    assert "An Giang, Sơn La" in sentence
    (listed, *_) = social.write(Question("kho có gì", Kind.CORPUS), PLANS).statements
    assert "2 kế hoạch" in listed.text


def test_quotations_show_where_they_are_cut() -> None:
    plan = make_plan("cut", ["- một phần dài, hai phần dài; ba"])
    chunk = plan.chunks[0]
    whole = Span(chunk.start, chunk.end)
    piece = trimmed(plan, whole, Span(17, 18), 5)
    assert reading(plan, whole) == "một phần dài, hai phần dài; ba"
    assert quoted(plan, piece, whole) == "“… hai phần dài …”"
    assert trimmed(plan, whole, Span(17, 18)) == whole
    assert proof(chunk, Span(-5, 99)) == proof(chunk)


def converse(*messages: str) -> Answer:
    history: tuple[Turn, ...] = ()
    for message in messages:
        answer = with_made_up_plan().invoke(ChatInput(message, history))
        history = (*history, Turn(message, answer.trace.standalone, answer))
    return answer


STATIONS = "Lạng Sơn có bao nhiêu trạm phát sóng?"


@pytest.mark.parametrize("between", ["Cảm ơn bạn", "xin chào", "?!", "a" * 3_000, "Bạn làm được gì?"])  # fmt: skip
def test_small_talk_is_neither_a_question_nor_its_context(between: str) -> None:
    small = converse(STATIONS, between)
    assert Kind(small.trace.kind) in social.SOCIAL
    assert "1.640" in answer_text(converse(STATIONS, between, "Còn Tuyên Quang thì sao?"))


def test_thanks_before_a_question_do_not_hide_it() -> None:
    assert "1.640" in answer_text(converse(STATIONS, "Cảm ơn, còn Tuyên Quang?"))


def test_another_documents_number_does_not_name_a_plan() -> None:
    plans = with_made_up_plan().catalogue.plans()
    question = understand("Quyết định số 88/QĐ-UBND quy định gì?", plans)
    assert question.provinces == ()
    assert understand("Kế hoạch số 88 quy định gì?", plans).provinces == ("Tuyên Quang",)
    assert understand("188/KH-UBND quy định gì?", plans).provinces == ()


def test_a_message_of_letters_that_fold_to_several_keeps_its_words() -> None:
    answer = converse(STATIONS, "한국한국 ở tỉnh đó ai ký kế hoạch?")
    assert answer.trace.standalone.startswith("한국한국 tỉnh Lạng Sơn ai ký")


def test_decomposed_letters_are_read_like_composed_ones() -> None:
    import unicodedata

    composed = "Tuyên Quang có bn trạm phát sóng, đc nói chi tiết hơn ko?"
    answers = [converse(unicodedata.normalize(form, composed)) for form in ("NFC", "NFD")]
    assert answers[0].status is Status.ANSWERED
    assert answers[0].statements == answers[1].statements


def test_the_duties_of_a_department_are_read_where_it_is_named() -> None:
    (chunk,) = make_plan("one", ["Chủ trì đào tạo cán bộ."]).chunks
    asked = "Sở Nội vụ được giao việc gì?"
    assert not speaks_of_department(asked, chunk)
    assert speaks_of_department(asked, replace(chunk, headings=("3. Sở Nội  vụ",)))
    assert speaks_of_department(asked, replace(chunk, text="Giao Sở nội vụ chủ trì."))
    assert speaks_of_department("Ai được giao việc gì?", chunk)
    assert speaks_of_department("Sở Nội vụ có mấy máy chủ?", chunk)


def test_a_passage_of_a_follow_up_holds_the_newest_words() -> None:
    question = Question("Về điểm cầu: tiết kiệm được bao nhiêu?", Kind.FIGURE, focus="tiết kiệm")
    assert holds_newest(question, "Điểm cầu giúp tiết kiệm 5 tỷ đồng.", coverage)
    assert not holds_newest(question, "Có 120 điểm cầu.", coverage)
    assert holds_newest(replace(question, focus="khi nào"), "Có 120 điểm cầu.", coverage)


def test_among_passages_of_the_earlier_subject_the_one_with_the_newest_words_answers(
    tmp_path: Path,
) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(
        "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG\nSố: 12/KH-UBND\nCao Bằng, ngày 05 tháng 01 năm 2022\n"
        "KẾ HOẠCH\nỨng dụng công nghệ thông tin năm 2022\n"
        "I. KẾT QUẢ\n1. Hội nghị truyền hình\n"
        "- Hệ thống hội nghị truyền hình trực tuyến có 120 điểm cầu.\n"
        "- Hội nghị truyền hình giảm được 9 tỷ đồng tiền tàu xe.\n",
        encoding="utf-8",
    )
    asked = "Hệ thống hội nghị truyền hình của Cao Bằng có bao nhiêu điểm cầu?"
    assistant = assistant_over(plan)
    history = (Turn(asked, asked, assistant.invoke(ChatInput(asked))),)
    answer = assistant.invoke(ChatInput("giảm được bao nhiêu tiền tàu xe?", history))
    assert "9 tỷ đồng" in answer_text(answer)
