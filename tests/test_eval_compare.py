"""Two runs side by side, and the gate that stands on it."""

import numpy as np
import pytest

from eval import gate
from eval.compare import compare, comparison_text, difference
from eval.console import points
from eval.errors import EvalInputError
from eval.gate import BaselineItem, has_fallen, objections


def item(name: str, category: str = "figure", split: str = "dev", **scores: float) -> BaselineItem:
    return BaselineItem(id=name, split=split, category=category, scores={"passed": 1.0} | scores)


def items(n: int, failing: int = 0, **changes: object) -> list[BaselineItem]:
    """`n` items of one category of which the first `failing` do not pass."""
    return [item(f"i{i}", passed=float(i >= failing), **changes) for i in range(n)]


def test_a_difference_is_of_means_and_its_interval_that_of_the_pairs():
    found = difference([0.0, 1.0, 1.0, 0.0], [1.0, 1.0, 1.0, 1.0])
    assert (found.n, found.before, found.after, found.gain) == (4, 0.5, 1.0, 0.5)
    # Gains 1, 0, 0, 1: all four resampled as 0 has probability 1/16, as 1 likewise.
    assert (found.low, found.high) == (0.0, 1.0)


def test_pairing_matters():
    # Unpaired, 0.5 against 0.5 has a wide interval; paired, nothing ever changes.
    same = [0.0, 1.0] * 20
    found = difference(same, same)
    assert (found.gain, found.low, found.high) == (0.0, 0.0, 0.0)


def test_the_interval_agrees_with_the_normal_approximation():
    random = np.random.default_rng(7)
    gains = random.normal(0.1, 0.5, size=400)
    found = difference([0.0] * 400, list(gains))
    spread = 1.96 * gains.std() / np.sqrt(400)
    assert found.low == pytest.approx(gains.mean() - spread, abs=0.01)
    assert found.high == pytest.approx(gains.mean() + spread, abs=0.01)


def test_items_that_turned_are_named_and_lonely_ones_are_left_out():
    before = [item("a"), item("b", passed=0.0), item("gone", passed=0.0)]
    after = [item("a", passed=0.0), item("b"), item("new", passed=0.0)]
    found = compare(before, after)
    assert (found.won, found.lost) == (("b",), ("a",))
    assert (found.only_before, found.only_after) == (("gone",), ("new",))
    assert found.groups[""]["passed"].n == 2
    assert found.groups["figure"]["passed"].gain == 0.0


def test_a_comparison_is_told_by_category_split_and_whole():
    before = [item("a"), item("b", "list", "test", passed=0.0)]
    after = [item("a"), item("b", "list", "test")]
    lines = comparison_text(compare(before, after)).splitlines()
    firsts = [line.split("  ")[0] for line in lines]
    assert firsts[2:7] == ["figure", "list", "Bộ “dev”", "Bộ “test”", "Tất cả"]
    assert "+100,0 [+100,0; +100,0]" in lines[3]
    assert lines[-1] == "Chuyển sang đạt (1): b"


@pytest.mark.parametrize(
    ("value", "shown"), [(0.031, "+3,1"), (-0.2, "−20,0"), (0.0, "+0,0"), (-0.0001, "+0,0")]
)
def test_points(value, shown):
    assert points(value) == shown


@pytest.mark.parametrize(("failing", "fallen"), [(0, False), (2, False), (3, True), (10, True)])
def test_two_of_25_may_be_chance_three_are_not(failing, fallen):
    # All 25 resampled without one of f losses has probability (1 - f/25)^25: .124, .041, …
    assert has_fallen([-1.0] * failing + [0.0] * (25 - failing)) is fallen


def test_losses_and_wins_outweigh_each_other():
    assert not has_fallen([-1.0] * 5 + [1.0] * 5 + [0.0] * 15)


def test_the_gate_stays_open_for_the_same_and_for_the_better():
    assert objections(items(25, 10), items(25, 10)) == ()
    assert objections(items(25, 10), items(25)) == ()


def test_the_gate_shuts_on_one_category_though_the_whole_gains():
    before = items(25) + [item(f"x{i}", "list", passed=0.0) for i in range(25)]
    after = items(25, 6) + [item(f"x{i}", "list") for i in range(25)]
    (found,) = objections(before, after)
    assert found.startswith("figure – Trả lời đạt: giảm −24,0 điểm")
    assert "i0, i1, i2, i3, i4, i5" in found


def test_a_lower_is_better_measure_falls_by_rising():
    before = [item(f"i{i}", wrong_decline=0.0) for i in range(25)]
    after = [item(f"i{i}", wrong_decline=float(i < 5)) for i in range(25)]
    found = objections(before, after)
    assert found
    assert all("Từ chối nhầm" in one for one in found)


@pytest.mark.parametrize("measure", gate.PROMISED)
def test_what_is_promised_of_every_answer_may_not_fall_at_all(measure):
    before = [item(f"i{i}", **{measure: 1.0}) for i in range(400)]
    after = [item(f"i{i}", **{measure: 1.0 - 0.01 * (i == 0)}) for i in range(400)]
    assert objections(before, after)


def test_a_score_that_disappears_counts_as_0():
    before = [item(f"i{i}", citation_recall=1.0) for i in range(25)]
    assert objections(before, items(25))


def test_items_out_of_the_baseline_or_out_of_the_run_shut_the_gate():
    (new,) = objections(items(2), items(3))
    assert "i2" in new
    (missing,) = objections(items(3), items(2))
    assert "i2" in missing


def test_a_baseline_is_read_as_it_was_written(tmp_path):
    path = tmp_path / "scores.jsonl"
    gate.write_baseline([item("a", evidence=1 / 3, mrr=1.0)], path)
    (found,) = gate.read_baseline(path)
    assert found == item("a", evidence=0.333333)


def test_a_malformed_baseline_is_named(tmp_path):
    path = tmp_path / "scores.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(EvalInputError, match=":1: id"):
        gate.read_baseline(path)
