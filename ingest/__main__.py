"""`python -m ingest FILE|DIR… [--json OUT.jsonl]`: a line per file; exit 0 ok, 1 some rejected."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.errors import RejectedFileError
from ingest.jsonl import ok_line, rejected_line, warnings_of
from ingest.pipeline import EXTENSIONS, find_files, ingest_file
from ingest.plan import Plan

OK, REJECTED = 0, 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m ingest", description="Đọc các tệp kế hoạch và cho biết kết quả từng tệp."
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="TỆP|THƯ_MỤC")
    parser.add_argument("--json", type=Path, metavar="RA.jsonl", help="ghi kết quả đầy đủ ra tệp")
    return parser


def _printable(text: str) -> str:
    """The text without what a terminal would obey or cannot write."""
    safe = "".join(char if char.isprintable() else "?" for char in text)
    return safe.encode("utf-8", "replace").decode("utf-8")


def summary(plan: Plan) -> str:
    """One line on an ingested plan."""
    period = "-".join(str(year) for year in dict.fromkeys(plan.period))
    return (
        f"{plan.doc_type} {plan.number} ngày {plan.issued:%d/%m/%Y}, {plan.issuer}, kỳ {period}:"
        f" {len(plan.sections)} mục, {len(plan.chunks)} đoạn, {len(plan.tables)} bảng"
    )


def _ingest(path: Path) -> tuple[bool, list[str], str]:
    """(accepted, lines for the screen, JSON line) of one file."""
    name = _printable(str(path))
    try:
        plan = ingest_file(path)
    except RejectedFileError as error:
        return False, [f"TỪ CHỐI  {name}: {error.user_message}"], rejected_line(str(path), error)
    notes = [f"         Lưu ý: {sentence}" for sentence in warnings_of(plan)]
    return True, [f"ĐÃ NẠP   {name}: {summary(plan)}", *notes], ok_line(str(path), plan)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 all ingested, 1 some input rejected (argparse exits with 2 on misuse)."""
    options = _parser().parse_args(arguments)
    files = find_files(options.paths)
    if not files:
        kinds = ", ".join(EXTENSIONS)
        print(f"Không có tệp nào để nạp. Hãy đặt tệp {kinds} vào thư mục.", file=sys.stderr)
        return REJECTED
    accepted = True
    json_lines = []
    for path in files:
        ok, lines, json_line = _ingest(path)
        accepted &= ok
        json_lines.append(json_line + "\n")
        print("\n".join(map(_printable, lines)), flush=True)
    if options.json:
        try:
            options.json.write_text("".join(json_lines), encoding="utf-8")
        except OSError as error:
            reason = _printable(error.strerror or "")
            print(f"Không ghi được {_printable(str(options.json))}: {reason}.", file=sys.stderr)
            return REJECTED
    return OK if accepted else REJECTED


if __name__ == "__main__":
    sys.exit(main())
