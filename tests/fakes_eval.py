"""A tiny plan and an assistant that says what it is told, for the tests of the evaluation."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from app.answer import (
    Answer,
    ChatInput,
    Citation,
    Done,
    Passage,
    Said,
    Statement,
    Status,
    StreamEvent,
    Trace,
    Understood,
)
from eval.case import Case, shelve
from eval.predictions import predicted
from eval.questions.dataset import Evidence, QAItem
from eval.trace import ItemTrace, Problem, ProblemKind
from ingest.plan import Chunk, ChunkKind, NoteMark, Plan, Row, RowKind, Table

NOW = datetime(2026, 1, 31, 9, 30, tzinfo=UTC)
TEXT = (
    "Toàn tỉnh có 120 trạm phát sóng.\n"
    "Kinh phí 34,05 tỷ đồng.\n"
    "Cung cấp 333 DVC1 mức độ 3.\n"
    "1 Số hóa hồ sơ Sở A 5.000 3.000\n"
    "2 Xây cổng dữ liệu Sở B 1.000 500\n"
)


def span(part: str) -> tuple[int, int]:
    """Where `part` stands in TEXT."""
    start = TEXT.index(part)
    return start, start + len(part)


def _table() -> Table:
    rows = (
        ("1 Số hóa hồ sơ Sở A 5.000 3.000", ("Số hóa hồ sơ", "Sở A", Decimal(5000), Decimal(3000))),
        ("2 Xây cổng dữ liệu Sở B 1.000 500", ("Xây cổng dữ liệu", "Sở B", Decimal(1000), Decimal(500))),
    )  # fmt: skip
    return Table(
        table_id=0,
        section_id=None,
        caption="Danh mục dự án",
        unit="triệu đồng",
        columns=("Dự án", "Chủ đầu tư", "Năm 2023", "Năm 2024"),
        rows=tuple(
            Row(RowKind.DATA, str(i), None, cells, *span(text))
            for i, (text, cells) in enumerate(rows, start=1)
        ),
        start=span(rows[0][0])[0],
        end=span(rows[1][0])[1],
    )


def _chunks(plan_id: str) -> tuple[Chunk, ...]:
    """One chunk a line; the last two are the rows of the table."""
    chunks = []
    for i, line in enumerate(TEXT.splitlines()):
        row = i - 3 if i >= 3 else None
        kind, table_id = (ChunkKind.PARAGRAPH, None) if row is None else (ChunkKind.ROW, 0)
        start, end = span(line)
        chunk_id = f"{plan_id}:{i}"
        chunks.append(
            Chunk(chunk_id, plan_id, kind, None, (), (), start, end, line, None, table_id, row)
        )
    return tuple(chunks)


def make_plan(number: str = "12/KH-UBND", province: str = "Tỉnh A") -> Plan:
    """A plan of five lines with a footnote mark and a table of two rows."""
    mark = TEXT.index("DVC1") + 3
    plan_id = number.split("/", maxsplit=1)[0]
    return Plan(
        plan_id=plan_id,
        number=number,
        doc_type="Kế hoạch",
        title="Kế hoạch chính quyền số",
        province=province,
        issuer=f"UBND {province}",
        issued=date(2021, 10, 20),
        period=(2022, 2022),
        signer="Nguyễn Văn A",
        signer_title="Chủ tịch",
        sha256="0" * 64,
        source="a.txt",
        text=TEXT,
        chunks=_chunks(plan_id),
        tables=(_table(),),
        notes=(NoteMark("1", mark, mark + 1),),
    )


def cite(part: str, marker: int = 1, plan: Plan | None = None) -> Citation:
    """A citation of `part` of TEXT."""
    plan = plan or make_plan()
    start, end = span(part)
    return Citation(
        marker, plan.plan_id, plan.number, "Kế hoạch", "Phần I", part, start, end, f"c{marker}"
    )


def passage(text: str, number: str = "12/KH-UBND", score: float = 1.0) -> Passage:
    """A retrieved passage."""
    return Passage(number.split("/", maxsplit=1)[0], number, "Phần I", text, score, "c")


def answer(
    text: str,
    *citations: Citation,
    status: Status = Status.ANSWERED,
    passages: tuple[Passage, ...] = (),
    standalone: str = "đã hiểu",
) -> Answer:
    """An answer of one statement that cites all of `citations`."""
    markers = tuple(citation.marker for citation in citations)
    return Answer(
        status,
        (Statement(text, markers),),
        citations,
        trace=Trace(standalone=standalone, writer="quoting", passages=passages),
    )


def item(**changes: object) -> QAItem:
    """An answerable item about the number of stations."""
    fields: dict[str, object] = {
        "id": "q1",
        "category": "figure",
        "turns": ("Có bao nhiêu trạm?",),
        "must": (("120",),),
        "evidence": (Evidence(doc="12/KH-UBND", quote="Toàn tỉnh có 120 trạm"),),
        "answerable": True,
    }
    return QAItem.model_validate(fields | changes)


def case(given: Answer, qa_item: QAItem | None = None, *plans: Plan) -> Case:
    """The case of an answer."""
    qa_item = qa_item or item()
    prediction = predicted(qa_item.id, given, 10.0)
    trace = ItemTrace(id=qa_item.id)
    return Case("bo", qa_item, prediction, shelve(plans or (make_plan(),)), trace)


def problem_case(kind: ProblemKind, given: Answer, qa_item: QAItem | None = None) -> Case:
    """The case of an answer that cannot be judged."""
    plain = case(given, qa_item)
    problem = Problem(kind=kind, message="hỏng", detail="Traceback: hỏng")
    return replace(plain, trace=plain.trace.model_copy(update={"problem": problem}))


class ScriptedAssistant:
    """Answers by message; raises what the script holds when that is an exception."""

    def __init__(self, script: dict[str, Answer | Exception]) -> None:
        self.script = script
        self.asked: list[ChatInput] = []

    def stream(self, chat_input: ChatInput, /) -> Iterator[StreamEvent]:
        """What the script says to the message, event by event."""
        self.asked.append(chat_input)
        scripted = self.script[chat_input.message]
        if isinstance(scripted, Exception):
            raise scripted
        yield Understood(scripted.trace.standalone)
        for statement in scripted.statements:
            yield Said(statement)
        yield Done(scripted)
