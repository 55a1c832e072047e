"""bm25s as its README shows it, without stop words: the English ones are Vietnamese syllables."""

import json
from pathlib import Path

import bm25s
from protocol import Passages, Search, lines_of, serve, split

_CHUNKS = "chunks.json"


def build(corpus: Path, index: Path) -> None:
    """Split, index, save."""
    chunks = split(lines_of(corpus))
    retriever = bm25s.BM25()
    texts = [chunk for _, chunk in chunks]
    retriever.index(bm25s.tokenize(texts, stopwords=None, show_progress=False), show_progress=False)
    retriever.save(str(index))
    (index / _CHUNKS).write_text(json.dumps(chunks, ensure_ascii=False), encoding="utf-8")


def opened(index: Path) -> Search:
    """The chunks with the highest scores."""
    retriever = bm25s.BM25.load(str(index))
    chunks = json.loads((index / _CHUNKS).read_text(encoding="utf-8"))

    def search(question: str, n: int) -> Passages:
        tokens = bm25s.tokenize(question, stopwords=None, show_progress=False)
        numbers, _ = retriever.retrieve(tokens, k=min(n, len(chunks)), show_progress=False)
        return [tuple(chunks[number]) for number in numbers[0]]

    return search


if __name__ == "__main__":
    serve(build, opened)
