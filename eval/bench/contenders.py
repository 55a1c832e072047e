"""The contenders: how each is called, and what it says to a question, checked.

All are called in the same way (peers/protocol.py). What they say is not trusted: a line that is
not what the protocol asks for ends the contender's turn with its problem told.
"""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from eval.bench.processes import Conversation, Spent, conversing, spend
from eval.errors import EvalInputError
from prompts import text

PEERS = Path(__file__).with_name("peers")
OURS = "Hỏi Kế Hoạch"
# Nothing is fetched while it is measured: the models lie in the environment.
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


class Found(BaseModel):
    """A passage and the name of its document."""

    model_config = ConfigDict(frozen=True, strict=True)

    doc: str
    text: str


class Reply(BaseModel):
    """What a contender found, best first, and the milliseconds it took."""

    model_config = ConfigDict(frozen=True, strict=True)

    ms: float = Field(ge=0, allow_inf_nan=False)
    passages: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """A contender: `python arguments… build|search …`.

    `reads_files`: it is given the plans' files instead of their texts; `any_text`: it also
    searches texts that are no plans.
    """

    name: str
    python: str
    arguments: tuple[str, ...]
    reads_files: bool = False
    any_text: bool = True

    def build(self, corpus: Path, index: Path) -> Spent:
        """Build the index of a corpus. Raises EvalInputError when that fails."""
        return spend([*self.arguments, "build", str(corpus), str(index)], _OFFLINE, self.python)

    @contextmanager
    def searching(self, index: Path) -> "Iterator[Searching]":
        """A context in which the index answers questions."""
        arguments = [*self.arguments, "search", str(index)]
        with conversing(arguments, _OFFLINE, self.python) as conversation:
            yield Searching(conversation)


@dataclass(frozen=True, slots=True)
class Searching:
    """A contender's process that searches."""

    conversation: Conversation

    def best(self, question: str, n: int) -> Reply:
        """At most the n best passages. Raises EvalInputError when the answer is none."""
        line = self.conversation.ask(json.dumps({"question": question, "n": n}))
        try:
            reply = Reply.model_validate_json(line)
        except ValidationError as exc:
            problem = exc.errors(include_url=False, include_input=False)[0]["msg"]
            shown = self.conversation.shown
            raise EvalInputError(text("bench.failed", command=shown, problem=problem)) from exc
        return reply.model_copy(update={"passages": reply.passages[:n]})

    def seconds(self) -> float:
        """The seconds since the process was started."""
        return time.perf_counter() - self.conversation.started

    def end(self) -> Spent:
        """What the process took. Raises EvalInputError when it does not end well."""
        return self.conversation.end()


def ours() -> tuple[Program, ...]:
    """The project's own retriever alone, and with the chat's understanding of the message first."""
    chat = ("-m", "eval.bench.ours_chat")
    return (
        Program(OURS, sys.executable, ("-m", "eval.bench.ours"), reads_files=True),
        Program(f"{OURS} (chat)", sys.executable, chat, reads_files=True, any_text=False),
    )


def peers(python: str) -> tuple[Program, ...]:
    """The others, run by the interpreter of their environment."""
    files = {
        "LangChain + MiniLM": "langchain_minilm",
        "LlamaIndex + MiniLM": "llamaindex_minilm",
        "rank_bm25": "rank_bm25_alone",
        "bm25s": "bm25s_alone",
    }
    return tuple(
        Program(name, python, (str(PEERS / f"{file}.py"),)) for name, file in files.items()
    )
