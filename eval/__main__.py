"""The evaluation's commands: run, validate, retrieval, bench.

Exit status: 0 done, 1 an input was rejected or an item crashed, 2 usage.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from eval.console import problem_lines, summary_text
from eval.dataset import QASet, read_sets, shipped_sets
from ingest.errors import AssistantError

if TYPE_CHECKING:
    from index.settings import Settings

OK, REJECTED = 0, 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval", description="Đánh giá trợ lý trên các bộ câu hỏi."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="hỏi mọi câu của bộ câu hỏi, chấm điểm, lập báo cáo")
    _add_qa(run)
    run.add_argument("--out", type=Path, help="thư mục kết quả (mặc định: var/runs/<giờ UTC>)")
    validate = commands.add_parser("validate", help="kiểm tra bộ câu hỏi mà không hỏi trợ lý")
    _add_qa(validate)
    retrieval = commands.add_parser(
        "retrieval", help="so sánh tìm theo từ, theo nghĩa và kết hợp trên một kho văn bản"
    )
    retrieval.add_argument(
        "--queries", type=Path, required=True, help='JSONL: "id","question","doc"'
    )
    retrieval.add_argument("--corpus", type=Path, required=True, help='JSONL: "doc","text"')
    retrieval.add_argument("--out", type=Path, required=True, help="tệp JSON kết quả")
    bench = commands.add_parser("bench", help="đo thời gian và bộ nhớ của chính chương trình")
    _add_qa(bench)
    bench.add_argument("--out", type=Path, help="thư mục kết quả (mặc định: var/runs/<giờ UTC>)")
    bench.add_argument("--plans", type=Path, default=Path("plans"), help="thư mục các kế hoạch")
    return parser


def _add_qa(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--qa",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="bộ câu hỏi (JSONL)",
    )


def _sets(paths: Sequence[Path]) -> tuple[QASet, ...]:
    return read_sets(tuple(paths) or shipped_sets())


def _settings() -> "Settings":
    from index.settings import load_settings

    return load_settings()


def _run(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from app.chain import open_assistant
    from eval.case import ProblemKind
    from eval.record import current_snapshot, record, run_folder
    from eval.run import run_sets

    sets = _sets(options.qa)
    settings = _settings()
    assistant = open_assistant(settings)
    started = datetime.now(UTC)
    total = sum(len(qa_set.items) for qa_set in sets)
    walk = run_sets(sets, assistant, assistant.catalogue.plans())
    # Without a terminal (CI, a file) a bar would only be noise.
    cases = list(tqdm(walk, total=total, unit="câu", disable=not sys.stderr.isatty()))
    folder = options.out or run_folder(settings.home, started)
    snapshot = current_snapshot(settings.index_home)
    summary = record(folder, cases, created=started, snapshot=snapshot)
    print(summary_text(summary))
    for line in problem_lines(summary):
        print(line, file=sys.stderr)
    print(f"\nBáo cáo: {folder / 'report.html'}")
    crashed = any(item.problem == ProblemKind.CRASHED for item in summary.items)
    return REJECTED if crashed else OK


def _validate(options: argparse.Namespace) -> int:
    from app.chain import open_assistant
    from eval.validate import check_sets

    sets = _sets(options.qa)
    found = check_sets(sets, open_assistant(_settings()).catalogue.plans())
    for objection in found:
        print(objection)
    print(f"{sum(len(qa_set.items) for qa_set in sets)} câu, {len(found)} điểm cần xem lại")
    return REJECTED if found else OK


def _retrieval(options: argparse.Namespace) -> int:
    from eval.record import write_json
    from eval.retrieval import compare_retrieval, comparison_text

    comparison = compare_retrieval(options.queries, options.corpus, _settings())
    write_json(options.out, comparison)
    print(comparison_text(comparison))
    return OK


def _bench(options: argparse.Namespace) -> int:
    from eval.bench import bench, bench_text
    from eval.record import run_folder, write_json

    settings = _settings()
    figures = bench(_sets(options.qa), options.plans, settings)
    folder = options.out or run_folder(settings.home, datetime.now(UTC))
    write_json(folder / "bench.json", figures)
    print(bench_text(figures))
    return OK


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of one command; argparse itself exits with 2 on wrong usage."""
    options = _parser().parse_args(arguments)
    commands = {"run": _run, "validate": _validate, "retrieval": _retrieval, "bench": _bench}
    try:
        return commands[options.command](options)
    except AssistantError as exc:
        print(exc.user_message, file=sys.stderr)
        return REJECTED


if __name__ == "__main__":
    sys.exit(main())
