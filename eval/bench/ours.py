"""Retrieval of this project as a contender's program (peers/protocol.py).

CORPUS may also be a folder of plan files, which are then read as the assistant reads them.
What answers is the retriever's `search` alone, without the chat's understanding of a message.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eval.bench.peers.protocol import Passages, Search, lines_of, serve
from index.settings import Settings

if TYPE_CHECKING:
    from index.search.hits import ScoredChunk

_NAMES = "names.json"
"""The names of a JSONL corpus's texts by chunk id."""


def build(corpus: Path, index: Path) -> None:
    """Publish a snapshot in the home `index`."""
    from index.builder import build as build_snapshot

    settings = Settings(home=index)
    if corpus.is_dir():
        build_snapshot([corpus], settings)
    else:
        _build_texts(corpus, settings)


def _build_texts(corpus: Path, settings: Settings) -> None:
    from eval.retrieval import Text, corpus_plan
    from index.builder import build_plans
    from index.embedding.embedder import load_embedder

    texts = [Text(**record) for record in lines_of(corpus)]
    plan = corpus_plan(texts)
    build_plans([plan], settings.index_home, load_embedder(settings.embedder))
    names = {chunk.chunk_id: one.doc for chunk, one in zip(plan.chunks, texts, strict=True)}
    (settings.home / _NAMES).write_text(json.dumps(names), encoding="utf-8")


def opened(index: Path) -> Search:
    """The chunks of all documents as one list, best first."""
    from index.snapshot import open_snapshot

    retriever = open_snapshot(Settings(home=index)).retriever
    numbers = {plan.plan_id: plan.number for plan in retriever.catalogue.plans()}
    names = _names(index)

    def search(question: str, n: int) -> Passages:
        return [
            (names.get(hit.chunk.chunk_id) or numbers[hit.chunk.plan_id], hit.chunk.text)
            for hit in listed(retriever.search(question, k=n), n)
        ]

    return search


def listed(found: "Mapping[str, Sequence[ScoredChunk]]", n: int) -> "list[ScoredChunk]":
    """The n best chunks of all plans, best fused score first."""
    return sorted((hit for hits in found.values() for hit in hits), key=lambda hit: -hit.score)[:n]


def _names(index: Path) -> dict[str, str]:
    """The name of each text of a JSONL corpus by chunk id; {} for plans."""
    file = index / _NAMES
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


if __name__ == "__main__":
    serve(build, opened)
