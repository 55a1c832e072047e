"""What a whole plan costs: the sum under its heading on money, or the total row of its table."""

import re
from collections.abc import Iterator
from decimal import Decimal

from app.reading.figures import Picked, spaced
from app.reading.finding import Finding
from app.reading.sentences import Span, sentences
from app.tabular.columns import columns_of
from app.words import wording
from app.words.years import PERIOD
from ingest.plan import Plan, Quantity, RowKind, Table
from ingest.quantities import canonical, format_number, parse_quantities

_MONEY_UNIT = "đồng"
# "IV. KINH PHÍ THỰC HIỆN", "Nhu cầu vốn", "1. Dự toán kinh phí": a part on the money of the plan.
_HEADING = wording.any_of(
    r"kinh phi", r"nhu cau von", r"von", r"du toan", r"ngan sach", r"tai chinh"
)
_TOTAL = wording.any_of(r"tong", r"du toan", r"du kien", r"nhu cau", r"bo tri", r"khoang")
# All that a question about the whole cost may say beside the money itself.
_BARE = wording.any_of(
    r"tong(?: cong)?", r"toan(?: bo)?", r"chung", r"so tien", r"tien", r"kinh phi", r"von", r"ngan sach", r"du toan", r"nhu cau", r"chi phi", r"so",
    r"du kien", r"dau tu", r"muc", r"chi", r"bo tri", r"thuc hien", r"trien khai", r"can", r"nguon", r"danh cho", r"cho", r"ke hoach", r"ca", r"het", r"trong", r"bang", r"ty", r"trieu", r"dong", r"thuc",
    r"cua", r"ton", r"huy dong", r"nguon luc", r"tai chinh", r"quy mo", r"\d+",
)  # fmt: skip
# "Kinh phí của An Giang": without anything that it is for, the money is the plan's.
_MONEY_ALONE = re.compile(
    r"(?:(?:muc|so|tong) )?(?:kinh phi|ngan sach|du toan|chi phi|tien|von(?: dau tu)?)(?: (?:thuc hien|trien khai|du kien|can))*\W*"
).fullmatch
_ALL = wording.any_of(
    r"tong(?: cong)?", r"toan(?: bo)?", r"chung", r"ca ke hoach", r"het", r"ke hoach"
)


def asks_whole_cost(topic: str, question: str) -> bool:
    """Whether nothing but the money of the whole plan is asked for."""
    folded = wording.folded(topic)
    speaks = wording.MONEY.search(folded)
    whole = _ALL.search(folded) or _ALL.search(wording.folded(question)) or _MONEY_ALONE(folded)
    return bool(speaks and whole) and not _BARE.sub(" ", folded).strip(" ,.?")


def whole_cost(plan: Plan) -> Finding | None:
    """The passage that states what the plan costs as a whole, its sum as the figure."""
    stated = list(_stated(plan))
    if stated:
        return max(stated, key=lambda found: (found.score, _value(found)))
    totals = list(_totals(plan))
    return max(totals, key=_value, default=None)


def _value(finding: Finding) -> Decimal:
    return canonical(finding.figure.quantity)[0] if finding.figure else Decimal(0)


def _stated(plan: Plan) -> Iterator[Finding]:
    """The sentences with sums under headings on money, for the plan's own years."""
    for chunk in plan.chunks:
        heading = wording.folded(" ".join(chunk.headings[-2:]))
        if chunk.table_id is not None or not _HEADING.search(heading):
            continue
        for sentence in sentences(chunk.text, chunk.start):
            text = sentence.of(plan.text)
            sums = [
                quantity
                for quantity in parse_quantities(text, plan.notes, sentence.start)
                if canonical(quantity)[1] == _MONEY_UNIT
            ]
            if not sums or not _of_own_years(plan, text):
                continue
            score = float(bool(_TOTAL.search(wording.folded(text))))
            largest = max(sums, key=lambda quantity: canonical(quantity)[0])
            lead = spaced(" ".join(plan.reading(largest.start, largest.end).split()))
            picked = Picked(largest, 1.0, 0.0, lead)
            focus = Span(largest.start, largest.end)
            yield Finding(plan, chunk, sentence, focus, lead, picked, score, 1.0)


def _of_own_years(plan: Plan, text: str) -> bool:
    """Whether the years of a sentence, if any, reach the plan's period."""
    years = [int(last or first) for first, last in PERIOD.findall(text)]
    return not years or max(years) >= plan.period[0]


def _totals(plan: Plan) -> Iterator[Finding]:
    """The total rows of tables whose numbers are money and have one column of totals."""
    for table in plan.tables:
        column = _total_column(table)
        if column is None or _MONEY_UNIT not in table.unit:
            continue
        for index, row in enumerate(table.rows):
            value = row.cells[column] if row.kind is RowKind.TOTAL else None
            chunk = next(
                (c for c in plan.chunks if c.table_id == table.table_id and c.row_index == index),
                None,
            )
            if chunk is None or not isinstance(value, Decimal):
                continue
            span = Span(chunk.start, chunk.end)
            unit = table.unit.lower()
            lead = f"{format_number(value)} {unit}"
            quantity = Quantity(value, unit, lead, chunk.start, chunk.end)
            yield Finding(plan, chunk, span, span, lead, Picked(quantity, 1.0, 0.0, lead), 1.0, 1.0)


def _total_column(table: Table) -> int | None:
    """The column that adds up the others, or the only one of numbers."""
    found = columns_of(table)
    if found.total is not None:
        return found.total
    return found.numeric[0] if len(found.numeric) == 1 else None
