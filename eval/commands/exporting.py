"""Commands that hand a run on: judge (to a language model), export (to ragas)."""

import argparse
from pathlib import Path

from eval.case import Case
from eval.commands.common import OK, Commands, add_qa, qa_files, settings
from eval.questions.dataset import read_sets
from prompts import text


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    judge = commands.add_parser(
        "judge", help="nhờ một mô hình ngôn ngữ thẩm định, và đo mức trùng với kết quả tất định"
    )
    judge.add_argument("run", type=Path, help="thư mục của một lượt chạy")
    add_qa(judge)
    judge.add_argument("--model", default="", help="tên mô hình thẩm định (bắt buộc)")
    judge.set_defaults(handler=_judge)

    export = commands.add_parser("export", help="xuất một lượt chạy theo tên trường của ragas")
    export.add_argument("run", type=Path, help="thư mục của một lượt chạy")
    add_qa(export)
    export.add_argument("--ragas", type=Path, required=True, metavar="FILE", help="tệp JSONL")
    export.set_defaults(handler=_export)


def _cases(options: argparse.Namespace) -> tuple[Case, ...]:
    from eval.record import PREDICTIONS
    from eval.scoring import read_cases
    from index.snapshot import open_snapshot

    plans = open_snapshot(settings()).catalogue.plans()
    return read_cases(options.run / PREDICTIONS, read_sets(qa_files(options.qa)), plans)


def _judge(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from eval.judge import agreement, agreement_text, model_judge
    from eval.record import write_json

    judge = model_judge(options.model, settings().llm)
    found = agreement(judge, tqdm(_cases(options), unit="câu", disable=None))
    write_json(options.run / "judge.json", found)
    print(agreement_text(found))
    return OK


def _export(options: argparse.Namespace) -> int:
    from eval.ragas import export

    samples = export(options.ragas, _cases(options))
    print(text("eval.exported", n=len(samples), path=options.ragas))
    return OK
