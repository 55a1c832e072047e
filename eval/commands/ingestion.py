"""The command that scores ingestion against files with known truth."""

import argparse
from pathlib import Path

from eval.commands.common import OK, REJECTED, Commands
from prompts import text

RESULTS, SCORES = "results.jsonl", "scores.json"


def register(commands: Commands) -> None:
    """Add the command of this module."""
    command = commands.add_parser("ingestion", help="chấm việc đọc tệp so với đáp án đã biết")
    command.add_argument(
        "--truth", type=Path, required=True, metavar="TRUTH.jsonl", help="đáp án, cạnh các tệp"
    )
    command.add_argument("--out", type=Path, required=True, help="thư mục kết quả")
    command.add_argument("--kind", nargs="+", default=[], help="chỉ chấm các loại tệp này")
    chosen = command.add_mutually_exclusive_group()
    chosen.add_argument("--kept-aside", action="store_true", help="chỉ chấm các tệp để riêng")
    chosen.add_argument("--open", action="store_true", help="chỉ chấm các tệp không để riêng")
    command.set_defaults(handler=_ingestion)


def _ingestion(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from eval.ingestion.report import figures, figures_text, miss_lines, score_outcomes
    from eval.ingestion.running import run_files
    from eval.ingestion.truth import read_truth
    from eval.record import write_json, writing

    truths = [
        line
        for line in read_truth(options.truth)
        if not (options.kept_aside and not line.kept_aside)
        and not (options.open and line.kept_aside)
        and (not options.kind or line.kind in options.kind)
    ]
    if not truths:
        print(text("eval.ingestion_none"))
        return REJECTED
    outcomes = list(run_files(tqdm(truths, unit="tệp", disable=None), options.truth.parent))
    scores = score_outcomes(outcomes)
    found = figures(outcomes, scores)
    with writing(options.out / RESULTS):
        lines = "".join(f"{one.line}\n" for one in outcomes)
        (options.out / RESULTS).write_text(lines, encoding="utf-8")
    write_json(options.out / SCORES, found)
    for line in miss_lines(scores):
        print(line)
    print(figures_text(found))
    crashed = any(one.found.error and one.found.error.code == "crashed" for one in outcomes)
    return REJECTED if crashed else OK
