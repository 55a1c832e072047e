"""A small hand-made plan and an assistant for the screen whose every answer is known."""

from collections.abc import Iterator
from datetime import date

from app.answer import (
    Answer,
    ChatInput,
    Citation,
    ComparisonCell,
    ComparisonRow,
    ComparisonTable,
    Done,
    Notice,
    NoticeKind,
    Said,
    Statement,
    Status,
    StreamEvent,
    Trace,
    Understood,
)
from app.ui.talk import Exchanges, respond
from ingest.plan import Plan, Section

GOAL = "100% hồ sơ công việc tại cấp tỉnh được xử lý trên môi trường mạng.[1]"
BUDGET = "Tổng kinh phí thực hiện Kế hoạch là 1.234 triệu đồng."
HOSTILE = (
    '<script>alert("x")</script> <img src=x onerror=alert(1)> [chữ](http://x.example) **đậm** [2]'
)

TEXT = "\n".join(
    (
        "KẾ HOẠCH",
        "Phần I",
        "MỤC TIÊU",
        "I. MỤC TIÊU CHUNG",
        "Xây dựng chính quyền số phục vụ người dân.",
        "II. MỤC TIÊU CỤ THỂ",
        "Đến hết năm, tỉnh phấn đấu đạt các mục tiêu sau.",
        GOAL,
        HOSTILE,
        "Phần II",
        "KINH PHÍ",
        BUDGET,
        "Kinh phí lấy từ ngân sách tỉnh.",
    )
)


def span(passage: str) -> tuple[int, int]:
    """Where the passage stands in TEXT."""
    start = TEXT.index(passage)
    return start, start + len(passage)


def section(
    section_id: int, label: str, heading: str, first: str, end: int, **more: object
) -> Section:
    """A section that begins at the line `first`."""
    parent, level = more.get("parent"), more.get("level", 1)
    path = (str(more["outer"]), label) if "outer" in more else (label,)
    return Section(section_id, parent, label, heading, level, path, TEXT.index(first), end)


_PART_TWO = TEXT.index("Phần II")
_SPECIFIC = TEXT.index("II. MỤC TIÊU CỤ THỂ")
SECTIONS = (
    section(0, "Phần I", "MỤC TIÊU", "Phần I\n", _PART_TWO),
    section(1, "I", "MỤC TIÊU CHUNG", "I. MỤC", _SPECIFIC, parent=0, level=2, outer="Phần I"),
    section(2, "II", "MỤC TIÊU CỤ THỂ", "II. MỤC", _PART_TWO, parent=0, level=2, outer="Phần I"),
    section(3, "Phần II", "KINH PHÍ", "Phần II\n", len(TEXT)),
)


def plan(plan_id: str = "an-nam", province: str = "An Nam", number: str = "11/KH-UBND") -> Plan:
    """The hand-made plan of a province that does not exist."""
    return Plan(
        plan_id=plan_id,
        number=number,
        doc_type="Kế hoạch",
        title="Kế hoạch chính quyền số",
        province=province,
        issuer=f"UBND tỉnh {province}",
        issued=date(2021, 3, 9),
        period=(2022, 2022),
        signer="Nguyễn Văn A",
        signer_title="Chủ tịch",
        sha256="0" * 64,
        source="an-nam.txt",
        text=TEXT,
        sections=SECTIONS,
    )


def citation(
    passage: str, marker: int = 1, of: Plan | None = None, place: str = "Phần I, mục II"
) -> Citation:
    """A citation of the passage."""
    of = of or plan()
    start, end = span(passage)
    document = f"Kế hoạch số {of.number} ngày 9/3/2021 của UBND tỉnh {of.province}"
    return Citation(
        marker, of.plan_id, of.number, document, place, passage, start, end, f"{of.plan_id}-{start}"
    )


class FakeCatalogue:
    """Two plans with one text."""

    def __init__(self) -> None:
        self._plans = (plan(), plan("binh-bac", "Bình Bắc", "22/KH-UBND"))

    def plan(self, plan_id: str, /) -> Plan:
        return {held.plan_id: held for held in self._plans}[plan_id]

    def plans(self) -> tuple[Plan, ...]:
        return self._plans


class FakeAssistant:
    """Answers by the words of the message; keeps the requests it was given."""

    def __init__(self) -> None:
        self.requests: list[ChatInput] = []
        self.catalogue = FakeCatalogue()

    def stream(self, request: ChatInput, /) -> Iterator[StreamEvent]:
        self.requests.append(request)
        standalone = f"{request.message} (lượt {len(request.history) + 1})"
        yield Understood(standalone)
        message = request.message.lower()
        if "so sánh" in message:
            yield Done(comparison(self.catalogue.plans(), standalone))
        elif "hỏng" in message:
            raise RuntimeError("hỏng thật")
        elif "mục tiêu" in message or "kinh phí" in message:
            yield from _told(standalone)
        else:
            reason = Statement("Kho dữ liệu không có kế hoạch nào nói về nội dung này.")
            yield Said(reason)
            yield Done(Answer(Status.DECLINED, (reason,), trace=Trace(standalone=standalone)))


def _told(standalone: str) -> Iterator[StreamEvent]:
    """Three statements with two citations, one of hostile text."""
    lead = Statement(BUDGET, (1,), lead="1.234 triệu đồng")
    goal = Statement(GOAL, (2,), bullet=True)
    hostile = Statement(HOSTILE, (3,), bullet=True)
    citations = (citation(BUDGET, 1, place="Phần II"), citation(GOAL, 2), citation(HOSTILE, 3))
    said = (lead, goal, hostile)
    for statement, proof in zip(said, citations, strict=True):
        yield Said(statement, (proof,))
    notice = Notice(NoticeKind.TEXT_CUT, "Phụ lục của kế hoạch không có trong tệp.")
    yield Done(
        Answer(
            Status.ANSWERED,
            said,
            citations,
            notices=(notice,),
            trace=Trace(standalone=standalone),
        )
    )


def comparison(plans: tuple[Plan, ...], standalone: str) -> Answer:
    """A table with one proved cell a province and one that nothing proves."""
    rows = tuple(
        ComparisonRow(
            held.province,
            (ComparisonCell(BUDGET, (place,)), ComparisonCell("không nêu trong kế hoạch")),
        )
        for place, held in enumerate(plans, start=1)
    )
    proofs = tuple(
        citation(BUDGET, place, held, "Phần II") for place, held in enumerate(plans, start=1)
    )
    lead = Statement("So sánh kinh phí của An Nam và Bình Bắc:")
    table = ComparisonTable(("Tổng kinh phí", "Vốn trung ương"), rows)
    return Answer(Status.ANSWERED, (lead,), proofs, table, trace=Trace(standalone=standalone))


def talk(*messages: str, assistant: FakeAssistant | None = None) -> Exchanges:
    """The conversation after the messages."""
    assistant = assistant or FakeAssistant()
    exchanges: Exchanges = ()
    for message in messages:
        *_, exchanges = respond(assistant, exchanges, message)
    return exchanges
