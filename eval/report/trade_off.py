"""The curve of wrong answers against wrong refusals, drawn from what calibration left."""

from collections.abc import Sequence

from markupsafe import Markup

from app.proving.confidence import shipped_weights
from eval.calibration.points import Point, shipped_curve
from eval.report.drawing import MARKERS, PAPER, TONES, Curve, curves
from eval.report.texts import Language, Number, percentage, say

MAX_DECLINES = 0.1
"""Nobody would refuse more than this share of what can be answered: the curve ends there."""
_TICKS = range(0, 11, 2)


def declining_curve(language: Language) -> tuple[Markup, str]:
    """The drawing in one language and its figures in words."""
    points = [point for point in shipped_curve() if point.wrong_declines <= MAX_DECLINES]
    used = [point for point in points if point.needed == shipped_weights().needed]
    shares = {
        say(language, "series_left_out"): [point.left_out_answered for point in points],
        say(language, "series_unanswerable"): [point.unanswerable_answered for point in points],
    }
    series: dict[str, Curve] = {}
    said = []
    for number, (name, answered) in enumerate(shares.items()):
        at = points.index(used[0]) if used else 0
        colour, shape = TONES[number], MARKERS[number]
        series[name] = _curve(points, answered, {"color": colour, "linewidth": 2.2})
        for place, face in ((0, PAPER), (at, colour)):
            dot = {
                "marker": shape, "markersize": 7.5, "markeredgecolor": colour, "markerfacecolor": face,
                "linestyle": "none", "zorder": 3,
            }  # fmt: skip
            series[f"_{name}{place}"] = _curve([points[place]], [answered[place]], dot)
        alone, now = (percentage(answered[place]).written(language) for place in (0, at))
        said.append(say(language, "alt_declining", series=name, alone=alone, used=now))
    ticks = {tick: Number(tick).written(language) for tick in _TICKS}
    svg = curves(series, ticks, say(language, "axis_declines"), logarithmic=False)
    return svg, f"{say(language, 'plot_declining')}. {'; '.join(said)}"


def _curve(points: Sequence[Point], answered: Sequence[float], style: dict[str, object]) -> Curve:
    across = [100 * point.wrong_declines for point in points]
    return Curve(across, [100 * share for share in answered], style)
