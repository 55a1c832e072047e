"""Questions asked of a made-up plan that lost their evidence."""

from assistants import with_made_up_plan

from app.answer import ChatInput
from eval.calibration.examples import Origin, examples
from eval.calibration.leaving_out import left_out
from eval.questions.dataset import QAItem

ASSISTANT = with_made_up_plan
PLAN = next(plan for plan in ASSISTANT().catalogue.plans() if plan.province == "Tuyên Quang")


def item(turn: str, quote: str = "", *must: str, category: str = "figure") -> QAItem:
    evidence = [{"doc": PLAN.number, "quote": quote}] if quote else []
    return QAItem.model_validate(
        {
            "id": "q",
            "category": category,
            "turns": (turn,),
            "must": tuple((one,) for one in must),
            "evidence": tuple(evidence),
            "answerable": bool(quote),
        }
    )


def chunk_with(words: str):
    return next(chunk for chunk in PLAN.chunks if words in chunk.text)


def test_the_evidence_is_neither_found_nor_held() -> None:
    asked = item("Tuyên Quang có bao nhiêu trạm phát sóng?", "1.640 trạm", "1.640 trạm")
    question = ASSISTANT().understand(ChatInput(asked.turns[-1]))
    gone = chunk_with("1.640 trạm").chunk_id
    whole = ASSISTANT().material(question)
    assert whole.hits[PLAN.plan_id][0].chunk.chunk_id == gone
    material = left_out(ASSISTANT(), asked, question)
    assert material is not None
    assert gone not in {hit.chunk.chunk_id for hit in material.hits[PLAN.plan_id]}
    assert gone not in {chunk.chunk_id for chunk in material.plans[0].chunks}
    assert len(material.hits[PLAN.plan_id]) > 0


def test_evidence_in_a_row_is_left_alone() -> None:
    row = next(chunk for chunk in PLAN.chunks if chunk.row_index is not None)
    asked = item("Dự án wifi công cộng của Tuyên Quang ai chủ trì?", row.text, "Sở Xây dựng")
    question = ASSISTANT().understand(ChatInput(asked.turns[-1]))
    assert left_out(ASSISTANT(), asked, question) is None


def test_an_answerable_question_gives_two_examples() -> None:
    asked = item("Tuyên Quang có bao nhiêu trạm phát sóng?", "1.640 trạm", "1.640 trạm")
    found = list(examples(ASSISTANT(), [("group", asked)]))
    assert [one.origin for one in found] == [Origin.ASKED, Origin.LEFT_OUT]
    assert [one.group for one in found] == ["group", "group"]
    assert (found[0].answerable, found[0].right, found[0].label) == (True, True, True)
    assert (found[1].answerable, found[1].right) == (False, False)


def test_an_unanswerable_question_gives_one_example() -> None:
    found = list(examples(ASSISTANT(), [("group", item("Tuyên Quang có mấy máy bay?"))]))
    assert [(one.answerable, one.declined, one.label) for one in found] == [(False, True, None)]
