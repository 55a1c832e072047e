"""A run's figures as plain text for the terminal: one row per category, one table per split."""

from collections.abc import Iterable, Sequence

from eval.summary import Group, Split, Summary, split_gaps
from prompts import text

_COLUMNS = (
    ("Đạt %", "passed"),
    ("Bằng chứng@5 %", "evidence"),
    ("Nhận định có dẫn chứng %", "citation_recall"),
    ("Trích dẫn %", "quotes"),
    ("Con số %", "figures"),
    ("Từ chối đúng %", "right_decline"),
    ("Từ chối nhầm %", "wrong_decline"),
)
_TOTAL = "Tổng"


def percent(value: float | None) -> str:
    """A share as a percentage with one decimal in Vietnamese notation; "–" for None."""
    return "–" if value is None else f"{value * 100:.1f}".replace(".", ",")


def points(value: float) -> str:
    """A difference of shares in signed points with one decimal: "+3,1", "−0,4"."""
    sign = "−" if round(value * 100, 1) < 0 else "+"
    return f"{sign}{percent(abs(value))}"


def milliseconds(value: float | None) -> str:
    """Milliseconds without decimals; "–" for None."""
    return "–" if value is None else f"{value:.0f}"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """The rows as columns: the first to the left, figures to the right; the first row is a header."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def _row(name: str, group: Group) -> list[str]:
    scores = [percent(group.scores[measure].value) for _, measure in _COLUMNS]
    times = [milliseconds(group.latency_ms.p50), milliseconds(group.latency_ms.p95)]
    return [name, str(group.n), *scores, *times]


def _table(title: str, split: Split) -> str:
    header = ["Loại câu hỏi", "Số câu", *(title for title, _ in _COLUMNS), "p50 ms", "p95 ms"]
    rows = [_row(name, group) for name, group in split.categories.items()]
    return f"{title}\n{aligned([header, *rows, _row(_TOTAL, split)])}"


def summary_text(summary: Summary) -> str:
    """A table per split and, with several splits, one over all of them."""
    tables = [_table(name, split) for name, split in summary.splits.items()]
    if len(summary.splits) > 1:
        tables.append(_table("Tất cả", summary.overall))
    return "\n\n".join([*tables, *_remarks(summary)])


def _remarks(summary: Summary) -> Iterable[str]:
    """Yield what a reader should not miss: twins that differ, splits too far apart."""
    if summary.twins:
        lines = [
            text(
                f"eval.twins_{kind.value}",
                n=score.n,
                differs=percent(score.differs),
                original=percent(score.original_passed),
                passed=percent(score.passed),
            )
            for kind, score in summary.twins.kinds.items()
        ]
        yield "\n".join(lines)
    for gap in split_gaps(summary):
        yield text("eval.gap", better=gap.better, worse=gap.worse, points=percent(gap.points / 100))


def problem_lines(summary: Summary) -> Iterable[str]:
    """Yield one line per item that could not be judged."""
    for item in summary.items:
        if item.problem:
            detail = (item.detail or "").strip().splitlines()
            yield f"{item.id}: {item.problem}: {detail[-1] if detail else ''}"
