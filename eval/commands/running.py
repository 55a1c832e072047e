"""Commands that ask the assistant or its retriever: run, score, ablate, retrieval, scale."""

import argparse
import sys
from pathlib import Path

from eval.commands.common import (
    OK,
    REJECTED,
    Commands,
    add_qa,
    add_run_folder,
    add_twins,
    now,
    qa_files,
    settings,
)
from eval.console import problem_lines, summary_text
from eval.questions.dataset import read_sets
from eval.summary import Summary
from index.search.parts import PART_NAMES
from prompts import text


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    run = commands.add_parser("run", help="hỏi mọi câu của bộ câu hỏi, chấm điểm, lập báo cáo")
    add_qa(run)
    add_run_folder(run)
    run.add_argument(
        "--resume", action="store_true", help="tiếp tục lượt chạy dở dang trong thư mục --out"
    )
    run.add_argument(
        "--without",
        nargs="+",
        choices=PART_NAMES,
        default=[],
        help="tắt một phần của việc tìm kiếm",
    )
    add_twins(run)
    run.set_defaults(handler=_run)

    score = commands.add_parser("score", help="chấm điểm các câu trả lời đã có sẵn")
    add_qa(score)
    add_run_folder(score)
    score.add_argument(
        "--predictions", type=Path, required=True, help="predictions.jsonl, đủ mọi câu hỏi"
    )
    score.set_defaults(handler=_score)

    ablate = commands.add_parser("ablate", help="tắt lần lượt từng phần của việc tìm kiếm và so")
    add_qa(ablate)
    add_run_folder(ablate)
    ablate.set_defaults(handler=_ablate)

    retrieval = commands.add_parser(
        "retrieval", help="so sánh tìm theo từ, theo nghĩa và kết hợp trên một kho văn bản"
    )
    retrieval.add_argument(
        "--queries", type=Path, required=True, help='JSONL: "id","question","doc"'
    )
    retrieval.add_argument("--corpus", type=Path, required=True, help='JSONL: "doc","text"')
    retrieval.add_argument("--out", type=Path, required=True, help="tệp JSON kết quả")
    retrieval.set_defaults(handler=_retrieval)

    scale = commands.add_parser("scale", help="đo việc tìm kiếm khi có thêm rất nhiều văn bản")
    add_qa(scale)
    add_run_folder(scale)
    scale.add_argument("--plans", type=Path, default=Path("plans"), help="thư mục các kế hoạch")
    scale.add_argument(
        "--ballast", type=Path, required=True, help='JSONL hoặc .jsonl.xz: "title","text"'
    )
    scale.set_defaults(handler=_scale)


def _run(options: argparse.Namespace) -> int:
    from app.chain import open_assistant
    from eval.evaluate import Evaluation, evaluate
    from eval.record import run_folder
    from index.search.parts import Parts

    own = settings()
    created = now()
    if options.resume and options.out is None:
        print(text("eval.resume_needs_out"), file=sys.stderr)
        return REJECTED
    asked = Evaluation(
        files=qa_files(options.qa),
        folder=options.out or run_folder(own.home, created),
        parts=Parts(**dict.fromkeys(options.without, False)),
        twins=options.twins,
        resume=options.resume,
    )
    read_sets(asked.files)  # a malformed file is told before anything is opened
    try:
        summary = evaluate(asked, open_assistant(own), own, created)
    except KeyboardInterrupt:
        print(text("eval.interrupted", folder=asked.folder), file=sys.stderr)
        return REJECTED
    return _tell(summary, asked.folder)


def _tell(summary: Summary, folder: Path) -> int:
    """Print a finished run; REJECTED when an item crashed."""
    from eval.record import REPORT
    from eval.trace import ProblemKind

    print(summary_text(summary))
    for line in problem_lines(summary):
        print(line, file=sys.stderr)
    print(f"\n{text('eval.report_at', path=folder / REPORT)}")
    crashed = any(item.problem == ProblemKind.CRASHED for item in summary.items)
    return REJECTED if crashed else OK


def _score(options: argparse.Namespace) -> int:
    from eval.record import finish, run_folder
    from eval.scoring import read_cases
    from index.snapshot import open_snapshot

    own = settings()
    created = now()
    sets = read_sets(qa_files(options.qa))
    plans = open_snapshot(own).catalogue.plans()
    cases = read_cases(options.predictions, sets, plans)
    folder = options.out or run_folder(own.home, created)
    return _tell(finish(folder, cases, created=created), folder)


def _ablate(options: argparse.Namespace) -> int:
    from app.chain import open_assistant
    from eval.ablation import ablate, ablation_text
    from eval.record import run_folder, write_json

    own = settings()
    folder = options.out or run_folder(own.home, now())
    found = ablate(read_sets(qa_files(options.qa)), open_assistant(own))
    write_json(folder / "ablation.json", found)
    print(ablation_text(found))
    return OK


def _retrieval(options: argparse.Namespace) -> int:
    from eval.record import write_json
    from eval.retrieval import compare_retrieval, comparison_text

    comparison = compare_retrieval(options.queries, options.corpus, settings())
    write_json(options.out, comparison)
    print(comparison_text(comparison))
    return OK


def _scale(options: argparse.Namespace) -> int:
    from eval.record import run_folder, write_json
    from eval.scale import measure_scale, scale_text

    own = settings()
    figures = measure_scale(read_sets(qa_files(options.qa)), options.plans, options.ballast, own)
    write_json((options.out or run_folder(own.home, now())) / "scale.json", figures)
    print(scale_text(figures))
    return OK
