"""What every peer's program shares: how it is called, what it reads and what it writes.

    python PEER.py build CORPUS INDEX           # CORPUS: lines {"doc", "text"}; INDEX: a new folder
    python PEER.py search INDEX QUESTIONS OUT N # QUESTIONS: lines {"id", "question"}
                                                # OUT: lines {"id", "ms", "passages": [{"doc", "text"}]}

Runs in the peers' own environment, so it imports nothing of this project.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

Passages = Sequence[tuple[str, str]]
"""(document, text), best first."""
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


def serve(
    build: Callable[[list[dict[str, str]], Path], None],
    opened: Callable[[Path], Callable[[str, int], Passages]],
) -> None:
    """Do what the command line asks: `build` an index, or search in an `opened` one."""
    command, *rest = sys.argv[1:]
    if command == "build":
        build(lines_of(Path(rest[0])), Path(rest[1]))
        return
    search_all(opened(Path(rest[0])), Path(rest[1]), Path(rest[2]), int(rest[3]))


def search_all(search: Callable[[str, int], Passages], questions: Path, out: Path, n: int) -> None:
    """Search every question of a file for `n` passages and write what was found, timed one by one."""
    with out.open("w", encoding="utf-8") as written:
        for asked in lines_of(questions):
            started = time.perf_counter()
            found = search(asked["question"], n)
            ms = (time.perf_counter() - started) * 1000
            passages = [{"doc": doc, "text": text} for doc, text in found]
            record = {"id": asked["id"], "ms": ms, "passages": passages}
            written.write(json.dumps(record, ensure_ascii=False) + "\n")
