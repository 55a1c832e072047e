"""Drawing with matplotlib, its only importer: figures in data, inline SVG out.

Text stays text and takes the page's font; colours become the page's CSS variables, so that one
drawing serves light, dark and print. Nothing of pyplot's global state is used, and the same
figures give the same bytes.
"""

import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH_PT = 350
_FONT_PT = 11
_ROW_PT, _BAR_PT = 24, 36
# Stand-ins that the page's variables replace. Question sets have colours after Okabe and Ito
# (2008), safe for colour-blind readers; measures have two tones of one colour.
INK, DIM, LINE, PAPER = "#1b2733", "#52616f", "#d9e0e7", "#fffffe"
SETS = ("#0072b2", "#d55e00", "#009e73", "#aa4499")
TONES = ("#2f5d8a", "#7391b0")
MARKERS = ("o", "D", "s", "^")
_VARIABLES = {
    INK: "--ink", DIM: "--dim", LINE: "--line", PAPER: "--paper",
    **{colour: f"--set-{number}" for number, colour in enumerate(SETS, start=1)},
    **{colour: f"--tone-{number}" for number, colour in enumerate(TONES, start=1)},
}  # fmt: skip
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_STRIPPED = re.compile(
    r"<!--.*?-->|<defs>\s*<style.*?</style>\s*</defs>| xmlns(?::\w+)?=\"[^\"]*\"|font-family: [^;\"]*;? ?"
    r"|(?<=<g) id=\"[^\"]*\"",
    re.DOTALL,
)
_MAX_LABEL_CHARS = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """A value, in 0..100 where an axis has no other ticks; `hollow` when few questions stand behind it."""

    value: float
    hollow: bool = False


@contextmanager
def drawing_style(salt: str) -> Iterator[None]:
    """A context in which figures are made and drawn; `salt` keeps a drawing's ids its own."""
    from matplotlib import rc_context

    settings = {"svg.fonttype": "none", "svg.hashsalt": salt, "text.parse_math": False}
    with rc_context(settings), warnings.catch_warnings():
        # Only the measuring font lacks a glyph; the page's own fonts draw the text.
        warnings.filterwarnings(
            "ignore", message="Glyph .* missing from font", category=UserWarning
        )
        yield


def short(name: str) -> str:
    """The name on one line, cut with an ellipsis where it is too long for an axis."""
    line = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    return line if len(line) <= _MAX_LABEL_CHARS else f"{line[: _MAX_LABEL_CHARS - 1]}…"


def dots(
    rows: Sequence[str],
    series: Mapping[str, Sequence[Mark | None]],
    *,
    ticks: Sequence[float] | None = None,
) -> Markup:
    """A row of dots per name, one of each series; a line joins the full dots of a row.

    `ticks` make the axis logarithmic, from the first to the last of them.
    """
    figure, axes = _blank(_ROW_PT * len(rows) + 62, left=0.38)
    _rows(axes, rows)
    if ticks is not None:
        _logarithmic(axes, ticks)
    for position in range(len(rows)):
        marks_here = [mark for marks in series.values() if (mark := marks[position])]
        values = [mark.value for mark in marks_here if not mark.hollow]
        if len(values) > 1:
            axes.plot([min(values), max(values)], [position] * 2, color=LINE, linewidth=3, zorder=2)
    for number, (name, marks) in enumerate(series.items()):
        colour, shape = SETS[number % len(SETS)], MARKERS[number % len(MARKERS)]
        style: dict[str, Any] = {
            "marker": shape,
            "linestyle": "none",
            "markeredgecolor": colour,
            "zorder": 3,
        }
        for hollow in (False, True):
            at = [(m.value, i) for i, m in enumerate(marks) if m and m.hollow is hollow]
            face = PAPER if hollow else colour
            shown = [value for value, _ in at], [i for _, i in at]
            axes.plot(*shown, markersize=7.5, markerfacecolor=face, markeredgewidth=1.6, **style)
        axes.plot([], [], markersize=7.5, markerfacecolor=colour, label=short(name), **style)
    _legend(axes, len(series))
    return _svg(figure)


def bars(rows: Sequence[str], series: Mapping[str, Sequence[tuple[float, str]]]) -> Markup:
    """A group of bars per name, each of (length in 0..100, the figure written beside it)."""
    step = 0.8 / max(len(series), 1)
    figure, axes = _blank(_BAR_PT * (len(series) + 0.6) * len(rows) + 62, left=0.33)
    _rows(axes, rows)
    for number, (name, values) in enumerate(series.items()):
        places = [row - 0.4 + step * (number + 0.5) for row in range(len(rows))]
        colour = TONES[number % len(TONES)]
        lengths = [length for length, _ in values]
        axes.barh(places, lengths, height=step * 0.86, color=colour, label=short(name), zorder=2)
        for place, (length, written) in zip(places, values, strict=True):
            axes.text(length + 1.5, place, written, va="center", color=INK, fontsize=_FONT_PT)
    axes.set_xlim(0, 112)
    _legend(axes, len(series))
    return _svg(figure)


@dataclass(frozen=True, slots=True)
class Curve:
    """Points of a curve whose y is in 0..100, and matplotlib's style of its line."""

    x: Sequence[float]
    y: Sequence[float]
    style: Mapping[str, Any]


def curves(
    series: Mapping[str, Curve],
    ticks: Mapping[float, str] | Mapping[int, str],
    axis: str,
    *,
    rule_at: float | None = None,
    logarithmic: bool = True,
) -> Markup:
    """Curves over an axis with the given ticks; an upright rule where asked.

    A series whose name begins with "_" has no place in the legend (matplotlib's convention).
    """
    figure, axes = _blank(250, left=0.1, bottom_pt=44)
    if logarithmic:
        axes.set_xscale("log")
        axes.set_xlim(min(ticks) / 1.12, max(ticks) * 1.12)
    else:
        axes.set_xlim(min(ticks), max(ticks))
    axes.set_xticks(list(ticks), labels=list(ticks.values()))
    axes.minorticks_off()
    axes.set_ylim(0, 102)
    axes.grid(axis="y", color=LINE, linewidth=0.8)
    axes.set_xlabel(axis, color=DIM, fontsize=_FONT_PT)
    if rule_at is not None:
        axes.axvline(rule_at, color=DIM, linewidth=1, linestyle=(0, (2, 3)))
    for name, curve in series.items():
        axes.plot(curve.x, curve.y, label=short(name), **curve.style)
    _legend(axes, sum(not name.startswith("_") for name in series))
    return _svg(figure)


def _blank(height_pt: float, *, left: float, bottom_pt: float = 24) -> "tuple[Figure, Axes]":
    """An empty figure with one frameless axes; the legend has its line above."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH_PT / 72, height_pt / 72), facecolor="none")
    bottom, top = bottom_pt / height_pt, 1 - 34 / height_pt
    axes = figure.add_axes((left, bottom, 0.975 - left, top - bottom), facecolor="none")
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0, labelsize=_FONT_PT, labelcolor=DIM, pad=6)
    axes.set_axisbelow(True)
    return figure, axes


def _rows(axes: "Axes", names: Sequence[str]) -> None:
    """The names from top to bottom, over an axis of 0 to 100."""
    axes.set_yticks(range(len(names)), labels=[short(name) for name in names])
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", labelcolor=INK)
    axes.set_xlim(-3, 103)
    axes.set_xticks(range(0, 101, 25))
    axes.grid(axis="x", color=LINE, linewidth=0.8)


def _logarithmic(axes: "Axes", ticks: Sequence[float]) -> None:
    axes.set_xscale("log")
    axes.set_xticks(list(ticks), labels=[f"{tick:g}" for tick in ticks])
    axes.minorticks_off()
    axes.set_xlim(ticks[0] / 1.4, ticks[-1] * 1.4)


def _legend(axes: "Axes", n_series: int) -> None:
    axes.legend(
        loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=max(n_series, 1), frameon=False,
        fontsize=_FONT_PT, labelcolor=INK, handletextpad=0.5, columnspacing=1.5, borderaxespad=0.2,
    )  # fmt: skip


def _svg(figure: "Figure") -> Markup:
    """The figure as SVG for an HTML page."""
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata=_NO_METADATA)
    drawn = buffer.getvalue()
    drawn = _STRIPPED.sub("", drawn[drawn.index("<svg") :])
    for colour, variable in _VARIABLES.items():
        drawn = drawn.replace(colour, f"var({variable})")
    # matplotlib escapes every label; nothing else comes from outside.
    return Markup(drawn.strip())  # noqa: S704


def standalone(drawn: Markup) -> str:
    """A drawing as a file of its own, which a page shows as an image: with its colours and font."""
    colours = "".join(f"{variable}:{colour};" for colour, variable in _VARIABLES.items())
    style = f"<style>svg{{{colours}font-family:sans-serif;background:{PAPER}}}</style>"
    head, _, rest = drawn.partition(">")
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{head} {spaces}>{style}{rest}\n"
