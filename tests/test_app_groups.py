"""Which list of a plan a question means: a department's own section."""

from pathlib import Path

from app.groups import department_group
from ingest.pipeline import ingest_file

PLANS = Path(__file__).parents[1] / "plans"


def test_a_department_is_found_by_the_heading_that_is_its_name() -> None:
    plan = ingest_file(PLANS / "dong-nai-2021.txt")
    group = department_group(plan, "sở tài chính")

    assert group is not None
    assert "cân đối, tham mưu" in " ".join(group.items[0].span.of(plan.text).split())
    assert department_group(plan, "Sở Ngoại vụ") is None
