"""The comparison as drawings: what is found, and on logarithmic axes how long it takes."""

from collections.abc import Callable, Mapping, Sequence

from eval.bench.figures import CUTS, Contender, Costs, SideBySide
from eval.bench.table import say
from eval.report.drawing import Mark, dots, drawing_style, standalone
from eval.report.texts import Language

_TICKS = tuple(10.0**power for power in range(-2, 6))


def comparison_plots(found: SideBySide, language: Language) -> Mapping[str, str]:
    """SVG files by name; of contenders without figures there is nothing to see."""
    shown = [one for one in found.contenders if one.costs]
    if not shown:
        return {}
    return {
        "quality": _quality(shown, language),
        "start": _times(
            shown,
            {
                say(language, "build"): lambda costs: costs.build_s,
                say(language, "cold"): lambda costs: costs.cold_s,
            },
            "start",
        ),
        "query": _times(
            shown,
            {
                say(language, "ms", percent=50): lambda costs: costs.ms_p50,
                say(language, "ms", percent=95): lambda costs: costs.ms_p95,
            },
            "query",
        ),
    }


def _quality(shown: Sequence[Contender], language: Language) -> str:
    """Evidence within the first passages per plan, a dot for each QA set."""
    k = CUTS[0]
    splits = dict.fromkeys(name for one in shown for name in one.evidence)
    series = {
        say(language, "drawn_split", split=name): [
            Mark(100 * one.evidence[name].per_plan[k]) for one in shown
        ]
        for name in splits
    }
    with drawing_style("bench-quality"):
        return standalone(dots([one.name for one in shown], series))


def _times(
    shown: Sequence[Contender], values: Mapping[str, Callable[[Costs], float]], name: str
) -> str:
    series = {
        title: [Mark(value(one.costs)) for one in shown if one.costs]
        for title, value in values.items()
    }
    every = [mark.value for marks in series.values() for mark in marks]
    below = [tick for tick in _TICKS if tick <= min(every)]
    above = [tick for tick in _TICKS if tick >= max(every)]
    first, last = below[-1:] or _TICKS[:1], above[:1] or _TICKS[-1:]
    ticks = [tick for tick in _TICKS if first[0] <= tick <= last[0]]
    with drawing_style(f"bench-{name}"):
        return standalone(dots([one.name for one in shown], series, ticks=ticks))
