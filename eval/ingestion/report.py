"""The scores of a run of ingestion per kind of file: figures for a file, a table to print."""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel

from eval.console import aligned, percent
from eval.ingestion.running import Outcome
from eval.ingestion.scores import Count, FileScore, Match, score_file

_HEADER = (
    "Loại tệp", "Số tệp", "Siêu dữ liệu %", "Mục lục F1 %", "Ô bảng %", "Câu dò %", "Giây",
    "Trang/s", "MB/s",
)  # fmt: skip


class KindFigures(BaseModel):
    """The figures of one kind of file; shares from 0 to 1, None where there is nothing to score."""

    kind: str
    n_files: int
    n_rejected: int
    metadata: float | None
    outline_f1: float | None
    cells: float | None
    probes: float | None
    seconds: float
    pages_per_s: float | None
    mb_per_s: float | None


class Figures(BaseModel):
    """The figures of a run: per kind and over all kinds."""

    kinds: tuple[KindFigures, ...]
    total: KindFigures


def score_outcomes(outcomes: Iterable[Outcome]) -> list[FileScore]:
    """The scores of the outcomes, in their order."""
    return [score_file(one.truth, one.found.plan, one.problem) for one in outcomes]


def _kind(name: str, outcomes: Sequence[Outcome], scores: Sequence[FileScore]) -> KindFigures:
    seconds = sum(one.seconds for one in outcomes)
    pages = sum(one.truth.plan.pages or 0 for one in outcomes)
    size_mb = sum(one.n_bytes for one in outcomes) / 1e6
    return KindFigures(
        kind=name,
        n_files=len(outcomes),
        n_rejected=sum(one.found.plan is None for one in outcomes),
        metadata=sum((score.metadata for score in scores), Count()).share,
        outline_f1=sum((score.outline for score in scores), Match()).f1,
        cells=sum((score.cells for score in scores), Count()).share,
        probes=sum((score.probes for score in scores), Count()).share,
        seconds=seconds,
        pages_per_s=pages / seconds if pages and seconds else None,
        mb_per_s=size_mb / seconds if seconds else None,
    )


def figures(outcomes: Sequence[Outcome], scores: Sequence[FileScore]) -> Figures:
    """The figures per kind, in the order in which kinds first appear, pooled over their files."""
    pairs = list(zip(outcomes, scores, strict=True))
    kinds = []
    for name in dict.fromkeys(score.kind for score in scores):
        own = [(outcome, score) for outcome, score in pairs if score.kind == name]
        kinds.append(_kind(name, [o for o, _ in own], [s for _, s in own]))
    return Figures(kinds=tuple(kinds), total=_kind("Tổng", outcomes, scores))


def _decimal(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace(".", ",")


def _row(one: KindFigures) -> list[str]:
    shares = (one.metadata, one.outline_f1, one.cells, one.probes)
    rates = (one.seconds, one.pages_per_s, one.mb_per_s)
    return [one.kind, str(one.n_files), *map(percent, shares), *map(_decimal, rates)]


def figures_text(found: Figures) -> str:
    """The figures as a table with a row per kind and one over all."""
    return aligned([_HEADER, *map(_row, found.kinds), _row(found.total)])


def miss_lines(scores: Iterable[FileScore]) -> Iterable[str]:
    """Yield the mistakes of each file, except of files kept aside, which nobody may study."""
    for score in scores:
        if score.kept_aside or not (score.misses or score.extra_tables):
            continue
        yield f"{score.file}:"
        yield from (f"  {miss}" for miss in score.misses)
        if score.extra_tables:
            yield f"  thừa {score.extra_tables} bảng"
