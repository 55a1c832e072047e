"""Where the evidence of an item stands in what was retrieved, quote by quote.

Each evidence quote is a document in the sense of Cranfield evaluation: it is retrieved at the
rank of the first passage of its plan that contains it. Ranks count per plan, because a
comparison is only as good as its weakest province. ir_measures is imported here only.
"""

from collections.abc import Sequence

from eval.case import Case, plan_key
from eval.measures.matching import collapse


def plan_passages(case: Case, number: str) -> tuple[str, ...]:
    """The retrieved passages of one plan, best first, white space collapsed."""
    key = plan_key(number)
    return tuple(
        collapse(passage.text)
        for passage in case.prediction.retrieved
        if plan_key(passage.plan) == key
    )


def quote_ranks(case: Case) -> tuple[int | None, ...]:
    """The 1-based rank per plan of each evidence quote, None where no passage contains it."""
    ranks: list[int | None] = []
    for evidence in case.item.evidence:
        wanted = collapse(evidence.quote)
        passages = enumerate(plan_passages(case, evidence.doc), start=1)
        ranks.append(next((rank for rank, passage in passages if wanted in passage), None))
    return tuple(ranks)


def recall(ranks: Sequence[int | None], k: int) -> float:
    """The share of quotes at rank k or better; 0.0 for no quotes.

    R@k of trec_eval with quotes as relevant documents, every plan with its own k.
    """
    found = sum(1 for rank in ranks if rank is not None and rank <= k)
    return found / len(ranks) if ranks else 0.0


def _ranked_documents(case: Case, number: str, quotes: Sequence[str]) -> list[str]:
    """The plan's ranking as document ids: "q0" for a quote, "p3" for another passage.

    A passage with two quotes stands for both, one after the other; a quote counts once, at
    its first passage.
    """
    documents: list[str] = []
    for rank, passage in enumerate(plan_passages(case, number)):
        held = [f"q{i}" for i, quote in enumerate(quotes) if quote in passage]
        fresh = [name for name in held if name not in documents]
        documents.extend(fresh or [f"p{rank}"])
    return documents


def ndcg(cases: Sequence[Case], k: int) -> dict[str, float]:
    """nDCG@k of every case with evidence by item id: the mean over the item's plans.

    Järvelin and Kekäläinen 2002, as ir_measures calculates it, with quotes as documents of
    relevance 1. A plan of which nothing was retrieved scores 0.
    """
    import ir_measures

    qrels, run, queries = [], [], {}
    for case in cases:
        numbers = dict.fromkeys(plan_key(evidence.doc) for evidence in case.item.evidence)
        for position, number in enumerate(numbers):
            query = f"{case.item.id}\t{position}"
            queries[query] = case.item.id
            quotes = [
                collapse(evidence.quote)
                for evidence in case.item.evidence
                if plan_key(evidence.doc) == number
            ]
            qrels += [ir_measures.Qrel(query, f"q{i}", 1) for i in range(len(quotes))]
            ranked = _ranked_documents(case, number, quotes)
            run += [ir_measures.ScoredDoc(query, name, -i) for i, name in enumerate(ranked)]
    per_item: dict[str, list[float]] = {}
    if qrels:
        for metric in ir_measures.iter_calc([ir_measures.nDCG @ k], qrels, run):
            per_item.setdefault(queries[metric.query_id], []).append(float(metric.value))
    return {item_id: sum(values) / len(values) for item_id, values in per_item.items()}
