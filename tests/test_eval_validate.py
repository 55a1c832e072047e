import fakes_eval as fakes

from eval.dataset import Evidence, QASet
from eval.validate import check_sets


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
