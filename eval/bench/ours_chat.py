"""What the chat does with a message until its chunks are ranked, as a contender's program.

Beyond `ours` it understands the message first: the plans it concerns and its topic.
"""

from pathlib import Path

from eval.bench.ours import build, listed
from eval.bench.peers.protocol import Passages, Search, serve
from index.settings import Settings


def opened(index: Path) -> Search:
    """The chunks of the plans that the message concerns as one list, best first."""
    from app.answer import ChatInput
    from app.chain import open_assistant

    assistant = open_assistant(Settings(home=index))
    numbers = {plan.plan_id: plan.number for plan in assistant.catalogue.plans()}

    def search(question: str, n: int) -> Passages:
        found = assistant.material(assistant.understand(ChatInput(question)))
        return [(numbers[hit.chunk.plan_id], hit.chunk.text) for hit in listed(found.hits, n)]

    return search


if __name__ == "__main__":
    serve(build, opened)
