"""rank_bm25 as its README shows it, in small letters; it stores nothing: opening indexes anew."""

import json
from pathlib import Path

from protocol import Passages, Search, lines_of, serve, split
from rank_bm25 import BM25Okapi

_CHUNKS = "chunks.json"


def build(corpus: Path, index: Path) -> None:
    """Split and index; only the chunks can be kept."""
    chunks = split(lines_of(corpus))
    BM25Okapi([chunk.lower().split() for _, chunk in chunks])
    index.mkdir(parents=True)
    (index / _CHUNKS).write_text(json.dumps(chunks, ensure_ascii=False), encoding="utf-8")


def opened(index: Path) -> Search:
    """The chunks with the highest scores."""
    chunks = json.loads((index / _CHUNKS).read_text(encoding="utf-8"))
    scorer = BM25Okapi([chunk.lower().split() for _, chunk in chunks])

    def search(question: str, n: int) -> Passages:
        found: Passages = scorer.get_top_n(question.lower().split(), chunks, n=n)
        return found

    return search


if __name__ == "__main__":
    serve(build, opened)
