import fakes_eval as fakes
import pytest

from eval.questions.dataset import Evidence, QASet
from eval.questions.twins import Twin, TwinKind
from eval.questions.validate import check_sets, check_twins


def check(*items):
    return check_sets([QASet("bo", items)], [fakes.make_plan()])


def test_a_fair_item_has_no_objection():
    quote = "Toàn tỉnh có   120 trạm phát sóng. Kinh phí 34,05 tỷ"  # over a line break
    fair = fakes.item(evidence=(Evidence(doc="12/KH-UBND", quote=quote),))
    unanswerable = fakes.item(id="q2", answerable=False, must=(), evidence=())
    assert check(fair, unanswerable) == ()


def test_every_objection_names_its_item():
    evidence = (
        Evidence(doc="12/KH-UBND", quote="Toàn tỉnh có 121 trạm"),
        Evidence(doc="99/KH-UBND", quote="x"),
    )
    found = check(
        fakes.item(id="q1", evidence=evidence),
        fakes.item(id="q2", must=(), evidence=()),
    )
    assert [line.partition(":")[0] for line in found] == ["q1", "q1", "q2", "q2"]
    assert "Toàn tỉnh có 121 trạm" in found[0]
    assert "99/KH-UBND" in found[1]
    assert "must" in found[2]
    assert "evidence" in found[3]


EVIDENCE = (Evidence(doc="12/KH-UBND", quote="Toàn tỉnh có 120 trạm"),)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"turns": ("Có 120 trạm phải không?",)}, "nhắc lại câu hỏi"),
        ({"must": (("121",),)}, "không có ghi chú giải thích: 121"),
        ({"must_not": ("120 trạm",)}, "“120 trạm”"),
        ({"must": (("120", "7 trạm"),), "must_not": ("7",)}, "“7”"),
        ({"province": ("Hà Lội",)}, "“Hà Lội”"),
        ({"turns": ("a", "b")}, "followup"),
        ({"category": "followup"}, "followup"),
        ({"answerable": False}, "không thể trả lời"),
    ],
)
def test_an_unfair_item_is_told_why(changes, said):
    (found,) = check(fakes.item(evidence=EVIDENCE, **changes))
    assert found.startswith("q1: ")
    assert said in found


def test_a_note_explains_what_does_not_stand_in_the_evidence():
    derived = fakes.item(evidence=EVIDENCE, must=(("60 trạm mỗi huyện",),), note="120 chia 2.")
    assert check(derived) == ()


def test_a_twin_whose_own_words_would_pass_is_told():
    echo = fakes.item(id="q1~paraphrase", turns=("Có phải 120 trạm?",))
    fair = fakes.item(id="q2~paraphrase")
    twins = [Twin(TwinKind.PARAPHRASE, one.id, "bo", one) for one in (echo, fair)]
    (found,) = check_twins(twins)
    assert found.startswith("q1~paraphrase: ")
