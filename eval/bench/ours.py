"""Retrieval of this project, called as the peers' programs are (peers/protocol.py).

    python -m eval.bench.ours build CORPUS INDEX           # CORPUS: a folder of plan files
    python -m eval.bench.ours search INDEX QUESTIONS OUT N

What is measured is what the chat does for a message until its chunks are ranked: understand it,
choose the plans concerned, search.
"""

from collections.abc import Callable
from pathlib import Path

from eval.bench.peers.protocol import Passages, search_all
from index.settings import Settings


def build(corpus: Path, index: Path) -> None:
    """Read the plans and publish a snapshot in the home `index`."""
    from index.builder import build as build_snapshot

    build_snapshot([corpus], Settings(home=index))


def opened(index: Path) -> Callable[[str, int], Passages]:
    """The chunks of each plan concerned, best first, one plan after the other."""
    from app.answer import ChatInput
    from app.chain import open_assistant

    assistant = open_assistant(Settings(home=index))

    def search(question: str, n: int) -> Passages:
        found = assistant.material(assistant.understand(ChatInput(question)))
        return [(plan.number, hit.chunk.text) for plan in found.plans for hit in found.of(plan)[:n]]

    return search


if __name__ == "__main__":
    import sys

    command, *rest = sys.argv[1:]
    if command == "build":
        build(Path(rest[0]), Path(rest[1]))
    else:
        search_all(opened(Path(rest[0])), Path(rest[1]), Path(rest[2]), int(rest[3]))
