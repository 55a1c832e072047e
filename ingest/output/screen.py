"""What a person at a terminal sees of a run: a line for each file, bars while it lasts."""

import sys
from types import TracebackType
from typing import Protocol

from ingest.errors import RejectedFileError
from ingest.output.jsonl import all_warnings
from ingest.plan import Plan
from ingest.running.batch import Step
from ingest.running.files import Skipped, printable
from ingest.running.outcome import Outcome
from ingest.tables.totals import examine_totals

_SHOWN_WARNINGS = 10


class _Bar(Protocol):
    """What is used of tqdm, which has no types."""

    total: int | None
    n: int

    def update(self, n: int) -> object: ...

    def refresh(self) -> object: ...

    def close(self) -> object: ...


def _number(value: float) -> str:
    """One decimal, with the comma of Vietnamese."""
    return f"{value:.1f}".replace(".", ",")


def mean_confidence(plan: Plan) -> float:
    """The mean over the pages that OCR read, 0 to 1; 0 when it read none."""
    return sum(page.confidence for page in plan.ocr) / max(1, len(plan.ocr))


def _tables(plan: Plan) -> str:
    checks = [examine_totals(table) for table in plan.tables]
    wrong = sum(len(check.mismatches) for check in checks)
    if wrong:
        return f"{len(checks)} bảng ({wrong} số tổng không khớp)"
    if any(check.n_checked for check in checks):
        return f"{len(checks)} bảng (các số tổng khớp)"
    return f"{len(checks)} bảng"


def summary(plan: Plan) -> str:
    """One line on an ingested plan."""
    period = "-".join(str(year) for year in dict.fromkeys(plan.period))
    parts = [f"{len(plan.sections)} mục", f"{len(plan.chunks)} đoạn", _tables(plan)]
    if plan.pages is not None:
        parts.append(f"{plan.pages} trang")
    if plan.ocr:
        parts.append(f"nhận dạng chữ {len(plan.ocr)} trang, độ tin cậy {mean_confidence(plan):.0%}")
    return (
        f"{plan.doc_type} {plan.number} ngày {plan.issued:%d/%m/%Y}, {plan.issuer}, kỳ {period}:"
        f" {', '.join(parts)}"
    )


def rejected_text(name: str, error: RejectedFileError) -> str:
    """The line of a rejected file."""
    return printable(f"TỪ CHỐI  {name}: {error.user_message}")


def skipped_text(skipped: Skipped) -> str:
    """The line of a thing that is no document."""
    return printable(f"BỎ QUA   {skipped.path}: {skipped.reason}.")


def notice_text(name: str, sentence: str) -> str:
    """The line of a warning that is known only once all files are read."""
    return printable(f"LƯU Ý    {name}: {sentence}")


def texts_of(outcome: Outcome) -> list[str]:
    """The file's line, then one for each warning; nothing in them commands a terminal."""
    name = str(outcome.path)
    if outcome.error:
        return [rejected_text(name, outcome.error)]
    if outcome.plan is None:
        return []
    took = "đã đọc từ lần trước" if outcome.cached else f"{_number(outcome.seconds)} giây"
    warnings = all_warnings(outcome)
    notes = [f"         Lưu ý: {sentence}" for sentence in warnings[:_SHOWN_WARNINGS]]
    if len(warnings) > _SHOWN_WARNINGS:
        n_more = len(warnings) - _SHOWN_WARNINGS
        notes.append(f"         Còn {n_more} lưu ý khác: xem đủ bằng --html hoặc --json.")
    return list(map(printable, [f"ĐÃ NẠP   {name}: {summary(outcome.plan)}, {took}", *notes]))


class Bars:
    """A bar of files and, once OCR runs, one of pages, on stderr when it is a terminal."""

    def __init__(self) -> None:
        from tqdm import tqdm

        self._files = tqdm(unit="tệp", file=sys.stderr, disable=None)
        self._pages: _Bar | None = None

    def __enter__(self) -> "Bars":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for bar in (self._pages, self._files):
            if bar is not None:
                bar.close()

    def show(self, step: Step) -> None:
        """Draw how far the run is."""
        from tqdm import tqdm

        if self._files.disable:
            return
        self._files.total = step.n_files
        self._files.set_description_str(step.file[:40], refresh=False)
        self._files.update(step.files_done - self._files.n)
        if step.n_pages:
            if self._pages is None:
                self._pages = tqdm(
                    unit="trang", desc="Nhận dạng chữ", file=sys.stderr, position=1, leave=False
                )
            self._pages.total = step.n_pages
            self._pages.update(step.pages_done - self._pages.n)
            self._pages.refresh()
        self._files.refresh()

    def say(self, line: str) -> None:
        """Print a line on stdout, above the bars."""
        if self._files.disable:
            print(line, flush=True)
        else:
            self._files.write(line, file=sys.stdout)
            sys.stdout.flush()
