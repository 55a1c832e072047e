"""The whole shipped QA set through the real assistant: nothing unproved, the bars held."""

import pytest
from assistants import four_plans

from eval.dataset import read_sets, shipped_sets
from eval.measures import Judged, judge, mean
from eval.run import run_sets


@pytest.fixture(scope="module")
def judged() -> tuple[Judged, ...]:
    assistant = four_plans()
    cases = run_sets(read_sets(shipped_sets()), assistant, assistant.catalogue.plans())
    return judge(tuple(cases))


@pytest.mark.parametrize("measure", ["quotes", "figures"])
def test_every_quote_is_verbatim_and_every_figure_stands_in_its_citations(judged, measure) -> None:
    failed = [one.case.item.id for one in judged if one.scores.get(measure, 1.0) < 1.0]
    assert failed == []
    assert mean(judged, measure)[1] > 200


def test_no_item_crashed(judged) -> None:
    assert [one.case.item.id for one in judged if one.case.problem] == []


@pytest.mark.parametrize(
    ("measure", "bar"), [("evidence", 0.85), ("passed", 0.75), ("right_decline", 0.90)]
)
def test_bars(judged, measure: str, bar: float) -> None:
    value, n_items = mean(judged, measure)
    assert n_items > 40
    assert value is not None
    assert value >= bar
