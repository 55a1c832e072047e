"""A question → each plan's best chunks, as LangChain's retriever.

Scores are weighed against the best of the whole corpus and ranked within each plan, so that a
comparison finds every province's passage and not only the loudest one's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LCDocument
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray
from pydantic import ConfigDict, PrivateAttr

from index.queries.own_name import without_province
from index.queries.query import Expansion
from index.search.grouping import asks_list, asks_outline, lifted
from index.search.hits import ScoredChunk as ScoredChunk
from index.search.hits import best_of_all
from index.search.parts import Parts
from index.search.reranker import Reranker, looked_at_again
from index.search.scoring import HybridScorer, Scores
from index.stores.catalogue import Catalogue
from index.stores.pool import WHOLE_ROWS, pooled
from index.stores.ranking import best_rows
from index.stores.stored_chunks import StoredChunks
from index.terms.telex import untelex
from ingest.plan import Chunk

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Rows = NDArray[np.integer[Any]]

# A bare heading names the subject; the passage under it answers.
HEADING_FACTOR = 0.85
# The whole question against its topic: between 1 and 2 there is no difference beyond chance on the
# development questions, 0 (the topic alone) finds four points less of their evidence.
WHOLE_SHARE = 1.5
MAX_LISTED = 100
"""Of a document that is not scored whole, so many of the best chunks are looked at for a list."""


@dataclass(frozen=True, slots=True)
class _Scored:
    """Scores by question at the pool's rows; None stands for all rows."""

    rows: Rows | None
    by_text: dict[str, Scores | None]


class PlanRetriever(BaseRetriever):
    """Ranks chunks within plans.

    The scorer's rows are the chunks of the plans of `row_order`, in order; `headings` (n,) marks
    those that are bare headings.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    catalogue: Catalogue
    scorer: HybridScorer
    row_order: tuple[str, ...]
    headings: Bools
    reranker: Reranker | None = None
    k: int = 10
    _spans: dict[str, tuple[int, int]] = PrivateAttr(default_factory=dict)

    def model_post_init(self, _context: object, /) -> None:
        """Fix each plan's rows. Raises: ValueError when scorer and catalogue disagree."""
        known = [plan.plan_id for plan in self.catalogue.plans()]
        if sorted(known) != sorted(self.row_order):
            raise ValueError(f"rows of plans {self.row_order}, catalogue of {known}: must agree")
        end = 0
        for plan_id in self.row_order:
            start, end = end, end + len(self.catalogue.plan(plan_id).chunks)
            self._spans[plan_id] = (start, end)
        if not end == len(self.scorer) == len(self.headings):
            raise ValueError(
                f"{end} chunks, {len(self.scorer)} scored rows, {len(self.headings)} kinds: "
                "must agree"
            )

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
        plans = {plan.plan_id: plan for plan in self.catalogue.plans()}
        asked = tuple(plans) if plan_ids is None else tuple(plan_ids)
        texts = dict.fromkeys((untelex(query), untelex(question or query)))
        without = {
            province: tuple(dict.fromkeys(self._without_name(text, province) for text in texts))
            for province in {plans[plan_id].province for plan_id in asked if plan_id in plans}
        }
        read = {plan_id: without[plans[plan_id].province] for plan_id in asked if plan_id in plans}
        scored = self._scores_of(read)
        found = {
            plan_id: self._best(plan_id, read.get(plan_id, ()), scored, k, question or query)
            for plan_id in asked
        }
        return found if self.scorer.parts.per_plan else best_of_all(found, k)

    def _scores_of(self, read: Mapping[str, tuple[str, ...]]) -> _Scored:
        """The scores of the asked plans' questions, at all rows or those that are in the pool."""
        texts = list(dict.fromkeys(text for pair in read.values() for text in pair))
        rows = None
        if len(self.scorer) > WHOLE_ROWS:
            rows = pooled([self._spans[key] for key in read], self.scorer.leading(texts))
        return _Scored(rows, self.scorer.score_at(texts, rows))

    def using(self, parts: Parts) -> "PlanRetriever":
        """A retriever like this one with other parts switched on."""
        return self.model_copy(update={"scorer": replace(self.scorer, parts=parts)})

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
        rest = without_province(query, province)
        return rest if rest is not None and self.scorer.reading(rest).content else query

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

    def _best(
        self, plan_id: str, texts: Sequence[str], scored: _Scored, k: int, question: str
    ) -> tuple[ScoredChunk, ...]:
        """The plan's best chunks by the topic's scores and, where given too, the question's."""
        every = [one for one in (scored.by_text[text] for text in texts) if one is not None]
        span = self._spans.get(plan_id, (0, 0))
        if not every or span[0] == span[1]:
            return ()
        rows = scored.rows
        low, high = span if rows is None else np.searchsorted(rows, span).tolist()
        own = np.arange(*span) if rows is None else rows[low:high]
        scores = every[0]
        shares = (1.0, WHOLE_SHARE)[: len(every)]
        mixed = sum(share * one.fused[low:high] for share, one in zip(shares, every, strict=True))
        factors = np.where(self.headings[own], np.float32(HEADING_FACTOR), np.float32(1.0))
        fused = np.asarray(mixed / sum(shares) * factors, dtype=np.float32)
        listed = np.arange(len(own))
        if len(own) < span[1] - span[0]:
            arranged = asks_list(question) or self.reranker is not None
            listed = np.sort(best_rows(fused, max(MAX_LISTED, k) if arranged else k))
        chunks = self._chunks(plan_id, own[listed] - span[0])
        fused = self._arranged(chunks, fused[listed], question)
        order = best_rows(fused, k)
        return tuple(
            ScoredChunk(
                chunks[i],
                float(fused[i]),
                rank,
                float(scores.lexical[low + listed[i]]),
                float(scores.dense[low + listed[i]]),
                float(scores.coverage[low + listed[i]]),
            )
            for rank, i in enumerate(order.tolist(), start=1)
            if fused[i] > 0
        )

    def _chunks(self, plan_id: str, places: Rows) -> Sequence[Chunk]:
        """The chunks of a plan at these places, ascending."""
        chunks: Sequence[Chunk] = self.catalogue.plan(plan_id).chunks
        if isinstance(chunks, StoredChunks):
            return chunks.at(places.tolist())
        return chunks if len(places) == len(chunks) else [chunks[i] for i in places.tolist()]

    def _arranged(self, chunks: Sequence[Chunk], fused: Floats, question: str) -> Floats:
        """The scores with a list's items brought together and the best looked at again."""
        if asks_list(question):
            fused = lifted(chunks, fused, outline=asks_outline(question))
        if self.reranker is not None:
            fused = looked_at_again(self.reranker, question, chunks, fused)
        return fused


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
