"""What a search finds: chunks with their scores, ranked within each plan."""

from dataclasses import dataclass

from ingest.plan import Chunk


@dataclass(frozen=True, slots=True)
class ScoredChunk:
    """A chunk and why it stands where it stands; `rank` is 1-based within its plan.

    `score` is the fused score (higher is better), `lexical` the raw BM25 score, `dense` the
    cosine, `coverage` the share (0..1) of the question's idf mass that the chunk, its
    headings and its lead hold, comparable from question to question.
    """

    chunk: Chunk
    score: float
    rank: int
    lexical: float
    dense: float
    coverage: float


def best_of_all(
    found: dict[str, tuple[ScoredChunk, ...]], k: int
) -> dict[str, tuple[ScoredChunk, ...]]:
    """The k best chunks of all plans together, each under its plan."""
    every = sorted((hit for hits in found.values() for hit in hits), key=lambda hit: -hit.score)
    kept = {hit.chunk.chunk_id for hit in every[:k]}
    return {
        plan_id: tuple(hit for hit in hits if hit.chunk.chunk_id in kept)
        for plan_id, hits in found.items()
    }
