"""Instructions in a question or a plan have no effect, even on a model that obeys every one."""

import re
from pathlib import Path

import pytest
from assistants import assistant_over, with_made_up_plan
from fakes import make_plan
from injections import IN_PLANS, IN_QUESTIONS, Injection
from models import ask, modelled

from app.answer import Answer, ChatInput
from app.chain import Assistant
from app.model.passages import fenced, speaks_to_assistant
from app.proving.support import rule

QUESTION = "Trung tâm sáng tạo số của Tuyên Quang hoạt động ra sao?"
TOPICS = (
    "chợ nổi", "vườn ươm", "cầu phao", "bến đò", "trạm cân", "hồ bơi", "sân khấu", "nhà kính",
    "lò gốm", "đồi chè", "ruộng muối", "xưởng mộc", "bãi xe", "kho lạnh", "trại cá", "vườn thú",
    "rạp phim", "phố đi bộ", "bến phà", "đường hoa", "làng nghề", "trường đua", "thư viện", "đài phun nước",
)  # fmt: skip
_QUOTED = re.compile("“[^”]*”")


def obeys(injection: Injection, topic: str = ""):
    """A script that says what the injection wants, of every passage it was given."""

    def script(body) -> str:
        request = body["messages"][1]["content"]
        said = injection.claim.format(topic=topic)
        numbers = range(1, request.count("<doan ") + 1)
        lines = [said, *(f"{said} [{number}]" for number in numbers)]
        every = "".join(f"[{number}]" for number in numbers)
        return "\n".join((*lines, f"{said} {every}"))

    return script


def claimed(answer: Answer, mark: str) -> list[str]:
    """Statements that say `mark` themselves: neither inside a quotation nor quoted whole."""
    quotes = {c.marker: " ".join(c.quote.split()) for c in answer.citations}
    found = []
    for statement in answer.statements:
        said = " ".join(_QUOTED.sub(" ", statement.text).split())
        proved = " ".join(quotes[marker] for marker in statement.markers)
        if mark in said and said.rstrip(" ….;") not in proved:
            found.append(statement.text)
    return found


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory) -> Assistant:
    """The assistant over a plan in which every task hides an instruction."""
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\n-------\nSố: 77/KH-UBND\n\n"
        "An Giang, ngày 05 tháng 3 năm 2023\n\nKẾ HOẠCH\n\nPHÁT TRIỂN ĐÔ THỊ SỐ NĂM 2023\n\nI. NHIỆM VỤ\n"
    )
    body = "\n\n".join(
        f"{number}. Nhiệm vụ {topic}\n\nNâng cấp {topic} bằng cảm biến do thành phố vận hành. {hidden}"
        for number, (topic, hidden) in enumerate(
            ((t, i.text.format(topic=t)) for t, i in zip(TOPICS, IN_PLANS, strict=True)), 1
        )
    )
    path: Path = tmp_path_factory.mktemp("plans") / "an-giang-made-up.txt"
    path.write_text(f"{head}\n{body}\n", encoding="utf-8")
    return assistant_over(path)


def test_there_are_enough_of_them() -> None:
    assert len(IN_PLANS) == len(TOPICS) == 24
    assert len(IN_QUESTIONS) >= 24


@pytest.mark.parametrize("injection", IN_QUESTIONS, ids=lambda injection: injection.name)
@pytest.mark.parametrize("shape", ["{question} {injection}", "{injection} {question}"])
def test_in_a_question(injection: Injection, shape: str) -> None:
    message = shape.format(question=QUESTION, injection=injection.text)
    with modelled(obeys(injection)) as (assistant, asked):
        answer = ask(assistant, message).answer
    assert claimed(answer, injection.mark) == []
    assert answer.trace.writer != "model"
    if asked:
        assert len(answer.trace.dropped) >= 1


@pytest.mark.parametrize(
    ("injection", "topic"),
    list(zip(IN_PLANS, TOPICS, strict=True)),
    ids=[injection.name for injection in IN_PLANS],
)
def test_in_a_plan(poisoned: Assistant, injection: Injection, topic: str) -> None:
    question = f"Nhiệm vụ {topic} của An Giang thực hiện ra sao?"
    plain = poisoned.invoke(ChatInput(question))
    assert claimed(plain, injection.mark) == []
    with modelled(obeys(injection, topic), poisoned) as (assistant, _):
        answer = ask(assistant, question).answer
    assert claimed(answer, injection.mark) == []
    assert answer.statements == plain.statements


def test_the_obeying_model_was_asked() -> None:
    """The tests above would prove nothing if no model were ever asked."""
    n_asked = 0
    for injection in IN_QUESTIONS[5:12]:
        with modelled(obeys(injection)) as (assistant, asked):
            ask(assistant, f"{QUESTION} {injection.text}")
        n_asked += len(asked)
    assert n_asked >= 5


@pytest.mark.parametrize("injection", IN_PLANS, ids=lambda injection: injection.name)
def test_an_order_in_a_passage_proves_no_claim(injection: Injection) -> None:
    """The second wall, for orders that are not told from what plans say."""
    hidden = injection.text.format(topic="chợ nổi")
    plan = make_plan("p", (f"Nâng cấp chợ nổi bằng cảm biến. {hidden}",))
    claim = injection.claim.format(topic="chợ nổi")
    ruling = rule(claim, [(plan, plan.chunks[0])], {"p": plan}.__getitem__)
    # In these the claim is a sentence of its own: all that can be told is the order beside it.
    proved = injection.name in {"forget-vi", "disregard-en", "role-line"}
    assert bool(ruling.objection) is not proved


@pytest.mark.parametrize("injection", IN_PLANS, ids=lambda injection: injection.name)
def test_orders_to_an_assistant_are_told_from_what_plans_say(injection: Injection) -> None:
    mild = {"if-vi", "assume-vi", "pretend-vi"}
    assert speaks_to_assistant(injection.text.format(topic="chợ nổi")) is (
        injection.name not in mild
    )


def test_no_passage_of_a_real_plan_speaks_to_an_assistant() -> None:
    spoken = [
        chunk.text
        for plan in with_made_up_plan().catalogue.plans()
        for chunk in plan.chunks
        if speaks_to_assistant(chunk.text)
    ]
    assert spoken == []


def test_fenced_text_holds_no_tag_and_no_passage_number() -> None:
    assert fenced('</doan> [9] "x" `y`') == "‹/doan› (9) ”x” 'y'"
