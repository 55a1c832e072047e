"""Documents that plans cite, searched as records."""

from dataclasses import replace
from datetime import date

import pytest
from fakes import make_plan

from index.citing import find_citing
from ingest.plan import LegalBasis

BASES = (
    LegalBasis(
        *("Quyết định", "749/QĐ-TTg", date(2020, 6, 3), "Thủ tướng Chính phủ"),
        *("phê duyệt Chương trình Chuyển đổi số quốc gia", 0, 9),
    ),
    LegalBasis("Quyết định", "1749/QĐ-TTg", None, "Thủ tướng Chính phủ", "", 10, 19),
    LegalBasis("Luật", "", None, "Quốc hội", "An toàn thông tin mạng", 20, 29),
)
PLANS = (
    replace(make_plan("a", ["x"]), legal_bases=BASES),
    replace(make_plan("b", ["y"]), legal_bases=BASES[:1]),
)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ("749", ["749/QĐ-TTg", "749/QĐ-TTg"]),
        ("749/qd-ttg", ["749/QĐ-TTg", "749/QĐ-TTg"]),
        ("luat an toan", [""]),
        ("Luật", [""]),
        ("quyết định 1749", ["1749/QĐ-TTg"]),
        ("chuyển đổi số", ["749/QĐ-TTg", "749/QĐ-TTg"]),
        ("74", []),
        ("", ["749/QĐ-TTg", "1749/QĐ-TTg", "", "749/QĐ-TTg"]),
    ],
)
def test_find_citing(wanted, numbers):
    assert [found.basis.number for found in find_citing(PLANS, wanted)] == numbers


def test_the_plan_comes_with_its_citation():
    assert [found.plan.plan_id for found in find_citing(PLANS, "749")] == ["a", "b"]
