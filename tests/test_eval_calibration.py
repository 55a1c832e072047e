"""The weights of the signs, and what each needed confidence costs."""

import json
import math
from pathlib import Path

import pytest

from app.proving.confidence import Weights, probability
from eval.calibration.examples import Example, Origin
from eval.calibration.files import write_curve, write_weights
from eval.calibration.fitting import chosen, confidences, curve, fitted
from eval.calibration.points import Point, shipped_curve


def example(
    group: str,
    value: float | None,
    *,
    origin: Origin = Origin.ASKED,
    answerable: bool = True,
    right: bool | None = None,
    declined: bool = False,
) -> Example:
    signs = None if value is None else {"held": value}
    return Example(
        group, origin, answerable, declined, answerable if right is None else right, signs
    )


def test_label_of_an_example() -> None:
    assert example("a", 1.0).label is True
    assert example("a", 1.0, answerable=False).label is False
    assert example("a", 1.0, right=False).label is None, "a wrong answer may quote the passage"
    assert example("a", None, declined=True).label is None


def test_fit_of_one_sign_that_tells_nothing_is_the_share() -> None:
    data = [example(str(i), 1.0, answerable=i < 3) for i in range(4)]
    weights = fitted(data, needed=0.2)
    assert weights.needed == 0.2
    assert weights.signs == {"held": 0.0}
    assert probability({"held": 1.0}, weights) == pytest.approx(0.75)


def test_fit_solves_the_penalised_likelihood() -> None:
    data = [example(str(i), x, answerable=x > 0) for i, x in enumerate((-1.0, 1.0) * 20)]
    weights = fitted(data)
    slope = weights.signs["held"]
    # d/dw of the likelihood of 40 examples at distance 1 less the penalty: 40 (1 - p) = 10 w.
    assert 40 * (1 - 1 / (1 + math.exp(-slope))) == pytest.approx(10 * slope)
    assert weights.intercept == pytest.approx(0.0, abs=1e-9)


def test_examples_of_one_kind_cannot_be_fitted() -> None:
    with pytest.raises(ValueError, match="2 labelled examples"):
        fitted([example("a", 1.0), example("b", 0.0)])


def test_confidences_come_from_models_that_saw_no_form_of_the_question() -> None:
    data = [example(f"q{i}", float(i % 2), answerable=bool(i % 2)) for i in range(40)]
    odd = [example("odd", 1.0, answerable=False)] * 8
    sure = confidences([*data, *odd])
    whole = probability({"held": 1.0}, fitted([*data, *odd]))
    assert sure[-1] is not None
    assert sure[-1] > whole, "its own eight forms taught its model nothing"
    assert confidences([*data, example("none", None, declined=True)])[-1] is None


def test_curve_counts_refusals_and_answers() -> None:
    data = [
        example("a", 1.0),
        example("b", 1.0),
        example("c", None, declined=True, right=False),
        example("d", 1.0, right=False),
        example("e", 1.0, answerable=False),
        example("f", 1.0, origin=Origin.LEFT_OUT, answerable=False),
        example("g", 1.0, origin=Origin.LEFT_OUT, answerable=True),
    ]
    points = curve(data, (0.9, 0.3, None, 0.1, 0.2, 0.6, 0.1))
    at = {point.needed: point for point in points}
    assert at[0.0] == Point(0.0, 0.25, 1.0, 1.0)
    assert at[0.25] == Point(0.25, 0.25, 1.0, 0.0)
    assert at[0.4] == Point(0.4, 0.5, 1.0, 0.0)


def test_the_chosen_confidence_is_the_middle_of_what_costs_little() -> None:
    costs = (0.02, 0.028, 0.028, 0.028, 0.028, 0.04)
    points = [Point(i / 100, cost, 0.5, 0.1) for i, cost in enumerate(costs)]
    assert chosen(points) == 0.02
    assert chosen(points[:1]) == 0.0


def test_files(tmp_path: Path) -> None:
    write_weights(tmp_path / "w.toml", Weights({"held": 1.23456}, -2.0, 0.07))
    assert (tmp_path / "w.toml").read_text(encoding="utf-8").splitlines()[2:] == [
        "needed = 0.07",
        "intercept = -2.0000",
        "",
        "[signs]",
        "held = 1.2346",
    ]
    write_curve(tmp_path / "c.json", (Point(0.0, 0.25, 1.0, 0.5),))
    assert json.loads((tmp_path / "c.json").read_text(encoding="utf-8")) == [
        {
            "needed": 0.0,
            "wrong_declines": 0.25,
            "left_out_answered": 1.0,
            "unanswerable_answered": 0.5,
        }
    ]


def test_the_shipped_curve_trades_one_error_for_the_other() -> None:
    points = shipped_curve()
    assert points[0].needed == 0.0
    declines = [point.wrong_declines for point in points]
    answers = [point.left_out_answered for point in points]
    assert declines == sorted(declines)
    assert answers == sorted(answers, reverse=True)
