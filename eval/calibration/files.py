"""The fitted weights and the curve as they are written to disk."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from app.proving import confidence
from app.proving.confidence import Weights
from eval.calibration.points import CURVE_FILE, Point
from eval.record import writing

WEIGHTS = Path(confidence.__file__).with_name(confidence.WEIGHTS_FILE)
CURVE = Path(__file__).with_name(CURVE_FILE)
_DIGITS = 4
_HEAD = """\
# Weights of the signs in confidence.py; written by `python -m eval calibrate`.
# A draft less sure than `needed` is refused.
"""


def write_weights(path: Path, weights: Weights) -> None:
    """Write the weights as TOML. Raises: EvalInputError for what cannot be written."""
    signs = "".join(f"{name} = {weight:.{_DIGITS}f}\n" for name, weight in weights.signs.items())
    head = f"needed = {weights.needed:.2f}\nintercept = {weights.intercept:.{_DIGITS}f}\n"
    with writing(path):
        path.write_text(f"{_HEAD}{head}\n[signs]\n{signs}", encoding="utf-8")


def write_curve(path: Path, points: Sequence[Point]) -> None:
    """Write the points, one a line, as JSON. Raises: EvalInputError for what cannot be written."""
    rows = [{k: round(v, _DIGITS) for k, v in asdict(point).items()} for point in points]
    with writing(path):
        path.write_text("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n", encoding="utf-8")
