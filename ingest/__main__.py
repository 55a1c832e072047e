"""`python -m ingest FILE|DIR… [--json OUT.jsonl] [--html OUT.html]`: a line per file.

Exit 0: all ingested. 1: some input was rejected or an output cannot be written. 2: wrong usage.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ingest.errors import AssistantError, IngestError
from ingest.output.jsonl import outcome_line
from ingest.output.screen import Bars, notice_text, skipped_text, texts_of
from ingest.output.writing import write_whole
from ingest.running.batch import Batch
from ingest.running.cache import PlanCache
from ingest.running.duplicates import settle
from ingest.running.files import printable, survey
from ingest.running.outcome import Outcome
from ingest.running.settings import load_ingest_home

OK, REJECTED, INTERRUPTED = 0, 1, 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m ingest", description="Đọc các tệp kế hoạch và cho biết kết quả từng tệp."
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="TỆP|THƯ_MỤC")
    parser.add_argument("--json", type=Path, metavar="RA.jsonl", help="ghi kết quả đầy đủ ra tệp")
    parser.add_argument("--html", type=Path, metavar="RA.html", help="ghi báo cáo dạng trang web")
    return parser


def _cannot_write(file: Path, reason: str) -> IngestError:
    return IngestError(f"Không ghi được {printable(str(file))}: {printable(reason)}.")


def _write(file: Path, text: str) -> None:
    """Raises IngestError; then nothing is left half written."""
    try:
        write_whole(file, text.encode("utf-8", "replace"), mode=0o644)
    except OSError as exc:
        raise _cannot_write(file, exc.strerror or "") from exc


def _read_all(files: Sequence[Path]) -> tuple[Outcome, ...]:
    """The outcomes, each told on the screen as soon as it is known."""
    home = load_ingest_home()
    outcomes: list[Outcome] = []
    with Bars() as bars:
        batch = Batch(home.limits, PlanCache(home.cache_folder), bars.show)
        for outcome in batch.outcomes(files):
            outcomes.append(outcome)
            for line in texts_of(outcome):
                bars.say(line)
    settled = settle(outcomes)
    for before, after in zip(outcomes, settled, strict=True):
        for sentence in after.warnings[len(before.warnings) :]:
            print(notice_text(str(after.path), sentence))
    return settled


def _run(paths: Sequence[Path], json: Path | None, html: Path | None) -> int:
    for target in filter(None, (json, html)):
        if not target.parent.is_dir():  # better known before hours of OCR than after
            raise _cannot_write(target, "không có thư mục này")
    found = survey(paths)
    for skipped in found.skipped:
        print(skipped_text(skipped))
    if not found.files:
        raise IngestError("Không có tệp nào để nạp. Hãy đặt tệp kế hoạch vào thư mục.")
    outcomes = _read_all(found.files)
    if json:
        _write(json, "".join(outcome_line(outcome) + "\n" for outcome in outcomes))
    if html:
        from ingest.output.report import render

        _write(html, render(outcomes, found.skipped, datetime.now().astimezone()))
    return REJECTED if any(outcome.error for outcome in outcomes) else OK


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 all ingested, 1 some input rejected (argparse exits with 2 on misuse)."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.json and options.json == options.html:
        parser.error("--json và --html phải là hai tệp khác nhau")
    try:
        return _run(options.paths, options.json, options.html)
    except AssistantError as error:
        print(error.user_message, file=sys.stderr)
        return REJECTED
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu. Các tệp đã đọc xong không phải đọc lại.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # "| head" wants no more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REJECTED


if __name__ == "__main__":
    sys.exit(main())
