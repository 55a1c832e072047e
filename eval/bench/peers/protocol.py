"""What every contender's program shares: how it is called, what it reads and what it says.

    python PROGRAM build CORPUS INDEX    # CORPUS: lines {"doc", "text"}; INDEX: a folder to make
    python PROGRAM search INDEX          # stdin: lines {"question", "n"}
                                         # stdout: a line {"ms", "passages": [{"doc", "text"}]} each

Runs in the peers' own environment, so it imports nothing of this project.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TextIO

Passages = Sequence[tuple[str, str]]
"""(document, text), best first."""
Search = Callable[[str, int], Passages]
"""The n best passages for a question."""
CHUNK_CHARS, OVERLAP_CHARS = 1000, 200


def lines_of(file: Path) -> list[dict[str, str]]:
    """The records of a JSONL file."""
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def split(corpus: Sequence[dict[str, str]]) -> list[tuple[str, str]]:
    """(document, chunk) of every document, as LangChain's tutorial on semantic search splits."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=CHUNK_CHARS, chunk_overlap=OVERLAP_CHARS, add_start_index=True
    )
    return [
        (record["doc"], chunk) for record in corpus for chunk in splitter.split_text(record["text"])
    ]


def serve(build: Callable[[Path, Path], None], opened: Callable[[Path], Search]) -> None:
    """Do what the command line asks: `build` an index, or answer from an `opened` one."""
    answers = _kept_output()
    command, *folders = sys.argv[1:]
    if command == "build":
        build(Path(folders[0]), Path(folders[1]))
    else:
        sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        answer_all(opened(Path(folders[0])), sys.stdin, answers)


def _kept_output() -> TextIO:
    """The process's output, kept for answers alone; what libraries print goes to the messages."""
    kept = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return kept


def answer_all(search: Search, requests: Iterable[str], answers: TextIO) -> None:
    """Answer each request as it comes, with the milliseconds that the search alone took."""
    for line in requests:
        request = json.loads(line)
        started = time.perf_counter()
        found = search(request["question"], request["n"])
        ms = (time.perf_counter() - started) * 1000
        passages = [{"doc": doc, "text": text} for doc, text in found]
        answers.write(json.dumps({"ms": ms, "passages": passages}, ensure_ascii=False) + "\n")
        answers.flush()
