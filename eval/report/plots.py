"""The report's plots: what each shows, drawn once per language, with its figures as alt text."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from eval.measures.scores import EVIDENCE_K
from eval.report.drawing import MARKERS, SETS, TONES, Curve, Mark, bars, curves, dots, drawing_style
from eval.report.texts import Language, Number, named, percentage, say
from eval.report.trade_off import declining_curve
from eval.summary import Group, Summary, percentile

FEW = 10
"""Of fewer questions than this a share says little."""
_PERCENTILES = range(1, 101)
_MAX_TICKS = 9

Rows = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""What a plot shows, in words: (name, [(series, figure)])."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A plot in one language; `alt` says in words what it shows."""

    svg: Markup
    alt: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot in every language; its title and note are the texts "plot_<name>[_note]"."""

    name: str
    drawings: Mapping[Language, Drawing]


def all_plots(summary: Summary) -> tuple[Plot, ...]:
    """The plots that the summary has figures for, in the order of the page."""
    overall = summary.overall
    found: list[tuple[str, bool, Callable[[Summary, Language], Drawing]]] = [
        ("passed", overall.n > 0, _passed),
        ("evidence", overall.scores["evidence"].n > 0, _evidence),
        ("plans", bool(overall.plans), _plans),
        ("recall", bool(overall.recall_at), _recall),
        ("latency", overall.n > 0, _latency),
        ("declining", overall.n > 0, _declining),
    ]
    return tuple(
        Plot(name, {language: _styled(name, draw, summary, language) for language in Language})
        for name, has_figures, draw in found
        if has_figures
    )


def _styled(
    name: str, draw: Callable[[Summary, Language], Drawing], summary: Summary, language: Language
) -> Drawing:
    with drawing_style(f"{name}-{language}"):
        return draw(summary, language)


def _alt(language: Language, name: str, rows: Rows) -> str:
    """Title and figures of a plot in words."""
    parts = [f"{say(language, f'plot_{name}')}."]
    for row, values in rows:
        said = [say(language, "alt_value", series=series, value=value) for series, value in values]
        if said:
            parts.append(say(language, "alt_row", name=row, values=", ".join(said)) + ";")
    return " ".join(parts).removesuffix(";")


def _passed(summary: Summary, language: Language) -> Drawing:
    return _by_category(summary, language, "passed")


def _evidence(summary: Summary, language: Language) -> Drawing:
    return _by_category(summary, language, "evidence")


def _by_category(summary: Summary, language: Language, measure: str) -> Drawing:
    names = [name for name, one in summary.overall.categories.items() if one.scores[measure].n]
    titles = [named("category", name).written(language) for name in names]
    series = {
        split: [_mark(group.categories.get(name), measure) for name in names]
        for split, group in summary.splits.items()
    }
    rows = [
        (
            title,
            [
                (split, Number(mark.value, 1).written(language))
                for split, marks in series.items()
                if (mark := marks[i])
            ],
        )
        for i, title in enumerate(titles)
    ]
    return Drawing(dots(titles, series), _alt(language, measure, rows))


def _mark(group: Group | None, measure: str) -> Mark | None:
    score = group.scores[measure] if group else None
    if score is None or score.value is None:
        return None
    return Mark(score.value * 100, hollow=score.n < FEW)


def _plans(summary: Summary, language: Language) -> Drawing:
    plans = summary.overall.plans
    names = [f"{name} ({group.n})" for name, group in plans.items()]
    series = {
        say(language, f"series_{measure}"): [
            _bar(group, measure, language) for group in plans.values()
        ]
        for measure in ("passed", "evidence")
    }
    rows = [
        (name, [(title, values[i][1]) for title, values in series.items()])
        for i, name in enumerate(names)
    ]
    return Drawing(bars(names, series), _alt(language, "plans", rows))


def _bar(group: Group, measure: str, language: Language) -> tuple[float, str]:
    value = group.scores[measure].value
    return 100 * (value or 0.0), percentage(value).written(language)


def _recall(summary: Summary, language: Language) -> Drawing:
    splits = {name: split.recall_at for name, split in summary.splits.items() if split.recall_at}
    styles = [
        {"color": colour, "marker": marker, "linewidth": 2.2, "markersize": 6}
        for colour, marker in zip(SETS, MARKERS, strict=True)
    ]
    series = {
        name: Curve(list(at), [100 * share for share in at.values()], styles[i % len(styles)])
        for i, (name, at) in enumerate(splits.items())
    }
    ks = sorted({k for at in splits.values() for k in at})
    rows = [
        (name, [(f"k = {k}:", percentage(share).written(language)) for k, share in at.items()])
        for name, at in splits.items()
    ]
    ticks = {k: str(k) for k in ks}
    svg = curves(series, ticks, say(language, "axis_k"), rule_at=EVIDENCE_K)
    return Drawing(svg, _alt(language, "recall", rows))


def _latency(summary: Summary, language: Language) -> Drawing:
    firsts = [one.first_word_ms for one in summary.items if one.first_word_ms is not None]
    times = {
        say(language, "full_answer"): [one.latency_ms for one in summary.items],
        say(language, "first_word"): firsts,
    }
    # Both curves can lie on each other, so the upper one is thin and dashed.
    styles = (
        {"color": TONES[1], "linewidth": 4.5},
        {"color": TONES[0], "linewidth": 2, "linestyle": (0, (3, 2))},
    )
    series = {
        name: _shares(values, style)
        for (name, values), style in zip(times.items(), styles, strict=True)
        if values
    }
    ticks = {ms: Number(ms).written(language) for ms in _ticks(series.values())}
    said = [
        say(
            language, "alt_latency", series=name,
            p50=Number(percentile(values, 50)), p95=Number(percentile(values, 95)),
        )
        for name, values in times.items()
    ]  # fmt: skip
    alt = f"{say(language, 'plot_latency')}. {'; '.join(said)}"
    return Drawing(curves(series, ticks, say(language, "axis_ms")), alt)


def _declining(_summary: Summary, language: Language) -> Drawing:
    """The curve that ships with the weights: it is not this run's."""
    return Drawing(*declining_curve(language))


def _shares(milliseconds: Sequence[float], style: Mapping[str, object]) -> Curve:
    """The share of questions done within each time, by percentiles; below 1 ms counts as 1."""
    ordered = sorted(milliseconds)
    times = [percentile(ordered, percent) or 0.0 for percent in _PERCENTILES]
    return Curve([max(time, 1.0) for time in times], list(_PERCENTILES), style)


def _ticks(shown: Iterable[Curve]) -> list[int]:
    """1, 2, 5, 10, … ms up to the first that no curve reaches beyond; only 1, 10, … when many."""
    highest = max(max(curve.x) for curve in shown)
    for leads in ((1, 2, 5), (1,)):
        steps = [lead * 10**power for power in range(9) for lead in leads]
        needed = steps[: 1 + sum(step < highest for step in steps)]
        if len(needed) <= _MAX_TICKS:
            break
    return needed
