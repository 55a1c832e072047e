"""A question asked of plans that no longer hold its evidence: the honest source of refusals.

The plan still speaks of everything around what is asked, in its own words and at its own length,
so what is found then is what tempts to a wrong answer. Evidence in rows of tables is left alone:
a table without a row is another table, and what is read from it by structure is not judged.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.chain import Assistant
from app.reading.material import Material
from app.understanding.question import Question
from eval.questions.dataset import QAItem
from index.search.retriever import Bools, PlanRetriever
from index.search.scoring import DENSE_WEIGHT, LEXICAL_WEIGHT, HybridScorer, Rows, Scores
from ingest.plan import Plan


@dataclass(frozen=True, slots=True)
class _ScorerWithout(HybridScorer):
    """A scorer that finds nothing in `rows`, and whose best score is that of what is left."""

    rows: tuple[int, ...] = ()

    def score_at(self, queries: Iterable[str], rows: Rows | None) -> dict[str, Scores | None]:
        """See `HybridScorer`."""
        at = np.arange(len(self)) if rows is None else np.asarray(rows)
        kept = ~np.isin(at, self.rows)
        told = HybridScorer.score_at(self, queries, rows)
        return {query: _where(kept, scores) if scores else None for query, scores in told.items()}


def _where(kept: Bools, scores: Scores) -> Scores:
    """The scores with 0 for rows that are not `kept`."""
    lexical, coverage = scores.lexical * kept, scores.coverage * kept
    highest = float(lexical.max(initial=0.0)) or 1.0
    fused = (LEXICAL_WEIGHT * lexical / highest + DENSE_WEIGHT * scores.dense) * kept
    return Scores(fused.astype(np.float32), lexical, scores.dense, coverage)


def left_out(assistant: Assistant, item: QAItem, question: Question) -> Material | None:
    """What writers get of plans without the item's evidence; None where it stands in a table.

    A list loses its whole section, since any member left would answer in part.
    """
    plans = {plan.number: plan for plan in assistant.catalogue.plans()}
    gone: dict[str, set[str]] = {}
    for evidence in item.evidence:
        plan = plans.get(evidence.doc)
        if plan is None:
            return None
        found = _chunks_of(plan, evidence.quote, sections=item.category == "list")
        gone.setdefault(plan.plan_id, set()).update(found)
    taken = {
        plan_id: _without(assistant.catalogue.plan(plan_id), ids) for plan_id, ids in gone.items()
    }
    if not any(gone.values()) or None in taken.values():
        return None
    whole = assistant.retriever
    retriever = PlanRetriever(
        catalogue=assistant.catalogue,
        scorer=_scorer_without(assistant, set().union(*gone.values())),
        row_order=whole.row_order,
        headings=whole.headings,
    )
    material = Assistant(assistant.catalogue, retriever).material(question)
    left = tuple(taken.get(plan.plan_id) or plan for plan in material.plans)
    return replace(material, plans=left)


def _chunks_of(plan: Plan, quote: str, *, sections: bool) -> set[str]:
    """The chunks that hold a quote and what they introduce; with `sections` their whole sections."""
    shape = re.compile(r"\s+".join(map(re.escape, quote.split())))
    spans = [match.span() for match in shape.finditer(plan.text)]
    held = [c for c in plan.chunks if any(a < c.end and c.start < b for a, b in spans)]
    whole = {chunk.section_id for chunk in held if sections} - {None}
    found = {c.chunk_id for c in (*held, *(c for c in plan.chunks if c.section_id in whole))}
    return found | {c.chunk_id for c in plan.chunks if c.lead_id in found}


def _without(plan: Plan, ids: set[str]) -> Plan | None:
    """The plan without these chunks; None when one is a row."""
    if any(c.row_index is not None for c in plan.chunks if c.chunk_id in ids):
        return None
    return replace(plan, chunks=tuple(c for c in plan.chunks if c.chunk_id not in ids))


def _scorer_without(assistant: Assistant, ids: set[str]) -> HybridScorer:
    whole = assistant.retriever.scorer
    rows = _rows([assistant.catalogue.plan(plan_id) for plan_id in assistant.retriever.row_order])
    return _ScorerWithout(
        whole.lexical, whole.dense, whole.embedder, whole.parts, whole.words,
        rows=tuple(sorted(rows[chunk_id] for chunk_id in ids)),
    )  # fmt: skip


def _rows(plans: Sequence[Plan]) -> Mapping[str, int]:
    """The scorer's row of each chunk: those of the plans, in this order."""
    chunks = [chunk for plan in plans for chunk in plan.chunks]
    return {chunk.chunk_id: row for row, chunk in enumerate(chunks)}
