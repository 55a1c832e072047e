"""Predictions: what the assistant said to each item, in the exact contract of design §6.

Other programs read predictions.jsonl; its fields are not for this room to change.
"""

from pydantic import BaseModel, ConfigDict

from app.answer import Answer, ComparisonTable
from app.render import answer_text

FAILED = "failed"
"""The status of an item whose answering crashed; the other statuses are `app.answer.Status`."""


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CitedPassage(_Line):
    """A citation of the answer; `quote == plan.text[start:end]` of the plan numbered `plan`."""

    marker: int
    plan: str
    section: str
    quote: str
    page: int | None
    start: int
    end: int


class PredictedCell(_Line):
    """A cell of a comparison and the citations that prove it."""

    text: str
    markers: tuple[int, ...]


class PredictedRow(_Line):
    """One province's cells, aligned with the table's columns."""

    province: str
    cells: tuple[PredictedCell, ...]


class PredictedTable(_Line):
    """A comparison as data."""

    columns: tuple[str, ...]
    rows: tuple[PredictedRow, ...]


class RetrievedPassage(_Line):
    """A passage that the writer saw; their order in the list is their rank."""

    plan: str
    section: str
    text: str
    score: float


class Prediction(_Line):
    """One line of predictions.jsonl; `latency_ms` is that of the judged turn alone."""

    id: str
    understood: str
    status: str
    writer: str
    answer: str
    citations: tuple[CitedPassage, ...] = ()
    table: PredictedTable | None = None
    notices: tuple[str, ...] = ()
    retrieved: tuple[RetrievedPassage, ...] = ()
    latency_ms: float


def _citations(answer: Answer) -> tuple[CitedPassage, ...]:
    return tuple(
        CitedPassage(
            marker=citation.marker,
            plan=citation.number,
            section=citation.section,
            quote=citation.quote,
            page=citation.page,
            start=citation.start,
            end=citation.end,
        )
        for citation in answer.citations
    )


def _table(table: ComparisonTable | None) -> PredictedTable | None:
    if table is None:
        return None
    rows = tuple(
        PredictedRow(
            province=row.province,
            cells=tuple(PredictedCell(text=cell.text, markers=cell.markers) for cell in row.cells),
        )
        for row in table.rows
    )
    return PredictedTable(columns=table.columns, rows=rows)


def predicted(item_id: str, answer: Answer, latency_ms: float) -> Prediction:
    """The prediction that records an answer, its trace and how long it took."""
    return Prediction(
        id=item_id,
        understood=answer.trace.standalone,
        status=answer.status.value,
        writer=answer.trace.writer,
        answer=answer_text(answer),
        citations=_citations(answer),
        table=_table(answer.table),
        notices=tuple(notice.text for notice in answer.notices),
        retrieved=tuple(
            RetrievedPassage(
                plan=passage.number,
                section=passage.section,
                text=passage.text,
                score=passage.score,
            )
            for passage in answer.trace.passages
        ),
        latency_ms=round(latency_ms, 3),
    )


def crashed(item_id: str, latency_ms: float) -> Prediction:
    """The prediction of an item that raised: nothing understood, nothing said."""
    return Prediction(
        id=item_id,
        understood="",
        status=FAILED,
        writer="",
        answer="",
        latency_ms=round(latency_ms, 3),
    )
