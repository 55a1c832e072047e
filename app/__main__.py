"""`python -m app ask "câu hỏi"` and `python -m app serve`: the assistant from a terminal.

Exit status: 0 done, 1 the assistant could not work (no index, a port in use), 2 usage.
"""

import argparse
import json
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from app.answer import ChatInput, Done, Said, StreamEvent
from app.errors import AssistantError
from app.render import full_text, statement_text, suggestions_text
from index.settings import load_settings
from prompts import text as say


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app", description=say("terminal.description"))
    commands = parser.add_subparsers(dest="command", required=True)
    ask = commands.add_parser("ask", help=say("terminal.ask"))
    ask.add_argument("question", help=say("terminal.question"))
    ask.add_argument("--json", action="store_true", help=say("terminal.json"))
    serve = commands.add_parser("serve", help=say("terminal.serve"))
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=7860)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    arguments = _parser().parse_args(argv)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        if arguments.command == "ask":
            _ask(arguments.question, as_json=arguments.json)
        else:
            _serve(arguments.host, arguments.port)
    except AssistantError as error:
        print(error.user_message, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output went away; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _ask(question: str, *, as_json: bool) -> None:
    from app.chain import open_assistant

    settings = load_settings()
    assistant = open_assistant(settings)
    if settings.llm.configured and not as_json:
        _tell(assistant.stream(ChatInput(question)))
        return
    answer = assistant.invoke(ChatInput(question))
    if not as_json:
        print(full_text(answer), flush=True)
    suggested = assistant.suggestions(answer)
    if as_json:
        answer = replace(answer, suggestions=suggested)
        print(json.dumps(asdict(answer), ensure_ascii=False, indent=2))
    elif suggested:
        print(f"\n{suggestions_text(suggested, answer.language)}")


def _tell(events: Iterator[StreamEvent]) -> None:
    """Prints each statement as it comes, then what belongs to the whole answer."""
    for event in events:
        if isinstance(event, Said):
            print(statement_text(event.statement), flush=True)
        elif isinstance(event, Done):
            rest = full_text(replace(event.answer, statements=()))
            if rest:
                print(f"\n{rest}", flush=True)


def _serve(host: str, port: int) -> None:
    from app.chain import open_assistant
    from app.feedback import FeedbackStore
    from app.serve import serve

    settings = load_settings()
    serve(open_assistant(settings), FeedbackStore(settings.home), host, port)


if __name__ == "__main__":
    sys.exit(main())
