"""Whether what a contender found holds what was asked for: one definition for everyone."""

from collections.abc import Iterable, Sequence

from eval.bench.contenders import Found
from eval.bench.questions import Question
from eval.case import plan_key
from eval.measures.matching import collapse


def evidence_rank(question: Question, passages: Sequence[Found]) -> int | None:
    """The smallest k such that every quote stands in one of the first k passages of the list.

    A quote counts where it stands whole in a passage of its own plan; None when one does not.
    """
    return _last(
        _rank(quote, [one.text if plan_key(one.doc) == plan_key(doc) else "" for one in passages])
        for doc, quote in _wanted(question)
    )


def evidence_rank_per_plan(question: Question, passages: Sequence[Found]) -> int | None:
    """The same with ranks counted within each plan, as the evaluation's evidence@k counts them."""
    return _last(
        _rank(quote, [one.text for one in passages if plan_key(one.doc) == plan_key(doc)])
        for doc, quote in _wanted(question)
    )


def document_rank(doc: str, passages: Sequence[Found]) -> int | None:
    """The rank of a document among the documents of the passages, each at its best passage."""
    documents = list(dict.fromkeys(one.doc for one in passages))
    return documents.index(doc) + 1 if doc in documents else None


def share_within(ranks: Sequence[int | None], k: int) -> float:
    """The share of questions with rank k or better; 0.0 of none."""
    return sum(rank is not None and rank <= k for rank in ranks) / max(len(ranks), 1)


def _wanted(question: Question) -> list[tuple[str, str]]:
    return [(evidence.doc, collapse(evidence.quote)) for evidence in question.evidence]


def _rank(quote: str, passages: Sequence[str]) -> int | None:
    return next((i for i, one in enumerate(passages, 1) if quote in collapse(one)), None)


def _last(ranks: Iterable[int | None]) -> int | None:
    """The last rank that is needed; None when one is missing."""
    every = list(ranks)
    found = [rank for rank in every if rank is not None]
    return max(found, default=None) if len(found) == len(every) else None
