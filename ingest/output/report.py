"""A run as one web page an administrator can read, keep and send: no scripts, nothing loaded.

What must be acted upon comes first: rejected files with what to do, then warnings, then all
files with what was read of them.
"""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from importlib import resources

from ingest.output.jsonl import all_warnings
from ingest.output.screen import mean_confidence
from ingest.plan import Plan, Table
from ingest.running.files import Skipped, printable
from ingest.running.outcome import Outcome
from ingest.tables.totals import Mismatch, examine_totals

_KINDS = {
    "docx": "Word",
    "doc": "Word 97-2003",
    "html": "Trang web",
    "text": "Văn bản thuần",
    "pdf": "PDF",
    "scan": "Bản quét",
    "xlsx": "Excel",
}
_POOR_PAGE = 0.7
_SHOWN_MISMATCHES = 5


@dataclass(frozen=True, slots=True)
class TableView:
    """A table's line; `totals` says whether they add up, `wrong` that some do not."""

    caption: str
    size: str
    totals: str
    wrong: bool
    mismatches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of the report, every value as it is shown; `plan` is None when it was rejected."""

    anchor: str
    name: str
    plan: Plan | None
    code: str
    message: str
    detail: str
    kind: str
    ocr: str
    poor_pages: str
    took: str
    tables: tuple[TableView, ...]
    warnings: tuple[str, ...]
    kept: bool
    sha256: str

    @property
    def n_wrong_tables(self) -> int:
        """How many tables have a total that does not add up."""
        return sum(table.wrong for table in self.tables)


def number_text(value: Decimal | float, places: int | None = None) -> str:
    """The number as it is written in Vietnamese: 1.234,5."""
    text = f"{value:,f}" if places is None else f"{value:,.{places}f}"
    return text.translate(str.maketrans(",.", ".,"))


def _mismatch(table: Table, mismatch: Mismatch) -> str:
    column = table.columns[mismatch.column]
    stated, computed = number_text(mismatch.stated), number_text(mismatch.computed)
    return f"Cột “{column}”: dòng tổng ghi {stated}, cộng các dòng được {computed}."


def _table_view(table: Table) -> TableView:
    check = examine_totals(table)
    wrong = len(check.mismatches)
    if wrong:
        totals = f"{wrong} trong {check.n_checked} số tổng không khớp với các dòng"
    elif check.n_checked:
        totals = f"{check.n_checked} số tổng khớp với các dòng"
    else:
        totals = "không có dòng tổng để kiểm tra"
    unit = f", đơn vị {table.unit}" if table.unit else ""
    size = f"{len(table.rows)} dòng × {len(table.columns)} cột{unit}"
    shown = tuple(_mismatch(table, found) for found in check.mismatches[:_SHOWN_MISMATCHES])
    caption = table.caption or f"Bảng {table.table_id + 1}"
    return TableView(caption, size, totals, wrong > 0, shown)


def _ocr(plan: Plan) -> str:
    return f"{len(plan.ocr)} trang, {mean_confidence(plan):.0%}" if plan.ocr else ""


def _poor_pages(plan: Plan) -> str:
    poor = [page for page in plan.ocr if page.confidence < _POOR_PAGE]
    return ", ".join(f"trang {page.page} ({page.confidence:.0%})" for page in poor)


def file_view(number: int, outcome: Outcome) -> FileView:
    """What the report says of the file with that number (from 0)."""
    plan, error = outcome.plan, outcome.error
    took = "đã đọc từ lần trước" if outcome.cached else f"{number_text(outcome.seconds, 1)} giây"
    return FileView(
        anchor=f"tep-{number + 1}",
        name=outcome.shown_name,
        plan=plan,
        code=error.code if error else "",
        message=error.user_message if error else "",
        detail=printable(error.detail) if error else "",
        kind=_KINDS.get(plan.kind, plan.kind) if plan else "",
        ocr=_ocr(plan) if plan else "",
        poor_pages=_poor_pages(plan) if plan else "",
        took=took,
        tables=tuple(map(_table_view, plan.tables)) if plan else (),
        warnings=tuple(all_warnings(outcome)),
        kept=outcome.kept,
        sha256=outcome.sha256,
    )


def render(outcomes: Sequence[Outcome], skipped: Sequence[Skipped], now: datetime) -> str:
    """The page in HTML."""
    from jinja2 import Environment, StrictUndefined

    def read(name: str) -> str:
        return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")

    css = read("report.css")
    files = [file_view(number, outcome) for number, outcome in enumerate(outcomes)]
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.from_string(read("report.html.j2")).render(
        css=css,
        # The page's own style and nothing else may have an effect, whatever the files contain.
        css_hash=base64.b64encode(hashlib.sha256(css.encode()).digest()).decode(),
        now=f"{now:%H:%M ngày %d/%m/%Y}",
        files=files,
        rejected=[file for file in files if file.plan is None],
        accepted=[file for file in files if file.plan is not None],
        has_pages=any(file.plan and file.plan.pages is not None for file in files),
        has_ocr=any(file.ocr for file in files),
        n_aside=sum(not file.kept for file in files),
        n_warned=sum(bool(file.warnings or file.n_wrong_tables) for file in files),
        skipped=[(printable(str(entry.path)), entry.reason) for entry in skipped],
    )
    # Text of a damaged file may hold half a surrogate pair.
    return page.encode("utf-8", "replace").decode("utf-8")
