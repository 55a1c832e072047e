"""The evaluation's commands.

Exit status: 0 done, 1 an input was rejected, an item crashed or the gate is shut, 2 usage.
"""

import argparse
import sys
from collections.abc import Sequence

from eval.commands import benching, calibrating, comparing, exporting, ingestion, questions, running
from eval.commands.common import REJECTED
from ingest.errors import AssistantError


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval", description="Đánh giá trợ lý trên các bộ câu hỏi."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for module in (running, benching, comparing, questions, calibrating, exporting, ingestion):
        module.register(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of one command; argparse itself exits with 2 on wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.handler(options)
    except AssistantError as exc:
        print(exc.user_message, file=sys.stderr)
        return REJECTED
    return status


if __name__ == "__main__":
    sys.exit(main())
