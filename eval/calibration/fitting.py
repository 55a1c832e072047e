"""A logistic regression over the signs of an answer, and what each threshold costs.

Ridge-penalised maximum likelihood by iteratively reweighted least squares (Hastie, Tibshirani,
Friedman 2009, The Elements of Statistical Learning, section 4.4.1). The curve is drawn from
confidences of models that saw no form of the question they judge.
"""

import zlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from app.proving.confidence import Weights, probability
from eval.calibration.examples import Example, Origin
from eval.calibration.points import Point

FOLDS = 8
RIDGE = 10.0
"""Penalty on the weights of the standardised signs; the intercept is free."""
MAX_LOST = 0.01
"""The share of answerable questions whose right answer may be refused for being too unsure."""
_STEPS = 50
_GRID = tuple(step / 100 for step in range(61))

Floats = NDArray[np.float64]


def fitted(examples: Sequence[Example], needed: float = 0.0) -> Weights:
    """The weights of the labelled examples' signs; those of unlabelled ones are not looked at.

    Raises: ValueError when the labelled examples are not of both kinds.
    """
    labelled = [(one.signs, one.label) for one in examples if one.label is not None and one.signs]
    if len({label for _, label in labelled}) < 2:
        raise ValueError(f"{len(labelled)} labelled examples, all of one kind: nothing to fit")
    names = list(labelled[0][0])
    values = np.array([[found[name] for name in names] for found, _ in labelled], dtype=np.float64)
    mean, spread = values.mean(axis=0), np.maximum(values.std(axis=0), 1e-9)
    solved = _regression((values - mean) / spread, np.array([float(y) for _, y in labelled]))
    slopes = solved[1:] / spread
    by_name = {name: float(slope) for name, slope in zip(names, slopes, strict=True)}
    return Weights(by_name, float(solved[0] - slopes @ mean), needed)


def _regression(signs: Floats, labels: Floats) -> Floats:
    """Intercept and slopes, (1 + n_signs,)."""
    design = np.hstack([np.ones((len(signs), 1)), signs])
    penalty = np.diag([0.0] + [RIDGE] * signs.shape[1])
    found: Floats = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-design @ found))
        gradient = design.T @ (labels - chance) - penalty @ found
        curvature = design.T * (chance * (1 - chance)) @ design + penalty
        step = np.linalg.solve(curvature, gradient)
        found = found + step
        if float(np.abs(step).max()) < 1e-9:
            break
    return found


def confidences(examples: Sequence[Example]) -> tuple[float | None, ...]:
    """Each example's confidence by a model that saw none of its group; None without signs."""
    fold_of = [zlib.crc32(one.group.encode()) % FOLDS for one in examples]
    models: Mapping[int, Weights] = {
        fold: fitted([one for one, at in zip(examples, fold_of, strict=True) if at != fold])
        for fold in sorted(set(fold_of))
    }
    return tuple(
        probability(one.signs, models[fold]) if one.signs is not None else None
        for one, fold in zip(examples, fold_of, strict=True)
    )


def curve(examples: Sequence[Example], sure: Sequence[float | None]) -> tuple[Point, ...]:
    """The cost of each needed confidence, from 0 (the rules alone) upwards."""
    return tuple(_point(examples, sure, needed) for needed in _GRID)


def chosen(points: Sequence[Point]) -> float:
    """The needed confidence: the middle of the range that refuses few right answers more.

    At the end of the range a single question more or less would move it.
    """
    allowed = points[0].wrong_declines + MAX_LOST
    highest = max(point.wrong_declines for point in points if point.wrong_declines <= allowed)
    alike = [point.needed for point in points if point.wrong_declines == highest]
    return alike[(len(alike) - 1) // 2]


def _point(examples: Sequence[Example], sure: Sequence[float | None], needed: float) -> Point:
    kept = [
        not one.declined and (at is None or at >= needed)
        for one, at in zip(examples, sure, strict=True)
    ]
    answerable: list[bool] = []
    without: list[bool] = []
    unanswerable: list[bool] = []
    for one, answered in zip(examples, kept, strict=True):
        if one.origin is Origin.LEFT_OUT:
            without += [] if one.right else [answered]
        elif one.answerable:
            answerable += [not answered and (one.right or one.declined)]
        else:
            unanswerable.append(answered)
    return Point(needed, _share(answerable), _share(without), _share(unanswerable))


def _share(answered: Sequence[bool]) -> float:
    return sum(answered) / len(answered) if answered else 0.0
