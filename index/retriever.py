"""A question → each plan's best chunks, as LangChain's retriever.

Scores are computed over the whole corpus and ranked within each plan, so that a comparison
finds every province's passage and not only the loudest one's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LCDocument
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray
from pydantic import ConfigDict, PrivateAttr

from index.catalogue import Catalogue
from index.grouping import asks_list, asks_outline, lifted
from index.parts import Parts
from index.query import Expansion
from index.ranking import best_rows
from index.reranker import RERANKED, Reranker, reranked
from index.scoring import HybridScorer, Scores
from index.telex import untelex
from ingest.places.provinces import find_provinces
from ingest.plan import Chunk, ChunkKind

Floats = NDArray[np.float32]

# A bare heading names the subject; the passage under it answers.
HEADING_FACTOR = 0.85
# The whole question against its topic: between 1 and 2 there is no difference beyond chance on the
# development questions, 0 (the topic alone) finds four points less of their evidence.
WHOLE_SHARE = 1.5
_OWN_UNIT = re.compile(r"\b(?:tỉnh|tinh|thành phố|thanh pho|tp\.?)\s*$", re.IGNORECASE)


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


class PlanRetriever(BaseRetriever):
    """Ranks chunks within plans; the scorer's rows are the catalogue's chunks, in order."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    catalogue: Catalogue
    scorer: HybridScorer
    reranker: Reranker | None = None
    k: int = 10
    _spans: dict[str, tuple[int, int]] = PrivateAttr(default_factory=dict)
    _factors: Floats = PrivateAttr()

    def model_post_init(self, _context: object, /) -> None:
        """Fix each plan's rows. Raises: ValueError when scorer and catalogue disagree."""
        factors: list[float] = []
        for plan in self.catalogue.plans():
            start = len(factors)
            factors += [HEADING_FACTOR if c.kind is ChunkKind.HEADING else 1.0 for c in plan.chunks]
            self._spans[plan.plan_id] = (start, len(factors))
        if len(factors) != len(self.scorer):
            raise ValueError(f"{len(factors)} chunks, {len(self.scorer)} scored rows: must agree")
        self._factors = np.array(factors, dtype=np.float32)

    def search(
        self,
        query: str,
        plan_ids: Sequence[str] | None = None,
        k: int = 10,
        question: str = "",
    ) -> dict[str, tuple[ScoredChunk, ...]]:
        """Each asked plan's best chunks, best first; all plans when None, () for unknown plans.

        `question` is the whole message when `query` is only its topic: both are scored, so that
        a topic cut too short still finds the passage, and a question after a list brings the
        list's items together. Nothing that can be searched gives () for every plan.
        """
        asked = tuple(self._spans) if plan_ids is None else tuple(plan_ids)
        provinces = {plan.plan_id: plan.province for plan in self.catalogue.plans()}
        texts = {
            plan_id: tuple(
                self._without_name(untelex(text), provinces.get(plan_id, ""))
                for text in dict.fromkeys((query, question or query))
            )
            for plan_id in asked
        }
        scores = {
            text: self.scorer.score(text) for text in {t for pair in texts.values() for t in pair}
        }
        found = {
            plan_id: self._best(
                plan_id, [scores[text] for text in texts[plan_id]], k, question or query
            )
            for plan_id in asked
        }
        return found if self.scorer.parts.per_plan else _best_of_all(found, k)

    def using(self, parts: Parts) -> "PlanRetriever":
        """A retriever like this one with other parts switched on."""
        scorer = replace(self.scorer, parts=parts)
        return PlanRetriever(
            catalogue=self.catalogue, scorer=scorer, reranker=self.reranker, k=self.k
        )

    def expansions(self, query: str) -> tuple[Expansion, ...]:
        """What is searched beside or instead of the question's own words."""
        read = self.scorer.reading(untelex(query))
        return (*read.slips, *read.expansions)

    def coverage(self, query: str, text: str, plan_id: str | None = None) -> float:
        """Share (0..1) of the question's idf mass that the text holds; 0.0 without content.

        With `plan_id` the plan's own province is left out of the question, as `search` does.
        """
        if plan_id is not None:
            query = self._without_name(query, self.catalogue.plan(plan_id).province)
        return self.scorer.coverage(query, text)

    def idf(self, term: str) -> float:
        """BM25's weight of a term of the analyzer ("kế hoạch", "~ke hoach") in this corpus."""
        return self.scorer.lexical.idf(term)

    def _without_name(self, query: str, province: str) -> str:
        """The question without the plan's own province, which tells no two of its chunks apart.

        A question that is nothing but the name is left as it is.
        """
        kept, position = [], 0
        for mention, start, end in find_provinces(query):
            if mention.name == province:
                kept.append(_OWN_UNIT.sub("", query[position:start]))
                position = end
        rest = " ".join([*kept, query[position:]])
        return rest if kept and self.scorer.reading(rest).content else query

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain's signature
    ) -> list[LCDocument]:
        """LangChain's view: the chunks of all plans, best fused score first."""
        found = [hit for hits in self.search(query, k=self.k).values() for hit in hits]
        found.sort(key=lambda hit: -hit.score)
        return [_lc_document(hit) for hit in found]

    def _looked_at_again(
        self, reranker: Reranker, question: str, chunks: Sequence[Chunk], fused: Floats
    ) -> Floats:
        """The scores with those of the best chunks spread anew by the reranker."""
        order = [i for i in np.argsort(-fused, kind="stable")[:RERANKED].tolist() if fused[i] > 0]
        if not order:
            return fused
        return reranked(
            fused, order, reranker.scores(question, [_shown_to(chunks[i]) for i in order])
        )

    def _best(
        self, plan_id: str, given: Sequence[Scores | None], k: int, question: str
    ) -> tuple[ScoredChunk, ...]:
        """The plan's best chunks by the topic's scores and, where given too, the question's."""
        every = [scores for scores in given if scores is not None]
        start, end = self._spans.get(plan_id, (0, 0))
        if not every or start == end:
            return ()
        scores = every[0]
        shares = (1.0, WHOLE_SHARE)[: len(every)]
        mixed = sum(share * one.fused[start:end] for share, one in zip(shares, every, strict=True))
        fused = np.asarray(mixed / sum(shares) * self._factors[start:end], dtype=np.float32)
        chunks = self.catalogue.plan(plan_id).chunks
        if asks_list(question):
            fused = lifted(chunks, fused, outline=asks_outline(question))
        if self.reranker is not None:
            fused = self._looked_at_again(self.reranker, question, chunks, fused)
        order = best_rows(fused, k)
        return tuple(
            ScoredChunk(
                chunks[i],
                float(fused[i]),
                rank,
                float(scores.lexical[start + i]),
                float(scores.dense[start + i]),
                float(scores.coverage[start + i]),
            )
            for rank, i in enumerate(order.tolist(), start=1)
            if fused[i] > 0
        )


def _shown_to(chunk: Chunk) -> str:
    """A passage with the heading it stands under, as a cross-encoder reads it."""
    return "\n".join((*chunk.headings[-1:], chunk.text))


def _best_of_all(
    found: dict[str, tuple[ScoredChunk, ...]], k: int
) -> dict[str, tuple[ScoredChunk, ...]]:
    """The k best chunks of all plans together, each under its plan."""
    every = sorted((hit for hits in found.values() for hit in hits), key=lambda hit: -hit.score)
    kept = {hit.chunk.chunk_id for hit in every[:k]}
    return {
        plan_id: tuple(hit for hit in hits if hit.chunk.chunk_id in kept)
        for plan_id, hits in found.items()
    }


def _lc_document(hit: ScoredChunk) -> LCDocument:
    chunk = hit.chunk
    return LCDocument(
        page_content=chunk.text,
        id=chunk.chunk_id,
        metadata={
            "plan_id": chunk.plan_id,
            "chunk_id": chunk.chunk_id,
            "path": list(chunk.path),
            "headings": list(chunk.headings),
            "start": chunk.start,
            "end": chunk.end,
            "page": chunk.page,
            "score": hit.score,
            "rank": hit.rank,
        },
    )
