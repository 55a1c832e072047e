"""The contenders as a table for screen and README, and as two drawings."""

from collections.abc import Mapping

from eval.bench.contenders import CUTS, Contender, SideBySide
from eval.console import aligned, percent
from eval.report.drawing import bars, drawing_style, standalone

_COLUMNS = (
    "Cách tìm", *(f"Bằng chứng@{k} %" for k in CUTS),
    "Lập chỉ mục, giây", "Câu đầu, giây", "p50, ms", "p95, ms", "Bộ nhớ, MiB",
)  # fmt: skip


def comparison_table(found: SideBySide) -> str:
    """The figures of all contenders; one without figures with its problem below."""
    rows = [list(_COLUMNS), *(_row(one) for one in found.contenders if not one.problem)]
    problems = [f"{one.name}: {one.problem}" for one in found.contenders if one.problem]
    return "\n".join([f"{found.n_questions} câu hỏi", aligned(rows), *problems])


def _row(one: Contender) -> list[str]:
    shares = (percent(one.recall[k]) for k in CUTS)
    memory = max(one.build_mib, one.search_mib)
    return [
        one.name,
        *shares,
        *_written(one.build_s, one.cold_s, one.ms_p50, one.ms_p95),
        f"{memory:.0f}",
    ]


def _written(*values: float) -> list[str]:
    return [f"{value:.1f}".replace(".", ",") for value in values]


def comparison_plots(found: SideBySide) -> Mapping[str, str]:
    """Two SVG files: what each contender finds, and how long it takes beside the slowest."""
    shown = [one for one in found.contenders if not one.problem]
    names = [one.name for one in shown]
    with drawing_style("bench-recall"):
        recall = bars(
            names,
            {
                f"Bằng chứng@{k}": [
                    (one.recall[k] * 100, f"{percent(one.recall[k])} %") for one in shown
                ]
                for k in CUTS
            },
        )
    timed = {
        "Câu đầu tiên": [(one.cold_s, f"{_written(one.cold_s)[0]} giây") for one in shown],
        "p95 mỗi câu": [(one.ms_p95, f"{_written(one.ms_p95)[0]} ms") for one in shown],
    }
    with drawing_style("bench-time"):
        time = bars(names, {name: _beside_slowest(values) for name, values in timed.items()})
    return {"recall": standalone(recall), "time": standalone(time)}


def _beside_slowest(values: list[tuple[float, str]]) -> list[tuple[float, str]]:
    slowest = max((value for value, _ in values), default=0.0) or 1.0
    return [(80 * value / slowest, written) for value, written in values]
