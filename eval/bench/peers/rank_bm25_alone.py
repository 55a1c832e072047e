"""rank_bm25 as its README shows it; it cannot store an index, so opening one builds it."""

import json
from collections.abc import Callable
from pathlib import Path

from protocol import Passages, serve, split
from rank_bm25 import BM25Okapi

_CHUNKS = "chunks.json"


def build(corpus: list[dict[str, str]], index: Path) -> None:
    """Split and index; only the chunks can be kept."""
    chunks = split(corpus)
    BM25Okapi([chunk.lower().split() for _, chunk in chunks])
    index.mkdir(parents=True)
    (index / _CHUNKS).write_text(json.dumps(chunks, ensure_ascii=False), encoding="utf-8")


def opened(index: Path) -> Callable[[str, int], Passages]:
    """The chunks with the highest scores."""
    chunks = json.loads((index / _CHUNKS).read_text(encoding="utf-8"))
    scorer = BM25Okapi([chunk.lower().split() for _, chunk in chunks])

    def search(question: str, n: int) -> Passages:
        found: Passages = scorer.get_top_n(question.lower().split(), chunks, n=n)
        return found

    return search


if __name__ == "__main__":
    serve(build, opened)
