"""The curve of wrong declines against wrong answers, and the one that ships."""

import json
from dataclasses import dataclass
from importlib import resources

CURVE_FILE = "curve.json"


@dataclass(frozen=True, slots=True)
class Point:
    """What a needed confidence costs, as shares of 0 to 1.

    `wrong_declines` of answerable questions; of those whose evidence was taken away and of the
    unanswerable ones the share that is answered all the same.
    """

    needed: float
    wrong_declines: float
    left_out_answered: float
    unanswerable_answered: float


def shipped_curve() -> tuple[Point, ...]:
    """The points that ship beside this module."""
    text = resources.files(__package__).joinpath(CURVE_FILE).read_text(encoding="utf-8")
    return tuple(Point(**row) for row in json.loads(text))
