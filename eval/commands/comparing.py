"""Commands that set runs side by side: compare, gate, baseline."""

import argparse
import sys
from pathlib import Path

from eval.commands.common import OK, REJECTED, Commands, now, qa_files, settings
from eval.questions.twins import SHIPPED as SHIPPED_TWINS
from eval.summary import Summary, read_summary
from prompts import text


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    compare = commands.add_parser("compare", help="so sánh hai lượt chạy theo từng loại câu hỏi")
    compare.add_argument("before", type=Path, help="thư mục của lượt chạy trước")
    compare.add_argument("after", type=Path, help="thư mục của lượt chạy sau")
    compare.add_argument("--json", type=Path, metavar="FILE", help="ghi kết quả ra tệp JSON")
    compare.set_defaults(handler=_compare)

    gate = commands.add_parser("gate", help="kiểm tra một lượt chạy không kém mốc đã ghi nhận")
    _add_whole_run(gate)
    gate.set_defaults(handler=_gate)

    baseline = commands.add_parser(
        "baseline", help="lấy một lượt chạy làm mốc mới, in ra chênh lệch"
    )
    _add_whole_run(baseline)
    baseline.set_defaults(handler=_baseline)


def _add_whole_run(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "run",
        type=Path,
        nargs="?",
        help="thư mục của lượt chạy đủ mọi câu đi kèm (mặc định: chạy ngay)",
    )


def _whole_run(options: argparse.Namespace) -> Summary:
    """The chosen run; without one, a run of the shipped sets that is made now."""
    if options.run is not None:
        return read_summary(options.run)
    from app.chain import open_assistant
    from eval.evaluate import Evaluation, evaluate

    own = settings()
    asked = Evaluation(qa_files(()), own.home / "runs" / "gate", SHIPPED_TWINS)
    return evaluate(asked, open_assistant(own), own, now())


def _compare(options: argparse.Namespace) -> int:
    from eval.compare import compare, comparison_text
    from eval.configuration import differing_fields
    from eval.record import write_json

    before, after = read_summary(options.before), read_summary(options.after)
    found = compare(before.items, after.items)
    if options.json:
        write_json(options.json, found)
    changed = differing_fields(before.made_with, after.made_with)
    if changed:
        print(text("eval.compare_made_with", changed=", ".join(changed)))
    print(comparison_text(found))
    return OK


def _gate(options: argparse.Namespace) -> int:
    from eval.gate import objections, read_baseline

    baseline = read_baseline()
    found = objections(baseline, _whole_run(options).items)
    for objection in found:
        print(objection, file=sys.stderr)
    if not found:
        print(text("eval.gate_open"))
    return REJECTED if found else OK


def _baseline(options: argparse.Namespace) -> int:
    from eval import gate
    from eval.compare import compare, comparison_text

    items = _whole_run(options).items
    if gate.BASELINE.is_file():
        print(comparison_text(compare(gate.read_baseline(), items)))
    gate.write_baseline(items)
    print(text("eval.baseline_written", path=gate.BASELINE, n=len(items)))
    return OK
