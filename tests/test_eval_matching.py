import pytest

from eval.measures.matching import collapse, forbidden_said, matching_form, missing_groups


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("**2.818 trạm**", "2.818 trạm"),
        ("| Tỉnh A |  213 [1] |\n| --- |", "tỉnh a 213 [1] ---"),
        ("SỞ Tài\u00a0chính", "sở tài chính"),
        ("To\u00e0n Ti\u0309nh", "toàn tỉnh"),  # the second syllable is decomposed
        ("", ""),
    ],
)
def test_matching_form(written, form):
    assert matching_form(written) == form


def test_every_group_needs_one_alternative():
    must = (("5.000", "5 tỷ"), ("2023",), ("Sở B", "Sở C"))
    assert missing_groups("Năm **2023**: 5 TỶ đồng", must) == (("Sở B", "Sở C"),)
    assert missing_groups("", must) == must
    assert missing_groups("gì cũng được", ()) == ()


def test_emphasis_inside_an_alternative_does_not_hide_it():
    assert missing_groups("Sở **Tài chính** lo", (("Sở Tài chính",),)) == ()


def test_forbidden_expressions_are_named():
    assert forbidden_said("Đạt 70% và 168 dịch vụ", ("168", "135")) == ("168",)


def test_collapse_keeps_case_and_marks():
    assert collapse(" Sở\n\n A  [1] ") == "Sở A [1]"
