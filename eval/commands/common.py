"""What several commands share: exit statuses, the choice of QA sets, of folders."""

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from eval.questions.dataset import shipped_sets
from eval.questions.twins import SHIPPED as SHIPPED_TWINS

if TYPE_CHECKING:
    from index.settings import Settings

OK, REJECTED = 0, 1

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_qa(command: argparse.ArgumentParser) -> None:
    """Give a command the option --qa."""
    command.add_argument(
        "--qa",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="bộ câu hỏi, JSONL (mặc định: các bộ đi kèm)",
    )


def add_twins(command: argparse.ArgumentParser) -> None:
    """Give a command the option --twins."""
    command.add_argument(
        "--twins",
        type=Path,
        default=SHIPPED_TWINS,
        metavar="FILE",
        help="cách hỏi khác của cùng câu hỏi, JSONL (mặc định: tệp đi kèm)",
    )


def add_run_folder(command: argparse.ArgumentParser) -> None:
    """Give a command the option --out, the folder of its results."""
    command.add_argument("--out", type=Path, help="thư mục kết quả (mặc định: var/runs/<giờ UTC>)")


def qa_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The chosen QA files, those that ship when none is."""
    return tuple(paths) or shipped_sets()


def settings() -> "Settings":
    """The settings of this process."""
    from index.settings import load_settings

    return load_settings()


def now() -> datetime:
    """The time at which a run starts."""
    return datetime.now(UTC)
